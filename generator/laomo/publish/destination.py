"""Where a site is to be published, as somebody wrote it: a folder of this machine, one on a server (ssh), or a bucket of a store (S3).

A name such as `web` may be either. It is a folder only if it exists; otherwise it is refused, because a site in a new local
folder of that name looks published and is not.
"""

import re
from pathlib import Path
from urllib.parse import urlsplit

from laomo.problems.errors import CodedError
from laomo.publish import ssh, store

_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://.*", re.DOTALL)
_HOST = re.compile(r"((?:[\w.+-]+@)?[A-Za-z0-9_][\w.-]*)(?::|/.*)?", re.ASCII | re.DOTALL)
"""A name as ssh knows it, with or without something after it that could be a folder."""


class PlaceUnclear(CodedError):
    """The place is neither plainly a folder of this machine nor one on a server. The fact `host` is what could be a server."""


def parse(place: str, command: str = ssh.SSH, endpoint: str | None = None) -> store.Bucket | ssh.RemoteFolder | Path:
    """What `place` names. `command` is the ssh command for a server, `endpoint` the address of a store. Raises PlaceUnclear."""
    if stored := store.place(place, endpoint):
        return stored
    if place.startswith("s3:/"):
        raise PlaceUnclear("place-bucket", place=place)
    if _URL.fullmatch(place):
        raise PlaceUnclear("place-address", place=place, host=urlsplit(place).netloc or "host")
    if remote := ssh.place(place, command):
        return remote
    host = _HOST.fullmatch(place)
    if host and not Path(place).is_dir() and not Path(place.split("/", maxsplit=1)[0]).is_dir():
        raise PlaceUnclear("place-unclear", place=place, host=host[1])
    return Path(place)
