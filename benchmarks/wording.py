"""How far the wording of a large demonstration repeats itself: `python -m benchmarks.wording 2500`, from the root of the repository."""

import sys
import time

import yaml
from tests.tools.demo import wording

from laomo.tools import demo

LIMIT = 0.6
SHOWN = 25


def main(studios: int) -> None:
    """Print the pairs of achievements that are most alike and the phrases that return most often."""
    files = [
        (path, yaml.load(content, yaml.CBaseLoader))  # noqa: S506 (it makes strings only)
        for path, content in demo.generate(studios, 2013)
        if len(path.parts) == 4
    ]
    profiles = [record for path, record in files if path.name == "studio.yml"]
    years = [record for path, record in files if path.name != "studio.yml"]
    texts = [wording.wording(achievement) for year in years for achievement in year.get("achievements", ())]
    start = time.perf_counter()
    pairs = wording.alike(texts, 0.5)
    over = sum(pair.ratio > LIMIT for pair in pairs)
    print(
        f"{len(texts):,} achievements, compared in {time.perf_counter() - start:.0f} s: {over} pairs above {LIMIT:.0%}"
    )
    for pair in pairs[:3]:
        print(f"{pair.ratio:.1%}\n  {texts[pair.one]}\n  {texts[pair.other]}")
    for kind, records in (("profiles", profiles), ("years", years)):
        print(f"{len(records):,} {kind}; phrases in most of them:")
        for phrase, count in wording.phrases(records).most_common(SHOWN):
            print(f"  {phrase} {count} ({count / len(records):.2%})")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2500)
