"""What stops a publication is a problem with its place; and a swap on a system that cannot exchange two folders at once."""

import errno
import os
import shutil
from pathlib import Path

import pytest

from laomo.problems.errors import BuildFailed, CodedError
from laomo.project import Project
from laomo.publish import releases, swap
from laomo.publish.editions import Editions, publishing
from laomo.publish.target import TargetRefused
from laomo.system.files import write_new
from laomo.system.lock import Locked
from laomo.system.parallel import WorkerDied
from tests.conftest import some, tree


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """An empty site's folder."""
    (tmp_path / "root").mkdir()
    return Project(tmp_path / "root")


def full(number: int, *names: str) -> OSError:
    return OSError(number, "words", *names[:1], *((None, names[1]) if len(names) > 1 else ()))


@pytest.mark.parametrize(
    ("error", "found"),
    [
        (Locked("busy", place="x"), (".build", "busy", {})),
        (WorkerDied("lost-process"), (".build", "lost-process", {})),
        (TargetRefused("target-taken", place="x", count=1), ("x", "target-taken", {"place": "x", "count": 1})),
        (full(errno.ENOSPC), (".build", "not-written", {"reason": "disk-full"})),
        (full(errno.EROFS, "a"), ("a", "not-written", {"reason": "disk-read-only"})),
        (full(errno.EACCES, "a", "b"), ("b", "not-written", {"reason": "no-permission"})),
    ],
)
def test_what_stops_a_publication_is_a_problem_with_its_place(
    project: Project, error: Exception, found: tuple[str, str, dict[str, object]]
) -> None:
    with pytest.raises(BuildFailed) as raised, publishing(project, Editions(project.root / "site")):
        raise error
    [problem] = raised.value.problems
    assert (problem.path, problem.code, problem.facts) == found


@pytest.mark.parametrize("error", [full(errno.ENOENT, "a"), OSError("words"), CodedError("busy"), ValueError()])
def test_a_fault_of_the_program_is_none_of_the_disks(project: Project, error: Exception) -> None:
    with pytest.raises(type(error)) as raised, publishing(project, Editions(project.root / "site")):
        raise error
    assert raised.value is error


PLACES = ["new", "one", "root/site", "root/site-2"]
"""Beside the site's folder, and in it."""


def refused(project: Project, editions: Editions, read: Path | None = None) -> dict[str, object]:
    try:
        editions.check(project, read)
    except TargetRefused as error:
        return {"code": error.code, **error.facts}
    return {}


@pytest.mark.parametrize("place", PLACES)
def test_a_place_of_its_own_is_fine(project: Project, tmp_path: Path, place: str) -> None:
    (tmp_path / "one").mkdir()
    assert refused(project, Editions(tmp_path / place)) == {}
    assert refused(project, Editions(tmp_path / "elsewhere", tmp_path / place)) == {}


def test_no_edition_takes_the_place_of_the_records_of_the_theme_or_of_another(project: Project, tmp_path: Path) -> None:
    root, out = project.root, tmp_path / "out"
    for place, source in ((root, root), (tmp_path, root), (root / "studios/x", root / "studios")):
        told = {"code": "target-source", "place": str(place), "source": str(source)}
        assert refused(project, Editions(place)) == refused(project, Editions(out, place)) == told
    for place in (out, out / "stick", tmp_path):
        assert refused(project, Editions(out, place))["code"] == "target-source"
    assert refused(project, Editions(out / "site", out / "stick")) == {}


