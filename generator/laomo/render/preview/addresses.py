"""Checks of a request's path and Host header, before any file is looked up."""

import re
from collections.abc import Sequence
from urllib.parse import unquote_to_bytes

_LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
_STRANGE = re.compile(r"[\x00-\x1f\x7f\\]|%[0-9A-Fa-f]{2}|^[A-Za-z]:")
"""In a part of a decoded path: control characters, a backslash, what is encoded a second time, a drive letter."""


def path(target: str) -> str | None:
    """The path of a request target, percent-decoded once, without its query; None for one that no file of a site has.

    Such a path begins with one slash and is in its normal form: without empty parts, `.` and `..`.
    """
    encoded = target.partition("?")[0]
    try:
        decoded = unquote_to_bytes(encoded.encode("latin-1")).decode("utf-8")
    except UnicodeError:  # overlong forms and lone surrogates are not UTF-8
        return None
    first, *parts = decoded.split("/")
    if first or not parts or any(part in {"", ".", ".."} for part in parts[:-1]) or parts[-1] in {".", ".."}:
        return None
    return None if any(_STRANGE.search(part) for part in parts) else decoded


def bracketed(host: str) -> str:
    """A host as it stands in a URL: an IPv6 address in brackets."""
    return f"[{host}]" if ":" in host else host


def is_own(values: Sequence[str], port: int, *hosts: str) -> bool:
    """Whether a request has exactly one Host header, and that names a loopback address or one of `hosts`, with the port.

    The browser of a page whose name has been pointed at this machine (DNS rebinding) still sends that name.
    """
    names = {*_LOOPBACK, *(bracketed(host).lower() for host in hosts)} - {""}
    own = {f"{name}:{port}" for name in names} | (names if port == 80 else set())
    return len(values) == 1 and values[0].lower() in own
