"""What a change means for readers of the site: new studios, achievements and titles, who is shown no longer; in plain words.

Both sides are read from git's objects; nobody who withdraws is named.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from laomo.pages.templates import Templates
from laomo.records import models
from laomo.records.layout import model_of
from laomo.records.loader import Loaded, load
from laomo.records.models import vocabulary
from laomo.records.yaml import reader
from laomo.registry import urls
from laomo.registry.registry import Registry
from laomo.registry.studio import Achievement, Studio
from laomo.system import git
from laomo.system.git import Repository

_ENDING = ("摘牌", "撤销")


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """Something new: its name, what belongs to it, and its address on the site."""

    name: str
    note: str
    url: str

    @property
    def file(self) -> str:
        """The page of the offline edition: a list of files, such as a job's artifacts, shows no folder by its index."""
        folder, mark, place = self.url.partition("#")
        return f"{folder}index.html{mark}{place}"


@dataclass(frozen=True, slots=True)
class Claim:
    """What a record says on the page of another union's studio: whose page, by whom, and the result or the tie."""

    page: ChangeLine
    by: str
    what: str


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
    elsewhere: tuple[Claim, ...]
    """What appears, or reads otherwise, on pages of unions whose records were not changed by it."""
    withdrawn: int
    """People who are shown no longer; never by name."""
    gone: int
    """Studios whose files were deleted."""
    others: int
    """Changed files that are no records: pages, looks, settings."""
    problems: int


def compare(repository: Repository, base: str, head: str) -> Changes | None:
    """The changes of `head` since it left `base`; None when one side has no site that can be read."""
    head = repository.commit(head)
    fork = repository.fork(repository.commit(base), head)
    (_, before), (loaded, after) = (_side(repository, commit) for commit in (fork, head))
    if before is None or after is None:
        return None
    changed = [entry.path for entry, _ in repository.changes(fork, head)]
    records = {PurePosixPath(path).relative_to("studios") for path in changed if path.startswith("studios/")}
    known = before.studio_by_id
    made = [studio for studio in after.studios if studio.id not in known]
    kept = [(known[studio.id], studio) for studio in after.studios if studio.id in known]
    said = [key for key, _ in _claims(before)]
    decisions = [record for path, record in after.announced if path not in dict(before.announced)]
    return Changes(
        studios=tuple(_studio(studio) for studio in made),
        achievements=tuple(_achievement(each) for each in _shown(after) if _key(each) not in map(_key, _shown(before))),
        years=tuple(_years(kept, made)),
        titles=tuple(_titles(decisions, after, ending=False)),
        endings=tuple(_titles(decisions, after, ending=True)),
        ended=tuple(_studio(new) for old, new in kept if new.ended and not old.ended),
        updated=tuple(_studio(new) for _, new in kept if new.path in records and not new.ended),
        elsewhere=tuple(claim for key, claim in _claims(after) if key not in said),
        withdrawn=sum(
            _hidden(new) - _hidden(known.get(new.id))
            for new in after.studios
            if _hidden(new) > _hidden(known.get(new.id))
        ),
        gone=len(known.keys() - after.studio_by_id.keys()),
        others=sum(not path.startswith("studios/") for path in changed),
        problems=len(loaded.problems),
    )


def markdown(changes: Changes, address: str | None) -> str:
    """The summary for a merge request; `address` is where the preview stands."""
    return Templates().render("changes.md", "", changes=changes, address=address).decode()


def _side(repository: Repository, commit: str) -> tuple[Loaded, Registry | None]:
    """The records of a commit, laid out in a folder of their own: plain files in places that records have, nothing else."""
    entries = [entry for entry in repository.tree(commit) if entry.mode == git.FILE and _is_record(entry.path)]
    data = repository.read(entry.blob for entry in entries if entry.size <= reader.MAX_BYTES)
    with TemporaryDirectory() as folder:
        for entry in entries:
            file = Path(folder, entry.path)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data.get(entry.blob, b""))
        loaded = load(Path(folder, "studios"))
    return loaded, Registry.of(loaded)


def _is_record(path: str) -> bool:
    parts = path.split("/")
    inside = parts[0] == "studios" and not {"", ".", ".."} & set(parts)
    return inside and model_of(PurePosixPath(*parts[1:])) is not None


def _studio(studio: Studio) -> ChangeLine:
    return ChangeLine(studio.name, studio.union.name, studio.url)


def _shown(registry: Registry) -> list[Achievement]:
    return [achievement for studio in registry.studios for achievement in studio.achievements]


def _key(achievement: Achievement) -> tuple[str, str]:
    return achievement.studio.id, achievement.record.id


def _achievement(achievement: Achievement) -> ChangeLine:
    return ChangeLine(achievement.record.title, achievement.studio.name, achievement.url)


def _years(kept: list[tuple[Studio, Studio]], made: list[Studio]) -> Iterator[ChangeLine]:
    before = {(old.id, year.year) for old, _ in kept for year in old.years}
    for studio in (*(new for _, new in kept), *made):
        for year in studio.years:
            if (studio.id, year.year) not in before:
                yield ChangeLine(studio.name, f"{year.year}年", urls.studio_year(studio.id, year.year))


def _titles(decisions: list[models.DecisionRecord], after: Registry, *, ending: bool) -> Iterator[ChangeLine]:
    for decision in decisions:
        if (decision.result in _ENDING) != ending:
            continue
        for named in decision.studios:
            if studio := after.studio_by_id.get(named.studio):
                yield ChangeLine(studio.name, decision.designation or decision.result, studio.url)


def _claims(registry: Registry) -> Iterator[tuple[tuple[str, str, models.Record], Claim]]:
    """Shared achievements and relations across unions: whose page, who says so and the record itself; and how to tell it."""
    for studio in registry.active_studios:
        for item in studio.shared:
            if item.studio.union.id != studio.union.id:
                yield (
                    (studio.id, item.studio.id, item.record),
                    Claim(_studio(studio), item.studio.name, item.record.title),
                )
    for by in registry.studios:
        for relation in by.record.relations:
            other = registry.studio_by_id.get(relation.studio)
            if other and other.union.id != by.union.id:
                yield (
                    (other.id, by.id, relation),
                    Claim(_studio(other), by.name, vocabulary.RELATIONS_BACK[relation.kind]),
                )


def _hidden(studio: Studio | None) -> int:
    return len(studio.unredacted.leaders) - len(studio.record.leaders) if studio else 0
