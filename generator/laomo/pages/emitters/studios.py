"""A page for each studio, and the list of accepted studios. The directory is made by `directory`."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from laomo.pages import breadcrumbs, json_ld
from laomo.pages.context import Context, Standards
from laomo.pages.team_table import shown_team
from laomo.records.models import Alliance, EventRecord, UnionRecord
from laomo.registry import generations, mentoring, standing, timeline, urls
from laomo.registry.registry import Registry
from laomo.registry.relations import RelatedStudio, Relations
from laomo.registry.sharing import Contact, contact
from laomo.registry.standards import evidence
from laomo.registry.studio import Studio
from laomo.system.output import Output


def emit(context: Context) -> Iterator[Output]:
    registry = context.registry
    qualified: dict[str, Any] = {
        "heading": "已验收达标的工作室",
        "shelves": (),
        "shelf": None,
        "feed": False,
        "others": (),
        "home": "studios/",
    }
    trail = breadcrumbs.to(breadcrumbs.STUDIOS, (qualified["heading"], urls.listing(urls.QUALIFIED)))
    yield from context.pages("studios.md", urls.QUALIFIED, registry.qualified, trail=trail, entry=_entry, **qualified)


def of_studios(context: Context, studios: Sequence[Studio]) -> Iterator[Output]:
    for studio in studios:
        yield _tombstone(context, studio) if studio.ended else _page(context, studio)


def _entry(studio: Studio) -> tuple[str, str]:
    return studio.name, studio.url


def _page(context: Context, studio: Studio) -> Output:
    return context.page_of(
        "studio.md",
        studio.url,
        _facts,
        studio,
        _Place.of(context.registry, studio),
        _Company.of(context.relations, studio, context.events_of.get(studio.id, [])),
        context.standards,
        context.registry.site.as_of.year,
        source=studio.path,
        linked=lambda address: json_ld.studio(address, studio, context.cards.get(studio.id)),
    )


@dataclass(frozen=True, slots=True)
class _Place:
    """What a studio's page links to: the unions that founded it jointly, the slugs of its region and industry, None if not stated, and whom to ask."""

    co_unions: list[UnionRecord]
    region: str | None
    industry: str | None
    asked: Contact

    @classmethod
    def of(cls, registry: Registry, studio: Studio) -> "_Place":
        unions = (registry.union_by_id.get(each) for each in studio.record.co_unions)
        industry = registry.industries.get(studio.record.industry or "")
        region = registry.regions.get(studio.record.region or "")
        return cls([union for union in unions if union], region, industry, contact(registry, studio))


@dataclass(frozen=True, slots=True)
class _Company:
    """The alliances, declared relations and neighbours of a studio, and the events that name it, newest first."""

    relations: list[RelatedStudio]
    alliances: list[tuple[str, Alliance]]
    neighbours: list[tuple[Studio, str]]
    events: Sequence[tuple[str, EventRecord]]

    @classmethod
    def of(cls, relations: Relations, studio: Studio, events: Sequence[tuple[str, EventRecord]] = ()) -> "_Company":
        alliances = [(urls.alliance(alliance.id), alliance) for alliance in relations.alliances(studio)]
        return cls(relations.relations(studio), alliances, relations.neighbours(studio), events)


def _facts(studio: Studio, place: _Place, company: _Company, standards: Standards, as_of: int) -> dict[str, Any]:
    team = studio.record.team
    steps = timeline.steps(studio)
    facts = {
        "trail": breadcrumbs.to_studio(studio),
        "studio": studio,
        "years": studio.years[::-1],
        "place": place,
        "company": company,
        "timeline": steps,
        "standing": standing.sentence(studio),
        "folded": _folded(studio, steps, company.events),
        "taught": _taught(studio),
        "lineage": mentoring.trees(studio),
        "line": generations.of(studio, as_of),
        "team": shown_team(team) if team else None,
        "of_years": evidence.by_year(studio, standards.records),
    }
    return {**facts, "halls": _halls(studio, company, facts)}


def _halls(studio: Studio, company: _Company, facts: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The sections (halls) of the page that are not empty, in order: id and label. Their templates are `studio/<id>.md`."""
    record = studio.record
    halls: tuple[tuple[str, str, object], ...] = (
        ("intro", "简介", record.intro or record.positioning or record.methods or record.kinds or record.photos),
        ("achievements", "创新成果", studio.achievements_by_year),
        ("leaders", "领衔人与团队" if record.leaders else "创新团队", record.leaders or facts["team"]),
        ("mentoring", "传帮带", facts["taught"] or facts["lineage"]),
        ("reports", "年报与资料", not studio.brief and (facts["years"] or facts["of_years"] or facts["folded"])),
        ("events", "宣传与报道", studio.brief and company.events),
        ("ties", "相关工作室与联盟", company.relations or company.alliances or company.neighbours),
    )
    return [(name, label) for name, label, shown in halls if shown]


def _folded(
    studio: Studio, steps: Sequence[timeline.Step], events: Sequence[tuple[str, EventRecord]]
) -> list[tuple[str, str]]:
    """What few readers ask for, folded at the end of 年报与资料: id and label."""
    record = studio.record
    parts: tuple[tuple[str, str, object], ...] = (
        ("place", "场地与保障", record.place or record.rules or record.ledger or record.funding or record.photos[1:]),
        ("links", "视频与全景", record.links),
        ("events", "宣传与报道", events),
        ("honours", "集体荣誉", studio.honours),
        ("timeline", "发展历程", steps),
    )
    return [(name, label) for name, label, shown in parts if shown]


def _taught(studio: Studio) -> list[tuple[int, str]]:
    """What the studio did for others, in at most three numbers with what they count; unknown ones and zeros are left out."""
    years = [year.record for year in studio.years]
    latest = next((year for year in reversed(studio.years) if year.record.mentoring), None)
    apprentices = latest.record.mentoring.apprentices if latest and latest.record.mentoring else 0
    attended = sum(training.attendances or 0 for year in years for training in year.trainings)
    implemented = sum(year.suggestions.implemented or 0 for year in years if year.suggestions)
    numbers = (
        (apprentices, f"名徒弟（{latest.year}年）" if latest else ""),
        (attended, "人次参加培训"),
        (implemented, "条建议已实施"),
    )
    return [(number, counted) for number, counted in numbers if number]


def _tombstone(context: Context, studio: Studio) -> Output:
    """The page of a studio that has ended: what happened, and its successor if it was merged."""
    successor = context.registry.studio_by_id.get(studio.record.merged_into or "")
    return context.page(
        "tombstone.md",
        studio.url,
        trail=breadcrumbs.to_studio(studio),
        source=studio.path,
        studio=studio,
        successor=successor,
        timeline=timeline.steps(studio),
    )
