"""The wheel of the running program, for a new site's `vendor/`: a union's CI and its second admin install from there.

A program that was installed from a wheel is packed again from its files, by the list that came with it (PEP 376, RECORD); in a
checkout, the build backend makes the wheel.
"""

import base64
import csv
import hashlib
import io
import subprocess
import sys
import tempfile
import zipfile
from dataclasses import dataclass
from functools import cache
from importlib import metadata
from pathlib import Path, PurePosixPath

from laomo.problems.errors import CodedError

_PACKAGE = Path(__file__).parents[2]
_CHECKOUT = _PACKAGE.parents[1]
"""The folder with pyproject.toml, if this is a checkout."""
_OF_THE_INSTALLER = {"INSTALLER", "REQUESTED", "RECORD", "direct_url.json"}
"""What an installer adds to a program's metadata (PEP 376, PEP 610)."""
_MADE_IN = (2020, 2, 2, 0, 0, 0)
"""Every file of an archive has this date: the same program is the same wheel."""
_MODE = 0o644 << 16


class NoWheel(CodedError):
    """The wheel cannot be made; `code` and `facts` say why."""


@dataclass(frozen=True, slots=True)
class Wheel:
    """A wheel: the name of its file (PEP 427) and its bytes."""

    name: str
    data: bytes

    @property
    def digest(self) -> str:
        """SHA-256 of the bytes, in hexadecimal digits."""
        return hashlib.sha256(self.data).hexdigest()


@cache
def running() -> Wheel:
    """The wheel of the program that runs. Raises NoWheel."""
    if (_CHECKOUT / "pyproject.toml").is_file():
        return _built(_CHECKOUT)
    return _packed(metadata.distribution("laomo"))


def _built(checkout: Path) -> Wheel:
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder]
        run = subprocess.run(command, cwd=checkout, capture_output=True, check=False)  # noqa: S603 (no shell, no option from outside)
        made = list(Path(folder).glob("*.whl"))
        if run.returncode or len(made) != 1:
            raise NoWheel("no-build-backend", folder=str(checkout))
        return Wheel(made[0].name, made[0].read_bytes())


def _packed(installed: metadata.Distribution) -> Wheel:
    """Raises NoWheel for a program whose files are not those that were installed: nobody else could tell what it is."""
    files: dict[str, bytes] = {}
    for path in installed.files or ():
        if path.parts[0] == ".." or path.suffix == ".pyc" or path.name in _OF_THE_INSTALLER:
            continue
        data = Path(str(path.locate())).read_bytes()
        if path.hash and _hash(data, path.hash.mode) != path.hash.value:
            raise NoWheel("program-changed", path=str(path))
        files[str(path)] = data
    about = next((PurePosixPath(path).parent for path in files if path.endswith(".dist-info/WHEEL")), None)
    if about is None:
        raise NoWheel("no-program-files")
    record = f"{about}/RECORD"
    files[record] = _record(files, record)
    tag = next(
        line.partition(": ")[2] for line in files[f"{about}/WHEEL"].decode().splitlines() if line.startswith("Tag: ")
    )
    return Wheel(f"{about.name.removesuffix('.dist-info')}-{tag}.whl", _zipped(files))


def _hash(data: bytes, mode: str) -> str:
    return base64.urlsafe_b64encode(hashlib.new(mode, data).digest()).rstrip(b"=").decode()


def _record(files: dict[str, bytes], itself: str) -> bytes:
    stream = io.StringIO(newline="")
    rows = [(path, f"sha256={_hash(data, 'sha256')}", str(len(data))) for path, data in sorted(files.items())]
    csv.writer(stream, lineterminator="\n").writerows([*rows, (itself, "", "")])
    return stream.getvalue().encode()


def _zipped(files: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, data in sorted(files.items(), key=lambda each: (".dist-info/" in each[0], each[0])):
            entry = zipfile.ZipInfo(path, _MADE_IN)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, _MODE
            archive.writestr(entry, data)
    return stream.getvalue()
