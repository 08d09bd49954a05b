"""Cells of a spreadsheet → text for records: dates, full-width digits, line breaks, synonyms.

A cell that is ambiguous is not guessed at: it is reported and left out.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from laomo.problems.problem import Problem
from laomo.text import personal_data
from laomo.text.encoding import forbidden_character
from laomo.tools.spreadsheets import categories
from laomo.tools.spreadsheets.columns import Column
from laomo.tools.spreadsheets.grid import Cell

_EPOCH = date(1899, 12, 30)
"""Day 0 of the serial dates of spreadsheets."""
_WIDE = str.maketrans("０１２３４５６７８９．，－％／", "0123456789.,-%/")
_CJK = r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]"
_TYPED_DATE = re.compile(r"(\d{4})\s*[-年./]\s*(\d{1,2})(?:\s*[-月./]\s*(\d{1,2})\s*日?|\s*月)?")
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


def read(cell: Cell, column: Column) -> CellReading:
    """Read one cell of a column."""
    if cell.fault:
        return CellReading(None, (Problem(cell.address, cell.fault),))
    text = "".join(character for character in cell.text if character not in "\u200b\u200c\u200d\u2060\ufeff\u00ad")
    if column.path == ("units",):
        text = _BETWEEN_UNITS.sub("、", text)
    if bad := forbidden_character(text):
        return CellReading(None, (Problem(cell.address, "forbidden-character", facts={"character": bad}),))
    if found := private(text, cell.address):
        return CellReading(None, (found,))
    if not text.strip():
        return CellReading("")
    tidied, notes = _tidied(cell, text, column)
    if notes and any(note.severity == "error" for note in notes):
        return CellReading(None, notes)
    faults = column.problems(tidied, cell.address)
    return CellReading(None if faults else tidied, (*notes, *faults))


def private(text: str, address: str) -> Problem | None:
    """The problem of the first personal number in a text, which is masked; None without one. A comment (#) is no exception here, as it is in records."""
    found = personal_data.find_all(text.replace("\n", " "))
    return next((Problem(address, f"{fault.code}-in-list", facts=fault.facts) for fault in found), None)


def _tidied(cell: Cell, text: str, column: Column) -> tuple[str, tuple[Problem, ...]]:
    if column.lines or column.shape != "one":
        lines = [_line(line, column) for line in text.split("\n")]
        return "\n".join(lines), ()
    if column.kind == "date" and not isinstance(cell.value, str):
        return _date(cell)
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
    if column.kind == "date":
        return typed_date(text)
    if column.kind in ("number", "year") and column.shape == "one":
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


def typed_date(text: str) -> str:
    """2013.6.1, 2013年6月, 201306 → 2013-06-01, 2013-06, 2013-06; other text is returned unchanged, and the field's type rejects it."""
    text = unicodedata.normalize("NFKC", text)
    if found := _TYPED_DATE.fullmatch(text):
        return "-".join([found[1], *(part.zfill(2) for part in found.groups()[1:] if part)])
    if found := re.fullmatch(r"(\d{4})\s*年?度?", text):
        return found[1]
    if found := re.fullmatch(r"((?:19|20)\d\d)(0[1-9]|1[0-2])([0-3]\d)?", text):
        return "-".join(part for part in found.groups() if part)
    if found := re.fullmatch(r"(\d{4}-\d{2}-\d{2})[ T]00:00(:00)?", text):
        return found[1]
    return text


def _date(cell: Cell) -> tuple[str, tuple[Problem, ...]]:
    """The text and the problems of a date that the spreadsheet stores as a date or as a number."""
    value = cell.value
    if isinstance(value, datetime | date):
        return value.strftime("%Y-%m-%d"), ()
    if isinstance(value, float) and not value.is_integer():  # 2013.1 is 2013-01 or 2013-10, and 2013.6 is 2013-06
        year, _, month = str(value).partition(".")
        if month == "1" or not (1949 <= int(year) <= 2100):
            return "", (Problem(cell.address, "ledger-date-unclear", facts={"value": str(value)}),)
        made = f"{year}-{month.zfill(2)}"
        return made, (_read_as(cell, made),)
    text = cell.text
    if text.isdigit() and 20_000 <= int(text) <= 75_000:
        made = (_EPOCH + timedelta(days=int(text))).isoformat()
        return made, (_read_as(cell, made, "ledger-serial-date"),)
    return typed_date(text), ()


def _read_as(cell: Cell, made: str, code: str = "ledger-read-as") -> Problem:
    facts = {"value": cell.text.replace("\n", "⏎")[:40], "made": made[:40]}
    return Problem(cell.address, code, facts=facts, severity="warning")


def digits(text: str) -> str:
    """A typed year or number with plain digits and without 年."""
    return re.sub(r"(?<!\s)\s*(年度|年|\.0)$", "", unicodedata.normalize("NFKC", text).strip())


def plain(text: str, column: Column) -> str:
    """A cell's text in the form in which it is compared with a record's."""
    return _line(one_line(text), column) if not column.long else text
