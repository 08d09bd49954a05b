"""Stamped pages: the same bytes as MkDocs makes of each, whatever the settings and the theme."""

from pathlib import Path

import pytest

from laomo import generate
from laomo.project import Project
from laomo.render.mkdocs_site import MkDocsSite
from laomo.render.page import Renderer, ShortcutMismatch
from laomo.render.plugin import Prepared
from laomo.render.stamp import Frame, Frames, _parted
from tests.conftest import edit

GOVERNMENT = "as_of: 2025-12-31\ngovernment: {name: 某市总工会, code: '3502000001', columns: {工作室: 工作动态}}\n"
REPOSITORY = "repo_url: https://git.example.org/union/showcase\nedit_uri: edit/main/content/\n"
NAME = "name: 江一舟岸桥劳模创新工作室"
CHANGES: dict[str, list[tuple[str, str, str]]] = {
    "as they are": [],
    "with an address": [("mkdocs.yml", "docs_dir:", "site_url: https://showcase.example.org/\ndocs_dir:")],
    "below a path": [("mkdocs.yml", "docs_dir:", "site_url: https://showcase.example.org/a/b/\ndocs_dir:")],
    "without edit links": [("mkdocs.yml", REPOSITORY, "")],
    "with templates of edit links": [
        ("mkdocs.yml", REPOSITORY, "edit_uri_template: https://git.example.org/{path}?mode=edit&x={path_noext}\n")
    ],
    "with links to sources": [("mkdocs.yml", "[content.action.edit]", "[content.action.edit, content.action.view]")],
    "as a government's site": [("studios/site.yml", "as_of: 2025-12-31\n", GOVERNMENT)],
    "with files for folders": [("mkdocs.yml", "docs_dir:", "use_directory_urls: false\ndocs_dir:")],
    "with odd signs": [
        ("studios/north/crane/studio.yml", NAME, "name: 江一舟A-B/C·甲（乙）劳模创新工作室"),
        ("studios/north/crane/studio.yml", "slogan: 吊得稳，放得准", "slogan: '100%  *稳* _准_ $1=1+0'"),
    ],
}
"""Settings → file, text, other text."""
THEMES = {
    "{{ page.title | replace('x', 'y') }}": True,
    "{{ page.title | striptags }}": True,
    "{{ page.update_date }} {{ 'dated' if page.update_date }}": True,
    "{{ page.file.src_uri }}": True,
    "{{ page.abs_url }} {{ page.canonical_url }} {{ page.url }}": True,
    "{{ page.title | upper }}": False,
    "{{ page.title | urlencode }}": False,
    "{{ page.url | replace('/', ' ') }}": False,
    "{{ page.content | striptags }}": False,
    "{{ page.update_date.year if page.update_date }}": True,
}
"""What a theme prints besides, and whether pages can be stamped."""
COMPARED = [
    "{{ '江' if page.title and '江' in page.title }}",
    "{{ page.url[:9] }}",
    "{{ page.content | length if page.content }}",
    "{{ page.update_date | length }}",
]
"""What only the comparison finds."""


def opened(site: Path) -> MkDocsSite:
    project = Project(site)
    checked = generate.check(project)
    assert checked.registry, checked.problems
    return MkDocsSite.of(project, Prepared(checked.registry, generate.generate(project, checked.registry)))


def pages(site: MkDocsSite, *, quick: bool) -> dict[str, bytes]:
    renderer = Renderer(site, quick=quick)
    return {file.dest_uri: renderer.html(file) for file in site.documents}


def stamped(site: MkDocsSite, source: str) -> bool:
    page = site.page(site.files.src_uris[source])
    Renderer(site, quick=True)._unchanged(page)
    return Frames(site).stamped(page) is not None


def with_footer(site: Path, printed: str) -> Path:
    edit(site / "mkdocs.yml", "  name: material\n", "  name: material\n  custom_dir: theme\n")
    (site / "theme/partials").mkdir(parents=True)
    (site / "theme/partials/footer.html").write_text(f"<footer>{printed}</footer>", "utf-8")
    return site


