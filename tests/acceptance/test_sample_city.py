"""The demonstration city in this repository: complete, without problems, marked as a sample, and true to the two documents."""

import html
import re
import shutil
from pathlib import Path

import pytest

from laomo import generate
from laomo.cli import report_formats
from laomo.generate import Checked
from laomo.pages.handwritten import front_matter
from laomo.problems import formats
from laomo.project import Project
from laomo.registry.registry import Registry
from laomo.tools.review import report
from tests.conftest import ROOT, edit, some

STORIES = ROOT / "content/stories"


@pytest.fixture(scope="module")
def checked() -> Checked:
    return generate.check(Project(ROOT))


@pytest.fixture(scope="module")
def registry(checked: Checked) -> Registry:
    assert checked.registry is not None
    return checked.registry


def test_it_has_no_problem(checked: Checked) -> None:
    assert formats.as_text(checked.problems, "zh") == ""


def test_a_hundred_studios_of_fifteen_unions(registry: Registry) -> None:
    assert len(registry.active_studios) == 100
    assert [studio.id for studio in registry.studios if studio.ended] != [], "one more whose title was revoked"
    assert len(registry.host_unions) == 15
    assert all(registry.studios_of(union.id) for union in registry.host_unions)


def test_the_city_has_tables_of_several_years_none_of_which_is_that_of_the_document(registry: Registry) -> None:
    assert [table.year for table in registry.targets] == [2026, 2025, 2024, 2013]
    for table in registry.targets:
        assert [row.union for row in table.rows] == list(registry.host_unions)
        totals = (table.record.total.created, table.record.total.qualified)
        assert totals != (100, 66)
        assert table.created < totals[0], "not every goal is reached"


def test_the_newest_goals_are_those_of_the_year_of_the_data(registry: Registry) -> None:
    table = registry.present_targets
    assert table
    assert table.qualified < table.record.total.qualified


def test_some_unions_are_short_some_met_some_beyond(registry: Registry) -> None:
    rows = [row for table in registry.targets for row in table.rows]
    for pairs in ([(r.created, r.target.created) for r in rows], [(r.qualified, r.target.qualified) for r in rows]):
        assert {(done > target) - (done < target) for done, target in pairs} == {-1, 0, 1}


def test_everything_invented_is_marked_so(registry: Registry) -> None:
    assert registry.site.sample_banner
    for studio in some(registry.studios):
        assert studio.record.sample, studio.path
        assert all(year.record.sample for year in studio.years), studio.path
    assert all(decision.sample for _, decision in some(registry.decisions))
    assert all(notice.sample for _, notice in some(registry.notices))
    assert all(event.sample for _, event in some(registry.events))
    assert all(alliance.sample for alliance in some(registry.alliances))
    assert all(table.record.sample for table in some(registry.targets))
    assert registry.demonstration
    assert registry.noindex
    numbers = [item.record.ip.number for item in registry.achievements if item.record.ip and item.record.ip.number]
    assert numbers
    assert all(number.startswith("示例") for number in numbers)
    assert all(decision.doc_no and decision.doc_no.startswith("示例") for _, decision in some(registry.decisions))


def test_twelve_studios_are_rich(registry: Registry) -> None:
    rich = [studio for studio in registry.studios if studio.record.photos]
    assert len(rich) == 12
    assert len({studio.record.industry for studio in rich}) >= 9
    for studio in rich:
        assert studio.record.rules, studio.path
        assert studio.record.funding, studio.path
        assert studio.record.team, studio.path
        assert studio.record.place, studio.path
        assert any(item.record.story and item.record.photos for item in studio.achievements), studio.path
        assert [year.year for year in studio.years] == list(range(2013, 2026)), studio.path
        for year in studio.years:
            assert year.record.projects, year.path
            assert year.record.suggestions, year.path
            assert year.record.trainings, year.path
            assert year.record.mentoring, year.path
            measured = any(item.record.measures for item in year.achievements)
            assert measured or year.year not in {2013, 2024, 2025}, year.path


def test_eight_stories_name_who_when_and_how_much(registry: Registry) -> None:
    told = {file.stem: front_matter.split(file.read_text(encoding="utf-8"), file.name) for file in STORIES.glob("*.md")}
    assert len(told) >= 8
    for name, (head, text) in told.items():
        studio = registry.studio_by_id[str(head["about"]).partition("/")[0]]
        facts = head["facts"]
        assert isinstance(facts, list)
        assert {leader.name for leader in studio.leaders} & set(facts), name
        assert [fact for fact in facts if re.fullmatch(r"20\d\d", str(fact))], name
        assert all(str(fact).rstrip("%") in text for fact in facts), name
        assert 600 <= len(re.findall(r"[\u4e00-\u9fff\d]", text)) <= 1000, name


def test_no_two_achievements_and_no_two_introductions_are_alike(registry: Registry) -> None:
    told = [(item.record.title, item.record.problem, item.record.solution) for item in registry.achievements]
    assert len(set(told)) == len(told)
    introductions = [studio.record.intro for studio in registry.studios if studio.record.intro]
    assert len(set(introductions)) == len(introductions)


