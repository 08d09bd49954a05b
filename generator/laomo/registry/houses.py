"""What other houses say: the home of a studio that was gathered from a member's exhibition, its titles there, and titles that came down from above."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import PurePosixPath

from laomo.records import models
from laomo.records.loader import Records
from laomo.records.models.decisions import DecisionStudio
from laomo.text.person_names import key

ABOVE = PurePosixPath("above.yml")


def edition_of(records: Records, studio: PurePosixPath) -> models.HouseRecord | None:
    """The edition that a profile (its path below `studios/`) was gathered with; None for the host's own."""
    record = records.get(PurePosixPath(studio.parts[0], "house.yml"))
    return record if isinstance(record, models.HouseRecord) else None


def home_of(records: Records, studio: PurePosixPath) -> models.HomeRecord | None:
    """The home of a gathered studio; None for the host's own."""
    record = records.get(studio.with_name("home.yml"))
    return record if isinstance(record, models.HomeRecord) else None


def titles_at_home(home: models.HomeRecord, studio: str) -> Iterator[models.DecisionRecord]:
    """The decisions of the member union on one of its studios, which is called `studio` here, as they were filed."""
    for title in home.titles:
        yield models.DecisionRecord(
            title=title.title,
            result=title.result,
            designation=title.designation,
            level=title.level,
            bodies=title.bodies,
            date=title.date,
            valid_to=title.valid_to,
            doc_no=title.doc_no,
            studios=(DecisionStudio(studio=studio),),
        )


def decisions_from_above(records: Records) -> Iterator[tuple[PurePosixPath, models.DecisionRecord]]:
    """The decisions of the upper union that came down to this house."""
    above = records.get(ABOVE)
    if isinstance(above, models.AboveRecord):
        yield from ((ABOVE, decision) for decision in above.decisions)


def here(house: str, studio: str) -> str:
    """The id that a member's studio has in the upper house: `house-studio`."""
    return f"{house}-{studio}"


def person_digest(name: str, unit: str) -> str:
    """What stands for a withdrawn person between houses: a SHA-256 of the name's key and the unit, not the name."""
    return sha256(f"laomo withdrawal\n{key(name)}\n{unit.strip()}".encode()).hexdigest()
