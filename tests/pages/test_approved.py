"""Every page, list, feed and search file of a small site, byte for byte as somebody has approved it.

Beside the small site's three studios there are two whose records say something in every field: the field's own name where it takes
free text. So a page in `approved/` shows where each field stands, and a change of a template or an emitter is seen in the review as
what it does to pages. After such a change run `make approve`, and read the difference before you commit it.
"""

import os
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from difflib import unified_diff
from itertools import chain
from pathlib import Path, PurePosixPath

import pytest

from laomo import generate
from laomo.pages import emitters
from laomo.pages.context import Context
from laomo.pages.search import index
from laomo.project import Project
from laomo.records import models
from laomo.records.loader import Loaded, load
from laomo.registry.registry import Registry
from laomo.system.output import Output
from tests.conftest import SMALL
from tests.pages.filling import STUDIO, Filling
from tests.pages.many import OF_SOME_STUDIOS, WITHOUT_LISTS, entries, of_many
from tests.pages.tables import TABLES

APPROVED = Path(__file__).parent / "approved"
OTHER = "other"
_TEXTS = {".md", ".xml", ".csv", ".json", ".html", ".js"}
_ELSEWHERE = ("assets/", "search/sounds-")
"""Made of the theme and of the table of sounds, which have tests of their own."""
_DAY = "1767240000"


def _held(path: str) -> bool:
    """Standalone pages are whole pages of HTML, alike for every studio: those of one are enough."""
    alike = path.endswith(".html") and f"/{STUDIO}/" not in path
    return PurePosixPath(path).suffix in _TEXTS and not path.startswith(_ELSEWHERE) and not alike


@dataclass
class Named(Filling):
    """Fills free text with the name of its field, and typed fields with their usual value or, with `other`, another."""

    other: bool = False

    def _text(self, place: str, *, long: bool) -> str:
        self.places.add(place)
        text = f"{place}{' (other)' if self.other else ''}"
        return f"{text}\n\n{text} 2" if long else text

    def _typed(self, kind: object, place: str) -> object:
        usual, other, *_ = (*self._fitting(kind, place), None, None)
        return other if self.other and other is not None and place not in _THE_SAME else usual


_THE_SAME = {"studio.status", "studio.sample", "year.sample", "year.achievements.disclosure"}
"""Fields that would take the other studio off the site."""


def _records(studio: str, union: str, year: str, *, other: bool) -> Iterator[tuple[PurePosixPath, models.Record]]:
    filling = Named(studio=studio, other=other)
    folder = PurePosixPath(union, studio)
    yield folder / "studio.yml", filling.record(models.StudioRecord, "studio")
    yield folder / f"{year}.yml", filling.record(models.YearRecord, "year")
    yield PurePosixPath(f"decisions/{year}-02.yml"), filling.record(models.DecisionRecord, "decision")
    yield PurePosixPath(f"notices/{year}-02.yml"), filling.record(models.NoticeRecord, "notice")
    yield PurePosixPath(f"events/{year}-02.yml"), filling.record(models.EventRecord, "event")
    yield PurePosixPath(f"inspections/{year}-02.yml"), filling.record(models.InspectionRecord, "inspection")
    if not other:
        alliance = filling.record(models.Alliance, "alliance")
        yield PurePosixPath("alliances.yml"), models.AlliancesRecord.model_construct(alliances=(alliance,))


def _settings(loaded: Loaded) -> Iterator[tuple[PurePosixPath, models.Record]]:
    """What an administrator writes, every field filled."""
    site, unions = loaded.records[PurePosixPath("site.yml")], loaded.records[PurePosixPath("unions.yml")]
    assert isinstance(site, models.SiteRecord)
    assert isinstance(unions, models.UnionsRecord)
    filling = Named(studio=STUDIO)
    given = {"as_of": site.as_of, "featured": site.featured, "regions": site.regions, "withdrawn": (), "form": False}
    yield PurePosixPath("site.yml"), filling.record(models.SiteRecord, "site", **given)
    more = filling.record(models.UnionRecord, "union", id="street", parent="north")
    yield PurePosixPath("unions.yml"), models.UnionsRecord.model_construct(unions=(*unions.unions, more))
    yield PurePosixPath("standards/full.yml"), filling.record(models.StandardRecord, "standard")
    yield PurePosixPath("targets/2014.yml"), filling.record(models.TargetRecord, "target")


