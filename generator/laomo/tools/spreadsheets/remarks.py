"""Problems of cells for people to read: the same remark about many cells is one line with the range of the cells."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from laomo.problems.problem import Problem
from laomo.tools.spreadsheets.grid import letters

_CELL_PLACE = re.compile(r"(.*)!([A-Z]{1,3})(\d+)", re.DOTALL)
_ALIKE = frozenset(
    {
        "ledger-serial-date",
        "ledger-read-as",
        "ledger-line-break",
        "ledger-leader-in-name",
        "ledger-two-in-one",
        "ledger-not-two",
    }
)
"""Remarks that say of each cell how it was read. Of many cells, the first is an example."""
_SHOWN_SINGLY = 3
_RANGES_SHOWN = 8
_HEADERS = frozenset({"ledger-private-column", "ledger-unknown-column", "ledger-decision-column"})
"""Remarks about columns, whose headers are named together."""

_OVER_SHEETS = frozenset({"ledger-no-studio", "ledger-broken-record"})
"""Remarks about a studio or a file that rows of several sheets name: one line for all of them."""


_OF_THE_BOOK = frozenset({"ledger-other-year", "ledger-late-report"})
"""Remarks with one cause for the whole workbook: it is that of another year."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A problem whose path is a range, such as 名单!D3:D38. `others`: so many more cells of the same kind have other values."""

    problem: Problem
    others: int = 0


def grouped(problems: Iterable[Problem]) -> list[Remark]:
    """The remarks in the order of their first cells. Problems of files stay single."""
    groups: dict[object, list[Problem]] = defaultdict(list)
    alike: dict[object, list[Problem]] = defaultdict(list)
    for number, problem in enumerate(problems):
        place = _CELL_PLACE.fullmatch(problem.path)
        if place is None:
            groups[number].append(problem)
        elif problem.severity == "notice":  # of several sheets, one line at the first
            groups[problem.code, repr(sorted(problem.facts.items()))] = [problem]
        elif problem.code in _OVER_SHEETS:
            groups[problem.code, repr(sorted(problem.facts.items()))].append(problem)
        elif problem.code in _OF_THE_BOOK:
            groups[problem.code].append(problem)
        elif problem.code in _ALIKE:
            alike[place[1], place[2], problem.code].append(problem)
            groups[place[1], place[2], problem.code].append(problem)
        elif problem.code in _HEADERS:
            groups[place[1], place[3], problem.code].append(problem)
        else:
            groups[place[1], problem.code, problem.severity, repr(sorted(problem.facts.items()))].append(problem)
    remarks = []
    for key, group in groups.items():
        if key in alike and len(group) <= _SHOWN_SINGLY:
            remarks += [Remark(each) for each in group]
        else:
            remarks.append(_remark(group))
    return remarks


def _remark(group: Sequence[Problem]) -> Remark:
    first = group[0]
    if len(group) == 1:
        return Remark(first)
    if first.code in _HEADERS:
        named = tuple(str(each.facts["header"]) for each in group)
        return Remark(
            replace(first, path=_range([each.path for each in group]), facts={**first.facts, "header": named})
        )
    same = sum(each.facts == first.facts for each in group)
    return Remark(replace(first, path=_range([each.path for each in group])), len(group) - same)


def _range(paths: Sequence[str]) -> str:
    """The cells as ranges, sheet by sheet: 名单!D3:D9,D11."""
    by_sheet: dict[str, list[re.Match[str]]] = defaultdict(list)
    for path in paths:
        if place := _CELL_PLACE.fullmatch(path):
            by_sheet[place[1]].append(place)
    return ",".join(f"{sheet}!{_areas(found)}" for sheet, found in by_sheet.items())


def _areas(found: Sequence[re.Match[str]]) -> str:
    columns: dict[tuple[int, str], list[int]] = defaultdict(list)
    for place in found:
        columns[len(place[2]), place[2]].append(int(place[3]))
    areas: list[tuple[int, int, int, int]] = []
    for (_, column), rows in sorted(columns.items()):
        for first, last in _runs(sorted(set(rows))):
            number = _number(column)
            before = next((n for n, area in enumerate(areas) if area[1:] == (number - 1, first, last)), None)
            if before is None:
                areas.append((number, number, first, last))
            else:
                areas[before] = (areas[before][0], number, first, last)
    shown = ",".join(_area(*area) for area in areas[:_RANGES_SHOWN])
    more = f",…,{_area(*areas[-1])}" if len(areas) > _RANGES_SHOWN else ""
    return f"{shown}{more}"


def _runs(rows: Sequence[int]) -> list[tuple[int, int]]:
    """First and last of each run of rows without a gap."""
    runs: list[tuple[int, int]] = []
    for row in rows:
        if runs and runs[-1][1] == row - 1:
            runs[-1] = (runs[-1][0], row)
        else:
            runs.append((row, row))
    return runs


def _number(column: str) -> int:
    number = 0
    for letter in column:
        number = number * 26 + ord(letter) - 64
    return number


def _area(left: int, right: int, top: int, bottom: int) -> str:
    first, last = f"{letters(left)}{top}", f"{letters(right)}{bottom}"
    return first if first == last else f"{first}:{last}"
