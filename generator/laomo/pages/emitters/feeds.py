"""Atom feeds of the site, of decisions, notices and events, of each union and of each industry, newest first."""

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain
from pathlib import PurePosixPath

from laomo.pages import atom, breadcrumbs
from laomo.pages.atom import AtomEntry
from laomo.pages.context import Context
from laomo.pages.templates import SAMPLE_MARK
from laomo.records.models import EventRecord, PartialDate
from laomo.registry import urls
from laomo.registry.studio import Achievement, Studio
from laomo.system.output import Output

_NEWEST = 50


def emit(context: Context) -> Iterator[Output]:
    address, registry = context.address, context.registry
    if not address:
        return
    sections = (
        (breadcrumbs.DECISIONS, list(_decisions(context))),
        (breadcrumbs.NOTICES, list(_notices(context))),
        (breadcrumbs.EVENTS, list(_events(context, registry.events))),
    )
    everything = [*_achievements(context, registry.achievements), *chain.from_iterable(each for _, each in sections)]
    yield _feed(context, registry.site.name, "", everything)
    for union in registry.unions:
        studios = [studio for studio in registry.studios_of(union.id) if not studio.ended]
        ids = {studio.id for studio in studios}
        events = _events(context, registry.events_of(union, ids))
        yield _feed(context, union.name, urls.union(union.id), (*_of(context, studios), *events))
    for (title, page), entries in sections:
        if entries:
            yield _feed(context, title, page, entries)
    for label, slug in registry.industries.items():
        if studios := [studio for studio in registry.active_studios if studio.record.industry == label]:
            yield _feed(context, label, urls.listing(f"industries/{slug}"), _of(context, studios))


def _feed(context: Context, title: str, page: str, entries: Iterable[AtomEntry]) -> Output:
    site, address = context.registry.site, context.address or ""
    newest = sorted(entries, key=lambda entry: (entry.date, entry.key), reverse=True)[:_NEWEST]
    feed = atom.Feed(
        title=_marked(title if title == site.name else f"{title} - {site.name}", context.registry.demonstration),
        subtitle=site.sample_banner or site.statement or "",
        author=site.footer.host or site.name,
        url=address + urls.feed(page),
        page=address + page,
        as_of=site.as_of,
        entries=newest,
    )
    return Output(
        PurePosixPath(urls.feed(page)),
        partial(atom.atom, feed),
        fingerprint=partial(context.fingerprints.of, "feed", feed),
    )


def _of(context: Context, studios: list[Studio]) -> Iterator[AtomEntry]:
    """The achievements and titles of a group of studios."""
    yield from _achievements(context, {item.url: item for studio in studios for item in studio.achievements}.values())
    for studio in studios:
        for title in studio.titles:
            decision = title.decision
            url = f"{context.address}{studio.url}"
            yield AtomEntry(
                date=decision.date,
                title=_marked(f"{studio.name}：{decision.level}{decision.result}", studio.record.sample),
                url=url,
                key=f"{url}#decision-{title.path.stem}",
                summary="，".join(part for part in (title.title, "、".join(decision.bodies), decision.doc_no) if part),
                subject=decision.result,
            )


def _achievements(context: Context, achievements: Iterable[Achievement]) -> Iterator[AtomEntry]:
    """The entries of achievements. Only the year is known, so the date is 31 December, or the date of the data if that is earlier."""
    for item in achievements:
        yield AtomEntry(
            date=min(PartialDate(item.year, 12, 31), context.registry.site.as_of),
            title=_marked(item.record.title, item.studio.record.sample),
            url=f"{context.address}{item.url}",
            key=f"{context.address}{item.studio.url}#achievement-{item.record.id}",
            summary="：".join(part for part in (item.studio.name, item.record.effect) if part),
            subject=item.record.kind,
        )


def _decisions(context: Context) -> Iterator[AtomEntry]:
    for path, decision in context.registry.announced:
        yield AtomEntry(
            date=decision.date,
            title=_marked(decision.title, decision.sample),
            url=f"{context.address}{urls.decision(path.stem)}",
            key=f"{context.address}decisions/#decision-{path.stem}",
            summary=f"{'、'.join(decision.bodies)}：{len(decision.studios)} 家工作室",
            subject=decision.result,
        )


def _notices(context: Context) -> Iterator[AtomEntry]:
    for name, notice in context.registry.notices:
        url = f"{context.address}{urls.notice(name)}"
        summary = "，".join((notice.issuer, *_house(context, urls.notice(name))))
        yield AtomEntry(notice.date, _marked(notice.title, notice.sample), url, url, summary, notice.kind)


def _events(context: Context, events: Iterable[tuple[str, EventRecord]]) -> Iterator[AtomEntry]:
    for name, event in events:
        url = f"{context.address}{urls.event(name)}"
        said = (event.organiser, event.place, event.summary, *_house(context, urls.event(name)))
        summary = "，".join(part for part in said if part)
        yield AtomEntry(event.date, _marked(event.title, event.sample), url, url, summary, event.kind)


def _house(context: Context, url: str) -> Iterator[str]:
    """The member's house that an event or a notice came from."""
    if home := context.registry.paper_homes.get(url):
        yield f"来自{home.edition.site}"


def _marked(title: str, sample: bool) -> str:
    """The title, which says so if what it names is invented: readers of a feed do not see the site's banner."""
    return title + SAMPLE_MARK if sample else title
