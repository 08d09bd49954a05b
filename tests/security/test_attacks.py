"""The table of attacks and the threat model name what there is: tests that are found, files that are there, the same rows in both."""

import re
from collections.abc import Iterator

import pytest

from tests.conftest import ROOT, some
from tests.security.attacks import ROWS, files, rows_of

DOCUMENTS = ("SECURITY.md", "THREATS.md")
PLACES = (ROOT, ROOT / "generator/laomo", ROOT / "tests")
_GROUP = re.compile(r"(.*)\(([^()]*)\)")


def _patterns() -> Iterator[tuple[str, str]]:
    """Each file with each beginning of a test's name that a row gives."""
    for tests in ROWS.values():
        for test in tests:
            file, _, name = test.partition("::")
            group = _GROUP.fullmatch(name)
            yield from ((file, group[1] + each) for each in group[2].split("|")) if group else [(file, name)]


@pytest.mark.parametrize(("file", "name"), sorted(set(_patterns())))
def test_every_row_names_tests_that_are_there(file: str, name: str) -> None:
    assert re.search(rf"^def {name or 'test_'}", (ROOT / "tests" / file).read_text(encoding="utf-8"), re.MULTILINE)


def test_a_test_is_found_in_its_row() -> None:
    node = "tests/security/test_reach.py::test_a_record_alone_changes_no_byte_of_another_unions_pages[unit]"
    assert [*rows_of(node)] == ["what one union's record says of another's"]
    assert [*rows_of("tests/pages/test_home.py::test_x")] == []
    assert all((ROOT / file).exists() for file in some(files()))


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_file_that_a_document_names_is_there(document: str) -> None:
    text = (ROOT / document).read_text(encoding="utf-8")
    named = set(re.findall(r"`((?:[\w.-]+/)*[\w.-]+\.(?:py|md|yml)|(?:[\w-]+/)+)`", text))
    assert len(named) > 20 or document == "SECURITY.md"
    there = {name for name in named for place in PLACES if (place / name).exists()}
    assert named - there <= OF_A_SITE


OF_A_SITE = {"site.yml", "unions.yml", "review.yml", ".gitlab-ci.yml", "card/", ".github/", "studios/", "content/"}
"""Files of a reader's own site, which the program writes or reads."""


def test_the_threat_model_has_every_row_of_the_table() -> None:
    walls = (ROOT / "THREATS.md").read_text(encoding="utf-8").partition("## The walls")[2]
    cells = [line.split("|")[3] for line in walls.splitlines() if line.startswith("|")][2:]
    named = {row.strip() for cell in cells for row in cell.split(";")}
    assert named == {*ROWS}
