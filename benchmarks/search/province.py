"""python -m benchmarks.search.province PROVINCE FLAT: recall over a gathered province, beside a flat site of as many studios.

The same questions, drawn from the records of each, as `benchmarks.search` asks; answered by the site's own scripts in node. Prints a table.
"""

import argparse
import gzip
import tempfile
from collections import defaultdict
from pathlib import Path
from statistics import mean, median

from benchmarks.search import corpus
from tests.pages.search.answers import ask

from laomo import generate
from laomo.pages.search import index
from laomo.project import Project

SEED, EACH = 20260101, 200
"""The seed is that of `benchmarks.search`."""


def recall(site: Path) -> tuple[dict[str, float], float]:
    """Mean recall in the first ten hits by class of question, and the median of kilobytes of index that a question loads (gzip)."""
    registry = generate.check(Project(site)).registry
    if registry is None:
        raise RuntimeError(f"faulty records in {site}")
    asked = corpus.questions(registry, SEED, EACH)
    recalls, loaded = defaultdict[str, list[float]](list), []
    with tempfile.TemporaryDirectory() as folder:
        for output in index.outputs(registry, corpus.articles(registry, site)):
            file = Path(folder, output.path)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(output.data)
        shards = Path(folder, "search")
        sizes = {file.name: len(gzip.compress(file.read_bytes(), 6)) for file in shards.iterdir()}
        for question, answer in zip(asked, ask(shards, [each.text for each in asked]), strict=True):
            hits = list(dict.fromkeys(map(corpus.page, answer.urls)))[:10]
            recalls[question.kind].append(len(question.pages & set(hits)) / question.wanted)
            loaded.append(sum(sizes.get(file, 0) for file in answer.files))
    return {kind: mean(values) for kind, values in recalls.items()}, median(loaded) / 1000


def table(province: Path, flat: Path) -> str:
    """Both as Markdown."""
    (above, more), (alone, kilobytes) = recall(province), recall(flat)
    rows = [
        f"| {kind.replace('_', ' ')} | {above.get(kind, 0):.2f} | {alone.get(kind, 0):.2f} |" for kind in above | alone
    ]
    head = f"Recall@10 by class, up to {EACH} questions of each, by `python -m benchmarks.search.province`:\n\n| class | province | flat |\n| --- | --- | --- |"
    return "\n".join([head, *rows, f"| kB of index for a question, median | {more:.0f} | {kilobytes:.0f} |"])


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("province", type=Path)
    arguments.add_argument("flat", type=Path)
    given = arguments.parse_args()
    print(table(given.province, given.flat))
