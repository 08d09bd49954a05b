"""Formats the figures as a Markdown table."""

from benchmarks.search.measure import Figures

HEAD = (
    "| studios | | recall@10 | first hit first | kB before the first result: median, most "
    "| warm ms | cold ms | index CPU s | MB on disk | files |"
)
ABOUT = (
    "Made by `make bench-search`: same records, questions and Chromium, in one run. Up to {each} questions of each class, "
    "drawn with seed {seed}; an answer is a page. Bytes as sent, gzip 6. Cold: 8 Mbit/s, 80 ms round trip, nothing cached. "
    "Index time: seconds of processor time; of Material, what its plugin adds to a build."
)


def table(figures: list[Figures], skipped: list[str], *, seed: int, each: int) -> str:
    """The engines at each size, the recall by class, and what was skipped, as Markdown."""
    lines = [
        "# Search: ours, Material's with jieba, Pagefind as shipped",
        "",
        ABOUT.format(each=each, seed=seed),
        "",
        HEAD,
        "|---|---|---|---|---|---|---|---|---|---|",
        *(_row(each) for each in figures),
        "",
        "Recall by class:",
        "",
        f"| | {' | '.join(f'{each.engine} {each.studios}' for each in figures)} |",
        f"|---|{'---|' * len(figures)}",
    ]
    for kind in figures[0].recall if figures else ():
        values = (f"{each.recall[kind]:.2f}" if kind in each.recall else "–" for each in figures)
        lines.append(f"| {kind.replace('_', ' ')} | {' | '.join(values)} |")
    lines += ["", f"Left out for want of time: {'; '.join(skipped) or 'nothing'}.", ""]
    return "\n".join(lines)


def _row(each: Figures) -> str:
    return (
        f"| {each.studios:,} | {each.engine} | {each.mean_recall:.2f} | {each.first:.0%} "
        f"| {each.bytes_median / 1000:.0f}, {each.bytes_most / 1000:.0f} | {each.warm:.0f} | {each.cold:.0f} "
        f"| {each.index_seconds:.1f} | {each.index_bytes / 1e6:.1f} | {each.index_files:,} |"
    )
