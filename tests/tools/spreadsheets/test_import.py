"""A union's own list becomes records; edited and imported again, only its changes arrive."""

from pathlib import Path

import openpyxl
import pytest
from tests.conftest import edit, tree
from tests.tools.spreadsheets.lists import fifty, found, imported, planned, workbook

from laomo import generate, pipeline
from laomo.project import Project

HEADER = ["工作室名称", "领衔人", "所在单位", "所在区", "类别", "成立时间"]
ONE = ["陆二木钳工劳模创新工作室", "陆二木", "示例机床厂", "北区"]


def changed(before: dict[str, bytes], after: dict[str, bytes]) -> list[str]:
    return sorted(path for path in before.keys() | after.keys() if before.get(path) != after.get(path))


def test_fifty_studios_of_six_columns_become_fifty_valid_pages(site: Path, tmp_path: Path) -> None:
    rows = fifty()
    rows[3][5] = 41426  # a date that lost its format
    rows[7][5] = "去年"
    rows[9][0] = "方五岳园林\n劳模创新工作室"
    plan = imported(site, workbook(tmp_path / "名单.xlsx", [HEADER, *rows]))
    assert found(plan) == [
        ("Sheet1!F5", "ledger-serial-date"),
        ("Sheet1!F9", "date-malformed"),
        ("Sheet1!A11", "ledger-line-break"),
    ]
    assert generate.check(Project(site)).problems == ()
    pipeline.build(Project(site), site / "site")
    pages = {path.parent.name for path in (site / "site/studios").glob("*/index.html")}
    made = {change.path.parent.name for change in plan.changes if change.new}
    assert len(made) == 50
    assert made <= pages
    assert "hanjie" in made
    profile = (site / "studios/north/hanjie/studio.yml").read_text(encoding="utf-8")
    assert profile == (
        "name: 江一帆焊接劳模创新工作室\ncategory: 劳模\nleaders:\n  - name: 江一帆\n"
        "units: [示例江焊接有限公司]\nregion: 北区\nfounded: 2010-01\n"
    )


def test_edited_in_excel_and_imported_again_only_the_changes_arrive(site: Path, tmp_path: Path) -> None:
    file = workbook(tmp_path / "名单.xlsx", [HEADER, *fifty()])
    imported(site, file)
    by_hand = site / "studios/north/hanjie-2/studio.yml"
    edit(by_hand, "category: 劳模\n", "category: 劳模  # 待核\n\n")
    edit(by_hand, "founded: 2010-01\n", "founded: '2010-01'\nslogan: 一焊到底\n# 图片还没有\n")
    before = tree(site / "studios")
    assert planned(site, file).changes == ()

    book = openpyxl.load_workbook(file)
    page = book.active
    page["C7"] = "示例方焊接集团公司"  # the unit of the studio edited by hand
    page["F9"] = "2013-03-05"
    page["A10"] = "方四平电气自动化劳模创新工作室"  # a new name: leader and unit are the same
    page.append(["苏六合绿化劳模创新工作室", "苏六合", "示例园林处", "南区", "劳模", "2020"])
    page.move_range("A2:F2", rows=60)  # the order of rows means nothing
    book.save(file)
    plan = imported(site, file)

    assert found(plan) == [("Sheet1!A10", "ledger-rename")]
    assert changed(before, tree(site / "studios")) == [
        "north/hanjie-2/studio.yml",
        "north/huli-2/studio.yml",
        "north/lvhua/studio.yml",
    ]
    assert by_hand.read_text(encoding="utf-8") == (
        "name: 方一帆焊接劳模创新工作室\ncategory: 劳模  # 待核\n\nleaders:\n  - name: 方一帆\n"
        "units: [示例方焊接集团公司]\nregion: 北区\nfounded: '2010-01'\nslogan: 一焊到底\n# 图片还没有\n"
    )


