"""Formats the figures as a Markdown table."""

from collections.abc import Callable

from benchmarks.search.measure import Answered, Figures
from benchmarks.search.natural import Line, Share, shares

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


NATURAL = (
    "Questions as ten kinds of people type them (`benchmarks/search/natural.txt`), answered by what the records say. Only the half is "
    "counted that nobody looks at while the search is improved. Of each group: the share with a right answer among the first three / "
    "as the first; after the dash, the share without any hit. For what no site can answer, no hit or a sentence that says so is right."
)


def natural_table(answered: list[Answered]) -> str:
    """The answers to the questions of people by kind and by asker, as Markdown."""
    lines = ["## Questions as people ask them", "", NATURAL, ""]
    heads = " | ".join(f"{each.engine} {each.studios:,}" for each in answered)
    for title, by in (("kind", lambda line: line.kind), ("asker", lambda line: line.asker)):
        lines += [f"| {title} | {heads} |", f"|---|{'---|' * len(answered)}", *_groups(answered, by), ""]
    costs = (f"{each.engine} {each.studios:,}: {_cost(each.sent)}" for each in answered)
    lines += [f"kB and requests before the first result, median and most: {'; '.join(costs)}.", ""]
    return "\n".join(lines)


def _groups(answered: list[Answered], by: Callable[[Line], str]) -> list[str]:
    columns = [shares(each.verdicts, by) | {"all": Share.of(each.verdicts)} for each in answered]
    names = dict.fromkeys(name for column in columns for name in column)
    names = dict.fromkeys([*(name for name in names if name != "all"), "all"])
    counts = {name: max(column[name].count for column in columns if name in column) for name in names}
    return [
        f"| {name} ({counts[name]}) | {' | '.join(_share(column.get(name)) for column in columns)} |" for name in names
    ]


def _share(share: Share | None) -> str:
    return f"{share.among_three:.0%} / {share.first:.0%} – {share.empty:.0%}" if share else "–"


def _cost(sent: list[tuple[int, int]]) -> str:
    size, requests = [each[0] for each in sent], sorted(each[1] for each in sent)
    middle = len(sent) // 2
    return f"{size[middle] / 1000:.0f} and {requests[middle]}, {size[-1] / 1000:.0f} and {requests[-1]}"


def _row(each: Figures) -> str:
    return (
        f"| {each.studios:,} | {each.engine} | {each.mean_recall:.2f} | {each.first:.0%} "
        f"| {each.bytes_median / 1000:.0f}, {each.bytes_most / 1000:.0f} | {each.warm:.0f} | {each.cold:.0f} "
        f"| {each.index_seconds:.1f} | {each.index_bytes / 1e6:.1f} | {each.index_files:,} |"
    )
