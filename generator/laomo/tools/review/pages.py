"""What changes on each page of the site, field by field. Both sides are registries, so that nothing else of a commit is needed."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import PurePosixPath

from laomo.records import models
from laomo.records.layout import KINDS, kind_of
from laomo.records.models.site import WithdrawnPerson
from laomo.registry import houses, urls
from laomo.registry.registry import Registry
from laomo.registry.studio import Studio
from laomo.tools.review import values
from laomo.tools.review.fields import STUDIO_IDS, UNION_IDS, Comparison, FieldChange
from laomo.tools.review.lines import ChangeLine
from laomo.tools.review.sides import Sides
from laomo.tools.review.visible import hidden_names, public_parts, without_names

_TITLES = frozenset(
    {
        *("honours", "recognised_by", "result", "designation", "level", "bodies", "valid_to", "category", "status"),
        *("name", "former_names", "commends", "decision"),
    }
)
_PEOPLE = frozenset({"leaders", "quote", "mentor", "apprentice", "pairs", "withdrawn", "owner"})


REASONS = ("大小差十倍以上", "称号与荣誉", "人员", "不再显示")
"""Why a reviewer should look at a change first, the most pressing reason first."""


@dataclass(frozen=True, slots=True)
class PageChange:
    """One change on one page; a page without an address is none, but a matter of the whole site."""

    page: ChangeLine
    change: FieldChange

    @property
    def reason(self) -> str:
        """Why a reviewer should look at it first; empty for all else."""
        fields = set(self.change.fields)
        reasons = (self.change.tenfold, fields & _TITLES, fields & _PEOPLE, self.change.hidden)
        return next((reason for reason, found in zip(REASONS, reasons, strict=True) if found), "")


def page_changes(sides: Sides) -> list[PageChange]:
    """Every public field that changes of records that were there and still are, and which other records are new or gone.

    New studios, and what is said of people who withdraw, are not among them (`changes.py`).
    """
    hidden = hidden_names(sides)
    names = _names(sides)
    found = chain.from_iterable(part(sides, names) for part in (_of_site, _of_lists, _of_files, _of_studios))
    return [PageChange(page, without_names(change, hidden)) for page, change in found]


Found = tuple[ChangeLine, FieldChange]


def _of_site(sides: Sides, names: values.Names) -> Iterator[Found]:
    """The records of the site as a whole that are no lists of pages."""
    home = ChangeLine("全站", "每一页", "")
    comparison = Comparison(_is_no_withdrawal, _is_no_withdrawal, names)
    before, after = sides.before.site, sides.after.site
    yield from ((home, change) for change in comparison.differences(before, after, "", ("site",)))
    if before.withdrawn != after.withdrawn:
        old, new = (f"{len(each.withdrawn)} 人" for each in (before, after))
        yield home, FieldChange("全站撤回公开的人（不写姓名）", ("site", "withdrawn"), old, new)
    for name, model in (("vocabulary", models.VocabularyRecord), ("owners", models.OwnersRecord)):
        page = ChangeLine(KINDS[name].title, "不上网" if name == "owners" else "", "")
        path = PurePosixPath(f"{name}.yml")
        if path not in sides.before.broken | sides.after.broken:
            olds, news = (each.records.get(path, model()) for each in (sides.before, sides.after))
            yield from ((page, change) for change in comparison.differences(olds, news, "", (name,)))


def _of_lists(sides: Sides, names: values.Names) -> Iterator[Found]:
    """Unions and alliances, each with its page."""
    before, after = sides.before, sides.after
    comparison = Comparison(names=names)
    for of, olds, news in (
        (("unions", "工会", urls.union), before.unions, after.unions),
        (("alliances", "联盟", urls.alliance), before.alliances, after.alliances),
    ):
        if PurePosixPath(f"{of[0]}.yml") not in before.broken | after.broken:
            yield from _of_list(comparison, of, olds, news)


Listed = models.UnionRecord | models.Alliance


def _of_list(
    comparison: Comparison, of: tuple[str, str, Callable[[str], str]], olds: Sequence[Listed], news: Sequence[Listed]
) -> Iterator[Found]:
    """The records that one file lists; `of` is the file's name, the Chinese word for a record, and what makes its address."""
    file, title, url = of
    known, now = {each.id: each for each in olds}, {each.id: each for each in news}
    for each in news:
        if old := known.get(each.id):
            page = ChangeLine(each.name, title, url(each.id))
            yield from ((page, change) for change in comparison.differences(old, each, "", (file,)))
    listing = ChangeLine(f"{title}名录", "", f"{file}/")
    gone, new = [each for each in olds if each.id not in now], [each for each in news if each.id not in known]
    yield from ((listing, change) for change in comparison.items(gone, new, title, (file,)))
    before, after = [name for name in known if name in now], [name for name in now if name in known]
    if before != after:
        texts = values.shortened(*("、".join(now[name].name for name in order) for order in (before, after)))
        yield listing, FieldChange("次序", (file,), *texts)


