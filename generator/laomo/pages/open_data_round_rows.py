"""What unions issue and organise as items of the open data. Studios that are not public are left out of it."""

from collections.abc import Iterable
from pathlib import PurePosixPath

from laomo.pages.context import Context
from laomo.pages.open_data_base import iso
from laomo.pages.open_data_round import (
    OpenDataAlliance,
    OpenDataDecision,
    OpenDataEvent,
    OpenDataNotice,
    OpenDataTarget,
    OpenDataUnionProfile,
)
from laomo.records import models
from laomo.registry import urls
from laomo.registry.targets import TargetProgress, Targets


def decision(context: Context, path: PurePosixPath, record: models.DecisionRecord) -> OpenDataDecision:
    """A decision; `path` is that of its record."""
    return OpenDataDecision(
        id=path.stem,
        sample=record.sample,
        title=record.title,
        result=record.result,
        designation=record.designation,
        level=record.level,
        bodies=record.bodies,
        date=record.date.iso,
        valid_to=iso(record.valid_to),
        doc_no=record.doc_no,
        batch=record.batch,
        grounds=record.grounds,
        studios=_known(context, (each.studio for each in record.studios)),
        page=(context.address or "/") + urls.decision(path.stem),
    )


def notice(context: Context, name: str, record: models.NoticeRecord) -> OpenDataNotice:
    """A notice without its text."""
    return OpenDataNotice(
        id=name,
        sample=record.sample,
        title=record.title,
        kind=record.kind,
        date=record.date.iso,
        issuer=record.issuer,
        start=iso(record.start),
        end=iso(record.end),
        deadline=iso(record.deadline),
        union=record.union,
        doc_no=record.doc_no,
        studios=_known(context, record.studios),
        house=_house(context, urls.notice(name)),
        page=(context.address or "/") + urls.notice(name),
    )


def event(context: Context, name: str, record: models.EventRecord) -> OpenDataEvent:
    """What makes studios known."""
    return OpenDataEvent(
        id=name,
        sample=record.sample,
        title=record.title,
        kind=record.kind,
        date=record.date.iso,
        end=iso(record.end),
        place=record.place,
        organiser=record.organiser,
        address=record.address,
        summary=record.summary,
        studios=_known(context, record.studios),
        union=record.union,
        house=_house(context, urls.event(name)),
        page=(context.address or "/") + urls.event(name),
    )


def alliance(context: Context, record: models.Alliance) -> OpenDataAlliance:
    """An alliance of studios and units."""
    return OpenDataAlliance(
        id=record.id,
        sample=record.sample,
        name=record.name,
        kind=record.kind,
        founded=iso(record.founded),
        lead=record.lead,
        members=record.members,
        page=(context.address or "/") + urls.alliance(record.id),
    )


def union(context: Context, record: models.UnionRecord) -> OpenDataUnionProfile:
    """A union of the list."""
    return OpenDataUnionProfile(
        id=record.id,
        name=record.name,
        kind=record.kind,
        parent=record.parent,
        landline=record.landline,
        page=(context.address or "/") + urls.union(record.id),
    )


def target(table: Targets, row: TargetProgress) -> OpenDataTarget:
    """A union's targets of a year and what became of them. What is not on record is None, not 0."""
    return OpenDataTarget(
        year=table.year,
        union=row.union.id,
        union_name=row.union.name,
        sample=table.record.sample,
        created_target=row.target.created,
        created=row.progress[0].done,
        qualified_target=row.target.qualified,
        qualified=row.progress[1].done,
    )


def _house(context: Context, url: str) -> str | None:
    home = context.registry.paper_homes.get(url)
    return home.union.id if home else None


def _known(context: Context, studios: Iterable[str]) -> tuple[str, ...]:
    return tuple(each for each in studios if each in context.registry.studio_by_id)
