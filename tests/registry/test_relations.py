"""Relations between studios, and the lists by region, industry, kind, honour and theme."""

import re
from pathlib import Path

import pytest
from lxml import html

from laomo import checks, generate, pipeline
from laomo.pages.emitters import help_checks, honours
from laomo.project import Project
from tests.conftest import ROOT, edit, tree

ALLIANCES = """alliances:
  - id: quay
    name: 岸线联盟
    kind: 区域
    lead: crane
    members: [crane, nurse, 某某修造厂]
    charter: 互相帮忙。
    projects: [夜班互助]
"""


def build(site: Path) -> None:
    pipeline.build(Project(site), site / "site")


def page(site: Path, url: str) -> html.HtmlElement:
    return html.fromstring((site / "site" / url / "index.html").read_bytes())


def text(site: Path, url: str) -> str:
    return "".join(page(site, url).text_content().split())


def test_a_relation_shows_on_both_sides(site: Path) -> None:
    edit(
        site / "studios/north/weld/studio.yml",
        "founded: 2012",
        "founded: 2012\nrelations: [{kind: 孵化工作室, studio: crane}]",
    )
    build(site)
    assert "孵化工作室江一舟岸桥劳模创新工作室" in text(site, "studios/weld")
    assert "孵化出的工作室北区焊接技能大师工作室" in text(site, "studios/crane")


def test_an_alliance_names_its_members_each_once_and_they_name_it(site: Path) -> None:
    (site / "studios/alliances.yml").write_text(ALLIANCES, encoding="utf-8")
    build(site)
    alliance = text(site, "alliances/quay")
    assert alliance.count("江一舟岸桥劳模创新工作室") == 1
    for words in ("顾三春护理巾帼创新工作室", "某某修造厂", "共3家", "夜班互助", "互相帮忙。"):
        assert words in alliance
    assert "岸线联盟" in text(site, "studios/nurse")
    assert "同联盟顾三春护理巾帼创新工作室" in text(site, "studios/crane")
    assert page(site, "alliances").xpath("//h2/a/@href") == ["quay/"]


def test_lists_by_region_industry_type_and_kind_agree_with_their_counts(built: Path) -> None:
    for overview, label, url in (
        ("regions", "北区2", "regions/beiqu"),
        ("industries", "港口航运1", "industries/port"),
        ("studios/types", "技术攻关1", "studios/types/tackling"),
        ("studios/kinds", "技术改造1", "studios/kinds/technical-renovation"),
    ):
        assert label in text(built, overview)
        count = len(page(built, url).xpath("//article[contains(@class, 'card--studio')]"))
        assert f"共{count}家" in text(built, url)
        assert label.endswith(str(count))
    crane = page(built, "studios/crane")
    links = set(
        crane.xpath("//dl[@class='plate']//a/@href | //p[@class='badges']/a/@href | //p[@class='chips']/a/@href")
    )
    assert links >= {
        "../../regions/beiqu/",
        "../../industries/port/",
        "../types/tackling/",
        "../kinds/technical-renovation/",
    }


def test_a_studio_of_two_unions_is_listed_under_both_and_counted_once(site: Path) -> None:
    edit(site / "studios/north/crane/studio.yml", "region: 北区", "region: 北区\nco_unions: [south]")
    edit(
        site / "studios/unions.yml",
        "parent: city}\n  - {id: south,",
        "parent: city}\n  - {id: south, co_studios: [crane],",
    )
    build(site)
    for union in ("north", "south"):
        assert len(page(site, f"unions/{union}").xpath("//h3/a[@href='../../studios/crane/']")) == 1
    tree_of_unions = text(site, "unions")
    assert "北区工会区总工会2家工作室" in tree_of_unions
    assert "南区工会区总工会1家工作室" in tree_of_unions


