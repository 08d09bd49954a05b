"""Open data (F57): each collection as CSV and JSON, a JSON file per studio, the JSON Schema, and the page that documents them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import PurePosixPath
from typing import Any, Generic, TypeVar

from laomo.pages import breadcrumbs, json_ld
from laomo.pages import open_data_formats as formats
from laomo.pages import open_data_models as data
from laomo.pages import open_data_round as round_data
from laomo.pages import open_data_round_rows as round_rows
from laomo.pages import open_data_rows as rows
from laomo.pages.context import Context
from laomo.pages.open_data_base import Public
from laomo.registry import recent, urls
from laomo.registry.projects import projects
from laomo.registry.studio import Studio
from laomo.system.output import Output

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Collection(Generic[T]):
    """All items of one kind, and the function that converts an item to its public model."""

    name: str
    kind: type[Public]
    items: Sequence[T]
    row: Callable[[T], Public]

    @property
    def rows(self) -> Iterator[Public]:
        return map(self.row, self.items)


def emit(context: Context) -> Iterator[Output]:
    registry = context.registry
    collections = tuple(_collections(context))
    yield context.page(
        "data.md",
        urls.DATA,
        trail=breadcrumbs.to(*context.existing(breadcrumbs.ABOUT), breadcrumbs.OPEN_DATA),
        linked=context.about(
            json_ld.catalogue,
            registry.site,
            [(each.name, each.kind.label) for each in collections],
            sample=registry.demonstration,
        ),
        collections=[(each.name, each.kind, len(each.items)) for each in collections],
        version=data.VERSION,
        recent=bool(recent.changes(registry, recent.LATELY[-1])),
    )
    yield Output.ready(_path(f"schema-{data.VERSION}.json"), formats.schema())
    of_all = context.fingerprints.of(
        urls.DATA,
        registry.active_studios,
        registry.targets,
        registry.events,
        registry.announced,
        registry.notices,
        registry.alliances,
        registry.unions,
    )
    for each in collections:
        yield Output(_path(f"{each.name}.csv"), partial(_csv, each), fingerprint=lambda: of_all)
        yield Output(_path(f"{each.name}.json"), partial(_json, context, each), fingerprint=lambda: of_all)


def of_studios(context: Context, studios: Sequence[Studio]) -> Iterator[Output]:
    for studio in (each for each in studios if not each.ended):
        fingerprint = partial(context.fingerprints.of, urls.DATA, studio)
        yield Output(_path(f"studios/{studio.id}.json"), partial(_of_studio, context, studio), fingerprint=fingerprint)


def _collections(context: Context) -> Iterator[_Collection[Any]]:
    registry = context.registry
    titles = [(studio, title) for studio in registry.active_studios for title in studio.titles]
    years = [(studio, year) for studio in registry.active_studios for year in studio.years]
    targets = [(table, row) for table in registry.targets for row in table.rows]
    yield _Collection("studios", data.OpenDataStudio, registry.active_studios, partial(rows.studio, context))
    yield _Collection(
        "achievements", data.OpenDataAchievement, registry.achievements, partial(rows.achievement, context)
    )
    yield _Collection("people", data.OpenDataPerson, registry.persons, rows.person)
    yield _Collection("designations", data.OpenDataDesignation, titles, _spread(rows.title))
    yield _Collection("targets", round_data.OpenDataTarget, targets, _spread(round_rows.target))
    some = (
        _Collection("projects", data.OpenDataProject, projects(registry), partial(rows.project, context)),
        _Collection("years", data.OpenDataYear, years, _spread(rows.year, context)),
        _Collection(
            "decisions", round_data.OpenDataDecision, registry.announced, _spread(round_rows.decision, context)
        ),
        _Collection("notices", round_data.OpenDataNotice, registry.notices, _spread(round_rows.notice, context)),
        _Collection("events", round_data.OpenDataEvent, registry.events, _spread(round_rows.event, context)),
        _Collection(
            "alliances", round_data.OpenDataAlliance, registry.alliances, partial(round_rows.alliance, context)
        ),
        _Collection("unions", round_data.OpenDataUnionProfile, registry.unions, partial(round_rows.union, context)),
    )
    yield from (each for each in some if each.items)


def _spread(row: Callable[..., Public], *first: Context) -> Callable[[tuple[Any, ...]], Public]:
    """The function of a tuple that passes its items on."""
    return lambda item: row(*first, *item)


def _path(name: str) -> PurePosixPath:
    return PurePosixPath(urls.DATA + name)


def _csv(of: _Collection[Any]) -> bytes:
    return formats.as_csv(of.kind, of.rows)


def _json(context: Context, of: _Collection[Any]) -> bytes:
    return formats.collection_as_json(data.Terms(**_terms(context)), of.name, of.rows)


def _of_studio(context: Context, studio: Studio) -> bytes:
    catalogue = data.Catalogue(
        **_terms(context),
        studio=rows.studio(context, studio),
        achievements=tuple(rows.achievement(context, item) for item in studio.achievements),
        designations=tuple(rows.title(studio, title) for title in studio.titles),
    )
    return formats.as_json(catalogue)


def _terms(context: Context) -> dict[str, Any]:
    site = context.registry.site
    return {
        "site": site.name,
        "sample": context.registry.demonstration,
        "as_of": site.as_of.iso,
        "licence": site.licence,
    }
