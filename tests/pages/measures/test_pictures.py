"""The picture of a measure: which kind a unit gets, that it is to scale from zero, and that it stays small."""

import re
from collections import Counter
from itertools import pairwise

import pytest

from laomo.generate import check
from laomo.pages.measures import picture, units
from laomo.pages.measures.picture import Drawing
from laomo.pages.templates import Templates
from laomo.project import Project
from laomo.records.models.year import MeasureRecord
from tests.conftest import ROOT, some
from tests.pages.measures.given import measure

_TOLD = Templates()._environment.from_string(
    '{% import "parts/parts.md" as parts with context %}{{ parts.told(measure) }}'
)


def told(record: MeasureRecord) -> str:
    """What a page shows of a measure."""
    return _TOLD.render(measure=record, link=str, icon=str)


def _boxes(path: str) -> list[tuple[float, float, float, float]]:
    """The boxes of path data: x, y, width, height."""
    number = r"(-?[\d.]+)"
    found = re.findall(rf"M{number} {number}h{number}v{number}h-{number}z", path)
    assert "".join(f"M{x} {y}h{w}v{h}h-{back}z" for x, y, w, h, back in found) == path
    assert all(w == back for _, _, w, _, back in found)
    return [(float(x), float(y), float(w), float(h)) for x, y, w, h, _ in found]


def _area(path: str) -> float:
    return sum(width * height for _, _, width, height in _boxes(path))


def _dots(path: str, pitch: float) -> int:
    return sum(round((float(length) - 1) / pitch) + 1 for length in re.findall(r"h([\d.]+)", path))


@pytest.mark.parametrize(
    ("unit", "indicator", "figures", "kind", "scale"),
    [
        ("秒", "落箱用时", ("18", "11"), "ticks", "一格一秒"),
        ("秒钟", "落箱用时", ("180", "110"), "ticks", "一格5秒"),
        ("毫秒", "延时", ("20", "8"), "ticks", "一格一毫秒"),
        ("分钟", "等候", ("90", "35"), "ticks", "一格5分钟"),
        ("分", "等候", ("2.8", "2.1"), "ticks", "一格10秒"),
        ("小时", "停机", ("34", "18"), "ticks", "一格一小时"),
        ("h", "停机", ("6.3", "0.9"), "ticks", "一格30分钟"),
        ("小时/月", "统计", ("16", "4"), "ticks", "一格一小时"),
        ("天", "周期", ("90", "30"), "ticks", "一格5天"),
        ("个工作日", "周期", ("15", "5"), "ticks", "一格一个工作日"),
        ("个月", "工期", ("18", "12"), "ticks", "一格一个月"),
        ("工时", "耗用", ("38", "12"), "ticks", "一格一工时"),
        ("%", "返工率", ("4", "1"), "hundred", "一点是百分之一，改进前4点，改进后1点"),
        ("%", "发生率", ("2.36", "0.64"), "thousand", "一点是千分之一，改进前约24点，改进后约6点"),
        ("‰", "破损率", ("5", "1"), "thousand", "一点是千分之一，改进前5点，改进后1点"),
        ("%", "一次通过率", ("91.2", "98.5"), "share", "一整条是100%"),
        ("%", "返工率", ("52", "23"), "share", "一整条是100%"),
        ("%", "增长率", ("5", "8"), "bars", ""),
        ("%", "产量", ("120", "180"), "bars", ""),
        ("%", "发生率", ("0.03", "0.01"), "bars", ""),
        ("次", "告警", ("18", "3"), "squares", "一格一次"),
        ("次/月", "告警", ("18", "0"), "squares", "一格一次"),
        ("件/万件", "差错", ("300", "20"), "squares", "一格10件"),
        ("人", "投入", ("6", "2"), "squares", "一格一人"),
        ("起", "事故", ("9", "2"), "squares", "一格一起"),
        ("个部件", "拆装", ("9", "2"), "squares", "一格一个部件"),
        ("元", "费用", ("25", "7"), "areas", "面积表示大小"),
        ("万元", "费用", ("1.2", "0.8"), "areas", "面积表示大小"),
        ("元/千瓦时", "电价", ("0.9", "0.6"), "areas", "面积表示大小"),
        ("千瓦时", "耗电", ("6200", "2500"), "areas", "面积表示大小"),
        ("万千瓦时", "耗电", ("62", "25"), "areas", "面积表示大小"),
        ("kWh", "耗电", ("62", "25"), "areas", "面积表示大小"),
        ("千克标准煤", "单耗", ("62", "25"), "areas", "面积表示大小"),
        ("度", "日耗电", ("62", "25"), "areas", "面积表示大小"),
        ("度", "倾斜", ("3", "1"), "bars", ""),
        ("毫米", "偏差", ("3", "1"), "bars", ""),
        ("℃", "温升", ("30", "12"), "bars", ""),
        ("毫克/立方米", "粉尘", ("13", "4"), "bars", ""),
        ("嗡", "没有听说过", ("13", "4"), "bars", ""),
        ("%次/秒·件", "没有听说过", ("13", "4"), "bars", ""),
    ],
)
def test_the_unit_chooses_the_picture(
    unit: str, indicator: str, figures: tuple[str, str], kind: str, scale: str
) -> None:
    drawn = picture.of(measure(*figures, unit, indicator))
    assert drawn
    assert (drawn.kind, drawn.scale) == (kind, scale)


