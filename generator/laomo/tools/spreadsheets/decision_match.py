"""The decision on record that a row of a spreadsheet describes: found by its title, its date and its other fields."""

from collections.abc import Iterable, Mapping
from itertools import count
from pathlib import PurePosixPath

from laomo.text.compared import same
from laomo.tools.spreadsheets import dates
from laomo.tools.spreadsheets.columns import Column, Item, items
from laomo.tools.spreadsheets.draft import Draft
from laomo.tools.spreadsheets.sheets import NAMING
from laomo.tools.spreadsheets.table_rows import SheetRow

_COLUMNS = {column.path[0]: column for column in NAMING.columns}
_DATE, _TITLE = _COLUMNS["date"], _COLUMNS["title"]

Decisions = Mapping[PurePosixPath, Item]


def file_of(draft: Draft, entry: SheetRow, studio: str, item: Item) -> PurePosixPath | None:
    """The file of the decision that a studio must be added to, on record or new; None when it is named already, or unclear."""
    same_title = {path: filed for path, filed in all_of(draft).items() if _same_title(filed, item)}
    of_studio = {path: filed for path, filed in same_title.items() if studio in _studios(filed)}
    if of_studio:
        _check_agreement(draft, entry, of_studio, item)
        return None
    if broken := next((path for path in draft.archive.broken if path.parts[0] == "decisions"), None):
        draft.tell(
            entry.at(_DATE.header), "ledger-broken-record", path=f"studios/{broken}"
        )  # it may be this very decision
        return None
    return _matching(draft, entry, same_title, item)


def _check_agreement(draft: Draft, entry: SheetRow, of_studio: Decisions, item: Item) -> None:
    """Report a row that contradicts every decision that gave its studio this title."""
    if any(_agrees(filed, item) for filed in of_studio.values()):
        return
    first, filed = next(iter(of_studio.items()))
    column = next(each for each in NAMING.columns if not _field_agrees(filed, item, each))
    path, said = f"studios/{first}", column.read(filed)
    draft.tell(entry.at(column.header), "ledger-naming-differs", path=path, field=column.header, filed=said)


def _matching(draft: Draft, entry: SheetRow, same_title: Decisions, item: Item) -> PurePosixPath | None:
    """The file of the decision that a row describes, a new one when none agrees; None when one may be meant or not."""
    fitting = [path for path, filed in same_title.items() if _agrees(filed, item)]
    if not fitting:
        return next_file(draft, "decisions", _DATE.read(item)[:4])
    certain = next((path for path in fitting if _is_certain(same_title[path], item)), None)
    if certain is None:
        draft.tell(entry.at(_DATE.header), "ledger-naming-which", date=_DATE.read(item), path=f"studios/{fitting[0]}")
    return certain


def all_of(draft: Draft, folder: str = "decisions") -> Decisions:
    """All records of a folder, new ones too, in the order of their files."""
    new = (path for path in draft.wanted if path.parts[0] == folder)
    return {path: draft.now(path) for path in sorted({*draft.archive.documents[folder], *new})}


def next_file(draft: Draft, folder: str, year: str, also: Iterable[PurePosixPath] = ()) -> PurePosixPath:
    """The file with the first free number of a year; those of `also` are not free."""
    taken = {*draft.archive.data, *draft.wanted, *also}
    paths = (PurePosixPath(folder, f"{year}-{number:02d}.yml") for number in count(1))
    return next(path for path in paths if path not in taken)


def _studios(decision: Item) -> set[str]:
    return {str(each.get("studio")) for each in items(decision.get("studios"))}


def _same_title(filed: Item, item: Item) -> bool:
    """Whether two decisions give the same title with the same result."""
    filed_title, title = (same(str(each.get("designation") or each.get("title"))) for each in (filed, item))
    return filed.get("result") == item.get("result") and filed_title == title


def _agrees(filed: Item, item: Item) -> bool:
    return all(_field_agrees(filed, item, column) for column in NAMING.columns)


def _field_agrees(filed: Item, item: Item, column: Column) -> bool:
    """Whether a row does not contradict a field on record. It may say less: a year for a day, nothing for a number."""
    on_record, in_row = column.read(filed), column.read(item)
    if column is _DATE:
        on_record, in_row = dates.iso(on_record), dates.iso(in_row)
        return on_record.startswith(in_row) or in_row.startswith(on_record)
    return not in_row or column is _TITLE or same(on_record) == same(in_row)


def _is_certain(filed: Item, item: Item) -> bool:
    """Whether two decisions that agree are certainly the same: of the same date, or both with a document number."""
    known = {dates.iso(_DATE.read(each)) for each in (filed, item)}
    return len(known) == 1 or ("doc_no" in item and "doc_no" in filed)
