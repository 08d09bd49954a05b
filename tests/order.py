"""The order of the tests: the longest files first, or any at all (`--shuffle SEED`)."""

import importlib
import random
from collections import defaultdict
from contextlib import suppress
from itertools import chain
from pathlib import Path

import pytest

_TESTS = Path(__file__).parent

_LONG = (
    *("browser/test_access.py", "tools/starter", "render/test_mkdocs.py", "security/test_slow_patterns.py", "browser"),
    *("tools/cms", "cli/test_cli.py", "pages/search", "render", "publish", "tools", "security", "pages", "scripts"),
    *("acceptance", "system"),
)
"""Files and folders that take longest, the longest first. The first builds the sample city, which the next do not wait for."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--shuffle", type=int, metavar="SEED", help="files, and the tests of each, in an order of that seed"
    )


def pytest_report_header(config: pytest.Config) -> str | None:
    seed = config.getoption("shuffle")
    return None if seed is None else f"shuffled: --shuffle {seed} (make test ORDER={seed}) runs the same order again"


def pytest_collection(session: pytest.Session) -> None:
    """Each of several processes imports a share of its own first: in a fresh checkout all would else compile every file, side by side."""
    told = getattr(session.config, "workerinput", None)
    if told and [Path(each).resolve() for each in session.config.args] == [_TESTS]:
        folders = (each for each in _TESTS.iterdir() if (each / "__init__.py").is_file())
        files = sorted(chain(_TESTS.glob("test_*.py"), *(folder.rglob("test_*.py") for folder in folders)))
        for file in files[int(told["workerid"].removeprefix("gw")) :: told["workercount"]]:
            with suppress(Exception):  # the collection meets it again, and reports it
                importlib.import_module(".".join(file.relative_to(_TESTS.parent).with_suffix("").parts))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """The long files first, so that the processes end together.

    pytest-xdist would put those of many tests first and those of one last (`--no-loadscope-reorder`), however long it takes.
    """
    seed = config.getoption("shuffle")
    if seed is None:
        items.sort(key=lambda item: _rank(item.path.relative_to(_TESTS)))
    else:
        chance = random.Random(seed)
        places: dict[Path, float] = defaultdict(chance.random)
        items.sort(key=lambda item: (places[item.path], chance.random()))


def _rank(path: Path) -> int:
    """The place in `_LONG` of the first that is the file or holds it."""
    found = (place for place, name in enumerate(_LONG) if path.is_relative_to(name))
    return next(found, len(_LONG))
