"""Records → workbook → records: nothing changes that nobody changed, and what a clerk changes arrives where it belongs."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from tests.conftest import ROOT, edit, tree
from tests.tools.spreadsheets.lists import found, imported, planned

from laomo import generate
from laomo.project import Project
from laomo.tools import spreadsheets
from laomo.tools.spreadsheets import sheets


def exported(site: Path, file: Path) -> Path:
    spreadsheets.export(spreadsheets.Archive.read(site / "studios"), file)
    return file


def values(file: Path) -> dict[str, list[tuple[Any, ...]]]:
    book = openpyxl.load_workbook(file)
    return {page.title: list(page.values) for page in book.worksheets}


def fill(file: Path, cells: dict[tuple[str, str, str], str]) -> None:
    """Type into a workbook of ours: sheet, row (a text in it) and heading say where."""
    book = openpyxl.load_workbook(file)
    for (sheet, row, heading), value in cells.items():
        page = book[sheet]
        headings = [cell.value for cell in page[1]]
        (line,) = [cells for cells in page.iter_rows() if row in [cell.value for cell in cells]]
        line[headings.index(heading)].value = value
    book.save(file)


@pytest.mark.parametrize("which", ["small", "city"])
def test_a_round_trip_changes_no_byte(which: str, site: Path, tmp_path: Path) -> None:
    root = site if which == "small" else ROOT
    plan = planned(root, exported(root, tmp_path / "台账.xlsx"), None)
    assert plan.rows > (9 if which == "small" else 2_000)
    assert (plan.changes, plan.problems) == ((), ())


def test_an_empty_site_gets_all_that_a_workbook_holds(site: Path, tmp_path: Path) -> None:
    first = exported(site, tmp_path / "first.xlsx")
    for folder in ("north", "south"):
        for file in (site / "studios" / folder).rglob("*.yml"):
            file.unlink()
    plan = imported(site, first, None)
    assert found(plan) == []
    assert values(exported(site, tmp_path / "second.xlsx")) == values(first)
    assert generate.check(Project(site)).problems == ()


def test_changes_in_every_ledger_arrive_and_nothing_else(site: Path, tmp_path: Path) -> None:
    crane = site / "studios/north/crane"
    edit(crane / "2013.yml", "projects:\n", "# 两个项目\nprojects:\n")
    file = exported(site, tmp_path / "台账.xlsx")
    before = {path: data.decode() for path, data in tree(site / "studios").items() if path.endswith(".yml")}
    fill(
        file,
        {
            ("工作室", "crane", "简介"): "岸边的一间小屋，\n两面有窗。",
            ("工作室", "crane", "创新团队·技能等级结构"): "高级技师4、技师3、高级工5",
            ("工作室", "crane", "领衔人·技能等级"): "高级技师",
            ("成果", "anti-sway", "经济效益·数额"): "900余万元",
            ("成果", "brake-check", "效果"): "一眼看清",
            ("项目", "吊具防摇", "项目名称"): "大风里吊具防摇",
            ("带徒", "crane", "带徒人数"): "5",
            ("合理化建议", "crane", "实施"): "11",
            ("荣誉", "示例市劳动模范", "授予单位"): "示例市人民政府",
        },
    )
    plan = imported(site, file, None)
    assert found(plan) == []
    after = {path: data.decode() for path, data in tree(site / "studios").items() if path.endswith(".yml")}
    wanted = {
        "north/crane/studio.yml": [
            ("intro: 岸边的一间小屋。", "intro: |\n  岸边的一间小屋，\n  两面有窗。"),
            ("{高级技师: 3, 技师: 4, 高级工: 5}", "{高级技师: 4, 技师: 3, 高级工: 5}"),
            ("    frontline: 是", "    skill_grade: 高级技师\n    frontline: 是"),
            ("year: 2011}\n    bio", "year: 2011, body: 示例市人民政府}\n    bio"),
        ],
        "north/crane/2013.yml": [
            ("800余万元", "900余万元"),
            ("  - id: hidden", "    effect: 一眼看清\n  - id: hidden"),
            ("- title: 吊具防摇\n", "- title: 大风里吊具防摇\n"),
            ("apprentices: 4", "apprentices: 5"),
            ("implemented: 10", "implemented: 11"),
        ],
    }
    for path, changes in wanted.items():
        for old, new in changes:
            assert old in before[path]
            before[path] = before[path].replace(old, new, 1)
    assert after == before


def test_new_rows_get_a_place_and_an_id(site: Path, tmp_path: Path) -> None:
    file = exported(site, tmp_path / "台账.xlsx")
    book = openpyxl.load_workbook(file)
    for sheet, told in {
        "成果": {
            "工作室名称": "顾三春护理巾帼创新工作室",
            "年度": "2024",
            "成果名称": "翻身枕",
            "成果类别": "五小成果",
            "公开意见": "可公开",
        },
        "培训": {"工作室名称": "顾三春护理巾帼创新工作室", "年度": "2024", "主题": "翻身与叩背", "人次": "３０人次"},
        "荣誉": {
            "工作室编号": "nurse",
            "荣誉类别": "个人荣誉",
            "获得者": "顾三春",
            "荣誉名称": "示例市五一劳动奖章",
            "级别": "市",
            "年份": "2020",
        },
    }.items():
        page = book[sheet]
        page.append([told.get(str(cell.value)) for cell in page[1]])
    book.save(file)
    plan = imported(site, file, None)
    last = openpyxl.load_workbook(file)["荣誉"].max_row
    assert found(plan) == [(f"荣誉!H{last}", "unknown-word")]
    assert (site / "studios/south/nurse/2024.yml").read_text(encoding="utf-8") == (
        "sample: 是\nachievements:\n  - id: fanshenzhen\n    title: 翻身枕\n    kind: 五小成果\n    disclosure: 可公开\n"
        "trainings:\n  - topic: 翻身与叩背\n    attendances: 30\n"
    )


def test_the_template_has_chinese_headers_help_and_drop_downs(tmp_path: Path) -> None:
    spreadsheets.template(tmp_path / "模板.xlsx")
    book = openpyxl.load_workbook(tmp_path / "模板.xlsx")
    assert book.sheetnames == [*(sheet.title for sheet in sheets.SHEETS), "仅供内部", "选项"]
    page = book["成果"]
    header = [cell.value for cell in page[1]]
    assert header[:8] == ["工作室编号", "工作室名称", "年度", "项次", "编号", "成果名称", "成果类别", "公开意见"]
    assert (
        page[2][7].value == "必填。不公开的成果不会出现在网站上。选一项：可公开、专利已申请、已通过保密审查、不公开。"
    )
    rules = {str(rule.sqref).partition("3:")[0]: rule.formula1 for rule in page.data_validations.dataValidation}
    letters = page[1][7].column_letter
    choices = rules[letters].removeprefix("=选项!").replace("$", "")
    assert [cell.value for (cell,) in book["选项"][choices]] == ["可公开", "专利已申请", "已通过保密审查", "不公开"]
    assert page.column_dimensions[letters].number_format == "@"
    assert book["选项"].sheet_state == "hidden"
    studios = [cell.value for cell in book["工作室"][1]]
    assert studios[:7] == ["工作室编号", "工作室名称", "主管工会", "类别", "领衔人·姓名", "所在单位", "地区"]
    assert (page.row_dimensions[2].height or 0) > 60  # the whole help is to be seen


def test_the_private_sheet_is_never_read(site: Path, tmp_path: Path) -> None:
    file = exported(site, tmp_path / "台账.xlsx")
    book = openpyxl.load_workbook(file)
    book["仅供内部"].append(["工作室名称", "领衔人", "所在单位"])
    book["仅供内部"].append(["陆二木钳工劳模创新工作室", "陆二木", "110101199003070011"])
    book.save(file)
    plan = planned(site, file)
    assert (plan.changes, plan.problems) == ((), ())


def test_text_stays_text_whatever_it_begins_with(site: Path, tmp_path: Path) -> None:
    """Nothing that a record says becomes a formula in a clerk's Excel."""
    edit(
        site / "studios/north/crane/studio.yml", "slogan: 吊得稳，放得准", "slogan: '=HYPERLINK(\"https://x.example\")'"
    )
    file = exported(site, tmp_path / "台账.xlsx")
    cells = [cell for row in openpyxl.load_workbook(file)["工作室"].iter_rows() for cell in row if cell.value]
    assert {cell.data_type for cell in cells} == {"s"}
    assert {cell.number_format for cell in cells} == {"@"}
    assert planned(site, file).changes == ()


