"""Text → tokens. The browser (`tokenize.js`) splits a query in the same way, so that index and query agree."""

import re
import unicodedata
from operator import add

HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003134f"
_RUNS = re.compile(f"([{HAN}]{{2,}})")
_OTHERS = re.compile(f"(?<![{HAN}])[{HAN}](?![{HAN}])|(?:(?![{HAN}])[^\\W_])+")
_DROPPED = re.compile("[·•・.\\-‐‑–—'’‘\"“”]")
_ORDINARY = re.compile("[\0-~\u4e00-\u9fff、。《》【】“”‘’—·，；：（）！？％]*")
"""Text in which normalization changes only punctuation, which ends a word in any case. Nine of ten texts skip it, in half the time."""


def fold(text: str) -> str:
    """The text without differences that people do not type consistently: case, width, quotation marks, dots and hyphens."""
    return _DROPPED.sub("", unicodedata.normalize("NFKC", text).lower())


def tokens(text: str) -> set[str]:
    """The overlapping pairs of each run of Chinese characters (a single character is its own token), and all other words."""
    folded = _DROPPED.sub("", text.lower()) if _ORDINARY.fullmatch(text) else fold(text)
    pieces = _RUNS.split(folded)  # every second piece is a run of Chinese characters
    found = set(_OTHERS.findall(" ".join(pieces[::2])))
    for run in pieces[1::2]:
        found.update(map(add, run, run[1:]))
    return found


def number_tokens(number: str) -> set[str]:
    """The tokens of a patent or registration number: its words, and all its letters and digits as one word with and without `ZL`."""
    found = tokens(number)
    whole = "".join(re.findall("[a-z0-9]+", fold(number)))
    return {*found, whole, whole.removeprefix("zl")} - {""}
