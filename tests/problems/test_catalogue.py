"""Every sentence of the catalogue in both languages: Chinese as before, English without a Chinese character but in what it quotes."""

import re
import string
from collections.abc import Iterator

import pytest

from laomo.problems.messages import MESSAGES, Language, fill, remedy, sentence
from laomo.problems.messages.terms import TERMS
from laomo.problems.problem import Fact

NAMED: dict[str, Fact] = {"date": "2013-06-01", "pairs": ("〈甲〉", "12 MB", "〈乙〉", "8 MB"), ",": 1_234_567}
"""Values of facts by the way they are said; 〈…〉 marks a name or a value."""
QUOTED = re.compile(r"“[^“”]*”|`[^`]*`|\"[^\"]*\"|〈[^〉]*〉")
ENGLISH = re.compile(r"[ -~“”…–×]*")
ONE_LANGUAGE = {
    ("missing", "help"): "the help of a field is written in Chinese only",
    ("ending-untold", "field"): "English names the key instead",
    ("ending-unmeant", "field"): "English names the key instead",
}
"""Facts that only one language uses, and why."""


def used(template: str) -> Iterator[tuple[str, str]]:
    """Every fact of a template, with the way that it is said; of optional parts too."""
    for _, name, spec, _ in string.Formatter().parse(template):
        if name:
            yield name, spec or ""
            yield from used(spec or "")


def facts_of(code: str, *, named: Fact, given: bool) -> dict[str, Fact]:
    """Facts for all templates of a code; unless `given`, those of optional parts are empty."""
    facts: dict[str, Fact] = {}
    optional = {name for template in MESSAGES[code] for name, spec in used(template) if "|" in spec}
    for template in MESSAGES[code]:
        for name, spec in used(template):
            if name in optional and not given:
                facts[name] = ()
            elif spec == "named":
                facts[name] = named
            elif spec in NAMED or name not in facts:
                facts[name] = NAMED.get(spec, f"〈{name}〉")
    return facts


NAMING = [
    code for code, templates in MESSAGES.items() if any(spec == "named" for each in templates for _, spec in used(each))
]


@pytest.mark.parametrize("named", [("标题", "key"), ("key",), "某项", *TERMS])
@pytest.mark.parametrize("given", [True, False])
def test_english_is_english_but_for_names_and_values(named: Fact, *, given: bool) -> None:
    for code in NAMING if named in TERMS else MESSAGES:
        facts = {"at": 7, "sheet": "表", "value": "值", "size": "12 MB", "limit": 40}
        facts |= facts_of(code, named=named, given=given)
        for part in (sentence, remedy):
            said = part(code, facts, "en")
            assert ENGLISH.fullmatch(QUOTED.sub("", said)), (code, said)
            assert part(code, facts, "zh")


def test_a_fact_serves_both_languages() -> None:
    for code, templates in MESSAGES.items():
        chinese, english = (
            {name for each in half for name, _ in used(each)} for half in (templates[:2], templates[2:])
        )
        for name in chinese ^ english:
            assert (code, name) in ONE_LANGUAGE, (code, name)


def test_terms_use_the_same_facts_in_both_languages() -> None:
    for code, words in TERMS.items():
        chinese, english = (set(used(each)) for each in words)
        assert chinese == english, code


@pytest.mark.parametrize(
    ("template", "value", "chinese", "english"),
    [
        ("{x}", ("甲", "乙"), "甲、乙", "甲, 乙"),
        ("{x:quoted}", ("甲", "乙"), "“甲”、“乙”", "“甲”, “乙”"),
        ("{x:,}", 1_234_567, "1,234,567", "1,234,567"),
        ("{x}", 1_234, "1234", "1234"),
        ("{x:date}", "2013-06-01", "2013年6月1日", "2013-06-01"),
        ("{x:date}", "2013", "2013年", "2013"),
        ("{x:date}", 2013, "2013", "2013"),
        ("{x:pairs}", ("a.jpg", "2 MB", "b.jpg", "1 MB"), "a.jpg（2 MB）、b.jpg（1 MB）", "a.jpg (2 MB), b.jpg (1 MB)"),
        ("{x:named}", ("名称", "name"), "“名称”（name）", "“名称” (name)"),
        ("{x:named}", ("name",), "“name”", "“name”"),
        ("{x:named}", "师承", "师承", "“师承”"),
        ("{x:named}", "macro", "宏", "a macro"),
        ("a{x:|, {x}}", "b", "a, b", "a, b"),
        ("a{x:|, {x}}", "", "a", "a"),
        ("{x:none|“{x}”}", (), "none", "none"),
        ("{x:none|“{x}”}", "a|b {y}", "“a|b {y}”", "“a|b {y}”"),
    ],
)
def test_ways_of_saying_a_fact(template: str, value: Fact, chinese: str, english: str) -> None:
    languages: tuple[Language, ...] = ("zh", "en")
    assert [fill(template, {"x": value}, language) for language in languages] == [chinese, english]
