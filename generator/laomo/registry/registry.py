"""All records, joined: by id, by union, by year. What the rest of the program asks its questions to."""

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import PurePosixPath

from laomo.records import models
from laomo.records.loader import Loaded, Records
from laomo.records.models.vocabulary import INDUSTRIES
from laomo.registry import agreement, houses, joining, urls
from laomo.registry.joining import of_type
from laomo.registry.people import Person, gather
from laomo.registry.publication import PublicView
from laomo.registry.studio import Achievement, Studio
from laomo.registry.targets import Targets, compare
from laomo.system.clock import today
from laomo.text.collation import slug


@dataclass(frozen=True)
class Registry:
    """Every record of one site, joined. Made once per run by `Registry.of` and passed to checks and emitters."""

    records: Records
    digests: Mapping[PurePosixPath, str]
    """Of the bytes of each record's file."""
    pictures: frozenset[PurePosixPath]
    site: models.SiteRecord
    unions: tuple[models.UnionRecord, ...]
    studios: tuple[Studio, ...]
    decisions: tuple[tuple[PurePosixPath, models.DecisionRecord], ...]
    standards: tuple[tuple[str, models.StandardRecord], ...]
    vocabulary: models.VocabularyRecord
    broken: frozenset[PurePosixPath] = frozenset()

    @classmethod
    def of(cls, loaded: Loaded) -> "Registry | None":
        """Join the records; None without a site and its unions. Studios of unknown unions are left to the checks."""
        records = loaded.records
        site, unions = records.get(PurePosixPath("site.yml")), records.get(PurePosixPath("unions.yml"))
        if not isinstance(site, models.SiteRecord) or not isinstance(unions, models.UnionsRecord):
            return None
        vocabulary = records.get(PurePosixPath("vocabulary.yml"))
        filed = (*of_type(records, models.DecisionRecord), *houses.decisions_from_above(records))
        decisions = sorted(filed, key=lambda item: (item[1].date, item[0]))
        return cls(
            records=records,
            digests=loaded.digests,
            pictures=loaded.pictures,
            site=site,
            unions=unions.unions,
            studios=joining.studios(records, unions.unions, decisions, site),
            decisions=tuple(decisions),
            standards=tuple((path.stem, record) for path, record in of_type(records, models.StandardRecord)),
            vocabulary=vocabulary if isinstance(vocabulary, models.VocabularyRecord) else models.VocabularyRecord(),
            broken=loaded.broken,
        )

    def unreadable(self, studio: str) -> list[PurePosixPath]:
        """The files of a studio that have errors and could not be read, its profile first; empty if there are none."""
        files = [path for path in self.broken if len(path.parts) > 2 and path.parts[1] == studio]
        return sorted(files, key=lambda path: (path.name != "studio.yml", path))

    @cached_property
    def union_by_id(self) -> dict[str, models.UnionRecord]:
        return {union.id: union for union in self.unions}

    @cached_property
    def unions_called(self) -> dict[str, list[str]]:
        """Union id → all that it is called: its id, its name, its short name, its other names."""
        return {each.id: [each.id, each.name, *filter(None, [each.short]), *each.other_names] for each in self.unions}

    @cached_property
    def union_by_name(self) -> dict[str, models.UnionRecord]:
        """By their names and their other names."""
        return {name: union for union in self.unions for name in (union.name, *union.other_names)}

    @cached_property
    def studio_by_id(self) -> dict[str, Studio]:
        return {studio.id: studio for studio in self.studios}

    @cached_property
    def active_studios(self) -> tuple[Studio, ...]:
        """Studios that listings show: all but those that have ended."""
        return tuple(studio for studio in self.studios if not studio.ended)

    @cached_property
    def demonstration(self) -> bool:
        """Whether the site shows invented studios only: there are studios, and each is marked as a sample."""
        return bool(self.studios) and all(studio.record.sample for studio in self.studios)

    @property
    def noindex(self) -> bool:
        """Whether search engines are asked not to list the site: as its record says, else if it is a demonstration."""
        return self.demonstration if self.site.noindex is None else self.site.noindex

    @cached_property
    def qualified(self) -> tuple[Studio, ...]:
        """Active studios with a recorded acceptance decision."""
        return tuple(studio for studio in self.active_studios if studio.qualified)

    @cached_property
    def announced(self) -> tuple[tuple[PurePosixPath, models.DecisionRecord], ...]:
        """Decisions that the public may read, newest first; 限期整改 stays inside."""
        return tuple(item for item in reversed(self.decisions) if item[1].result != "限期整改")

    @cached_property
    def notices(self) -> tuple[tuple[str, models.NoticeRecord], ...]:
        """Notices with their ids, newest first."""
        found = of_type(self.records, models.NoticeRecord)
        ordered = sorted(found, key=lambda item: (item[1].date, item[0]), reverse=True)
        return tuple((houses.paper_id(path), record) for path, record in ordered)

    @cached_property
    def events(self) -> tuple[tuple[str, models.EventRecord], ...]:
        """Events and press mentions with their ids, newest first."""
        found = of_type(self.records, models.EventRecord)
        ordered = sorted(found, key=lambda item: (item[1].date, item[0]), reverse=True)
        return tuple((houses.paper_id(path), record) for path, record in ordered)

    def events_of(self, union: models.UnionRecord, studios: Container[str]) -> Iterator[tuple[str, models.EventRecord]]:
        """Those that a union organised, that came from its house, or that name one of these studios; newest first."""
        for name, event in self.events:
            home = self.paper_homes.get(urls.event(name))
            ours = event.union == union.id or (home is not None and home.union.id == union.id)
            if ours or any(each in studios for each in event.studios):
                yield name, event

    @cached_property
    def paper_homes(self) -> Mapping[str, houses.PaperHome]:
        """By their pages here, where events and notices were gathered from."""
        return dict(houses.paper_homes(self.records, self.union_by_id))

    @cached_property
    def alliances(self) -> tuple[models.Alliance, ...]:
        """Alliances in the order of their file."""
        record = self.records.get(PurePosixPath("alliances.yml"))
        return record.alliances if isinstance(record, models.AlliancesRecord) else ()

    @cached_property
    def people(self) -> tuple[tuple[models.Leader, Studio], ...]:
        """Everyone who leads an active studio now, with the studio."""
        return tuple((leader, studio) for studio in self.active_studios for leader in studio.leaders)

    @cached_property
    def withdrawn(self) -> frozenset[str]:
        """Names of those who may no longer be shown, on every page or on those of one union."""
        leaders = (each.leader.name for found in self.public_view.withdrawn.values() for each in found)
        return frozenset((*leaders, *(order.name for order in self.site.withdrawn)))

    @cached_property
    def public_view(self) -> PublicView:
        """Who has withdrawn, and where that acts."""
        return PublicView.of(((studio.union.id, studio.unredacted) for studio in self.studios), self.site)

    def is_of_member(self, studio: str) -> bool:
        """Whether an id is one of a member house's, as far as its beginning says: the house decides what it gives."""
        return any(studio.startswith(f"{house}-") for house in self._members)

    @cached_property
    def _members(self) -> frozenset[str]:
        """The houses that lie here, and in an upper house the unions without studios: the house of one of them may have left."""
        listed = self.records.get(PurePosixPath("houses.yml"))
        upper = isinstance(listed, models.HousesRecord) and bool(listed.houses)
        unions = self.union_by_id.keys() - {studio.union.id for studio in self.studios} if upper else frozenset[str]()
        return frozenset(unions) | {path.parts[0] for path, _ in of_type(self.records, models.HouseRecord)}

    def house_of(self, union: models.UnionRecord) -> models.HouseRecord | None:
        """The edition of a union's own house, if its studios were gathered from one."""
        return houses.edition_of(self.records, PurePosixPath(union.id, "-"))

    @property
    def upward(self) -> models.UpwardRecord | None:
        """What the house gives to the union above; None if it gives nothing."""
        record = self.records.get(PurePosixPath("upward.yml"))
        return record if isinstance(record, models.UpwardRecord) else None

    @cached_property
    def given_upwards(self) -> frozenset[str]:
        """The ids of the house's own studios that go up, ended ones too."""
        kept = self.upward.studios_without if self.upward else ()
        return frozenset(each.id for each in self.studios if each.home is None) - {*kept}

    @cached_property
    def withdrawal_mark(self) -> str:
        """Changes with every withdrawal, and says nothing of a person: how many, the latest day, a short check sum."""
        leaders = [
            (studio.path, each) for studio in self.studios for each in studio.unredacted.leaders if not each.published
        ]
        days = [each.withdrawn.iso for _, each in leaders if each.withdrawn]
        ordered = [(each.name, each.unit) for each in self.site.withdrawn]
        facts = repr([*((str(path), each.name, each.withdrawn) for path, each in leaders), *ordered])
        return f"{len(leaders) + len(ordered)} {max(days, default='-')} {sha256(facts.encode()).hexdigest()[:4]}"

    @cached_property
    def persons(self) -> tuple[Person, ...]:
        """The same people, each once with all their studios."""
        return gather(self.people)

    @cached_property
    def regions(self) -> dict[str, str]:
        """Label → slug of every region that a studio names: in the order of site.yml, then as they appear."""
        stated = filter(None, (studio.record.region for studio in self.active_studios))
        named = dict.fromkeys([*self.site.regions, *stated])
        return {name: self.vocabulary.regions.get(name) or slug(name) for name in named}

    @cached_property
    def host_unions(self) -> tuple[models.UnionRecord, ...]:
        """The unions below the topmost, in their order."""
        return tuple(union for union in self.unions if union.parent)

    @cached_property
    def achievements(self) -> tuple[Achievement, ...]:
        """All published achievements, newest year first, then in the order of the studios."""
        found = (item for studio in self.active_studios for item in studio.achievements)
        return tuple(sorted(found, key=lambda item: -item.year))

    @cached_property
    def industries(self) -> dict[str, str]:
        """Label → slug, built-in words and local ones."""
        return {**INDUSTRIES, **self.vocabulary.industries}

    def studios_of(self, union_id: str) -> tuple[Studio, ...]:
        """The studios that count for a union, in order."""
        return self._studios_by_union.get(union_id, ())

    def children_of(self, union_id: str | None) -> tuple[models.UnionRecord, ...]:
        return tuple(union for union in self.unions if union.parent == union_id)

    def above(self, union: models.UnionRecord) -> Iterator[models.UnionRecord]:
        """A union and all those above it, from the bottom up."""
        place: models.UnionRecord | None = union
        while place:
            yield place
            place = self.union_by_id.get(place.parent or "")

    def guests_of(self, union: models.UnionRecord) -> tuple[Studio, ...]:
        """The active studios that the union runs together with the unions that they count for."""
        named = (studio for studio in self.active_studios if union.id in studio.record.co_unions)
        return tuple(studio for studio in named if agreement.guest(studio, union))

    @cached_property
    def _studios_by_union(self) -> dict[str, tuple[Studio, ...]]:
        groups: dict[str, list[Studio]] = defaultdict(list)
        for studio in self.studios:
            groups[studio.union.id].append(studio)
        return {union_id: tuple(studios) for union_id, studios in groups.items()}

    @cached_property
    def targets(self) -> tuple[Targets, ...]:
        """The target tables, newest year first, each beside the counts that the records show for its year's end."""
        tables = ((int(path.stem), table) for path, table in of_type(self.records, models.TargetRecord))
        return tuple(
            compare(year, table, self.union_by_id, self.studios_of)
            for year, table in sorted(tables, key=lambda item: -item[0])
        )

    @cached_property
    def present(self) -> models.PartialDate:
        """The later of the date of the data (`as_of`) and the day of the build: what is dated after it has not happened yet.

        `as_of` alone says what the figures cover; the reports of a year come in before it is set forward.
        """
        day, as_of = today(), self.site.as_of
        built = models.PartialDate(day.year, day.month, day.day)
        return built if as_of.surely_before(built) else as_of

    @property
    def present_targets(self) -> Targets | None:
        """The newest target table; None if its year was over before that of the data: what was due then is no news."""
        newest = self.targets[0] if self.targets else None
        return newest if newest and newest.year >= self.site.as_of.year else None
