"""The Content-Security-Policy of every page: a second defence behind escaped text. Only the theme's own scripts may run.

The theme writes a few inline scripts into each page. Their hashes are taken from a page without content, never from a page that
shows records, so a script injected through a record is not allowed to run. The policy is a `<meta>` element, so that it applies
on any server. Directives that only work as a header (`frame-ancestors`) are in `header`, for the files of `laomo server`.
"""

import base64
import re
from collections.abc import Iterable
from hashlib import sha256
from typing import Final

_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_CHARSET = '<meta charset="utf-8">'
_POLICY = '\n<meta http-equiv="Content-Security-Policy" content="'
_REST = (
    "default-src 'self'",
    "style-src 'self' 'unsafe-inline'",  # charts and the theme set widths and colours in style attributes
    "img-src 'self' data:",  # icons of the theme's stylesheets
    "object-src 'none'",
    "frame-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
)


def of(trusted: str) -> str:
    """The policy that allows the inline scripts of a trusted page, and no others."""
    return _policy(dict.fromkeys(_hash(script) for script in _INLINE.findall(trusted)))


def _policy(hashes: Iterable[str]) -> str:
    return "; ".join((" ".join(("script-src 'self'", *hashes)), *_REST))


def _hash(script: str) -> str:
    return f"'sha256-{base64.b64encode(sha256(script.encode()).digest()).decode()}'"


def guarded(page: str, policy: str) -> str:
    """The page with the policy right after `<meta charset>`, before any text from records. A page that has one there stays as it is.

    Raises ValueError without a charset.
    """
    before, mark, after = page.partition(_CHARSET)
    if not mark:
        raise ValueError("a page without a charset")
    return page if after.startswith(_POLICY) else f'{before}{mark}{_POLICY}{policy}">{after}'


def header(ancestors: str) -> str:
    """The policy for pages as a header of the web server. `ancestors` are the sites that may frame them, such as `'self'` or `*`.

    A browser applies it together with the page's own: a script runs only if both allow it. So the header leaves the hashes of inline
    scripts to the page; in a file of the server's they would be wrong after the next release with another theme.
    """
    return f"{_policy((_INLINE_LEFT_TO_PAGE,))}; frame-ancestors {ancestors}"


DRAWING_HEADER: Final = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'"
"""The policy for SVG and XML files, in which no script may run."""
_INLINE_LEFT_TO_PAGE: Final = "'unsafe-inline'"
WITHOUT_INLINE_SCRIPTS: Final = _policy(())
"""The policy of standalone pages, whose scripts are all files."""
