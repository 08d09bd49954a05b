"""For other sites: a card of a studio to embed, without scripts, and a badge. Both need the site's URL (`site_url`)."""

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from laomo.pages import theme
from laomo.pages.context import Context
from laomo.registry import urls
from laomo.registry.studio import Studio
from laomo.system.output import Output

_LABEL = "创新工作室"
_EM = 13
"""The width in pixels of a Chinese character on the badge."""


def emit(context: Context) -> Iterator[Output]:
    """The stylesheet of all cards."""
    if context.address:
        style, content = theme.standalone("card")
        yield Output.ready(PurePosixPath(style), content.encode())


def of_studios(context: Context, studios: Sequence[Studio]) -> Iterator[Output]:
    style, _ = theme.standalone("card")
    for studio in (each for each in studios if context.address and not each.ended and not each.brief):
        measured = next((item for item in studio.achievements_by_weight if item.record.measures), None)
        yield context.document(
            "card.html",
            urls.card(studio.id),
            studio=studio,
            style=style,
            measured=measured,
            address=(context.address or "") + studio.url,
        )
        yield _badge(context, studio)


def _badge(context: Context, studio: Studio) -> Output:
    left, right = _width(_LABEL), _width(studio.name)
    return context.file(
        urls.badge(studio.id),
        "badge.svg",
        studio.url,
        label=_LABEL,
        studio=studio,
        left=left,
        right=right,
        middles=(str(left / 2), str(left + right / 2)),
    )


def _width(text: str) -> int:
    """The width in pixels of a text with a margin of ten on each side. Latin letters and digits are narrower than Chinese."""
    return 20 + round(sum(0.62 if character.isascii() else 1 for character in text) * _EM)
