"""The records as they stand on disk, as trees of text: what ledgers are filled from and held against."""

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path, PurePosixPath

from laomo.problems.problem import Problem
from laomo.records import layout
from laomo.records.models import vocabulary
from laomo.records.parse_cache import ParseCache
from laomo.records.yaml import reader
from laomo.system.files import digest
from laomo.text import collation
from laomo.tools.spreadsheets.columns import Item

_READ = frozenset({"site", "unions", "vocabulary", "decision", "studio", "year"})
"""The kinds of records that a list can tell of, or needs to be understood."""


@dataclass
class Archive:
    """Record files by their path below `studios/`; those that cannot be read are named in `broken`."""

    folder: Path
    trees: dict[PurePosixPath, Item] = field(default_factory=dict)
    data: dict[PurePosixPath, bytes] = field(default_factory=dict)
    broken: dict[PurePosixPath, list[Problem]] = field(default_factory=dict)

    @classmethod
    def read(cls, folder: Path, cache_file: Path | None = None) -> "Archive":
        """All profiles, years and decisions below `studios/`, and what stands above them; `cache_file` saves parsing what has not changed."""
        archive, known = cls(folder), ParseCache.read(cache_file) if cache_file else ParseCache()
        for path, link in layout.files(folder).items():
            if not link and layout.kind_of(path) in _READ:
                archive._take(path, (folder / path).read_bytes(), known)
        return archive

    def _take(self, path: PurePosixPath, data: bytes, known: ParseCache) -> None:
        tree, problems = known.tree(digest(data)), list[Problem]()
        if tree is None:
            tree, problems = reader.read(data, f"studios/{path}")
        self.data[path] = data
        if problems or not isinstance(tree, dict):
            self.broken[path] = problems
        else:
            self.trees[path] = tree

    @cached_property
    def profiles(self) -> dict[str, PurePosixPath]:
        """Studio id → its profile, in the order of the folders."""
        return {path.parent.name: path for path in self.trees if path.name == "studio.yml"}

    @cached_property
    def years(self) -> dict[str, list[PurePosixPath]]:
        """Studio id → its year files, oldest first."""
        found = defaultdict(list)
        for path in sorted(self.trees):
            if len(path.parts) == 3 and path.name != "studio.yml":
                found[path.parent.name].append(path)
        return found

    @property
    def decisions(self) -> list[PurePosixPath]:
        """The decisions, oldest first."""
        return sorted(path for path in self.trees if path.parts[0] == "decisions")

    @property
    def unions(self) -> list[Item]:
        """The unions as listed."""
        found = self.trees.get(PurePosixPath("unions.yml"), {}).get("unions")
        return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []

    @cached_property
    def industries(self) -> tuple[str, ...]:
        """The industries that a studio may name: the built-in list, and those of the place."""
        local = self.trees.get(PurePosixPath("vocabulary.yml"), {}).get("industries")
        return (*vocabulary.INDUSTRIES, *(local if isinstance(local, dict) else ()))

    def union(self, text: str) -> str | None:
        """The id of the union that a text names: by id, by name, or as the beginning of a longer line; None if none or two fit."""
        wanted = same(text)
        exact, within = set(), set()
        for union in self.unions:
            others = union.get("other_names")
            called = [
                union.get("id"),
                union.get("name"),
                union.get("short"),
                *(others if isinstance(others, list) else ()),
            ]
            for name in (same(str(each)) for each in called if each):
                if name == wanted:
                    exact.add(str(union["id"]))
                elif len(name) > 3 and name in wanted:
                    within.add(str(union["id"]))
        found = exact or within
        return found.pop() if len(found) == 1 else None

    def union_name(self, union: str) -> str:
        return next((str(each.get("name", union)) for each in self.unions if each.get("id") == union), union)

    def region_of(self, union: str) -> str | None:
        """The district that a district's union is named after; else the place of the whole site."""
        site = self.trees.get(PurePosixPath("site.yml"), {})
        regions = site.get("regions")
        name = self.union_name(union)
        district = (
            next((str(each) for each in regions if str(each) in name), None) if isinstance(regions, list) else None
        )
        return district or (str(site["place"]) if "place" in site else None)


@cache
def same(name: str) -> str:
    """A name as it is compared: without spaces, quotes and brackets' width."""
    return re.sub(r"[\s“”\"'‘’《》·•\-—]", "", unicodedata.normalize("NFKC", name)).casefold()


def is_id(text: str) -> bool:
    """Whether a text can be the id of a studio."""
    return layout.is_id(text) and not layout.is_reserved(text)


def propose_item(title: str, taken: set[str]) -> str:
    """An id for an achievement, of its title's pinyin."""
    return layout.unique_id(_short(title) or "achievement", taken | layout.RESERVED)


def _short(text: str) -> str:
    """The first syllables of a text as one word, as many as fit into thirty letters."""
    made = ""
    for syllable in collation.reading(text):
        letters = re.sub(r"(?<=[a-z])[1-5]$", "", syllable.lower())
        letters = re.sub(r"[^a-z0-9]", "", unicodedata.normalize("NFKD", letters))
        if len(made) + len(letters) > 30:
            break
        made += letters
    return made


def leaders(item: Item) -> list[str]:
    """The names of a profile's leaders."""
    found = item.get("leaders")
    return [str(each.get("name", "")) for each in found if isinstance(each, dict)] if isinstance(found, list) else []


def units(item: Item) -> list[str]:
    """A profile's units."""
    found = item.get("units")
    return [str(each) for each in found] if isinstance(found, list) else []
