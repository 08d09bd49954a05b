"""Rows of the sheets of decisions and inspections → records, one for all rows of a document with the same result."""

from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from laomo.problems.problem import Facts, Problem
from laomo.records.models import Record
from laomo.tools.spreadsheets import dates, round_ended, row_cells, stated_names
from laomo.tools.spreadsheets.columns import Item, items, with_field
from laomo.tools.spreadsheets.decision_match import all_of, next_file
from laomo.tools.spreadsheets.draft import Difference, Draft, Source
from laomo.tools.spreadsheets.round_heads import Cover
from laomo.tools.spreadsheets.round_match import DATE_COLUMN, is_same, may_be_same, of_studio
from laomo.tools.spreadsheets.round_sheets import DATE, OUTCOME, heads
from laomo.tools.spreadsheets.sheets import DOCUMENT, NAME, Paper
from laomo.tools.spreadsheets.table_rows import SheetRow
from laomo.tools.spreadsheets.tables import Table


def take(draft: Draft, table: Table, cover: Cover) -> None:
    """Put the decisions or inspections of a sheet into the draft."""
    documents: dict[object, list[SheetRow]] = defaultdict(list)
    headings = [column.header for column in heads(table.sheet)]
    for entry in table.entries:
        results = table.sheet.results or ("",)
        result = results[0] if len(results) == 1 else entry.text(OUTCOME)
        if result in results:
            said = tuple(entry.cells[each].address for each in (DOCUMENT, *headings) if each in entry.cells)
            documents[said, result].append(entry)
        else:
            draft.tell(entry.at(OUTCOME), "ledger-no-outcome", value=result[:20], choices=results)
    for (_, result), entries in documents.items():  # type: ignore[misc]
        if table.sheet.paper and table.sheet.paper.named:
            _PaperRows(draft, table, cover, table.sheet.paper, table.sheet.paper.named, str(result), entries).take()


@dataclass(slots=True)
class _PaperRows:
    """The rows of one decision or inspection."""

    draft: Draft
    table: Table
    cover: Cover
    paper: Paper
    named: type[Record]
    result: str
    """Empty for an inspection."""
    entries: list[SheetRow]
    _taken: dict[str, SheetRow] = field(default_factory=dict)
    """The rows that were taken by their studios."""

    def take(self) -> None:
        """Lay the rows over the decision on record, or over an empty one."""
        draft, first, columns = self.draft, self.entries[0], heads(self.table.sheet)
        head = row_cells.with_row(draft, self.table, first, {}, on_record=False)
        head = {**self._result, **{name: head[name] for name in head if name in self.paper.record.model_fields}}
        path = self._path(first, head) if self._is_of_year(first, head) else None
        if path is None or not self._is_complete(first, {**draft.now(path), **head}):
            return
        before = draft.now(path)
        item = before or self._result
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

    @property
    def _result(self) -> Item:
        """The result as a field; none of an inspection."""
        return {"result": self.result} if self.result else {}

    def _with_row(self, entry: SheetRow, path: PurePosixPath, item: Item) -> Item:
        """The decision after one row; as it was when the row cannot be taken."""
        named = items(item.get("studios"))
        studio = self._studio(entry, path, item, {str(each.get("studio")) for each in named})
        if studio is None:
            return item
        self._taken[studio] = entry
        place = next((n for n, each in enumerate(named) if each.get("studio") == studio), len(named))
        said: Item = named[place] if place < len(named) else {"studio": studio}
        flat = {**{name: value for name, value in item.items() if name != "studios"}, **said}
        flat = row_cells.with_row(self.draft, self.table, entry, flat, on_record=path in self.draft.archive.trees)
        columns = of_studio(self.named)
        for column in columns:
            if column.header != NAME:
                said = with_field(self.named, said, column.path, flat.get(column.path[0]))
        self.draft.sources[path].append(Source(("studios", place), entry, columns))
        for column in heads(self.table.sheet):
            item = with_field(self.paper.record, item, column.path, flat.get(column.path[0]))
        return with_field(self.paper.record, item, ("studios",), [*named[:place], said, *named[place + 1 :]])

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
        decided = self.result and studio not in filed
        ended = round_ended.ended(self.draft, studio, self.result, date, path) if decided else None
        if ended:
            self.draft.report(Problem(entry.at(NAME), "ledger-studio-ended", facts={**facts, **ended}))
            return None
        return studio

    def _new(self, item: Item) -> Item:
        """A new decision in the order of the model; on sample studios, a sample too."""
        profiles = [self.draft.now(self.draft.studios[studio]) for studio in self._taken]
        samples = [profile["sample"] for profile in profiles if profile.get("sample")]
        item = {"sample": samples[0], **item} if len(samples) == len(profiles) else item
        return {name: item[name] for name in self.paper.record.model_fields if name in item}

    def _path(self, first: SheetRow, head: Item) -> PurePosixPath | None:
        """The file of the decision; a new one when none on record agrees. None, reported, when that cannot be known."""
        draft, date, folder = self.draft, DATE_COLUMN.read(head), self.paper.folder
        if key := first.text(DOCUMENT):
            path = PurePosixPath(folder, f"{key}.yml")
            if (filed := draft.now(path)) and filed.get("result", "") == self.result:
                return path
            called = self.result or self.table.sheet.title
            draft.tell(first.at(DOCUMENT), "ledger-no-document", name=key[:40], result=called)
            return None
        if broken := next((each for each in draft.archive.broken if each.parts[0] == folder), None):
            draft.tell(self._at(first, DATE), "ledger-broken-record", path=f"studios/{broken}")
            return None
        fitting = {
            path: filed for path, filed in all_of(draft, folder).items() if filed.get("result", "") == self.result
        }
        found = next((path for path, filed in fitting.items() if is_same(filed, head)), None)
        if found:
            return found
        if like := next((path for path, filed in fitting.items() if may_be_same(filed, head)), None):
            draft.tell(self._at(first, DATE), "ledger-which-document", date=date, path=f"studios/{like}")
            return None
        return next_file(draft, folder, date[:4]) if date else PurePosixPath(folder, "0000-00.yml")

    def _is_complete(self, first: SheetRow, head: Item) -> bool:
        """Whether a document says what a decision needs; what is missing is reported."""
        needed = [column for column in heads(self.table.sheet) if column.required and not column.read(head)]
        for column in needed:
            if not self.draft.refused(first, column.header):
                self.draft.tell(self._at(first, column.header), "ledger-missing", field=column.header)
        return not needed

    def _is_of_year(self, first: SheetRow, head: Item) -> bool:
        """Whether a document is of the year of the workbook, if it says of which it is; what is of another is reported."""
        date, year = DATE_COLUMN.read(head), self.cover.year
        other = bool(date and year and not dates.iso(date).startswith(str(year)))
        if other:
            self.draft.tell(self._at(first, DATE), "ledger-other-year", year=year or 0, value=date)
        return not other

    def _at(self, first: SheetRow, heading: str) -> str:
        """The cell below a heading; the header with the names when the sheet has no such column."""
        named = self.table.headings.get(NAME)
        return first.at(heading) if heading in first.cells or named is None else named.address
