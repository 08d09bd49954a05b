"""Rows of the sheet of grants → what studios were granted, in the decisions by which they were accepted."""

from pathlib import PurePosixPath

from laomo.records.models import DecisionRecord
from laomo.records.models.decisions import DecisionStudio
from laomo.records.yaml.reader import Tree
from laomo.tools.spreadsheets import dates, row_cells, stated_names
from laomo.tools.spreadsheets.columns import items, with_field
from laomo.tools.spreadsheets.decision_match import all_of
from laomo.tools.spreadsheets.draft import Draft, Source
from laomo.tools.spreadsheets.round_match import DATE_COLUMN, of_studio
from laomo.tools.spreadsheets.sheets import DOCUMENT, NAME
from laomo.tools.spreadsheets.table_rows import SheetRow
from laomo.tools.spreadsheets.tables import Table


def take(draft: Draft, table: Table) -> None:
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
        draft.sources[path].append(Source(("studios", place), entry, of_studio(DecisionStudio)))
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
