"""Skeletons of new records: known values are filled in, and every other field is a comment with its Chinese help.

A skeleton is already valid. To use a field, delete the `#` at the start of its line.
"""

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from typing import Any

from laomo.records import json_schema, layout
from laomo.records.json_schema import Schema
from laomo.records.models import FORMAT, vocabulary
from laomo.records.yaml import reader, writer
from laomo.records.yaml.writer import Value
from laomo.text import studio_names
from laomo.text.collation import slug_syllables

Values = Mapping[str, Value]
"""Known values by field name."""

_LONGEST_ID = 40
_LONGEST_TEXT = 2_000
_LEAST = 2
"""Characters from which an id is made; one says nothing (`he`, `er`)."""
_UNIT_WORDS = re.compile(r"股份|有限|责任|分公司|子公司|总公司|公司|集团|总厂|[^\w]")
_UNION_WORDS = re.compile(r"总工会|工会|委员会|工委|[区县市省]$")
_NOT_OFFERED = frozenset({"sample", "sample_banner", "withdrawn", "ended_on", "merged_into", "moved_to", "report"})
"""Fields that a new record never needs: they are for an ended studio, for a withdrawal, or for the union's internal use."""


def studio(values: Values) -> bytes:
    """The bytes of a new profile (`studio.yml`)."""
    return _skeleton("studio", values, depth=3)


def year(values: Values) -> bytes:
    """The bytes of a new annual record (`<year>.yml`)."""
    return _skeleton("year", values, depth=3)


def site(values: Values) -> bytes:
    """The bytes of a new site's settings (`site.yml`)."""
    return _skeleton("site", {"format": FORMAT, **values}, depth=1)


def unions(first: Values) -> bytes:
    """The bytes of a list with one union (`unions.yml`)."""
    return _skeleton("unions", {"unions": [first]}, depth=1)


def owners() -> bytes:
    """The bytes of `owners.yml` without any owner."""
    return _skeleton("owners", {}, depth=1)


def studio_id(name: str, leader: str, unit: str, taken: Container[str], others: Iterable[str] = ()) -> str:
    """An id that is not in `taken`: from the distinctive part of the studio's name, else from its unit. `others`: more leaders.

    No person's name is taken: an id stays in addresses and printed codes for ever, and a person may withdraw.
    """
    particular = studio_names.particular(name, (leader, *others))
    if len(particular) < _LEAST:
        particular = _of_unit(unit)
    return layout.unique_id(_short(particular) or "studio", taken)


def _of_unit(unit: str) -> str:
    """The distinctive part of an employer's name; the whole name when little is left."""
    kept = _UNIT_WORDS.sub("", unit)
    return kept if len(kept) >= _LEAST else re.sub(r"\W", "", unit)


def _short(text: str) -> str:
    """The syllables of a text in ASCII letters and digits, as many as an id may have."""
    made = ""
    for letters in slug_syllables(text):
        if len(made) + len(letters) > _LONGEST_ID:
            break
        made += letters
    return made


def union_id(name: str, taken: Container[str]) -> str:
    """An id for a union that is not in `taken`: 思明区总工会 → siming."""
    return layout.unique_id(_short(_UNION_WORDS.sub("", _UNION_WORDS.sub("", name)) or name) or "union", taken)


def with_union(data: bytes, union: Values) -> bytes | None:
    """The bytes of unions.yml with one more union at its end; None if appended lines would not be read as one."""
    tree: Any = reader.read(data, "")[0]
    wanted = {**tree, "unions": [*tree["unions"], {name: value for name, value in union.items() if value}]}
    lines = list(writer.list_item(union))
    for indent in ("  ", ""):
        appended = data.rstrip() + "".join(f"\n{indent}{line}" for line in lines).encode() + b"\n"
        if reader.read(appended, "") == (wanted, []):
            return appended
    return None


def _skeleton(kind: str, values: Values, depth: int) -> bytes:
    described = json_schema.schemas()[kind]
    head = [
        json_schema.line(kind, depth),
        f"# {described['title']}。要填哪一项，删去那一行开头的井号，在冒号后面空一格填写。",
        "# 没有的不填；井号开头的行不会登出，留着、删去都可以。写完运行 laomo check。",
    ]
    return "\n".join([*head, *_fields(described, values, described.get("$defs", {}), ""), ""]).encode()


def _fields(described: Schema, values: Values, parts: Schema, indent: str) -> Iterator[str]:
    """The lines of a record: help above each field, and a `#` before each field without a value."""
    for name, field in described["properties"].items():
        if name in _NOT_OFFERED:
            continue
        if not indent:
            yield ""
        if description := _help(name, field):
            yield f"{indent}# {description}"
        yield from _field(name, field, values.get(name), parts, indent)


def _field(name: str, field: Schema, value: Any, parts: Schema, indent: str) -> Iterator[str]:
    start = indent if value else f"#{indent}"
    inside = _inside(field, parts)
    if inside and field.get("type") == "array":
        yield f"{start}{name}:"
        items: tuple[Values, ...] = tuple(value or ({},))
        for item in items:
            yield from _dashed(_fields(inside, item, parts, f"{indent}    "))
    elif inside:
        yield f"{start}{name}:"
        yield from _fields(inside, value or {}, parts, f"{indent}  ")
    elif value:
        yield from (f"{indent}{line}" for line in writer.entry(name, value))
    else:
        yield f"{start}{name}:{_shape(field)}"


def _shape(field: Schema) -> str:
    """The start of a value that is not plain text: brackets for a list of words, a bar for paragraphs."""
    if field.get("type") == "array":
        return " []"
    return " |" if field.get("maxLength", 0) > _LONGEST_TEXT else ""


def _dashed(lines: Iterator[str]) -> Iterator[str]:
    """The lines of a list item, with the dash before its first field."""
    description, first = next(lines), next(lines)
    yield description.replace("    ", "  ", 1)
    yield re.sub(r"^(#?) {2}( *)(\w)", r"\1\2- \3", first)
    yield from lines


def _inside(field: Schema, parts: Schema) -> Schema | None:
    """The schema of the record in a field or in each of its items; None for single values and lists of words."""
    value = field.get("items", field)
    if "$ref" in value:
        return dict(parts[value["$ref"].rpartition("/")[2]])
    return value if "properties" in value else None


def _help(name: str, field: Schema) -> str:
    """Title, help and choices on one line: 类别：必填。劳模、工匠 …; empty if the title equals the key and there is no help."""
    enum = field.get("items", field).get("enum", ())
    words = [word for word in enum if word not in vocabulary.FORMER_UNION_KINDS]
    choices = "" if True in words else "、".join(words)
    description = "".join(f"{part.rstrip('。')}。" for part in (field.get("description", ""), choices) if part)
    title = "" if field["title"] == name else field["title"]
    return f"{title}：{description}" if description else title and f"{title}。"
