"""One SQLite file for what is kept from run to run, to save time only: a run reads of it no more than it asks for.

A part of the program keeps any number of values there, each under its digest, and one **root**, which names them. The root carries
the seal of every cache (`system.cache`), and a value is checked by its digest when it is read. So nothing is believed that was damaged
or planted, and what a run does not read costs it nothing. Roots and values are bytes, in practice JSON; never pickles.

No failure of a store is one of the run: what cannot be read is not there, and where nothing can be written the next run takes its time.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from hmac import compare_digest
from pathlib import Path

from laomo.system.cache import new_seal
from laomo.system.files import digest, owned_by_user
from laomo.system.fingerprint import program
from laomo.system.lock import Locked, exclusive_lock

_SCHEMA = [
    "CREATE TABLE root (part TEXT PRIMARY KEY, seal TEXT NOT NULL, data BLOB NOT NULL)",
    "CREATE TABLE value (part TEXT NOT NULL, digest TEXT NOT NULL, data BLOB NOT NULL, PRIMARY KEY (part, digest))",
]
_BESIDE = "-journal", "-wal", "-shm"
"""What SQLite leaves beside its file when it is killed while it writes. It would act on such a file before we could check anything."""
_HARMLESS = sqlite3.SQLITE_FULL, sqlite3.SQLITE_BUSY, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN
"""Errors after which the file is as it was before."""


class CacheStore:
    """What one part of the program kept. Nothing of what is put is kept before `save`; without a file nothing is ever."""

    def __init__(self, file: Path, part: str, version: str, connection: sqlite3.Connection | None = None) -> None:
        self._file, self._part, self._version, self._connection = file, part, version, connection
        self.damaged = False
        """Whether the file is to be thrown away."""
        self.root = self._root()
        """What was saved last of the same version, by this program and on this machine; None if there is nothing."""
        if self.root is None:
            self.clear()

    @classmethod
    def none(cls) -> "CacheStore":
        """A store that keeps nothing."""
        return cls(Path(), "", "")

    def get(self, digest_: str) -> bytes | None:
        """A value by its digest; None if it is not there or has been damaged."""
        for (found,) in self._run("SELECT data FROM value WHERE part = ? AND digest = ?", self._part, digest_):
            if isinstance(found, bytes) and digest(found) == digest_:
                return found
            self.damaged = True
        return None

    def put(self, value: bytes) -> str:
        """Add a value; returns its digest."""
        found = digest(value)
        self._run("INSERT OR REPLACE INTO value VALUES (?, ?, ?)", self._part, found, value)
        return found

    def clear(self) -> None:
        """Drop all values, also those that were put."""
        self._run("DELETE FROM value WHERE part = ?", self._part)

    def save(self, root: bytes, dropped: Iterable[str] = ()) -> None:
        """Keep the root and all values but those dropped, by their digests: all of it, or nothing of it. Once, at the end."""
        for each in dropped:
            self._run("DELETE FROM value WHERE part = ? AND digest = ?", self._part, each)
        self._run("INSERT OR REPLACE INTO root VALUES (?, ?, ?)", self._part, self._seal(root), root)
        self._run("COMMIT")

    def _root(self) -> bytes | None:
        for seal, found in self._run("SELECT seal, data FROM root WHERE part = ?", self._part):
            if isinstance(found, bytes) and compare_digest(str(seal).encode(), self._seal(found).encode()):
                return found
        return None

    def _seal(self, root: bytes) -> str:
        seal = new_seal(self._file, f"{program()} {self._part} {self._version}")
        seal.update(root)
        return seal.hexdigest()

    def _run(self, command: str, *values: str | bytes) -> list[tuple[object, ...]]:
        """The rows that a command gives. After an error the store does nothing any more, and what was put is not kept."""
        if self._connection is None:
            return []
        try:
            return self._connection.execute(command, values).fetchall()
        except sqlite3.Error as error:
            self.damaged = self.damaged or not _is_harmless(error)
            self._connection = None  # whoever opened it closes it, and what was not saved is undone
            return []


@contextmanager
def opened(file: Path, part: str, version: str = "") -> Iterator[CacheStore]:
    """The store of a part at `file`, which no other process opens meanwhile; an empty one, which keeps nothing, if there can be none."""
    with ExitStack() as stack:
        try:
            stack.enter_context(_locked(file.with_name(f"{file.name}.lock")))
            connection = stack.enter_context(closing(_connection(file)))
        except (OSError, sqlite3.Error, Locked):
            connection = None
        store = CacheStore(file, part, version, connection)
        yield store
    if store.damaged:
        with suppress(OSError):
            _throw_away(file)


@contextmanager
def _locked(file: Path) -> Iterator[None]:
    """Raises OSError for a file that is not ours to open, and Locked."""
    if not _is_ours(file):
        file.unlink(missing_ok=True)
    with exclusive_lock(file):
        yield


def _connection(file: Path) -> sqlite3.Connection:
    """The file, opened, and made anew if it is not one of ours or is damaged. Raises OSError and sqlite3.Error."""
    if not _is_ours(file) or any(_is_there(each) for each in _beside(file)):
        _throw_away(file)
    try:
        return _connected(file)
    except sqlite3.DatabaseError as error:
        if _is_harmless(error):
            raise
    _throw_away(file)
    return _connected(file)


def _connected(file: Path) -> sqlite3.Connection:
    """Raises sqlite3.Error, DatabaseError for a file that is none of ours."""
    connection = sqlite3.connect(file, timeout=0, isolation_level=None)
    try:
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA synchronous = OFF")  # what a power cut damages is not believed
        connection.execute("BEGIN IMMEDIATE")
        found = [sql for (sql,) in connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")]
        for each in () if found else _SCHEMA:
            connection.execute(each)
        if found not in ([], _SCHEMA):
            raise sqlite3.DatabaseError("not our tables")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _is_harmless(error: sqlite3.Error) -> bool:
    """Whether the file is as it was before the error."""
    return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF in _HARMLESS


def _is_ours(file: Path) -> bool:
    """Whether there is no such file yet, or one of this user and no link, pipe or device."""
    return not _is_there(file) or (file.is_file() and not file.is_symlink() and owned_by_user(file))


def _is_there(file: Path) -> bool:
    return file.exists() or file.is_symlink()


def _beside(file: Path) -> Iterator[Path]:
    return (file.with_name(f"{file.name}{end}") for end in _BESIDE)


def _throw_away(file: Path) -> None:
    """Remove the file and what lies beside it, and nothing that a link leads to. Raises OSError."""
    for each in (file, *_beside(file)):
        each.unlink(missing_ok=True)
