"""A problem's place, its line in every format, and what is said of very many."""

import json

import pytest

from laomo.problems.bounded import NAMED, bounded
from laomo.problems.formats import FORMATS, printable, text
from laomo.problems.messages import MESSAGES, in_general, severity_word
from laomo.problems.problem import Finding, Problem, Severity, facts_from_json

CODE = "unexpected-file"
FOUND, MEND, FOUND_EN, MEND_EN = MESSAGES[CODE]


@pytest.mark.parametrize(
    ("path", "line", "column", "place"),
    [
        ("studios/a.yml", 3, 7, "studios/a.yml:3:7"),
        ("studios/a.yml", 0, 0, "studios/a.yml:1:1"),
        ("studios/a.yml", 2, 0, "studios/a.yml:2:1"),
        ("成果!C7", 0, 0, "成果!C7"),
        ("名单.xlsx 成果!AB12:AB30", 0, 0, "名单.xlsx 成果!AB12:AB30"),
        ("成果!C7,C9…C30", 0, 0, "成果!C7,C9…C30"),
        ("成果!7", 0, 0, "成果!7:1:1"),
        ("成果!ABCD7", 0, 0, "成果!ABCD7:1:1"),
        ("a!C7.yml", 0, 0, "a!C7.yml:1:1"),
        ("年度档案 2024 › 年度小结", 0, 0, "年度档案 2024 › 年度小结"),
        ("年度档案 2024 › ", 0, 0, "年度档案 2024"),
    ],
)
def test_a_place_is_one_that_editors_and_clerks_find(path: str, line: int, column: int, place: str) -> None:
    assert Problem(path, CODE, line=line, column=column).place == place


def test_problems_are_sorted_by_place_then_code() -> None:
    problem = Problem("b", "z", ("x",), {"n": 1}, "warning", 3, 4)
    assert problem.position == ("b", 3, 4, "z")
    assert Finding("z", {"n": 1}, "warning", 3, 4).at("b") == Problem("b", "z", (), {"n": 1}, "warning", 3, 4)
    assert facts_from_json({"a": ["x", "y"], "b": 1, "c": "z"}) == {"a": ("x", "y"), "b": 1, "c": "z"}


def many(count: int, path: str = "a", code: str = "x", severity: Severity = "error", first: int = 1) -> list[Problem]:
    return [Problem(path, code, severity=severity, line=line) for line in range(first, first + count)]


def test_the_hundredth_of_a_kind_is_named_and_the_next_is_counted() -> None:
    assert NAMED == 100
    assert list(bounded(many(100))) == many(100)
    rest = Problem("a", "more-problems", facts={"count": 1, "code": "x"}, line=101)
    assert list(bounded(many(101))) == [*many(100), rest]


def test_kinds_files_and_severities_are_counted_apart() -> None:
    mixed = [
        *many(99, code="y"),
        *many(99, path="b"),
        *many(102, severity="warning"),
        *many(103),
        *many(1, code="y", first=200),
    ]
    found = list(bounded(mixed))
    assert found[-2:] == [
        Problem("a", "more-problems", facts={"count": 2, "code": "x"}, severity="warning", line=101),
        Problem("a", "more-problems", facts={"count": 3, "code": "x"}, line=101),
    ]
    assert found[:-2] == [each for each in mixed if each.line <= 100 or each.code == "y"]


def test_cells_of_one_workbook_are_of_one_file() -> None:
    cells = [Problem(f"名单!A{row}", "x") for row in range(1, 103)]
    assert list(bounded(cells)) == cells
    found = list(bounded(cells, lambda each: each.path.split("!")[0]))
    assert found == [*cells[:100], Problem("名单!A101", "more-problems", facts={"count": 2, "code": "x"})]


def test_a_line_says_place_severity_finding_remedy_and_code() -> None:
    problem = Problem("a.yml", CODE, line=3, column=7)
    assert text(problem) == text(problem, "zh") == f"a.yml:3:7: 错误：{FOUND}；{MEND}［{CODE}］"
    assert text(problem, "en") == f"a.yml:3:7: error: {FOUND_EN}; {MEND_EN} [{CODE}]"
    assert in_general(CODE) == (FOUND, MEND)


