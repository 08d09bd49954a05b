"""A store gives back what was kept, or nothing: whatever becomes of its file, and whoever put it there."""

import os
import resource
import shutil
import signal
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from laomo.system import cache, store
from laomo.system.files import digest
from laomo.system.lock import exclusive_lock

VALUES = [f"{n} 劳模".encode() * 400 for n in range(40)]


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Makes this another machine, with a key of its own."""

    def become(name: str) -> None:
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / name))
        cache._key.cache_clear()
        cache._checkout.cache_clear()

    return become


@pytest.fixture
def file(tmp_path: Path, machine: Callable[[str], None]) -> Path:
    machine("mine")
    return tmp_path / "site/.build/memory/store.db"


def keep(file: Path, root: bytes = b"root", values: list[bytes] = VALUES, version: str = "1") -> None:
    with store.opened(file, "part", version) as kept:
        for value in values:
            kept.put(value)
        kept.save(root)


def found(file: Path, version: str = "1", part: str = "part") -> tuple[bytes | None, int]:
    """The root, and how many of the values there are; none of them may be another than it was."""
    with store.opened(file, part, version) as kept:
        read = [kept.get(digest(value)) for value in VALUES]
        assert {*read} <= {None, *VALUES}
        return kept.root, sum(value is not None for value in read)


def is_whole(file: Path) -> bool:
    return found(file) == (b"root", len(VALUES))


def works(file: Path) -> bool:
    """Whether it keeps again what is put into it."""
    keep(file)
    return is_whole(file)


NOTHING = (None, 0)


def test_what_was_kept_comes_back_to_the_same_part_of_the_same_version(file: Path) -> None:
    assert found(file) == NOTHING
    keep(file)
    assert is_whole(file)
    assert found(file, version="2") == NOTHING
    assert found(file, part="other") == NOTHING
    assert is_whole(file), "to have read it as another version changes nothing"
    keep(file, b"second", VALUES[:3], "2")
    assert found(file, version="2") == (b"second", 3), "what another version had kept is gone"
    assert found(file) == NOTHING


def test_two_parts_of_one_file_do_not_meet(file: Path) -> None:
    keep(file)
    with store.opened(file, "other", "1") as kept:
        kept.put(VALUES[0])
        kept.save(b"of the other")
    assert is_whole(file)
    assert found(file, part="other") == (b"of the other", 1)


def test_values_are_added_and_dropped_and_nothing_is_kept_without_saving(file: Path) -> None:
    keep(file, values=VALUES[:4])
    with store.opened(file, "part", "1") as kept:
        kept.put(VALUES[5])
    assert found(file) == (b"root", 4)
    with store.opened(file, "part", "1") as kept:
        assert kept.put(VALUES[5]) == digest(VALUES[5])
        assert kept.get(digest(VALUES[5])) == VALUES[5]
        kept.save(b"later", [digest(VALUES[0]), digest(VALUES[1]), "not there"])
        assert kept.get(digest(VALUES[2])) == VALUES[2], "it can be read after it was saved"
    assert found(file) == (b"later", 3)


def test_another_machine_another_name_and_another_program_do_not_believe_it(
    file: Path, machine: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(file)
    shutil.copy(file, file.with_name("copy.db"))
    assert found(file.with_name("copy.db")) == NOTHING
    machine("other")
    assert found(file) == NOTHING
    machine("mine")
    assert is_whole(file)
    monkeypatch.setattr(store, "program", lambda: "another")
    assert found(file) == NOTHING
    assert works(file)


@pytest.mark.parametrize("share", [n / 24 for n in range(24)])
def test_a_damaged_file_gives_what_was_kept_or_nothing_and_mends_itself(file: Path, share: float) -> None:
    keep(file)
    data = bytearray(file.read_bytes())
    place = int(share * len(data))
    for each in range(place, place + 64):
        data[each] ^= 0x55
    file.write_bytes(data)
    found(file)
    found(file)
    assert works(file)


@pytest.mark.parametrize("size", [0, 1, 100, 4096, 20_000])
def test_a_file_that_was_cut_off_is_none(file: Path, size: int) -> None:
    keep(file)
    os.truncate(file, size)
    root, values = found(file)
    assert values < len(VALUES)
    assert root in (None, b"root")
    assert works(file)


def test_values_that_were_exchanged_are_none(file: Path) -> None:
    keep(file)
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE value SET data = ? WHERE digest = ?", (VALUES[1], digest(VALUES[0])))
        connection.execute("UPDATE value SET data = 'text' WHERE digest = ?", (digest(VALUES[2]),))
    assert found(file) == (b"root", len(VALUES) - 2)
    assert found(file) == NOTHING, "it was thrown away"
    keep(file)
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE root SET data = ?", (b"planted",))
    assert found(file)[0] is None
    keep(file)
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE root SET data = 1, seal = x'00'")
    assert found(file)[0] is None
    assert works(file)


FOREIGN = [
    "CREATE TABLE something (x)",
    "CREATE TRIGGER t AFTER INSERT ON value BEGIN DELETE FROM value; END",
    "DROP TABLE root; CREATE VIEW root AS SELECT 'part' AS part, 'x' AS seal, x'00' AS data",
    "PRAGMA journal_mode = WAL",
]


@pytest.mark.parametrize("command", FOREIGN)
def test_a_file_with_tables_of_others_is_made_anew(file: Path, command: str) -> None:
    keep(file)
    with closing(sqlite3.connect(file)) as connection:
        connection.executescript(command)
    assert works(file)
    with closing(sqlite3.connect(file)) as connection:
        names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE sql IS NOT NULL")}
    assert names == {"root", "value"}


@pytest.mark.parametrize("end", ["", "-journal", "-wal", "-shm", ".lock"])
@pytest.mark.parametrize("kind", ["link", "dangling", "pipe", "folder"])
def test_nothing_is_opened_through_a_link_or_a_pipe(file: Path, tmp_path: Path, end: str, kind: str) -> None:
    keep(file)
    place, target = file.with_name(f"{file.name}{end}"), tmp_path / "target"
    place.unlink(missing_ok=True)
    if kind == "link":
        target.write_bytes(b"of somebody else")
    if kind == "pipe":
        os.mkfifo(place)
    elif kind == "folder":
        place.mkdir()
    else:
        place.symlink_to(target)
    found(file)
    keep(file)
    assert kind != "link" or target.read_bytes() == b"of somebody else"
    assert target.exists() == (kind == "link")
    assert kind == "folder" or (is_whole(file) and not place.is_symlink())


def test_a_journal_that_lies_there_is_not_acted_upon(file: Path, tmp_path: Path) -> None:
    """SQLite deletes the file that the end of a journal names."""
    keep(file)
    target = tmp_path / "precious"
    target.write_bytes(b"")
    name = str(target).encode()
    sums = sum(name).to_bytes(4, "big")
    magic = bytes.fromhex("d9d505f920a163d7")
    header = magic + b"\0\0\0\0" + b"\0" * 4 + b"\0\0\0\1" + b"\0\0\2\0" + b"\0\0\x10\0"
    tail = (2**30 // 4096 + 1).to_bytes(4, "big") + name + len(name).to_bytes(4, "big") + sums + magic
    file.with_name("store.db-journal").write_bytes(header.ljust(512, b"\0") + tail)
    assert found(file) == NOTHING
    assert target.exists()
    assert works(file)


def in_child(work: Callable[[], None]) -> int:
    """How a process of its own ends that does this."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            work()
            code = 0
        finally:
            os._exit(code)
    return os.waitpid(child, 0)[1]


