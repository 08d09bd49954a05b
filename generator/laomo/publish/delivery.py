"""How each kind of file is delivered by a store that keeps headers with its files: its type, and how long a reader's browser may keep it.

The times are those of the settings that `laomo server` prints.
"""

import re
from pathlib import PurePosixPath

_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".html": "text/html; charset=utf-8",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".map": "application/json; charset=utf-8",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".xml": "text/xml; charset=utf-8",
}
_LONG = re.compile(r"\.[0-9a-f]{8}\.(min\.)?(css|js|map)$")
_MEDIUM = re.compile(r"^(data|pictures|search)/.*\.(js|pdf|xlsx|docx)$|\.(xml|gz|json|csv|webp|png|jpe?g|svg|woff2)$")


def content_type(name: str) -> str:
    """The type of a file of the site, with the encoding of texts."""
    return _TYPES.get(PurePosixPath(name).suffix.lower(), "application/octet-stream")


def cache_control(name: str) -> str:
    """The header Cache-Control of a file of the site, by its path."""
    if _LONG.search(name):
        return "public, max-age=31536000, immutable"
    return "public, max-age=3600" if _MEDIUM.search(name) else "no-cache"
