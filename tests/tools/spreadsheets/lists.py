"""Real workbooks for the tests, made by openpyxl as a clerk would make them."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import openpyxl

from laomo.tools import spreadsheets

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
