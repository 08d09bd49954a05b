"""`make bench`: how long builds take, beside MkDocs by itself, Hugo and Eleventy on the same pages in the same run.

Each row is the median of runs in turn. Compare the ratios: seconds depend on the machine and on who else is using it.
Prints a table in Markdown and writes it, with the figures as JSON, to `benchmarks/results/`; our sites stay in
`.build/bench/`. It keeps to its time (`--minutes`): nothing is started that is not expected to end by then, what runs longer is
stopped, and the notes below the table say what is missing. The same goes for the disk: 25,000 studios need about 30 GB.
"""

import argparse
import filecmp
import json
import shutil
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path
from subprocess import CalledProcessError

from jobs import DEMO, FULL, READY, STOCK, Jobs, Wrong
from measure import Cost, files, run
from peers import PEERS, Missing, Peer, amiss, pages, shell
from preview import preview
from report import Row, rows, written

HERE = Path(__file__).parent
BIN = Path(sys.executable).parent
BENCH = HERE.parent / ".build" / "bench"
SITE, PEER = 0.9e6, 0.4e6
"""Bytes of disk for each studio: for all that is ours, and for what one peer makes besides (0.7 and 0.4 MB were seen)."""


class Bench:
    """One size of site, measured."""

    def __init__(self, jobs: Jobs) -> None:
        self.jobs, self.root = jobs, BENCH / f"studios-{jobs.studios}"
        self.sizes: list[int] = []
        """Bytes of each page of ours."""

    def measure(self, runs: int, peers: Sequence[Peer]) -> None:
        """All jobs in turn, as often as asked or as time allows."""
        shutil.rmtree(self.root, ignore_errors=True)
        demo = self._command(BIN / "laomo", "demo", "--studios", str(self.jobs.studios), "--seed", "1", self.root)
        if (
            not self._room("all", SITE)
            or not self.jobs.fit(DEMO, FULL)
            or not self.jobs.do(DEMO, lambda until: demo(until, BENCH))
        ):
            return
        for _ in range(runs):
            if not self.jobs.do(FULL, self._command(BIN / "laomo", "build", "--clean")):
                return
            self.sizes = [file.stat().st_size for file in files(self.root / "site") if file.suffix == ".html"]
            self._stock(whole=self._ours())
            ready = sum(file.suffix == ".md" for file in files(self.root / ".build/pages"))
            self.jobs.say(f"{ready:,} pages are made of Markdown that records make, which is what the peers get")
            for peer in peers:
                self._peer(peer)

    def _ours(self) -> bool:
        """All of our jobs but the full build. Returns whether the last build, of all records again, was made."""
        build = self._command(BIN / "laomo", "build")
        self.jobs.do("no change", build)
        studio = sorted(self.root.glob("studios/*/*/studio.yml"))[self.jobs.studios // 2]
        report = max(studio.parent.glob("[0-9]*.yml"))
        for name, file, change in (("one edit", studio, _remark), ("one deletion", report, Path.unlink)):
            was = file.read_bytes()
            change(file)
            self.jobs.do(name, build)
            file.write_bytes(was)
        settings = self.root / "mkdocs.yml"
        settings.write_bytes(settings.read_bytes() + b"# changed\n")
        whole = self.jobs.do("theme or settings changed", build)
        saves: list[Cost] = []
        if self.jobs.do("preview: start", lambda until: preview(BIN / "laomo", self.root, studio, until, saves)):
            self.jobs.costs["preview: save → page"] += saves
        self.jobs.do("search index alone", self._index)
        for name in ("records.trees", "verdict.json"):
            (self.root / ".build/memory" / name).unlink(missing_ok=True)
        check = self._command(BIN / "laomo", "check")
        self.jobs.do("check, cold", check)
        self.jobs.do("check, warm", check)
        was = studio.read_bytes()
        _remark(studio)
        self.jobs.do("check, one edit", check)
        studio.write_bytes(was)
        return whole

    def _index(self, until: float) -> Cost:
        """Time as the script measured it; memory of the whole process, records included."""
        with _emptied(self.root / "index") as folder:
            cost = self._command(sys.executable, HERE / "search_build.py", self.root, folder)(until)
            return replace(cost, **json.loads((folder / "seconds.json").read_text(encoding="utf-8")))

    def _stock(self, *, whole: bool) -> None:
        build = self._command(BIN / "mkdocs", "build", "--quiet", "--site-dir", self.root / "stock")
        with _emptied(self.root / "stock") as folder:
            if self._room(STOCK, PEER) and self.jobs.do(STOCK, _counted(build)) and whole:
                differing = _differing(self.root / "site", folder)
                self.jobs.say(f"{differing} files differ from those of MkDocs by itself")

    def _peer(self, peer: Peer) -> None:
        name, markdown = READY.format(peer.name), self.root / ".build/pages"
        if not self._room(name, PEER) or not self.jobs.fit(name):
            return
        with _emptied(self.root / "peer") as folder:
            peer.write(pages(markdown), shell(self.root / "site"), folder)

            def work(until: float) -> Cost:
                cost = _counted(self._command(*peer.command))(until, folder)
                if fault := amiss(pages(markdown), folder / "public"):
                    raise Wrong(fault)
                return cost

            self.jobs.do(name, work)

    def _room(self, name: str, each: float) -> bool:
        """Whether the disk has room for that many bytes per studio; adds a note if not."""
        needed, free = each * self.jobs.studios / 1e9, shutil.disk_usage(BENCH).free / 1e9
        if needed > free:
            self.jobs.say(f"{name}: skipped, it would take about {needed:.1f} GB of disk, {free:.1f} are free")
        return needed <= free

    def _command(self, *command: str | Path) -> Callable[..., Cost]:
        return lambda until, folder=self.root: run(command, folder, until)


@contextmanager
def _emptied(folder: Path) -> Iterator[Path]:
    """An empty folder, removed afterwards: at 100,000 studios two sites of peers would not fit beside ours."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _counted(work: Callable[..., Cost]) -> Callable[..., Cost]:
    """A peer's failure does not end the run; ours does."""

    def tried(*when_and_where: object) -> Cost:
        try:
            return work(*when_and_where)
        except CalledProcessError as error:
            raise Wrong(f"it ended with {error.returncode}: {' '.join(str(error.stderr).split())[-300:]}") from error

    return tried


def _remark(file: Path) -> None:
    """Another slogan for a studio, which its page and the listings show."""
    text = file.read_text(encoding="utf-8")
    said = [line for line in text.splitlines(keepends=True) if not line.startswith("slogan:")]
    file.write_text("".join(said) + "slogan: 焊缝会说话\n", encoding="utf-8")


def _differing(ours: Path, theirs: Path) -> int:
    """Files that only one side has, or that differ by a byte."""
    unlike = 0
    for file in files(ours):
        other = theirs / file.relative_to(ours)
        unlike += not other.is_file() or not filecmp.cmp(file, other, shallow=False)
    return unlike + sum(not (ours / file.relative_to(theirs)).is_file() for file in files(theirs))


def _found(notes: list[str]) -> list[Peer]:
    """The peers that can be run here; for the others, the notes say why not."""
    peers = []
    for find in PEERS:
        try:
            peers.append(find(BENCH / find.__name__))
        except Missing as reason:
            notes.append(f"{find.__name__.title()}: skipped, {reason}")
            print(notes[-1], file=sys.stderr)
    told = [("MkDocs", version("mkdocs")), *((peer.name, peer.version) for peer in peers)]
    notes.append("Compared with " + ", ".join(" ".join(each) for each in told))
    return peers


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--studios", type=int, nargs="+", default=[100, 2500], help="sizes of sites")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--minutes", type=float, default=30, help="all must end by then, or is skipped or stopped")
    parser.add_argument("--results", type=Path, default=HERE / "results", help="where the table is kept")
    asked = parser.parse_args()
    deadline = time.monotonic() + asked.minutes * 60
    BENCH.mkdir(parents=True, exist_ok=True)
    table: list[Row] = []
    notes: list[str] = []
    peers, smaller = _found(notes), None
    for studios in sorted(asked.studios):
        bench = Bench(Jobs(studios, deadline, smaller))
        bench.measure(asked.runs, peers)
        table += rows(bench.jobs, bench.sizes)
        notes += bench.jobs.notes
        text = written(table, notes, asked.results)
        smaller = bench.jobs if FULL in bench.jobs.costs else smaller
    print(text)


if __name__ == "__main__":
    main()
