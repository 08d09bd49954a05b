"""The collection of hostile texts in every field of every record: on no page, in no file, does one become more than text."""

import csv
import html
import io
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import lxml.html
from lxml import etree
from playwright.sync_api import Browser, BrowserContext, Page

from tests.security.hostile import POKE, TRACES, Hostile, bare
from tests.security.payloads import PAYLOADS
from tests.security.table import Score

NOWHERE = {
    *("UnionRecord.other_names", "StudioRecord.moved_to", "YearRecord.report.inspection"),
    *(f"InspectionRecord.{name}" for name in ("title", "bodies", "studios.finding", "studios.advice")),
}
"""Fields that the site does not show: for matching, for studios that moved away, and internal."""
FORMULA = re.compile(r"[=+\-@\t\r＝＋－＠]")


EACH_IN_A_FRAME = """async ([urls, traces]) => {
  const found = []
  for (const url of urls) {
    const frame = document.createElement("iframe")
    frame.src = url
    const loaded = new Promise((done) => frame.addEventListener("load", done))
    document.body.append(frame)
    await loaded
    found.push(frame.contentWindow.eval(`(${traces})()`))
    frame.remove()
  }
  return found
}"""
"""Each page in a frame of one page: a third of the time that going to each takes."""


def watched(context: BrowserContext, address: str) -> tuple[Page, list[str]]:
    """A page, and a list of whatever it runs or fetches that it should not."""
    page, heard = context.new_page(), []
    page.on("console", lambda message: heard.append(f"ran: {message.text}") if "FIRED" in message.text else None)
    page.on("dialog", lambda dialog: (heard.append(f"dialog: {dialog.message}"), dialog.dismiss()))
    page.on(
        "request",
        lambda request: (
            None if request.url.startswith((address, "data:image/")) else heard.append(f"asked: {request.url[:100]}")
        ),
    )
    return page, heard


def test_no_text_becomes_more_than_text_on_any_page(
    hostile: Hostile, browser: Browser, serve: Callable[[Path], str], tmp_path: Path, score: Score
) -> None:
    """Passes with the policy for scripts set aside: the text itself is inert."""
    address = serve(bare(hostile.folder, tmp_path / "pages"))  # with all their scripts they come below
    context = browser.new_context(base_url=address, bypass_csp=True, viewport={"width": 64, "height": 64})
    page, heard = watched(context, address)
    page.goto("404.html")
    found = {}
    for first in range(0, len(hostile.pages), 40):
        urls = hostile.pages[first : first + 40]
        traces = page.evaluate(EACH_IN_A_FRAME, [[f"/{url}" for url in urls], TRACES])
        found |= {url: each for url, each in zip(urls, traces, strict=True) if each}
        if heard:
            found[" ".join(urls)] = [*heard]
        heard.clear()
    context.close()
    score(
        "texts x fields, on every page in Chromium", len(PAYLOADS) * len(hostile.fields), sum(map(len, found.values()))
    )
    assert found == {}


def test_scripts_of_the_site_handle_hostile_records_as_text(
    hostile: Hostile, browser: Browser, serve: Callable[[Path], str], score: Score
) -> None:
    """Search, suggestions, filters and views, with everything loaded."""
    address = serve(hostile.folder)
    context = browser.new_context(base_url=address, bypass_csp=True)
    page, heard = watched(context, address)
    found = []
    questions = [
        "FORGED",
        "script",
        "平常",
        "<img src=x onerror=console.log('FIRED')>",
        "\"><script>console.log('FIRED')</script>",
    ]
    for question in questions:
        page.goto("search/")
        field = page.locator("input[type=search]").last
        field.fill(question)
        field.press("Enter")
        page.wait_for_load_state("networkidle")
        found += page.evaluate(TRACES)
    for url in ("studios/", "studios/?view=table", "achievements/", "people/", "statistics/", "studios/a3/", "data/"):
        page.goto(url)
        page.wait_for_load_state("networkidle")
        page.evaluate(POKE)
        found += page.evaluate(TRACES)
    score("texts in search, filters and views in Chromium", len(questions) + 7, len(found) + len(heard))
    assert (found, heard) == ([], [])
    context.close()


