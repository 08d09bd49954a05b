"""A page per year with the official targets and the numbers from the records, in the order of the official document."""

from collections.abc import Iterator

from laomo.pages import breadcrumbs, json_ld
from laomo.pages.context import Context
from laomo.records.models import UnionRecord
from laomo.registry import urls
from laomo.registry.effects import EffectFigure, effects_of_year
from laomo.registry.registry import Registry
from laomo.registry.statistics.figures import Coverage
from laomo.registry.targets import Targets
from laomo.system.output import Output


def emit(context: Context) -> Iterator[Output]:
    for table in context.registry.targets:
        trail = breadcrumbs.to((f"{table.year}年任务与进展", urls.targets(table.year)))
        about = context.about(json_ld.targets, table)
        others = [each.year for each in context.registry.targets if each is not table]
        yield context.page(
            "targets.md",
            urls.targets(table.year),
            trail=trail,
            linked=about,
            table=table,
            others=others,
            reported=_reported(context.registry, table),
        )


def _reported(registry: Registry, table: Targets) -> list[tuple[UnionRecord, tuple[EffectFigure, ...], Coverage]]:
    """What the active studios of each union report of the year; empty if none reports anything (河南省总工会 2015-02-06 五·三)."""
    rows = []
    for row in table.rows:
        studios = [studio for studio in registry.studios_of(row.union.id) if not studio.ended]
        rows.append((row.union, *effects_of_year(studios, table.year)))
    return rows if any(coverage.supplied for _, _, coverage in rows) else []
