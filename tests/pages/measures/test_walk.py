"""The walk of the home page: which measures it shows, and that a site with fewer shows fewer."""

import re

import pytest

from laomo.pages.emitters import Context, home
from laomo.pages.measures import walk
from laomo.pages.templates import Templates
from laomo.registry.registry import Registry
from tests.registry.joined import joined

_UNITS = {"秒": "18, after: 11", "次": "9, after: 2", "元": "25, after: 7", "毫米": "3, after: 1", "%": "91, after: 98"}


def city(*studios: str) -> Registry:
    """Studios, each written as `industry year unit`, with `told` if its measure is told in plain words."""
    files: dict[str, str] = {}
    for n, each in enumerate(studios):
        industry, year, unit, *told = each.split()
        says = ", says: 做一件" if told else ""
        figures = _UNITS.get(unit, f"18, after: {unit}")
        measure = f"{{indicator: 指标{n}, before: {figures}, unit: {unit if unit in _UNITS else '秒'!r}{says}}}"
        files[f"north/s{n}/studio"] = (
            f"name: 甲{n}工作室\nindustry: {industry}\nunits: [某厂]\nleaders: [{{name: 张三}}]"
        )
        files[f"north/s{n}/{year}"] = (
            f"achievements: [{{id: a, title: 成果{n}, kind: 技术革新, disclosure: 可公开, measures: [{measure}]}}]"
        )
    return joined(files)


def chosen(registry: Registry) -> list[str]:
    return [stop.item.studio.id for stop in walk.stops(registry)]


@pytest.mark.parametrize(
    ("studios", "ids"),
    [
        ((), []),
        (("教育 2020 秒",), ["s0"]),
        (("教育 2020 秒", "教育 2021 秒"), ["s1", "s0"]),
        (("教育 2020 秒", "教育 2021 次", "食品加工 2021 次", "公用事业 2019 元"), ["s1", "s2", "s0", "s3"]),
        (("教育 2020 秒", "食品加工 2020 秒 told"), ["s1", "s0"]),
        (("教育 2020 18", "食品加工 2020 秒"), ["s1"]),
    ],
)
def test_the_newest_of_different_industries_and_pictures_are_chosen(studios: tuple[str, ...], ids: list[str]) -> None:
    assert chosen(city(*studios)) == ids


def test_six_are_shown_and_they_differ() -> None:
    industries = ("教育", "食品加工", "公用事业", "金融服务", "医疗卫生")
    registry = city(*(f"{industry} 2020 {unit}" for unit in _UNITS for industry in industries for _ in range(2)))
    stops = walk.stops(registry)
    assert len(stops) == 6
    assert len({stop.item.studio.id for stop in stops}) == 6
    assert {stop.item.studio.record.industry for stop in stops} == set(industries)
    assert len({stop.kind for stop in stops}) == 5
    assert chosen(registry) == [stop.item.studio.id for stop in stops]


def test_home_shows_each_with_its_person_and_studio_and_without_any_says_nothing() -> None:
    context = Context(city("教育 2020 秒 told", "食品加工 2019 元"), {}, Templates())
    (page,) = home.emit(context)
    text = page.data.decode()
    shown = re.findall(r'<h3 class="told__says.*?</h3>', text)
    assert [re.sub("<.*?>", "", each) for each in shown] == ["做一件，从18秒到11秒", "指标1：从25元到7元"]
    assert text.count('<p class="walk__name">张三</p>') == 2
    assert text.count('<a href="studios&#47;s') >= 2
    (page,) = home.emit(Context(city("教育 2020 18"), {}, Templates()))
    assert 'class="walk' not in page.data.decode()
