"""Studios and what they have as items of the open data."""

from collections.abc import Iterable, Sequence

from laomo.pages import open_data_models
from laomo.pages.context import Context
from laomo.pages.open_data_base import iso
from laomo.records import models
from laomo.records.models.year import BenefitRecord, Suggestions
from laomo.registry.people import Person
from laomo.registry.projects import StudioProject
from laomo.registry.studio import Achievement, Designation, Studio, Year


def project(context: Context, project: StudioProject) -> open_data_models.OpenDataProject:
    """A project, with the ids of its results."""
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


def year(context: Context, studio: Studio, year: Year) -> open_data_models.OpenDataYear:
    """The figures of a studio's year."""
    record, results = year.record, studio.achievements_by_year.get(year.year, ())
    suggestions = record.suggestions or Suggestions()
    return open_data_models.OpenDataYear(
        studio=studio.id,
        sample=studio.record.sample,
        year=year.year,
        projects=len(record.projects),
        achievements=len(results),
        sessions=total(each.sessions for each in record.trainings),
        attendances=total(each.attendances for each in record.trainings),
        apprentices=record.mentoring.apprentices if record.mentoring else None,
        members_promoted=record.members_promoted,
        exchanges=len(record.exchanges),
        assistance=len(record.assistance),
        suggestions_proposed=suggestions.proposed,
        suggestions_adopted=suggestions.adopted,
        suggestions_implemented=suggestions.implemented,
        benefits=tuple(_benefit(each) for item in results for each in item.record.benefits),
        page=(context.address or "/") + studio.report_url(year.year),
    )


def total(numbers: Iterable[int | None]) -> int | None:
    """The sum; None without numbers, or if one is not stated."""
    stated = list(numbers)
    known = [number for number in stated if number is not None]
    return sum(known) if known and len(known) == len(stated) else None


def _benefit(benefit: BenefitRecord) -> open_data_models.OpenDataBenefit:
    amount = str(benefit.amount) if benefit.amount else None
    return open_data_models.OpenDataBenefit(kind=benefit.kind, amount=amount, period=benefit.period)


def studio(context: Context, studio: Studio) -> open_data_models.OpenDataStudio:
    """A studio, without its achievements and titles."""
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
        founded=iso(record.founded),
        plaque=iso(record.plaque),
        level=studio.level,
        team=record.team.total if record.team else None,
        slogan=record.slogan,
        intro=record.intro,
        honours=_honours(record.honours),
        updated=iso(record.updated),
        page=(context.address or "/") + studio.url,
    )


def achievement(context: Context, item: Achievement) -> open_data_models.OpenDataAchievement:
    """A published achievement."""
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
        benefits=tuple(map(_benefit, record.benefits)),
        social_benefit=record.social_benefit,
        recognised_by=tuple(
            open_data_models.OpenDataRecognition(body=r.body, level=r.level, year=r.year, award=r.award)
            for r in record.recognised_by
        ),
        patent_state=record.ip_state,
        patent_number=record.ip.number if record.ip else None,
        adopted=record.adopted,
        applied_at=tuple(each.place for each in record.promotion),
        page=(context.address or "/") + item.url,
    )


def person(person: Person) -> open_data_models.OpenDataPerson:
    """A leader, with all studios that they lead."""
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


def title(studio: Studio, title: Designation) -> open_data_models.OpenDataDesignation:
    """A title that a studio holds."""
    decision = title.decision
    return open_data_models.OpenDataDesignation(
        studio=studio.id,
        sample=decision.sample,
        title=title.title,
        result=decision.result,
        level=decision.level,
        bodies=decision.bodies,
        date=decision.date.iso,
        valid_to=iso(decision.valid_to),
        doc_no=decision.doc_no,
    )
