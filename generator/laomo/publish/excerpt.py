"""A small offline edition for a review: some pages, all that they link to, and what these need to look right.

Of a site of thousands of studios a change touches a few pages, and a reviewer downloads them. A link to a page that was left out leads to one
that says so.
"""

import html
import os
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from urllib.parse import quote, unquote, urlsplit

from laomo.pages import theme
from laomo.publish import offline
from laomo.system import files

_ASSETS = "assets"
_ABSENT = "not-in-preview.html"
_ANCHOR = re.compile(r"""(<a\s(?:[^<>"']|"[^"]*"|'[^']*')*?\bhref=)(?:"([^"]*)"|'([^']*)'|([^\s>"']+))""")
_FILE = re.compile(r"""(?<![^\s"'(),<>=])[^\s"'(),<>=]+\.[A-Za-z0-9]{2,5}\b""")
"""Whatever may be the path of a file that a page shows: in `src`, `srcset`, `poster`, a style."""


def adapt(site: Path, pages: Iterable[str], more: Mapping[str, bytes] = MappingProxyType({})) -> None:
    """Turn a copy of the finished site into the excerpt; `pages` are addresses below the site's root, without anchors, `more` as in `offline.adapt`.

    Addresses of pages that there are not are passed over. The home page is always part of it.
    """
    root = site.resolve()
    changed = {page for page in (root / address / "index.html" for address in ("", *pages)) if _within(page, root)}
    linked = {target for page in changed - {root / "index.html"} for target in _targets(page, root)}
    kept = changed | {page for page in linked if page.suffix == ".html"}
    shown = linked | {file for page in kept for file in _shown(page, root)}
    for file in [file for file in root.rglob("*") if file.is_file()]:
        if file not in kept and file not in shown and file.relative_to(root).parts[0] != _ASSETS:
            file.unlink()
    for folder in sorted((each for each in root.rglob("*") if each.is_dir()), reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()
    offline.adapt(site, more)
    shutil.copytree(theme.folder() / "excerpt", site, dirs_exist_ok=True)
    for page in site.rglob("*.html"):
        _lead_dead_links(page, site)


def _within(file: Path, root: Path) -> bool:
    return file.is_relative_to(root) and file.is_file()


def _targets(page: Path, root: Path) -> Iterator[Path]:
    """The files of the site that a page links to."""
    for found in _ANCHOR.finditer(page.read_text(encoding="utf-8")):
        target = _target(html.unescape(next(filter(None, found.groups()[1:]), "")), page)
        if target and _within(target, root):
            yield target


def _target(link: str, page: Path) -> Path | None:
    """The file to which a relative link leads, there or not; None for any other link."""
    parts = urlsplit(link)
    if parts.scheme or parts.netloc or not parts.path or parts.path.startswith("/"):
        return None
    file = Path(os.path.normpath(page.parent / unquote(parts.path)))
    return file / "index.html" if parts.path.endswith("/") or file.is_dir() or file.name == ".." else file


def _shown(page: Path, root: Path) -> Iterator[Path]:
    """The files other than pages that a page names anywhere: pictures, drawings, films."""
    for found in _FILE.finditer(html.unescape(page.read_text(encoding="utf-8"))):
        path = unquote(urlsplit(found[0]).path) if not urlsplit(found[0]).scheme else ""
        file = Path(os.path.normpath(page.parent / path))
        if path and file.suffix != ".html" and _within(file, root):
            yield file


def _lead_dead_links(page: Path, site: Path) -> None:
    """Let the links to what was left out lead to the page that says so."""
    absent = quote(os.path.relpath(site / _ABSENT, page.parent))

    def led(found: re.Match[str]) -> str:
        target = _target(html.unescape(next(filter(None, found.groups()[1:]), "")), page)
        return found[0] if target is None or target.is_file() else f'{found[1]}"{absent}"'

    text = page.read_text(encoding="utf-8")
    if (changed := _ANCHOR.sub(led, text)) != text:
        files.write_atomic(page, changed.encode())
