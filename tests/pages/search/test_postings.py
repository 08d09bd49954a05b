"""Tokens, postings, ranks and columns of the search index, each by itself: what the scripts in the browser read."""

import json
import re
from typing import Any
from zlib import crc32

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laomo.pages.search import facet_columns, index, name_readings, postings, shards
from laomo.pages.search.documents import Document, Field
from laomo.pages.search.postings import Postings, Stop
from laomo.pages.search.tokens import fold, joined, number_tokens, tokens
from tests.registry.joined import joined as many

NONE = Stop(1.0, 0, 10**9, 10**9)
NUMERALS = {1: "A", 26: "Z", 27: "a", 62: "9", 63: "+A", 124: "+9", 125: "-A", 62 * 27: "^9", 62 * 27 + 1: "++A"}


@pytest.mark.parametrize("number", NUMERALS)
def test_a_number_is_signs_and_one_letter_or_digit(number: int) -> None:
    assert postings._NUMERALS[number] == NUMERALS[number]


def test_every_number_has_a_text_of_its_own() -> None:
    texts = [postings._NUMERALS[number] for number in range(1, 60_000)]
    assert len(set(texts)) == len(texts)
    assert len(postings.LAST) == len(set(postings.LAST)) == 62
    assert postings.SIGNS == "+-*/=<>~!$%&()[]{}|;:,.?@^"


@pytest.mark.parametrize(
    ("count", "most", "above"), [(10, 99, 5), (100, 99, 30), (330, 99, 99), (331, 99, 99), (1000, 99, 99)]
)
def test_a_pair_is_stopped_by_its_share_but_not_in_few_and_always_in_many(count: int, most: int, above: float) -> None:
    assert Stop(0.3, 5, 0, 0).above(count, most) == above


def document(name: str, text: str, where: Field = Field.TITLE) -> Document:
    found = Document.of([name], text)
    found.add(where, name)
    return found


def collected(*documents: Document | None) -> Postings:
    made = Postings()
    assert made.add(documents) == [each.card if each else [] for each in documents]
    return made


def test_documents_are_listed_by_their_distances_and_by_fields() -> None:
    made = collected(
        document("甲乙", "丙丁"),
        None,
        document("丙丁", ""),
        document("丙丁", "丙丁", Field.NAME),
        document("x", "丙丁 x"),
    )
    assert made.lines(3, NONE) == ([("x", f"#{_fields(4 + 128)}E"), ("丙丁", _of_pair()), ("甲乙", "#DA")], [])


def _fields(number: int) -> str:
    return postings._NUMERALS[number]


def _of_pair() -> str:
    """Documents 0 and 4 by their text alone; 2 by its title; 3 by its name and its text."""
    return f"AD#{_fields(4)}C#{_fields(1 + 128)}D"


@pytest.mark.parametrize(
    ("stop", "expected"),
    [
        (Stop(1, 0, 99, 3), ([("ab", "AAA"), ("甲乙", "AAA")], [])),
        (Stop(0, 3, 99, 99), ([("ab", "AAA"), ("甲乙", "AAA")], [])),
        (Stop(0, 2, 99, 99), ([("ab", "AAA")], ["甲乙"])),
        (Stop(1, 9, 99, 2), ([("ab", "AAA")], ["甲乙"])),
        (Stop(0, 9, 3, 99), ([("ab", "AAA"), ("甲乙", "AAA")], [])),
        (Stop(0, 9, 2, 99), ([("ab", "AAA"), ("甲乙", "_")], [])),
    ],
)
def test_a_pair_in_too_many_documents_is_not_listed(stop: Stop, expected: object) -> None:
    assert collected(*(Document.of([n], "甲乙 ab") for n in range(3))).lines(9, stop) == expected


def test_a_pair_that_too_many_texts_have_is_listed_by_its_other_fields() -> None:
    made = collected(*(Document.of([n], "甲乙") for n in range(3)), document("甲乙", ""), None)
    assert made.lines(3, Stop(0, 2, 99, 99)) == ([], ["甲乙"])
    assert made.lines(3, Stop(0, 9, 2, 99)) == ([("甲乙", f"_#{_fields(4)}D")], [])


