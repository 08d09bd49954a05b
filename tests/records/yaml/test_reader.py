"""The loader: what it reads, what it refuses, and that nothing makes it fall over."""

import json
import string
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from laomo.problems.formats import as_text
from laomo.problems.messages import MESSAGES
from laomo.records.yaml import reader

FAULTS = [
    # what a clerk's file holds, and what is said of it: code, line, column
    ("name: a\nunits：x\n", ("full-width-colon", 2, 6)),
    ("名称：张三\n", ("full-width-colon", 1, 3)),
    ("leaders:\n  - name: 甲\n    job：电焊工\n", ("full-width-colon", 3, 8)),
    ("a:\n\tb: 1\n", ("tab", 2, 1)),
    ("\u3000a: 1\nb: 2\n", ("full-width-space", 1, 1)),
    ("a:b\nc: 1\n", ("colon-without-space", 1, 3)),
    ("a: b: c\n", ("second-colon", 1, 5)),
    ("a: @x\n", ("special-start", 1, 4)),
    ("a: 1\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> x\n", ("merge-marker", 2, 1)),
    ("a: 见 #3\n", ("text-lost", 1, 4)),
    ("a: [甲，乙]\n", ("full-width-comma", 1, 4)),
    ("a: “张三”\n", ("chinese-quotes", 1, 4)),
    ("a:\n  -甲\n", ("dash-without-space", 2, 3)),
    ("a: 1\nb: 2\na: 3\n", ("duplicate-key", 3, 1)),
    ("e\u0301: 1\n\u00e9: 2\n", ("duplicate-key", 2, 1)),
    ("a: &x 1\n", ("anchor", 1, 4)),
    ("a: *x\n", ("anchor", 1, 4)),
    ("a:\n  <<: {b: 1}\n", ("anchor", 2, 3)),
    ("a: !!python/object/apply:os.system [id]\n", ("tag", 1, 4)),
    ("a: 1\n---\nb: 1\n", ("several-documents", 2, 1)),
    ("? [a]\n: 1\n", ("key-not-text", 1, 3)),
    ('a: "\\x00"\n', ("forbidden-character", 1, 4)),
    ('a: "\\u202e"\n', ("forbidden-character", 1, 4)),
    ("a: x\u200bx\n", ("forbidden-character", 1, 4)),
    ("a: 1\nb: x\u2028y\n", ("forbidden-character", 2, 5)),
    ("- 1\n", ("not-a-mapping", 1, 1)),
    ("a: [" * 20, ("too-deep", 1, 25)),
    ("[" * 100_000, ("too-deep", 1, 13)),
    ("a: [" + "1, " * 30_000 + "1]", ("too-many-nodes", 1, 59_996)),
    ("a: 1\n b: 2\n", ("syntax", 2, 3)),
    ("a: 'x\n", ("syntax", 2, 1)),
    ("a: 1\n<<<<<<<\n", ("merge-marker", 2, 1)),
    ("||||||| x\na: 1\n", ("merge-marker", 1, 1)),
    (">>>>>>> x\na: 1\n", ("merge-marker", 1, 1)),
    ("a: [\n=======\n", ("merge-marker", 2, 1)),
    ("a: 1\n<<<<<<<x\nb\n", ("syntax", 3, 1)),
    ("a: 1\n<<<<<< x\nb\n", ("syntax", 3, 1)),
    ("a: `x\n", ("special-start", 1, 4)),
    ("a: %x\n", ("special-start", 1, 4)),
    ("  - a: @x\n", ("special-start", 1, 8)),
    ("a:  @x\n", ("special-start", 1, 5)),
    ("a : @x", ("syntax", 1, 5)),
    ("a: !x y\n", ("tag", 1, 4)),
    ("- a:x\n- b\n", ("colon-without-space", 1, 5)),
    ("a:/x\nb\n", ("not-a-mapping", 1, 1)),
    ("https://x\n", ("not-a-mapping", 1, 1)),
    ("x\n", ("not-a-mapping", 1, 1)),
    ("a: 'b': c\n", ("syntax", 1, 7)),
    ("a: [b: c: d\n", ("syntax", 1, 9)),
    ("- a: b: c\n", ("second-colon", 1, 7)),
    ("a: 见\t#3\n", ("text-lost", 1, 4)),
    ("a: -x\n", ("dash-without-space", 1, 4)),
    ("a: - x\n", ("syntax", 1, 4)),
    ("a: [“甲”]\n", ("chinese-quotes", 1, 5)),
    ("a: [甲、乙]\n", ("full-width-comma", 1, 4)),
    ("a: [[甲，乙]]\n", ("full-width-comma", 1, 5)),
    ("a: 1\nb:\u30001\n", ("full-width-space", 2, 3)),
    (" \u3000a: 1\n", ("full-width-space", 1, 2)),
    ("a\u3000: 1\n", ("full-width-space", 1, 1)),
    ("- a：b\n", ("full-width-colon", 1, 4)),
    ("c: 1\na: 1\nd：2\nb: [\n", ("full-width-colon", 3, 2)),
    ("a: 1\n\n\nb：2\nc: [x\n\n\n\n\n", ("full-width-colon", 4, 2)),
    ("'a：b\n", ("syntax", 2, 1)),
    ("# a：b\nb: [\n", ("syntax", 3, 1)),
    ("x: 1\ny\n", ("syntax", 3, 1)),
    ("<<: 1\n", ("anchor", 1, 1)),
    ("l:\n  - &x 1\n", ("anchor", 2, 5)),
    ("l: &x {a: 1}\n", ("anchor", 1, 4)),
    ("l: &x [1]\n", ("anchor", 1, 4)),
    ("? {a: 1}\n: 1\n", ("key-not-text", 1, 3)),
    ("&x a: 1\n", ("key-not-text", 1, 1)),
    ("!t a: 1\n", ("key-not-text", 1, 1)),
    ("*x : 1\n", ("key-not-text", 1, 1)),
    ("a: 1\n...\nb: 1\n", ("syntax", 3, 1)),
    ("---\na: 1\n---\n", ("several-documents", 3, 1)),
    ("a: [,]\n", ("syntax", 1, 5)),
    ('"\\u200b": 1\n', ("forbidden-character", 1, 1)),
    ("a: \ufeffx\n", ("forbidden-character", 1, 4)),
    ("a: x\x0by\n", ("forbidden-character", 1, 5)),
    ("b: 1\na: x\x01y\n", ("forbidden-character", 2, 5)),
    ("a: xxxxxxxxxx\x85\n", ("forbidden-character", 1, 14)),
    ("甲" * 31 + "：乙\n", ("full-width-colon", 1, 32)),
    ("甲" * 32 + "：乙\n", ("not-a-mapping", 1, 1)),
    ("'甲'：乙\n", ("syntax", 1, 4)),
    ("甲#：乙\n", ("not-a-mapping", 1, 1)),
    ("|甲：乙\n", ("syntax", 1, 2)),
    (">甲：乙\n", ("syntax", 1, 2)),
    ("- - a：b\n", ("full-width-colon", 1, 6)),
    ("- - a:b\n", ("colon-without-space", 1, 7)),
    ("a1:b\n", ("not-a-mapping", 1, 1)),
    ("a_B:b\n", ("colon-without-space", 1, 5)),
    ("a_B: @x\n", ("special-start", 1, 6)),
    ("- - a: @x\n", ("special-start", 1, 8)),
    ("a_B: b: c\n", ("second-colon", 1, 7)),
    ("- - a: b: c\n", ("second-colon", 1, 9)),
    ("a: {b: c: d\n", ("syntax", 1, 9)),
    ("a: |b: c\n", ("syntax", 1, 5)),
    ("a: >b: c\n", ("syntax", 1, 5)),
    ("- 甲:\u3000乙\n", ("full-width-space", 1, 5)),
    ("  \ta: 1\nb: [\n", ("tab", 1, 3)),
    ("a: [\n<<<<<<<\tx\n", ("merge-marker", 2, 1)),
    ("a: [\n b_c：\n\n\n\n\n", ("full-width-colon", 2, 5)),
]
HARMLESS = [
    # what looks like a slip and is none
    ("a: 见 # 3\n", {"a": "见"}),
    ("a: 见 #\n", {"a": "见"}),
    ("a: 见#3\n", {"a": "见#3"}),
    ("a: 'x' #3\n", {"a": "x"}),
    ("a: -5\n", {"a": "-5"}),
    ("a: --x\n", {"a": "--x"}),
    ("a: '-x'\n", {"a": "-x"}),
    ("a: “x”y“z”\n", {"a": "“x”y“z”"}),
    ("a: “\n", {"a": "“"}),
    ("a: ”x“\n", {"a": "”x“"}),
    ("a: “x”y\n", {"a": "“x”y"}),
    ("a: x“y”\n", {"a": "x“y”"}),
    ("a: [甲, 乙，丙]\n", {"a": ["甲", "乙，丙"]}),
    ("a: '[甲，乙]'\n", {"a": "[甲，乙]"}),
    ("a:\n  - 甲，乙\n", {"a": ["甲，乙"]}),
    ("a: [甲]\n", {"a": ["甲"]}),
    ("a: [{b: 甲，乙}]\n", {"a": [{"b": "甲，乙"}]}),
    ("a:\t1\n", {"a": "1"}),
    ("'<<': 1\n", {"<<": "1"}),
    ("? a\n: 1\n", {"a": "1"}),
    ("%YAML 1.1\n---\na: 1\n", {"a": "1"}),
    ("a: null\nb: ~\nc: Null\nd: 'null'\ne: ''\nf: '~'\n", {"c": "Null", "d": "null", "f": "~"}),
    ("'': 1\n", {"": "1"}),
    ("a: {b: }\nc: 1\n", {"a": {}, "c": "1"}),
    ("a: []\nb: {}\n", {"a": [], "b": {}}),
    ("a:\n  - \n  - 1\n", {"a": ["", "1"]}),
    ("\n", {}),
    ("", {}),
    ("# x\n", {}),
    ("---\n", {}),
    ("null\n", {}),
    ("e\u0301: 1\n", {"\u00e9": "1"}),
]


