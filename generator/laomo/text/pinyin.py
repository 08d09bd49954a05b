"""Pinyin of Chinese characters. The only module that imports pypinyin, and only on first use: its dictionaries take 0.2 s."""

from collections.abc import Iterable
from functools import lru_cache


@lru_cache(1 << 14)  # surnames and most given names occur many times
def syllables(text: str, *, tones: bool = False) -> tuple[str, ...]:
    """The likeliest reading, one syllable for each character; with `tones`, each ends in the digit of its tone."""
    from pypinyin import Style, lazy_pinyin  # noqa: PLC0415 (see above)

    return tuple(lazy_pinyin(text, style=Style.TONE3 if tones else Style.NORMAL))


def of_characters(characters: Iterable[str]) -> list[str]:
    """The likeliest reading of each character by itself, without tones: for thousands at once, in half the time of `syllables`."""
    from pypinyin import Style, lazy_pinyin  # noqa: PLC0415 (see above)

    return lazy_pinyin([*characters], style=Style.NORMAL)


@lru_cache(1 << 14)
def readings(text: str) -> tuple[tuple[str, ...], ...]:
    """All readings of each character, without tones."""
    from pypinyin import Style, pinyin  # noqa: PLC0415 (see above)

    return tuple(map(tuple, pinyin(text, style=Style.NORMAL, heteronym=True)))


def is_phrase(text: str) -> bool:
    """Whether a dictionary of readings has the text as a phrase of its own, as it has 高压 and 金属; it has few people's names."""
    from pypinyin.phrases_dict import phrases_dict  # noqa: PLC0415 (see above)

    return text in phrases_dict
