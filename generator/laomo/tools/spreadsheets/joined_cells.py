"""Cells that hold two things, such as a studio and its leader: the name, the leader and the unit each get a cell of their own.

A column says so in its header (“工作室名称（领衔人）”). Without such a header a cell is only divided if its parts can be nothing else,
and the table has no column for the second. What cannot be told apart is reported.
"""

import re
from dataclasses import replace

from laomo.problems.problem import Problem
from laomo.tools.spreadsheets import headers, leader_names
from laomo.tools.spreadsheets.grid import Cell
from laomo.tools.spreadsheets.sheets import LEADERS, NAME, UNITS
from laomo.tools.spreadsheets.table_rows import SheetRow

_BRACKETED = re.compile(r"(.*\S)\s*+[(（]([^()（）]+)[)）]", re.DOTALL)
_MARKS = re.compile(r"(?<!\s)\s*[/／|｜—－–-]\s*")
_BETWEEN = re.compile(r"(?<!\s)\s*[/／|｜—－–:：；;，,、-]\s*|\s")
_STUDIO = re.compile(r"(工作室|工作站|创新站|工作坊|创新坊|实验室|创客空间)$")
_UNIT = re.compile(
    r"(公司|集团|厂|局|院|学校|大学|中学|小学|中心|银行|支行|矿|码头|港务|所|处|段|站|合作社|商场|酒店|宾馆|委员会|基地|分部|总队|支队|大队)$"
)
_SHORTEST_UNIT = 4


def split(entries: list[SheetRow]) -> tuple[list[SheetRow], list[Problem]]:
    """The rows with a cell for each thing, and how each divided cell was read, or that it could not be."""
    made, problems = [], []
    for entry in entries:
        divided, told = _divided(entry)
        made.append(divided)
        problems += told
    return made, problems


def _divided(entry: SheetRow) -> tuple[SheetRow, list[Problem]]:
    cells, problems = dict(entry.cells), list[Problem]()
    for key, cell in entry.cells.items():
        first, _, second = key.partition(headers.JOINED)
        if second:
            del cells[key]
            if cell.text.strip() or cell.fault:
                cells |= _of_header(cell, (first, second), problems)
    for first, second in ((NAME, LEADERS), (NAME, UNITS), (LEADERS, UNITS)):
        told = cells.get(first)
        if told and not told.fault and second not in cells:
            cells |= _of_parts(told, (first, second), problems)
    return replace(entry, cells=cells), problems


def _of_header(cell: Cell, headings: tuple[str, str], problems: list[Problem]) -> dict[str, Cell]:
    """The two cells of a column whose header names both; the whole cell as the first, reported, when there are not two parts."""
    first, second = headings
    parts = _parts(cell.text, _BETWEEN)
    if cell.fault or len(parts) != 2:
        if not cell.fault:
            problems.append(_unclear(cell, headings))
        return {first: cell}
    kinds = [_kind(part) for part in parts]
    if kinds[0] == kinds[1] and kinds[0] is not None:
        problems.append(_unclear(cell, headings))
        return {first: cell}
    swapped = kinds[0] == second or kinds[1] == first
    values = parts[::-1] if swapped else parts
    return {heading: replace(cell, value=value) for heading, value in zip(headings, values, strict=True)}


def _of_parts(cell: Cell, headings: tuple[str, str], problems: list[Problem]) -> dict[str, Cell]:
    """The two cells of one that certainly holds both, though no header says so; none when it is one thing."""
    parts = _parts(cell.text, _MARKS)
    kinds = [_kind(part) for part in parts]
    if len(parts) != 2 or {*kinds} != {*headings}:
        return {}
    values = dict(zip(kinds, parts, strict=True))
    first, second = headings
    facts = {"value": cell.text.replace("\n", "⏎")[:60], "first": values[first], "second": values[second]}
    problems.append(Problem(cell.address, "ledger-two-in-one", facts=facts, severity="warning"))
    return {heading: replace(cell, value=values[heading]) for heading in headings}


def _unclear(cell: Cell, headings: tuple[str, str]) -> Problem:
    return Problem(
        cell.address,
        "ledger-not-two",
        facts={"value": cell.text.replace("\n", "⏎")[:60], "fields": headings, "first": headings[0]},
        severity="warning",
    )


def _parts(text: str, marks: re.Pattern[str]) -> list[str]:
    """The text in two: at a line break, at brackets around its end, or at the one of `marks` in it; whole when it is divided otherwise."""
    lines = [line.strip() for line in text.strip().split("\n") if line.strip()]
    if len(lines) == 2:
        return [_unwrapped(line) for line in lines]
    if found := _BRACKETED.fullmatch(text.strip()):
        return [found[1], found[2].strip()]
    parts = [part for part in marks.split(text.strip()) if part]
    return parts if len(parts) == 2 else [text.strip()]


def _unwrapped(text: str) -> str:
    return found[1].strip() if (found := re.fullmatch(r"[(（](.+)[)）]", text)) else text


def _kind(text: str) -> str | None:
    """Which of name, leader and unit a text can only be; None when that is not certain."""
    if _STUDIO.search(text):
        return NAME
    if len(text) >= _SHORTEST_UNIT and _UNIT.search(text):
        return UNITS
    return LEADERS if leader_names.is_person(text) else None
