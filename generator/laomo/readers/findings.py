"""What reading an attachment finds: faults with their place in it, and the bytes that may be published."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from typing import Literal

from laomo import personal


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault. `line` and `column` are those of a text, 0 elsewhere: there the facts tell the place."""

    code: str
    facts: Mapping[str, str] = field(default_factory=dict)
    severity: Literal["error", "warning"] = "error"
    line: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class Reading:
    """What was found in one file, and the file without what nobody means to publish; no bytes unless they can be had."""

    findings: tuple[Finding, ...]
    cleaned: bytes = b""

    @classmethod
    def refused(cls, code: str, **facts: str) -> "Reading":
        """A file with one fault that says all."""
        return cls((Finding(code, facts),))

    def told(self) -> bytes:
        """As bytes for another process: findings, a line break, the cleaned file."""
        return json.dumps([asdict(each) for each in self.findings], ensure_ascii=True).encode() + b"\n" + self.cleaned

    @classmethod
    def of(cls, told: bytes) -> "Reading":
        """The reading that `told` tells. Raises ValueError or TypeError for what tells none."""
        head, mark, cleaned = told.partition(b"\n")
        if not mark:
            raise ValueError(head[:80])
        return cls(tuple(Finding(**each) for each in json.loads(head)), cleaned)


class Refused(Exception):
    """The file is not to be published, for one reason that ends the reading."""

    def __init__(self, code: str, **facts: str) -> None:
        super().__init__(code)
        self.finding = Finding(code, facts)


def private(texts: Iterable[tuple[str, str]]) -> Iterator[Finding]:
    """Personal numbers in texts, each with its place; one that stands several times at a place is told once."""
    told: set[tuple[str, str, str]] = set()
    for place, text in texts:
        # columns of a table come out side by side: a number is looked for among its neighbours, and by itself
        for fault in (*personal.find(text), *personal.find(re.sub(r"[^\S\n]+", "\n", text))):
            masked = fault.facts["masked"]
            if (place, fault.code, masked) not in told:
                told.add((place, fault.code, masked))
                yield Finding(f"{fault.code}-in-attachment", {"place": place, "masked": masked})
