"""What changed in the last 30 and 365 days, as a page and as JSON, by the dates in the records. None without such dates."""

from collections.abc import Iterator
from functools import partial
from pathlib import PurePosixPath

from laomo.pages import breadcrumbs, open_data_formats, open_data_models
from laomo.pages.context import Context
from laomo.pages.open_data_round import OpenDataChange
from laomo.registry import recent, urls
from laomo.registry.recent import DatedChange
from laomo.system.output import Output


def emit(context: Context) -> Iterator[Output]:
    short, long = (recent.changes(context.registry, days) for days in recent.LATELY)
    if not long:
        return
    trail = breadcrumbs.to(breadcrumbs.OPEN_DATA, breadcrumbs.RECENT)
    yield from context.pages("recent.md", urls.RECENT, long, trail=trail, entry=_entry, short=len(short))
    yield Output(
        PurePosixPath(urls.DATA, "changes.json"),
        partial(_json, context, long),
        fingerprint=partial(context.fingerprints.of, urls.RECENT, long),
    )


def _entry(each: DatedChange) -> breadcrumbs.Step:
    return each.title, each.url


def _json(context: Context, found: tuple[DatedChange, ...]) -> bytes:
    site, address = context.registry.site, context.address or "/"
    terms = open_data_models.Terms(
        site=site.name, sample=context.registry.demonstration, as_of=site.as_of.iso, licence=site.licence
    )
    rows = (
        OpenDataChange(
            date=each.date.iso, kind=each.kind, title=each.title, sample=each.sample, page=address + each.url
        )
        for each in found
    )
    return open_data_formats.collection_as_json(terms, "changes", rows)
