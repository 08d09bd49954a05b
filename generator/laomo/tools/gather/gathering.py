"""`laomo gather`: all houses, one after the other. A house that fails keeps the edition that lies here, and stops no other."""

import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from laomo import checks
from laomo.problems.problem import Problem
from laomo.project import Project
from laomo.publish import swap
from laomo.records.loader import Loaded, load, read_one
from laomo.records.models import HomeRecord, StudioRecord, UnionsRecord
from laomo.records.models.houses import HousesRecord, MemberHouse
from laomo.registry import houses
from laomo.registry.registry import Registry
from laomo.system import parallel
from laomo.system.gc_control import gc_paused
from laomo.system.lock import exclusive_lock
from laomo.text.person_names import key
from laomo.tools.gather import offered, own_studios, staging
from laomo.tools.gather.attempt import Attempt, HouseOutcome
from laomo.tools.gather.left_out import LeftOut, Situation
from laomo.tools.gather.staging import StagedHouse

AT_A_TIME = 4
"""Houses for one process: fewer are read sooner than a process is begun."""
_ROUNDS = 4
"""So often something is left out because of what the others say of them; then the house keeps its old edition."""


@dataclass(slots=True)
class Gathering:
    """One run over the houses of a project."""

    project: Project
    record: HousesRecord
    staged: dict[str, StagedHouse] = field(default_factory=dict)
    outcomes: dict[str, HouseOutcome] = field(default_factory=dict)

    def run(self, chosen: Sequence[MemberHouse]) -> list[HouseOutcome]:
        """Gather these houses, several at once if there are many. Raises Locked while a build runs; OSError."""
        with exclusive_lock(self.project.lock):
            offered.forget_houses_that_left(self.project, self.record)
            own = own_studios.OwnStudios.of(self.project)
            unions = read_one(self.project.studios, PurePosixPath("unions.yml"), UnionsRecord)
            ids = frozenset(union.id for union in unions.unions) if unions else None
            situation = Situation(self.project, self.record, own.digest)
            self._take(parallel.parallel_map(Attempt(situation, ids), chosen, at_a_time=AT_A_TIME))
            if self.staged or not own.known:
                self._put_together(chosen, situation)
                if {house.id for house in self.record.houses} == self.outcomes.keys() and all(
                    each.unchanged or each.studios for each in self.outcomes.values()
                ):
                    own.remember()
        return [self.outcomes[house.id] for house in chosen]

    @gc_paused()
    def _put_together(self, chosen: Sequence[MemberHouse], situation: Situation) -> None:
        again = Attempt(situation, None, again=True)
        while late := [house for house in chosen if self._may_change(house)]:
            self._take(map(again, late))
        everything = load(self.project.studios, cache_file=self.project.parsed)
        self._leave_out_twins(everything, chosen, again)
        self._check_together(everything)
        situation.forget(self.staged.keys())
        for house in chosen:
            if staged := self.staged.get(house.id):
                self.outcomes[house.id] = self._put(staged)
                if not staged.whole:
                    situation.remember(house, LeftOut(tuple(staged.problems), frozenset(staged.others)))

    def _may_change(self, house: MemberHouse) -> bool:
        """Whether something of an unchanged house is left out because of one that has changed."""
        outcome = self.outcomes.get(house.id)
        return house.id not in self.staged and outcome is not None and not outcome.others.isdisjoint(self.staged)

    def _take(self, results: Iterable[HouseOutcome | StagedHouse]) -> None:
        for each in results:
            if isinstance(each, StagedHouse):
                self.staged[each.house.id] = each
            else:
                self.outcomes[each.house.id] = each

    def _leave_out_twins(self, own: Loaded, chosen: Sequence[MemberHouse], again: Attempt) -> None:
        """A studio that two houses show: as houses.yml says, else as the first of them shows it, if name, unit and a leader are the same.

        The host's own studios come before those of all houses.
        A house that has not changed yields, too, and is taken again for that; what cannot be taken now stays, and the other yields.
        """
        for each in self.record.same:
            for left in each.left_out:
                house, _, studio = left.partition("/")
                if not self._is_there(own, each.shown):
                    self._take([again(one) for one in chosen if one.id == house and house not in self.staged])
                elif (staged := self.staged.get(house)) and studio in staged.units:
                    staged.drop(studio, _twin("house-twin-stated", left, each.shown))
        fixed = {house.id for house in self.record.houses} - {house.id for house in chosen}
        while late := self._yielding(own, fixed):
            self._take([again(late)])
            if late.id not in self.staged:
                fixed.add(late.id)

    def _is_there(self, own: Loaded, place: str) -> bool:
        """Whether a studio (house/studio, or union/studio for the host's own) is shown after this gather."""
        house, _, studio = place.partition("/")
        if staged := self.staged.get(house):
            return studio in staged.units
        profiles = (PurePosixPath(house, name, "studio.yml") for name in (studio, houses.here(house, studio)))
        return any(path in own.records for path in profiles)

    def _yielding(self, own: Loaded, fixed: Collection[str]) -> MemberHouse | None:
        """Drop the later of each two from what is staged; a house that is not staged, and has such a studio, is returned."""
        seen: dict[str, list[tuple[str, StudioRecord]]] = {}
        for place, record in own_studios.of(own):
            seen.setdefault(_name(record), []).append((place, record))
        for house in sorted(
            self.record.houses, key=lambda house: house.id not in fixed
        ):  # of the others the order stays
            staged = self.staged.get(house.id)
            for studio, record in list(_shown_of(house, staged, own)):
                place, known = f"{house.id}/{studio}", seen.setdefault(_name(record), [])
                twin = next((other for other, its in known if _same(its, record)), None)
                if twin is None or house.id in fixed:
                    known.append((place, record))
                elif staged is None:
                    return house
                else:
                    staged.drop(studio, _twin("house-twin", place, twin))
                    staged.others.add(twin.partition("/")[0])
        return None

    def _check_together(self, own: Loaded) -> None:
        """Check all records as they would be; of what has an error, that which lies here is kept, and left out if it has one, too."""
        for number in range(_ROUNDS):
            for staged in self.staged.values():
                staged.forget_dropped()
            found = list(self._errors(own))
            first = {(each[0].house.id, each[1]): each for each in reversed(found)}
            for staged, part, problem in first.values():
                staged.drop(part, problem)
                staged.others.update(house.id for house in self.record.houses)  # any of them may be why
                if not number:
                    staging.keep(self.project, staged, part)
            if not found:
                return
            for staged in {id(staged): staged for staged, _, _ in found}.values():
                staging.reload(staged)
        for staged in {id(staged): staged for staged, _, _ in found}.values():
            del self.staged[staged.house.id]
            here = offered.edition_here(self.project, staged.house)
            as_of = here.as_of.iso if here else ""
            self.outcomes[staged.house.id] = HouseOutcome(staged.house, tuple(staged.problems), as_of=as_of)

    def _errors(self, own: Loaded) -> Iterator[tuple[StagedHouse, str, Problem]]:
        registry = Registry.of(self._together(own))
        if registry is None:
            return
        parts = {place: (staged, part) for staged in self.staged.values() for place, part in staged.parts.items()}
        for problem in checks.run(registry):
            found = parts.get(problem.path) or parts.get("/".join(problem.path.split("/")[:3]))
            if problem.severity == "error" and found:
                yield *found, problem

    def _together(self, own: Loaded) -> Loaded:
        def kept(path: PurePosixPath) -> bool:
            return path.parts[0] not in self.staged

        records = {path: record for path, record in own.records.items() if kept(path)}
        digests = dict(own.digests)
        pictures = {path for path in own.pictures if kept(path)}
        for staged in self.staged.values():
            records |= staged.records
            pictures |= staged.pictures
            digests |= dict.fromkeys(staged.records, "")
        ordered = {path: records[path] for path in sorted(records)}
        return replace(own, records=ordered, pictures=frozenset(pictures), digests=digests)

    def _put(self, staged: StagedHouse) -> HouseOutcome:
        place = self.project.studios / staged.house.id
        before = {each.parent.name for each in place.glob("*/studio.yml")}
        after = {houses.here(staged.house.id, studio) for studio in staged.units}
        staged.sign()
        swap.put(staged.folder, place)
        return HouseOutcome(
            staged.house,
            tuple(staged.problems),
            len(after),
            len(after - before),
            len(before - after),
            as_of=staged.edition.as_of.iso,
        )


def _name(record: StudioRecord) -> str:
    return _written(record.name)


def _written(text: str) -> str:
    """A name however it is typed: without spaces, and in one width and form of each character."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def _shown_of(house: MemberHouse, staged: StagedHouse | None, own: Loaded) -> Iterator[tuple[str, StudioRecord]]:
    """The studios of a house by their ids there: those that it gives now, or, if nothing is staged, those that lie here."""
    if staged:
        yield from ((studio, unit.record) for studio, unit in staged.units.items())
        return
    for path, record in own.records.items():
        home = own.records.get(path.with_name("home.yml"))
        if isinstance(record, StudioRecord) and path.parts[0] == house.id and isinstance(home, HomeRecord):
            yield home.id, record


def _twin(code: str, place: str, other: str) -> Problem:
    return Problem(place.replace("/", " › "), code, facts={"other": other}, severity="notice")


def _same(one: StudioRecord, other: StudioRecord) -> bool:
    """Whether two profiles of one name are one studio: they share a unit and a leader."""
    leaders = {key(each.name) for each in one.leaders} & {key(each.name) for each in other.leaders}
    return bool(leaders and {*map(_written, one.units)} & {*map(_written, other.units)})
