"""The forms that the internal list of reports is printed in."""

import json
from collections.abc import Callable, Iterator

from laomo.cli.phrases import line
from laomo.problems.messages import Language
from laomo.registry.studio import Studio
from laomo.tools.review.report import OfUnion, Report, last_year


def as_text(found: Report, language: Language) -> str:
    """For the terminal: unions with something outstanding, each with its studios and their folders."""
    outstanding = [each for each in found.unions if each.outstanding]
    lines = [line("report-title", language, year=str(found.year), as_of=str(found.as_of))]
    for each in outstanding:
        numbers = {"expected": str(each.expected), "reported": str(each.reported)}
        lines += ["", line("report-union", language, union=each.union.name, **numbers), *_lines(found, each, language)]
    return "\n".join([*lines, *([] if outstanding else [line("report-nothing", language)])]) + "\n"


def _lines(found: Report, of: OfUnion, language: Language) -> Iterator[str]:
    for code, studios in (("report-missing", of.missing), ("report-unsubmitted", of.unsubmitted)):
        if studios:
            yield f"  {line(code, language, year=str(found.year))}（{len(studios)}）"
            yield from (f"    {_named(studio)}" for studio in studios)
    if of.stale:
        yield f"  {line('report-stale', language)}（{len(of.stale)}）"
        for studio in of.stale:
            last = last_year(studio)
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
    """When the studio was ordered to put things right, and in which document."""
    decision = studio.rectification.decision if studio.rectification else None
    return "，".join(filter(None, [str(decision.date), decision.doc_no])) if decision else ""


def _named(studio: Studio) -> str:
    return f"{studio.name}（{studio.path.parent}）"


def as_json(found: Report, _: Language) -> str:
    """For programs: every union, whether something is outstanding or not."""
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
