"""People in lists: a name arrives whole and clean, what stands beside it is asked about, and another dot changes nothing."""

import csv
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.tools.spreadsheets.lists import found, imported, planned, workbook

from laomo import generate
from laomo.cli import laomo
from laomo.project import Project
from laomo.records.yaml import reader
from laomo.tools.spreadsheets import ImportPlan, record_files

HEADER = ["工作室名称", "领衔人", "所在单位", "地区", "类别"]
CELLS = [
    ("王\u3000明", ["王明"], None),
    ("王  明", ["王明"], None),
    ("欧阳 建国", ["欧阳建国"], None),
    ("买买提 艾力", ["买买提艾力"], None),
    ("买买提．艾力", ["买买提·艾力"], None),
    ("陈静 林涛", ["陈静", "林涛"], None),
    ("王磊\n李娜", ["王磊", "李娜"], None),
    ("O'Neil", ["O’Neil"], None),
    ("王芳(女)", ["王芳"], "ledger-names-remarks"),
    ("王超等3人", ["王超"], "ledger-names-remarks"),
    ("原：王辉 现：李敏", ["李敏"], "ledger-names-remarks"),
    ("1.王浩 2.李浩", ["王浩", "李浩"], None),
    ("王鹏*", ["王鹏"], "ledger-names-remarks"),
    ("王健 高级工程师", ["王健"], "ledger-names-remarks"),
]


def rows(cells: list[str]) -> list[list[str]]:
    return [[f"甲{n}号岗劳模创新工作室", cell, f"示例{n}号厂", "北区", "劳模"] for n, cell in enumerate(cells)]


def leaders(plan: ImportPlan) -> dict[str, list[dict[str, str]]]:
    """Studio's name → its leaders in the plan."""
    trees = [reader.read(change.data, "")[0] for change in plan.changes]
    return {tree["name"]: tree.get("leaders", []) for tree in trees}  # type: ignore[union-attr, index, call-overload, misc]


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_names_arrive_whole_and_what_stands_beside_them_is_asked(site: Path, tmp_path: Path, kind: str) -> None:
    table = [HEADER, *rows([cell for cell, _, _ in CELLS])]
    file = tmp_path / f"名单.{kind}"
    if kind == "xlsx":
        workbook(file, table)
    else:
        with file.open("w", encoding="gb18030", newline="") as out:
            csv.writer(out).writerows(table)
    plan = imported(site, file)
    named = [[leader["name"] for leader in each] for each in leaders(plan).values()]
    assert sorted(named) == sorted(names for _, names, _ in CELLS)
    asked = [(cell, code) for cell, code in found(plan) if code.startswith("ledger-names")]
    sheet = "Sheet1" if kind == "xlsx" else file.name
    assert asked == [(f"{sheet}!B{n}", code) for n, (_, _, code) in enumerate(CELLS, 2) if code]
    assert [each.code for each in generate.check(Project(site)).problems if each.severity == "error"] == []
    assert planned(site, file).changes == ()


def test_a_role_in_brackets_becomes_the_role(site: Path, tmp_path: Path) -> None:
    plan = planned(site, workbook(tmp_path / "名单.xlsx", [HEADER, *rows(["王军（带头人）、李四（共同领衔人）"])]))
    (people,) = leaders(plan).values()
    assert [(each["name"], each["role"]) for each in people] == [("王军", "带头人"), ("李四", "共同领衔人")]
    assert found(plan) == []


@pytest.mark.parametrize("cell", ["王 明 李 强", "王", "张3", "示例冶金公司", "艾力 古丽"])
def test_what_is_no_clear_name_is_asked_at_its_cell_and_never_published(site: Path, tmp_path: Path, cell: str) -> None:
    plan = planned(site, workbook(tmp_path / "名单.xlsx", [HEADER, *rows([cell])]))
    assert ("Sheet1!B2", "ledger-names-unclear") in found(plan)
    assert {*map(tuple, leaders(plan).values())} <= {()}


@pytest.mark.parametrize("dot", ["•", "‧", "・", "．", ".", "", " ", " · "])
def test_a_list_with_another_dot_changes_nothing(site: Path, tmp_path: Path, dot: str) -> None:
    imported(site, workbook(tmp_path / "一.xlsx", [HEADER, *rows(["买买提·艾力"])]))
    again = planned(site, workbook(tmp_path / "二.xlsx", [HEADER, *rows([f"买买提{dot}艾力"])]))
    assert (again.changes, again.problems) == ((), ())


def test_one_person_with_two_dots_is_one_person(site: Path) -> None:
    for folder, name in (("crane", "买买提·艾力"), ("other", "买买提•艾力"), ("third", "买买提艾力")):
        profile = site / f"studios/north/{folder}/studio.yml"
        profile.parent.mkdir(exist_ok=True)
        profile.write_text(
            f"name: {folder} 创新工作室\ncategory: 职工\nleaders: [{{name: {name}}}]\nunits: [北港码头]\nregion: 北区\n",
            encoding="utf-8",
        )
    registry = generate.check(Project(site)).registry
    assert registry is not None
    assert [len(person.studios) for person in registry.persons if person.name == "买买提·艾力"] == [3]


def test_no_address_is_a_piece_of_the_kind_or_of_a_person(site: Path, tmp_path: Path) -> None:
    kinds = [
        "劳模和工匠人才创新",
        "劳模（工匠）创新",
        "职工（劳模）创新",
        "示范性劳模、工匠人才创新",
        "大国工匠创新",
        "首席技师",
    ]
    table = [
        [f"张{n}{kind}工作室", f"张{n}", f"示例{n}炼钢公司", "北区", "劳模"]
        for n, kind in zip("一二三四五六", kinds, strict=True)
    ]
    plan = planned(site, workbook(tmp_path / "名单.xlsx", [HEADER, *table]))
    made = [change.path.parent.name for change in plan.changes]
    assert sorted(made) == sorted(f"shili{n}liangang" for n in ("yi", "er", "san", "si", "wu", "liu"))


def test_a_dry_run_shows_the_address_of_each_new_studio(site: Path, tmp_path: Path) -> None:
    file = workbook(tmp_path / "名单.xlsx", [HEADER, ["张三焊接劳模创新工作室", "张三", "示例厂", "北区", "劳模"]])
    run = CliRunner().invoke(
        laomo, ["--lang", "zh", "import", str(file), "--union", "north", "--dry-run", "--root", str(site)]
    )
    assert "张三焊接劳模创新工作室，网址是 studios/hanjie/，以后不变" in run.output
    assert not (site / "studios/north/hanjie").exists()


@pytest.mark.parametrize("between", ["、", "/", "，", "；"])
def test_two_units_in_one_cell_are_two(site: Path, tmp_path: Path, between: str) -> None:
    cells = ["焊接创新工作室", "张三", f"示例一公司{between}示例二厂", "北区", "职工"]
    plan = planned(site, workbook(tmp_path / "名单.xlsx", [HEADER, cells]))
    assert "units: [示例一公司, 示例二厂]" in plan.changes[0].data.decode()


def test_no_address_of_an_achievement_bears_a_leaders_name() -> None:
    assert record_files.propose_item("买买提•艾力操作法", set(), ["买买提·艾力"]) == "caozuofa"
