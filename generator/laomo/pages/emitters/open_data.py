"""Open data (F57): each collection as CSV and JSON, a JSON file per studio, the JSON Schema, and the page that documents them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import PurePosixPath
from typing import Any, Generic, TypeVar

from laomo.pages import breadcrumbs, json_ld, open_data_models
from laomo.pages.context import Context
from laomo.records import models
from laomo.records.models import PartialDate
from laomo.registry import recent, urls
from laomo.registry.people import Person
from laomo.registry.projects import StudioProject, projects
from laomo.registry.studio import Achievement, Designation, Studio
from laomo.registry.targets import TargetProgress, Targets
from laomo.system.output import Output

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Collection(Generic[T]):
    """All items of one kind, and the function that converts an item to its public model."""

    name: str
    kind: type[open_data_models.Public]
    items: Sequence[T]
    row: Callable[[T], open_data_models.Public]

    @property
    def rows(self) -> Iterator[open_data_models.Public]:
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
        version=open_data_models.VERSION,
        recent=bool(recent.changes(registry, recent.LATELY[-1])),
    )
    yield Output.ready(_path(f"schema-{open_data_models.VERSION}.json"), open_data_models.schema())
    fingerprint = partial(
        context.fingerprints.of, urls.DATA, registry.active_studios, registry.targets, registry.events
    )
    for each in collections:
        yield Output(_path(f"{each.name}.csv"), partial(_csv, each), fingerprint=fingerprint)
        yield Output(_path(f"{each.name}.json"), partial(_json, context, each), fingerprint=fingerprint)


def of_studios(context: Context, studios: Sequence[Studio]) -> Iterator[Output]:
    for studio in (each for each in studios if not each.ended):
        fingerprint = partial(context.fingerprints.of, urls.DATA, studio)
        yield Output(_path(f"studios/{studio.id}.json"), partial(_of_studio, context, studio), fingerprint=fingerprint)


def _collections(context: Context) -> Iterator[_Collection[Any]]:
    registry = context.registry
    titles = [(studio, title) for studio in registry.active_studios for title in studio.titles]
    targets = [(table, row) for table in registry.targets for row in table.rows]
    yield _Collection("studios", open_data_models.OpenDataStudio, registry.active_studios, partial(_studio, context))
    yield _Collection(
        "achievements", open_data_models.OpenDataAchievement, registry.achievements, partial(_achievement, context)
    )
    yield _Collection("people", open_data_models.OpenDataPerson, registry.persons, _person)
    yield _Collection("designations", open_data_models.OpenDataDesignation, titles, lambda each: _title(*each))
    if found := projects(registry):
        yield _Collection("projects", open_data_models.OpenDataProject, found, partial(_project, context))
    if registry.events:
        events = partial(_event, context)
        yield _Collection("events", open_data_models.OpenDataEvent, registry.events, lambda each: events(*each))
    yield _Collection("targets", open_data_models.OpenDataTarget, targets, lambda each: _target(*each))


def _project(context: Context, project: StudioProject) -> open_data_models.OpenDataProject:
    record = project.record
    return open_data_models.OpenDataProject(
        studio=project.studio.id,
        sample=project.studio.record.sample,
        year=project.year,
        title=record.title,
        area=record.area,
        problem=record.problem,
        goal=record.goal,
        status=record.status,
        results=tuple(item.record.id for item in project.results),
        page=(context.address or "/") + project.url,
    )


def _event(context: Context, name: str, event: models.EventRecord) -> open_data_models.OpenDataEvent:
    known = context.registry.studio_by_id
    return open_data_models.OpenDataEvent(
        id=name,
        sample=event.sample,
        title=event.title,
        kind=event.kind,
        date=event.date.iso,
        end=_iso(event.end),
        place=event.place,
        organiser=event.organiser,
        address=event.address,
        summary=event.summary,
        studios=tuple(each for each in event.studios if each in known),
        union=event.union,
        page=(context.address or "/") + urls.event(name),
    )


def _path(name: str) -> PurePosixPath:
    return PurePosixPath(urls.DATA + name)


def _csv(of: _Collection[Any]) -> bytes:
    return open_data_models.as_csv(of.kind, of.rows)


def _json(context: Context, of: _Collection[Any]) -> bytes:
    return open_data_models.collection_as_json(open_data_models.Terms(**_terms(context)), of.name, of.rows)


def _of_studio(context: Context, studio: Studio) -> bytes:
    catalogue = open_data_models.Catalogue(
        **_terms(context),
        studio=_studio(context, studio),
        achievements=tuple(_achievement(context, item) for item in studio.achievements),
        designations=tuple(_title(studio, title) for title in studio.titles),
    )
    return open_data_models.as_json(catalogue)


def _terms(context: Context) -> dict[str, Any]:
    site = context.registry.site
    return {
        "site": site.name,
        "sample": context.registry.demonstration,
        "as_of": site.as_of.iso,
        "licence": site.licence,
    }


def _studio(context: Context, studio: Studio) -> open_data_models.OpenDataStudio:
    record = studio.record
    return open_data_models.OpenDataStudio(
        id=studio.id,
        sample=record.sample,
        name=record.name,
        category=record.category,
        types=record.types,
        kinds=record.kinds,
        industry=record.industry,
        region=record.region,
        union=open_data_models.OpenDataUnion(id=studio.union.id, name=studio.union.name),
        units=record.units,
        leaders=tuple(_leader(leader) for leader in studio.leaders),
        founded=_iso(record.founded),
        plaque=_iso(record.plaque),
        level=studio.level,
        team=record.team.total if record.team else None,
        slogan=record.slogan,
        intro=record.intro,
        honours=_honours(record.honours),
        updated=_iso(record.updated),
        page=(context.address or "/") + studio.url,
    )


def _achievement(context: Context, item: Achievement) -> open_data_models.OpenDataAchievement:
    record = item.record
    return open_data_models.OpenDataAchievement(
        id=record.id,
        sample=item.studio.record.sample,
        studios=tuple(studio.id for studio in item.studios),
        year=item.year,
        title=record.title,
        kind=record.kind,
        innovation=record.innovation,
        problem=record.problem,
        solution=record.solution,
        effect=record.effect,
        measures=tuple(
            open_data_models.OpenDataMeasure(
                indicator=m.indicator,
                before=str(m.before),
                after=str(m.after),
                unit=m.unit,
                says=m.says,
                direction=m.direction,
            )
            for m in record.measures
        ),
        benefits=tuple(
            open_data_models.OpenDataBenefit(kind=b.kind, amount=str(b.amount) if b.amount else None, period=b.period)
            for b in record.benefits
        ),
        social_benefit=record.social_benefit,
        recognised_by=tuple(
            open_data_models.OpenDataRecognition(body=r.body, level=r.level, year=r.year, award=r.award)
            for r in record.recognised_by
        ),
        patent_state=record.ip_state,
        patent_number=record.ip.number if record.ip else None,
        applied_at=tuple(each.place for each in record.promotion),
        page=(context.address or "/") + item.url,
    )


def _person(person: Person) -> open_data_models.OpenDataPerson:
    leader = person.leader
    return open_data_models.OpenDataPerson(
        name=leader.name,
        sample=all(studio.record.sample for studio in person.studios),
        kind=leader.kind,
        job=leader.job,
        skill_grade=leader.skill_grade,
        specialities=leader.specialities,
        honours=_honours(leader.honours),
        studios=tuple(studio.id for studio in person.studios),
    )


def _leader(leader: models.Leader) -> open_data_models.OpenDataLeader:
    honours = _honours(leader.honours)
    return open_data_models.OpenDataLeader(
        name=leader.name, role=leader.role, kind=leader.kind, job=leader.job, honours=honours
    )


def _honours(honours: Sequence[models.Honour]) -> tuple[open_data_models.OpenDataHonour, ...]:
    return tuple(
        open_data_models.OpenDataHonour(name=honour.name, level=honour.level, year=honour.year) for honour in honours
    )


def _title(studio: Studio, title: Designation) -> open_data_models.OpenDataDesignation:
    decision = title.decision
    return open_data_models.OpenDataDesignation(
        studio=studio.id,
        sample=decision.sample,
        title=title.title,
        result=decision.result,
        level=decision.level,
        bodies=decision.bodies,
        date=decision.date.iso,
        valid_to=_iso(decision.valid_to),
        doc_no=decision.doc_no,
    )


def _target(table: Targets, row: TargetProgress) -> open_data_models.OpenDataTarget:
    return open_data_models.OpenDataTarget(
        year=table.year,
        union=row.union.id,
        union_name=row.union.name,
        sample=table.record.sample,
        created_target=row.target.created,
        created=row.progress[0].done,
        qualified_target=row.target.qualified,
        qualified=row.progress[1].done,
    )


def _iso(date: PartialDate | None) -> str | None:
    return date.iso if date else None
