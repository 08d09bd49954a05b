"""Files that are none, wherever they lie: a sentence at the path, never a wait or a traceback."""

import os
import socket
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.cli.command import laomo


def a_socket(place: Path) -> None:
    here = Path.cwd()
    os.chdir(place.parent)  # the address of a socket is short
    try:
        with socket.socket(socket.AF_UNIX) as bound:
            bound.bind(place.name)
    finally:
        os.chdir(here)


def deep(place: Path) -> None:
    here = Path.cwd()
    os.chdir(place.parent)  # the whole path is longer than the system takes
    try:
        Path(place.name).mkdir()
        os.chdir(place.name)
        for _ in range(1000):
            Path("d").mkdir()
            os.chdir("d")
        Path("x.md").touch()
    finally:
        os.chdir(here)


def endless(place: Path) -> None:
    place.symlink_to(place.parent)


def folder(place: Path) -> None:
    place.mkdir()
    (place / "x.txt").touch()


@pytest.fixture(autouse=True)
def _emptied(tmp_path: Path) -> Iterator[None]:
    """Python cannot delete folders as deep as these."""
    yield
    subprocess.run(["/bin/rm", "-rf", tmp_path], check=True)


STRANGE: dict[str, Callable[[Path], object]] = {
    "pipe": os.mkfifo,
    "socket": a_socket,
    "device": lambda place: place.symlink_to("/dev/zero"),
    "deep": deep,
    "link to the folder above": endless,
    "folder": folder,
}
PLACES = [
    "studios/site.yml",
    "studios/odd.yml",
    "studios/north/crane/2020.yml",
    "studios/north/crane/photos/odd.png",
    "content/odd.md",
    "content/stories/odd.md",
    "content/odd.pdf",
]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("what", STRANGE)
def test_what_is_no_file_is_named(site: Path, what: str, place: str) -> None:
    file = site / place
    file.parent.mkdir(exist_ok=True)
    file.unlink(missing_ok=True)
    STRANGE[what](file)
    run = laomo("check", "--root", site)
    subprocess.run(["rm", "-rf", file], check=True)  # pytest cannot remove a folder as deep as this
    assert run.returncode == int(what != "folder" or place.startswith("studios")), run.stdout + run.stderr
    assert run.returncode == 0 or place in run.stdout
    assert "Traceback" not in run.stderr


@pytest.mark.parametrize("place", ["studios", "studios/north/crane", "content"])
def test_a_name_that_is_no_text_is_named(site: Path, place: str) -> None:
    (site / os.fsdecode(os.fsencode(place) + b"/\xff\xfe.md")).touch()
    run = laomo("check", "--root", site)
    assert "Traceback" not in run.stderr
    assert (run.returncode, place in run.stdout) == (1, True), run.stdout + run.stderr
