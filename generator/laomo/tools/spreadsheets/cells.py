"""Cells of a spreadsheet → text for records: dates, full-width digits, line breaks, synonyms.

A cell that is ambiguous is not guessed at: it is reported and left out.
"""

import re
import unicodedata
from dataclasses import dataclass

from laomo.problems.problem import Problem
from laomo.text import personal_data
from laomo.text.encoding import forbidden_character
from laomo.tools.spreadsheets import categories, dates, titles, units
from laomo.tools.spreadsheets.columns import Column
from laomo.tools.spreadsheets.dates import DateReading
from laomo.tools.spreadsheets.grid import Cell, Value

_WIDE = str.maketrans("０１２３４５６７８９．，－％／", "0123456789.,-%/")
_CJK = r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]"
_BETWEEN_UNITS = re.compile(r"(?<=[司厂团院校所局站心部处社店会队])\s*[/／，,]\s*(?=\w\w)")
"""What separates two employers, besides 、: a slash or a comma behind the last character of one."""
_YES_NO = {
    "√": True,
    "✓": True,
    "☑": True,
    "Y": True,
    "y": True,
    "是的": True,
    "×": False,
    "N": False,
    "n": False,
    "没有": False,
}
_SAME_WORDS = {
    "国家级": "全国",
    "全国级": "全国",
    "省部级": "省级",
    "部级": "行业",
    "行业级": "行业",
    "地市级": "市级",
    "区县级": "区级",
    "县级": "区级",
    "公司级": "企业级",
    "单位级": "企业级",
    "已完成": "完成",
    "进行中": "在研",
    "在建": "在研",
    "未开始": "计划",
    "实用新型": "实用新型专利",
    "发明": "发明专利",
    "外观设计": "外观设计专利",
    "软著": "软件著作权",
}


@dataclass(frozen=True, slots=True)
class CellReading:
    """The text of a cell for a record; None when it cannot be taken. Problems say why, or what it was read as."""

    text: str | None
    problems: tuple[Problem, ...] = ()


def read(cell: Cell, column: Column, unit: str = "") -> CellReading:
    """Read one cell of a column. `unit` is the one that its header states, empty if none."""
    if cell.fault:
        return CellReading(None, (Problem(cell.address, cell.fault),))
    text = "".join(character for character in cell.text if character not in "\u200b\u200c\u200d\u2060\ufeff\u00ad")
    if column.path == ("units",):
        text = _BETWEEN_UNITS.sub("、", text)
    if not text.strip():
        return CellReading("")
    if refusal := _refusal(text, cell, column):
        return CellReading(None, (refusal,))
    tidied, notes = _tidied(cell, text, column)
    if notes and any(note.severity == "error" for note in notes):
        return CellReading(None, notes)
    measured = units.with_unit(tidied, column, unit)
    if measured is None:
        faults = [Problem(cell.address, "ledger-no-unit", facts={"value": tidied[:40]})]
    else:
        faults = column.problems(measured, cell.address)
    return CellReading(None if faults else measured, (*notes, *faults))


def _refusal(text: str, cell: Cell, column: Column) -> Problem | None:
    """Why a text may not be taken, whatever it says; None if it may."""
    if bad := forbidden_character(text):
        return Problem(cell.address, "forbidden-character", facts={"character": bad})
    if found := private(text, cell.address):
        return found
    if titles.holds_titles(column) and titles.are_several(text):
        return Problem(cell.address, "ledger-several-titles", facts={"value": text.replace("\n", "⏎")[:60]})
    return None


def private(text: str, address: str) -> Problem | None:
    """The problem of the first personal number in a text, which is masked; None without one. A comment (#) is no exception here, as it is in records."""
    found = personal_data.find_all(text.replace("\n", " "))
    return next((Problem(address, f"{fault.code}-in-list", facts=fault.facts) for fault in found), None)


