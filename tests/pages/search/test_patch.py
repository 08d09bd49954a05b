"""The index made from that of the last run equals one made anew, file by file, whatever was edited and whatever became of the store."""

import os
import random
import sqlite3
from bisect import bisect_right
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from laomo import generate
from laomo.pages.emitters import search
from laomo.pages.search import index, postings
from laomo.pages.search.documents import Document, Field
from laomo.pages.search.postings import Postings, Stop
from laomo.pages.search.postings_edit import Edit, LimitCrossed, PairCounts, read_chunk, recut
from laomo.project import Project
from laomo.system.output import Output
from tests.acceptance.test_edits import Union
from tests.conftest import edit

SMALL_CHUNKS = {"CHUNK": (160, 480), "CARDS": 2}
NATION = {**SMALL_CHUNKS, "NAMED": 3, "TABLE": 4, "STOP": Stop(share=0.3, least=3, studios=4, documents=9)}
SEED = int(os.environ.get("LAOMO_SEED", "20260101"))


def outputs(site: Path, *, kept: bool = True) -> list[Output]:
    """The search emitter's files without the page, with what the last run kept or without."""
    project = Project(site)
    _, registry = generate.read(project)
    assert registry
    context = generate.context(project, registry, {})
    if not kept:
        object.__setattr__(context, "cache_folder", None)
    return [each for each in search.emit(context) if each.path.suffix == ".js"]


def made(site: Path, *, kept: bool = True) -> dict[str, bytes]:
    return {str(each.path): each.data for each in outputs(site, kept=kept)}


def say(site: Path, word: str) -> None:
    """Give a studio another slogan."""
    file = site / "studios/north/weld/studio.yml"
    lines = [line for line in file.read_text(encoding="utf-8").splitlines() if not line.startswith("slogan:")]
    file.write_text("\n".join([*lines, f"slogan: {word}"]) + "\n", encoding="utf-8")


def set_limits(monkeypatch: pytest.MonkeyPatch, limits: dict[str, Any]) -> None:
    for name, value in limits.items():
        monkeypatch.setattr(index, name, value)


@pytest.mark.parametrize("limits", [SMALL_CHUNKS, NATION], ids=["small chunks", "nation"])
def test_after_any_edits_the_files_are_those_of_a_fresh_run(
    site: Path, monkeypatch: pytest.MonkeyPatch, limits: dict[str, Any]
) -> None:
    set_limits(monkeypatch, limits)
    clerk = Union(site, random.Random(SEED))
    new = site / "content/about/new.md"
    edits = [
        *clerk.edits,
        lambda: edit(
            site / "studios/unions.yml",
            "unions:\n",
            "unions:\n  - {id: west, name: 西区工会, kind: 区工会, parent: city}\n",
        ),
        lambda: new.write_text("# 新的一页\n\n写在这里。\n", encoding="utf-8"),
        lambda: clerk.put("content/about/index.md", r"\Z", "\n一句。\n"),
        lambda: clerk.put("studios/north/crane/studio.yml", "updated: .*", "updated: 2013-05-02"),
    ]
    clerk.chance.shuffle(edits)
    assert made(site) == made(site, kept=False)
    for each in edits:
        each()
        assert made(site) == made(site, kept=False), each


WELD, CRANE, YEAR = "studios/north/weld/studio.yml", "studios/north/crane/studio.yml", "studios/north/crane/2013.yml"
EDITS = {
    "other words": (CRANE, "slogan: 吊得稳", "slogan: 稳稳地吊"),
    "many words": (CRANE, "slogan: 吊得稳", f"slogan: {''.join(map(chr, range(0x4E8C, 0x4F00)))}"),
    "fewer words": (YEAR, "跟随摆动提前收速。", "收。"),
    "another name": (WELD, "name: 北区", "name: 甲区"),
    "a date": (CRANE, "updated: 2025-12-01", "updated: 2025-12-30"),
    "another facet": (WELD, "region: 北区", "region: 南区"),
    "another leader": (CRANE, "name: 江一舟\n", "name: 单雄\n"),
    "an achievement in place of another": (YEAR, "id: brake-check\n    title: 制动器", "id: check\n    title: 刹车"),
    "a page": ("content/about/index.md", "# 关于小馆", "# 关于新馆"),
    "what a union says of itself": (
        "studios/unions.yml",
        "kind: 区工会, parent",
        "kind: 区工会, intro: 有话说, parent",
    ),
    "nothing that is searched": (WELD, "founded: 2012", "founded: 2011"),
}


