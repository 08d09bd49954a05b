"""Every link of a page leads somewhere, and the audit of an unchanged page is the same without reading it."""

import json
import os
from pathlib import Path

import pytest

from laomo.problems.problem import Problem
from laomo.publish import audit
from laomo.system.files import linked_stamp

FILES = ("index.html", "a/index.html", "a/b/page.html", "picture.webp", "甲/index.html", "wide name.html")
PAGE = '<!DOCTYPE html><html><head><meta charset="utf-8"></head><body><h1 id="top">题</h1>{}</body></html>'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name in FILES:
        file = tmp_path / "site" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(PAGE.format("") if name.endswith(".html") else "", encoding="utf-8")
    return tmp_path / "site"


def audited(site: Path, root: str = "/") -> list[tuple[str, str, str]]:
    """Path, code and target of each problem."""
    found: list[Problem] = audit.audit(site, site.parent / "cache", root)
    return [(each.path.removeprefix("site/"), each.code, str(each.facts["target"])) for each in found]


def broken(site: Path, name: str, markup: str) -> list[str]:
    """The links of a page with this markup that lead nowhere."""
    (site / name).write_text(PAGE.format(markup), encoding="utf-8")
    found = audited(site)
    assert {(path, code) for path, code, _ in found} <= {(name, "broken-link")}
    return [target for _, _, target in found]


GOOD = [
    ("index.html", "a/"),
    ("index.html", "a"),
    ("index.html", "a/index.html"),
    ("index.html", "./a/b/page.html"),
    ("index.html", "."),
    ("index.html", ""),
    ("index.html", "#top"),
    ("index.html", "a/#top"),
    ("index.html", "a/?q=1#top"),
    ("index.html", "%E7%94%B2/"),
    ("index.html", "甲/#top"),
    ("index.html", "wide%20name.html"),
    ("wide name.html", "#top"),
    ("wide name.html", "?q#top"),
    ("index.html", "picture.webp"),
    ("index.html", "picture.webp#anything"),
    ("index.html", "https://example.org/none"),
    ("index.html", "mailto:a@example.org"),
    ("index.html", "tel:10086"),
    ("a/index.html", "../"),
    ("a/index.html", ".."),
    ("a/index.html", "../picture.webp"),
    ("a/index.html", "b/page.html"),
    ("a/b/page.html", "../../a/"),
    ("a/b/page.html", "../index.html#top"),
    ("a/b/page.html", "page.html#top"),
    ("a/b/page.html", "../../%E7%94%B2/"),
]
BAD = [
    ("index.html", "none"),
    ("index.html", "none/"),
    ("index.html", "#none"),
    ("index.html", "a/#none"),
    ("index.html", "a/b/"),
    ("index.html", "A/"),
    ("index.html", "picture.webp/"),
    ("index.html", "../index.html"),
    ("index.html", "/a/"),
    ("index.html", "#Top"),
    ("index.html", "javascript:alert(1)"),
    ("index.html", "http://example.org/"),
    ("index.html", "ftp://example.org/"),
    ("index.html", "data:text/html,x"),
    ("index.html", "//example.org/"),
    ("a/index.html", "a/"),
    ("a/index.html", "../b/page.html"),
    ("a/b/page.html", "../../none.html"),
    ("a/b/page.html", "../../../index.html"),
    ("a/b/page.html", "#none"),
]


@pytest.mark.parametrize(("name", "link"), GOOD)
def test_a_link_that_leads_somewhere_is_fine(site: Path, name: str, link: str) -> None:
    assert broken(site, name, f'<a href="{link}">x</a>') == []


@pytest.mark.parametrize(("name", "link"), BAD)
def test_a_link_that_leads_nowhere_is_named_as_it_stands(site: Path, name: str, link: str) -> None:
    assert broken(site, name, f'<a href="{link}">x</a>') == [link]


