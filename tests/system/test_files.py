"""Files are opened without following links, stamped without being opened, and replaced whole."""

import errno
import os
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath

import pytest

from laomo.system import files
from laomo.system.files import DEEPEST, linked_stamp, prune, stamp, unusual, write_atomic, write_new


def filled(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name, encoding="utf-8")
    return folder


def error_of(call: Callable[[], object]) -> OSError:
    with pytest.raises(OSError, match=r".") as raised:
        call()
    return raised.value


def test_a_file_is_opened(tmp_path: Path) -> None:
    filled(tmp_path, "a")
    with files.open_no_follow(tmp_path / "a") as opened:
        assert opened.read() == b"a"
    with files.open_below(tmp_path, PurePosixPath("a")) as opened:
        assert opened.read() == b"a"


def test_what_is_no_file_is_told_apart(tmp_path: Path) -> None:
    filled(tmp_path, "a", "folder/b")
    (tmp_path / "link").symlink_to("a")
    os.mkfifo(tmp_path / "pipe")
    link, pipe, folder, nothing = (
        error_of(lambda name=name: files.open_no_follow(tmp_path / name))  # type: ignore[misc]
        for name in ("link", "pipe", "folder", "nothing")
    )
    assert [files.is_link(error) for error in (link, pipe, folder, nothing)] == [True, False, False, False]
    assert [files.is_special(error) for error in (link, pipe, folder, nothing)] == [False, True, True, False]
    assert nothing.errno == errno.ENOENT
    assert files.is_special(OSError(errno.ENXIO, "a socket"))


def test_below_a_folder_no_link_is_followed_but_the_folder_may_be_one(tmp_path: Path) -> None:
    filled(tmp_path, "real/sub/a", "outside/a")
    (tmp_path / "alias").symlink_to("real")
    (tmp_path / "real/way").symlink_to("../outside")
    with files.open_below(tmp_path / "alias", PurePosixPath("sub/a")) as opened:
        assert opened.read() == b"real/sub/a"
    assert files.is_link(error_of(lambda: files.open_below(tmp_path / "real", PurePosixPath("way/a"))))
    assert files.is_link(error_of(lambda: files.open_below(tmp_path / "real", PurePosixPath("../outside/a"))))


def test_a_digest_is_that_of_the_bytes() -> None:
    assert files.digest(b"abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def chmod(file: Path) -> None:
    file.chmod(0o600)


def grow(file: Path) -> None:
    time = file.stat()
    file.write_bytes(b"longer")
    os.utime(file, ns=(time.st_atime_ns, time.st_mtime_ns))


def touch(file: Path) -> None:
    os.utime(file, ns=(1, 1))


def replace(file: Path) -> None:
    time = file.stat()
    other = file.with_name("other")
    other.write_bytes(file.read_bytes())
    os.utime(other, ns=(time.st_atime_ns, time.st_mtime_ns))
    other.replace(file)


def link(file: Path) -> None:
    file.with_name("link").hardlink_to(file)


@pytest.mark.parametrize(
    ("change", "seen", "seen_linked"),
    [(chmod, True, False), (grow, True, True), (touch, True, True), (replace, True, True), (link, True, False)],
)
def test_a_stamp_changes_with_the_file(
    tmp_path: Path, change: Callable[[Path], None], seen: bool, seen_linked: bool
) -> None:
    file = filled(tmp_path, "a") / "a"
    file.chmod(0o644)
    os.utime(file, ns=(2, 2))
    before = stamp(file), linked_stamp(file)
    assert (stamp(file), linked_stamp(file)) == before
    change(file)
    assert (stamp(file) != before[0], linked_stamp(file) != before[1]) == (seen, seen_linked)


def test_what_is_missing_has_no_stamp(tmp_path: Path) -> None:
    assert (stamp(tmp_path / "none"), linked_stamp(tmp_path / "none")) == ("", "")


def test_a_stamp_of_a_link_is_its_own_only_where_links_are_published(tmp_path: Path) -> None:
    filled(tmp_path, "a")
    (tmp_path / "link").symlink_to("a")
    assert stamp(tmp_path / "link") == stamp(tmp_path / "a")
    assert linked_stamp(tmp_path / "link") != linked_stamp(tmp_path / "a")


def test_another_name_of_a_file_keeps_the_old_bytes(tmp_path: Path) -> None:
    filled(tmp_path, "a")
    (tmp_path / "other").hardlink_to(tmp_path / "a")
    write_new(tmp_path / "a", b"new")
    write_new(tmp_path / "deep/er/b", b"b")
    assert [(tmp_path / name).read_bytes() for name in ("a", "other", "deep/er/b")] == [b"new", b"a", b"b"]


@pytest.mark.parametrize("data", [b"whole", (b"who", b"le")])
def test_a_file_is_replaced_whole(tmp_path: Path, data: bytes | tuple[bytes, ...]) -> None:
    filled(tmp_path, "sub/a")
    (tmp_path / "other").hardlink_to(tmp_path / "sub/a")
    write_atomic(tmp_path / "sub/a", data)
    write_atomic(tmp_path / "new/b", data)
    assert (tmp_path / "sub/a").read_bytes() == (tmp_path / "new/b").read_bytes() == b"whole"
    assert (tmp_path / "other").read_bytes() == b"sub/a"
    assert sorted(path.name for path in tmp_path.rglob("*") if path.is_file()) == ["a", "b", "other"]


def test_what_is_not_wanted_goes_with_the_folders_that_it_leaves_empty(tmp_path: Path) -> None:
    filled(tmp_path, "keep", "a/keep", "a/b/stray", "a/b/c/stray", "d/stray", "e/f/keep", "stray")
    (tmp_path / "empty").mkdir()
    removed = prune(tmp_path, ("keep", "a/keep", "e/f/keep", "never"))
    assert removed == [PurePosixPath(name) for name in ("a/b/c/stray", "a/b/stray", "d/stray", "stray")]
    assert sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")) == [
        "a",
        "a/keep",
        "e",
        "e/f",
        "e/f/keep",
        "keep",
    ]
    assert prune(tmp_path, ()) == [PurePosixPath(name) for name in ("a/keep", "e/f/keep", "keep")]
    assert list(tmp_path.iterdir()) == []


