"""JSON Schema (2020-12) of every kind of record, for editors: Chinese titles, help and choices, and Chinese error messages.

Editors read typed YAML: they take `2013` for a number, where we read text. So these schemas accept numbers for text and text
for numbers. What a schema cannot express (two fields that must agree, a day that does not exist) is left to `laomo check`.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from laomo.problems.messages import remedy, sentence
from laomo.problems.problem import Fact, Facts
from laomo.records import validation
from laomo.records.layout import KINDS, Kind
from laomo.records.models import base
from laomo.system.files import write_all

Schema = dict[str, Any]

FOLDER = "schemas"
"""Where a site keeps its schemas, beside `studios/`."""


def schemas() -> dict[str, Schema]:
    """The schema of each kind of record, by the name of the kind."""
    return {name: _schema(kind) for name, kind in KINDS.items()}


def files() -> Iterator[tuple[str, bytes]]:
    """The schemas as files: name and bytes."""
    for name, schema in schemas().items():
        yield f"{name}.json", f"{json.dumps(schema, ensure_ascii=False, indent=1)}\n".encode()


def write(folder: Path) -> int:
    """Write the schemas into the folder, all or none. Returns how many files changed. Raises OSError."""
    wanted = {folder / name: data for name, data in files()}
    changed = {file: data for file, data in wanted.items() if not file.is_file() or file.read_bytes() != data}
    write_all(changed)
    return len(changed)


def line(name: str, depth: int) -> str:
    """The comment line that names a record's schema to editors; `depth` is the number of folders between the site's and the file."""
    return f"# yaml-language-server: $schema={'../' * depth}{FOLDER}/{name}.json"


def _schema(kind: Kind) -> Schema:
    described = kind.model.model_json_schema()
    parts = {name: _record(part) for name, part in described.get("$defs", {}).items()}
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": kind.title}
    return {**head, **_record(described), **({"$defs": parts} if parts else {})}


def _record(described: Schema) -> Schema:
    required = described.get("required", [])
    fields = {name: _field(field, name in required) for name, field in described["properties"].items()}
    schema: Schema = {"type": "object", "properties": fields, "additionalProperties": False}
    rules = [_required_rule(name, described["properties"][name]["title"]) for name in required]
    return {**schema, "allOf": rules} if rules else schema


def _required_rule(name: str, title: str) -> Schema:
    """One rule for each required field: editors have no Chinese message for a missing field, and a rule has one message."""
    facts: Facts = {"field": (title, name), "key": name, "choices": (), "help": ""}
    return {"required": [name], "errorMessage": "；".join(part("missing", facts, "zh") for part in (sentence, remedy))}


def _field(described: Schema, required: bool) -> Schema:
    help_text = "必填。" * required + described.get("description", "")
    inner = next((part for part in described.get("anyOf", ()) if part.get("type") != "null"), described)
    head = {"title": described["title"], **({"description": help_text} if help_text else {})}
    return {**head, **_value(inner, described["title"])}


def _value(described: Schema, title: str) -> Schema:
    if "$ref" in described:
        return {"$ref": described["$ref"]}
    kind = described.get("type")
    if kind == "array":
        items = _value(described["items"], title)
        ends: Schema = {name: described[name] for name in ("minItems", "maxItems") if name in described}
        return {"type": "array", "items": items, **ends, "errorMessage": _error_message("list-expected", title)}
    if kind == "object":
        return _mapping(described, title)
    return _single(described, title)


def _mapping(described: Schema, title: str) -> Schema:
    """The schema of a mapping. If its keys are a closed list, each is a property, so editors can offer them."""
    if known := described.get("propertyNames", {}).get("enum"):
        value = _value(described["additionalProperties"], title)
        fields = {name: {"title": name, **value} for name in known}
        return {"type": "object", "properties": fields, "additionalProperties": False}
    patterns = {pattern: _value(value, title) for pattern, value in described["patternProperties"].items()}
    return {"type": "object", "patternProperties": patterns, "additionalProperties": False}


def _single(described: Schema, title: str) -> Schema:
    if "enum" in described:
        choices = described["enum"]
        message = _error_message("unknown-word", title, choices=tuple(choices))
        return {"enum": [*choices, *described.get("former", ())], "errorMessage": message}
    if described.get("type") == "boolean":
        return {
            "enum": [word for word in base.YES_NO if not word.isascii()] + [True, False],
            "errorMessage": _error_message("yes-no", title),
        }
    if described.get("type") == "integer":
        low, high = described.get("ge", 0), described.get("le")
        ends = {"minimum": low, **({"maximum": high} if high else {})}
        limited = {"low": low, "high": high} if high else {}
        message = _error_message("out-of-range" if high else "whole-number", title, **limited)
        return {"type": ["integer", "string"], **ends, "pattern": "^[0-9]{1,9}$", "errorMessage": message}
    pattern = described.get("pattern")
    ends = {name: described[name] for name in ("minLength", "maxLength") if name in described}
    if pattern is None:
        return {"type": ["string", "number", "boolean"], **ends, "errorMessage": _error_message("text-expected", title)}
    message = _error_message(validation.PATTERNS[pattern], title)
    number = "integer" if pattern == base.DATE else "number"
    return {"type": ["string", number], **ends, "pattern": pattern, "errorMessage": message}


def _error_message(code: str, title: str, **facts: Fact) -> str:
    """The field's title and the remedy that `laomo check` would show."""
    mend = remedy(code, facts, "zh")
    return f"“{title}”{'' if mend.startswith('应为') else '：'}{mend}"
