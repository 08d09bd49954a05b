"""How characters are read. The only module that opens pypinyin, and only when asked: its dictionaries take a fifth of a second."""


def syllables(text: str, *, tones: bool = False) -> list[str]:
    """The likeliest reading, a syllable for each character; with its tone as a last digit if asked."""
    from pypinyin import Style, lazy_pinyin  # noqa: PLC0415 (see above)

    return lazy_pinyin(text, style=Style.TONE3 if tones else Style.NORMAL)


def readings(text: str) -> list[list[str]]:
    """Every reading of each character, without tones."""
    from pypinyin import Style, pinyin  # noqa: PLC0415 (see above)

    return pinyin(text, style=Style.NORMAL, heteronym=True)
