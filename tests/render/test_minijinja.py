"""The theme in MiniJinja, by which Zensical renders: the same templates make the same pages as in Jinja2.

Python's methods on texts are switched off (`pycompat=False`): Zensical knows some of them, another program need not.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import minijinja
import pytest
from jinja2.defaults import DEFAULT_FILTERS, DEFAULT_NAMESPACE
from jinja2.filters import do_striptags
from jinja2.utils import htmlsafe_json_dumps
from mkdocs.commands import build
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import script_tag_filter, url_filter

from laomo import generate
from laomo.pages import templates, theme
from laomo.project import Project
from laomo.registry import urls
from laomo.render.mkdocs_site import MkDocsSite
from laomo.render.plugin import Prepared
from tests.conftest import edit

OVERRIDES = sorted((theme.folder() / "overrides").rglob("*.html"))
TEMPLATES = sorted(path for path in (theme.folder() / "templates").rglob("*") if path.is_file())
MARKDOWN: dict[str, Any] = {
    "comment_start_string": "{##",
    "comment_end_string": "##}",
    "trim_blocks": True,
    "lstrip_blocks": True,
}
"""The signs of `pages.templates`."""


@pytest.mark.parametrize(("files", "signs"), [(OVERRIDES, {}), (TEMPLATES, MARKDOWN)], ids=["HTML", "Markdown"])
def test_every_template_is_understood(files: list[Path], signs: dict[str, Any]) -> None:
    environment = minijinja.Environment(pycompat=False, **signs)
    assert files
    for file in files:
        environment.add_template(file.name, file.read_text(encoding="utf-8"))


@minijinja.pass_state
def _url(state: Any, value: str) -> str:
    return url_filter(_context(state), value)


@minijinja.pass_state
def _script_tag(state: Any, value: Any) -> str:
    return str(script_tag_filter(_context(state), value))


def _context(state: Any) -> Any:
    return {name: state.lookup(name) for name in ("page", "base_url")}


def _loader(folders: Iterable[str | Path]) -> Any:
    def load(name: str) -> str | None:
        found = (Path(folder, name) for folder in folders if Path(folder, name).is_file())
        return next((file.read_text(encoding="utf-8") for file in found), None)

    return load


def _minijinja(site: MkDocsSite) -> minijinja.Environment:
    """With the filters that Zensical adds, and JSON as Jinja2 writes it."""
    filters = {
        "url": _url,
        "script_tag": _script_tag,
        "striptags": do_striptags,
        "tojson": lambda value: str(htmlsafe_json_dumps(value, dumps=json.dumps, sort_keys=True)),
    }
    return minijinja.Environment(
        _loader(site.config.theme.dirs), filters=filters, pycompat=False, auto_escape_callback=lambda _: False
    )


SETTINGS = """as_of: 2025-12-31
verification: {baidu: codeva-AbC123, bing: 00AA11}
government:
  code: "3502000001"
  columns: {工作室: 工作动态}
"""
OTHERWISE = "---\ntitle: 甲 & “乙” 'a' \"b\"\nhide: [navigation, toc]\n---\n字。\n"
LONG = "# 一 <b>二</b> / 'a' \"b\" & c\n\n## 三\n\n字。\n\n### 四\n\n[首页](../index.md)\n"


@dataclass(frozen=True)
class Furnished:
    """The small site with all that the theme has a place for: as MkDocs sees it, and how its Markdown was made."""

    site: MkDocsSite
    made: list[tuple[str, str, dict[str, Any], bytes]]
    """Template, address, facts and Markdown of each page."""


@pytest.fixture
def furnished(built: Path, monkeypatch: pytest.MonkeyPatch) -> Furnished:
    theme_settings = (theme.folder() / "overrides/mkdocs_theme.yml").read_text(encoding="utf-8")
    indented = "".join(f"  {line}\n" for line in theme_settings.splitlines() if not line.startswith("extends"))
    edit(built / "mkdocs.yml", "  language: zh\n  font: false\n  features: [content.action.edit]\n", indented)
    edit(built / "mkdocs.yml", "docs_dir:", "site_url: https://showcase.example.org/hall/\ncopyright: 版权\ndocs_dir:")
    edit(
        built / "mkdocs.yml",
        "  - 关于: about/index.md",
        "  - 关于:\n    - about/index.md\n    - 更多:\n      - about/a.md",
    )
    edit(built / "studios/site.yml", "as_of: 2025-12-31\n", SETTINGS)
    (built / "content/about/a.md").write_text(LONG, encoding="utf-8")
    (built / "content/about/b.md").write_text(OTHERWISE, encoding="utf-8")
    made: list[tuple[str, str, dict[str, Any], bytes]] = []
    render = templates.Templates.render

    def rendered(self: templates.Templates, name: str, url: str, **facts: Any) -> bytes:
        made.append((name, url, facts, render(self, name, url, **facts)))
        return made[-1][-1]

    monkeypatch.setattr(templates.Templates, "render", rendered)
    project = Project(built)
    checked = generate.check(project)
    assert checked.registry, checked.problems
    outputs = generate.generate(project, checked.registry)
    return Furnished(MkDocsSite.of(project, Prepared(checked.registry, outputs)), made)


def _kinds(site: MkDocsSite) -> dict[str, File]:
    """A page of each folder and depth, and those that people have written."""
    kinds = {f"{file.url.partition('/')[0]} {file.url.count('/')}": file for file in reversed(site.documents)}
    return kinds | {file.src_uri: file for file in site.documents if file.src_uri.startswith(("about/", "en/"))}


def _shown(site: MkDocsSite, file: File) -> Mapping[str, Any]:
    page: Page = site.page(file)
    build._populate_page(page, site.config, site.files)
    context = build.get_context(site.nav, site.documents, site.config, page)
    return {**site.config.plugins.on_page_context(context, page=page, config=site.config, nav=site.nav)}


def test_every_page_and_its_markdown_are_the_same_by_both(furnished: Furnished) -> None:
    site = furnished.site
    environment, kinds = _minijinja(site), _kinds(site)
    assert len(kinds) > 15
    for file in kinds.values():
        facts = _shown(site, file)
        facts["page"].active = True
        wanted = site.environment.get_template("main.html").render(facts)
        assert environment.render_template("main.html", **facts) == wanted, file.src_uri
        facts["page"].active = False
    nowhere = build.get_context(site.nav, site.documents, site.config, None, base_url="/hall/")
    wanted = site.environment.get_template("404.html").render(nowhere)
    assert environment.render_template("404.html", **nowhere) == wanted
    # Zensical's: there is a page, but it has no front matter; the program is not MkDocs
    other = {**nowhere, "page": SimpleNamespace(title="404", url="404.html")}
    del other["mkdocs_version"]
    assert "没有这一页" in environment.render_template("404.html", **other)
    of_records = templates.Templates()._environment
    environment = minijinja.Environment(
        _loader([theme.folder() / "templates"]),
        filters={name: each for name, each in of_records.filters.items() if name not in DEFAULT_FILTERS},
        globals={name: each for name, each in of_records.globals.items() if name not in DEFAULT_NAMESPACE},
        finalizer=templates.inert,
        auto_escape_callback=lambda _: True,
        keep_trailing_newline=True,
        pycompat=False,
        **MARKDOWN,
    )
    assert len({name for name, *_ in furnished.made}) > 25
    for name, url, facts, wanted in furnished.made:
        made = environment.render_template(name, link=partial(urls.relative, url), here=url, **facts)
        assert made.encode() == wanted, (name, url)
