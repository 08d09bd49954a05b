"""Stamped pages: the same bytes as MkDocs makes of each, whatever the settings and the theme."""

import shutil
from collections.abc import Mapping
from pathlib import Path
from types import SimpleNamespace

import pytest
from mkdocs.commands import build
from mkdocs.structure.pages import Page

from laomo import generate
from laomo.project import Project
from laomo.render.mkdocs_site import MkDocsSite
from laomo.render.page import Renderer, ShortcutMismatch
from laomo.render.stamp import Frame, Frames, _edit_link, _parted
from tests.conftest import SMALL, edit
from tests.render.conftest import CRANE, PAGES, WELD, Read, page

GOVERNMENT = "as_of: 2025-12-31\ngovernment: {name: 某市总工会, code: '3502000001', columns: {工作室: 工作动态}}\n"
REPOSITORY = "repo_url: https://git.example.org/union/showcase\nedit_uri: edit/main/content/\n"
NAME = "name: 江一舟岸桥劳模创新工作室"
SETTINGS_OF_MKDOCS: dict[str, tuple[str, str]] = {
    "as they are": ("", ""),
    "without edit links": (REPOSITORY, ""),
    "with templates of edit links": (
        REPOSITORY,
        "edit_uri_template: https://git.example.org/{path}?mode=edit&x={path_noext}\n",
    ),
    "with links to sources": ("[content.action.edit]", "[content.action.edit, content.action.view]"),
    "with files for folders": ("docs_dir:", "use_directory_urls: false\ndocs_dir:"),
}
"""Settings of which the Markdown knows nothing → text in mkdocs.yml, other text."""
CHANGES: dict[str, list[tuple[str, str, str]]] = {
    "with an address and odd signs": [
        ("mkdocs.yml", "docs_dir:", "site_url: https://showcase.example.org/\ndocs_dir:"),
        ("studios/north/crane/studio.yml", NAME, "name: 江一舟A-B/C·甲（乙）劳模创新工作室"),
        ("studios/north/crane/studio.yml", "slogan: 吊得稳，放得准", "slogan: '100%  *稳* _准_ $1=1+0'"),
    ],
    "below a path as a government's site": [
        ("mkdocs.yml", "docs_dir:", "site_url: https://showcase.example.org/a/b/\ndocs_dir:"),
        ("studios/site.yml", "as_of: 2025-12-31\n", GOVERNMENT),
    ],
}
"""Settings and records → file, text, other text."""
THEMES = {
    "{{ page.title | replace('x', 'y') }}": True,
    "{{ page.title | striptags }}": True,
    "{{ page.update_date }} {{ 'dated' if page.update_date }}": True,
    "{{ page.title }} {% if page.previous_page %}x{% endif %} {{ page.update_date }}": True,
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
    "{{ 'x' if page.markdown }}",
]
"""What only the comparison finds."""


def generated(root: Path) -> Read:
    project = Project(root)
    checked = generate.check(project)
    assert checked.registry, checked.problems
    return Read(project, checked.registry, generate.generate(project, checked.registry))


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Read:
    """The small site with its Markdown."""
    return generated(Path(shutil.copytree(SMALL, tmp_path_factory.mktemp("generated") / "small")))


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


@pytest.mark.parametrize("settings", SETTINGS_OF_MKDOCS)
def test_stamped_pages_are_those_of_mkdocs(written: Read, tmp_path: Path, settings: str) -> None:
    root = Path(shutil.copytree(written.project.root, tmp_path / "small"))
    text, other = SETTINGS_OF_MKDOCS[settings]
    if text:
        edit(root / "mkdocs.yml", text, other)
    seen = Read(Project(root), written.registry, written.outputs).site()
    assert pages(seen, quick=True) == pages(seen, quick=False)
    assert stamped(seen, "studios/crane/index.md")
    for source in ("index.md", "studios/index.md", "about/index.md", "en/index.md", "en/terms/index.md"):
        assert not stamped(seen, source), source


@pytest.mark.parametrize("changes", CHANGES)
def test_so_are_those_of_other_records(site: Path, changes: str) -> None:
    for file, text, other in CHANGES[changes]:
        edit(site / file, text, other)
    seen = generated(site).site()
    assert pages(seen, quick=True) == pages(seen, quick=False)
    assert stamped(seen, "studios/crane/index.md")


@pytest.mark.parametrize("printed", THEMES)
def test_a_theme_that_does_more_than_print_is_rendered_page_by_page(read: Read, printed: str) -> None:
    with_footer(read.project.root, printed)
    seen = read.site()
    assert pages(seen, quick=True) == pages(seen, quick=False)
    assert stamped(seen, "studios/crane/index.md") is THEMES[printed]


