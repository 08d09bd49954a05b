"""What came of the faults: lines while it runs, a summary of a room, the report that is kept."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict

from benchmarks.mutants.trial import BROKEN, EQUIVALENT, LATE, MISSED, NOTICED, Verdict


def line(verdict: Verdict) -> str:
    """One fault in one line, a survivor in three."""
    head = f"{verdict.outcome:>8}  {verdict.file}:{verdict.line}  {verdict.kind}"
    if verdict.outcome != MISSED:
        return f"{head}  {verdict.by[:140]}"
    return f"{head}  ({verdict.tried} tests tried, {verdict.covered} run the line)\n    - {verdict.before}\n    + {verdict.after}"


def score(verdicts: Sequence[Verdict]) -> tuple[int, int]:
    """How many were noticed, of how many that count."""
    counts = Counter(each.outcome for each in verdicts)
    noticed = counts[NOTICED] + counts[LATE]
    return noticed, noticed + counts[MISSED]


def of_room(room: str, verdicts: Sequence[Verdict]) -> str:
    noticed, counted = score(verdicts)
    share = f"{100 * noticed / counted:.0f} %" if counted else "–"
    survivors = "\n".join(line(each) for each in verdicts if each.outcome == MISSED)
    return f"\n## {room}: {noticed} of {counted} noticed ({share})\n{survivors}\n"


def kept(seed: int, verdicts: Sequence[Verdict]) -> str:
    """What came of a room, as `report` reads it."""
    data = {"seed": seed, "verdicts": [asdict(each) for each in verdicts]}
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def report(rooms: Mapping[str, str]) -> str:
    """The report as Markdown, of what was kept of each room."""
    rows, verdicts = [], {}
    for room, text in rooms.items():
        data = json.loads(text)
        each = verdicts[room] = [Verdict(**verdict) for verdict in data["verdicts"]]
        noticed, counted = score(each)
        counts = Counter(verdict.outcome for verdict in each)
        share = f"{100 * noticed / counted:.0f} %" if counted else "–"
        rows.append(
            f"| {room} | {data['seed']} | {counted} | {noticed} | {share} | {counts[LATE]} | {counts[EQUIVALENT]} | {counts[BROKEN]} |"
        )
    survivors = [verdict for each in verdicts.values() for verdict in each if verdict.outcome == MISSED]
    listed = "".join(
        f"* `{each.file}:{each.line}`, {each.kind}, {each.tried} tests tried, {each.covered} run the line\n\n"
        f"      - {each.before}\n      + {each.after}\n\n"
        for each in survivors
    )
    return (
        "# Do the tests notice small faults?\n\nMade by `make mutants`: one random fault at a time, tried against the tests that run its "
        "line, then against others of its room.\nA fault that makes the tests run ten times as long counts as noticed; one that cannot be imported is not counted. A room that is not listed was not tried.\n\n"
        "| room | seed | faults | noticed | share | of these by time | marked as equivalent | not importable |\n|---|---|---|---|---|---|---|---|\n"
        + "\n".join(rows)
        + f"\n\n## Not noticed\n\n{listed or 'none'}"
    )
