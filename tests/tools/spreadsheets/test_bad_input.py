"""Workbooks as they really arrive, and as somebody hostile makes them: a clear sentence for each, and nothing is lost."""

import shutil
import zipfile
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner
from tests.conftest import source_tree, tree
from tests.tools.spreadsheets.lists import found, imported, planned, workbook

from laomo import cli
from laomo.problems import formats
from laomo.tools import spreadsheets

HEADER = ["工作室名称", "领衔人", "所在单位", "所在区", "成立时间"]
ONE: list[Any] = ["陆二木钳工劳模创新工作室", "陆二木", "示例机床厂", "北区", "2013-06"]
ID_NUMBER = "11010119900307002X"
"""Of nobody: the date and the check digit are right, the number was made up."""


def refusal(site: Path, file: Path) -> str:
    """The code for a file that is not opened at all."""
    before = tree(site)
    with pytest.raises(spreadsheets.UnreadableFile) as refused:
        planned(site, file)
    assert tree(site) == before
    return refused.value.code


def with_part(file: Path, name: str, data: bytes) -> Path:
    """A workbook with one part replaced or added."""
    beside = file.with_suffix(".new")
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(beside, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            if part != name:
                new.writestr(part, old.read(part))
        new.writestr(name, data)
    return Path(shutil.move(beside, file))


def test_a_bomb_is_not_unfolded(site: Path, tmp_path: Path) -> None:
    file = workbook(tmp_path / "bomb.xlsx", [HEADER, ONE])
    cells = b'<row r="9"><c r="A9" t="inlineStr"><is><t>' + b"0" * 300_000_000 + b"</t></is></c></row>"
    with_part(file, "xl/worksheets/sheet2.xml", cells)
    assert file.stat().st_size < 1_000_000
    assert refusal(site, file) == "ledger-too-large"


def test_a_sheet_that_reaches_the_end_of_the_world(site: Path, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active["XFD1048576"] = "x"
    book.save(tmp_path / "far.xlsx")
    assert refusal(site, tmp_path / "far.xlsx") == "ledger-too-large"


def test_one_merged_cell_over_everything(site: Path, tmp_path: Path) -> None:
    file = workbook(tmp_path / "merged.xlsx", [HEADER, ONE])
    sheet = zipfile.ZipFile(file).read("xl/worksheets/sheet1.xml")
    merged = sheet.replace(b"</sheetData>", b'</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>')
    assert refusal(site, with_part(file, "xl/worksheets/sheet1.xml", merged)) == "ledger-too-large"


def test_declarations_that_could_grow_or_reach_out(site: Path, tmp_path: Path) -> None:
    laughs = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b"><!ENTITY c SYSTEM "file:///etc/passwd">]><x>&a;&c;</x>'
    file = with_part(workbook(tmp_path / "x.xlsx", [HEADER, ONE]), "xl/sharedStrings.xml", laughs)
    assert refusal(site, file) == "ledger-unreadable"


def test_macros_are_refused_whatever_the_file_is_called(site: Path, tmp_path: Path) -> None:
    file = with_part(workbook(tmp_path / "x.xlsx", [HEADER, ONE]), "xl/vbaProject.bin", b"Sub AutoOpen()")
    assert refusal(site, file) == "ledger-macros"
    assert refusal(site, Path(shutil.move(file, tmp_path / "x.xlsm"))) == "ledger-macros"


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("老.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "ledger-old-format"),
        ("密.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "ledger-old-format"),
        ("空.xlsx", b"", "ledger-unreadable"),
        ("图.xlsx", b"\x89PNG\r\n", "ledger-unreadable"),
        ("断.xlsx", b"PK\x03\x04" + b"\0" * 40, "ledger-unreadable"),
        ("码.csv", "名称".encode("utf-16-be") + b"\xff", "ledger-unreadable"),
    ],
)
def test_what_is_no_workbook(site: Path, tmp_path: Path, name: str, data: bytes, code: str) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    assert refusal(site, file) == code


def test_a_truncated_workbook(site: Path, tmp_path: Path) -> None:
    file = workbook(tmp_path / "x.xlsx", [HEADER, ONE])
    file.write_bytes(file.read_bytes()[:-300])
    assert refusal(site, file) == "ledger-unreadable"


def test_a_workbook_packed_in_a_way_that_nobody_knows(site: Path, tmp_path: Path) -> None:
    file = workbook(tmp_path / "x.xlsx", [HEADER, ONE])
    data = bytearray(file.read_bytes())
    for mark, method in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):  # a part's own head, and its line in the contents
        place = -1
        while (place := data.find(mark, place + 1)) >= 0:
            data[place + method] = 99
    file.write_bytes(data)
    assert refusal(site, file) == "ledger-unreadable"


def test_no_header(site: Path, tmp_path: Path) -> None:
    plan = planned(site, workbook(tmp_path / "x.xlsx", [["甲", "乙"], ["丙", "丁"]]))
    assert found(plan) == [("Sheet1!A1", "ledger-no-header")]


def test_formulas_and_errors_are_not_read(site: Path, tmp_path: Path) -> None:
    rows = [
        HEADER,
        [*ONE[:4], "=YEAR(NOW())"],
        ['=A2&"二"', *ONE[1:]],
        ["梅三川劳模创新工作室", "梅三川", "#REF!", "北区"],
    ]
    plan = imported(site, workbook(tmp_path / "x.xlsx", rows))
    assert found(plan) == [
        ("Sheet1!E2", "ledger-formula"),
        ("Sheet1!A3", "ledger-formula"),
        ("Sheet1!C4", "ledger-error-value"),
    ]
    text = (site / "studios/north/qiangong/studio.yml").read_text(encoding="utf-8")
    assert "founded" not in text
    assert len(plan.changes) == 1


def test_hidden_rows_columns_and_sheets_are_not_read(site: Path, tmp_path: Path) -> None:
    file = workbook(tmp_path / "x.xlsx", [HEADER, ONE, ["梅三川劳模创新工作室", "梅三川", "示例厂", "北区", "2014"]])
    book = openpyxl.load_workbook(file)
    book.active.row_dimensions[3].hidden = True
    book.active.column_dimensions["E"].hidden = True
    more = book.create_sheet("旧名单")
    more.sheet_state = "hidden"
    more.append(HEADER)
    book.save(file)
    plan = imported(site, file)
    assert found(plan) == [
        ("Sheet1!E1", "ledger-hidden-column"),
        ("Sheet1!A3", "ledger-hidden-rows"),
        ("旧名单!A1", "ledger-hidden-sheet"),
    ]
    assert [change.path.parent.name for change in plan.changes] == ["qiangong"]
    assert b"founded" not in plan.changes[0].data


@pytest.mark.parametrize(
    ("typed", "filed", "code"),
    [
        (41426, "2013-06-01", "ledger-serial-date"),
        (2013, "2013", None),
        (201306, "2013-06", None),
        (20130601, "2013-06-01", None),
        (2013.6, "2013-06", "ledger-read-as"),
        (2013.1, None, "ledger-date-unclear"),
        (datetime(2013, 6, 1), "2013-06-01", None),  # noqa: DTZ001 (a spreadsheet's dates have no zone)
        (date(2013, 6, 1), "2013-06-01", None),
        ("2013.6", "2013-06", None),
        ("2013/6/1", "2013-06-01", None),
        ("２０１３年６月", "2013-06", None),
        ("2013年度", "2013", None),
        ("2013-02-30", None, "date-impossible"),
        ("早年", None, "date-malformed"),
    ],
)
def test_dates_as_they_are_typed(site: Path, tmp_path: Path, typed: Any, filed: str | None, code: str | None) -> None:
    plan = imported(site, workbook(tmp_path / "x.xlsx", [HEADER, [*ONE[:4], typed]]))
    assert found(plan) == ([("Sheet1!E2", code)] if code else [])
    text = (site / "studios/north/qiangong/studio.yml").read_text(encoding="utf-8")
    assert text.endswith(f"region: 北区\nfounded: {filed}\n" if filed else "region: 北区\n")


def test_full_width_digits_and_units_of_counting(site: Path, tmp_path: Path) -> None:
    rows = [[*HEADER[:4], "团队人数", "场地面积"], [*ONE[:4], "１２人", "约１２０平方米"]]
    plan = imported(site, workbook(tmp_path / "x.xlsx", rows))
    assert found(plan) == []
    assert plan.changes[0].data.decode().endswith("place:\n  area: 约120平方米\nteam:\n  total: 12\n")


def test_the_same_studio_twice(site: Path, tmp_path: Path) -> None:
    twice = ["陆二木 钳工劳模创新工作室", *ONE[1:]]
    plan = imported(site, workbook(tmp_path / "x.xlsx", [HEADER, ONE, twice]))
    assert found(plan) == [("Sheet1!A3", "ledger-duplicate")]
    assert plan.problems[0].facts["first"] == "Sheet1!A2"
    assert len(plan.changes) == 1


def test_columns_of_personal_numbers_are_left_out_and_named(site: Path, tmp_path: Path) -> None:
    header = [*HEADER[:4], "身份证号", "手机号码", "电子邮箱", "家庭住址", "出生年月"]
    row = [*ONE[:4], ID_NUMBER, 13900000000, "a@b.example", "某街1号", "1990-03"]
    plan = imported(site, workbook(tmp_path / "x.xlsx", [header, row]))
    assert found(plan) == [(f"Sheet1!{letter}1", "ledger-private-column") for letter in "EFGHI"]
    data = plan.changes[0].data.decode()
    assert not any(secret in data for secret in (ID_NUMBER, "139", "b.example", "某街", "1990"))


@pytest.mark.parametrize("secret", [ID_NUMBER, "1101 0119 9003 0700 2Ｘ", "139-0000-0000", 13900000000, "a@b.example"])
@pytest.mark.parametrize("column", [1, 2])
def test_a_personal_number_in_any_other_cell_is_refused(site: Path, tmp_path: Path, secret: Any, column: int) -> None:
    row = list(ONE)
    row[column] = secret if isinstance(secret, int) else f"{row[column]} {secret}"
    plan = imported(site, workbook(tmp_path / "x.xlsx", [HEADER, row]))
    ((place, code),) = found(plan)
    assert place == f"Sheet1!{'ABC'[column]}2"
    assert code.startswith("personal-")
    assert plan.changes == ()
    assert str(secret) not in formats.as_text(plan.problems, "zh")


def test_markup_and_invisible_characters(site: Path, tmp_path: Path) -> None:
    rows = [
        HEADER,
        ["<script>劳模创新工作室", *ONE[1:]],
        ["陆二木\u200b钳工劳模创新工作室", *ONE[1:]],
        ["梅\u202e劳模工作室", *ONE[1:]],
    ]
    plan = imported(site, workbook(tmp_path / "x.xlsx", rows))
    assert found(plan) == [("Sheet1!A2", "markup-character"), ("Sheet1!A4", "forbidden-character")]
    assert [change.name for change in plan.changes] == [ONE[0]]


def test_a_record_that_cannot_be_read_is_never_written_over(site: Path, tmp_path: Path) -> None:
    broken = site / "studios/north/crane/studio.yml"
    broken.write_text("name: 甲\n\tcategory: 乙\n", encoding="utf-8")
    before = tree(site)
    plan = imported(site, workbook(tmp_path / "x.xlsx", [HEADER, ["江一舟岸桥劳模创新工作室", *ONE[1:]]]))
    assert found(plan) == [("Sheet1!A2", "ledger-broken-record")]
    assert tree(site) == before


def run(*arguments: str | Path) -> Any:
    return CliRunner().invoke(cli.laomo, [*map(str, arguments)], env={"LANG": "zh_CN.UTF-8"})


def test_the_command_says_what_it_does(site: Path, tmp_path: Path) -> None:
    file = workbook(tmp_path / "名单.xlsx", [HEADER, ONE, [*ONE[:4], "早年"]])
    before = source_tree(site)
    dry = run("import", file, "--root", site, "--union", "北区工会", "--dry-run")
    assert dry.exit_code == 1
    assert (
        "新建 studios/north/qiangong/studio.yml 陆二木钳工劳模创新工作室，网址是 studios/qiangong/，以后不变\n"
        in dry.output
    )
    assert (
        "Sheet1!A3: 错误：“陆二木钳工劳模创新工作室”与 Sheet1!A2 是同一个工作室，这一行没有采用；请合并成一行"
        in dry.output
    )
    assert "这是试读，一个字也没有写" in dry.output
    assert source_tree(site) == before
    done = run("import", file, "--root", site, "--union", "north")
    assert "读了 2 行：新建 1 份档案，修改 0 份；2 处要改，0 处请核对" in done.output
    again = workbook(tmp_path / "again.xlsx", [HEADER, [*ONE[:4], "2014"]])
    changed = run("import", again, "--root", site)
    assert changed.exit_code == 0
    assert "修改 studios/north/qiangong/studio.yml 成立时间：“2013-06”→“2014”\n" in changed.output


def test_the_command_refuses_politely(site: Path, tmp_path: Path) -> None:
    file = workbook(tmp_path / "名单.xlsx", [HEADER, ONE])
    assert "工会名录里没有“西区”" in str(run("import", file, "--root", site, "--union", "西区").output)
    assert run("import", file, "--root", site, "--union", "西区").exit_code == 2
    macros = Path(shutil.copy(file, tmp_path / "名单.xlsm"))
    refused = run("import", macros, "--root", site)
    assert refused.exit_code == 1
    assert "文件里有宏程序，没有打开；请另存为" in refused.output


def test_an_export_never_writes_over_a_file(site: Path, tmp_path: Path) -> None:
    mine = tmp_path / "台账.xlsx"
    mine.write_bytes(b"my work")
    for command in (["export", "--root", site], ["template"]):
        assert run(*command, "--xlsx", mine).exit_code == 2
        assert mine.read_bytes() == b"my work"
    assert run("export", "--root", site, "--xlsx", tmp_path / "new.xlsx").exit_code == 0


def test_no_message_quotes_a_personal_number(site: Path, tmp_path: Path) -> None:
    """Wherever it stands: as a heading, as the name of a sheet or a studio, in a year, with a comment that would waive it."""
    crane = "江一舟岸桥劳模创新工作室"
    book = openpyxl.Workbook()
    book.active.title = ID_NUMBER
    for row in (
        [*HEADER[:4], "主管工会", ID_NUMBER],
        [*ONE[:4], ID_NUMBER, "x"],
        [f"{ID_NUMBER} # 复核 2020-01-01：设备编号", *ONE[1:4]],
        ["13900000000 # 复核 2020-01-01：设备编号", *ONE[1:4]],
    ):
        book.active.append(row)
    for title, header in {"成果": "成果名称", "荣誉": "荣誉名称"}.items():
        page = book.create_sheet(title)
        page.append(["工作室名称", "年度", header, "获得者"])
        page.append([ID_NUMBER, "2013", "甲", ""])
        page.append([crane, ID_NUMBER, "甲", ID_NUMBER])
    book.save(tmp_path / "x.xlsx")
    plan = imported(site, tmp_path / "x.xlsx", None)
    assert plan.changes == ()
    assert len(plan.problems) > 6
    told = formats.as_text(plan.problems, "zh") + formats.as_json(plan.problems, "en")
    assert ID_NUMBER not in told
    assert "13900000000" not in told
    assert "11****************" in told


def test_nothing_is_written_through_a_link(site: Path, tmp_path: Path) -> None:
    outside = Path(shutil.move(site / "studios/north", tmp_path / "outside"))
    (site / "studios/north").symlink_to(outside)
    before = tree(outside)
    plan = imported(site, workbook(tmp_path / "x.xlsx", [HEADER, ONE]))
    assert found(plan) == [("studios/north", "symlink")]
    assert tree(outside) == before


def test_what_the_checks_find_in_the_new_records_is_told_at_once(site: Path, tmp_path: Path) -> None:
    rows = [[*HEADER, "挂牌时间"], [*ONE[:4], "2013-06", "2012-01"]]
    done = run("import", workbook(tmp_path / "x.xlsx", rows), "--root", site, "--union", "north")
    assert done.exit_code == 1
    assert "Sheet1!F2: 错误：挂牌时间 2012年1月 早于成立时间 2013年6月" in done.output
    assert "plaque" not in (site / "studios/north/qiangong/studio.yml").read_text(encoding="utf-8")
    assert "读了 1 行：新建 1 份档案，修改 0 份；1 处要改，0 处请核对。" in done.output
