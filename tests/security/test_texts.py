"""Strings made of hostile pieces, in every context that a template uses: structure and words stay as they were.

Many to a document, so that what one leaves open would be seen in the next. `make attack` asks for twenty thousand.
"""

import os
import random
from collections.abc import Iterator

import markdown
from lxml import html

from laomo.text.escape import inert
from tests.security.payloads import PAYLOADS
from tests.security.table import Score
from tests.text.test_escape import CONTEXTS, EXTENSIONS

STRINGS = int(os.environ.get("LAOMO_STRINGS", "600"))
TO_A_DOCUMENT = 100
PIECES = [*PAYLOADS, *"<>[](){}#*_`~|!&\\\"':;=+-.@$%^/?\n\t ", "  \n", "\n\n", "\n    ", "甲", "乙", "a1", "1. "]


def strings(chance: random.Random) -> Iterator[str]:
    for number in range(STRINGS):
        made = "".join(chance.choices(PIECES, k=chance.randrange(1, 8)))
        yield f"{made}甲{number}" if chance.random() < 0.5 else f"甲{number}{made}"


def document(texts: list[str]) -> str:
    """Each text in each context, and a plain paragraph behind each."""
    return "\n".join(f"{pattern.format(text)}\n后\n" for text in texts for pattern, _ in CONTEXTS.values())


def words(text: str | None) -> str:
    return " ".join((text or "").split())


def read(source: str) -> list[tuple[str, tuple[str, ...]]]:
    """Every element in order, with its words and its attributes; headings get an id of their text."""
    tree = html.fromstring(f"<body>{markdown.markdown(source, extensions=EXTENSIONS)}</body>")
    return [
        (
            str(element.tag),
            (words(element.text), words(element.tail), *(f"{n}={words(v)}" for n, v in element.items() if n != "id")),
        )
        for element in tree.iter()
    ]


def test_no_string_is_more_than_text_in_any_context(score: Score) -> None:
    texts = list(strings(random.Random(20_000)))
    names = [f"第{number}号。" for number in range(TO_A_DOCUMENT)]
    plain = read(document(names))
    broken = []
    for start in range(0, len(texts), TO_A_DOCUMENT):
        some = texts[start : start + TO_A_DOCUMENT]
        found = read(document([inert(text) for text in some]))
        meant = dict(zip(names, map(words, some), strict=True))
        wanted = [(tag, tuple(_named(said, meant) for said in told)) for tag, told in plain]
        if found != wanted:
            broken.append(next((pair for pair in zip(found, wanted, strict=False) if pair[0] != pair[1]), some))
    score("strings x contexts", len(texts) * len(CONTEXTS), len(broken))
    assert broken == []


def _named(said: str, meant: dict[str, str]) -> str:
    name = said[said.find("第") : said.find("。") + 1]
    return said.replace(name, meant[name]) if name in meant else said
