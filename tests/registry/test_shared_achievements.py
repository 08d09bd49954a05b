"""An achievement of several studios: reported by one, shown by all, counted once (domain notes §7 rule 4)."""

from pathlib import Path

from lxml import html

from laomo import generate, pipeline
from laomo.pages.search.collect import collect
from laomo.problems import formats
from laomo.project import Project
from laomo.registry import statistics
from laomo.registry.registry import Registry
from laomo.registry.standards import evidence
from tests.conftest import edit

OWN_PAGE, SECTION = "id: anti-sway\n", "id: brake-check\n"
YEAR = "studios/north/crane/2013.yml"


def share(site: Path, achievement: str, *studios: str) -> None:
    """The nurses are of another union, and say that they took part."""
    edit(site / YEAR, achievement, f"{achievement}    shared_with: [{', '.join(studios)}]\n")
    if "nurse" in studios:
        took_part = f"took_part_in: [crane/{achievement.removeprefix('id: ').strip()}]"
        edit(site / "studios/south/nurse/studio.yml", "region:", f"{took_part}\nregion:")


def registry(site: Path) -> Registry:
    checked = generate.check(Project(site))
    assert checked.problems == ()
    assert checked.registry is not None
    return checked.registry


def page(site: Path, url: str) -> html.HtmlElement:
    return html.fromstring((site / "site" / url / "index.html").read_bytes())


def text(site: Path, url: str) -> str:
    return "".join(page(site, url).text_content().split())


def test_every_studio_shows_it_and_the_lists_show_it_once(site: Path) -> None:
    share(site, OWN_PAGE, "nurse", "weld")
    share(site, SECTION, "weld")
    pipeline.build(Project(site), site / "site")
    assert "与顾三春护理巾帼创新工作室、北区焊接技能大师工作室共同完成" in text(site, "studios/crane")
    assert "与北区焊接技能大师工作室共同完成" in text(site, "studios/crane/2013")
    assert "与江一舟岸桥劳模创新工作室、北区焊接技能大师工作室共同完成" in text(site, "studios/nurse")
    assert "制动器点检卡" not in text(site, "studios/nurse")
    weld = page(site, "studios/weld")
    assert weld.xpath("//ul[@class='results']//h3/a/@href") == [
        "../crane/anti-sway/",
        "../crane/2013/#achievement-brake-check",
    ]
    own = page(site, "studios/crane/anti-sway")
    assert own.xpath("//aside//article//h3/a/@href") == ["../", "../../nurse/", "../../weld/"]
    for listing in ("achievements", "achievements/2013", "achievements/work-method"):
        cards = page(site, listing).xpath("//article[contains(@class, 'card')][.//h3[contains(., '吊具防摇操作法')]]")
        assert len(cards) == 1, listing
        assert cards[0].xpath(".//p[@class='card__foot']/a/@href")[1].endswith("studios/nurse/")


def test_it_is_counted_once_and_found_under_every_name(site: Path) -> None:
    before = statistics.achievements.by_result(registry(site))
    share(site, OWN_PAGE, "nurse", "weld")
    after = registry(site)
    assert statistics.achievements.by_result(after) == before
    assert [item.record.id for item in after.achievements] == ["anti-sway", "brake-check"]
    found = collect(after, ())
    (method,) = [each for each in found.achievements if each and each.card[2] == "吊具防摇操作法"]
    assert {"岸桥", "护理", "焊接"} <= {*method.words, *method.text}


def test_it_is_evidence_for_every_studio(site: Path) -> None:
    share(site, OWN_PAGE, "weld")
    edit(
        site / YEAR,
        "story:",
        "recognised_by: [{body: 示例市总工会, level: 市级, year: 2013, award: 一等奖}]\n    story:",
    )
    edit(site / "studios/standards/six.yml", "items:", "items:\n" + RECOGNISED)
    found = registry(site)
    ((standard, record),) = found.standards
    for studio in ("crane", "weld"):
        item = evidence.examine(standard, record, found.studio_by_id[studio], 2013).items[0]
        assert (item.state, [proof.label for proof in item.proofs]) == ("有材料", ["吊具防摇操作法"]), studio


RECOGNISED = """  - id: recognised
    label: 有认可
    text: 成果得到认可。
    check: [{kind: recognised-achievements-in-year, minimum: 1}]
"""


def test_who_claims_it_again_learns_of_the_field(site: Path) -> None:
    edit(site / "studios/south/nurse/studio.yml", "[南区医院]", "[南区医院, 北港码头]")
    again = "achievements:\n  - {id: x, title: 制动器点检卡, kind: 五小成果, disclosure: 可公开}\n"
    (site / "studios/south/nurse/2014.yml").write_text(again, encoding="utf-8")
    (problem,) = generate.check(Project(site)).problems
    assert problem.code == "duplicate-claim"
    assert "shared_with" in formats.text(problem)


def test_what_an_ended_studio_reported_is_told_to_those_who_shared_it(site: Path) -> None:
    share(site, OWN_PAGE, "weld")
    edit(site / "studios/north/crane/studio.yml", "region: 北区", "region: 北区\nstatus: 迁出\nmoved_to: 邻市")
    (problem,) = generate.check(Project(site)).problems
    assert (problem.path, problem.line, problem.code, problem.severity) == (YEAR, 11, "shared-but-ended", "warning")
    assert "北区焊接技能大师工作室" in formats.text(problem)


def test_a_partner_that_has_ended_is_not_named(site: Path) -> None:
    share(site, OWN_PAGE, "weld")
    edit(site / "studios/north/weld/studio.yml", "founded: 2012", "founded: 2012\nstatus: 迁出\nmoved_to: 邻市")
    assert registry(site).achievements[0].partners == ()
