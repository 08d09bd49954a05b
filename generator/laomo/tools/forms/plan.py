"""What a form saved → the plan of what changes; nothing is written before all of it has been read.

zip → records and their files → merged with what is there → checks → plan → write
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from laomo.problems.bounded import bounded
from laomo.problems.problem import Facts, Loc, Problem
from laomo.records import layout
from laomo.records.loader import load, with_records
from laomo.records.yaml import editor, writer
from laomo.records.yaml.reader import Tree
from laomo.system import files
from laomo.text import personal_data
from laomo.text.encoding import forbidden_character
from laomo.tools.forms import archive, changes, ids, merging, photos
from laomo.tools.forms.contents import FormRecord, Item
from laomo.tools.forms.places import place
from laomo.tools.spreadsheets.plan import Change
from laomo.tools.spreadsheets.record_files import Archive
from laomo.tools.spreadsheets.would_be import as_records, checked


@dataclass(frozen=True, slots=True)
class FormPlan:
    """What an import would change, and the problems, each at its field. With an error nothing is written: a form is taken whole or not at all."""

    changes: tuple[Change, ...]
    pictures: tuple[tuple[PurePosixPath, bytes], ...]
    """Path below `studios/` → bytes."""
    problems: tuple[Problem, ...]

    @property
    def sound(self) -> bool:
        """Whether it may be written."""
        return all(each.severity != "error" for each in self.problems)

    def write(self, folder: Path) -> None:
        """Write the changed files into `folder`, the site's `studios/`: all of them, or none. Raises OSError."""
        written = {folder / path: data for path, data in self.pictures}
        files.write_all({**written, **{folder / change.path: change.data for change in self.changes}})


def plan(file: Path, known: Archive, union: str | None = None) -> FormPlan:
    """What importing a form's zip would change. `union` is that of a new studio whose form names none. Raises FormRefused, and OSError."""
    form = archive.read(file)
    found = ids.placed(form, known, union)
    drafts = [_drafted(each, path, known) for each, path in found.records]
    problems = [*found.problems, *(problem for draft in drafts for problem in draft.problems)]
    if any(problem.severity == "error" for problem in problems):
        return FormPlan((), (), _shown(problems))
    changed = [draft for draft in drafts if draft.merged != draft.now or _is_unfilled(draft, known)]
    pictures, faults = photos.taken(form, changed_photos(changed), found.studio, known.folder)
    problems += [*faults, *_judged(changed, frozenset(pictures), known)]
    made, unsafe = _files(changed, known)
    return FormPlan(tuple(made), tuple(sorted(pictures.items())), _shown([*problems, *unsafe]))


@dataclass(frozen=True, slots=True)
class _Drafted:
    """One record of the form with its file, as it is and as it is to be."""

    source: FormRecord
    path: PurePosixPath
    now: Item
    merged: Item
    problems: list[Problem] = field(default_factory=list)


def _drafted(source: FormRecord, path: PurePosixPath, known: Archive) -> _Drafted:
    if path in known.broken:
        return _Drafted(
            source, path, {}, {}, [Problem(place(source), "form-broken-record", facts={"path": layout.shown(path)})]
        )
    now = known.trees.get(path, {})
    result = merging.merged(source.base, source.record, now, source.sent)
    problems = [
        Problem(place(source, loc), "form-conflict", facts={"path": layout.shown(path)}) for loc in result.conflicts
    ]
    for loc, text in changes.new_texts(result.record, now):
        problems += _faults_of(text, place(source, loc))
    return _Drafted(source, path, now, result.record, problems)


def _is_unfilled(draft: _Drafted, known: Archive) -> bool:
    """Whether it is a new record without a word, which the checks must see; of a year nothing is required."""
    return draft.path not in known.trees and draft.source.kind != "year"


def _faults_of(text: str, address: str) -> Iterator[Problem]:
    """What no text may hold: personal numbers, and characters that nobody sees."""
    for fault in personal_data.find_all(text):
        yield Problem(address, f"{fault.code}-in-form", facts=fault.facts)
    if character := forbidden_character(text):
        yield Problem(address, "form-character", facts={"character": character})


def changed_photos(drafts: list[_Drafted]) -> list[tuple[FormRecord, Loc, str]]:
    """Every picture that a changed record names: where, and its file's name."""
    return [
        (draft.source, loc, text)
        for draft in drafts
        for loc, text in changes.texts(draft.merged)
        if loc[-1:] == ("file",) and "photos" in loc
    ]


def _judged(drafts: list[_Drafted], pictures: frozenset[PurePosixPath], known: Archive) -> Iterator[Problem]:
    """What the models and the checks of the whole site say of the records as they would be, at their fields."""
    faults, records = as_records({draft.path: draft.merged for draft in drafts})
    loaded = load(known.folder, None, known.cache_file)
    before = {(each.path, each.code, each.loc) for each in checked(loaded)}
    laid = replace(with_records(loaded, records), pictures=loaded.pictures | pictures)
    sources = {layout.shown(draft.path): draft.source for draft in drafts}
    for problem in [*faults, *checked(laid)]:
        if (
            problem.code != "unstated"
            and problem.path in sources
            and (problem.path, problem.code, problem.loc) not in before
        ):
            yield replace(problem, path=place(sources[problem.path], problem.loc), loc=(), line=0, column=0)


def _files(drafts: list[_Drafted], known: Archive) -> tuple[list[Change], list[Problem]]:
    made, problems = list[Change](), list[Problem]()
    for draft in sorted(drafts, key=lambda draft: draft.path):
        before = known.data.get(draft.path)
        differences = tuple(changes.differences(draft.source.kind, draft.now, draft.merged))
        try:
            data = writer.write(draft.merged) if before is None else editor.edit(before, draft.merged)
        except editor.EditWouldLoseData:
            facts: Facts = {"path": layout.shown(draft.path), "what": tuple(each.what for each in differences)}
            problems.append(Problem(place(draft.source), "form-edit-by-hand", facts=facts))
            continue
        name: Tree = draft.merged.get("name", draft.merged.get("title", ""))
        made.append(Change(draft.path, data, before is None, differences, str(name)))
    return made, problems


def _shown(problems: list[Problem]) -> tuple[Problem, ...]:
    once = {(each.path, each.code, repr(each.facts)): each for each in problems}.values()
    return tuple(map(personal_data.masked_problem, bounded(list(once))))
