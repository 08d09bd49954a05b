"""The day, the list of an edition's files, the walk over stamped files, and the program's fingerprint."""

import os
import re
import shutil
import sys
import time
from datetime import UTC, date, datetime
from importlib import metadata
from pathlib import Path

import pytest

from laomo.system import edition, fingerprint, heic, walk
from laomo.system.clock import today
from laomo.system.edition import Edition
from laomo.system.files import DEEPEST, linked_stamp, linked_stamp_of, stamp
from laomo.system.walk import Snapshot, WalkedTree


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 1, 1, 15, 59, 59, tzinfo=UTC), date(2026, 1, 1)),
        (datetime(2026, 1, 1, 16, 0, 0, tzinfo=UTC), date(2026, 1, 2)),
        (datetime(2025, 12, 31, 16, 0, 0, tzinfo=UTC), date(2026, 1, 1)),
        (datetime(1970, 1, 1, 0, 0, 0, tzinfo=UTC), date(1970, 1, 1)),
    ],
)
def test_the_day_is_that_of_china(monkeypatch: pytest.MonkeyPatch, moment: datetime, day: date) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(moment.timestamp())))
    assert today() == day


@pytest.mark.parametrize("epoch", [None, ""])
def test_without_a_set_moment_it_is_today(monkeypatch: pytest.MonkeyPatch, epoch: str | None) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    if epoch is not None:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert abs((today() - datetime.now(UTC).date()).days) <= 1


def filled(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name, encoding="utf-8")
    return folder


def test_an_edition_lists_its_own_files(tmp_path: Path) -> None:
    filled(tmp_path, "index.html", "a/甲.html", "a/b/c.html", ".well-known/x")
    (tmp_path / "link").symlink_to("a")
    (tmp_path / "empty").mkdir()
    assert Edition.of(tmp_path) is None
    edition.mark(tmp_path, "mark")
    files = {".well-known/x", "a/b/c.html", "a/甲.html", "index.html", "link"}
    assert Edition.of(tmp_path) == Edition("mark", frozenset(files))
    assert (tmp_path / edition.MARK).read_text("utf-8").splitlines() == ["laomo edition 1 mark", *sorted(files)]
    edition.mark(tmp_path, "")
    assert Edition.of(tmp_path) == Edition("", frozenset(files)), "the list does not list itself"
    assert edition.files(tmp_path) == {*files, edition.MARK}


@pytest.mark.parametrize("data", [b"", b"other\nindex.html\n", b"\xff", b"Laomo edition 1\n"])
def test_another_list_is_none(tmp_path: Path, data: bytes) -> None:
    (tmp_path / edition.MARK).write_bytes(data)
    assert Edition.of(tmp_path) is None


def test_a_list_without_a_mark_or_files_is_one(tmp_path: Path) -> None:
    (tmp_path / edition.MARK).write_text("laomo edition 1\n", encoding="utf-8")
    assert Edition.of(tmp_path) == Edition("", frozenset())
    assert Edition.of(tmp_path / "none") is None


def test_a_walk_stamps_every_file_and_folder(tmp_path: Path) -> None:
    filled(tmp_path, "a", "b/c", "b/.d")
    (tmp_path / "empty").mkdir()
    found = WalkedTree(tmp_path).files()
    below = ["", "/a", "/b", "/b/.d", "/b/c", "/empty"]
    assert [(each.path, each.stamp) for each in found] == [(path, stamp(f"{tmp_path}{path}")) for path in below]
    linked = {each.path: each.stamp for each in WalkedTree(tmp_path, linked_stamp_of).files()}
    assert linked["/a"] == linked_stamp(tmp_path / "a")
    assert WalkedTree(tmp_path / "a").files() == [("", found[1].stamp, found[1].changed)]


def test_a_snapshot_holds_until_something_is_changed_or_added_or_gone(tmp_path: Path) -> None:
    here = filled(tmp_path / "here", "a", "b/c")
    places = [WalkedTree(here), WalkedTree(here / "a")]
    for change in ("write", "add", "delete", "replace the folder"):
        snapshot = Snapshot.of(place.files() for place in places)
        assert snapshot.holds(places)
        assert not snapshot.holds(places[:1])
        assert not snapshot.holds(reversed(places))
        time.sleep(0.01)  # a clock of the kernel's counts in four thousandths of a second
        match change:
            case "write":
                (here / "b/c").write_text("another", encoding="utf-8")
            case "add":
                (here / "b/.new").touch()
            case "delete":
                (here / "b/.new").unlink()
            case _:
                here.rename(tmp_path / "before")
                shutil.copytree(tmp_path / "before", here)
        assert not snapshot.holds(places), change


