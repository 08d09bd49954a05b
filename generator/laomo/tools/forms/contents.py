"""What a form holds, as its zip says it in `form.json`: its records, each as it was opened (`base`) and as it was saved (`record`)."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeGuard

from laomo.pages.form.page import FORMAT
from laomo.pages.form.schemas import ALONE, KINDS
from laomo.problems.errors import CodedError
from laomo.records import layout
from laomo.records.yaml.reader import Tree

MOST_RECORDS = 50
_DEEPEST = 12
"""Levels of a record. The models have six."""
_SHOWN = 60
"""Characters of a foreign text in a message."""

Item = dict[str, Tree]


class FormRefused(CodedError):
    """The file is not what the form saves, or may not be unpacked: form-zip-…"""


@dataclass(frozen=True, slots=True)
class FormRecord:
    """One record of a form."""

    kind: str
    """One of `KINDS`."""
    name: str
    """The year of a year or a table of targets, the number of a decision or notice (2013-01); empty for a profile, and for what has no number yet."""
    base: Item
    """The record as the form opened it; empty for one that was begun in the form."""
    record: Item
    """The record as the clerk saved it."""
    sent: tuple[Item, ...] = ()
    """The record as the clerk saved it earlier, oldest first: one of these may have been imported since the form was opened."""


@dataclass(frozen=True, slots=True)
class FormArchive:
    """What one zip holds."""

    union: str
    """The id of the union; empty when the form does not say."""
    studio: str
    """The id of the studio; empty for one that was begun in the form."""
    name: str
    """The name of the studio as the clerk wrote it; empty without one."""
    records: tuple[FormRecord, ...]
    photos: Mapping[str, bytes] = field(default_factory=dict)
    """File name → bytes."""


def parse(data: bytes) -> FormArchive:
    """The form of `form.json`, without pictures. Raises FormRefused."""
    try:
        found: Any = json.loads(data.decode())
    except (ValueError, RecursionError):
        raise FormRefused("form-zip-damaged") from None
    if not isinstance(found, dict) or not isinstance(found.get("format"), str):
        raise FormRefused("form-zip-no-form")
    if found["format"] != FORMAT:
        newer = _number(found["format"]) > _number(FORMAT)
        code = "form-zip-newer" if newer else "form-zip-version"
        raise FormRefused(code, version=found["format"][:_SHOWN], ours=FORMAT)
    texts = [found.get(name, "") for name in ("union", "studio", "name")]
    records = found.get("records")
    if not all(isinstance(each, str) for each in texts) or not isinstance(records, list):
        raise FormRefused("form-zip-damaged")
    if len(records) > MOST_RECORDS:
        raise FormRefused("form-zip-too-many", count=len(records), limit=MOST_RECORDS)
    union, studio, name = texts
    taken = tuple(_record(each) for each in records)
    single = [(each.kind, each.name) for each in taken if each.name or each.kind in ALONE]
    if not taken or len(single) > len(set(single)):
        raise FormRefused("form-zip-damaged")
    return FormArchive(union, studio, name, taken)


def _number(version: str) -> int:
    """The number of a format; -1 for what is none of ours."""
    found = re.fullmatch(r"laomo-forms/(\d{1,6})", version, re.ASCII)
    return int(found[1]) if found else -1


def _record(found: Any) -> FormRecord:
    if not isinstance(found, dict):
        raise FormRefused("form-zip-damaged")
    kind, name, base, record = (found.get(each) for each in ("kind", "name", "base", "record"))
    if isinstance(kind, str) and re.fullmatch(r"[a-z]{1,20}", kind) and kind not in layout.KINDS:
        raise FormRefused("form-zip-newer", version=kind, ours=FORMAT)
    if kind not in KINDS or not isinstance(name, str) or not _is_item(base) or not _is_item(record):
        raise FormRefused("form-zip-damaged")
    sent = found.get("sent", [])
    if not isinstance(sent, list) or len(sent) > MOST_RECORDS or not all(map(_is_item, sent)):
        raise FormRefused("form-zip-damaged")
    return FormRecord(kind, name, base, record, tuple(sent))


def _is_item(value: Any) -> TypeGuard[Item]:
    return isinstance(value, dict) and _is_tree(value, _DEEPEST)


def _is_tree(value: Any, levels: int) -> bool:
    """Whether a value is made of texts, lists and mappings, as a record file is."""
    if isinstance(value, str):
        return True
    below = value.values() if isinstance(value, dict) else value if isinstance(value, list) else None
    return below is not None and levels > 0 and all(_is_tree(each, levels - 1) for each in below)
