"""The output formats of problems: text, JSON, and the formats that GitHub and GitLab show beside a change.

studios/yuxin/x/2013.yml:12:5: 错误：…；应为…［code］
"""

import json
from collections.abc import Callable, Iterable

from laomo.problems.messages import Language, remedy, sentence, severity_word
from laomo.problems.problem import Problem


def text(problem: Problem, language: Language = "zh") -> str:
    """One line: place, what was found, and how to correct it."""
    what, mend = sentence(problem.code, problem.facts, language), remedy(problem.code, problem.facts, language)
    word = severity_word(problem.severity, language)
    if language == "zh":
        return printable(f"{problem.place}: {word}：{what}；{mend}［{problem.code}］")
    return printable(f"{problem.place}: {word}: {what}; {mend} [{problem.code}]")


def help_page(code: str) -> str:
    """Where the site explains problems with this code, from the site's own root."""
    return f"/help/problems/#{code}"


def printable(text: str) -> str:
    """The text with control characters and undecodable bytes escaped, for a terminal. File names may contain any of them."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else c.encode("unicode_escape", "backslashreplace").decode() for c in text)


def _facts(problem: Problem, language: Language) -> dict[str, str | int]:
    return {
        "path": printable(problem.path),
        "line": problem.line or 1,
        "column": problem.column or 1,
        "severity": problem.severity,
        "code": problem.code,
        "message": sentence(problem.code, problem.facts, language),
        "remedy": remedy(problem.code, problem.facts, language),
        "help": help_page(problem.code),
    }


def as_text(problems: Iterable[Problem], language: Language) -> str:
    """One line for each problem."""
    return "".join(text(problem, language) + "\n" for problem in problems)


def as_json(problems: Iterable[Problem], language: Language) -> str:
    """A JSON list of objects, for programs."""
    return json.dumps([_facts(problem, language) for problem in problems], ensure_ascii=False, indent=2) + "\n"


def as_github(problems: Iterable[Problem], language: Language) -> str:
    """GitHub workflow commands, which show each problem at its line of the change (values escaped as the runner requires).

    Each says where it is explained, since it is read by itself.
    """
    return "".join(
        f"::{problem.severity} file={_escaped(printable(problem.path), ':,')},line={problem.line or 1},col={problem.column or 1},"
        f"title={problem.code}::{_escaped(text(problem, language) + chr(10) + read_on(problem.code, language))}\n"
        for problem in problems
    )


def as_gitlab(problems: Iterable[Problem], language: Language) -> str:
    """A GitLab code quality report. The fingerprint leaves out the line, so it stays the same when lines above change."""
    stop = "；" if language == "zh" else "; "
    report = [
        {
            "description": stop.join(
                (sentence(p.code, p.facts, language), remedy(p.code, p.facts, language), read_on(p.code, language))
            ),
            "check_name": p.code,
            "fingerprint": f"{printable(p.path)}:{'.'.join(map(str, p.loc))}:{p.code}",
            "severity": "major" if p.severity == "error" else "minor",
            "location": {"path": printable(p.path), "lines": {"begin": p.line or 1}},
        }
        for p in problems
    ]
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def read_on(code: str, language: Language) -> str:
    """Where to read on, in words."""
    return f"{'说明：' if language == 'zh' else 'help: '}{help_page(code)}"


def _escaped(value: str, also: str = "") -> str:
    for character in "%\r\n" + also:
        value = value.replace(character, f"%{ord(character):02X}")
    return value


FORMATS: dict[str, Callable[[Iterable[Problem], Language], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
    "gitlab": as_gitlab,
}
