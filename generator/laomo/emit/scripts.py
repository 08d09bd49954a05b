"""The theme's scripts as readers load them: the modules of one use in one file, made small, loaded only when used.

The sources in `theme/scripts/` stay readable; a module is a constant that those after it may name. Each file is a function
of its own, so that two of them on one page never meet.
"""

from collections.abc import Iterator
from pathlib import PurePosixPath

from rjsmin import jsmin

from laomo.emit.context import Context
from laomo.templates import theme_folder
from laomo.write import Output

_CARDS = ("shards", "columns", "words", "cards", "parts")
_ENGINE = ("postings", "matches", "engine")
_CHOICE = ("address", "facets")
FILES = {
    "search-field": ("field",),
    "search-browse": ("browse",),
    "search-suggest": (*_CARDS, *_ENGINE, "suggest"),
    "search-page": (*_CARDS, *_ENGINE, *_CHOICE, "page"),
    "search-directory": (*_CARDS, *_CHOICE, "directory"),
}
"""File → its modules in order. `search-field` is on every page, `search-browse` on the directories; they fetch one of the
others when a reader wants it."""


def emit(_: Context) -> Iterator[Output]:
    folder = theme_folder() / "scripts"
    for name, modules in FILES.items():
        sources = [(folder / f"{module}.js").read_text(encoding="utf-8") for module in modules]
        bodies = (source.replace('"use strict";\n', "", 1) for source in sources)
        whole = "\n".join(['(() => {"use strict";', *bodies, "})();\n"])
        yield Output(PurePosixPath(f"assets/javascripts/{name}.js"), jsmin(whole).encode())
