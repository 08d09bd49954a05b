"""Dates are as precise as they are written, in every kind of file; what is unclear is asked at its cell."""

import re
import zipfile
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from tests.tools.spreadsheets.lists import planned, workbook
from tests.tools.spreadsheets.test_bad_input import with_part

HEADER = ["工作室名称", "领衔人", "所在单位", "地区", "类别", "成立时间"]
DAY = date(2013, 6, 1)

TYPED: dict[str, tuple[str | None, str | None]] = {
    "2013": ("2013", None),
    "2013年": ("2013", None),
    "2013年度": ("2013", None),
    "2013年6月": ("2013-06", None),
    "2013年 6 月": ("2013-06", None),
    "2013-6": ("2013-06", None),
    "2013-6月": ("2013-06", None),
    "2013/6": ("2013-06", None),
    "2013.6": ("2013-06", None),
    "2013.10": ("2013-10", None),
    "2013.01": ("2013-01", None),
    "2013.1月": ("2013-01", None),
    "2013.1": (None, "ledger-date-unclear"),
    "２０１３．１": (None, "ledger-date-unclear"),
    "2013．6": ("2013-06", None),
    "2013、6": ("2013-06", None),
    "2013年6月成立": ("2013-06", None),
    "201306": ("2013-06", None),
    "20130601": ("2013-06-01", None),
    "2013/6/1": ("2013-06-01", None),
    "2013.06.01": ("2013-06-01", None),
    "2013年6月1号": ("2013-06-01", None),
    "2013-06-01 00:00:00": ("2013-06-01", None),
    "２０１３年６月１日": ("2013-06-01", None),
    "二〇一三年六月": ("2013-06", None),
    "二○一三年": ("2013", None),
    "二零一三年十二月二十一日": ("2013-12-21", None),
    "二O一三年十月": ("2013-10", None),
    "13年6月": ("2013-06", "ledger-read-as"),
    "85年6月1日": ("1985-06-01", "ledger-read-as"),
    "40年6月": (None, "date-malformed"),
    "2013年底": ("2013", "ledger-read-as"),
    "2013年上半年": ("2013", "ledger-read-as"),
    "41426": ("2013-06-01", "ledger-serial-date"),
    "20136": (None, "date-malformed"),
    "6月1日": (None, "ledger-date-no-year"),
    "13.6": (None, "date-malformed"),
    "Jun-13": (None, "date-malformed"),
    "6/1/2013": (None, "date-malformed"),
    "2013.6-2015.3": (None, "date-malformed"),
    "2013年13月": (None, "date-impossible"),
    "2013年6月31日": (None, "date-impossible"),
    "年初": (None, "date-malformed"),
}


def rows(cells: Iterable[Any]) -> list[list[Any]]:
    """A studio of its own for each date."""
    return [[f"甲{n}劳模创新工作室", "陆二木", f"示例{n}厂", "北区", "劳模", cell] for n, cell in enumerate(cells, 1)]


def outcome(site: Path, file: Path) -> list[tuple[str | None, str | None]]:
    """For each row the date in the record that an import makes, and the code of what is said of its cell."""
    plan = planned(site, file)
    said = {problem.path.rpartition("!")[2]: problem.code for problem in plan.problems}
    filed = {change.name: re.search(r"^founded: (.*)$", change.data.decode(), re.MULTILINE) for change in plan.changes}
    assert len(filed) == plan.rows
    assert all(place.startswith("F") for place in said), said
    dates = [filed[f"甲{n}劳模创新工作室"] for n in range(1, plan.rows + 1)]
    return [(date and date[1], said.get(f"F{n}")) for n, date in enumerate(dates, 2)]


@pytest.mark.parametrize("kind", ["xlsx", "utf-8", "gbk", "utf-16"])
def test_typed_dates_are_read_alike_in_every_file(site: Path, tmp_path: Path, kind: str) -> None:
    if kind == "xlsx":
        file = workbook(tmp_path / "名单.xlsx", [HEADER, *rows(TYPED)])
    else:
        file = tmp_path / "名单.csv"
        lines = ["\t".join(map(str, row)) for row in [HEADER, *rows(TYPED)]]
        file.write_text("\n".join(lines), encoding=kind)
    assert dict(zip(TYPED, outcome(site, file), strict=True)) == TYPED


