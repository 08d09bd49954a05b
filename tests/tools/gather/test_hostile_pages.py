"""A house whose every text would be more than text, and whose picture is another: what the upper house's own pages make of it."""

import json
import re
import shutil
from collections.abc import Callable, Iterator
from hashlib import sha256
from itertools import cycle
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from lxml import html
from tests.cli.command import laomo
from tests.conftest import some
from tests.security.payloads import PAYLOADS
from tests.tools.gather.province import (
    Facts,
    edit_edition,
    edit_paper,
    edit_unit,
    make_house,
    make_province,
    registry_of,
)
from tests.tools.gather.test_hostile import NO_PICTURES, drawn

from laomo import pipeline
from laomo.project import Project
from laomo.records.models.houses import MemberHouse
from laomo.tools.gather import edition as editions
from laomo.tools.gather import paper, unit
from laomo.tools.gather.refusal import HouseRefused

FILES = ("crane", "events/2025-01", "notices/2025-01")


def leaves(value: Any) -> Iterator[tuple[Any, Any, str]]:
    """Each text within: what holds it, where, and what it says."""
    for key, each in list(value.items() if isinstance(value, dict) else enumerate(value)):
        if isinstance(each, str):
            yield value, key, each
        elif isinstance(each, dict | list):
            yield from leaves(each)


def armed(facts: Facts, accepted: Callable[[Facts], bool], payloads: Iterator[str]) -> int:
    """Put a hostile text behind every text that then still passes, and count them."""
    count = 0
    for holder, key, text in leaves(facts):
        for _ in range(3):  # a field of one line takes none of two
            holder[key] = text + next(payloads)
            if accepted(facts):
                count += 1
                break
            holder[key] = text
    return count


def passes(read: Callable[[bytes], object]) -> Callable[[Facts], bool]:
    def accepted(facts: Facts) -> bool:
        try:
            read(json.dumps(facts, ensure_ascii=False).encode())
        except HouseRefused:
            return False
        return True

    return accepted


@pytest.fixture(scope="module")
def province(_two_houses: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Gathered of two houses, one of them hostile, and built."""
    place = Path(shutil.copytree(_two_houses, tmp_path_factory.mktemp("hostile-house") / "houses"))
    site = place / "west/.build/pages"
    given, house = editions.parse((site / "data/edition.json").read_bytes(), "west"), MemberHouse(id="west", source="x")
    payloads, counts = cycle(filter(str.isprintable, (each for each in PAYLOADS[1:] if "@" not in each))), []
    for name in FILES:

        def arm(facts: Facts, name: str = name) -> None:
            if "/" in name:
                accepted = passes(lambda data: paper.parse(data, name, given, ()))
            else:
                accepted = passes(lambda data: unit.parse(data, name, given, house))
            counts.append(armed(facts, accepted, payloads))

        (edit_paper if "/" in name else edit_unit)(site, name, arm)
    assert counts[0] > 25, counts
    assert min(counts) > 3, counts
    root = place / "province"
    (root / "mkdocs.yml").write_text(f"site_url: https://province.example.org/\n{(root / 'mkdocs.yml').read_text()}")
    done = laomo("gather", "--root", root)
    assert "west：收下 3 个工作室" in done.stdout, done.stdout
    pipeline.build(Project(root), root / "site")
    return root


def test_texts_of_a_hostile_house_are_text_on_the_pages_of_the_upper_one(province: Path) -> None:
    site = province / "site"
    pages = {path.relative_to(site).as_posix(): html.parse(str(path)) for path in some(site.rglob("*.html"))}
    own = set(pages["404.html"].xpath("//script[not(@src)]/text()"))
    acting = [
        (name, found)
        for name, page in pages.items()
        for found in (
            *page.xpath("//@*[starts-with(name(), 'on')]"),
            *page.xpath("//iframe | //object | //embed | //base | //plaintext | //meta[@http-equiv='refresh']"),
            *page.xpath("//*[@id='forged' or contains(@class, 'forged')]"),
            *page.xpath("//*[self::h1 or self::h2 or self::h3 or self::h4 or self::li][starts-with(., 'FORGED')]"),
            *(text for text in page.xpath("//script[not(@src) and not(@type)]/text()") if text not in own),
            *filter(leads_astray, page.xpath("//@href | //@src | //@action | //@formaction")),
        )
    ]
    assert acting == []
    for name in ("studios/west-crane", "events/west-2025-01", "notices/west-2025-01"):
        assert "FIRED" in pages[f"{name}/index.html"].getroot().text_content(), name


def leads_astray(address: str) -> bool:
    host = urlsplit(address).hostname or ""
    return "evil" in host or bool(re.match(r"\s*(?:javascript|data|vbscript)\s*:", address, re.IGNORECASE))


@pytest.fixture(scope="module")
def _two_houses(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("two-houses")
    for house, name in (("east", "江一舟"), ("west", "韦二水")):
        make_house(place / house, house, name=name)
    make_province(place / "province", "../east/.build/pages", "../west/.build/pages")
    return place


@pytest.fixture
def two_houses(_two_houses: Path, tmp_path: Path) -> Path:
    """And a province that has gathered nothing yet."""
    return Path(shutil.copytree(_two_houses, tmp_path / "houses"))


def test_a_house_whose_picture_is_another_is_not_taken(two_houses: Path) -> None:
    widest(two_houses / "west").write_bytes(drawn("WEBP"))
    done = laomo("gather", "--root", two_houses / "province")
    assert done.returncode == 1
    assert re.search("studios/houses.yml:3:.*［house-digest］", done.stdout), done.stdout
    assert {each.union.id for each in registry_of(two_houses / "province").studios} == {"east"}


@pytest.mark.parametrize("case", ["a bomb", "half a picture"])
def test_a_picture_that_is_none_costs_the_house_that_picture_only(two_houses: Path, case: str) -> None:
    """And says so each time, until there is one."""
    picture = widest(two_houses / "west")
    name, digest = (
        picture.relative_to(two_houses / "west/.build/pages").as_posix(),
        sha256(NO_PICTURES[case]).hexdigest(),
    )
    picture.write_bytes(NO_PICTURES[case])
    edit_edition(two_houses / "west/.build/pages", lambda facts: facts["files"].update({name: digest}))
    for _ in range(2):
        done = laomo("gather", "--root", two_houses / "province")
        assert "［house-picture］" in done.stdout, done.stdout
        assert "［missing-picture］" not in done.stdout
    (crane,) = (each for each in registry_of(two_houses / "province").studios if each.id == "west-crane")
    assert not crane.record.photos
    assert crane.record.leaders
    assert not (two_houses / "province/studios/west/west-crane/photos").exists()


def widest(house: Path) -> Path:
    """A picture of its crane, as wide as they get."""
    return min(house.glob(".build/pages/pictures/crane/*-1600.webp"))
