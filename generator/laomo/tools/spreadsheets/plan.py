"""A spreadsheet → the plan of what changes; nothing is written before all of it has been read.

file → grids → tables → draft → checks → plan → write

What a first draft finds faulty is left out of the tables, and a second draft is made of the rest: a row of our own workbook is taken whole
or not at all, of any other list what can be taken.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath

from laomo.problems.bounded import bounded
from laomo.problems.problem import Problem
from laomo.records.yaml import editor, writer
from laomo.system import files, ooxml_guard
from laomo.text import personal_data
from laomo.tools.spreadsheets import (
    csv_lists,
    designation_rows,
    docx_forms,
    item_rows,
    photographs,
    regions,
    removed_rows,
    round_decisions,
    round_grants,
    round_heads,
    round_papers,
    round_targets,
    workbook,
)
from laomo.tools.spreadsheets.draft import Difference, Draft
from laomo.tools.spreadsheets.faults import Faults
from laomo.tools.spreadsheets.grid import Grid, UnreadableFile
from laomo.tools.spreadsheets.photographs import Photographs
from laomo.tools.spreadsheets.record_files import Archive
from laomo.tools.spreadsheets.round_heads import Cover
from laomo.tools.spreadsheets.round_sheets import GRANTS, TARGETS
from laomo.tools.spreadsheets.sheets import STUDIOS
from laomo.tools.spreadsheets.studio_rows import StudioRows
from laomo.tools.spreadsheets.tables import Table, tables
from laomo.tools.spreadsheets.would_be import WouldBe

_OF_TWO_STUDIOS = frozenset({"ledger-second-studio", "ledger-same-name", "ledger-duplicate", "ledger-copied-id"})
_LIKENESSES = frozenset({"duplicate-leader", "name-lookalike"})
"""What the checks say of two studios that are alike."""
_ENDINGS = frozenset({"摘牌", "撤销"})
_SAID_OF_LISTS = frozenset({"unstated", "no-leader"})
"""What reading a list says itself."""


@dataclass(frozen=True, slots=True)
class Change:
    """One record file: its new contents, and the fields that change."""

    path: PurePosixPath
    data: bytes
    new: bool
    differences: tuple[Difference, ...]
    name: str
    """The studio's name, or the decision's title; empty for a year."""


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What an import would change, the problems of all cells that cannot be taken, and notices of what the file leaves unsaid."""

    rows: int
    changes: tuple[Change, ...]
    problems: tuple[Problem, ...]
    notices: tuple[Problem, ...] = ()
    reminders: tuple[Problem, ...] = ()
    """Warnings of the checks of the whole site about the records as they would be, at their cells."""
    dependent: tuple[str, ...] = ()
    """The addresses of rows that are left out because the row of their studio is."""
    pictures: tuple[tuple[PurePosixPath, Path], ...] = ()
    """Pictures beside the spreadsheet that go into their studios: the path below `studios/`, and where each lies."""

    def write(self, folder: Path) -> None:
        """Write the changed files into `folder`, the site's `studios/`: all of them, or none. Raises OSError."""
        pictures = {folder / path: partial(photographs.read, file) for path, file in self.pictures}
        files.write_all({**pictures, **{folder / change.path: change.data for change in self.changes}})


def read(file: Path) -> list[Grid]:
    """The grids of an Excel workbook, a CSV file or a Word form. Raises UnreadableFile."""
    suffix = file.suffix.lower()
    if suffix in (".csv", ".tsv", ".txt"):
        return csv_lists.read(file)
    if suffix in (".xlsm", ".docm"):
        raise UnreadableFile("ledger-macros")
    if suffix in (".xls", ".et", ".ods", ".doc", ".wps"):
        raise UnreadableFile("ledger-old-format")
    try:
        return docx_forms.read(file) if suffix == ".docx" else workbook.read(file)
    except ooxml_guard.OoxmlRefused as unfit:
        raise UnreadableFile(f"ledger-{unfit.code}") from None


def plan(file: Path, archive: Archive, union: str | None = None) -> ImportPlan:
    """What importing a file into the archive would change. Raises UnreadableFile.

    `union` is the id of the union of new studios whose row names none.
    """
    return plan_grids(read(file), archive, union, file.resolve().parent)


