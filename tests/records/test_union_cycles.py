"""Unions above themselves: a sentence, and nothing goes round for ever."""

from pathlib import Path

import pytest

from tests.cli.command import process
from tests.conftest import edit

NORTH = "{id: north, name: 北区工会, kind: 区工会, parent: city}"
CHAIN = "".join(
    f"\n  - {{id: u{n}, name: 工会{n}, kind: 区工会, parent: {f'u{n + 1}' if n < 2000 else 'city'}}}"
    for n in range(2001)
)


@pytest.mark.parametrize(
    ("new", "first"),
    [
        (NORTH.replace("city", "north"), "north"),
        (NORTH.replace("city", "south") + "\n  - {id: west, name: 西区工会, kind: 区工会, parent: north}", ""),
        (NORTH.replace("city", "west") + "\n  - {id: west, name: 西区工会, kind: 区工会, parent: north}", "north"),
        (NORTH + CHAIN, "u0"),
    ],
    ids=["its own parent", "no cycle", "two", "2,000 levels"],
)
def test_a_union_above_itself_is_named(site: Path, new: str, first: str) -> None:
    edit(site / "studios/unions.yml", NORTH, new)
    run = process("check", "--root", site)
    assert (run.returncode, "union-cycle" in run.stdout) == (
        int(bool(first)),
        bool(first),
    )
    assert not first or f"“{first}”" in run.stdout
    assert "Traceback" not in run.stderr
