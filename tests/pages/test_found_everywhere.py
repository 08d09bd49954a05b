"""Each kind of record that has a page is found wherever readers look: in the search, the open data, the feeds and the sitemap."""

import json
from dataclasses import dataclass
from pathlib import Path

import pytest

from laomo.records import layout
from laomo.registry import urls
from tests.conftest import some

ADDRESS = "https://showcase.example.org/"


@dataclass(frozen=True)
class Places:
    """Where the pages of one kind of record are found; an empty name says that there is no such place."""

    pages: str
    """The addresses of its pages, as a pattern below the site."""
    data: str
    """The collection of the open data with a row for each."""
    feed: str
    """The feed that has an entry for each of them."""


KINDS = {
    "studio": Places("studios/*/badge.svg", "studios", ""),
    "decision": Places("decisions/2*/index.html", "decisions", "decisions/feed.xml"),
    "notice": Places("notices/2*/index.html", "notices", "notices/feed.xml"),
    "event": Places("events/2*/index.html", "events", "events/feed.xml"),
    "alliances": Places("alliances/*/index.html", "alliances", ""),
    "unions": Places("unions/*/index.html", "unions", ""),
    "standard": Places("standards/*/index.html", "", ""),
    "target": Places("targets/2*/index.html", "", ""),
}
"""Studios, unions, alliances, standards and tables of targets have no day on which they are news."""
WITHOUT_PAGE = {"year", "inspection", "site", "vocabulary", "houses", "above", "upward", "house", "home", "owners"}
"""Kinds of records whose content stands on pages of others, or nowhere."""


@pytest.fixture(scope="module")
def searched(city_site: Path) -> str:
    """All that the index of the search says."""
    return "".join(file.read_text("utf-8") for file in some(sorted((city_site / "search").glob("*.js"))))


def ids(addresses: set[str]) -> set[str]:
    """The last folder of each: the index names studios and unions by their ids."""
    return {each.split("/")[-2] for each in addresses}


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_of_a_record_is_found_everywhere(kind: str, city_site: Path, searched: str) -> None:
    places = KINDS[kind]
    addresses = {f"{page.parent.relative_to(city_site)}/" for page in some(list(city_site.glob(places.pages)))}
    sitemap = (city_site / "sitemap.xml").read_text("utf-8")
    assert {each for each in addresses if f"<loc>{ADDRESS}{each}</loc>" not in sitemap} == set()
    names = {kind: addresses, "studio": ids(addresses), "unions": ids(addresses)}[kind]
    assert {each for each in some(names) if f'"{each}"' not in searched} == set()
    if places.data:
        data = json.loads((city_site / f"data/{places.data}.json").read_text("utf-8"))
        assert addresses <= {row["page"].removeprefix(ADDRESS) for row in data[places.data]}
    if places.feed:
        feed = (city_site / places.feed).read_text("utf-8")
        assert {each for each in addresses if f'href="{ADDRESS}{each}"' not in feed} == set()


def test_no_kind_of_record_is_forgotten() -> None:
    assert KINDS.keys() | WITHOUT_PAGE == layout.KINDS.keys()


@pytest.mark.parametrize("page", ["decisions/", "notices/", f"{urls.EVENTS}/"])
def test_the_page_names_its_feed(page: str, city_site: Path) -> None:
    html = (city_site / page / "index.html").read_text("utf-8")
    assert f'href="{page}feed.xml"' in html.replace('href="feed.xml"', f'href="{page}feed.xml"')
