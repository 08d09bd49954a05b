"""What usually went wrong when a record is no good YAML, seen from a clerk's keyboard: encodings, punctuation, leftovers."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal


@dataclass(frozen=True, slots=True)
class Fault:
    """A problem of the text itself, with its line and column from 1."""

    line: int
    column: int
    code: str
    facts: Mapping[str, str] = field(default_factory=dict)
    severity: Literal["error", "warning"] = "error"


_MERGE_MARKER = re.compile(r"^(<{7}|={7}|>{7}|\|{7})(\s|$)")
_FULL_WIDTH_COLON = re.compile(r"^(?P<before>\s*(?:-\s+)*[^\s：:#'\"|>][^：:#]{0,30})：")
_NO_SPACE_AFTER_COLON = re.compile(r"^\s*(?:-\s+)*[A-Za-z_]+:(?=[^\s/])")
_SPECIAL_START = re.compile(r"^\s*(?:-\s+)*[A-Za-z_]+:\s+(?P<sign>[@`%*&!])")
_SECOND_COLON = re.compile(r"^\s*(?:-\s+)*[A-Za-z_]+: [^'\"\[{|>].*?: ")
_OTHER_BREAKS = re.compile(r"[\x85\u2028\u2029]")
_INVISIBLE = {"\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u180e"}


def decode(data: bytes) -> str | Fault:
    """The text of a file in UTF-8, with or without a byte order mark, any line ending; else a fault that names the encoding."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Fault(1, 1, "encoding-utf16")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line, start = before.count(b"\n") + 1, before.rfind(b"\n") + 1
        column = len(before[start:].decode("utf-8", "replace")) + 1
        end = data.find(b"\n", start)
        raw = data[start : end if end >= 0 else None]
        try:
            return Fault(line, column, "encoding-gbk", {"line": raw.decode("gb18030").strip()[:40]})
        except UnicodeDecodeError:
            return Fault(line, column, "encoding-unknown")
    if "\x00" in text:
        return Fault(1, 1, "encoding-utf16")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if strange := _OTHER_BREAKS.search(text):  # YAML takes them for line breaks and makes them spaces
        lines = text[: strange.start()].split("\n")
        code_point = f"U+{ord(strange[0]):04X}"
        place = len(lines), len(lines[-1]) + 1
        return Fault(*place, "forbidden-character", {"character": code_point})
    return text


def forbidden_character(text: str) -> str | None:
    """The code point of the first control, zero-width or bidirectional character, such as U+200B."""
    if text.isprintable():  # no control or format character at all: nearly every value
        return None
    for character in text:
        if character in "\n\t":
            continue
        category = unicodedata.category(character)
        if category in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp") or character in _INVISIBLE:
            return f"U+{ord(character):04X}"
    return None


def suspicious(value: str, rest_of_line: str) -> tuple[str | None, dict[str, str]]:
    """A code and facts for an unquoted value that YAML accepts and that surely means something else."""
    if rest_of_line.startswith((" #", "\t#")) and not rest_of_line[2:3].isspace() and rest_of_line[2:]:
        return "text-lost", {"lost": rest_of_line.strip()[:20], "value": (value + rest_of_line).strip()[:40]}
    if value.startswith("-") and re.match(r"-[^\s\d-]", value):
        return "dash-without-space", {"value": value[:20]}
    if len(value) > 1 and value[0] == "“" and value[-1] == "”" and value.count("“") == 1:
        return "chinese-quotes", {"value": value[:40], "inner": value[1:-1][:38]}
    return None, {}


def not_a_mapping(text: str) -> Fault:
    """The whole file is one string or one list: name the line that made it so."""
    return _culprit(text.split("\n"), 10_000) or Fault(1, 1, "not-a-mapping")


def explain(error: Any, text: str) -> Fault:
    """A syntax error as its likeliest cause, at the line of the cause (often the one before the parser's mark)."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    lines = text.split("\n")
    for number, content in enumerate(lines, 1):
        if _MERGE_MARKER.match(content):
            return Fault(number, 1, "merge-marker")
    if culprit := _culprit(lines, line):
        return culprit
    for number, content in enumerate(lines[:line], 1):  # a whole block may lie between such a slip and its effect
        if re.match(r"\s*(?:-\s+)*[a-z_]+：", content):
            return Fault(
                number, content.index("：") + 1, "full-width-colon", {"key": content.split("：")[0].strip(" -")}
            )
    bad = forbidden_character(text)
    if bad and "character" in str(error):
        before = text[: text.index(next(c for c in text if forbidden_character(c)))]
        return Fault(
            before.count("\n") + 1, len(before) - before.rfind("\n"), "forbidden-character", {"character": bad}
        )
    return Fault(line, column, "syntax", {"line": _shown(lines, line)})


def _culprit(lines: list[str], mark: int) -> Fault | None:
    """Look at the marked line first, then back up to two lines, for a slip that a keyboard makes easy."""
    for number in (n for n in (mark, mark - 1, mark - 2, 1) if 0 < n <= len(lines)):
        if slip := _slip(lines[number - 1]):
            column, code, facts = slip
            return Fault(number, column, code, facts)
    return None


def _slip(line: str) -> tuple[int, str, dict[str, str]] | None:
    """Column, code and facts of a slip in one line."""
    leading = line[: len(line) - len(line.lstrip())]
    shown = {"line": line.strip()[:40]}
    slip: tuple[int, str, dict[str, str]] | None = None
    if "\t" in leading:
        slip = leading.index("\t") + 1, "tab", {}
    elif "\u3000" in leading or re.match(r"^\s*(?:-\s+)*\w+:\u3000", line):
        slip = line.index("\u3000") + 1, "full-width-space", {}
    elif found := _FULL_WIDTH_COLON.match(line):
        slip = len(found["before"]) + 1, "full-width-colon", {"key": found["before"].strip(" -")}
    elif found := _NO_SPACE_AFTER_COLON.match(line):
        slip = found.end() + 1, "colon-without-space", shown
    elif found := _SPECIAL_START.match(line):
        slip = found.start("sign") + 1, "special-start", {"sign": found["sign"]}
    elif found := _SECOND_COLON.match(line):
        slip = found.end() - 1, "second-colon", shown
    return slip


def _shown(lines: list[str], number: int) -> str:
    return lines[number - 1].strip()[:40] if 0 < number <= len(lines) else ""
