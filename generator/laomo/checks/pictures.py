"""档案里写到的图片，都在这家工作室的 photos 文件夹里；文件夹里的图片，档案里都写到。

Passes: file: cover.webp，文件夹里有 photos/cover.webp。
Fails: file: cover.jpg，文件夹里只有 cover.webp；消息会说出可能想写的文件名。
"""

import difflib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import PurePosixPath
from unicodedata import normalize

from laomo.problems.problem import Facts, Problem
from laomo.records.layout import shown
from laomo.registry.registry import Registry
from laomo.registry.studio import Studio


def check(registry: Registry) -> Iterator[Problem]:
    filed: dict[PurePosixPath, set[str]] = defaultdict(set)
    for picture in registry.pictures:
        filed[picture.parent.parent].add(picture.name)
    for studio in registry.studios:
        folder = studio.path.parent
        existing = filed.get(folder, set())
        named = set()
        for path, loc, photo in studio.places_of_photos:
            named.add(photo.file)
            if photo.file not in existing:
                close = difflib.get_close_matches(photo.file, existing, 1, 0.6)
                named.update(close)  # said once
                facts = {"value": photo.file, "suggestion": "".join(close)}
                yield Problem(shown(path), "missing-picture", (*loc, "file"), facts)
        yield from _without_consent(studio)
        if not registry.unreadable(studio.id):  # such a file may name them
            yield from _unnamed(folder, existing - named)
        yield from _twins(folder, existing)


def _without_consent(studio: Studio) -> Iterator[Problem]:
    """Portraits that stay unpublished, because no record says that the person agreed."""
    for n, leader in enumerate(studio.unredacted.leaders):
        if leader.portrait and not leader.portrait.consent:
            loc = ("leaders", n, "portrait", "consent")
            yield Problem(shown(studio.path), "portrait-consent", loc, {"name": leader.name}, severity="warning")


def _unnamed(folder: PurePosixPath, names: set[str]) -> Iterator[Problem]:
    """Pictures that the site does not show: one line for a folder."""
    if names:
        first, *others = sorted(names)
        facts: Facts = {"value": first, "more": len(others)}
        yield Problem(shown(folder / "photos" / first), "unnamed-picture", facts=facts, severity="warning")


def _twins(folder: PurePosixPath, names: set[str]) -> Iterator[Problem]:
    """Names that Windows and macOS take for one: there one of the two pictures replaces the other."""
    seen: dict[str, str] = {}
    for name in sorted(names):
        first = seen.setdefault(normalize("NFC", name).casefold(), name)
        if first != name:
            facts = {"value": name, "other": first}
            yield Problem(shown(folder / "photos" / name), "same-picture-name", facts=facts)
