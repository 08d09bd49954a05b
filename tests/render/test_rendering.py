"""What is rendered again, what is kept, and what a page depends on; and what the renderer keeps for the next build."""

import copy
import gzip
import json
import logging
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path, PurePosixPath

import pytest
from mkdocs.structure.files import File

from laomo import generate
from laomo.problems.errors import BuildFailed
from laomo.project import Project
from laomo.registry.registry import Registry
from laomo.render import mkdocs_site
from laomo.render.cache import RenderCache
from laomo.render.mkdocs_site import MkDocsSite
from laomo.render.plugin import Prepared
from laomo.render.worker import Rendering, _origin, heard
from laomo.system.cache import write_sealed
from laomo.system.files import linked_stamp
from tests.conftest import edit, some
from tests.render.conftest import PAGES, Read


def test_only_what_has_changed_is_rendered_again(read: Read) -> None:
    root, html = read.project.root, read.project.html
    (root / "content/list.txt").write_text("1", "utf-8")
    edit(root / "mkdocs.yml", "docs_dir:", "site_url: https://showcase.example.org/\ndocs_dir:")
    first = read.render()
    pages = {"./", "about/", "studios/", "studios/crane/", "studios/dock/", "studios/weld/", "studios/crane/2013/"}
    assert (first.folder, set(first.changed), first.pages) == (html, pages, 7)
    assert (first.warnings, bool(first.theme_folders)) == ((), True)
    theirs = {name: (html / name).stat().st_ino for name in ("404.html", "sitemap.xml", "data/studios.json")}
    sitemap = (html / "sitemap.xml").read_bytes()
    assert sitemap.count(b"<loc>") == 7
    second = read.render()
    assert (second.changed, second.pages) == ((), 7)
    assert {name: (html / name).stat().st_ino for name in theirs} == theirs, "what is the same stays"
    assert (html / "sitemap.xml").read_bytes() == sitemap
    (html / "about/index.html").write_text("planted", "utf-8")
    (html / "data/studios.json").unlink()
    (html / "404.html").write_text("planted", "utf-8")
    (html / "sitemap.xml").unlink()
    (html / "foreign").mkdir()
    (html / "foreign/more.html").touch()
    assert read.render().changed == ("about/",)
    assert (html / "data/studios.json").read_text("utf-8") == "{}\n"
    assert "planted" not in (html / "404.html").read_text("utf-8")
    assert (html / "sitemap.xml").exists()
    assert not (html / "foreign").exists()
    edit(root / "content/about/index.md", "# 关于小馆", "# 关于小小馆")
    assert read.render().changed == ("about/",)
    edit(root / "mkdocs.yml", "site_name: 小馆", "site_name: 大馆")
    assert set(read.render().changed) == pages


@pytest.mark.parametrize(
    ("settings", "code", "message"),
    [
        (None, "missing-file", ""),
        (
            "site_name: 馆\ndocs_dir: content\ntheme: {name: nosuchtheme}\nplugins: [laomo]\n",
            "page-warning",
            "Config value 'theme': Unrecognised theme",
        ),
        ("a: [", "page-warning", "MkDocs encountered an error parsing the configuration file"),
    ],
)
def test_settings_without_a_site(read: Read, settings: str | None, code: str, message: str) -> None:
    file = read.project.root / "mkdocs.yml"
    file.unlink()
    if settings:
        file.write_text(settings, "utf-8")
    with pytest.raises(BuildFailed) as failed:
        read.render()
    (problem,) = failed.value.problems
    assert (problem.path, problem.code) == ("mkdocs.yml", code)
    assert str(problem.facts.get("message", "")).startswith(message)


def test_a_warning_of_a_page_fails_the_build(read: Read) -> None:
    edit(read.project.root / "content/about/index.md", "# ", "# [不在的一页](nowhere.md) ")
    with pytest.raises(BuildFailed) as failed:
        read.render()
    assert [(problem.path, problem.code) for problem in failed.value.problems] == [
        ("content/about/index.md", "page-warning")
    ]
    assert not (read.project.cache_folder / "host.json").exists()


