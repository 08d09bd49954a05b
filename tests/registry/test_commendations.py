"""Commendations of studios by unions: on the studio's page, and grouped by union in the honours section (厦工办〔2013〕6号 四·4)."""

from pathlib import Path

from lxml import html

from laomo import generate, pipeline
from laomo.project import Project
from laomo.registry.commendations import by_union
from laomo.registry.registry import Registry
from laomo.registry.standards import evidence
from tests.conftest import edit

DECISION = """title: 关于表彰先进工作室的决定
result: 表彰
level: 区级
bodies: [北区工会, 某报社]
date: 2013-04-28
doc_no: 示例〔2013〕9号
grounds: [组织健全, 创新成果显著]
studios: [{studio: crane}, {studio: weld}]
"""
HONOUR = "honours: [{name: 北区先锋岗, level: 区级, year: 2014, body: 北区总工会}]"


def commend(site: Path) -> None:
    (site / "studios/decisions/2013-02.yml").write_text(DECISION, encoding="utf-8")
    edit(
        site / "studios/unions.yml", "name: 北区工会,", "name: 北区工会, other_names: [北区总工会], commends: [nurse],"
    )
    for studio in ("north/weld", "south/nurse"):
        file = site / f"studios/{studio}/studio.yml"
        file.write_text(f"{file.read_text(encoding='utf-8')}\n{HONOUR}\n", encoding="utf-8")


def registry(site: Path) -> Registry:
    checked = generate.check(Project(site))
    assert checked.problems == ()
    assert checked.registry is not None
    return checked.registry


def text(site: Path, url: str) -> str:
    file = site / "site" / url / "index.html"
    return "".join(html.fromstring(file.read_bytes()).text_content().split())


def test_decisions_and_honours_stand_under_the_union_whatever_it_is_called(site: Path) -> None:
    commend(site)
    (awarding,) = by_union(registry(site))
    assert (awarding.name, awarding.url) == ("北区工会", "honours/unions/north/")
    assert [(each.title, str(each.date), [studio.id for studio in each.studios]) for each in awarding.items] == [
        ("北区先锋岗", "2014年", ["weld", "nurse"]),
        ("关于表彰先进工作室的决定", "2013年4月28日", ["crane", "weld"]),
    ]


def test_they_show_on_the_unions_page_under_honours_and_in_the_life_of_the_studio(site: Path) -> None:
    commend(site)
    pipeline.build(Project(site), site / "site")
    for url in ("unions/north", "honours/unions/north"):
        assert "关于表彰先进工作室的决定示例〔2013〕9号组织健全、创新成果显著" in text(site, url), url
        assert "北区先锋岗北区焊接技能大师工作室顾三春护理巾帼创新工作室" in text(site, url), url
    assert "北区工会2" in text(site, "honours/unions")
    assert "工会表彰2" in text(site, "honours")
    assert "表彰奖励" not in text(site, "unions/south")
    assert "2013年4月28日表彰" in text(site, "studios/crane")
    assert "关于表彰先进工作室的决定区级表彰" in text(site, "studios/crane/2013")


def test_a_commendation_is_no_title_and_is_an_award_of_its_year(site: Path) -> None:
    before = registry(site).studio_by_id["crane"].valid_designations
    commend(site)
    check = "  - {id: award, label: 有评比, text: 评比奖励。, check: [{kind: awards-in-year, minimum: 1}]}\n"
    edit(site / "studios/standards/six.yml", "items:\n", f"items:\n{check}")
    found = registry(site)
    crane = found.studio_by_id["crane"]
    assert crane.valid_designations == before
    ((standard, record),) = found.standards
    item = evidence.examine(standard, record, crane, 2013).items[0]
    assert (item.state, [proof.label for proof in item.proofs]) == ("有材料", ["关于表彰先进工作室的决定"])


def test_without_any_there_is_no_page_and_no_entry(built: Path) -> None:
    assert not (built / "site/honours/unions").exists()
    assert "工会表彰" not in text(built, "honours")
