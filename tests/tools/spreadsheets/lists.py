"""Real workbooks for the tests, made by openpyxl as a clerk would make them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Any

import openpyxl

from laomo.tools import spreadsheets
from laomo.tools.spreadsheets import designation_rows, item_rows, tables
from laomo.tools.spreadsheets.draft import Draft
from laomo.tools.spreadsheets.grid import Cell, Grid, Row, Value
from laomo.tools.spreadsheets.record_files import Archive
from laomo.tools.spreadsheets.sheets import STUDIOS
from laomo.tools.spreadsheets.studio_rows import StudioRows

REGIONS = ("北区", "南区")


def workbook(file: Path, rows: Iterable[Sequence[Any]], sheet: str = "Sheet1", merged: Iterable[str] = ()) -> Path:
    """A workbook of one sheet."""
    book = openpyxl.Workbook()
    page = book.active
    page.title = sheet
    for row in rows:
        page.append(row)
    for area in merged:
        page.merge_cells(area)
    book.save(file)
    return file


def fifty() -> list[list[Any]]:
    """Fifty invented studios: name, leader, unit, district, category, founded."""
    family, given = "江方顾盖陆梅柳杜苗谷", ("一帆", "二木", "三川", "四平", "五岳")
    trades = ("焊接", "钳工", "护理", "电气", "园林")
    return [
        [
            f"{a}{b}{trade}劳模创新工作室",
            f"{a}{b}",
            f"示例{a}{trade}有限公司",
            REGIONS[n % 2],
            "劳模",
            f"20{10 + n:02d}年{n + 1}月",
        ]
        for a in family
        for n, (b, trade) in enumerate(zip(given, trades, strict=True))
    ]


def planned(site: Path, file: Path, union: str | None = "north") -> spreadsheets.ImportPlan:
    """What an import would do."""
    return spreadsheets.plan(file, spreadsheets.Archive.read(site / "studios"), union)


def imported(site: Path, file: Path, union: str | None = "north") -> spreadsheets.ImportPlan:
    """What an import did."""
    plan = planned(site, file, union)
    plan.write(site / "studios")
    return plan


def found(plan: spreadsheets.ImportPlan) -> list[tuple[str, str]]:
    """Each problem by cell and code."""
    return [(problem.path, problem.code) for problem in plan.problems]


Texts = Sequence[Sequence[Value]]
OURS = "填表说明：甲"
"""The help row by which a workbook of ours is known."""


def grid(
    texts: Texts,
    name: str = "表",
    *,
    joined: Iterable[str] = (),
    hidden_columns: Iterable[int] = (),
    hidden_rows: Iterable[int] = (),
    hidden: bool = False,
) -> Grid:
    """A sheet that no file holds; `joined` has the addresses of the lower parts of merged cells."""
    lower = {f"{name}!{place}" for place in joined}
    rows = []
    for number, line in enumerate(texts, 1):
        cells = [Cell(name, number, column, text) for column, text in enumerate(line, 1)]
        cells = [replace(cell, joined=cell.address in lower) for cell in cells]
        rows.append(Row(number, tuple(cells), hidden=number in set(hidden_rows)))
    return Grid(name, tuple(rows), frozenset(hidden_columns), hidden=hidden)


UNIONS = [
    {"id": "north", "name": "北区工会", "other_names": ["北区总工会"]},
    {"id": "south", "name": "南区工会", "short": "南区工会"},
]


def archive(records: Mapping[str, Any], unions: Sequence[Mapping[str, Any]] = UNIONS) -> Archive:
    """Records by their path below `studios/` that no disk holds."""
    trees = {PurePosixPath(path): tree for path, tree in {"unions.yml": {"unions": unions}, **records}.items()}
    return Archive(Path("nowhere"), trees, dict.fromkeys(trees, b""))


def drafted(
    records: Mapping[str, Any], *grids: Grid, union: str | None = "north", unions: Sequence[Mapping[str, Any]] = UNIONS
) -> Draft:
    """What the rows of some sheets make of the records; the checks of the whole site do not look at it."""
    found, problems = tables.tables([*grids])
    draft = Draft(archive(records, unions), union, problems=problems)
    studios = StudioRows(draft)
    for table in found:
        if table.sheet is STUDIOS:
            designation_rows.take(draft, table, studios.take(table))
        else:
            item_rows.take(draft, table)
    return draft


def wanted(draft: Draft) -> dict[str, Any]:
    """The records that change, by their path below `studios/`."""
    return {str(path): tree for path, tree in draft.wanted.items()}


def told(draft: Draft) -> list[tuple[str, str, dict[str, Any]]]:
    """Each problem by its cell, code and facts; a warning or a notice with a mark before its code."""
    marks = {"error": "", "warning": "?", "notice": "."}
    return [
        (each.path.rpartition("!")[2], marks[each.severity] + each.code, dict(each.facts)) for each in draft.problems
    ]
