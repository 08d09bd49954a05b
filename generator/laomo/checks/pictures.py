"""档案里写到的图片，都在这间工作室的 photos 文件夹里。

Passes: file: cover.webp，文件夹里有 photos/cover.webp。
Fails: file: cover.jpg，文件夹里只有 cover.webp；消息会说出可能想写的文件名。
"""

import difflib
from collections.abc import Iterator

from laomo.problems.problem import Loc, Problem
from laomo.records.layout import shown
from laomo.records.models import Photo
from laomo.registry.registry import Registry
from laomo.registry.studio import Studio


def check(registry: Registry) -> Iterator[Problem]:
    for studio in registry.studios:
        existing = {path.name for path in registry.pictures if path.parts[:2] == studio.path.parts[:2]}
        for path, loc, photo in photos(studio):
            if photo.file not in existing:
                close = difflib.get_close_matches(photo.file, sorted(existing), 1, 0.6)
                facts = {"value": photo.file, "suggestion": "".join(close)}
                yield Problem(path, "missing-picture", (*loc, "file"), facts)


def photos(studio: Studio) -> Iterator[tuple[str, Loc, Photo]]:
    """Path of the record, place in it, and picture, for every picture in a studio's records."""
    for n, photo in enumerate(studio.record.photos):
        yield shown(studio.path), ("photos", n), photo
    for year in studio.years:
        for a, achievement in enumerate(year.record.achievements):
            for n, photo in enumerate(achievement.photos):
                yield shown(year.path), ("achievements", a, "photos", n), photo
