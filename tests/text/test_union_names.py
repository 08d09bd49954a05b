"""Which union a text means, as people write it, and which it may mean."""

import pytest

from laomo.text import union_names

UNIONS = {
    "city": ["city", "示例市总工会", "市总工会"],
    "north": ["north", "北区总工会", "北区"],
    "hill": ["hill", "东山区工会"],
    "hill-schools": ["hill-schools", "东山区教育工会"],
    "schools": ["schools", "示例市教育工会", "教育"],
    "port": ["port", "港务集团工会", "港务", "港口集团工会"],
}


@pytest.mark.parametrize(
    ("said", "meant", "named"),
    [
        ("north", "north", "north"),
        ("NORTH", "north", "north"),
        (" 北 区 总工会 ", "north", "north"),
        *(
            (said, "north", "north")
            for said in (
                "北区工会",
                "北区",
                "北区工会委员会",
                "北区工委",
                "示例市北区",
                "示例市北区工会",
                "北区总工会工作室名单",
            )
        ),
        *(
            (said, "hill", "hill")
            for said in ("东山区", "东山", "东山区总工会", "示例市东山区", "示例省示例市东山区工会")
        ),
        ("示例市东山区教育工会委员会", "hill-schools", "hill-schools"),
        ("教育", "schools", "schools"),
        ("东山区教育", "hill-schools", "hill-schools"),
        ("港口集团", "port", "port"),
        ("集团", "port", ""),
        ("教育工会", "schools", "schools"),
        ("东", "", ""),
        ("西区工会", "", ""),
        ("示例港务", "", ""),
        ("", "", ""),
        ("总工会", "city north", ""),
        ("市总工会", "city", "city"),
        ("集团工会", "port", ""),
        ("北区总工会、港务集团工会", "north port", "north port"),
        ("育工会", "hill-schools schools", ""),
    ],
)
def test_which_union_a_text_means(said: str, meant: str, named: str) -> None:
    assert union_names.meant(UNIONS, said) == meant.split()
    assert union_names.named(UNIONS, said) == named.split()
    assert union_names.only(UNIONS, said) == (meant if meant and " " not in meant else None)


def test_names_that_are_alike() -> None:
    assert union_names.alike("屿心区工会", "屿心区 总工会")
    assert not union_names.alike("东山区工会", "东山县工会")
    assert not union_names.alike("东山区工会", "东山区教育工会")


def test_what_ends_as_a_union_or_a_place_does() -> None:
    ends = ["西甲区", "西甲总工会", "西甲工委"]
    assert [text for text in (*ends, "西甲名单", "西区", "工会名单") if union_names.ends_as_one(text)] == ends
