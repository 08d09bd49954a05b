"""A problem as a value: its code, place and facts. The message is made when it is shown."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Loc = tuple[str | int, ...]
"""The place in a record, as pydantic's path, e.g. `("achievements", 0, "title")`."""
Fact = str | int | tuple[str, ...]
"""A value in a message: a name, a number, a code, or several words. Never a part of a sentence."""
Facts = Mapping[str, Fact]
"""Facts by their names in the message template."""
Severity = Literal["error", "warning", "notice"]
"""An error prevents publication, a warning only in strict mode, a notice never."""

_CELL = re.compile(r"![A-Z]{1,3}\d+([:,…][A-Z\d:,…]*)?$")


def facts_from_json(read: Mapping[str, str | int | list[str]]) -> dict[str, Fact]:
    """Facts read from JSON, with lists turned back into tuples."""
    return {name: tuple(fact) if isinstance(fact, list) else fact for name, fact in read.items()}


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem of one file. `line` and `column` count from 1; 0 means not yet located (see `records/yaml/reader.py`)."""

    path: str
    code: str
    loc: Loc = ()
    facts: Facts = field(default_factory=dict)
    severity: Severity = "error"
    line: int = 0
    column: int = 0

    @property
    def position(self) -> tuple[str, int, int, str]:
        """The sort key of problems: path, line, column, code."""
        return (self.path, self.line, self.column, self.code)

    @property
    def place(self) -> str:
        """`path:line:column`, which editors and terminals turn into a link; or path and cell of a spreadsheet, 成果!C7; or a field of a form, 年度档案 2024 › 年度小结."""
        return (
            self.path.rstrip(" ›")
            if _CELL.search(self.path) or " › " in self.path
            else f"{self.path}:{self.line or 1}:{self.column or 1}"
        )


def problem_of(loc: list[str | int], facts: dict[str, Any], **parts: Any) -> Problem:
    """A problem from its fields as JSON has them."""
    return Problem(loc=tuple(loc), facts=facts_from_json(facts), **parts)


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem found in a text or in bytes, without the path of the file.

    `line` and `column` count from 1 in a text; 0 means that the place is unknown or in the facts.
    """

    code: str
    facts: Facts = field(default_factory=dict)
    severity: Severity = "error"
    line: int = 0
    column: int = 0

    def at(self, path: str) -> Problem:
        """The same problem with the path of the file, relative to the site's folder."""
        return Problem(path, self.code, (), self.facts, self.severity, self.line, self.column)
