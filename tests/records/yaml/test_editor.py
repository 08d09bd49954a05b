"""A record file is made to say something else, and every byte that need not change stays."""

import pytest
from hypothesis import assume, given, settings
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


def test_most_edits_are_made_and_say_what_was_asked_for() -> None:
    """An editor that refused everything would lose nothing either: of files made by chance, in which texts become lists, it refuses half at most."""
    done = {"made": 0, "refused": 0}

    @settings(max_examples=200, deadline=None, derandomize=True)  # a share of what chance draws would be chance
    @given(_trees, _trees)
    def edits(old: dict[str, reader.Tree], new: dict[str, reader.Tree]) -> None:
        data = writer.write(old)
        assume(reader.read(data, "") == (old, []))  # else it is what a clerk would be told of
        try:
            made = editor.edit(data, new)
        except editor.EditWouldLoseData:
            done["refused"] += 1
        else:
            done["made"] += 1
            assert reader.read(made, "") == (new, [])

    edits()
    assert done["made"] >= 100
    assert done["refused"] <= done["made"], done


EDITS = [
    ("a: 1\n", {"z": "0", "a": "1"}, "z: 0\na: 1\n"),
    ("a: 1\n", {"a": "1", "b": "2"}, "a: 1\nb: 2\n"),
    ("a: 1", {"a": "1", "b": "2"}, "a: 1\nb: 2"),
    ("# top\n\na: 1\n", {"z": "0", "a": "1"}, "# top\n\nz: 0\na: 1\n"),
    ("a: 1\nc: 3\n", {"a": "1", "b": "2", "c": "3", "d": "4"}, "a: 1\nb: 2\nc: 3\nd: 4\n"),
    ("{a: 1}\n", {"a": "2"}, "{a: 2}\n"),
    ("l:\n  - {a: 1, b: 2}\n", {"l": [{"a": "1"}]}, "l:\n  - {a: 1}\n"),
    ("l:\n  - {a: 1, b: 2}\n", {"l": [{"b": "2"}]}, "l:\n  - {b: 2}\n"),
    ("l:\n  - {a: 1} # x\n", {"l": [{"a": "1", "b": "3"}]}, "l:\n  - {a: 1, b: 3} # x\n"),
    ("l:\n  - a: 1\n    b: 2\n", {"l": [{"b": "2"}]}, "l:\n  - b: 2\n"),
    ("l:\n  - a: 1\n    b: 2\n", {"l": [{"a": "1"}]}, "l:\n  - a: 1\n"),
    ("l:\n  - a: 1\n", {"l": [{"z": "0", "a": "1"}]}, "l:\n  - z: 0\n    a: 1\n"),
    ("l:\n  - a: 1\n", {"l": [{"a": "1", "z": ["x"]}]}, "l:\n  - a: 1\n    z: [x]\n"),
    ("l:\n  - a: 1\n  - a: 2\n  - a: 3\n", {"l": [{"a": "1"}, {"a": "2"}]}, "l:\n  - a: 1\n  - a: 2\n"),
    ("l:\n  - a: 1\n  - a: 2\n  - a: 3\n", {"l": [{"a": "1"}]}, "l:\n  - a: 1\n"),
    ("l:\n  - a: 1\n  - a: 2\n  - a: 3\n", {"l": [{"a": "1"}, {"a": "3"}]}, "l:\n  - a: 1\n  - a: 3\n"),
    ("l: [x, y]\n", {"l": ["x"]}, "l: [x]\n"),
    ("l: [x, y]\n", {"l": ["y", " x", "a: b"]}, 'l: [y, " x", "a: b"]\n'),
    ("l: [x, y]\nb: 1\n", {"l": [], "b": "1"}, "l: []\nb: 1\n"),
    ("l:\n- x\n- y\nb: 1\n", {"l": ["x", "y", "z"], "b": "1"}, "l:\n- x\n- y\n- z\nb: 1\n"),
    ("l:\n- x\n- y", {"l": ["x", "y", "z"]}, "l:\n- x\n- y\n- z"),
    ("l:\n  - x\n  - y\n", {"l": ["x", "q: 1"]}, 'l:\n  - x\n  - "q: 1"\n'),
    ("l:\n  - x - y\n  - z\n", {"l": ["x - y", "w"]}, "l:\n  - x - y\n  - w\n"),
    ("l:\n  - x\n  - y", {"l": ["x"]}, "l:\n  - x\n"),
    ("m:\n  a: 1\n  b: 2\n", {"m": {"a": "1"}}, "m:\n  a: 1\n"),
    ("m:\n  a: 1\n  b: 2\n", {"m": {"b": "3"}}, "m:\n  b: 3\n"),
    ("m:\n  a: 1\n  b: 2\n", {"m": {"a": "1", "b": "2", "c": "3"}}, "m:\n  a: 1\n  b: 2\n  c: 3\n"),
    ("m: {a: 1} # c\n", {"m": "x"}, "m: x # c\n"),
    ("m: {a: {b: 1}, c: [1, 2]}\n", {"m": {"a": {"b": "2"}, "c": ["1", "2"]}}, "m: {a: {b: 2}, c: [1, 2]}\n"),
    ("m: {a: {b: 1}, c: [1, 2]}\n", {"m": {"a": {"b": "1"}, "c": ["1", "2", "3"]}}, "m: {a: {b: 1}, c: [1, 2, 3]}\n"),
    ("m: {a: {b: 1}, c: [1, 2]}\n", {"m": {"a": {"b": "1"}}}, "m: {a: {b: 1}}\n"),
    ("m: {a: x}\n", {"m": {"a": "y, z"}}, 'm: {a: "y, z"}\n'),
    ("m: {a: x}\nn: 1\n", {"m": {"a": "y"}, "n": "1"}, "m: {a: y}\nn: 1\n"),
    ("t: >\n  x\n  y\nb: 1\n", {"t": "z", "b": "1"}, "t: z\nb: 1\n"),
    ("t: >\n  x\n  y\nb: 1\n", {"t": "z\nw\n", "b": "1"}, "t: |\n  z\n  w\nb: 1\n"),
    ("t: |\n  x\n  y\nb: 1\n", {"t": "x\n", "b": "1"}, "t: |\n  x\nb: 1\n"),
    ("t: x\n", {"t": "a\nb\n"}, "t: |\n  a\n  b\n"),
    ("m:\n  t: x\n", {"m": {"t": "a\nb\n"}}, "m:\n  t: |\n    a\n    b\n"),
    ("t: 'x'  # c\n", {"t": "y"}, "t: y  # c\n"),
    ("a:\nb: 1\n", {"a": "x", "b": "1"}, "a: x\nb: 1\n"),
    ("a:\nb: 1\n", {"a": ["x", "y"], "b": "1"}, "a: [x, y]\nb: 1\n"),
    ("a:\nb: 1\n", {"a": [{"x": "1"}], "b": "1"}, "a:\n  - x: 1\nb: 1\n"),
    ("a: ~\nb: 1\n", {"a": "x", "b": "1"}, "a: x\nb: 1\n"),
    ("m:\n  a: null # c\n", {"m": {"a": "x"}}, "m:\n  a: x # c\n"),
    ("a:   # todo\nb: 1\n", {"a": "x", "b": "1"}, "a: x   # todo\nb: 1\n"),
    ("m:\n  a:\n  b: 1\n", {"m": {"a": {"x": "y"}, "b": "1"}}, "m:\n  a:\n    x: y\n  b: 1\n"),
    ("a: 1\r\nb: 2\r\n", {"a": "1", "b": "3", "c": "4"}, "a: 1\r\nb: 3\r\nc: 4\r\n"),
    ("a: 1\nb: 2\n", {"b": "2", "a": "1"}, "a: 1\nb: 2\n"),
    ("a: 1\nb: 2\n", {}, ""),
    ("b: 2\na: 1\n", {"a": "1", "c": "9", "b": "2"}, "b: 2\na: 1\nc: 9\n"),
    ("a: 1\n# end\n", {"a": "1", "b": "2"}, "a: 1\nb: 2\n# end\n"),
    ("l:\n  # c\n  - x\n  # d\n  - y\n", {"l": ["x"]}, "l:\n  # c\n  - x\n  # d\n"),
    ("l:\n  -   x\n  -   y\n", {"l": ["x", "z", "w"]}, "l:\n  -   x\n  -   z\n  - w\n"),
    ("l:\n  - - x\n    - y\n", {"l": [["x", "z"]]}, "l:\n  - - x\n    - z\n"),
    ("a: 1  # c\nb: 2 # d\n", {"a": "1"}, "a: 1  # c\n"),
    ("a: 1  # c\nb: 2 # d\n", {"b": "2"}, "b: 2 # d\n"),
    ("é: 1\n", {"é": "2"}, "é: 2\n"),
]
"""A file, what it is to say, and the file that says it."""
REFUSED = [
    ("{}\n", {"a": "1"}),
    ("- a\n", {"a": "1"}),
    ("", {"a": "1"}),
    ("# only\n", {"a": "1"}),
    ("{a: 1}\n", {"a": "1", "b": "2"}),
    ("l:\n  - a: 1\n", {"l": [{"b": "2"}]}),
    ("m:\n  a: 1\n", {"m": "x"}),
    ("m:\n  a: 1\n", {"m": ["x"]}),
    ("m: x\n", {"m": ["x"]}),
    ("m: x\n", {"m": {"a": "b"}}),
    ("m: {a: x}\n", {"m": {"a": "l1\nl2\n"}}),
    ("t: 'x'  # c\n", {"t": "a\nb\n"}),
    ("t: x\n", {"t": "a\nb"}),
    ("a: 1\r\nb: 2\n", {"a": "1", "b": "3"}),
    ("a: 1\rb: 2\r", {"a": "1", "b": "3"}),
    ("a: &x 1\n", {"a": "2"}),
    ("a: 1\na: 2\n", {"a": "3"}),
    ("t: [\n  x,  # c\n  y]\n", {"t": ["x"]}),
    ("t: |  # c\n  x\n", {"t": "y"}),
    ("t: >-  # c\n  x\n  y\n", {"t": "y"}),
    ("l:\n  - x\n", {"l": []}),
]
"""Edits by which something would be lost, or that nobody can place."""