def test_what_was_changed_by_hand_after_the_export_stays(site: Path, tmp_path: Path) -> None:
    """Clerk and record changed different cells: both stay. The same cell: it is asked for, and nobody's work is lost."""
    crane = site / "studios/north/crane/studio.yml"
    file = exported(site, tmp_path / "台账.xlsx")
    edit(crane, "slogan: 吊得稳，放得准", "slogan: 稳  # 新定的")
    edit(crane, "intro: 岸边的一间小屋。", "intro: 岸边的两间小屋。")
    fill(file, {("工作室", "crane", "简介"): "海边的一间小屋。", ("工作室", "crane", "挂牌时间"): "2012"})
    plan = imported(site, file, None)
    assert [problem.code for problem in plan.problems] == ["ledger-both-changed"]
    assert plan.problems[0].facts["filed"] == ("岸边的两间小屋。",)
    text = crane.read_text(encoding="utf-8")
    assert "slogan: 稳  # 新定的\nintro: 岸边的两间小屋。\n" in text
    assert "plaque: 2012\n" in text


def test_an_emptied_cell_empties_the_field(site: Path, tmp_path: Path) -> None:
    crane = site / "studios/north/crane/studio.yml"
    edit(crane, "industry: 港口航运\n", "")
    file = exported(site, tmp_path / "台账.xlsx")
    edit(crane, "founded: 2011-05", "industry: 港口航运\nfounded: 2011-05")
    before = crane.read_text(encoding="utf-8")
    fill(
        file, {("工作室", "crane", heading): "" for heading in ("一句话介绍", "台账", "工作经费·经费来源", "所在单位")}
    )
    fill(file, {("工作室", "crane", "工作经费·年度经费"): ""})
    plan = imported(site, file, None)
    assert [problem.code for problem in plan.problems] == ["ledger-emptied"]  # the unit
    after = before.replace("slogan: 吊得稳，放得准\n", "").replace("ledger: 有\n", "")
    assert crane.read_text(encoding="utf-8") == after.replace(
        "funding: {sources: [单位行政拨款], amount: 约5万元}\n", ""
    )