def test_a_theme_that_does_more_than_print_is_said(read: Read) -> None:
    root = read.project.root
    look(root, text="{% extends 'base.html' %}{% block footer %}{{ page.url[:9] if page }}{% endblock %}")
    edit(root / "mkdocs.yml", "  name: material\n", "  name: material\n  custom_dir: look\n")
    rendered = read.render()
    assert [(each.path, each.code, each.severity, [*each.facts]) for each in rendered.warnings] == [
        ("mkdocs.yml", "pages-by-themselves", "notice", ["page"])
    ]
    assert str(rendered.warnings[0].facts["page"]).startswith("studios/")
    assert "studios/d" in (read.project.html / "studios/dock/index.html").read_text("utf-8")
    (root / "hook.py").touch()
    edit(root / "mkdocs.yml", "docs_dir:", "hooks: [hook.py]\ndocs_dir:")
    assert read.render().theme_folders is None, "a hook may read anything"


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (b"---\ntemplate: nowhere.html\n---\n", "TemplateNotFound: 'nowhere.html' not found"),
        (b"\xff\n", "UnicodeDecodeError: 'utf-8"),
        (b"build fails\n", "BuildError: said by a hook"),
        (b"plugin fails\n", "PluginError: said by a hook"),
    ],
)
def test_a_page_that_cannot_be_rendered(read: Read, source: bytes, message: str) -> None:
    (read.project.root / "hook.py").write_text(FAILING, "utf-8")
    edit(read.project.root / "mkdocs.yml", "docs_dir:", "hooks: [hook.py]\ndocs_dir:")
    (read.project.root / "content/about/index.md").write_bytes(source)
    rendering = Rendering(read.project, read.registry, read.outputs, quick=False)
    stamp, problems = rendering("about/index.md")
    (problem,) = problems
    assert (stamp, problem.path, problem.code) == ("", "content/about/index.md", "page-warning")
    assert str(problem.facts["message"]).startswith(message)
    (read.project.root / "content/about/index.md").write_text("fails otherwise\n", "utf-8")
    with pytest.raises(ZeroDivisionError) as caught:
        rendering("about/index.md")
    assert caught.value.__notes__ == ["while rendering content/about/index.md"]


FAILING = """from mkdocs.exceptions import BuildError, PluginError

def on_page_markdown(markdown, **_):
    if "build fails" in markdown:
        raise BuildError("said by a hook")
    if "plugin fails" in markdown:
        raise PluginError("said by a hook")
    if "fails otherwise" in markdown:
        1 / 0
"""
"""A hook of a site."""


def look(site: Path, name: str = "main.html", text: str = "{% extends 'base.html' %}") -> None:
    (site / "look").mkdir(exist_ok=True)
    (site / "look" / name).write_text(text, "utf-8")


SHARED: dict[str, Callable[[Path], object]] = {
    "the settings": lambda site: edit(site / "mkdocs.yml", "language: zh", "language:  zh"),
    "the text of a template": lambda site: look(site, text="{% extends 'base.html' %} "),
    "as long a text": lambda site: look(site, text='{% extends "base.html" %}'),
    "the name of a template": lambda site: (site / "look/main.html").rename(site / "look/other.html"),
    "another template": lambda site: look(site, "x.html", ""),
    "a name that is not UTF-8": lambda site: look(site, os.fsdecode(b"\xff.html"), ""),
    "a new page": lambda site: (site / "content/new.md").write_text("# 新\n", "utf-8"),
    "a page that is gone": lambda site: (site / "content/about/index.md").unlink(),
}


@pytest.fixture
def looked(read: Read) -> Read:
    """The site with a template of its own."""
    look(read.project.root)
    edit(read.project.root / "mkdocs.yml", "  name: material\n", "  name: material\n  custom_dir: look\n")
    return read


def fingerprint(root: Path, registry: Registry) -> str:
    return MkDocsSite.of(Project(root), Prepared(registry, [])).fingerprint([])


@pytest.mark.parametrize("changed", SHARED)
def test_what_all_pages_share(looked: Read, changed: str) -> None:
    root = looked.project.root
    first = fingerprint(root, looked.registry)
    SHARED[changed](root)
    assert fingerprint(root, looked.registry) != first


