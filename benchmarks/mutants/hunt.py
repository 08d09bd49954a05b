"""Runs the faults of a room in several processes, each with a copy of the checkout."""

import itertools
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from benchmarks.mutants import rooms, scripts, table, trial, workshop
from benchmarks.mutants.choice import Choice
from benchmarks.mutants.memory import Memory, Test
from benchmarks.mutants.sites import Mutant
from benchmarks.mutants.trial import Verdict

_copies: list[workshop.Copy] = []
"""The copy of this process."""


@dataclass(frozen=True)
class Budget:
    """How much is tried: faults (None: all) and minutes; seconds of the processor for one fault's wider tests, and for those in a browser."""

    mutants: int | None
    minutes: float
    seconds: float
    browser: float
    prove: bool


class Hunt:
    """The processes of one run."""

    def __init__(self, executor: ProcessPoolExecutor, workers: int, checkout: Path, memory: Memory) -> None:
        self.executor, self.workers, self.checkout, self.memory = executor, workers, checkout, memory
        self.marked = trial.equivalents(Path(__file__).with_name("equivalent.toml"))

    def learn(self, near: Sequence[str]) -> None:
        """Look at the lines of tests in these folders that are new or have changed."""
        stale = self.memory.stale(name for name in rooms.tests(self.checkout) if name.startswith(tuple(near)))
        for test, said in zip(stale, self.executor.map(_learned, itertools.repeat(self.memory), stale), strict=True):
            print(f"lines of {test}" + (f": {said}" if said else ""), flush=True)

    def choice(self) -> Choice:
        names = rooms.tests(self.checkout)
        return Choice(self.memory.tests(names), self.memory.in_browser(names), self.checkout)

    def verdicts(self, choice: Choice, mutants: Iterator[Mutant], budget: Budget) -> Iterator[Verdict]:
        """As they come. A fault that cannot be imported, or is marked as equivalent, makes room for another."""
        until, counted = time.monotonic() + budget.minutes * 60, 0
        running: set[Future[Verdict]] = set()
        while True:
            wanted = self.workers if budget.mutants is None else min(self.workers, budget.mutants - counted)
            while len(running) < wanted and time.monotonic() < until and (mutant := next(mutants, None)):
                if known := self._marked(mutant):
                    yield known
                else:
                    running.add(self._begun(choice, mutant, budget))
            if not running:
                return
            done, running = wait(running, return_when=FIRST_COMPLETED)
            for verdict in (each.result() for each in done):
                counted += verdict.outcome != trial.BROKEN
                print(table.line(verdict), flush=True)
                yield verdict

    def _marked(self, mutant: Mutant) -> Verdict | None:
        shown = mutant.shown((self.checkout / mutant.file).read_bytes())
        if reason := self.marked.get((mutant.file, *shown)):
            return Verdict(mutant.file, mutant.line, mutant.kind, *shown, trial.EQUIVALENT, by=reason)
        return None

    def _begun(self, choice: Choice, mutant: Mutant, budget: Budget) -> Future[Verdict]:
        if mutant.file.endswith(".js"):
            stages, covered = [*scripts.stages(self.checkout, mutant, budget.browser)], 0
        else:
            found = choice.stages(mutant, budget.seconds, budget.browser)
            stages = [[Test(each.name, each.cost, {}) for each in stage] for stage in found]
            covered = len(choice.found(mutant)[0])
        prove = budget.prove or mutant.file.endswith(
            ".js"
        )  # for scripts it is not known which tests pass without a fault
        return self.executor.submit(_judged, mutant, stages, covered, prove=prove)


@contextmanager
def hunting(checkout: Path, folder: Path, workers: int) -> Iterator[Hunt]:
    """The processes with their copies, which are removed at the end; the map of lines stays in the folder."""
    memory = Memory(folder, checkout)
    workshop.preload()
    with (
        tempfile.TemporaryDirectory(prefix="mutants-") as temporary,
        ProcessPoolExecutor(workers, get_context("fork"), _prepare, (checkout, temporary)) as executor,
    ):
        yield Hunt(executor, workers, checkout, memory)


def _prepare(checkout: Path, temporary: str) -> None:
    _copies.append(workshop.Copy.of(checkout, Path(tempfile.mkdtemp(dir=temporary))))


def _judged(mutant: Mutant, stages: list[list[Test]], covered: int, *, prove: bool) -> Verdict:
    (copy,) = _copies
    while True:
        verdict = trial.judge(copy, mutant, stages, covered)
        if not prove or verdict.outcome != trial.NOTICED or "::" not in verdict.by or trial.sound(copy, verdict.by):
            return verdict
        wrong = (verdict.by, verdict.by.partition("::")[0])
        stages = [[each for each in stage if each.name not in wrong] for stage in stages]


def _learned(memory: Memory, test: str) -> str | None:
    return memory.learn(_copies[0], test)
