"""A studio with everything recorded about it: profile, years, achievements, titles."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePosixPath

from laomo.problems.problem import Loc
from laomo.records import models
from laomo.records.models import vocabulary
from laomo.registry import urls
from laomo.registry.honour_kinds import best_honour, ranked
from laomo.text import studio_names
from laomo.text.studio_names import NameParts

_TITLES = ("达标", "命名", "示范")
_TAKEN_BACK = ("撤销", "摘牌")
_STEPS = vocabulary.STEPS_BEFORE_A_TITLE
_GONE = ("撤销", "合并", "迁出")


@dataclass(frozen=True, slots=True)
class Achievement:
    """One published achievement, with the studio and the year that it belongs to."""

    record: models.AchievementRecord
    studio: "Studio" = field(repr=False)
    year: int
    path: PurePosixPath
    """The year file that holds it."""
    partners: tuple["Studio", ...] = field(default=(), repr=False)
    """The other active studios that share the achievement (see `agreement.py`); `studio` is the one that reports it."""
    named: tuple["Studio", ...] = field(default=(), repr=False)
    """All active studios that the record names as partners, also those of other unions that have not agreed."""

    @property
    def studios(self) -> tuple["Studio", ...]:
        """All studios that share the achievement, the one that reports it first."""
        return (self.studio, *self.partners)

    def partners_on_page_of(self, studio: "Studio") -> tuple["Studio", ...]:
        """The others that share it, as a studio's page names them. Pages of the union that reports it also name those that have not agreed."""
        named = self.named if studio.union.id == self.studio.union.id else self.partners
        return tuple(each for each in (self.studio, *named) if each is not studio)

    @property
    def told(self) -> bool:
        """Whether there is so much to tell of it, a story or pictures, that it has a page of its own: at home, if it was gathered."""
        return bool(self.record.story or self.record.photos)

    @property
    def has_page(self) -> bool:
        """Whether that page is here."""
        return self.told and not self.studio.brief

    @property
    def url(self) -> str:
        """Its page, or else its section in the annual report; its line on the studio's page where there is only that."""
        if self.studio.brief:
            return f"{self.studio.url}#achievement-{self.record.id}"
        if self.has_page:
            return urls.achievement(self.studio.id, self.record.id)
        return urls.reported_achievement(self.studio.id, self.year, self.record.id)


@dataclass(frozen=True, slots=True)
class Year:
    """One year of a studio."""

    year: int
    record: models.YearRecord
    path: PurePosixPath
    achievements: tuple[Achievement, ...]
    unredacted: models.YearRecord
    """The year as recorded, before withdrawn people are removed: for checks, never for pages."""


@dataclass(frozen=True, slots=True)
class Designation:
    """One decision as it applies to one studio."""

    decision: models.DecisionRecord
    path: PurePosixPath
    expired: bool = False
    """Whether its term had ended by the date of the data (`as_of` in `site.yml`)."""

    @property
    def title(self) -> str:
        return self.decision.designation or self.decision.title