def test_the_wall_of_honours_shows_each_valid_one_once(site: Path) -> None:
    profile = site / "studios/north/crane/studio.yml"
    edit(
        profile,
        "updated:",
        "honours:\n  - {name: 示例市工人先锋号, level: 市级, year: 2014}\n  - {name: 旧称号, level: 市级, year: 2012, status: 撤销}\nupdated:",
    )
    edit(
        site / "studios/north/crane/2013.yml",
        "suggestions:",
        "honours: [{name: 示例市工人先锋号, level: 市级, year: 2014}]\nsuggestions:",
    )
    pioneers = "pioneers: [{year: 2014, level: 市级, total: 8}, {year: 2015, level: 市级, total: 8}]"
    edit(site / "studios/site.yml", "featured:", f"{pioneers}\nfeatured:")
    build(site)
    assert "2014年市级工人先锋号共8个，其中创新工作室1个" in text(site, "honours/worker-pioneer")
    assert text(site, "honours/worker-pioneer").count("示例市工人先锋号") == 1
    assert "江一舟" in text(site, "honours/model-worker")
    assert "工人先锋号1" in text(site, "honours")
    assert "旧称号" not in "".join(data.decode(errors="replace") for data in tree(site / "site").values())


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("厦门市劳动模范", "劳动模范"),
        ("全国先进工作者", "劳动模范"),
        ("福建省五一劳动奖章", "五一劳动奖章"),
        ("厦门市五一劳动奖状", "五一劳动奖状"),
        ("湖里区工人先锋号", "工人先锋号"),
        ("全国五一巾帼标兵", "巾帼荣誉"),
        ("鹭岛工匠", "工匠"),
        ("厦门市优秀共青团员", "其他荣誉"),
    ],
)
def test_honours_are_sorted_by_their_names(name: str, kind: str) -> None:
    assert honours.kind_of(name) == kind


def test_stories_are_found_by_theme(site: Path) -> None:
    stories = site / "content/stories"
    stories.mkdir()
    (stories / "wind.md").write_text(
        "---\ntitle: 那一夜的风\nthemes: [奉献, 自家主题]\nabout: crane/anti-sway\n---\n\n# 风\n", encoding="utf-8"
    )
    (stories / "plain.md").write_text("# 没有主题\n", encoding="utf-8")
    build(site)
    assert page(site, "stories/themes").xpath("//ul[@class='tales']//a/@href") == ["../wind/", "../wind/"]
    assert page(site, "stories/themes/dedication").xpath("//ul[@class='tales']//a/@href") == ["../../wind/"]
    assert (site / "site/stories/themes/zijiazhuti/index.html").is_file()
    (tale,) = page(site, "stories").find_class("card--tale")
    assert tale.xpath(".//a/@href") == ["wind/", "../studios/crane/anti-sway/"]
    assert tale.xpath(".//img/@alt") == ["一台岸桥把集装箱放到船上"], "the achievement has no picture, its studio has"


def test_a_story_stands_between_its_picture_and_what_it_tells_of(site: Path) -> None:
    stories = site / "content/stories"
    stories.mkdir()
    (stories / "wind.md").write_bytes(
        "---\r\ntitle: 那一夜的风\r\ndescription: 起了<b>风。\r\nthemes: [奉献]\r\nabout: crane/anti-sway\r\n---\r\n\r\n"
        "# 风\r\n\r\n他没有下机，见[关于](../about/index.md)。\r\n".encode()
    )
    build(site)
    tale = page(site, "stories/wind")
    assert tale.xpath("//h1/text()") == ["风"]
    assert tale.xpath("//nav[@class='crumbs']/a/@href") == ["../"]
    assert tale.xpath("string(//p[@class='lead'])") == "起了<b>风。"
    assert tale.xpath("//figure//img/@alt") == ["一台岸桥把集装箱放到船上"]
    assert tale.xpath("//p/a[text()='关于']/@href") == ["../../about/"]
    assert tale.xpath("//aside//h3/a/@href") == ["../../studios/crane/anti-sway/", "../../studios/crane/"]
    assert tale.xpath("//a[@rel='edit']/@href")[0].endswith("/content/stories/wind.md")
    edit(site / "studios/north/crane/studio.yml", "alt: 一台岸桥把集装箱放到船上", "alt: 一台岸桥")
    build(site)
    assert page(site, "stories/wind").xpath("//figure//img/@alt") == ["一台岸桥"], "the next build sees it"


def test_a_hand_written_page_of_stories_stays(site: Path) -> None:
    stories = site / "content/stories"
    stories.mkdir()
    (stories / "index.md").write_text("# 自家的目录\n", encoding="utf-8")
    (stories / "wind.md").write_text("---\ntitle: 那一夜的风\nthemes: [奉献]\n---\n\n# 风\n", encoding="utf-8")
    build(site)
    assert page(site, "stories").xpath("string(//h1)") == "自家的目录"