@pytest.mark.parametrize(("text", "tree"), HARMLESS)
def test_what_looks_like_a_slip_and_is_none(text: str, tree: reader.Tree) -> None:
    assert reader.read(text.encode(), "x.yml") == (tree, [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 见 #3\nb: &x 1\n", [("text-lost", 1, 4), ("anchor", 2, 4)]),
        ("a: 见 #3\nb: [\n", [("text-lost", 1, 4), ("syntax", 3, 1)]),
        ("a: 见 #3\nb: -x\n", [("text-lost", 1, 4), ("dash-without-space", 2, 4)]),
        ("x: 1\ny: 2\na:b\n  c: d\n", [("colon-without-space", 3, 3)]),
        ("x: 1\ny: 2\na:b\n  c\n  d: e\n", [("colon-without-space", 3, 3)]),
        ("x: 1\ny: 2\na:b\n  c\n  d\n  e: f\n", [("syntax", 6, 4)]),
        ("a:b\n  c\n  d\n  e\n  f: g\n", [("colon-without-space", 1, 3)]),
        ("c: 1\na:\n  d：2\n  e: 1\nf: 2\ng: 3\nh: 4\nb: [\n", [("full-width-colon", 3, 4)]),
        ("c: 1\na:\n  - d：2\n    e: 1\nf: 2\ng: 3\nh: 4\nb: [\n", [("full-width-colon", 3, 6)]),
    ],
)
def test_all_that_is_wrong_with_a_file(text: str, expected: list[tuple[str, int, int]]) -> None:
    assert [(each.code, each.line, each.column) for each in reader.read(text.encode(), "x.yml")[1]] == expected


