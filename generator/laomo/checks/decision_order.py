"""决定有先后：先有称号，后有复核和摘牌；公示期满以后才作决定。

Passes: 2023年命名，2025年复核合格；公示 2025-04-07 至 2025-04-13，命名 2025-04-28。
Fails: 2023年复核合格，2025年才命名；公示还没有结束，命名的决定已经作出。
"""

from collections.abc import Iterator
from pathlib import PurePosixPath

from laomo.problems.problem import Facts, Problem
from laomo.records import models
from laomo.records.layout import shown
from laomo.records.models import PartialDate
from laomo.registry.registry import Registry
from laomo.registry.studio import Designation, Studio

_TITLES = frozenset({"达标", "命名", "示范"})
_ON_A_TITLE = frozenset({"复核合格", "限期整改", "摘牌", "撤销"})
"""Results that only a studio with a title can have."""
_WORDS = (
    ("复核", "复核合格"),
    ("表彰", "表彰"),
    ("先进", "表彰"),
    ("示范", "示范"),
    ("验收", "达标"),
    ("达标", "达标"),
    ("命名", "命名"),
)
"""A word in the title of a notice → the result that it announces. The first match counts."""
_HALF_A_YEAR = 183
"""Days before a notice in which a decision of the same kind is the one that the notice announces."""


def check(registry: Registry) -> Iterator[Problem]:
    for studio in registry.studios:
        yield from _reviews(studio)
    for path, record in registry.records.items():
        if isinstance(record, models.NoticeRecord) and record.kind == "公示":
            yield from _decided(registry, path, record)


def _reviews(studio: Studio) -> Iterator[Problem]:
    """Nothing is said of a studio without any title: its documents may be older than the records."""
    titles = [each.decision for each in studio.designations if each.decision.result in _TITLES]
    for each in studio.designations:
        decision = each.decision
        if decision.result in _ON_A_TITLE and titles and all(decision.date.surely_before(t.date) for t in titles):
            facts: Facts = {"studio": studio.name, "result": decision.result, "date": decision.date.iso}
            facts = {**facts, "title": titles[0].result, "titled": titles[0].date.iso}
            yield Problem(shown(each.path), "review-before-title", _place(each, studio.id), facts, severity="warning")


def _place(designation: Designation, studio: str) -> tuple[str, int, str]:
    named = [each.studio for each in designation.decision.studios]
    return "studios", named.index(studio), "studio"


def _decided(registry: Registry, path: PurePosixPath, notice: models.NoticeRecord) -> Iterator[Problem]:
    result = next((result for word, result in _WORDS if word in notice.title), None)
    if not (result and notice.end):
        return
    for n, studio in enumerate(notice.studios):
        known = registry.studio_by_id.get(studio)
        for each in known.designations if known else ():
            decision = each.decision
            same = decision.result == result and notice.issuer in decision.bodies
            if same and _too_early(decision.date, notice.start or notice.date, notice.end):
                facts = {"studio": studio, "other": shown(each.path), "date": decision.date.iso, "end": notice.end.iso}
                yield Problem(shown(path), "decided-before-notice-end", ("studios", n), facts, severity="warning")


def _too_early(decided: PartialDate, start: PartialDate, end: PartialDate) -> bool:
    """Whether the decision was made before the notice ended, and not so long before that it is another matter."""
    days = decided.days_until(start)
    return decided.surely_before(end) and days is not None and days <= _HALF_A_YEAR
