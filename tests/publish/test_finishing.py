"""What is done after rendering: for a folder that another program rendered, the same bytes as in our own build."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from mkdocs.commands import build
from mkdocs.config import load_config

from laomo import pipeline
from laomo.pages import csp, sitemap, theme
from laomo.problems.errors import BuildFailed
from laomo.project import Project
from laomo.publish import finishing
from laomo.system.files import write_new
from tests.cli.command import laomo
from tests.conftest import edit, some, tree


def test_pages_rendered_without_our_hooks_become_those_of_our_build(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sitemap, "MOST", 20)
    edit(site / "mkdocs.yml", "site_name: 小馆\n", "site_name: 小馆\nsite_url: https://showcase.example.org/\n")
    edit(site / "mkdocs.yml", "plugins: [laomo]", "plugins: [{laomo: {finish: false}}]")
    rendered = tmp_path / "rendered"
    config = load_config(str(site / "mkdocs.yml"), site_dir=str(rendered))
    config.plugins.on_startup(command="build", dirty=False)
    build.build(config)
    raw = tree(rendered)
    assert b"Content-Security-Policy" not in raw["index.html"]
    assert raw["index.html"].count(b'<link rel="stylesheet"') > 15
    assert raw["sitemap.xml"].count(b"<url>") > 20
    assert "robots.txt" not in raw
    run = laomo("finish", rendered, "--root", site, "--out", tmp_path / "finished", "--offline", tmp_path / "stick")
    assert run.returncode == 0, run.stderr
    assert len(run.stdout.splitlines()) == 2
    assert tree(rendered) == raw, "what was rendered is left as it is"
    pipeline.build(Project(site), tmp_path / "ours", without_server=tmp_path / "our-stick")
    ours = tree(tmp_path / "ours")
    assert "sitemap-2.xml" in ours
    assert tree(tmp_path / "finished") == ours
    assert tree(tmp_path / "stick") == tree(tmp_path / "our-stick")
    shutil.rmtree(tmp_path / "finished")
    run = laomo("finish", rendered, "--root", site, "--out", rendered)
    assert run.returncode == 0, run.stderr
    assert tree(rendered) == ours, "in its own place too"


def test_what_is_finished_is_not_finished_twice(built: Path) -> None:
    before = tree(built / "site")
    run = laomo("finish", built / "site", "--root", built)
    assert (run.returncode, len(run.stdout.splitlines())) == (0, 1), "nothing of an offline edition"
    assert tree(built / "site") == before


def test_pages_of_records_with_an_error_are_not_published(site: Path, rendered: Path, tmp_path: Path) -> None:
    edit(site / "studios/north/crane/studio.yml", "category: 劳模", "category: 大师")
    with pytest.raises(BuildFailed) as caught:
        finishing.finish(Project(site), rendered, tmp_path / "out")
    assert [problem.path for problem in caught.value.problems] == ["studios/north/crane/studio.yml"]
    assert not (tmp_path / "out").exists()


SPOILT: dict[str, tuple[Callable[[Path], object], str]] = {
    "no page without records": (lambda folder: (folder / "404.html").unlink(), "404.html"),
    "a link": (lambda folder: (folder / "a.html").symlink_to(folder / "index.html"), "a.html"),
    "a picture of another site": (
        lambda folder: (folder / "a.html").write_text('<meta charset="utf-8"><img src="https://e.example/b.png">'),
        "e.example",
    ),
}


@pytest.mark.parametrize("name", SPOILT)
def test_what_cannot_be_finished_is_named_and_nothing_is_published(built: Path, name: str) -> None:
    spoil, named = SPOILT[name]
    rendered = Path(shutil.copytree(built / "site", built / "rendered"))
    spoil(rendered)
    before = tree(built / "site")
    run = laomo("finish", rendered, "--root", built)
    assert run.returncode == 1
    assert named in run.stdout
    assert "保持原样" in run.stderr
    assert tree(built / "site") == before


STYLE = '<link rel="stylesheet" href="{}assets/stylesheets/{}.css">'
HEAD = '<meta charset="utf-8">{}{}'
POLICY = csp.of("<script>1</script>")
GUARD = f'\n<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
ADDRESS = "https://showcase.example.org/"


@pytest.fixture
def rendered(tmp_path: Path) -> Path:
    """Three pages with two parts of the theme's style, as a program leaves them that knows nothing of ours."""
    folder = tmp_path / "rendered"
    for name, up in (("index.html", ""), ("404.html", "/"), ("a/index.html", "../")):
        script = "1" if name == "404.html" else "2"
        parts = STYLE.format(up, "10-a") + "\n" + STYLE.format(up, "20-b") + STYLE.format(up, "own")
        write_new(folder / name, f"{HEAD.format(parts, '')}<script>{script}</script>".encode())
    for name in ("20-b", "10-a", "own"):
        write_new(folder / f"assets/stylesheets/{name}.css", f"\ufeff.{name[-1]} {{ color: red }}".encode())
    write_new(folder / "mkdocs_theme.yml", b"")
    return folder


