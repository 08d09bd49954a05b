"""python -m benchmarks.search [--studios N …] [--alone N …] [--minutes M]: prints the table and stores it in `results/`."""

import argparse
import json
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path

from benchmarks.search import browser, corpus, drawn, engines
from benchmarks.search.measure import Answered, Figures, answered, measure
from benchmarks.search.said import Said
from benchmarks.search.table import natural_table, table

RESULTS = Path(__file__).parents[1] / "results"


def main() -> None:
    """Measure each size, smallest first, until the time is up."""
    options = argparse.ArgumentParser(prog="bench-search")
    options.add_argument("--studios", type=int, nargs="*", default=[100, 2500], help="sizes at which all are compared")
    options.add_argument("--alone", type=int, nargs="*", default=[], help="sizes at which only ours is measured")
    options.add_argument("--each", type=int, default=10, help="questions of each class")
    options.add_argument("--seed", type=int, default=20260101)
    options.add_argument("--minutes", type=float, default=20, help="no new measurement is started after this time")
    asked = options.parse_args()
    start = time.monotonic()
    skipped: list[str] = []

    def late() -> bool:
        return time.monotonic() - start > asked.minutes * 60

    with browser.chromium() as chromium:
        run = _Run(chromium, asked, late)
        sizes = sorted([(size, True) for size in asked.studios] + [(size, False) for size in asked.alone])
        for size, peers in sizes:
            if late():
                skipped.append(f"{size} studios")
                continue
            with tempfile.TemporaryDirectory() as folder:
                skipped += run.at(size, Path(folder), peers=peers)
    RESULTS.mkdir(exist_ok=True)
    text = f"{table(run.figures, skipped, seed=asked.seed, each=asked.each)}\n{natural_table(run.answers)}"
    (RESULTS / "search.md").write_text(text, encoding="utf-8")
    (RESULTS / "search.json").write_text(
        json.dumps([asdict(each) for each in run.figures], ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
    )
    print(text)


@dataclass(frozen=True)
class _Run:
    """All that is measured in one run."""

    chromium: object
    asked: argparse.Namespace
    late: Callable[[], bool]
    figures: list[Figures] = field(default_factory=list)
    answers: list[Answered] = field(default_factory=list)

    def at(self, size: int, folder: Path, *, peers: bool) -> list[str]:
        """Measure our engine, and with `peers` the others while there is time. Returns what was skipped."""
        registry = corpus.records(size, self.asked.seed, folder / "records")
        articles = corpus.articles(registry, folder / "records")
        questions = corpus.questions(registry, self.asked.seed, self.asked.each)
        natural = [each for each in drawn.questions(Said(registry, articles)) if each.line.reported]

        def add(made: engines.Made, *, by_people: bool = True) -> None:
            self.figures.append(measure(self.chromium, made, size, questions))
            if by_people:
                self.answers.append(answered(self.chromium, made, size, natural))
            print(f"{size}: {made.name}", flush=True)

        add(engines.ours(registry, articles, folder / "ours"))
        if not peers:
            return []
        if self.late():
            return [f"the peers at {size} studios"]
        environment = engines.environment(
            Path(__file__).parents[2] / ".build" / "bench-search", Path(__file__).parent / "requirements.txt"
        )
        made = engines.material(corpus.markdown(registry, folder / "records"), folder / "peers", environment)
        add(made, by_people=False)
        if self.late():
            return [f"Pagefind at {size} studios"]
        add(engines.pagefind(made.folder, environment))
        return []


if __name__ == "__main__":
    main()