@pytest.mark.parametrize("text", ["a: 1\na: 2\n", "a\u3000: 1\n", "' a ': 1\n", "a: 1\na:\n"])
def test_what_a_file_with_a_slip_still_says(text: str) -> None:
    """The first of two fields of one name, and a name without the blanks around it."""
    tree, problems = reader.read(text.encode(), "x.yml")
    assert tree == {"a": "1"}
    assert len(problems) == 1


FACTS = [
    ("a: 见 #3号" + "x" * 40, {"lost": "#3号" + "x" * 17, "value": "见 #3号" + "x" * 35}),
    ("a: -" + "甲" * 30, {"value": "-" + "甲" * 19}),
    ("a: “" + "甲" * 50 + "”", {"value": "“" + "甲" * 39, "inner": "甲" * 38}),
    ("a: [" + "甲，" * 30 + "]", {"value": "甲，" * 20}),
    ("a: !" + "t" * 60 + " x", {"tag": "!" + "t" * 39}),
    ("a: `x", {"line": "a: `x", "sign": "`"}),
    ("a: 1\n<<<<<<< HEAD\nb: 2", {"line": "<<<<<<< HEAD"}),
    ("a: &b " + "y" * 60, {"line": "a: &b " + "y" * 34}),
    ("a: 1\n[b]: 2", {"line": "[b]: 2"}),
    ("- 名 ：x", {"key": "名"}),
    ("x: 1\nb: [\nc：1", {"key": "c"}),
    ("a:x" + "y" * 60, {"line": "a:x" + "y" * 37}),
    ("a: b: " + "y" * 60, {"line": "a: b: " + "y" * 34}),
    ("a: '" + "y" * 60 + "': b", {"line": "a: '" + "y" * 36}),
    ("a: 1\na: 2", {"key": "a"}),
    ("a: \u200b", {"character": "U+200B"}),
    ("a: \x01", {"character": "U+0001"}),
    ("a: [" * 13, {"limit": 12}),
    ("a: [" + "1, " * 20_000 + "1]", {"limit": 20_000}),
]


