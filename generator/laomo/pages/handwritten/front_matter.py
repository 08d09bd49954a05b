"""The front matter of a hand-written page: YAML at its top, between two lines of `---`."""

import re
from collections.abc import Mapping
from pathlib import Path

from laomo.records.yaml import reader

_HEAD = re.compile(r"\A---\n(.*?\n)?---\n", re.DOTALL)


def pages(folder: Path, pattern: str) -> list[Path]:
    """The pages of a folder that are files of their own, in order: what else has such a name is reported, and never opened."""
    return sorted(file for file in folder.glob(pattern) if file.is_file() and not file.is_symlink())


def split(source: str, name: str) -> tuple[Mapping[str, reader.Tree], str]:
    """The front matter of a page and the Markdown below it. The front matter is empty if it is missing or not valid YAML.

    `name` is the page's name in the parser's messages.
    """
    source = source.replace("\r\n", "\n").removeprefix("\ufeff")
    found = _HEAD.match(source)
    if not found:
        return {}, source
    tree, _ = reader.read((found[1] or "").encode(), name)
    return tree if isinstance(tree, dict) else {}, source[found.end() :]
