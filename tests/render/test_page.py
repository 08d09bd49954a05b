"""Which pages the shortcuts make, and which MkDocs makes too, to compare them."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from mkdocs.structure.files import File

from laomo.render.mkdocs_site import MkDocsSite
from laomo.render.page import Renderer, ShortcutMismatch
from tests.conftest import edit
from tests.render.conftest import CRANE, PAGES, Read, page

CHARSET = '<meta charset="utf-8">'
NAMES = ("first", "second", "s158", "s211", "s295")
"""The CRC-32 of the address of the last is a multiple of 128, those of the others before it of its neighbours."""


def looked(site: Path, main: str, pages: Mapping[str, tuple[str, str | None]] = PAGES) -> MkDocsSite:
    """The site with a template of its own."""
    (site / "look").mkdir()
    (site / "look/main.html").write_text(CHARSET + main, "utf-8")
    edit(site / "mkdocs.yml", "  name: material\n", "  name: material\n  custom_dir: look\n")
    return Read.of(site, pages).site()


def file(seen: MkDocsSite, path: str) -> File:
    return seen.files.src_uris[path]


def test_mkdocs_renders_one_of_each_kind_and_a_sample(site: Path) -> None:
    texts: dict[str, tuple[str, str | None]] = {f"studios/{name}/index.md": (page(name), CRANE) for name in NAMES}
    texts["studios/first/2013/index.md"] = (page("2013"), CRANE)
    texts["unions/first/index.md"] = (page("first"), None)
    texts["studios/single/index.md"] = ("# 甲\n", None)
    seen = looked(site, "{{ note(page) if note }}{{ page.title }}{{ page.content }}", texts)
    made: list[str] = []
    seen.environment.globals["note"] = lambda page: made.append(page.url) or ""
    renderer = Renderer(seen, quick=True)
    for path in texts:
        renderer.html(file(seen, path))
    assert made == [
        *("studios/zq8slot1/", "studios/first/", "studios/s295/"),
        *("studios/zq8slot1/zq8slot2/", "studios/first/2013/"),
        *("unions/zq8slot1/", "unions/first/", "studios/single/"),
    ]
    made.clear()
    renderer = Renderer(seen, quick=False)
    for path in texts:
        renderer.html(file(seen, path))
    assert made == [path.removesuffix("index.md") for path in texts]


def test_markdown_is_compared_on_the_first_page_of_each_folder_and_a_sample(site: Path) -> None:
    edit(site / "mkdocs.yml", "markdown_extensions: [", "markdown_extensions: [tests.render.extension, ")
    compared = {
        "studios/first/index.md": True,
        "studios/second/index.md": False,
        "studios/third/index.md": False,
        "studios/s295/index.md": True,
        "unions/first/index.md": True,
        "unions/second/index.md": False,
        "studios/first/2013/index.md": True,
        "studios/first/2014/index.md": False,
    }
    seen = Read.of(site, {path: (page(path), None) for path in compared}).site()
    renderer = Renderer(seen, quick=True)
    said = []
    for path in compared:
        try:
            renderer.html(file(seen, path))
        except ShortcutMismatch as mismatch:
            said.append(str(mismatch))
    assert said == [path for path, wanted in compared.items() if wanted]
    assert b"more" in Renderer(seen, quick=False).html(file(seen, "studios/first/index.md"))


def test_a_page_that_is_compared_with_its_frame_is_named(site: Path) -> None:
    seen = looked(site, "{{ (page.title or '')[:1] }}{{ page.content }}")
    with pytest.raises(ShortcutMismatch, match=r"^studios/crane/index\.md$"):
        Renderer(seen, quick=True).html(file(seen, "studios/crane/index.md"))


def test_an_extension_that_looks_at_the_source_is_given_every_page(site: Path) -> None:
    edit(site / "mkdocs.yml", "markdown_extensions: [", "markdown_extensions: [{tests.render.extension: {early: on}}, ")
    seen = Read.of(site).site()
    assert Renderer(seen, quick=True)._html_blocks == frozenset()
    edit(site / "mkdocs.yml", "{early: on}", "{early: off}")
    assert "div" in Renderer(Read.of(site).site(), quick=True)._html_blocks


def test_what_is_left_of_a_page(site: Path) -> None:
    seen = looked(site, "{{ page.content }}")
    for quick in (True, False):
        renderer = Renderer(seen, quick=quick)
        for path, kept in {"studios/crane/index.md": False, "studios/index.md": True, "about/index.md": True}.items():
            renderer.html(file(seen, path))
            shown = file(seen, path).page
            assert shown
            assert (shown.content is not None, shown.markdown is not None) == (kept, kept), path


@pytest.mark.parametrize("quick", [True, False])
def test_a_half_character_is_written_as_a_number(site: Path, *, quick: bool) -> None:
    seen = looked(site, r"{{ '\ud800' }}")
    assert Renderer(seen, quick=quick).html(file(seen, "studios/crane/index.md")).endswith(b"&#55296;")


HOOK = """
said = []

def on_page_markdown(markdown, **_):
    return markdown.replace("字", "词")

def on_page_content(html, page, **_):
    said.append(page.markdown)
    return html.replace("词", "句")
"""


def test_plugins_have_their_say_in_a_page_that_skips_markdown(site: Path) -> None:
    (site / "hook.py").write_text(HOOK, "utf-8")
    edit(site / "mkdocs.yml", "docs_dir:", "hooks: [hook.py]\ndocs_dir:")
    seen = Read.of(site).site()
    made = seen.page(file(seen, "studios/crane/index.md"))
    content = Renderer(seen, quick=True)._unchanged(made)
    assert content == made.content
    assert content
    assert ("字" in content, "词" in content, "句" in content) == (False, False, True)
    assert "词" in (made.markdown or "")
    assert [*made.toc] == []
