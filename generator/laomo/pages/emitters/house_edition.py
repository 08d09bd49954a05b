"""What a house gives to the exhibition of the union above: a file for each studio in the record format, and `edition.json`, which lists
these files and the pictures with their digests. Only a house with `upward.yml` gives anything; that record says what it leaves out.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import PurePosixPath
from typing import Any

from laomo.pages.context import Context
from laomo.pages.emitters import house_papers
from laomo.pages.given_fields import below, pruned
from laomo.records import models
from laomo.records.models.houses import HomeTitle
from laomo.records.tree import tree_of
from laomo.records.yaml.reader import Tree
from laomo.registry import houses, urls
from laomo.registry.registry import Registry
from laomo.registry.studio import Designation, Studio
from laomo.system.output import Output, WrittenFile

_NOT_GIVEN = frozenset({"co_unions", "also_leads"})
"""Fields of a profile that name other unions, or their studios, by ids of this house."""


def emit(context: Context) -> Iterator[Output]:
    """For each member house, the titles that this union gave to its studios, by their ids there."""
    registry = context.registry
    homes: dict[str, dict[str, str]] = {}
    for studio in registry.studios:
        if studio.home:
            homes.setdefault(studio.union.id, {})[studio.id] = studio.home.id
    for house, ids in homes.items():
        decisions = [
            {**tree_of(decision), "studios": [{**tree_of(each), "studio": ids[each.studio]} for each in named]}
            for path, decision in registry.announced
            if path != houses.ABOVE and (named := [each for each in decision.studios if each.studio in ids])
        ]
        facts = {
            "format": models.HOUSE_FORMAT,
            "house": house,
            "site": registry.site.name,
            "as_of": registry.site.as_of.iso,
        }
        yield Output.ready(PurePosixPath(urls.titles_for(house)), _json({**facts, "decisions": decisions}))


def of_studios(context: Context, studios: Sequence[Studio]) -> Iterator[Output]:
    """The units: one JSON file for each studio that goes up."""
    upward = context.registry.upward
    if upward is None:
        return
    given = context.registry.given_upwards
    together = context.fingerprints.of(tuple(sorted(given)))  # a unit names only studios that go up, too
    for studio in (each for each in studios if each.id in given):
        fingerprint = partial(context.fingerprints.of, urls.HOUSE, upward, together, studio)
        yield Output(
            PurePosixPath(urls.house_unit(studio.id)), partial(_unit, context, upward, studio), fingerprint=fingerprint
        )


def manifest(registry: Registry, address: str | None, written: Iterable[WrittenFile]) -> Iterator[Output]:
    """`edition.json`, once the files that it lists are written; nothing if the house gives nothing."""
    upward = registry.upward
    if upward is None:
        return
    digests = {each.path: each.digest for each in written}
    given = [studio for studio in registry.studios if studio.id in registry.given_upwards]
    pictures = tuple(f"pictures/{studio.id}/" for studio in given)
    units = {urls.house_unit(studio.id) for studio in given}
    files = {
        path: digest
        for path, digest in sorted(digests.items())
        if path in units or (path.startswith(pictures) and path.endswith(".webp"))
    }
    papers = {
        path: digests[path]
        for path in sorted(urls.house_paper(name) for name, _ in house_papers.given(registry, upward))
    }
    site, top = registry.site, next((union for union in registry.unions if not union.parent), None)
    facts: dict[str, Any] = {
        "format": models.HOUSE_FORMAT,
        "house": upward.id,
        "site": site.name,
        "place": site.place,
        "union": top.name if top else None,
        "address": address,
        "as_of": site.as_of.iso,
        "sample": registry.demonstration,
        "licence": site.licence,
        "landline": upward.landline,
        "full_pages": upward.full_pages,
        "counts": {
            "studios": len(given),
            "achievements": sum(len(studio.achievements) for studio in given),
            "people": len({leader.name for studio in given for leader in studio.leaders}),
            "files": len(files),
            "papers": len(papers),
        },
        "withdrawn": sorted(_withdrawn(registry)),
        "files": files,
        "papers": papers,
    }
    yield Output.ready(PurePosixPath(urls.EDITION), _json({k: v for k, v in facts.items() if v is not None}))


def _withdrawn(registry: Registry) -> set[tuple[str, str]]:
    """Who has withdrawn: digest of name and unit, and since when (empty if no record says)."""
    people = {
        (houses.person_digest(leader.name, unit), leader.withdrawn.iso if leader.withdrawn else "")
        for studio in registry.studios
        for leader in studio.unredacted.leaders
        if not leader.published
        for unit in studio.unredacted.units
    }
    return people | {(houses.person_digest(order.name, order.unit), "") for order in registry.site.withdrawn}


def _unit(context: Context, upward: models.UpwardRecord, studio: Studio) -> bytes:
    given = context.registry.given_upwards
    pictures = {
        name: dict(zip(map(str, (width for width, _ in found.sources)), (at for _, at in found.sources), strict=True))
        for name, found in _pictures(context, studio)
    }
    unit: dict[str, Any] = {
        "format": models.HOUSE_FORMAT,
        "house": upward.id,
        "id": studio.id,
        "page": context.address + studio.url if context.address else None,
        "union": studio.union.name,
        "studio": pruned(_profile(context, studio, given), upward.fields_without),
        "years": {
            str(year.year): pruned(_year(context, studio, year.record, given), below("year", upward.fields_without))
            for year in studio.years
        },
        "titles": [_title(each.decision) for each in studio.designations if _is_given(each)],
        "pictures": pictures,
    }
    return _json({key: value for key, value in unit.items() if value})


def _is_given(title: Designation) -> bool:
    """Whether a title goes up: what came down from above is there."""
    return title.path != houses.ABOVE and title.decision.result != "限期整改"


def _pictures(context: Context, studio: Studio) -> Iterator[tuple[str, Any]]:
    """The published pictures by the name that the unit gives them: what phones and people call their files stays here."""
    for photo in studio.photos:
        if found := context.picture(studio, photo):  # type: ignore[arg-type]  # a portrait names its file as a photo does
            yield _picture_name(found.url), found


def _picture_name(address: str) -> str:
    return f"{PurePosixPath(address).stem.rpartition('-')[0]}.webp"


def _profile(context: Context, studio: Studio, given: frozenset[str]) -> dict[str, Tree]:
    record = studio.record
    tree = {key: value for key, value in tree_of(record).items() if key not in _NOT_GIVEN}
    relations: list[Tree] = [tree_of(each) for each in record.relations if each.studio in given]
    took: list[Tree] = [each for each in record.took_part_in if each.partition("/")[0] in given]
    tree |= {"relations": relations, "took_part_in": took}
    tree["photos"] = _photos(context, studio, record.photos)
    if record.team:
        tree["team"] = {"total": str(record.team.total)}  # pages hide small groups, so none are given
    if record.merged_into not in given:
        tree.pop("merged_into", None)
    tree["leaders"] = [_leader(context, studio, leader) for leader in record.leaders]
    return {key: value for key, value in tree.items() if value}


def _leader(context: Context, studio: Studio, leader: models.Leader) -> dict[str, Tree]:
    tree = {key: value for key, value in tree_of(leader).items() if key not in _NOT_GIVEN}
    tree.pop("portrait", None)
    if leader.portrait and (portrait := _photos(context, studio, (leader.portrait,))):
        tree["portrait"] = portrait[0]
    return tree


def _photos(context: Context, studio: Studio, photos: Iterable[models.Photo | models.Portrait]) -> list[Tree]:
    found = ((photo, context.picture(studio, photo)) for photo in photos)  # type: ignore[arg-type]  # as above
    return [{**tree_of(photo), "file": _picture_name(picture.url)} for photo, picture in found if picture]


def _year(context: Context, studio: Studio, record: models.YearRecord, given: frozenset[str]) -> dict[str, Tree]:
    tree = {key: value for key, value in tree_of(record).items() if key not in ("report", "achievements")}
    achievements: list[Tree] = []
    for item in record.achievements:
        if item.disclosure != "不公开":
            shared: list[Tree] = [each for each in item.shared_with if each in given]
            pictures = _photos(context, studio, item.photos)
            whole = {**tree_of(item), "shared_with": shared, "photos": pictures}
            achievements.append({key: value for key, value in whole.items() if value})
    return {**tree, **({"achievements": achievements} if achievements else {})}


def _title(decision: models.DecisionRecord) -> dict[str, Tree]:
    return tree_of(HomeTitle(**{name: getattr(decision, name) for name in HomeTitle.model_fields}))


def _json(facts: dict[str, Any]) -> bytes:
    return (json.dumps(facts, ensure_ascii=False, indent=1) + "\n").encode()
