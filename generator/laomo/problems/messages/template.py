"""Templates of sentences, and the facts that fill them: `str.format` with a few ways of saying a fact in each language.

{choices}                     a list of words, joined: 甲、乙 or 甲, 乙
{count:,}                     a number with thousands separators
{date:date}                   a date in ISO 8601: 2013年6月 or 2013-06
{largest:pairs}               names and amounts by turns: a（1 MB）、b（2 MB） or a (1 MB), b (2 MB)
{choices:quoted}              a list of words, each in quotation marks
{field:named}                 a term of the catalogue by its code, or a field by its title, or by title and key
{filed:blank|“{filed}”}       the part before the bar if the fact is empty, else the part after it
"""

import string
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Literal

from laomo.problems.messages.terms import TERMS
from laomo.problems.problem import Fact

Language = Literal["zh", "en"]


class _Unknown(str):
    """Stands for the fact of no problem in particular."""

    __slots__ = ()


_GENERAL_NAMES = {"field": "某一项", "begin_field": "开始的时间", "end_field": "结束的时间"}
"""What a fact that names a field is called in general, in Chinese: the help pages have no other language."""


class UnknownFacts(dict[str, Fact]):
    """The facts of no problem in particular: fields have a general name, each other fact is …, and parts that need one are left out."""

    def __missing__(self, key: str) -> Fact:
        return _Unknown(_GENERAL_NAMES.get(key, "…"))


def fill(template: str, facts: Mapping[str, Fact], language: Language) -> str:
    """The sentence of a template. Raises KeyError for a fact that is missing."""
    return _Filler(facts, language).vformat(template, (), facts)


class _Filler(string.Formatter):
    def __init__(self, facts: Mapping[str, Fact], language: Language) -> None:
        self.facts, self.language = facts, language

    def _choose(self, chinese: str, english: str) -> str:
        return chinese if self.language == "zh" else english

    def format_field(self, value: Any, format_spec: str) -> str:
        without, bar, given = format_spec.partition("|")
        if isinstance(value, _Unknown):
            return value if without or not bar else ""
        if bar:
            return given if value else without
        ways: dict[str, Callable[[Any], str]] = {
            "date": self._date,
            "pairs": self._pairs,
            "quoted": self._quoted,
            "named": self._named,
        }
        return ways.get(format_spec, partial(self._plain, format_spec=format_spec))(value)

    def _plain(self, value: Fact, format_spec: str) -> str:
        if isinstance(value, tuple):
            return self._choose("、", ", ").join(value)
        return format(value, format_spec if isinstance(value, int) else "")

    def _date(self, value: str | int) -> str:
        """An ISO date; a year by itself is an int."""
        if isinstance(value, int) or self.language == "en":
            return str(value)
        return "".join(f"{int(part)}{unit}" for part, unit in zip(value.split("-"), "年月日", strict=False))

    def _pairs(self, value: tuple[str, ...]) -> str:
        pair = self._choose("{}（{}）", "{} ({})")
        return self._choose("、", ", ").join(map(pair.format, value[::2], value[1::2]))

    def _quoted(self, value: str | tuple[str, ...]) -> str:
        words = value if isinstance(value, tuple) else (value,)
        return self._choose("、", ", ").join(f"“{word}”" for word in words)

    def _named(self, value: str | tuple[str, ...]) -> str:
        if isinstance(value, tuple):
            shape = self._choose("“{}”（{}）", "“{}” ({})") if len(value) > 1 else "“{}”"
            return shape.format(*value) if value else ""
        if value in TERMS:
            return fill(self._choose(*TERMS[value]), self.facts, self.language)
        return self._choose(value, f"“{value}”")
