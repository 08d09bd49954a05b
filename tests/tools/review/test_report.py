"""`laomo report`: the union's own list of what is outstanding; none of it on the site."""

import json
from pathlib import Path
from typing import Any

from tests.cli.command import laomo
from tests.conftest import ROOT, edit, some, tree

from laomo import generate, pipeline
from laomo.project import Project
from laomo.tools.review import report

CRANE = "studios/north/crane/2013.yml"


def asked(site: Path, *arguments: str) -> dict[str, Any]:
    """What the command says to programs, by union."""
    run = laomo("report", "--root", site, "--format", "json", *arguments)
    assert run.returncode == 0, run.stderr
    found = json.loads(run.stdout)
    return {**found, "unions": {union["union"]: union for union in found["unions"]}}


def ids(entries: list[dict[str, Any]]) -> list[str]:
    return [entry["studio"] for entry in entries]


def test_who_has_not_reported(site: Path) -> None:
    found = asked(site, "--year", "2013")
    north, south = found["unions"]["north"], found["unions"]["south"]
    assert (north["expected"], north["reported"]) == (2, 0)
    assert (ids(north["missing"]), ids(north["unsubmitted"])) == (["weld"], ["crane"])
    assert ids(south["missing"]) == ["nurse"], "of unknown age: expected all the same"
    edit(site / CRANE, "sample: 是", "sample: 是\nreport: {submitted: 2013-12-28}")
    north = asked(site, "--year", "2013")["unions"]["north"]
    assert (north["reported"], north["unsubmitted"]) == (1, [])


def test_who_was_not_there_yet_or_is_no_more_is_not_expected(site: Path) -> None:
    assert asked(site, "--year", "2011")["unions"]["north"]["expected"] == 1, "weld was founded in 2012"
    edit(site / "studios/north/weld/studio.yml", "founded: 2012", "founded: 2012\nstatus: 迁出\nmoved_to: 示例省")
    assert asked(site, "--year", "2013")["unions"]["north"]["expected"] == 1


def test_gaps_by_the_standards_of_that_year(site: Path) -> None:
    gaps = asked(site, "--year", "2013")["unions"]["north"]["gaps"]
    assert [(gap["studio"], gap["standard"], gap["items"]) for gap in gaps] == [("weld", "six", ["rules", "projects"])]
    assert asked(site, "--year", "2012")["unions"]["north"]["gaps"] == [], "no standard was in force"


def test_the_terminal_groups_by_union(site: Path) -> None:
    run = laomo("report", "--root", site, "--year", "2013")
    assert run.returncode == 0
    assert run.stdout.splitlines() == [
        "2013年度报告情况（内部，请勿公开；数据截至2025年12月31日）",
        "",
        "北区工会：应报 2 家，已报 0 家",
        "  没有 2013 年度档案（1）",
        "    北区焊接技能大师工作室（north/weld）",
        "  有档案，没有报送日期（1）",
        "    江一舟岸桥劳模创新工作室（north/crane）",
        "  超过两年没有更新（2）",
        "    江一舟岸桥劳模创新工作室（north/crane）：最近一份是 2013 年",
        "    北区焊接技能大师工作室（north/weld）：还没有年度档案",
        "  六有（2013年）没有见到材料的条目（1）",
        "    北区焊接技能大师工作室（north/weld）：有制度、有项目",
        "",
        "南区工会：应报 1 家，已报 0 家",
        "  没有 2013 年度档案（1）",
        "    顾三春护理巾帼创新工作室（south/nurse）",
        "  超过两年没有更新（1）",
        "    顾三春护理巾帼创新工作室（south/nurse）：还没有年度档案",
    ]
    assert laomo("--lang", "en", "report", "--root", site).stdout.startswith("Annual reports of 2025 (internal")


RECTIFY = """title: 关于限期整改的通知
result: {result}
level: 市级
bodies: [示例市总工会]
date: {date}
doc_no: 示例〔2015〕{number}号
studios: [{{studio: crane}}]
"""


