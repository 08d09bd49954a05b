"""The folder of the CMS: its page, its configuration, and its libraries, so that it asks no other host than that of the records."""

import base64
import html
import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path, PurePosixPath

from laomo.pages import theme
from laomo.pages.form.page import FIELD, NoLibraries
from laomo.tools.cms import config
from laomo.tools.cms.host import Host
from laomo.tools.spreadsheets.record_files import Archive

PAGE = "index.html"
CONFIGURATION = "config.yml"
_OURS = ("format.js", "language.js", "start.js", "status.json")
_MODULES = {"imports": {"./sveltia/locales/zh-CN.json": "./sveltia/locales/zh-CN.js"}}
"""Browsers import no JSON without being told that it is JSON, so `make forms` makes a module of the Chinese texts."""


def files(known: Archive, host: Host, more_years: tuple[str, ...] = ()) -> Iterator[tuple[PurePosixPath, bytes]]:
    """Every file of the folder with its bytes, the page last: without it nothing of the rest is used. Raises NoLibraries."""
    folder = theme.folder() / "forms"
    yield from _libraries(folder / "libraries" / "cms")
    for name in _OURS:
        yield PurePosixPath(name), (folder / "cms" / name).read_bytes()
    settings = config.config(known, host, more_years)
    yield PurePosixPath(CONFIGURATION), config.text(settings).encode()
    modules = json.dumps(_MODULES)
    parts = {
        "policy": "; ".join(_policy(host, modules)),
        "title": html.escape(str(settings["app_title"])),
        "modules": modules,
    }
    page = (folder / "cms" / PAGE).read_text("utf-8")
    yield PurePosixPath(PAGE), FIELD.sub(lambda found: parts[found[1]], page).encode()


def _libraries(folder: Path) -> Iterator[tuple[PurePosixPath, bytes]]:
    if not (folder / "LICENSES.txt").is_file():
        raise NoLibraries("forms-not-made")
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            yield PurePosixPath(file.relative_to(folder).as_posix()), file.read_bytes()


def _policy(host: Host, modules: str) -> tuple[str, ...]:
    """What the page may load and ask: itself, and the host of the records."""
    digest = base64.b64encode(sha256(modules.encode()).digest()).decode()
    return (
        "default-src 'none'",
        f"script-src 'self' 'sha256-{digest}' 'wasm-unsafe-eval'",  # a picture is made smaller by a program in WebAssembly
        "style-src 'self' 'unsafe-inline' blob:",  # Svelte sets styles as it draws
        "font-src 'self'",
        "img-src 'self' data: blob:",
        "worker-src 'self' blob:",
        f"connect-src 'self' data: blob: {' '.join(host.asked)}",
        "base-uri 'none'",
        "form-action 'none'",
    )
