"""What a house may send: tables of one thing each, read as `laomo gather` reads it. `test_gather` and `test_ways` see what a gather makes of a refusal."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from tests.conftest import Once, some
from tests.tools.gather.province import Facts, make_house

from laomo.assets.pictures import image
from laomo.records.models.houses import MemberHouse
from laomo.tools.gather import edition as editions
from laomo.tools.gather import paper, unit
from laomo.tools.gather.refusal import HouseRefused

Change = Callable[[Facts], object] | Callable[[bytes], bytes]
DEEP = b"[" * 100_000 + b"]" * 100_000
EVENT = "events/2025-01"


@pytest.fixture(scope="module")
def site(once: Once) -> Path:
    """What one house gives."""
    return once("one-house", lambda folder: make_house(folder / "east", "east")) / "east/.build/pages"


def listing(**paths: str) -> Callable[[Facts], object]:
    """A change that lists one file more (`files`, or `papers`), and counts it."""
    ((part, path),) = paths.items()

    def change(facts: Facts) -> None:
        facts[part][path] = "0" * 64
        facts["counts"]["studios" if path.startswith("data/house/") and part == "files" else part] += 1
        facts["counts"]["files"] = len(facts["files"])

    return change


def with_text(old: str, new: str) -> Callable[[bytes], bytes]:
    """A change of the file's own text, for what no JSON writer writes."""
    return lambda data: data.replace(old.encode(), new.encode(), 1)


