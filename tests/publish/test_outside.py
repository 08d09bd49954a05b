"""Every way in which a hand-written page could contact another host is found before publication."""

from pathlib import Path

import pytest

from laomo.publish import audit

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


@pytest.mark.parametrize("way", REACHING)
def test_a_way_to_another_host_is_found(tmp_path: Path, way: str) -> None:
    assert ("site/index.html", "outside-request") in found(tmp_path, REACHING[way])


@pytest.mark.parametrize("way", HARMLESS)
def test_what_only_names_another_host_may_stay(tmp_path: Path, way: str) -> None:
    assert found(tmp_path, HARMLESS[way]) == []


def test_a_stylesheet_that_fetches_from_elsewhere_is_found(tmp_path: Path) -> None:
    (tmp_path / "site/assets").mkdir(parents=True)
    (tmp_path / "site/assets/own.css").write_text(f"p {{ background: url( 'https:{HOST}' ) }}", encoding="utf-8")
    (problem,) = audit.audit(tmp_path / "site", tmp_path)
    assert (problem.path, problem.code) == ("site/assets/own.css", "outside-request")
    assert problem.facts["target"] == f"https:{HOST}"
