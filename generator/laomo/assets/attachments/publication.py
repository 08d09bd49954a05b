"""Publishes the files beside hand-written pages: attachments of notices, lists, pictures.

    file → kind → reading (findings, cleaned bytes) → published copy

No file is published as it is: each is read once, in a separate process (`sandbox`), and the site gets a cleaned copy. Files
of unknown kinds and files that no page links to are not published. Readings are cached by the digest of the file and of
the code that read it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import chain, product
from pathlib import Path, PurePosixPath
from urllib.parse import quote

from laomo.assets.attachments import cache, sandbox
from laomo.assets.attachments.cache import File
from laomo.assets.attachments.readers import image
from laomo.problems.problem import Finding, Problem
from laomo.project import Project
from laomo.system import heic
from laomo.system.output import Output
from laomo.text import personal_data

_READ = sandbox.KINDS | frozenset(image.FORMATS)
"""Kinds of files that are published."""

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
"""Suffix of a kind that is not published → end of the message code that says what to do instead."""
_FETCHED_BY_NAME = frozenset({"robots.txt"})
"""Files that programs request by name, although no page links to them."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file beside the pages, with its path relative to `content/` and the findings about it."""

    path: PurePosixPath
    file: File
    findings: tuple[Finding, ...]
    named: bool
    """Whether a page links to it."""
    waived: bool
    """Whether a page states, with date and reason, that the numbers in it are not personal."""
    as_it_is: bool
    """Whether it is published unchanged, as a part of the site itself (contributors may not change mkdocs.yml) or robots.txt."""

    @property
    def published(self) -> bool:
        return self.named and not any(problem.severity == "error" for problem in self.problems)

    @property
    def problems(self) -> list[Problem]:
        """The errors that prevent publication, and warnings."""
        shown = f"content/{self.path}"
        found = [
            Problem(shown, each.code, (), each.facts, each.severity, each.line, each.column)
            for each in self.findings
            if not (self.waived and _may_be_waived(each.code))
        ]
        return found if self.named else [*found, Problem(shown, "attachment-unlinked", severity="warning")]

    def names(self, person: str) -> bool:
        """Whether the file's name or text contains the person's name."""
        name = "".join(person.split())
        return name in self.path.name or (self.file.kind in _READ and cache.says(self.file, name))

    @property
    def output(self) -> Output:
        """The file as published: unchanged if `as_it_is`, else cleaned."""
        if self.as_it_is:
            return Output(self.path, lambda: self.file.data)
        return Output(self.path, partial(cache.cleaned, self.file), fingerprint=partial(str, self.file.kept.name))


def _may_be_waived(code: str) -> bool:
    return code == "pdf-unread" or (code.startswith("personal-") and not code.startswith(personal_data.NEVER_WAIVED))


@dataclass(frozen=True)
class _Pages:
    """The texts of the published hand-written pages and of mkdocs.yml."""

    content: Path

    @cached_property
    def _texts(self) -> list[str]:
        files = Project(self.content.parent).published_pages()
        return [file.read_text(encoding="utf-8", errors="replace") for file in files]

    @cached_property
    def _settings(self) -> str:
        file = self.content.parent / "mkdocs.yml"
        return file.read_text(encoding="utf-8", errors="replace") if file.is_file() else ""

    @cached_property
    def _waivers(self) -> list[str]:
        heads = (text.partition("\n---")[0] for text in self._texts if text.startswith("---"))
        return [reason for head in heads for reason in map(personal_data.waiver, head.splitlines()) if reason]

    def name(self, path: PurePosixPath) -> bool:
        """Whether a page or mkdocs.yml contains the file's name, or programs fetch it by name."""
        names = {path.name, quote(path.name)}
        return str(path) in _FETCHED_BY_NAME or any(
            name in text for text in (*self._texts, self._settings) for name in names
        )

    def configure(self, path: PurePosixPath) -> bool:
        """Whether it is a part of the site itself, such as a stylesheet, which mkdocs.yml names by its path.

        False for every kind that has a reader, so that such files are always read and cleaned.
        """
        if str(path) in _FETCHED_BY_NAME:
            return True
        own = re.search(rf"(?<![\w./-]){re.escape(str(path))}(?![\w./-])", self._settings)
        return bool(own) and path.suffix.lower().removeprefix(".") not in _READ

    def waive(self, path: PurePosixPath) -> bool:
        return any(path.name in reason for reason in self._waivers)


def problems(content: Path, cache_folder: Path, withdrawn: Iterable[str] = ()) -> Iterator[Problem]:
    """Problems of the files beside the pages of `content`, and warnings for each name of `withdrawn` that they still contain."""
    attachments, names = _attachments(content, cache_folder), sorted(withdrawn)
    yield from chain.from_iterable(each.problems for each in attachments)
    for each, name in product(attachments, names):
        if each.published and each.names(name):
            yield Problem(f"content/{each.path}", "withdrawn-in-attachment", (), {"name": name}, "warning")


def publish(content: Path, cache_folder: Path) -> list[Output]:
    """The files to publish, cleaned."""
    return [each.output for each in _attachments(content, cache_folder) if each.published]


def _attachments(content: Path, cache_folder: Path) -> list[Attachment]:
    """Every file beside the pages, sorted by path. Symbolic links are reported elsewhere; hidden files are left out."""
    pages, paths = _Pages(content), _files(content)
    files = [File.of(content / path, cache_folder) for path in paths]
    own = [pages.configure(path) for path in paths]
    cache.read_ahead(file for file, plain in zip(files, own, strict=True) if file.kind in sandbox.KINDS and not plain)
    return [
        Attachment(path, file, () if plain else _findings(file), pages.name(path), pages.waive(path), plain)
        for path, file, plain in zip(paths, files, own, strict=True)
    ]


def _files(content: Path) -> list[PurePosixPath]:
    found = (PurePosixPath(file.relative_to(content).as_posix()) for file in content.rglob("*"))
    plain = (path for path in found if path.suffix != ".md" and not any(part.startswith(".") for part in path.parts))
    return sorted(path for path in plain if (content / path).is_file() and not (content / path).is_symlink())


def _findings(file: File) -> tuple[Finding, ...]:
    if file.kind in _READ:
        return cache.findings(file)
    code = "heic" if file.path.suffix.lower() in heic.SUFFIXES else f"attachment-{_INSTEAD.get(file.kind, 'kind')}"
    return (Finding(code, {"kind": file.kind or file.path.name}),)
