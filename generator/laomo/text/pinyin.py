"""How characters are read. The only module that opens pypinyin, and only when asked: its dictionaries take a fifth of a second."""

from functools import lru_cache

_SAID = 1 << 14
"""Readings kept: surnames, and most given names, are asked for again and again."""


@lru_cache(_SAID)
def syllables(text: str, *, tones: bool = False) -> tuple[str, ...]:
    """The likeliest reading, a syllable for each character; with its tone as a last digit if asked."""
    from pypinyin import Style, lazy_pinyin  # noqa: PLC0415 (see above)

    return tuple(lazy_pinyin(text, style=Style.TONE3 if tones else Style.NORMAL))


@lru_cache(_SAID)
def readings(text: str) -> tuple[tuple[str, ...], ...]:
    """Every reading of each character, without tones."""
    from pypinyin import Style, pinyin  # noqa: PLC0415 (see above)

    return tuple(map(tuple, pinyin(text, style=Style.NORMAL, heteronym=True)))
