"""Bundles the theme's scripts: the modules of one feature are joined into one minified file, which is loaded on demand.

The sources are in `theme/scripts/`: `search/` finds documents, `ui/` shows them. A module defines one constant, named after its
file (`url_state.js`: `LaomoUrlState`), which later modules of the bundle may use. Each bundle is wrapped in a function, so that
two bundles on one page do not share names.
"""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from rjsmin import jsmin

from laomo.pages import theme
from laomo.pages.context import Context
from laomo.system.output import Output

_CARDS = ("search/shards", "search/document_numbers", "ui/result_cards", "ui/dom")
_ENGINE = (
    "search/tokenize",
    "search/postings",
    "search/match",
    "search/combine",
    "search/engine",
    "search/results",
)
FILES = {
    "site": ("ui/palette", "ui/article", "ui/sidebars", "ui/search_box"),
    "search-browse": ("ui/directory_loader",),
    "search-suggest": (*_CARDS, *_ENGINE, "search/suggested", "ui/suggestions"),
    "search-page": (*_CARDS, *_ENGINE, "ui/covers", "ui/url_state", "ui/titles", "ui/search_page"),
    "search-directory": (
        *_CARDS,
        "ui/covers",
        "ui/facet_columns",
        "ui/url_state",
        "ui/facets",
        "ui/titles",
        "ui/directory",
    ),
}
"""Bundle → its modules in order. `site` is on every page and `search-browse` on the directories; both load one of the other bundles
when the reader uses the feature."""

LATE = {
    "search/facets": ("ui/facet_columns", "ui/facets"),
    "search/meaning": (
        "search/forms",
        "search/vocabulary",
        "search/evidence",
        "search/senses",
        "search/english",
        "search/words",
        "search/fuzzy",
        "search/relax",
        "search/questions",
        "ui/facet_columns",
        "search/meaning",
    ),
    "search/ways": ("ui/facet_columns", "ui/ways"),
}
"""Bundles that those scripts load when they need them (`late` in `shards.js`): the filters of the search page, loaded after the
first results; what a question means, loaded when no name, trade or title holds its words."""


def emit(_: Context) -> Iterator[Output]:
    for name in (*FILES, *LATE):
        yield Output.ready(PurePosixPath(f"assets/javascripts/{name}.js"), bundle(name).encode())


def bundle(name: str) -> str:
    """The text of one bundle.

    A bundle of `FILES` is a function that runs at once. One of `LATE` passes a function to `laomoSearch`; the function gets the
    constants of the modules that are loaded already and returns its own.
    """
    if name in FILES:
        return minified('(() => {"use strict";', FILES[name], "})();\n")
    imports, exports = _constants((*_CARDS, *_ENGINE, "ui/url_state")), _constants(LATE[name])
    head = f'"use strict";laomoSearch("{name}", ({{{imports}}}) => {{'
    return minified(head, LATE[name], f"return {{{exports}}};}});\n")


def _constants(modules: Iterable[str]) -> str:
    return ",".join(f"Laomo{PurePosixPath(module).name.title().replace('_', '')}" for module in modules)


def minified(head: str, modules: tuple[str, ...], tail: str) -> str:
    """The modules between `head` and `tail`, minified."""
    folder = theme.folder() / "scripts"
    sources = [(folder / f"{module}.js").read_text(encoding="utf-8") for module in modules]
    bodies = (source.replace('"use strict";\n', "", 1) for source in sources)
    return str(jsmin("\n".join([head, *bodies, tail])))
