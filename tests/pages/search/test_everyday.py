"""What people call things: the words of the package, and those of unions; the forms of characters."""

import pytest

from laomo.pages.search import variants
from laomo.pages.search.everyday import BEGINNINGS, Everyday, built_in
from laomo.pages.search.tokens import fold, tokens
from tests.conftest import some


def test_the_words_of_the_package_are_many_and_clean() -> None:
    trades = [meaning for meaning in built_in() if meaning.kind == "trade"]
    assert {meaning.kind for meaning in built_in()} == {"trade", "problem", "purpose", "thing"}
    assert len(trades) >= 130
    assert sum(len(meaning.called) for meaning in built_in()) >= 1_000
    assert len({word for meaning in built_in() for word in meaning.english}) >= 150
    assert len({meaning.token for meaning in built_in()}) == len(built_in())
    for meaning in built_in():
        assert all(len(word) > 1 for word in meaning.formal), meaning
        assert [word for word in meaning.formal if not tokens(word)] == []
        assert len(set(meaning.called)) == len(meaning.called), meaning


@pytest.mark.parametrize(
    ("text", "token"),
    [
        ("焊工", "=焊接"),
        ("手工电弧焊焊缝", "=焊接"),
        ("静脉治疗护理", "=护理"),
        ("ＰＬＣ改造", "=可编程"),
        ("液压站渗油", "=漏油"),
    ],
)
def test_short_texts_say_trades_and_needs(text: str, token: str) -> None:
    assert token in Everyday.of({}).trades(None, text, "")


def test_a_trade_that_a_sentence_mentions_is_not_meant() -> None:
    everyday = Everyday.of({})
    assert everyday.needs("焊工说油泵渗油、噪声大") == {"=漏油", "=噪声", "=降噪"}
    assert everyday.needs("没有") == everyday.trades() == set()


def test_a_thing_is_meant_where_something_is_wrong_with_it() -> None:
    everyday = Everyday.of({})
    assert everyday.concerns("阀门渗油") == everyday.trades("阀门渗油") - everyday.trades("阀门") | {"=漏油", "=阀门"}
    assert everyday.needs("阀门渗油") == {"=漏油"}


ALL = frozenset(meaning.token for meaning in built_in())


def test_unions_add_their_own() -> None:
    everyday = Everyday.of({"焊工": ("焊仔", "烧焊"), "制伞": ("做雨伞的",)})
    assert everyday.trades("制伞工艺") == {"=制伞"}
    lines = [line.split() for line in everyday.words(ALL | {"=制伞"}).split("\n")]
    assert next(line for line in lines if line[:1] == ["焊接"]).count("烧焊") == 1
    assert "焊仔" in next(line for line in lines if line[:1] == ["焊接"])
    assert ["制伞", "做雨伞的"] in lines


def test_the_page_gets_the_words_of_meanings_that_a_document_has() -> None:
    everyday = Everyday.of({})
    plain, trades, needs, things = (part.split("\n") for part in everyday.words(ALL).split("\n\n"))
    assert len(trades) + len(needs) + len(things) == len(built_in())
    assert {"影响", "判断"} <= {*plain[0].split()}
    assert any(line.startswith("漏油 ") for line in needs)
    assert any(line.startswith("阀门 ") for line in things)
    few = frozenset(("=焊接", "=漏油"))
    assert [part.split()[:1] for part in everyday.words(few).split("\n\n")[1:]] == [["焊接"], ["漏油"], []]
    english = everyday.english(ALL).split("\n")
    assert next(line for line in english if line.startswith("-焊接 ")).split()[1:2] == ["weld"]
    assert {"-焊接", "+漏油"} <= {line.split()[0] for line in everyday.english(few).split("\n")}
    words = [*trades, *needs, *things, *plain, *(line[1:] for line in english)]
    assert all(word == fold(word) for line in some(words) for word in line.split())


def test_each_word_is_in_the_part_of_its_first_character_with_the_name_of_its_meaning() -> None:
    parts = Everyday.of({}).by_beginning(ALL)
    assert len(parts) == BEGINNINGS
    found = {}
    for number, part in enumerate(parts):
        _, *sections = part.split("\n\n")
        for name, *words in (line.split() for section in sections for line in section.split("\n") if line):
            for word in words if name.startswith("-") else (name, *words):
                assert ord(word[0]) % BEGINNINGS == number
                found.setdefault(name.removeprefix("-"), set()).add(word)
    whole = Everyday.of({}).words(ALL).split("\n\n", 1)[1]
    assert found == {line.split()[0]: {*line.split()} for line in whole.split("\n") if line}


def test_a_wider_meaning_stands_in_where_no_document_has_the_narrower() -> None:
    everyday = Everyday.of({})
    only = everyday.words(frozenset({"=安全"}))
    assert {"夹手", "安全"} <= {*only.split()}
    assert "夹手" not in everyday.words(frozenset({"=故障"})).split()
    assert "pinch" in everyday.english(frozenset({"=安全"}))
    names = {meaning.formal[0] for meaning in built_in()}
    assert {meaning.wider for meaning in built_in()} - {""} <= names


def test_a_word_is_left_out_that_a_shorter_one_within_it_explains() -> None:
    lines = {line.split()[0]: line.split() for line in Everyday.of({}).words(ALL).split("\n")[1:] if line}
    assert {"裂", "裂开"} & {*lines["开裂"]} == {"裂"}
    assert {"漏油", "滴油"} <= {*lines["漏油"]}, "漏 alone means water"


def test_only_forms_of_characters_that_occur_are_in_the_table() -> None:
    assert variants.signs(["电梯", "甲乙"]) == "电"
    assert variants.table(["电"]) == "电電"
    assert variants.table(["电", "電"]) == "", "records write it themselves"
    assert "峰峯" in variants.table(["峰里"])
