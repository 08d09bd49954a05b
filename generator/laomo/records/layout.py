"""Where record files lie below `studios/`, what kind each of them is, and which names nobody may take. One table for all who ask."""

import re
from collections.abc import Container
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePosixPath

from laomo.records import models
from laomo.records.models import base
from laomo.system.files import unusual


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of record file."""

    model: type[models.Record]
    title: str
    """Its Chinese name."""
    place: str
    """Where such files lie in a site's folder, as a glob for editors."""
    pattern: re.Pattern[str]
    """The whole path of such a file below `studios/`."""


def _kind(model: type[models.Record], title: str, glob: str, pattern: str) -> Kind:
    return Kind(model, title, f"studios/{glob}", re.compile(pattern))


_DAY = r"\d{4}-\d{2,4}(?:-\d{1,2})?"
"""A year with a number, or a day as the CMS names it, with a number if it has several: 2026-07, 2026-0428, 2026-0428-1."""
KINDS = {
    "site": _kind(models.SiteRecord, "站点", "site.yml", r"site\.yml"),
    "unions": _kind(models.UnionsRecord, "工会名录", "unions.yml", r"unions\.yml"),
    "owners": _kind(models.OwnersRecord, "谁可以改什么", "owners.yml", r"owners\.yml"),
    "vocabulary": _kind(models.VocabularyRecord, "本地词表", "vocabulary.yml", r"vocabulary\.yml"),
    "standard": _kind(models.StandardRecord, "创建标准", "standards/*.yml", r"standards/[a-z0-9-]+\.yml"),
    "target": _kind(models.TargetRecord, "任务分解表", "targets/*.yml", r"targets/\d{4}\.yml"),
    "decision": _kind(models.DecisionRecord, "决定", "decisions/*.yml", r"decisions/\d{4}-\d{2,4}\.yml"),
    "alliances": _kind(models.AlliancesRecord, "联盟名录", "alliances.yml", r"alliances\.yml"),
    "notice": _kind(models.NoticeRecord, "公示与通知", "notices/*.yml", r"(?:[^/]+/)?notices/\d{4}-\d{2,4}\.yml"),
    "houses": _kind(models.HousesRecord, "成员馆", "houses.yml", r"houses\.yml"),
    "upward": _kind(models.UpwardRecord, "上送", "upward.yml", r"upward\.yml"),
    "above": _kind(models.AboveRecord, "上级授予的称号", "above.yml", r"above\.yml"),
    "house": _kind(models.HouseRecord, "收来的馆", "*/house.yml", r"(?!standards/)[^/]+/house\.yml"),
    "home": _kind(models.HomeRecord, "原馆", "*/*/home.yml", r"[^/]+/[^/]+/home\.yml"),
    "event": _kind(models.EventRecord, "宣传展示", "events/*.yml", rf"(?:[^/]+/)?events/{_DAY}\.yml"),
    "inspection": _kind(models.InspectionRecord, "检查与互查", "inspections/*.yml", rf"inspections/{_DAY}\.yml"),
    "studio": _kind(models.StudioRecord, "工作室档案", "*/*/studio.yml", r"[^/]+/[^/]+/studio\.yml"),
    "year": _kind(models.YearRecord, "年度档案", "*/*/[0-9]*.yml", r"[^/]+/[^/]+/\d{4}\.yml"),
}
NEEDED = (PurePosixPath("site.yml"), PurePosixPath("unions.yml"))
"""Without these two there is no site."""
PICTURE = re.compile(rf"[^/]+/[^/]+/photos/{base.PICTURE_NAME}")
"""The whole path of a studio's picture below `studios/`."""
_SLUG = re.compile(base.SLUG)
_LONGEST_ID = 64


def kind_of(path: PurePosixPath) -> str | None:
    """The name of the kind of a file below `studios/`; None for one that belongs nowhere, and for a picture."""
    return _kind_at(str(path))


@lru_cache(1 << 16)  # each path is asked for several times
def _kind_at(path: str) -> str | None:
    return next((name for name, kind in KINDS.items() if kind.pattern.fullmatch(path)), None)


def beside(path: PurePosixPath) -> PurePosixPath | None:
    """The file without which one of this path is nothing: a studio's profile, or, for an event or a notice of a member house, its house.yml."""
    if len(path.parts) != 3:
        return None
    return (
        PurePosixPath(path.parts[0], "house.yml")
        if kind_of(path) in ("event", "notice")
        else path.parent / "studio.yml"
    )


def model_of(path: PurePosixPath) -> type[models.Record] | None:
    """The record type that a file of this path holds; None for a file that belongs nowhere, and for a picture."""
    kind = kind_of(path)
    return KINDS[kind].model if kind else None


def belongs(path: PurePosixPath) -> bool:
    """Whether a file of this path is a record or a studio's picture."""
    return kind_of(path) is not None or bool(PICTURE.fullmatch(str(path)))


def shown(path: PurePosixPath) -> str:
    """The path as messages name it, from the site's folder."""
    return f"studios/{path}"


def files(folder: Path) -> dict[PurePosixPath, str]:
    """Every file below `studios/` in order, whatever it is, and the code of what stands against reading it; an empty one if nothing does.

    No link is followed, and hidden files are nobody's records.
    """
    found = sorted(unusual(folder), key=lambda each: each[0]) if folder.is_dir() else []
    return {PurePosixPath(*parts): code for parts, code in found}


def is_id(text: str) -> bool:
    """Whether a text may be the id of a union or a studio, and so the name of its folder and a part of its address."""
    return bool(_SLUG.fullmatch(text)) and len(text) <= _LONGEST_ID


def unique_id(wanted: str, taken: Container[str]) -> str:
    """`wanted` when it is free, else the first of `wanted-2`, `wanted-3`, … that is; a later one when they have gaps, so that thousands are found fast."""
    if wanted not in taken:
        return wanted
    last, free = 1, 2
    while f"{wanted}-{free}" in taken:
        last, free = free, 2 * free
    while free - last > 1:
        middle = (last + free) // 2
        last, free = (middle, free) if f"{wanted}-{middle}" in taken else (last, middle)
    return f"{wanted}-{free}"


def is_reserved(name: str) -> bool:
    """Whether an id is needed by the site itself, or by an operating system."""
    return name in RESERVED or bool(re.fullmatch(r"page-\d+", name))


OF_EVERY_STUDIO = frozenset({"sheet", "card"})
"""Pages below a studio's own: no achievement may take their names."""

RESERVED = frozenset(
    {
        *("con", "prn", "aux", "nul"),
        *(f"{device}{n}" for device in ("com", "lpt") for n in range(10)),
        *(
            "index",
            "404",
            "assets",
            "search",
            "tags",
            "sitemap",
            "admin",
            "page",
            "data",
            "about",
            "en",
            "help",
            "pictures",
        ),
        *(
            "qualified",
            "studios",
            "achievements",
            "people",
            "unions",
            "targets",
            "standards",
            "decisions",
            "alliances",
            "notices",
            "events",
            "inspections",
            "honours",
            "types",
            "categories",
            "levels",
            "years",
            "kinds",
            "units",
            "offers",
            "strokes",
            "themes",
            "checks",
        ),
        *("statistics", "regions", "industries", "stories", "policies", "photos", "site", "vocabulary", "spirit"),
    }
)
"""Names that folders, sections of the site and some operating systems need for themselves."""
