"""A fault as a value: what kind it is, where it stands, and the facts. The sentence is made when it is shown."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Loc = tuple[str | int, ...]
"""Where in a record: pydantic's own path, e.g. `("achievements", 0, "title")`."""
Fact = str | int | tuple[str, ...]
"""A value that a sentence tells of: a name, a number, a code, or several words. Never a part of a sentence."""
Facts = Mapping[str, Fact]
"""Facts by their names in the sentence's template."""
Severity = Literal["error", "warning", "notice"]
"""An error stops publishing, a warning does so only when asked to, a notice never."""

_CELL = re.compile(r"![A-Z]{1,3}\d+$")


def facts_from_json(read: Mapping[str, str | int | list[str]]) -> dict[str, Fact]:
    """Facts that were written as JSON, which has no tuples."""
    return {name: tuple(fact) if isinstance(fact, list) else fact for name, fact in read.items()}


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault of one record. `line` and `column` count from 1; 0 means not yet located (see `records/yaml/reader.py`)."""

    path: str
    code: str
    loc: Loc = ()
    facts: Facts = field(default_factory=dict)
    severity: Severity = "error"
    line: int = 0
    column: int = 0

    @property
    def position(self) -> tuple[str, int, int, str]:
        """The order in which problems are listed."""
        return (self.path, self.line, self.column, self.code)

    @property
    def place(self) -> str:
        """Where to look: path, line and column, in the form that editors and terminals turn into a link; or a cell, 成果!C7."""
        return self.path if _CELL.search(self.path) else f"{self.path}:{self.line or 1}:{self.column or 1}"


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault of a text or a file whose path the finder does not know.

    `line` and `column` count from 1 in a text; 0 means that the facts tell the place, or that it is not known.
    """

    code: str
    facts: Facts = field(default_factory=dict)
    severity: Severity = "error"
    line: int = 0
    column: int = 0

    def at(self, path: str) -> Problem:
        """The same fault as a problem of the file at `path`, named from the site's folder."""
        return Problem(path, self.code, (), self.facts, self.severity, self.line, self.column)
