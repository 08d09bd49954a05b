"""The pages of an upper house: a member's studio is short, names its home, and is made anew only if its house changed."""

import json
import re
from pathlib import Path

from lxml import html
from tests.cli.command import laomo
from tests.pages.search.answers import ask
from tests.tools.gather.province import make_house, make_province, publish

from laomo import pipeline
from laomo.project import Project


def test_a_province_is_built_of_its_houses_and_follows_one_that_changes(tmp_path: Path) -> None:
    for house, leader in (("east", "江一舟"), ("west", "韦二水")):
        make_house(tmp_path / house, house, name=leader, upward="landline: 0592-2345678\n")
    root = make_province(tmp_path / "province", "../east/.build/pages", "../west/.build/pages")
    (root / "mkdocs.yml").write_text(f"site_url: https://province.example.org/\n{(root / 'mkdocs.yml').read_text()}")
    assert laomo("gather", "--root", root).returncode == 0
    pipeline.build(Project(root), root / "site")
    site = root / "site"
    page = (site / "studios/east-crane/index.html").read_text("utf-8")
    assert page.count('rel="canonical"') == 1
    assert 'rel="canonical" href="https&#58;&#47;&#47;east&#46;example&#46;org&#47;studios&#47;crane&#47;"' in page
    assert "档案来自" in page
    assert "0592&#45;2345678" in page
    assert "市级达标" in page
    assert not (site / "studios/east-crane/2013").exists(), "the report is read at home"
    assert not (site / "studios/east-crane/anti-sway").exists()
    assert 'id="achievement-anti&#45;sway"' in page
    assert re.search("示例市</a>北区</dd>", page), "in a province the city, and beside it the district"
    listed = (site / "sitemap.xml").read_text("utf-8")
    assert "https://province.example.org/unions/east/" in listed
    assert "/studios/east-crane/" not in listed, "its canonical address is at home"
    assert listed.endswith("</urlset>")
    assert (site / "data/above/east.json").is_file()
    assert 'href="https&#58;&#47;&#47;east&#46;example&#46;org&#47;"' in (site / "unions/east/index.html").read_text(
        "utf-8"
    )
    papers_name_their_house(site, listed)
    profile = tmp_path / "east/studios/north/weld/studio.yml"
    profile.write_text(profile.read_text("utf-8") + "slogan: 焊一道，放心一道\n", "utf-8")
    publish(tmp_path / "east")
    assert laomo("gather", "--root", root).returncode == 0
    changed = pipeline.build(Project(root), root / "site").changed
    assert "studios/east-weld/" in changed
    assert not [url for url in changed if url.startswith(("studios/west", "studios/east-nurse", "unions/west"))]


def papers_name_their_house(site: Path, listed: str) -> None:
    """Events and notices of members: on pages, in lists, feeds, the calendar's page, the search; and their home is elsewhere."""
    for url, title in (("events/east-2025-01", "岸桥上的报告会"), ("notices/west-2025-01", "关于拟命名工作室的公示")):
        folder, house = url.split("/")[0], url.split("/")[1].partition("-")[0]
        made = html.parse(str(site / url / "index.html"))
        home = f"https://{house}.example.org/{folder}/2025-01/"
        assert made.xpath("//link[@rel='canonical']/@href") == [home]
        assert made.xpath("//aside[@class='home-house']//a/@href") == [home]
        assert "小馆" in "".join(made.xpath("//aside[@class='home-house']//text()"))
        assert f"/{url}/" not in listed
        where = html.parse(str(site / folder / "index.html"))
        assert title in "".join(where.xpath(f"//a[contains(@href, '{house}-2025-01')]//text()"))
        assert {"来自东市总工会", "来自西市总工会"} <= {
            each.split()[-1] for each in where.xpath("//*[@class='papers__source']/text()") if each.strip()
        }
        feed = (site / folder / "feed.xml").read_text("utf-8")
        assert f"https://province.example.org/{url}/" in feed
        assert "来自小馆" in feed
    for studio, events in (("crane", {"east-2025-01"}), ("weld", {"east-2025-01", "east-2025-02"})):
        made = html.parse(str(site / f"studios/east-{studio}/index.html"))
        told = made.xpath("//section[@aria-labelledby='events']//a/@href")
        assert {each.split("/")[-2] for each in told if "/events/" in each} == events
    given = {name: json.loads((site / f"data/{name}.json").read_text("utf-8"))[name] for name in ("events", "notices")}
    assert {(each["id"], each["house"]) for each in given["events"]} == {
        (f"{house}-2025-0{n}", house) for house in ("east", "west") for n in (1, 2)
    }
    assert {each["house"] for each in given["notices"]} == {"east", "west"}
    assert "来自成员馆" in (site / "data/events.csv").read_text("utf-8")
    assert "east-2025-02" in (site / "unions/east/feed.xml").read_text("utf-8")
    assert "east-2025-02" not in (site / "unions/west/feed.xml").read_text("utf-8")
    on_its_union = html.parse(str(site / "unions/east/index.html")).xpath("//a/@href")
    assert {"../../events/east-2025-01/", "../../events/east-2025-02/"} <= {*on_its_union}
    (found, named) = ask(site / "search", ["岸桥上的报告会", "西市总工会 讲焊接的报道"])
    assert {"events/east-2025-01/", "events/west-2025-01/"} <= {*found.urls}
    assert named.urls[0] == "events/west-2025-02/"


def test_full_pages_name_the_same_page_at_home(tmp_path: Path) -> None:
    """All of them, so that search engines list each once: there."""
    make_house(tmp_path / "east", "east", upward="full_pages: 是\n")
    root = make_province(tmp_path / "province", "../east/.build/pages", "nowhere")
    (root / "mkdocs.yml").write_text(f"site_url: https://province.example.org/\n{(root / 'mkdocs.yml').read_text()}")
    laomo("gather", "east", "--root", root)
    pipeline.build(Project(root), root / "site")
    listed = (root / "site/sitemap.xml").read_text("utf-8")
    for page in ("", "2013/", "anti-sway/"):
        made = html.parse(str(root / f"site/studios/east-crane/{page}index.html"))
        assert made.xpath("//link[@rel='canonical']/@href") == [f"https://east.example.org/studios/crane/{page}"]
        assert f"/studios/east-crane/{page}<" not in listed
    assert "https://province.example.org/unions/east/" in listed
