"""The built pages, read as a browser would: every internal link and picture leads somewhere, nothing is fetched elsewhere."""

import json
import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import etree, html

from laomo.diagnostics import Problem
from laomo.write import replace

_FETCHING = {"img": "src", "script": "src", "link": "href", "source": "srcset", "iframe": "src", "video": "src"}
_HARMLESS_RELATIONS = {"canonical", "edit", "prev", "next", "alternate"}
_SCHEMES = {"https", "mailto", "tel"}


@dataclass(frozen=True, slots=True)
class _Page:
    """What one page offers and asks for."""

    ids: list[str]
    links: list[str]
    outside: list[str]


def audit(site: Path, memory: Path, root: str = "/") -> list[Problem]:
    """Problems of the whole built site. Pages seen before, by content, are not parsed again.

    `root` is the path of the site's address: 404.html, which a server shows anywhere, links from there.
    """
    remembered = _remembered(memory / "audit.json")
    pages: dict[str, _Page] = {}
    fresh: dict[str, list[list[str]]] = {}
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    for name in sorted(name for name in files if name.endswith(".html")):
        data = (site / name).read_bytes()
        digest = sha256(data).hexdigest()
        page = _Page(*remembered[digest]) if digest in remembered else _read(data)
        pages[name] = page
        fresh[digest] = [page.ids, page.links, page.outside]
    replace(memory / "audit.json", json.dumps(fresh).encode())
    return [problem for name, page in pages.items() for problem in _problems(name, page, pages, files, root)]


def _remembered(file: Path) -> dict[str, list[list[str]]]:
    try:
        found = json.loads(file.read_bytes())
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _read(data: bytes) -> _Page:
    tree = html.document_fromstring(data.decode(), parser=html.HTMLParser(encoding="utf-8"))
    ids, links, outside = set[str](), set[str](), set[str]()
    for element in tree.iter(etree.Element):
        tag = str(element.tag)
        if name := element.get("id"):
            ids.add(name)
        target = element.get(_FETCHING[tag]) if tag in _FETCHING else None
        if target and not (tag == "link" and element.get("rel") in _HARMLESS_RELATIONS):
            for one in (part.split()[0] for part in target.split(",")) if tag == "source" else (target,):
                (outside if _elsewhere(one) else links).add(one)
        if tag == "a" and (href := element.get("href")):
            links.add(href)
    return _Page(sorted(ids), sorted(links), sorted(outside))


def _elsewhere(target: str) -> bool:
    parts = urlsplit(target)
    return bool(parts.netloc) or parts.scheme in ("http", "https")


def _problems(name: str, page: _Page, pages: dict[str, _Page], files: set[str], root: str) -> Iterator[Problem]:
    for target in page.outside:
        yield Problem(f"site/{name}", "outside-request", facts={"target": target})
    for target in page.links:
        if not _leads_somewhere(name, target, pages, files, root):
            yield Problem(f"site/{name}", "broken-link", facts={"target": target})


def _leads_somewhere(name: str, target: str, pages: dict[str, _Page], files: set[str], root: str) -> bool:
    parts = urlsplit(target)
    if parts.scheme or parts.netloc:
        return parts.scheme in _SCHEMES
    if name == "404.html" and target.startswith(root):
        path = parts.path.removeprefix(root)
    else:
        path = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(parts.path))) if parts.path else name
    path = "" if path == "." else path
    if parts.path.endswith("/") or path == "" or path not in files:
        path = posixpath.join(path, "index.html")
    if path not in files:
        return False
    anchor = unquote(parts.fragment)
    return not anchor or path not in pages or anchor in pages[path].ids
