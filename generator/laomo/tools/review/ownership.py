"""Whether a change touches only what its author may change, checked on git's objects before any of its files is opened.

The rights are in `studios/owners.yml` of the base branch, so that a change cannot grant them to its own author.
Personal numbers are looked for in every commit, not only in the last: what was committed once stays in the history.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from pydantic import ValidationError

from laomo.assets.attachments.cache import LIMITS
from laomo.problems.problem import Facts, Problem
from laomo.records import layout, loader, models
from laomo.records.yaml import reader
from laomo.system import git
from laomo.system.git import Repository, TreeEntry

OWNERS = "studios/owners.yml"
MAX_PICTURE = 10_000_000
"""The most bytes of a picture; records have the limit of `records/yaml/reader.py`, attachments that of their kind."""


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
    who = author(name, record)
    tree = {entry.path: entry for entry in repository.tree(head)}
    problems = [*_clashes(tree.values())]
    for entry, _ in repository.changes(fork, head):
        problems += _of_entry(tree.get(entry.path, entry), who)
    problems += _private(repository, repository.commits(base, head))
    return sorted(problems, key=lambda problem: problem.position)


def _of_entry(entry: TreeEntry, who: Author) -> Iterator[Problem]:
    """The problems of one changed file."""
    yield from _of_author(entry, who)
    yield from _of_path(entry.path)
    yield from _of_mode(entry, who)
    yield from _of_size(entry)


def _of_author(entry: TreeEntry, who: Author) -> Iterator[Problem]:
    """A file that is not its author's to change, or that belongs nowhere below `studios/`."""
    path = _shown(entry.path)
    if not who.may_change(entry.path):
        facts: Facts = {"author": who.name, "unions": tuple(sorted(who.unions))}
        yield Problem(path, "not-owner", facts=facts)
    elif not who.steward and entry.mode != git.NOTHING and not layout.belongs(PurePosixPath(*path.split("/")[1:])):
        yield Problem(path, "unexpected-file")  # such as .gitattributes, which would change what others read


def _of_path(path: str) -> Iterator[Problem]:
    """A path that some computer cannot check out, or that means another place there."""
    shown = _shown(path)
    odd = (part in ("", ".", "..") or part.strip(" .") != part.lstrip(".") for part in shown.split("/"))
    if path != shown or any(odd):
        yield Problem(shown, "path-odd")


def _of_mode(entry: TreeEntry, who: Author) -> Iterator[Problem]:
    """A link, a submodule or a program; only a steward may add programs, and none among records and pages."""
    path = _shown(entry.path)
    if entry.mode == git.LINK:
        yield Problem(path, "symlink")
    elif entry.mode == git.MODULE:
        yield Problem(path, "submodule")
    elif entry.mode == git.PROGRAM and not (who.steward and not path.startswith(("studios/", "content/"))):
        yield Problem(path, "executable")


def _of_size(entry: TreeEntry) -> Iterator[Problem]:
    """A file above the limit of its kind."""
    path = _shown(entry.path)
    kind = path.rpartition(".")[2].lower()
    limit = reader.MAX_BYTES if kind in ("yml", "md") else LIMITS.get(kind, MAX_PICTURE)
    if entry.size > limit:
        yield Problem(path, "file-too-large", facts={"limit": limit})


def _clashes(entries: Iterable[TreeEntry]) -> Iterator[Problem]:
    """Paths that some file systems cannot tell apart: only one of them can be checked out there."""
    alike = defaultdict(set)
    for entry in entries:
        parts = entry.path.split("/")
        for length in range(1, len(parts) + 1):
            path = "/".join(parts[:length])
            alike[unicodedata.normalize("NFKC", path).casefold()].add(path)
    for paths in alike.values():
        if len(paths) > 1:
            first, *others = sorted(paths)
            yield from (Problem(_shown(other), "case-clash", facts={"other": _shown(first)}) for other in others)


def _private(repository: Repository, commits: Iterable[str]) -> Iterator[Problem]:
    """Personal numbers in commit messages and in every version of every text; each version is read once."""
    seen: set[str] = set()
    for commit in commits:
        in_message = loader.private(repository.message(commit), f"{commit[:8]}")
        yield from (problem for problem in in_message if problem.code != "personal-mail")  # as in Signed-off-by
        changed = (entry for entry in repository.steps(commit) if entry.path.endswith((".yml", ".md")))
        texts = [entry for entry in changed if entry.blob not in seen]
        seen |= {entry.blob for entry in texts}
        yield from _private_texts(repository, texts)


def _private_texts(repository: Repository, texts: list[TreeEntry]) -> Iterator[Problem]:
    data = repository.read(entry.blob for entry in texts)
    for entry in texts:
        text = data[entry.blob][: reader.MAX_BYTES].decode("utf-8", "replace")
        yield from loader.private(text, _shown(entry.path))


def _shown(path: str) -> str:
    """A path that is safe to print: each character that is not printable is replaced."""
    return "".join(character if character.isprintable() else "�" for character in path)


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
