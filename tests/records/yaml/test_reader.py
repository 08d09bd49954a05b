"""The loader: what it reads, what it refuses, and that nothing makes it fall over."""

import json
import string

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
]


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
