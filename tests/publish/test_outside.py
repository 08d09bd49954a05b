"""Every way in which a hand-written page could contact another host is found before publication."""

import re
from pathlib import Path

import pytest
from lxml import etree

from laomo.publish import audit, outside

HOST = "//evil.example/x"
REACHING = {
    "picture": f'<img src="https:{HOST}" alt="">',
    "picture by any scheme": f'<img src="ftp:{HOST}" alt="">',
    "picture without a scheme": f'<img src="{HOST}" alt="">',
    "picture with backslashes": r'<img src="\\evil.example\x" alt="">',
    "picture with one of each": r'<img src="/\evil.example/x" alt="">',
    "picture with a tab inside": '<img src="ht&#9;tps:/&#10;/evil.example/x" alt="">',
    "picture for some screens": f'<img src="here.png" srcset="here.png 1x, https:{HOST} 2x" alt="">',
    "source": f'<picture><source srcset="https:{HOST}"><img src="here.png" alt=""></picture>',
    "script": f'<script src="https:{HOST}"></script>',
    "module": f'<script type="module" src="{HOST}"></script>',
    "style sheet": f'<link rel="stylesheet" href="https:{HOST}">',
    "alternate style sheet": f'<link rel="alternate stylesheet" href="https:{HOST}">',
    "preload": f'<link rel="preload" as="image" href="https:{HOST}">',
    "preload for some screens": f'<link rel="preload" as="image" imagesrcset="https:{HOST} 2x">',
    "prefetch": f'<link rel="prefetch" href="https:{HOST}">',
    "name looked up": '<link rel="dns-prefetch" href="//evil.example">',
    "connection": f'<link rel="preconnect" href="https:{HOST}">',
    "icon": f'<link rel="icon" href="https:{HOST}">',
    "manifest": f'<link rel="manifest" href="https:{HOST}">',
    "refresh": f'<meta http-equiv="refresh" content="0; url=https:{HOST}">',
    "refresh without the word": f'<meta http-equiv="Refresh" content="5;{HOST}">',
    "frame": f'<iframe src="https:{HOST}"></iframe>',
    "frame with a page inside": '<iframe srcdoc="&lt;img src=https://evil.example/x&gt;"></iframe>',
    "object": f'<object data="https:{HOST}"></object>',
    "object's code": f'<object codebase="https:{HOST}" data="here"></object>',
    "embedded": f'<embed src="https:{HOST}">',
    "applet": f'<applet archive="https:{HOST}"></applet>',
    "video": f'<video src="https:{HOST}"></video>',
    "poster": f'<video poster="https:{HOST}"></video>',
    "sound": f'<audio src="https:{HOST}"></audio>',
    "track": f'<video><track src="https:{HOST}"></video>',
    "form": f'<form action="https:{HOST}"><button>x</button></form>',
    "button": f'<form><button formaction="https:{HOST}">x</button></form>',
    "picture as a button": f'<input type="image" src="https:{HOST}" alt="x">',
    "ping": f'<a href="#x" ping="https:{HOST}">x</a>',
    "attribution": f'<a href="#x" attributionsrc="https:{HOST}">x</a>',
    "base": f'<base href="https:{HOST}">',
    "background": f'<body background="https:{HOST}">',
    "background of a cell": f'<table background="https:{HOST}"></table>',
    "drawing's picture": f'<svg><image href="https:{HOST}"/></svg>',
    "drawing's picture, the old way": f'<svg><image xlink:href="https:{HOST}"/></svg>',
    "drawing's use": f'<svg><use href="https:{HOST}#x"/></svg>',
    "drawing's filter": f'<svg><filter><feImage href="https:{HOST}"/></filter></svg>',
    "drawing's fill": f'<svg><rect fill="url(https:{HOST})"/></svg>',
    "drawing's animation": f'<svg><a><animate attributeName="href" values="https:{HOST}"/></a></svg>',
    "style": f'<p style="background: url(https:{HOST})">x</p>',
    "style in quotes": f"<p style=\"background: url('{HOST}')\">x</p>",
    "style, escaped": r'<p style="background: u\72l(https:\2f\2f evil.example/x)">x</p>',
    "style behind a comment": f'<p style="background: url(/**/https:{HOST})">x</p>',
    "styles": f"<style>p {{ background: url(https:{HOST}) }}</style>",
    "imported styles": f'<style>@import "https:{HOST}";</style>',
    "font": f"<style>@font-face {{ font-family: x; src: url({HOST}) }}</style>",
    "set of pictures": f'<style>p {{ background: image-set("https:{HOST}" 1x) }}</style>',
    "attribute that nobody knows yet": f'<p future-src="https:{HOST}">x</p>',
}
HARMLESS = {
    "link": f'<a href="https:{HOST}">x</a>',
    "area": f'<map><area href="https:{HOST}" alt="x"></map>',
    "canonical address": f'<link rel="canonical" href="https:{HOST}">',
    "feed": f'<link rel="alternate" type="application/atom+xml" href="https:{HOST}">',
    "picture of a shared link": f'<meta property="og:image" content="https:{HOST}">',
    "words": f'<p title="https:{HOST}" data-note="{HOST}">https:{HOST}</p>',
    "where a quotation comes from": f'<blockquote cite="https:{HOST}">x</blockquote>',
    "name of a language": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0"/></svg>',
    "drawing inside styles": """<style>p { background: url("data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>") }</style>""",
    "search field": f'<input value="https:{HOST}" placeholder="https:{HOST}">',
}


