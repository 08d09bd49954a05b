"""The fields of a record as Sveltia CMS draws them: made from the schemas of the form, so that both offer the same with the same words.

No field has a default and none is a switch: a record that is saved as it was opened must not state a fact.
"""

from typing import Any

from laomo.records.json_schema import Schema

Field = dict[str, Any]
NEW_ID = "item-{{uuid_shorter}}"
"""The id that a new achievement or alliance gets: its address, which nobody types."""
_ID = "id"
_PHOTOS = "image/jpeg,image/png,image/webp"
_TITLES = ("name", "title", "indicator", "caption", "studio", "place", "body", "union", "who", "award")
"""The field that names an item of a list, the best first."""


def fields(schema: Schema) -> list[Field]:
    """The fields of a record by its schema in the form; an id comes first, as in all records."""
    made = [_field(name, field, required=name in schema["required"]) for name, field in schema["properties"].items()]
    return sorted(filter(None, made), key=lambda field: field["name"] != _ID)


def _field(name: str, field: Schema, *, required: bool) -> Field | None:
    """One field; None for a hidden one that is no text: the CMS leaves alone what it does not know."""
    if field.get("options", {}).get("hidden"):
        hidden = {"name": name, "widget": "hidden", **({"default": NEW_ID} if name == _ID else {})}
        return hidden if field["type"] == "string" else None
    head = {"name": name, "label": field["title"], "required": required}
    if hint := field.get("description"):
        head["hint"] = hint
    if name == _ID:
        head["readonly"] = True
    return {**head, **_widget(field)}


def _widget(field: Schema) -> Field:
    if field["type"] == "object":
        return {"widget": "object", "collapsed": "auto", "fields": fields(field)}
    if field["type"] == "array":
        return _list(field)
    if words := field.get("enum"):
        titles = field["options"]["enum_titles"]
        offered = [{"label": title, "value": word} for word, title in zip(words, titles, strict=True) if word]
        return {"widget": "select", "options": offered, "dropdown_threshold": 0}
    if field.get("format") == "photo":
        return {"widget": "image", "accept": _PHOTOS, "choose_url": False}
    return {"widget": "text" if field.get("format") == "textarea" else "string", **_rule(field["rule"])}


def _list(field: Schema) -> Field:
    items, rule = field["items"], field["rule"]
    ends = {key: rule[name] for key, name in (("min", "least"), ("max", "most")) if rule[name]}
    if field.get("format") == "checkbox":
        offered = [
            {"label": title, "value": word}
            for word, title in zip(items["enum"], items["options"]["enum_titles"], strict=True)
        ]
        return {"widget": "select", "multiple": True, "options": offered, **ends}
    drawn: Field = {"widget": "list", "label_singular": items["title"], "allow_duplicate": False, **ends}
    if items["type"] != "object":
        return {**drawn, "field": {"name": "item", "label": items["title"], **_widget(items)}}
    drawn_fields = fields(items)
    is_fixed = any(each.get("readonly") for each in drawn_fields)  # unions: a command begins them
    named = next((name for name in _TITLES if name in items["properties"]), None)
    return {
        **drawn,
        "collapsed": "auto",
        **({"summary": f"{{{{fields.{named}}}}}"} if named else {}),
        **({"allow_add": False, "allow_remove": False} if is_fixed else {}),
        "fields": drawn_fields,
    }


def _rule(rule: Schema) -> Field:
    """What a text must be like. Ends of a number are left to `laomo check`."""
    made: Field = {"use_emoji_autocomplete": False}
    if "pattern" in rule:
        made["pattern"] = [rule["pattern"], rule["message"]]
    if "maxLength" in rule:
        made["maxlength"] = rule["maxLength"]
    return made
