"""Counted pages → the table for a union's report: a row for each studio, a column for each month.

A small number stands as it is: it says how often a page was opened, of which nobody can be found by it, and a union that reports to
another wants to know it.
"""

import csv
import io
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from laomo.pages.open_data_formats import escape_formula
from laomo.registry import urls
from laomo.registry.studio import Studio
from laomo.system.files import write_atomic
from laomo.tools.spreadsheets import xlsx
from laomo.tools.visits.log import Seen

_PARTS_FOR_MACHINES = ("card/",)
"""Below a studio's page: what other sites embed, and readers do not open."""

Rows = list[list[str | int]]


def table(seen: Seen, studios: Iterable[Studio]) -> Rows:
    """Headings, a row for each studio (its page and the pages below it), other pages, and the sum of all."""
    counted: dict[str, Counter[str]] = {"": Counter()}
    addresses = {urls.studio(studio.id): studio for studio in studios}
    for (page, month), count in seen.pages.items():
        above = "/".join(page.split("/")[:2]) + "/"
        if above in addresses and page.removeprefix(above).startswith(_PARTS_FOR_MACHINES):
            continue
        counted.setdefault(above if above in addresses else "", Counter())[month] += count
    months = sorted({month for counts in counted.values() for month in counts})
    total = Counter[str]()
    for counts in counted.values():
        total.update(counts)
    rows: Rows = [["工会", "工作室", "编号", *months, "合计"]]
    for address, studio in addresses.items():
        row = _row(counted.get(address, Counter()), months)
        rows.append([studio.union.name, studio.name, studio.id, *row])
    rows.append(["", "其他网页", "", *_row(counted[""], months)])
    rows.append(["", "全站", "", *_row(total, months)])
    return rows


def _row(counts: Counter[str], months: list[str]) -> list[int]:
    return [*(counts[month] for month in months), counts.total()]


def as_csv(rows: Rows) -> str:
    """The rows as CSV, without cells that Excel would run as formulas."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows(
        [escape_formula(cell) if isinstance(cell, str) else cell for cell in row] for row in rows
    )
    return text.getvalue()


def write(rows: Rows, file: Path) -> None:
    """Write an Excel workbook, or CSV that Excel opens (with a byte order mark), by the file's ending. Raises OSError."""
    if file.suffix.lower() == ".xlsx":
        xlsx.write_table("浏览次数", rows, file)
    else:
        write_atomic(file, as_csv(rows).encode("utf-8-sig"))
