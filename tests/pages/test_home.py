"""The home page: 今日推荐, another studio every day, the same one all day; and a site with nothing to show yet."""

import html
import re
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from laomo import generate, pipeline
from laomo.pages.emitters import Context, home
from laomo.pages.templates import Templates
from laomo.project import Project
from laomo.registry.registry import Registry
from laomo.system.clock import today
from tests.conftest import edit
from tests.registry.joined import joined


@pytest.fixture(scope="module")
def city(city_root: Path) -> Registry:
    registry = generate.check(Project(city_root)).registry
    assert registry
    return registry


def of_today(city: Registry, monkeypatch: pytest.MonkeyPatch, moment: str) -> tuple[str, str]:
    """Date and address of the studio of the day, on a home page made at a moment (UTC)."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(datetime.fromisoformat(moment).replace(tzinfo=UTC).timestamp())))
    (page,) = home.emit(Context(city, {}, Templates(), today=today()))
    found = re.search(r'datetime="(.+?)".*?<h2 id="today"><a href="(.+?)"', page.data.decode(), re.DOTALL)
    assert found
    return html.unescape(found[1]), found[2]


def test_all_day_in_china_the_same_and_all_studios_in_their_turn(
    city: Registry, monkeypatch: pytest.MonkeyPatch
) -> None:
    morning = of_today(city, monkeypatch, "2026-03-01T16:00")
    assert morning[0] == "2026-03-02"
    assert of_today(city, monkeypatch, "2026-03-02T15:59") == morning
    assert of_today(city, monkeypatch, "2026-03-02T16:00")[0] == "2026-03-03"
    week = {of_today(city, monkeypatch, f"2026-03-{day:02}T08:00")[1] for day in range(1, 8)}
    assert len(week) >= 5


def test_a_site_without_studios_says_so_in_words_and_counts_nothing(site: Path) -> None:
    for folder in ("north", "south", "decisions", "targets", "standards"):
        shutil.rmtree(site / "studios" / folder)
    edit(site / "studios/site.yml", "featured: [crane]\n", "")
    pipeline.build(Project(site), site / "site")
    for url, words in (
        ("", "还没有工作室上网展出"),
        ("studios/", "还没有可以列出的工作室"),
        ("achievements/", "还没有可以列出的成果"),
        ("people/", "还没有领衔人的档案"),
        ("standards/", "还没有收录创建标准"),
        ("statistics/", "还没有可以统计的档案"),
        ("statistics/achievements/", "还没有可以统计的成果"),
        ("decisions/", "还没有收录文件"),
        ("unions/north/", "还没有工作室在网上展出"),
    ):
        page = (site / "site" / url / "index.html").read_text(encoding="utf-8")
        assert words in page, url
        assert '<ul class="numbers">' not in page, url
        assert '<ol class="papers">' not in page, url


@pytest.mark.parametrize(
    ("years", "shown"), [((2013,), None), ((2013, 2024), None), ((2013, 2025), 2025), ((2026,), 2026)]
)
def test_only_the_tasks_of_the_present_year_are_shown(years: tuple[int, ...], shown: int | None) -> None:
    table = "{title: 任务, issuer: 市总, total: {created: 3, qualified: 1}, rows: [{union: north, created: 3, qualified: 1}]}"
    (page,) = home.emit(Context(joined({f"targets/{year}": table for year in years}), {}, Templates()))
    assert re.findall(r'id="targets">(\d+)年', page.data.decode()) == ([str(shown)] if shown else [])


CELLS = "{region: 东区, column: 2, row: 1}, {region: 西区, column: 1, row: 1}, {region: 北区, column: 2, row: 2}"


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ("", [("东区", "2", ""), ("西区", "1", ""), ("北区", "0", "")]),
        (CELLS.rpartition(", {")[0], [("东区", "2", ""), ("西区", "1", ""), ("北区", "0", "")]),
        (CELLS, [("西区", "1", "1;1"), ("东区", "2", "2;1"), ("北区", "0", "2;2")]),
    ],
    ids=["no cells", "one missing", "a map"],
)
def test_regions_stand_where_the_record_places_them(cells: str, expected: list[tuple[str, str, str]]) -> None:
    """A list with name and number in each item, row by row; in the order of the record unless every region has a cell."""
    registry = joined(
        {
            "site": f"{{name: 小馆, place: 示例市, as_of: 2025, regions: [东区, 西区, 北区], region_map: [{cells}]}}",
            **{f"north/{letter}": f"region: {region}区" for letter, region in zip("abc", "东东西", strict=True)},
        }
    )
    (page,) = home.emit(Context(registry, {}, Templates(), today=today()))
    shown = re.findall(
        r'<li data-shade="\d"(?: style="grid-column:(\d);grid-row:(\d)")?>.*?<b>(.*?)</b><span>(\d)', page.data.decode()
    )
    assert [(name, n, f"{column};{row}".strip(";")) for column, row, name, n in shown] == expected
