"""The statistics: an independent recount of every published table, the rules of summing, and accessible charts."""

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser

from laomo import generate, pipeline
from laomo.pages import charts
from laomo.project import Project
from laomo.records.models.year import BenefitRecord
from laomo.registry import statistics
from laomo.registry.honour_kinds import kind_of
from laomo.registry.registry import Registry
from laomo.registry.statistics.figures import Coverage
from tests.conftest import ROOT, edit, some
from tests.registry.statistics import recount

PAGES = ("statistics/", "statistics/achievements/", "statistics/people/")


def registry_of(site: Path) -> Registry:
    checked = generate.check(Project(site))
    assert checked.registry, checked.problems
    return checked.registry


def printed(built: Path) -> dict[str, recount.Table]:
    """The data tables of the built pages. The label of a row in a table by year and unit holds both."""
    found: dict[str, recount.Table] = {}
    for page in PAGES:
        for table in html.parse(built / page / "index.html").findall(".//table[@data-figure]"):
            rows = [[" ".join(cell.text_content().split()) for cell in row] for row in table.findall(".//tbody/tr")]
            width = 2 if table.get("data-figure") == "benefits-others" else 1
            found[table.get("data-figure") or ""] = {" ".join(row[:width]): row[width:] for row in rows}
            assert len(found[table.get("data-figure") or ""]) == len(rows), "no row twice"
    return found


@pytest.fixture(scope="module")
def city(city_site: Path) -> Path:
    return city_site


def test_the_pages_of_the_city_say_what_a_second_count_gives(city: Path) -> None:
    counted, numbers = recount.tables(ROOT / "studios")
    shown = printed(city)
    shown.pop("crossed")
    assert shown == counted
    assert {"growth", "benefits-money", "benefits-others", "benefits-left-out", "rights", "grade", "sessions"} <= set(
        counted
    )
    for page in ("index.html", "statistics/index.html"):
        shown = [int(b.text_content()) for b in html.parse(city / page).findall(".//ul[@class='numbers']//b")]
        assert set(numbers.values()) <= set(shown), page


def test_grades_by_age_are_counted_again_and_small_groups_hidden(city: Path) -> None:
    table = html.parse(city / "statistics/people/index.html").find(".//table[@data-figure='crossed']")
    assert table is not None
    teams = (studio.record.team for studio in registry_of(ROOT).active_studios if studio.record.team)
    counted: Counter[tuple[str, str]] = Counter()
    for cell in (cell for team in teams for cell in team.by_grade_and_age):
        counted[cell.grade, cell.age] += cell.count
    ages = [cell.text_content() for cell in table.findall("thead//th")[1:]]
    for row in some(table.findall("tbody/tr")):
        grade, *cells = (cell.text_content() for cell in row)
        for age, text in zip(ages, cells, strict=True):
            number = counted[grade, age]
            assert text == ("少于3人" if 0 < number < 3 else str(number)) or (text == "不单列" and not 0 < number < 3)
        assert [cell.isdigit() for cell in cells].count(False) != 1


def test_the_pages_of_a_small_site_do_too(site: Path) -> None:
    edit(site / "studios/north/crane/2013.yml", "amount: 800余万元, period: 累计", "amount: 800余万元, period: 年度")
    pipeline.build(Project(site), site / "site")
    counted, _ = recount.tables(site / "studios")
    assert printed(site / "site") == counted
    assert counted["benefits-money"] == {"2013年": ["", "", "800", "1"]}
    assert counted["result"] == {"先进操作法": ["1"], "五小成果": ["1"]}, "what is withheld is not counted"


def test_the_target_table_ends_where_the_curve_stands(city: Path) -> None:
    registry = registry_of(ROOT)
    growth = {year: (created, qualified) for year, created, qualified in statistics.studios.growth(registry).years}
    for table in some(registry.targets):
        assert growth[table.year] == (table.created, table.qualified)
    rows = html.parse(city / "targets/2013/index.html").findall(".//table[@data-figure='targets-2013']/tbody/tr")
    cells = [[cell.text_content() for cell in row] for row in rows]
    assert cells[-1][0] == "合计"
    assert [cells[-1][1], cells[-1][5]] == ["97", "64"]
    assert len(cells) == 16


def test_every_number_with_a_list_leads_to_that_many(city: Path) -> None:
    checked = 0
    for page in PAGES:
        for row in html.parse(city / page / "index.html").findall(".//table[@data-figure]/tbody/tr"):
            link = row.find("th/a")
            if link is not None:
                target = (city / page / link.get("href") / "index.html").read_text(encoding="utf-8")
                shown = "".join(html.fromstring(target).text_content().split())
                assert re.search(rf"(共|所属工作室){row[1].text_content()}[项家]", shown), link.get("href")
                checked += 1
    assert checked >= 30