def test_single_characters_and_long_words_are_never_stopped() -> None:
    made = collected(*(Document.of([n], "甲，abc") for n in range(3)))
    assert made.lines(3, Stop(0, 0, 0, 0)) == ([("abc", "AAA"), ("甲", "AAA")], [])


def test_tokens_stand_in_the_order_of_javascript() -> None:
    made = collected(Document.of([0], "ﾀ 𠀀 一 z"), document("ok", ""))
    lines, _ = made.lines(1, NONE)
    assert [token for token, _ in lines] == ["ok", "z", "タ", "一", "𠀀"]


def test_a_token_that_follows_another_is_shortened_to_its_distance() -> None:
    piece = [
        ("岸桥", "A"),
        ("岸桦", "B"),
        ("岸", "C"),
        ("吊具", "D"),
        ("吊兽", "E"),
        ("a", "F"),
        ("c", "G"),
        ("丁𠀀", "H"),
        ("丁𠀁", "I"),
    ]
    far = _fields(ord("桦") - ord("桥")), _fields(ord("兽") - ord("具")) if ord("兽") > ord("具") else ""
    assert postings.chunk_text(piece[:3]) == f"'岸桥`A {far[0]}B'岸`C"
    assert postings.chunk_text(piece[5:]) == "'a`F BG'丁𠀀`H'丁𠀁`I"
    assert postings.chunk_text([("丁\uffff", "A"), ("丁𠀀", "B")]) == "'丁\uffff`A'丁𠀀`B"
    assert postings.chunk_text([("丁\ufffe", "A"), ("丁\uffff", "B")]) == "'丁\ufffe`A AB"


def test_chunks_end_at_the_checksum_of_a_token_or_when_they_are_full() -> None:
    words = [f"w{n:03}" for n in range(300)]
    ends = [word for word in words if crc32(word.encode()) % 61 == 0]
    lines = [(word, "A" * 10) for word in words]  # 16 bytes each
    assert [chunk[0][0] for chunk in postings.chunks(lines, 0, 10**6)] == [
        words[0],
        *(w for w in ends if w != words[0]),
    ]
    assert [len(chunk) for chunk in postings.chunks(lines, 10**6, 32)] == [2] * 150
    assert [len(chunk) for chunk in postings.chunks(lines, 10**6, 31)] == [1] * 300
    assert [len(chunk) for chunk in postings.chunks([("岸桥", "A"), ("岸", "A")], 10**6, 15)] == [2]
    assert [len(chunk) for chunk in postings.chunks([("岸桥", "A"), ("岸", "A")], 10**6, 14)] == [1, 1]
    first = next(n for n, word in enumerate(words) if word in ends and n)
    least = 16 * first
    assert [len(chunk) for chunk in postings.chunks(lines[: first + 1], least - 1, 10**6)] == [first, 1]
    assert [len(chunk) for chunk in postings.chunks(lines[: first + 1], least, 10**6)] == [first + 1]
    assert list(postings.chunks([], 1, 2)) == []


def test_the_limits_of_the_index() -> None:
    assert Stop(share=0.3, least=500, studios=8_000, documents=20_000) == index.STOP
    assert (index.CARDS, index.CHUNK, index.NAMED, index.TABLE) == (12, (3_000, 7_000), 1_024, 128)