def found(folder: Path, part: str) -> list[tuple[str, str]]:
    (folder / "site").mkdir()
    (folder / "site/here.png").write_bytes(b"")
    (folder / "site/index.html").write_text(f'<!doctype html><p id="x">x</p>{part}', encoding="utf-8")
    return [(each.path, each.code) for each in audit.audit(folder / "site", folder)]


def requested(markup: str) -> set[str]:
    data = markup.encode()
    return outside.requests(etree.fromstring(data, parser=etree.HTMLParser(encoding="utf-8")), data)


@pytest.mark.parametrize("way", REACHING)
def test_a_way_to_another_host_is_found(tmp_path: Path, way: str) -> None:
    assert found(tmp_path, REACHING[way])[0] == ("site/index.html", "outside-request")
    [target] = requested(REACHING[way])
    assert re.fullmatch(r"((https|ftp):)?//evil\.example(/x(#x)?)?", target)


@pytest.mark.parametrize("way", HARMLESS)
def test_what_only_names_another_host_may_stay(tmp_path: Path, way: str) -> None:
    assert found(tmp_path, HARMLESS[way]) == []


def test_a_stylesheet_that_fetches_from_elsewhere_is_found(tmp_path: Path) -> None:
    (tmp_path / "site/assets").mkdir(parents=True)
    (tmp_path / "site/assets/own.css").write_text(f"p {{ background: url( 'https:{HOST}' ) }}", encoding="utf-8")
    (problem,) = audit.audit(tmp_path / "site", tmp_path)
    assert (problem.path, problem.code) == ("site/assets/own.css", "outside-request")
    assert problem.facts["target"] == f"https:{HOST}"


TEXTS = (
    *("alt", "aria-description", "aria-label", "cite", "class", "content", "data-x", "datetime", "id", "itemid"),
    *(
        "itemtype",
        "label",
        "name",
        "pattern",
        "placeholder",
        "prefix",
        "property",
        "summary",
        "title",
        "value",
        "xmlns",
    ),
    *("xmlns:xlink", "TITLE"),
)


@pytest.mark.parametrize("name", TEXTS)
def test_an_attribute_that_is_text_is_not_fetched(name: str) -> None:
    assert requested(f'<p {name}="{HOST} https:{HOST}" other="//b.example/y">x</p>') == {"//b.example/y"}


