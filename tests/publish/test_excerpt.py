"""The small edition for a review: the changed pages, what they link to, and no link that leads nowhere."""

import os
import re
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from laomo.publish import excerpt
from tests.conftest import some

ABSENT = "not-in-preview.html"


@pytest.fixture
def small(built: Path) -> Path:
    """The excerpt of one studio's page."""
    excerpt.adapt(built / "site", ["studios/crane/", "studios/nowhere/", "../../outside/"])
    return built / "site"


def links(page: Path) -> list[Path]:
    """Where the links of a page lead within the site."""
    found = re.findall(r"""(?:<a\s[^>]*?\bhref|\ssrc)=["']?([^"'\s>]+)""", page.read_text("utf-8"))
    paths = [urlsplit(unescape(link)) for link in found]
    own = [each.path for each in paths if not each.scheme and not each.netloc and each.path]
    return [Path(os.path.normpath(page.parent / unquote(path))) for path in own]


def test_the_page_what_it_links_to_and_the_home_page_and_no_more(built: Path) -> None:
    site = built / "site"
    before = {file.relative_to(site).as_posix() for file in site.rglob("*.html")}
    linked = {file / "index.html" if file.is_dir() else file for file in links(site / "studios/crane/index.html")}
    wanted = {file.relative_to(site).as_posix() for file in linked if file.suffix == ".html" and file.is_file()}
    excerpt.adapt(site, ["studios/crane/"])
    after = {file.relative_to(site).as_posix() for file in site.rglob("*.html")}
    assert after - {ABSENT, "展厅大屏.html"} == wanted | {"index.html", "studios/crane/index.html"}
    assert len(after) < len(before)
    assert "studios/nurse/index.html" in before - after


def test_every_link_leads_to_a_file(small: Path) -> None:
    for page in some(small.rglob("*.html")):
        dead = [str(file) for file in links(page) if not file.is_file()]
        assert dead == [], page
    nav = (small / "studios/crane/index.html").read_text("utf-8")
    assert "index.html" in nav
    assert any(ABSENT in page.read_text("utf-8") for page in small.rglob("*.html") if page.name == "index.html")


def test_pictures_and_styles_of_what_is_kept_are_there(small: Path) -> None:
    named = {
        Path(os.path.normpath(page.parent / path))
        for page in small.rglob("*.html")
        for path in re.findall(r"[^\s\"'(),=]+\.webp", unescape(page.read_text("utf-8")))
    }
    assert named
    assert {file for file in named if not file.is_file()} == set()
    assert (small / "assets/javascripts/kiosk.js").is_file()
    assert (small / ABSENT).is_file()
