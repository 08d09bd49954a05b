"""What other houses say: the home of a studio that was gathered from a member's exhibition, its titles there, and titles that came down from above."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePosixPath

from laomo.records import models
from laomo.records.loader import Records
from laomo.records.models.decisions import DecisionStudio
from laomo.registry import urls
from laomo.registry.studio import Studio
from laomo.text.person_names import key

ABOVE = PurePosixPath("above.yml")


@dataclass(frozen=True, slots=True)
class PaperHome:
    """Where an event or a notice was gathered from."""

    union: models.UnionRecord
    edition: models.HouseRecord
    page: str | None
    """Its page there; None if the house states no address."""


def paper_id(path: PurePosixPath) -> str:
    """The id of an event or a notice by its path below `studios/`: `2025-01`, or, gathered from a member, `house-2025-01`."""
    return path.stem if len(path.parts) < 3 else here(path.parts[0], path.stem)


def paper_url(path: PurePosixPath) -> str:
    """The page of an event or a notice by its path below `studios/`."""
    return (urls.notice if path.parts[-2] == "notices" else urls.event)(paper_id(path))


def paper_homes(records: Records, unions: Mapping[str, models.UnionRecord]) -> Iterable[tuple[str, PaperHome]]:
    """The homes of all gathered events and notices, by their pages here."""
    for path, record in records.items():
        if isinstance(record, models.EventRecord | models.NoticeRecord) and len(path.parts) > 2:
            edition, union = edition_of(records, path), unions.get(path.parts[0])
            if edition and union:
                at = paper_url(PurePosixPath(*path.parts[1:]))
                page = f"{edition.address.rstrip('/')}/{at}" if edition.address else None
                yield paper_url(path), PaperHome(union, edition, page)


def pages_at_home(studios: Iterable[Studio], papers: Mapping[str, PaperHome]) -> Iterator[str]:
    """The pages here whose canonical address is in a member's house: of its studios, their reports and achievements; of its events and notices."""
    for studio in studios:
        years = () if studio.brief else studio.years
        reports = (studio.report_url(each.year) for each in years)
        achievements = (each.url for each in studio.achievements if each.has_page)
        yield from (url for url in (studio.url, *reports, *achievements) if studio.at_home(url))
    yield from (url for url, home in papers.items() if home.page)


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


def hosts(records: Records, unions: Iterable[models.UnionRecord]) -> frozenset[str]:
    """All names of the unions that a site with members is of: what they decided, its own decisions say. Empty without members."""
    listed = records.get(PurePosixPath("houses.yml"))
    members = {house.id for house in listed.houses} if isinstance(listed, models.HousesRecord) else set[str]()
    top = [each for each in unions if not each.parent and each.id not in members] if members else []
    return frozenset(name for each in top for name in (each.name, each.short, *each.other_names) if name)


def decisions_from_above(records: Records) -> Iterator[tuple[PurePosixPath, models.DecisionRecord]]:
    """The decisions of the upper union that came down to this house."""
    above = records.get(ABOVE)
    if isinstance(above, models.AboveRecord):
        yield from ((ABOVE, decision) for decision in above.decisions)


def here(house: str, studio: str) -> str:
    """The id that a member's studio has in the upper house: `house-studio`."""
    return f"{house}-{studio}"


_IN_LETTERS = str.maketrans("0123456789abcdef", "abcdefghijklmnop")


def lettered(digest: str) -> str:
    """A digest in sixteen letters instead of hexadecimal: of 260 records with a digest, one would seem to hold somebody's number."""
    return digest.translate(_IN_LETTERS)


def person_digest(name: str, unit: str) -> str:
    """What stands for a withdrawn person between houses: a SHA-256 of the name's key and the unit, not the name."""
    return sha256(f"laomo withdrawal\n{key(name)}\n{unit.strip()}".encode()).hexdigest()


def mark_of(name: str, unit: str) -> str:
    """The same as records of the upper house have it."""
    return lettered(person_digest(name, unit))