def test_the_build_finds_no_fault_with_its_pages(hostile: Hostile) -> None:
    assert hostile.problems == ()


def test_every_field_was_there(hostile: Hostile) -> None:
    """The collection did reach the site: what is not shown is known."""
    site = "".join(
        path.read_text(encoding="utf-8") for path in hostile.files(".html", ".json", ".js", ".xml", ".csv", ".svg")
    )
    assert {name for name, number in hostile.fields.items() if number not in site} == NOWHERE


def test_pages_of_hostile_studios_are_built_like_the_harmless_one(hostile: Hostile, score: Score) -> None:
    """The same elements in the same order, whatever the text: nothing was added, nothing cut off."""
    found = []
    for page in (page for page in hostile.pages if re.fullmatch(r"notices/2013-100/.*", page)):
        wanted = _shape(hostile.folder / page)
        for number in range(101, 117):
            other = page.replace("2013-100", f"2013-{number}")
            if _shape(hostile.folder / other) != wanted:
                found.append(other)
    score("shape of pages", 16, len(found))
    assert found == []


_KEPT = [("class", "kept")]


def _shape(file: Path) -> list[str]:
    """The elements of the frame: paragraphs, and places where a line may or may not break, are as many as the text has."""
    elements = lxml.html.fromstring(file.read_bytes().decode()).iter(etree.Element)
    return [str(each.tag) for each in elements if each.tag not in ("p", "path", "wbr") and each.items() != _KEPT]


def test_files_for_programs_hold_text_and_nothing_else(hostile: Hostile, score: Score) -> None:
    """Feeds, drawings, linked data, open data and search shards: well-formed, and nothing but text came in."""
    readers = {
        ".xml": _in_xml,
        ".svg": _in_xml,
        ".json": _in_json,
        ".csv": _in_csv,
        ".js": _in_shard,
        ".html": _in_html,
    }
    shards = hostile.folder / "search"  # the scripts below assets/ are made of the theme alone
    files = [file for file in hostile.files(*readers) if file.suffix != ".js" or file.parent == shards]
    found = [(file.name, each) for file in files for each in readers[file.suffix](file.read_text(encoding="utf-8"))]
    score("feeds, drawings, data, search shards", len(files), len(found))
    assert found == []


def _in_xml(text: str) -> Iterator[str]:
    for element in etree.fromstring(text.encode(), parser=etree.XMLParser(resolve_entities=False)).iter(etree.Element):
        if etree.QName(element).localname in ("script", "foreignObject", "image", "use"):
            yield str(element.tag)
        for name, value in element.attrib.items():
            if etree.QName(name).localname.startswith("on") or (name.endswith("href") and "evil" in value):
                yield f"{name}={value}"


def _in_json(text: str) -> Iterator[str]:
    json.loads(text)
    yield from ()


def _in_csv(text: str) -> Iterator[str]:
    rows = list(csv.reader(io.StringIO(text.lstrip("\ufeff"))))
    yield from (cell[:40] for row in rows for cell in row if FORMULA.match(cell))
    yield from (f"a row of {len(row)}" for row in rows if len(row) != len(rows[0]))


def _in_shard(text: str) -> Iterator[str]:
    called = re.fullmatch(r'laomoSearch\("[a-z0-9-]+", ?(.*)\);?\s*', text, re.DOTALL)
    if called is None:
        yield text[:80]
    else:
        json.loads(called[1])


def _in_html(text: str) -> Iterator[str]:
    for block in re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL):
        json.loads(block)
        if "<" in block:
            yield block[:80]


def test_titles_and_descriptions_say_what_was_typed(hostile: Hostile) -> None:
    """Nothing is lost either: a reader sees the very characters."""
    pages = [path.read_text(encoding="utf-8") for path in hostile.files(".html") if "unions" in path.parts]
    read = " ".join(html.unescape(" ".join(pages)).split())
    assert [payload for payload in PAYLOADS if " ".join(payload.split()) not in read] == []
