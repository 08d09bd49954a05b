"""A record acts on its own union's pages only: whatever it says of another union's studios, not a byte there changes unless they agree.

The stranger is 方二铁's studio in the north. The studio that is spoken of is 顾三春's in the south.
"""

import json
import shutil
from collections.abc import Callable
from pathlib import Path, PurePosixPath

import pytest

from laomo import generate
from laomo.pages.search.collect import collect
from laomo.problems import formats
from laomo.project import Project
from laomo.records.models.vocabulary import RELATIONS, RELATIONS_BACK
from tests.conftest import SMALL, Once, edit, generated

WELD, WELD_YEAR = "studios/north/weld/studio.yml", "studios/north/weld/2014.yml"
NURSE, UNIONS = "studios/south/nurse/studio.yml", "studios/unions.yml"
HONOUR = "honours: [{name: 示例市劳动模范, level: 市级, year: 2011}]"
RESULT = "achievements:\n  - {{id: {}, title: {}, kind: 其他, disclosure: 可公开, story: 那一夜。}}\n"
PAIR = "mentoring: {apprentices: 1, pairs: [{mentor: 顾三春, apprentice: 丙某某, consent: 2014}]}\n"

Way = Callable[[Path], None]


def _field(text: str, file: str = WELD) -> Way:
    """A field more in a profile."""
    return lambda site: edit(site / file, "region:", f"{text}\nregion:")


def _year(text: str) -> Way:
    """A field more in the stranger's year."""
    return lambda site: edit(site / WELD_YEAR, "achievements:", f"{text}achievements:")


