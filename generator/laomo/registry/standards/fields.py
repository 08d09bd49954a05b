"""The record fields that a standard may require, and where the site shows each."""

from dataclasses import dataclass
from functools import cache
from typing import Any, get_origin

from laomo.records.models import Record, StudioRecord, YearRecord
from laomo.records.validation import record_within
from laomo.registry.studio import Studio

_SECTIONS = {
    **dict.fromkeys(("place", "rules", "ledger", "funding"), "place"),
    **dict.fromkeys(("intro", "positioning", "methods", "kinds"), "intro"),
    **dict.fromkeys(("founded", "plaque"), "timeline"),
    "team": "team",
}
"""Fields of the profile that a standard may require → the section of the studio's page that shows them."""

_YEAR_FIELDS = frozenset(
    {"summary", "trainings", "mentoring", "exchanges", "assistance", "leader_trainings", "suggestions"}
    | {"members_promoted", "plan_next"}
)
"""Fields of the annual report that a standard may require; each is a section of its page. Internal fields are excluded."""


@dataclass(frozen=True, slots=True)
class Proof:
    """A link to the place on the site that shows the evidence."""

    label: str
    url: str


@cache
def known_path(path: str) -> bool:
    """Whether a standard may require this field, such as `place.host` (profile) or `year.summary` (annual report)."""
    model: type[Record] | None = StudioRecord
    parts = path.split(".")
    if parts[0] == "year":
        model, parts = YearRecord, parts[1:]
    if not parts or parts[0] not in (_SECTIONS if model is StudioRecord else _YEAR_FIELDS):
        return False
    for part in parts:
        info = model.model_fields.get(part) if model else None
        if info is None:
            return False
        model = None if get_origin(info.annotation) is tuple else record_within(info.annotation)
    return True


def known_paths() -> list[str]:
    """The top-level fields that a standard may require; those of the annual report start with `year.`."""
    return [*_SECTIONS, *(f"year.{name}" for name in sorted(_YEAR_FIELDS))]


def find(path: str, studio: Studio, year: int) -> Proof | None:
    """The proof of one field, counting only what was so by that year; None if the field is unknown or has nothing."""
    if not known_path(path):
        return None  # `checks.standards` reports it
    root, *parts = path.split(".")
    value: Any
    if root == "year":
        root, *parts = parts
        value = next((each.record for each in studio.years if each.year == year), None)
        url = studio.section_of_year(year, root.replace("_", "-"))
    else:
        value = studio.record
        url = f"{studio.url}#{_SECTIONS[root]}"
    within = value
    for part in (root, *parts):
        within, value = value, getattr(value, part, None)
    if not value:
        return None
    model: type[Record] = type(within)
    label = _title(model, parts[-1] if parts else root)
    several = isinstance(value, tuple)
    by_then = [item for item in (value if several else [value]) if item and (getattr(item, "year", None) or 0) <= year]
    return Proof(f"{label} {len(by_then)} 项" if several else label, url) if by_then else None


@cache
def _title(model: type[Record], field: str) -> str:
    return model.model_fields[field].title or field
