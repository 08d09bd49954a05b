"""Published achievements: by kind of result, by kind of innovation, by year, and intellectual property by its state."""

from collections.abc import Iterator

from laomo.records.models import vocabulary
from laomo.registry import urls
from laomo.registry.registry import Registry
from laomo.registry.statistics.figures import Figure, by_year, linked, tally
from laomo.registry.studio import Achievement

_RIGHTS = ("发明专利", "实用新型专利", "外观设计专利", "软件著作权")
"""Results that are intellectual property. One without a recorded state is not counted."""
_STATES = ("授权", "登记", "受理", "申请", "失效")


def by_result(registry: Registry) -> Figure:
    """By kind of result, with links to the lists."""
    found = ((item.studio.id, item.record.kind) for item in registry.achievements)
    lists = {kind: urls.listing(f"achievements/{slug}") for kind, slug in vocabulary.RESULT_KINDS.items()}
    return linked(tally("result", found, vocabulary.RESULT_KINDS, len(registry.active_studios)), lists)


def by_innovation(registry: Registry) -> Figure:
    """By kind of innovation. An achievement may be of several kinds, so the lines may sum to more than there are."""
    found = ((item.studio.id, kind) for item in registry.achievements for kind in dict.fromkeys(item.record.innovation))
    return tally("innovation", found, vocabulary.INNOVATION_KINDS, len(registry.active_studios))


def per_year(registry: Registry) -> Figure:
    """By year, with links to the lists."""
    figure = by_year(
        "year", ((item.studio.id, item.year, 1) for item in registry.achievements), len(registry.active_studios)
    )
    return linked(
        figure, {f"{item.year}年": urls.listing(f"achievements/{item.year}") for item in registry.achievements}
    )


def rights(registry: Registry) -> Figure:
    """Intellectual property by type and state. 申请 is not 授权, so each state has its own line (domain notes §7 rule 4)."""
    found = ((item.studio.id, f"{item.record.kind} {state}") for item, state in _rights(registry))
    return tally(
        "rights", found, [f"{kind} {state}" for kind in _RIGHTS for state in _STATES], len(registry.active_studios)
    )


def by_state(registry: Registry) -> Figure:
    """The same items as `rights`, by state only."""
    found = ((item.studio.id, state) for item, state in _rights(registry))
    return tally("states", found, _STATES, len(registry.active_studios))


def _rights(registry: Registry) -> Iterator[tuple[Achievement, str]]:
    for item in registry.achievements:
        if item.record.ip_state and item.record.kind in _RIGHTS:
            yield item, item.record.ip_state