@pytest.mark.parametrize(("text", "wanted", "made"), EDITS)
def test_before_and_after(text: str, wanted: dict[str, reader.Tree], made: str) -> None:
    assert editor.edit(text.encode(), wanted).decode() == made
    assert reader.read(made.encode(), "") == (wanted, [])


@pytest.mark.parametrize(("text", "wanted"), REFUSED)
def test_what_is_left_to_a_person(text: str, wanted: dict[str, reader.Tree]) -> None:
    with pytest.raises(editor.EditWouldLoseData) as refused:
        editor.edit(text.encode(), wanted)
    assert refused.value.code == "ledger-edit-by-hand"


@pytest.mark.parametrize(("text", "wanted", "_"), [row for row in EDITS if "\n" in row[0]])
def test_line_ends_and_marks_stay_in_every_edit(text: str, wanted: dict[str, reader.Tree], _: str) -> None:
    made = editor.edit(text.encode(), wanted)
    windows = b"\xef\xbb\xbf" + text.replace("\r\n", "\n").replace("\n", "\r\n").encode()
    assert editor.edit(windows, wanted) == b"\xef\xbb\xbf" + made.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")


def test_nothing_to_change_leaves_even_odd_bytes_alone() -> None:
    data = b"\xef\xbb\xbfa:   1\rb: 2  \n\n\n"
    assert editor.edit(data, {"a": "1", "b": "2"}) == data
