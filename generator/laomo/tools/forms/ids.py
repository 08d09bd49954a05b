"""Which file each record of a form is, and the ids that clerks do not think of: of new studios, achievements, alliances, decisions, notices."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from laomo.pages.form.schemas import FOLDERS
from laomo.problems.problem import Problem
from laomo.records import layout, scaffold
from laomo.records.yaml.reader import Tree
from laomo.text import union_names
from laomo.text.compared import same
from laomo.tools.forms.contents import FormArchive, FormRecord, Item
from laomo.tools.forms.places import place
from laomo.tools.spreadsheets import record_files
from laomo.tools.spreadsheets.record_files import Archive

_ALLIANCES = PurePosixPath("alliances.yml")


@dataclass(frozen=True, slots=True)
class _Entries:
    """A list in a record whose items have ids, and the field that says what an item is called."""

    field: str
    title: str

    def of(self, record: Item) -> list[Item]:
        found = record.get(self.field)
        return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []


_ACHIEVEMENTS, _ALLIED = _Entries("achievements", "title"), _Entries("alliances", "name")


@dataclass(frozen=True, slots=True)
class Placed:
    """The records of a form with the path of each below `studios/`, and the studio's folder; problems if they have no place."""

    records: tuple[tuple[FormRecord, PurePosixPath], ...]
    studio: PurePosixPath | None
    problems: tuple[Problem, ...]


def placed(form: FormArchive, known: Archive, union: str | None) -> Placed:
    """Find the file of each record. `union` is that of a new studio if the form names none."""
    studio, problems = _studio(form, known, union)
    found = list[tuple[FormRecord, PurePosixPath] | Problem]()
    for record in form.records:
        used = {each[1] for each in found if isinstance(each, tuple)}
        found += _placed(record, form, studio, known, used)
    records = [each for each in found if isinstance(each, tuple)]
    faults = [each for each in found if isinstance(each, Problem)]
    return Placed(tuple(records), studio, (*problems, *faults))


def _placed(
    record: FormRecord, form: FormArchive, studio: PurePosixPath | None, known: Archive, used: set[PurePosixPath]
) -> Iterator[tuple[FormRecord, PurePosixPath] | Problem]:
    """The record with its file, or what stands against it; `used` are the files of the form's other records."""
    if record.kind in FOLDERS:
        path = _numbered(record, known, used)
    elif record.kind == "alliances":
        path = _ALLIANCES
    elif studio is None:
        return  # said once, of the studio
    else:
        path = studio / ("studio.yml" if record.kind == "studio" else f"{record.name}.yml")
    if path is None or layout.kind_of(path) != record.kind or not record.name.isascii() or path in used:
        yield Problem(place(record), "form-no-year")
    elif (known.folder / path).is_symlink() or any((known.folder / each).is_symlink() for each in path.parents):
        yield Problem(place(record), "form-link", facts={"path": layout.shown(path)})
    elif record.kind == "year":
        profile = next(
            (each.record for each in form.records if each.kind == "studio"),
            known.trees.get(path.parent / "studio.yml", {}),
        )
        years = [known.trees[year] for year in known.years.get(path.parent.name, ())]
        yield _with_ids(record, known.trees.get(path, {}), _ACHIEVEMENTS, years, record_files.leaders(profile)), path
    elif record.kind == "alliances":
        here = known.trees.get(path, {})
        yield _with_ids(record, here, _ALLIED, [here]), path
    else:
        yield record, path


def _studio(form: FormArchive, known: Archive, union: str | None) -> tuple[PurePosixPath | None, list[Problem]]:
    """The studio's folder; None, with a problem, when it cannot be told, and without one when the form is about none."""
    own = [each for each in form.records if each.kind in ("studio", "year")]
    if not own:
        return None, []
    if form.studio:
        path = known.profiles.get(form.studio)
        return (
            (path.parent, [])
            if path
            else (None, [Problem(place(own[0]), "form-unknown-studio", facts={"value": form.studio[:60]})])
        )
    profile = next((each for each in own if each.kind == "studio"), None)
    name = str((profile.record.get("name") if profile else "") or form.name)
    within = union_names.only(known.called, form.union) if form.union else union
    earlier = [str(each.get("name", "")) for each in reversed(profile.sent)] if profile else []
    called = next(filter(None, (_called(each, within, known) for each in (name, *earlier))), [])
    if len(called) > 1:
        return None, [Problem(place(own[0]), "form-many-studios", facts={"value": name[:60]})]
    if called:
        return called[0].parent, []
    if profile is None:
        return None, [Problem(place(own[0]), "form-unknown-studio", facts={"value": name[:60]})]
    return _new_studio(profile.record, name, own[0], within, known)


