"""Turns the figures into rows, and the rows into a table."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from jobs import DEMO, READY, STOCK, Jobs

HEAD = """\
# Builds: ours, MkDocs by itself, Hugo, Eleventy

Made by `make bench`: the same invented records, medians of runs in turn, ratios first. The site of MkDocs by itself is made of the same records by
the same plugin; Hugo and Eleventy get our finished Markdown and our finished shell as their layout, so they read no records, check nothing, copy no
pictures, and make neither search index nor open data. Their time counts when every page is there and a sample of pages has all its words.
Search index alone: making and writing it, without reading the records. Processor: seconds of all processes. Megabytes: the most that all processes
held at once, shared memory counted once. Largest process: the most megabytes of a single one, what it shares counted in full.
The sites have an address (`site_url`), so they have share cards, QR codes and feeds. The first build draws these; a full build (`--clean`) finds the
drawings there. Figures of before November 2026, without an address, are in `build-without-address.md`.

"""

Row = dict[str, object]


def rows(jobs: Jobs, sizes: Sequence[int]) -> list[Row]:
    """One row per job: ratios to Hugo and plain MkDocs, seconds, megabytes. `sizes` are the sizes of all pages in bytes."""
    hugo, stock = jobs.typical(READY.format("Hugo")), jobs.typical(STOCK)
    return [
        {
            "studios": jobs.studios,
            "pages": len(sizes),
            "bytes per page": sum(sizes) // len(sizes),
            "job": name,
            "of Hugo": round(cost.wall / hugo.wall, 2) if hugo else None,
            "of MkDocs": round(cost.wall / stock.wall, 2) if stock else None,
            "seconds": round(cost.wall, 2),
            "processor": round(cost.processor, 2),
            "megabytes": round(cost.memory),
            "largest process": round(cost.largest),
            "runs": len(jobs.costs[name]),
        }
        for name in jobs.costs
        if name != DEMO and (cost := jobs.typical(name))
    ]


def write(rows: Sequence[Row], notes: Iterable[str], folder: Path) -> str:
    """Write the table and its figures into a folder; returns the table."""
    unique_notes = list(dict.fromkeys(notes))
    text = HEAD + _table(rows) + "".join(f"\n* {note}" for note in unique_notes) + "\n"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "build.md").write_text(text, encoding="utf-8")
    data = json.dumps({"rows": rows, "notes": unique_notes}, ensure_ascii=False, indent=1)
    (folder / "build.json").write_text(data + "\n", encoding="utf-8")
    return text


def _table(rows: Sequence[Row]) -> str:
    if not rows:
        return "Nothing was measured.\n"
    heads = list(rows[0])
    lines = [heads, ["---"] * len(heads), *([("–" if row[h] is None else str(row[h])) for h in heads] for row in rows)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