FORMATS: dict[tuple[Any, str], tuple[str | None, str | None]] = {
    (DAY, "yyyy-mm-dd"): ("2013-06-01", None),
    (DAY, "m/d/yyyy"): ("2013-06-01", None),
    (DAY, 'yyyy"年"m"月"d"日"'): ("2013-06-01", None),
    (DAY, "yyyy/m/d h:mm"): ("2013-06-01", None),
    (DAY, 'yyyy"年"m"月"'): ("2013-06", None),
    (DAY, '[$-804]yyyy"年"m"月";@'): ("2013-06", None),
    (DAY, "yyyy-mm"): ("2013-06", None),
    (DAY, "yyyy.m"): ("2013-06", None),
    (DAY, "mmm-yy"): ("2013-06", None),
    (DAY, 'yyyy"年"'): ("2013", None),
    (DAY, "yyyy"): ("2013", None),
    (DAY, "yyyy\\年"): ("2013", None),
    (DAY, 'm"月"d"日"'): (None, "ledger-date-no-year"),
    (DAY, "d-mmm"): (None, "ledger-date-no-year"),
    (DAY, 'm"月"'): (None, "ledger-date-no-year"),
    (2013, "General"): ("2013", None),
    (201306, "General"): ("2013-06", None),
    (20130601, "0"): ("2013-06-01", None),
    (41426, "General"): ("2013-06-01", "ledger-serial-date"),
    (2013.6, "General"): ("2013-06", "ledger-read-as"),
    (2013.1, "General"): (None, "ledger-date-unclear"),
    (2013.1, "0.0"): (None, "ledger-date-unclear"),
    (2013.1, "0.00"): ("2013-10", None),
    (2013.12, "0.00"): ("2013-12", None),
    (2013.25, "General"): (None, "date-impossible"),
}


@pytest.mark.parametrize("from_1904", [False, True], ids=["1900", "1904"])
def test_a_cell_is_as_precise_as_it_is_shown(site: Path, tmp_path: Path, *, from_1904: bool) -> None:
    book = openpyxl.Workbook()
    if from_1904:
        book.epoch = CALENDAR_MAC_1904
    for row in [HEADER, *rows(value for value, _ in FORMATS)]:
        book.active.append(row)
    for number, (_, shown) in enumerate(FORMATS, 2):
        book.active[f"F{number}"].number_format = shown
    book.save(tmp_path / "名单.xlsx")
    expected = dict(FORMATS)
    if from_1904:
        expected[41426, "General"] = ("2017-06-02", "ledger-serial-date")
    assert dict(zip(FORMATS, outcome(site, tmp_path / "名单.xlsx"), strict=True)) == expected


@pytest.mark.parametrize(("number", "filed"), [(57, "2013-06"), (36, "2013-06"), (31, "2013-06-01"), (17, "2013-06")])
def test_formats_that_chinese_programs_name_by_their_number(
    site: Path, tmp_path: Path, number: int, filed: str
) -> None:
    file = workbook(tmp_path / "名单.xlsx", [HEADER, *rows([41426])])
    styles = zipfile.ZipFile(file).read("xl/styles.xml").decode()
    sheet = zipfile.ZipFile(file).read("xl/worksheets/sheet1.xml").decode()
    styles = re.sub(r"</cellXfs>", f'<xf numFmtId="{number}" applyNumberFormat="1"/></cellXfs>', styles)
    count = styles.partition("</cellXfs>")[0].partition("<cellXfs")[2].count("<xf ")
    sheet = sheet.replace('r="F2"', f'r="F2" s="{count - 1}"')
    with_part(with_part(file, "xl/styles.xml", styles.encode()), "xl/worksheets/sheet1.xml", sheet.encode())
    assert outcome(site, file) == [(filed, None)]


@pytest.mark.parametrize("typed", ["2013年6月", "2013.1", "13年6月", "二○一三年", "6月1日", "41426"])
def test_a_form_is_read_like_a_list(site: Path, tmp_path: Path, typed: str) -> None:
    document = docx.Document()
    table = document.add_table(rows=len(HEADER), cols=2)
    for label, value, line in zip(HEADER, rows([typed])[0], table.rows, strict=True):
        line.cells[0].text, line.cells[1].text = label, value
    document.save(str(tmp_path / "申报表.docx"))
    plan = planned(site, tmp_path / "申报表.docx")
    date, code = TYPED[typed]
    assert [(problem.path, problem.code) for problem in plan.problems] == ([("表1!B6", code)] if code else [])
    assert (f"founded: {date}\n" in plan.changes[0].data.decode()) is bool(date)


def test_a_year_takes_no_more_than_the_year(site: Path, tmp_path: Path) -> None:
    header = ["工作室名称", "荣誉类别", "获得者", "荣誉名称", "级别", "年份"]
    typed = {"2013年": 2013, "2013年6月": 2013, "二〇一三年": 2013, 2013: 2013, DAY: 2013, "前年": None}
    crane = "江一舟岸桥劳模创新工作室"
    lines = [[crane, "集体荣誉", None, f"先进集体{n}", "市级", each] for n, each in enumerate(typed)]
    plan = planned(site, workbook(tmp_path / "荣誉.xlsx", [header, *lines], "荣誉"))
    assert [(problem.path, problem.code) for problem in plan.problems] == [("荣誉!F7", "whole-number")]
    assert plan.changes[0].data.decode().count("year: 2013") == 5
