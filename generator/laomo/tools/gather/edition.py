"""`edition.json` of a house, read as hostile input."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from pydantic import ValidationError

from laomo.records.models import HOUSE_FORMAT, HouseRecord
from laomo.records.models.base import NAME, PartialDate
from laomo.registry import houses
from laomo.tools.gather.refusal import HouseRefused

MOST_BYTES = 32_000_000
"""Of `edition.json`: 100,000 studios with ten pictures each."""
MOST_OF_UNIT = 2_000_000
MOST_OF_PICTURE = 12_000_000
_UNIT = re.compile(r"data/house/([a-z0-9]+(?:-[a-z0-9]+)*)\.json")
_PICTURE = re.compile(r"pictures/([a-z0-9]+(?:-[a-z0-9]+)*)/[0-9a-f]{12}-[0-9]{2,4}\.webp")
_PAPER = re.compile(r"data/house/((?:events|notices)/[0-9]{4}-[0-9]{2,4}(?:-[0-9]{1,2})?)\.json")
_SHA = re.compile(r"[0-9a-f]{64}")
_PLACE = re.compile(f"{NAME}\\Z")
_LONGEST_ID = 64
_LONGEST_SAID = 64
"""Characters of what a house sent, in a sentence about it."""


@dataclass(frozen=True, slots=True)
class HouseEdition:
    """What a house says it gives."""

    house: str
    record: HouseRecord
    place: str
    """The house's own place, such as 云屿市; empty if it does not say."""
    files: Mapping[str, str]
    """Path below the site → SHA-256."""
    withdrawn: frozenset[str]
    """Digests of people who have withdrawn (`registry.houses.person_digest`), in letters."""
    counts: Mapping[str, int] = field(default_factory=dict)

    @property
    def as_of(self) -> PartialDate:
        return self.record.as_of

    @property
    def papers(self) -> dict[str, str]:
        """Folder and id of an event or a notice → path of its file, in order."""
        return {found[1]: path for path in sorted(self.files) if (found := _PAPER.fullmatch(path))}

    @property
    def units(self) -> dict[str, str]:
        """Studio id → path of its file, in order."""
        return {found[1]: path for path in sorted(self.files) if (found := _UNIT.fullmatch(path))}


def parse(data: bytes, house: str) -> HouseEdition:
    """The edition of a house that is called `house` here. Raises HouseRefused."""
    facts = mapping(data, "data/edition.json")
    version = facts.get("format")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise HouseRefused("house-malformed", file="data/edition.json", field="format")
    if version > HOUSE_FORMAT:
        raise HouseRefused("house-newer", format=said(version), known=HOUSE_FORMAT)
    if facts.get("house") != house:
        raise HouseRefused("house-other-id", value=said(facts.get("house")), house=house)
    listed, withdrawn = facts.get("files"), facts.get("withdrawn", [])
    if not isinstance(listed, dict) or not isinstance(withdrawn, list):
        raise HouseRefused("house-malformed", file="data/edition.json", field="files")
    for path, digest in listed.items():
        _refuse_foreign(path, digest)
    papers = _papers(facts)
    if not all(isinstance(each, list) and each and _is_sha(each[0]) for each in withdrawn):
        raise HouseRefused("house-malformed", file="data/edition.json", field="withdrawn")
    counts = facts.get("counts") or {}
    units = sum(path.startswith("data/house/") for path in listed)
    if not isinstance(counts, dict) or counts.get("studios") != units or counts.get("files") != len(listed):
        raise HouseRefused(
            "house-half", listed=units, counted=said(counts.get("studios")) if isinstance(counts, dict) else ""
        )
    known = {
        name: ("是" if facts[name] else "否") if isinstance(facts[name], bool) else facts[name]
        for name in ("site", "address", "as_of", "licence", "landline", "full_pages")
        if facts.get(name) is not None
    }
    try:
        record = HouseRecord.model_validate({**known, "edition": houses.lettered(sha256(data).hexdigest())})
    except ValidationError as error:
        wrong = ".".join(map(str, error.errors()[0]["loc"]))
        raise HouseRefused("house-malformed", file="data/edition.json", field=wrong) from error
    place = facts.get("place", "")
    if not isinstance(place, str) or len(place) > _LONGEST_SAID or not _PLACE.match(place):
        raise HouseRefused("house-malformed", file="data/edition.json", field="place")
    people = frozenset(houses.lettered(str(each[0])) for each in withdrawn)
    return HouseEdition(house, record, place, {**listed, **papers}, people, counts)


def mapping(data: bytes, file: str) -> dict[str, Any]:
    """A JSON object. Raises HouseRefused for anything else, however deep or long, for NaN, and for a key that stands twice: readers differ on which counts."""
    try:
        found = json.loads(data.decode("utf-8"), object_pairs_hook=_once, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise HouseRefused("house-malformed", file=file, field="") from error
    if not isinstance(found, dict):
        raise HouseRefused("house-malformed", file=file, field="")
    return found


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError
    return found


def _no_number(constant: str) -> None:
    raise ValueError(constant)


def said(value: object) -> str:
    """What a house sent, for a sentence about it: a text or a number, cut to its beginning; of anything else what it is."""
    return str(value)[:_LONGEST_SAID] if isinstance(value, str | int) else type(value).__name__


def _papers(facts: Mapping[str, Any]) -> dict[str, str]:
    """The events and notices that it lists: a list of its own, which programs that know none pass over."""
    listed, counts = facts.get("papers", {}), facts.get("counts")
    if not isinstance(listed, dict) or not all(_is_sha(digest) for digest in listed.values()):
        raise HouseRefused("house-malformed", file="data/edition.json", field="papers")
    if foreign := next((path for path in listed if not _PAPER.fullmatch(path)), None):
        raise HouseRefused("house-path", value=foreign[:80])
    counted = counts.get("papers", 0) if isinstance(counts, dict) else 0
    if counted != len(listed):
        raise HouseRefused("house-half-papers", listed=len(listed), counted=said(counted))
    return listed


def _refuse_foreign(path: object, digest: object) -> None:
    found = isinstance(path, str) and (_UNIT.fullmatch(path) or _PICTURE.fullmatch(path))
    if not found or len(found[1]) > _LONGEST_ID:
        raise HouseRefused("house-path", value=str(path)[:80])
    if not _is_sha(digest):
        raise HouseRefused("house-malformed", file="data/edition.json", field=str(path)[:80])


def _is_sha(text: object) -> bool:
    return isinstance(text, str) and bool(_SHA.fullmatch(text))