def test_a_copied_row_is_a_new_item(site: Path, tmp_path: Path) -> None:
    file = exported(site, tmp_path / "台账.xlsx")
    book = openpyxl.load_workbook(file)
    page = book["项目"]
    copied = [cell.value for cell in page[3]]
    headings = [cell.value for cell in page[1]]
    copied[headings.index("项目名称")] = "吊具减重"
    page.append(copied)
    book.save(file)
    plan = imported(site, file, None)
    assert found(plan) == []
    assert generate.check(Project(site)).problems == ()
    text = (site / "studios/north/crane/2013.yml").read_text(encoding="utf-8")
    assert text.count("problem: 风大时吊具摆动，着箱要等。") == 2
    assert "  - title: 吊具减重\n" in text


def add(file: Path, *rows: tuple[str, dict[str, str]]) -> None:
    """Type rows below the others: the sheet, and what stands under which heading."""
    book = openpyxl.load_workbook(file)
    for sheet, told in rows:
        page = book[sheet]
        page.append([told.get(str(cell.value)) for cell in page[1]])
    book.save(file)


def test_the_rarer_ledgers_fill_profile_and_years(site: Path, tmp_path: Path) -> None:
    file = exported(site, tmp_path / "台账.xlsx")
    nurse, crane = ({"工作室编号": each} for each in ("nurse", "crane"))
    add(
        file,
        (
            "年度小结",
            nurse | {"年度": "2024", "年度小结": "一年来，\n两件事。", "成员晋级人数": "2人", "下年计划": "再做一件"},
        ),
        ("交流协作", nurse | {"年度": "2024", "活动类别": "技术协作", "主题": "帮社区建翻身示教角", "时间": "2024.5"}),
        ("图片", crane | {"文件名": "cover.png", "图说": "岸边", "替代文字": "两台岸桥"}),
        (
            "图片",
            crane
            | {"年度": "2013", "成果编号": "吊具防摇操作法", "文件名": "cover.png", "图说": "吊具", "替代文字": "吊具"},
        ),
        ("视频与全景", nurse | {"标题": "十分钟学翻身", "类型": "视频", "网址": "https://video.example.org/1"}),
        (
            "工作室关系",
            nurse | {"关系": "孵化工作室", "对方工作室编号": "江一舟岸桥劳模创新工作室", "起始时间": "2015"},
        ),
    )
    plan = imported(site, file, None)
    assert found(plan) == []
    assert (site / "studios/south/nurse/2024.yml").read_text(encoding="utf-8") == (
        "sample: 是\nsummary: |\n  一年来，\n  两件事。\nassistance:\n  - topic: 帮社区建翻身示教角\n    date: 2024-05\n"
        "members_promoted: 2\nplan_next: 再做一件\n"
    )
    profile = (site / "studios/south/nurse/studio.yml").read_text(encoding="utf-8")
    assert "relations:\n  - kind: 孵化工作室\n    studio: crane\n    since: 2015\n" in profile
    assert "links:\n  - title: 十分钟学翻身\n    kind: 视频\n    address: https://video.example.org/1\n" in profile
    assert [(each.code, each.severity) for each in generate.check(Project(site)).problems] == [
        ("not-yet-agreed", "notice")
    ]
    again = planned(site, exported(site, tmp_path / "again.xlsx"), None)
    assert (again.changes, again.problems) == ((), ())