@pytest.mark.parametrize("unit", ["秒", "次", "元", "毫米", "小时"])
@pytest.mark.parametrize(
    "figures",
    [("18", "11"), ("11", "18"), ("40", "39"), ("39.5", "8"), ("300", "20"), ("7", "0"), ("0", "3"), ("9", "9")],
)
def test_areas_are_as_the_values(unit: str, figures: tuple[str, str]) -> None:
    drawn = picture.of(measure(*figures, unit))
    assert drawn
    before, after = map(float, figures)
    areas = _area(drawn.before), _area(drawn.after)
    larger = max(areas)
    assert areas[0] / larger == pytest.approx(before / max(before, after), abs=0.002)
    assert areas[1] / larger == pytest.approx(after / max(before, after), abs=0.002)
    assert _area(drawn.saved) / larger == pytest.approx(
        max(0, before - (0 if drawn.kind == "areas" else after)) / max(before, after) if after < before else 0,
        abs=0.002,
    )
    for x, y, width, height in some(_boxes(drawn.before + drawn.after + drawn.saved)):
        assert -0.01 <= x <= x + width <= drawn.width + 0.01
        assert -0.01 <= y <= y + height <= drawn.height + 0.01


@pytest.mark.parametrize(("unit", "whole"), [("%", 100), ("‰", 1000)])
def test_a_share_is_a_part_of_a_full_bar(unit: str, whole: int) -> None:
    drawn = picture.of(measure(str(whole * 0.912), str(whole * 0.3), unit, "一次通过率"))
    assert drawn
    full = _boxes(drawn.ground)[0][2]
    assert [box[2] / full for box in _boxes(drawn.before + drawn.after)] == pytest.approx([0.912, 0.3], abs=0.001)


@pytest.mark.parametrize(
    ("text", "name"),
    [(text, name) for text, name in units._TIME_NAMES.items()] + [(name, name) for name in units._TIME],
)
def test_units_of_time_by_all_their_names(text: str, name: str) -> None:
    assert units.time(text) == units.time(f"{text}/月") == name
    assert units.kind(text, "用时", (18, 11)) == "ticks"
    texts = [said for _, said in units.round_amounts(text, 1)]
    assert len(texts) == len(set(texts))
    assert all(amount > 0 for amount, _ in some(units.round_amounts(text, 1)))


@pytest.mark.parametrize("word", units._NOT_SHARES)
def test_a_change_or_a_speed_is_no_share_of_a_hundred(word: str) -> None:
    assert units.kind("%", f"产量{word}率", (5, 8)) == "bars"
    assert units.kind("%", "产量缺损率", (5, 8)) == "dots"


@pytest.mark.parametrize(
    ("figures", "lit"),
    [(("4", "1"), (4, 1)), (("2.36", "0.64"), (24, 6)), (("1", "20"), (1, 20)), (("3", "0"), (3, 0))],
)
def test_so_many_dots_are_lit(figures: tuple[str, str], lit: tuple[int, int]) -> None:
    drawn = picture.of(measure(*figures, "%", "不合格率"))
    assert drawn
    pitch = 15 if drawn.kind == "hundred" else 3.75
    whole = 100 if drawn.kind == "hundred" else 1000
    before, after, saved, rest = (_dots(path, pitch) for path in (drawn.before, drawn.after, drawn.saved, drawn.ground))
    assert (before, after, saved) == (*lit, max(0, lit[0] - lit[1]))
    assert before + after + saved + rest == 2 * whole


