"""Lists and notes as plain text: in UTF-8, without personal numbers, and nothing in a list that a spreadsheet would compute."""

import csv
import io
import re
from collections.abc import Iterator
from itertools import zip_longest

from laomo.assets.attachments.reading import AttachmentPlace, AttachmentReading, AttachmentRefused, closed_up, private
from laomo.problems.problem import Finding
from laomo.text import personal_data
from laomo.text.encoding import decode

_NUMBER = re.compile(r"[+-]?[\d,.\s]*%?")
_COMPUTED = re.compile(r"[=@\t＝＠]|[+\-＋－].*[(|!]", re.DOTALL)
"""What a spreadsheet takes for a formula. Of a minus sign only what calls or names something: a dash stands for nothing."""
MARK = "\ufeff"
"""Tells spreadsheets and browsers that a text is UTF-8."""


def read(data: bytes, kind: str) -> AttachmentReading:
    """What is wrong with a text, and its bytes for the site, marked as UTF-8. Raises AttachmentRefused."""
    text = decode(data)
    if isinstance(text, Finding):
        return AttachmentReading((text,))
    findings = list(_private(text))
    if kind == "csv":
        findings += _computed(text)
        findings += _over_rows(text)
    return AttachmentReading(tuple(findings), (MARK + text).encode(), closed_up(text.split("\n")))


def _private(text: str) -> Iterator[Finding]:
    for fault in personal_data.find_all(text):
        facts = {"place": "line", "at": fault.line, **fault.facts}
        yield Finding(f"{fault.code}-in-attachment", facts, line=fault.line, column=fault.column)


def _over_rows(text: str) -> Iterator[Finding]:
    """Personal numbers that go on in the next row of a column; those within a cell are known."""
    rows = csv.reader(io.StringIO(text))
    places = [[(AttachmentPlace("line", rows.line_num), cell) for cell in row] for row in rows]
    end = (AttachmentPlace("line", rows.line_num), "n")  # a letter, at which every number ends
    columns = [cell or end for column in zip_longest(*places) for cell in (*column, end)]
    known = {(f"{fault.code}-in-attachment", fault.facts["masked"]) for fault in personal_data.find_all(text)}
    yield from (each for each in private((), columns) if (each.code, each.facts["masked"]) not in known)


def _computed(text: str) -> Iterator[Finding]:
    rows = csv.reader(io.StringIO(text))
    try:
        for row in rows:
            for cell in row:
                if _COMPUTED.match(cell) and not _NUMBER.fullmatch(cell):
                    yield Finding("attachment-formula", {"value": cell[:20]}, line=rows.line_num, column=1)
    except csv.Error as error:
        raise AttachmentRefused("attachment-unreadable") from error
