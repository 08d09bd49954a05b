"""The decision on record that a document of the workbook of a year is, and the columns of one studio in it."""

from laomo.records.models import DecisionRecord
from laomo.records.models.decisions import DecisionStudio
from laomo.tools.spreadsheets import dates
from laomo.tools.spreadsheets.columns import Column, Item, of_model
from laomo.tools.spreadsheets.record_files import same
from laomo.tools.spreadsheets.sheets import NAME

_OF_ROW = tuple(column for column in of_model(DecisionStudio, without=frozenset()))
GRANTED = tuple(column for column in _OF_ROW if column.path[0] != "studio")
_NAMED_BY = tuple(
    Column(column.model, column.path, NAME, column.info, column.shape, column.lines)
    for column in _OF_ROW
    if column.path[0] == "studio"
)
OF_STUDIO = (*GRANTED, *_NAMED_BY)
"""The columns of one studio in a decision; its id comes from the cell with its name."""
DATE_COLUMN = next(column for column in of_model(DecisionRecord, without=frozenset()) if column.path == ("date",))


def _same_date(one: Item, other: Item) -> bool:
    first, second = (dates.iso(DATE_COLUMN.read(each)) for each in (one, other))
    return bool(first and second) and (first.startswith(second) or second.startswith(first))


def _same_text(one: Item, other: Item, name: str) -> bool:
    return name in one and name in other and same(str(one[name])) == same(str(other[name]))


def is_same(filed: Item, head: Item) -> bool:
    """Whether two decisions with one result are the same: at least two of date, title and number agree."""
    title, number = (_same_text(filed, head, name) for name in ("title", "doc_no"))
    if number:
        return title or _same_date(filed, head)
    return title and _same_date(filed, head) and not {"doc_no"} <= filed.keys() & head.keys()


def may_be_same(filed: Item, head: Item) -> bool:
    """Whether a decision of the same title and year may be this one with another date; two numbers would tell them apart."""
    numbers = {"doc_no"} <= filed.keys() & head.keys()
    years = {DATE_COLUMN.read(each)[:4] for each in (filed, head)}
    return _same_text(filed, head, "title") and len(years) == 1 and not numbers
