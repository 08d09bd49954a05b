"""What search engines and inspections of government sites look for: robots.txt, verification, and the tags of 国办发〔2017〕47号."""

import shutil
from pathlib import Path

import pytest
from lxml import html

from laomo import pipeline
from laomo.project import Project
from tests.cli.command import laomo
from tests.conftest import SMALL, edit, some, tree

ADDRESS = "https://www.example.gov.cn/hall/"
SETTINGS = """as_of: 2025-12-31
verification: {baidu: codeva-AbC123, so360: 0f1e, sogou: s0G0u, bing: 00AA11, google: a_b-C=}
government:
  code: "3502000001"
  columns: {公示与通知: 工作动态}
"""
NOTICE = """title: 关于公示“示例”名单的通知
kind: 通知
date: 2025-04-26
issuer: 示例市总工会
body: 名单如下。
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site as a part of a government's, built after a build without these settings."""
    site = Path(shutil.copytree(SMALL, tmp_path_factory.mktemp("tags") / "small"))
    edit(site / "mkdocs.yml", "docs_dir:", f"site_url: {ADDRESS}\ndocs_dir:")
    edit(site / "mkdocs.yml", "  /studios/*", "  /studios/*\n  /notices/*")
    (site / "studios/notices").mkdir()
    (site / "studios/notices/2025-01.yml").write_text(NOTICE, encoding="utf-8")
    pipeline.build(Project(site), site / "site")
    edit(site / "studios/site.yml", "as_of: 2025-12-31\n", SETTINGS)
    pipeline.build(Project(site), site / "site", without_server=site / "stick")
    return site


def tags(built: Path, page: str) -> dict[str, str]:
    found = html.parse(str(built / "site" / page / "index.html")).xpath("//meta[@name and @content]")
    return {each.get("name"): each.get("content") for each in found}


OF_SITE = {"SiteName": "小馆", "SiteDomain": "www.example.gov.cn", "SiteIDCode": "3502000001"}
SHOWN = {
    "": {"ColumnName": "首页", "ColumnType": None, "ArticleTitle": None, "PubDate": None},
    "studios": {"ColumnName": "工作室", "ArticleTitle": None, "PubDate": None},
    "notices": {"ColumnName": "公示与通知", "ColumnType": "工作动态", "ArticleTitle": None},
    "notices/2025-01": {
        "ColumnName": "公示与通知",
        "ColumnType": "工作动态",
        "ArticleTitle": "关于公示“示例”名单的通知",
        "PubDate": "2025-04-26",
        "ContentSource": "示例市总工会",
        "Url": f"{ADDRESS}notices/2025-01/",
    },
    "studios/crane": {
        "ColumnName": "工作室",
        "ArticleTitle": "江一舟岸桥劳模创新工作室（示例）",
        "PubDate": "2025-12-01",
        "ContentSource": "北区工会",
    },
    "studios/weld": {"ColumnName": "工作室", "PubDate": None, "ContentSource": "北区工会"},
    "unions/north": {"PubDate": None, "ContentSource": None},
}


@pytest.mark.parametrize("page", SHOWN)
def test_a_government_sites_pages_say_what_their_records_say(built: Path, page: str) -> None:
    found = tags(built, page)
    assert found.items() >= OF_SITE.items()
    assert {name: found.get(name) for name in SHOWN[page]} == SHOWN[page]


def test_each_search_engine_finds_its_token_on_the_home_page(built: Path) -> None:
    found = tags(built, "")
    assert found["baidu-site-verification"] == "codeva-AbC123"
    assert found["360-site-verification"] == "0f1e"
    assert found["sogou_site_verification"] == "s0G0u"
    assert found["msvalidate.01"] == "00AA11"
    assert found["google-site-verification"] == "a_b-C="
    assert "baidu-site-verification" not in tags(built, "studios")


def test_robots_are_shown_the_sitemap(built: Path) -> None:
    text = (built / "site/robots.txt").read_text(encoding="utf-8")
    assert text == f"User-agent: *\nDisallow:\n\nSitemap: {ADDRESS}sitemap.xml\n"
    assert (built / "site/sitemap.xml").is_file()
    assert not (built / "stick/robots.txt").exists()


def test_a_build_from_the_start_gives_the_same(built: Path, tmp_path: Path) -> None:
    fresh = Path(shutil.copytree(built, tmp_path / "fresh", ignore=shutil.ignore_patterns(".build", "site", "stick")))
    pipeline.build(Project(fresh), fresh / "site")
    assert tree(fresh / "site") == tree(built / "site")


def test_an_own_robots_file_stays_and_without_an_address_there_is_none(site: Path) -> None:
    pipeline.build(Project(site), site / "site")
    assert not (site / "site/robots.txt").exists()
    assert not {name for name in some(tags(site, "")) if name.startswith("Site") or "verification" in name}
    edit(site / "mkdocs.yml", "docs_dir:", f"site_url: {ADDRESS}\ndocs_dir:")
    (site / "content/robots.txt").write_text("User-agent: *\nDisallow: /help/\n", encoding="utf-8")
    pipeline.build(Project(site), site / "site")
    assert "Disallow: /help/" in (site / "site/robots.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "wrong",
    [
        "verification: {baidu: '\"><script>'}",
        "verification: {yahoo: abc}",
        "government: {code: '12345'}",
        "government: {domain: 'https://www.example.gov.cn/'}",
        "government: {columns: {公示与通知: '<b>'}}",
    ],
)
def test_what_is_no_token_or_code_is_a_problem_at_its_line(site: Path, wrong: str) -> None:
    edit(site / "studios/site.yml", "as_of:", f"{wrong}\nas_of:")
    run = laomo("check", "--root", site)
    assert run.returncode == 1
    assert "studios/site.yml:4:" in run.stdout
