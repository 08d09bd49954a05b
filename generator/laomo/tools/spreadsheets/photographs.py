"""Pictures that lie beside a spreadsheet, which its rows name: they go into their studios with the import."""

import os
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

from laomo.assets.pictures import image
from laomo.problems.problem import Problem
from laomo.records.layout import PICTURE
from laomo.system import files
from laomo.text import personal_data
from laomo.text.compared import same

_DEPTH = 2
"""Folders below that of the spreadsheet: 照片/, and in it one for each studio."""
_MOST = 20_000
"""Entries of folders that are looked at: a workbook may lie in a folder with everything else of a computer."""


@dataclass(frozen=True)
class Photographs:
    """The pictures in the folder of a spreadsheet and in the folders below it."""

    folder: Path

    def named(self, name: str, studio: str) -> list[Path]:
        """The files of a name. Of several, those whose path from the spreadsheet names the studio, if there are any."""
        found = self._by_name.get(name, [])
        own = [
            file for file in found if any(same(studio) == same(part) for part in file.relative_to(self.folder).parts)
        ]
        return own if len(found) > 1 and own else found

    @cached_property
    def _by_name(self) -> dict[str, list[Path]]:
        found = defaultdict(list)
        for file in self._files():
            found[file.name].append(file)
        return found

    def _files(self) -> Iterator[Path]:
        """Pictures by their names; no link is followed, and no hidden folder looked into."""
        folders, left = [(self.folder, 0)], _MOST
        for folder, depth in folders:
            for entry in _entries(folder):
                left -= 1
                if left < 0:
                    return
                if entry.is_dir(follow_symlinks=False) and depth < _DEPTH and not entry.name.startswith("."):
                    folders.append((Path(entry.path), depth + 1))
                elif entry.is_file(follow_symlinks=False) and PICTURE.fullmatch(f"-/-/photos/{entry.name}"):
                    yield Path(entry.path)


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except OSError:
        return []


def problems(file: Path, address: str) -> list[Problem]:
    """What stands against publishing a picture, as problems of the cell that names it: a damaged file, numbers in its notes."""
    try:
        numbers = personal_data.numbers(image.examine(file))
    except image.PictureRejected as bad:
        return [Problem(address, bad.code, facts={"value": file.name, **bad.facts})]
    except OSError:
        return [Problem(address, "bad-picture", facts={"value": file.name})]
    return [Problem(address, f"{code}-in-picture", facts={"masked": masked}) for code, masked in numbers]


def read(file: Path) -> bytes:
    """The bytes of a picture. Raises OSError."""
    with files.open_no_follow(file) as opened:
        return opened.read()


Pictures = dict[PurePosixPath, Path]
"""The path of a picture below `studios/`, where it is to go → where it lies."""
