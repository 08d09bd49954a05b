"""The evidence for a standard: each state as a row of a table, and what of it the site shows."""

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
from laomo.registry.standards.evidence import Evidence, ItemEvidence
from tests.conftest import ROOT, edit, tree

CRANE = "studios/north/crane/studio.yml"
YEAR = "studios/north/crane/2013.yml"


def registry_of(site: Path) -> Registry:
    checked = generate.check(Project(site))
    assert [(p.path, p.code) for p in checked.problems if p.severity == "error"] == []
    assert checked.registry is not None
    return checked.registry


def item(site: Path, check: str, year: int = 2013, studio: str = "crane", categories: str = "") -> ItemEvidence:
    """The evidence for a standard with one item, after writing the standard to the site's records."""
    (site / "studios/standards/six.yml").write_text(
        "name: 标准\nshort: 六有\nissuer: 示例市总工会\nvalid_from: 2000\nitems:\n"
        f"  - {{id: one, label: 有一条, text: 要有。, categories: [{categories}], check: [{check}]}}\n",
        encoding="utf-8",
    )
    registry = registry_of(site)
    (record,) = (record for _, record in registry.standards)
    return evidence.examine("six", record, registry.studio_by_id[studio], year).items[0]


@pytest.mark.parametrize(
    ("projects", "state", "recommended"),
    [(0, "未见材料", False), (1, "有据", False), (2, "有据", True), (3, "有据", True)],
)
def test_projects_of_a_year(site: Path, projects: int, state: str, *, recommended: bool) -> None:
    """厦工办〔2013〕6号 三·4: 每年至少一至两个."""
    text = "projects: [" + ", ".join(f"{{title: 项目{n}}}" for n in range(projects)) + "]\n"
    (site / YEAR).write_text(text, encoding="utf-8")
    found = item(site, "{kind: projects-in-year, minimum: 1, recommended: 2}")
    assert (found.state, found.recommended) == (state, recommended)
    assert [proof.url for proof in found.proofs] == [f"studios/crane/2013/#project-{n + 1}" for n in range(projects)]


STATES = [
    # check, state of crane in 2013, links of the proofs
    ("{kind: plaque}", "有据", ["studios/crane/#timeline"]),
    ("{kind: leader-honour, level: 市级}", "有据", ["studios/crane/#leaders"]),
    ("{kind: leader-honour, level: 省级}", "未见材料", []),
    ("{kind: leader-honour, names: [劳动模范]}", "有据", ["studios/crane/#leaders"]),
    ("{kind: leader-honour, names: [五一劳动奖章]}", "未见材料", []),
    ("{kind: fields-present, all_of: [place.host]}", "有据", ["studios/crane/#place"]),
    ("{kind: fields-present, all_of: [intro, methods]}", "未见材料", ["studios/crane/#intro"]),
    ("{kind: fields-present, any_of: [intro, methods]}", "有据", ["studios/crane/#intro"]),
    ("{kind: fields-present, all_of: [rules, ledger, funding]}", "有据", ["studios/crane/#place"] * 3),
    ("{kind: fields-present, all_of: [year.summary]}", "有据", ["studios/crane/2013/#summary"]),
    ("{kind: fields-present, all_of: [year.suggestions.adopted]}", "有据", ["studios/crane/2013/#suggestions"]),
    ("{kind: fields-present, all_of: [year.plan_next]}", "未见材料", []),
    ("{kind: frontline-member, minimum: 9}", "有据", ["studios/crane/#team"]),
    ("{kind: frontline-member, minimum: 10}", "未见材料", ["studios/crane/#team"]),
    (
        "{kind: achievements-in-year, minimum: 2}",
        "有据",
        ["studios/crane/anti-sway/", "studios/crane/#achievement-brake-check"],
    ),
    (
        "{kind: achievements-in-year, minimum: 3}",
        "未见材料",  # the third is not public
        ["studios/crane/anti-sway/", "studios/crane/#achievement-brake-check"],
    ),
    ("{kind: recognised-achievements-in-year}", "未见材料", []),
    ("{kind: awards-in-year}", "未见材料", []),
    ("{kind: goals-in-year}", "未见材料", []),
    ("{kind: trainings-in-year}", "未见材料", []),
    ("{kind: manual}", "待核", []),
    ("", "待核", []),
    ("{kind: manual}, {kind: plaque}", "待核", ["studios/crane/#timeline"]),
    ("{kind: manual}, {kind: goals-in-year}", "未见材料", []),
    ("{kind: plaque}, {kind: goals-in-year}", "未见材料", ["studios/crane/#timeline"]),
]


