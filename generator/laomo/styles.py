"""The theme's stylesheets as one small file: many to write in, one for the reader to fetch."""

import re
from collections.abc import Mapping
from hashlib import sha256

import rcssmin

_PART = re.compile(r"assets/stylesheets/\d\d-[^/]+\.css")


def is_part(name: str) -> bool:
    """Whether a file of the theme, or of a site's own `custom_dir`, is a part of the whole: `assets/stylesheets/NN-name.css`."""
    return bool(_PART.fullmatch(name))


def join(parts: Mapping[str, str]) -> tuple[str, str]:
    """Name and content of the whole, its parts in the order of their names.

    The name carries a digest, so a reader never sees an old look on a new page.
    """
    whole = rcssmin.cssmin("\n".join(parts[name] for name in sorted(parts)))
    return f"assets/stylesheets/laomo.{sha256(whole.encode()).hexdigest()[:8]}.css", whole
