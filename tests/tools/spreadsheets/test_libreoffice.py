"""What LibreOffice makes of lists: tables of another program become workbooks that say the same."""

import shutil
import subprocess
from pathlib import Path

from tests.tools.spreadsheets.lists import found, planned, workbook
from tests.tools.spreadsheets.test_published_lists import HEADER, JIA, YI, made, sheets
from tests.tools.spreadsheets.test_round import YEAR_OF_UNION, filled

from laomo.tools import spreadsheets


def converted(folder: Path, kind: str, out: Path) -> None:
    """All files of a folder in another format, by one run of the real program."""
    program = shutil.which("soffice") or shutil.which("libreoffice") or ""
    profile = f"-env:UserInstallation={(folder.parent / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", kind, "--outdir", str(out), *map(str, folder.iterdir())]
    subprocess.run(command, check=True, capture_output=True, timeout=240)


def test_lists_that_went_through_libreoffice(site: Path, tmp_path: Path) -> None:
    first, tables, back = (tmp_path / name for name in ("first", "tables", "back"))
    for folder in (first, tables, back):
        folder.mkdir()
    date = [*HEADER, "成立时间"]
    merged = ["A2:E2", "A4:E4"]
    sections = [date, ["北区（1个）"], [1, *JIA, "2013年6月"], ["二、南区"], [2, *YI, "2014"]]
    workbook(first / "sections.xlsx", sections, merged=merged)
    sheets(first / "sheets.xlsx", {"封面": [["名单"]], "北区": [HEADER, [1, *JIA]], "南区": [HEADER, [1, *YI]]})
    spreadsheets.template(first / "template.xlsx")
    spreadsheets.export(spreadsheets.Archive.read(site / "studios"), first / "export.xlsx")
    filled(site, first / "year.xlsx")
    converted(first, "ods", tables)
    converted(tables, "xlsx", back)

    plans = {file.stem: planned(site, file, None) for file in back.iterdir()}
    of_district = {JIA[0]: "north", YI[0]: "south"}
    assert {name: union for name, (union, *_) in made(plans["sections"]).items()} == of_district
    assert {name: union for name, (union, *_) in made(plans["sheets"]).items()} == of_district
    assert found(plans["sheets"]) == [("封面!A1", "ledger-skipped-sheet")]
    assert (plans["template"].changes, found(plans["template"])) == ((), [])
    assert (plans["export"].changes, found(plans["export"])) == ((), [])
    assert [str(change.path) for change in plans["year"].changes] == YEAR_OF_UNION
