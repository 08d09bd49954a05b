"""The types of a figure: labelled counts, and how many studios supplied them."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from laomo.registry.statistics import suppression

_FEW = 5
"""No percentage of a whole smaller than this (domain notes §8)."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many of all active studios supplied a figure: “72 家中 51 家填报”."""

    supplied: int
    of: int


@dataclass(frozen=True, slots=True)
class Count:
    """One line of a figure. `number` is None where it could identify a person; then `words` are shown instead."""

    label: str
    number: int | None
    url: str | None = None
    """The address of the list of what was counted, if the site has one."""
    studios: int | None = None
    """How many studios supplied this line; None unless that differs between lines."""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """Counts in the order of their word list, document or calendar, never by size. False if no number may be shown."""

    key: str
    counts: tuple[Count, ...]
    coverage: Coverage

    @property
    def known(self) -> tuple[tuple[str, int], ...]:
        """Labels and numbers of the lines whose number may be shown."""
        return tuple((count.label, count.number) for count in self.counts if count.number is not None)

    @property
    def years(self) -> tuple[tuple[int, int], ...]:
        """The years and numbers of a figure by year."""
        return tuple((int(label.removesuffix("年")), number) for label, number in self.known)

    @property
    def total(self) -> int | None:
        """The sum of the lines; None if a line is hidden, because the sum would reveal it."""
        return sum(number for _, number in self.known) if len(self.known) == len(self.counts) else None

    @property
    def leading(self) -> tuple[tuple[tuple[str, ...], int], ...]:
        """The two largest numbers, each with the labels that share it, for the sentence above a chart of kinds."""
        numbers = sorted({number for _, number in self.known}, reverse=True)[:2]
        return tuple((tuple(label for label, each in self.known if each == number), number) for number in numbers)

    @property
    def smallest(self) -> int:
        return min(number for _, number in self.known)

    @property
    def largest(self) -> int:
        return max(number for _, number in self.known)

    def __bool__(self) -> bool:
        return bool(self.known)


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole. Both are None if the part or the rest is too small to show."""

    key: str
    part: int | None
    whole: int | None
    coverage: Coverage

    @property
    def percent(self) -> int | None:
        return percent(self.part, self.whole)

    def __bool__(self) -> bool:
        return self.part is not None


def percent(part: int | None, whole: int | None) -> int | None:
    """Whole percent, rounded half up; None if a number is unknown or the whole is less than five."""
    if part is None or whole is None or whole < _FEW:
        return None
    return (200 * part + whole) // (2 * whole)


def tally(key: str, found: Iterable[tuple[str, str]], order: Collection[str], active: int) -> Figure:
    """Count pairs of (studio id, label). Lines follow `order`, then labels that it lacks; empty lines are left out.

    `active` is the number of active studios, for the coverage.
    """
    counter: Counter[str] = Counter()
    studios = set()
    for studio, label in found:
        counter[label] += 1
        studios.add(studio)
    labels = [*order, *sorted(set(counter) - set(order))]
    counts = tuple(Count(label, counter[label]) for label in labels if counter[label])
    return Figure(key, counts, Coverage(len(studios), active))


def by_year(key: str, found: Iterable[tuple[str, int, int]], active: int) -> Figure:
    """Sum triples of (studio id, year, number) by year, with the number of studios that supplied each year."""
    sums: Counter[int] = Counter()
    studios: dict[int, set[str]] = defaultdict(set)
    for studio, year, number in found:
        sums[year] += number
        studios[year].add(studio)
    counts = tuple(Count(f"{year}年", sums[year], studios=len(studios[year])) for year in sorted(sums))
    return Figure(key, counts, Coverage(len(set().union(*studios.values())), active))


def linked(figure: Figure, urls: Mapping[str, str]) -> Figure:
    """The figure with a link on each line whose label is in `urls`."""
    counts = (replace(count, url=urls.get(count.label)) for count in figure.counts)
    return replace(figure, counts=tuple(counts))


def discreet(key: str, parts: Mapping[str, int], coverage: Coverage) -> Figure:
    """Parts of a group of people, with those hidden that are so small that they could identify somebody."""
    counts = (Count(cell.label, cell.count, words=cell.words) for cell in suppression.cells(parts))
    return Figure(key, tuple(counts), coverage)


def share(key: str, found: Iterable[tuple[int, int]], active: int) -> Share:
    """Add up pairs of (part, whole), one from each studio that supplied both."""
    pairs = list(found)
    part, whole = sum(pair[0] for pair in pairs), sum(pair[1] for pair in pairs)
    shown = suppression.part(part, whole)
    seen = shown.count if shown and pairs else None
    return Share(key, seen, None if seen is None else whole, Coverage(len(pairs), active))