def plan_grids(grids: list[Grid], archive: Archive, union: str | None, folder: Path) -> ImportPlan:
    """What importing some sheets into the archive would change. Pictures lie in `folder`."""
    read_tables, problems = tables(grids)
    cover = Cover.of(grids)
    found = [round_heads.filled(regions.joined(table, archive.place), cover) for table in read_tables]
    would_be = WouldBe(archive)
    beside = Photographs(folder)
    draft = _drafted(found, Draft(archive, union, beside), cover)
    judged = would_be.problems(draft)
    problems += [*draft.problems, *_errors(judged), *removed_rows.problems(archive, found, cover)]
    dependent = set(draft.dependent)
    left, refused = found, set(draft.refused_studios)
    while faults := Faults.of(left, draft.problems, judged):
        left = faults.left_out_of(left)
        refused |= faults.studios
        draft = _drafted(left, Draft(archive, union, beside, refused_studios=set(refused)), cover)
        judged = would_be.problems(draft)
        problems += _errors(judged)
        dependent.update(draft.dependent)
    changes, unsafe = _changes(archive, draft)
    rows = sum(len(table.entries) for table in found)
    everything = _in_order(_without_readings_of_faults([*problems, *unsafe]))
    told = [each for each in everything if each.severity != "notice"]
    reminders = _in_order([each for each in judged if each.severity != "error"])
    notices = tuple(each for each in everything if each.severity == "notice")
    unsaid = tuple(_unsaid(reminders, told))
    pictures = tuple(sorted(draft.pictures.items()))
    return ImportPlan(rows, tuple(changes), tuple(told), notices, unsaid, tuple(sorted(dependent)), pictures)


def _errors(problems: Iterable[Problem]) -> list[Problem]:
    return [each for each in problems if each.severity == "error"]


def _without_readings_of_faults(problems: Sequence[Problem]) -> list[Problem]:
    """The problems without how a name was read in a row that is not taken."""
    faulty = set(map(_row, _errors(problems)))
    return [each for each in problems if each.code != "ledger-read-as" or _row(each) not in faulty]


def _unsaid(reminders: Iterable[Problem], told: Iterable[Problem]) -> Iterator[Problem]:
    """The reminders without those of rows about which the same was said in other words."""
    said = {_row(each) for each in told if each.code in _OF_TWO_STUDIOS}
    return (
        each
        for each in reminders
        if each.code not in _SAID_OF_LISTS and (each.code not in _LIKENESSES or _row(each) not in said)
    )


def _row(problem: Problem) -> str:
    """The sheet and the row of a problem: 名单!7."""
    sheet, _, cell = problem.path.rpartition("!")
    return f"{sheet}!{cell.lstrip('ABCDEFGHIJKLMNOPQRSTUVWXYZ')}"


def _drafted(found: Sequence[Table], draft: Draft, cover: Cover) -> Draft:
    """The draft with all tables; rows of the other sheets refer to studios, new ones too, grants to decisions, and any to what has ended a studio."""
    studios = StudioRows(draft)
    for table in sorted(found, key=lambda each: (each.sheet is not STUDIOS, each.sheet is GRANTS, not _ends(each))):
        if table.sheet is STUDIOS:
            designation_rows.take(draft, table, studios.take(table))
        elif table.sheet.paper and table.sheet.paper.named:
            round_decisions.take(draft, table, cover)
        elif table.sheet.paper:
            round_papers.take(draft, table, cover)
        elif table.sheet is GRANTS:
            round_grants.take(draft, table)
        elif table.sheet is TARGETS:
            round_targets.take(draft, table)
        else:
            item_rows.take(draft, table)
    return draft


def _ends(table: Table) -> bool:
    return not _ENDINGS.isdisjoint(table.sheet.results)


def _changes(archive: Archive, draft: Draft) -> tuple[list[Change], list[Problem]]:
    changes, problems = [], []
    for path, tree in sorted(draft.wanted.items()):
        before = archive.data.get(path)
        differences = tuple(draft.differences.get(path, ()))
        try:
            data = writer.write(tree) if before is None else editor.edit(before, tree)
        except editor.EditWouldLoseData as unsafe:
            problems.append(Problem(f"studios/{path}", unsafe.code, facts={"what": _named(differences)}))
            continue
        if data != before:
            changes.append(
                Change(path, data, before is None, differences, str(tree.get("name", tree.get("title", ""))))
            )
    return changes, problems


def _named(differences: Sequence[Difference]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.what for each in differences))


def _in_order(problems: Sequence[Problem]) -> list[Problem]:
    """The problems by sheet, row and column, each code once for a cell; very many of one code in a sheet are counted."""
    sheets = {
        sheet: number for number, sheet in enumerate(dict.fromkeys(each.path.rpartition("!")[0] for each in problems))
    }
    sheets |= {personal_data.masked(sheet): number for sheet, number in sheets.items()}

    def place(path: str) -> tuple[int, int, int, str]:
        sheet, _, cell = path.rpartition("!")
        letters = cell.rstrip("0123456789")
        row = cell[len(letters) :]
        return sheets[sheet], int(row or 0), len(letters), letters

    once = sorted({(each.path, each.code): each for each in problems}.values(), key=lambda each: place(each.path))
    first = bounded(once, lambda each: each.path.rpartition("!")[0])
    return sorted(map(personal_data.masked_problem, first), key=lambda each: place(each.path))
