"""Studios, each joined from its records: the profile as it may be shown, its titles, its years, and what others share with it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import TypeVar

from laomo.records import models
from laomo.records.loader import Records
from laomo.registry import agreement, houses
from laomo.registry.publication import PublicView
from laomo.registry.studio import Achievement, Designation, Studio, Year

R = TypeVar("R", bound=models.Record)


def of_type(records: Records, kind: type[R]) -> Iterator[tuple[PurePosixPath, R]]:
    """The records of one kind with their paths, in order."""
    return ((path, record) for path, record in records.items() if isinstance(record, kind))


def studios(
    records: Records,
    unions: tuple[models.UnionRecord, ...],
    decisions: Iterable[tuple[PurePosixPath, models.DecisionRecord]],
    site: models.SiteRecord,
) -> tuple[Studio, ...]:
    """Each profile with its titles and years, in the order of the unions, then of the folders."""
    profiles = ((path.parts[0], record) for path, record in of_type(records, models.StudioRecord))
    published = PublicView.of(profiles, site)
    found = tuple(_profiles(records, unions, published, _titles(decisions, site.as_of), site.as_of))
    active = {studio.id: studio for studio in found if not studio.ended}
    years = defaultdict(list)
    for path, year in of_type(records, models.YearRecord):
        years[path.parent].append((path, year))
    for studio in found:
        of_studio = sorted(years[studio.path.parent], key=lambda item: item[0])
        studio.filed_years = tuple(_year(studio, published, active, *item) for item in of_studio)
        studio.years = tuple(year for year in studio.filed_years if not year.unredacted.only_registers)
    _share(active.values())
    return found


def _titles(
    decisions: Iterable[tuple[PurePosixPath, models.DecisionRecord]], as_of: models.PartialDate
) -> Mapping[str, Sequence[Designation]]:
    """What was decided about each studio, by its id, oldest first."""
    titles: dict[str, list[Designation]] = defaultdict(list)
    for path, decision in decisions:
        expired = _expired(decision, as_of)
        for named in decision.studios:
            titles[named.studio].append(Designation(decision, path, expired))
    return titles


def _expired(decision: models.DecisionRecord, as_of: models.PartialDate) -> bool:
    return bool(decision.valid_to and decision.valid_to.surely_before(as_of))


def _profiles(
    records: Records,
    unions: tuple[models.UnionRecord, ...],
    published: PublicView,
    titles: Mapping[str, Sequence[Designation]],
    as_of: models.PartialDate,
) -> Iterator[Studio]:
    hosts = houses.hosts(records, unions)
    order = {union.id: (place, union) for place, union in enumerate(unions)}
    profiles = [(path, record) for path, record in of_type(records, models.StudioRecord) if path.parts[0] in order]
    for path, record in sorted(profiles, key=lambda item: (order[item[0].parts[0]][0], item[0])):
        home = houses.home_of(records, path)
        yield Studio(
            id=path.parts[1],
            union=order[path.parts[0]][1],
            record=published.studio(record, path.parts[0]),
            path=path,
            unredacted=record,
            designations=_with_home(titles.get(path.parts[1], ()), home, path, as_of, hosts)
            if home
            else tuple(titles.get(path.parts[1], ())),
            home=home,
            edition=houses.edition_of(records, path) if home else None,
        )


def _with_home(
    titles: Sequence[Designation],
    home: models.HomeRecord,
    path: PurePosixPath,
    as_of: models.PartialDate,
    hosts: frozenset[str],
) -> tuple[Designation, ...]:
    """The titles given here together with those given at home, oldest first. What a house says that the host gave is left out."""
    given = [
        Designation(decision, path.with_name("home.yml"), _expired(decision, as_of))
        for decision in houses.titles_at_home(home, path.parts[1])
        if hosts.isdisjoint(decision.bodies)
    ]
    return tuple(sorted((*titles, *given), key=lambda each: each.decision.date))


def _year(
    studio: Studio,
    published: PublicView,
    active: Mapping[str, Studio],
    path: PurePosixPath,
    unredacted: models.YearRecord,
) -> Year:
    year = int(path.stem)
    record = published.year(unredacted, studio.unredacted, studio.union.id)
    achievements = []
    for item in record.achievements:
        if item.disclosure != "不公开":
            others = (active.get(other) for other in dict.fromkeys(item.shared_with) if other != studio.id)
            named = tuple(filter(None, others))
            partners = tuple(other for other in named if agreement.shares(studio, item.id, other))
            achievements.append(Achievement(item, studio, year, path, partners, named))
    return Year(year, record, path, tuple(achievements), unredacted)


def _share(active: Iterable[Studio]) -> None:
    """Hand each shared achievement to those who did not report it (domain notes §7 rule 4: counted once, where reported)."""
    shared: dict[str, list[Achievement]] = defaultdict(list)
    studios = tuple(active)
    for studio in studios:
        for item in studio.achievements:
            for partner in item.partners:
                shared[partner.id].append(item)
    for studio in studios:
        studio.shared = tuple(sorted(shared[studio.id], key=lambda item: -item.year))
