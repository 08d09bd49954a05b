"""What a change means for readers of the site: new studios, achievements and titles, every public field that reads otherwise, how many
people are no longer shown, and all that a reviewer must not overlook.

Both sides are read from git's objects; nobody who withdraws is named.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from functools import cache
from itertools import chain

from laomo.pages.templates import Templates
from laomo.records import models
from laomo.records.layout import shown
from laomo.registry import urls
from laomo.registry.registry import Registry
from laomo.registry.studio import Achievement, Studio
from laomo.system.git import Repository
from laomo.tools.review import waivers
from laomo.tools.review.disclosed import newly_public
from laomo.tools.review.fields import FieldChange
from laomo.tools.review.lines import ChangeLine, of_studio
from laomo.tools.review.pages import REASONS, PageChange, page_changes
from laomo.tools.review.pictures import new_pictures
from laomo.tools.review.reach import ReachLine, new_claims
from laomo.tools.review.sides import Sides, records_of
from laomo.tools.review.waivers import Waiver

_ENDING = ("摘牌", "撤销")
_PAGE = re.compile(r"content/.+\.md")


@dataclass(frozen=True, slots=True)
class Changes:
    """What readers will see after the merge."""

    studios: tuple[ChangeLine, ...]
    achievements: tuple[ChangeLine, ...]
    years: tuple[ChangeLine, ...]
    titles: tuple[ChangeLine, ...]
    endings: tuple[ChangeLine, ...]
    ended: tuple[ChangeLine, ...]
    fields: tuple[PageChange, ...]
    """Every public field that changes of what was there before, new and removed parts, and pictures under an old name."""
    elsewhere: tuple[ReachLine, ...]
    """What is said of other unions' studios and pages: what will be shown there, and what still waits for their agreement."""
    published: tuple[ChangeLine, ...]
    """What was kept from the public before."""
    withdrawn: int
    """The number of people who are no longer shown; they are never named."""
    unreadable: tuple[ChangeLine, ...]
    """The studios whose record has errors and cannot be read."""
    broken: tuple[str, ...]
    """All records that have errors and cannot be read, by their paths: nobody can say what of them changes."""
    gone: tuple[str, ...]
    """The names of the studios whose files were deleted."""
    others: tuple[str, ...]
    """The changed files that are not records: pages, theme, settings."""
    waived: tuple[Waiver, ...] = ()
    """The new and changed comments that let pass what looks like a personal number."""
    unwaived: tuple[Waiver, ...] = ()
    """Those that are gone, or were other ones before."""
    problems: int = 0

    @property
    def first(self) -> list[PageChange]:
        """What a reviewer looks at first, by its reason: numbers ten times as large, titles, people, what is no longer shown."""
        found = (each for each in self.fields if each.reason)
        return sorted(found, key=lambda each: REASONS.index(each.reason))

    @property
    def pages(self) -> dict[ChangeLine, list[FieldChange]]:
        """All other changes, page by page."""
        pages: dict[ChangeLine, list[FieldChange]] = {}
        for each in self.fields:
            if not each.reason:
                pages.setdefault(each.page, []).append(each.change)
        return pages

    @property
    def addresses(self) -> frozenset[str]:
        """The addresses of all pages of which the summary says something, without anchors; an empty one is the home page."""
        lists = (self.studios, self.achievements, self.years, self.titles, self.endings, self.ended, self.published)
        pages_of = (*(each.page for each in self.fields), *(each.page for each in self.elsewhere))
        lines = (*chain(*lists, self.unreadable), *pages_of)
        written = (path.removeprefix("content/").removesuffix(".md") for path in self.others if _PAGE.fullmatch(path))
        pages = (f"{path}/".removesuffix("index/") for path in written)
        return frozenset((*(line.url.partition("#")[0] for line in lines), *pages))

    @property
    def nothing(self) -> bool:
        """Whether there is nothing to tell."""
        return not any(getattr(self, each.name) for each in fields(self))