def test_a_studio_told_to_put_things_right_is_listed_until_a_decision_settles_it(site: Path) -> None:
    def decide(name: str, result: str, date: str) -> None:
        text = RECTIFY.format(result=result, date=date, number=int(name[-2:]))
        (site / f"studios/decisions/{name}.yml").write_text(text, encoding="utf-8")

    decide("2015-01", "限期整改", "2015-05-01")
    decide("2015-02", "表彰", "2015-06-01")
    (entry,) = asked(site)["unions"]["north"]["rectifying"]
    assert (entry["studio"], entry["decision"]) == ("crane", "2015年5月1日，示例〔2015〕1号")
    run = laomo("report", "--root", site)
    assert "    江一舟岸桥劳模创新工作室（north/crane）：2015年5月1日，示例〔2015〕1号" in run.stdout
    decide("2016-01", "复核合格", "2016-05-01")
    assert asked(site)["unions"]["north"]["rectifying"] == []


INSPECTION = """title: 年度互查
kind: 互查
date: 2015-05-01
studios:
  - {studio: crane, finding: 台账缺页, advice: 一个月内补齐台账。}
  - {studio: weld, finding: 都好}
decisions: [2015-01]
"""


def test_what_an_inspection_said_and_what_follows_from_it(site: Path) -> None:
    (site / "studios/inspections").mkdir()
    (site / "studios/inspections/2015-01.yml").write_text(INSPECTION, encoding="utf-8")
    order = RECTIFY.format(result="限期整改", date="2015-05-20", number=1)
    (site / "studios/decisions/2015-01.yml").write_text(order, encoding="utf-8")
    edit(site / CRANE, "sample: 是", "sample: 是\nreport: {inspection: 抽查记录若干}")
    found = asked(site, "--year", "2015")["unions"]["north"]["inspected"]
    assert [(each["studio"], each["finding"], each["advice"], each["decisions"]) for each in found] == [
        ("crane", "台账缺页", "一个月内补齐台账。", ["关于限期整改的通知"]),
        ("weld", "都好", "", []),
    ]
    assert ids(asked(site, "--year", "2016")["unions"]["north"]["inspected"]) == []
    assert asked(site, "--year", "2013")["unions"]["north"]["inspected"][1]["finding"] == "抽查记录若干"
    told = laomo("report", "--root", site, "--year", "2015").stdout
    assert (
        "  检查以后要办的（1）\n    江一舟岸桥劳模创新工作室（north/crane）：年度互查（2015年5月1日）：一个月内补齐台账；据此作出：关于限期整改的通知\n"
        in told
    )


def test_faulty_records_are_said_to_be_left_out(site: Path) -> None:
    edit(site / "studios/north/weld/studio.yml", "category: 技能大师", "category: 大师")
    run = laomo("report", "--root", site)
    assert run.returncode == 1
    assert "另有 1 个问题" in run.stderr
    assert "north/crane" in run.stdout


def test_nothing_of_it_reaches_the_site(site: Path) -> None:
    edit(site / CRANE, "sample: 是", "sample: 是\nreport: {submitted: 2013-12-28, inspection: 抽查记录若干}")
    pipeline.build(Project(site), site / "site")
    for name, data in some(tree(site / "site").items()):
        if name.endswith((".html", ".xml", ".json", ".txt")):
            for word in ("未见材料", "没有见到材料的条目", "没有报送", "2013年12月28日", "2013-12-28", "抽查记录"):
                assert word not in data.decode(), (name, word)


def test_the_city_has_something_of_each_kind() -> None:
    registry = generate.check(Project(ROOT)).registry
    assert registry is not None
    unions = report.report(registry).unions
    assert len(unions) == 15
    for kind in ("missing", "unsubmitted", "stale", "gaps", "rectifying", "inspected"):
        assert any(getattr(union, kind) for union in unions), kind