def test_what_the_rarer_ledgers_cannot_place_is_listed(site: Path, tmp_path: Path) -> None:
    file = exported(site, tmp_path / "台账.xlsx")
    crane = {"工作室编号": "crane"}
    add(
        file,
        ("交流协作", crane | {"年度": "2013", "活动类别": "参观", "主题": "看岸桥"}),
        ("图片", crane | {"文件名": "gone.png", "图说": "岸边", "替代文字": "岸桥"}),
        (
            "图片",
            crane | {"年度": "2013", "成果编号": "没有的", "文件名": "cover.png", "图说": "吊具", "替代文字": "吊具"},
        ),
        ("图片", crane | {"成果编号": "anti-sway", "文件名": "cover.png", "图说": "吊具", "替代文字": "吊具"}),
        ("视频与全景", crane | {"标题": "看岸桥", "类型": "视频", "网址": "http://video.example.org/1"}),
        ("工作室关系", crane | {"关系": "孵化工作室", "对方工作室编号": "没有的工作室"}),
        ("工作室关系", crane | {"关系": "孵化工作室", "对方工作室编号": "nobody"}),
    )
    plan = imported(site, file, None)
    assert plan.changes == ()
    assert [(problem.path.partition("!")[0], problem.code) for problem in plan.problems] == [
        ("交流协作", "ledger-no-activity"),
        ("图片", "ledger-no-picture"),
        ("图片", "ledger-no-achievement"),
        ("图片", "ledger-year"),
        ("视频与全景", "address-malformed"),
        ("工作室关系", "slug-malformed"),
        ("工作室关系", "ledger-no-studio"),
    ]
