"""What lies beside hand-written pages and goes out with them: a notice's annex, a list, a picture.

    file → kind → reading (faults, cleaned bytes) → what is published

Nothing goes out as it came: a file is read once, in a process of its own (`readers.apart`), and the site gets its cleaned copy. Of a kind
that is not named here nothing goes out at all, nor does a file that no page leads to. Readings are remembered by the digest of
the file and of the code that read it.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache, partial
from hashlib import sha256
from importlib.metadata import version
from itertools import chain
from pathlib import Path, PurePosixPath
from urllib.parse import quote

from laomo import heic, media, package, personal, plainfile, workers, yamlhints
from laomo.diagnostics import Problem
from laomo.readers import apart, pictures
from laomo.readers.findings import Finding, Reading
from laomo.write import Output, mine, replace, stamp

LIMITS = {"pdf": 20_000_000, "docx": 20_000_000, "xlsx": 20_000_000, "csv": 5_000_000, "txt": 5_000_000}
"""Bytes: what a phone in the street fetches within a minute, and what can be read within one."""
_INSTEAD = {
    "doc": "word",
    "wps": "word",
    "rtf": "word",
    "odt": "word",
    "docm": "word",
    "dotx": "word",
    "xls": "excel",
    "et": "excel",
    "ods": "excel",
    "xlsm": "excel",
    "xlsb": "excel",
    "zip": "packed",
    "rar": "packed",
    "7z": "packed",
    "gz": "packed",
    "tar": "packed",
    "gif": "drawing",
    "bmp": "drawing",
    "tif": "drawing",
    "tiff": "drawing",
    "svg": "drawing",
    "ppt": "paper",
    "pptx": "paper",
    "dps": "paper",
    "ofd": "paper",
    "html": "program",
    "htm": "program",
    "js": "program",
    "exe": "program",
    "bat": "program",
    "mp4": "film",
    "mov": "film",
    "avi": "film",
    "mp3": "film",
}
"""What unions have at hand → what to do about it."""
_OF_SERVERS = frozenset({"robots.txt"})
"""Asked for by name, though no page leads there."""
_AT_A_TIME = 8
"""Files for one process: at most these are in memory at once."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file beside the pages, by its path below `content/`, with what was found in it."""

    path: PurePosixPath
    found: "_Found"
    named: bool
    """Whether a page leads to it."""
    waived: bool
    """Whether a page says that its numbers are none, with day and reason."""

    @property
    def published(self) -> bool:
        return self.named and not any(problem.severity == "error" for problem in self.problems)

    @property
    def problems(self) -> list[Problem]:
        """What stands against it, and what somebody should look at."""
        shown = f"content/{self.path}"
        found = [
            Problem(shown, each.code, (), each.facts, each.severity, each.line, each.column)
            for each in self.found.findings
            if not (self.waived and _may_be_waived(each.code))
        ]
        return found if self.named else [*found, Problem(shown, "attachment-unlinked", severity="warning")]

    @property
    def output(self) -> Output:
        """The cleaned file."""
        return Output(self.path, self.found.make, recipe=partial(str, self.found.recipe))


@dataclass(frozen=True, slots=True)
class _Found:
    """What was found in a file, and how its cleaned bytes are had."""

    findings: tuple[Finding, ...]
    make: Callable[[], bytes] = bytes
    recipe: str = ""


def _may_be_waived(code: str) -> bool:
    return code == "pdf-unread" or (code.startswith("personal-") and not code.startswith("personal-identity"))


@dataclass(frozen=True)
class _Pages:
    """What the hand-written pages say, and mkdocs.yml."""

    content: Path

    @cached_property
    def _texts(self) -> list[str]:
        files = (file for file in sorted(self.content.rglob("*.md")) if file.is_file() and not file.is_symlink())
        return [file.read_text(encoding="utf-8", errors="replace") for file in files]

    @cached_property
    def _settings(self) -> str:
        file = self.content.parent / "mkdocs.yml"
        return file.read_text(encoding="utf-8", errors="replace") if file.is_file() else ""

    @cached_property
    def _waivers(self) -> list[str]:
        heads = (text.partition("\n---")[0] for text in self._texts if text.startswith("---"))
        return [reason for head in heads for reason in map(personal.waiver, head.splitlines()) if reason]

    def name(self, path: PurePosixPath) -> bool:
        """Whether a page, or the navigation, names a file."""
        names = {path.name, quote(path.name)}
        return str(path) in _OF_SERVERS or any(
            name in text for text in (*self._texts, self._settings) for name in names
        )

    def configure(self, path: PurePosixPath) -> bool:
        """Whether it is a part of the site itself, such as a stylesheet, which mkdocs.yml names by its path."""
        own = re.search(rf"(?<![\w./-]){re.escape(str(path))}(?![\w./-])", self._settings)
        return str(path) in _OF_SERVERS or bool(own)

    def waive(self, path: PurePosixPath) -> bool:
        return any(path.name in reason for reason in self._waivers)


def problems(content: Path, memory: Path) -> Iterator[Problem]:
    """What stands against publishing the files beside the pages of `content`."""
    return chain.from_iterable(each.problems for each in _attachments(content, memory))