@pytest.mark.parametrize("settings", CHANGES)
def test_stamped_pages_are_those_of_mkdocs(site: Path, settings: str) -> None:
    for file, text, other in CHANGES[settings]:
        edit(site / file, text, other)
    seen = opened(site)
    assert pages(seen, quick=True) == pages(seen, quick=False)
    assert stamped(seen, "studios/crane/index.md")


@pytest.mark.parametrize("printed", THEMES)
def test_a_theme_that_does_more_than_print_is_rendered_page_by_page(site: Path, printed: str) -> None:
    seen = opened(with_footer(site, printed))
    assert pages(seen, quick=True) == pages(seen, quick=False)
    assert stamped(seen, "studios/crane/index.md") is THEMES[printed]


@pytest.mark.parametrize("printed", COMPARED)
def test_what_is_not_seen_in_a_frame_is_seen_in_the_comparison(site: Path, printed: str) -> None:
    with pytest.raises(ShortcutMismatch):
        pages(opened(with_footer(site, printed)), quick=True)


@pytest.mark.parametrize(
    "source", ["index.md", "studios/index.md", "about/index.md", "en/index.md", "en/terms/index.md"]
)
def test_pages_of_the_navigation_and_in_english_are_rendered_by_themselves(site: Path, source: str) -> None:
    assert not stamped(opened(site), source)


def test_pages_of_one_kind_share_a_frame_whatever_they_say(site: Path) -> None:
    for file, text, other in CHANGES["as a government's site"]:
        edit(site / file, text, other)
    edit(site / "studios/north/weld/studio.yml", "\nname: ", "\nupdated: 2025-11-30\nname: ")
    seen = opened(site)
    frames, renderer = Frames(seen), Renderer(seen, quick=True)
    new = []
    for source in ("studios/crane/index.md", "studios/weld/index.md", "studios/nurse/index.md"):
        page = seen.page(seen.files.src_uris[source])
        renderer._unchanged(page)
        found = frames.stamped(page)
        assert found
        new.append(found[1])
    assert new == [True, False, True], "the third has no date"


def test_pages_are_finished_by_the_plugin_unless_the_settings_say_otherwise(site: Path) -> None:
    assert opened(site).plugin.config.finish is True
    edit(site / "mkdocs.yml", "plugins: [laomo]", "plugins: [{laomo: {finish: false}}]")
    assert opened(site).plugin.config.finish is False


FRAMES: dict[str, str | None] = {
    "a": "a",
    "a zq8slottitle:&#38;&#60;&#34;&#45;:zq8slot b": "a A&#38;B b",
    'a zq8slottitle:&<"-:zq8slot b': "a A&B b",
    "a zq8slottitle:&amp;&lt;&#34;-:zq8slot b": "a A&amp;B b",
    "<zq8slotcontent:&#38;&#60;&#34;&#45;:zq8slot>": "<<p>&#38;</p>>",
    '<zq8slotcontent:&<"-:zq8slot>': None,
    "zq8slotnothing:&#38;&#60;&#34;&#45;:zq8slot": None,
    "zq8slottitle:other:zq8slot": None,
    "a zq8slot b": None,
    "a ZQ8SLOT b": None,
    "half of the address: zq8slot1/ and studios/zq8slot1/": None,
    "[studios/zq8slot1/] (studios/zq8slot1/)": "[studios/x/] (studios/x/)",
}
"""A page with placeholders → the page with its values; None where it cannot be cut apart."""


@pytest.mark.parametrize("text", FRAMES)
def test_a_frame(text: str) -> None:
    frame = Frame.of(text, "studios/zq8slot1/")
    values = {"title": "A&#38;B", "content": "<p>&#38;</p>", "url": "studios/x/"}
    assert (frame and frame.filled(values)) == FRAMES[text]


def test_what_differs_from_page_to_page() -> None:
    government = {"date": "2025-01-01", "source": "甲", "name": "乙"}
    meta = {"title": "a", "description": "", "linked": "<x>", "government": government, "template": "t"}
    common, values = _parted(meta)
    assert common == {"description": "", "government": {"name": "乙"}, "template": "t"}
    assert values == {"title": "a", "linked": "<x>", "government.date": "2025-01-01", "government.source": "甲"}
    assert government["date"] == "2025-01-01", "the page keeps its own"
    assert _parted({"government": "x"}) == ({"government": "x"}, {})
    assert _parted({}) == ({}, {})
