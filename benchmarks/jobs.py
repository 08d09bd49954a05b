"""The jobs for one size of site. A job is run if there is time for it; notes list those that were skipped or do not count."""

import sys
import time
from collections import defaultdict
from collections.abc import Callable
from statistics import median

from measure import Cost, Late

DEMO, FIRST, FULL = "records invented", "first build", "full build"
STOCK, READY = "MkDocs by itself", "{}, from ready Markdown"
USUAL = {FIRST: 2.0, STOCK: 4.0, READY.format("Hugo"): 0.3, READY.format("Eleventy"): 0.6}
"""Job → its assumed time, as a multiple of our full build's, if no smaller site was measured. Jobs not listed take at most as long."""


class Wrong(Exception):
    """A job's result is invalid; the message says why."""


class Jobs:
    """The costs of each job, one per run, and notes. `smaller` are the jobs of the next smaller site, if one was measured."""

    def __init__(self, studios: int, deadline: float, smaller: "Jobs | None") -> None:
        self.studios, self.deadline, self.smaller = studios, deadline, smaller
        self.costs: dict[str, list[Cost]] = defaultdict(list)
        self.notes: list[str] = []

    def do(self, name: str, work: Callable[[float], Cost]) -> bool:
        """Run a job if it is expected to end in time; `work` gets the deadline. Returns whether it succeeded."""
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
        """Whether all these jobs together are expected to end in time; adds a note if not."""
        needed, left = sum(map(self.expected, names)) / 60, (self.deadline - time.monotonic()) / 60
        if needed > left or left < 0:
            reason = f"it would take about {needed:.1f} minutes, {left:.1f} are left" if left > 0 else "no time is left"
            self.say(f"{' and '.join(names)}: skipped, {reason}")
            return False
        return True

    def say(self, note: str) -> None:
        """Add a note to print below the table, and print it now, because some runs take hours."""
        self.notes.append(f"{self.studios:,} studios: {note}")
        print(self.notes[-1], file=sys.stderr, flush=True)

    def expected(self, name: str) -> float:
        """The expected seconds: the median so far; otherwise scaled from our full build, which is scaled from the smaller site; 0 if unknown."""
        if known := self.typical(name):
            return known.wall
        before, full = self.smaller and self.smaller.typical(name), self.typical(FULL)
        if name in {DEMO, FIRST, FULL} or full is None:
            return before.wall * self.studios / self.smaller.studios if before and self.smaller else 0
        full_before = self.smaller and self.smaller.typical(FULL)
        share = before.wall / full_before.wall if before and full_before else USUAL.get(name, 1)
        return share * full.wall

    def typical(self, name: str) -> Cost | None:
        """The medians of a job's figures over all runs; None if it has not run."""
        costs = self.costs.get(name)
        if not costs:
            return None
        middle: Callable[[str], float] = lambda fact: median(getattr(cost, fact) for cost in costs)  # noqa: E731
        return Cost(middle("wall"), middle("processor"), middle("memory"), middle("largest"))
