"""All that import, export and forms say, line by line: each next step, each exit code, and nothing where there is nothing."""

import shutil
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from laomo.cli import spreadsheets as command
from laomo.tools.spreadsheets import Change, ImportPlan
from tests.cli.command import laomo
from tests.tools.forms.zips import PROFILE, picture, record, zipped
from tests.tools.spreadsheets.lists import workbook

HEADER = ["工作室名称", "领衔人", "所在单位", "地区", "类别", "人才类别"]
ONE = ["陆二木钳工劳模创新工作室", "陆二木", "示例机床厂", "北区", "劳模", "劳动模范"]
NEW = "新建 studios/north/qiangong/studio.yml 陆二木钳工劳模创新工作室，网址是 studios/qiangong/，以后不变"


def said(*arguments: Any) -> tuple[int, list[str]]:
    run = laomo(*arguments)
    return run.returncode, (run.stdout + run.stderr).splitlines()


def test_an_import_and_its_next_steps(site: Path, tmp_path: Path) -> None:
    file = workbook(tmp_path / "名单.xlsx", [HEADER, ONE])
    options = (file, "--root", site, "--union", "北区工会")
    counted = "新建 1 份档案{}修改 0 份；0 处要改，0 处请核对。"
    assert said("import", *options, "--dry-run") == (0, [
        NEW,
        f"读了 1 行：将{counted.format('、')}这是试读，一个字也没有写。",
        "下一步：没有要改的了；去掉 --dry-run 再运行一次，就写入档案。",
    ])  # fmt: skip
    assert said("import", *options) == (0, [
        NEW,
        f"读了 1 行：{counted.format('，')}",
        "下一步：运行 laomo serve 看一看网页，再提交。",
    ])  # fmt: skip
    assert said("import", *options) == (0, [
        "读了 1 行：新建 0 份档案，修改 0 份；0 处要改，0 处请核对。",
        "表里的内容档案里都有了，没有要写的。",
    ])  # fmt: skip


def test_an_import_with_errors(site: Path, tmp_path: Path) -> None:
    rows = [*ONE[:3], "13800138000", *ONE[4:]]
    code, lines = said("import", workbook(tmp_path / "名单.xlsx", [HEADER, rows]), "--root", site, "--union", "north")
    assert (code, lines[0], lines[-2:]) == (1, NEW, [
        "读了 1 行：新建 1 份档案，修改 0 份；1 处要改，0 处请核对。",
        "下一步：照上面的格子在表里改好，存盘，再导入一次；已经采用的不会重复。",
    ])  # fmt: skip
    assert len(lines) == 5
    assert lines[1].startswith("Sheet1!D2: 错误：")
    assert lines[2].endswith(" /help/problems/#personal-mobile-in-list")


CHANGED = (Change(Path("x"), b"", False, (), ""),)  # type: ignore[arg-type]
PROBLEMS: Any = ("x",)


@pytest.mark.parametrize(
    ("plan", "dry", "errors", "steps"),
    [
        (ImportPlan(1, CHANGED, ()), True, 0, ["write"]),
        (ImportPlan(1, CHANGED, ()), False, 0, ["look"]),
        (ImportPlan(1, CHANGED, ()), False, 1, ["correct"]),
        (ImportPlan(1, CHANGED, ()), True, 1, ["correct"]),
        (ImportPlan(1, (), ()), True, 0, ["nothing"]),
        (ImportPlan(1, (), PROBLEMS), False, 0, []),
        (ImportPlan(1, (), PROBLEMS, dependent=("a",)), False, 1, ["ledger-dependent", "correct"]),
    ],
)
def test_every_next_step(plan: ImportPlan, dry: bool, errors: int, steps: list[str]) -> None:
    found = [code.removeprefix("ledger-next-") for code in command._next_steps(plan, dry_run=dry, errors=errors)]
    assert found == steps


def test_how_many_cells_of_each_sheet() -> None:
    assert command._by_sheet(["甲!A1", "乙!B2", "甲!C3", *["丙!A1"] * 1_000]) == ("甲 2", "乙 1", "丙 1,000")