EDITIONS: dict[str, tuple[Any, str]] = {
    "an id in capitals": (listing(files="data/house/Weld.json"), "house-path"),
    "an id in full width": (listing(files="data/house/ｗｅｌｄ.json"), "house-path"),
    "an id with a letter in two pieces": (listing(files="data/house/we\u0301ld.json"), "house-path"),
    "an id with a path": (listing(files="data/house/weld/../crane.json"), "house-path"),
    "an id of 300 letters": (listing(files=f"data/house/{'x' * 300}.json"), "house-path"),
    "another folder": (listing(files="data/studios.json"), "house-path"),
    "a picture in another form": (listing(files="pictures/weld/000000000000-480.svg"), "house-path"),
    "a picture with a width in full width": (listing(files="pictures/weld/000000000000-４８０.webp"), "house-path"),
    "a paper with a year in full width": (listing(papers="data/house/events/２０２５-01.json"), "house-path"),
    "this house in capitals": (lambda facts: facts.update(house="East"), "house-other-id"),
    "this house in full width": (lambda facts: facts.update(house="ｅａｓｔ"), "house-other-id"),
    "lists for a house": (lambda facts: facts.update(house=[["east"]]), "house-other-id"),
    "a key twice": (with_text('"format": 1', '"format": 1, "format": 1'), "house-malformed"),
    "a file twice": (with_text('"files": {', '"files": {"data/house/weld.json": "", '), "house-malformed"),
    "no number": (with_text('"format": 1', '"format": NaN'), "house-malformed"),
    "no number in what nobody reads": (with_text('"format": 1', '"x": -Infinity, "format": 1'), "house-malformed"),
    "a number of 4,000 digits": (with_text('"format": 1', f'"format": 1{"0" * 4000}'), "house-newer"),
    "a number of 5,000 digits": (with_text('"format": 1', f'"format": 1{"0" * 5000}'), "house-malformed"),
    "a number beyond all": (with_text('"format": 1', '"format": 1e999'), "house-malformed"),
    "less than nothing": (lambda facts: facts.update(format=-1), "house-malformed"),
    "yes for a number": (lambda facts: facts.update(format=True), "house-malformed"),
    "100,000 lists": (lambda data: b'{"x": ' + DEEP + b", " + data.lstrip()[1:], "house-malformed"),
    "half of its text": (lambda data: data[: len(data) // 2], "house-malformed"),
    "not UTF-8": (lambda data: b"\xff\xfe" + data, "house-malformed"),
    "another number of files": (lambda facts: facts["counts"].update(files=1), "house-half"),
    "a text for the counts": (lambda facts: facts.update(counts="3"), "house-half-papers"),
    "a list for the files": (lambda facts: facts.update(files=[]), "house-malformed"),
    "a place that acts": (lambda facts: facts.update(place="<script>alert(1)</script>"), "house-malformed"),
    "a place of two lines": (lambda facts: facts.update(place="示例市\n# x"), "house-malformed"),
    "a number for a place": (lambda facts: facts.update(place=1), "house-malformed"),
    "a name that ends the page": (lambda facts: facts.update(site="`</body>`"), "house-malformed"),
    "an address with a password": (lambda facts: facts.update(address="https://a@b/"), "house-malformed"),
}


@pytest.mark.parametrize("case", EDITIONS)
def test_an_edition(site: Path, case: str) -> None:
    change, code = EDITIONS[case]
    data = (site / "data/edition.json").read_bytes()
    editions.parse(data, "east")
    assert_refused(lambda: editions.parse(changed(data, change), "east"), code)


def changed(data: bytes, change: Any) -> bytes:
    """The file with a change of what it says, or of its bytes."""
    if change.__code__.co_varnames[0] == "data":
        return bytes(change(data))
    facts = json.loads(data)
    change(facts)
    return json.dumps(facts, ensure_ascii=False).encode()


def assert_refused(read: Callable[[], object], code: str) -> None:
    """The house is told what is wrong in a few words, however much it sent."""
    with pytest.raises(HouseRefused) as refused:
        read()
    assert refused.value.code == code
    assert max(len(str(fact)) for fact in some([*refused.value.facts.values()])) < 200


WIDEST = "pictures/crane/000000000000-480.webp"
UNITS: dict[str, tuple[Any, str]] = {
    "a key twice": (with_text('"id": "crane"', '"id": "weld", "id": "crane"'), "house-malformed"),
    "no number": (with_text('"id": "crane"', '"x": NaN, "id": "crane"'), "house-malformed"),
    "a width of 5,000 digits": (lambda facts: facts.update(pictures={"x.webp": {"9" * 5000: WIDEST}}), "house-path"),
    "a width in full width": (lambda facts: facts.update(pictures={"x.webp": {"４８０": WIDEST}}), "house-path"),
    "a picture that is not listed": (lambda facts: facts.update(pictures={"x.webp": {"480": WIDEST}}), "house-path"),
    "a picture elsewhere": (lambda facts: facts.update(pictures={"x.webp": {"480": "https://a/b.webp"}}), "house-path"),
    "lists for a page": (lambda facts: facts.update(page=[["x"]]), "house-path"),
    "a page at a longer name": (
        lambda facts: facts.update(page="https://east.example.org.evil.example/x/"),
        "house-path",
    ),
    "an id in capitals": (lambda facts: facts.update(id="Crane"), "house-other-id"),
    "an id in full width": (lambda facts: facts.update(id="ｃｒａｎｅ"), "house-other-id"),
    "a year in full width": (lambda facts: facts.update(years={"２０２４": {}}), "house-malformed"),
    "a union that acts": (lambda facts: facts.update(union="<img src=x onerror=alert(1)>"), "house-malformed"),
    "a title that acts": (lambda facts: facts["titles"][0].update(title="<script>"), "house-malformed"),
    "a title with an unknown key": (lambda facts: facts["titles"][0].update(x="1"), "house-malformed"),
    "a result's id with a path": (
        lambda facts: facts["years"]["2013"]["achievements"][0].update(id="../x"),
        "house-malformed",
    ),
    "a result's id in capitals": (
        lambda facts: facts["years"]["2013"]["achievements"][0].update(id="Anti-sway"),
        "house-malformed",
    ),
    "13 levels": (lambda facts: facts["studio"].update(x=json.loads("[" * 13 + "]" * 13)), "house-malformed"),
}


@pytest.mark.parametrize("case", UNITS)
def test_a_studio(site: Path, case: str) -> None:
    change, code = UNITS[case]
    given = editions.parse((site / "data/edition.json").read_bytes(), "east")
    house, data = MemberHouse(id="east", source="x"), (site / "data/house/crane.json").read_bytes()
    unit.parse(data, "crane", given, house)
    assert_refused(lambda: unit.parse(changed(data, change), "crane", given, house), code)


PAPERS: dict[str, tuple[Any, str]] = {
    "a key twice": (with_text('"house": "east"', '"house": "east", "house": "east"'), "house-malformed"),
    "an organiser that acts": (lambda facts: facts["record"].update(organiser="<script>"), "house-malformed"),
    "an inner address": (lambda facts: facts["record"].update(address="http://127.0.0.1/"), "house-malformed"),
    "lists for a text": (lambda facts: facts["record"].update(title=[["x"]]), "house-malformed"),
    "lists for an id": (lambda facts: facts.update(id=[["x"]]), "house-other-id"),
}


@pytest.mark.parametrize("case", PAPERS)
def test_a_paper(site: Path, case: str) -> None:
    change, code = PAPERS[case]
    given = editions.parse((site / "data/edition.json").read_bytes(), "east")
    data = (site / f"data/house/{EVENT}.json").read_bytes()
    paper.parse(data, EVENT, given, ())
    assert_refused(lambda: paper.parse(changed(data, change), EVENT, given, ()), code)


def drawn(kind: str, width: int = 40) -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (width, 30), "white").save(stream, kind)
    return stream.getvalue()


HUGE = b"RIFF\x1e\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\xff\x3f\0\xff\x3f\0VP8L\0\0\0\0"
"""A head of 16,384 × 16,384 pixels, and nothing behind it."""
NO_PICTURES = {
    "another kind": drawn("PNG"),
    "a page": b"<!doctype html><script>alert(1)</script>",
    "a drawing that acts": b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
    "a page with a picture's head": b"RIFF\0\0\0\0WEBP<script>alert(1)</script>",
    "half a picture": drawn("WEBP")[:-20],
    "a bomb": HUGE,
    "nothing": b"",
}


@pytest.mark.parametrize("case", NO_PICTURES)
def test_a_picture(case: str) -> None:
    with pytest.raises(image.PictureRejected):
        image.again(NO_PICTURES[case])


def test_a_picture_is_as_wide_as_it_is_whatever_it_is_called() -> None:
    with Image.open(io.BytesIO(image.again(drawn("WEBP", 3000) + b"<script>"))) as made:
        assert made.width == image.WIDTHS[-1]
    assert b"<script>" not in image.again(drawn("WEBP") + b"<script>")