@pytest.mark.parametrize("name", ["href", "src", "alto", "names", "dat", "unknown", "UNKNOWN"])
def test_any_other_attribute_may_be_fetched(name: str) -> None:
    assert requested(f'<p {name}="{HOST}">x</p>') == {HOST}


@pytest.mark.parametrize(
    ("markup", "fetched"),
    [
        *((f'<link rel="{name}" href="{HOST}">', False) for name in ("canonical", "edit", "prev", "next", "alternate")),
        *((f'<link rel="{name}" href="{HOST}">', False) for name in ("license", "author", "me", "NEXT", "next me", "")),
        (f'<link href="{HOST}">', False),
        (f'<link rel="canonical" imagesrcset="{HOST}">', True),
        (f'<link rel="next stylesheet" href="{HOST}">', True),
        (f'<link rel="unknown" href="{HOST}">', True),
        (f'<a href="{HOST}">', False),
        (f'<area href="{HOST}">', False),
        (f'<A HREF="{HOST}">', False),
        (f'<a src="{HOST}">', True),
        (f'<img href="{HOST}">', True),
        (f'<base href="{HOST}">', True),
    ],
)
def test_a_link_that_only_names_a_page_is_not_fetched(markup: str, fetched: bool) -> None:
    assert requested(markup) == ({HOST} if fetched else set())


@pytest.mark.parametrize(
    "src",
    [
        *("//a.example/x", r"\\\\a.example/x", r"/\\a.example/x", r"\\/a.example/x"),
        *("/&Tab;/a.example/x", "/&NewLine;/a.example/x", "&bsol;/a.example/x"),
        *(f"/&#{zeros}{code};/a.example/x" for zeros in ("", "0", "00") for code in (9, 10, 13)),
        *(f"/&#{x}{code};/a.example/x" for x in ("x", "x0", "x00", "X") for code in ("9", "a", "A", "d")),
        *("&#92;/a.example/x", "&#092;/a.example/x", "&#x5c;/a.example/x", "&#x05C;/a.example/x"),
        *("/&#9/a.example/x", "/\t/a.example/x", "/\n/a.example/x", "/\r/a.example/x", "/\t\n\r/a.example/x"),
        *("//a.\x01example/x", "//a.exa\x1fmple/x", "//a.example/\x7fx"),
    ],
)
def test_an_address_is_found_however_its_slashes_are_written(src: str) -> None:
    src = src.replace("\\\\", "\\")
    assert requested(f'<img alt="x" src="{src}">') == {"//a.example/x"}


@pytest.mark.parametrize(
    ("src", "found"),
    [
        *(
            (f"{scheme}:e.example/x", f"{scheme}:e.example/x")
            for scheme in ("http", "https", "HTTPS", "ws", "wss", "ftp")
        ),
        ("https:/e.example", "https:/e.example"),
        (r"https:\e.example", "https:/e.example"),
        *((each, "") for each in ("mailto:a@e.example", "/a:b", "x.html?http", "data:text/plain,x", "shttp:e.example")),
        *((each, "") for each in ("data://e.example", "DATA://e.example", "about://e.example")),
    ],
)
def test_an_address_needs_no_slashes_behind_a_scheme_of_the_web(src: str, found: str) -> None:
    assert requested(f'<img alt="x" src="{src}">') == ({found} if found else set())


@pytest.mark.parametrize("before", [*" ,;=(>", "\xa0"])
@pytest.mark.parametrize("scheme", ["", "a1+.-z:", "HTTPS:"])
@pytest.mark.parametrize("after", [*" ),;>", "'", "\u3000"])
def test_addresses_are_cut_out_of_a_value(before: str, scheme: str, after: str) -> None:
    value = f"here{before}{scheme}//e.example/x?y=1:2{after}there"
    assert requested(f'<img alt="" future="{value}">') == {f"{scheme}//e.example/x?y=1:2"}


