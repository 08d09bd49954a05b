"""The record files on disk as trees of text: spreadsheets are exported from them, and compared with them on import."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePosixPath

from laomo.problems.problem import Problem
from laomo.records import layout
from laomo.records.models import vocabulary
from laomo.records.parse_cache import ParseCache
from laomo.records.yaml import reader
from laomo.system.files import digest
from laomo.text import collation, person_names
from laomo.tools.spreadsheets.columns import Item

_READ = frozenset(
    {"site", "unions", "vocabulary", "target", "decision", "notice", "event", "inspection", "studio", "year"}
)
"""The kinds of records that a spreadsheet can change, or that are needed to understand one."""


@dataclass
class Archive:
    """Record files by their path below `studios/`; `broken` has the problems of those that cannot be read."""

    folder: Path
    trees: dict[PurePosixPath, Item] = field(default_factory=dict)
    data: dict[PurePosixPath, bytes] = field(default_factory=dict)
    broken: dict[PurePosixPath, list[Problem]] = field(default_factory=dict)
    cache_file: Path | None = None
    """That of the parsed files."""

    @classmethod
    def read(cls, folder: Path, cache_file: Path | None = None, *, also: frozenset[str] = frozenset()) -> "Archive":
        """All profiles, years and decisions below `studios/`, the site's own files, and the kinds of `also`.

        With `cache_file`, unchanged files are not parsed again.
        """
        archive, known = cls(folder, cache_file=cache_file), ParseCache.read(cache_file) if cache_file else ParseCache()
        for path, fault in layout.files(folder).items():
            if not fault and layout.kind_of(path) in _READ | also:
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
        """Studio id → the path of its profile, in the order of the folders."""
        return {path.parent.name: path for path in self.trees if path.name == "studio.yml"}

    @cached_property
    def years(self) -> dict[str, list[PurePosixPath]]:
        """Studio id → the paths of its years, oldest first."""
        found = defaultdict(list)
        for path in sorted(self.trees):
            if len(path.parts) == 3 and path.name != "studio.yml":
                found[path.parent.name].append(path)
        return found

    @property
    def decisions(self) -> list[PurePosixPath]:
        """The paths of the decisions, oldest first."""
        return self.documents["decisions"]

    @cached_property
    def documents(self) -> dict[str, list[PurePosixPath]]:
        """Folder of what unions issue (`decisions`, `notices`, `events`, `inspections`, `targets`) → the paths of its records, oldest first."""
        found = defaultdict[str, list[PurePosixPath]](list)
        for path in sorted(path for path in self.trees if len(path.parts) == 2):
            found[path.parts[0]].append(path)
        return found

    @property
    def unions(self) -> list[Item]:
        """The unions in the order of `unions.yml`; empty when it is missing or broken."""
        found = self.trees.get(PurePosixPath("unions.yml"), {}).get("unions")
        return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []

    @cached_property
    def industries(self) -> tuple[str, ...]:
        """The industries that a studio may have: the built-in ones, then those of `vocabulary.yml`."""
        local = self.trees.get(PurePosixPath("vocabulary.yml"), {}).get("industries")
        return (*vocabulary.INDUSTRIES, *(local if isinstance(local, dict) else ()))

    @cached_property
    def called(self) -> dict[str, list[str]]:
        """Union id → all that the union is called: its id, its name, its short name, its other names."""
        return {str(each.get("id")): names_of(each) for each in self.unions}

    @property
    def place(self) -> str:
        """The place of the site; empty when it has none."""
        return str(self.trees.get(PurePosixPath("site.yml"), {}).get("place", ""))

    def union_name(self, union: str) -> str:
        """The name of a union by its id; the id itself when no union has it."""
        return next((str(each.get("name", union)) for each in self.unions if each.get("id") == union), union)


def names_of(union: Item) -> list[str]:
    """All that a union is called."""
    others = union.get("other_names")
    names = [union.get("id"), union.get("name"), union.get("short"), *(others if isinstance(others, list) else ())]
    return [str(name) for name in names if name]


def is_id(text: str) -> bool:
    """Whether a text can be the id of a studio."""
    return layout.is_id(text) and not layout.is_reserved(text)


def taken_ids(archive: Archive) -> set[str]:
    """The ids that no new studio may have."""
    folders = (folder.name for folder in archive.folder.glob("*/*/") if folder.is_dir())
    return {*archive.profiles, *folders, *layout.RESERVED}


def propose_item(title: str, taken: Iterable[str], leaders: Iterable[str] = ()) -> str:
    """A new id for an achievement: the pinyin of its title's first characters, without the names of leaders, who may withdraw."""
    particular = title
    for leader in leaders:
        if leader and (at := person_names.place_in(leader, particular)) >= 0:
            particular = particular[:at] + person_names.after(leader, particular[at:])
    return layout.unique_id(_short(particular) or "achievement", {*taken, *layout.RESERVED})


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


def withdrawn(item: Item) -> list[str]:
    """The names of a profile's leaders who are no longer shown."""
    found = item.get("leaders")
    people = [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []
    return [str(each["name"]) for each in people if each.get("withdrawn") and each.get("name")]


def former_names(item: Item) -> list[str]:
    """The names that a profile's studio had before."""
    found = item.get("former_names")
    return [str(each) for each in found] if isinstance(found, list) else []


def units(item: Item) -> list[str]:
    """A profile's units."""
    found = item.get("units")
    return [str(each) for each in found] if isinstance(found, list) else []
