"""Every page, list, feed and search file of a small site, byte for byte as somebody has approved it.

Beside the small site's three studios there are two whose records say something in every field: the field's own name where it takes
free text. So a page in `approved/` shows where each field stands, and a change of a template or an emitter is seen in the review as
what it does to pages. After such a change run `make approve`, and read the difference before you commit it.
"""

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import unified_diff
from itertools import chain
from pathlib import Path, PurePosixPath

import pytest

from laomo import generate
from laomo.pages import emitters
from laomo.project import Project
from laomo.records import models
from laomo.records.loader import Loaded, load
from laomo.registry.registry import Registry
from tests.conftest import SMALL
from tests.pages.filling import STUDIO, Filling
from tests.pages.many import lists
from tests.pages.tables import tables

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
def emitted(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Path → text of every file."""
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
        context = generate.context(project, registry, {})
        outputs = list(emitters.run(context, lambda output: output))
        pages = {str(output.path): output.data.decode() for output in outputs if _held(str(output.path))}
        return {**pages, **tables(registry), **lists()}


def test_every_file_is_as_approved(emitted: dict[str, str]) -> None:
    if os.environ.get("LAOMO_APPROVE"):
        shutil.rmtree(APPROVED, ignore_errors=True)
        for name, text in emitted.items():
            (APPROVED / name).parent.mkdir(parents=True, exist_ok=True)
            (APPROVED / name).write_text(text, encoding="utf-8", newline="")
    files = (file for file in APPROVED.rglob("*") if file.is_file())
    approved = {file.relative_to(APPROVED).as_posix(): file.read_bytes().decode() for file in files}
    changed = [name for name in sorted(approved.keys() | emitted.keys()) if approved.get(name) != emitted.get(name)]
    lines = chain.from_iterable(
        unified_diff(
            approved.get(name, "").splitlines(), emitted.get(name, "").splitlines(), name, name, n=0, lineterm=""
        )
        for name in changed
    )
    assert not changed, "\n".join([*changed, *lines][:200])
