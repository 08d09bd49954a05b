"""`laomo fmt`: tidies what may be tidied, and what a record says never changes."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from laomo.records.yaml import formatter, reader
from tests.cli.command import laomo
from tests.conftest import ROOT, edit, some, tree

PAIRS = [
    ("a: 1  \nb: 2", "a: 1\nb: 2\n"),
    ("\ufeffa: 1\r\n\r\n\r\n\r\n# 说明 \r\nb:   2\r\n\r\n", "a: 1\n\n# 说明\nb: 2\n"),
    ("\n\na: 1\n", "a: 1\n"),
    ("a: |\n  x  \n\n\n  y \n\n\nb: 1 \n", "a: |\n  x  \n\n\n  y \n\n\nb: 1\n"),
    ('a: "x  \n\n\n  y"  \n', 'a: "x  \n\n\n  y"  \n'),
    ("a:\n  - b:  1   # 为什么\n    c: 2\n", "a:\n  - b: 1   # 为什么\n    c: 2\n"),
    ("a: |+\n  x\n\n\n", "a: |+\n  x\n\n\n"),
    ("url:   https://example.org/a:  b\n", None),
    ("# 只有说明\n", "# 只有说明\n"),
    ("", ""),
    ("\n\n", ""),
    ("a: 1\n\n\n", "a: 1\n"),
    ("a: 1\n\n\n\nb: 2\n\nc: 3\n", "a: 1\n\nb: 2\n\nc: 3\n"),
    ("a: 1\t \n \t\nb: 2\n", "a: 1\n\nb: 2\n"),
    ("a:  # 说明\nb:  1\n", "a:  # 说明\nb: 1\n"),
    ("'a':  1\n\"b\":  2\n", "'a':  1\n\"b\":  2\n"),
    ("a b:  1\n", "a b:  1\n"),
    ("a'b:  1\nc\"d:  2\n", "a'b:  1\nc\"d:  2\n"),
    ("a{b:  1\nc#d:  2\ne[f:  3\n", "a{b:  1\nc#d:  2\ne[f:  3\n"),
    ("l:\n  -  a:   1\n  - b:\t1\n", "l:\n  -  a: 1\n  - b:\t1\n"),
    ("l:\n  - - a:  1\n      b:  2\n", "l:\n  - - a: 1\n      b: 2\n"),
    ("l:\n- {a:  1}\n- [b:  2]\n", "l:\n- {a:  1}\n- [b:  2]\n"),
    ("{a:  1}\n", "{a:  1}\n"),
    ("#a:  1\nb: 1\n", "#a:  1\nb: 1\n"),
    ("甲:   乙:丙  丁\n", "甲: 乙:丙  丁\n"),
    ("a:  '1'\nb:  [x,  y]\n", "a: '1'\nb: [x,  y]\n"),
    ("a: |\n  x\n\n\n", "a: |\n  x\n\n\n"),
    ("a: |\n  x", "a: |\n  x"),
    ("a: |\n  x  \n  b:  1\n", "a: |\n  x  \n  b:  1\n"),
    ("a: |-\n  x\n\n\nb:  1\n\n\n", "a: |-\n  x\n\n\nb: 1\n"),
    ("a: |\n\n\n  x\nb: 1", "a: |\n\n\n  x\nb: 1\n"),
]


@pytest.mark.parametrize(("before", "after"), PAIRS)
def test_before_and_after(before: str, after: str | None) -> None:
    made, problems = formatter.tidy(before.encode(), "x")
    assert bool(problems) == (after is None)
    assert made.decode() == (before if after is None else after)


_PIECES = st.sampled_from(
    [
        "a: 1",
        "b:  甲",
        "c: |",
        "d: >-",
        "  甲  ",
        "",
        "",
        "  - x",
        "e:",
        "# 说明  ",
        "f: [甲,  乙]",
        "g: 'x  ",
        "  y'",
        " ",
        "\t",
        "h: |+",
    ]
)


@settings(max_examples=500, deadline=None)
@example(["h: |+", "", " "], "\n", "")  # the last line is blank, the one before it belongs to the text
@given(st.lists(_PIECES, max_size=12), st.sampled_from(["\n", "\r\n"]), st.sampled_from(["", "\n", "\n\n"]))
def test_any_text_says_afterwards_what_it_said_before(pieces: list[str], ends: str, last: str) -> None:
    data = (ends.join(pieces) + last).encode()
    made, problems = formatter.tidy(data, "x")
    if problems:
        assert made == data
        return
    assert reader.read(made, "x") == reader.read(data, "x")
    assert formatter.tidy(made, "x") == (made, [])
    kept = [piece.strip() for piece in pieces if piece.startswith("#")]
    assert [line for line in made.decode().split("\n") if line.strip() in kept and line.strip()] != [] or not kept


def test_the_sample_city_is_tidy() -> None:
    for file in some((ROOT / "studios").rglob("*.yml")):
        data = file.read_bytes()
        assert formatter.tidy(data, file.name) == (data, []), file


def test_the_command_tidies_and_says_what(site) -> None:
    file = site / "studios/north/weld/studio.yml"
    wanted = file.read_bytes()
    file.write_bytes(wanted.replace(b"\n", b"  \r\n"))
    asked = laomo("fmt", "--check", "--root", site)
    assert (asked.returncode, asked.stdout) == (1, "studios/north/weld/studio.yml 还没有整理\n")
    assert laomo("fmt", "--root", site, site / "studios/south").returncode == 0
    assert file.read_bytes() != wanted
    run = laomo("fmt", "--root", site)
    assert (run.returncode, run.stdout) == (0, "整理了 studios/north/weld/studio.yml\n")
    assert file.read_bytes() == wanted
    assert laomo("fmt", "--check", "--root", site).returncode == 0


def test_a_faulty_record_is_named_and_left_alone(site) -> None:
    edit(site / "studios/north/weld/studio.yml", "category: ", "category：")
    before = tree(site / "studios")
    run = laomo("fmt", "--root", site)
    assert run.returncode == 1
    assert "full-width-colon" in run.stdout
    assert tree(site / "studios") == before
