"""The likely cause when a record is not valid YAML: Chinese punctuation, tabs, missing blanks, leftover merge markers."""

import re
from typing import Any

from laomo.problems.problem import Finding
from laomo.text.encoding import forbidden_character

_MERGE_MARKER = re.compile(r"^(<{7}|={7}|>{7}|\|{7})(\s|$)")
_FULL_WIDTH_COLON = re.compile(r"^(?P<before>\s*(?:-\s+)*[^\s：:#'\"|>][^：:#]{0,30})：")
_NO_SPACE_AFTER_COLON = re.compile(r"^\s*(?:-\s+)*[A-Za-z_]+:(?=[^\s/])")
_SPECIAL_START = re.compile(r"^\s*(?:-\s+)*[A-Za-z_]+:\s+(?P<sign>[@`%*&!])")
_SECOND_COLON = re.compile(r"^\s*(?:-\s+)*[A-Za-z_]+: [^'\"\[{|>].*?: ")


def suspicious(value: str, rest_of_line: str) -> tuple[str | None, dict[str, str]]:
    """Code and facts for an unquoted value that YAML accepts but that surely means something else; (None, {}) if it is fine."""
    if rest_of_line.startswith((" #", "\t#")) and not rest_of_line[2:3].isspace() and rest_of_line[2:]:
        return "text-lost", {"lost": rest_of_line.strip()[:20], "value": (value + rest_of_line).strip()[:40]}
    if value.startswith("-") and re.match(r"-[^\s\d-]", value):
        return "dash-without-space", {"value": value[:20]}
    if len(value) > 1 and value[0] == "“" and value[-1] == "”" and value.count("“") == 1:
        return "chinese-quotes", {"value": value[:40], "inner": value[1:-1][:38]}
    return None, {}


def not_a_mapping(text: str) -> Finding:
    """The finding for a file that is one string or one list; it names the line that caused this, if one is found."""
    return _culprit(text.split("\n"), 1) or Finding("not-a-mapping", line=1, column=1)


def explain(error: Any, text: str) -> Finding:
    """The likeliest cause of a syntax error, at the line of the cause (often the one before the parser's mark)."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    lines = text.split("\n")
    for number, content in enumerate(lines, 1):
        if _MERGE_MARKER.match(content):
            return Finding("merge-marker", {"line": shown(lines, number)}, line=number, column=1)
    if culprit := _culprit(lines, line):
        return culprit
    for number, content in enumerate(lines[:line], 1):  # the error may show up only after a whole block
        if re.match(r"\s*(?:-\s+)*[a-z_]+：", content):
            return Finding(
                "full-width-colon",
                {"key": content.split("：")[0].strip(" -")},
                line=number,
                column=content.index("：") + 1,
            )
    bad = forbidden_character(text)
    if bad and "character" in str(error):
        before = text[: text.index(next(c for c in text if forbidden_character(c)))]
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        return Finding("forbidden-character", {"character": bad}, line=line, column=column)
    return Finding("syntax", {"line": shown(lines, line)}, line=line, column=column)


def _culprit(lines: list[str], mark: int) -> Finding | None:
    """The first typing slip found on the marked line, the two lines before it, or the first line; None without one."""
    for number in (n for n in (mark, mark - 1, mark - 2, 1) if 0 < n <= len(lines)):
        if slip := _slip(lines[number - 1]):
            column, code, facts = slip
            return Finding(code, facts, line=number, column=column)
    return None


def _slip(line: str) -> tuple[int, str, dict[str, str]] | None:
    """Column (from 1), code and facts of a typing slip in one line; None without one."""
    leading = line[: len(line) - len(line.lstrip())]
    written = {"line": line.strip()[:40]}
    slip: tuple[int, str, dict[str, str]] | None = None
    if "\t" in leading:
        slip = leading.index("\t") + 1, "tab", {}
    elif "\u3000" in leading or re.match(r"^\s*(?:-\s+)*\w+:\u3000", line):
        slip = line.index("\u3000") + 1, "full-width-space", {}
    elif found := _FULL_WIDTH_COLON.match(line):
        slip = len(found["before"]) + 1, "full-width-colon", {"key": found["before"].strip(" -")}
    elif found := _NO_SPACE_AFTER_COLON.match(line):
        slip = found.end() + 1, "colon-without-space", written
    elif found := _SPECIAL_START.match(line):
        slip = found.start("sign") + 1, "special-start", {**written, "sign": found["sign"]}
    elif found := _SECOND_COLON.match(line):
        slip = found.end() - 1, "second-colon", written
    return slip


def shown(lines: list[str], number: int) -> str:
    """The beginning of a line of the file, for a message; `number` counts from 1."""
    return lines[number - 1].strip()[:40] if 0 < number <= len(lines) else ""