@pytest.mark.parametrize("printed", COMPARED)
def test_what_is_not_seen_in_a_frame_is_seen_in_the_comparison(read: Read, printed: str) -> None:
    with_footer(read.project.root, printed)
    with pytest.raises(ShortcutMismatch):
        pages(read.site(), quick=True)


FAULTS = {
    "TemplateError": "page.nothing.more",
    "ArithmeticError": "1 // 0",
    "AttributeError": "1 | dictsort",
    "LookupError": "[].pop()",
    "TypeError": "1 + 'a'",
    "ValueError": "'a'.index('b')",
}
"""What a template may do with a placeholder that it does not do with a title."""


@pytest.mark.parametrize("fault", FAULTS)
def test_a_template_that_fails_with_a_placeholder(read: Read, fault: str) -> None:
    with_footer(read.project.root, f"{{{{ {FAULTS[fault]} if page.title and 'zq8slot' in page.title }}}}")
    assert not stamped(read.site(), "studios/crane/index.md")


SINGLE: dict[str, tuple[str, str, bool]] = {
    "as it is": ("studios/oar/index.md", page("江三桨工作室"), True),
    "deeper": ("studios/oar/2013/index.md", page("二〇一三年"), True),
    "in a folder that the navigation knows": ("about/more/index.md", page("更多"), True),
    "at the top": ("oar/index.md", page("江三桨工作室"), False),
    "listed": ("studios/index.md", page("工作室"), False),
    "of another kind": ("studios/oar.md", page("江三桨工作室"), True),
    "in another language": ("studios/oar/index.md", page("Oar").replace("---\n", "---\nlanguage: en\n", 1), False),
    "with contents": ("studios/oar/index.md", "---\ntitle: 甲\n---\n\n# 甲\n\n## 乙\n", False),
    "with a quotation mark": ("studios/oar/index.md", page("江“三”桨"), True),
    "with a sign of HTML": ("studios/oar/index.md", page("江 & 三桨"), False),
    "with a less-than sign": ("studios/oar/index.md", page("江<三桨"), False),
    "with a greater-than sign": ("studios/oar/index.md", page("江>三桨"), False),
    "with an entity by its name": ("studios/oar/index.md", page("江&amp;三桨"), False),
    "with an entity by its number": ("studios/oar/index.md", page("江&#38;三桨"), True),
    "with two blanks": ("studios/oar/index.md", page("江  三桨"), False),
    "with a blank at its end": ("studios/oar/index.md", page("江三桨 "), False),
    "with a tab": ("studios/oar/index.md", page("江\\t三桨"), False),
    "with one blank": ("studios/oar/index.md", page("江 三桨"), True),
    "without a heading": ("studios/oar/index.md", "---\ntitle: 甲\n---\n\n<div>\n乙\n</div>\n", True),
    "empty": ("studios/oar/index.md", "---\ntitle: 甲\n---\n", True),
    "without a title": ("studios/oar/index.md", "<div>\n乙\n</div>\n", True),
}
"""Path and text of a page → whether it is stamped."""


def shown(seen: MkDocsSite, path: str) -> Page:
    """A page whose content is set."""
    found = seen.page(seen.files.src_uris[path])
    build._populate_page(found, seen.config, seen.files)
    return found


@pytest.mark.parametrize("kind", SINGLE)
def test_which_pages_are_stamped(site: Path, kind: str) -> None:
    path, text, wanted = SINGLE[kind]
    seen = Read.of(site, {**PAGES, path: (text, None)}).site()
    single = shown(seen, path)
    found = Frames(seen).stamped(single)
    assert found == ((seen.rendered(single), True) if wanted else None)


FILES = "plugins: [laomo]\nuse_directory_urls: false"
SETTINGS = {
    "other plugins": ("plugins: [laomo, search]", "studios/crane/index.md", False),
    "hooks": ("plugins: [laomo]\nhooks: [hook.py]", "studios/crane/index.md", False),
    "files for folders": (FILES, "studios/crane/index.md", True),
    "a file": (FILES, "studios/crane.md", False),
    "a file in a folder": (FILES, "studios/crane/2013.md", False),
}


@pytest.mark.parametrize("kind", SETTINGS)
def test_which_settings_allow_it(site: Path, kind: str) -> None:
    settings, path, wanted = SETTINGS[kind]
    (site / "hook.py").touch()
    edit(site / "mkdocs.yml", "plugins: [laomo]", settings)
    seen = Read.of(site, {path: (page("江一舟工作室"), CRANE)}).site()
    single = shown(seen, path)
    assert Frames(seen).stamped(single) == ((seen.rendered(single), True) if wanted else None)