def _written(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")


def _lead(more: str) -> Way:
    """Somebody of the name leads the stranger's studio too."""
    return lambda site: edit(site / WELD, "{name: 方二铁,", f"{{name: 顾三春, {more}}}, {{name: 方二铁,")


def _shared(partners: str = "nurse") -> Way:
    return lambda site: edit(site / WELD_YEAR, "story: 那一夜。", f"shared_with: [{partners}], story: 那一夜。")


def _together(*ways: Way) -> Way:
    def all_of_them(site: Path) -> None:
        for way in ways:
            way(site)

    return all_of_them


MERGED = "status: 合并\nmerged_into: nurse\nended_on: 2014"
COMMENDED = "honours: [{name: 南区先锋岗, level: 区级, year: 2014, body: 南区总工会}]"
ALONE: dict[str, Way] = {
    **{f"relation {kind}": _field(f"relations: [{{kind: {kind}, studio: nurse}}]") for kind in RELATIONS},
    "shared achievement": _shared(),
    "shared achievement that the union shares": _shared("crane, nurse"),
    "part taken uninvited": _field("took_part_in: [nurse/night-round]"),
    "union run together": _field("co_unions: [south, city]"),
    "person by honour": _lead(HONOUR),
    "person by unit": _together(
        _lead("job: 焊工"), lambda site: edit(site / WELD, "[北区重工]", "[北区重工, 南区医院]")
    ),
    "person by claim": _lead(f"also_leads: [nurse], {HONOUR}"),
    "former leader by honour": _lead(f"end: 2013, also_leads: [nurse], {HONOUR}"),
    "withdrawal": _lead(f"withdrawn: 2025, also_leads: [nurse], {HONOUR}"),
    "revoked honour": _lead(HONOUR.replace("2011", "2011, status: 撤销")),
    "unit": lambda site: edit(site / WELD, "[北区重工]", "[北区重工, 南区医院]"),
    "pairs": _year(PAIR),
    "honour of a union": _field(COMMENDED),
    "honour of a union in a year": _year(COMMENDED + "\n"),
    "merger": _field(MERGED),
}
"""What the stranger's records say."""
AGREED: dict[str, tuple[Way, Way, str]] = {
    **{
        f"relation {kind}": (
            ALONE[f"relation {kind}"],
            _field(f"relations: [{{kind: {RELATIONS_BACK[kind]}, studio: weld}}]", NURSE),
            "studios/nurse/index.md",
        )
        for kind in RELATIONS
    },
    "shared achievement": (_shared(), _field("took_part_in: [weld/arc]", NURSE), "studios/nurse/index.md"),
    "union run together": (
        _field("co_unions: [south]"),
        lambda site: edit(site / UNIONS, "{id: south,", "{id: south, co_studios: [weld],"),
        "unions/south/index.md",
    ),
    "person by claim": (
        ALONE["person by claim"],
        lambda site: edit(site / NURSE, "{name: 顾三春,", "{name: 顾三春, also_leads: [weld],"),
        "data/people.json",
    ),
    "honour of a union": (
        _field(COMMENDED),
        lambda site: edit(site / UNIONS, "{id: south,", "{id: south, commends: [weld],"),
        "unions/south/index.md",
    ),
}
"""What the stranger's records say, what the other side writes, and the file of the other side that shows it then."""


@pytest.fixture(scope="module")
def city(once: Once, drawn: Path) -> Path:
    """The small site with something to say in each field of the nurses' records."""

    def make(folder: Path) -> None:
        shutil.copytree(SMALL, folder, dirs_exist_ok=True)
        shutil.copytree(drawn, Project(folder).pictures)
        _written(folder / "mkdocs.yml", "site_name: 小馆\nsite_url: https://example.org/\n")
        edit(folder / UNIONS, "name: 南区工会,", "name: 南区工会, other_names: [南区总工会],")
        edit(folder / NURSE, "[{name: 顾三春}]", f"[{{name: 顾三春, {HONOUR}}}]")
        _written(folder / WELD_YEAR, RESULT.format("arc", "短弧立焊法"))
        _written(folder / "studios/south/nurse/2014.yml", RESULT.format("night-round", "夜间巡视法") + PAIR)

    return once("reach", make)


@pytest.fixture
def site(city: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(city, tmp_path / "site"))


def _of_south(path: PurePosixPath) -> bool:
    return {"nurse", "south", "nurse.json"}.intersection(path.parts) != set() or path.parts[0] in {
        "data",
        "en",
        "people",
    }


def _seen(site: Path) -> dict[str, object]:
    """All that readers and programs get to know of the southern union: its pages, data, feeds, cards, and what the search finds."""
    files = generated(site, _of_south)
    shown: dict[str, object] = {
        str(path): data for path, data in files.items() if {"nurse", "south", "nurse.json"}.intersection(path.parts)
    }
    # the list of all unions above it has the number of the northern achievements, and none of a studio that has ended
    listed = files[PurePosixPath("achievements/unions/south/index.md")].decode().splitlines()
    shown["achievements/unions/south/index.md"] = [line for line in listed if "north" not in line]
    for name in ("people", "achievements", "studios"):
        rows = json.loads(files[PurePosixPath(f"data/{name}.json")])[name]
        shown[f"data/{name}.json"] = [row for row in rows if "nurse" in (row.get("studios") or [row.get("id")])]
    english = files[PurePosixPath("en/studios/index.md")].decode().splitlines()
    shown["en"] = [line for line in english if "nurse" in line]
    registry = generate.check(Project(site)).registry
    assert registry
    found = collect(registry, ())
    shown["search"] = [(each.card, each.words, each.text) for each in found.studios if each.card[0] == "nurse"]
    achievements = {each.card[0]: {*each.words, *each.text} for each in found.achievements if each}
    shown["search for achievements"] = sorted(achievements["night-round"])
    assert "护理" not in achievements.get("arc", ()), "the stranger's work is not found as the nurses'"
    return shown


@pytest.fixture(scope="module")
def untouched(city: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    shown = _seen(Path(shutil.copytree(city, tmp_path_factory.mktemp("untouched") / "site")))
    assert {"studios/nurse/index.md", "studios/nurse/night-round/index.md", "unions/south/index.md"} < {*shown}
    assert any("feed" in name for name in shown)
    assert all(shown.values())
    return shown


@pytest.mark.parametrize("way", ALONE)
def test_a_record_alone_changes_no_byte_of_another_unions_pages(
    site: Path, untouched: dict[str, object], way: str
) -> None:
    ALONE[way](site)
    shown = _seen(site)
    assert [name for name in untouched if shown.get(name) != untouched[name]] == []
    assert {*shown} == {*untouched}


@pytest.mark.parametrize("way", AGREED)
def test_what_the_other_side_agrees_to_is_shown_there(site: Path, way: str) -> None:
    says, agrees, shows = AGREED[way]
    says(site)
    before = generated(site, lambda path: str(path) == shows)
    told = [each for each in generate.check(Project(site)).problems if each.code == "not-yet-agreed"]
    assert [each.severity for each in told] == ["notice"]
    assert told[0].line
    assert "南区工会" in formats.text(told[0])
    agrees(site)
    assert not generate.check(Project(site)).problems
    assert generated(site, lambda path: str(path) == shows) != before


def test_what_is_agreed_to_and_not_said_is_told(site: Path) -> None:
    _field("took_part_in: [weld/arc, gone/x]", NURSE)(site)
    edit(site / NURSE, "{name: 顾三春,", "{name: 顾三春, also_leads: [weld],")
    edit(site / UNIONS, "{id: south,", "{id: south, co_studios: [weld], commends: [nobody],")
    told = [(each.code, each.severity) for each in generate.check(Project(site)).problems]
    assert sorted(told) == [*[("nothing-to-agree", "notice")] * 3, *[("unknown-studio", "error")] * 2]


def test_whoever_may_be_one_person_is_told_once(site: Path) -> None:
    ALONE["person by honour"](site)
    (told,) = generate.check(Project(site)).problems
    assert (told.path, told.code, told.severity) == (WELD, "maybe-one-person", "notice")
    assert "also_leads: [nurse]" in formats.text(told)


def test_its_own_page_shows_what_the_other_side_has_not_agreed_to(site: Path) -> None:
    _together(_shared(), _field("co_unions: [south]\nrelations: [{kind: 前身, studio: nurse}]"))(site)
    pages = generated(site, lambda path: "weld" in path.parts)
    page = pages[PurePosixPath("studios/weld/index.md")].decode()
    assert page.count("&#46;&#47;nurse&#47;") == 2
    assert "unions&#47;south&#47;" in page
    assert "nurse" in pages[PurePosixPath("studios/weld/arc/index.md")].decode()
