"""Rows of the sheets of decisions → decisions, one for all rows of a document with the same result; and the grants that follow an acceptance."""

from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from laomo.problems.problem import Facts, Problem
from laomo.records.models import DecisionRecord
from laomo.records.models.decisions import DecisionStudio
from laomo.records.yaml.reader import Tree
from laomo.tools.spreadsheets import dates, round_ended, row_cells, stated_names
from laomo.tools.spreadsheets.columns import Column, Item, items, of_model, with_field
from laomo.tools.spreadsheets.decision_match import all_of, next_file
from laomo.tools.spreadsheets.draft import Difference, Draft, Source
from laomo.tools.spreadsheets.record_files import same
from laomo.tools.spreadsheets.round_heads import Cover
from laomo.tools.spreadsheets.round_sheets import DATE, OUTCOME, heads
from laomo.tools.spreadsheets.sheets import DOCUMENT, NAME
from laomo.tools.spreadsheets.table_rows import SheetRow
from laomo.tools.spreadsheets.tables import Table

_OF_ROW = tuple(column for column in of_model(DecisionStudio, without=frozenset()))
_GRANTED = tuple(column for column in _OF_ROW if column.path[0] != "studio")
_NAMED_BY = tuple(
    Column(column.model, column.path, NAME, column.info, column.shape, column.lines)
    for column in _OF_ROW
    if column.path[0] == "studio"
)
_OF_STUDIO = (*_GRANTED, *_NAMED_BY)
"""The columns of one studio in a decision; its id comes from the cell with its name."""


def take(draft: Draft, table: Table, cover: Cover) -> None:
    """Put the decisions of a sheet into the draft."""
    documents: dict[object, list[SheetRow]] = defaultdict(list)
    headings = [column.header for column in heads(table.sheet)]
    for entry in table.entries:
        result = table.sheet.results[0] if len(table.sheet.results) == 1 else entry.text(OUTCOME)
        if result in table.sheet.results:
            said = tuple(entry.cells[each].address for each in (DOCUMENT, *headings) if each in entry.cells)
            documents[said, result].append(entry)
        else:
            choices = table.sheet.results
            draft.tell(entry.at(OUTCOME), "ledger-no-outcome", value=result[:20], choices=choices)
    for (_, result), entries in documents.items():  # type: ignore[misc]
        _DecisionRows(draft, table, cover, str(result), entries).take()


@dataclass(slots=True)
class _DecisionRows:
    """The rows of one decision."""

    draft: Draft
    table: Table
    cover: Cover
    result: str
    entries: list[SheetRow]
    _taken: dict[str, SheetRow] = field(default_factory=dict)
    """The rows that were taken by their studios."""

    def take(self) -> None:
        """Lay the rows over the decision on record, or over an empty one."""
        draft, first, columns = self.draft, self.entries[0], heads(self.table.sheet)
        head = row_cells.with_row(draft, self.table, first, {}, on_record=False)
        head = {"result": self.result, **{name: head[name] for name in head if name in DecisionRecord.model_fields}}
        path = self._path(first, head)
        if path is None or not self._is_complete(first, {**draft.now(path), **head}):
            return
        before = draft.now(path)
        item = before or {"result": self.result}
        for entry in self.entries:
            item = self._with_row(entry, path, item)
        if not self._taken:
            return
        draft.sources[path].append(Source((), first, columns))
        if item != before:
            draft.wanted[path] = item if before else self._new(item)
            draft.note(path, before, item, columns)
            counts = tuple(f"{len(items(each.get('studios')))}家" for each in (before, item))
            if counts[0] != counts[1]:
                draft.differences[path].append(Difference("工作室", *counts))

    def _with_row(self, entry: SheetRow, path: PurePosixPath, item: Item) -> Item:
        """The decision after one row; as it was when the row cannot be taken."""
        named = items(item.get("studios"))
        studio = self._studio(entry, path, item, {str(each.get("studio")) for each in named})
        if studio is None:
            return item
        self._taken[studio] = entry
        place = next((n for n, each in enumerate(named) if each.get("studio") == studio), len(named))
        of_studio: Item = named[place] if place < len(named) else {"studio": studio}
        flat = {**{name: value for name, value in item.items() if name != "studios"}, **of_studio}
        flat = row_cells.with_row(self.draft, self.table, entry, flat, on_record=path in self.draft.archive.trees)
        for column in _GRANTED:
            of_studio = with_field(DecisionStudio, of_studio, column.path, flat.get(column.path[0]))
        self.draft.sources[path].append(Source(("studios", place), entry, _OF_STUDIO))
        for column in heads(self.table.sheet):
            item = with_field(DecisionRecord, item, column.path, flat.get(column.path[0]))
        return with_field(DecisionRecord, item, ("studios",), [*named[:place], of_studio, *named[place + 1 :]])

    def _studio(self, entry: SheetRow, path: PurePosixPath, item: Item, filed: set[str]) -> str | None:
        """The id of a row's studio; None, reported, when it is not certain, has a row already, or has ended. `filed`: those on record."""
        studio = stated_names.studio_of(self.draft, entry)
        if studio is None:
            return None
        facts: Facts = {"name": entry.text(NAME) or studio}
        if studio in self._taken:
            facts = {**facts, "first": self._taken[studio].address}
            self.draft.report(Problem(entry.at(NAME), "ledger-duplicate", facts=facts))
            return None
        date = DATE_COLUMN.read(item) or entry.text(DATE)
        ended = round_ended.ended(self.draft, studio, self.result, date, path) if studio not in filed else None
        if ended:
            self.draft.report(Problem(entry.at(NAME), "ledger-studio-ended", facts={**facts, **ended}))
            return None
        return studio

    def _new(self, item: Item) -> Item:
        """A new decision in the order of the model; on sample studios, a sample too."""
        profiles = [self.draft.now(self.draft.studios[studio]) for studio in self._taken]
        samples = [profile["sample"] for profile in profiles if profile.get("sample")]
        item = {"sample": samples[0], **item} if len(samples) == len(profiles) else item
        return {name: item[name] for name in DecisionRecord.model_fields if name in item}

    def _path(self, first: SheetRow, head: Item) -> PurePosixPath | None:
        """The file of the decision; a new one when none on record agrees. None, reported, when that cannot be known."""
        draft, date = self.draft, DATE_COLUMN.read(head)
        if key := first.text(DOCUMENT):
            path = PurePosixPath("decisions", f"{key}.yml")
            filed = draft.now(path)
            if filed.get("result") == self.result:
                return path
            draft.tell(first.at(DOCUMENT), "ledger-no-document", name=key[:40], result=self.result)
            return None
        if broken := next((each for each in draft.archive.broken if each.parts[0] == "decisions"), None):
            draft.tell(self._at(first, DATE), "ledger-broken-record", path=f"studios/{broken}")
            return None
        fitting = {path: filed for path, filed in all_of(draft).items() if filed.get("result") == self.result}
        found = next((path for path, filed in fitting.items() if _is_same(filed, head)), None)
        if found:
            return found
        if like := next((path for path, filed in fitting.items() if _may_be_same(filed, head)), None):
            draft.tell(self._at(first, DATE), "ledger-naming-which", date=date, path=f"studios/{like}")
            return None
        return next_file(draft, "decisions", date[:4]) if date else PurePosixPath("decisions", "0000-00.yml")

    def _is_complete(self, first: SheetRow, head: Item) -> bool:
        """Whether a document says what a decision needs, and is of the year of the workbook; what is wrong is reported."""
        needed = [column for column in heads(self.table.sheet) if column.required and not column.read(head)]
        for column in needed:
            if not self.draft.refused(first, column.header):
                self.draft.tell(self._at(first, column.header), "ledger-missing", field=column.header)
        date, year = DATE_COLUMN.read(head), self.cover.year
        other = bool(date and year and not dates.iso(date).startswith(str(year)))
        if other:
            self.draft.tell(self._at(first, DATE), "ledger-other-year", year=year or 0, value=date)
        return not needed and not other

    def _at(self, first: SheetRow, heading: str) -> str:
        """The cell below a heading; the header with the names when the sheet has no such column."""
        named = self.table.headings.get(NAME)
        return first.at(heading) if heading in first.cells or named is None else named.address


