"""`make bench`: how long builds take, beside MkDocs by itself and Hugo on the same pages in the same run.

Each row is the median of runs in turn. Compare the ratios: seconds depend on the machine and on who else is using it.
Prints a table in Markdown and writes it, with the figures as JSON, to `benchmarks/results/`; the sites lie in `.build/bench/`.
"""

import argparse
import filecmp
import json
import shutil
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from statistics import median

from measure import Cost, run
from peers import hugo_program, hugo_site
from preview import preview

BIN = Path(sys.executable).parent
BENCH = Path(__file__).parents[1] / ".build" / "bench"
RESULTS = Path(__file__).parent / "results"


class Bench:
    """One size of site, and what each job on it cost, run by run."""

    def __init__(self, studios: int, deadline: float) -> None:
        self.studios, self.deadline = studios, deadline
        self.root = BENCH / f"studios-{studios}"
        self.costs: dict[str, list[Cost]] = defaultdict(list)
        self.notes: list[str] = []
        shutil.rmtree(self.root, ignore_errors=True)
        run([BIN / "laomo", "demo", "--studios", str(studios), "--seed", "1", self.root], BENCH)

    def measure(self, runs: int) -> None:
        """All jobs in turn, as often as asked or as time allows."""
        for number in range(runs):
            for job in (self.ours, self.stock, self.hugo):
                if time.monotonic() > self.deadline and (number or job is not self.ours):
                    self.notes.append(f"{self.studios:,} studios, run {number + 1}: no time for {job.__name__}")
                    continue
                job()

    def ours(self) -> None:
        build = [BIN / "laomo", "build"]
        self._do("full build", [*build, "--clean"])
        self._do("no change", build)
        studio = sorted(self.root.glob("studios/*/*/studio.yml"))[self.studios // 2]
        report = max(studio.parent.glob("[0-9]*.yml"))
        for name, file, change in (("one edit", studio, _remark), ("one deletion", report, Path.unlink)):
            was = file.read_bytes()
            change(file)
            self._do(name, build)
            file.write_bytes(was)
        settings = self.root / "mkdocs.yml"
        settings.write_bytes(settings.read_bytes() + b"# changed\n")
        self._do("theme or settings changed", build)
        start, save = preview(BIN / "laomo", self.root, studio)
        self.costs["preview: start"].append(start)
        self.costs["preview: save → page"].append(save)
        (self.root / ".build/memory/records.json").unlink()
        self._do("check, cold", [BIN / "laomo", "check"])
        self._do("check, warm", [BIN / "laomo", "check"])

    def stock(self) -> None:
        self._do("MkDocs by itself", [BIN / "mkdocs", "build", "--quiet", "--site-dir", self.root / "stock"])
        if (self.root / "stock").is_dir():
            differing = _differing(self.root / "site", self.root / "stock")
            self.notes.append(f"{self.studios:,} studios: {differing} files differ from those of MkDocs by itself")

    def hugo(self) -> None:
        program = hugo_program(BENCH / "hugo")
        if program is None:
            self.notes.append("Hugo cannot be had from the package index")
            return
        folder = self.root / "hugo"
        pages = hugo_site(self.root / ".build/pages", self.root / "site", folder)
        shutil.rmtree(folder / "public", ignore_errors=True)
        self._do("Hugo, from ready Markdown", [program, "--quiet", "--source", folder])
        made = sum(1 for _ in folder.glob("public/**/index.html"))
        if made < pages:
            self.notes.append(f"Hugo made {made:,} of {pages:,} pages")

    def _do(self, name: str, command: list[str | Path]) -> None:
        self.costs[name].append(run(command, self.root))

    def rows(self) -> list[dict[str, object]]:
        """A row per job: ratios to Hugo and to MkDocs by itself, then seconds, processor seconds and megabytes."""
        typical = {name: _typical(costs) for name, costs in self.costs.items()}
        hugo, stock = typical.get("Hugo, from ready Markdown"), typical.get("MkDocs by itself")
        pages = [file.stat().st_size for file in (self.root / "site").rglob("*.html")]
        return [
            {
                "studios": self.studios,
                "pages": len(pages),
                "bytes per page": sum(pages) // len(pages),
                "job": name,
                "of Hugo": round(cost.wall / hugo.wall, 2) if hugo else None,
                "of MkDocs": round(cost.wall / stock.wall, 2) if stock else None,
                "seconds": round(cost.wall, 2),
                "processor": round(cost.processor, 2),
                "megabytes": round(cost.memory),
                "runs": len(self.costs[name]),
            }
            for name, cost in typical.items()
        ]


def _remark(file: Path) -> None:
    """Another slogan for a studio, which its page and the listings show."""
    text = file.read_text(encoding="utf-8")
    said = [line for line in text.splitlines(keepends=True) if not line.startswith("slogan:")]
    file.write_text("".join(said) + "slogan: 焊缝会说话\n", encoding="utf-8")


def _typical(costs: list[Cost]) -> Cost:
    middle: Callable[[str], float] = lambda fact: median(getattr(cost, fact) for cost in costs)  # noqa: E731
    return Cost(middle("wall"), middle("processor"), middle("memory"))


def _differing(ours: Path, theirs: Path) -> int:
    """Files that only one side has, or that differ by a byte."""
    names = {path.relative_to(side) for side in (ours, theirs) for path in side.rglob("*") if path.is_file()}
    _, unlike, missing = filecmp.cmpfiles(ours, theirs, map(str, names), shallow=False)
    return len(unlike) + len(missing)


HEAD = """\
# Builds: ours, MkDocs by itself, Hugo

Made by `make bench`: the same invented records, medians of runs in turn, ratios first. The site of MkDocs by itself is made of the same records by
the same plugin; Hugo gets our finished Markdown and our finished shell as its layout, so it reads no records, checks nothing and makes
neither search index nor open data. Processor: seconds of all processes. Megabytes: the most that all processes held at once.

"""


def listed(notes: list[str]) -> str:
    """What else there is to say, each once."""
    return "".join(f"\n* {note}" for note in dict.fromkeys(notes)) + "\n"


def table(rows: list[dict[str, object]]) -> str:
    """The rows as a Markdown table."""
    heads = list(rows[0])
    lines = [heads, ["---"] * len(heads), *([("–" if row[h] is None else str(row[h])) for h in heads] for row in rows)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--studios", type=int, nargs="+", default=[100, 2500])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--minutes", type=float, default=30, help="after that only what has begun is ended")
    asked = parser.parse_args()
    deadline = time.monotonic() + asked.minutes * 60
    BENCH.mkdir(parents=True, exist_ok=True)
    rows: list[dict[str, object]] = []
    notes: list[str] = []
    for studios in asked.studios:
        if time.monotonic() > deadline:
            notes.append(f"{studios:,} studios: no time")
            continue
        bench = Bench(studios, deadline)
        bench.measure(asked.runs)
        rows += bench.rows()
        notes += bench.notes
        (RESULTS / "build.md").write_text(HEAD + table(rows) + listed(notes), encoding="utf-8")
        told = json.dumps({"rows": rows, "notes": notes}, ensure_ascii=False, indent=1)
        (RESULTS / "build.json").write_text(told + "\n", encoding="utf-8")
    print((RESULTS / "build.md").read_text("utf-8"))


if __name__ == "__main__":
    main()