@pytest.mark.parametrize(
    ("text", "folded", "found"),
    [
        ("ＡＢＣ", "abc", {"abc"}),
        ("Don't", "dont", {"dont"}),
        ("S7-1200", "s71200", {"s71200"}),
        ("a_b", "a_b", {"a", "b"}),
        ("甲", "甲", {"甲"}),
        ("甲乙丙", "甲乙丙", {"甲乙", "乙丙"}),
        ("甲b乙", "甲b乙", {"甲", "b", "乙"}),
        ("甲 乙丙 丁", "甲 乙丙 丁", {"甲", "乙丙", "丁"}),
        ("买买提·艾力", "买买提艾力", {"买买", "买提", "提艾", "艾力"}),
        ("“零”‘一’", "零一", {"零一"}),
        ("a–b—c‐d‑e", "abcde", {"abcde"}),
        ("a•b・c‧d⋅e∙f.g", "abcdefg", {"abcdefg"}),
        ("葛\U000e0100城\ufe00", "葛城", {"葛城"}),
        ("〇一", "〇一", {"〇一"}),
        ("𠮷野家", "𠮷野家", {"𠮷野", "野家"}),
        ("㐀㐁", "㐀㐁", {"㐀㐁"}),
        ("①", "1", {"1"}),
        ("", "", set()),
    ],
)
def test_words_are_folded_and_cut(text: str, folded: str, found: set[str]) -> None:
    assert fold(text) == folded
    assert tokens(text) == found


def test_names_and_numbers_are_joined() -> None:
    assert joined(" 买买提·艾力 (a_b) O’Neil ") == "买买提艾力aboneil"
    words = {"zl", "2013", "1", "01234567", "zl2013101234567", "2013101234567"}
    assert number_tokens("ZL 2013 1 0123456.7") == {*words, "<7654321013102lz", "<654321013102lz"}
    assert number_tokens("2024SR0123456") == {"2024sr0123456", "2024", "0123456", "<6543210rs4202"}
    assert number_tokens("厦工〔2013〕6号") == {"厦工", "2013", "6", "号", "20136", "<63102"}
    assert number_tokens("——") == set()


def test_a_token_in_a_field_leaves_the_running_text_and_keeps_its_mark() -> None:
    found = Document.of(["card"], "岸桥", None, "吊具")
    assert found.text == {"岸桥", "吊具"}
    found.add(Field.TITLE, "岸桥", None, "")
    found.put(Field.UNIT, ["岸桥", "新"])
    assert found.text == {"吊具"}
    assert found.words == {"岸桥": Field.TITLE | Field.UNIT | Field.TEXT, "新": Field.UNIT}
    assert [each.value for each in Field] == [1, 2, 4, 8, 16, 32, 64, 128, 256]


@pytest.mark.parametrize(("number", "code"), [(0, 0x23), (0x38, 0x5B), (0x39, 0x5D), (0x3A, 0x5E), (999, 999 + 0x24)])
def test_a_character_of_a_column_is_never_a_quote_or_a_backslash(number: int, code: int) -> None:
    assert facet_columns._character(number) == chr(code)


def test_names_are_ranked_and_empty_ones_come_first() -> None:
    assert facet_columns.ranks(["b", "", "a", "b"]) == "".join("#" + chr(0x23 + n) for n in (1, 0, 0, 2))
    many = facet_columns.ranks([f"{n:05}" for n in range(1_001)])
    assert (many[:2], many[2:4], many[-4:-2], many[-2:]) == ("##", "#$", "#" + chr(999 + 0x24), "$#")


@given(st.lists(st.tuples(st.text("ab", max_size=2), st.text("ab", max_size=2)), max_size=8))
def test_names_that_changed_are_ranked_anew(names: list[tuple[str, str]]) -> None:
    before, after = ([list(pair[which]) for pair in names] for which in (0, 1))
    changed = [number for number, (old, new) in enumerate(names) if old != new]
    found = facet_columns.reranked(facet_columns.ranks(before), [new for _, new in names], changed, list)
    assert found == facet_columns.ranks(after)


def test_a_column_holds_a_character_for_each_set_of_labels() -> None:
    column = facet_columns._column(
        "题", ["乙", "甲"], [("甲",), (), ("丙", "甲"), ("",), ("甲", "甲"), ("甲", "丙"), ("甲",)]
    )
    assert column == facet_columns.FacetColumn("题", ["乙", "甲", "丙"], [[], [1], [2, 1], [1, 2]], "$#%#$&$")


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("罗海平", {"luohaiping", "lhp", "~nuohaipin", "haiping", "~haipin"}),
        ("罗海", {"luohai", "lh", "~nuohai"}),
        ("John Smith", {"johnsmith", "js", "~johnsmith"}),
        (
            "买买提·艾力",
            {
                "maimaiti",
                "~maimaiti",
                "aili",
                "~aini",
                "maimaitiaili",
                "~maimaitiaini",
                "mmtal",
                "maitiaili",
                "~maitiaini",
                "yili",
                "~yini",
            },
        ),
        ("欧", {"ou", "~ou"}),
        ("7", set()),
        ("", set()),
    ],
)
def test_a_name_in_letters(name: str, found: set[str]) -> None:
    assert name_readings.name_tokens(name) == found


