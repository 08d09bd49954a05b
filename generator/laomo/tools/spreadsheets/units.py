"""The units of amounts: said in the cell or in the header of its column; an amount without one is asked about."""

import re
import unicodedata

from laomo.records.models import quantity
from laomo.tools.spreadsheets.columns import Column

_IN_HEADER = re.compile(r"[(（\[【/／]\s*(?:单位\s*[:：]?)?\s*(?P<unit>[^)）\]】(（/／]{1,6})\s*[)）\]】]?$")
_UNITS = frozenset(
    (
        "元",
        "千元",
        "万元",
        "百万元",
        "千万元",
        "亿元",
        "平方米",
        "平米",
        "平方",
        "㎡",
        "m2",
        "m²",
        "人",
        "人次",
        "台",
        "套",
        "个",
        "项",
        "件",
        "次",
        "吨",
    )
)


def of_header(header: str) -> str:
    """The unit that a header states, as in 年度经费（万元）; empty if it states none."""
    found = _IN_HEADER.search(header.strip())
    unit = found["unit"].strip() if found else ""
    return unit if unit in _UNITS or unicodedata.normalize("NFKC", unit) in _UNITS else ""


def with_unit(text: str, column: Column, header_unit: str) -> str | None:
    """The lines of an amount, each with its unit; None if a line says none, and its column neither.

    Figures before and after a change have their unit in a column of its own.
    """
    if column.kind != "amount" or "measures" in column.path:
        return text
    lines = [_line(line, header_unit) for line in text.split("\n")]
    return None if None in lines else "\n".join(line for line in lines if line is not None)


def _line(text: str, header_unit: str) -> str | None:
    try:
        amount = quantity.parse(text)
    except ValueError:  # the field's type says what is wrong with it
        return text
    if not amount.lacks_unit:
        return text
    is_plain = not amount.unit or header_unit == "元"
    return f"{text}{header_unit}" if header_unit and is_plain and not text.endswith(("以上", "左右")) else None
