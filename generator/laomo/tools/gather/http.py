"""Files of a house on the web: one host, no redirects, limits of size and time, conditional requests."""

import ssl
import time
from collections.abc import Mapping
from dataclasses import dataclass
from http.client import HTTPException, HTTPResponse, IncompleteRead
from ipaddress import ip_address
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, OpenerDirector, Request, build_opener

from laomo.tools.gather.deadline import Deadline
from laomo.tools.gather.refusal import HouseRefused

_TIMEOUT = 20
"""Seconds without an answer."""
_SLOWEST = 120
"""Seconds for one file, however small its pieces are."""
_LONGEST = 3_600
"""Seconds for one house in a gather; the next one goes on."""
_PIECE = 1 << 16
_UNCHANGED = 304


class _NoRedirects(HTTPRedirectHandler):
    """A redirect may lead anywhere, also to a host inside the union's own network, so none is followed: it is an error like 404."""

    def http_error_302(self, *_: Any, **__: Any) -> None:
        """Not even its address is read: it may be none."""

    http_error_301 = http_error_303 = http_error_307 = http_error_308 = http_error_302


@dataclass(frozen=True, slots=True)
class WebSource:
    """A house by the address of its site, which ends in a slash."""

    address: str
    _deadline: Deadline
    _opener: OpenerDirector
    _until: float
    """When it is too late to begin another file."""

    @classmethod
    def of(cls, address: str) -> "WebSource":
        """Raises HouseRefused for an address that is not https; on this machine itself it may be http.

        A name may lead to an inner address, but who answers there has no certificate for it.
        """
        try:
            parts = urlsplit(address)
        except ValueError as error:
            raise HouseRefused("house-nothing-there", place=address) from error
        if parts.scheme != "https" and not (parts.scheme == "http" and _is_local(parts.hostname or "")):
            raise HouseRefused("house-not-https", address=address)
        deadline = Deadline()
        opener = build_opener(_NoRedirects(), *deadline.handlers())
        return cls(address.rstrip("/") + "/", deadline, opener, time.monotonic() + _LONGEST)

    def read(self, path: str, most: int, tag: str = "") -> tuple[bytes | None, str]:
        """A file by its path below the site, of at most so many bytes, and its entity tag; None if it has still the tag given.

        Raises HouseRefused.
        """
        if time.monotonic() > self._until:
            raise HouseRefused("house-too-slow", file=path, seconds=_LONGEST)
        try:
            with self._deadline.within(_SLOWEST):
                return self._read(path, most, tag)
        finally:
            if self._deadline.over:
                raise HouseRefused("house-too-slow", file=path, seconds=_SLOWEST)

    def _read(self, path: str, most: int, tag: str) -> tuple[bytes | None, str]:
        headers: Mapping[str, str] = {"User-Agent": "laomo-gather", "Accept-Encoding": "identity"}
        request = Request(self.address + path, headers={**headers, **({"If-None-Match": tag} if tag else {})})  # noqa: S310 (https, see `of`)
        try:
            with self._opener.open(request, timeout=_TIMEOUT) as answer:
                return _whole(answer, path, most), answer.headers.get("ETag") or ""
        except HTTPError as error:
            if error.code == _UNCHANGED and tag:
                return None, tag
            if target := error.headers.get("Location"):
                raise HouseRefused("house-redirect", address=self.address + path, target=target[:200]) from error
            raise HouseRefused("house-answer", address=self.address + path, status=error.code) from error
        except URLError as error:
            if isinstance(error.reason, ssl.SSLError):
                raise HouseRefused("house-certificate", address=self.address) from error
            raise HouseRefused("house-down", address=self.address, reason=str(error.reason)) from error
        except (OSError, ValueError, HTTPException) as error:  # ValueError: a name, or a header, that cannot be one
            raise HouseRefused("house-down", address=self.address, reason=str(error) or type(error).__name__) from error


def _whole(answer: HTTPResponse, path: str, most: int) -> bytes:
    pieces, size = [], 0
    while piece := answer.read1(_PIECE):
        pieces.append(piece)
        size += len(piece)
        if size > most:
            raise HouseRefused("house-too-large", file=path, most=most)
    if answer.length:  # the connection ended before
        raise IncompleteRead(b"", answer.length)
    return b"".join(pieces)


def _is_local(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
