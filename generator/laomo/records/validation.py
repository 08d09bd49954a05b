"""pydantic's errors as our problems: with the codes and facts that all checks use, and Chinese field titles."""

import difflib
from collections.abc import Iterator
from typing import Any, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from laomo.problems.problem import Fact, Facts, Loc, Problem
from laomo.records.models import base, houses
from laomo.records.models.base import OneOf, Record

_CODES = {
    "missing": "missing",
    "extra_forbidden": "unknown-field",
    "string_type": "text-expected",
    "tuple_type": "list-expected",
    "model_type": "mapping-expected",
    "dict_type": "mapping-expected",
    "mapping_type": "mapping-expected",
    "too_short": "empty",
    "string_too_short": "empty",
    "string_too_long": "too-long",
    "too_long": "too-many-items",
    "greater_than_equal": "out-of-range",
    "less_than_equal": "out-of-range",
}
PATTERNS = {
    houses.SHA256: "gathered-malformed",
    houses.WEB_ADDRESS: "gathered-malformed",
    base.SLUG: "slug-malformed",
    base.RESULT: "result-malformed",
    base.DECISION: "decision-malformed",
    base.NAME: "markup-character",
    base.ACCOUNT: "account-malformed",
    base.HOST: "host-malformed",
    base.VERIFICATION: "verification-malformed",
    base.SITE_CODE: "site-code-malformed",
    base.DATE: "date-malformed",
    base.AMOUNT: "quantity-malformed",
    base.ADDRESS: "address-malformed",
    f"^{base.PICTURE_NAME}$": "file-name-malformed",
}
"""Pattern → message code for text that does not match it."""
_OF_FIELDS = frozenset({"items-expected", "mapping-expected"})
"""Codes of values that should have fields of their own."""
_LONGEST_KEY = 60
"""Characters of a field's name that a message quotes."""
_OURS = frozenset(
    {
        "unknown-word",
        "date-malformed",
        "date-impossible",
        "quantity-malformed",
        "whole-number",
        "yes-no",
        "address-malformed",
        "union-cycle",
        "placeholder",
    }
)


def problems(error: ValidationError, model: type[Record], path: str) -> Iterator[Problem]:
    """One problem for each of pydantic's errors about the record in `path`."""
    for finding in error.errors(include_url=False):
        if finding["type"] == "too_short" and len(finding["input"]) >= finding["ctx"]["min_length"]:
            continue  # pydantic counts valid items only; the invalid ones are reported themselves
        yield problem(finding, model, path)


def problem(finding: ErrorDetails, model: type[Record], path: str, below: Loc = ()) -> Problem:
    """One error about the record in `path`. `below` is the place of the validated field if it was validated alone."""
    loc = (*below, *(part for part in finding["loc"] if part != "[key]"))
    code = _code(finding)
    if code == "list-expected" and _owner(model, loc):
        code = "items-expected"
    return Problem(path, code, loc, _facts(finding, code, model, loc))


def title(model: type[Record], loc: Loc) -> Fact:
    """The Chinese title of a field and its key, such as (工作室名称, name); the key alone if it has no title.

    For the record itself, `content`.
    """
    if not any(isinstance(part, str) for part in loc):
        return "content"
    shown, key = _field(model, loc)
    return (shown, key) if shown != key else (key,)


def _field(model: type[Record], loc: Loc) -> tuple[str, str]:
    """Title and key of the innermost named field of a path."""
    record: type[Record] | None = model
    shown = key = ""
    for part in loc:
        if isinstance(part, int):
            continue
        key = part[:_LONGEST_KEY]
        info = record.model_fields.get(part) if record else None
        shown = (info.title or part) if info else part
        record = record_within(info.annotation) if info else None
    return shown, key


def record_within(annotation: Any) -> type[Record] | None:
    """The record type inside `tuple[X, ...]`, `X | None` and the like; None if there is none."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    return next((found for part in get_args(annotation) if (found := record_within(part))), None)


def _choices(info: Any) -> tuple[str, ...]:
    """The labels that a field accepts; empty if it is not limited to a word list."""
    return next((tuple(part.words) for part in constraints(info) if isinstance(part, OneOf)), ())


def _owner(model: type[Record], loc: Loc) -> type[Record] | None:
    """The record type at the end of `loc`, or of the items of the list there; None if there is none."""
    record: type[Record] | None = model
    for part in loc:
        if isinstance(part, str):
            info = record.model_fields.get(part) if record else None
            record = record_within(info.annotation) if info else None
    return record


def _code(finding: ErrorDetails) -> str:
    kind = finding["type"]
    if kind in _OURS:
        return kind
    if kind == "string_pattern_mismatch":
        return PATTERNS[finding["ctx"]["pattern"]]
    return _CODES.get(kind, "invalid")


def _facts(finding: ErrorDetails, code: str, model: type[Record], loc: Loc) -> Facts:
    context: dict[str, Any] = finding.get("ctx") or {}
    value = finding["input"]
    facts: dict[str, Fact] = {"field": title(model, loc), "value": value[:60] if isinstance(value, str) else "…"}
    key = next((part[:_LONGEST_KEY] for part in reversed(loc) if isinstance(part, str)), "")
    if code in _OF_FIELDS:
        item = _owner(model, loc)
        facts["first"] = next(iter(item.model_fields)) if item else ""
    elif code == "missing":
        owner = _owner(model, loc[:-1])
        info = owner.model_fields.get(key) if owner else None
        choices, description = _choices(info), (info.description or "" if info else "")
        facts |= {"key": key, "choices": choices, "help": "" if choices else description.rstrip("。")}
    elif code == "unknown-field":
        facts |= {"key": key, **_known(key, _owner(model, loc[:-1]))}
    elif code == "unknown-word":
        facts |= {"choices": context["choices"]}
    elif code == "union-cycle":
        facts |= {"value": context["value"], "limit": context["limit"]}
    elif code == "too-long":
        facts |= {"length": len(value), "limit": context["max_length"]}
    elif code == "too-many-items":
        facts |= {"count": context["actual_length"] or len(value), "limit": context["max_length"]}
    elif code == "out-of-range":
        facts |= {"value": str(value), **_range(_owner(model, loc[:-1]), key)}
    return facts


def _range(owner: type[Record] | None, key: str) -> dict[str, str]:
    """Both ends of the allowed range; 0 and … where the field declares none."""
    ends = {"low": "0", "high": "…"}
    info = owner.model_fields.get(key) if owner else None
    for constraint in constraints(info):
        ends |= {"low": str(constraint.ge)} if getattr(constraint, "ge", None) is not None else {}
        ends |= {"high": str(constraint.le)} if getattr(constraint, "le", None) is not None else {}
    return ends


def constraints(info: Any) -> Iterator[Any]:
    """The annotations and limits of a field, those of the field itself and those inside its type (a list's items, `… | None`)."""
    if info is None:
        return
    inner = (each for part in get_args(info.annotation) for each in getattr(part, "__metadata__", ()))
    for each in (*info.metadata, *inner):
        yield from getattr(each, "metadata", (each,))  # `Field(ge=…)` holds its limits in turn


def _known(key: str, owner: type[Record] | None) -> Facts:
    """The field probably meant, matched by Chinese title, else by similar spelling; all field names if none is close."""
    fields = owner.model_fields if owner else {}
    near = [name for name, info in fields.items() if info.title == key] or difflib.get_close_matches(
        key, fields, 1, 0.6
    )
    suggestion = (near[0], str(fields[near[0]].title)) if near else ()
    return {"suggestion": suggestion, "fields": () if near else tuple(fields)}
