"""python -m benchmarks.search [--studios N …] [--alone N …] [--minutes M]: prints the table and stores it in `results/`."""

import argparse
import json
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from benchmarks.search import browser, corpus, engines
from benchmarks.search.measure import Figures, measure
from benchmarks.search.table import table

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
    start, figures, skipped = time.monotonic(), [], []

    def late() -> bool:
        return time.monotonic() - start > asked.minutes * 60

    with browser.chromium() as chromium:
        sizes = sorted([(size, True) for size in asked.studios] + [(size, False) for size in asked.alone])
        for size, peers in sizes:
            if late():
                skipped.append(f"{size} studios")
                continue
            with tempfile.TemporaryDirectory() as folder:
                found, missed = _at(chromium, size, Path(folder), asked, late if peers else None)
            figures += found
            skipped += missed
    RESULTS.mkdir(exist_ok=True)
    text = table(figures, skipped, seed=asked.seed, each=asked.each)
    (RESULTS / "search.md").write_text(text, encoding="utf-8")
    (RESULTS / "search.json").write_text(
        json.dumps([asdict(each) for each in figures], ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
    )
    print(text)


def _at(
    chromium: object, size: int, folder: Path, asked: argparse.Namespace, late: Callable[[], bool] | None
) -> tuple[list[Figures], list[str]]:
    """The figures of our engine, and of the others unless `late` is None or returns true; and what was skipped."""
    registry = corpus.records(size, asked.seed, folder / "records")
    questions = corpus.questions(registry, asked.seed, asked.each)
    figures = [measure(chromium, engines.ours(registry, folder / "ours"), size, questions)]
    print(f"{size}: Laomo", flush=True)
    if late is None:
        return figures, []
    if late():
        return figures, [f"the peers at {size} studios"]
    environment = engines.environment(
        Path(__file__).parents[2] / ".build" / "bench-search", Path(__file__).parent / "requirements.txt"
    )
    made = engines.material(registry, folder / "peers", environment)
    figures.append(measure(chromium, made, size, questions))
    print(f"{size}: {made.name}", flush=True)
    if late():
        return figures, [f"Pagefind at {size} studios"]
    figures.append(measure(chromium, engines.pagefind(made.folder, environment), size, questions))
    print(f"{size}: Pagefind", flush=True)
    return figures, []


if __name__ == "__main__":
    main()
