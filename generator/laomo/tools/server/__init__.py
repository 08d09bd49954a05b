"""`laomo server`: ready settings for nginx, Caddy and Apache that serve a folder of `laomo publish`.

The settings lie beside this module as templates. They say for each kind of file what may be framed and run, how long it may be
kept, and that compressed copies are sent where there are some; addresses of an older site lead to new ones.
"""

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from urllib.parse import quote, urlsplit

from laomo.pages import csp
from laomo.problems.errors import CodedError

SERVERS: Final = {"nginx": "nginx.conf", "caddy": "Caddyfile", "apache": "apache.conf"}
"""Server → its template."""
_PERMISSIONS = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"
_SAFE = "/?&=%:@+,.~_-!*()#"
"""What is left as it is in an address; nothing of it ends a word or a string in any of the three languages."""


class SettingRefused(CodedError):
    """A value cannot be written into the settings of a server. `code` and `facts` make the message."""


@dataclass(frozen=True, slots=True)
class ServedFolder:
    """Where a site is served. Raises SettingRefused for what would end a string in the settings."""

    folder: str
    """The absolute folder that `laomo publish` fills; `current` in it is what is served."""
    name: str = ""
    """The host name; empty for any."""
    path: str = "/"
    """The path of the site's address, with a slash at both ends."""
    moved: Mapping[str, str] = field(default_factory=dict)
    """Paths of an older site, with a query if they have one → where they lead now."""

    def __post_init__(self) -> None:
        if not re.fullmatch(r"/[^\"\\$%{}\x00-\x1f\x7f]+", self.folder):
            raise SettingRefused("server-folder", folder=self.folder)
        if not re.fullmatch(r"(?:[\w.-]+(?::[0-9]+)?)?", self.name, re.ASCII):
            raise SettingRefused("server-name", name=self.name)


def settings(server: str, place: ServedFolder) -> str:
    """The settings for one of `SERVERS`."""
    text = (Path(__file__).parent / SERVERS[server]).read_text("utf-8")
    facts = {
        "FOLDER": place.folder.rstrip("/"),
        "PATH": quote(place.path, "/%"),
        "PATH_PATTERN": re.escape(place.path),
        "PAGES": csp.header("'self'"),
        "CARDS": csp.header("*"),
        "DRAWINGS": csp.DRAWING_HEADER,
        "PERMISSIONS": _PERMISSIONS,
    }
    for name, told in {**facts, **_OF_SERVER[server](place)}.items():
        text = text.replace(f"@{name}@", told)
    return text


def moved(data: bytes) -> dict[str, str]:
    """The old and the new addresses in a CSV file of two columns. A first line that has none is taken for headings.

    An old address may be whole; only its path and query count. Raises SettingRefused with the number of a line that has no two.
    """
    found: dict[str, str] = {}
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("gb18030", "replace")  # as Excel saves it on Chinese Windows
    for number, cells in enumerate(csv.reader(text.splitlines()), 1):
        old, new = (*(cell.strip() for cell in cells[:2]), "", "")[:2]
        parts = urlsplit(old)
        path = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
        if not old and not new:
            continue
        if not _is_address(old) or not _is_address(new):
            if number == 1:
                continue
            raise SettingRefused("server-moved", line=number)
        found[quote(path, _SAFE)] = quote(new, _SAFE)
    return found


def _is_address(text: str) -> bool:
    return bool(re.match(r"https?://[^/]|/(?!/)", text))


def _nginx(place: ServedFolder) -> dict[str, str]:
    location = f"    location {quote(place.path, '/%')} {{ }}\n"
    if place.path != "/":
        location = (
            f"    location = {place.path.rstrip('/')} {{ return 301 {place.path}; }}\n"
            f'    location {place.path} {{ alias "{place.folder.rstrip("/")}/current/"; }}\n'
            "    location / { return 404; }\n"
        )
    return {
        "NAME": place.name.partition(":")[0] or "_",
        "LOCATION": location,
        "HASH": "map_hash_bucket_size 1024;\nmap_hash_max_size 65536;\n" if place.moved else "",
        "MOVED": "".join(f'    "{old}" "{new}";\n' for old, new in place.moved.items()),
    }


def _caddy(place: ServedFolder) -> dict[str, str]:
    bare = place.path.rstrip("/")
    redirects = [
        f'\t@moved{number} expression `{{http.request.orig_uri}} == "{old}"`\n\tredir @moved{number} "{new}" 301\n'
        for number, (old, new) in enumerate(place.moved.items())
    ]
    if bare:
        redirects.append(f"\tredir {bare} {place.path} 301\n")
    return {
        "NAME": place.name or ":80",
        "HANDLE": f"handle_path {place.path}*" if bare else "handle",
        "MOVED": "".join(redirects),
    }


def _apache(place: ServedFolder) -> dict[str, str]:
    bare = place.path.rstrip("/")
    redirects = (
        f'    RewriteCond expr "%{{THE_REQUEST}} =~ m#^\\S+ {re.escape(old)} #"\n'
        f'    RewriteRule "^" "{_for_rewriting(new)}" [R=301,NE,QSD,L]\n'
        for old, new in place.moved.items()
    )
    alias = f'    RedirectMatch 301 "^{re.escape(bare)}$" "{place.path}"\n    Alias "{place.path}" "{place.folder.rstrip("/")}/current/"\n'
    return {
        "NAME": place.name or "localhost",
        "ALIAS": alias if bare else "",
        "MOVED": "".join(redirects),
    }


def _for_rewriting(address: str) -> str:
    """The address as the target of a RewriteRule, where `%1` would be a part of a condition."""
    return address.replace("%", r"\%")


_OF_SERVER = {"nginx": _nginx, "caddy": _caddy, "apache": _apache}
