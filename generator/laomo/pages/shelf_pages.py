"""The lists of a facet: one for each of its values, with the panel of the facet beside it."""

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from laomo.pages.breadcrumbs import Step, Trail
from laomo.pages.context import Context
from laomo.pages.facets import Shelf
from laomo.registry import urls
from laomo.system.output import Output

T = TypeVar("T")


def of_values(
    context: Context, template: str, shelf: Shelf[T], *, trail: Trail, entry: Callable[[T], Step], **facts: Any
) -> Iterator[Output]:
    """The pages for each value that has items. `trail` leads to the page above them; `entry` and `facts` are as in `Context.pages`.

    Besides `facts` the template gets `heading`, `value`, `address` (of the value's first page), `shelf` (the panel) and `shelves`.
    """
    for value, items in shelf.found.items():
        pages, heading = shelf.facet.sections[value], shelf.facet.heading.format(value)
        address = urls.listing(pages)
        yield from context.pages(
            template,
            pages,
            items,
            trail=(*trail, (heading, address)),
            entry=entry,
            heading=heading,
            value=value,
            address=address,
            shelves=[shelf.panel],
            shelf=shelf.panel,
            **facts,
        )
