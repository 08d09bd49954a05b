"""One house, fetched and read in whatever process: it is staged, or there is nothing to take of it."""

from dataclasses import dataclass
from pathlib import PurePosixPath

from laomo.problems.problem import Problem, Severity
from laomo.project import Project
from laomo.records import models
from laomo.records.layout import is_reserved, shown
from laomo.records.models.houses import HousesRecord, MemberHouse
from laomo.system.parallel import WorkerDied
from laomo.tools.gather import offered, own_studios, sources, staging
from laomo.tools.gather.left_out import LeftOut, Situation
from laomo.tools.gather.refusal import HouseRefused
from laomo.tools.gather.staging import StagedHouse

HOUSES = PurePosixPath("houses.yml")
_LONGEST_FAULT = 200


@dataclass(frozen=True, slots=True)
class HouseOutcome:
    """What became of one house: the studios taken, those left out, and whether anything was new. A house that was refused took none."""

    house: MemberHouse
    problems: tuple[Problem, ...]
    studios: int = 0
    added: int = 0
    gone: int = 0
    unchanged: bool = False
    as_of: str = ""
    others: frozenset[str] = frozenset()
    """Of one that is unchanged: the houses because of which something of it is left out."""


def at_line(record: HousesRecord, house: MemberHouse, refused: HouseRefused, severity: Severity = "error") -> Problem:
    """Why a house was not taken, at its line of houses.yml."""
    return Problem(shown(HOUSES), refused.code, ("houses", record.houses.index(house), "id"), refused.facts, severity)


def refuse_own(
    project: Project, record: HousesRecord, house: MemberHouse, unions: frozenset[str] | None = None
) -> None:
    """Raises HouseRefused if the house's folder is, or may be, another's: the host's own, the site's, that of a second house of this id.

    `unions` are the ids of the host's unions; None if they are not to be looked at.
    """
    ids = [each.id for each in record.houses]
    if ids.count(house.id) > 1:
        raise HouseRefused("house-id-twice", value=house.id)
    if other := next((each for each in ids if house.id.startswith(f"{each}-")), ""):
        raise HouseRefused("house-id-begins", value=house.id, other=other)
    if is_reserved(house.id):
        raise HouseRefused("reserved-name", name=house.id)
    if unions is not None and house.id not in unions:
        raise HouseRefused("house-no-union", house=house.id)
    own = own_studios.in_folder(project.studios / house.id)
    if own:
        raise HouseRefused("house-own-studios", studio=own[0], count=len(own))


@dataclass(frozen=True, slots=True)
class Attempt:
    """Fetches and reads one house, in whatever process: it is staged, or there is nothing to take of it."""

    situation: Situation
    unions: frozenset[str] | None
    """The ids of the host's unions; None if they are not to be looked at."""
    again: bool = False
    """Whether to take an edition that lies here already, whatever is known of it."""

    @property
    def project(self) -> Project:
        return self.situation.project

    @property
    def record(self) -> HousesRecord:
        return self.situation.record

    def __call__(self, house: MemberHouse) -> HouseOutcome | StagedHouse:
        here = offered.edition_here(self.project, house)
        left = None if self.again else self._left_out(house, here)
        try:
            refuse_own(self.project, self.record, house, self.unions)
            with sources.opened(house.source, self.project.root) as source:
                edition = offered.read_edition(self.project, self.record, house, source, taken=left is not None)
                if edition is None:
                    said = left or LeftOut(())
                    as_of = here.as_of.iso if here else ""
                    return HouseOutcome(house, said.problems, others=said.others, unchanged=True, as_of=as_of)
                return staging.stage(self.project, house, edition, source)
        except HouseRefused as refused:
            down = refused.code in ("house-down", "house-too-slow")
            problem = at_line(self.record, house, refused, "warning" if down else "error")
        except (OSError, WorkerDied):  # the machine's fault
            raise
        except Exception as error:  # noqa: BLE001 (a fault of this program that one house brings out costs the others nothing)
            problem = at_line(
                self.record,
                house,
                HouseRefused("house-fault", error=f"{type(error).__name__}: {error}"[:_LONGEST_FAULT]),
            )
        return HouseOutcome(house, (problem,), as_of=here.as_of.iso if here else "")

    def _left_out(self, house: MemberHouse, here: models.HouseRecord | None) -> LeftOut | None:
        """What is not taken of the edition that lies here; None if that edition is not all that is wanted of it, as far as is known."""
        if here and here.terms == offered.terms(self.record, house):
            return LeftOut(())
        return self.situation.known(house, here)
