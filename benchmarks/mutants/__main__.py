"""python -m benchmarks.mutants [--room text] [--seed 1] [--mutants 30] [--minutes 20] [--at FILE:LINE]: prints who survives."""

import argparse
import itertools
import json
import os
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from multiprocessing import get_context
from pathlib import Path

from benchmarks.mutants import rooms, sites, table, trial, workshop
from benchmarks.mutants.choice import Choice
from benchmarks.mutants.memory import Memory, Test
from benchmarks.mutants.trial import Verdict

ROOT = Path(__file__).parents[2]
MARKED = Path(__file__).with_name("equivalent.toml")
RESULT = ROOT / "benchmarks/results/mutants.md"

_copies: list[workshop.Copy] = []
"""The copy of this process."""


def main() -> None:
    """Map what tests run, try the faults, and say what came of them."""
    asked = _asked()
    folder = Path(os.environ.get("LAOMO_MUTANTS", ROOT / ".build/mutants"))
    memory = Memory(folder, ROOT)
    workshop.preload()
    with tempfile.TemporaryDirectory(prefix="mutants-", dir=folder) as temporary:
        executor = ProcessPoolExecutor(asked.workers, get_context("fork"), _prepare, (temporary,))
        with executor:
            if not asked.no_map:
                _learn(executor, memory)
            known = memory.tests(rooms.tests(ROOT))
            print(f"{len(known):,} tests are known", flush=True)
            choice = Choice(known, ROOT)
            verdicts: dict[str, list[Verdict]] = {}
            for room in [asked.at] if asked.at else asked.room or rooms.ROOMS:
                verdicts[room] = list(_tried(executor, choice, _mutants(room, asked), asked))
                print(table.of_room(room, verdicts[room]), flush=True)
                (folder / f"{room.replace('/', '_')}.json").write_text(
                    json.dumps([each.as_dict() for each in verdicts[room]], ensure_ascii=False, indent=1),
                    encoding="utf-8",
                )
    if asked.record:
        RESULT.write_text(table.report(verdicts, asked.seed), encoding="utf-8")


def _asked() -> argparse.Namespace:
    options = argparse.ArgumentParser(prog="mutants", description="Do the tests notice small random faults?")
    options.add_argument("--room", nargs="*", help=f"rooms or paths; {', '.join(rooms.ROOMS)}; without it: all")
    options.add_argument(
        "--seed", type=int, default=int(time.strftime("%Y%m%d")), help="another seed, other faults; without it: today"
    )
    options.add_argument("--mutants", type=int, default=30, help="faults per room")
    options.add_argument("--minutes", type=float, default=600, help="no fault is begun in a room after this time")
    options.add_argument("--seconds", type=float, default=30, help="of the processor, for the wider tests of one fault")
    options.add_argument("--at", help="every fault at FILE:LINE")
    options.add_argument("--workers", type=int, default=2)
    options.add_argument(
        "--no-map", action="store_true", help="take the lines of changed tests as they were last known"
    )
    options.add_argument(
        "--prove", action="store_true", help="a test that notices must pass by itself without the fault"
    )
    options.add_argument("--record", action="store_true", help="write benchmarks/results/mutants.md")
    return options.parse_args()


def _mutants(room: str, asked: argparse.Namespace) -> Iterator[sites.Mutant]:
    found: Iterator[sites.Mutant]
    if asked.at:
        file, _, line = asked.at.rpartition(":")
        (name,) = rooms.files(ROOT, file)
        places = sites.sites(name, (ROOT / name).read_bytes())
        found = (each for place in places for each in place if each.line == int(line))
    else:
        names = rooms.files(ROOT, room)
        found = sites.picked(
            (place for name in names for place in sites.sites(name, (ROOT / name).read_bytes())), asked.seed
        )
    return (each for each in found if sites.differs(each, (ROOT / each.file).read_bytes()))


def _tried(
    executor: ProcessPoolExecutor, choice: Choice, mutants: Iterator[sites.Mutant], asked: argparse.Namespace
) -> Iterator[Verdict]:
    """The verdicts, as they come; a fault that cannot be imported or is marked makes room for another."""
    until, marked = time.monotonic() + asked.minutes * 60, trial.equivalents(MARKED)
    limit = None if asked.at else asked.mutants
    running: set[Future[Verdict]] = set()
    counted = 0
    while True:
        wanted = asked.workers if limit is None else min(asked.workers, limit - counted)
        while len(running) < wanted and time.monotonic() < until and (mutant := next(mutants, None)):
            shown = mutant.shown((ROOT / mutant.file).read_bytes())
            if (mutant.file, *shown) in marked:
                yield Verdict(
                    mutant.file, mutant.line, mutant.kind, *shown, trial.EQUIVALENT, by=marked[mutant.file, *shown]
                )
                continue
            stages = [
                [Test(each.name, each.cost, {}) for each in stage] for stage in choice.stages(mutant, asked.seconds)
            ]
            running.add(executor.submit(_judged, mutant, stages, len(choice.found(mutant)[0]), asked.prove))
        if not running:
            return
        done, running = wait(running, return_when=FIRST_COMPLETED)
        for verdict in (each.result() for each in done):
            counted += verdict.outcome != trial.BROKEN
            print(table.line(verdict), flush=True)
            yield verdict


def _prepare(temporary: str) -> None:
    folder = Path(tempfile.mkdtemp(dir=temporary))
    _copies.append(workshop.Copy.of(ROOT, folder))


def _judged(mutant: sites.Mutant, stages: list[list[Test]], covered: int, prove: bool) -> Verdict:
    (copy,) = _copies
    for _ in range(5):
        verdict = trial.judge(copy, mutant, stages, covered)
        if not prove or verdict.outcome != trial.NOTICED or "::" not in verdict.by or trial.sound(copy, verdict.by):
            break
        stages = [[each for each in stage if each.name != verdict.by] for stage in stages]
    return verdict


def _learn(executor: ProcessPoolExecutor, memory: Memory) -> None:
    stale = memory.stale(rooms.tests(ROOT))
    for test, said in zip(stale, executor.map(_learned, itertools.repeat(memory), stale), strict=True):
        print(f"lines of {test}" + (f": {said}" if said else ""), flush=True)


def _learned(memory: Memory, test: str) -> str | None:
    return memory.learn(_copies[0], test)


if __name__ == "__main__":
    main()
