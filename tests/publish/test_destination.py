"""Where a site is to be published, as it is written: what could be a server is asked about, and no site is put into a site."""

from pathlib import Path

import pytest

from laomo.publish import destination
from laomo.publish.ssh import RemoteFolder
from tests.cli.command import laomo
from tests.conftest import tree


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A finished site in a folder of its own, which is the current one, beside a folder `there`."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("site", encoding="utf-8")
    (tmp_path / "there").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("place", "both"),
    [
        ("web", ("“web:文件夹”", "“./web”")),
        ("web/site", ("“web:文件夹”", "“./web/site”")),
        ("web:", ("“web:文件夹”", "“./web:”")),
        ("www.example.org", ("“www.example.org:文件夹”", "“./www.example.org”")),
        ("10.0.0.5/srv/site", ("“10.0.0.5:文件夹”", "“./10.0.0.5/srv/site”")),
        ("clerk@web", ("“clerk@web:文件夹”", "“./clerk@web”")),
        ("clerk@web/srv", ("“clerk@web:文件夹”", "“./clerk@web/srv”")),
        ("ssh://clerk@web/srv/site", ("“clerk@web:文件夹”", "./www")),
        ("https://example.org/", ("“example.org:文件夹”", "./www")),
    ],
)
@pytest.mark.parametrize("more", [(), ("--rollback",)])
def test_what_could_be_a_server_is_not_taken_for_a_folder(
    made: Path, place: str, both: tuple[str, str], more: tuple[str, ...]
) -> None:
    before = tree(made)
    run = laomo("publish", place, "--site", "site", *more)
    assert run.returncode == 2
    for written in both:
        assert written in run.stderr
    assert tree(made) == before


@pytest.mark.parametrize("place", ["./web", "../web", "/srv/web", "~/web", "展馆", "there", "there/new", "./web:80"])
@pytest.mark.usefixtures("made")
def test_a_folder_is_a_folder(place: str) -> None:
    assert destination.parse(place) == Path(place)


@pytest.mark.parametrize("place", ["web:/srv/site", "web:site", "clerk@web:~/site", "there:site"])
@pytest.mark.usefixtures("made")
def test_a_colon_names_a_server(place: str) -> None:
    name, _, folder = place.partition(":")
    assert destination.parse(place) == RemoteFolder(name, folder.removeprefix("~/"))


INSIDE = ("", "www", "studios", "studios/north", "content/new", ".build/www", "site", "link")
"""Places in a site's folder; `link` leads to its pages."""


@pytest.mark.parametrize(
    ("known_by", "place"),
    [
        *((known_by, place) for known_by in ("root", "site", "place") for place in INSIDE),
        ("root", ".."),
        ("site", ".."),
    ],
)
def test_a_site_is_not_published_into_the_folder_of_a_site(site: Path, made: Path, known_by: str, place: str) -> None:
    """Whether the command knows that folder by its option, by the site that lies in it, or by the place itself."""
    finished = made / "site"
    if known_by == "site":
        finished = finished.rename(site / "site")
    (site / "link").symlink_to(site / "content")
    before = tree(site)
    root = site if known_by == "root" else made / "there"
    run = laomo("publish", site / place, "--site", finished, "--root", root)
    assert run.returncode == 1
    assert "网站不能放在这里" in run.stdout + run.stderr
    assert tree(site) == before
