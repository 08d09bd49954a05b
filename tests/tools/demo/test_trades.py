"""The trade files: every slot is used, every text can be filled, every figure changes for the better or worse as it should."""

from collections.abc import Iterator
from itertools import pairwise
from math import prod

import pytest
from pydantic import TypeAdapter
from tests.conftest import some

from laomo.records.models import UnionsRecord
from laomo.records.models.base import Name
from laomo.tools.demo import data
from laomo.tools.demo.trades import Result, Trade, fields, trades

FIGURES = {"before", "after", "unit"}
STUDIO_FACTS = {"unit", "label", "leader", "founded", "members", "year"}


@pytest.fixture(params=trades(), ids=lambda trade: trade.slug)
def trade(request: pytest.FixtureRequest) -> Trade:
    value: Trade = request.param
    return value


def test_unions_exist(trade: Trade) -> None:
    known = {union.id for union in data.read(data.CITY / "unions.yml", UnionsRecord).unions}
    assert set(trade.words.unions) <= known


def test_units_have_a_place_for_the_brand_or_are_a_middle_word(trade: Trade) -> None:
    for unit in some(trade.words.units):
        assert fields(unit) <= {"brand"}
        assert fields(unit) or not unit.endswith(("公司", "院", "校", "中心"))


def test_texts_ask_only_for_facts_that_are_there(trade: Trade) -> None:
    words = trade.words
    assert set().union(*map(fields, words.intros)) <= STUDIO_FACTS - {"leader"}
    assert set().union(*map(fields, words.bios)) <= STUDIO_FACTS | {"job", "years"}
    assert set().union(*map(fields, words.summaries)) <= STUDIO_FACTS | {"projects", "results"}
    assert all(len(slogan) <= 40 for slogan in some(words.slogans))


def test_every_union_has_trades_of_its_own() -> None:
    assert set(data.units().regions) <= {union for trade in trades() for union in trade.words.unions}


def test_slots_are_used_and_texts_can_be_filled(trade: Trade) -> None:
    for result in some(trade.words.results):
        told = {field for text in (*result.problems, *result.solutions) for field in fields(text)}
        effects = {field for text in result.effects for field in fields(text)}
        assert fields(result.title) | told | effects - FIGURES == set(result.slots), result.title
        assert not told & FIGURES, result.title


def test_faults_have_many_problems_and_remedies(trade: Trade) -> None:
    for result in some(trade.words.results):
        assert (len(result.problems), len(result.solutions), len(result.effects)) >= (3, 5, 2), result.title
    for text in some((*trade.words.trials, *trade.words.sites)):
        assert fields(text) <= {"site", "brand", "n"}, text


def test_titles_are_names(trade: Trade) -> None:
    names = TypeAdapter(Name)
    for result in trade.words.results:
        for slots in _combinations(result):
            names.validate_python(result.title.format(**slots))


def test_combinations_come_by_once(trade: Trade) -> None:
    for result in some(trade.words.results):
        all_of_them = [tuple(sorted(slots.items())) for slots in _combinations(result)]
        assert len(all_of_them) == len(set(all_of_them)) >= 12, result.title


def test_measures_change_by_more_than_chance(trade: Trade) -> None:
    for result in some(trade.words.results):
        (low, high), (after_low, after_high) = result.measure.before, result.measure.after
        assert (low, after_low) <= (high, after_high), result.title
        assert after_high < low or after_low > high, result.title


def test_texts_are_no_copies_of_each_other() -> None:
    texts = sorted(_texts())
    assert [one for one, other in some(pairwise(texts)) if one == other and len(one) > 12] == []


def _combinations(result: Result) -> Iterator[dict[str, str]]:
    for number in range(prod(map(len, result.slots.values()))):
        yield result.combination(number)


def _texts() -> Iterator[str]:
    for trade in trades():
        words = trade.words
        yield from (*words.slogans, *words.intros, *words.bios, *words.summaries)
        for result in words.results:
            yield from (*result.problems, *result.solutions, *result.effects)
