"""The theme's scripts as readers load them: the modules of one use in one file, made small, loaded only when used.

The sources in `theme/scripts/` stay readable: `search/` finds documents, `ui/` shows them. A module is a constant, named after
its file (`url_state.js`: `LaomoUrlState`), which the modules after it may use. Each published file is a function of its own, so
that two of them on one page never meet.
"""

from collections.abc import Iterator
from pathlib import PurePosixPath

from rjsmin import jsmin

from laomo.pages import theme
from laomo.pages.context import Context
from laomo.system.output import Output

_CARDS = ("search/shards", "search/document_numbers", "ui/result_cards", "ui/dom")
_ENGINE = ("search/tokenize", "search/postings", "search/match", "search/engine", "search/results")
FILES = {
    "search-field": ("ui/search_box",),
    "search-browse": ("ui/directory_loader",),
    "search-suggest": (*_CARDS, *_ENGINE, "ui/suggestions"),
    "search-page": (*_CARDS, *_ENGINE, "ui/url_state", "ui/search_page"),
    "search-directory": (*_CARDS, "ui/facet_columns", "ui/url_state", "ui/facets", "ui/directory"),
}
"""File → its modules in order. `search-field` is on every page, `search-browse` on the directories; they fetch one of the
others when a reader wants it."""

LATE = {"search/facets": ("ui/facet_columns", "ui/facets"), "search/likeness": ("search/fuzzy",)}
"""What these others fetch only for a reader who needs it (`late` in `shards.js`): the filters of the search page, which stand
beside the first results and so come after them, and what is looked for when nothing is found word for word."""


def emit(_: Context) -> Iterator[Output]:
    for name in (*FILES, *LATE):
        yield Output.ready(PurePosixPath(f"assets/javascripts/{name}.js"), bundle(name).encode())


def bundle(name: str) -> str:
    """One file: a function that runs at once; or one that waits for the modules it names, and gives back its own."""
    if name in FILES:
        return small('(() => {"use strict";', FILES[name], "})();\n")
    given, own = _constants((*_CARDS, *_ENGINE, "ui/url_state")), _constants(LATE[name])
    return small(f'"use strict";laomoSearch("{name}", ({{{given}}}) => {{', LATE[name], f"return {{{own}}};}});\n")


def _constants(modules: tuple[str, ...]) -> str:
    return ",".join(f"Laomo{PurePosixPath(module).name.title().replace('_', '')}" for module in modules)


def small(head: str, modules: tuple[str, ...], tail: str) -> str:
    """Modules between two lines, without comments and needless space."""
    folder = theme.folder() / "scripts"
    sources = [(folder / f"{module}.js").read_text(encoding="utf-8") for module in modules]
    bodies = (source.replace('"use strict";\n', "", 1) for source in sources)
    return str(jsmin("\n".join([head, *bodies, tail])))
