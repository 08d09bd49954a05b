"""Export, edit in Excel, import: a row is written whole or not at all, copies and gaps are told, and a dry run says what the real run says."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner
from tests.conftest import edit, tree
from tests.tools.spreadsheets.lists import found, imported, planned, workbook
from tests.tools.spreadsheets.test_round_trip import exported, fill

from laomo import cli

HEADER = ["工作室名称", "领衔人", "所在单位"]


def run(*arguments: str | Path) -> Any:
    return CliRunner().invoke(cli.laomo, [*map(str, arguments)], env={"LANG": "zh_CN.UTF-8"})


def copied(file: Path, sheet: str, row: int, changes: dict[str, str], at: int = 0) -> None:
    """Copy a row below all others, or to `at`, and type into the copy."""
    book = openpyxl.load_workbook(file)
    page = book[sheet]
    headings = [cell.value for cell in page[1]]
    values = [cell.value for cell in page[row]]
    for heading, value in changes.items():
        values[headings.index(heading)] = value
    if at:
        page.insert_rows(at)
    for column, value in enumerate(values, 1):
        page.cell(at or page.max_row + (column == 1), column, value)
    book.save(file)


def records(site: Path) -> dict[str, bytes]:
    return {path: data for path, data in tree(site / "studios").items() if path.endswith(".yml")}


@pytest.mark.parametrize("at", [0, 3])
def test_a_copied_row_gets_an_id_of_its_own(site: Path, tmp_path: Path, at: int) -> None:
    before = records(site)
    file = exported(site, tmp_path / "台账.xlsx")
    copied(
        file,
        "工作室",
        3,
        {"工作室名称": "顾三春急救劳模创新工作室", "领衔人·姓名": "顾三春", "所在单位": "示例医院"},
        at,
    )
    plan = imported(site, file, None)
    new = [change for change in plan.changes if change.new]
    assert [code for _, code in found(plan) if code.startswith("ledger-copied")] == ["ledger-copied-id"]
    assert [change.name for change in new] == ["顾三春急救劳模创新工作室"]
    assert new[0].path.parent.name not in ("crane", "nurse", "weld")
    assert {path: data for path, data in records(site).items() if path in before} == before


def test_a_copied_achievement_gets_an_id_of_its_own(site: Path, tmp_path: Path) -> None:
    file = exported(site, tmp_path / "台账.xlsx")
    copied(file, "成果", 3, {"成果名称": "旋锁快换"})
    copied(file, "成果", 3, {"年度": "2014"})
    plan = imported(site, file, None)
    assert [code for _, code in found(plan)] == ["ledger-copied-id", "ledger-copied-id"]
    assert run("check", "--root", site).exit_code == 0


def test_removed_rows_are_named_and_nothing_is_deleted(site: Path, tmp_path: Path) -> None:
    before = records(site)
    file = exported(site, tmp_path / "台账.xlsx")
    book = openpyxl.load_workbook(file)
    book["工作室"].delete_rows(4)
    book["成果"].delete_rows(3, 2)
    book.save(file)
    plan = imported(site, file, None)
    gone = [problem for problem in plan.problems if problem.code == "ledger-rows-gone"]
    assert [(problem.path, problem.facts["count"]) for problem in gone] == [("工作室!B1", 1), ("成果!B1", 2)]
    assert records(site) == before
    assert "这张表里没有" in run("import", file, "--root", site).output


def test_nothing_of_a_faulty_row_is_written(site: Path, tmp_path: Path) -> None:
    before = records(site)
    file = exported(site, tmp_path / "台账.xlsx")
    fill(file, {
        ("工作室", "crane", "一句话介绍"): "新的一句",
        ("工作室", "crane", "挂牌时间"): "2001",  # before it was founded
        ("工作室", "nurse", "一句话介绍"): "护理也新",
        ("合理化建议", "crane", "实施"): "900",  # more than adopted
    })  # fmt: skip
    plan = imported(site, file, None)
    assert [(path.partition("!")[0], code) for path, code in found(plan)] == [
        ("工作室", "plaque-before-founding"),
        ("合理化建议", "suggestions-order"),
    ]
    assert [change.path.parent.name for change in plan.changes] == ["nurse"]
    after = records(site)
    assert {path for path in after if after[path] != before.get(path)} == {"south/nurse/studio.yml"}


def test_a_dry_run_says_what_the_real_run_says(site: Path, tmp_path: Path) -> None:
    file = exported(site, tmp_path / "台账.xlsx")
    fill(file, {("工作室", "crane", "挂牌时间"): "2001", ("工作室", "crane", "创新团队·团队人数"): "3"})
    dry, real = run("import", file, "--root", site, "--dry-run"), run("import", file, "--root", site)
    assert dry.exit_code == real.exit_code == 1
    assert [line for line in dry.output.splitlines() if "!" in line] == [
        line for line in real.output.splitlines() if "!" in line
    ]
    assert "工作室!" in dry.output
    assert ".yml:" not in real.output


def test_two_names_in_one_cell_are_corrected_from_excel(site: Path, tmp_path: Path) -> None:
    profile = site / "studios/south/nurse/studio.yml"
    edit(profile, "{name: 顾三春}", "{name: 王明李强, job: 护士}")
    file = exported(site, tmp_path / "台账.xlsx")
    fill(file, {("工作室", "nurse", "领衔人·姓名"): "王明、李强"})
    plan = imported(site, file, None)
    assert [path for path, code in found(plan) if code != "ledger-rows-gone"] == []
    leaders = profile.read_text(encoding="utf-8").partition("leaders:")[2].partition("units:")[0]
    assert (
        leaders.split() == ["-", "name:", "王明", "job:", "护士", "-", "name:", "李强"]
        or leaders.strip() == "[{name: 王明, job: 护士}, {name: 李强}]"
    )


def test_one_name_in_two_lines_is_corrected_from_excel(site: Path, tmp_path: Path) -> None:
    profile = site / "studios/north/weld/studio.yml"
    profile.write_text(
        "name: 王明焊接创新工作室\nleaders:\n  - name: 王伟\n  - name: 明强\nunits: [示例厂]\n", encoding="utf-8"
    )
    file = exported(site, tmp_path / "台账.xlsx")
    fill(file, {("工作室", "weld", "领衔人·姓名"): "王伟明强"})
    imported(site, file, None)
    assert profile.read_text(encoding="utf-8").count("- name:") == 1


@pytest.mark.parametrize("mended", [1, 2])
def test_a_duplicate_name_is_mended_in_one_import(site: Path, tmp_path: Path, mended: int) -> None:
    rows = [HEADER, ["匠心焊接创新工作室", "杨一帆", "示例一厂"], ["匠心焊接创新工作室", "杨一帆", "示例一厂"]]
    plan = imported(site, workbook(tmp_path / "一.xlsx", rows))
    assert found(plan) == [("Sheet1!A3", "ledger-duplicate")]
    rows[mended][0] = "匠心钳工劳模创新工作室"
    plan = imported(site, workbook(tmp_path / "二.xlsx", rows))
    assert [problem.severity for problem in plan.problems if problem.severity == "error"] == []
    assert planned(site, workbook(tmp_path / "三.xlsx", rows)).changes == ()
