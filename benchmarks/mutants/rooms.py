"""The rooms of the house, as `make mutants` names them."""

from pathlib import Path

from benchmarks.mutants.workshop import PACKAGE

ROOMS = (
    "text",
    "records",
    "registry",
    "checks",
    "tools",
    "pages",
    "publish",
    "assets",
    "system",
    "render",
    "problems",
    "cli",
    "top-level",
)
_WITHOUT_CODE = ("tools/demo/", "tools/starter/files/")
"""The invented city is made of word lists."""


def files(checkout: Path, room: str) -> list[str]:
    """The modules of a room, or of a path below the checkout. Raises ValueError if there are none."""
    if room == "top-level":
        found = sorted((checkout / PACKAGE).glob("*.py"))
    else:
        folder = checkout / (PACKAGE / room if room in ROOMS else room)
        found = sorted(folder.rglob("*.py")) if folder.is_dir() else [folder] * folder.is_file()
    names = [path.relative_to(checkout).as_posix() for path in found]
    if not names:
        raise ValueError(f"no room and no path: {room}; rooms: {', '.join(ROOMS)}")
    return [name for name in names if room.startswith(_WITHOUT_CODE) or not any(each in name for each in _WITHOUT_CODE)]


def tests(checkout: Path) -> list[str]:
    """All files of tests but those of the browser."""
    every = (path.relative_to(checkout).as_posix() for path in sorted((checkout / "tests").rglob("test_*.py")))
    return [name for name in every if "/node_modules/" not in name and not name.startswith("tests/browser/")]