def test_an_address_begins_at_the_start_or_behind_a_sign() -> None:
    assert requested('<p future="a//e.example b/c//d 1http://x é//e">') == set()
    assert requested("<p future='\"//e.example\"x'>") == {"//e.example"}
    assert requested('<p future="//a //b,//c;//d">') == {"//a", "//b", "//c", "//d"}
    assert requested('<a href="#x" ping="here\n//e.example\r#y">') == {"//e.example"}


@pytest.mark.parametrize(
    ("content", "refreshes"),
    [
        *(
            (each, True)
            for each in (f"0;{HOST}", f"5 ; url={HOST}", f" 1.5,{HOST}", f".5;url='{HOST}'", f"٣;0;{HOST}"[2:])
        ),
        *((each, False) for each in (HOST, f"x0;{HOST}", f";{HOST}", f"5 {HOST}", f"٣;{HOST}")),
    ],
)
def test_a_refresh_leads_to_its_address(content: str, refreshes: bool) -> None:
    assert requested(f'<meta http-equiv="Refresh" content="{content}">') == ({HOST} if refreshes else set())
    assert requested(f'<meta name="refresh" content="{content}">') == set()


@pytest.mark.parametrize("name", ["body", "html", "BODY"])
def test_what_a_second_body_adds_is_found(name: str) -> None:
    assert requested(f'<{name} class="a"><{name} id="b" background="{HOST}" lang="zh"><p>x') == {HOST}
    assert requested(f'<{name}><{name} class="{HOST}" id="b"><p>x') == set()


@pytest.mark.parametrize(
    "markup", ['<p style="{}">', '<p STYLE = "{}">', "<style>p {{ {} }}</style>", "<style type=a>p{{{}}}</style>"]
)
def test_styles_are_read_wherever_they_stand(markup: str) -> None:
    assert requested(markup.format(r"background: u\72l(\2f/e.example)")) == {"//e.example"}


@pytest.mark.parametrize(
    ("css", "found"),
    [
        ("a{}", []),
        ("url(//e.example/x)", ["//e.example/x"]),
        ("@import 'https://e.example/x';", ["https://e.example/x"]),
        ("url(//b.example) url(//a.example)", ["//b.example", "//a.example"]),
        ("/* //e.example */ url(here)", []),
        ("/* a */ url(//e.example) /* b */", ["//e.example"]),
        ("/* //e.example", []),
        ("/*\n//e.example\n*/url(//f.example)", ["//f.example"]),
        (r"\2f\2F e.example", ["//e.example"]),
        (r"\2f \2f e.example", ["//e.example"]),
        (r"\/\/e.example", ["//e.example"]),
        (r"//e\9 x.example", ["//ex.example"]),
        (r"//\65\41\6a.example", ["//eAj.example"]),
        (r"/\00002ffa.example", ["//fa.example"]),
        (r"/\00002f1.example", ["//1.example"]),
        (r"//e\0 x.example", ["//e\ufffdx.example"]),
        (r"//e\110000 x.example", ["//e\ufffdx.example"]),
        (r"//e\10ffff x.example", ["//e\U0010ffffx.example"]),
        (r"//e\1 x.example", ["//ex.example"]),
        ("\\\n//e.example", ["//e.example"]),
        *(
            (f"url({space}{quote}data:,//e.example{quote}{space})", [])
            for quote in ("", "'", '"')
            for space in ("", " ")
        ),
        ("URL(DATA:,//e.example)", []),
        ("url('data:,\"//e.example')", []),
        ('url("data:,\'//e.example")', []),
        ("url('data:,x') url(//e.example)", ["//e.example"]),
        ('url("data:,x") url(//e.example) url("x")', ["//e.example"]),
        ("url(data:,x) url(//e.example) url(data:,y)", ["//e.example"]),
        ("url(data:x //e.example)", ["//e.example"]),
    ],
)
def test_styles_are_read_in_any_spelling(css: str, found: list[str]) -> None:
    assert outside.of_styles(css) == found