def half(file: Path) -> None:
    """Write more than SQLite holds in memory, and be killed."""
    with store.opened(file, "part", "1") as kept:
        for n in range(3_000):
            kept.put(f"{n}".encode() * 500)
        os.kill(os.getpid(), signal.SIGKILL)


def test_a_run_that_is_killed_leaves_what_was_there_or_nothing(file: Path) -> None:
    keep(file)
    assert in_child(lambda: half(file)) == signal.SIGKILL
    assert file.with_name("store.db-journal").exists()
    assert found(file) == NOTHING
    assert works(file)


@pytest.mark.parametrize("values", [[b"x" * 10**7], [f"{n}".encode() * 900 for n in range(2_000)]])
def test_a_full_disk_leaves_what_was_there_or_nothing(file: Path, values: list[bytes]) -> None:
    def write() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (file.stat().st_size + 8192,) * 2)
        keep(file, b"second", values)

    keep(file)
    assert in_child(write) == 0, "the run goes on without it"
    assert is_whole(file) or found(file) == NOTHING
    assert works(file)


def test_a_value_for_which_there_is_no_room_leaves_what_was_there(file: Path) -> None:
    keep(file)
    with store.opened(file, "part", "1") as kept:
        kept._run("PRAGMA max_page_count = 1")  # no page more than there are
        kept.put(b"x" * 10**6)
        kept.save(b"second")
    assert is_whole(file)


def test_of_two_processes_one_goes_without(file: Path) -> None:
    def other() -> None:
        keep(file, b"second")
        assert found(file) == NOTHING

    keep(file)
    with exclusive_lock(file.with_name("store.db.lock")):
        assert in_child(other) == 0
    assert is_whole(file)
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        other()
    assert is_whole(file), "a file that is in use is not thrown away"


def test_a_file_in_place_of_the_folder_is_no_store(file: Path) -> None:
    file.parent.parent.mkdir(parents=True)
    file.parent.write_bytes(b"in the way")
    keep(file)
    assert found(file) == NOTHING
