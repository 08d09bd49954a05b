"""No field of a record is forgotten: another value of it changes the search or the open data, or `EXCUSED` says why not."""

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from laomo.project import Project
from laomo.records.loader import load
from tests.conftest import SMALL
from tests.pages.filling import STUDIO, Site

_PAGE = "stands on the page only"
_REPORT = "stands in the annual report only"
_HONOUR = "stands on the page; data give name, level and year of an honour"
_YEAR_HONOUR = (
    "stands on the page and in the annual report; the search finds the name, data have the honours of the profile"
)
_PICTURE = "stands beside the picture"
_COUNT = "a number: on the page, in the annual report and in the statistics"
_TEAM = "on the page and in the statistics, small groups hidden; data give the total"
_CROSSED = "in the statistics of all teams, small groups hidden"
_INSPECTION = "internal: never published"
_ENDED = "stands on the page of a studio that has ended, which search and data leave out"
_DATED = "stands on the page and in the annual report"

EXCUSED: Mapping[str, str] = {
    "decision.studios.granted": "stands on the page of decisions only",
    "decision.studios.support": "stands on the page of decisions only",
    **{f"inspection.{name}": _INSPECTION for name in ("bodies", "date", "decisions", "end", "kind", "sample", "title")},
    **{f"inspection.studios.{name}": _INSPECTION for name in ("advice", "finding", "studio")},
    "studio.co_unions": "stands on the pages of the studio and of the union",
    "studio.ended_on": _ENDED,
    "studio.funding.amount": _PAGE,
    "studio.funding.sources": _PAGE,
    "studio.honours.body": _HONOUR,
    "studio.honours.doc_no": _HONOUR,
    "studio.landline": "stands on the pages of the studio and of the list of borrowable results",
    "studio.leaders.also_leads": "agrees that two unions' leaders are one person; shown nowhere itself",
    "studio.leaders.end": "stands on the page; with any end, a leader is a former one in search and data",
    "studio.leaders.frontline": _PAGE,
    "studio.leaders.honours.body": _HONOUR,
    "studio.leaders.honours.doc_no": _HONOUR,
    "studio.leaders.portrait.alt": _PICTURE,
    "studio.leaders.portrait.file": "the site publishes the picture under a name of its own",
    "studio.leaders.start": _PAGE,
    "studio.ledger": _PAGE,
    "studio.links.address": _PAGE,
    "studio.links.kind": _PAGE,
    "studio.links.provider": _PAGE,
    "studio.merged_into": _ENDED,
    "studio.moved_to": _ENDED,
    "studio.photos.alt": _PICTURE,
    "studio.photos.caption": _PICTURE,
    "studio.photos.date": _PICTURE,
    "studio.photos.file": "the site publishes the picture under a name of its own",
    "studio.photos.source": _PICTURE,
    "studio.place.area": _PAGE,
    "studio.place.host": _PAGE,
    "studio.quote.occasion": _PAGE,
    "studio.quote.speaker": _PAGE,
    "studio.relations.kind": "stands on the pages of both studios",
    "studio.relations.since": "stands on the pages of both studios",
    "studio.relations.studio": "stands on the pages of both studios",
    "studio.rules.year": _PAGE,
    "studio.status": "a pause stands on the page; whatever else but 正常 takes the studio out of search and data",
    "studio.team.by_age": _TEAM,
    "studio.team.by_education": _TEAM,
    "studio.team.by_grade": _TEAM,
    "studio.team.by_grade_and_age.age": _CROSSED,
    "studio.team.by_grade_and_age.count": _CROSSED,
    "studio.team.by_grade_and_age.grade": _CROSSED,
    "studio.team.female": _TEAM,
    "studio.team.frontline": _TEAM,
    "studio.took_part_in": "agrees to share what another union's studio reports; shown nowhere itself",
    "year.achievements.benefits.as_of": _DATED,
    "year.achievements.benefits.note": _DATED,
    "year.achievements.benefits.source": _DATED,
    "year.achievements.disclosure": "decides whether the achievement is shown at all; the word itself is shown nowhere",
    "year.achievements.ip.date": _DATED,
    "year.achievements.ip.owner": _DATED,
    "year.achievements.photos.alt": _PICTURE,
    "year.achievements.photos.caption": _PICTURE,
    "year.achievements.photos.date": _PICTURE,
    "year.achievements.photos.file": "stands on the achievement's page, whose card in the search has no picture",
    "year.achievements.photos.source": _PICTURE,
    "year.achievements.promotion.count": _DATED,
    "year.achievements.promotion.scope": _DATED,
    "year.achievements.promotion.year": _DATED,
    "year.achievements.recognised_by.doc_no": _DATED,
    "year.assistance.date": _DATED,
    "year.assistance.note": _REPORT,
    "year.exchanges.date": _DATED,
    "year.exchanges.note": _REPORT,
    "year.honours.body": _YEAR_HONOUR,
    "year.honours.doc_no": _YEAR_HONOUR,
    "year.honours.level": _YEAR_HONOUR,
    "year.honours.year": _YEAR_HONOUR,
    "year.leader_trainings.date": _DATED,
    "year.leader_trainings.note": _REPORT,
    "year.mentoring.assessment": _DATED,
    "year.mentoring.incentive": _DATED,
    "year.mentoring.outcomes.after": _DATED,
    "year.mentoring.outcomes.before": _DATED,
    "year.mentoring.outcomes.count": _COUNT,
    "year.mentoring.outcomes.kind": _DATED,
    "year.mentoring.pairs.apprentice": "agreed to the page and the annual report; search and data do not name apprentices",
    "year.mentoring.pairs.consent": "the day on which the apprentice agreed; shown nowhere",
    "year.mentoring.pairs.mentor": _DATED,
    "year.mentoring.pairs.outcome": _DATED,
    "year.mentoring.pairs.start": _DATED,
    "year.plan_next": _REPORT,
    "year.projects.end": _DATED,
    "year.projects.kinds": _REPORT,
    "year.projects.partners": _REPORT,
    "year.projects.plan": _REPORT,
    "year.projects.source": _DATED,
    "year.projects.start": _DATED,
    "year.report.inspection": "internal: never published",
    "year.report.submitted": "internal: never published",
    "year.sample": "pages go by the profile's",
    "year.suggestions.benefit": _DATED,
    "year.trainings.audience": _DATED,
    "year.trainings.date": _REPORT,
}
"""Fields whose value is neither found by the search nor given out as data, and where it is instead."""


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Site:
    project = Project(Path(shutil.copytree(SMALL, tmp_path_factory.mktemp("fields") / "small")))
    photos = project.studios / "north" / STUDIO / "photos"
    photos.mkdir(parents=True)
    for name in ("cover.png", "other.png"):
        shutil.copy(project.studios / "north/crane/photos/cover.png", photos / name)
    return Site(project, load(project.studios))


def test_every_public_field_is_found_or_given_out_or_excused(planted: Site) -> None:
    usual, places = planted.given_out()
    silent = {place for place in places - EXCUSED.keys() if planted.given_out([place])[0] == usual}
    assert not silent, "neither found by the search nor given out as data: add them there, or say in EXCUSED why not"


def test_what_is_excused_is_a_field_and_comes_out_nowhere(planted: Site) -> None:
    usual, places = planted.given_out()
    assert places >= EXCUSED.keys(), "no such fields"
    if planted.given_out(EXCUSED)[0] != usual:
        loud = {place for place in EXCUSED if planted.given_out([place])[0] != usual}
        pytest.fail(f"excused, but found or given out: {loud}")
