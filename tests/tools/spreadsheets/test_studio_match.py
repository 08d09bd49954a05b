"""Which studio a row means: two studios stay two, and a new name is never given without a word."""

from pathlib import Path

import pytest
from tests.conftest import some
from tests.tools.spreadsheets.lists import found, imported, planned, workbook

from laomo import generate
from laomo.project import Project

HEADER = ["工作室名称", "领衔人", "所在单位", "地区", "类别"]
UNIT = "示例冶金公司"


def row(name: str, leader: str = "赵某", unit: str = UNIT) -> list[str]:
    return [name, leader, unit, "北区", "劳模"]


def names(site: Path) -> list[str]:
    registry = generate.check(Project(site)).registry
    assert registry is not None
    return sorted(studio.name for studio in registry.studios if "赵某" in studio.name)


@pytest.mark.parametrize("apart", [True, False], ids=["two files", "one file"])
@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("赵某技能大师工作室", "赵某劳模创新工作室"),
        ("赵某劳模创新工作室", "赵某技能大师工作室"),
        ("赵某工匠创新工作室", "赵某巾帼创新工作室"),
        ("赵某焊接劳模创新工作室", "赵某数控劳模创新工作室"),
    ],
)
def test_another_kind_or_another_title_is_another_studio(
    site: Path, tmp_path: Path, first: str, second: str, *, apart: bool
) -> None:
    lists = [[row(first)], [row(second)]] if apart else [[row(first), row(second)]]
    plans = [imported(site, workbook(tmp_path / "名单.xlsx", [HEADER, *rows])) for rows in lists]
    assert names(site) == sorted((first, second))
    asked = [("Sheet1!A2", "ledger-second-studio")] if apart else []
    assert found(plans[-1]) == asked
    both = workbook(tmp_path / "两间.xlsx", [HEADER, row(second), row(first)])
    assert (planned(site, both).changes, planned(site, both).problems) == ((), ())


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("赵某劳模创新工作室", "赵某焊接劳模创新工作室"),
        ("赵某焊接劳模创新工作室", "赵某焊接自动化劳模创新工作室"),
        ("赵某劳模创新工作室", "赵某劳模和工匠人才创新工作室"),
    ],
)
def test_a_new_name_is_proposed_and_given_by_the_id(site: Path, tmp_path: Path, before: str, after: str) -> None:
    plan = imported(site, workbook(tmp_path / "一.xlsx", [HEADER, row(before)]))
    studio = plan.changes[0].path.parent.name
    asked = imported(site, workbook(tmp_path / "二.xlsx", [HEADER, row(after)]))
    assert (found(asked), asked.changes) == ([("Sheet1!A2", "ledger-rename")], ())
    assert studio in str(asked.problems[0].facts)
    given = workbook(tmp_path / "三.xlsx", [[*HEADER, "工作室编号"], [*row(after), studio]])
    assert found(imported(site, given)) == [("Sheet1!A2", "ledger-renamed")]
    profile = (site / f"studios/north/{studio}/studio.yml").read_text(encoding="utf-8")
    assert f"name: {after}\n" in profile
    assert f"former_names: [{before}]\n" in profile
    assert planned(site, given).changes == ()
    old = planned(site, workbook(tmp_path / "一.xlsx", [HEADER, row(before)]))
    assert (found(old), old.changes) == ([("Sheet1!A2", "ledger-former-name")], ())


def test_the_name_of_somebody_who_has_withdrawn_is_not_kept(site: Path, tmp_path: Path) -> None:
    imported(site, workbook(tmp_path / "一.xlsx", [HEADER, row("赵某焊接劳模创新工作室")]))
    profile = site / "studios/north/hanjie/studio.yml"
    text = profile.read_text(encoding="utf-8").replace("  - name: 赵某\n", "  - name: 赵某\n    withdrawn: 2024-05\n")
    profile.write_text(text, encoding="utf-8")
    file = workbook(tmp_path / "二.xlsx", [[*HEADER, "工作室编号"], [*row("焊接创新工作室"), "hanjie"]])
    imported(site, file)
    assert "former_names" not in profile.read_text(encoding="utf-8")


@pytest.mark.parametrize("apart", [True, False], ids=["two files", "one file"])
def test_one_name_in_another_unit_is_another_studio(site: Path, tmp_path: Path, *, apart: bool) -> None:
    rows = [row("赵某创新工作室", "赵某", "示例一厂"), row("赵某创新工作室", "赵敏", "示例二厂")]
    lists = [rows[:1], rows[1:]] if apart else [rows]
    plans = [imported(site, workbook(tmp_path / "名单.xlsx", [HEADER, *each])) for each in lists]
    assert names(site) == ["赵某创新工作室"] * 2
    assert found(plans[-1]) == ([("Sheet1!A2", "ledger-same-name")] if apart else [])


def test_a_list_without_leaders_takes_over_no_record_in_another_unit(site: Path, tmp_path: Path) -> None:
    imported(site, workbook(tmp_path / "一.xlsx", [HEADER, row("赵某创新工作室")]))
    plan = planned(
        site,
        workbook(tmp_path / "二.xlsx", [[*HEADER[:1], *HEADER[2:]], ["赵某创新工作室", "另一家厂", "北区", "劳模"]]),
    )
    assert found(plan)[0] == ("Sheet1!A2", "ledger-same-name")
    assert all(change.new for change in some(plan.changes))


def test_a_name_that_stands_twice_names_both_rows(site: Path, tmp_path: Path) -> None:
    plan = planned(site, workbook(tmp_path / "一.xlsx", [HEADER, row("赵某创新工作室"), row("赵某 创新工作室")]))
    (problem,) = plan.problems
    assert (problem.path, problem.code, problem.facts["first"]) == ("Sheet1!A3", "ledger-duplicate", "Sheet1!A2")
