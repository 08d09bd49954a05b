"""`make bench`: build times, compared with plain MkDocs, Hugo and Eleventy on the same pages in the same run.

Each row is the median of interleaved runs. Compare the ratios: seconds depend on the machine and its load.
Prints a Markdown table and writes it, with the figures as JSON, to `benchmarks/results/`. Our sites are kept in `.build/bench/`.
The sites have an address (`site_url`); the first build also makes the drawings (share cards, QR codes), which `--clean` leaves.
The run ends after `--minutes`: a job that is not expected to finish in time is skipped, one that takes longer is stopped, and
notes below the table say what is missing. Jobs that need too much disk space are skipped too: 25,000 studios need about 30 GB.
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

from jobs import DEMO, FIRST, FULL, READY, STOCK, Jobs, Wrong
from measure import Cost, files, run
from peers import PEERS, Missing, Peer, fault_in, pages, shell
from preview import preview
from report import Row, rows, write

HERE = Path(__file__).parent
BIN = Path(sys.executable).parent
BENCH = HERE.parent / ".build" / "bench"
SITE, PEER = 0.9e6, 0.4e6
"""Disk space in bytes per studio: for our own files, and for those of one peer (0.7 and 0.4 MB were measured)."""


class Bench:
    """Measures one size of site."""

    def __init__(self, jobs: Jobs) -> None:
        self.jobs, self.root = jobs, BENCH / f"studios-{jobs.studios}"
        self.sizes: list[int] = []
        """The size in bytes of each of our pages."""

    def measure(self, runs: int, peers: Sequence[Peer]) -> None:
        """Run all jobs in turn, `runs` times or until the time is up."""
        shutil.rmtree(self.root, ignore_errors=True)
        demo = self._command(BIN / "laomo", "demo", "--studios", str(self.jobs.studios), "--seed", "1", self.root)
        if (
            not self._room("all", SITE)
            or not self.jobs.fit(DEMO, FIRST, FULL)
            or not self.jobs.do(DEMO, lambda until: demo(until, BENCH))
        ):
            return
        _give_address(self.root / "mkdocs.yml")
        if not self.jobs.do(FIRST, self._command(BIN / "laomo", "build")):
            return
        for _ in range(runs):
            if not self.jobs.do(FULL, self._command(BIN / "laomo", "build", "--clean")):
                return
            self.sizes = [file.stat().st_size for file in files(self.root / "site") if file.suffix == ".html"]
            self._stock(whole=self._ours())
            ready = sum(file.suffix == ".md" for file in files(self.root / ".build/pages"))
            self.jobs.say(f"{ready:,} pages come from records; the peers get their Markdown")
            for peer in peers:
                self._peer(peer)

    def _ours(self) -> bool:
        """Run all of our jobs except the full build. Returns whether the build after the change of settings succeeded."""
        build = self._command(BIN / "laomo", "build")
        self.jobs.do("no change", build)
        studio = sorted(self.root.glob("studios/*/*/studio.yml"))[self.jobs.studios // 2]
        report = max(studio.parent.glob("[0-9]*.yml"))
        for name, file, change in (("one edit", studio, _edit_slogan), ("one deletion", report, Path.unlink)):
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
        _edit_slogan(studio)
        self.jobs.do("check, one edit", check)
        studio.write_bytes(was)
        return whole

    def _index(self, until: float) -> Cost:
        """The cost of the search index: time as measured by the script, memory of the whole process including the records."""
        with _emptied(self.root / "index") as folder:
            cost = self._command(sys.executable, HERE / "search_build.py", self.root, folder)(until)
            return replace(cost, **json.loads((folder / "seconds.json").read_text(encoding="utf-8")))

    def _stock(self, *, whole: bool) -> None:
        build = self._command(BIN / "mkdocs", "build", "--quiet", "--site-dir", self.root / "stock")
        with _emptied(self.root / "stock") as folder:
            if self._room(STOCK, PEER) and self.jobs.do(STOCK, _tolerant(build)) and whole:
                differing = _differing(self.root / "site", folder)
                self.jobs.say(f"{differing} files differ from those of MkDocs by itself")

    def _peer(self, peer: Peer) -> None:
        name, markdown = READY.format(peer.name), self.root / ".build/pages"
        if not self._room(name, PEER) or not self.jobs.fit(name):
            return
        with _emptied(self.root / "peer") as folder:
            peer.write(pages(markdown), shell(self.root / "site"), folder)

            def work(until: float) -> Cost:
                cost = _tolerant(self._command(*peer.command))(until, folder)
                if fault := fault_in(pages(markdown), folder / "public"):
                    raise Wrong(fault)
                return cost

            self.jobs.do(name, work)

    def _room(self, name: str, each: float) -> bool:
        """Whether the disk has room for `each` bytes per studio; adds a note if not."""
        needed, free = each * self.jobs.studios / 1e9, shutil.disk_usage(BENCH).free / 1e9
        if needed > free:
            self.jobs.say(f"{name}: skipped, it would take about {needed:.1f} GB of disk, {free:.1f} are free")
        return needed <= free

    def _command(self, *command: str | Path) -> Callable[..., Cost]:
        return lambda until, folder=self.root: run(command, folder, until)


@contextmanager
def _emptied(folder: Path) -> Iterator[Path]:
    """An empty folder that is removed afterwards, because at 100,000 studios only one peer's site fits on the disk besides ours."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _tolerant(work: Callable[..., Cost]) -> Callable[..., Cost]:
    """The job of a peer: if its command fails, it is not counted, but the run goes on. A failure of our own commands ends the run."""

    def tried(*when_and_where: object) -> Cost:
        try:
            return work(*when_and_where)
        except CalledProcessError as error:
            raise Wrong(f"it ended with {error.returncode}: {' '.join(str(error.stderr).split())[-300:]}") from error

    return tried


