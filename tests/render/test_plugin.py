"""What the plugin tells MkDocs, hook by hook, for a site with an address and for one without."""

import json
import logging
import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from markdown.extensions.toc import slugify_unicode
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import get_files
from mkdocs.structure.nav import get_navigation

from laomo.pages import material, theme
from laomo.problems.problem import Problem
from laomo.project import Project
from laomo.render.mkdocs_site import MkDocsSite
from laomo.render.plugin import LaomoPlugin, plugin_of
from tests.conftest import edit
from tests.render.conftest import PAGES, Read

ADDRESS = "https://showcase.example.org/a/b/"


@pytest.fixture
def addressed(site: Path) -> MkDocsSite:
    """The small site with an address, and a few more pages and files."""
    edit(
        site / "mkdocs.yml",
        "docs_dir:",
        f"site_url: {ADDRESS}\nextra_javascript: [a.js]\nextra_css: [b.css]\ndocs_dir:",
    )
    edit(site / "studios/site.yml", "name: 小馆", "name: 小馆.cn")
    edit(site / "content/about/index.md", "title: 关于\n", "title: 关于\ndescription: 一句话\n")
    (site / "content/about/more.md").write_text("# 更多\n", "utf-8")
    (site / "content/alone.md").write_text("# 单独\n", "utf-8")
    (site / "content/about/list.csv").write_text("a\n1\n", "utf-8")
    return Read.of(site).site()


@pytest.fixture
def plain(read: Read) -> MkDocsSite:
    """The small site as it is."""
    return read.site()


def test_settings_of_a_site_with_an_address(addressed: MkDocsSite) -> None:
    config = addressed.config
    first, second = config.extra_javascript
    assert (first.path, first.defer, second) == ("assets/javascripts/site.js", True, "a.js")  # type: ignore[union-attr]
    assert config.site_name == "小馆&#46;cn"
    assert {name: config.extra[name] for name in ("styled", "address", "domain", "scope")} == {
        "styled": True,
        "address": ADDRESS,
        "domain": "showcase.example.org",
        "scope": "/a/b/",
    }
    assert config.mdx_configs["toc"]["slugify"] is slugify_unicode
    (style, other) = config.extra_css
    assert (bool(re.fullmatch(r"assets/stylesheets/laomo\.\w+\.css", style)), other) == (True, "b.css")
    assert config.theme.dirs[0] == str(theme.folder() / "overrides")


def test_settings_of_a_site_without_one_and_what_it_has_set_itself(site: Path, plain: MkDocsSite) -> None:
    (site / "look").mkdir()
    edit(site / "mkdocs.yml", "  name: material\n", "  name: material\n  custom_dir: look\n")
    edit(site / "mkdocs.yml", "docs_dir:", "extra: {scope: /x/, address: y}\ndocs_dir:")
    edit(
        site / "mkdocs.yml", "tables, toc]", "tables, {toc: {slugify: !!python/name:markdown.extensions.toc.slugify }}]"
    )
    config = load_config(str(site / "mkdocs.yml"))
    plugin = plugin_of(config)
    plugin.prepared = plain.plugin.prepared
    plugin.on_config(config)
    assert {name: config.extra[name] for name in ("address", "domain", "scope")} == {
        "address": None,
        "domain": "",
        "scope": "/x/",
    }
    assert config.mdx_configs["toc"]["slugify"].__name__ == "slugify"
    assert config.theme.dirs[:2] == [str(site / "look"), str(theme.folder() / "overrides")]
    before = list(config.theme.dirs)
    plugin.on_config(config)
    assert config.theme.dirs == before, "not twice"
    assert plain.files.get_file_from_path("robots.txt") is None


def test_a_site_without_an_address_and_with_a_long_map(plain: MkDocsSite, monkeypatch: pytest.MonkeyPatch) -> None:
    assert (plain.config.extra["scope"], plain.config.extra["address"]) == ("/", None)
    monkeypatch.setattr("laomo.pages.sitemap.MOST", 1)
    whole = "<urlset>\n<url>a</url>\n<url>b</url>\n</urlset>"
    listed = plain.plugin.on_post_template(whole, template_name="sitemap.xml", config=plain.config)
    assert re.findall(r"<loc>(.*?)</loc>", listed) == ["/sitemap-1.xml", "/sitemap-2.xml"]


