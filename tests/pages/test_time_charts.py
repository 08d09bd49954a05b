"""Charts over the years: true to time and to zero, and every word inside and apart from the others."""

from decimal import Decimal
from itertools import combinations

import pytest

from laomo.pages import time_charts
from laomo.pages.time_charts import Number, TimeChart

SERIES: dict[str, list[tuple[int, Number]]] = {
    "one year": [(2020, 7)],
    "two years": [(2020, 7), (2021, 3)],
    "thirteen years": [(year, (year * 37) % 11) for year in range(2013, 2026)],
    "a gap": [(1998, 4), (2013, 9), (2025, 1)],
    "forty years": [(year, year - 1980) for year in range(1986, 2026)],
    "nothing": [(2020, 0), (2021, 0)],
    "large numbers": [(2013, Decimal("463.4")), (2024, Decimal("1234567.25")), (2025, Decimal("1234567.5"))],
    "a high neighbour": [(2013, 1), (2022, 2), (2023, 100), (2024, 80000), (2025, 60000)],
}


def words_are_apart(chart: TimeChart) -> None:
    for word in chart.words:
        left, right = word.ends
        assert -0.1 <= left <= right <= chart.width + 0.1, word
        assert 10 <= word.y <= chart.height
    for one, other in combinations(chart.words, 2):
        beside = one.ends[1] < other.ends[0] or other.ends[1] < one.ends[0]
        assert beside or abs(one.y - other.y) >= 13, (one, other)


@pytest.mark.parametrize("rows", SERIES.values(), ids=SERIES)
def test_columns_stand_in_their_years_on_zero(rows: list[tuple[int, Number]]) -> None:
    chart = time_charts.columns(rows)
    assert len(chart.columns) == len(rows), "a year without a number has no column"
    centres = [column.x + column.width / 2 for column in chart.columns]
    pitch = (centres[-1] - centres[0]) / max(1, rows[-1][0] - rows[0][0])
    largest = max(number for _, number in rows)
    for (year, number), column, centre in zip(rows, chart.columns, centres, strict=True):
        assert centre == pytest.approx(centres[0] + (year - rows[0][0]) * pitch, abs=0.2)
        assert column.y + column.height == pytest.approx(chart.base, abs=0.11)
        if largest:
            tallest = max(each.height for each in chart.columns)
            assert column.height / tallest == pytest.approx(float(number) / float(largest), abs=0.002)
    words_are_apart(chart)
    values = [word for word in chart.words if word.part == "value"]
    assert f"{float(largest):.12g}" in {word.text for word in values}
    for word in values:
        covered = [c for c in chart.columns if c.x < word.ends[1] and word.ends[0] < c.x + c.width and c.y < word.y]
        assert not covered, word
    assert {str(rows[0][0]), str(rows[-1][0])} <= {word.text for word in chart.words} or len(rows) == 2


@pytest.mark.parametrize(
    ("first", "second"),
    [([1, 5, 9], [0, 2, 7]), ([1, 5, 9], [1, 5, 9]), ([3, 2, 0], [3, 1, 0]), ([0, 0, 0], [0, 0, 0]), ([99999], [1])],
)
def test_curves_end_at_their_names(first: list[int], second: list[int]) -> None:
    chart = time_charts.curves(
        [("创建", list(enumerate(first, start=2020))), ("达标", list(enumerate(second, start=2020)))]
    )
    words_are_apart(chart)
    assert [word.text for word in chart.words if word.part.startswith("curve")] == [
        f"创建 {first[-1]}",
        f"达标 {second[-1]}",
    ]
    points = [[tuple(map(float, each.split())) for each in path[1:].split("L")] for path in chart.curves]
    top = max(*first, *second)
    for path, numbers in zip(points, (first, second), strict=True):
        for (_, y), number in zip(path, numbers, strict=True):
            assert (chart.base - y) / (chart.base - 24) == pytest.approx(number / max(1, top), abs=0.01)
