"""Files of a commit, read one by one by a single process of git."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO, cast

from laomo.system.git import Repository

_ODD = re.compile(r"/\.{0,2}/|[\0\n]")
"""In a path: a step that leads nowhere or up, at which git gives up altogether, and what git's answers end with."""
_FOUND = re.compile(r"([0-9a-f]{40,64}) blob ([0-9]+)\n")


@dataclass(frozen=True, slots=True)
class CommitFile:
    """A file of a commit: the id of its content, and its size in bytes."""

    blob: str
    size: int


@dataclass(frozen=True, slots=True)
class CommitFiles:
    """The files of one commit. A thousand of them cost one process, where `Repository.read` starts one for each call."""

    commit: str
    _questions: IO[bytes]
    _answers: IO[bytes]

    @classmethod
    @contextmanager
    def of(cls, repository: Repository, commit: str) -> Iterator["CommitFiles"]:
        """The files of a commit, by its id or name, for as long as the context lasts."""
        with repository.running("cat-file", "--batch-command", "-z") as git:
            yield cls(commit, cast("IO[bytes]", git.stdin), cast("IO[bytes]", git.stdout))

    def find(self, path: str) -> CommitFile | None:
        """The file at a path, without its content; None if there is none, or a folder. Raises OSError if git has ended."""
        if _ODD.search(f"/{path}/"):
            return None
        answer = _FOUND.fullmatch(self._asked(f"info {self.commit}:{path}"))
        return CommitFile(answer[1], int(answer[2])) if answer else None

    def read(self, file: CommitFile) -> bytes:
        """The content of a file that `find` gave. Raises OSError if git has ended."""
        self._asked(f"contents {file.blob}")
        data = self._answers.read(file.size + 1)
        if len(data) <= file.size:
            raise OSError(f"git ended within {file.blob}")
        return data[:-1]

    def _asked(self, question: str) -> str:
        """The first line of git's answer."""
        self._questions.write(question.encode("utf-8", "surrogateescape") + b"\0")
        self._questions.flush()
        answer = self._answers.readline()
        if not answer:
            raise OSError("git ended")
        return answer.decode("utf-8", "replace")
