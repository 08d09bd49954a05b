"""What a gather left out of a house, kept beside what was fetched: as long as nothing changes that it depends on, it is said again without the house being read."""

import json
from collections.abc import Collection
from dataclasses import asdict, dataclass
from pathlib import Path

from laomo.problems.problem import Problem, problem_of
from laomo.project import Project
from laomo.records import models
from laomo.records.models.houses import HousesRecord, MemberHouse
from laomo.system import cache, clock
from laomo.system.fingerprint import program
from laomo.tools.gather.offered import edition_here, terms, workplace


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Why parts of the edition that lies here were left out, and the houses because of which they were."""

    problems: tuple[Problem, ...]
    others: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Situation:
    """What decides, beside the editions themselves, what is left out of them: the program, the list of houses, the host's own studios."""

    project: Project
    record: HousesRecord
    own: str
    """The digest of the host's own studios."""

    def known(self, house: MemberHouse, here: models.HouseRecord | None) -> LeftOut | None:
        """What was left out of the edition that lies here; None if it has to be read to find that out."""
        file = self._file(house)
        if here is None or not file.is_file():
            return None
        stored = cache.load(file, self._version(house, here))
        if not stored or stored["day"] not in ("", clock.today().isoformat()):
            return None
        return LeftOut(tuple(problem_of(**each) for each in stored["problems"]), frozenset(stored["others"]))

    def remember(self, house: MemberHouse, left: LeftOut) -> None:
        """Keep what was left out of the edition that lies here now."""
        if here := edition_here(self.project, house):
            by_day = any(not each.code.startswith("house-") for each in left.problems)  # what is too early today
            facts = {
                "problems": [asdict(each) for each in left.problems],
                "others": sorted(left.others),
                "day": clock.today().isoformat() if by_day else "",
            }
            cache.save(self._file(house), self._version(house, here), facts, {})

    def forget(self, changing: Collection[str]) -> None:
        """These houses get new editions: what was left out of them, or because of them, has to be found out again."""
        for house in (each for each in self.record.houses if self._file(each).is_file()):
            left = self.known(house, edition_here(self.project, house))
            if left is None or house.id in changing or left.others.intersection(changing):
                self._file(house).unlink()

    def _file(self, house: MemberHouse) -> Path:
        return workplace(self.project, house) / "left-out.json"

    def _version(self, house: MemberHouse, here: models.HouseRecord) -> str:
        ids = [each.id for each in self.record.houses]
        return json.dumps([program(), ids, self.own, here.edition, here.withdrawals, terms(self.record, house)])
