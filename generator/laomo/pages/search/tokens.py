"""Text → tokens. The client (`tokenize.js`) cuts a query in the same way, so that index and query cannot disagree."""

import re
import unicodedata
from operator import add

HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003134f"
_RUNS = re.compile(f"([{HAN}]{{2,}})")
_OTHERS = re.compile(f"(?<![{HAN}])[{HAN}](?![{HAN}])|(?:(?![{HAN}])[^\\W_])+")
_DROPPED = re.compile("[·•・.\\-‐‑–—'’‘\"“”]")
_ORDINARY = re.compile("[\0-~\u4e00-\u9fff、。《》【】“”‘’—·，；：（）！？％]*")
"""Text of which normalising changes only marks that end a word either way: nine of ten texts, read in half the time."""


def fold(text: str) -> str:
    """The text without what nobody types twice the same way: case, width, quotation marks, dots and hyphens."""
    return _DROPPED.sub("", unicodedata.normalize("NFKC", text).lower())


def tokens(text: str) -> set[str]:
    """Each run of Chinese characters as its overlapping pairs (one character stays one), each other word whole."""
    folded = _DROPPED.sub("", text.lower()) if _ORDINARY.fullmatch(text) else fold(text)
    pieces = _RUNS.split(folded)  # every second one a run
    found = set(_OTHERS.findall(" ".join(pieces[::2])))
    for run in pieces[1::2]:
        found.update(map(add, run, run[1:]))
    return found


def number_tokens(number: str) -> set[str]:
    """A patent or registration number: its words, and its letters and digits as one word, with `ZL` and without."""
    found = tokens(number)
    whole = "".join(re.findall("[a-z0-9]+", fold(number)))
    return {*found, whole, whole.removeprefix("zl")} - {""}
