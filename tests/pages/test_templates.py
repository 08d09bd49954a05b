"""What templates are given beside the facts of a page."""

import pytest

from laomo.pages.templates import shortened


@pytest.mark.parametrize(
    ("text", "most", "shown"),
    [
        ("甲乙丙", 3, "甲乙丙"),
        ("", 3, ""),
        ("一句话真是不短。第二句话长", 12, "一句话真是不短。"),
        ("真短！第二句，话长一些，还有", 12, "真短！第二句……"),
        ("一二三四五，六七八九十甲乙", 10, "一二三四五……"),
        ("一二三四五六七八九十甲乙", 10, "一二三四五六七八……"),
        ("一，二三四五六七八九十甲乙", 10, "一，二三四五六七……"),
        ("一二三四五六七八九。", 10, "一二三四五六七八九。"),
        ("一二三四五六七八九。十", 10, "一二三四五六七八……"),
    ],
)
def test_a_long_text_ends_with_a_sentence_or_a_clause(text: str, most: int, shown: str) -> None:
    assert shortened(text, most) == shown
    assert len(shown) <= most
