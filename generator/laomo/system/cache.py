"""What is remembered from run to run, to save time only: facts by name, as JSON, which cannot do anything but say something.

A cache that is damaged, of another version or another user's is none.
"""

import json
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

from laomo.system.files import owned_by_user, write_atomic


def load(file: Path, version: str) -> dict[str, Any]:
    """What was saved of the same version."""
    try:
        seal, _, payload = file.read_bytes().partition(b"\n") if owned_by_user(file) else (b"", b"", b"")
    except OSError:
        return {}
    return dict(json.loads(payload)) if payload and seal == _seal(version, payload) else {}


def save(file: Path, version: str, facts: dict[str, Any], before: dict[str, Any]) -> None:
    """Save the facts, unless they are those from before. Where nothing can be written, the next run takes its time."""
    payload = json.dumps(facts, ensure_ascii=False, sort_keys=True).encode()
    if facts and payload != json.dumps(before, ensure_ascii=False, sort_keys=True).encode():
        with suppress(OSError):
            write_atomic(file, _seal(version, payload) + b"\n" + payload)


def _seal(version: str, payload: bytes) -> bytes:
    return sha256(version.encode() + payload).hexdigest().encode()
