"""What stands for a value and is none, beside what is short and is one."""

import pytest

from laomo.text.placeholders import is_ditto, is_empty, is_placeholder


@pytest.mark.parametrize(
    "text", ["%", "％", "‰", "°", "℃", "￥", "个", "V", "Ω", "无锡市", "无损检测", "同安区", "5", "暂列"]
)
def test_units_names_and_numbers_are_values(text: str) -> None:
    assert not is_placeholder(text)


@pytest.mark.parametrize("text", ["", " ", "无", "—", "／", "-", "……", "待定", "N/A", "见附件", "暂无", "﹣", "。"])
def test_what_says_nothing(text: str) -> None:
    assert is_empty(text)


@pytest.mark.parametrize("text", ["同上", "〃", "″", "″ ″", '"', "同 上", "同上。", "（同上）"])
def test_what_repeats(text: str) -> None:
    assert is_ditto(text)
