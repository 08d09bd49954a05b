"""What a house gives of its events, press mentions and notices: a file for each in the record format, listed in `edition.json` beside its studios."""

import json
from collections.abc import Iterator
from functools import partial
from pathlib import PurePosixPath

from laomo.pages.context import Context
from laomo.pages.given_fields import below, pruned
from laomo.records import models
from laomo.records.models.houses import PAPERS
from laomo.records.tree import tree_of
from laomo.records.yaml.reader import Tree
from laomo.registry import urls
from laomo.registry.registry import Registry
from laomo.system.output import Output
from laomo.text.person_names import stands_in

Paper = models.EventRecord | models.NoticeRecord
_PARTS = {"events": "event", "notices": "notice"}
"""Folder → what `fields_without` of upward.yml calls one of its records."""


def given(registry: Registry, upward: models.UpwardRecord) -> Iterator[tuple[str, Paper]]:
    """The house's own papers that go up, by folder and id.

    One that names only studios that stay at home stays there, and so does one that still names somebody who has withdrawn.
    """
    for path, record in registry.records.items():
        if not isinstance(record, models.EventRecord | models.NoticeRecord) or path.parts[0] not in PAPERS:
            continue
        name, part = str(path.with_suffix("")), _PARTS[path.parts[0]]
        shown = not record.studios or registry.given_upwards.intersection(record.studios)
        told = any(stands_in(person, text) for person in registry.withdrawn for text in _texts(record))
        if shown and not told and name not in upward.papers_without and part not in upward.fields_without:
            yield name, record


def _texts(record: Paper) -> Iterator[str]:
    return (value for value in dict(record).values() if isinstance(value, str))


def emit(context: Context) -> Iterator[Output]:
    """Their files."""
    if upward := context.registry.upward:
        for name, record in given(context.registry, upward):
            tree = _tree(context.registry, upward, name, record)
            facts = {"format": models.HOUSE_FORMAT, "house": upward.id, "id": name, "record": tree}
            path = PurePosixPath(urls.house_paper(name))
            yield Output(path, partial(_json, facts), fingerprint=partial(context.fingerprints.of, urls.HOUSE, facts))


def _tree(registry: Registry, upward: models.UpwardRecord, name: str, record: Paper) -> dict[str, Tree]:
    """The record with studios that go up. Of the house's unions the upper one knows the topmost, which is called as the house there."""
    tree = tree_of(record)
    studios: list[Tree] = [each for each in record.studios if each in registry.given_upwards]
    union = registry.union_by_id.get(record.union or "")
    tree |= {"studios": studios, "union": upward.id if union and not union.parent else ""}
    kept = {key: value for key, value in tree.items() if value}
    return pruned(kept, below(_PARTS[name.partition("/")[0]], upward.fields_without))


def _json(facts: dict[str, object]) -> bytes:
    return (json.dumps(facts, ensure_ascii=False, indent=1) + "\n").encode()