def test_a_story_of_something_that_is_not_there_is_told(site: Path) -> None:
    stories = site / "content/stories"
    stories.mkdir()
    for name, about in (("one", "nobody"), ("two", "crane/hidden-thing"), ("three", "crane")):
        (stories / f"{name}.md").write_text(f"---\ntitle: 风\nthemes: [奉献]\nabout: {about}\n---\n", encoding="utf-8")
    problems = generate.check(Project(site)).problems
    assert [(p.path, p.line, p.code, p.facts["value"]) for p in problems] == [
        ("content/stories/one.md", 4, "unknown-subject", "nobody"),
        ("content/stories/two.md", 4, "unknown-subject", "crane/hidden-thing"),
    ]


def test_a_union_shows_its_figures_achievements_and_honours_with_those_below_it(site: Path) -> None:
    (site / "studios/unions.yml").write_text(
        (site / "studios/unions.yml").read_text(encoding="utf-8")
        + "  - {id: west, name: 西区工会, kind: 区工会, parent: city}\n",
        encoding="utf-8",
    )
    build(site)
    city, north = page(site, "unions/city"), page(site, "unions/north")
    figures = [["".join(li.itertext()) for li in each.xpath("//ul[@class='counts']/li")] for each in (city, north)]
    assert figures == [
        ["3家工作室", "1家验收达标", "3位领衔人", "2项创新成果"],
        ["2家工作室", "1家验收达标", "2位领衔人", "2项创新成果"],
    ]
    assert [each.text_content() for each in north.xpath("//section[@aria-labelledby='achievements']//h3/a")] == [
        "吊具防摇操作法"
    ], "one a studio"
    assert "示例市劳动模范" in north.xpath("string(//section[@aria-labelledby='honours'])")
    assert city.xpath("//section[@aria-labelledby='children']//a/@href") == ["../north/", "../south/", "../west/"]
    assert "还没有工作室在网上展出" in text(site, "unions/west")


def test_the_help_page_tells_every_check_with_its_examples(built: Path) -> None:
    shown = text(built, "help/checks")
    rules = help_checks.rules()
    assert len(rules) == len(checks.CHECKS)
    for rule in rules:
        assert re.search("[一-鿿]", rule.meaning), f"{rule.name}: clerks read Chinese"
        assert rule.passes, rule.name
        assert rule.fails, rule.name
        assert "".join(rule.meaning.split()) in shown, rule.name


def test_the_sample_city_shows_each_of_these() -> None:
    registry = generate.check(Project(ROOT)).registry
    assert registry is not None
    assert {studio.ending for studio in registry.studios} >= {None, "撤销", "合并"}
    assert any(studio.past_designations for studio in registry.active_studios)
    assert any(len(person.studios) == 2 for person in registry.persons)
    assert registry.withdrawn
    assert len(registry.alliances) == 2
    assert len({notice.kind for _, notice in registry.notices}) == 2
    assert any(studio.record.relations for studio in registry.active_studios)
    assert any(leader.end for studio in registry.active_studios for leader in studio.record.leaders)
    assert any(studio.record.co_unions for studio in registry.active_studios)


def test_films_and_panoramas_are_links_that_say_where_they_lead(site: Path) -> None:
    address = "https://video.example.org/watch?v=a1&amp;list=2#t=3".replace("&amp;", "&")
    edit(
        site / "studios/north/weld/studio.yml",
        "founded: 2012",
        f"founded: 2012\nlinks: [{{title: 焊花全景, kind: 全景, provider: 示例平台, address: '{address}'}}]",
    )
    build(site)
    assert "焊花全景全景·示例平台·打开站外网址video.example.org" in text(site, "studios/weld")
    weld = page(site, "studios/weld")
    (link,) = weld.xpath("//details[@id='links']//a[contains(., '焊花全景')]")
    assert (link.get("href"), link.get("target")) == (address, None)
    assert not weld.xpath("//iframe | //video | //embed | //object")
    assert "视频与全景" not in text(site, "studios/crane"), "an empty field leaves no trace"
