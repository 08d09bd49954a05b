"""The public timeline of a studio (domain notes §2 F33). It leaves out 限期整改, which is internal."""

from collections.abc import Iterator

from laomo.records.models import PartialDate, vocabulary
from laomo.registry.studio import Designation, Studio

Step = tuple[PartialDate, str, str]
"""Date, label, and the text beside it."""
_ORDER = list(dict.fromkeys((*vocabulary.STEPS_BEFORE_A_TITLE, *vocabulary.DECISION_RESULTS)))
"""On one day a studio first applies, is accepted, then named, then reviewed, in whatever order the decisions are filed."""


def steps(studio: Studio) -> list[Step]:
    """All steps, oldest first. A studio that has ended keeps its documents but shows no leaders."""
    found = [*_beginnings(studio), *_decisions(studio), *_endings(studio)]
    if not studio.ended:
        found += _leaders(studio)
    return sorted(found, key=lambda item: item[0])


def _beginnings(studio: Studio) -> Iterator[Step]:
    if studio.record.founded:
        yield studio.record.founded, "成立", ""
    if studio.record.plaque:
        yield studio.record.plaque, "挂牌", ""


def _decisions(studio: Studio) -> Iterator[Step]:
    for designation in sorted(studio.designations, key=_place):
        decision = designation.decision
        if decision.result == "限期整改":
            continue
        yield decision.date, decision.result, f"{designation.title}（{_source(designation)}）"
        if designation.expired and decision.valid_to and designation in studio.titles:
            yield decision.valid_to, "称号到期", designation.title


def _place(designation: Designation) -> tuple[str, int]:
    return designation.decision.date.iso, _ORDER.index(designation.decision.result)


def _source(designation: Designation) -> str:
    """The deciding bodies and the document number."""
    decision = designation.decision
    return "，".join([*decision.bodies, *([decision.doc_no] if decision.doc_no else [])])


def _endings(studio: Studio) -> Iterator[Step]:
    record = studio.record
    if record.ended_on and studio.ending in ("合并", "迁出"):
        yield record.ended_on, studio.ending, record.moved_to or ""


def _leaders(studio: Studio) -> Iterator[Step]:
    """Leaders who succeeded somebody or joined: those who started after the founding or the first known start."""
    unredacted = studio.unredacted.leaders
    origin = studio.created or min((leader.start for leader in unredacted if leader.start), default=None)
    for leader in studio.record.leaders:
        if leader.start and origin and origin.surely_before(leader.start):
            succeeds = any(other.end and not leader.start.surely_before(other.end) for other in unredacted)
            step = "变更领衔人" if succeeds else "增加领衔人"
            yield leader.start, step, f"{leader.name}接任领衔人" if succeeds else f"{leader.name}任{leader.role}"
