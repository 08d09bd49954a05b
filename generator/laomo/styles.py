"""The theme's stylesheets as one small file: many to write in, one for the reader to fetch."""

import re
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path

import rcssmin

_PART = re.compile(r"assets/stylesheets/\d\d-[^/]+\.css")


def is_part(name: str) -> bool:
    """Whether a file of the theme, or of a site's own `custom_dir`, is a part of the whole: `assets/stylesheets/NN-name.css`."""
    return bool(_PART.fullmatch(name))


def join(parts: Mapping[str, str]) -> tuple[str, str]:
    """Name and content of the whole, its parts in the order of their names.

    The name carries a digest, so a reader never sees an old look on a new page.
    """
    return _named("laomo", (parts[name] for name in sorted(parts)))


def standalone(theme: Path, name: str) -> tuple[str, str]:
    """The same for a page that stands without the theme's frame: `theme/standalone/<name>.css` after the tokens and the covers."""
    parts = theme / "overrides" / "assets" / "stylesheets"
    files = (parts / "10-tokens.css", parts / "45-cards.css", theme / "standalone" / f"{name}.css")
    return _named(name, (file.read_text("utf-8") for file in files))


def _named(name: str, parts: Iterable[str]) -> tuple[str, str]:
    whole = rcssmin.cssmin("\n".join(parts))
    return f"assets/stylesheets/{name}.{sha256(whole.encode()).hexdigest()[:8]}.css", whole