def with_government(title: str, date: str) -> str:
    return page(title).replace("---\n", f"---\ngovernment: {{date: {date}, source: {title}, name: 某市}}\n", 1)


def test_pages_of_one_kind_share_a_frame_whatever_they_say(site: Path) -> None:
    texts = {
        "studios/a/index.md": (with_government("甲", "2025-01-01"), CRANE),
        "studios/b/index.md": (with_government("乙", "2025-02-02"), CRANE),
        "studios/c/index.md": (with_government("丙", "2025-02-02"), WELD),
    }
    seen = Read.of(site, texts).site()
    frames = Frames(seen)
    new = []
    for path in texts:
        single = shown(seen, path)
        found = frames.stamped(single)
        assert found
        assert found[0] == seen.rendered(single)
        new.append(found[1])
    assert new == [True, False, True], "the third has no date"


OTHERS: dict[str, tuple[str, str, str | None]] = {
    "deeper": ("studios/crane/b/index.md", page("乙"), CRANE),
    "in another folder": ("unions/b/index.md", page("乙"), CRANE),
    "hides more": ("studios/b/index.md", page("乙").replace("---\n", "---\nhide: [toc]\n", 1), CRANE),
    "says less": ("studios/b/index.md", page("乙").replace('description: "乙"\n', ""), CRANE),
    "without a date": ("studios/b/index.md", page("乙"), WELD),
    "without a source": ("studios/b/index.md", page("乙"), None),
    "without a heading": ("studios/b/index.md", page("乙").replace("h1>", "h2>"), CRANE),
}
"""What differs from the first page in more than its words: path, text, record."""


@pytest.mark.parametrize("kind", OTHERS)
def test_pages_of_other_kinds_have_frames_of_their_own(site: Path, kind: str) -> None:
    path, text, source = OTHERS[kind]
    seen = Read.of(site, {"studios/a/index.md": (page("甲"), CRANE), path: (text, source)}).site()
    frames = Frames(seen)
    assert frames.stamped(shown(seen, "studios/a/index.md"))
    other = shown(seen, path)
    assert frames.stamped(other) == (seen.rendered(other), True)


def test_addresses_with_placeholders(site: Path) -> None:
    edit(site / "mkdocs.yml", "  - 关于: about/index.md\n", "  - 关于: about/index.md\n  - 深处: about/deep/page.md\n")
    (site / "content/about/deep").mkdir()
    (site / "content/about/deep/page.md").write_text("# 深处\n", "utf-8")
    frames = Frames(Read.of(site, {**PAGES, "unions/north/index.md": (page("北区"), None)}).site())
    addresses: Mapping[str, str] = {
        "": "",
        "studios/": "studios/",
        "studios/crane/": "studios/zq8slot1/",
        "studios/crane/2013/": "studios/zq8slot1/zq8slot2/",
        "studios/crane/2013.html": "studios/zq8slot1/2013.html",
        "studios/about/": "studios/zq8slot1/",
        "unions/north/": "unions/zq8slot1/",
        "nowhere/north/": "zq8slot0/zq8slot1/",
        "about/deep/": "about/deep/",
        "about/deep/page/": "about/deep/page/",
        "about/deep/other/": "about/deep/zq8slot2/",
        "about/north/": "about/zq8slot1/",
    }
    assert {url: frames._address(url) for url in addresses} == addresses


@pytest.mark.parametrize(
    ("uri", "url", "parted"),
    [
        ("../studios/a/b.yml", "https://h/edit/main/studios/a/b.yml", ("https://h/edit/main/", "studios/a/b.yml")),
        ("./a.md", "https://h/a.md", ("https://h/", "a.md")),
        ("about/index.md", "https://h/?a=about", ("https://h/?a=about", "")),
        ("studios/edit-a.yml", "https://h/studios/edit-a.yml", ("https://h/studios/edit-a.yml", "")),
        ("about/index.md", None, (None, "")),
        (None, "https://h/", ("https://h/", "")),
        ("", "https://h/", ("https://h/", "")),
    ],
)
def test_where_a_page_is_edited(uri: str | None, url: str | None, parted: tuple[str | None, str]) -> None:
    assert _edit_link(SimpleNamespace(file=SimpleNamespace(edit_uri=uri), edit_url=url)) == parted  # type: ignore[arg-type]


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