def _tidied(cell: Cell, text: str, column: Column) -> tuple[str, tuple[Problem, ...]]:
    if column.kind in ("date", "year") and column.shape == "one":
        return _dates(cell, text, column)
    if column.lines or column.shape != "one":
        lines = [_line(line, column) for line in text.split("\n")]
        return "\n".join(lines), ()
    if "\n" in text and not column.long:
        joined = one_line(text)
        return _line(joined, column), (_read_as(cell, joined, "ledger-line-break"),)
    return (text if column.long else _line(text, column)), ()


def one_line(text: str) -> str:
    """The text on one line: between Chinese characters a line break is dropped, between other words it becomes a space."""
    joined = " ".join(text.split())
    return re.sub(rf"(?<={_CJK}) | (?={_CJK})", "", joined) if "\n" in text else joined


def _line(text: str, column: Column) -> str:
    """One value of one line."""
    text = text.strip()
    if not text:
        return ""
    if column.choices and column.shape == "one":
        return _word(text, column)
    if column.kind in ("date", "year"):
        made = dates.iso(text)
        return made[:4] if column.kind == "year" and re.fullmatch(r"\d{4}(?:-\d\d){0,2}", made) else made
    if column.kind == "number" and column.shape == "one":
        digits = unicodedata.normalize("NFKC", text).replace(",", "").replace(" ", "")
        return re.sub(r"(?<=\d)(人次|年度|人|名|条|项|场|期|间|年|\.0+)$", "", digits)
    if column.kind == "amount" or column.path[-1] == "id":
        return text.translate(_WIDE)
    return text


def _word(text: str, column: Column) -> str:
    if text in column.choices:
        return text
    if column.kind == "yes-no":
        yes = _YES_NO.get(text)
        return text if yes is None else column.choices[0 if yes else 1]
    short = re.sub(r"\s", "", text)
    said = categories.stated(short) if column.path == ("category",) else None
    for each in (short, _SAME_WORDS.get(short, short), short.removesuffix("类"), said):
        if each in column.choices:
            return each
    return text


def _dates(cell: Cell, text: str, column: Column) -> tuple[str, tuple[Problem, ...]]:
    """The dates of a cell, one a line where the column has lines; years for a column of years. An unclear one is an error."""
    lines = text.split("\n") if column.lines else [one_line(text)]
    readings = [_dated(line, column) for line in lines] if isinstance(cell.value, str) else [_dated(cell.value, column)]
    made = "\n".join(reading.text for reading in readings)
    codes = list(dict.fromkeys(reading.code for reading in readings if reading.code))
    if unclear := next((reading for reading in readings if reading.is_unclear), None):
        facts = {"value": unclear.text[:40]}
        return "", (Problem(cell.address, unclear.code or "", facts=facts),)
    if "\n" in text and not column.lines:
        codes = ["ledger-line-break"]
    return made, tuple(_read_as(cell, made, code) for code in codes)


def _dated(value: Value, column: Column) -> DateReading:
    if isinstance(value, str) and column.path[-1] == "founded":
        value = re.sub(r"(?<=[年月日号])\s*(?:成立|创建|建立|组建)$", "", value.strip())
    reading = dates.read(value) if value != "" else DateReading("")
    if column.kind == "year" and re.fullmatch(r"\d{4}(?:-\d\d){0,2}", reading.text):
        code = None if reading.code == "ledger-serial-date" or reading.text == str(value) else reading.code
        return DateReading(reading.text[:4], code)
    return reading


def _read_as(cell: Cell, made: str, code: str = "ledger-read-as") -> Problem:
    facts = {"value": cell.text.replace("\n", "⏎")[:40], "made": made[:40]}
    return Problem(cell.address, code, facts=facts, severity="warning")


def digits(text: str) -> str:
    """A typed year or number with plain digits and without 年."""
    return re.sub(r"(?<!\s)\s*(年度|年|\.0)$", "", unicodedata.normalize("NFKC", text).strip())


def plain(text: str, column: Column) -> str:
    """A cell's text in the form in which it is compared with a record's."""
    return _line(one_line(text), column) if not column.long else text
