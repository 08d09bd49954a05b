"""A page of the offline edition byte for byte: which links name a file, and which stay as they are."""

from pathlib import Path

import pytest

from laomo.pages import theme
from laomo.publish import offline
from laomo.system.files import write_new
from tests.conftest import tree

PAGE = "<!doctype html>\n<head><title>题</title></head>\n{}\n<title>not this one</title>"
TAGS = [
    ('<a href="studios/">', '<a href="studios/index.html">'),
    ('<a href="studios">', '<a href="studios/index.html">'),
    ('<a href="studios/?q=1#x">', '<a href="studios/index.html?q=1#x">'),
    ('<a href="studios#x">', '<a href="studios/index.html#x">'),
    ('<a href="studios?a=/b/">', '<a href="studios/index.html?a=/b/">'),
    ('<a href=".">', '<a href="./index.html">'),
    ('<a href="..">', '<a href="../index.html">'),
    ('<a href="../">', '<a href="../index.html">'),
    ('<a href="nowhere/">', '<a href="nowhere/index.html">'),
    ('<a href="%E7%94%B2">', '<a href="%E7%94%B2/index.html">'),
    ("<a href='studios/'>", '<a href="studios/index.html">'),
    ("<a href=studios/>", '<a href="studios/index.html">'),
    ('<a class="x" href = "studios/" id=y>', '<a class="x" href = "studios/index.html" id=y>'),
    ('<a\nhref="studios/">', '<a\nhref="studios/index.html">'),
    ('<a HREF="studios/">', '<a HREF="studios/index.html">'),
    ('<a title="a > b" href="studios/">', '<a title="a > b" href="studios/index.html">'),
    ("<a title='a > b' href='studios/'>", "<a title='a > b' href=\"studios/index.html\">"),
    ('<a href="studios/?a=1&amp;b=&quot;2">', '<a href="studios/index.html?a=1&amp;b=&quot;2">'),
    ('<a href="studios/?a&b">', '<a href="studios/index.html?a&amp;b">'),
    ('<area href="studios/">', '<area href="studios/index.html">'),
    ('<iframe src="studios/">', '<iframe src="studios/index.html">'),
    ('<a href="studios/"><a href="studios/">', '<a href="studios/index.html"><a href="studios/index.html">'),
    *(
        (each, each)
        for each in (
            *('<a href="">', '<a href="#x">', '<a href="?q=/">', '<a href="page.html">', '<a href="nowhere">'),
            *('<a href="/studios/">', '<a href="https://e.example/studios/">', '<a href="mailto:a/">'),
            *('<a href="//e.example/">', '<a data-href="studios/">', '<a hrefs="studios/">', '<a title="studios/">'),
            *('<b href="studios/">', '<abbr href="studios/">', '<a-b href="studios/">', '<link href="studios/">'),
            *('<img src="studios/">', '<A href="studios/">', 'text href="studios/"', "<a title='href=\"studios/'>"),
            *('<a href="page.html?a&b">', "<a href='page.html'>", "<a href=page.html>"),
        )
    ),
]


@pytest.mark.parametrize(("before", "after"), TAGS)
def test_a_link_to_a_folder_names_its_file(tmp_path: Path, before: str, after: str) -> None:
    for folder in ("studios", "甲"):
        (tmp_path / "site" / folder).mkdir(parents=True)
    (tmp_path / "site/index.html").write_text(PAGE.format(before), "utf-8")
    offline.adapt(tmp_path / "site")
    kiosk = '<script src="assets/javascripts/kiosk.js"></script>\n<title>'
    assert (tmp_path / "site/index.html").read_text("utf-8") == PAGE.replace("<title>", kiosk, 1).format(after)


def test_each_page_climbs_to_the_kiosk_and_the_form_is_left_in_peace(tmp_path: Path) -> None:
    for name in ("index.html", "a/index.html", "a/b/c.html", "form/index.html", "form/more.html", "a/form/index.html"):
        write_new(tmp_path / "site" / name, b"<title>")
    offline.adapt(tmp_path / "site")
    made = tree(tmp_path / "site")
    kiosk = '<script src="{}assets/javascripts/kiosk.js"></script>\n<title>'
    assert {name: made[name].decode() for name in made if name.startswith(("a/", "form/", "index"))} == {
        "index.html": kiosk.format(""),
        "a/index.html": kiosk.format("../"),
        "a/b/c.html": kiosk.format("../../"),
        "a/form/index.html": kiosk.format("../../"),
        "form/more.html": kiosk.format("../"),
        "form/index.html": "<title>",
    }


def test_what_only_a_server_needs_goes_and_what_only_a_kiosk_needs_comes(tmp_path: Path) -> None:
    site = tmp_path / "site"
    gone = {"404.html", "robots.txt", "sitemap.xml", "sitemap-1.xml", "sitemap.xml.gz"}
    stays = {"a/404.html", "a/robots.txt", "a/sitemap.xml", "feed.xml", "sitemap.txt", "b.xml.gz"}
    for name in gone | stays:
        write_new(site / name, b"")
    linked = tmp_path / "linked"
    linked.hardlink_to(site / "a/404.html")
    offline.adapt(site, {"form.html": b"form", "打开方法.txt": b"ours"})
    laid = tree(theme.folder() / "offline")
    assert {*laid} == {"assets/javascripts/kiosk.js", "assets/stylesheets/kiosk.css", "展厅大屏.html", "打开方法.txt"}
    assert tree(site) == {**dict.fromkeys(stays, b""), **laid, "form.html": b"form", "打开方法.txt": b"ours"}
    assert linked.read_bytes() == b""