def _give_address(settings: Path) -> None:
    """Set the site's address, as every real site has one: only then are there share cards, QR codes, feeds and canonical addresses."""
    settings.write_text(f"site_url: https://showcase.example.org/\n{settings.read_text('utf-8')}", "utf-8")


def _edit_slogan(file: Path) -> None:
    """Change a studio's slogan, which its page and the listings show."""
    text = file.read_text(encoding="utf-8")
    lines = [line for line in text.splitlines(keepends=True) if not line.startswith("slogan:")]
    file.write_text("".join(lines) + "slogan: 焊缝会说话\n", encoding="utf-8")


def _differing(ours: Path, theirs: Path) -> int:
    """The number of files that only one of the folders contains or whose contents differ."""
    differing = 0
    for file in files(ours):
        other = theirs / file.relative_to(ours)
        differing += not other.is_file() or not filecmp.cmp(file, other, shallow=False)
    return differing + sum(not (ours / file.relative_to(theirs)).is_file() for file in files(theirs))


def _found(notes: list[str]) -> list[Peer]:
    """The peers that can run on this machine; for the others, the reason is added to the notes."""
    peers = []
    for find in PEERS:
        try:
            peers.append(find(BENCH / find.__name__))
        except Missing as reason:
            notes.append(f"{find.__name__.title()}: skipped, {reason}")
            print(notes[-1], file=sys.stderr)
    versions = [("MkDocs", version("mkdocs")), *((peer.name, peer.version) for peer in peers)]
    notes.append("Compared with " + ", ".join(" ".join(each) for each in versions))
    return peers


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--studios", type=int, nargs="+", default=[100, 2500], help="sizes of sites")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--minutes", type=float, default=30, help="all must end by then, or is skipped or stopped")
    parser.add_argument("--results", type=Path, default=HERE / "results", help="where the table is kept")
    options = parser.parse_args()
    deadline = time.monotonic() + options.minutes * 60
    BENCH.mkdir(parents=True, exist_ok=True)
    table: list[Row] = []
    notes: list[str] = []
    peers, smaller = _found(notes), None
    for studios in sorted(options.studios):
        bench = Bench(Jobs(studios, deadline, smaller))
        bench.measure(options.runs, peers)
        table += rows(bench.jobs, bench.sizes)
        notes += bench.jobs.notes
        text = write(table, notes, options.results)
        smaller = bench.jobs if FULL in bench.jobs.costs else smaller
    print(text)


if __name__ == "__main__":
    main()
