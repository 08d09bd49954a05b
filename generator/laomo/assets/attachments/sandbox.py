"""Reads attachments in separate processes with limits on time and memory: a malicious file costs at most a minute and
cannot break the build.

Run as a program, with the limits as arguments, this module reads files from standard input and writes one reading for each
to standard output. If a file kills the process, its earlier readings are kept, that file is refused, and another process
continues with the rest.
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
"""Time limit for one file."""
MEMORY = 2_000_000_000
"""Bytes of address space. Measured: an Excel file of 41 MB uncompressed, near the size limit, needs 1.1 GB."""
_READERS = {"pdf": "pdf", "docx": "docx", "xlsx": "xlsx", "csv": "plain_text", "txt": "plain_text"}
"""Kind of file → its reader module, which is imported only if such a file exists."""
KINDS = frozenset(_READERS)
_PACKAGES = Path(str(resources.files("laomo"))).parent
_LENGTH = 8
"""Bytes of the length before each part of a stream."""


def read(files: Sequence[tuple[str, bytes]]) -> list[AttachmentReading]:
    """One reading for each file, in order. A file is its kind (a key of `_READERS`) and its bytes."""
    readings: list[AttachmentReading] = []
    while len(readings) < len(files):
        rest = files[len(readings) :]
        done = list(_readings(_run(rest)))[: len(rest)]
        readings += done if len(done) == len(rest) else [*done, AttachmentReading.refused("attachment-too-hard")]
    return readings


def _run(files: Sequence[tuple[str, bytes]]) -> bytes:
    """The output of a process that reads the files, up to its end or its time limit."""
    path = os.pathsep.join(filter(None, (str(_PACKAGES), os.environ.get("PYTHONPATH"))))
    packed = b"".join(_packed(part) for kind, data in files for part in (kind.encode(), data))
    # -P: no module of the folder at hand, which may be a contributor's, is taken for one of Python's
    run = subprocess.Popen(  # noqa: S603 (our own program)
        [sys.executable, "-P", "-W", "ignore", "-m", __name__, str(SECONDS), str(MEMORY)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,  # libraries may print parts of unreadable files there
        env={**os.environ, "PYTHONPATH": path},
    )
    with run:
        try:
            return run.communicate(packed, timeout=(SECONDS + 5) * len(files))[0]
        except subprocess.TimeoutExpired as timeout:
            run.kill()
            return timeout.stdout or b""


def _readings(stream: bytes) -> Iterator[AttachmentReading]:
    for part in _parts(BytesIO(stream)):
        try:
            yield AttachmentReading.from_bytes(part)
        except (ValueError, TypeError):
            return


def _packed(part: bytes) -> bytes:
    return len(part).to_bytes(_LENGTH, "big") + part


def _parts(stream: BinaryIO) -> Iterator[bytes]:
    """The complete parts of a stream; a truncated last one is dropped."""
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
    """Limit the memory of this process, if the system supports it."""
    with suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 (not on Windows)

        resource.setrlimit(resource.RLIMIT_AS, (most, most))


def main(seconds: int, memory: int) -> None:
    """Read files from standard input and write their readings to standard output, with limits for each file."""
    _limit_memory(memory)
    parts = _parts(sys.stdin.buffer)
    for kind, data in zip(parts, parts, strict=True):
        if hasattr(signal, "alarm"):
            signal.alarm(seconds)  # there is no handler, so it ends the process
        sys.stdout.buffer.write(_packed(_read(data, kind.decode()).to_bytes()))
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
