"""Personal numbers that must never be published: found in plain text however they are written, and never printed whole.

`personal_numbers` finds those that are known by their digits, `personal_words` those that a word beside them gives away, `personal_homes` addresses.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache

from laomo.problems.problem import Fact, Finding, Problem
from laomo.system.clock import today
from laomo.text import digit_runs, personal_gate
from laomo.text.personal_numbers import PersonalNumber, begins_identity_number, is_identity_number

__all__ = [
    "NEVER_WAIVED",
    "begins_identity_number",
    "find",
    "find_all",
    "hidden",
    "is_identity_number",
    "masked",
    "masked_problem",
    "may_hold",
    "numbers",
    "waiver",
]

_WAIVER = re.compile(r"#\s*复核\s*(\d{4}-\d{2}-\d{2})\s*[：:]\s*(\S.{3,})")
NEVER_WAIVED = ("personal-identity", "personal-passport", "personal-permit")
"""Codes of papers that say who somebody is."""
_CONTACT = re.compile(r"""(?<![\w-])(?:landline|hotline)["']?\s*:[^:{}\[\]]*$""")
_MAILBOX = re.compile(r"""(?<![\w-])mailbox["']?\s*:[^:{}\[\]]*$""")
_OFFICE = re.compile(r"""(?<![\w-])address["']?\s*:[^:{}\[\]]*$""")
_PUBLIC = {"personal-landline": _CONTACT, "personal-mail": _MAILBOX, "personal-home": _OFFICE}
"""Fields of records in which a union says how it is reached."""
_CUE = 60
"""Characters of a line before a number in which the name of its field is looked for."""
_SHORTEST = 5
"""Characters of a QQ number or a mail address, the least that is looked for."""


def find(text: str) -> Iterator[Finding]:
    """Each personal number in a text, with the line and column where it begins and a masked form.

    A line that is none in spite of its looks (a serial number, say) may be let pass by a comment on it or above it, with the
    day and the reason: `# 复核 2026-05-01：设备编号，不是手机号`. For papers that say who somebody is there is no such way.
    """
    return _findings(text, excused=True)


def find_all(text: str) -> Iterator[Finding]:
    """Each personal number, whatever the text says of itself: a waiver counts in a record or a page, where a reviewer sees it, and not in
    an attachment, a commit's message or a cell.
    """
    return _findings(text, excused=False)


def _findings(text: str, *, excused: bool) -> Iterator[Finding]:
    start = row = 0
    waived = False
    for number in _found(text):
        line = text.rfind("\n", 0, number.start) + 1
        if row == 0 or line > start:
            row, start, waived = row + text.count("\n", start, line) + (row == 0), line, _waived(text, line)
        if (
            not excused
            or number.code in NEVER_WAIVED
            or not (waived or _is_public(number, text[max(line, number.start - _CUE) : number.start]))
        ):
            yield Finding(number.code, {"masked": _masked(number)}, line=row, column=number.start - start + 1)


def _waived(text: str, line: int) -> bool:
    """Whether the line that begins there, or a comment above it, says that it has been reviewed."""
    end = text.find("\n", line)
    above = text[text.rfind("\n", 0, max(0, line - 1)) + 1 : max(0, line - 1)]
    comment = above if above.lstrip().startswith("#") else ""
    return any(waiver(each) is not None for each in (text[line : end if end >= 0 else None], comment))


def _is_public(number: PersonalNumber, before: str) -> bool:
    """Whether it stands in a field that says how a union is reached."""
    field = _PUBLIC.get(number.code)
    return bool(field and field.search(before))


def may_hold(text: str) -> bool:
    """Whether there may be one in a text, or in a value that YAML reads in it without an escape. In nearly every file there is none."""
    return any(personal_gate.finders(text))


def hidden(value: str, text: str) -> Iterator[Finding]:
    """Those in a value that the text of its file does not show: written as escapes, or folded over lines."""
    for number in _found(" ".join(value.split())):
        if number.said not in _said(text):
            yield Finding(number.code, {"masked": _masked(number)})


@lru_cache(1)
def _said(text: str) -> frozenset[str]:
    """What the numbers in a text say: for each value of one file the same."""
    return frozenset(number.said for number in _found(text))


def masked(text: str) -> str:
    """The text with every personal number in it made unreadable: for messages that quote what a clerk has typed."""
    shown, end = [], 0
    for number in _found(text):
        shown += [text[end : number.start], _masked(number)]
        end = number.end
    return "".join((*shown, text[end:]))


def masked_problem(problem: Problem) -> Problem:
    """The problem without any personal number that its path or its facts might quote."""
    facts = {name: _masked_fact(fact) for name, fact in problem.facts.items()}
    return replace(problem, path=masked(problem.path), facts=facts)


def _masked_fact(fact: Fact) -> Fact:
    if isinstance(fact, tuple):
        return tuple(map(masked, fact))
    shown = masked(str(fact))
    return fact if shown == str(fact) else shown


def numbers(text: str) -> Iterator[tuple[str, str]]:
    """Code and masked form of each but mail, once, for what people did not type: a camera's notes say one thing in several places."""
    return iter(
        dict.fromkeys((number.code, _masked(number)) for number in _found(text) if number.code != "personal-mail")
    )


def _found(text: str) -> list[PersonalNumber]:
    """All in a text in order; of two that overlap, the first and longer one; of two kinds in one place always the same."""
    finders = list(personal_gate.finders(text)) if len(text) >= _SHORTEST else []
    if not finders:
        return []
    text = digit_runs.plain(text)
    every = {number for find in finders for number in find(text)}
    found = sorted(every, key=lambda each: (each.start, -each.end, each.code))
    kept: list[PersonalNumber] = []
    for number in found:
        if not kept or number.start >= kept[-1].end:
            kept.append(number)
        elif number.code == kept[-1].code == "personal-home" and number.end > kept[-1].end:  # the room behind the house
            kept[-1] = kept[-1]._replace(end=number.end, said=text[kept[-1].start : number.end])
    return kept


def waiver(line: str) -> str | None:
    """The reason that a line gives for letting pass what only looks like a number of a person; None if it gives none, or no day."""
    found = _WAIVER.search(line)
    try:
        return found[2] if found and date.fromisoformat(found[1]) <= today() else None
    except ValueError:
        return None


def _masked(number: PersonalNumber) -> str:
    said = number.said
    if number.code == "personal-mail":
        return f"{said[0]}***"
    shown = 1 if number.code == "personal-home" else 2
    return f"{said[:shown]}{'*' * (len(said) - shown)}"
