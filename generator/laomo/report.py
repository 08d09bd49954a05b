"""The union's own list, never on the site: who has not reported (厦工办〔2013〕6号 四·4), what is stale, what lacks material.

The layers contract keeps the emitters from importing this module.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from laomo.evidence import Evidence, examine, since, valid_in
from laomo.messages import Language, line
from laomo.models import PartialDate, UnionRecord
from laomo.registry import Registry
from laomo.studio import Studio

_STALE_AFTER = 2
"""Years (domain notes §7 rule 7)."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A studio with items of a standard for which no material is on file."""

    studio: Studio
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class OfUnion:
    """What is outstanding among one union's studios."""

    union: UnionRecord
    expected: int
    missing: tuple[Studio, ...]
    unsubmitted: tuple[Studio, ...]
    stale: tuple[Studio, ...]
    gaps: tuple[Gap, ...]
    rectifying: tuple[Studio, ...]

    @property
    def reported(self) -> int:
        return self.expected - len(self.missing) - len(self.unsubmitted)

    @property
    def outstanding(self) -> bool:
        return bool(self.missing or self.unsubmitted or self.stale or self.gaps or self.rectifying)


@dataclass(frozen=True, slots=True)
class Report:
    """What is outstanding for one year, union by union in their order."""

    year: int
    as_of: PartialDate
    unions: tuple[OfUnion, ...]


def report(registry: Registry, year: int | None = None) -> Report:
    """The list for a year; without one, for the last year that had ended, or was about to, when the data were taken."""
    as_of = registry.site.as_of
    year = year or (as_of.year if as_of.month in (0, 12) else as_of.year - 1)
    groups = (
        (union, [studio for studio in registry.studios_of(union.id) if _at_work(studio)]) for union in registry.unions
    )
    return Report(year, as_of, tuple(_of_union(registry, union, studios, year) for union, studios in groups if studios))


def _at_work(studio: Studio) -> bool:
    return not studio.ended and studio.record.status in ("正常", "暂停")


def _of_union(registry: Registry, union: UnionRecord, studios: Iterable[Studio], year: int) -> OfUnion:
    """A studio of unknown age is expected to report: that is how its age becomes known."""
    studios = list(studios)
    due = [studio for studio in studios if (since(studio) or year) <= year]
    valid = [(i, record) for i, record in registry.standards if valid_in(record, year)]
    evidence = ((studio, examine(i, record, studio, year)) for i, record in valid for studio in due)
    return OfUnion(
        union,
        len(due),
        tuple(studio for studio in due if not _on_file(studio, year)),
        tuple(studio for studio in due if _on_file(studio, year) and not _submitted(studio, year)),
        tuple(studio for studio in studios if _stale(studio, registry.site.as_of.year)),
        tuple(Gap(studio, found) for studio, found in evidence if found.missing()),
        tuple(studio for studio in studios if studio.rectification),
    )


def _on_file(studio: Studio, year: int) -> bool:
    return any(each.year == year for each in studio.years)


def _submitted(studio: Studio, year: int) -> bool:
    reports = (each.record.report for each in studio.years if each.year == year)
    return any(each is not None and each.submitted is not None for each in reports)


def _stale(studio: Studio, now: int) -> bool:
    last = _last(studio) or (studio.created.year if studio.created else 0)
    return last < now - _STALE_AFTER


def _last(studio: Studio) -> int | None:
    return max((each.year for each in studio.years), default=None)


def as_text(report: Report, language: Language) -> str:
    """For the terminal: unions with something outstanding, each with its studios and their folders."""
    outstanding = [each for each in report.unions if each.outstanding]
    lines = [line("report-title", language, year=str(report.year), as_of=str(report.as_of))]
    for each in outstanding:
        numbers = {"expected": str(each.expected), "reported": str(each.reported)}
        lines += ["", line("report-union", language, union=each.union.name, **numbers), *_lines(report, each, language)]
    return "\n".join([*lines, *([] if outstanding else [line("report-nothing", language)])]) + "\n"


def _lines(report: Report, of: OfUnion, language: Language) -> Iterator[str]:
    for code, studios in (("report-missing", of.missing), ("report-unsubmitted", of.unsubmitted)):
        if studios:
            yield f"  {line(code, language, year=str(report.year))}（{len(studios)}）"
            yield from (f"    {_named(studio)}" for studio in studios)
    if of.stale:
        yield f"  {line('report-stale', language)}（{len(of.stale)}）"
        for studio in of.stale:
            last = _last(studio)
            said = line("report-last", language, last=str(last)) if last else line("report-never", language)
            yield f"    {_named(studio)}：{said}"
    if of.rectifying:
        yield f"  {line('report-rectifying', language)}（{len(of.rectifying)}）"
        for studio in of.rectifying:
            yield f"    {_named(studio)}：{_ordered(studio)}"
    for standard in dict.fromkeys(gap.evidence.standard for gap in of.gaps):
        gaps = [gap for gap in of.gaps if gap.evidence.standard == standard]
        record = gaps[0].evidence.record
        heading = {"standard": record.short, "from": str(record.valid_from.year)}
        yield f"  {line('report-gaps', language, **heading)}（{len(gaps)}）"
        yield from (
            f"    {_named(gap.studio)}：{'、'.join(item.label for item in gap.evidence.missing())}" for gap in gaps
        )


def _ordered(studio: Studio) -> str:
    """When the studio was told to put things right, and in which document."""
    decision = studio.rectification.decision if studio.rectification else None
    return "，".join(filter(None, [str(decision.date), decision.doc_no])) if decision else ""


def _named(studio: Studio) -> str:
    return f"{studio.name}（{studio.path.parent}）"


def as_json(report: Report, _: Language) -> str:
    """For programs: every union, whether something is outstanding or not."""
    unions = [
        {
            "union": each.union.id,
            "name": each.union.name,
            "expected": each.expected,
            "reported": each.reported,
            "missing": [_facts(studio) for studio in each.missing],
            "unsubmitted": [_facts(studio) for studio in each.unsubmitted],
            "stale": [{**_facts(studio), "last": _last(studio)} for studio in each.stale],
            "rectifying": [{**_facts(studio), "decision": _ordered(studio)} for studio in each.rectifying],
            "gaps": [
                {
                    **_facts(gap.studio),
                    "standard": gap.evidence.standard,
                    "items": [i.id for i in gap.evidence.missing()],
                }
                for gap in each.gaps
            ],
        }
        for each in report.unions
    ]
    facts = {"year": report.year, "as_of": report.as_of.iso, "unions": unions}
    return json.dumps(facts, ensure_ascii=False, indent=2) + "\n"


def _facts(studio: Studio) -> dict[str, str | int | None]:
    return {"studio": studio.id, "name": studio.name, "path": f"studios/{studio.path.parent}"}


FORMATS: dict[str, Callable[[Report, Language], str]] = {"text": as_text, "json": as_json}
