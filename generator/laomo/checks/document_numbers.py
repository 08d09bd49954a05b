"""文号写成“发文字号〔年份〕序号号”，年份用六角括号〔〕；比对时不计较括号。同一单位的两份决定不用同一个文号。

Passes: 厦工办〔2013〕6号。
Fails: 厦工办[2013]6号（括号不对）；厦工办2013-6（不成文号，只提醒）。
"""

import re
from collections.abc import Iterator

from laomo.checks.leaves import leaves
from laomo.problems.problem import Problem
from laomo.records.layout import shown
from laomo.registry.registry import Registry

_NUMBER = frozenset({"doc_no"})
_FORM = re.compile(r"[^\s〔〕]+〔\d{4}〕第?\d+号")
_BRACKETS = str.maketrans("［[（(【「〖", "〔" * 7) | str.maketrans("］])）】」〗", "〕" * 7)


def check(registry: Registry) -> Iterator[Problem]:
    for path, record in registry.records.items():
        for loc, value in leaves(record, _NUMBER):
            if not _FORM.fullmatch(value):
                right = normalised(value)
                if _FORM.fullmatch(right):
                    yield Problem(shown(path), "doc-no-brackets", loc, {"value": value, "right": right})
                else:
                    yield Problem(shown(path), "doc-no-malformed", loc, {"value": value}, severity="warning")
    first: dict[tuple[str, str], str] = {}
    for path, decision in registry.decisions:
        key = (decision.bodies[0], normalised(decision.doc_no or ""))
        if decision.doc_no and key in first:
            facts = {"value": decision.doc_no, "other": first[key]}
            yield Problem(shown(path), "duplicate-doc-no", ("doc_no",), facts, severity="warning")
        first.setdefault(key, shown(path))


def normalised(number: str) -> str:
    """The number as it should be written: with 〔〕 and without blanks. For comparison and suggestions, never for display."""
    return "".join(number.translate(_BRACKETS).split())
