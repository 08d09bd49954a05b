"""For the union only, never on the site: what inspections said of each studio, and what was decided after them (厦工办〔2013〕6号 四·4)."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from laomo.records.models import DecisionRecord, InspectionRecord, PartialDate
from laomo.registry.registry import Registry
from laomo.registry.studio import Studio

_IN_THE_YEAR = "年度档案里的检查记录"


@dataclass(frozen=True, slots=True)
class Inspected:
    """What an inspection said of one studio."""

    studio: Studio
    title: str
    date: PartialDate | None
    """None for what stands in the record of a year."""
    finding: str
    advice: str
    followed: tuple[DecisionRecord, ...] = ()
    """The decisions after it that name this studio."""


def inspected(registry: Registry, year: int) -> Mapping[str, Sequence[Inspected]]:
    """Id of a studio → what inspections since the beginning of a year said of it, oldest first, then what the record of that year says."""
    found = defaultdict[str, list[Inspected]](list)
    visits = (
        each for each in registry.records.values() if isinstance(each, InspectionRecord) and each.date.year >= year
    )
    for visit in sorted(visits, key=lambda each: each.date):
        for each in _of_visit(registry, visit):
            found[each.studio.id].append(each)
    for studio in registry.studios:
        reports = (each.record.report for each in studio.filed_years if each.year == year)
        texts = (each.inspection for each in reports if each and each.inspection)
        found[studio.id] += (Inspected(studio, _IN_THE_YEAR, None, text, "") for text in texts)
    return found


def _of_visit(registry: Registry, visit: InspectionRecord) -> Iterator[Inspected]:
    paths = (PurePosixPath("decisions", f"{name}.yml") for name in visit.decisions)
    decisions = [each for path in paths if isinstance(each := registry.records.get(path), DecisionRecord)]
    for said in visit.studios:
        if studio := registry.studio_by_id.get(said.studio):
            followed = (each for each in decisions if said.studio in {named.studio for named in each.studios})
            yield Inspected(studio, visit.title, visit.date, said.finding or "", said.advice or "", tuple(followed))
