"""Whether a change touches only what its author may change, checked on git's objects before any of its files is opened.

Judged is what the change itself shows and what its merge will make (see `merging`).
The rights are in `studios/owners.yml` of the base branch, so that a change cannot grant them to its own author.
Personal numbers are looked for in every commit (see `history`); only a steward can let one pass (see `waivers`).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from pydantic import ValidationError

from laomo.problems.problem import Facts, Problem
from laomo.records import layout, models
from laomo.records.yaml import reader
from laomo.system import git
from laomo.system.git import Repository, TreeEntry
from laomo.tools.review import file_rules, history, merging, waivers

OWNERS = "studios/owners.yml"


@dataclass(frozen=True, slots=True)
class Author:
    """Who proposes a change: the account that the platform has verified, never the name in a commit."""

    name: str
    unions: frozenset[str]
    steward: bool

    def may_change(self, path: str) -> bool:
        """Whether the author may change a file: a steward any, others those in the folders of their unions."""
        parts = path.split("/")
        return self.steward or (len(parts) > 2 and parts[0] == "studios" and parts[1] in self.unions)


def owners(repository: Repository, base: str) -> models.OwnersRecord | None:
    """The owners of the base branch; None when the file is missing or cannot be read."""
    found = [entry for entry in repository.tree(base) if entry.path == OWNERS and entry.mode == git.FILE]
    data = b"".join(repository.read(entry.blob for entry in found).values())
    tree, problems = reader.read(data, OWNERS)
    try:
        return models.OwnersRecord.model_validate(tree) if found and not problems else None
    except ValidationError:
        return None


def author(name: str, record: models.OwnersRecord) -> Author:
    """The rights of an account; upper and lower case are the same, as on the platforms."""
    account = name.casefold()
    unions = (union for union, accounts in record.unions.items() if account in map(str.casefold, accounts))
    return Author(name, frozenset(unions), account in map(str.casefold, record.stewards))


def check(repository: Repository, base: str, head: str, name: str) -> list[Problem]:
    """Every problem of a change, in the order of the files. Raises UnknownCommit for names that mean no commit."""
    base, head = repository.commit(base), repository.commit(head)
    fork = repository.fork(base, head)
    record = owners(repository, base)
    if record is None:
        return [Problem(OWNERS, "no-owners")]
    if not record.stewards and not any(record.unions.values()):
        return [Problem(OWNERS, "empty-owners")]
    who = author(name, record)
    problems = [*_of_files(repository, fork, head, who), *_of_merge(repository, base, head, who)]
    told = {(problem.path, problem.code): problem for problem in problems}
    accepted = None if who.steward else waivers.accepted(repository, base)
    earlier = history.private(repository, repository.commits(base, head), accepted)
    others = (problem for problem in earlier if (problem.path, problem.code) not in told)
    return sorted((*told.values(), *others), key=lambda problem: problem.position)


def _of_files(repository: Repository, fork: str, head: str, who: Author) -> Iterator[Problem]:
    """The problems of the files of a change, as its last commit has them."""
    tree = {entry.path: entry for entry in repository.tree(head)}
    yield from file_rules.clashes(tree.values())
    for entry, _ in repository.changes(fork, head):
        yield from _of_entry(tree.get(entry.path, entry), who)


def _of_merge(repository: Repository, base: str, head: str, who: Author) -> Iterator[Problem]:
    """The problems of what the base branch would have after the merge, and files that git cannot merge by itself."""
    merged = merging.outcomes(repository, base, head)
    yield from (Problem(file_rules.shown(path), "merge-conflict") for path in merged.conflicts)
    for outcome in merged.each:
        yield from file_rules.clashes(outcome.files)
        for entry in outcome.changed:
            yield from _of_entry(entry, who)


def _of_entry(entry: TreeEntry, who: Author) -> Iterator[Problem]:
    """The problems of one changed file."""
    yield from _of_author(entry, who)
    yield from _of_mode(entry, who)
    yield from file_rules.too_large(entry.path, entry.size)
    if entry.mode != git.NOTHING:
        yield from file_rules.odd_name(entry.path)


def _of_author(entry: TreeEntry, who: Author) -> Iterator[Problem]:
    """A file that is not its author's to change, or that belongs nowhere below `studios/`."""
    path = file_rules.shown(entry.path)
    if not who.may_change(entry.path):
        facts: Facts = {"author": who.name, "unions": tuple(sorted(who.unions))}
        yield Problem(path, "not-owner", facts=facts)
    elif not who.steward and entry.mode != git.NOTHING and not layout.belongs(PurePosixPath(*path.split("/")[1:])):
        yield Problem(path, "unexpected-file")  # such as .gitattributes, which would change what others read


def _of_mode(entry: TreeEntry, who: Author) -> Iterator[Problem]:
    """A link, a submodule or a program; only a steward may add programs, and none among records and pages."""
    path = file_rules.shown(entry.path)
    if entry.mode == git.LINK:
        yield Problem(path, "symlink")
    elif entry.mode == git.MODULE:
        yield Problem(path, "submodule")
    elif entry.mode == git.PROGRAM and not (who.steward and not path.startswith(("studios/", "content/"))):
        yield Problem(path, "executable")


def code_owners(record: models.OwnersRecord, unions: Iterable[models.UnionRecord]) -> str:
    """The owners as a CODEOWNERS file: a union's records are approved by its own accounts, those of the unions above it, or stewards."""
    parents = {union.id: union.parent for union in unions}
    lines = [f"* {_accounts(record.stewards)}"] if record.stewards else []
    for union in record.unions:
        accounts, above = list(record.unions[union]), parents.get(union)
        while above:
            accounts += record.unions.get(above, ())
            above = parents.get(above)
        lines.append(f"/studios/{union}/ {_accounts((*accounts, *record.stewards))}")
    return "".join(f"{line}\n" for line in lines)


def _accounts(names: Iterable[str]) -> str:
    return " ".join(f"@{name}" for name in dict.fromkeys(names))
