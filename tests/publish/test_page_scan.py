"""Pages that are searched instead of parsed: the same ids and links, or no answer."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some_of

from laomo.publish import audit, page_scan
from tests.conftest import some
from tests.publish.test_outside import HARMLESS, REACHING

PAGE = '<!doctype html><html><head><meta charset="utf-8"></head><body><h1 id="top">题</h1>{}</body></html>'
SAME: dict[str, tuple[set[str], set[str]]] = {
    '<p id="a" class="b">x</p>': ({"a"}, set()),
    '<a class="b" href="../x/&#45;&amp;y&#47;#z">x</a>': (set(), {"../x/-&y/#z"}),
    '<a HREF="甲/" ID="乙">x</a>': ({"乙"}, {"甲/"}),
    '<picture><source srcset="a.avif 1x, b.avif 2x"><img src="c.webp" alt=""></picture>': (
        set(),
        {"a.avif", "b.avif", "c.webp"},
    ),
    '<p id="" style="--w: 12%"></p><a href="">x</a>': (set(), set()),
    '<p data-id="a" data-href="b" hreflang="c">href = id</p>': (set(), set()),
    "<textarea readonly>&lt;a href=&quot;https://x.example/&quot; id=&quot;a&quot;&gt;</textarea>": (set(), set()),
    '<a href="https://x.example/">x</a> https://y.example/ <p title="//z">x</p>': (set(), {"https://x.example/"}),
    '<script src="a.js" defer></script><script>x = "//y"</script>': (set(), {"a.js"}),
    f'<p title="{"//" * 1000}">x</p>': (set(), set()),
}
"""Markup → ids and links."""
UNKNOWN = [
    "<p id='a'>x</p>",
    "<p id=a>x</p>",
    '<p id = "a">x</p>',
    '<p\nid="a">x</p>',
    '<p/id="a">x</p>',
    '<p title="x"id="a">x</p>',
    "<p title=' id=\"a\"'>x</p>",
    '<p>it says id="a"</p>',
    '< id="a">',
    '<1 id="a">',
    '</p id="a">',
    '<? id="a">',
    '<p> id="a"</p>',
    '<p title="x > y" id="a">x</p>',
    '<a href="a&copy=b">x</a>',
    '<a href="a&Tab;b">x</a>',
    '<a href="&#xff;">x</a>',
    "<!-- x -->",
    "<![CDATA[ x ]]>",
    '<style>a { color: red }</style><p id="a">x</p>',
    '<p style="background: url(x)">x</p>',
    '<p style="color: \\72 ed">x</p>',
    '<textarea><a href="x">x</a></textarea>',
    '<textarea>x <a id="x">x</textarea>',
    "<textarea>x",
    *(f'<{tag}><a id="x" href="y">x</a></{tag}>' for tag in ("noscript", "template", "xmp", "iframe", "noembed")),
    '<noframes><a id="x" href="y">x</a></noframes>',
    '<plaintext><a id="x" href="y">',
    '<base href="a/"><a href="b">x</a>',
    '<meta http-equiv="refresh" content="1">',
    "<body>",
    '<a href="x\0">x</a>',
    f'<p title="{"/" * 5000}">x</p>',
    '<a href="x',
]
"""What is parsed, because a search could be mistaken or is not needed often."""
PIECES = [
    *(
        "<p",
        "<a",
        "</p>",
        ">",
        "/>",
        " ",
        "\n",
        "x",
        "甲",
        '"',
        "'",
        "=",
        "/",
        "//",
        "\\",
        "&#45;",
        "&amp;",
        "&lt;",
        "&",
        "<",
        "\0",
    ),
    *(
        ' id="a"',
        ' id="b"',
        ' href="c"',
        ' href="https://x"',
        ' src="d"',
        ' srcset="e 1x, f 2x"',
        ' style="g"',
        ' title="h"',
    ),
    *("id", "href", "src", "<!--", "-->", "<script>", "</script>", "<textarea>", "</textarea>", "<title>", "</title>"),
    *("<svg>", "</svg>", "<img", ' xlink:href="i"', ' content="//j"', ' ping="//k"', "ID=l", "https:"),
]


def parsed(markup: str) -> tuple[set[str], set[str], set[str]]:
    return audit._read(PAGE.format(markup).encode())


def scanned(markup: str) -> tuple[set[str], set[str]] | None:
    return page_scan.scan(PAGE.format(markup).encode())


@pytest.mark.parametrize("markup", SAME)
def test_a_plain_page_is_known_without_parsing(markup: str) -> None:
    ids, links = SAME[markup]
    assert scanned(markup) == ({*ids, "top"}, links)
    assert parsed(markup)[0] == {*ids, "top"}
    assert parsed(markup)[1:] == (links, set())


@pytest.mark.parametrize("markup", UNKNOWN)
def test_any_other_page_is_parsed(markup: str) -> None:
    assert scanned(markup) is None


@pytest.mark.parametrize("way", REACHING)
def test_a_page_that_reaches_another_host_is_parsed(way: str) -> None:
    assert scanned(REACHING[way]) is None


def test_most_addresses_that_are_only_named_need_no_parsing() -> None:
    named = [way for way, markup in HARMLESS.items() if scanned(markup)]
    assert {*HARMLESS} - {*named} == {"drawing inside styles"}


@given(some_of.lists(some_of.sampled_from(PIECES), max_size=24).map("".join))
def test_whatever_the_markup_nothing_is_missed(markup: str) -> None:
    found = scanned(markup)
    if found is not None:
        ids, links, requests = parsed(markup)
        assert (found[0], requests) == (ids, set())
        assert links <= found[1]


def test_pages_of_a_built_site_need_no_parsing(city_site: Path) -> None:
    unknown = 0
    for file in some(sorted(city_site.rglob("*.html"))[::8]):
        page = file.read_bytes()
        found = page_scan.scan(page)
        if found is None:
            unknown += 1
            continue
        ids, links, requests = audit._read(page)
        assert (found[0], requests) == (ids, set())
        assert links <= found[1]
    assert unknown <= 3
