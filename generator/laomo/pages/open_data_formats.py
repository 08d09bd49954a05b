"""The open data as CSV and JSON, and the JSON Schema of the JSON files."""

import csv
import io
import json
from collections.abc import Iterable
from functools import cache
from typing import Any

from laomo.pages.open_data_base import Public
from laomo.pages.open_data_models import Catalogue, Terms

_STARTS_A_FORMULA = tuple("=+-@\t\r＝＋－＠")


@cache
def schema() -> bytes:
    """The JSON Schema that all JSON files follow."""
    content = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **Catalogue.model_json_schema(mode="serialization"),
    }
    text = json.dumps(content, ensure_ascii=False, indent=1).replace("OpenData", "")  # published names lack the prefix
    return f"{text}\n".encode()


def as_json(catalogue: Catalogue) -> bytes:
    """The catalogue as JSON; unknown values are left out."""
    return f"{_json(catalogue)}\n".encode()


def collection_as_json(terms: Terms, name: str, rows: Iterable[Public]) -> bytes:
    """The JSON of a catalogue with one collection, serialized row by row: a national collection would not fit in memory as models."""
    items = ",".join("\n  " + _json(row).replace("\n", "\n  ") for row in rows)
    head = _json(terms).removesuffix("\n}")
    return f'{head},\n "{name}": [{items}{chr(10) + " " if items else ""}]\n}}\n'.encode()


def as_csv(kind: type[Public], rows: Iterable[Public]) -> bytes:
    """The rows as CSV: in UTF-8 with a byte order mark, so that Excel shows Chinese, and without cells that Excel would run as formulas."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(field.title for field in kind.model_fields.values())
    for row in rows:
        writer.writerow(escape_formula(_cell(getattr(row, name))) for name in kind.model_fields)
    return stream.getvalue().encode("utf-8-sig")


def _cell(value: Any) -> str:
    if isinstance(value, tuple):
        return "；".join(map(str, value))
    if isinstance(value, bool):
        return "是" if value else "否"
    return "" if value is None else str(value)


def escape_formula(text: str) -> str:
    """The text, after an apostrophe if a spreadsheet might take it for a formula (CSV injection)."""
    return f"'{text}" if text.startswith(_STARTS_A_FORMULA) else text


def _json(value: Public | Terms) -> str:
    return value.model_dump_json(exclude_none=True, indent=1)