def test_a_published_list_as_unions_lay_it_out(site: Path, tmp_path: Path) -> None:
    """Title rows, any order of columns, their own words, sections by union, a studio over two rows, totals and notes."""
    rows = [
        ["2024年度示例市劳模创新工作室名单"],
        ["单位：间", None, None, None, None, None],
        ["序号", "单位名称", "领 办 人", "名 称", "命名时间", "联系电话"],
        ["一、北区工会", None, None, None, None, None],
        ["1", "示例机床厂", "陆二木", "陆二木钳工劳模创新工作室", "2024", "0592-0000000"],
        ["2", "示例电厂", "梅四平", "双星电气劳模创新工作室", "2024", None],
        [None, "示例电网公司", "柳三川", None, "2024", None],
        ["南区工会（1家）", None, None, None, None, None],
        ["3", "示例医院", "杜 五", "杜五护理劳模创新工作室", "2024", None],
        ["合计", None, None, 3, None, None],
        ["注：排名不分先后"],
    ]
    merged = ["A1:F1", "A4:F4", "A8:F8", "D6:D7", "A6:A7"]
    plan = imported(site, workbook(tmp_path / "名单.xlsx", rows, merged=merged), union=None)
    assert found(plan) == [
        ("Sheet1!E3", "ledger-naming-columns"),
        ("Sheet1!F3", "ledger-private-column"),
    ]
    assert [str(change.path) for change in plan.changes] == [
        "north/qiangong/studio.yml",
        "north/shuangxingdianqi/studio.yml",
        "south/huli/studio.yml",
    ]
    shared = (site / "studios/north/shuangxingdianqi/studio.yml").read_text(encoding="utf-8")
    assert "  - name: 梅四平\n" in shared
    assert "  - name: 柳三川\n" in shared
    assert "units: [示例电厂, 示例电网公司]" in shared
    assert "  - name: 杜五\n" in (site / "studios/south/huli/studio.yml").read_text(encoding="utf-8")
    (notice,) = generate.check(Project(site)).problems
    assert (notice.code, notice.facts["field"], notice.facts["count"]) == ("unstated", ("地区", "region"), 3)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "utf-16"])
@pytest.mark.parametrize("separator", [",", "\t", ";"])
def test_csv_in_any_encoding(site: Path, tmp_path: Path, encoding: str, separator: str) -> None:
    file = tmp_path / "名单.csv"
    lines = [["名称", "负责人", "企业", "所属区"], ONE]
    file.write_text("\r\n".join(separator.join(line) for line in lines), encoding=encoding)
    plan = imported(site, file)
    assert found(plan) == []
    assert (site / "studios/north/qiangong/studio.yml").is_file()


def test_a_header_of_two_rows(site: Path, tmp_path: Path) -> None:
    rows = [
        ["名称", "领衔人", None, "单位", "所在区"],
        [None, "姓名", "工种", None, None],
        [*ONE[:2], "钳工", *ONE[2:]],
    ]
    merged = ["A1:A2", "B1:C1", "D1:D2", "E1:E2"]
    plan = imported(site, workbook(tmp_path / "名单.xlsx", rows, merged=merged))
    assert found(plan) == []
    assert "    job: 钳工\n" in (site / "studios/north/qiangong/studio.yml").read_text(encoding="utf-8")


def test_what_is_missing_is_listed_and_the_rest_is_taken(site: Path, tmp_path: Path) -> None:
    rows = [
        ["名称", "领衔人", "单位", "所在区"],
        ONE,
        ["无人劳模创新工作室", None, "示例厂", "北区"],
        [None, "张某", "示例厂", "北区"],
    ]
    rows.append(["苗三川花艺坊", "苗三川", "示例花店", "南区"])  # no category in name or title
    plan = imported(site, workbook(tmp_path / "名单.xlsx", rows))
    assert found(plan) == [
        ("Sheet1!B3", "ledger-without-leader"),
        ("Sheet1!A4", "ledger-missing"),
    ]
    assert {change.path.parent.name for change in plan.changes} == {"qiangong", "wuren", "huayifang"}


@pytest.mark.parametrize(
    ("name", "leader", "written"),
    [
        ("苗三川花艺工作室", "苗三川", 1),
        ("苗三川花艺创新工作室", "苗三川", 1),
        ("苗三川花艺技能大师工作室", "苗三川", 2),
        ("苗三川园林工作室", "苗三川", 2),
        ("苗三川花艺工作室", "苗四海", 2),
    ],
)
def test_a_new_studio_twice_is_one_line_at_its_cell(
    site: Path, tmp_path: Path, name: str, leader: str, written: int
) -> None:
    head = ["名称", "领衔人", "单位", "所在区", "类别"]
    one = ["苗三川花艺劳模创新工作室", "苗三川", "示例花店", "南区", "劳模"]
    plan = planned(site, workbook(tmp_path / "名单.xlsx", [head, one, [name, leader, *one[2:]]]))
    assert [each for each in found(plan) if each[1] == "ledger-duplicate"] == [("Sheet1!A3", "ledger-duplicate")] * (
        2 - written
    )
    assert len(plan.changes) == written


def test_nobody_s_union_is_asked_for_by_cell(site: Path, tmp_path: Path) -> None:
    file = workbook(
        tmp_path / "名单.xlsx", [["名称", "领衔人", "单位", "主管工会"], [*ONE[:3], "西区工会"], [*ONE[:3], "工会"]]
    )
    plan = planned(site, file, None)
    assert found(plan) == [("Sheet1!D2", "ledger-no-union"), ("Sheet1!D3", "ledger-which-union")]
    assert plan.changes == ()


