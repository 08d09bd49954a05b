"""A house whose every text would be more than text, and whose picture is another: what the upper house's own pages make of it."""

import json
import re
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from lxml import html
from tests.cli.command import laomo
from tests.conftest import some
from tests.security.payloads import PAYLOADS
from tests.tools.gather.province import Facts, edit_paper, edit_unit, make_house, make_province, registry_of

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
def province(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Gathered of two houses, one of them hostile, and built."""
    place = tmp_path_factory.mktemp("hostile-house")
    make_house(place / "east", "east")
    site = make_house(place / "west", "west", name="韦二水") / ".build/pages"
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
    root = make_province(place / "province", "../east/.build/pages", "../west/.build/pages")
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


def test_a_picture_that_is_another_is_not_taken(tmp_path: Path) -> None:
    for house, name in (("east", "江一舟"), ("west", "韦二水")):
        make_house(tmp_path / house, house, name=name)
    pictures = tmp_path / "west/.build/pages/pictures/crane"
    widest, other = min(pictures.glob("*-1600.webp")), min(pictures.glob("*-480.webp"))
    widest.write_bytes(other.read_bytes())
    root = make_province(tmp_path / "province", "../east/.build/pages", "../west/.build/pages")
    done = laomo("gather", "--root", root)
    assert done.returncode == 1
    assert "［house-digest］" in done.stdout
    assert "studios/houses.yml:3:" in done.stdout
    assert "east：收下 3 个工作室" in done.stdout
    assert [each.id for each in registry_of(root).studios if each.id.startswith("west")] == []
