"""What the doctor looks at, piece by piece: at each limit and one beyond it."""

import os
import shutil
import time
from importlib import metadata
from pathlib import Path

import pytest

from laomo import __version__
from laomo.tools import doctor
from laomo.tools.doctor import Diagnosis


def test_libraries_of_other_versions_are_named_three_at_most(tmp_path: Path) -> None:
    names = ("click", "jinja2", "lxml", "pydantic")
    there = {name: metadata.version(name) for name in names}

    def said(*lines: str) -> Diagnosis:
        (tmp_path / "requirements.txt").write_text("".join(f"{line}\n" for line in lines), "utf-8")
        return doctor._libraries(tmp_path)

    fine = Diagnosis("libraries", "fine", {"names": (), "count": 0})
    assert doctor._libraries(tmp_path) == fine
    assert said(*(f"{name}=={there[name]} \\" for name in names), "nowhere-installed==1", "#click==0") == fine
    other = [f"{name}==0.0" for name in names]
    assert said(*other[:3]) == Diagnosis("libraries", "missing", {"names": ("click 0.0", "jinja2 0.0", "lxml 0.0"), "count": 3})  # fmt: skip
    assert said(*other) == Diagnosis("libraries", "missing", {"names": ("click 0.0", "jinja2 0.0", "lxml 0.0"), "count": 4})  # fmt: skip


def test_where_a_build_writes(tmp_path: Path) -> None:
    assert doctor._writable(tmp_path) == Diagnosis("writable", "fine", {"folder": str(tmp_path.resolve())})
    assert (doctor._state(True), doctor._state(False)) == ("fine", "missing")
    for name in (".build", "site"):
        (tmp_path / name).mkdir()
    assert doctor._writable(tmp_path) == Diagnosis("writable", "fine", {"folder": str(tmp_path.resolve())})


def test_how_much_is_free(tmp_path: Path) -> None:
    found = doctor._disk(tmp_path)
    free = shutil.disk_usage(tmp_path).free
    assert (found.code, found.state) == ("disk", "fine" if free >= 1_000_000_000 else "wrong")
    assert (found.facts["size"], doctor._FREE_BYTES) == (f"{free / 1e9:.1f} GB", 1_000_000_000)


@pytest.mark.parametrize("name", ["mkdocs.yml", "studios/site.yml"])
@pytest.mark.parametrize(("ahead", "state"), [(-9, "fine"), (86_400 - 60, "fine"), (86_400 + 60, "wrong")])
def test_a_clock_is_slow_when_a_file_is_a_day_ahead(tmp_path: Path, name: str, ahead: int, state: str) -> None:
    (tmp_path / "studios").mkdir()
    (tmp_path / name).write_text("x", "utf-8")
    os.utime(tmp_path / name, (0, time.time() + ahead))
    found = doctor._clock(tmp_path)
    assert (found.code, found.state) == ("clock", state)
    assert time.strptime(str(found.facts["value"]), "%Y-%m-%d %H:%M")


def test_files_that_the_doctor_does_not_go_by(tmp_path: Path) -> None:
    (tmp_path / "studios/north").mkdir(parents=True)
    for name in ("studios/north/studio.yml", "studios/note.txt", "other.yml"):
        (tmp_path / name).write_text("x", "utf-8")
        os.utime(tmp_path / name, (0, time.time() + 999_999))
    assert doctor._clock(tmp_path).state == "fine"


def test_everything_that_is_looked_at_in_order(tmp_path: Path) -> None:
    found = list(doctor.examine(tmp_path))
    assert [each.code for each in found] == [
        *("program", "libraries", "font", "heic", "git", "repository", "rsync", "ssh", "address", "writable"),
        *("disk", "clock"),
    ]
    assert found[0].facts["version"] == __version__
    assert [(each.state, dict(each.facts)) for each in found if each.code in {"repository", "address"}] == [
        ("missing", {}),
        ("missing", {"value": ""}),
    ]
    (git,) = (each for each in found if each.code == "git")
    assert (git.state, git.facts["oldest"]) == ("fine", "2.38")
