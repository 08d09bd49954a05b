"""The jobs on one size of site: each is done if there is time for it; a note says what was not done or does not count."""

import sys
import time
from collections import defaultdict
from collections.abc import Callable
from statistics import median

from measure import Cost, Late

DEMO, FULL, STOCK, READY = "records invented", "full build", "MkDocs by itself", "{}, from ready Markdown"
USUAL = {STOCK: 4.0, READY.format("Hugo"): 0.3, READY.format("Eleventy"): 0.6}
"""A job's share of the time of our full build, assumed where the run has no smaller site to go by. None of our own jobs takes longer."""


class Wrong(Exception):
    """A result that does not count; the message says why."""


class Jobs:
    """The cost of each job, run by run, and notes. `smaller` is the size measured before, if any."""

    def __init__(self, studios: int, deadline: float, smaller: "Jobs | None") -> None:
        self.studios, self.deadline, self.smaller = studios, deadline, smaller
        self.costs: dict[str, list[Cost]] = defaultdict(list)
        self.notes: list[str] = []

    def do(self, name: str, work: Callable[[float], Cost]) -> bool:
        """Do a job if it is expected to end in time; `work` is given the deadline. Returns whether it was done and counts."""
        if not self.fit(name):
            return False
        try:
            cost = work(self.deadline)
        except Late:
            self.say(f"{name}: stopped, its time was up")
        except Wrong as wrong:
            self.say(f"{name}: not counted, {wrong}")
        else:
            self.costs[name].append(cost)
            print(f"{self.studios:,} studios: {name}: {cost.wall:.2f} s", file=sys.stderr, flush=True)
            return True
        return False

    def fit(self, *names: str) -> bool:
        """Whether jobs are expected to end in time, all together; adds a note if not."""
        needed, left = sum(map(self.expected, names)) / 60, (self.deadline - time.monotonic()) / 60
        if needed > left or left < 0:
            told = f"it would take about {needed:.1f} minutes, {left:.1f} are left" if left > 0 else "no time is left"
            self.say(f"{' and '.join(names)}: skipped, {told}")
            return False
        return True

    def say(self, note: str) -> None:
        """Keep a note for below the table, and print it at once: some runs take hours."""
        self.notes.append(f"{self.studios:,} studios: {note}")
        print(self.notes[-1], file=sys.stderr, flush=True)

    def expected(self, name: str) -> float:
        """Expected seconds: as in the last run; else in proportion to our full build, and that one in proportion to the studios."""
        if known := self.typical(name):
            return known.wall
        before, full = self.smaller and self.smaller.typical(name), self.typical(FULL)
        if name in {DEMO, FULL} or full is None:
            return before.wall * self.studios / self.smaller.studios if before and self.smaller else 0
        full_before = self.smaller and self.smaller.typical(FULL)
        share = before.wall / full_before.wall if before and full_before else USUAL.get(name, 1)
        return share * full.wall

    def typical(self, name: str) -> Cost | None:
        """The median of all runs of a job, figure by figure; None when it has not been done."""
        costs = self.costs.get(name)
        if not costs:
            return None
        middle: Callable[[str], float] = lambda fact: median(getattr(cost, fact) for cost in costs)  # noqa: E731
        return Cost(middle("wall"), middle("processor"), middle("memory"), middle("largest"))