def publish(content: Path, memory: Path) -> list[Output]:
    """The files that are published, cleaned."""
    return [each.output for each in _attachments(content, memory) if each.published]


def _attachments(content: Path, memory: Path) -> list[Attachment]:
    """Every file beside the pages, in order. Links were told of elsewhere, and hidden files are nobody's."""
    pages, paths = _Pages(content), _files(content)
    _read_ahead(_File.of(content / path, memory) for path in paths if _kind(path) in apart.KINDS)
    return [
        Attachment(path, _found(content, memory, pages, path), pages.name(path), pages.waive(path)) for path in paths
    ]


def _files(content: Path) -> list[PurePosixPath]:
    found = (PurePosixPath(file.relative_to(content).as_posix()) for file in content.rglob("*"))
    plain = (path for path in found if path.suffix != ".md" and not any(part.startswith(".") for part in path.parts))
    return sorted(path for path in plain if (content / path).is_file() and not (content / path).is_symlink())


def _kind(path: PurePosixPath) -> str:
    return path.suffix.lower().removeprefix(".")


def _found(content: Path, memory: Path, pages: _Pages, path: PurePosixPath) -> _Found:
    file, kind = content / path, _kind(path)
    if pages.configure(path) and kind not in pictures.FORMATS:
        return _Found((), partial(_bytes, file))
    if kind in pictures.FORMATS or kind in apart.KINDS:
        return _read(_File.of(file, memory))
    code = "heic" if path.suffix.lower() in heic.SUFFIXES else f"attachment-{_INSTEAD.get(kind, 'kind')}"
    return _Found((Finding(code, {"kind": kind or path.name}),))


@dataclass(frozen=True, slots=True)
class _File:
    """A file as it is now: nobody has touched it as long as its stamp is the same."""

    path: Path
    memory: Path
    stamp: str

    @classmethod
    def of(cls, path: Path, memory: Path) -> "_File":
        return cls(path, memory, stamp(path))

    @property
    def kind(self) -> str:
        return self.path.suffix.lower().removeprefix(".")

    @property
    def limit(self) -> int:
        """Bytes."""
        return LIMITS.get(self.kind, media.MAX_BYTES)

    @property
    def size(self) -> int:
        return self.path.stat().st_size

    @property
    def data(self) -> bytes:
        return _bytes(self.path)

    @property
    def kept(self) -> Path:
        """Where its reading is remembered."""
        return self.memory / _key(self)


@lru_cache(1 << 12)
def _key(file: _File) -> str:
    return sha256(f"{_version()} {file.path} ".encode() + file.data).hexdigest()


def _read_ahead(files: Iterable[_File]) -> None:
    """Have those that nobody has read before read by a process on each core."""
    unread = [file for file in files if file.size <= file.limit and not file.kept.is_file()]
    jobs = workers.cores()
    with ThreadPoolExecutor(jobs) as pool:  # each waits for a process
        list(pool.map(_read_some, filter(None, (unread[first::jobs] for first in range(jobs)))))


def _read_some(files: Sequence[_File]) -> None:
    for start in range(0, len(files), _AT_A_TIME):
        some = files[start : start + _AT_A_TIME]
        for file, reading in zip(some, apart.read([(file.kind, file.data) for file in some]), strict=True):
            _keep(file, reading)


@lru_cache(1 << 12)
def _read(file: _File) -> _Found:
    if file.size > file.limit:
        size = {"size": f"{file.size / 1e6:.1f} MB", "limit": f"{file.limit // 1_000_000} MB"}
        return _Found((Finding("attachment-too-large", size),))
    return _Found(_reading(file).findings, partial(_cleaned, file), file.kept.name)


def _cleaned(file: _File) -> bytes:
    """What was kept; made once more if somebody has thrown it away."""
    return _reading(file).cleaned


def _reading(file: _File) -> Reading:
    if known := _remembered(file.kept):
        return known
    if file.kind in pictures.FORMATS:
        reading = pictures.read(file.path, file.data, file.kind)
    else:
        (reading,) = apart.read([(file.kind, file.data)])
    _keep(file, reading)
    return reading


def _keep(file: _File, reading: Reading) -> None:
    told = reading.told()
    replace(file.kept, sha256(told).hexdigest().encode() + b"\n" + told)


def _bytes(file: Path) -> bytes:
    with plainfile.opened(file) as opened:
        return opened.read()


def _remembered(file: Path) -> Reading | None:
    """The reading of an earlier run; None if there is none, or if it cannot be relied on."""
    try:
        seen, _, told = file.read_bytes().partition(b"\n") if mine(file) else (b"", b"", b"")
        return Reading.of(told) if sha256(told).hexdigest().encode() == seen else None
    except (OSError, ValueError, TypeError):
        return None


@cache
def _version() -> str:
    """Of all that reads and cleans."""
    digest = sha256(" ".join(version(name) for name in ("pikepdf", "pypdf", "lxml", "pillow")).encode())
    modules = (personal, yamlhints, package, media)
    for file in (
        *sorted((Path(__file__).parent / "readers").glob("*.py")),
        *(Path(str(each.__file__)) for each in modules),
    ):
        digest.update(file.read_bytes())
    return digest.hexdigest()
