"""Studio leaders by pinyin, by strokes and by kind. Each person is listed once, without any ranking."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from laomo.pages import breadcrumbs, json_ld
from laomo.pages.context import Context
from laomo.records.models import vocabulary
from laomo.registry import generations, urls
from laomo.registry.generations import Strand
from laomo.registry.people import Person
from laomo.system.output import Output
from laomo.text.collation import by_pinyin, by_strokes, initial, stroke_mark


@dataclass(frozen=True, slots=True)
class TaughtLine:
    """Somebody's apprentices on a line of years that is the same for everybody, so that lines can be compared."""

    person: Strand
    apprentices: tuple[Strand, ...]
    first: int
    last: int

    def at(self, strand: Strand) -> int:
        """Where somebody began, in percent of the width."""
        return round((strand.since - self.first) / (self.last - self.first) * 100)


def emit(context: Context) -> Iterator[Output]:
    people = sorted(context.registry.persons, key=lambda person: (by_pinyin(person.name), person.studios[0].id))
    of_kind = {kind: [person for person in people if kind in person.kinds] for kind in vocabulary.LEADER_KINDS}
    lines = _lines(people, context.registry.site.as_of.year)
    kinds = [
        (kind, f"people/{vocabulary.LEADER_KINDS[kind]}", len(of_kind[kind]))
        for kind in vocabulary.LEADER_KINDS
        if of_kind[kind]
    ]

    def listing(section: str, chosen: str, marked: Iterable[tuple[str, Person]]) -> Iterator[Output]:
        own = () if section == "people" else ((chosen, urls.listing(section)),)
        return context.pages(
            "people.md",
            section,
            list(marked),
            trail=breadcrumbs.to(breadcrumbs.PEOPLE, *own),
            entry=lambda each: json_ld.person(context.address or "", each[1]),
            chosen=chosen,
            lines=lines,
            kinds=[(kind, urls.listing(url), n) for kind, url, n in kinds],
        )

    yield from listing("people", "按拼音", _marked(people, initial))
    in_strokes = sorted(people, key=lambda person: (by_strokes(person.name), person.studios[0].id))
    yield from listing("people/strokes", "按笔画", _marked(in_strokes, stroke_mark))
    for kind, section, _ in kinds:
        yield from listing(section, kind, _marked(of_kind[kind], initial))


def _lines(people: Iterable[Person], last: int) -> dict[str, TaughtLine]:
    """The lines of those who have named apprentices with a known beginning, by `Person.key`."""
    taught: dict[str, tuple[Strand, tuple[Strand, ...]]] = {}
    for person in people:
        for studio in person.studios:
            line = generations.of(studio, last)
            if line and (found := line.taught_by(person.name)):
                taught[person.key] = found
                break
    first = min((person.since for person, _ in taught.values()), default=last)
    return {key: TaughtLine(*found, first, last) for key, found in taught.items()}


def _marked(people: Iterable[Person], heading: Callable[[str], str]) -> Iterator[tuple[str, Person]]:
    """Each person with the heading of their name: its initial letter or its number of strokes."""
    return ((heading(person.name), person) for person in people)