DATE_COLUMN = next(column for column in of_model(DecisionRecord, without=frozenset()) if column.path == ("date",))


def _same_date(one: Item, other: Item) -> bool:
    first, second = (dates.iso(DATE_COLUMN.read(each)) for each in (one, other))
    return bool(first and second) and (first.startswith(second) or second.startswith(first))


def _same_text(one: Item, other: Item, name: str) -> bool:
    return name in one and name in other and same(str(one[name])) == same(str(other[name]))


def _is_same(filed: Item, head: Item) -> bool:
    """Whether two decisions with one result are the same: at least two of date, title and number agree."""
    title, number = (_same_text(filed, head, name) for name in ("title", "doc_no"))
    if number:
        return title or _same_date(filed, head)
    return title and _same_date(filed, head) and not {"doc_no"} <= filed.keys() & head.keys()


def _may_be_same(filed: Item, head: Item) -> bool:
    """Whether a decision of the same title and year may be this one with another date; two numbers would tell them apart."""
    numbers = {"doc_no"} <= filed.keys() & head.keys()
    years = {DATE_COLUMN.read(each)[:4] for each in (filed, head)}
    return _same_text(filed, head, "title") and len(years) == 1 and not numbers


def take_grants(draft: Draft, table: Table) -> None:
    """Put what studios were granted into the decisions by which they were accepted."""
    taken: dict[tuple[PurePosixPath, str], SheetRow] = {}
    for entry in table.entries:
        studio = stated_names.studio_of(draft, entry)
        path = _accepted_by(draft, entry, studio) if studio else None
        if studio is None or path is None:
            continue
        if (path, studio) in taken:
            name = entry.text(NAME) or studio
            draft.tell(entry.at(NAME), "ledger-duplicate", name=name, first=taken[path, studio].address)
            continue
        taken[path, studio] = entry
        decision = draft.now(path)
        named = items(decision.get("studios"))
        place = next(n for n, each in enumerate(named) if each.get("studio") == studio)
        draft.sources[path].append(Source(("studios", place), entry, _OF_STUDIO))
        after = row_cells.with_row(draft, table, entry, named[place], on_record=path in draft.archive.trees)
        if after != named[place]:
            draft.note(path, named[place], after, table.sheet.columns)
            changed: list[Tree] = [*named[:place], after, *named[place + 1 :]]
            draft.wanted[path] = with_field(DecisionRecord, decision, ("studios",), changed)


def _accepted_by(draft: Draft, entry: SheetRow, studio: str) -> PurePosixPath | None:
    """The decision that a grant follows: the one that the row names, else the last acceptance of the studio; None, reported, without any."""
    key = entry.text(DOCUMENT)
    found = [
        path
        for path, decision in all_of(draft).items()
        if any(each.get("studio") == studio for each in items(decision.get("studios")))
        and (path.stem == key if key else decision.get("result") == "达标")
    ]
    if not found:
        draft.tell(entry.at(NAME), "ledger-not-accepted", name=entry.text(NAME) or studio)
        return None
    return max(found, key=lambda path: dates.iso(DATE_COLUMN.read(draft.now(path))))
