"""Attachments read in processes of their own, with a limit of time and memory: a file that was made to be unreadable costs a
minute at most, and nothing of the build.

As a program, which gets its limits as arguments, it reads files from its standard input and writes the reading of each to its
standard output. If a file ends it, the readings written before stand, that file is refused, and another process goes on with
the rest.
"""

import importlib
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from importlib import resources
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from laomo.assets.attachments.reading import AttachmentReading, AttachmentRefused

SECONDS = 60
"""For one file."""
MEMORY = 2_000_000_000
"""Bytes of address space. Measured: an Excel list of 41 MB unfolded, near the most that is taken, wants 1.1 GB."""
_READERS = {"pdf": "pdf", "docx": "docx", "xlsx": "xlsx", "csv": "plain_text", "txt": "plain_text"}
"""Kind of file → the module that reads it: each is imported only where there is such a file."""
KINDS = frozenset(_READERS)
_PACKAGES = Path(str(resources.files("laomo"))).parent
_LENGTH = 8
"""Bytes that say how long what follows is."""


def read(files: Sequence[tuple[str, bytes]]) -> list[AttachmentReading]:
    """What is found in files, each of a kind, in order."""
    readings: list[AttachmentReading] = []
    while len(readings) < len(files):
        rest = files[len(readings) :]
        done = list(_readings(_run(rest)))[: len(rest)]
        readings += done if len(done) == len(rest) else [*done, AttachmentReading.refused("attachment-too-hard")]
    return readings


def _run(files: Sequence[tuple[str, bytes]]) -> bytes:
    """All that a process says of the files before it ends, or is ended."""
    path = os.pathsep.join(filter(None, (str(_PACKAGES), os.environ.get("PYTHONPATH"))))
    packed = b"".join(_packed(part) for kind, data in files for part in (kind.encode(), data))
    run = subprocess.Popen(  # noqa: S603 (ourselves)
        [sys.executable, "-W", "ignore", "-m", __name__, str(SECONDS), str(MEMORY)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,  # libraries quote there what they cannot read
        env={**os.environ, "PYTHONPATH": path},
    )
    with run:
        try:
            return run.communicate(packed, timeout=(SECONDS + 5) * len(files))[0]
        except subprocess.TimeoutExpired as late:
            run.kill()
            return late.stdout or b""


def _readings(stream: bytes) -> Iterator[AttachmentReading]:
    for part in _parts(BytesIO(stream)):
        try:
            yield AttachmentReading.from_bytes(part)
        except (ValueError, TypeError):
            return


def _packed(part: bytes) -> bytes:
    return len(part).to_bytes(_LENGTH, "big") + part


def _parts(stream: BinaryIO) -> Iterator[bytes]:
    """Whole parts, one after the other."""
    while len(head := stream.read(_LENGTH)) == _LENGTH:
        part = stream.read(length := int.from_bytes(head, "big"))
        if len(part) < length:
            return
        yield part


def _read(data: bytes, kind: str) -> AttachmentReading:
    reader = importlib.import_module(f"{__package__}.readers.{_READERS[kind]}")
    try:
        reading: AttachmentReading = reader.read(data, kind)
    except AttachmentRefused as refused:
        return AttachmentReading((refused.finding,))
    return reading


def _limit_memory(most: int) -> None:
    """Of this process, where the system knows such limits."""
    with suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 (not on Windows)

        resource.setrlimit(resource.RLIMIT_AS, (most, most))


def main(seconds: int, memory: int) -> None:
    """The program."""
    _limit_memory(memory)
    parts = _parts(sys.stdin.buffer)
    for kind, data in zip(parts, parts, strict=True):
        if hasattr(signal, "alarm"):
            signal.alarm(seconds)  # nobody hears it: it ends the process
        sys.stdout.buffer.write(_packed(_read(data, kind.decode()).to_bytes()))
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
