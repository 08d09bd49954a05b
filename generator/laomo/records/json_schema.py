"""JSON Schema (2020-12) of every kind of record, for editors: Chinese titles, help and choices, and a sentence for a wrong value.

An editor reads YAML with types: to it `2013` is a number, to us a text. So a text may be a number here, and a number a
text. What a schema cannot say (two fields that must agree, a day that the calendar lacks) is left to `laomo check`.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from laomo.problems.messages import remedy, sentence
from laomo.problems.problem import Fact, Facts
from laomo.records.layout import KINDS, Kind
from laomo.records.models import base
from laomo.system.files import write_atomic

Schema = dict[str, Any]

FOLDER = "schemas"
"""Where a site keeps its schemas, beside `studios/`."""


_PATTERNS = {
    base.SLUG: "slug-malformed",
    base.NAME: "markup-character",
    base.ACCOUNT: "account-malformed",
    base.DATE: "date-malformed",
    base.AMOUNT: "quantity-malformed",
    base.ADDRESS: "address-malformed",
}
"""What is said of a text that does not fit a pattern; any other pattern is that of a file name."""


def schemas() -> dict[str, Schema]:
    """The schema of each kind of record, by the name of the kind."""
    return {name: _schema(kind) for name, kind in KINDS.items()}


def files() -> Iterator[tuple[str, bytes]]:
    """The schemas as files: name and bytes."""
    for name, schema in schemas().items():
        yield f"{name}.json", f"{json.dumps(schema, ensure_ascii=False, indent=1)}\n".encode()


def write(folder: Path) -> int:
    """Put the files into the folder, and count those that changed."""
    changed = 0
    for name, data in files():
        file = folder / name
        if not file.is_file() or file.read_bytes() != data:
            write_atomic(file, data)
            changed += 1
    return changed


def line(name: str, depth: int) -> str:
    """The line by which a record tells editors its schema; `depth` counts the folders between the site's and the file."""
    return f"# yaml-language-server: $schema={'../' * depth}{FOLDER}/{name}.json"


def _schema(kind: Kind) -> Schema:
    described = kind.model.model_json_schema()
    parts = {name: _record(part) for name, part in sorted(described.get("$defs", {}).items())}
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": kind.title}
    return {**head, **_record(described), **({"$defs": parts} if parts else {})}


def _record(described: Schema) -> Schema:
    needed = described.get("required", [])
    fields = {name: _field(field, name in needed) for name, field in described["properties"].items()}
    made: Schema = {"type": "object", "properties": fields, "additionalProperties": False}
    absent = [_needed(name, described["properties"][name]["title"]) for name in needed]
    return {**made, "allOf": absent} if absent else made


def _needed(name: str, title: str) -> Schema:
    """A rule of its own, because an editor has no Chinese words for a missing field and one rule has one sentence."""
    facts: Facts = {"field": (title, name), "key": name, "choices": (), "help": ""}
    return {"required": [name], "errorMessage": "；".join(part("missing", facts, "zh") for part in (sentence, remedy))}


def _field(described: Schema, needed: bool) -> Schema:
    help_text = "必填。" * needed + described.get("description", "")
    inner = next((part for part in described.get("anyOf", ()) if part.get("type") != "null"), described)
    head = {"title": described["title"], **({"description": help_text} if help_text else {})}
    return {**head, **_value(inner, described["title"])}


def _value(described: Schema, title: str) -> Schema:
    if "$ref" in described:
        return {"$ref": described["$ref"]}
    kind = described.get("type")
    if kind == "array":
        items = _value(described["items"], title)
        fewest = {"minItems": described["minItems"]} if "minItems" in described else {}
        return {"type": "array", "items": items, **fewest, "errorMessage": _said("list-expected", title)}
    if kind == "object":
        return _mapping(described, title)
    return _single(described, title)


def _mapping(described: Schema, title: str) -> Schema:
    """A table of names and values; names that are known are offered one by one."""
    if known := described.get("propertyNames", {}).get("enum"):
        value = _value(described["additionalProperties"], title)
        fields = {name: {"title": name, **value} for name in known}
        return {"type": "object", "properties": fields, "additionalProperties": False}
    patterns = {pattern: _value(value, title) for pattern, value in described["patternProperties"].items()}
    return {"type": "object", "patternProperties": patterns, "additionalProperties": False}


def _single(described: Schema, title: str) -> Schema:
    if "enum" in described:
        choices = described["enum"]
        return {"enum": choices, "errorMessage": _said("unknown-word", title, choices=tuple(choices))}
    if described["type"] == "boolean":
        return {
            "enum": [word for word in base.YES_NO if not word.isascii()] + [True, False],
            "errorMessage": _said("yes-no", title),
        }
    if described["type"] == "integer":
        low, high = described.get("ge", 0), described.get("le")
        code = "out-of-range" if high else "whole-number"
        ends = {"minimum": low, **({"maximum": high} if high else {})}
        said = _said(code, title, low=low, high=high or "")
        return {"type": ["integer", "string"], **ends, "pattern": "^[0-9]{1,9}$", "errorMessage": said}
    pattern = described.get("pattern")
    ends = {name: described[name] for name in ("minLength", "maxLength") if name in described}
    if pattern is None:
        return {"type": ["string", "number", "boolean"], **ends, "errorMessage": _said("text-expected", title)}
    said = _said(_PATTERNS.get(pattern, "file-name-malformed"), title)
    number = "integer" if pattern == base.DATE else "number"
    return {"type": ["string", number], **ends, "pattern": pattern, "errorMessage": said}


def _said(code: str, title: str, **facts: Fact) -> str:
    """What `laomo check` would say too."""
    return f"“{title}”{remedy(code, facts, 'zh')}"
