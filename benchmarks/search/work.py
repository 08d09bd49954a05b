"""python -m benchmarks.search.work SITE [--show]: the half of people's questions to work on, asked in node.

SITE is a folder for the records of a demo site, made when it is missing (`--studios N`), and for its index, which is made anew.
Prints the shares by kind and by asker, and with `--show` each question without a right answer among the first three.
"""

import argparse
import gzip
import shutil
import statistics
from pathlib import Path

from benchmarks.search import corpus, drawn
from benchmarks.search.natural import Share, Verdict, shares
from benchmarks.search.said import Said
from tests.pages.search.answers import ask

from laomo import generate
from laomo.pages.search import index
from laomo.project import Project
from laomo.system.output import OutputWriter


def main() -> None:
    """Ask, judge, print."""
    options = argparse.ArgumentParser(prog="work")
    options.add_argument("site", type=Path)
    options.add_argument("--studios", type=int, default=100)
    options.add_argument("--seed", type=int, default=20260101)
    options.add_argument("--show", action="store_true")
    asked = options.parse_args()
    exists = asked.site.is_dir()
    registry = (
        generate.check(Project(asked.site)).registry
        if exists
        else corpus.records(asked.studios, asked.seed, asked.site)
    )
    if registry is None:
        raise SystemExit("faulty records")
    articles, made = corpus.articles(registry, asked.site), asked.site / "site"
    shutil.rmtree(made, ignore_errors=True)
    for output in index.outputs(registry, articles):
        OutputWriter(made)(output)
    natural = [each for each in drawn.questions(Said(registry, articles)) if not each.line.reported]
    answers = ask(made / "search", [each.text for each in natural])
    verdicts = [
        Verdict.of(each, list(dict.fromkeys(map(corpus.page, answer.urls))), answer.notes)
        for each, answer in zip(natural, answers, strict=True)
    ]
    for verdict, answer in zip(verdicts, answers, strict=True):
        if asked.show and not 0 <= verdict.place < 3:
            print(f"{verdict.question.line.kind}: {verdict.question.text} → {answer.urls[:3]} {''.join(answer.notes)}")
    for name, share in (
        *shares(verdicts, lambda line: line.kind).items(),
        *shares(verdicts, lambda line: line.asker).items(),
        ("all", Share.of(verdicts)),
    ):
        print(f"{name} {share.count}: {share.among_three:.0%} / {share.first:.0%} – {share.empty:.0%}")
    sizes = [sum(_size(made / "search" / file) for file in answer.files) for answer in answers]
    print(f"index: {statistics.median(sizes):,.0f} bytes, {statistics.median(len(a.files) for a in answers)} files")


def _size(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), 6)) if file.is_file() else 0


if __name__ == "__main__":
    main()
