"""`laomo gather --urgent`: who has withdrawn at home goes at once, without waiting for the house's next edition."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from laomo.problems.problem import Problem
from laomo.project import Project
from laomo.publish import swap
from laomo.records import models
from laomo.records.loader import Loaded, load, read_one
from laomo.records.models.houses import HousesRecord, MemberHouse
from laomo.records.tree import tree_of
from laomo.records.yaml import writer
from laomo.registry import houses
from laomo.system import files
from laomo.system.lock import exclusive_lock
from laomo.text.person_names import key, stands_in
from laomo.tools.gather import edition as editions
from laomo.tools.gather import offered, references, sources
from laomo.tools.gather.attempt import at_line, refuse_own
from laomo.tools.gather.paper import Paper, named
from laomo.tools.gather.refusal import HouseRefused


@dataclass(frozen=True, slots=True)
class Withdrawals:
    """What an urgent gather did: profiles that people were taken out of, and studios that went as a whole because more than that names them."""

    changed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    """Events and notices that named somebody, by their pages."""
    problems: tuple[Problem, ...] = ()


def withdraw(project: Project, record: HousesRecord, chosen: list[MemberHouse]) -> Withdrawals:
    """Take everybody out whom the houses' editions list as withdrawn. Raises Locked while a build runs; OSError."""
    changed, gone, papers, problems = list[str](), list[str](), list[str](), list[Problem]()
    with exclusive_lock(project.lock):
        loaded = load(project.studios)
        for house in chosen:
            try:
                refuse_own(project, record, house)
                with sources.opened(house.source, project.root) as source:
                    data, _ = source.read("data/edition.json", editions.MOST_BYTES)
                    if house.key:
                        offered.verify(source, data or b"", house.key)
                people = editions.parse(data or b"", house.id).withdrawn
            except HouseRefused as refused:
                problems.append(at_line(record, house, refused))
                continue
            shutil.rmtree(offered.workplace(project, house), ignore_errors=True)  # what was fetched may name them, too
            here, found = offered.edition_here(project, house), dict(_named(loaded, house.id, people))
            if here is None or (not found and people <= set(here.withdrawals)):
                continue
            with _copied(project, house) as studios:
                papers += _papers_without(studios, loaded, house.id, set().union(*found.values()))
                whole_before = len(gone)
                for folder, names in found.items():
                    whole = _taken_out(studios, loaded, folder, names)
                    (gone if whole else changed).append(folder.name)
                _without_references(studios, loaded, house.id, gone[whole_before:])
                _remember(studios, house, here, people)
    return Withdrawals(tuple(changed), tuple(gone), tuple(papers), tuple(problems))


@contextmanager
def _copied(project: Project, house: MemberHouse) -> Iterator[Path]:
    """A folder with a copy of what lies here of the house, to be changed; then it takes the place of all at once, however much was changed."""
    place, copy = project.studios / house.id, offered.workplace(project, house) / "new" / house.id
    copy.parent.mkdir(parents=True)
    swap.copy(place, copy)
    yield copy.parent
    swap.put(copy, place)


def _without_references(studios: Path, loaded: Loaded, house: str, gone: list[str]) -> None:
    """Take studios that went as a whole out of what else the house's records name."""
    new = dict[Path, bytes]()
    for path in loaded.records if gone else ():
        if path.parts[0] == house and (studios / path).is_file():
            record = read_one(studios, path, models.Record)
            if record and (kept := references.without(record, gone)) is not record:
                new[studios / path] = writer.write(tree_of(kept))
    files.write_all(new)


def _papers_without(studios: Path, loaded: Loaded, house: str, names: set[str]) -> Iterator[str]:
    """Delete the house's events and notices that name these people, and give their pages."""
    for path, record in loaded.records.items():
        if path.parts[0] == house and isinstance(record, Paper) and named(record, names):
            (studios / path).unlink()
            yield houses.paper_url(path)


def _remember(studios: Path, house: MemberHouse, here: models.HouseRecord, people: frozenset[str]) -> None:
    """Write into what lies here of the house who has withdrawn, so that no older edition brings them back."""
    known = here.model_copy(update={"withdrawals": tuple(sorted(people | set(here.withdrawals)))})
    files.write_atomic(studios / house.id / "house.yml", writer.write(tree_of(known)))


def _named(loaded: Loaded, house: str, people: frozenset[str]) -> Iterator[tuple[PurePosixPath, set[str]]]:
    """The folders of the house's studios with the names of leaders who have withdrawn."""
    for path, record in loaded.records.items():
        if path.parts[0] == house and isinstance(record, models.StudioRecord):
            digests = {each.name: {houses.mark_of(each.name, unit) for unit in record.units} for each in record.leaders}
            if names := {name for name, found in digests.items() if found & people}:
                yield path.parent, names


def _taken_out(studios: Path, loaded: Loaded, folder: PurePosixPath, names: set[str]) -> bool:
    """Take these leaders and their portraits out of a studio's files. Whether the studio had to go as a whole, because other text names them."""
    of_studio = {path: record for path, record in loaded.records.items() if path.parent == folder}
    keys, new = {key(name) for name in names}, dict[Path, bytes]()
    portraits = frozenset(
        each.portrait.file
        for record in of_studio.values()
        if isinstance(record, models.StudioRecord)
        for each in record.leaders
        if each.portrait and key(each.name) in keys
    )
    for path, record in of_studio.items():
        kept = _without(record, keys, portraits)
        data = writer.write(tree_of(kept))
        if any(stands_in(name, data.decode()) for name in names):
            shutil.rmtree(studios / folder)
            return True
        if kept != record:
            new[studios / path] = data
    for name in portraits:
        (studios / folder / "photos" / name).unlink(missing_ok=True)
    files.write_all(new)
    return False


def _without(record: models.Record, keys: set[str], portraits: frozenset[str]) -> models.Record:
    """A record of a studio without leaders, pairs and words of these people, and without these pictures."""
    if isinstance(record, models.StudioRecord):
        return record.model_copy(
            update={
                "leaders": tuple(_leader(each, portraits) for each in record.leaders if key(each.name) not in keys),
                "quote": record.quote if record.quote and key(record.quote.speaker) not in keys else None,
                "photos": _others(record.photos, portraits),
            }
        )
    if not isinstance(record, models.YearRecord):
        return record
    done = (each.model_copy(update={"photos": _others(each.photos, portraits)}) for each in record.achievements)
    kept = record.model_copy(update={"achievements": tuple(done)})
    if kept.mentoring:
        pairs = (each for each in kept.mentoring.pairs if not keys & {key(each.mentor), key(each.apprentice)})
        kept = kept.model_copy(update={"mentoring": kept.mentoring.model_copy(update={"pairs": tuple(pairs)})})
    return kept


def _leader(leader: models.Leader, portraits: frozenset[str]) -> models.Leader:
    """A leader who stays, without a portrait that shows one who goes, too."""
    shared = leader.portrait and leader.portrait.file in portraits
    return leader.model_copy(update={"portrait": None}) if shared else leader


def _others(photos: tuple[models.Photo, ...], portraits: frozenset[str]) -> tuple[models.Photo, ...]:
    return tuple(each for each in photos if each.file not in portraits)
