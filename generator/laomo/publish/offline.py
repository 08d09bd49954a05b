"""The offline edition for a kiosk screen or a USB stick: the finished site, changed so that it opens without a server.

Only a server opens a folder's `index.html` by itself, so here every link to a folder names that file. The other bytes of a
page stay the same. The files of `theme/offline/` are copied over: the script and style of the kiosk, its start page, and a
readme.
"""

import html
import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from urllib.parse import unquote, urlsplit

from laomo.pages import theme
from laomo.registry import urls
from laomo.system import files, parallel

_FOR_SERVERS = ("404.html", "robots.txt", "sitemap*.xml", "sitemap.xml.gz")
_KIOSK = "assets/javascripts/kiosk.js"
_TAG = re.compile(r"""<(?:a|area|iframe)(?=\s)(?:[^<>"']|"[^"]*"|'[^']*')*>""")
_ATTRIBUTE = re.compile(r"""(?P<name>\s[^\s=>"']+)(?P<equals>\s*=\s*)(?P<value>"[^"]*"|'[^']*'|[^\s>"']+)""")


def adapt(site: Path, more: Mapping[str, bytes] = MappingProxyType({})) -> None:
    """Turn a copy of the finished site into the offline edition. Files are replaced, not modified: they may be hard links.

    `more` are files that are put beside the start page: name → bytes.
    """
    for file in [file for pattern in _FOR_SERVERS for file in site.glob(pattern)]:
        file.unlink()
    for _ in parallel.parallel_map(_Adapting(site), sorted(site.rglob("*.html"))):
        pass
    shutil.copytree(theme.folder() / "offline", site, dirs_exist_ok=True)
    for name, data in more.items():
        files.write_atomic(site / name, data)


class _Adapting:
    """Rewrites one page of the site; picklable, for `parallel_map`."""

    def __init__(self, site: Path) -> None:
        self.site = site

    def __call__(self, page: Path) -> None:
        text = page.read_bytes().decode()
        up = "../" * (len(page.relative_to(self.site).parts) - 1)
        if page != self.site / urls.FORM / "index.html":  # whose reader must not be taken to the start page
            text = text.replace("<title>", f'<script src="{up}{_KIOSK}"></script>\n<title>', 1)
        files.write_atomic(page, _TAG.sub(lambda tag: _with_files(tag[0], page.parent), text).encode())


def _with_files(tag: str, here: Path) -> str:
    def rewrite(attribute: re.Match[str]) -> str:
        if attribute["name"].strip().lower() not in ("href", "src"):
            return attribute[0]
        link = html.unescape(attribute["value"].strip("\"'"))
        file = _file(link, here)
        return attribute[0] if file == link else f'{attribute["name"]}{attribute["equals"]}"{html.escape(file)}"'

    return _ATTRIBUTE.sub(rewrite, tag)


def _file(link: str, here: Path) -> str:
    """The link, with `index.html` added if it leads to a folder of this site. `here` is the folder of the page."""
    path = re.split("[?#]", link, maxsplit=1)[0]
    if not path or path.startswith("/") or urlsplit(link).scheme:
        return link
    if not path.endswith("/"):
        if not (here / unquote(path)).is_dir():
            return link
        return f"{path}/index.html{link.removeprefix(path)}"
    return f"{path}index.html{link.removeprefix(path)}"
