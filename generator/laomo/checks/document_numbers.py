"""文号写成“发文字号〔年份〕序号号”，年份用六角括号〔〕；决定、公示和通知的文号与日期同年，荣誉、认定、任务表相差不过一年，标准不早于文件。

Passes: 厦工办〔2013〕6号，日期 2013-02-16；2013年的荣誉，文号云工〔2014〕2号。
Fails: 厦工办[2013]6号（括号不对）；厦工办2013-6（不成文号，只提醒）；云工〔2012〕6号，日期 2014-03-01。
"""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from laomo.checks.leaves import leaves
from laomo.problems.problem import Facts, Loc, Problem
from laomo.records import models
from laomo.records.layout import shown
from laomo.records.models.houses import HomeTitle
from laomo.registry.registry import Registry

_NUMBER = frozenset({"doc_no"})
_FORM = re.compile(r"[^\s〔〕]+〔(\d{4})〕第?\d+号")
_BRACKETS = str.maketrans("［[（(【「〖", "〔" * 7) | str.maketrans("］])）】」〗", "〕" * 7)


def check(registry: Registry) -> Iterator[Problem]:
    for path, record in registry.records.items():
        for loc, value in leaves(record, _NUMBER):
            right = normalised(value)
            form = _FORM.fullmatch(right)
            if form is None:
                yield Problem(shown(path), "doc-no-malformed", loc, {"value": value}, severity="warning")
                continue
            if right != value and not _FORM.fullmatch(value):
                yield Problem(shown(path), "doc-no-brackets", loc, {"value": value, "right": right})
            dated = _dated(path, record, loc)
            if dated and dated[0] <= registry.present.year and not _agree(int(form[1]), *dated):
                facts: Facts = {"value": value, "year": int(form[1]), "dated": dated[0]}
                yield Problem(shown(path), "doc-no-year", loc, facts, severity="warning")


def normalised(number: str) -> str:
    """The number as it should be written: with 〔〕 and without blanks. For comparison and suggestions, never for display."""
    return "".join(number.translate(_BRACKETS).split())


def _dated(path: PurePosixPath, record: models.Record, loc: Loc) -> tuple[int, int, int] | None:
    """The year beside a number, and by how much that of the number may be earlier or later; None if there is none."""
    if isinstance(record, models.DecisionRecord | models.NoticeRecord):
        return record.date.year, 0, 0
    if isinstance(record, models.TargetRecord):
        return int(path.stem), 1, 1
    if isinstance(record, models.StandardRecord):
        return record.valid_from.year, record.valid_from.year, 0
    beside: Any = record
    for part in loc[:-1]:
        beside = beside[part] if isinstance(part, int) else getattr(beside, part)
    if isinstance(beside, models.DecisionRecord | HomeTitle):
        return beside.date.year, 0, 0
    return (beside.year, 1, 1) if beside.year else None


def _agree(of_number: int, year: int, earlier: int, later: int) -> bool:
    return year - earlier <= of_number <= year + later
