"""What of the evidence for a standard the site shows, and the standards of the sample city."""

import shutil
from pathlib import Path

import pytest
from lxml import html

from laomo import generate, pipeline
from laomo.pages.emitters import Context, standards
from laomo.pages.templates import Templates
from laomo.project import Project
from laomo.registry.registry import Registry
from laomo.registry.standards import evidence
from laomo.registry.standards.evidence import Evidence
from tests.conftest import ROOT, edit, some, tree

CRANE = "studios/north/crane/studio.yml"


def registry_of(site: Path) -> Registry:
    checked = generate.check(Project(site))
    assert [(p.path, p.code) for p in checked.problems if p.severity == "error"] == []
    assert checked.registry is not None
    return checked.registry


def shown(page: Path) -> str:
    return "".join(html.fromstring(page.read_bytes().decode()).text_content().split())


def links(page: Path) -> set[str]:
    """The targets of the links in a page's own text, relative to the root of the site."""
    root = next(parent for parent in page.parents if parent.name == "site")
    hrefs = html.fromstring(page.read_bytes().decode()).xpath("//article//a/@href")
    return {(page.parent / href).resolve().relative_to(root.resolve()).as_posix() for href in hrefs}


def build(site: Path) -> Path:
    pipeline.build(Project(site), site / "site")
    return site / "site"


def test_the_page_shows_what_is_there_and_is_silent_about_the_rest(site: Path) -> None:
    edit(site / CRANE, "ledger: 有", "ledger: 无")
    edit(site / CRANE, "rules:\n  - {name: 例会制度, year: 2011}\n", "")
    out = build(site)
    card = shown(out / "studios/crane/index.html").split("年报与标准")[-1]
    assert "有项目" in card
    assert "吊具防摇" in card
    assert "有制度" not in card
    assert "有风气" not in card
    for name, page in some(tree(out).items()):
        if name.endswith(".html"):
            assert "未见材料" not in page.decode(), name


def test_the_verdict_comes_from_a_decision_alone(site: Path) -> None:
    assert "2013年度验收达标" in shown(build(site) / "studios/crane/index.html")
    edit(site / "studios/decisions/2013-01.yml", "result: 达标", "result: 限期整改")
    page = shown(build(site) / "studios/crane/index.html")
    assert "有项目" in page
    assert "验收达标" not in page
    assert "整改" not in page


def test_counts_and_lists_name_only_those_with_everything(site: Path) -> None:
    out = build(site)
    page = shown(out / "standards/six/index.html")
    assert "2013年2家工作室中，1家能核对的各条都有材料" in page
    assert "另有1家成立时间不详" in page
    listed = links(out / "standards/six/2013/index.html")
    assert {link for link in listed if link.startswith("studios/")} == {"studios/crane"}
    assert links(out / "standards/six/index.html") == {"standards", "standards/six/2013"}


def test_counts_follow_an_edit_of_a_studio_or_of_the_standard(site: Path) -> None:
    out, standard = build(site), site / "studios/standards/six.yml"
    edit(site / CRANE, "rules:\n  - {name: 例会制度, year: 2011}\n", "")
    assert "1家能核对的各条都有材料" not in shown(build(site) / "standards/six/index.html")
    edit(
        standard, "check: [{kind: fields-present, all_of: [rules]}]", "check: [{kind: fields-present, all_of: [intro]}]"
    )
    assert "1家能核对的各条都有材料" in shown(build(site) / "standards/six/index.html")
    (site / ".build/memory/standards/six.json").unlink()
    before = tree(out)
    assert tree(build(site)) == before


def test_another_standard_needs_a_file_and_no_code(site: Path) -> None:
    (site / "studios/standards/eight.yml").write_text(
        "name: 八个一标准\nshort: 八个一\nissuer: 示例市职工技协\nvalid_from: 2012\nitems:\n"
        "  - {id: talk, label: 一份小结, text: 年底写一份。, check: [{kind: fields-present, all_of: [year.summary]}]}\n",
        encoding="utf-8",
    )
    out = build(site)
    assert "一份小结" in shown(out / "studios/crane/index.html")
    assert (out / "standards/eight/2013/index.html").is_file()


@pytest.fixture(scope="module")
def city() -> Registry:
    return registry_of(ROOT)


def test_the_city_has_six_and_seven_and_seven_and_three(city: Registry) -> None:
    assert [(i, len(record.items), record.valid_from.year) for i, record in city.standards] == [
        ("donglan-2015", 6, 2015),
        ("yunyu-2013", 7, 2013),
        ("yunyu-2019", 7, 2019),
        ("yunyu-demonstration", 3, 2020),
    ]
    in_force = {
        year: [i for i, record in city.standards if evidence.valid_in(record, year)]
        for year in (2013, 2018, 2019, 2020)
    }
    assert in_force == {
        2013: ["yunyu-2013"],
        2018: ["donglan-2015", "yunyu-2013"],
        2019: ["donglan-2015", "yunyu-2019"],
        2020: ["donglan-2015", "yunyu-2019", "yunyu-demonstration"],
    }
    for file in some((ROOT / "studios/standards").glob("*.yml")):
        assert file.read_bytes() == (ROOT / "generator/laomo/tools/demo/city/standards" / file.name).read_bytes()


def test_every_state_and_degree_stands_in_the_city(city: Registry) -> None:
    record = dict(city.standards)["yunyu-2013"]
    found: list[Evidence] = [evidence.examine("yunyu-2013", record, studio, 2013) for studio in city.active_studios]
    assert {each.state for one in found for each in one.items} == {"有材料", "未见材料", "待核", "不适用"}
    degrees = {each.recommended for one in found for each in one.items if each.item.id == "projects" and each.proofs}
    assert degrees == {True, False}
    assert {bool(one.missing()) for one in found} == {True, False}


def test_long_lists_are_paged(city: Registry) -> None:
    made = {str(output.path): output.data.decode() for output in standards.emit(Context(city, {}, Templates()))}
    record = dict(city.standards)["yunyu-2019"]
    marks = [(studio, evidence.marks(record, studio, 2025)) for studio in city.active_studios]
    complete = evidence.tally(record, 2025, marks).complete
    assert len(complete) > 48
    assert made["standards/yunyu-2019/2025/index.md"].count("card--studio") == 48
    assert made["standards/yunyu-2019/2025/page-2/index.md"].count("card--studio") == len(complete) - 48


def test_a_revoked_studio_is_in_no_list(site: Path) -> None:
    shutil.copytree(site / "studios/north/crane", site / "studios/north/bus")
    assert "studios/bus" in links(build(site) / "standards/six/2013/index.html")
    edit(site / "studios/north/bus/studio.yml", "sample: 是", "sample: 是\nstatus: 撤销")
    out = build(site)
    assert "studios/crane" in links(out / "standards/six/2013/index.html")
    assert "studios/bus" not in links(out / "standards/six/2013/index.html")
    assert not (out / "studios/bus/2013").exists()
