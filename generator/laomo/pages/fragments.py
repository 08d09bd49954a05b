"""Fragments: parts of pages that many pages show, such as the card of a studio. Each is rendered once.

Links are relative, so they differ from page to page. In a fragment they are marked, and made relative for each page that shows it.
"""

import re
from collections.abc import Callable
from typing import Any

from markupsafe import Markup

from laomo.registry import urls
from laomo.text import escape

_MARKED = re.compile("\ue000([^\ue001]*)\ue001")
_MOST = 50_000
"""The most fragments that are kept: about 50 MB."""


def marked(target: str) -> Markup:
    """A link in a fragment. Text from records cannot contain the marks, because they are escaped in it."""
    return Markup(f"\ue000{target}\ue001")  # noqa: S704 (an address of this site, escaped in `Fragments.on`)


class Fragments:
    """The fragments of one run. `render` makes one from the name of its template and its facts."""

    def __init__(self, render: Callable[..., str]) -> None:
        self._render = render
        self._kept: dict[object, tuple[list[str], object]] = {}
        """Text and targets of links in turn. The facts are kept with them, so that no other object gets their identity."""

    def on(self, url: str, name: str, /, **facts: Any) -> Markup:
        """A fragment for the page at an address. Facts are texts, or objects that are the same during the run."""
        key = name, tuple((each, fact if isinstance(fact, str) else id(fact)) for each, fact in facts.items())
        if key not in self._kept:
            if len(self._kept) >= _MOST:
                self._kept.clear()
            self._kept[key] = _MARKED.split(self._render(name, **facts)), facts
        text = self._kept[key][0].copy()
        text[1::2] = [escape.inert(urls.relative(url, target)) for target in text[1::2]]
        return Markup("".join(text))  # noqa: S704 (made by a template)