def test_a_folder_with_files_of_others_is_taken_unless_the_edition_is_made_from_it(
    project: Project, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    write_new(out / "index.html", b"")
    taken = {"code": "target-taken", "place": str(out), "names": ("index.html",), "count": 1}
    assert refused(project, Editions(out)) == refused(project, Editions(tmp_path / "x", out)) == taken
    assert refused(project, Editions(out), tmp_path / "x") == taken
    assert refused(project, Editions(out), tmp_path / "x/../out") == {}


@pytest.fixture
def old_system(monkeypatch: pytest.MonkeyPatch) -> None:
    """One that can neither exchange two folders nor flush a single disk."""
    monkeypatch.setattr(swap, "_system", lambda *_: None)


@pytest.mark.usefixtures("old_system")
def test_where_two_folders_cannot_be_exchanged_they_are_renamed(tmp_path: Path) -> None:
    for text in ("1", "2", "3"):
        write_new(tmp_path / text / "index.html", text.encode())
        write_new(tmp_path / text / "same.html", b"same")
        if text != "1":
            (tmp_path / text / "same.html").unlink()
            (tmp_path / text / "same.html").hardlink_to(tmp_path / "1/same.html")
        swap.publish(tmp_path / text, tmp_path / "site", withdrawals="mark")
        assert tree(tmp_path / "site") == tree(tmp_path / text)
        assert (tmp_path / "site/.laomo").read_text("utf-8") == "laomo edition 1 mark\nindex.html\nsame.html\n"
    assert tree(tmp_path / ".site.old") == {"same.html": b"same"}
    assert not (tmp_path / ".site.new").exists()


@pytest.mark.usefixtures("old_system")
def test_a_folder_that_cannot_be_renamed_leaves_the_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_new(tmp_path / "new/index.html", b"2")
    write_new(tmp_path / "site/index.html", b"1")
    (tmp_path / "site/.laomo").write_text("laomo edition 1\nindex.html\n", encoding="utf-8")
    before, rename = tree(tmp_path / "site"), Path.rename

    def broken(path: Path, target: Path) -> Path:
        if path.name == ".site.new":
            raise OSError(errno.EIO, os.strerror(errno.EIO), str(path))
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", broken)
    with pytest.raises(OSError, match=r"\.site\.new"):
        swap.publish(tmp_path / "new", tmp_path / "site")
    assert tree(tmp_path / "site") == before


@pytest.mark.parametrize("number", [errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EACCES])
def test_a_system_says_that_it_cannot_exchange_folders(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """Any other answer is an error of this exchange."""
    monkeypatch.setattr(swap, "_system", lambda name, *_: lambda *_: int(name == "renameat2"))
    monkeypatch.setattr(swap.ctypes, "get_errno", lambda: number)
    for text in ("1", "2"):
        write_new(tmp_path / text / "index.html", text.encode())
    swap.publish(tmp_path / "1", tmp_path / "site")
    if number == errno.EACCES:
        with pytest.raises(PermissionError) as raised:
            swap.publish(tmp_path / "2", tmp_path / "site")
        assert (raised.value.errno, raised.value.filename) == (number, str(tmp_path / "site"))
        assert (tmp_path / "site/index.html").read_bytes() == b"1"
    else:
        swap.publish(tmp_path / "2", tmp_path / "site")
        assert (tmp_path / "site/index.html").read_bytes() == b"2"


def test_without_links_between_disks_files_are_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def elsewhere(path: Path, source: Path) -> None:
        raise OSError(number, os.strerror(number), str(source), None, str(path))

    number = errno.EXDEV
    monkeypatch.setattr(Path, "hardlink_to", elsewhere)
    write_new(tmp_path / "new/a/index.html", b"1")
    os.utime(tmp_path / "new/a/index.html", (1, 1))
    swap.copy(tmp_path / "new", tmp_path / "copy")
    made = tmp_path / "copy/a/index.html"
    assert (made.read_bytes(), made.stat().st_mtime, made.stat().st_nlink) == (b"1", 1, 1)
    for number in (errno.ENOSPC, errno.EDQUOT):
        with pytest.raises(OSError, match=os.strerror(number)):
            swap.copy(tmp_path / "new", tmp_path / f"copy-{number}")


def test_a_link_within_a_site_stays_a_link_and_gives_way_to_a_folder(tmp_path: Path) -> None:
    for name in ("one/x/index.html", "one/y/index.html", "two/y/index.html"):
        write_new(tmp_path / name, name.encode())
    (tmp_path / "two/x").symlink_to("y")
    for site in ("one", "two", "two", "one", "one", "two"):
        swap.publish(tmp_path / site, tmp_path / "site")
        shown = tmp_path / "site/x"
        assert (shown.is_symlink(), (shown / "index.html").read_text("utf-8")) == (
            site == "two",
            "two/y/index.html" if site == "two" else "one/x/index.html",
        )
        assert not (tmp_path / ".site.old/x").is_symlink() or site == "two"


def test_a_site_is_on_the_disk_before_readers_see_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a power cut there are no empty files; a release that cannot be flushed is none."""
    write_new(tmp_path / "new/index.html", b"1")
    flushed: list[tuple[str, list[str], bool]] = []

    def settle(folder: Path) -> None:
        shown = (tmp_path / "site").exists() or (tmp_path / "www/current").exists()
        flushed.append((folder.name, sorted(tree(folder)), shown))

    for module in (swap, releases):
        monkeypatch.setattr(module, "settle", settle)
    swap.publish(tmp_path / "new", tmp_path / "site")
    shutil.rmtree(tmp_path / "site")
    releases.release(tmp_path / "new", tmp_path / "www")
    assert flushed == [(".site.new", ["index.html"], False), (".new", ["index.html"], False)]
    before = tree(tmp_path / "www")

    def full(folder: Path) -> None:
        raise OSError(errno.ENOSPC, "full", str(folder))

    for module in (swap, releases):
        monkeypatch.setattr(module, "settle", full)
    for publish, place in ((swap.publish, "other"), (releases.release, "www")):
        with pytest.raises(OSError, match="full"):
            publish(tmp_path / "new", tmp_path / place)
    assert tree(tmp_path / "www") == before
    assert not [path for path in some(tmp_path.rglob("*")) if path.name.endswith(".new") and path.is_dir()]
