"""Text → tokens. The client (`search-text.js`) cuts a query in the same way, so that index and query cannot disagree."""

import re
import unicodedata

HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003134f"
_PAIRS = re.compile(f"(?=([{HAN}]{{2}}))")
_OTHERS = re.compile(f"(?<![{HAN}])[{HAN}](?![{HAN}])|(?:(?![{HAN}])[^\\W_])+")
_DROPPED = str.maketrans(dict.fromkeys("·•・.-‐‑–—'’‘\"“”", ""))


def fold(text: str) -> str:
    """The text without what nobody types twice the same way: case, width, quotation marks, dots and hyphens."""
    return unicodedata.normalize("NFKC", text).lower().translate(_DROPPED)


def tokens(text: str) -> set[str]:
    """Each run of Chinese characters as its overlapping pairs (one character stays one), each other word whole."""
    folded = fold(text)
    return {*_PAIRS.findall(folded), *_OTHERS.findall(folded)}


def number_tokens(number: str) -> set[str]:
    """A patent or registration number as one word, with its `ZL` and without."""
    whole = "".join(character for character in fold(number) if character.isalnum())
    return {*tokens(number), whole, whole.removeprefix("zl")} - {""}