def test_what_stands_against_reading_a_file_is_named(tmp_path: Path) -> None:
    filled(tmp_path, "b", "a/c", ".hidden", ".git/config", "a/.hidden", "甲\u200b乙")
    (tmp_path / "link").symlink_to("b")
    (tmp_path / "folders").symlink_to("a")
    os.mkfifo(tmp_path / "pipe")
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff")).touch()
    assert dict(unusual(tmp_path)) == {
        ("a", "c"): "",
        ("b",): "",
        ("folders",): "symlink",
        ("link",): "symlink",
        ("pipe",): "special-file",
        ("甲\u200b乙",): "",
        (os.fsdecode(b"\xff"),): "file-name-encoding",
    }
    assert [parts for parts, _ in unusual(tmp_path)][:3] == [("a", "c"), ("b",), ("folders",)]


def test_a_folder_too_deep_is_not_looked_into(tmp_path: Path) -> None:
    deepest = [f"{n}" for n in range(DEEPEST)]
    filled(tmp_path, "/".join([*deepest, "file"]), "/".join([*deepest, "more", "file"]))
    assert list(unusual(tmp_path)) == [((*deepest, "file"), ""), ((*deepest, "more"), "folders-too-deep")]


def test_a_folder_that_is_gone_cannot_be_read(tmp_path: Path) -> None:
    assert list(unusual(tmp_path / "none")) == [((), "unreadable-file")]


def test_links_are_found_without_being_followed(tmp_path: Path) -> None:
    filled(tmp_path, "a/b/c")
    assert list(files.links(tmp_path)) == []
    (tmp_path / "a/link").symlink_to("b")
    (tmp_path / "a/b/other").symlink_to("nowhere")
    assert sorted(files.links(tmp_path)) == [str(tmp_path / "a/b/other"), str(tmp_path / "a/link")]
    assert list(files.links(tmp_path / "a/link")) == [str(tmp_path / "a/link")]
    assert list(files.links(tmp_path / "a/b/c")) == list(files.links(tmp_path / "none")) == []


def test_files_are_put_in_their_places_together(tmp_path: Path) -> None:
    filled(tmp_path, "old")
    asked: list[str] = []
    files.write_all(
        {
            tmp_path / "old": b"new",
            tmp_path / "a/b/c": lambda: asked.append("c") or b"made",  # type: ignore[func-returns-value]
            tmp_path / "a/d": b"",
        }
    )
    assert {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")} == {
        "old",
        "a",
        "a/b",
        "a/b/c",
        "a/d",
    }
    assert [(tmp_path / name).read_bytes() for name in ("old", "a/b/c", "a/d")] == [b"new", b"made", b""]
    assert asked == ["c"]


def refused() -> bytes:
    raise OSError(errno.EIO, "no")


@pytest.mark.parametrize("last", ["not made", "a folder in its place", "below a file"])
def test_if_one_file_cannot_be_written_none_is(tmp_path: Path, last: str) -> None:
    filled(tmp_path, "old", "there/kept", "taken/full")
    wanted: dict[Path, bytes | Callable[[], bytes]] = {
        tmp_path / "a/b/c/d": b"1",
        tmp_path / "there/new/e": b"2",
    }
    wanted |= {
        "not made": {tmp_path / "old": refused},
        "a folder in its place": {tmp_path / "taken": b"3"},
        "below a file": {tmp_path / "old/f": b"3"},
    }[last]
    error_of(lambda: files.write_all(wanted))
    found = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")}
    if last == "a folder in its place":  # the others were in their places already
        assert found == {
            "old",
            "there",
            "there/kept",
            "taken",
            "taken/full",
            "a",
            "a/b",
            "a/b/c",
            "a/b/c/d",
            "there/new",
            "there/new/e",
        }
    else:
        assert found == {"old", "there", "there/kept", "taken", "taken/full"}
    assert (tmp_path / "old").read_text("utf-8") == "old"


def test_what_is_being_written_lies_beside_its_place_under_a_hidden_name(tmp_path: Path) -> None:
    seen: list[list[str]] = []

    def data() -> Iterator[bytes]:
        seen.append([path.name for path in tmp_path.iterdir()])
        yield b"1"

    write_atomic(tmp_path / "a.txt", data())
    files.write_all({tmp_path / "b.txt": b"1", tmp_path / "c.txt": lambda: b"".join(data())})
    assert [sorted(names) for names in seen] == [[".a.txt.new"], [".b.txt.new", "a.txt"]]
