"""The wording of an achievement, put together from the problems, solutions and effects of its template."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import cache, reduce
from operator import or_
from random import Random
from typing import NamedTuple
from zlib import crc32

from laomo.tools.demo import data, units
from laomo.tools.demo.choice import chance
from laomo.tools.demo.figures import Figures
from laomo.tools.demo.trades import Result, Trade, fields

STATED, TWO, TRIED, REMAINS, UNSAID = 0.85, 0.6, 0.55, 0.35, 0.25
"""The shares of texts that state the problem, that tell of two measures and of a trial, that say what is unsolved, and nothing else."""
RUN = 4
ALIKE = 0.33
"""The share of runs of four characters that two texts may have in common; difflib's ratio is then below 0.6."""
SAME_TITLE = 0.08
"""What an equal title adds: its words stand in the other texts too."""
BITS = 4096
TRIES = 50
NEAR = 0.34
"""The share from which two texts are compared by difflib."""
LIMIT = 0.6
"""The largest ratio of difflib that two texts may have."""


_FIGURE = re.compile(r"\d+(?:\.\d+)?")


class Wording(NamedTuple):
    """The texts of an achievement besides its title."""

    problem: str | None
    solution: str | None
    effect: str


class Material(NamedTuple):
    """What the texts of an achievement are made of. `use` counts the uses of the template."""

    trade: Trade
    result: Result
    use: int
    figures: Figures


class _Forms(NamedTuple):
    """The texts before their placeholders are filled; a problem or a trial that is left out is empty."""

    problem: str
    solution: tuple[str, ...]
    trial: str
    effect: tuple[str, ...]


class _Runs(NamedTuple):
    """The title of a text, its runs of characters as a set of bits, and their number."""

    title: str
    bits: int
    size: int
    text: str = ""


@dataclass(slots=True)
class Told:
    """What has been told so far: template → the runs of characters of each text."""

    runs: defaultdict[tuple[str, int], list[_Runs]] = field(default_factory=lambda: defaultdict(list))

    def uses(self, trade: str, number: int) -> int:
        """How often a template of the trade has been used."""
        return len(self.runs[trade, number])

    def tell(self, purpose: Sequence[object], number: int, source: Material) -> Wording:
        """Wording that is unlike all earlier ones of the same template; if many tries find none, the effect alone."""
        earlier = self.runs[source.trade.slug, number]
        rng = chance(*purpose, "texts")
        forms = _draw(rng, source)
        title = source.result.title.format(**source.result.combination(source.use))
        best, runs = 2.0, _Runs(title, 0, 0)
        for _ in range(TRIES):
            candidate = _draw(rng, source)
            found = _runs(source, title, candidate)
            alike = _alike(found, earlier, best)
            if alike < best:
                best, runs, forms = alike, found, candidate
            if best <= ALIKE:
                break
        wording, runs = _told(rng, source, forms, runs)
        for _ in range(TRIES):
            if not _too_alike(runs, earlier):
                break
            short = _Forms("", (), "", _effect(rng, source))
            wording, runs = _told(rng, source, short, _runs(source, title, short))
        earlier.append(runs)
        return wording


def _runs(source: Material, title: str, forms: _Forms) -> _Runs:
    bits = _bits(source.result.title) | _bits(forms.problem) | _bits(forms.trial)
    bits = reduce(or_, map(_bits, forms.solution + forms.effect), bits)
    return _Runs(title, bits, bits.bit_count())


def _told(rng: Random, source: Material, forms: _Forms, runs: _Runs) -> tuple[Wording, _Runs]:
    """The texts, and beside their runs all of them as one text with every figure as 0."""
    wording = _filled(rng, source, forms)
    return wording, runs._replace(text=_FIGURE.sub("0", "".join(filter(None, (runs.title, *wording)))))


def _too_alike(one: _Runs, others: Iterable[_Runs]) -> bool:
    """Whether an editor would call it the text of another achievement."""
    for other in others:
        if _alike(one, (other,), 2) >= NEAR:
            first, second = sorted((one.text, other.text))
            matcher = SequenceMatcher(None, first, second, autojunk=False)
            if matcher.quick_ratio() > LIMIT and matcher.ratio() > LIMIT:
                return True
    return False