@pytest.mark.parametrize("figures", [("-18", "-25"), ("-5", "3"), ("3", "-5"), ("-4", "0")])
def test_negative_values_are_bars_from_one_zero(figures: tuple[str, str]) -> None:
    drawn = picture.of(measure(*figures, "℃"))
    assert drawn
    assert drawn.kind == "bars"
    zero = float(drawn.ground[1:].partition(" ")[0])
    span = max(0, *map(float, figures)) - min(0, *map(float, figures))
    for path, value in zip((drawn.before, drawn.after), map(float, figures), strict=True):
        for x, _, width, _ in _boxes(path):
            assert (x + width if value < 0 else x) == pytest.approx(zero, abs=0.02)
            assert width == pytest.approx(abs(value) / span * drawn.width, abs=0.02)


@pytest.mark.parametrize("figures", [("1", "1000"), ("1000", "1")])
@pytest.mark.parametrize("unit", ["件", "秒", "毫米"])
def test_a_thousandfold_change_is_two_bars(unit: str, figures: tuple[str, str]) -> None:
    drawn = picture.of(measure(*figures, unit))
    assert drawn
    assert drawn.kind == "bars"
    assert _area(drawn.before) / _area(drawn.after) == pytest.approx(float(figures[0]) / float(figures[1]), rel=0.01)


@pytest.mark.parametrize(
    ("figures", "unit"),
    [
        (("数十次", "3"), "次"),
        (("30", "几次"), "次"),
        (("5至8", "3"), "次"),
        (("3小时", "20"), "分钟"),
        (("0", "0"), "秒"),
        (("1234567.89", "0.00000123"), "分钟"),
    ],
)
def test_what_cannot_be_drawn_to_scale_is_only_written(figures: tuple[str, str], unit: str) -> None:
    record = measure(*figures, unit)
    assert picture.of(record) is None
    assert "<svg" not in told(record)
    assert "指标：" in told(record)


@pytest.mark.parametrize(
    ("before", "value"), [("1.2万", 12_000), ("约30", 30), ("30次", 30), ("800余", 800), ("近3百次", 300), ("5以上", 5)]
)
def test_a_figure_with_words_has_the_value_that_it_states(before: str, value: float) -> None:
    record = measure(before, "1", "次")
    assert picture.value(record.before, "次") == value


def test_every_measure_of_the_sample_city_is_small_and_told() -> None:
    registry = check(Project(ROOT)).registry
    assert registry
    kinds: Counter[str] = Counter()
    for record in some(each for item in registry.achievements for each in item.record.measures):
        shown = told(record)
        drawing = re.search("<svg.*</svg>", shown, re.DOTALL)
        kinds[picture.of(record).kind if picture.of(record) else "none"] += 1  # type: ignore[union-attr]
        assert len(drawing[0].encode() if drawing else b"") <= 2_000, record
        assert shown == told(record)
        assert " id=" not in shown
        assert "style=" not in shown
    assert set(kinds) >= {"ticks", "squares", "areas", "hundred", "thousand", "share", "bars"}


@pytest.mark.parametrize("unit", ["秒", "分钟", "小时", "次", "%", "‰", "元", "毫米"])
def test_no_picture_is_larger_than_two_kilobytes(unit: str) -> None:
    figures = ["0", "0.3", "1", "7.7", "19.9", "39.7", "40", "41", "99", "333.3", "12345.6"]
    for before, after in some((*pairwise(figures), *pairwise(figures[::-1]))):
        assert len(told(measure(before, after, unit, "不合格率")).encode()) <= 2_600, (before, after)


def test_the_picture_is_hidden_from_screen_readers_and_its_words_stand_beside() -> None:
    shown = told(measure("18", "11", "秒", "着箱用时", says="落一只箱", direction="越低越好"))
    hidden = re.sub(r'<div class="told__picture[^>]* aria-hidden="true">.*?</div>', "", shown, flags=re.DOTALL)
    assert "<svg" not in hidden
    assert re.sub(r"<.*?>|\s", "", hidden) == "落一只箱，从18秒到11秒着箱用时。一格一秒。越低越好。"


def test_a_text_from_a_record_cannot_leave_the_sentence() -> None:
    shown = told(measure("18", "11", "<b>秒", "用时"))
    assert "<b>秒" not in shown


def test_equal_records_give_equal_pictures() -> None:
    one, other = (picture.of(measure("18", "11", "秒")) for _ in range(2))
    assert isinstance(one, Drawing)
    assert one == other
