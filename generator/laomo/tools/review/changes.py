"""What a change means for readers of the site: new studios, achievements and titles, how many people are no longer shown, and all
that a reviewer must not overlook.

Both sides are read from git's objects; nobody who withdraws is named.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from laomo.pages.templates import Templates
from laomo.records import models
from laomo.registry import urls
from laomo.registry.registry import Registry
from laomo.registry.studio import Achievement, Studio
from laomo.system.git import Repository
from laomo.tools.review import waivers
from laomo.tools.review.disclosed import newly_public
from laomo.tools.review.lines import ChangeLine, of_studio
from laomo.tools.review.reach import ReachLine, new_claims
from laomo.tools.review.sides import Sides, records_of
from laomo.tools.review.waivers import Waiver

_ENDING = ("摘牌", "撤销")


@dataclass(frozen=True, slots=True)
class Changes:
    """What readers will see after the merge."""

    studios: tuple[ChangeLine, ...]
    achievements: tuple[ChangeLine, ...]
    years: tuple[ChangeLine, ...]
    titles: tuple[ChangeLine, ...]
    endings: tuple[ChangeLine, ...]
    ended: tuple[ChangeLine, ...]
    updated: tuple[ChangeLine, ...]
    elsewhere: tuple[ReachLine, ...]
    """What is said of other unions' studios and pages: what will be shown there, and what still waits for their agreement."""
    published: tuple[ChangeLine, ...]
    """What was kept from the public before."""
    waived: tuple[Waiver, ...]
    """The new and changed comments that let pass what looks like a personal number."""
    unwaived: tuple[Waiver, ...]
    """Those that are gone, or were other ones before."""
    withdrawn: int
    """The number of people who are no longer shown; they are never named."""
    unreadable: tuple[ChangeLine, ...]
    """The studios whose record has errors and cannot be read."""
    gone: int
    """The number of studios whose files were deleted."""
    others: int
    """The number of changed files that are not records: pages, theme, settings."""
    problems: int


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
    sides = Sides(before, after)
    decisions = sides.new_decisions()
    waivers_before, waivers_after = (waivers.of_commit(repository, commit) for commit in (fork, head))
    return Changes(
        studios=tuple(of_studio(studio) for studio in sides.new()),
        achievements=tuple(_new_achievements(before, after)),
        years=tuple(_new_years(sides)),
        titles=tuple(_decided(decisions, after, ending=False)),
        endings=tuple(_decided(decisions, after, ending=True)),
        ended=tuple(of_studio(new) for old, new in sides.kept() if new.ended and not old.ended),
        updated=tuple(_updated(sides, files)),
        elsewhere=tuple(new_claims(before, after)),
        published=tuple(newly_public(sides)),
        waived=tuple(_only_in(waivers_after, waivers_before)),
        unwaived=tuple(_only_in(waivers_before, waivers_after)),
        withdrawn=_withdrawn_people(sides),
        unreadable=tuple(of_studio(studio) for studio in sides.unreadable()),
        gone=sides.gone(),
        others=sum(not path.startswith("studios/") for path in files),
        problems=len(loaded.problems),
    )


def markdown(changes: Changes, address: str | None) -> str:
    """The summary for a merge request as Markdown; `address` is the address of the preview, None when there is none."""
    return Templates().render("changes.md", "", changes=changes, address=address).decode()


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


def _updated(sides: Sides, files: list[str]) -> Iterator[ChangeLine]:
    """The active studios whose profile is among the changed files."""
    records = {PurePosixPath(path).relative_to("studios") for path in files if path.startswith("studios/")}
    return (of_studio(new) for _, new in sides.kept() if new.path in records and not new.ended)


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