@pytest.mark.parametrize(
    "pattern", [r"(?<!\d)1[3-9]\d{9}(?!\d)", r"(?<!\d)\d{17}[\dXx](?!\d)", r"@(?!example\.org(?![\w.-]))", r"淡薄"]
)
def test_no_private_number_stands_in_any_record(pattern: str) -> None:
    """Nobody can have a mailbox at example.org (RFC 2606)."""
    for path in some((ROOT / "studios").rglob("*.yml")):
        assert not re.search(pattern, path.read_text(encoding="utf-8")), path


PLANTED = [
    # file, original text, text with the error, the part of it that the problem should point to, code
    ("yuxin/postal/studio.yml", "category: 巾帼", "category: 妇女", "妇女", "unknown-word"),
    ("yuxin/postal/studio.yml", "types: ", "功能: ", "功能", "unknown-field"),
    ("yuxin/postal/studio.yml", "founded: 2012-06", "founded: 2012-16", "2012-16", "date-impossible"),
    ("yuxin/postal/studio.yml", "ledger: 有", "ledger: 齐全", "齐全", "yes-no"),
    ("yuxi/cnc/studio.yml", "plaque: 2011-11", "plaque: 2010-11", "2010", "plaque-before-founding"),
    ("yubei/city-bus/studio.yml", "file: cover.webp", "file: covre.webp", "covre", "missing-picture"),
    ("yubei/city-bus/studio.yml", "industry: 交通运输", "industry: 公交", "公交", "unknown-industry"),
    ("ouwan/garden/studio.yml", "co_unions: [kewenweiti]", "co_unions: [kewenwieti]", "kewenwieti", "unknown-union"),
    ("ouwan/garden/studio.yml", "  frontline: 1", "  frontline: 91", "91", "more-than-team"),
    ("yuxi/cnc/2013.yml", "summary:", "summary：", "：", "full-width-colon"),
    ("dianzi/software/studio.yml", "name: ", "name:", ":", "colon-without-space"),
    ("jiaojian/bridge/2024.yml", "sample: 是\n", "sample: 是\nsample: 是\n", "sample", "duplicate-key"),
    ("jiaojian/port-crane/2024.yml", "sample: 是", "sample: yes", "yes", "yes-no"),
    ("qinggong/food/2025.yml", "disclosure: 可公开", "disclosure: 公开", "公开", "unknown-word"),
    ("qinggong/food/2024.yml", "sample: 是", "<<<<<<< HEAD\nsample: 是", "<", "merge-marker"),
    ("kewenweiti/nursing/2013.yml", "sample: 是", "sample: &x 是", "&", "anchor"),
    ("jidian/welding/2013.yml", "sample: 是", "\tsample: 是", "\t", "tab"),
    ("targets/2013.yml", "total: {created: 97", "total: {created: 98", "98", "target-total"),
    ("decisions/2013-11.yml", "studio: port-crane", "studio: port-crain", "port-crain", "unknown-studio"),
    ("decisions/2014-12.yml", "granted: 2015-01-20", "granted: 2014-01-20", "2014", "grant-before-decision"),
]


def test_twenty_planted_faults_are_found_each_at_its_place_and_nothing_else(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "studios", tmp_path / "studios")
    expected = []
    for name, old, new, finger, code in PLANTED:
        file = tmp_path / "studios" / name
        edit(file, old, new)
        text = file.read_text(encoding="utf-8")
        at = text.index(new) + (len(old) if code == "duplicate-key" else new.index(finger))
        at += code == "colon-without-space"  # the place where the space belongs
        expected.append((f"studios/{name}", text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at), code))
    problems = generate.check(Project(tmp_path)).problems
    assert sorted((p.path, p.line, p.column, p.code) for p in problems) == sorted(expected)
    for problem in problems:
        assert re.search(r"；(应为|请)", formats.text(problem)), problem


def test_the_rectification_is_in_the_report_and_nowhere_on_the_site(registry: Registry, city_site: Path) -> None:
    (decision,) = [decision for _, decision in registry.decisions if decision.result == "限期整改"]
    studio = registry.studio_by_id[decision.studios[0].studio]
    told = report_formats.as_text(report.report(registry), "zh")
    assert f"{studio.name}（{studio.path.parent}）：{decision.date}，{decision.doc_no}" in told
    assert decision.doc_no
    for path in some(city_site.rglob("*")):
        if path.suffix in (".html", ".js", ".json", ".xml", ".txt", ".csv"):
            text = html.unescape(path.read_text(encoding="utf-8"))
            assert decision.doc_no not in text, path
            assert decision.title not in text, path
    page = (city_site / "studios" / studio.id / "index.html").read_text(encoding="utf-8")
    assert "整改" not in html.unescape(page)


def test_a_studio_that_moved_says_where_and_since_when(registry: Registry, city_site: Path) -> None:
    (moved,) = [studio for studio in registry.studios if studio.ending == "迁出"]
    page = html.unescape((city_site / "studios" / moved.id / "index.html").read_text(encoding="utf-8"))
    assert moved.record.moved_to
    assert f"{moved.record.ended_on}起已经迁出，迁往{moved.record.moved_to}" in page
    assert moved.record.leaders[0].name not in page
    assert not (city_site / "studios" / moved.id / "2019").exists()
