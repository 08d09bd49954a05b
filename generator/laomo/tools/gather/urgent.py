"""`laomo gather --urgent`: who has withdrawn at home goes at once, without waiting for the house's next edition."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from laomo.problems.problem import Problem
from laomo.project import Project
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
            _remember(project, house, people)
            shutil.rmtree(offered.workplace(project, house), ignore_errors=True)  # what was fetched may name them, too
            found = dict(_named(loaded, house.id, people))
            papers += _papers_without(project.studios, loaded, house.id, set().union(*found.values()))
            whole_before = len(gone)
            for folder, names in found.items():
                whole = _taken_out(project.studios, loaded, folder, names)
                (gone if whole else changed).append(folder.name)
            _without_references(project.studios, loaded, house.id, gone[whole_before:])
    return Withdrawals(tuple(changed), tuple(gone), tuple(papers), tuple(problems))


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


def _remember(project: Project, house: MemberHouse, people: frozenset[str]) -> None:
    """Write into what lies here of the house who has withdrawn, so that no older edition brings them back."""
    here = offered.edition_here(project, house)
    if here and not people <= set(here.withdrawals):
        known = here.model_copy(update={"withdrawals": tuple(sorted(people | set(here.withdrawals)))})
        files.write_atomic(project.studios / house.id / "house.yml", writer.write(tree_of(known)))


def _named(loaded: Loaded, house: str, people: frozenset[str]) -> Iterator[tuple[PurePosixPath, set[str]]]:
    """The folders of the house's studios with the names of leaders who have withdrawn."""
    for path, record in loaded.records.items():
        if path.parts[0] == house and isinstance(record, models.StudioRecord):
            digests = {each.name: {houses.mark_of(each.name, unit) for unit in record.units} for each in record.leaders}
            if names := {name for name, found in digests.items() if found & people}:
                yield path.parent, names


def _taken_out(studios: Path, loaded: Loaded, folder: PurePosixPath, names: set[str]) -> bool:
    """Take these leaders out of a studio's files. Whether the studio had to go as a whole, because other text names them."""
    keys, new = {key(name) for name in names}, dict[Path, bytes]()
    for path, record in loaded.records.items():
        if path.parent != folder:
            continue
        kept = record
        if isinstance(record, models.StudioRecord):
            leaders = tuple(each for each in record.leaders if key(each.name) not in keys)
            quote = record.quote if record.quote and key(record.quote.speaker) not in keys else None
            kept = record.model_copy(update={"leaders": leaders, "quote": quote})
        elif isinstance(record, models.YearRecord) and record.mentoring:
            pairs = tuple(
                each for each in record.mentoring.pairs if not keys & {key(each.mentor), key(each.apprentice)}
            )
            kept = record.model_copy(update={"mentoring": record.mentoring.model_copy(update={"pairs": pairs})})
        data = writer.write(tree_of(kept))
        if any(stands_in(name, data.decode()) for name in names):
            shutil.rmtree(studios / folder)
            return True
        if kept != record:
            new[studios / path] = data
    files.write_all(new)
    return False
