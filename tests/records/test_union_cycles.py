"""Two thousand unions above one another: a sentence, and nothing goes round for ever (which ones are refused: `test_validation`)."""

from pathlib import Path

from tests.cli.command import process
from tests.conftest import edit

NORTH = "{id: north, name: 北区工会, kind: 区工会, parent: city}"
CHAIN = "".join(
    f"\n  - {{id: u{n}, name: 工会{n}, kind: 区工会, parent: {f'u{n + 1}' if n < 2000 else 'city'}}}"
    for n in range(2001)
)


def test_a_union_far_below_others_is_named(site: Path) -> None:
    edit(site / "studios/unions.yml", NORTH, NORTH + CHAIN)
    run = process("check", "--root", site)
    assert (run.returncode, run.stdout.count("union-cycle"), run.stdout.count("“u0”")) == (1, 1, 1)
    assert "Traceback" not in run.stderr
