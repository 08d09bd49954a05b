"""Pictures that are replaced under their old name: no record shows it, and readers see another picture."""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from laomo.records.layout import PICTURE
from laomo.registry.studio import Studio
from laomo.tools.review.fields import FieldChange
from laomo.tools.review.lines import ChangeLine
from laomo.tools.review.pages import PageChange
from laomo.tools.review.sides import Sides


def new_pictures(sides: Sides, files: Iterable[str]) -> Iterator[PageChange]:
    """The published pictures among the changed files that both sides publish, each with the place where it is shown."""
    changed = {PurePosixPath(path).relative_to("studios") for path in files if path.startswith("studios/")}
    folders = {path.parent.parent for path in changed if PICTURE.fullmatch(str(path))}
    for old, new in sides.kept():
        if new.path.parent in folders and old.path == new.path:
            before = _places(old)
            for name, place in _places(new).items():
                if name in before and new.path.parent / "photos" / name in changed:
                    page = ChangeLine(new.name, "图片", new.url)
                    yield PageChange(page, FieldChange(place, ("photos",), note="换了一张（文件名没有变）"))


def _places(studio: Studio) -> dict[str, str]:
    """The file names of a studio's published pictures, each with the first place where it is shown."""
    record, places = studio.record, dict[str, str]()
    for n, photo in enumerate(record.photos):
        places.setdefault(photo.file, "封面" if n == 0 else f"图片“{photo.caption}”")
    for leader in record.leaders:
        if leader.portrait:
            places.setdefault(leader.portrait.file, f"{leader.name}的肖像")
    for item in studio.achievements:
        for photo in item.record.photos:
            places.setdefault(photo.file, f"创新成果“{item.record.title}”的图片")
    return places
