"""What the records of a site say, as the rules of `natural.py` ask of it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from benchmarks.search.corpus import page

from laomo.pages.handwritten.articles import Article
from laomo.registry import urls
from laomo.registry.registry import Registry
from laomo.registry.studio import Achievement, Studio

Texts = Iterable[str | None]
ROOMS = (
    *("studios/", "achievements/", "people/", "statistics/", "data/", "unions/", "honours/", "stories/", "spirit/"),
    *("regions/", "industries/", "about/", "en/"),
)
"""Pages that the public reads; every site has most of them."""


def _joined(texts: Texts) -> str:
    return "\n".join(filter(None, texts)).lower()


def trade(studio: Studio) -> str:
    """What a studio is and does, in short fields and its introduction."""
    record = studio.record
    people = (text for each in record.leaders for text in (each.job, each.title, *each.specialities))
    return _joined((studio.name, *record.units, record.industry, *people, record.slogan, record.intro))


def work(item: Achievement) -> str:
    """What an achievement is for and does."""
    record = item.record
    measures = (measure.indicator for measure in record.measures)
    return _joined((record.title, record.problem, record.solution, record.effect, record.social_benefit, *measures))


def projects(studio: Studio) -> str:
    """What a studio works on."""
    each = (project for year in studio.years for project in year.record.projects)
    return _joined(text for project in each for text in (project.title, project.problem, project.goal))


def _year_page(item: Achievement) -> str:
    return page(urls.reported_achievement(item.studio.id, item.year, item.record.id))


@dataclass(frozen=True)
class Said:
    """The answers of one site's records: each method gives addresses of pages."""

    registry: Registry
    articles: tuple[Article, ...]

    @cached_property
    def _trades(self) -> list[tuple[Studio, str]]:
        return [(studio, trade(studio)) for studio in self.registry.active_studios]

    @cached_property
    def _works(self) -> list[tuple[Achievement, str]]:
        return [(item, work(item)) for item in self.registry.achievements]

    @cached_property
    def _projects(self) -> list[tuple[Studio, str]]:
        return [(studio, projects(studio)) for studio in self.registry.active_studios]

    @cached_property
    def rooms(self) -> frozenset[str]:
        """The first parts of the addresses of the site's pages."""
        kept = {"notices": self.registry.notices, "decisions": self.registry.decisions}
        kept |= {"standards": self.registry.standards, "alliances": self.registry.alliances}
        written = (article.url.partition("/")[0] for article in self.articles)
        rooms = (room.rstrip("/") for room in ROOMS if room not in ("stories/", "spirit/"))
        return frozenset((*rooms, *written, *(name for name, records in kept.items() if records)))

    def studios(self, which: Callable[[Studio], bool]) -> frozenset[str]:
        """Studios, with the pages below theirs: any of them answers a question for the studio."""
        return frozenset(studio.url for studio in self.registry.active_studios if which(studio))

    def trade(self, words: tuple[str, ...], which: Callable[[Studio], bool] = lambda _: True) -> frozenset[str]:
        """Studios of a trade and their achievements; stories."""
        found = {s for s, text in self._trades if which(s) and has(text, words)}
        by_title = {i for i, _ in self._works if which(i.studio) and has(i.record.title.lower(), words)}
        studios = {s.url for s in found} | {i.studio.url for i in by_title}
        return frozenset((*studios, *self._pages(by_title, found), *self._stories(words)))

    def work(self, words: tuple[str, ...]) -> frozenset[str]:
        """Achievements and projects that say a word, and whose they are; stories."""
        items = {item for item, text in self._works if has(text, words)}
        studios = {item.studio.url for item in items} | {s.url for s, text in self._projects if has(text, words)}
        return frozenset((*studios, *self._pages(items, ()), *self._stories(words)))

    def achievements(self, which: Callable[[Achievement], bool]) -> frozenset[str]:
        """Achievements, the annual reports that they are in, their studios."""
        items = {item for item in self.registry.achievements if which(item)}
        return frozenset((*self._pages(items, ()), *(item.studio.url for item in items)))

    def of_studios(self, studios: frozenset[str]) -> frozenset[str]:
        """Pages of studios together with those of their achievements."""
        found = [studio for studio in self.registry.active_studios if studio.url in studios]
        return frozenset((*studios, *self._pages((), found)))

    def _pages(self, items: Iterable[Achievement], studios: Iterable[Studio]) -> Iterator[str]:
        for item in (*items, *(item for studio in studios for item in studio.achievements)):
            yield page(item.url)
            yield _year_page(item)

    def _stories(self, words: tuple[str, ...]) -> Iterator[str]:
        """Stories that say a word, and lists whose title does."""
        for article in self.articles:
            story = article.url.startswith("stories/")
            if has(f"{article.title}\n{article.text}".lower() if story else article.title.lower(), words) and (
                not article.url.startswith(("help/", "policies/"))
            ):
                yield article.url


def has(text: str, words: tuple[str, ...]) -> bool:
    """Whether a text says any of the words."""
    return any(word.lower() in text for word in words)