def test_a_leader_of_record_is_not_renamed(site: Path, tmp_path: Path) -> None:
    """The honours and the life of one person never become another's."""
    before = tree(site / "studios")
    file = workbook(tmp_path / "名单.xlsx", [["名称", "领衔人"], ["江一舟岸桥劳模创新工作室", "江二舟"]])
    plan = imported(site, file)
    assert found(plan) == [("Sheet1!B2", "ledger-leader-changed")]
    assert tree(site / "studios") == before


def test_a_leader_who_joins_is_added(site: Path, tmp_path: Path) -> None:
    file = workbook(tmp_path / "名单.xlsx", [["名称", "领衔人"], ["江一舟岸桥劳模创新工作室", "江一舟、陆二木"]])
    assert found(imported(site, file)) == []
    text = (site / "studios/north/crane/studio.yml").read_text(encoding="utf-8")
    assert "      第二段。\n  - name: 陆二木\nunits: [北港码头]\n" in text


def test_achievements_by_studio_and_year(site: Path, tmp_path: Path) -> None:
    rows = [
        ["工作室", "年度", "成果名称", "成果类别", "公开意见", "办法"],
        ["江一舟岸桥劳模创新工作室", "2013年", "制动器点检卡", "五小成果", "可公开", "每班点检"],
        ["江一舟岸桥劳模创新工作室", "2014", "旋锁快换", "技术革新", "可公开", None],
        ["江一舟岸桥劳模创新工作室", "2014", "不知可否公开", "技术革新", None, None],
        ["没有这一间", "2014", "别的", "技术革新", "可公开", None],
        ["江一舟岸桥劳模创新工作室", "前年", "别的", "技术革新", "可公开", None],
    ]
    plan = imported(site, workbook(tmp_path / "成果.xlsx", rows, "成果"))
    assert found(plan) == [
        ("成果!E4", "ledger-missing"),
        ("成果!A5", "ledger-no-studio"),
        ("成果!B6", "ledger-year"),
    ]
    assert "    disclosure: 可公开\n    solution: 每班点检\n  - id: hidden-thing" in (
        site / "studios/north/crane/2013.yml"
    ).read_text(encoding="utf-8")
    assert (site / "studios/north/crane/2014.yml").read_text(encoding="utf-8") == (
        "sample: 是\nachievements:\n  - id: xuansuokuaihuan\n    title: 旋锁快换\n    kind: 技术革新\n    disclosure: 可公开\n"
    )
    assert generate.check(Project(site)).problems == ()


def test_the_name_alone_does_not_make_it_the_same_studio(site: Path, tmp_path: Path) -> None:
    """Studios of one name are told apart by leader and unit; a stranger never takes over a record, but is another studio."""
    header = ["名称", "领衔人", "单位", "所在区", "类别"]
    stranger = ["江一舟岸桥劳模创新工作室", "陆二木", "别的码头", "北区", "劳模"]
    twins = [
        ["匠心工作室", name, unit, "北区", "工匠"] for name, unit in (("梅三川", "示例一厂"), ("柳四平", "示例二厂"))
    ]
    file = workbook(tmp_path / "名单.xlsx", [header, stranger, *twins])
    plan = imported(site, file)
    assert found(plan) == [("Sheet1!A2", "ledger-same-name")]
    assert [str(change.path.parent) for change in plan.changes] == [
        "north/biedematou",
        "north/jiangxin",
        "north/jiangxin-2",
    ]
    assert imported(site, file).changes == ()

    named = workbook(tmp_path / "编号.xlsx", [["工作室编号", *header], ["crane-two", *stranger], ["crane", *stranger]])
    plan = planned(site, named)
    assert [change.path.parent.name for change in plan.changes if change.new] == ["crane-two"]
    assert found(plan) == [("Sheet1!C3", "ledger-leader-changed")]


def test_industries_are_those_of_the_house(site: Path, tmp_path: Path) -> None:
    (site / "studios/vocabulary.yml").write_text("industries: {制伞: umbrellas}\n", encoding="utf-8")
    header = ["名称", "领衔人", "单位", "所在区", "所属行业"]
    rows = [[*ONE, "不知何业"], ["梅三川劳模创新工作室", "梅三川", "示例伞厂", "北区", "制伞"]]
    plan = imported(site, workbook(tmp_path / "名单.xlsx", [header, *rows]))
    assert found(plan) == [("Sheet1!E2", "unknown-industry")]
    assert len(plan.changes) == 2
    assert generate.check(Project(site)).problems == ()


def test_a_list_without_unions_is_told_once(site: Path, tmp_path: Path) -> None:
    plan = planned(site, workbook(tmp_path / "名单.xlsx", [HEADER, *fifty()]), None)
    assert found(plan) == [("Sheet1!A1", "ledger-no-unions")]
    assert plan.changes == ()
