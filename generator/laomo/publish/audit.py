"""The built pages, read as a browser would: every internal link and picture leads somewhere, nothing is fetched elsewhere."""

import json
import os
import posixpath
from array import array
from collections.abc import Iterable, Iterator, KeysView, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from lxml import etree

from laomo.problems.problem import Problem
from laomo.publish import outside, page_scan
from laomo.system import parallel
from laomo.system.cache import read_sealed, write_sealed
from laomo.system.files import entries, linked_stamp, linked_stamp_of

_IDS = etree.XPath("//@id", smart_strings=False)
_LINKS = etree.XPath("//a/@href", smart_strings=False)
_FETCHED = etree.XPath(
    "(//img | //script | //iframe | //video)/@src"
    " | //link[not(@rel='canonical' or @rel='edit' or @rel='prev' or @rel='next' or @rel='alternate')]/@href",
    smart_strings=False,
)
_CHOICES = etree.XPath("//source/@srcset", smart_strings=False)
_SCHEMES = {"https", "mailto", "tel"}
_NOWHERE = "."
"""Stands for a link that a reader must not follow, such as `javascript:`: no file has this name."""


class _Words(dict[str, int]):
    """Ids and targets by number: a site has millions of them, but few that are not alike."""

    def __missing__(self, word: str) -> int:
        self[word] = number = len(self)
        return number

    def numbers(self, words: Iterable[str]) -> "array[int]":
        return array("I", map(self.__getitem__, words))


@dataclass(frozen=True, slots=True)
class _Page:
    """What one page offers and asks for."""

    stamp: str
    ids: "array[int]"
    targets: "array[int]"
    """Files of the site that its links lead to, as `folder/file#anchor`."""
    outside: tuple[str, ...]
    """Addresses elsewhere that a browser would fetch by itself."""


def audit(site: Path, cache_folder: Path, root: str = "/") -> list[Problem]:
    """Problems of the whole built site. Pages seen before, and untouched since, are not parsed again.

    `root` is the path of the site's address: 404.html, which a server shows anywhere, links from there.
    """
    files = dict(_files(str(site)))
    names = sorted(name for name in files if name.endswith(".html"))
    reading, (words, known) = _PageReader(site, root), _remembered(cache_folder / "audit.json")
    touched = [name for name in names if name not in known or known[name].stamp != _stamp(files[name])]
    read = {}
    for name, (seen, ids, targets, requests) in zip(touched, parallel.parallel_map(reading, touched), strict=True):
        read[name] = _Page(seen, words.numbers(ids), words.numbers(targets), requests)
    pages = {name: read.get(name) or known[name] for name in names}
    if touched or pages.keys() != known.keys():
        _remember(cache_folder / "audit.json", words, pages)
    there = _There(words, pages, files.keys())
    asked = set[int]().union(*(page.targets for page in pages.values()))
    broken = {number: target for target, number in words.items() if number in asked and not there(target)}
    of_pages = [problem for name in names for problem in _problems(reading, name, pages[name], broken)]
    return [*of_pages, *_of_styles(site, sorted(name for name in files if name.endswith(".css")))]


def _of_styles(site: Path, names: Iterable[str]) -> Iterator[Problem]:
    """What stylesheets fetch from elsewhere."""
    for name in names:
        for address in sorted(set(outside.of_styles((site / name).read_text("utf-8", "replace")))):
            yield Problem(f"site/{name}", "outside-request", facts={"target": address})