@pytest.mark.parametrize(
    ("amount", "period", "place", "value", "unit"),
    [
        ("40万元", "年度", "sum", "40", "万元"),
        ("1.2亿元", "年度", "sum", "12000", "万元"),
        ("5000元", "年度", "sum", "0.5", "万元"),
        ("300工时", "年度", "sum", "300", "工时"),
        ("800余万元", "年度", "floor", "800", "万元"),
        ("5万余元", "年度", "floor", "5", "万元"),
        ("超过2亿元", "年度", "floor", "20000", "万元"),
        ("约120万元", "年度", "约数", None, ""),
        ("近300万元", "年度", "约数", None, ""),
        ("数百万元", "年度", "概数", None, ""),
        ("40万元", "累计", "累计", None, ""),
        ("40万元", "年均", "年均", None, ""),
        ("40万元", "自应用以来", "自应用以来", None, ""),
        ("40万元", None, "未写时段", None, ""),
        (None, "年度", "未写数额", None, ""),
    ],
)
def test_what_may_be_summed(amount: str | None, period: str | None, place: str, value: str | None, unit: str) -> None:
    fields = {"kind": "成本", "amount": amount, "period": period}
    benefit = BenefitRecord.model_validate({key: each for key, each in fields.items() if each})
    found = statistics.benefits.sort(benefit)
    assert (found[0], found[1] and f"{found[1].normalize():f}", found[2]) == (place, value, unit)


def test_things_of_different_kinds_are_never_added(site: Path) -> None:
    year = site / "studios/north/crane/2013.yml"
    edit(
        year,
        "mentoring:",
        "trainings:\n  - {topic: 甲, sessions: 3, attendances: 90}\n  - {topic: 乙, attendances: 20}\nmentoring:",
    )
    edit(year, "kind: 五小成果", "kind: 发明专利\n    ip: {state: 申请}")
    edit(year, "kind: 先进操作法", "kind: 发明专利\n    ip: {state: 授权}")
    registry = registry_of(site)
    people = statistics.people
    assert people.sessions(registry).known == (("2013年", 3),)
    assert people.attendances(registry).known == (("2013年", 110),)
    assert people.apprentices(registry).known == (("2013年", 4),)
    assert people.outcomes(registry).known == (("2013年", 3),)
    assert [figure.known[0][1] for figure in people.suggestions(registry)] == [20, 12, 10]
    rights = statistics.achievements.rights(registry)
    assert rights.known == (("发明专利 授权", 1), ("发明专利 申请", 1))
    assert rights.coverage == Coverage(1, 3)


def test_a_revoked_honour_and_an_ended_studio_leave_the_figures(site: Path) -> None:
    honours = statistics.people.leader_honours
    assert honours(registry_of(site)).known == (("市级劳动模范", 1),)
    edit(site / "studios/north/crane/studio.yml", "year: 2011}", "year: 2011, status: 撤销}")
    assert not honours(registry_of(site))
    edit(site / "studios/decisions/2013-01.yml", "result: 达标", "result: 撤销")
    registry = registry_of(site)
    assert statistics.studios.by_category(registry).total == 2
    growth = statistics.studios.growth(registry)
    assert [(created, qualified) for year, created, qualified in growth.years if year in (2012, 2013)] == [
        (2, 0),
        (1, 0),
    ]
    assert growth.undated == 1


def test_a_studio_title_makes_nobody_a_model_worker() -> None:
    assert [kind_of(name) for name in ("示例市劳模", "示例市示范性劳模创新工作室", "示例市五一劳动奖章")] == [
        "劳动模范",
        "其他荣誉",
        "五一劳动奖章",
    ]


def test_an_enterprise_makes_nobody_a_model_worker() -> None:
    levels = ("全国", "省级", "市级", "区级", "企业级")
    assert [kind_of("示例劳动模范", level) for level in levels] == [*["劳动模范"] * 4, "其他荣誉"]


def test_an_honour_in_profile_and_year_is_one(site: Path) -> None:
    honour = "honours:\n  - {name: 示例市工人先锋号, level: 市级, year: 2013}\n"
    for name in ("studio.yml", "2013.yml"):
        file = site / "studios/north/crane" / name
        file.write_text(file.read_text(encoding="utf-8") + honour, encoding="utf-8")
    assert statistics.people.studio_honours(registry_of(site)).known == (("市级工人先锋号", 1),)
    assert statistics.people.pioneers(registry_of(site)) == (), "no share without both numbers"
    settings = site / "studios/site.yml"
    settings.write_text(
        settings.read_text(encoding="utf-8") + "pioneers: [{year: 2013, level: 市级, total: 20}]\n", encoding="utf-8"
    )
    (found,) = statistics.people.pioneers(registry_of(site))
    assert (found.studios, found.record.total, found.percent) == (1, 20, 5)


