"""The rooms of the house, as `make mutants` names them."""

from collections.abc import Iterator
from pathlib import Path

from benchmarks.mutants.workshop import PACKAGE

ROOMS = (
    *("text", "records", "registry", "checks", "tools", "pages", "publish", "assets", "system", "render"),
    *("problems", "cli", "top-level", "scripts"),
)
_SCRIPTS = ("theme/scripts", "theme/forms", "theme/overrides/assets/javascripts", "theme/offline/assets/javascripts")
_LEFT_OUT = ("tools/demo/", "tools/starter/files/", "/libraries/")
"""The invented city is made of word lists; the libraries are other people's."""


def files(checkout: Path, room: str) -> list[str]:
    """The modules of a room, or of a path below the checkout. Raises ValueError if there are none."""
    found = (path.relative_to(checkout).as_posix() for path in _found(checkout, room))
    names = [name for name in found if not any(each in name and each not in room for each in _LEFT_OUT)]
    if not names:
        raise ValueError(f"no room and no path: {room}; rooms: {', '.join(ROOMS)}")
    return names


def tests(checkout: Path) -> list[str]:
    """All files of tests but those of the browser and of the scripts, in which no line of the package is of interest."""
    left_out = {"browser", "scripts", "node_modules"}
    every = (path.relative_to(checkout) for path in sorted((checkout / "tests").rglob("test_*.py")))
    return [path.as_posix() for path in every if path.parts[1] not in left_out]


def tests_of(checkout: Path, room: str) -> str:
    """The folder of the tests of a room, or of a path in one: the deepest that mirrors it. Those of the top level lie at the top."""
    if room == "top-level":
        return str(Path("tests", "test_"))
    path = Path(room)
    inside = path.relative_to(PACKAGE) if path.is_relative_to(PACKAGE) else path
    mirrored = (Path("tests", folder) for folder in (inside, *inside.parents) if folder.parts)
    return f"{next((each for each in mirrored if (checkout / each).is_dir()), inside)}/"


def _found(checkout: Path, room: str) -> Iterator[Path]:
    if room == "scripts":
        for folder in _SCRIPTS:
            yield from sorted((checkout / folder).rglob("*.js"))
    elif room == "top-level":
        yield from sorted((checkout / PACKAGE).glob("*.py"))
    elif (path := checkout / (PACKAGE / room if room in ROOMS else room)).is_dir():
        yield from sorted([*path.rglob("*.py"), *path.rglob("*.js")])
    elif path.is_file():
        yield path
