"""What the program needs of a machine and of a site's folder: what is there, what is missing."""

import os
import platform
import re
import shutil
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib import metadata
from pathlib import Path
from typing import Literal

from laomo import __version__
from laomo.assets import share_cards
from laomo.problems.problem import Facts
from laomo.project import Project
from laomo.system import git, heic
from laomo.tools import starter

State = Literal["fine", "missing", "wrong"]
"""`missing`: something works without it; `wrong`: the site cannot be built, checked or published as it should."""
_OLDEST_GIT = (2, 38)
"""The first with `git merge-tree --write-tree`, on which reviews rely."""
_FREE_BYTES = 1_000_000_000
_DAY = 86_400
"""Seconds."""
_LOCKED = re.compile(r"^([\w.-]+)==([^\s\\]+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """One thing that was looked at; `code` and `facts` make the sentence that says what is missing and how to get it."""

    code: str
    state: State
    facts: Facts = field(default_factory=dict)


def examine(root: Path) -> Iterator[Diagnosis]:
    """Everything that the program needs, of this machine and of the site in `root`."""
    yield Diagnosis("program", "fine", {"version": __version__, "python": platform.python_version()})
    yield _libraries(root)
    font = share_cards.font()
    yield Diagnosis("font", "fine" if font else "missing", {"value": font.file.name if font else ""})
    yield Diagnosis("heic", "fine" if heic.readable() else "missing", {"python": sys.executable})
    yield _git()
    yield from _repository(root)
    for program in ("rsync", "ssh"):
        yield Diagnosis(program, "fine" if shutil.which(program) else "missing")
    address = Project(root).address
    yield Diagnosis("address", "fine" if address else "missing", {"value": address or ""})
    yield _writable(root)
    yield _disk(root)
    yield _clock(root)
    yield from _vendor(root)
    yield from _scripts(root)


def _libraries(root: Path) -> Diagnosis:
    """The installed libraries beside those that the site's requirements ask for."""
    requirements = root / "requirements.txt"
    text = requirements.read_text("utf-8", "replace") if requirements.is_file() else ""
    other = [f"{name} {version}" for name, version in _LOCKED.findall(text) if _installed(name) not in {version, None}]
    return Diagnosis("libraries", "missing" if other else "fine", {"names": tuple(other[:3]), "count": len(other)})


def _installed(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def _git() -> Diagnosis:
    found = git.version()
    facts: Facts = {"value": ".".join(map(str, found)), "oldest": ".".join(map(str, _OLDEST_GIT))}
    return Diagnosis("git" if not found or found >= _OLDEST_GIT else "old-git", _state(found >= _OLDEST_GIT), facts)


def _state(fine: bool) -> State:
    return "fine" if fine else "missing"


def _repository(root: Path) -> Iterator[Diagnosis]:
    state = git.Repository(root).state
    if state == "unsafe":
        yield Diagnosis("unsafe-repository", "wrong", {"folder": str(root.resolve())})
    elif state != "no-git":
        yield Diagnosis("repository", _state(state == "ready"))


def _writable(root: Path) -> Diagnosis:
    """Where a build writes: the folder itself, `.build` and `site`."""
    places = [root, *(place for place in (root / ".build", root / "site") if place.exists())]
    closed = next((place for place in places if not os.access(place, os.W_OK | os.X_OK)), None)
    return Diagnosis("writable", "wrong" if closed else "fine", {"folder": str((closed or root).resolve())})


def _disk(root: Path) -> Diagnosis:
    free = shutil.disk_usage(root).free
    return Diagnosis("disk", "fine" if free >= _FREE_BYTES else "wrong", {"size": f"{free / 1_000_000_000:.1f} GB"})


def _clock(root: Path) -> Diagnosis:
    """A clock that is slow shows in files that were changed in its future; feeds and titles such as 最近更新 go by it."""
    files = [root / "mkdocs.yml", *(root / "studios").glob("*.yml"), Path(__file__)]
    newest = max((file.stat().st_mtime for file in files if file.is_file()), default=0)
    facts = {"value": time.strftime("%Y-%m-%d %H:%M")}
    return Diagnosis("clock", "wrong" if newest > time.time() + _DAY else "fine", facts)


def _vendor(root: Path) -> Iterator[Diagnosis]:
    """Whether others install from the site's folder what runs here."""
    if not (root / starter.VENDOR).is_dir():
        return
    try:
        wanted = dict(starter.program())
    except starter.NoWheel:
        return
    same = all((root / path).is_file() and (root / path).read_bytes() == data for path, data in wanted.items())
    yield Diagnosis("vendor", _state(same), {"version": __version__})


def _scripts(root: Path) -> Iterator[Diagnosis]:
    """Whether bash can run the scripts: it reads no line that ends as on Windows (CRLF), which git may make of them there."""
    scripts = [file for file in sorted((root / "ci").glob("*")) if file.is_file()]
    spoilt = tuple(file.name for file in scripts if b"\r\n" in file.read_bytes())
    plain = tuple(file.name for file in scripts if not os.access(file, os.X_OK))
    if spoilt:
        yield Diagnosis("crlf-scripts", "wrong", {"names": spoilt})
    elif scripts:
        yield Diagnosis("plain-scripts" if plain else "scripts", _state(not plain), {"names": plain})