def test_a_union_without_records_is_unknown_not_zero(site: Path) -> None:
    table = registry_of(site).targets[0]
    assert [row.progress[0].done for row in table.rows] == [2, 0]
    (site / "studios/south/nurse/studio.yml").unlink()
    (row,) = (row for row in registry_of(site).targets[0].rows if row.union.id == "south")
    assert [each.done for each in row.progress] == [None, None]
    pipeline.build(Project(site), site / "site")
    for page in ("targets/2013/index.html", "unions/south/index.html"):
        text = (site / "site" / page).read_text(encoding="utf-8")
        assert "暂无档案" in text, page
        assert "已有 0 家" not in text, page


def test_a_chart_holds_shapes_and_words_and_nothing_else() -> None:
    hostile = '"><script>alert(1)</script>'
    for drawing in (charts.bars(hostile, [(hostile, 3), ("乙", 12)]),):
        tree = html.fromstring(drawing)
        assert {node.tag for node in tree.iter()} <= {"svg", "g", "path", "rect", "circle", "text"}
        assert not re.search(r"style=|href|https?:|url\(|on\w+=|<!--|pygal|\bid=|20[2-9]\d-", drawing)
        assert "\n" not in drawing
        assert tree.get("aria-label")
    assert charts.bars("甲", [("乙", 1)]) == charts.bars("甲", [("乙", 1)])


def test_there_are_six_charts_in_all_each_under_a_sentence_with_its_table(city: Path) -> None:
    charted = []
    for page in PAGES:
        tree = html.fromstring((city / page / "index.html").read_bytes())
        for figure in tree.xpath('//section[contains(@class, "figure")][descendant::svg[@role="img"]]'):
            charted.append(figure.get("id"))
            assert re.search(r"\d", figure.xpath("string(h3)")), "the title says how many"
            assert figure.xpath(".//table"), figure.get("id")
        assert len(tree.xpath('//svg[@role="img"]')) == 2, page
    assert charted == ["growth", "industry", "year", "benefits-money", "attendances", "apprentices"]


@pytest.mark.parametrize("width", [360, 390, 1440])
def test_charts_keep_their_words_inside(browser: Browser, city: Path, serve: Callable[[Path], str], width: int) -> None:
    tab = browser.new_page(viewport={"width": width, "height": 844}, base_url=serve(city))
    for page in PAGES:
        tab.goto(page)
        assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
        facts = tab.evaluate(
            """[...document.querySelectorAll('.chart svg')].flatMap(svg => [...svg.querySelectorAll('text')].map(text => {
                const [box, word] = [svg.getBoundingClientRect(), text.getBoundingClientRect()];
                const size = parseFloat(getComputedStyle(text).fontSize) * box.width / svg.viewBox.baseVal.width;
                return [text.textContent, word.left - box.left, box.right - word.right, word.top - box.top, box.bottom - word.bottom, size];
            }))"""
        )
        assert len(facts) > 5
        for word, *edges, size in facts:
            assert min(edges) > -1, (page, word, edges)
            assert size >= 10, (page, word, size)
    tab.close()


def test_charts_follow_light_and_dark(browser: Browser, city: Path, serve: Callable[[Path], str]) -> None:
    colours = {}
    for scheme in ("light", "dark"):
        tab = browser.new_page(color_scheme=scheme, base_url=serve(city))  # type: ignore[arg-type]
        for page in PAGES:
            tab.goto(page)
            colours[scheme, page] = tab.evaluate(
                """['.chart text', '.chart .rect, .chart__column, .chart__curve'].map(what => {
                    const style = getComputedStyle(document.querySelector(what));
                    return style.fill === 'none' ? style.stroke : style.fill;
                }).concat(getComputedStyle(document.querySelector('.figure')).backgroundColor)"""
            )
        tab.close()
    for page in PAGES:
        light, dark = colours["light", page], colours["dark", page]
        assert all(first != second for first, second in zip(light, dark, strict=True)), page
        for words, shape, ground in (light, dark):
            assert _contrast(words, ground) >= 4.5
            assert _contrast(shape, ground) >= 3


def _contrast(one: str, other: str) -> float:
    """The contrast of two colours (WCAG) in the notation of browsers."""
    lights = sorted(_luminance(colour) for colour in (one, other))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