@pytest.mark.parametrize(
    ("letters", "merged"),
    [
        ("zhang", "zan"),
        ("chen", "cen"),
        ("shi", "si"),
        ("zengguo", "zenuo"),
        ("lü", "nu"),
        ("lv", "nu"),
        ("yuan", "uan"),
        ("zcs", "zcs"),
    ],
)
def test_sounds_that_are_mixed_up_are_one(letters: str, merged: str) -> None:
    assert name_readings.fuzzy(letters) == merged


def test_a_name_has_few_readings_the_right_one_of_its_surname_first() -> None:
    assert [" ".join(each) for each in name_readings.readings("单行")[:4]] == [
        "shan xing",
        "dan xing",
        "chan xing",
        "shan hang",
    ]
    assert name_readings.readings("单Ab") == (("dan", "ab"),)
    assert name_readings.readings("é-’") == (("e",),)
    assert len(name_readings.readings("单长行乐朝重")) == 12


def test_names_are_ordered_by_sound_with_tones_the_first_as_a_surname() -> None:
    assert name_readings.order("") == []
    assert name_readings.order("单单") == ["shan4", "dan1"]
    assert name_readings.order("罗a") == ["luo2", "a"]


def test_the_table_of_sounds_has_every_common_character_under_each_of_its_sounds() -> None:
    table = dict(re.findall("^([a-zü]+)(.+)$", name_readings.sound_table(), re.MULTILINE))
    assert list(table) == sorted(table)
    assert len(set("".join(table.values()))) == 6763
    assert {sound for sound, characters in table.items() if "单" in characters} == {"dan", "san"}
    assert {sound for sound, characters in table.items() if "张" in characters} == {"zan"}
    assert (table["a"], table["an"][:1], table["wen"][-1:]) == ("啊阿嗄锕", "鞍", "雯")


def test_a_long_index_lists_its_files_in_tables(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index, "CHUNK", (0, 60))
    registry = many({f"north/s{n:02}": f"slogan: 第{n}间屋的号子" for n in range(40)})

    def manifest() -> tuple[dict[str, Any], dict[str, Any]]:
        files = {each.path.name: each.data.decode() for each in index.outputs(registry, ())}
        data = {name: json.loads(text.partition(",")[2].removesuffix(");\n")) for name, text in files.items()}
        return data.pop("index.js"), data

    whole, files = manifest()
    assert "table" not in whole
    assert [len(whole[kind]) for kind in "sa"] == [4, 4]
    count = len(whole["p"])
    monkeypatch.setattr(index, "NAMED", count)
    assert manifest()[0] == whole
    monkeypatch.setattr(index, "NAMED", count - 1)
    monkeypatch.setattr(index, "TABLE", 3)
    short, tables = manifest()
    assert short["table"] == 3
    assert [len(short[kind]) for kind in "psa"] == [-(-count // 3), 2, 2]
    for kind in "psa":
        rows = [tables[f"t{kind}{n}-{each[1] if kind == 'p' else each}.js"] for n, each in enumerate(short[kind])]
        assert [row for table in rows for row in table] == whole[kind]
        assert kind != "p" or [each[0] for each in short["p"]] == [table[0][0] for table in rows]
    assert tables.keys() >= files.keys()
    assert {name: short[name] for name in short.keys() - {*"psa", "table"}} == {
        name: whole[name] for name in whole.keys() - {*"psa"}
    }


def test_a_script_is_one_call_without_line_ends_of_its_own() -> None:
    assert shards.script("a", ["甲\u2028\u2029", 1]) == 'laomoSearch("a",["甲\\u2028\\u2029",1]);\n'.encode()