def _alike(one: _Runs, others: Iterable[_Runs], limit: float) -> float:
    """The largest share of runs in common with another text (the Sørensen-Dice coefficient), or some share above the limit."""
    title, bits, size, _ = one
    most = 0.0
    for other_title, other_bits, other_size, _ in others:
        share = 2 * (bits & other_bits).bit_count() / (size + other_size) + SAME_TITLE * (title == other_title)
        if share > most:
            most = share
            if most >= limit:
                break
    return most


@cache
def _bits(text: str) -> int:
    """The runs of four characters of a text; two runs seldom share a bit."""
    places = (crc32(text[at : at + RUN].encode()) % BITS for at in range(len(text) - RUN + 1))
    return reduce(or_, (1 << place for place in places), 0)


def _filled(rng: Random, source: Material, forms: _Forms) -> Wording:
    """The texts with the slots' words, the figures, and the place of the trial."""
    slots = source.result.combination(source.use)
    trial = forms.trial.format(site=units.site(rng, source.trade), n=rng.randint(2, 9))
    effect = "".join(forms.effect).format(**slots, **source.figures.words)
    solution = "".join(forms.solution).format(**slots) + trial
    return Wording(forms.problem.format(**slots) or None, solution or None, effect)


def problem(rng: Random, result: Result, slots: Mapping[str, str]) -> str:
    """A problem to solve."""
    return _any(rng, result.problems).format(**slots)


def goal(rng: Random, figures: Figures) -> str:
    """The aim of a project."""
    phrases = data.phrases()
    words = {**figures.words, "pct": figures.words.get("aim_pct", "")}
    return _one(rng, phrases.goals if figures.falling else phrases.goals_up, words).format(**words)


def _any(rng: Random, forms: Sequence[str]) -> str:
    """A random form: rng.choice in a fifth of the time."""
    return forms[int(rng.random() * len(forms))]


def _draw(rng: Random, source: Material) -> _Forms:
    """Random forms. A text without a problem tells of a trial; many tell of two measures that were taken."""
    result = source.result
    solution: tuple[str, ...] = (_any(rng, result.solutions),)
    if rng.random() < TWO:
        second = _any(rng, result.solutions)
        solution += (second,) if second not in solution else ()
    stated = _any(rng, result.problems) if rng.random() < STATED else ""
    trial = _any(rng, source.trade.words.trials) if not stated or rng.random() < TRIED else ""
    return _Forms(stated, solution, trial, _effect(rng, source))


def _effect(rng: Random, source: Material) -> tuple[str, ...]:
    """What became better and what did not."""
    phrases, figures, result = data.phrases(), source.figures, source.result
    change = (_change(rng, figures), "。")
    if figures.outcome == "failed":
        reason = _any(rng, phrases.failed)
        return (*change, reason) if figures.changed and rng.random() < 0.4 else (reason,)
    if figures.outcome != "met":
        return *change, _any(rng, phrases.small if figures.outcome == "small" else phrases.missed)
    remains = _any(rng, source.trade.words.remains)
    if rng.random() < UNSAID:
        return *change, remains
    good = _any(rng, result.effects)
    with_figures = not {"before", "after"}.isdisjoint(fields(good))
    told = () if with_figures else (change[0], _any(rng, "；。"))
    return *told, good, remains if rng.random() < REMAINS else ""


def _change(rng: Random, figures: Figures) -> str:
    phrases = data.phrases()
    directed = () if figures.outcome != "met" else phrases.falls if figures.falling else phrases.rises
    return _one(rng, phrases.changes + directed, figures.words)


def _one(rng: Random, forms: Sequence[str], words: Mapping[str, str]) -> str:
    """A random one of the forms that need no other words than these."""
    while True:
        form = _any(rng, forms)
        if all(words.get(name) for name in fields(form)):
            return form