@pytest.mark.parametrize(("check", "state", "proofs"), STATES)
def test_states_of_one_studio(site: Path, check: str, state: str, proofs: list[str]) -> None:
    found = item(site, check)
    assert (found.state, [proof.url for proof in found.proofs]) == (state, proofs)


EDITS = [
    # file, old text, new text, check, year, state
    (CRANE, "level: 市级, year: 2011", "level: 市级, year: 2011, status: 撤销", "{kind: leader-honour}", 2013, "未见材料"),
    (CRANE, "level: 市级, year: 2011", "level: 市级, year: 2014", "{kind: leader-honour}", 2013, "未见材料"),
    (CRANE, "level: 市级, year: 2011", "level: 全国, year: 2011", "{kind: leader-honour, level: 省级}", 2013, "有据"),
    (CRANE, "frontline: 是", "frontline: 是\n    end: 2012", "{kind: leader-honour}", 2013, "未见材料"),
    (CRANE, "frontline: 是", "frontline: 是\n    start: 2013", "{kind: leader-honour}", 2013, "有据"),
    (CRANE, "ledger: 有", "ledger: 无", "{kind: fields-present, all_of: [ledger]}", 2013, "未见材料"),
    (CRANE, "name: 例会制度, year: 2011", "name: 例会制度, year: 2014", "{kind: fields-present, all_of: [rules]}", 2013, "未见材料"),
    (CRANE, "name: 例会制度, year: 2011", "name: 例会制度", "{kind: fields-present, all_of: [rules]}", 2013, "有据"),
    (CRANE, "plaque: 2011-10-18", "plaque: 2014", "{kind: plaque}", 2013, "未见材料"),
    (YEAR, "area: 技术开发", "goal: 再快一点", "{kind: goals-in-year}", 2013, "有据"),
    (YEAR, "summary: 这一年解决了两件事。", "plan_next: 再解决一件。", "{kind: goals-in-year}", 2014, "有据"),
    (YEAR, "summary:", "honours: [{name: 工人先锋号, level: 市级, year: 2013}]\nsummary:", "{kind: awards-in-year}", 2013, "有据"),
    (
        YEAR,
        "summary:",
        "honours: [{name: 工人先锋号, level: 市级, year: 2013, status: 撤销}]\nsummary:",
        "{kind: awards-in-year}",
        2013,
        "未见材料",
    ),
    (
        YEAR,
        "kind: 五小成果",
        "kind: 五小成果\n    recognised_by: [{body: 示例市总工会, level: 市级}]",
        "{kind: recognised-achievements-in-year}",
        2013,
        "有据",
    ),
    (
        YEAR,
        "    disclosure: 不公开",
        "    disclosure: 不公开\n    recognised_by: [{body: 示例市总工会, level: 市级, award: 一等奖}]",
        "{kind: recognised-achievements-in-year}",
        2013,
        "未见材料",
    ),
    (YEAR, "summary:", "trainings: [{topic: 甲, sessions: 3}, {topic: 乙}]\nsummary:", "{kind: trainings-in-year, minimum: 4}", 2013, "有据"),
    (YEAR, "summary:", "trainings: [{topic: 甲, sessions: 2}, {topic: 乙}]\nsummary:", "{kind: trainings-in-year, minimum: 4}", 2013, "未见材料"),
]  # fmt: skip


@pytest.mark.parametrize("case", EDITS, ids=lambda case: f"{case[2][:30]} {case[5]}")
def test_an_edit_changes_the_state(site: Path, case: tuple[str, str, str, str, int, str]) -> None:
    file, old, new, check, year, state = case
    edit(site / file, old, new)
    assert item(site, check, year).state == state


def test_what_does_not_apply(site: Path) -> None:
    assert item(site, "{kind: plaque}", year=2010).state == "不适用", "founded in 2011"
    assert item(site, "{kind: plaque}", studio="nurse").state == "不适用", "of unknown age, without a report"
    assert item(site, "{kind: plaque}", categories="工匠").state == "不适用"
    assert item(site, "{kind: plaque}", categories="工匠, 劳模").state == "有据"


