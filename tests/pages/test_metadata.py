"""What machines and chats read: head metadata, JSON-LD, share cards and feeds; all dated by the data, and no text becomes markup."""

import gzip
import io
import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from lxml import etree, html
from mkdocs.commands import build as stock
from mkdocs.config import load_config
from PIL import Image

from laomo import pipeline
from laomo.assets import fonts
from laomo.pages import sitemap
from laomo.pages.templates import with_linked_data
from laomo.problems.formats import text
from laomo.project import Project
from tests.conftest import SMALL, edit, some, tree
from tests.registry.joined import joined

ADDRESS = "https://showcase.example.org/hall/"
ATOM = {"a": "http://www.w3.org/2005/Atom"}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site at an address below a path, with hostile text where records allow any."""
    site = Path(shutil.copytree(SMALL, tmp_path_factory.mktemp("machines") / "small"))
    edit(site / "mkdocs.yml", "docs_dir:", f"site_url: {ADDRESS}\ndocs_dir:")
    edit(site / "studios/north/crane/studio.yml", "slogan: 吊得稳，放得准", "slogan: '</script><b>\"&amp;'")
    edit(site / "studios/north/crane/2013.yml", "effect: 着箱更快。", "effect: ']]></summary><b>&'")
    pipeline.build(Project(site), site / "site")
    return site / "site"


def nodes(page: Path) -> dict[str, dict[str, Any]]:
    """The things that a page is about, by type."""
    (block,) = html.parse(str(page)).xpath("//script[@type='application/ld+json']/text()")
    told = json.loads(block)
    assert told["@context"] == "https://schema.org"
    return {node["@type"]: node for node in told["@graph"]}


def test_a_studio_is_an_organization_led_by_people(built: Path) -> None:
    found = nodes(built / "studios/crane/index.html")
    studio = found["Organization"]
    assert studio["name"] == "江一舟岸桥劳模创新工作室"
    assert studio["url"] == f"{ADDRESS}studios/crane/"
    assert studio["foundingDate"] == "2011-05"
    assert [(person["@type"], person["name"]) for person in studio["employee"]] == [("Person", "江一舟")]
    assert studio["description"].startswith('</script><b>"&amp;')
    steps = found["BreadcrumbList"]["itemListElement"]
    assert [step["name"] for step in steps] == ["首页", "工作室", "北区工会", studio["name"]]
    assert [step["position"] for step in steps] == [1, 2, 3, 4]
    assert steps[-1]["item"] == studio["url"]


def test_other_kinds_of_page_say_what_they_are(built: Path) -> None:
    work = nodes(built / "studios/crane/anti-sway/index.html")["CreativeWork"]
    assert (work["name"], work["dateCreated"]) == ("吊具防摇操作法", "2013")
    assert work["creator"][0]["url"] == f"{ADDRESS}studios/crane/"
    assert nodes(built / "unions/north/index.html")["Organization"]["name"] == "北区工会"
    assert nodes(built / "studios/index.html")["ItemList"]["itemListElement"][0]["url"].startswith(f"{ADDRESS}studios/")


@pytest.mark.parametrize(
    ("page", "kind", "name"),
    [
        ("", "WebSite", "小馆"),
        ("studios/crane/2013", "Report", "江一舟岸桥劳模创新工作室2013年度报告"),
        ("standards/six", "CreativeWork", "六有标准"),
        ("targets/2013", "Dataset", "2013年任务分解表"),
        ("data", "DataCatalog", "小馆开放数据"),
        ("about", "BreadcrumbList", None),
    ],
)
def test_each_kind_of_page_says_what_it_is(built: Path, page: str, kind: str, name: str | None) -> None:
    assert nodes(built / page / "index.html")[kind].get("name") == name


def test_lists_name_their_entries_and_leaders_are_people(built: Path) -> None:
    assert nodes(built / "honours/index.html")["ItemList"]["itemListElement"][0]["name"] == "劳动模范"
    people = [each["item"] for each in nodes(built / "people/index.html")["ItemList"]["itemListElement"]]
    assert {each["@type"] for each in people} == {"Person"}
    assert {"江一舟", "方二铁", "顾三春"} == {each["name"] for each in people}
    assert people[0]["worksFor"][0]["url"].startswith(f"{ADDRESS}studios/")


def test_every_page_but_home_tells_the_way_to_it_as_it_shows_it(built: Path) -> None:
    """What stands above the heading is the same way, without home and the page itself; every step of it is there."""
    pages = [page for page in built.rglob("index.html") if page.parent.name not in ("sheet", "card")]
    assert len(pages) > 40
    for page in pages:
        if page.parent == built or "en" in page.relative_to(built).parts:
            continue
        steps = nodes(page)["BreadcrumbList"]["itemListElement"]
        shown = html.parse(str(page)).xpath("//nav[@class='crumbs']/a/text()")
        assert shown in ([step["name"] for step in steps[1:-1]], []), page
        for step in steps:
            assert (built / step["item"].removeprefix(ADDRESS) / "index.html").is_file(), step


def test_no_text_ends_the_block_or_the_front_matter() -> None:
    hostile = "</script><!--<script>&#60;\u2028\u2029\\u003c'\n---\n'"
    page = with_linked_data(b"---\ntitle: x\n---\ntext\n", {"name": hostile})
    told, title = page.decode().split("\n---\n")[0].splitlines()[1:]
    assert title == "title: x"
    assert told.isascii()
    inside = told.removeprefix("linked: '").removesuffix("'")
    assert not set(inside) & set("<>&'")
    assert json.loads(inside)["name"] == hostile


def test_nothing_empty_is_said(built: Path) -> None:
    assert "slogan" not in nodes(built / "studios/weld/index.html")["Organization"]
    for page in some(built.rglob("*.html")):
        for block in re.findall(rb'ld\+json">(.*?)</script>', page.read_bytes()):
            assert not re.search(rb'null|""|\[\]|\{\}', block), page


def test_the_sitemap_dates_only_what_records_date(built: Path) -> None:
    found = etree.parse(str(built / "sitemap.xml")).getroot()
    dates = {url[0].text.removeprefix(ADDRESS): url[1].text for url in found if len(url) > 1}
    assert dates == {
        "": "2025-12-31",
        "studios/crane/": "2025-12-01",
        "studios/crane/2013/": "2025-12-01",
        "studios/crane/anti-sway/": "2025-12-01",
    }
    assert len(found) > 40


def addresses(file: Path) -> list[str]:
    return [str(found.text) for found in etree.parse(str(file)).iter("{*}loc")]


def test_a_long_sitemap_comes_in_parts(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = addresses(built / "sitemap.xml")
    half = len(whole) // 2
    monkeypatch.setattr(sitemap, "MOST", half)
    site = tmp_path / "site"
    shutil.copytree(built.parent, site, ignore=shutil.ignore_patterns("site", ".build"))
    pipeline.build(Project(site), site / "ours", without_server=site / "stick")
    stock.build(load_config(str(site / "mkdocs.yml"), site_dir=str(site / "stock")))
    for door in (site / "ours", site / "stock"):
        parts = sorted(door.glob("sitemap-*.xml"))
        assert addresses(door / "sitemap.xml") == [ADDRESS + part.name for part in parts]
        assert gzip.decompress((door / "sitemap.xml.gz").read_bytes()) == (door / "sitemap.xml").read_bytes()
        assert [addresses(part) for part in parts] == [whole[:half], whole[half : 2 * half], whole[2 * half :]][
            : len(parts)
        ]
        assert len(parts) == 2 + len(whole) % 2
    assert not list((site / "stick").glob("sitemap*"))
    monkeypatch.undo()
    pipeline.build(Project(site), site / "ours")
    assert sorted(file.name for file in (site / "ours").glob("sitemap*")) == ["sitemap.xml", "sitemap.xml.gz"]


def test_a_shared_link_shows_title_words_and_picture(built: Path) -> None:
    head = html.parse(str(built / "studios/crane/index.html"))
    told = {tag.get("property"): tag.get("content") for tag in head.xpath("//head/meta[@property]")}
    assert told["og:title"] == "江一舟岸桥劳模创新工作室（示例）"
    assert told["og:url"] == f"{ADDRESS}studios/crane/"
    assert told["og:image"] == f"{ADDRESS}studios/crane/share.png"
    assert told["og:description"].startswith('</script><b>"&amp;')
    assert head.xpath("//link[@rel='canonical']/@href") == [f"{ADDRESS}studios/crane/"]
    assert not head.xpath("//head//b")


def test_what_is_invented_says_so_wherever_it_is_shown_and_is_not_listed(built: Path) -> None:
    """Title, description, JSON-LD, feed and data of the small site's studios, which are samples all; its standard is none."""
    mark, said = "（示例）", "示例：虚构的演示数据"
    kinds = {"studios/crane": "Organization", "studios/crane/2013": "Report", "studios/crane/anti-sway": "CreativeWork"}
    for page, kind in kinds.items():
        head = html.parse(str(built / page / "index.html"))
        assert mark in head.xpath("string(//title)"), page
        assert head.xpath("//meta[@name='description']/@content")[0].endswith(mark), page
        assert head.xpath("//meta[@name='robots']/@content") == ["noindex"], page
        assert nodes(built / page / "index.html")[kind]["disambiguatingDescription"] == said, page
    assert nodes(built / "index.html")["WebSite"]["disambiguatingDescription"] == said
    assert nodes(built / "unions/north/index.html")["Organization"]["disambiguatingDescription"] == said
    assert "disambiguatingDescription" not in nodes(built / "standards/six/index.html")["CreativeWork"]
    assert mark not in html.parse(str(built / "standards/six/index.html")).xpath("string(//title)")
    feed = etree.parse(str(built / "studios/../feed.xml")).findall("a:entry/a:title", ATOM)
    assert all(str(title.text).endswith(mark) for title in some(feed))
    for name in ("achievements", "people", "studios"):
        told = json.loads((built / f"data/{name}.json").read_text(encoding="utf-8"))
        assert told["sample"] is True
        assert all(row["sample"] for row in some(told[name])), name


