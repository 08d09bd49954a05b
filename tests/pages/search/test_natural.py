"""The questions of people that the benchmark asks: enough of every kind and from everybody, and half of them only reported."""

from collections import Counter

import pytest
from benchmarks.search import drawn
from benchmarks.search.natural import Natural, Verdict, lines
from benchmarks.search.said import Said

from tests.pages.search.conftest import Site

LINES = list(lines())


def test_every_kind_and_everybody_is_asked_often() -> None:
    assert len(LINES) >= 300
    assert len({(line.asker, line.text) for line in LINES}) == len(LINES)
    assert min(Counter(line.kind for line in LINES).values()) >= 20
    askers = Counter(line.asker for line in LINES)
    assert len(askers) == 10
    assert min(askers.values()) >= 20


def test_half_of_them_are_only_reported() -> None:
    assert 0.4 < sum(line.reported for line in LINES) / len(LINES) < 0.6


@pytest.fixture(scope="module")
def asked(city: Site) -> dict[str, Natural]:
    return {each.line.text: each for each in drawn.questions(Said(city.registry, ()))}


def test_what_is_right_follows_from_the_records(asked: dict[str, Natural]) -> None:
    assert len(asked) >= 300
    assert asked["修电梯"].right("studios/huang-youqiang-elevator/")
    assert not asked["修电梯"].right("studios/port-crane/")
    assert not asked["彩票开奖"].right("studios/port-crane/")


@pytest.mark.parametrize(
    ("text", "hits", "notes", "place"),
    [
        ("修电梯", ["studios/port-crane/", "studios/huang-youqiang-elevator/"], [], 1),
        ("修电梯", [], [], -1),
        ("彩票开奖", [], [], 0),
        ("彩票开奖", ["studios/port-crane/"], ["没有“彩票开奖”，下面是最接近的。"], 0),
        ("彩票开奖", ["studios/port-crane/"], [], -1),
    ],
)
def test_a_verdict_counts_the_first_right_hit(
    asked: dict[str, Natural], text: str, hits: list[str], notes: list[str], place: int
) -> None:
    assert Verdict.of(asked[text], hits, notes).place == place
