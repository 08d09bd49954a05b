"""The theme as it stands on disk: its folder, its icons, and its stylesheets as one small file for the reader to fetch."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from hashlib import sha256
from importlib import resources
from pathlib import Path

import rcssmin
from markupsafe import Markup

_PART = re.compile(r"assets/stylesheets/\d\d-[^/]+\.css")


def folder() -> Path:
    """`theme/` as the wheel carries it, or as it stands in a checkout."""
    package = Path(str(resources.files("laomo")))
    packaged = package / "theme"
    return packaged if packaged.is_dir() else package.parents[1] / "theme"


def is_part(name: str) -> bool:
    """Whether a file of the theme, or of a site's own `custom_dir`, is a part of the whole: `assets/stylesheets/NN-name.css`."""
    return bool(_PART.fullmatch(name))


def join(parts: Mapping[str, str]) -> tuple[str, str]:
    """Name and content of the whole, its parts in the order of their names.

    The name carries a digest, so a reader never sees an old look on a new page.
    """
    return _named("laomo", (parts[name] for name in sorted(parts)))


def standalone(name: str) -> tuple[str, str]:
    """The same for a page that stands without the theme's frame: `theme/standalone/<name>.css` after the tokens and the covers."""
    parts = folder() / "overrides" / "assets" / "stylesheets"
    files = (parts / "10-tokens.css", parts / "45-cards.css", folder() / "standalone" / f"{name}.css")
    return _named(name, (file.read_text("utf-8") for file in files))


def _named(name: str, parts: Iterable[str]) -> tuple[str, str]:
    whole = rcssmin.cssmin("\n".join(parts))
    return f"assets/stylesheets/{name}.{sha256(whole.encode()).hexdigest()[:8]}.css", whole


@cache
def icon(name: str) -> Markup:
    """One of Material's icons as inline SVG. Raises FileNotFoundError for a name that the theme does not have."""
    file = resources.files("material") / "templates" / ".icons" / f"{name}.svg"
    drawing = file.read_text(encoding="utf-8")
    return Markup(drawing.replace("<svg ", '<svg class="icon" aria-hidden="true" ', 1).strip())  # noqa: S704 (from the theme)