@dataclass(eq=False)
class Studio:
    """A studio with everything recorded about it. Filled while the registry is built, read-only afterwards."""

    id: str
    union: models.UnionRecord
    record: models.StudioRecord
    path: PurePosixPath
    unredacted: models.StudioRecord
    """The profile as recorded, withdrawn people included: for checks, never for pages, which show `record`."""
    filed_years: tuple[Year, ...] = ()
    """All annual records, also those that only register a report."""
    years: tuple[Year, ...] = ()
    """The annual records without those."""
    designations: tuple[Designation, ...] = ()
    shared: tuple[Achievement, ...] = ()
    """Achievements that other studios report and this one shares, newest year first. Shown here, counted at the other."""
    home: models.HomeRecord | None = None
    """Where it was gathered from; None for the host's own studios."""
    edition: models.HouseRecord | None = None
    """The edition of the member house that it was gathered with."""

    @property
    def brief(self) -> bool:
        """Whether only its own page is made: the rest is read at its home, whose house did not ask for full pages."""
        return self.home is not None and not (self.edition and self.edition.full_pages)

    @property
    def url(self) -> str:
        return urls.studio(self.id)

    def at_home(self, url: str) -> str | None:
        """The address of one of these pages in the studio's own house; None for the host's own, and where that says no address."""
        page = self.home.page if self.home else None
        inner = url.removeprefix(self.url)
        return page + inner if page and (not inner or page.endswith("/")) else None

    def report_url(self, year: int) -> str:
        """Its annual report; its own page where no reports are made."""
        return self.url if self.brief else urls.studio_year(self.id, year)

    def section_of_year(self, year: int, section: str) -> str:
        """A section of its annual report; its own page where no reports are made."""
        return self.url if self.brief else f"{urls.studio_year(self.id, year)}#{section}"

    @property
    def name(self) -> str:
        return self.record.name

    @cached_property
    def people(self) -> tuple[str, ...]:
        """The names of its leaders, present and former, who may be named in its titles."""
        return tuple(leader.name for leader in self.record.leaders)

    @property
    def name_parts(self) -> NameParts:
        """The name in two parts: its own, and what kind of studio it is."""
        return studio_names.split(self.name)

    @cached_property
    def achievements(self) -> tuple[Achievement, ...]:
        """The published achievements that it reports, newest year first."""
        return tuple(item for year in reversed(self.years) for item in year.achievements)

    @cached_property
    def achievements_by_year(self) -> dict[int, tuple[Achievement, ...]]:
        """All its achievements by year, newest year first; within a year, those that other studios report come last."""
        years: dict[int, list[Achievement]] = {}
        for item in sorted((*self.achievements, *self.shared), key=lambda item: -item.year):
            years.setdefault(item.year, []).append(item)
        return {year: tuple(items) for year, items in years.items()}

    @property
    def photos(self) -> Iterator[models.Photo | models.Portrait]:
        """The published pictures of the profile, of its leaders and of the achievements that it reports."""
        yield from self.record.photos
        yield from (leader.portrait for leader in self.record.leaders if leader.portrait)
        for achievement in self.achievements:
            yield from achievement.record.photos

    @property
    def places_of_photos(self) -> Iterator[tuple[PurePosixPath, Loc, models.Photo | models.Portrait]]:
        """Every picture in its records, published or not, with the path of the record below `studios/` and the place in it."""
        for n, photo in enumerate(self.record.photos):
            yield self.path, ("photos", n), photo
        for n, leader in enumerate(self.unredacted.leaders):
            if leader.portrait:
                yield self.path, ("leaders", n, "portrait"), leader.portrait
        for year in self.years:
            for a, achievement in enumerate(year.record.achievements):
                for n, photo in enumerate(achievement.photos):
                    yield year.path, ("achievements", a, "photos", n), photo

    def picture_path(self, photo: models.Photo | models.Portrait) -> PurePosixPath:
        """The path of a picture's file, relative to `studios/`."""
        return self.path.parent / "photos" / photo.file

    @cached_property
    def achievements_by_weight(self) -> tuple[Achievement, ...]:
        """The achievements that it reports: those with a page of their own first, then recognised ones, each newest first."""
        return tuple(
            sorted(self.achievements, key=lambda item: (not item.has_page, not item.record.recognised_by, -item.year))
        )

    @cached_property
    def leaders(self) -> tuple[models.Leader, ...]:
        """Its present leaders; all former ones if nobody leads it now."""
        return tuple(leader for leader in self.record.leaders if leader.end is None) or self.record.leaders

    @property
    def leaders_with_honour(self) -> tuple[tuple[str, str | None], ...]:
        """Name and highest honour (None without one) of each of its `leaders`, as a nameplate shows them."""
        return tuple((leader.name, best_honour(leader)) for leader in self.leaders)

    @cached_property
    def honours(self) -> tuple[models.Honour, ...]:
        """The honours of the studio itself, from its profile and its years, ranked."""
        return ranked((*self.record.honours, *(honour for year in self.years for honour in year.record.honours)))

    @cached_property
    def created(self) -> models.PartialDate | None:
        """The founding date, else the date of its plaque (domain notes §7 rule 2); None if unknown, never guessed."""
        return self.record.founded or self.record.plaque

    @cached_property
    def titles(self) -> tuple[Designation, ...]:
        """Titles granted and not revoked, oldest first; expired ones are included."""
        return _kept(self.designations)

    @cached_property
    def qualified(self) -> models.PartialDate | None:
        """The date of the first acceptance decision (达标); None without one, if it was revoked, or if the studio has ended."""
        if self.ended:
            return None
        return next((d.decision.date for d in self.titles if d.decision.result == "达标"), None)

    @cached_property
    def ending(self) -> str | None:
        """How the studio ended: 撤销, 摘牌, 合并 or 迁出; None while it is active. One remaining title keeps it active."""
        if self.record.status in _GONE:
            return self.record.status
        last = self._last.decision.result if self._last else ""
        return last if last in _TAKEN_BACK and not self.titles else None

    @cached_property
    def ended(self) -> bool:
        """Whether a decision or the profile says that the studio has ended."""
        return self.ending is not None

    @cached_property
    def _last_year(self) -> int | None:
        """The year in which it ended; None while it is active, or if the date is not recorded."""
        if not self.ended:
            return None
        if self.record.ended_on:
            return self.record.ended_on.year
        last = self._last.decision if self._last else None
        return last.date.year if last and last.result in _TAKEN_BACK else None

    @property
    def _last(self) -> Designation | None:
        """The last decision that says what the studio is; an application says nothing of that."""
        return next((each for each in reversed(self.designations) if each.decision.result not in _STEPS), None)

    def created_by(self, year: int) -> bool:
        """Whether it existed at the end of a year (domain notes §7 rule 2). False if `created` is unknown."""
        return self.created is not None and self.created.year <= year and self._active_at_end_of(year)

    def qualified_by(self, year: int) -> bool:
        """Whether it held an acceptance (达标) at the end of a year."""
        titles = _kept(each for each in self.designations if each.decision.date.year <= year)
        return self._active_at_end_of(year) and any(title.decision.result == "达标" for title in titles)

    def _active_at_end_of(self, year: int) -> bool:
        return not self.ended or (self._last_year is not None and self._last_year > year)

    @cached_property
    def valid_designations(self) -> tuple[Designation, ...]:
        """Titles that it holds now, highest level first, then newest first (domain notes §7 rule 3)."""
        rank = list(vocabulary.LEVELS)
        newest_first = [title for title in reversed(self.titles) if not title.expired]
        return () if self.ended else tuple(sorted(newest_first, key=lambda title: rank.index(title.decision.level)))

    @cached_property
    def rectification(self) -> Designation | None:
        """The latest 限期整改, unless a later decision has settled it. Internal: for the union's report, never for pages."""
        judged = [each for each in self.designations if each.decision.result not in ("表彰", *_STEPS)]
        return judged[-1] if judged and judged[-1].decision.result == "限期整改" else None

    @cached_property
    def commendations(self) -> tuple[Designation, ...]:
        """Decisions with the result 表彰, newest first."""
        return tuple(each for each in reversed(self.designations) if each.decision.result == "表彰")

    @cached_property
    def past_designations(self) -> tuple[Designation, ...]:
        """Expired titles, newest first; empty once the studio has ended."""
        return () if self.ended else tuple(title for title in reversed(self.titles) if title.expired)

    @cached_property
    def level(self) -> str | None:
        """The level of its highest valid title; None without one."""
        return self.valid_designations[0].decision.level if self.valid_designations else None


def _kept(designations: Iterable[Designation]) -> tuple[Designation, ...]:
    """The titles left after all these decisions, oldest first: 摘牌 and 撤销 revoke earlier titles of the same level."""
    kept: list[Designation] = []
    for designation in designations:
        decision = designation.decision
        if decision.result in _TITLES:
            kept.append(designation)
        elif decision.result in _TAKEN_BACK:
            kept = [title for title in kept if title.decision.level != decision.level]
    return tuple(kept)