@pytest.mark.parametrize(
    ("setting", "samples", "hidden"),
    [("", True, True), ("noindex: 否\n", True, False), ("", False, False), ("noindex: 是\n", False, True)],
)
def test_a_demonstration_is_not_listed_unless_its_record_says_otherwise(
    setting: str, *, samples: bool, hidden: bool
) -> None:
    registry = joined(
        {
            "site": f"name: 小馆\nplace: 示例市\nas_of: 2025-12-31\n{setting}",
            "north/crane": f"sample: {'是' if samples else '否'}",
            "north/weld": "sample: 是",
        }
    )
    assert (registry.demonstration, registry.noindex) == (samples, hidden)


def test_a_card_is_small_and_the_same_every_time(built: Path, tmp_path: Path) -> None:
    card = (built / "studios/crane/share.png").read_bytes()
    assert Image.open(io.BytesIO(card)).size == (1200, 630)
    assert len(card) < 60_000
    Project(built.parent).forget()
    pipeline.build(Project(built.parent), tmp_path / "again")
    assert (tmp_path / "again/studios/crane/share.png").read_bytes() == card


@pytest.mark.parametrize("font", ["", "/nowhere/none.ttf"])
def test_without_a_font_there_is_no_card_and_a_line_says_why(
    site: Path, font: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(fonts.FONT_VARIABLE, font)
    edit(site / "mkdocs.yml", "docs_dir:", f"site_url: {ADDRESS}\ndocs_dir:")
    rendered = pipeline.build(Project(site), site / "site", strict=True)
    assert any("字体" in line and "说明" in line for line in map(text, rendered.warnings))
    assert not [name for name in some(tree(site / "site")) if name.endswith("share.png")]
    assert "og:image" not in (site / "site/studios/crane/index.html").read_text("utf-8")


def test_feeds_hold_to_rfc_4287(built: Path) -> None:
    files = sorted(path.relative_to(built).as_posix() for path in built.rglob("feed.xml"))
    of_unions = (f"unions/{u}/feed.xml" for u in unions(built))
    assert files == ["decisions/feed.xml", "feed.xml", "industries/port/feed.xml", *of_unions]
    for name in files:
        feed = etree.parse(str(built / name)).getroot()
        assert feed.tag == "{http://www.w3.org/2005/Atom}feed"
        for asked in ("id", "title", "updated", "author/a:name", "link[@rel='self']", "link[@rel='alternate']"):
            assert len(feed.xpath(f"a:{asked}", namespaces=ATOM)) == 1, f"{name}: {asked}"
        assert feed.xpath("string(a:link[@rel='self']/@href)", namespaces=ATOM) == ADDRESS + name
        entries = feed.xpath("a:entry", namespaces=ATOM)
        keys = [entry.xpath("string(a:id)", namespaces=ATOM) for entry in entries]
        assert len(set(keys)) == len(keys) <= 50
        days = [entry.xpath("string(a:updated)", namespaces=ATOM) for entry in entries]
        assert days == sorted(days, reverse=True)
        assert all(re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00\+08:00", day) for day in days)
        assert feed.xpath("string(a:updated)", namespaces=ATOM) == (days[0] if days else "2025-12-31T00:00:00+08:00")


def test_an_entry_is_text_and_leads_to_its_page(built: Path) -> None:
    feed = etree.parse(str(built / "unions/north/feed.xml"))
    summaries = feed.xpath("//a:summary/text()", namespaces=ATOM)
    assert "江一舟岸桥劳模创新工作室：]]&gt;&lt;/summary&gt;&lt;b&gt;&amp;" in summaries
    for link in some(feed.xpath("//a:entry/a:link/@href", namespaces=ATOM)):
        page = link.removeprefix(ADDRESS).partition("#")[0]
        assert (built / page / "index.html").is_file()


def test_a_feed_is_linked_for_readers_and_for_programs(built: Path) -> None:
    page = html.parse(str(built / "unions/north/index.html"))
    assert page.xpath("//link[@type='application/atom+xml']/@href") == ["../../feed.xml", "feed.xml"]
    assert not page.xpath("//link[@rel='alternate']"), (
        "Material takes a bare one for a translation, and fetches its sitemap"
    )
    assert page.xpath("//article//a[@href='feed.xml']")
    assert page.xpath("//footer//a[@href='../../feed.xml']")


def unions(built: Path) -> list[str]:
    return sorted(path.parent.name for path in built.glob("unions/*/feed.xml"))
