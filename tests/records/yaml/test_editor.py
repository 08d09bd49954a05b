"""A record file is made to say something else, and every byte that need not change stays."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from laomo.records.yaml import editor, reader, writer

FILE = """# 头一行
name:   '甲'   # 名
types: [ 技术攻关,  技能传授 ]

# 人
leaders:
- name: 乙
  honours:
    -   {name: 奖, level: 市级}   # 证书在柜子里
  bio: |
    一

    二

empty:
plaque: 2013-06
"""


def edited(text: str, old: str, new: str, **wanted: object) -> None:
    """The file with `wanted` in it is the file with one piece replaced."""
    assert old in text
    tree = reader.read(text.encode(), "")[0]
    assert isinstance(tree, dict)
    made = {key: wanted.pop(key, value) for key, value in tree.items()}
    made = {key: value for key, value in {**made, **wanted}.items() if value is not None}
    assert editor.edit(text.encode(), made).decode() == text.replace(old, new, 1)


def test_one_value_changes_and_nothing_else() -> None:
    edited(FILE, "'甲'", "丙", name="丙")
    edited(FILE, "'甲'", '"a: b"', name="a: b")
    edited(FILE, "2013-06", "2014", plaque="2014")
    edited(FILE, "[ 技术攻关,  技能传授 ]", "[综合]", types=["综合"])
    edited(FILE, "技能传授", "综合", types=["技术攻关", "综合"])
    edited(FILE, "empty:", "empty: 有了", empty="有了")
    edited(FILE, "plaque: 2013-06\n", "plaque: 2013-06\nslogan: 好\n", slogan="好")
    edited(FILE, "plaque: 2013-06\n", "", plaque=None)
    bio = {"name": "乙", "honours": [{"name": "奖", "level": "市级"}]}
    edited(FILE, "|\n    一\n\n    二\n", "一行\n", leaders=[{**bio, "bio": "一行"}])
    edited(FILE, "  bio: |\n    一\n\n    二\n", "", leaders=[bio])
    edited(FILE, "    一\n\n    二\n", "    一\n    二\n    三\n", leaders=[{**bio, "bio": "一\n二\n三\n"}])
    added = {**bio, "honours": [*bio["honours"], {"name": "二等奖"}], "bio": "一\n\n二\n"}  # type: ignore[misc]
    edited(FILE, "柜子里\n", "柜子里\n    - name: 二等奖\n", leaders=[added])


def test_line_ends_and_mark_stay_as_they_were() -> None:
    data = b"\xef\xbb\xbf" + FILE.replace("\n", "\r\n").encode()
    tree = reader.read(data, "")[0]
    assert isinstance(tree, dict)
    assert editor.edit(data, {**tree, "name": "丙"}) == data.replace("'甲'".encode(), "丙".encode())


def test_a_comment_that_would_be_lost_stops_the_edit() -> None:
    text = "types: [\n  技术攻关,  # 主要的\n  综合]\n"
    with pytest.raises(editor.EditWouldLoseData):
        editor.edit(text.encode(), {"types": ["技术攻关"]})
    with pytest.raises(editor.EditWouldLoseData):
        editor.edit("bio: |  # 草稿\n  一\n".encode(), {"bio": "二"})


_words = (
    st.text(st.sampled_from("甲乙ab1 :#-[]{},'\"|>&*!%@`?=~“”\\"), min_size=1, max_size=12).map(str.strip).filter(bool)
)
_texts = _words | st.lists(_words, min_size=2, max_size=3).map(lambda lines: "\n".join(lines) + "\n")
_keys = st.sampled_from(["name", "types", "bio", "place", "team", "x"])
_trees = st.dictionaries(
    _keys,
    _texts
    | st.lists(_words, min_size=1, max_size=3)
    | st.lists(st.dictionaries(_keys, _texts, min_size=1, max_size=3), min_size=1),
    min_size=1,
    max_size=4,
)


@settings(max_examples=300, deadline=None)
@given(_trees, _trees)
def test_an_edit_says_what_was_asked_for_or_does_nothing(
    old: dict[str, reader.Tree], new: dict[str, reader.Tree]
) -> None:
    data = writer.write(old)
    if reader.read(data, "") != (old, []):
        return  # what a clerk would be told of
    try:
        made = editor.edit(data, new)
    except editor.EditWouldLoseData:
        return
    assert reader.read(made, "") == (new, [])