@pytest.mark.parametrize("change", EDITS)
def test_a_usual_edit_needs_no_whole_run(site: Path, monkeypatch: pytest.MonkeyPatch, change: str) -> None:
    set_limits(monkeypatch, SMALL_CHUNKS)
    before = made(site)
    edit(site / EDITS[change][0], *EDITS[change][1:])
    fresh = made(site, kept=False)
    monkeypatch.setattr(Postings, "add", lambda *_: pytest.fail("all documents were collected"))
    assert made(site) == fresh
    assert (fresh == before) == (change == "nothing that is searched")


@pytest.mark.parametrize("stop", [Stop(0, 1, 9, 1), Stop(0, 99, 1, 99)], ids=["in documents", "in running texts"])
def test_a_pair_that_now_too_many_have_is_no_longer_listed(
    site: Path, monkeypatch: pytest.MonkeyPatch, stop: Stop
) -> None:
    """One studio has the slogan; when a second takes it over, nothing that was kept says so but the counts."""
    set_limits(monkeypatch, {**SMALL_CHUNKS, "STOP": stop})
    made(site)
    say(site, "吊得稳")
    assert made(site) == made(site, kept=False)


def test_an_index_of_which_nothing_changed_writes_nothing(site: Path) -> None:
    made(site)
    store = site / ".build/memory/store.db"
    before = store.stat()
    outputs(site)
    assert (store.stat().st_mtime_ns, store.stat().st_size) == (before.st_mtime_ns, before.st_size)


def test_what_is_dropped_makes_room(site: Path) -> None:
    made(site)
    size = (site / ".build/memory/store.db").stat().st_size
    for n in range(10):
        edit(site / CRANE, "slogan: ", f"slogan: {n}")
        made(site)
    assert (site / ".build/memory/store.db").stat().st_size < 1.5 * size


