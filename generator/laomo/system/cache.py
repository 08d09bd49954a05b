"""What is remembered from run to run, to save time only: facts by name, as JSON, which cannot do anything but say something.

Every cache carries a seal made with a key of this machine, which lies outside of any checkout. A cache that is damaged, of another
version, or that came with a contribution is none.
"""

import hmac
import json
import os
import secrets
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Any

from laomo.system.files import open_no_follow, owned_by_user, write_atomic

_KEY_BYTES = 32
_SEAL = 64
"""Bytes of a seal, which is SHA-256 in hexadecimal digits."""


def load(file: Path, version: str) -> dict[str, Any]:
    """What was saved of the same version."""
    payload = read_sealed(file, version)
    return dict(json.loads(payload)) if payload else {}


def save(file: Path, version: str, facts: dict[str, Any], before: dict[str, Any]) -> None:
    """Save the facts, unless they are those from before. Where nothing can be written, the next run takes its time."""
    payload = _as_json(facts)
    if facts and payload != _as_json(before):
        with suppress(OSError):
            write_sealed(file, payload, version)


def _as_json(facts: dict[str, Any]) -> bytes:
    """File names that are no UTF-8 keep their bytes as lone surrogates, as `json.loads` expects them."""
    return json.dumps(facts, ensure_ascii=False, sort_keys=True).encode("utf-8", "surrogatepass")


def read_sealed(file: Path, version: str = "") -> bytes | None:
    """What this machine wrote to a file for the same version; None if there is no such file, or if it cannot be relied on."""
    try:
        if not owned_by_user(file):
            return None
        with open_no_follow(file) as opened:
            data = opened.read()
    except OSError:
        return None
    found, payload = data[:_SEAL], data[_SEAL + 1 :]
    seal = new_seal(file, version)
    seal.update(payload)
    return payload if hmac.compare_digest(found, seal.hexdigest().encode()) else None


def write_sealed(file: Path, payload: bytes, version: str = "") -> None:
    """Put bytes at `file` for a later run on this machine, behind a line that seals them. Raises OSError."""
    seal = new_seal(file, version)
    seal.update(payload)
    write_atomic(file, (seal.hexdigest().encode(), b"\n", payload))


def new_seal(file: Path, version: str) -> hmac.HMAC:
    """The beginning of a seal of what is written to `file`, which holds for its name."""
    return hmac.new(_key(_checkout(file.parent)), f"{file.name}\n{version}\n".encode(), "sha256")


@lru_cache(64)
def _checkout(folder: Path) -> Path | None:
    """What came from elsewhere together with a folder of caches: all in it may be a contribution."""
    whole = folder.resolve()
    above = (whole, *whole.parents)
    of_git = next((each for each in above if (each / ".git").exists()), None)
    of_site = next((each.parent for each in above if each.name == ".build"), None)
    return of_git or of_site


@lru_cache(16)
def _key(checkout: Path | None) -> bytes:
    """The machine's key, made when it is first wanted. Without a place outside of the checkout where it can be kept, one of this run:
    then no cache is trusted by the next.
    """
    with suppress(OSError, RuntimeError):
        place = (_user_folder() / "key").resolve()
        if checkout is None or not place.is_relative_to(checkout):
            return _kept_key(place)
    return secrets.token_bytes(_KEY_BYTES)


def private_folder(name: str) -> Path | None:
    """A folder of that name beside the machine's key, for what no contribution may bring along; None where that is in a checkout."""
    with suppress(OSError, RuntimeError):
        folder = _user_folder() / name
        return folder if _checkout(folder) is None else None
    return None


def _user_folder() -> Path:
    """Our folder among the user's caches (XDG Base Directory Specification: a relative path is ignored). Raises RuntimeError without a home."""
    named = Path(os.environ.get("XDG_CACHE_HOME", ""))
    return (named if named.is_absolute() else Path.home() / ".cache") / "laomo"


def _kept_key(place: Path) -> bytes:
    """Raises OSError for a key that cannot be made, or that others can read or have written."""
    if not place.exists():
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        beside = place.with_name(f".key.{secrets.token_hex(8)}")
        beside.touch(mode=0o600)
        beside.write_bytes(secrets.token_bytes(_KEY_BYTES))
        beside.rename(place)  # of two processes that make one at a time, one goes without its caches
    with open_no_follow(place) as opened:
        found = os.fstat(opened.fileno())
        key = opened.read(_KEY_BYTES)
    private = not hasattr(os, "geteuid") or (found.st_uid == os.geteuid() and not found.st_mode & 0o077)
    if not private or len(key) != _KEY_BYTES:
        raise PermissionError(place)
    return key
