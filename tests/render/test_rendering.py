"""What is rendered again, what is kept, and what a page depends on; and what the renderer keeps for the next build."""

import copy
import json
import logging
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import pytest
from mkdocs.structure.files import File

from laomo import generate
from laomo.problems.errors import BuildFailed
from laomo.project import Project
from laomo.registry.registry import Registry
from laomo.render import incremental, mkdocs_site
from laomo.render.cache import RenderCache
from laomo.render.incremental import Rendered
from laomo.render.mkdocs_site import MkDocsSite
from laomo.render.plugin import Prepared
from laomo.render.worker import Rendering, _origin, heard
from laomo.system.cache import write_sealed
from laomo.system.files import linked_stamp
from laomo.system.output import WrittenFile
from tests.conftest import SMALL, edit, some


@dataclass(frozen=True, slots=True)
class Read:
    """The small site with its records read, of which a few pages are made."""

    project: Project
    registry: Registry
    outputs: list[WrittenFile]

    def render(self) -> Rendered:
        return incremental.render(self.project, self.registry, self.outputs)

    def site(self) -> MkDocsSite:
        return MkDocsSite.of(self.project, Prepared(self.registry, self.outputs))

    def copied(self, folder: Path) -> "Read":
        root = Path(shutil.copytree(self.project.root, folder / "copy"))
        return Read(Project(root), self.registry, self.outputs)


@pytest.fixture(scope="module")
def _read(tmp_path_factory: pytest.TempPathFactory) -> Read:
    root = Path(shutil.copytree(SMALL, tmp_path_factory.mktemp("read") / "small"))
    (root / "content/list.txt").write_text("1", "utf-8")
    project = Project(root)
    registry = generate.check(project).registry
    assert registry
    wanted = {"index.md", "studios/index.md", "studios/crane/index.md", "data/studios.json"}
    outputs = [output for output in generate.generate(project, registry) if str(output.path) in wanted]
    assert len(outputs) == len(wanted)
    return Read(project, registry, outputs)


@pytest.fixture
def read(_read: Read, tmp_path: Path) -> Read:
    return _read.copied(tmp_path)


def test_only_what_has_changed_is_rendered_again(read: Read) -> None:
    root, html = read.project.root, read.project.html
    first = read.render()
    pages = {"./", "about/", "studios/", "studios/crane/"}
    assert (first.folder, set(first.changed), first.pages) == (html, pages, 4)
    assert (first.warnings, bool(first.theme_folders)) == ((), True)
    second = read.render()
    assert (second.changed, second.pages) == ((), 4)
    (html / "about/index.html").write_text("planted", "utf-8")
    (html / "data/studios.json").unlink()
    (html / "404.html").write_text("planted", "utf-8")
    (html / "sitemap.xml").unlink()
    (html / "foreign").mkdir()
    (html / "foreign/more.html").touch()
    assert read.render().changed == ("about/",)
    assert (html / "data/studios.json").stat().st_size > 9
    assert "planted" not in (html / "404.html").read_text("utf-8")
    assert (html / "sitemap.xml").exists()
    assert not (html / "foreign").exists()
    edit(root / "content/about/index.md", "# 关于小馆", "# 关于小小馆")
    assert read.render().changed == ("about/",)
    edit(root / "mkdocs.yml", "site_name: 小馆", "site_name: 大馆")
    assert set(read.render().changed) == pages


def test_a_site_that_cannot_be_rendered(read: Read) -> None:
    settings = read.project.root / "mkdocs.yml"
    text = settings.read_text("utf-8")
    settings.unlink()
    for data, wanted in ((None, ["missing-file"]), (text.replace("material", "nosuchtheme"), ["page-warning"])):
        if data:
            settings.write_text(data, "utf-8")
        with pytest.raises(BuildFailed) as failed:
            read.render()
        assert [(problem.path, problem.code) for problem in failed.value.problems] == [("mkdocs.yml", *wanted)]
    settings.write_text(text, "utf-8")
    edit(read.project.root / "content/about/index.md", "# ", "# [不在的一页](nowhere.md) ")
    with pytest.raises(BuildFailed) as failed:
        read.render()
    assert [(problem.path, problem.code) for problem in failed.value.problems] == [
        ("content/about/index.md", "page-warning")
    ]
    assert not (read.project.cache_folder / "host.json").exists()


def look(site: Path, name: str = "main.html", text: str = "{% extends 'base.html' %}") -> None:
    (site / "look").mkdir(exist_ok=True)
    (site / "look" / name).write_text(text, "utf-8")


SHARED: dict[str, Callable[[Path], object]] = {
    "the settings": lambda site: edit(site / "mkdocs.yml", "language: zh", "language:  zh"),
    "the text of a template": lambda site: look(site, text="{% extends 'base.html' %} "),
    "the name of a template": lambda site: (site / "look/main.html").rename(site / "look/other.html"),
    "another template": lambda site: look(site, "x.html", ""),
    "a new page": lambda site: (site / "content/new.md").write_text("# 新\n", "utf-8"),
    "a page that is gone": lambda site: (site / "content/about/index.md").unlink(),
}


@pytest.fixture
def looked(read: Read) -> Read:
    """The site with a template of its own."""
    look(read.project.root)
    edit(read.project.root / "mkdocs.yml", "  name: material\n", "  name: material\n  custom_dir: look\n")
    return read


def test_what_all_pages_share(looked: Read, tmp_path: Path) -> None:
    def fingerprint(root: Path) -> str:
        return MkDocsSite.of(Project(root), Prepared(looked.registry, [])).fingerprint([])

    first = fingerprint(looked.project.root)
    assert fingerprint(looked.project.root) == first
    for number, change in enumerate(SHARED.values()):
        root = Path(shutil.copytree(looked.project.root, tmp_path / str(number) / "small", symlinks=True))
        change(root)
        assert fingerprint(root) != first, list(SHARED)[number]
    edit(looked.project.root / "content/about/index.md", "关于小馆", "关于大馆")
    assert fingerprint(looked.project.root) == first, "the words of one page are its own"


def test_what_is_foreseen(looked: Read) -> None:
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
    published = {PurePosixPath(file.src_uri) for file in seen.published}
    assert PurePosixPath("studios/crane/index.md") in published
    assert PurePosixPath("about/index.md") not in published
