"""The records as they will be after the rows so far, and what could not be taken: the state of an import."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePosixPath

from laomo.problems.problem import Fact, Problem, Severity
from laomo.tools.spreadsheets import record_files as records
from laomo.tools.spreadsheets.columns import Column, Item
from laomo.tools.spreadsheets.record_files import Archive, same
from laomo.tools.spreadsheets.table_rows import SheetRow

_NAMESAKES = 50
"""Studios whose leaders have one name, at most, for the name to say which studio is meant."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One field of one record that changes, as a cell would show it."""

    what: str
    before: str
    after: str


@dataclass
class Draft:
    """The archive with the changes of a spreadsheet laid over it."""

    archive: Archive
    union: str | None = None
    """The union of new studios whose row names none."""
    wanted: dict[PurePosixPath, Item] = field(default_factory=dict)
    """The changed records by their file."""
    problems: list[Problem] = field(default_factory=list)
    differences: dict[PurePosixPath, list[Difference]] = field(default_factory=lambda: defaultdict(list))
    _with_errors: set[str] = field(default_factory=set)
    """The addresses of cells that could not be taken."""

    @cached_property
    def studios(self) -> dict[str, PurePosixPath]:
        """Studio id → its profile; new ones too."""
        return dict(self.archive.profiles)

    @cached_property
    def _names(self) -> dict[str, list[str]]:
        found = defaultdict(list)
        for studio, path in self.archive.profiles.items():
            found[same(str(self.archive.trees[path].get("name", "")))].append(studio)
        return found

    @cached_property
    def _former_names(self) -> dict[str, list[str]]:
        found = defaultdict(list)
        for studio, path in self.archive.profiles.items():
            for name in records.former_names(self.archive.trees[path]):
                found[same(name)].append(studio)
        return found

    @cached_property
    def _leaders(self) -> dict[str, list[str]]:
        found = defaultdict(list)
        for studio, path in self.archive.profiles.items():
            for leader in records.leaders(self.archive.trees[path]):
                found[same(leader)].append(studio)
        return found

    def named(self, name: str) -> list[str]:
        """The ids of the studios with a name."""
        return self._names.get(same(name), [])

    def formerly(self, name: str) -> list[str]:
        """The ids of the studios that had a name before."""
        return self._former_names.get(same(name), [])

    def led_by(self, leaders: Iterable[str]) -> list[str]:
        """The ids of the studios that one of these people leads, each once. A name that very many lead by tells none of them apart."""
        led = (self._leaders.get(same(leader), []) for leader in leaders)
        return list(dict.fromkeys(studio for studios in led if len(studios) <= _NAMESAKES for studio in studios))

    def now(self, path: PurePosixPath) -> Item:
        """The record of a file after the rows so far; empty when there is none."""
        return self.wanted.get(path, self.archive.trees.get(path, {}))

    def add(self, studio: str, path: PurePosixPath, item: Item) -> None:
        """Add a new studio with its profile."""
        self.wanted[path] = item
        self.studios[studio] = path
        self._names[same(str(item.get("name", "")))].append(studio)
        for leader in records.leaders(item):
            self._leaders[same(leader)].append(studio)

    def note(self, path: PurePosixPath, before: Item, after: Item, columns: Iterable[Column]) -> None:
        """Note the fields that change in a file."""
        for column in columns:
            old, new = column.read(before), column.read(after)
            if old != new:
                self.differences[path].append(Difference(column.header, old, new))

    def tell(self, address: str, code: str, severity: Severity = "error", **facts: Fact) -> None:
        """Report a problem of a cell."""
        self.report(Problem(address, code, facts=facts, severity=severity))

    def report(self, *problems: Problem) -> None:
        """Collect problems; the cell of an error counts as refused."""
        for problem in problems:
            self.problems.append(problem)
            if problem.severity == "error":
                self._with_errors.add(problem.path)

    def has_error(self, address: str) -> bool:
        """Whether an error of a cell was reported."""
        return address in self._with_errors

    def refused(self, entry: SheetRow, heading: str) -> bool:
        """Whether a row has a cell below a heading that could not be taken."""
        return heading in entry.cells and self.has_error(entry.cells[heading].address)