def test_severities_have_words_in_both_languages() -> None:
    words = {each: (severity_word(each, "zh"), severity_word(each, "en")) for each in ("error", "warning", "notice")}
    assert words == {"error": ("错误", "error"), "warning": ("提醒", "warning"), "notice": ("说明", "notice")}


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("a 甲", "a 甲"),
        ("a\nb", "a\\nb"),
        ("a\x1b[0m", "a\\x1b[0m"),
        ("\u202e", "\\u202e"),
        ("\udcff", "\\udcff"),
        ("\U000e0001", "\\U000e0001"),
    ],
)
def test_what_could_act_on_a_terminal_is_escaped(written: str, shown: str) -> None:
    assert printable(written) == shown


PROBLEMS = [
    Problem("a.yml", CODE, ("leaders", 0, "name"), {}, "error", 3, 7),
    Problem("b,c:d%\n.yml", CODE, severity="warning"),
    Problem("c.yml", CODE, severity="notice"),
]


def test_json_has_a_field_for_each_part() -> None:
    first = {
        "path": "a.yml",
        "line": 3,
        "column": 7,
        "severity": "error",
        "code": CODE,
        "message": FOUND,
        "remedy": MEND,
        "help": f"/help/problems/#{CODE}",
    }
    found = json.loads(FORMATS["json"](PROBLEMS, "zh"))
    assert found[0] == first
    assert [(each["path"], each["line"], each["column"], each["severity"]) for each in found[1:]] == [
        ("b,c:d%\\n.yml", 1, 1, "warning"),
        ("c.yml", 1, 1, "notice"),
    ]
    english = json.loads(FORMATS["json"](PROBLEMS, "en"))[0]
    assert (english["message"], english["remedy"]) == (FOUND_EN, MEND_EN)


def test_text_is_one_line_each_and_nothing_for_none() -> None:
    assert FORMATS["text"](PROBLEMS, "zh").splitlines() == [text(each) for each in PROBLEMS]
    assert [FORMATS[name]([], "zh") for name in FORMATS] == ["", "[]\n", "", "[]\n"]


def test_github_gets_commands_whose_values_end_nothing() -> None:
    lines = FORMATS["github"](PROBLEMS, "en").splitlines()
    assert (
        lines[0]
        == f"::error file=a.yml,line=3,col=7,title={CODE}::{text(PROBLEMS[0], 'en')}%0Ahelp: /help/problems/#{CODE}"
    )
    assert lines[1].startswith(f"::warning file=b%2Cc%3Ad%25\\n.yml,line=1,col=1,title={CODE}::b,c:d%25\\n.yml:1:1: ")
    assert lines[2].startswith("::notice file=c.yml,line=1,")
    assert len(lines) == 3


def test_gitlab_gets_a_fingerprint_without_the_line() -> None:
    moved = [Problem("a.yml", CODE, ("leaders", 0, "name"), {}, "error", 9, 1)]
    [before, warned, noticed] = json.loads(FORMATS["gitlab"](PROBLEMS, "zh"))
    [after] = json.loads(FORMATS["gitlab"](moved, "zh"))
    assert before == {
        "description": f"{FOUND}；{MEND}；说明：/help/problems/#{CODE}",
        "check_name": CODE,
        "fingerprint": f"a.yml:leaders.0.name:{CODE}",
        "severity": "major",
        "location": {"path": "a.yml", "lines": {"begin": 3}},
    }
    assert after == {**before, "location": {"path": "a.yml", "lines": {"begin": 9}}}
    assert (warned["severity"], noticed["severity"], noticed["location"]["lines"]) == ("minor", "minor", {"begin": 1})
    assert json.loads(FORMATS["gitlab"](moved, "en"))[0]["description"] == (
        f"{FOUND_EN}; {MEND_EN}; help: /help/problems/#{CODE}"
    )
