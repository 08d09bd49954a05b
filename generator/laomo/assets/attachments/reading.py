"""What reading an attachment finds: faults with their place in it, and the bytes that may be published."""

import json
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import accumulate
from typing import Any, NamedTuple

from laomo.problems.errors import CodedError
from laomo.problems.problem import Fact, Finding, facts_from_json
from laomo.text import personal_data

_NAMED = 10
"""Numbers of a kind that are reported one by one."""
_BREAK = "n"
"""A letter, at which every number ends."""
_FRACTION = re.compile(r"[+-]?\d{0,8}\.\d+(?:[eE][+-]?\d+)?")
"""What has been computed; one in fifty would look like a card."""


@dataclass(frozen=True, slots=True)
class AttachmentReading:
    """What was found in one file, and the file without what nobody means to publish; no bytes unless they can be had."""

    findings: tuple[Finding, ...]
    cleaned: bytes = b""
    said: str = ""
    """All that can be read in it, without spaces: names of people may be looked for there."""

    @classmethod
    def refused(cls, code: str, **facts: Fact) -> "AttachmentReading":
        """A file with one fault that says all."""
        return cls((Finding(code, facts),))

    def to_bytes(self) -> bytes:
        """As bytes for another process: findings and what it says, a line break, the cleaned file."""
        head = {"findings": [asdict(each) for each in self.findings], "said": self.said}
        return json.dumps(head, ensure_ascii=True).encode() + b"\n" + self.cleaned

    @classmethod
    def from_bytes(cls, payload: bytes) -> "AttachmentReading":
        """The reading that `to_bytes` wrote. Raises ValueError or TypeError for any other bytes."""
        head, mark, cleaned = payload.partition(b"\n")
        if not mark:
            raise ValueError(head[:80])
        found = json.loads(head)
        try:
            return cls(tuple(_finding(**each) for each in found["findings"]), cleaned, str(found["said"]))
        except (LookupError, AttributeError) as error:  # a file that took over its reader may have written anything
            raise ValueError(head[:80]) from error


def _finding(facts: dict[str, Any], **parts: Any) -> Finding:
    return Finding(facts=facts_from_json(facts), **parts)


class AttachmentPlace(NamedTuple):
    """Where in a file something stands: a term of the catalogue, and the line, page, row or cell with its sheet."""

    kind: str
    at: str | int = ""
    sheet: str = ""

    def finding(self, code: str, masked: str) -> Finding:
        """A personal number at this place."""
        facts = {"place": self.kind, "at": self.at, "sheet": self.sheet, "masked": masked}
        return Finding(f"{code}-in-attachment", facts)


def closed_up(texts: Iterable[str]) -> str:
    """Texts in lines, without spaces: a name may be spread over its line."""
    return "\n".join("".join(text.split()) for text in texts)


class AttachmentRefused(CodedError):
    """The file is not to be published, for one reason that ends the reading."""

    @property
    def finding(self) -> Finding:
        return Finding(self.code, self.facts)


def private(
    texts: Iterable[tuple[AttachmentPlace, str]], across: Iterable[tuple[AttachmentPlace, str]] = ()
) -> Iterator[Finding]:
    """Personal numbers in texts, each with its place; of many, how many more there are.

    A number may also go on in the next text. `across` has the texts in another order, such as cells column by column.
    """
    rows = list(texts)
    inside = [each for text in rows for each in _numbers([text])]
    known = {(code, masked) for _, code, masked in inside}
    going_on = (each for order in (rows, list(across)) for each in _numbers(order) if each[1:] not in known)
    count: Counter[str] = Counter()
    for place, code, masked in dict.fromkeys((*inside, *going_on)):
        count[code] += 1
        if count[code] <= _NAMED:
            yield place.finding(code, masked)
    for code, all_of_them in count.items():
        if all_of_them > _NAMED:
            yield AttachmentPlace("more-places", all_of_them - _NAMED).finding(code, "…")


def _numbers(texts: Sequence[tuple[AttachmentPlace, str]]) -> Iterator[tuple[AttachmentPlace, str, str]]:
    """Place, code and masked form of each number in texts that follow one another."""
    said = [_BREAK if _FRACTION.fullmatch(text) else text for _, text in texts]
    lines = list(accumulate(text.count("\n") + 1 for text in said))
    for fault in personal_data.find_all("\n".join(said)):
        yield texts[bisect_left(lines, fault.line or 1)][0], fault.code, str(fault.facts["masked"])