def test_what_pages_do_not_share(looked: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    root = looked.project.root
    first = fingerprint(root, looked.registry)
    assert fingerprint(root, looked.registry) == first
    edit(root / "content/about/index.md", "关于小馆", "关于大馆")
    assert fingerprint(root, looked.registry) == first, "the words of one page are its own"
    assert looked.site().fingerprint(looked.outputs) == first, "whatever records there are"
    edit(root / "studios/site.yml", "name: 小馆", "name: 大馆")
    registry = generate.check(Project(root)).registry
    assert registry
    renamed = fingerprint(root, registry)
    assert renamed != first
    (root / "code_of_a_test.py").write_text("x = 1\n", "utf-8")
    monkeypatch.syspath_prepend(root)
    __import__("code_of_a_test")
    assert fingerprint(root, registry) != renamed
    del sys.modules["code_of_a_test"]


def test_what_is_foreseen(looked: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = MkDocsSite.of(looked.project, Prepared(looked.registry, []))
    assert seen.foreseeable
    root = looked.project.root
    folders = seen.theme_folders
    assert (folders[0], folders[1].name) == (root / "look", "overrides")
    assert [folder for folder in some(folders) if folder.name == "templates" and folder.parent.name == "material"] == []
    for setting, value in (
        ("plugins", {**seen.config.plugins, "blog": None}),
        ("hooks", {"hook.py": None}),
        ("markdown_extensions", ["toc", "pymdownx.snippets"]),
    ):
        before = seen.config[setting]
        seen.config[setting] = value
        assert not seen.foreseeable, setting
        seen.config[setting] = before
    seen.config["plugins"] = {**seen.config.plugins, "search": None, "material/search": None}
    assert seen.foreseeable
    (root / "own_of_a_test.py").touch()
    monkeypatch.syspath_prepend(root)
    __import__("own_of_a_test")
    assert not seen.foreseeable
    del sys.modules["own_of_a_test"]


def test_a_theme_below_a_folder_called_like_material(tmp_path: Path, looked: Read) -> None:
    root = Path(shutil.copytree(looked.project.root, tmp_path / "material/small"))
    assert MkDocsSite.of(Project(root), Prepared(looked.registry, [])).theme_folders[0] == root / "look"


def test_code_of_the_site_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = tmp_path / "site"
    site.mkdir()
    for name in ("b_of_a_test", "a_of_a_test"):
        (site / f"{name}.py").write_text("x = 1\n", "utf-8")
    (tmp_path / "site2").mkdir()
    (tmp_path / "site2/c_of_a_test.py").write_text("x = 1\n", "utf-8")
    monkeypatch.syspath_prepend(site)
    monkeypatch.syspath_prepend(tmp_path / "site2")
    assert mkdocs_site._own_code(site) == []
    for name in ("b_of_a_test", "a_of_a_test", "c_of_a_test"):
        __import__(name)
    assert mkdocs_site._own_code(site) == [site / "a_of_a_test.py", site / "b_of_a_test.py"]
    monkeypatch.setattr(sys, "prefix", str(site / "a_of_a_test"))  # an environment below the site
    assert len(mkdocs_site._own_code(site)) == 2
    (site / "environment").mkdir()
    monkeypatch.setattr(sys, "prefix", str(site / "environment"))
    (site / "environment/d_of_a_test.py").touch()
    monkeypatch.syspath_prepend(site / "environment")
    __import__("d_of_a_test")
    (tmp_path / "link").symlink_to(site)
    assert mkdocs_site._own_code(tmp_path / "link") == [site / "a_of_a_test.py", site / "b_of_a_test.py"]


def test_hidden_folders_of_a_theme_are_not_looked_into(tmp_path: Path) -> None:
    for name in ("b.html", "a/c.html", ".icons/d.svg", "a/.e/f.html", ".g"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert mkdocs_site._ShownFiles([str(tmp_path)]).list_templates() == [".g", "a/c.html", "b.html"]


def test_a_rendering_goes_to_another_process(read: Read) -> None:
    alone = Rendering(read.project, read.registry, read.outputs, quick=False)
    other = copy.copy(alone)  # as for a process that is not forked
    assert (other._quick, other._project.root) == (False, read.project.root)
    stamp, problems = other("studios/crane/index.md")
    target = read.project.html / "studios/crane/index.html"
    assert (stamp, problems) == (linked_stamp(target), [])
    made = target.read_bytes()
    assert alone("studios/crane/index.md")[1] == []
    assert target.read_bytes() == made


def test_the_source_of_a_page() -> None:
    def file(edit_uri: str | None, by: str | None) -> File:
        made = File("studios/crane/index.md", "", "", use_directory_urls=True)
        made.edit_uri, made.generated_by = edit_uri, by
        return made

    assert [_origin(file(*each)) for each in (
        ("../studios/north/crane/studio.yml", "laomo"), (None, "laomo"), ("x.md", None), (None, None)
    )] == ["studios/north/crane/studio.yml", *["content/studios/crane/index.md"] * 3]  # fmt: skip


def test_warnings_of_mkdocs_name_their_page() -> None:
    log = logging.getLogger("mkdocs.structure")
    with heard() as problems:
        log.warning("Doc file '%s' contains a link", "about/index.md")
        log.error("A 'b.css' and 'c/d.md'")
        log.warning("nothing")
        log.info("Doc file 'x.md'")
    log.warning("Doc file 'y.md'")
    assert [(each.path, each.code, each.facts["message"]) for each in problems] == [
        ("content/about/index.md", "page-warning", "Doc file 'about/index.md' contains a link"),
        ("content/c/d.md", "page-warning", "A 'b.css' and 'c/d.md'"),
        ("mkdocs.yml", "page-warning", "nothing"),
    ]


def test_what_the_last_build_left(tmp_path: Path) -> None:
    file = tmp_path / "host.json"
    assert RenderCache.read(file) == RenderCache() == RenderCache("", {}, {})
    kept = RenderCache("a", {"b.html": "1"}, {"c.html": "2"})
    kept.write(file)
    assert RenderCache.read(file) == kept
    whole = {"shared": "a", "sources": {}, "results": {}}
    for damaged in (
        *({name: value for name, value in whole.items() if name != missing} for missing in whole),
        {**whole, "sources": 1},
        {**whole, "results": "x"},
        [],
    ):
        write_sealed(file, json.dumps(damaged).encode())
        assert RenderCache.read(file) == RenderCache(), damaged
    for data in (b"{", b"[" * 100_000):
        write_sealed(file, data)
        assert RenderCache.read(file) == RenderCache()
    file.write_bytes(os.urandom(40))
    assert RenderCache.read(file) == RenderCache()


def test_files_that_the_settings_keep_back(read: Read) -> None:
    edit(read.project.root / "mkdocs.yml", "docs_dir:", "exclude_docs: /about/\ndocs_dir:")
    seen = read.site()
    assert {file.src_uri for file in seen.documents} == PAGES.keys() - {"data/studios.json"}
    published = {PurePosixPath(file.src_uri) for file in seen.published}
    assert PurePosixPath("studios/crane/index.md") in published
    assert PurePosixPath("about/index.md") not in published


def test_files_of_the_theme(looked: Read) -> None:
    root = looked.project.root
    edit(root / "mkdocs.yml", "custom_dir: look\n", "custom_dir: look\n  static_templates: [200.html, notes.txt]\n")
    edit(root / "mkdocs.yml", "docs_dir:", "site_url: https://showcase.example.org/\ndocs_dir:")
    look(root, "200.html", " \n")
    look(root, "notes.txt", "{{ config.site_name }}")
    seen = looked.site()
    for file in seen.documents[:2]:
        seen.page(file)
    files = dict(seen.theme_files())
    assert [*files] == ["404.html", "notes.txt", "sitemap.xml", "sitemap.xml.gz"], "but for what is empty"
    assert files["notes.txt"] == "小馆".encode()
    assert gzip.decompress(files["sitemap.xml.gz"]) == files["sitemap.xml"]


CHARSET = '<meta charset="utf-8">'
"""After it stands the policy."""


def test_a_page_is_active_while_it_is_rendered(looked: Read) -> None:
    look(
        looked.project.root,
        text=f"{CHARSET}{{{{ page.active }}}} {{{{ nav.items | map(attribute='active') | join(' ') }}}}",
    )
    look(looked.project.root, "other.html", f"{CHARSET}other")
    seen = looked.site()
    texts = []
    for name in ("about/index.md", "studios/index.md"):
        shown = seen.page(seen.files.src_uris[name])
        texts.append(seen.rendered(shown).rpartition(">")[2])
        shown.meta["template"] = "other.html"
        texts.append(seen.rendered(shown).rpartition(">")[2])
        assert not shown.active
    assert texts == ["True False False True", "other", "True False True False", "other"]