@pytest.fixture(scope="module")
def context(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Context]:
    """The small site with what is planted in it."""
    project = Project(Path(shutil.copytree(SMALL, tmp_path_factory.mktemp("approved") / "small")))
    settings = project.root / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8") + "\nsite_url: https://showcase.example.org/\n", encoding="utf-8")
    loaded = load(project.studios)
    planted = dict(
        chain(
            _records(STUDIO, "north", "2013", other=False),
            _records(OTHER, "south", "2014", other=True),
            _settings(loaded),
        )
    )
    digests = {**loaded.digests, **{path: str(path) for path in planted}}
    loaded = replace(loaded, records=dict(sorted({**loaded.records, **planted}.items())), digests=digests)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", _DAY)
        registry = Registry.of(loaded)
        assert registry
        yield generate.context(project, registry, {})


@pytest.fixture(scope="module")
def many() -> Context:
    """A site with more of everything than a page shows."""
    return of_many()


EMITTERS = {each.__module__.rpartition(".")[2]: each for each in emitters.EMITTERS}
OF_STUDIOS = {f"{each.__module__.rpartition('.')[2]}-of-studios": each for each in emitters.OF_STUDIOS}


@pytest.mark.parametrize("part", EMITTERS)
def test_pages_and_lists_of_a_small_site(context: Context, part: str) -> None:
    _approved(part, _texts(EMITTERS[part](context)))


@pytest.mark.parametrize("part", OF_STUDIOS)
def test_pages_of_its_studios(context: Context, part: str) -> None:
    _approved(part, _texts(OF_STUDIOS[part](context, context.registry.studios)))


@pytest.mark.parametrize("part", [each for each in EMITTERS if each not in WITHOUT_LISTS])
def test_lists_of_a_large_site(many: Context, part: str) -> None:
    _approved(f"many/{part}", {"pages.txt": entries(EMITTERS[part](many))})


@pytest.mark.parametrize("part", list(OF_SOME_STUDIOS))
def test_pages_of_studios_of_a_large_site(many: Context, part: str) -> None:
    some = [many.registry.studio_by_id[each] for each in OF_SOME_STUDIOS[part]]
    _approved(f"many/{part}", {"pages.txt": entries(OF_STUDIOS[part](many, some))})


def test_the_search_of_a_large_site(many: Context) -> None:
    """By the manifest, in which every file has its hash."""
    manifest = index.outputs(many.registry, ())[-1]
    _approved("many/search", {"index.js": manifest.data.decode().replace(",", ",\n")})


@pytest.mark.parametrize("name", TABLES)
def test_tables_of_which_no_site_shows_every_row(context: Context, name: str) -> None:
    _approved(f"tables/{name}", {f"{name}.txt": TABLES[name](context.registry)})


def test_a_site_is_what_all_emitters_make(context: Context) -> None:
    """Nothing is drawn for this; and nothing is approved that nobody makes."""
    every = [path for emit in EMITTERS.values() for path in _paths(emit(context))]
    every += [path for emit in OF_STUDIOS.values() for path in _paths(emit(context, context.registry.studios))]
    assert sorted(emitters.run(context, lambda output: str(output.path))) == sorted(every)
    parts = {each.name for each in APPROVED.iterdir()} - {"many", "tables"}
    assert parts <= EMITTERS.keys() | OF_STUDIOS.keys()
    large = {"search", *OF_SOME_STUDIOS, *(each for each in EMITTERS if each not in WITHOUT_LISTS)}
    assert {each.name for each in (APPROVED / "many").iterdir()} == large
    assert {each.name for each in (APPROVED / "tables").iterdir()} == TABLES.keys()


def _paths(outputs: Iterable[Output]) -> list[str]:
    return [str(output.path) for output in outputs]


def _texts(outputs: Iterable[Output]) -> dict[str, str]:
    """Path → text of every file that is held as approved."""
    return {str(output.path): output.data.decode() for output in outputs if _held(str(output.path))}


def _approved(part: str, made: dict[str, str]) -> None:
    """Whether the files of a part of the site are as somebody has approved them."""
    folder = APPROVED / part
    if os.environ.get("LAOMO_APPROVE"):
        shutil.rmtree(folder, ignore_errors=True)
        for name, text in made.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8", newline="")
    files = (file for file in folder.rglob("*") if file.is_file())
    approved = {file.relative_to(folder).as_posix(): file.read_bytes().decode() for file in files}
    changed = [name for name in sorted(approved.keys() | made.keys()) if approved.get(name) != made.get(name)]
    lines = chain.from_iterable(
        unified_diff(approved.get(name, "").splitlines(), made.get(name, "").splitlines(), name, name, n=0, lineterm="")
        for name in changed
    )
    assert not changed, "\n".join([*changed, *lines][:200])
