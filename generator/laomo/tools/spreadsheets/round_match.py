"""The decision or inspection on record that a document of the workbook of a year is, and the columns of one studio in it."""

from dataclasses import replace
from functools import cache

from laomo.records.models import DecisionRecord, Record
from laomo.text.compared import same
from laomo.tools.spreadsheets import dates
from laomo.tools.spreadsheets.columns import Column, Item, of_model
from laomo.tools.spreadsheets.sheets import NAME


@cache
def of_studio(named: type[Record]) -> tuple[Column, ...]:
    """The columns of one studio in a decision or an inspection; its id comes from the cell with its name."""
    columns = of_model(named, without=frozenset())
    return tuple(replace(column, header=NAME) if column.path[0] == "studio" else column for column in columns)


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
