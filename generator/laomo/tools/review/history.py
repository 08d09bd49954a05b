"""Personal numbers in the history of a change: what was committed once stays in git, whatever the last commit shows.

Searched are the message, the names and the addresses of each commit, the name of each file, and each version of each file: as text in
any usual encoding whatever its name, PDF, Word and Excel files as attachments are read, pictures by their notes. A version too large to
be searched is a problem by itself.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from laomo.assets.attachments import sandbox
from laomo.assets.pictures import image
from laomo.problems.problem import Finding, Problem
from laomo.system import git
from laomo.system.git import Repository, TreeEntry
from laomo.text import personal_data
from laomo.text.encoding import is_text_at, possible_texts
from laomo.tools.review import file_rules, waivers

_AT_A_TIME = 50_000_000
"""Bytes of files that are in memory together."""
_WITH_MAIL = (".yml", ".yaml", ".md", ".txt", ".csv", ".html")
"""Files in which a mail address is a person's; programs and pictures name their makers."""
_SHORT = frozenset({"personal-chat", "personal-plate"})
"""What so few characters make that a large picture or packed file holds them by chance."""
_UNREAD = frozenset(
    {
        "attachment-unreadable",
        "attachment-too-hard",
        "pdf-locked",
        "pdf-too-long",
        "pdf-damaged",
        "office-too-large",
        "office-locked",
    }
)
"""Nobody knows what such a file says."""
_ACCOUNT_NUMBER = re.compile(r"<\d+[+-](?=[^<>\s@]+@(?:[a-z0-9-]+\.)*noreply\.)", re.IGNORECASE)
"""What GitHub and GitLab put before an account's name in the address that they give it in place of its own."""


def private(repository: Repository, commits: Iterable[str], accepted: frozenset[str] | None) -> Iterator[Problem]:
    """Every personal number of these commits. `accepted` says what the waivers that count are about; None if all count."""
    commits = list(commits)
    for commit, data in repository.read(commits).items():
        yield from _of_commit(commit, data)
    entries = {(entry.blob, entry.path): entry for commit in commits for entry in repository.steps(commit)}
    yield from _of_names({path for _, path in entries})
    blobs = {
        (entry.blob, Path(entry.path).suffix.lower()): entry for entry in entries.values() if entry.mode != git.MODULE
    }
    sizes = repository.sizes(blob for blob, _ in blobs)
    for some in _batches(blobs.values(), sizes):
        read = repository.read(entry.blob for entry in some)
        for entry in some:
            yield from _of_file(entry.path, read[entry.blob], accepted)
    for entry in blobs.values():
        yield from file_rules.too_large(entry.path, sizes[entry.blob])


def _of_commit(commit: str, data: bytes) -> Iterator[Problem]:
    """Numbers in a commit's message, in its author's and its committer's names and addresses.

    A mail address by itself is none: the platform shows an author's address to everybody, and it is the author's own.
    """
    lines = data.split(b"\n")
    own = b"\n".join(line for line in lines if not line.startswith((b"tree ", b"parent ")))
    found = {
        (finding.code, finding.facts["masked"]): finding
        for text in possible_texts(own)
        for finding in personal_data.find_all(_without_mail(_ACCOUNT_NUMBER.sub("<", text)))
    }
    yield from (Problem(commit[:8], finding.code, facts=finding.facts) for finding in found.values())


def _without_mail(text: str) -> str:
    """The text without the mark of a mail address: a mobile number before the mark stays one. Lines and columns stay as they are."""
    return text.replace("@", "；").replace("＠", "；")


def _of_names(paths: Iterable[str]) -> Iterator[Problem]:
    for path in sorted(paths):
        for code, masked in personal_data.numbers(path):
            yield Problem(file_rules.shown(path), code, facts={"masked": masked})


def _batches(entries: Iterable[TreeEntry], sizes: dict[str, int]) -> Iterator[list[TreeEntry]]:
    """The files that are not too large, as many at a time as memory holds."""
    some: list[TreeEntry] = []
    total = 0
    for entry in entries:
        if any(file_rules.too_large(entry.path, sizes[entry.blob])):
            continue
        if some and total + sizes[entry.blob] > _AT_A_TIME:
            yield some
            some, total = [], 0
        some.append(entry)
        total += sizes[entry.blob]
    if some:
        yield some


def _of_file(path: str, data: bytes, accepted: frozenset[str] | None) -> Iterator[Problem]:
    """The numbers in one version of a file, each once."""
    shown, suffix = file_rules.shown(path), Path(path).suffix.lower()
    if kind := _attachment(data):
        (reading,) = sandbox.read([(kind, data)])
        found = [each for each in reading.findings if each.code in _UNREAD or each.code.startswith("personal-")]
        yield from (finding.at(shown) for finding in found)
        return
    if notes := _picture_notes(data):
        yield from (
            Problem(shown, f"{code}-in-picture", facts={"masked": said}) for code, said in personal_data.numbers(notes)
        )
    findings: dict[tuple[object, ...], Finding] = {}
    for text in possible_texts(data) if suffix in _WITH_MAIL else map(_without_mail, possible_texts(data)):
        own = [each for each in waivers.find(text, shown) if accepted is not None and each.about not in accepted]
        counted = list(_not_by_chance(waivers.without(text, own)))
        if own and len(counted) > len(list(_not_by_chance(text))):
            yield from (
                Problem(shown, "own-waiver", facts={"reason": each.reason}, line=each.line, column=1) for each in own
            )
        findings |= {(each.code, each.facts["masked"], each.line): each for each in counted}
    yield from (each.at(shown) for each in findings.values())


def _not_by_chance(text: str) -> Iterator[Finding]:
    lines: list[str] = []
    for finding in personal_data.find(text):
        if finding.code in _SHORT and finding.line and finding.column:
            lines = lines or text.split("\n")
            if not is_text_at(lines[finding.line - 1], finding.column):
                continue
        yield finding


def _attachment(data: bytes) -> str | None:
    """pdf, docx or xlsx, as the file itself says whatever its name; None for any other."""
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if not data.startswith(b"PK\3\4"):
        return None
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            folders = {name.partition("/")[0] for name in packed.namelist()}
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return None
    return next((kind for folder, kind in (("word", "docx"), ("xl", "xlsx")) if folder in folders), None)


def _picture_notes(data: bytes) -> str:
    """What a picture says beside its pixels; nothing for what is no picture."""
    with TemporaryDirectory() as folder:
        file = Path(folder, "picture")
        file.write_bytes(data)
        try:
            image.size(file)
            return image.notes(file)
        except (image.PictureRejected, OSError, SyntaxError, ValueError):
            return ""