@pytest.mark.parametrize(
    "markup",
    [
        '<img src="{}">',
        '<script src="{}"></script>',
        '<iframe src="{}"></iframe>',
        '<video src="{}"></video>',
        '<link rel="stylesheet" href="{}">',
        '<link rel="icon" href="{}">',
        '<picture><source srcset="{}"></picture>',
        '<picture><source srcset="picture.webp 1x, {} 2x"></picture>',
        '<picture><source srcset="picture.webp, {},"></picture>',
    ],
)
def test_what_a_page_fetches_must_be_there(site: Path, markup: str) -> None:
    assert broken(site, "index.html", markup.format("picture.webp")) == []
    assert broken(site, "index.html", markup.format("none.webp")) == ["none.webp"]


@pytest.mark.parametrize("relation", ["canonical", "edit", "prev", "next", "alternate"])
def test_what_a_page_only_names_need_not_be_there(site: Path, relation: str) -> None:
    assert broken(site, "index.html", f'<link rel="{relation}" href="none.html">') == []


@pytest.mark.parametrize("scheme", ["https", "http"])
def test_what_is_fetched_from_elsewhere_is_said_once(site: Path, scheme: str) -> None:
    (site / "index.html").write_text(PAGE.format(f'<img src="{scheme}:b.example/x">'), "utf-8")
    assert audited(site) == [("index.html", "outside-request", f"{scheme}:b.example/x")]


def test_what_is_fetched_is_said_in_order(site: Path) -> None:
    names = [f"//{letter}.example/x" for letter in "gcafdbe"]
    (site / "index.html").write_text(PAGE.format("".join(f'<img src="{name}">' for name in names)), "utf-8")
    (site / "a.css").write_bytes(b"\xff" + "".join(f"url({name})" for name in names).encode())
    sent = [(file, "outside-request", name) for file in ("index.html", "a.css") for name in sorted(names)]
    assert audited(site) == sent


def test_a_page_is_read_as_utf_8_whatever_it_says(site: Path) -> None:
    page = '<meta charset="gbk"><a href="甲/#题">1</a><p id="本页"></p><a href="#本页">2</a>'
    (site / "index.html").write_text(page, "utf-8")
    (site / "甲/index.html").write_text('<p id="题">', "utf-8")
    assert audited(site) == []


def test_a_link_that_leaves_the_site_needs_no_home_page(site: Path) -> None:
    (site / "index.html").unlink()
    (site / "a/index.html").write_text(PAGE.format('<a href="https://example.org/">1</a>'), "utf-8")
    assert audited(site) == []


def test_problems_come_in_order_and_each_once(site: Path) -> None:
    (site / "a/index.html").write_text(PAGE.format('<a href="z">1</a><a href="y">2</a><a href="z">3</a>'), "utf-8")
    (site / "index.html").write_text(PAGE.format('<img src="//b.example/x"><a href="x">1</a>'), "utf-8")
    (site / "b.css").write_text("a{background:url(//c.example/y)} b{background:url(//b.example/y)}", "utf-8")
    (site / "a.css").write_text("a{background:url(//c.example/y)}", "utf-8")
    assert audited(site) == [
        ("a/index.html", "broken-link", "y"),
        ("a/index.html", "broken-link", "z"),
        ("index.html", "outside-request", "//b.example/x"),
        ("index.html", "broken-link", "x"),
        ("a.css", "outside-request", "//c.example/y"),
        ("b.css", "outside-request", "//b.example/y"),
        ("b.css", "outside-request", "//c.example/y"),
    ]


def test_the_page_of_lost_readers_links_from_the_sites_address(site: Path) -> None:
    (site / "404.html").write_text(PAGE.format('<a href="/show/a/">1</a><a href="/show/">2</a>'), "utf-8")
    assert audited(site, "/show/") == []
    (site / "404.html").write_text(
        PAGE.format('<a href="/a/">1</a><a href="/%E7%94%B2/">2</a><a href="/">3</a>'), "utf-8"
    )
    assert audit.audit(site, site.parent / "cache") == []
    (site / "404.html").write_text(PAGE.format('<a href="/show/none/">1</a><a href="/a/">2</a>'), "utf-8")
    assert audited(site, "/show/") == [
        ("404.html", "broken-link", "/a/"),
        ("404.html", "broken-link", "/show/none/"),
    ]


