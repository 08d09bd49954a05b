"""Files → records. Every file is read, whatever is wrong with another, and every problem is kept."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import TypeVar

from pydantic import ValidationError

from laomo.problems.problem import Loc, Problem
from laomo.records import layout, models, parse_cache, validation
from laomo.records.parse_cache import ParseCache
from laomo.records.yaml import reader
from laomo.system import files, heic, parallel
from laomo.system.files import digest, stamp
from laomo.text import personal_data

R = TypeVar("R", bound=models.Record)

_PARSED_AT_A_TIME = 256
"""Files for one process: fewer are read sooner than a process is begun."""
_ESCAPES = ("\\", "''")
"""Without them, the text of a file shows each of its values, but for white space."""

Records = Mapping[PurePosixPath, models.Record]
"""Records by their path below `studios/`, in the order of the paths."""


@dataclass(frozen=True, slots=True)
class LoadedFile:
    """What a record file was found to hold: its record unless it is faulty, the digest of its bytes, its problems."""

    stamp: str
    record: models.Record | None
    digest: str
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a folder of records holds: the good records, the picture files, and the problems of the rest."""

    records: Records
    pictures: frozenset[PurePosixPath]
    problems: tuple[Problem, ...]
    broken: frozenset[PurePosixPath]
    """Record files that are there but could not be read: what leads to them is no fault of its own."""
    digests: Mapping[PurePosixPath, str]
    """Of the bytes that each good record was made of, by path."""
    found: Mapping[PurePosixPath, LoadedFile]
    """What each file was found to hold, for the next time."""


def load(folder: Path, previous: Loaded | None = None, cache_file: Path | None = None) -> Loaded:
    """Read all records below `folder` (`studios/`). A faulty file keeps its record of `previous`, if there is one, and a file
    that nobody has touched since then is not read again.

    `cache_file` is a file that saves parsing what has not changed since the last run.
    """
    trees = ParseCache.read(cache_file) if cache_file else ParseCache()
    records: dict[PurePosixPath, models.Record] = {}
    digests: dict[PurePosixPath, str] = {}
    pictures: set[PurePosixPath] = set()
    problems: list[Problem] = []
    broken: set[PurePosixPath] = set()
    paths: list[PurePosixPath] = []
    everything = layout.files(folder)
    for path in everything:
        misplaced = list(_misplaced(path, everything))
        problems += misplaced
        if not misplaced and layout.PICTURE.fullmatch(str(path)):
            pictures.add(path)
        elif not misplaced:
            paths.append(path)
    found = _found(folder, paths, previous.found if previous else {}, trees)
    for path, each in found.items():
        problems += each.problems
        if each.record:
            records[path], digests[path] = each.record, each.digest
        elif previous and path in previous.records:
            records[path], digests[path] = previous.records[path], previous.digests[path]
        else:
            broken.add(path)
    if cache_file:
        trees.write(cache_file)
    problems += (
        Problem(layout.shown(path), "missing-file", facts={"name": path.name})
        for path in layout.NEEDED
        if not (folder / path).is_file()
    )
    return Loaded(records, frozenset(pictures), tuple(problems), frozenset(broken), digests, found)


def reread(folder: Path, previous: Loaded, saved: Collection[PurePosixPath]) -> Loaded | None:
    """The same with these files read again, whatever else may have changed. None unless each of them was a record before and is one
    still: then everything must be read.
    """
    there = [path for path in saved if (folder / path).is_file()]
    if any(path not in previous.found for path in there) or any(path in previous.found for path in {*saved} - {*there}):
        return None
    read = _found(folder, there, {}, ParseCache())
    names = {layout.shown(path) for path in there}
    others = (problem for problem in previous.problems if problem.path not in names)
    good = {path: each.record for path, each in read.items() if each.record}
    return replace(
        with_records(previous, good),
        problems=(*others, *chain.from_iterable(each.problems for each in read.values())),
        digests={**previous.digests, **{path: read[path].digest for path in good}},
        found={**previous.found, **read},
    )


def read_one(folder: Path, path: PurePosixPath, model: type[R]) -> R | None:
    """One record below `folder` (`studios/`); None if there is none that can be read."""
    record = _found(folder, [path], {}, ParseCache())[path].record
    return record if isinstance(record, model) else None


def faults_of(folder: Path, path: PurePosixPath) -> tuple[Problem, ...]:
    """What is wrong with one record below `folder`; nothing if there is no such file."""
    return tuple(_found(folder, [path], {}, ParseCache())[path].problems) if (folder / path).is_file() else ()


def _found(
    folder: Path, paths: Sequence[PurePosixPath], before: Mapping[PurePosixPath, LoadedFile], trees: ParseCache
) -> dict[PurePosixPath, LoadedFile]:
    """What each file holds, in order."""
    stamps = {path: stamp(folder / path) for path in paths}
    touched = [path for path in paths if path not in before or before[path].stamp != stamps[path]]
    parsing = parallel.parallel_map(_Reading(folder, frozenset(trees.known)), touched, at_a_time=_PARSED_AT_A_TIME)
    read = {path: _record(path, stamps[path], parsed, trees) for path, parsed in zip(touched, parsing, strict=True)}
    return {path: read.get(path) or before[path] for path in paths}


