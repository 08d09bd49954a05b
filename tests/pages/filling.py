"""Records with every field filled, made from the models, and what search and open data make of them.

A new field is in by itself.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import PurePosixPath
from typing import Any, get_args, get_origin

from pydantic import TypeAdapter, ValidationError

from laomo import generate
from laomo.assets.pictures import gallery
from laomo.pages.emitters import open_data, search
from laomo.project import Project
from laomo.records import models
from laomo.records.loader import Loaded
from laomo.records.models.base import OneOf, Slug
from laomo.registry.registry import Registry
from laomo.system.files import digest
from tests.security.planting import Planting, without_none

Files = dict[PurePosixPath, bytes]

STUDIO = "planted"
_SLUGS = {
    "decision.studios.studio": (STUDIO, "crane"),
    "notice.union": ("north", "south"),
    "event.union": ("north", "south"),
    "studio.co_unions": ("north", "south"),
}
"""Ids lead somewhere on the small site: by field the usual one and another."""
_OTHER_SLUGS = ("crane", "weld")
_TYPED = (
    "2013",
    "2014",
    "是",
    "否",
    "https://film.example.org/x",
    "https://film.example.org/y",
    "cover.png",
    "other.png",
    "crane/anti-sway",
    "crane/brake-check",
    "2013-01",
    "2013-02",
)
"""What a field that is no free text may take; the first two that fit are its usual value and another."""
_OTHER_TEXT = "第9999号"


@dataclass
class Filling(Planting):
    """Fills every field of a record with its usual value, and the fields `changed` with another.

    Nobody has withdrawn, unless that is changed.
    """

    texts: tuple[str, ...] = ()
    studio: str = STUDIO
    changed: frozenset[str] = frozenset()
    """Fields by their way from the record's top, as in `studio.leaders.name`."""
    places: set[str] = field(default_factory=set)
    """The fields filled."""
    known: dict[str, list[Any]] = field(default_factory=dict)
    """What typed fields may take, for the next filling."""

    def _value(self, kind: Any, place: str, *, required: bool) -> Any:  # noqa: ARG002 (here every field is)
        bare = without_none(kind)
        if get_origin(bare) is Mapping:
            word, count = get_args(bare)
            return {self._fitting(word, f"{place}[key]")[0]: self._typed(count, place)}
        if place.endswith(".withdrawn") and place not in self.changed:
            self.places.add(place)
            return None
        return super()._value(kind, place, required=True)

    def _text(self, place: str, *, long: bool) -> str:
        self.places.add(place)
        usual = super()._text(place, long=long)
        return _OTHER_TEXT if place in self.changed else usual

    def _typed(self, kind: Any, place: str) -> Any:
        self.places.add(place)
        return self._fitting(kind, place)[place in self.changed]

    def _fitting(self, kind: Any, place: str) -> list[Any]:
        if place not in self.known:
            words = next((list(each.words) for each in get_args(kind)[1:] if isinstance(each, OneOf)), [])
            slugs = _SLUGS.get(place, _OTHER_SLUGS) if kind == Slug else ()
            self.known[place] = list(_valid(kind, (*slugs, *words, *_TYPED)))
        return self.known[place]


def _valid(kind: Any, typed: Iterable[str]) -> Iterator[Any]:
    adapter = TypeAdapter(kind)
    for each in typed:
        with suppress(ValidationError):
            yield adapter.validate_python(each)


@dataclass(frozen=True)
class Site:
    """The small site with one studio more, whose records say something in every field."""

    project: Project
    base: Loaded
    known: dict[str, list[Any]] = field(default_factory=dict)
    """What typed fields may take."""

    def given_out(self, changed: Iterable[str] = ()) -> tuple[Files, set[str]]:
        """The files of the search and of the open data, and the fields that the records fill."""
        filling = Filling(changed=frozenset(changed), known=self.known)
        folder = PurePosixPath("north", STUDIO)
        records = {
            folder / "studio.yml": filling.record(models.StudioRecord, "studio"),
            folder / "2013.yml": filling.record(models.YearRecord, "year"),
            PurePosixPath("decisions/2013-02.yml"): filling.record(models.DecisionRecord, "decision"),
            PurePosixPath("notices/2013-02.yml"): filling.record(models.NoticeRecord, "notice"),
            PurePosixPath("events/2013-02.yml"): filling.record(models.EventRecord, "event"),
            PurePosixPath("inspections/2013-02.yml"): filling.record(models.InspectionRecord, "inspection"),
            PurePosixPath("alliances.yml"): models.AlliancesRecord.model_construct(
                alliances=(filling.record(models.Alliance, "alliance"),)
            ),
        }
        pictures = {folder / "photos" / name for name in ("cover.png", "other.png")}
        loaded = replace(
            self.base,
            records=dict(sorted({**self.base.records, **records}.items())),
            pictures=self.base.pictures | pictures,
            digests={**self.base.digests, **{path: digest(repr(record).encode()) for path, record in records.items()}},
        )
        registry = Registry.of(loaded)
        assert registry
        published, _ = gallery.publish(registry, self.project.studios, self.project.pictures)
        context = generate.context(self.project, registry, published)
        outputs = chain(
            search.emit(context), open_data.emit(context), open_data.of_studios(context, registry.active_studios)
        )
        return {each.path: each.data for each in outputs if each.path.suffix != ".md"}, filling.places