def test_a_theme_with_robots_of_its_own(site: Path) -> None:
    (site / "look").mkdir()
    (site / "look/robots.txt").write_text("theirs", "utf-8")
    edit(site / "mkdocs.yml", "  name: material\n", "  name: material\n  custom_dir: look\n")
    edit(site / "mkdocs.yml", "docs_dir:", f"site_url: {ADDRESS}\ndocs_dir:")
    robots = Read.of(site).site().files.get_file_from_path("robots.txt")
    assert robots
    assert robots.content_string == "theirs"


def test_a_plugin_that_nothing_has_been_said_to(plain: MkDocsSite, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    plugin = LaomoPlugin()
    assert (plugin.serving, plugin.prepared, plugin.shown, plugin.sitemaps) == (False, None, (), {})
    page = plain.page(plain.files.src_uris["about/index.md"])
    page.update_date = "theirs"
    assert plugin.on_pre_page(page) is page
    assert page.update_date == "theirs"
    plugin.on_post_build(config=load_config(plain.config.config_file_path, site_dir=str(tmp_path / "empty")))
    assert (tmp_path / "empty/.laomo").read_text("utf-8") == "laomo edition 1\n"


def test_the_edition_says_what_was_withdrawn(site: Path, tmp_path: Path) -> None:
    edit(site / "studios/site.yml", "featured: [crane]", "featured: [crane]\nwithdrawn: [{name: 丁七, unit: 某厂}]")
    seen = Read.of(site).site()
    registry = seen.plugin._registry
    assert registry
    assert registry.withdrawal_mark.startswith("1 ")
    seen.config.site_dir = str(tmp_path)
    seen.plugin.on_post_build(config=seen.config)
    assert registry.withdrawal_mark in (tmp_path / ".laomo").read_text("utf-8")


def test_links_to_attachments_are_labelled(site: Path) -> None:
    text = "[名单](list.csv) [无](no.csv)\n"
    (site / "content/about/index.md").write_text(text, "utf-8")
    pages = {**PAGES, "about/list.csv": ("a" * 2000, None), "studios/index.md": (text, None)}
    seen = Read.of(site, pages).site()
    labelled = "[名单](list.csv)（CSV，2 KB） [无](no.csv)\n"
    for path, wanted in {"about/index.md": labelled, "studios/index.md": text}.items():
        page = seen.page(seen.files.src_uris[path])
        page.read_source(seen.config)
        assert seen.plugin.on_page_markdown(text, page=page, config=seen.config, files=seen.files) == wanted
        assert seen.source(page.file) == wanted.encode()


def test_sources_are_those_of_the_last_build(plain: MkDocsSite) -> None:
    assert plain.plugin._sources
    plain.plugin._outputs = []
    plain.plugin.on_files(get_files(plain.config), config=plain.config)
    assert plain.plugin._sources == {}


def test_a_record_that_cannot_be_read_keeps_its_page_while_serving(site: Path) -> None:
    plugin, _ = mkdocs(site, "serve")
    plugin._check(Project(site))
    (site / "studios/north/weld/studio.yml").write_text("a: [", "utf-8")
    assert "weld" in plugin._check(Project(site)).studio_by_id
    assert [problem.path for problem in plugin.shown] == ["studios/north/weld/studio.yml"]


def test_files(addressed: MkDocsSite) -> None:
    seen = addressed
    robots = seen.files.get_file_from_path("robots.txt")
    assert robots
    assert robots.content_string == f"User-agent: *\nDisallow:\n\nSitemap: {ADDRESS}sitemap.xml\n"
    assert [file.src_uri for file in seen.files if theme.is_part(file.src_uri)] == []
    assert seen.files.get_file_from_path("about/list.csv") is None, "the pipeline publishes its cleaned copy"
    sources = {
        name: (file.edit_uri, file.generated_by)
        for name in ("index.md", "about/index.md", "studios/crane/index.md", "studios/crane/2013/index.md")
        if (file := seen.files.get_file_from_path(name))
    }
    assert sources == {
        "index.md": (None, "laomo"),
        "about/index.md": ("about/index.md", None),
        "studios/crane/index.md": ("../studios/north/crane/studio.yml", "laomo"),
        "studios/crane/2013/index.md": ("../studios/north/crane/2013.yml", "laomo"),
    }


def test_dates_are_those_of_the_records(site: Path) -> None:
    seen = Read.of(site, {**PAGES, "studios/index.md": (PAGES["studios/index.md"][0], "unions.yml")}).site()
    dates = {
        name: str(seen.page(seen.files.src_uris[name]).update_date)
        for name in ("index.md", "studios/crane/index.md", "studios/crane/2013/index.md", "studios/weld/index.md",
                     "about/index.md", "studios/index.md")
    }  # fmt: skip
    assert dates == {
        "index.md": "2025-12-31",
        "studios/crane/index.md": "2025-12-01",
        "studios/crane/2013/index.md": "2025-12-01",
        "studios/weld/index.md": "",
        "about/index.md": "",
        "studios/index.md": "",
    }


def linked(seen: MkDocsSite, name: str) -> object:
    page = seen.page(seen.files.src_uris[name])
    page.read_source(seen.config)
    text = seen.plugin.on_page_markdown(page.markdown or "", page=page, config=seen.config, files=seen.files)
    assert text == page.markdown
    found = re.search(r"\{.*\}", str(page.meta.get("linked", "")), re.DOTALL)
    return json.loads(found[0])["@graph"] if found else None


def test_linked_data_of_a_written_page(addressed: MkDocsSite) -> None:
    articles = {}
    for name in ("about/index.md", "about/more.md", "alone.md"):
        article, trail = linked(addressed, name)  # type: ignore[misc]
        steps = [(step["name"], step.get("item", "")) for step in trail["itemListElement"]]
        articles[name] = (article["headline"], article.get("abstract"), article["url"], steps)
    home = ("首页", ADDRESS)
    assert articles == {
        "about/index.md": ("关于", "一句话", f"{ADDRESS}about/", [home, ("关于", f"{ADDRESS}about/")]),
        "about/more.md": (
            "更多",
            None,
            f"{ADDRESS}about/more/",
            [home, ("关于", f"{ADDRESS}about/"), ("更多", f"{ADDRESS}about/more/")],
        ),
        "alone.md": ("单独", None, f"{ADDRESS}alone/", [home, ("单独", f"{ADDRESS}alone/")]),
    }


def test_no_linked_data_without_an_address(plain: MkDocsSite) -> None:
    assert linked(plain, "about/index.md") is None


def test_problems_are_shown_as_text(plain: MkDocsSite) -> None:
    seen = plain
    assert seen.plugin.on_page_context({"a": 1}) == {"a": 1, "problems": []}  # type: ignore[typeddict-item]
    seen.plugin.shown = (Problem("a<b>.yml", "no-address"),)
    (shown,) = seen.plugin.on_page_context({})["problems"]  # type: ignore[typeddict-item]
    seen.plugin.shown = ()
    assert str(shown["text"]).startswith("a&#60;b&#62;&#46;yml&#58;1&#58;1&#58; 错误")
    assert shown["code"] == "no-address"


def test_which_pages_have_a_policy(plain: MkDocsSite, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = plain
    plugin, page = seen.plugin, '<head><meta charset="utf-8"></head>'
    guarded = plugin.on_post_page(page)
    assert "Content-Security-Policy\" content=\"script-src 'self'; default-src" in guarded, "no script stands in a page"
    for name, text, wanted in (
        ("404.html", page, guarded),
        ("404.html", " \n", " \n"),
        ("a.xml", page, page),
        ("sitemap.xml", page, page),
    ):
        assert plugin.on_post_template(text, template_name=name, config=seen.config) == wanted, name
    monkeypatch.setattr(plugin, "serving", True)
    assert plugin.on_post_page(page) == page
    monkeypatch.setattr(plugin, "serving", False)
    monkeypatch.setattr(plugin.config, "finish", False)
    assert plugin.on_post_page(page) == guarded, "our own commands finish in any case"
    monkeypatch.setattr(plugin.config, "finish", True)
    monkeypatch.setattr(plugin, "prepared", None)
    assert plugin.on_post_page(page) == guarded, "plain MkDocs finishes, too"
    monkeypatch.setattr(plugin.config, "finish", False)
    assert plugin.on_post_page(page) == page


def test_a_long_map_of_the_site(addressed: MkDocsSite, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("laomo.pages.sitemap.MOST", 1)
    seen = addressed
    whole = "<urlset>\n<url>a</url>\n<url>b</url>\n</urlset>"
    listed = seen.plugin.on_post_template(whole, template_name="sitemap.xml", config=seen.config)
    assert re.findall(r"<loc>(.*?)</loc>", listed) == [f"{ADDRESS}sitemap-{number}.xml" for number in (1, 2)]
    assert seen.plugin.on_post_template(whole, template_name="feed.xml", config=seen.config) == whole
    assert [*seen.plugin.sitemaps] == ["sitemap-1.xml", "sitemap-2.xml"]
    folder = Path(seen.config.site_dir)
    folder.mkdir(parents=True)
    seen.plugin.on_post_build(config=seen.config)
    assert sorted(path.name for path in folder.iterdir()) == [".laomo", "sitemap-1.xml", "sitemap-2.xml"]
    assert (folder / "sitemap-2.xml").read_text("utf-8") == seen.plugin.sitemaps["sitemap-2.xml"]
    names = [name for name, _ in seen.theme_files()]
    assert names[names.index("sitemap.xml") + 1] == "sitemap.xml.gz"
    assert "sitemap-1.xml" in names


def mkdocs(site: Path, command: str = "build", **settings: object) -> tuple[LaomoPlugin, MkDocsConfig]:
    """The plugin as MkDocs' own command begins with it."""
    config = load_config(str(site / "mkdocs.yml"), **settings)  # type: ignore[arg-type]
    plugin = plugin_of(config)
    plugin.on_startup(command=command)  # type: ignore[arg-type]
    return plugin, config


def test_mkdocs_own_commands_read_the_records(site: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "mkdocs.plugins.laomo")
    edit(site / "studios/decisions/2013-01.yml", "示例〔2013〕1号", "示例2013-1")
    for command, shown in (("build", 0), ("serve", 1), ("gh-deploy", 0)):
        caplog.clear()
        plugin, config = mkdocs(site, command)
        assert plugin.serving is (command == "serve")
        assert plugin.on_config(config) is config
        said = [(record.levelname, record.getMessage().partition(":")[0]) for record in caplog.records]
        assert [each for each in said if each[0] == "WARNING"] == [("WARNING", "studios/decisions/2013-01.yml")]
        assert ("INFO", "mkdocs.yml") in said
        assert len(plugin.shown) == shown
    files = get_files(config)
    added = config.plugins.on_files(files, config=config)
    assert added.get_file_from_path("studios/crane/index.md")
    nav = get_navigation(added, config)
    assert plugin.on_nav(nav) is nav


@pytest.mark.parametrize(
    "fault",
    [
        lambda site: edit(site / "studios/north/weld/studio.yml", "category: 技能大师", "category: 大师\nnobody: 1"),
        lambda site: [os.mkfifo(site / "content" / name) for name in ("a", "b")],
    ],
)
def test_every_problem_has_a_line(site: Path, fault: Callable[[Path], object]) -> None:
    fault(site)
    with pytest.raises(PluginError) as failed:
        LaomoPlugin()._check(Project(site))
    assert [line.partition("：")[0].rpartition(" ")[2] for line in str(failed.value).split("\n")] == ["错误"] * 2


def _link_for_what_is_made(site: Path) -> None:
    shutil.rmtree(site / ".build")
    (site / ".build").symlink_to(site / "content")


@pytest.mark.parametrize(
    ("fault", "served"),
    [
        (lambda site: edit(site / "studios/north/weld/studio.yml", "category: 技能大师", "category: 大师"), True),
        (lambda site: (site / "studios/unions.yml").unlink(), False),
        (_link_for_what_is_made, False),
    ],
)
def test_faulty_records(site: Path, fault: Callable[[Path], object], *, served: bool) -> None:
    fault(site)
    plugin, config = mkdocs(site)
    with pytest.raises(PluginError, match=r"\.(yml|build):\d+:\d+: 错误："):
        plugin.on_config(config)
    plugin, config = mkdocs(site, "serve")
    if served:
        plugin.on_config(config)
        assert [problem.code for problem in plugin.shown] == ["unknown-word"]
    else:
        with pytest.raises(PluginError):
            plugin.on_config(config)


@pytest.mark.parametrize(("strict", "before", "after"), [(True, 40, 30), (True, 20, 20), (False, 40, 40)])
def test_a_strict_build_hears_warnings(
    plain: MkDocsSite, monkeypatch: pytest.MonkeyPatch, *, strict: bool, before: int, after: int
) -> None:
    log = logging.getLogger("mkdocs")
    monkeypatch.setattr(log, "level", before)
    config = load_config(plain.config.config_file_path, strict=strict)
    plugin_of(config).prepared = plain.plugin.prepared
    plugin_of(config).on_config(config)
    assert log.level == after


def test_pages_are_finished_unless_the_settings_say_otherwise(site: Path) -> None:
    assert mkdocs(site)[0].config.finish is True
    edit(site / "mkdocs.yml", "plugins: [laomo]", "plugins: [{laomo: {finish: false}}]")
    assert mkdocs(site)[0].config.finish is False


def test_without_finishing_the_parts_of_the_style_stay(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    edit(site / "mkdocs.yml", "plugins: [laomo]", "plugins: [{laomo: {finish: false}}]\nextra_css: [b.css]")
    edit(site / "mkdocs.yml", "docs_dir:", f"site_url: {ADDRESS}\ndocs_dir:")
    plugin, config = mkdocs(site)
    plugin.on_config(config)
    files = get_files(config)
    files.add_files_from_theme(config.theme.get_env(), config)
    parts = sorted(file.src_uri for file in files if theme.is_part(file.src_uri))
    kept = config.plugins.on_files(files, config=config)
    parts = [material.PART, *parts]
    assert config.extra_css == [*parts, "b.css"] != ["b.css"]
    assert sorted(file.src_uri for file in kept if theme.is_part(file.src_uri)) == parts
    assert kept.get_file_from_path("robots.txt") is None
    monkeypatch.setattr("laomo.pages.sitemap.MOST", 1)
    whole = "<urlset>\n<url>a</url>\n<url>b</url>\n</urlset>"
    assert plugin.on_post_template(whole, template_name="sitemap.xml", config=config) == whole


class _Watching:
    def __init__(self) -> None:
        self.folders: list[str] = []

    def watch(self, folder: str) -> None:
        self.folders.append(folder)


def test_a_build_of_ours_in_a_process_that_has_served_is_finished(site: Path) -> None:
    plugin, _ = mkdocs(site, "serve")
    seen = Read.of(site).site()
    assert seen.plugin is plugin, "MkDocs keeps it"
    assert "Content-Security-Policy" in seen.plugin.on_post_page('<head><meta charset="utf-8"></head>')


def test_what_mkdocs_serve_watches(site: Path) -> None:
    plugin, config = mkdocs(site, "serve")
    server = _Watching()
    assert plugin.on_serve(server, config=config) is server  # type: ignore[arg-type, comparison-overlap]
    assert server.folders == [str(site / "studios"), str(theme.folder())]


def test_a_site_without_the_plugin(site: Path) -> None:
    edit(site / "mkdocs.yml", "plugins: [laomo]", "plugins: []")
    with pytest.raises(TypeError, match="must name the laomo plugin"):
        plugin_of(load_config(str(site / "mkdocs.yml")))
