"""The studios' pictures: which are sound, and what the site shows of each.

A picture that nobody has touched since the last run is neither read nor opened again; new ones are opened on all cores.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, replace
from functools import partial
from pathlib import Path, PurePosixPath

from laomo.assets.pictures import image
from laomo.assets.pictures.image import MadePicture, PictureRejected
from laomo.problems.problem import Loc, Problem
from laomo.records.layout import shown
from laomo.registry import urls
from laomo.registry.registry import Registry
from laomo.registry.studio import Studio
from laomo.system import cache, heic, parallel
from laomo.system.files import stamp
from laomo.system.fingerprint import program
from laomo.system.output import Output
from laomo.text import personal_data

_AT_A_TIME = 8
"""Pictures that a process makes at a time: each takes as long as a hundred pages."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as the site shows it; width and height in pixels of the largest size."""

    sources: tuple[tuple[int, str], ...]
    """Width → address of the WebP pictures, narrow first."""
    jpeg: str
    """Address of the picture for browsers that do not know WebP."""
    width: int
    height: int

    @property
    def url(self) -> str:
        return self.sources[-1][1]


Pictures = Mapping[PurePosixPath, Picture]
"""Published pictures by the path of their file below `studios/`."""


def problems(registry: Registry, studios: Path, kept: Path) -> Iterator[Problem]:
    """What is wrong with the picture files, named by a record or not; only headers are read.

    `kept` is the folder of what is remembered of pictures.
    """
    paths = sorted(registry.pictures)
    sound = cache.load(kept / "sound.json", _version())
    stamps = {str(path): stamp(studios / path) for path in paths}
    touched = [path for path in paths if sound.get(str(path)) != stamps[str(path)]]
    looked = dict(zip(touched, parallel.parallel_map(partial(_faults, studios), touched), strict=True))
    cache.save(kept / "sound.json", _version(), {str(p): stamps[str(p)] for p in paths if not looked.get(p)}, sound)
    named = {
        studio.picture_path(photo): (record, loc)
        for studio in registry.studios
        for record, loc, photo in studio.places_of_photos
    }
    for path, found in looked.items():
        yield from (_at_line(problem, *named.get(path, (path, ()))) for problem in found)


def _at_line(problem: Problem, path: PurePosixPath, loc: Loc) -> Problem:
    """What is said of a picture by its name stands where a record names it; a picture that no record names has its own path only."""
    return replace(problem, path=shown(path), loc=(*loc, "file")) if loc and "value" in problem.facts else problem


def _faults(studios: Path, path: PurePosixPath) -> list[Problem]:
    file = studios / path
    try:
        numbers = personal_data.numbers(image.examine(file))
        return [Problem(shown(path), f"{code}-in-picture", facts={"masked": masked}) for code, masked in numbers]
    except PictureRejected as bad:
        return [Problem(shown(path), bad.code, facts={"value": path.name, **bad.facts})]


def publish(registry: Registry, studios: Path, kept: Path) -> tuple[Pictures, list[Output]]:
    """All pictures that records name, and their files for the site. `kept` is the folder of those made."""
    pictures: dict[PurePosixPath, Picture] = {}
    outputs: dict[str, Output] = {}
    named = dict(_named(registry))
    for path, made in _made(list(named), studios, kept).items():
        address = partial(urls.picture, named[path].id, made.digest)
        sources = tuple((shown, address(width)) for (shown, _), width in zip(made.sizes, image.WIDTHS, strict=False))
        pictures[path] = Picture(sources, address(image.JPEG_WIDTH, "jpg"), *made.sizes[-1])
        files: list[tuple[int, image.Kind]] = [(width, "webp") for width in image.WIDTHS[: len(sources)]]
        for width, kind in (*files, (image.JPEG_WIDTH, "jpg")):
            make = partial(image.kept, kept, made.digest, width, studios / path, kind)
            output = Output(
                PurePosixPath(address(width, kind)), make, fingerprint=partial(str, f"{made.digest}-{width}.{kind}")
            )
            outputs[str(output.path)] = output
    return pictures, list(outputs.values())


def _made(paths: Sequence[PurePosixPath], studios: Path, kept: Path) -> dict[PurePosixPath, MadePicture]:
    """Each picture as it was made, now or earlier. `problems` has reported bad ones; only a preview comes this far with them."""
    known = cache.load(kept / "made.json", _version())
    stamps = {path: stamp(studios / path) for path in paths}
    touched = [path for path in paths if known.get(str(path), [""])[0] != stamps[path]]
    fresh = dict(
        zip(touched, parallel.parallel_map(partial(_make, studios, kept), touched, at_a_time=_AT_A_TIME), strict=True)
    )
    made = {path: fresh[path] if path in fresh else _told(*known[str(path)]) for path in paths}
    good = {path: each for path, each in made.items() if each}
    cache.save(kept / "made.json", _version(), {str(p): [stamps[p], *astuple(each)] for p, each in good.items()}, known)
    return good


def _make(studios: Path, kept: Path, path: PurePosixPath) -> MadePicture | None:
    try:
        return image.make(studios / path, kept)
    except PictureRejected:
        return None


def _told(_: str, digest: str, sizes: Sequence[tuple[int, int]]) -> MadePicture:
    return MadePicture(digest, tuple((width, height) for width, height in sizes))


def _named(registry: Registry) -> Iterator[tuple[PurePosixPath, Studio]]:
    for studio in registry.studios:
        for photo in studio.photos:
            path = studio.picture_path(photo)
            if path in registry.pictures:
                yield path, studio


def _version() -> str:
    """What judges and makes pictures; whether HEIC can be read changes with the machine."""
    return f"{program()} {heic.formats()}"
