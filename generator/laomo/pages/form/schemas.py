"""The schemas of the records as the form draws them: made from those that editors read, so both say the same.

Editors read typed YAML and take several types for a field; the form knows only text. What a value must be like stands in `rule`, which
our own script checks, with our own sentences: the library would refuse with its own.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from laomo.records import json_schema, layout
from laomo.records.json_schema import Schema

FOLDERS = {
    "decision": "decisions",
    "notice": "notices",
    "event": "events",
    "inspection": "inspections",
    "target": "targets",
}
"""Kinds that belong to no studio and have a file for each record → their folder."""
KINDS = ("studio", "year", *FOLDERS, "alliances")
"""The kinds of records that the form offers, by their names in `layout.KINDS`. The others are settings and rules, which an administrator writes once."""
ALONE = ("studio", "alliances")
"""Kinds of which a form has one record at most."""

_HIDDEN = {
    "studio": {"sample", "withdrawn", "ended_on", "merged_into", "moved_to"},
    "year": {"sample", "id", "report"},
    "decision": {"sample"},
    "notice": {"sample"},
    "event": {"sample"},
    "inspection": {"sample"},
    "target": {"sample"},
    "alliances": {"sample", "id"},
    "unions": set[str](),
    "site": {"format"},
}
"""Fields that the form carries along and does not show: those of the administrator, and ids, which the import makes."""
_HELP = {"file": "", "co_unions": "跨工会创建的，勾选其他工会；对方也认了，才登在它的网页上。统计仍归主管工会。"}
"""What the form says of a field in other words than the record's help, because it is filled in otherwise."""
PHOTO = "file"
"""The field of a picture's file: the form has the clerk choose a photo, and makes the name itself."""
_LONG = 2_000
"""Characters; a field that takes more is drawn as a box of several lines."""
_LONGEST_LIST = 1_000


def title_of(name: str, title: str) -> str:
    """What the form calls a field."""
    return "照片" if name == PHOTO else title


def schemas(unions: Mapping[str, str], industries: Iterable[str], kinds: Iterable[str] = KINDS) -> dict[str, Schema]:
    """The form's schema of each kind of record. `unions`: id → name; these and the industries are offered as choices."""
    described = json_schema.schemas()
    choices = {"industry": {each: each for each in industries}, "union": dict(unions), "co_unions": dict(unions)}
    return {
        kind: _FormSchema(kind, described[kind], choices).record(described[kind], layout.KINDS[kind].title)
        for kind in kinds
    }


class _FormSchema:
    """Makes the schema of one kind of record."""

    def __init__(self, kind: str, described: Schema, choices: Mapping[str, Mapping[str, str]]) -> None:
        self._parts = described.get("$defs", {})
        self._hidden = _HIDDEN[kind]
        self._choices = choices

    def record(self, described: Schema, title: str) -> Schema:
        """The schema of a record, its required fields first."""
        hidden = {name for name in described["properties"] if name in self._hidden}
        required = [each["required"][0] for each in described.get("allOf", ()) if each["required"][0] not in hidden]
        names = [*required, *(name for name in described["properties"] if name not in required)]
        fields = {
            name: self._field(name, field, hidden=name in hidden)
            for name in names
            if "patternProperties"
            not in (field := described["properties"][name])  # its keys are anybody's: no form has these
        }
        numbered = {name: {**field, "propertyOrder": n} for n, (name, field) in enumerate(fields.items())}
        return {"type": "object", "title": title, "properties": numbered, "required": required}

    def _field(self, name: str, described: Schema, *, hidden: bool) -> Schema:
        drawn = self._value(name, described, described["title"])
        help_text = _HELP.get(name, described.get("description", "").removeprefix("必填。"))
        options = {**drawn.get("options", {}), **({"hidden": True} if hidden else {})}
        return {
            **drawn,
            "title": title_of(name, described["title"]),
            **({"description": help_text} if help_text else {}),
            **({"options": options} if options else {}),
        }

    def _value(self, name: str, described: Schema, title: str) -> Schema:
        if "$ref" in described:
            return self.record(self._parts[described["$ref"].rpartition("/")[2]], title)
        if described.get("type") == "object":
            return self.record(described, title)
        if described.get("type") == "array":
            return self._list(name, described, title)
        if words := described.get("enum"):
            return _choice({each: each for each in (_yes_no(described) if True in words else words)})
        if offered := self._choices.get(name):
            return _choice(offered)
        return _text(name, described)

    def _list(self, name: str, described: Schema, title: str) -> Schema:
        items = {**self._value(name, described["items"], title), "title": title}
        rule = {"least": described.get("minItems", 0), "most": described.get("maxItems", _LONGEST_LIST)}
        if "enum" not in items:
            return {"type": "array", "items": items, "rule": rule, "minItems": rule["least"]}
        words = {
            "type": "string",
            "enum": items["enum"][1:],
            "options": {"enum_titles": items["options"]["enum_titles"][1:]},
        }
        return {"type": "array", "format": "checkbox", "uniqueItems": True, "items": words, "rule": rule}


def _yes_no(described: Schema) -> tuple[str, str]:
    """The words of a field that is answered with yes or no: 有 and 无 where its help says so."""
    return ("有", "无") if "有或无" in described.get("description", "") else ("是", "否")


def _choice(labels: Mapping[str, str]) -> Schema:
    """One of several words; the first is none, because a form that is sent as it was opened must not state a fact."""
    options = {"enum_titles": ["（请选择）", *labels.values()]}
    return {"type": "string", "enum": ["", *labels], "options": options}


def _text(name: str, described: Schema) -> Schema:
    rule: dict[str, Any] = {
        key: described[key] for key in ("pattern", "minimum", "maximum", "maxLength") if key in described
    }
    rule["message"] = described["errorMessage"]
    if name == PHOTO:
        return {"type": "string", "format": "photo", "rule": rule}
    if described.get("maxLength", 0) > _LONG:
        return {"type": "string", "format": "textarea", "rule": rule}
    whole = {"options": {"inputAttributes": {"inputmode": "numeric"}}} if "minimum" in described else {}
    return {"type": "string", "rule": rule, **whole}