def compare(repository: Repository, base: str, head: str) -> Changes | None:
    """The changes of `head` since it left `base`; None when one side has no site that can be read.

    Raises UnknownCommit for names that mean no commit.
    """
    head = repository.commit(head)
    fork = repository.fork(repository.commit(base), head)
    (_, before), (loaded, after) = (records_of(repository, commit) for commit in (fork, head))
    if before is None or after is None:
        return None
    files = [entry.path for entry, _ in repository.changes(fork, head)]
    found = of_sides(Sides(before, after), files)
    waivers_before, waivers_after = (waivers.of_commit(repository, commit) for commit in (fork, head))
    return replace(
        found,
        waived=tuple(_only_in(waivers_after, waivers_before)),
        unwaived=tuple(_only_in(waivers_before, waivers_after)),
        problems=len(loaded.problems),
    )


def of_sides(sides: Sides, files: Sequence[str] = ()) -> Changes:
    """What changes between two registries. `files` are the changed files, from the top of the repository."""
    decisions = sides.new_decisions()
    return Changes(
        studios=tuple(of_studio(studio) for studio in sides.new()),
        achievements=tuple(_new_achievements(sides.before, sides.after)),
        years=tuple(_new_years(sides)),
        titles=tuple(_decided(decisions, sides.after, ending=False)),
        endings=tuple(_decided(decisions, sides.after, ending=True)),
        ended=tuple(of_studio(new) for old, new in sides.kept() if new.ended and not old.ended),
        fields=(*page_changes(sides), *new_pictures(sides, files)),
        elsewhere=tuple(new_claims(sides.before, sides.after)),
        published=tuple(newly_public(sides)),
        withdrawn=_withdrawn_people(sides),
        unreadable=tuple(of_studio(studio) for studio in sides.unreadable()),
        broken=tuple(sorted(map(shown, sides.after.broken))),
        gone=tuple(sides.gone()),
        others=tuple(path for path in files if not path.startswith("studios/")),
    )


def markdown(changes: Changes, address: str | None) -> str:
    """The summary for a merge request as Markdown; `address` is the address of the preview, None when there is none."""
    return _templates().render("changes.md", "", changes=changes, address=address).decode()


_templates = cache(Templates)


def _new_achievements(before: Registry, after: Registry) -> Iterator[ChangeLine]:
    known = {_key(achievement) for achievement in _achievements(before)}
    for achievement in _achievements(after):
        if _key(achievement) not in known and not before.broken & {achievement.path, achievement.studio.path}:
            yield ChangeLine(achievement.record.title, achievement.studio.name, achievement.url)


def _achievements(registry: Registry) -> Iterator[Achievement]:
    return (achievement for studio in registry.studios for achievement in studio.achievements)


def _key(achievement: Achievement) -> tuple[str, str]:
    return achievement.studio.id, achievement.record.id


def _new_years(sides: Sides) -> Iterator[ChangeLine]:
    """The years that were not there before: those of studios that were, then those of new ones."""
    kept = sides.kept()
    before = {(old.id, year.year) for old, _ in kept for year in old.years}
    for studio in (*(new for _, new in kept), *sides.new()):
        for year in studio.years:
            if (studio.id, year.year) not in before and year.path not in sides.before.broken:
                yield ChangeLine(studio.name, f"{year.year}年", urls.studio_year(studio.id, year.year))


def _decided(decisions: list[models.DecisionRecord], after: Registry, *, ending: bool) -> Iterator[ChangeLine]:
    """The studios of the decisions that end a title, or of all others."""
    for decision in decisions:
        if (decision.result in _ENDING) != ending:
            continue
        for named in decision.studios:
            if studio := after.studio_by_id.get(named.studio):
                yield ChangeLine(studio.name, decision.designation or decision.result, studio.url)


def _only_in(these: list[Waiver], others: list[Waiver]) -> Iterator[Waiver]:
    known = {(waiver.path, waiver.about) for waiver in others}
    return (waiver for waiver in these if (waiver.path, waiver.about) not in known)


def _withdrawn_people(sides: Sides) -> int:
    """How many more people are hidden than before."""
    known = sides.before.studio_by_id
    more = (_hidden(studio) - _hidden(known.get(studio.id)) for studio in sides.after.studios)
    return sum(number for number in more if number > 0)


def _hidden(studio: Studio | None) -> int:
    """The number of leaders who are not shown since they have withdrawn."""
    return len(studio.unredacted.leaders) - len(studio.record.leaders) if studio else 0