def _called(name: str, union: str | None, known: Archive) -> list[PurePosixPath]:
    """The profiles of the studios of a name, in one union if it is known: the same name in another union is another studio."""
    found = (path for path in known.profiles.values() if union is None or path.parts[0] == union)
    wanted = same(name)
    return [path for path in found if name and same(str(known.trees[path].get("name", ""))) == wanted]


def _new_studio(
    profile: Item, name: str, source: FormRecord, union: str | None, known: Archive
) -> tuple[PurePosixPath | None, list[Problem]]:
    if union is None:
        return None, [Problem(place(source), "form-no-union")]
    if broken := next((path for path in known.broken if path.name == "studio.yml"), None):
        return None, [Problem(place(source), "form-broken-record", facts={"path": layout.shown(broken)})]
    leader, *others = record_files.leaders(profile) or [""]
    unit = "".join(record_files.units(profile)[:1])
    studio = scaffold.studio_id(name, leader, unit, record_files.taken_ids(known), others)
    return PurePosixPath(union, studio), []


def _numbered(record: FormRecord, known: Archive, used: set[PurePosixPath]) -> PurePosixPath | None:
    """The file of a decision, a notice or a table of targets; a new one takes the next number of its year. None without a year."""
    folder = PurePosixPath(FOLDERS[record.kind])
    if record.name:
        return folder / f"{record.name}.yml"
    year = str(record.record.get("date", ""))[:4]
    if not (year.isascii() and year.isdigit() and len(year) == 4):
        return None
    others = [
        path
        for path in [*known.trees, *known.broken, *used]
        if path.parent == folder and path.name.startswith(f"{year}-")
    ]
    states = (record.record, *record.sent)
    alike = (
        path
        for path in others
        if path not in used and any(_is_alike(each, known.trees.get(path, {})) for each in states)
    )
    last = max((int(path.stem[5:]) for path in others), default=0)
    return next(alike, folder / f"{year}-{last + 1:02}.yml")


def _is_alike(one: Item, other: Item) -> bool:
    """Whether both are the same decision: the form was imported before."""
    return bool(other) and all(one.get(name) == other.get(name) for name in ("title", "date"))


def _with_ids(
    record: FormRecord, there: Item, entries: _Entries, taken_in: Sequence[Item], leaders: Sequence[str] = ()
) -> FormRecord:
    """The record with an id for each item of a list that has none: that of the same one on record (`there`), else one that is not in `taken_in`."""
    here = entries.of(there)
    taken = {str(each.get("id")) for other in taken_in for each in entries.of(other)}
    sent = tuple(_recognised(each, entries, here) for each in record.sent)
    found = _recognised(record.record, entries, here, entries.of(sent[-1]) if sent else ())
    taken |= {str(each["id"]) for each in entries.of(found) if each.get("id")}
    made: list[Tree] = []
    for each in entries.of(found) if found is not record.record else ():
        if each.get("id") or not each.get(entries.title):
            made.append(each)
            continue
        new = record_files.propose_item(str(each[entries.title]), taken, leaders)
        taken.add(new)
        made.append({"id": new, **each})
    return replace(record, record={**found, entries.field: made} if made else found, sent=sent)


def _recognised(record: Item, entries: _Entries, here: Sequence[Item], before: Sequence[Item] = ()) -> Item:
    """A copy of a record in which the items that are on record have their ids: by title; one with another title by its place in `before`."""
    found = entries.of(record)
    if not found or record[entries.field] != found:  # something else is among them, which the checks will name
        return record
    ids = {str(each.get(entries.title)): str(each["id"]) for each in here if each.get("id")}
    free = set(ids.values()) - {str(each.get("id")) for each in found}
    made: list[Tree] = []
    for place_in_list, each in enumerate(found):
        known_as = each.get("id") or ids.get(str(each.get(entries.title)))
        if not known_as and len(before) == len(found):
            known_as = before[place_in_list].get("id")
        taken = bool(each.get("id")) or known_as in free
        free.discard(str(known_as))
        made.append({"id": known_as, **each} if known_as and taken else dict(each))
    return {**record, entries.field: made}
