"""What a list of studios tells of their naming → decisions: one for all rows that tell of the same one.

A list of names is no document. What a decision needs is taken from the list or not at all: a row that lacks the body, the level or
the title is listed. A decision on record is never altered but by adding a studio to it.
"""

from dataclasses import replace
from itertools import count
from pathlib import PurePosixPath

from laomo.records.models import DecisionRecord
from laomo.tools.spreadsheets import cells
from laomo.tools.spreadsheets.columns import Column, Item, items, with_field
from laomo.tools.spreadsheets.draft import Difference, Draft
from laomo.tools.spreadsheets.grid import Cell
from laomo.tools.spreadsheets.record_files import same
from laomo.tools.spreadsheets.sheets import NAMING
from laomo.tools.spreadsheets.tables import SheetRow, Table

_COLUMNS = {column.path[0]: column for column in NAMING.columns}
_DATE, _TITLE, _DESIGNATION = _COLUMNS["date"], _COLUMNS["title"], _COLUMNS["designation"]
_NEEDED = (_DATE, _COLUMNS["bodies"], _COLUMNS["level"])
_TELLING = (_DATE, _COLUMNS["bodies"], _COLUMNS["doc_no"], _COLUMNS["batch"])
"""A row that says none of these tells of no naming: a level or a title may stand beside every studio."""


def take(draft: Draft, table: Table, rows: list[tuple[SheetRow, str]]) -> None:
    """The namings of all rows of one list, each row with its studio."""
    headers = [column.header for column in NAMING.columns]
    told = [heading for heading in table.headings if heading in headers]
    if not told:
        return
    if lacking := _lacking(set(told)):
        first = _DATE.header if _DATE.header in told else told[0]
        at, header = table.headings[first].address, table.called(first)
        draft.tell(at, "ledger-naming-columns", "warning", header=header, lacking=lacking)
        return
    named: dict[PurePosixPath, int] = {}
    for entry, studio in rows:
        if not any(entry.text(column.header) for column in _TELLING):
            continue
        item = _read(draft, entry)
        path = _filed(draft, entry, studio, item) if item else None
        if item and path:
            named.setdefault(path, len(items(draft.now(path).get("studios"))))
            draft.wanted[path] = _with(draft, path, item, studio)
    for path, before in named.items():
        after = len(items(draft.now(path).get("studios")))
        draft.differences[path].append(Difference("工作室", f"{before}间", f"{after}间"))


def _lacking(told: set[str]) -> str:
    """What a naming needs and a list or a row does not tell."""
    lacking = [column.header for column in _NEEDED if column.header not in told]
    if not told & {_TITLE.header, _DESIGNATION.header}:
        lacking.append(_DESIGNATION.header)
    return "、".join(lacking)


def _read(draft: Draft, entry: SheetRow) -> Item | None:
    """The decision that a row tells of, without its studios; None when the row does not tell enough of it."""
    item: Item = {}
    for column in NAMING.columns:
        if cell := entry.cells.get(column.header):
            reading = cells.read(_once(cell), column)
            draft.report(*reading.problems)
            if reading.text is None:
                return None
            if reading.text:
                item = column.put(item, reading.text)
    if lacking := _lacking({column.header for column in NAMING.columns if column.path[0] in item}):
        at = next((column.header for column in _NEEDED if column.header in lacking.split("、")), _DESIGNATION.header)
        draft.tell(entry.at(at), "ledger-naming-missing", lacking=lacking)
        return None
    designation = str(item.get("designation", item.get("title")))
    item = with_field(DecisionRecord, item, ("result",), "示范" if "示范" in designation else "命名")
    return item if "title" in item else {"title": f"{_year(item)}年命名{designation}", **item}


def _once(cell: Cell) -> Cell:
    """A cell of a studio over several rows, each of which says the same."""
    return replace(cell, value="\n".join(dict.fromkeys(cell.text.split("\n")))) if "\n" in cell.text else cell


def _filed(draft: Draft, entry: SheetRow, studio: str, item: Item) -> PurePosixPath | None:
    """The decision that a row's studio must be added to, on record or new; None when nothing is to be done or can be done."""
    decisions = {path: draft.now(path) for path in {*draft.archive.decisions, *_new(draft)}}
    of_studio = [
        path for path, each in sorted(decisions.items()) if studio in _studios(each) and _same_title(each, item)
    ]
    if of_studio:
        if not any(_agrees(decisions[path], item) for path in of_studio):
            filed = decisions[of_studio[0]]
            column = next(each for each in NAMING.columns if not _says(filed, item, each))
            path, said = f"studios/{of_studio[0]}", column.read(filed) or "空着"
            draft.tell(entry.at(column.header), "ledger-naming-differs", path=path, field=column.header, filed=said)
        return None
    if broken := next((path for path in draft.archive.broken if path.parts[0] == "decisions"), None):
        draft.tell(
            entry.at(_DATE.header), "ledger-broken-record", path=f"studios/{broken}"
        )  # it may be this very decision
        return None
    fitting = [path for path, each in sorted(decisions.items()) if _same_title(each, item) and _agrees(each, item)]
    exact = [path for path in fitting if _exactly(decisions[path], item)]
    if exact or not fitting:
        return exact[0] if exact else _next(draft, _year(item))
    draft.tell(entry.at(_DATE.header), "ledger-naming-which", date=_DATE.read(item), path=f"studios/{fitting[0]}")
    return None


def _with(draft: Draft, path: PurePosixPath, item: Item, studio: str) -> Item:
    """The decision with one more studio; that of an invented studio is invented too."""
    before = draft.now(path)
    if not before:
        profile = draft.now(draft.studios[studio])
        before = {"sample": profile["sample"], **item} if "sample" in profile else item
    return with_field(DecisionRecord, before, ("studios",), [*items(before.get("studios")), {"studio": studio}])


def _new(draft: Draft) -> list[PurePosixPath]:
    return [path for path in draft.wanted if path.parts[0] == "decisions"]


def _next(draft: Draft, year: str) -> PurePosixPath:
    """The next free number of a year."""
    taken = {*draft.archive.data, *draft.wanted}
    paths = (PurePosixPath("decisions", f"{year}-{number:02d}.yml") for number in count(1))
    return next(path for path in paths if path not in taken)


def _studios(decision: Item) -> set[str]:
    return {str(each.get("studio")) for each in items(decision.get("studios"))}


def _year(item: Item) -> str:
    return _DATE.read(item)[:4]


def _same_title(filed: Item, item: Item) -> bool:
    """Whether two decisions give the same title."""
    filed_result, result = filed.get("result"), item.get("result")
    names = [same(str(each.get("designation") or each.get("title"))) for each in (filed, item)]
    return filed_result == result and names[0] == names[1]


def _agrees(filed: Item, item: Item) -> bool:
    return all(_says(filed, item, column) for column in NAMING.columns)


def _says(filed: Item, item: Item, column: Column) -> bool:
    """Whether a decision on record says what a list says; a list may say less: a year for a day, nothing for a number."""
    ours, theirs = column.read(filed), column.read(item)
    if column is _DATE:
        ours, theirs = (cells.typed_date(each) for each in (ours, theirs))
        return ours.startswith(theirs) or theirs.startswith(ours)
    return not theirs or column is _TITLE or same(ours) == same(theirs)


def _exactly(filed: Item, item: Item) -> bool:
    """Whether it is certainly the same decision: of the same day, or of the same number."""
    dates = {cells.typed_date(_DATE.read(each)) for each in (filed, item)}
    return len(dates) == 1 or ("doc_no" in item and "doc_no" in filed)
