"""Open data (F57): every collection as CSV and JSON, one JSON a studio, their schema, and the page that documents them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from laomo import models, opendata, urls
from laomo.emit import linked, trails
from laomo.emit.context import Context
from laomo.models import PartialDate
from laomo.studio import Achievement, Studio
from laomo.write import Output


@dataclass(frozen=True, slots=True)
class _Collection:
    """One kind of thing with everything of it."""

    name: str
    kind: type[opendata.Public]
    rows: Sequence[opendata.Public]


def emit(context: Context) -> Iterator[Output]:
    registry = context.registry
    collections = (
        _Collection("studios", opendata.Studio, [_studio(context, each) for each in registry.standing]),
        _Collection("achievements", opendata.Achievement, [_achievement(context, i) for i in registry.achievements]),
        _Collection("people", opendata.Person, list(_people(context))),
        _Collection("designations", opendata.Designation, [d for s in registry.standing for d in _titles(s)]),
        _Collection("targets", opendata.Target, list(_targets(context))),
    )
    yield context.page(
        "data.md",
        urls.DATA,
        trail=trails.to(*context.there(trails.ABOUT), trails.OPEN_DATA),
        linked=context.about(linked.catalogue, registry.site, [(each.name, each.kind.label) for each in collections]),
        collections=collections,
        version=opendata.VERSION,
    )
    yield _file(f"schema-{opendata.VERSION}.json", opendata.schema())
    for each in collections:
        yield _file(f"{each.name}.csv", opendata.as_csv(each.kind, each.rows))
        yield _file(f"{each.name}.json", _json(context, **{each.name: tuple(each.rows)}))


def of_studios(context: Context, studios: Sequence[Studio]) -> Iterator[Output]:
    for studio in (each for each in studios if not each.ended):
        row, achievements = _studio(context, studio), tuple(_achievement(context, item) for item in studio.achievements)
        found = _json(context, studio=row, achievements=achievements, designations=tuple(_titles(studio)))
        yield _file(f"studios/{studio.id}.json", found)


def _file(name: str, data: bytes) -> Output:
    return Output(PurePosixPath(urls.DATA + name), data)


def _json(context: Context, **content: Any) -> bytes:
    site = context.registry.site
    catalogue = opendata.Catalogue(site=site.name, as_of=site.as_of.iso, licence=site.licence, **content)
    return opendata.as_json(catalogue)


def _studio(context: Context, studio: Studio) -> opendata.Studio:
    record = studio.record
    return opendata.Studio(
        id=studio.id,
        sample=record.sample,
        name=record.name,
        category=record.category,
        types=record.types,
        kinds=record.kinds,
        industry=record.industry,
        region=record.region,
        union=opendata.Union(id=studio.union.id, name=studio.union.name),
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


def _achievement(context: Context, item: Achievement) -> opendata.Achievement:
    record = item.record
    return opendata.Achievement(
        id=record.id,
        studios=tuple(studio.id for studio in item.studios),
        year=item.year,
        title=record.title,
        kind=record.kind,
        innovation=record.innovation,
        problem=record.problem,
        solution=record.solution,
        effect=record.effect,
        measures=tuple(
            opendata.Measure(indicator=m.indicator, before=str(m.before), after=str(m.after), unit=m.unit)
            for m in record.measures
        ),
        benefits=tuple(
            opendata.Benefit(kind=b.kind, amount=str(b.amount) if b.amount else None, period=b.period)
            for b in record.benefits
        ),
        social_benefit=record.social_benefit,
        recognised_by=tuple(
            opendata.Recognition(body=r.body, level=r.level, year=r.year, award=r.award) for r in record.recognised_by
        ),
        patent_state=record.ip.state if record.ip else None,
        patent_number=record.ip.number if record.ip else None,
        applied_at=tuple(each.place for each in record.promotion),
        page=(context.address or "/") + item.url,
    )


def _people(context: Context) -> Iterator[opendata.Person]:
    for person in context.registry.persons:
        leader = person.leader
        yield opendata.Person(
            name=leader.name,
            kind=leader.kind,
            job=leader.job,
            skill_grade=leader.skill_grade,
            specialities=leader.specialities,
            honours=_honours(leader.honours),
            studios=tuple(studio.id for studio in person.studios),
        )


def _leader(leader: models.Leader) -> opendata.Leader:
    honours = _honours(leader.honours)
    return opendata.Leader(name=leader.name, role=leader.role, kind=leader.kind, job=leader.job, honours=honours)


def _honours(honours: Sequence[models.Honour]) -> tuple[opendata.Honour, ...]:
    valid = (honour for honour in honours if honour.status == "有效")
    return tuple(opendata.Honour(name=honour.name, level=honour.level, year=honour.year) for honour in valid)


def _titles(studio: Studio) -> Iterator[opendata.Designation]:
    for title in studio.titles:
        decision = title.decision
        yield opendata.Designation(
            studio=studio.id,
            title=title.title,
            result=decision.result,
            level=decision.level,
            bodies=decision.bodies,
            date=decision.date.iso,
            valid_to=_iso(decision.valid_to),
            doc_no=decision.doc_no,
        )


def _targets(context: Context) -> Iterator[opendata.Target]:
    for table in context.registry.targets:
        for row in table.rows:
            yield opendata.Target(
                year=table.year,
                union=row.union.id,
                union_name=row.union.name,
                created_target=row.target.created,
                created=row.progress[0].done,
                qualified_target=row.target.qualified,
                qualified=row.progress[1].done,
            )


def _iso(date: PartialDate | None) -> str | None:
    return date.iso if date else None
