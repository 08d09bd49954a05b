"""The theme's files: its folder, its icons, and its stylesheets, which are joined into one minified file."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from hashlib import sha256
from importlib import resources
from pathlib import Path
from types import SimpleNamespace
from typing import Final

import rcssmin
from markupsafe import Markup

from laomo.pages import flex_gaps

_PART = re.compile(r"assets/stylesheets/\d\d-[^/]+\.css")
_LINKS = [
    re.compile(
        rf'<link {rel} href="([^"]*)assets/stylesheets/\d\d-[^"/]+\.css">'
        rf'(?:\s*<link {rel} href="\1assets/stylesheets/\d\d-[^"/]+\.css">)*'
    )
    for rel in ('rel="preload" as="style"', 'rel="stylesheet"')
]

_STANDALONE: Final = {"card": ("10-tokens",), "sheet": ("10-tokens", "42-told", "46-names")}
"""The parts of the theme's stylesheet that each standalone page uses."""


def folder() -> Path:
    """The folder `theme/`: inside the installed package, or at the root of a checkout."""
    package = Path(str(resources.files("laomo")))
    packaged = package / "theme"
    return packaged if packaged.is_dir() else package.parents[1] / "theme"


MKDOCS_THEME: Final = SimpleNamespace(__file__=str(folder() / "overrides" / "mkdocs_theme.yml"))
"""The entry point `mkdocs.themes`, for `theme: laomo`. MkDocs, ProperDocs and Zensical expect a module, and read where its file lies."""


def is_part(name: str) -> bool:
    """Whether a file of the theme, or of a site's `custom_dir`, is part of the joined stylesheet: `assets/stylesheets/NN-name.css`."""
    return bool(_PART.fullmatch(name))


def join(parts: Mapping[str, str]) -> tuple[str, str]:
    """Path and content of the joined stylesheet. `parts` maps names to contents; they are joined in the order of their names.

    The path contains a hash, so a browser never applies a cached older stylesheet to a new page.
    """
    return _named("laomo", (parts[name] for name in sorted(parts)))


def linked(page: str, joined: str) -> str:
    """A rendered page whose links to the parts are one link to the joined stylesheet, whose path is `joined`."""
    for links in _LINKS:
        page = links.sub(lambda found: found[0].partition(" href=")[0] + f' href="{found[1]}{joined}">', page, count=1)
    return page


def standalone(name: str) -> tuple[str, str]:
    """Path and content of a standalone page's stylesheet: the parts that it builds on, then `theme/standalone/<name>.css`."""
    parts = folder() / "overrides" / "assets" / "stylesheets"
    files = (*(parts / f"{part}.css" for part in _STANDALONE[name]), folder() / "standalone" / f"{name}.css")
    return _named(name, (file.read_text("utf-8") for file in files))


def _named(name: str, parts: Iterable[str]) -> tuple[str, str]:
    content = flex_gaps.with_margins(rcssmin.cssmin("\n".join(parts)))
    return f"assets/stylesheets/{name}.{sha256(content.encode()).hexdigest()[:8]}.css", content


@cache
def icon(name: str) -> Markup:
    """One of Material's icons as inline SVG. Raises FileNotFoundError if Material has no icon of that name."""
    file = resources.files("material") / "templates" / ".icons" / f"{name}.svg"
    drawing = file.read_text(encoding="utf-8")
    return Markup(drawing.replace("<svg ", '<svg class="icon" aria-hidden="true" ', 1).strip())  # noqa: S704 (from the theme)
