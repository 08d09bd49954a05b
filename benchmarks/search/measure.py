"""Measures one engine with a list of queries."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from benchmarks.search import browser
from benchmarks.search.corpus import Asked, page
from benchmarks.search.engines import Made
from benchmarks.search.natural import Natural, Verdict

COLD = 12
"""About how many queries are also run with an empty cache, over a fast and a slow connection."""


@dataclass(frozen=True)
class Figures:
    """The figures of one engine. `warm` and `cold` are medians in milliseconds."""

    engine: str
    studios: int
    recall: dict[str, float]
    """Class of query → mean recall in the first ten hits."""
    first: float
    """The share of queries whose first hit was correct."""
    bytes_median: int
    bytes_most: int
    """Compressed bytes that are transferred before the first results are shown: client, index and cards."""
    warm: float
    cold: float
    index_seconds: float
    index_bytes: int
    index_files: int

    @property
    def mean_recall(self) -> float:
        """The mean over all classes, with equal weights."""
        return sum(self.recall.values()) / len(self.recall)


def measure(chromium: Any, made: Made, studios: int, asked: list[Asked]) -> Figures:
    """Run every query once with a warm cache, and some with an empty one."""
    recalls: dict[str, list[float]] = defaultdict(list)
    firsts, warm = 0, []
    with browser.serve(made.folder) as served:
        reader = chromium.new_page()
        reader.goto(f"{served.address}bench.html")
        for question in asked:
            hits = list(dict.fromkeys(map(page, reader.evaluate(browser.ASK, question.text)[0])))[:10]
            recalls[question.kind].append(len(question.pages & set(hits)) / question.wanted)
            firsts += bool(hits) and hits[0] in question.first
        some = asked[:: max(1, len(asked) // COLD)]
        warm = [browser.warm(reader, question.text) for question in some]
        reader.close()
        quick = [browser.cold(chromium, served, question.text, slow=False) for question in some]
        slow = [browser.cold(chromium, served, question.text, slow=True) for question in some]
    sent = sorted(answer.bytes for answer in quick)
    return Figures(
        engine=made.name,
        studios=studios,
        recall={kind: sum(values) / len(values) for kind, values in recalls.items()},
        first=firsts / len(asked),
        bytes_median=sent[len(sent) // 2],
        bytes_most=sent[-1],
        warm=browser.median(warm),
        cold=browser.median([answer.milliseconds for answer in slow]),
        index_seconds=made.seconds,
        index_bytes=made.bytes,
        index_files=made.files,
    )


@dataclass(frozen=True)
class Answered:
    """How one engine answers the questions of people."""

    engine: str
    studios: int
    verdicts: list[Verdict]
    sent: list[tuple[int, int]]
    """Of some of the questions, in order of bytes: the bytes and the requests until the first hits are shown, with nothing cached."""


def answered(chromium: Any, made: Made, studios: int, asked: list[Natural]) -> Answered:
    """Ask all questions, and some of them with an empty cache."""
    with browser.serve(made.folder) as served:
        reader = chromium.new_page()
        reader.goto(f"{served.address}bench.html")
        verdicts = []
        for question in asked:
            hits = list(dict.fromkeys(map(page, reader.evaluate(browser.ASK, question.text)[0])))[:10]
            notes = reader.evaluate("() => globalThis.notes ?? []")
            verdicts.append(Verdict.of(question, hits, notes))
        reader.close()
        sent = []
        for question in asked[:: max(1, len(asked) // COLD // 3)]:
            answer = browser.cold(chromium, served, question.text, slow=False)
            sent.append((answer.bytes, len(served.sent)))
    return Answered(made.name, studios, verdicts, sorted(sent))