def test_rows_that_hang_on_another(site: Path, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(workbook(tmp_path / "a.xlsx", [["工作室编号", *HEADER], ["B!", *ONE]], "名单"))
    page = book.create_sheet("项目")
    for row in (["工作室名称", "年度", "项目名称"], [ONE[0], "2013", "甲"], [ONE[0], "2014", "乙"]):
        page.append(row)
    book.save(tmp_path / "a.xlsx")
    code, lines = said("import", tmp_path / "a.xlsx", "--root", site, "--union", "north")
    assert code == 1
    assert lines[-2:] == [
        "另有 2 行说的是上面没有采用的工作室，也没有采用（项目 2）；改好那些工作室，再导入一次就会读。",
        "下一步：照上面的格子在表里改好，存盘，再导入一次；已经采用的不会重复。",
    ]


def test_files_that_are_written(site: Path, tmp_path: Path) -> None:
    file = tmp_path / "台账.xlsx"
    assert said("template", "--xlsx", file) == (0, [f"写好了空模板：{file}。"])
    other = tmp_path / "全部.xlsx"
    assert said("export", "--root", site, "--xlsx", other) == (0, [f"写好了台账：3 家工作室，12 行，在 {other}。"])
    (site / "studios/north/weld/studio.yml").write_text("name: [", "utf-8")
    code, lines = said("export", "--root", site, "--xlsx", tmp_path / "c.xlsx")
    assert (code, lines[0]) == (1, f"写好了台账：2 家工作室，11 行，在 {tmp_path / 'c.xlsx'}。")
    assert [line.partition(":")[0] for line in lines[1:-1]] == ["studios/north/weld/studio.yml"]
    assert lines[-1].endswith(" /help/problems/#syntax")


def test_a_form_that_comes_back(site: Path, tmp_path: Path) -> None:
    profile = {**PROFILE, "photos": [{"file": "photo-1a.jpg", "caption": "焊接", "alt": "一名焊工在焊接"}]}
    file = zipped(tmp_path / "来件.zip", record("studio", profile), union="north", photos={"photo-1a.jpg": picture()})
    made = [
        "新建 studios/north/shilidianhan/studio.yml 示例电焊劳模创新工作室，网址是 studios/shilidianhan/，以后不变",
        "放进 studios/north/shilidianhan/photos/photo-1a.jpg 图片",
    ]
    code, lines = said("import", "--dry-run", file, "--root", site)
    planned = "将新建 1 份档案、修改 0 份，放进 1 张图片。这是试读，一个字也没有写。"
    assert (code, [line for line in lines if "提醒" not in line]) == (0, [*made, planned])
    code, lines = said("import", file, "--root", site)
    assert (code, [line for line in lines if "提醒" not in line]) == (0, [
        *made,
        "新建 1 份档案，修改 0 份，放进 1 张图片。",
        "下一步：运行 laomo serve 看一看网页，再提交。",
    ])  # fmt: skip
    code, lines = said("import", file, "--root", site)
    assert (code, lines[-2:]) == (0, [
        "新建 0 份档案，修改 0 份，放进 0 张图片。",
        "表里的内容档案里都有了，没有要写的。",
    ])  # fmt: skip
    assert said("import", file, "--root", site, "--union", "西区")[0] == 2
    code, lines = said("import", zipped(tmp_path / "坏.zip", record("studio", {**PROFILE, "category": "甲"}), union="north"), "--root", site)  # fmt: skip
    assert (code, lines[-1]) == (
        1,
        "填报表里有 1 处要改，一个字也没有写。请把上面的话发给填表人，在表单里打开这个压缩包改好，再发来。",
    )


def test_a_zip_that_is_no_form(site: Path, tmp_path: Path) -> None:
    (tmp_path / "x.zip").write_bytes(b"PK")
    code, lines = said("import", tmp_path / "x.zip", "--root", site)
    assert (code, len(lines), ": 错误：" in lines[0]) == (1, 2, True)
    assert lines[1].endswith(" /help/problems/#form-zip-unreadable")


def test_a_link_among_the_caches_is_one_problem_on_one_line(site: Path, tmp_path: Path) -> None:
    shutil.rmtree(site / ".build")
    (site / ".build").symlink_to(tmp_path)
    run = laomo("export", "--root", site, "--xlsx", tmp_path / "a.xlsx")
    assert (run.returncode, run.stdout.count("\n"), run.stderr) == (1, 1, "")
    assert run.stdout.startswith(".build:1:1: 错误：")