def test_an_unchanged_page_is_judged_by_what_has_changed_around_it(site: Path) -> None:
    (site / "index.html").write_text(PAGE.format('<a href="a/#top">1</a><a href="picture.webp">2</a>'), "utf-8")
    assert audited(site) == audited(site) == []
    (site / "picture.webp").unlink()
    assert audited(site) == [("index.html", "broken-link", "picture.webp")]
    (site / "picture.webp").touch()
    (site / "a/index.html").write_text("<!DOCTYPE html><p id=other>x", "utf-8")
    assert audited(site) == [("index.html", "broken-link", "a/#top")]
    (site / "a/index.html").unlink()
    assert audited(site) == [("index.html", "broken-link", "a/#top")]


def touched_by_nobody(page: Path, data: bytes) -> None:
    """Change bytes of a page, but neither its size nor its time."""
    times = page.stat()
    with page.open("r+b") as opened:
        opened.write(data.ljust(times.st_size))
    os.utime(page, ns=(times.st_atime_ns, times.st_mtime_ns))


def test_a_page_that_nobody_has_touched_is_not_read_again(site: Path) -> None:
    page, memory = site / "index.html", site.parent / "cache/audit.json"
    page.write_text(PAGE.format('<a href="none">1</a><img src="//b.example/x">'), "utf-8")
    before = audited(site)
    kept = memory.stat()
    touched_by_nobody(page, b'<a href="none">1</a>')
    assert audited(site) == before
    assert memory.stat() == kept, "what is the same is not written again"
    (site / "a/b/page.html").unlink()
    assert audited(site) == before
    assert memory.stat() != kept
    assert b"page.html" not in (audit.read_sealed(memory) or b"")


def test_a_file_whose_name_is_no_utf_8_is_remembered(site: Path) -> None:
    odd = site / os.fsdecode(b"odd\xff.html")
    odd.write_text(PAGE.format('<a href="nowhere/">x</a>'), encoding="utf-8")
    first = audited(site)
    assert [code for _, code, _ in first] == ["broken-link"]
    assert audited(site) == first


def test_a_memory_that_is_mostly_of_gone_pages_is_none(site: Path) -> None:
    page, many = site / "index.html", "".join(f'<p id="x{number}">' for number in range(30))
    (site / "a/index.html").write_text(PAGE.format(many), "utf-8")
    page.write_text(PAGE.format('<img src="//b.example/x"><a href="wide name.html#top">1</a>'), "utf-8")
    before = audited(site)
    (site / "a/index.html").unlink()
    audited(site)
    touched_by_nobody(page, b"nothing")
    assert (before, audited(site)) == ([("index.html", "outside-request", "//b.example/x")], [])


@pytest.mark.parametrize(
    ("words", "known"),
    [(["x"], False), (["x", "none"], True), (["x", "none", "", ""], True), (["x", "none", *"abc"], False)],
)
def test_a_memory_is_relied_on_if_it_knows_its_words(site: Path, words: list[str], known: bool) -> None:
    """As many as its pages use, and not more than twice as many."""
    for path in site.rglob("*.html"):
        path.unlink()
    page = site / "index.html"
    page.write_text(PAGE.format(""), "utf-8")
    line = json.dumps(["index.html", linked_stamp(page), [0], [1], []])
    audit.write_sealed(site.parent / "cache/audit.json", f"{json.dumps(words)}\n{line}".encode())
    assert audited(site) == []
    after = (audit.read_sealed(site.parent / "cache/audit.json") or b"").decode().partition("\n")[0]
    assert (json.loads(after) == words) == known


@pytest.mark.parametrize(
    "damage",
    [
        *(b"", b"[]", b"[\n[", b"[]\n1", b"1", b"[" * 99_999),
        *(
            b'["a"]\n["index.html", "x", [%b], [0], []]' % number
            for number in (b"1", b"9", b"-1", b"99999999999", b'"a"')
        ),
    ],
)
def test_a_damaged_memory_is_none(site: Path, damage: bytes) -> None:
    (site / "index.html").write_text(PAGE.format('<a href="none">1</a>'), "utf-8")
    before = audited(site)
    audit.write_sealed(site.parent / "cache/audit.json", damage)
    assert audited(site) == before == [("index.html", "broken-link", "none")]
