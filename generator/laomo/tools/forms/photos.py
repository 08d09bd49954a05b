"""The pictures that come with a form: each must be sound, carry no personal numbers, and be named by a record."""

import tempfile
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from laomo.problems.problem import Loc, Problem
from laomo.tools.forms.contents import FormArchive, FormRecord
from laomo.tools.forms.places import place
from laomo.tools.spreadsheets import photographs

Pictures = dict[PurePosixPath, bytes]
"""Path below `studios/` → bytes."""


def taken(
    form: FormArchive, named: Iterable[tuple[FormRecord, Loc, str]], studio: PurePosixPath | None, folder: Path
) -> tuple[Pictures, list[Problem]]:
    """The pictures that go into the studio's folder, and what stands against them. Those that no record names are left out.

    `studio` is the studio's folder below `folder`, the site's `studios/`; None when the form is about none.
    """
    pictures: Pictures = {}
    problems: list[Problem] = []
    for record, loc, name in named:
        data = form.photos.get(name)
        if data is None or studio is None:
            continue  # it lies in the studio's folder already; if not, the checks of the site say so
        address, path = place(record, loc), studio / "photos" / name
        there = folder / path
        if there.is_symlink() or (there.exists() and (not there.is_file() or there.read_bytes() != data)):
            problems.append(Problem(address, "form-other-picture", facts={"value": name}))
        elif not there.exists():
            pictures[path] = data
            problems += _problems(name, data, address)
    return pictures, problems


def _problems(name: str, data: bytes, address: str) -> list[Problem]:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, f"picture{Path(name).suffix}")
        file.write_bytes(data)
        return [
            Problem(each.path, each.code, facts={**each.facts, **({"value": name} if "value" in each.facts else {})})
            for each in photographs.problems(file, address)
        ]
