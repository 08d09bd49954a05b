"""python -m benchmarks.mutants [--room text …] [--seed 1] [--mutants 30] [--minutes 20] [--at FILE:LINE]: prints who survives."""

import argparse
import os
import time
from pathlib import Path

from benchmarks.mutants import faults, rooms, table
from benchmarks.mutants.hunt import Budget, hunting

ROOT = Path(__file__).parents[2]
RESULT = ROOT / "benchmarks/results/mutants.md"


def main() -> None:
    """Map what tests run, try the faults, and say what came of them."""
    asked = _asked()
    folder = Path(os.environ.get("LAOMO_MUTANTS", ROOT / ".build/mutants"))
    budget = Budget(None if asked.at else asked.mutants, asked.minutes, asked.seconds, asked.browser, asked.prove)
    asked_rooms = [asked.at] if asked.at else asked.room or list(rooms.ROOMS)
    with hunting(ROOT, folder, asked.workers) as hunt:
        hunt.learn(["tests/"] if asked.map else [rooms.tests_of(ROOT, each) for each in asked_rooms])
        choice = hunt.choice()
        print(f"{len(choice.tests):,} tests are known", flush=True)
        for room in asked_rooms:
            mutants = faults.at(ROOT, room) if asked.at else faults.of(ROOT, room, asked.seed)
            verdicts = list(hunt.verdicts(choice, mutants, budget))
            print(table.of_room(room, verdicts), flush=True)
            (folder / f"{room.replace('/', '_')}.json").write_text(table.kept(asked.seed, verdicts), encoding="utf-8")
    if asked.record:
        done = {room: (folder / f"{room}.json") for room in rooms.ROOMS}
        texts = {room: file.read_text(encoding="utf-8") for room, file in done.items() if file.exists()}
        RESULT.write_text(table.report(texts), encoding="utf-8")


def _asked() -> argparse.Namespace:
    options = argparse.ArgumentParser(prog="mutants", description="Do the tests notice small random faults?")
    say, today = options.add_argument, int(time.strftime("%Y%m%d"))
    say("--room", nargs="*", help=f"rooms or paths; {', '.join(rooms.ROOMS)}; without it: all")
    say("--at", help="every fault at FILE:LINE")
    say("--seed", type=int, default=today, help="another seed, other faults; without it: today")
    say("--mutants", type=int, default=30, help="faults per room")
    say("--minutes", type=float, default=600, help="no fault is begun in a room after this time")
    say("--seconds", type=float, default=30, help="of the processor, for the wider tests of one fault")
    say("--browser", type=float, default=0, help="of the processor, for its tests in a browser")
    say("--workers", type=int, default=2, help="processes, each with a copy of the checkout")
    say(
        "--map",
        action="store_true",
        help="look at the lines of all tests that are new or have changed, not only of those of the rooms",
    )
    say("--prove", action="store_true", help="a test that notices must pass by itself without the fault")
    say("--record", action="store_true", help="write benchmarks/results/mutants.md: of each room what came of it last")
    asked = options.parse_args()
    try:
        for room in [asked.at.rpartition(":")[0]] if asked.at else asked.room or ():
            rooms.files(ROOT, room)
    except ValueError as fault:
        options.error(str(fault))
    return asked


if __name__ == "__main__":
    main()
