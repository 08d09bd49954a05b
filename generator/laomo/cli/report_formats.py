"""The output formats of the internal report on annual reports."""

import json
from collections.abc import Callable, Iterator

from laomo.cli.phrases import line
from laomo.problems.messages import Language
from laomo.registry.studio import Studio
from laomo.tools.review.inspections import Inspected
from laomo.tools.review.report import Gap, OfUnion, Report, Unpaid, last_year


def as_text(found: Report, language: Language) -> str:
    """Text for the terminal: unions with something outstanding, each with its studios and their folders."""
    outstanding = [each for each in found.unions if each.outstanding]
    lines = [line("report-title", language, year=found.year, as_of=found.as_of.iso)]
    for each in outstanding:
        numbers = {"expected": each.expected, "reported": each.reported}
        lines += ["", line("report-union", language, union=each.union.name, **numbers), *_lines(found, each, language)]
    return "\n".join([*lines, *([] if outstanding else [line("report-nothing", language)])]) + "\n"


def _lines(found: Report, of: OfUnion, language: Language) -> Iterator[str]:
    for code, studios in (("report-missing", of.missing), ("report-unsubmitted", of.unsubmitted)):
        yield from _group(line(code, language, year=found.year), [(studio, "") for studio in studios], language)
    yield from _group(line("report-stale", language), [(each, _last(each, language)) for each in of.stale], language)
    ordered = [(studio, _ordered(studio, language)) for studio in of.rectifying]
    yield from _group(line("report-rectifying", language), ordered, language)
    unpaid = [(each.studio, _granted(each, language)) for each in of.unpaid]
    yield from _group(line("report-unpaid", language), unpaid, language)
    advised = [(each.studio, _advised(each, language)) for each in of.advised]
    yield from _group(line("report-advised", language), advised, language)
    for standard in dict.fromkeys(gap.evidence.standard for gap in of.gaps):
        gaps = [gap for gap in of.gaps if gap.evidence.standard == standard]
        record = gaps[0].evidence.record
        heading = line("report-gaps", language, standard=record.short, since=record.valid_from.year)
        yield from _group(heading, [(gap.studio, _labels(gap, language)) for gap in gaps], language)


def _group(heading: str, entries: list[tuple[Studio, str]], language: Language) -> Iterator[str]:
    """A heading with the number of studios, then each studio with its note; nothing if there are no studios."""
    if entries:
        yield "  " + line("report-group", language, heading=heading, count=len(entries))
    for studio, note in entries:
        path = str(studio.path.parent)
        yield "    " + line("report-studio", language, name=studio.name, path=path, note=note)


def _last(studio: Studio, language: Language) -> str:
    last = last_year(studio)
    return line("report-last", language, last=last) if last else line("report-never", language)


def _ordered(studio: Studio, language: Language = "zh") -> str:
    """The date and the document number of the order to rectify (限期整改); empty if there is none."""
    decision = studio.rectification.decision if studio.rectification else None
    if decision is None:
        return ""
    return line("report-ordered", language, date=decision.date.iso, number=decision.doc_no or "")


def _granted(unpaid: Unpaid, language: Language) -> str:
    """The amount of a subsidy and the decision that grants it."""
    by = unpaid.decision
    return line("report-granted", language, amount=unpaid.amount, title=by.title, number=by.doc_no or "")


def _advised(seen: Inspected, language: Language) -> str:
    """Which inspection, what it told the studio to do, and what was decided after it."""
    followed = tuple(each.title for each in seen.followed)
    return line(
        "report-advice",
        language,
        title=seen.title,
        date=seen.date.iso if seen.date else "",
        advice=seen.advice.rstrip("。"),
        followed=followed,
    )


def _labels(gap: Gap, language: Language) -> str:
    """The items of a standard for which there is no evidence."""
    return line("report-items", language, items=tuple(item.label for item in gap.evidence.missing()))


def as_json(found: Report, _: Language) -> str:
    """JSON for programs: all unions, including those with nothing outstanding."""
    unions = [
        {
            "union": each.union.id,
            "name": each.union.name,
            "expected": each.expected,
            "reported": each.reported,
            "missing": [_facts(studio) for studio in each.missing],
            "unsubmitted": [_facts(studio) for studio in each.unsubmitted],
            "stale": [{**_facts(studio), "last": last_year(studio)} for studio in each.stale],
            "rectifying": [{**_facts(studio), "decision": _ordered(studio)} for studio in each.rectifying],
            "unpaid": [
                {**_facts(due.studio), "amount": due.amount, "decision": due.decision.title} for due in each.unpaid
            ],
            "inspected": [
                {
                    **_facts(seen.studio),
                    "inspection": seen.title,
                    "date": seen.date.iso if seen.date else "",
                    "finding": seen.finding,
                    "advice": seen.advice,
                    "decisions": [each.title for each in seen.followed],
                }
                for seen in each.inspected
            ],
            "gaps": [
                {
                    **_facts(gap.studio),
                    "standard": gap.evidence.standard,
                    "items": [i.id for i in gap.evidence.missing()],
                }
                for gap in each.gaps
            ],
        }
        for each in found.unions
    ]
    facts = {"year": found.year, "as_of": found.as_of.iso, "unions": unions}
    return json.dumps(facts, ensure_ascii=False, indent=2) + "\n"


def _facts(studio: Studio) -> dict[str, str | int | None]:
    return {"studio": studio.id, "name": studio.name, "path": f"studios/{studio.path.parent}"}


FORMATS: dict[str, Callable[[Report, Language], str]] = {"text": as_text, "json": as_json}
