"""Units and their studios (厦工办〔2013〕6号 四·3): those that created one together, and those that have several."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from laomo.registry import urls
from laomo.registry.registry import Registry
from laomo.registry.studio import Studio
from laomo.text.collation import slug


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit with its studios: those that it hosts, and those in which it takes part."""

    name: str
    section: str
    hosted: tuple[Studio, ...]
    joined: tuple[Studio, ...]

    @property
    def url(self) -> str:
        return urls.listing(self.section)


def cross_unit(registry: Registry) -> tuple[Studio, ...]:
    """The active studios of several units, in the order of the unions."""
    return tuple(studio for studio in registry.active_studios if len(studio.record.units) > 1)


def units(registry: Registry) -> tuple[Unit, ...]:
    """Units of which a page says more than a studio's own: they share a studio with others, or have several. In order of appearance."""
    hosted: dict[str, list[Studio]] = defaultdict(list)
    joined: dict[str, list[Studio]] = defaultdict(list)
    shared = set()
    for studio in registry.active_studios:
        first, *others = dict.fromkeys(studio.record.units)
        hosted[first].append(studio)
        for other in others:
            joined[other].append(studio)
        shared |= {first, *others} if others else set()
    named = dict.fromkeys([*hosted, *joined])
    shown = [name for name in named if name in shared or len(hosted[name]) + len(joined[name]) > 1]
    sections = dict(_sections(shown))
    return tuple(Unit(name, sections[name], tuple(hosted[name]), tuple(joined[name])) for name in shown)


def _sections(names: list[str]) -> Iterator[tuple[str, str]]:
    """Each unit with its section: by pinyin; of several that sound alike, the later ones have a number."""
    taken: set[str] = set()
    for name in names:
        wanted = slug(name)
        free = next(
            each for n in range(1, len(names) + 2) if (each := wanted if n == 1 else f"{wanted}-{n}") not in taken
        )
        taken.add(free)
        yield name, f"{urls.UNITS}/{free}"
