"""Cells with several titles or honours, such as A（2015）；B（2016）: nobody gave the two as one."""

import re

from laomo.records.models import Honour
from laomo.tools.spreadsheets.columns import Column

_ENDS = re.compile(r"(?:工作室|称号|奖章|奖状|奖|先锋号|模范|能手|集体|标兵|示范岗|红旗手|先进工作者|[)）])$")
_PEOPLE_END = re.compile(r"(?:劳模|工匠|技师|大师|人才)$")
"""Of people a title too; of a studio only the first half of its kind: 劳模、工匠创新工作室."""
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def holds_titles(column: Column) -> bool:
    """Whether a column is for the name of one title or honour."""
    return column.path == ("designation",) or (column.model is Honour and column.path == ("name",))


def are_several(text: str) -> bool:
    """Whether a text names more than one title: by lines or semicolons, by years, or by parts that each end as a title does."""
    lines = [part for part in re.split(r"[；;\n]", text) if part.strip()]
    parts = [part.strip() for part in re.split(r"[、，,/／]", text) if part.strip()]
    return (
        len(lines) > 1
        or len(set(_YEAR.findall(text))) > 1
        or (len(parts) > 1 and all(_ends(part, studios="工作室" in text) for part in parts))
    )


def _ends(part: str, *, studios: bool) -> bool:
    return bool(_ENDS.search(part)) or (not studios and bool(_PEOPLE_END.search(part)))
