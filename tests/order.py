"""The order of the tests: the longest files first, or any at all (`--shuffle SEED`)."""

import random
from collections import defaultdict
from pathlib import Path

import pytest

_LONG = ("browser", "pages", "security", "tools", "publish", "acceptance")
"""Folders of tests with the longest files, the longest first."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--shuffle", type=int, metavar="SEED", help="files, and the tests of each, in an order of that seed"
    )


def pytest_report_header(config: pytest.Config) -> str | None:
    seed = config.getoption("shuffle")
    return None if seed is None else f"shuffled: --shuffle {seed} (make test ORDER={seed}) runs the same order again"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """The long files first, so that the processes end together.

    pytest-xdist would put those of many tests first and those of one last (`--no-loadscope-reorder`), however long it takes.
    """
    seed = config.getoption("shuffle")
    if seed is None:
        rank = {name: place for place, name in enumerate(_LONG)}
        items.sort(key=lambda item: rank.get(item.path.relative_to(Path(__file__).parent).parts[0], len(rank)))
    else:
        chance = random.Random(seed)
        places: dict[Path, float] = defaultdict(chance.random)
        items.sort(key=lambda item: (places[item.path], chance.random()))