def truncated(store: Path) -> None:
    os.truncate(store, store.stat().st_size // 2)


def flipped(share: float) -> Callable[[Path], None]:
    def spoil(store: Path) -> None:
        data = bytearray(store.read_bytes())
        start = int(share * len(data))
        data[start : start + 300] = bytes(byte ^ 0x33 for byte in data[start : start + 300])
        store.write_bytes(data)

    return spoil


def of_another_site(store: Path) -> None:
    """What this machine kept of a site with other words, in its place: a contributor cannot have it."""
    say(store.parents[2], "别的话")
    made(store.parents[2])


def after(command: str) -> Callable[[Path], None]:
    def spoil(store: Path) -> None:
        with closing(sqlite3.connect(store)) as connection, connection:
            connection.execute(command)

    return spoil


SPOILT: dict[str, Callable[[Path], object]] = {
    "removed": Path.unlink,
    "empty": lambda store: store.write_bytes(b""),
    "no database": lambda store: store.write_bytes(b"{}" * 9_000),
    "cut off": truncated,
    "an older one": of_another_site,
    "without root": after("DELETE FROM root"),
    "without values": after("DELETE FROM value"),
    "in use": lambda store: store.with_name("store.db-journal").touch(),
    **{f"damaged at {share}": flipped(share) for share in (0, 0.3, 0.6, 0.9)},
}


@pytest.mark.parametrize("spoil", SPOILT)
def test_whatever_becomes_of_the_store_the_files_are_the_same(site: Path, spoil: str) -> None:
    made(site)
    SPOILT[spoil](site / ".build/memory/store.db")
    say(site, "焊缝会说话")
    fresh = made(site, kept=False)
    assert made(site) == fresh
    say(site, "焊缝又说话")
    assert made(site) == made(site, kept=False)


def test_another_version_is_not_believed(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made(site)
    set_limits(monkeypatch, SMALL_CHUNKS)
    assert made(site) == made(site, kept=False)
    edit(site / "studios/site.yml", "name: 小馆", "name: 新馆")
    assert made(site) == made(site, kept=False)


@pytest.mark.parametrize("spoil", SPOILT)
def test_a_file_that_is_asked_for_later_is_the_same(site: Path, spoil: str) -> None:
    """A writer that has lost its files asks for them after the store was closed."""
    fresh = made(site)
    asked = outputs(site)
    SPOILT[spoil](site / ".build/memory/store.db")
    assert {str(each.path): each.data for each in asked} == fresh


LINES = st.dictionaries(st.sampled_from("abcdefgh"), st.integers(1, 12), min_size=1)


@given(LINES, LINES, st.tuples(st.integers(0, 12), st.integers(1, 30)))
def test_chunks_that_are_cut_again_equal_those_cut_at_once(
    old: dict[str, int], new: dict[str, int], sizes: tuple[int, int]
) -> None:
    before, after = (
        list(postings.chunks([(token, "A" * length) for token, length in sorted(lines.items())], *sizes))
        for lines in (old, new)
    )
    firsts = [chunk[0][0] for chunk in before]
    touched: dict[int, postings.Lines] = {}
    for token in sorted(old.keys() | new.keys()):
        number = max(bisect_right(firsts, token) - 1, 0)
        if old.get(token) != new.get(token):
            touched[number] = []
    for number in touched:
        inside = [token for token in sorted(new) if max(bisect_right(firsts, token) - 1, 0) == number]
        touched[number] = [(token, "A" * new[token]) for token in inside]
    texts = list(map(postings.chunk_text, before))
    made_of = recut(len(texts), touched, texts.__getitem__, *sizes)
    assert [before[each] if isinstance(each, int) else each for each in made_of] == after


WORDS = st.sampled_from(["甲乙", "乙丙", "丙丁", "丁戊", "a", "b", "甲", "乙", "甲丙"])
DOCUMENTS = st.none() | st.tuples(st.lists(WORDS, max_size=4), st.lists(WORDS, max_size=3))
STOPS = st.builds(Stop, st.sampled_from([0.0, 0.4, 1.0]), st.integers(0, 4), st.integers(0, 4), st.integers(0, 6))


def document(drawn: tuple[list[str], list[str]] | None) -> Document | None:
    if drawn is None:
        return None
    found = Document.of([], " ".join(drawn[0]))
    for place, word in enumerate(drawn[1]):
        found.add((Field.TITLE, Field.UNIT)[place % 2], word)
    return found


@given(st.lists(st.tuples(DOCUMENTS, DOCUMENTS), max_size=6), STOPS, st.tuples(st.integers(0, 20), st.integers(1, 40)))
def test_edited_postings_equal_those_made_anew(
    drawn: list[tuple[Any, Any]], stop: Stop, sizes: tuple[int, int]
) -> None:
    def whole(which: int) -> tuple[list[postings.Lines], PairCounts]:
        collected = Postings()
        collected.add(document(pair[which]) for pair in drawn)
        lines, stopped = collected.lines(len(drawn), stop)
        counts = PairCounts.of(collected, len(drawn), stop)
        assert sorted(counts.stopped, key=postings.code_units) == stopped
        return list(postings.chunks(lines, *sizes)), counts

    (before, counts), (after, expected) = whole(0), whole(1)
    assume(before)
    texts = list(map(postings.chunk_text, before))
    assert [list(read_chunk(text)) for text in texts] == before
    change = Edit()
    for number, (old, new) in enumerate(drawn):
        change.replace(number, document(old), document(new))
    is_same = counts.stopped.keys() == expected.stopped.keys() and counts.common.keys() == expected.common.keys()
    try:
        touched = change.apply([chunk[0][0] for chunk in before], texts.__getitem__, counts)
        counts.require_same_limits(len(drawn), stop)
    except LimitCrossed:
        return
    assert is_same
    made_of = recut(len(texts), touched, texts.__getitem__, *sizes)
    assert [before[each] if isinstance(each, int) else each for each in made_of] == after
    known = (counts.documents, counts.stopped, counts.common)
    assert known == (expected.documents, expected.stopped, expected.common)
