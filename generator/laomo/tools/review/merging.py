"""What merging a change will make, in each of the ways in which GitHub and GitLab merge.

git follows renames: an edit of a file that the base branch has moved meanwhile lands in the new place, and a new file in a folder
that the base branch has renamed lands in the folder of the new name. A rebase leaves out merge commits, and with them what
they took back. So what a branch itself shows is not all that its merge changes.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from laomo.system.git import Merge, Repository, TreeEntry

_RULES = ((), ("merge.directoryRenames=true",), ("merge.renames=false",))
"""Settings of git that platforms differ in: its own, with folders followed too, and without following any rename."""


@dataclass(frozen=True, slots=True)
class MergeOutcome:
    """One tree that a merge may make: all its files, and those that differ from the base branch, gone ones included."""

    files: tuple[TreeEntry, ...]
    changed: tuple[TreeEntry, ...]


@dataclass(frozen=True, slots=True)
class MergeOutcomes:
    """All that a merge may make, and the files in conflict when git cannot merge by itself."""

    each: tuple[MergeOutcome, ...]
    conflicts: tuple[str, ...]


def outcomes(repository: Repository, base: str, head: str) -> MergeOutcomes:
    """Every tree that merging the commit `head` into the commit `base` may make."""
    with repository.scratch() as scratch:
        merges = [scratch.merge(base, head, rules) for rules in _RULES]
        rebased = [_rebase(scratch, base, head, rules) for rules in _RULES]
        trees = dict.fromkeys(merge.tree for merge in (*merges, *rebased) if not merge.conflicts)
        return MergeOutcomes(tuple(_outcome(scratch, base, tree) for tree in trees), merges[0].conflicts)


def _rebase(scratch: Repository, base: str, head: str, rules: tuple[str, ...]) -> Merge:
    """The commits of `head` repeated on `base` one after the other, up to the first conflict, where platforms give up."""
    made = Merge(base, ())
    for commit, parent in scratch.plain_commits(base, head):
        made = Merge(commit, ()) if parent == made.tree else scratch.repeat(commit, parent, made.tree, rules)
        if made.conflicts:
            break
    return made


def _outcome(scratch: Repository, base: str, tree: str) -> MergeOutcome:
    files = {entry.path: entry for entry in scratch.tree(tree)}
    return MergeOutcome(tuple(files.values()), tuple(_changed(scratch, base, tree, files)))


def _changed(scratch: Repository, base: str, tree: str, files: dict[str, TreeEntry]) -> Iterator[TreeEntry]:
    return (files.get(entry.path, entry) for entry, _ in scratch.changes(base, tree))