@pytest.mark.parametrize(("text", "facts"), FACTS, ids=[text[:12] for text, _ in FACTS])
def test_what_is_quoted(text: str, facts: dict[str, object]) -> None:
    assert reader.read(text.encode(), "x.yml")[1][0].facts == facts


def test_the_largest_that_is_read() -> None:
    """Twelve levels, twenty thousand values and keys, a million bytes; not one more."""

    def read(text: str) -> list[tuple[str, object]]:
        return [(each.code, each.facts["limit"]) for each in reader.read(text.encode(), "x.yml")[1]]

    assert read("a: " + "[" * 10 + "1" + "]" * 10) == []
    assert read("a: " + "[" * 11 + "1" + "]" * 11) == [("too-deep", 12)]
    assert read("a: [" + "1, " * 19_996 + "1]") == []
    assert read("a: [" + "1, " * 19_997 + "1]") == [("too-many-nodes", 20_000)]
    assert read("a: " + "x" * (1_000_000 - 3)) == []
    assert read("a: " + "x" * (1_000_000 - 2)) == [("file-too-large", 1_000_000)]


MARKED = "name: 甲\nunits: [一, {a: 二}]\nempty:\nleaders:\n  - name: 乙\n    job: |\n      焊工\n  - x\n"


@pytest.mark.parametrize(
    ("loc", "value", "key"),
    [
        (("name",), (1, 7), (1, 1)),
        (("units",), (2, 8), (2, 1)),
        (("units", 0), (2, 9), (2, 9)),
        (("units", 1), (2, 12), (2, 12)),
        (("units", 1, "a"), (2, 16), (2, 13)),
        (("units", 2), (2, 8), (2, 8)),
        (("empty",), (3, 1), (3, 1)),
        (("leaders",), (5, 3), (4, 1)),
        (("leaders", 0), (5, 5), (5, 5)),
        (("leaders", 0, "job"), (6, 10), (6, 5)),
        (("leaders", 0, "title", "x"), (5, 5), (5, 5)),
        (("leaders", 1), (8, 5), (8, 5)),
        (("nothing",), (1, 1), (1, 1)),
        ((), (1, 1), (1, 1)),
    ],
)
def test_where_each_value_and_key_stands(
    loc: tuple[str | int, ...], value: tuple[int, int], key: tuple[int, int]
) -> None:
    assert reader.locate(MARKED.encode(), loc) == value
    assert reader.locate(MARKED.encode(), loc, key=True) == key


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("site_name: 甲\n", "甲"),
        ("site_name: 2013\n", "2013"),
        ("x: !!python/name:a.b\nsite_name: '甲'\n", "甲"),
        ("site_name: [甲]\n", None),
        ("site_name: {a: 甲}\n", None),
        ("x: {site_name: 甲}\n", None),
        ("- site_name\n", None),
        ("甲\n", None),
        ("", None),
        ("site_name: [\n", None),
        ("x: 1\n", None),
        ("? [a]\n: 1\nsite_name: 甲\n", "甲"),
    ],
)
def test_a_setting_of_a_file_that_is_no_record(tmp_path: Path, text: str, value: str | None) -> None:
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    assert reader.setting(tmp_path / "mkdocs.yml", "site_name") == value
    assert reader.setting(tmp_path / "none.yml", "site_name") is None


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a: 1\nb: 2\n", set()),
        ("a: |\n  x\n  y\nb: 1\n", {0, 1, 2}),
        ("a: |\n  x\n\n", {0, 1, 2}),
        ("a: 'x\n  y'\nb: 1\n", {0, 1}),
        ("a: x\n  y\nb: 1\n", {0, 1}),
        ("b: 1\na: >-\n  x\nc: [1,\n  2]\n", {1, 2}),
    ],
)
def test_lines_of_texts_over_several_lines(text: str, lines: set[int]) -> None:
    assert reader.within_texts(text) == lines