def _files(folder: str, path: str = "") -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Every file below a folder, by its path."""
    for entry in entries(folder):
        if entry.is_dir(follow_symlinks=False):
            yield from _files(entry.path, f"{path}{entry.name}/")
        else:
            yield path + entry.name, entry


def _stamp(entry: os.DirEntry[str]) -> str:
    return linked_stamp_of(entry.stat(follow_symlinks=False))


def _remembered(file: Path) -> tuple[_Words, dict[str, _Page]]:
    """What the last run found; nothing if there is no such memory, or if it cannot be relied on."""
    try:
        header, *lines = (read_sealed(file) or b"[]").split(b"\n")
        words = _Words((str(word), number) for number, word in enumerate(json.loads(header)))
        pages = dict(_page(json.loads(line)) for line in lines)
    except (ValueError, TypeError, OverflowError, RecursionError):
        return _Words(), {}
    used = set[int]().union(*(numbers for page in pages.values() for numbers in (page.ids, page.targets)))
    whole = len(words) > max(used, default=-1) and len(words) <= 2 * len(used)  # else gone pages have left too many
    return (words, pages) if whole else (_Words(), {})


def _page(facts: list[Any]) -> tuple[str, _Page]:
    name, seen, ids, targets, outside = facts
    return str(name), _Page(str(seen), array("I", ids), array("I", targets), tuple(map(str, outside)))


def _remember(file: Path, words: _Words, pages: Mapping[str, _Page]) -> None:
    facts = ([name, each.stamp, list(each.ids), list(each.targets), each.outside] for name, each in pages.items())
    lines = [json.dumps(line, ensure_ascii=False).encode("utf-8", "surrogatepass") for line in (list(words), *facts)]
    write_sealed(file, b"\n".join(lines))


@dataclass(frozen=True, slots=True)
class _PageReader:
    """Reads a page by its path: gives its stamp, ids, targets, and what it fetches from elsewhere."""

    site: Path
    root: str

    def __call__(self, name: str) -> tuple[str, list[str], list[str], tuple[str, ...]]:
        seen = linked_stamp(self.site / name)
        data = (self.site / name).read_bytes()
        plain = page_scan.scan(data)
        ids, links, requests = (*plain, set[str]()) if plain else _read(data)
        up = "../" * name.count("/")
        targets = {
            _from_the_top(link.removeprefix(up)) if up and link.startswith(up) else _target(name, link, self.root)
            for link in links
        }
        return seen, sorted(ids), sorted(targets - {""}), tuple(sorted(requests))


def _read(data: bytes) -> tuple[set[str], set[str], set[str]]:
    """Its ids, the links as they stand in it, and what it fetches from elsewhere."""
    tree = etree.fromstring(data, parser=etree.HTMLParser(encoding="utf-8"))
    fetched = _values(_FETCHED, tree)
    fetched |= {part.split()[0] for choice in _values(_CHOICES, tree) for part in choice.split(",") if part.strip()}
    here = {target for target in fetched if not _elsewhere(target)}
    return _values(_IDS, tree), here | _values(_LINKS, tree), outside.requests(tree, data)


def _values(path: etree.XPath, tree: etree._Element) -> set[str]:
    found = path(tree)
    return {str(value) for value in found if value} if isinstance(found, list) else set()


def _elsewhere(target: str) -> bool:
    parts = urlsplit(target)
    return bool(parts.netloc) or parts.scheme in ("http", "https")


def _target(name: str, link: str, root: str) -> str:
    """Where a link of a page leads on this site; nothing when a reader leaves by it of his own will."""
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return "" if parts.scheme in _SCHEMES else _NOWHERE
    if name == "404.html" and link.startswith(root):
        path = unquote(parts.path.removeprefix(root))
    else:
        path = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(parts.path))) if parts.path else name
    if parts.path.endswith("/") or path in ("", "."):
        path = posixpath.normpath(posixpath.join(path, "index.html"))
    return f"{path}#{unquote(parts.fragment)}" if parts.fragment else path


@lru_cache(1 << 16)
def _from_the_top(link: str) -> str:
    """Where a link leads that has climbed to the site's root: to the same place from whichever page."""
    return _target("", f"./{link}", "")


def _problems(reading: _PageReader, name: str, page: _Page, broken: Mapping[int, str]) -> Iterator[Problem]:
    """What a page fetches from elsewhere, and its links that lead nowhere, as they stand in it."""
    for target in page.outside:
        yield Problem(f"site/{name}", "outside-request", facts={"target": target})
    if targets := {broken[number] for number in page.targets if number in broken}:
        for link in sorted(_read((reading.site / name).read_bytes())[1]):
            if _target(name, link, reading.root) in targets:
                yield Problem(f"site/{name}", "broken-link", facts={"target": link})


@dataclass(frozen=True, slots=True)
class _There:
    """Whether a target is on the site."""

    words: _Words
    pages: Mapping[str, _Page]
    files: KeysView[str]

    def __call__(self, target: str) -> bool:
        path, _, anchor = target.partition("#")
        if path not in self.files:
            path = posixpath.join(path, "index.html")
        return path in self.files and (
            not anchor or path not in self.pages or self.words.get(anchor) in self.pages[path].ids
        )