_CALLED = ("title", "name", "site")
"""The fields that say what a record is called."""


def _of_files(sides: Sides, names: values.Names) -> Iterator[Found]:
    """Decisions, notices, events, standards, tables of targets, and what houses give each other."""
    comparison = Comparison(names=names)
    before, after = (dict(_public_files(side)) for side in (sides.before, sides.after))
    for path in dict.fromkeys((*before, *after)):
        old, new, kind = before.get(path), after.get(path), kind_of(path) or ""
        if path in sides.before.broken or path in sides.after.broken:
            continue
        record = new or old
        name = next((said for key in _CALLED if (said := getattr(record, key, ""))), "")
        page = ChangeLine(name, KINDS[kind].title, _ADDRESSES[kind](path))
        if old and new:
            yield from ((page, change) for change in comparison.differences(old, new, "", (kind,)))
        elif new:
            yield from ((page, change) for change in comparison.new_file(new, f"新的{KINDS[kind].title}", (kind,)))
        elif old:
            yield replace(page, url=""), FieldChange("整份删去", (kind,), note="不再显示", hidden=True)


def _no_page(_: PurePosixPath) -> str:
    return ""


_ADDRESSES: Mapping[str, Callable[[PurePosixPath], str]] = {
    "decision": lambda path: f"decisions/#decision-{path.stem}",
    **dict.fromkeys(("notice", "event"), houses.paper_url),
    "standard": lambda path: urls.standard(path.stem),
    "target": lambda path: urls.targets(int(path.stem)),
    **dict.fromkeys(("houses", "upward", "above"), _no_page),
    "house": lambda path: urls.union(path.parts[0]),
    "home": lambda path: urls.studio(path.parts[1]),
}


def _public_files(side: Registry) -> Iterator[tuple[PurePosixPath, models.Record]]:
    inside = {path for path, record in side.decisions if record.result == "限期整改"}
    return ((path, each) for path, each in side.records.items() if kind_of(path) in _ADDRESSES and path not in inside)


def _of_studios(sides: Sides, names: values.Names) -> Iterator[Found]:
    """Profiles and years of the studios that were there and still are."""
    for old, new in sides.kept():
        comparison = Comparison(public_parts(old), public_parts(new), names)
        yield from ((ChangeLine(new.name, "基本情况", new.url), change) for change in _of_profile(comparison, old, new))
        years = [{each.year: each for each in side.years} for side in (old, new)]
        for year in sorted({*years[0], *years[1]}):
            page = ChangeLine(new.name, f"{year}年", urls.studio_year(new.id, year))
            was, now = (each.get(year) for each in years)
            if was and now:
                changes = comparison.differences(was.unredacted, now.unredacted, "", ("year",))
                yield from ((page, change) for change in changes)
            elif was and new.path.parent / f"{year}.yml" not in sides.after.broken:
                gone = FieldChange("年度档案", ("year",), note="整年删去", hidden=True)
                yield replace(page, url=new.url), gone


def _of_profile(comparison: Comparison, old: Studio, new: Studio) -> Iterator[FieldChange]:
    if old.union.id != new.union.id:
        yield FieldChange("主管工会", ("status",), old.union.name, new.union.name)
    before, after = (next((each.file for each in side.record.photos), "") for side in (old, new))
    if before != after:
        yield FieldChange("封面", ("photos",), before, after)
    yield from comparison.differences(old.unredacted, new.unredacted, "", ("studio",))


def _is_no_withdrawal(record: models.Record) -> bool:
    return not isinstance(record, WithdrawnPerson)


def _names(sides: Sides) -> values.Names:
    """By field what its ids of unions and studios are called."""
    both = (sides.before, sides.after)
    studios = {each.id: each.name for side in both for each in side.studios}
    unions = {each.id: each.name for side in both for each in side.unions}
    return dict.fromkeys(STUDIO_IDS, studios) | dict.fromkeys(UNION_IDS, unions)
