"""Records with a hostile text in every field that takes free text, made from the models: a new field is in by itself.

They are made past the models' own walls (`model_construct`), so that what stands behind those walls is seen to hold alone.
"""

import types
import typing
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Any

from pydantic import TypeAdapter, ValidationError

from laomo.records import models
from laomo.records.loader import Loaded
from laomo.records.models.base import Address, LongText, OneOf, Slug
from laomo.records.models.standard import ItemCheck
from tests.security.payloads import HARMLESS, PAYLOADS

_FIELD_NAMES = frozenset({ItemCheck})
"""Models whose text names fields of other records: nobody reads it, and a check refuses what is no field."""
_TYPED = ("2013", "1", "是", "x", "https://film.example.org/x", "cover.png")
"""What a field that is no free text may take; the first that fits does."""
_AGREED = {models.Portrait: {"consent": models.PartialDate(2013)}}
"""What a record must say so that the site shows it."""
GROUPS = 16
"""Studios among which the hostile texts are dealt out: a site of them builds in seconds, and every field still has all."""


@dataclass
class Planting:
    """Fills models with a few texts; remembers the fields that took them."""

    texts: Sequence[str]
    """Lists take each by itself, long texts each as a paragraph, all else all of them on one line, each first in turn."""
    studio: str
    fields: dict[str, str] = field(default_factory=dict)
    """By field its number, which is its text where there are no others."""

    def record(self, model: type[models.Record], place: str = "", **given: Any) -> Any:
        """A record of the model, every field of free text filled; the fields `given` are as they are."""
        hints = typing.get_type_hints(model, include_extras=True)
        values = {}
        for name, info in model.model_fields.items():
            if name in given:
                values[name] = given[name]
            elif model in _FIELD_NAMES and not info.is_required():
                continue
            else:
                found = self._value(hints[name], f"{place or model.__name__}.{name}", required=info.is_required())
                if found is not None:
                    values[name] = found
        return model.model_construct(**values)

    def _value(self, kind: Any, place: str, *, required: bool) -> Any:
        kind = without_none(kind)
        origin, arguments = typing.get_origin(kind), typing.get_args(kind)
        if isinstance(kind, type) and issubclass(kind, models.Record):
            return self.record(kind, place, **_AGREED.get(kind, {}))
        if origin is tuple and _is_free_text(arguments[0]) and self.texts:
            self._text(place, long=False)
            return tuple(self.texts)
        if origin is tuple:
            each = self._value(arguments[0], place, required=required)
            return None if each is None else (each,)
        if origin in (dict, Mapping) or getattr(origin, "__name__", "") == "Mapping":
            return None
        if _is_free_text(kind):
            return self._text(place, long=kind == LongText)
        return self._typed(kind, place) if required else None

    def _text(self, place: str, *, long: bool) -> str:
        number = self.fields.setdefault(place, f"第{len(self.fields) + 1:04d}号")
        if not self.texts:
            return number
        turn = len(self.fields) % len(self.texts)
        return ("\n\n" if long else " ").join([*self.texts[turn:], *self.texts[:turn]])

    def _typed(self, kind: Any, place: str) -> Any:
        if kind == Slug:
            return {"studio": self.studio, "union": f"u{self.studio}"}.get(place.rpartition(".")[2], "x")
        words = next((list(each.words) for each in typing.get_args(kind)[1:] if isinstance(each, OneOf)), [])
        for typed in (*words, *_TYPED):
            try:
                return TypeAdapter(kind).validate_python(typed)
            except ValidationError:
                continue
        raise TypeError(place)


def without_none(kind: Any) -> Any:
    if typing.get_origin(kind) in (typing.Union, types.UnionType):
        return next(each for each in typing.get_args(kind) if each is not type(None))
    return kind


@cache
def _is_free_text(kind: Any) -> bool:
    """Whether a field takes any sentence. Ids, words of a list, dates, addresses and file names do not."""
    if kind == Address:
        return False
    try:
        return isinstance(TypeAdapter(kind).validate_python(HARMLESS), str)
    except ValidationError:
        return False


def plant(base: Loaded, picture: Callable[[PurePosixPath], Path]) -> tuple[Loaded, dict[str, str]]:
    """The base's records with, for each group of payloads, a union, a studio, its year, a decision, a notice, and so on.

    The first group, `a0`, is the harmless text alone; the last, `numbered`, has its number in each field, and these numbers
    are given too. `picture` puts a picture at a path below `studios/`.
    """
    found: dict[PurePosixPath, models.Record] = dict(base.records)
    pictures = set(base.pictures)
    unions, alliances = [], []
    numbered = Planting((), "numbered")
    groups = [PAYLOADS[:1], *(PAYLOADS[first::GROUPS] for first in range(1, GROUPS + 1))]
    plantings = [*(Planting(texts, f"a{n}") for n, texts in enumerate(groups)), numbered]
    words: dict[str, str] = {}
    for number, each in enumerate(plantings):
        unions.append(each.record(models.UnionRecord, id=f"u{each.studio}", parent="city"))
        alliances.append(each.record(models.Alliance, id=each.studio))
        folder = PurePosixPath(f"u{each.studio}", each.studio)
        cover = folder / "photos" / "cover.png"
        picture(cover)
        pictures.add(cover)
        found[folder / "studio.yml"] = profile = each.record(models.StudioRecord)
        words |= {profile.region: each.studio, profile.industry: each.studio}
        found[folder / "2013.yml"] = each.record(models.YearRecord)
        found[PurePosixPath(f"decisions/2013-{number + 100}.yml")] = each.record(models.DecisionRecord)
        found[PurePosixPath(f"notices/2013-{number + 100}.yml")] = each.record(models.NoticeRecord)
        found[PurePosixPath(f"events/2013-{number + 100}.yml")] = each.record(models.EventRecord)
        found[PurePosixPath(f"inspections/2013-{number + 100}.yml")] = each.record(models.InspectionRecord)
        found[PurePosixPath(f"standards/{each.studio}.yml")] = each.record(models.StandardRecord)
        found[PurePosixPath(f"targets/{1990 + number}.yml")] = each.record(models.TargetRecord)
    everything = Planting(PAYLOADS, "a0")
    site, city = base.records[PurePosixPath("site.yml")], base.records[PurePosixPath("unions.yml")]
    assert isinstance(site, models.SiteRecord)
    assert isinstance(city, models.UnionsRecord)
    found[PurePosixPath("site.yml")] = everything.record(
        models.SiteRecord, as_of=site.as_of, featured=("a1",), regions=()
    )
    found[PurePosixPath("unions.yml")] = models.UnionsRecord.model_construct(unions=(*city.unions, *unions))
    found[PurePosixPath("alliances.yml")] = models.AlliancesRecord.model_construct(alliances=tuple(alliances))
    found[PurePosixPath("vocabulary.yml")] = models.VocabularyRecord.model_construct(
        industries=words, regions=words, also_called={word: (word,) for word in words}
    )
    ordered = dict(sorted(found.items()))
    digests = {path: str(path) for path in ordered}  # there are no bytes; its path tells each from all others
    return Loaded(ordered, frozenset(pictures), (), frozenset(), digests, {}), numbered.fields