@pytest.mark.parametrize(
    ("period", "years"),
    [
        ("valid_from: 2013", {2013, 2014, 2015}),
        ("valid_from: 2013\nvalid_to: 2014", {2013, 2014}),
        ("valid_from: 2014-02-06\nvalid_to: 2015-06", {2014}),
    ],
)
def test_a_standard_counts_in_years_at_whose_end_it_is_in_force(site: Path, period: str, years: set[int]) -> None:
    edit(site / "studios/standards/six.yml", "valid_from: 2013", period)
    (record,) = (record for _, record in registry_of(site).standards)
    assert {year for year in range(2010, 2016) if evidence.valid_in(record, year)} == years


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
    for name, page in tree(out).items():
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
    assert "2013年2间工作室中，1间能核对的各条都有据" in page
    assert "另有1间成立时间不详" in page
    listed = links(out / "standards/six/2013/index.html")
    assert {link for link in listed if link.startswith("studios/")} == {"studios/crane"}
    assert links(out / "standards/six/index.html") == {"standards", "standards/six/2013"}


def test_counts_follow_an_edit_of_a_studio_or_of_the_standard(site: Path) -> None:
    out, standard = build(site), site / "studios/standards/six.yml"
    edit(site / CRANE, "rules:\n  - {name: 例会制度, year: 2011}\n", "")
    assert "1间能核对的各条都有据" not in shown(build(site) / "standards/six/index.html")
    edit(
        standard, "check: [{kind: fields-present, all_of: [rules]}]", "check: [{kind: fields-present, all_of: [intro]}]"
    )
    assert "1间能核对的各条都有据" in shown(build(site) / "standards/six/index.html")
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


def test_the_city_has_six_and_seven_and_seven(city: Registry) -> None:
    assert [(i, len(record.items), record.valid_from.year) for i, record in city.standards] == [
        ("henan-2015", 6, 2015),
        ("xiamen-2013", 7, 2013),
        ("xiamen-2019", 7, 2019),
    ]
    in_force = {
        year: [i for i, record in city.standards if evidence.valid_in(record, year)] for year in (2013, 2018, 2019)
    }
    assert in_force == {
        2013: ["xiamen-2013"],
        2018: ["henan-2015", "xiamen-2013"],
        2019: ["henan-2015", "xiamen-2019"],
    }
    for file in (ROOT / "studios/standards").glob("*.yml"):
        assert file.read_bytes() == (ROOT / "generator/laomo/tools/demo/city/standards" / file.name).read_bytes()


def test_every_state_and_degree_stands_in_the_city(city: Registry) -> None:
    record = dict(city.standards)["xiamen-2013"]
    found: list[Evidence] = [evidence.examine("xiamen-2013", record, studio, 2013) for studio in city.active_studios]
    assert {each.state for one in found for each in one.items} == {"有据", "未见材料", "待核", "不适用"}
    degrees = {each.recommended for one in found for each in one.items if each.item.id == "projects" and each.proofs}
    assert degrees == {True, False}
    assert {one.complete for one in found} == {True, False}


def test_long_lists_are_paged(city: Registry) -> None:
    made = {str(output.path): output.data.decode() for output in standards.emit(Context(city, {}, Templates()))}
    record = dict(city.standards)["xiamen-2019"]
    marks = [(studio, evidence.marks(record, studio, 2025)) for studio in city.active_studios]
    complete = evidence.tally(record, 2025, marks).complete
    assert len(complete) > 48
    assert made["standards/xiamen-2019/2025/index.md"].count("card--studio") == 48
    assert made["standards/xiamen-2019/2025/page-2/index.md"].count("card--studio") == len(complete) - 48


def test_a_revoked_studio_is_in_no_list(site: Path) -> None:
    shutil.copytree(site / "studios/north/crane", site / "studios/north/bus")
    assert "studios/bus" in links(build(site) / "standards/six/2013/index.html")
    edit(site / "studios/north/bus/studio.yml", "sample: 是", "sample: 是\nstatus: 撤销")
    out = build(site)
    assert "studios/crane" in links(out / "standards/six/2013/index.html")
    assert "studios/bus" not in links(out / "standards/six/2013/index.html")
    assert not (out / "studios/bus/2013").exists()
