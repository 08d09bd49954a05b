"""Every address of the site, written out: they never change."""

import pytest

from laomo.registry import urls

ADDRESSES = {
    urls.QUALIFIED: "studios/qualified",
    urls.STATISTICS: "statistics/",
    urls.DATA: "data/",
    urls.ENGLISH: "en/",
    urls.FORM: "form/",
    urls.SEARCH: "search/",
    urls.page("studios/a/"): "studios/a/index.md",
    urls.studio("a"): "studios/a/",
    urls.sheet("a"): "studios/a/sheet/",
    urls.plate("a", "svg"): "studios/a/qr.svg",
    urls.card("a"): "studios/a/card/",
    urls.badge("a"): "studios/a/badge.svg",
    urls.share_card("a"): "studios/a/share.png",
    urls.feed("unions/a/"): "unions/a/feed.xml",
    urls.feed(""): "feed.xml",
    urls.studio_year("a", 2013): "studios/a/2013/",
    urls.achievement("a", "b"): "studios/a/b/",
    urls.reported_achievement("a", 2024, "b"): "studios/a/2024/#achievement-b",
    urls.listing("people"): "people/",
    urls.listing("people", 2): "people/page-2/",
    urls.union("a"): "unions/a/",
    urls.targets(2013): "targets/2013/",
    urls.standard("six"): "standards/six/",
    urls.standard_year("six", 2013): "standards/six/2013",
    urls.alliance("a"): "alliances/a/",
    urls.notice("2013-01"): "notices/2013-01/",
    urls.picture("a", "0123456789abcdef", 640): "pictures/a/0123456789ab-640.webp",
}


@pytest.mark.parametrize(("address", "expected"), ADDRESSES.items())
def test_addresses(address: str, expected: str) -> None:
    assert address == expected


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("studios/a/", "studios/b/", "../b/"),
        ("studios/a/", "studios/a/2013/", "2013/"),
        ("studios/a/2013/", "studios/a/", "../"),
        ("studios/a/", "studios/a/", "./"),
        ("studios/a/", "studios/a/#team", "#team"),
        ("studios/a/", "studios/b/#team", "../b/#team"),
        ("studios/a/2013/", "studios/a/#team", "../#team"),
        ("", "studios/a/", "studios/a/"),
        ("", "feed.xml", "feed.xml"),
        ("", "", "./"),
        ("", "#top", "#top"),
        ("studios/a/", "", "../../"),
        ("people/", "assets/a.css", "../assets/a.css"),
        ("people/", "people/page-2/", "page-2/"),
        ("people/page-2/", "people/", "../"),
        ("studios/a/", "studios/a", "../a"),
        ("studios/a/", "studios/abc/", "../abc/"),
        ("a/b/c/", "a/x/c/", "../../x/c/"),
    ],
)
def test_relative_links(source: str, target: str, expected: str) -> None:
    assert urls.relative(source, target) == expected