def test_pages_get_one_style_and_a_policy_and_readers_of_machines_their_file(rendered: Path) -> None:
    assert finishing.in_place(rendered, ADDRESS) == 3
    name, style = theme.join({"10-a": ".a { color: red }", "20-b": ".b { color: red }"})
    own = "\ufeff.n { color: red }"
    made = {place: data.decode() for place, data in tree(rendered).items()}
    pages = {
        place: HEAD.format(GUARD, f'<link rel="stylesheet" href="{up}{name}">{STYLE.format(up, "own")}')
        for place, up in (("index.html", ""), ("404.html", "/"), ("a/index.html", "../"))
    }
    assert made == {
        **{place: f"{page}<script>{1 if place == '404.html' else 2}</script>" for place, page in pages.items()},
        name: style,
        "assets/stylesheets/own.css": own,
        "robots.txt": f"User-agent: *\nDisallow:\n\nSitemap: {ADDRESS}sitemap.xml\n",
    }


def test_what_is_finished_stays_as_it_is(rendered: Path) -> None:
    finishing.in_place(rendered, ADDRESS)
    write_new(rendered / "robots.txt", b"own")
    before, inodes = tree(rendered), {path: path.stat().st_ino for path in some(rendered.rglob("*.html"))}
    assert finishing.in_place(rendered, ADDRESS) == 3
    assert tree(rendered) == before
    assert {path: path.stat().st_ino for path in inodes} == inodes


def test_without_an_address_no_file_names_one(rendered: Path) -> None:
    finishing.in_place(rendered, None)
    assert not (rendered / "robots.txt").exists()


@pytest.mark.parametrize("packed", [True, False])
def test_a_long_map_of_the_site_is_split_with_the_time_that_it_was_packed(
    rendered: Path, monkeypatch: pytest.MonkeyPatch, packed: bool
) -> None:
    monkeypatch.setattr(sitemap, "MOST", 2)
    whole = "<urlset>\n" + "".join(f"<url><loc>{number}</loc></url>\n" for number in range(3)) + "</urlset>"
    write_new(rendered / "sitemap.xml", whole.encode())
    if packed:
        write_new(rendered / "sitemap.xml.gz", sitemap.packed("sitemap.xml", whole.encode(), 0x12345678))
    finishing.in_place(rendered, ADDRESS)
    index, parts = sitemap.split(whole, ADDRESS)
    made = tree(rendered)
    expected = {"sitemap.xml": index, **parts}
    assert len(expected) == 3
    assert {name: made[name].decode() for name in expected} == expected
    again = sitemap.packed("sitemap.xml", index.encode(), 0x12345678)
    assert made.get("sitemap.xml.gz") == (again if packed else None)


def test_a_short_map_of_the_site_stays(rendered: Path) -> None:
    for name in ("sitemap.xml", "sitemap.xml.gz"):
        write_new(rendered / name, b"<urlset><url></urlset>")
    finishing.in_place(rendered, ADDRESS)
    assert {(rendered / name).read_bytes() for name in ("sitemap.xml", "sitemap.xml.gz")} == {b"<urlset><url></urlset>"}
    assert not (rendered / "sitemap-1.xml").exists()


UNFINISHED: list[tuple[str, bytes | None, str]] = [
    ("index.html", None, "index.html"),
    ("404.html", None, "404.html"),
    ("a/b.html", b"<p>", "a/b.html"),
    ("a.html", b"\xff", "a.html"),
]


@pytest.mark.parametrize(("name", "data", "named"), UNFINISHED)
def test_a_page_that_nobody_has_rendered_is_named(rendered: Path, name: str, data: bytes | None, named: str) -> None:
    write_new(rendered / name, data) if data else (rendered / name).unlink()
    with pytest.raises(BuildFailed) as raised:
        finishing.in_place(rendered, ADDRESS)
    assert [(each.path, each.code) for each in raised.value.problems] == [(named, "not-rendered")]
