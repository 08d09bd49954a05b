"""A measure in words: the record's own, the figures as they stand, and nothing that the record does not say."""

import pytest

from laomo.pages.measures import sentence
from tests.pages.measures.given import measure
from tests.pages.measures.test_pictures import told


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("18", "11", "秒"), "用时：从18秒到11秒"),
        (("18秒", "11秒", "秒"), "用时：从18秒到11秒"),
        (("2.80", "2.1", "分钟"), "用时：从2.80分钟到2.1分钟"),
        (("12", "0", "次/月"), "用时：从12到0次/月"),
        (("13", "4", "千克标准煤"), "用时：从13到4千克标准煤"),
        (("约30", "20左右", "次"), "用时：从约30次到20次左右"),
        (("1.2万", "8000", "元"), "用时：从1.2万元到8000元"),
        (("800余", "近90", "件"), "用时：从800余件到近90件"),
        (("数十次", "3", "次"), "用时：从数十次到3次"),
        (("5至8", "3", "次"), "用时：从5至8次到3次"),
        (("-18", "-25", "℃"), "用时：从-18℃到-25℃"),
        (("18", "18", "秒"), "用时：前后都是18秒"),
        (("1,200", "800", "件"), "用时：从1,200件到800件"),
        (("4.1", "0.8", "%"), "用时：从4.1%到0.8%"),
    ],
)
def test_the_figures_stand_in_a_sentence(given: tuple[str, str, str], said: str) -> None:
    assert str(sentence.of(measure(*given, "用时"))) == said


@pytest.mark.parametrize(
    ("says", "said"),
    [
        ("落一只箱", "落一只箱，从18秒到11秒"),
        ("1号机落一只箱", "1号机落一只箱，从18秒到11秒"),
        ("118号箱、11号位", "118号箱、11号位，从18秒到11秒"),
        ("落一只箱，从18秒到11秒", "落一只箱，从18秒到11秒"),
        ("原来要18秒，现在11秒就落好", "原来要18秒，现在11秒就落好"),
    ],
)
def test_plain_words_go_before_the_indicator(says: str, said: str) -> None:
    found = sentence.of(measure("18", "11", "秒", says=says))
    assert str(found) == said
    assert (found.before, found.before_unit, found.after, found.after_unit) == ("18", "秒", "11", "秒")


@pytest.mark.parametrize("figures", [("18", "11"), ("11", "18")])
def test_a_direction_is_stated_only_by_the_record(figures: tuple[str, str]) -> None:
    silent = told(measure(*figures, "秒", "不合格率"))
    assert "越低" not in silent
    assert "越高" not in silent
    assert "越低越好。" in told(measure(*figures, "秒", direction="越低越好"))
