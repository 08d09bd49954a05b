"""Mutated record files against the reader and the inert text: `python -m tests.security.fuzzing SECONDS`.

Prints how many were tried and how many raised. Whatever raises is kept in `corpus/` and tried first from then on; so is what
ends the process, as 100,000 brackets once did inside libyaml: a child walks, and the parent sees what lay before it last.
"""

import multiprocessing
import random
import sys
import time
from collections.abc import Callable, Sequence
from hashlib import sha256
from multiprocessing.sharedctypes import RawArray, RawValue
from pathlib import Path

from laomo.records.yaml import reader
from laomo.text import escape, personal_data
from tests.conftest import SMALL
from tests.security.payloads import PAYLOADS

CORPUS = Path(__file__).parent / "corpus"
PIECES = [each.encode() for each in PAYLOADS] + [
    *(
        b"[",
        b"]",
        b"{",
        b"}",
        b"- ",
        b": ",
        b"? ",
        b"&a ",
        b"*a ",
        b"!!x ",
        b"|",
        b">",
        b'"',
        b"'",
        b"#",
        b"%",
        b"@",
        b"`",
    ),
    *(b"\n", b"\r", b"\t", b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\\x00", b"\\u202e", b"...", b"---", b"<<", b"~"),
    *("：".encode(), "　".encode(), "\u2028".encode(), "\u200b".encode(), "甲".encode(), "甲".encode("gbk")),
]


def mutated(seed: bytes, other: bytes, chance: random.Random) -> bytes:
    """A seed with a few cuts, doublings, foreign pieces and changed bytes."""
    data = bytearray(seed)
    for _ in range(chance.randrange(1, 6)):
        start = chance.randrange(len(data) + 1)
        end = min(len(data), start + chance.randrange(1, 40))
        match chance.randrange(5):
            case 0:
                del data[start:end]
            case 1:
                data[start:start] = data[start:end] * chance.randrange(1, 20)
            case 2:
                data[start:start] = chance.choice(PIECES) * chance.choice((1, 1, 1, 2, 50))
            case 3:
                data[start:end] = other[start : start + chance.randrange(1, 200)]
            case _ if start < len(data):
                data[start] = chance.randrange(256)
    return bytes(data)


def tried(data: bytes) -> None:
    """Read it as a record, make its text inert, look for personal numbers: none of them may raise."""
    _, problems = reader.read(data, "x.yml")
    for problem in problems:
        reader.locate(data, problem.loc)
    said = data.decode("utf-8", "replace")
    assert not set(escape.inert(said)) & set("<>\"'`*_[]{}|\n")
    personal_data.masked(said)


class Desk:
    """What a walker has before it and has done so far, in memory that outlives it."""

    def __init__(self, most: int) -> None:
        self.paper, self.length = RawArray("c", most), RawValue("Q")
        self.tried, self.failures, self.slowest = RawValue("Q"), RawValue("Q"), RawValue("d")

    def lay(self, data: bytes) -> None:
        self.paper[: len(data)] = data
        self.length.value = len(data)
        self.tried.value += 1

    def keep(self, corpus: Path) -> None:
        """What lies there failed."""
        data = self.paper[: self.length.value]
        (corpus / f"{sha256(data).hexdigest()[:16]}.yml").write_bytes(data)
        self.failures.value += 1


def walk(desk: Desk, seeds: Sequence[bytes], end: float, attempt: Callable[[bytes], object], corpus: Path) -> None:
    """Try the seeds that were not yet tried, then mutations of them, until `end`."""
    chance = random.Random(time.time_ns())
    while time.monotonic() < end:
        fresh = seeds[desk.tried.value :]
        data = fresh[0] if fresh else mutated(chance.choice(seeds), chance.choice(seeds), chance)
        desk.lay(data[: len(desk.paper)])
        start = time.monotonic()
        try:
            attempt(data[: len(desk.paper)])
        except Exception:  # noqa: BLE001 (whatever it is, it should not have been)
            desk.keep(corpus)
        desk.slowest.value = max(desk.slowest.value, time.monotonic() - start)


def fuzz(seconds: float, attempt: Callable[[bytes], object] = tried, corpus: Path = CORPUS) -> Desk:
    """Walk for so long, with a new walker wherever one died."""
    seeds = [file.read_bytes() for file in (*sorted(corpus.iterdir()), *sorted(SMALL.rglob("*.yml")))]
    desk, end = Desk(max(1_000_000, *map(len, seeds))), time.monotonic() + seconds
    while True:
        walker = multiprocessing.get_context("fork").Process(target=walk, args=(desk, seeds, end, attempt, corpus))
        walker.start()
        walker.join()
        if walker.exitcode == 0:
            return desk
        desk.keep(corpus)


def main(seconds: float) -> int:
    desk = fuzz(seconds)
    failed, slowest = desk.failures.value, desk.slowest.value
    sys.stdout.write(f"{desk.tried.value} inputs, {failed} exceptions, slowest {slowest * 1000:.0f} ms\n")
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1])))
