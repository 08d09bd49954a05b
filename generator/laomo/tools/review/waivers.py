"""Comments that let pass what only looks like a personal number: `# 复核 2026-05-01：设备编号`.

A clerk must not let a number pass alone: a waiver counts when the base branch has it for this very line, or when a steward writes it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from laomo.system.git import Repository
from laomo.text import personal_data

_WORD = "复核"
"""Stands in every waiver."""


@dataclass(frozen=True, slots=True)
class Waiver:
    """One waiver: its file, its line counted from 1, its reason, and all that it is about."""

    path: str
    line: int
    reason: str
    about: str
    """The line of the comment, and the next one too if nothing but the comment stands there: it is for both."""


def find(text: str, path: str) -> Iterator[Waiver]:
    """The waivers of a file."""
    lines = [line.strip() for line in text.split("\n")] if _WORD in text else []
    for number, line in enumerate(lines, 1):
        if reason := personal_data.waiver(line):
            below = lines[number : number + 1] if line.startswith("#") else []
            yield Waiver(path, number, reason, "\n".join((line, *below)))


def of_commit(repository: Repository, commit: str) -> list[Waiver]:
    """All waivers of a commit's files, in the order of the files."""
    paths = repository.containing(commit, _WORD)
    files = [entry for entry in repository.tree(commit) if entry.path in paths]
    data = repository.read(entry.blob for entry in files)
    return [waiver for entry in files for waiver in find(data[entry.blob].decode("utf-8", "replace"), entry.path)]


def accepted(repository: Repository, base: str) -> frozenset[str]:
    """What the waivers of the base branch are about."""
    return frozenset(waiver.about for waiver in of_commit(repository, base))


def without(text: str, waivers: Iterable[Waiver]) -> str:
    """The text with some of its waivers made void; lines and columns stay as they are."""
    lines = text.split("\n")
    for waiver in waivers:
        lines[waiver.line - 1] = lines[waiver.line - 1].replace(_WORD, "－" * len(_WORD))
    return "\n".join(lines)
