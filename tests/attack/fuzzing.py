"""Mutated record files against the reader and the inert text: `python -m tests.attack.fuzzing SECONDS`.

Prints how many were tried and how many raised. Whatever raises is kept in `corpus/` and tried first from then on. A process
of its own, so that a crash inside libyaml is seen as one.
"""

import random
import sys
import time
from hashlib import sha256
from pathlib import Path

from laomo import personal, text, yamlfile
from tests.attack.payloads import PAYLOADS
from tests.conftest import SMALL

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
    _, problems = yamlfile.read(data, "x.yml")
    for problem in problems:
        yamlfile.locate(data, problem.loc)
    said = data.decode("utf-8", "replace")
    assert not set(text.inert(said)) & set("<>\"'`*_[]{}|\n")
    personal.masked(said)


def main(seconds: float) -> int:
    chance = random.Random(time.time_ns())
    kept = [file.read_bytes() for file in sorted(CORPUS.iterdir())]
    seeds = [*kept, *(file.read_bytes() for file in sorted(SMALL.rglob("*.yml")))]
    end, count, failures, slowest = time.monotonic() + seconds, 0, 0, 0.0
    while time.monotonic() < end:
        data = seeds[count] if count < len(seeds) else mutated(chance.choice(seeds), chance.choice(seeds), chance)
        start = time.monotonic()
        try:
            tried(data)
        except Exception:  # noqa: BLE001 (whatever it is, it should not have been)
            failures += 1
            (CORPUS / f"{sha256(data).hexdigest()[:16]}.yml").write_bytes(data)
        slowest = max(slowest, time.monotonic() - start)
        count += 1
    sys.stdout.write(f"{count} inputs, {failures} exceptions, slowest {slowest * 1000:.0f} ms\n")
    return bool(failures)


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1])))
