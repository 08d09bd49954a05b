"""The program as a digest: whatever is remembered from run to run holds only for the program that found it."""

import re
import sys
from functools import cache
from hashlib import sha256
from importlib import resources
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

_BENEATH = ("markupsafe", "pydantic-core", "pymdown-extensions")
"""Libraries that those named by this package bring along, and that show in what is made."""


@cache
def program() -> str:
    """A digest of all that turns records into a site: this package, the libraries that it names, Python with its tables of characters."""
    digest = sha256(sys.version.encode())
    for requirement in (*(requires("laomo") or ()), *_BENEATH):
        digest.update(_version(re.split(r"[^\w.-]", requirement)[0]).encode())
    package = Path(str(resources.files("laomo")))
    for file in sorted(package.rglob("*.py")):
        digest.update(file.read_bytes())
    return digest.hexdigest()


@cache
def installed() -> str:
    """Every library that there is, with its version: mkdocs.yml may name any plugin or extension of them."""
    folders = (Path(place) for place in sys.path if Path(place).is_dir())
    return " ".join(sorted(found.name for folder in folders for found in folder.glob("*.dist-info")))


@cache
def _versions() -> dict[str, str]:
    """The version of every library by its name as `_plain` writes it, as its folder says: reading what is in sixty of them takes 60 ms."""
    found: dict[str, str] = {}
    for folder in map(Path, sys.path):
        for each in folder.glob("*.dist-info"):
            name, _, told = each.name.removesuffix(".dist-info").rpartition("-")
            found.setdefault(_plain(name), told)
    return found


def _plain(library: str) -> str:
    """The name of a library as it is compared (PEP 503)."""
    return re.sub(r"[-_.]+", "-", library).lower()


def _version(library: str) -> str:
    if told := _versions().get(_plain(library)):
        return told
    try:
        return version(library)
    except PackageNotFoundError:  # an extra that is not installed
        return ""
