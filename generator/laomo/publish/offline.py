"""The edition for a hall's screen or a USB stick: the finished site, made to open from a folder without any server.

Only a server shows a folder's `index.html` by itself; so here every link to a folder names that file. The bytes of a page
are otherwise kept. `theme/offline/` is laid over the copy: the script and the look of the kiosk, a page that opens it,
and a few words for whoever finds the folder.
"""

import html
import re
import shutil
from pathlib import Path
from urllib.parse import unquote, urlsplit

from laomo.pages import theme
from laomo.system import files, parallel

_FOR_SERVERS = ("404.html", "sitemap*.xml", "sitemap.xml.gz")
_KIOSK = "assets/javascripts/kiosk.js"
_TAG = re.compile(r"""<(?:a|area|iframe)(?=\s)(?:[^<>"']|"[^"]*"|'[^']*')*>""")
_ATTRIBUTE = re.compile(r"""(?P<name>\s[^\s=>"']+)(?P<equals>\s*=\s*)(?P<value>"[^"]*"|'[^']*'|[^\s>"']+)""")


def adapt(site: Path) -> None:
    """Make a copy of the finished site an edition of its own. No file is changed in place: it may be a hard link."""
    for file in [file for pattern in _FOR_SERVERS for file in site.glob(pattern)]:
        file.unlink()
    for _ in parallel.parallel_map(_Adapting(site), sorted(site.rglob("*.html"))):
        pass
    shutil.copytree(theme.folder() / "offline", site, dirs_exist_ok=True)


class _Adapting:
    """Rewrites one page."""

    def __init__(self, site: Path) -> None:
        self.site = site

    def __call__(self, page: Path) -> None:
        text = page.read_bytes().decode()
        up = "../" * (len(page.relative_to(self.site).parts) - 1)
        text = text.replace("<title>", f'<script src="{up}{_KIOSK}"></script>\n<title>', 1)
        files.write_atomic(page, _TAG.sub(lambda tag: _with_files(tag[0], page.parent), text).encode())


def _with_files(tag: str, here: Path) -> str:
    def named(attribute: re.Match[str]) -> str:
        if attribute["name"].strip().lower() not in ("href", "src"):
            return attribute[0]
        link = html.unescape(attribute["value"].strip("\"'"))
        file = _file(link, here)
        return attribute[0] if file == link else f'{attribute["name"]}{attribute["equals"]}"{html.escape(file)}"'

    return _ATTRIBUTE.sub(named, tag)


def _file(link: str, here: Path) -> str:
    """The link, with `index.html` where it leads to a folder of this site."""
    path = re.split("[?#]", link, maxsplit=1)[0]
    if not path or path.startswith("/") or urlsplit(link).scheme:
        return link
    if not path.endswith("/"):
        if not (here / unquote(path)).is_dir():
            return link
        return f"{path}/index.html{link.removeprefix(path)}"
    return f"{path}index.html{link.removeprefix(path)}"