def with_records(loaded: Loaded, changed: Mapping[PurePosixPath, models.Record]) -> Loaded:
    """The same with other records, or with more of them, as if their files had been read: for checks before anything is written."""
    records = {**loaded.records, **changed}
    return replace(
        loaded, records={path: records[path] for path in sorted(records)}, broken=loaded.broken - changed.keys()
    )


def private(text: str, path: str) -> list[Problem]:
    """Personal numbers in the text of a file, comments included: git keeps those too."""
    return [finding.at(path) for finding in personal_data.find(text)]


def _personal(tree: reader.Tree, text: str, path: str) -> list[Problem]:
    """Personal numbers in a file, as its text shows them or as YAML reads it."""
    if not personal_data.may_hold(text) and not any(escape in text for escape in _ESCAPES):
        return []
    return [*private(text, path), *_hidden(tree, text, path)]


def _hidden(tree: reader.Tree, text: str, path: str) -> list[Problem]:
    """The same in values that the file's text does not show."""
    if not any(any(personal_data.hidden(value, text)) for value in set(_texts(tree))):
        return []  # nearly always, and without the place of every value
    return list(_hidden_at(tree, text, path))


def _texts(tree: reader.Tree) -> Iterator[str]:
    trees = [tree]
    while trees:
        top = trees.pop()
        if isinstance(top, str):
            yield top
        else:
            trees.extend(top.values() if isinstance(top, dict) else top)


def _hidden_at(tree: reader.Tree, text: str, path: str, loc: Loc = ()) -> Iterator[Problem]:
    if isinstance(tree, str):
        yield from (Problem(path, fault.code, loc, fault.facts) for fault in personal_data.hidden(tree, text))
        return
    for key, value in tree.items() if isinstance(tree, dict) else enumerate(tree):
        yield from _hidden_at(value, text, path, (*loc, key))


def _misplaced(path: PurePosixPath, everything: Mapping[PurePosixPath, str]) -> Iterator[Problem]:
    for code, masked in personal_data.numbers(str(path)):
        yield Problem(layout.shown(path), code, facts={"masked": masked})
    if code := everything[path]:
        yield Problem(layout.shown(path), code)
    elif path.suffix.lower() in heic.SUFFIXES and not heic.readable():
        yield Problem(layout.shown(path), "heic")
    elif not layout.belongs(path):
        yield Problem(layout.shown(path), "unexpected-file")
    elif path.name == "studio.yml":
        for name in path.parts[:2]:
            if not layout.is_id(name):
                yield Problem(layout.shown(path), "folder-name", facts={"name": name})
            elif layout.is_reserved(name):
                yield Problem(layout.shown(path), "reserved-name", facts={"name": name})
    elif (needed := layout.beside(path)) and needed not in everything:
        yield Problem(
            layout.shown(path), "studio-without-profile" if needed.name == "studio.yml" else "unexpected-file"
        )


@dataclass(frozen=True, slots=True)
class _Parsed:
    """What a file's text says, and what is wrong with it; neither if its bytes are known from an earlier run.

    Without a digest the file was not read at all. Of a faultless file there is a payload: it goes from process to process in half of the
    time, is kept as it is, and its record is made from it as fast.
    """

    digest: str
    tree: reader.Tree | None = None
    problems: tuple[Problem, ...] = ()
    payload: bytes | None = None


@dataclass(frozen=True, slots=True)
class _Reading:
    """Parses a file by its path below `folder`, unless its digest is known."""

    folder: Path
    known: frozenset[str]

    def __call__(self, path: PurePosixPath) -> _Parsed:
        try:
            with files.open_no_follow(self.folder / path) as opened:
                data = opened.read()
        except OSError as error:
            if files.is_link(error):  # since `_misplaced` looked
                return _Parsed("", None, (Problem(layout.shown(path), "symlink"),))
            return _Parsed(
                "",
                None,
                (Problem(layout.shown(path), "special-file" if files.is_special(error) else "unreadable-file"),),
            )
        seen = digest(data)
        if seen in self.known:
            return _Parsed(seen)
        tree, problems = reader.read(data, layout.shown(path))
        text = data.decode("utf-8", "replace")
        problems += _personal(tree, text, layout.shown(path))
        return _Parsed(seen, tree, tuple(problems)) if problems else _Parsed(seen, payload=parse_cache.payload_of(tree))


def _record(path: PurePosixPath, seen: str, parsed: _Parsed, trees: ParseCache) -> LoadedFile:
    model, tree, problems = layout.model_of(path), parsed.tree, parsed.problems
    if model is None:
        raise ValueError(path)  # misplaced files were sorted out before
    if parsed.payload is not None:
        trees.save(parsed.digest, parsed.payload)
    if tree is None:
        if payload := trees.payload(parsed.digest):
            with suppress(ValidationError):  # what is wrong is said below
                return LoadedFile(seen, model.model_validate_json(payload), parsed.digest, problems)
        tree = trees.tree(parsed.digest)
    if not parsed.digest or (not tree and problems):  # what else it lacks would only distract
        return LoadedFile(seen, None, parsed.digest, problems)
    try:
        record = model.model_validate(tree)
    except ValidationError as error:
        return LoadedFile(
            seen, None, parsed.digest, (*problems, *validation.problems(error, model, layout.shown(path)))
        )
    return LoadedFile(seen, None if problems else record, parsed.digest, problems)
