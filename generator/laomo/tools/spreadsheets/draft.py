"""The records as they will be after the rows so far, and what could not be taken: the state of an import."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePosixPath

from laomo.problems.problem import Fact, Problem, Severity
from laomo.text.compared import same
from laomo.tools.spreadsheets import record_files as records
from laomo.tools.spreadsheets.columns import Column, Item
from laomo.tools.spreadsheets.grid import Cell
from laomo.tools.spreadsheets.photographs import Photographs, Pictures
from laomo.tools.spreadsheets.record_files import Archive
from laomo.tools.spreadsheets.table_rows import SheetRow

_NAMESAKES = 50
"""Studios whose leaders have one name, at most, for the name to say which studio is meant."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One field of one record that changes, as a cell would show it."""

    what: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Source:
    """A row that says something of a record, from the place `loc` in it downwards."""

    loc: tuple[str | int, ...]
    entry: SheetRow
    columns: tuple[Column, ...]

    def holds(self, loc: tuple[str | int, ...]) -> bool:
        """Whether the row has a cell for a place in the record."""
        return loc[: len(self.loc)] == self.loc and self._cell(loc) is not None

    def address(self, loc: tuple[str | int, ...]) -> str:
        """The address of that cell; that of the row when it has none."""
        return self._cell(loc) or self.entry.address

    def _cell(self, loc: tuple[str | int, ...]) -> str | None:
        names = tuple(part for part in loc[len(self.loc) :] if isinstance(part, str))
        fitting = [
            each for each in self.columns if names[: len(each.path)] == each.path or each.path[: len(names)] == names
        ]
        filled = [each.header for each in fitting if self.entry.text(each.header)]
        return self.entry.cells[filled[0]].address if filled and names else None


@dataclass
class Draft:
    """The archive with the changes of a spreadsheet laid over it."""

    archive: Archive
    union: str | None = None
    """The union of new studios whose row names none."""
    photographs: Photographs | None = None
    """The pictures beside the spreadsheet."""
    pictures: Pictures = field(default_factory=dict)
    """Those that rows name and no studio has yet."""
    wanted: dict[PurePosixPath, Item] = field(default_factory=dict)
    """The changed records by their file."""
    problems: list[Problem] = field(default_factory=list)
    differences: dict[PurePosixPath, list[Difference]] = field(default_factory=lambda: defaultdict(list))
    sources: dict[PurePosixPath, list[Source]] = field(default_factory=lambda: defaultdict(list))
    """The rows behind each file, in their order."""
    copied: dict[str, tuple[Cell, SheetRow]] = field(default_factory=dict)
    """The address of each row that was copied from another → the cell of its id, and that other row."""
    doubtful: dict[PurePosixPath, Item] = field(default_factory=dict)
    """What rows say that cannot be taken, as records that are only checked, so that all their errors are told at once."""
    refused_studios: set[str] = field(default_factory=set)
    """The names and ids of studios whose rows are not taken."""
    dependent: list[str] = field(default_factory=list)
    """The addresses of rows that are left out because that of their studio is."""
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
        """The ids of the studios with a name, as the rows so far have left it."""
        known = self._names.get(same(name), [])
        return [each for each in known if same(str(self.now(self.studios[each]).get("name", ""))) == same(name)]

    def renamed(self, studio: str, name: str) -> None:
        """Know a studio by its new name as well."""
        if studio not in self._names[same(name)]:
            self._names[same(name)].append(studio)

    def refuse_studio(self, *called: str) -> None:
        """Note that the row of a studio is not taken: rows that name it are not reported one by one."""
        self.refused_studios.update(same(each) for each in called if each)

    def is_refused_studio(self, *called: str) -> bool:
        """Whether a studio of this name or id has a row that is not taken."""
        return any(same(each) in self.refused_studios for each in called if each)

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
