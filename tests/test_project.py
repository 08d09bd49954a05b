"""A site's folder, and what is made of it before MkDocs: which places are its own, which pages are published, what is refused."""

import os
import runpy
from pathlib import Path, PurePosixPath

import pytest

from laomo import __version__, generate, pipeline
from laomo.assets import share_cards
from laomo.generate import Checked
from laomo.problems.errors import BuildFailed
from laomo.problems.problem import Problem, Severity
from laomo.project import Project, site_around
from laomo.records.loader import Loaded
from tests.conftest import edit


def written(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_the_nearest_site_around_a_place(tmp_path: Path) -> None:
    written(tmp_path, {"a/studios/site.yml": "", "a/b/studios/unions.yml": "", "a/b/c/studios/site.yml": ""})
    places = [".", "a", "a/b", "a/b/studios", "a/b/c", "a/b/c/studios/x"]
    found = [site_around(tmp_path / place) for place in places]
    assert found == [None, *[tmp_path / "a"] * 3, *[tmp_path / "a/b/c"] * 2]


def test_where_everything_lies() -> None:
    project = Project(Path("/site"))
    names = (
        "studios",
        "pages",
        "cache_folder",
        "drawings",
        "attachments",
        "pictures",
        "compressed",
        "html",
        "finished",
        "lock",
    )
    assert {name: getattr(project, name).relative_to("/site").as_posix() for name in names} == {
        "studios": "studios",
        "pages": ".build/pages",
        "cache_folder": ".build/memory",
        "drawings": ".build/drawings",
        "attachments": ".build/memory/attachments",
        "pictures": ".build/memory/pictures",
        "compressed": ".build/memory/compressed",
        "html": ".build/html",
        "finished": ".build/finished",
        "lock": ".build/lock",
    }
    assert [source.name for source in project.sources] == ["studios", "content", "theme", "schemas", ".build", ".git"]


@pytest.mark.parametrize(
    ("line", "address"),
    [
        ("site_url: https://a.cn", "https://a.cn/"),
        ("site_url: https://a.cn/", "https://a.cn/"),
        ("site_url: http://a.cn:80/b/c/", "http://a.cn:80/b/c/"),
        ("site_url: http://a.cn/b//", "http://a.cn/b/"),
        ("site_url: ''", None),
        ("site_name: x", None),
        ("site_url: a.cn", None),
        ("site_url: ftp://a.cn", None),
        ("site_url: https://", None),
        ("site_url: https:///b", None),
        ("site_url: https://a.cn?b", None),
        ("site_url: https://a.cn/b?c", None),
        ("site_url: https://a.cn/b#c", None),
        ("site_url: https://a.cn#b", None),
        ("site_url: https://a.cn/b c", None),
        ("site_url: https://a b.cn", None),
        ("site_url: xhttps://a.cn", None),
    ],
)
def test_the_address_of_a_site(tmp_path: Path, line: str, address: str | None) -> None:
    assert Project(written(tmp_path, {"mkdocs.yml": line})).address == address


def test_which_pages_are_published(tmp_path: Path) -> None:
    names = (
        "b.md",
        "d.md",
        "a.md",
        "c/d.md",
        "c/draft.md",
        "c/.e.md",
        ".f/g.md",
        "templates/h.md",
        "c/templates/i.md",
        "keep/j.md",
        "k.txt",
        "out.md",
    )
    settings = "INHERIT: base/base.yml\nexclude_docs: |\n  out.md\n  keep/\n"
    base = "exclude_docs: |\n  a.md\ndraft_docs: |\n  draft.md\n"
    written(tmp_path, {**{f"content/{name}": "x" for name in names}, "mkdocs.yml": settings, "base/base.yml": base})
    (tmp_path / "content/link.md").symlink_to("a.md")
    (tmp_path / "content/folder.md").mkdir()
    project = Project(tmp_path)

    def found(*pattern: str) -> list[str]:
        return [page.relative_to(tmp_path / "content").as_posix() for page in project.published_pages(*pattern)]

    assert found() == ["a.md", "b.md", "c/d.md", "c/templates/i.md", "d.md"]
    assert found("c/*.md") == ["c/d.md"]
    assert project.settings_files == (tmp_path / "mkdocs.yml", tmp_path / "base/base.yml")


@pytest.mark.parametrize(
    ("files", "found"),
    [
        ({}, ["mkdocs.yml"]),
        ({"mkdocs.yml": "INHERIT: ../x/b.yml"}, ["mkdocs.yml", "../x/b.yml"]),
        ({"mkdocs.yml": "INHERIT: a/b.yml", "a/b.yml": "INHERIT: ../mkdocs.yml"}, ["mkdocs.yml", "a/b.yml"]),
        ({"mkdocs.yml": "INHERIT: mkdocs.yml"}, ["mkdocs.yml"]),
        ({"mkdocs.yml": "INHERIT: b.yml", "b.yml": "INHERIT: c.yml"}, ["mkdocs.yml", "b.yml", "c.yml"]),
    ],
)
def test_settings_and_what_they_inherit(tmp_path: Path, files: dict[str, str], found: list[str]) -> None:
    settings = Project(written(tmp_path / "site", files) if files else tmp_path / "site").settings_files
    assert settings == tuple(Path(os.path.normpath(tmp_path / "site" / name)) for name in found)


def test_variables_that_settings_ask_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LAOMO_ONE", "1")
    text = "INHERIT: b.yml\na: !ENV LAOMO_ONE\nb: !ENV [LAOMO_TWO, LAOMO_ONE, 'x']\nc: ENV LAOMO_NONE\ne: !ENV LAOMO_FOUR\nf: !ENV LAOMO_FIVE\n"
    project = Project(written(tmp_path, {"mkdocs.yml": text, "b.yml": "d: !ENV   LAOMO_THREE\n"}))
    assert project.settings_values == [
        ("LAOMO_FIVE", None),
        ("LAOMO_FOUR", None),
        ("LAOMO_ONE", "1"),
        ("LAOMO_THREE", None),
        ("LAOMO_TWO", None),
        ("x", None),
    ]
    assert Project(tmp_path / "none").settings_values == []


def refused(project: Project) -> list[tuple[str, str]]:
    try:
        project.refuse_unsafe()
    except BuildFailed as failed:
        return [(problem.path, problem.code) for problem in failed.problems]
    return []


def test_what_must_not_be_opened_is_refused(tmp_path: Path) -> None:
    project = Project(written(tmp_path, {"content/a.md": "x"}))
    assert refused(project) == refused(Project(tmp_path / "none")) == []
    (tmp_path / "content/link.md").symlink_to("a.md")
    assert refused(project) == []
    os.mkfifo(tmp_path / "content/pipe")
    (tmp_path / "content/b").mkdir()
    os.mkfifo(tmp_path / "content/b/pipe.md")
    assert sorted(refused(project)) == [("content/b/pipe.md", "special-file"), ("content/pipe", "special-file")]


@pytest.mark.parametrize("place", ["pages", "memory", "drawings", "html", "finished", "lock", "memory/a/b"])
def test_no_link_in_the_caches_is_followed(tmp_path: Path, place: str) -> None:
    project = Project(tmp_path)
    (tmp_path / ".build" / place).parent.mkdir(parents=True)
    (tmp_path / ".build" / place).symlink_to(tmp_path)
    for refuse in (project.refuse_unsafe, project.refuse_links, project.forget):
        with pytest.raises(BuildFailed) as failed:
            refuse()
        assert failed.value.problems == (Problem(f".build/{place}", "link-in-build"),)


def test_links_in_the_caches_are_named_in_order(tmp_path: Path) -> None:
    project = Project(tmp_path)
    for place in ("html", "pages", "drawings", "memory"):
        (tmp_path / ".build").mkdir(exist_ok=True)
        (tmp_path / ".build" / place).symlink_to(tmp_path)
    assert [path for path, _ in refused(project)] == [
        f".build/{each}" for each in ("drawings", "html", "memory", "pages")
    ]
    (tmp_path / "site").mkdir()
    (tmp_path / "site/.build").symlink_to(tmp_path / ".build")
    assert refused(Project(tmp_path / "site")) == [(".build", "link-in-build")]


def test_forgetting_leaves_drawings(tmp_path: Path) -> None:
    project = Project(
        written(tmp_path, {f".build/{name}/x": "" for name in ("pages", "memory", "html", "finished", "drawings")})
    )
    project.forget()
    assert {path.name for path in (tmp_path / ".build").iterdir()} - {"lock"} == {"drawings"}
    Project(tmp_path / "none").forget()


@pytest.mark.parametrize(
    ("severities", "sound", "strict"),
    [
        ([], True, True),
        (["notice"], True, True),
        (["warning"], True, False),
        (["notice", "warning"], True, False),
        (["error"], False, False),
        (["warning", "error"], False, False),
    ],
)
def test_what_may_be_published(severities: list[Severity], sound: bool, strict: bool) -> None:
    nothing = Loaded({}, frozenset(), (), frozenset(), {}, {})
    checked = Checked(nothing, None, tuple(Problem("a", "b", severity=each) for each in severities))
    assert (checked.sound, checked.faultless(strict=False), checked.faultless(strict=True)) == (sound, sound, strict)


def test_problems_are_located_sorted_counted_and_masked(tmp_path: Path) -> None:
    text = "name: 甲\nleaders:\n  - name: 乙\n    job: 焊工\nx: 1\n"
    project = Project(written(tmp_path, {"b.yml": text, "c.md": text}))
    number = "13800138000"
    problems = [
        Problem("c.md", "a", ("name",)),
        Problem("b.yml", "z", ("leaders", 0, "job")),
        Problem("b.yml", "unknown-field", ("leaders", 0, "job")),
        Problem("b.yml", "missing", ("leaders", 0, "title")),
        Problem("b.yml", "y", ("name",), line=9, column=8),
        Problem("b.yml", "a", ("name",), {"value": number}),
        Problem("none.yml", "a", ("name",)),
        Problem(f"a-{number}.yml", "a", ("name",)),
    ]
    masked = "13" + "*" * 9
    assert [(each.path, each.line, each.column, each.code) for each in generate.located(project, problems)] == [
        (f"a-{masked}.yml", 0, 0, "a"),
        ("b.yml", 1, 7, "a"),
        ("b.yml", 3, 5, "missing"),
        ("b.yml", 4, 5, "unknown-field"),
        ("b.yml", 4, 10, "z"),
        ("b.yml", 9, 8, "y"),
        ("c.md", 0, 0, "a"),
        ("none.yml", 0, 0, "a"),
    ]
    [first] = [each for each in generate.located(project, problems) if each.facts]
    assert first.facts == {"value": masked}
    many = generate.located(project, [Problem("c.md", "a", line=line) for line in range(102, 0, -1)])
    assert (len(many), many[0].line, many[-1].line, many[0].facts, many[0].code) == (
        101,
        2,
        102,
        {"count": 2, "code": "a"},
        "more-problems",
    )


def test_pages_by_hand_are_searched_for_numbers(site: Path) -> None:
    written(
        site,
        {
            f"content/about/{name}": text
            for name, text in {
                "a.md": "电话13800138000\n",
                "13900139000.md": "x\n",
                "note.txt": "13800138000",
            }.items()
        },
    )
    (site / "content/about/gbk.md").write_bytes("甲\n乙乙".encode("gb18030"))
    (site / "content/about/utf16.md").write_bytes("甲".encode("utf-16"))
    (site / "content/about/strange.md").write_bytes(b"a\r\n\xe7\x94\xb2\xff\xff\r\n")
    written(site, {"content/about/line.md": "甲\u2028乙\n", "content/about/long.md": "甲" * 30_001})
    (site / "content/about/link.md").symlink_to("a.md")
    (site / "content/about/folder.md").mkdir()
    found = [
        (each.path.removeprefix("content/about/"), each.code, each.line)
        for each in generate.check(Project(site)).problems
    ]
    assert [each for each in found if each[0] != "note.txt"] == [
        ("13*********.md", "personal-mobile", 0),
        ("a.md", "personal-mobile", 1),
        ("gbk.md", "encoding-gbk", 1),
        ("link.md", "symlink", 0),
        ("long.md", "page-block-too-long", 1),
        ("strange.md", "encoding-unknown", 2),
        ("utf16.md", "encoding-utf16", 1),
    ]
    masked = [
        each.facts
        for each in generate.check(Project(site)).problems
        if each.code == "personal-mobile" and not each.line
    ]
    assert masked == [{"masked": "13" + "*" * 9}]


@pytest.mark.parametrize(
    ("settings", "font", "codes"),
    [
        ("site_url: https://a.cn/", True, []),
        ("site_url: https://a.cn/", False, ["no-card-font"]),
        ("site_name: x", True, ["no-address"]),
        ("site_name: x", False, ["no-address"]),
    ],
)
def test_what_a_site_lacks_is_noted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: str, font: bool, codes: list[str]
) -> None:
    monkeypatch.setattr(share_cards, "font", lambda: font)
    found = list(generate.notices(Project(written(tmp_path, {"mkdocs.yml": settings}))))
    assert [(each.path, each.code, each.severity) for each in found] == [
        ("mkdocs.yml", code, "notice") for code in codes
    ]
    assert [set(each.facts) for each in found] == [{"variable"} if code == "no-card-font" else set() for code in codes]