def test_a_link_counts_as_changed_just_now(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("nowhere")
    [_, found] = WalkedTree(tmp_path).files()
    assert found.changed == float("inf")
    assert not found.settled(2**63)


def test_a_file_is_settled_two_seconds_after_its_last_change(tmp_path: Path) -> None:
    file = filled(tmp_path, "a") / "a"
    os.utime(file, ns=(1, 1))
    changed = file.stat().st_ctime_ns
    [found] = WalkedTree(file).files()
    assert found.changed == changed, "the later of the two times"
    assert (found.settled(changed + walk.SETTLED), found.settled(changed + walk.SETTLED + 1)) == (False, True)
    ahead = changed + 10**12
    os.utime(file, ns=(ahead, ahead))
    assert WalkedTree(file).files()[0].changed == ahead
    assert walk.SETTLED == 2 * 10**9


def test_an_endless_or_missing_folder_is_not_walked(tmp_path: Path) -> None:
    deep = "/".join("d" * (DEEPEST + 1))
    filled(tmp_path, f"{deep}/file")
    assert WalkedTree(tmp_path).files()[-1].path == f"/{deep}/file"
    filled(tmp_path, f"{deep}/d/file")
    with pytest.raises(OSError, match="d/d"):
        WalkedTree(tmp_path).files()
    with pytest.raises(FileNotFoundError):
        WalkedTree(tmp_path / "none").files()


def test_the_programs_fingerprint_has_every_library_that_it_names(monkeypatch: pytest.MonkeyPatch) -> None:
    fingerprint.program.cache_clear()
    before = fingerprint.program()
    asked: list[str] = []

    def version(library: str) -> str:
        asked.append(library)
        if library == "ghost":
            raise metadata.PackageNotFoundError(library)
        return "1"

    monkeypatch.setattr(fingerprint, "_versions", dict)
    monkeypatch.setattr(fingerprint, "version", version)
    monkeypatch.setattr(fingerprint, "requires", lambda _: ["pydantic>=2", "ghost ; extra == 'x'", "mkdocs<2,>=1.6"])
    fingerprint.program.cache_clear()
    other = fingerprint.program()
    assert asked == ["pydantic", "ghost", "mkdocs", "markupsafe", "pydantic-core", "pymdown-extensions"]
    assert other != before
    monkeypatch.setattr(sys, "version", "4.0")
    fingerprint.program.cache_clear()
    assert fingerprint.program() != other
    fingerprint.program.cache_clear()


def test_folders_say_the_versions_that_libraries_say_of_themselves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = {re.split(r"[^\w.-]", each)[0] for each in metadata.requires("laomo") or ()} | {"pydantic-core"}
    known = {name: fingerprint._version(name) for name in names}
    assert known["mkdocs"] == "1.6.1"
    monkeypatch.setattr(fingerprint, "_versions", dict)
    assert {name: fingerprint._version(name) for name in names} == known
    monkeypatch.undo()
    (tmp_path / "markdown_Of.the_House-2.0.dist-info").mkdir()
    monkeypatch.syspath_prepend(tmp_path)
    fingerprint._versions.cache_clear()
    assert fingerprint._version("Markdown.of-the_house") == "2.0"
    assert fingerprint._version("nowhere") == ""
    fingerprint._versions.cache_clear()


def test_what_is_installed_is_every_library_on_the_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("b-2.dist-info", "a-1.dist-info", "c"):
        (tmp_path / name).mkdir()
    monkeypatch.setattr(sys, "path", [str(tmp_path), str(tmp_path / "none")])
    fingerprint.installed.cache_clear()
    assert fingerprint.installed() == "a-1.dist-info b-2.dist-info"
    fingerprint.installed.cache_clear()


def test_heic_is_read_if_its_library_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(heic, "find_spec", lambda _: None)
    heic.formats.cache_clear()
    assert (heic.readable(), heic.formats()) == (False, ())
    heic.formats.cache_clear()
    assert heic.SUFFIXES == (".heic", ".heif")
