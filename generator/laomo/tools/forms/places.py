"""Places in a form in the form's own words: 年度档案 2024 › 创新成果 2 › 级别."""

from laomo.pages.form.schemas import title_of
from laomo.problems.problem import Loc
from laomo.records import layout, validation
from laomo.tools.forms.contents import FormRecord

BETWEEN = " › "


def place(record: FormRecord, loc: Loc = ()) -> str:
    """Where in the form a problem is: the record, and the titles of the fields on the way, items counted from 1."""
    kind = layout.KINDS[record.kind]
    parts = [f"{kind.title} {record.name}".rstrip()]
    for end, part in enumerate(loc, 1):
        if isinstance(part, int):
            parts[-1] += f" {part + 1}"
        elif part != "[key]":
            title = validation.title(kind.model, loc[:end])
            parts.append(title_of(part, title[0] if isinstance(title, tuple) else str(title)))
    return BETWEEN.join(parts) if len(parts) > 1 else f"{parts[0]}{BETWEEN}"
