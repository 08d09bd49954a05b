"""Questions as ten kinds of people type them, and what a right answer to each is: `natural.txt`, applied to the records of any site.

A line names who asks, what is typed, and the rule. In the question, `{…}` stands for something of the site, drawn from its records
(`drawn.py`). The rules, each with words separated by spaces, any of which is enough:

    trade W…   a studio whose name, units, industry, jobs, skills or introduction say W; an achievement of such a trade; a story on W
    work W…    an achievement whose title, problem, solution or effect says W, its annual report and studio; a project on W; a story
    near W…    `trade` in the region of the question
    units W…   a studio whose unit's name says W
    made K…    an achievement of kind K (`*`: any), of the year of the question; its studio
    level L…   a studio with a valid title of level L
    page P…    a page below P
    any        a studio, an achievement or a page that the public reads
    none       nothing: no hit, or a sentence that says so

All other rules are one word, and what is right follows from what was drawn. A question without a right answer on a site is not asked.
"""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

FILE = Path(__file__).parent / "natural.txt"

Right = Callable[[str], bool]
"""Whether a page, by its address, answers a question."""


@dataclass(frozen=True)
class Line:
    """One line of the file."""

    kind: str
    asker: str
    text: str
    rule: str
    words: tuple[str, ...]

    @property
    def reported(self) -> bool:
        """Whether the question is of the half that is only reported. Nobody looks at these answers while the search is improved."""
        return hashlib.sha256(f"{self.asker} {self.text}".encode()).digest()[0] % 2 == 1


@dataclass(frozen=True)
class Natural:
    """A question to one site."""

    line: Line
    text: str
    right: Right
    """Of any hit, whether it is a right answer; never true for a question that nothing can answer."""

    @property
    def impossible(self) -> bool:
        """Whether nothing on the site can answer it."""
        return self.line.rule == "none"


def lines() -> Iterator[Line]:
    """All lines of the file."""
    kind = ""
    for line in FILE.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            kind = line.split()[1]
        elif line and not line.startswith("#"):
            asker, text, rule = line.split(" | ")
            name, *words = rule.split()
            yield Line(kind, asker, text, name, tuple(words))


@dataclass(frozen=True)
class Verdict:
    """How one question was answered."""

    question: Natural
    hits: list[str]
    place: int
    """The place of the first right answer, from 0; -1 without one."""
    empty: bool

    @classmethod
    def of(cls, question: Natural, hits: list[str], notes: list[str]) -> "Verdict":
        """Judge the hits, addresses of pages, best first. `notes` are what the search page says of them."""
        if question.impossible:
            honest = not hits or any("没有" in note for note in notes)
            return cls(question, hits, 0 if honest else -1, empty=False)
        place = next((n for n, hit in enumerate(hits) if question.right(hit)), -1)
        return cls(question, hits, place, empty=not hits)


@dataclass(frozen=True)
class Share:
    """Shares of some questions."""

    count: int
    first: float
    among_three: float
    empty: float

    @classmethod
    def of(cls, verdicts: list[Verdict]) -> "Share":
        """The shares of answers: first hit right, right among the first three, no hits."""
        count = len(verdicts)
        return cls(
            count,
            sum(each.place == 0 for each in verdicts) / count,
            sum(0 <= each.place < 3 for each in verdicts) / count,
            sum(each.empty for each in verdicts) / count,
        )


def shares(verdicts: list[Verdict], by: Callable[[Line], str]) -> dict[str, Share]:
    """The shares by kind or by asker, in the order of the file."""
    groups: dict[str, list[Verdict]] = {}
    for verdict in verdicts:
        groups.setdefault(by(verdict.question.line), []).append(verdict)
    return {name: Share.of(group) for name, group in groups.items()}
