"""成员馆一馆一行，编号分得开；收来的工作室都出自 houses.yml 里的馆；上送不上送的，写的都是有的工作室和有的项目。

Passes: houses.yml 里有 xiamen 和 quanzhou，xiamen/xiamen-crane 是从 xiamen 收来的；upward.yml 的 fields_without 写 leaders.bio。
Fails: 两行都写 xiamen；xiamen 和 xiamen-port 两个编号；studios_without 写了没有的工作室；fields_without 写 leaders.biography。
"""

import difflib
from collections.abc import Iterator
from pathlib import PurePosixPath

from laomo.problems.problem import Problem
from laomo.records import models
from laomo.records.models import EventRecord, NoticeRecord, Record, StudioRecord, YearRecord
from laomo.records.models.houses import SameStudio
from laomo.records.validation import record_within
from laomo.registry import houses
from laomo.registry.registry import Registry

_PAPERS: dict[str, type[Record]] = {"event": EventRecord, "notice": NoticeRecord}
_WHOLE = (StudioRecord, EventRecord, NoticeRecord)
"""Records that are nothing without the fields that they require."""
_LISTED, _UPWARD = "studios/houses.yml", "studios/upward.yml"


def check(registry: Registry) -> Iterator[Problem]:
    listed = registry.records.get(PurePosixPath("houses.yml"))
    members = listed.houses if isinstance(listed, models.HousesRecord) else ()
    yield from _same(registry, listed.same if isinstance(listed, models.HousesRecord) else ())
    ids = [house.id for house in members]
    for n, house in enumerate(members):
        if house.id in ids[:n]:
            yield Problem(_LISTED, "house-id-twice", ("houses", n, "id"), {"value": house.id})
        for other in ids:
            if house.id.startswith(f"{other}-"):
                facts = {"value": house.id, "other": other}
                yield Problem(_LISTED, "house-id-begins", ("houses", n, "id"), facts)
        if house.id not in registry.union_by_id:
            yield Problem(_LISTED, "house-no-union", ("houses", n, "id"), {"house": house.id})
    unread = PurePosixPath("houses.yml") in registry.broken
    for path, record in registry.records.items():
        if isinstance(record, models.HouseRecord) and path.parts[0] not in ids and not unread:
            yield Problem(f"studios/{path}", "house-not-listed", (), {"house": path.parts[0]})
    yield from _titles_of_host(registry)
    if registry.upward:
        yield from _upward(registry, registry.upward)


def _titles_of_host(registry: Registry) -> Iterator[Problem]:
    """Titles that a member says were given by the host itself, of which the host's own decisions have nothing."""
    hosts = houses.hosts(registry.records, registry.unions)
    for studio in registry.studios if hosts else ():
        own = {(each.decision.doc_no or each.decision.title) for each in studio.designations}
        for n, title in enumerate(studio.home.titles if studio.home else ()):
            if (body := next((each for each in title.bodies if each in hosts), "")) and not {
                title.doc_no,
                title.title,
            } & own:
                path = f"studios/{studio.path.with_name('home.yml')}"
                yield Problem(
                    path, "house-title-of-host", ("titles", n, "title"), {"body": body, "title": title.title}, "notice"
                )


def _same(registry: Registry, same: tuple[SameStudio, ...]) -> Iterator[Problem]:
    """Studios of two houses: both are named, and the one that is to be shown is there, if its house has been gathered."""
    for n, each in enumerate(same):
        for m, left in enumerate(each.left_out):
            if not left.partition("/")[2] or left.partition("/")[0] not in registry.union_by_id:
                yield Problem(_LISTED, "house-same-unknown", ("same", n, "left_out", m), {"value": left}, "warning")
        union, _, studio = each.shown.partition("/")
        gathered = PurePosixPath(union, "house.yml") in registry.records
        known = {houses.here(union, studio), studio} & registry.studio_by_id.keys()
        if not known and (gathered or union not in registry.union_by_id):
            yield Problem(_LISTED, "house-same-unknown", ("same", n, "shown"), {"value": each.shown}, "warning")


def _upward(registry: Registry, upward: models.UpwardRecord) -> Iterator[Problem]:
    for n, studio in enumerate(upward.studios_without):
        if studio not in registry.studio_by_id:
            close = difflib.get_close_matches(studio, registry.studio_by_id, 1, 0.6)
            facts = {"value": studio, "suggestion": "".join(close)}
            yield Problem(_UPWARD, "upward-unknown-studio", ("studios_without", n), facts)
    for n, name in enumerate(upward.papers_without):
        if PurePosixPath(f"{name}.yml") not in registry.records:
            yield Problem(_UPWARD, "upward-unknown-paper", ("papers_without", n), {"value": name})
    for n, field in enumerate(upward.fields_without):
        if not _is_field(field):
            yield Problem(_UPWARD, "upward-unknown-field", ("fields_without", n), {"value": field})


def _is_field(path: str) -> bool:
    """Whether a path such as `leaders.bio`, `year.summary` or `event` names something that may be left out."""
    first, *rest = path.split(".")
    if first in _PAPERS and not rest:
        return True
    within: type[Record] | None = YearRecord if first == "year" else _PAPERS.get(first)
    model: type[Record] | None = within or StudioRecord
    for part in rest if within else (first, *rest):
        about = model.model_fields.get(part) if model else None
        if model is None or about is None or (model in _WHOLE and about.is_required()):
            return False
        model = record_within(about.annotation)
    return within is None or bool(rest)
