"""Splits text into tokens. `tokenize.js` splits queries in the same way."""

import re
import unicodedata
from operator import add

HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U000323af"
_RUNS = re.compile(f"([{HAN}]{{2,}})")
_OTHERS = re.compile(f"(?<![{HAN}])[{HAN}](?![{HAN}])|(?:(?![{HAN}])[^\\W_])+")
_WORDS = re.compile(f"(?:[{HAN}]|[^\\W_])+")
_DROPPED = re.compile("[·•・‧⋅∙.\ufe00-\ufe0f\U000e0100-\U000e01ef\\-‐‑–—'’‘\"“”]")
_CHECKED = re.compile(r"[.．][0-9Xx]\s*$")
_ORDINARY = re.compile("[\0-~\u4e00-\u9fff、。《》【】“”‘’—·，；：（）！？％]*")
"""Text in which normalization would change only punctuation, which separates words anyway. Nine out of ten texts skip it, in half
the time."""


def fold(text: str) -> str:
    """The text without what people type inconsistently: case, character width, quotation marks, dots and hyphens."""
    return _DROPPED.sub("", unicodedata.normalize("NFKC", text).lower())


def tokens(text: str) -> set[str]:
    """The tokens of a text: the overlapping pairs of each run of Chinese characters (or the single character), and all other words."""
    folded = _DROPPED.sub("", text.lower()) if _ORDINARY.fullmatch(text) else fold(text)
    pieces = _RUNS.split(folded)  # every second piece is a run of Chinese characters
    found = set(_OTHERS.findall(" ".join(pieces[::2])))
    for run in pieces[1::2]:
        found.update(map(add, run, run[1:]))
    return found


def joined(text: str) -> str:
    """The letters and digits of a text as one token, such as a whole name: spaces and signs separate the parts of a chunk."""
    return "".join(_WORDS.findall(fold(text)))


def number_tokens(number: str) -> set[str]:
    """The tokens of a patent or registration number: its words, and its letters and digits as one word, with and without `ZL`;
    each group of three or more digits; and after `<` all backwards, with and without a check digit, so that its end is found.
    """
    folded = fold(number)
    whole = "".join(re.findall("[a-z0-9]+", folded))
    ends = {whole, whole[:-1]} if _CHECKED.search(number) else {whole}
    return {
        *(*tokens(number), *re.findall("[0-9]{3,}", folded), whole, whole.removeprefix("zl")),
        *(f"<{end[::-1]}" for end in ends if end),
    } - {""}