def test_the_input_of_the_emitters(site: Path) -> None:
    project = Project(site)
    _, registry = generate.read(project)
    assert registry
    made = generate.context(project, registry, {}, {"port-crane": "x"})
    pages = {page.relative_to(site / "content").as_posix() for page in project.published_pages()}
    assert (made.registry, made.cards, made.cache_folder) == (registry, {"port-crane": "x"}, project.cache_folder)
    assert (made.handwritten, made.address) == (pages, project.address)
    assert generate.context(project, registry, {}).cards == {}
    assert PurePosixPath("site.yml") in generate.read(project)[0].records


@pytest.mark.parametrize("there", [True, False])
def test_a_form_without_its_libraries_is_told(site: Path, monkeypatch: pytest.MonkeyPatch, there: bool) -> None:
    with (site / "studios/site.yml").open("a", encoding="utf-8") as file:
        file.write("form: 是\n")
    monkeypatch.setattr(generate.page, "are_libraries_there", lambda: there)
    found = generate.check(Project(site)).problems
    expected = [] if there else [("studios/site.yml", "form-not-made", ("form",))]
    assert [(each.path, each.code, each.loc) for each in found] == expected


def test_no_file_is_opened_where_too_many_lie(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(site, {"content/about/a.exe": "MZ", "studios/north/crane/photos/more.png": "no picture"})
    found = {each.code for each in generate.check(Project(site)).problems}
    monkeypatch.setattr(generate.size_limits, "STUDIO_FILES", 0)
    assert {each.code for each in generate.check(Project(site)).problems} == {"too-many-pictures", "unnamed-picture"}
    assert len(found) >= 2
    assert "too-many-pictures" not in found


def test_what_is_too_large_is_told_of_studios_and_of_the_site(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(site, {"content/about/a.txt": "x" * 2_000_000, "studios/north/crane/photos/more.png": "no picture"})
    for name in ("STUDIO_BYTES", "STUDIO_TEXT", "SITE_BYTES"):
        monkeypatch.setattr(generate.size_limits, name, 0)
    found = [(each.path, each.code) for each in generate.check(Project(site)).problems]
    assert [each for each in found if each[1].endswith("heavy")] == [
        ("studios", "site-too-heavy"),
        ("studios/north/crane", "records-too-heavy"),
        ("studios/north/crane/photos", "pictures-too-heavy"),
        ("studios/north/weld", "records-too-heavy"),
        ("studios/south/nurse", "records-too-heavy"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "code", "strict"),
    [
        ("category: ", "catgory: ", "unknown-field", False),
        ("leaders: [{name: 方二铁, kind: 技能人才}]\n", "", "no-leader", True),
    ],
)
def test_what_has_a_fault_is_not_built(site: Path, old: str, new: str, code: str, *, strict: bool) -> None:
    edit(site / "studios/north/weld/studio.yml", old, new)
    with pytest.raises(BuildFailed) as failed:
        pipeline.build(Project(site), site / "site", strict=strict)
    assert code in {problem.code for problem in failed.value.problems}
    assert failed.value.problems == generate.check(Project(site)).problems
    assert not (site / "site").exists()
    assert not (site / ".build/pages").exists()


def test_what_is_made_of_records(site: Path) -> None:
    """Pages, pictures, cards and codes; what nobody makes any more goes; without an address there are no cards and no codes."""
    project = Project(site)
    _, registry = generate.read(project)
    assert registry
    stray = written(project.pages, {"studios/gone/index.md": "x"}) / "studios/gone/index.md"
    made = generate.generate(project, registry)
    assert not stray.exists()
    paths = {each.path for each in made}
    assert len(paths) == len(made)
    assert {path for path in paths if not (project.pages / path).is_file()} == set()
    before = {path: (project.pages / path).stat().st_mtime_ns for path in paths}
    assert generate.generate(project, registry) == made
    assert {path: (project.pages / path).stat().st_mtime_ns for path in paths} == before
    written(site, {"mkdocs.yml": "site_name: x\nsite_url: https://a.cn/\n"})
    more = {each.path for each in generate.generate(project, registry)}
    of_studios = ("badge.svg", "card/index.html", "qr.png", "qr.svg", "share.png")
    feeds = {
        "feed.xml",
        *(
            f"{place}/feed.xml"
            for place in ("decisions", "industries/port", *(f"unions/{each}" for each in ("city", "north", "south")))
        ),
    }
    added = {path for path in more - paths if not path.endswith(".css")}
    assert added == feeds | {"share.png"} | {
        f"studios/{studio}/{name}" for studio in ("crane", "nurse", "weld") for name in of_studios
    }
    assert paths < more
    assert {folder.name for folder in project.drawings.iterdir()} == {"cards", "codes"}


def test_what_is_nearly_nothing_breaks_no_build(site: Path) -> None:
    names = ("ー", "〇", "①", "ª", "ß", "Ⅷ", "ﷺ", "𠀀", "ʼa", "Ａ", "0", "・ー", "王\u0301")
    file = site / "studios/north/weld/studio.yml"
    people = "".join(
        f"\n  - {{name: '{name}', kind: 技能人才, job: '{name}', specialities: ['{name}']}}" for name in names
    )
    edit(file, "leaders: [{name: 方二铁, kind: 技能人才}]", f"leaders:{people}")
    edit(file, "name: 北区焊接技能大师工作室", "name: 'ー〇'")
    edit(file, "units: [北区重工]", "units: ['〇', 'ー']")
    project = Project(site)
    told = generate.check(project).problems
    assert {problem.severity for problem in told} == {"warning"}
    built = pipeline.build(project, site / "site")
    assert built.warnings == (*told, Problem("mkdocs.yml", "no-address", severity="notice"))
    assert (site / "site/index.html").is_file()
    assert [*(site / "site").rglob("*.html.gz")] == []
    kept = {file.name for file in (site / ".build/memory").iterdir()}
    assert kept == {
        "audit.json",
        "host.json",
        "pages.json",
        "pictures",
        "records.trees",
        "standards",
        "store.db",
        "store.db.lock",
    }


def test_all_that_stands_against_a_site_is_found(site: Path) -> None:
    written(
        site,
        {
            "content/about/a.exe": "MZ",
            "content/stories/x.md": "---\ntitle: 甲乙\nabout: nobody\ntheme: 奉献\n---\n方二铁的故事。\n",
            "content/about/b.md": "方二铁\n",
            "studios/north/crane/photos/more.png": "no picture",
            "studios/vocabulary.yml": "industries: [制伞]\n",
        },
    )
    edit(site / "studios/north/weld/studio.yml", "{name: 方二铁, kind: 技能人才}", "{name: 方二铁, withdrawn: 2024}")
    found = [(each.path, each.code) for each in generate.check(Project(site)).problems]
    assert found == [
        ("content/about/a.exe", "attachment-program"),
        ("content/about/a.exe", "attachment-unlinked"),
        ("content/about/b.md", "withdrawn-in-text"),
        ("content/stories/x.md", "unknown-subject"),
        ("content/stories/x.md", "withdrawn-in-text"),
        ("studios/north/crane/photos/more.png", "bad-picture"),
        ("studios/north/crane/photos/more.png", "unnamed-picture"),
        ("studios/vocabulary.yml", "mapping-expected"),
    ]


def test_the_command_as_a_module(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.argv", ["laomo", "--version"])
    runpy.run_module("laomo", run_name="__main__")
    assert capsys.readouterr().out == f"laomo {__version__}\n"
    assert runpy.run_module("laomo.__main__", run_name="other")["__name__"] == "other"