def test_the_outline_of_a_text() -> None:
    text = "a:  x  # c\nb: [1, 2]\nc:\n  - d: |\n      t\n\n# e\nf:\n"

    def said(node: reader.Node) -> object:
        piece = text[node.start : node.end]
        match node.children:
            case dict() as children:
                return piece, node.flow, {text[node.keys[key] :][0]: said(child) for key, child in children.items()}
            case list() as children:
                return piece, node.flow, [said(child) for child in children]
        return piece

    top = reader.outline(text)
    assert top is not None
    inner = ("d: |\n      t", False, {"d": "|\n      t"})
    assert said(top) == (
        text.rstrip("\n"),
        False,
        {"a": "x", "b": ("[1, 2]", True, ["1", "2"]), "c": ("- d: |\n      t", False, [inner]), "f": ""},
    )
    assert [reader.outline(none) for none in ("", "# x\n", "- 1\n", "x\n")] == [None] * 4


@pytest.mark.parametrize(("text", "expected"), FAULTS, ids=[fault[1][0] + f"-{n}" for n, fault in enumerate(FAULTS)])
def test_each_slip_is_named_at_its_place(text: str, expected: tuple[str, int, int]) -> None:
    _, problems = reader.read(text.encode(), "x.yml")
    assert [(p.code, p.line, p.column) for p in problems][:1] == [expected]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ("name: 张三".encode("gbk"), "encoding-gbk"),
        ("name: 张三".encode("utf-16"), "encoding-utf16"),
        ("name: 张三".encode("utf-16-le"), "encoding-utf16"),
        (b"name: \xff\xff\xff", "encoding-unknown"),
        (b"a: " + b"x" * reader.MAX_BYTES, "file-too-large"),
    ],
)
def test_other_encodings_are_named(data: bytes, code: str) -> None:
    tree, problems = reader.read(data, "x.yml")
    assert (tree, [p.code for p in problems]) == ({}, [code])


def test_gbk_shows_the_line_as_it_was_meant() -> None:
    _, problems = reader.read("a: 1\nname: 张三\n".encode("gbk"), "x.yml")
    assert "张三" in as_text(problems, "zh")


@pytest.mark.parametrize(
    "typed",
    ["no", "yes", "on", "0123", "1_000", "12:30:00", "190:20:30", "2013-06-01", "20130601", "1e3", "=", "10.10"],
)
def test_nothing_is_typed_but_text(typed: str) -> None:
    assert reader.read(f"a: {typed}\n".encode(), "x.yml") == ({"a": typed}, [])


@pytest.mark.parametrize("nothing", ["", "~", "null", "  # 待填"])
def test_a_field_left_empty_is_as_if_absent(nothing: str) -> None:
    assert reader.read(f"a: {nothing}\nb: 1\n".encode(), "x.yml") == ({"b": "1"}, [])


@pytest.mark.parametrize("data", [b"\xef\xbb\xbfa: 1\n", b"a: 1\r\n", b"a: 1\r", b"# x\na: 1  # y\n", b'"a": "1"\n'])
def test_harmless_variants_are_accepted(data: bytes) -> None:
    assert reader.read(data, "x.yml") == ({"a": "1"}, [])


def test_locate_finds_values_keys_and_the_parent_of_what_is_missing() -> None:
    data = "name: 甲\nleaders:\n  - name: 乙\n    job: 焊工\n".encode()
    assert reader.locate(data, ("leaders", 0, "job")) == (4, 10)
    assert reader.locate(data, ("leaders", 0, "job"), key=True) == (4, 5)
    assert reader.locate(data, ("leaders", 0, "title")) == (3, 5)
    assert reader.locate(data, ("units",)) == (1, 1)


@given(st.dictionaries(st.text(string.ascii_lowercase, min_size=1), st.text(), max_size=5))
def test_quoted_text_comes_back_unchanged_or_is_refused_by_name(record: dict[str, str]) -> None:
    data = json.dumps(record, ensure_ascii=False).encode("utf-8", "surrogatepass")
    tree, problems = reader.read(data, "x.yml")
    assert problems or tree == {key: value for key, value in record.items() if value}


HOSTILE = st.lists(
    st.sampled_from(
        [
            *"abc:：-#[]{}&*!|>'\"%@`?,，\n\t \\",
            ": ",
            "- ",
            "\n  ",
            "&a ",
            "*a",
            "<<: ",
            "!!x ",
            "“",
            "…",
            "\x85",
            "\u2028",
        ]
    ),
    max_size=40,
).map("".join)


@settings(max_examples=400)
@given(HOSTILE | st.binary(max_size=200))
def test_no_input_is_too_strange(typed: str | bytes) -> None:
    data = typed if isinstance(typed, bytes) else typed.encode()
    _, problems = reader.read(data, "x.yml")
    assert all(problem.code in MESSAGES and problem.line >= 1 for problem in problems)
    assert as_text(problems, "zh").count("［") >= len(problems)
