"""`make bench-many-houses`: what it costs to gather very many houses: in one process, in several, and on Dask with two workers.

A few houses are made in full; the others are their copies under names of their own, for to make them all would take a hundred times as long as to gather them. Prints a table and
adds it to `benchmarks/results/many-houses.md`. Processor seconds are those of the whole process tree; on Dask, scheduler and workers included. With `--build`, the province is built
from what was gathered, and beside it one flat site of as many studios.
"""

import argparse
import json
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from houses import GIVE, LAOMO
from measure import Cost, run

from laomo.records.yaml import writer

WHOLE = 10
"""So many houses are made in full."""
_DASK = """set -e
export DASK_DISTRIBUTED__WORKER__DAEMON=False
"$0" -m distributed.cli.dask_scheduler --host 127.0.0.1 --port 8799 --no-dashboard &
scheduler=$!
"$0" -m distributed.cli.dask_worker tcp://127.0.0.1:8799 --no-nanny --nthreads 1 --no-dashboard --host 127.0.0.1 --local-directory "$2" &
one=$!
"$0" -m distributed.cli.dask_worker tcp://127.0.0.1:8799 --no-nanny --nthreads 1 --no-dashboard --host 127.0.0.1 --local-directory "$2" &
two=$!
sleep 10
"$1" gather --scheduler tcp://127.0.0.1:8799
kill $one $two; wait $one $two || true
kill $scheduler; wait $scheduler || true
"""

WAYS: dict[str, list[str | Path]] = {
    "one process": ["taskset", "-c", "0", LAOMO, "gather"],
    "two processes": [LAOMO, "gather"],
    "Dask, two workers": ["bash", "-c", _DASK, "PYTHON", LAOMO, "PLACE"],
}


def main(place: Path, houses: int, studios: int, names: list[str], *, build: bool) -> None:
    """Measure one size. `names` are the ways to gather."""
    made = place / "whole"
    if not made.is_dir():
        run([LAOMO, "demo", "--houses", str(WHOLE), "--studios", str(studios * WHOLE // houses), made], place)
        run([sys.executable, "-c", GIVE, *_cities(made)], place)
    province = shutil.copytree(made / "province", place / "province")
    members = [_copy(city, place, number) for number in range(houses // WHOLE) for city in _cities(made)]
    _list(province, members)
    costs: dict[str, Cost] = {}
    for name in names:
        command = [sys.executable if each == "PYTHON" else place if each == "PLACE" else each for each in WAYS[name]]
        for house in members:
            shutil.rmtree(province / "studios" / house.name, ignore_errors=True)
        shutil.rmtree(province / ".build", ignore_errors=True)
        costs[name] = run(command, province)
        print(name, costs[name], flush=True)
    taken = len(list(province.glob("studios/*/*/studio.yml")))
    costs["again, nothing changed"] = run([LAOMO, "gather"], province)
    if build:
        costs["first build"] = run([LAOMO, "build"], province)
        costs["full build"] = run([LAOMO, "build", "--clean"], province)
        run([LAOMO, "demo", "--studios", str(studios), place / "flat"], place)
        settings = place / "flat/mkdocs.yml"
        settings.write_text(f"site_url: https://flat.example.org/\n{settings.read_text('utf-8')}", "utf-8")
        run([LAOMO, "build"], place / "flat")
        costs["flat site: full build"] = run([LAOMO, "build", "--clean"], place / "flat")
    rows = [f"| {name} | {each.wall:.1f} | {each.processor:.1f} | {each.memory:.0f} |" for name, each in costs.items()]
    head = f"{studios:,} studios in {houses} houses, {taken:,} taken:\n\n| gather | seconds | processor | megabytes |\n| --- | --- | --- | --- |"
    said = "\n".join([head, *rows])
    print(said)
    result = Path(__file__).parent / "results/many-houses.md"
    before = (
        result.read_text("utf-8") if result.is_file() else "# Very many houses\n\nMade by `make bench-many-houses`.\n"
    )
    result.write_text(f"{before}\n{said}\n", "utf-8")


def _cities(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.name != "province")


def _copy(city: Path, place: Path, number: int) -> Path:
    """What a house gives, as one of another name would give it."""
    pages = city / ".build/pages"
    name = f"{city.name}{number}"
    edition = json.loads((pages / "data/edition.json").read_text("utf-8"))
    called = edition["place"].removesuffix("市")
    copy = place / "houses" / name

    def renamed(text: str) -> str:
        text = text.replace(f'"house": "{city.name}"', f'"house": "{name}"').replace(f"//{city.name}.", f"//{name}.")
        return re.sub(f"{called}(?!第)", f"{called}第{number}", text)

    def changed(text: str) -> str:
        facts = json.loads(renamed(text))
        facts["studio"]["units"] = [f"{unit}第{number}厂" for unit in facts["studio"]["units"]]  # else they were twins
        return json.dumps(facts, ensure_ascii=False)

    for listed, told in ((edition["files"], changed), (edition["papers"], renamed)):
        for path in listed:
            file = copy / path
            file.parent.mkdir(parents=True, exist_ok=True)
            data = (pages / path).read_bytes()
            file.write_bytes(told(data.decode()).encode() if path.endswith(".json") else data)
            listed[path] = sha256(file.read_bytes()).hexdigest()
    (copy / "data/edition.json").write_text(renamed(json.dumps(edition, ensure_ascii=False, indent=1)), "utf-8")
    return copy


def _list(province: Path, members: list[Path]) -> None:
    """Name the houses in the province's records."""
    top = {"id": "donglan", "name": "东岚省总工会", "kind": "省总工会"}
    unions: list[writer.Value] = [top, *_unions(members)]
    listed: list[writer.Value] = [{"id": each.name, "source": str(each)} for each in members]
    (province / "studios/unions.yml").write_bytes(writer.write({"unions": unions}))
    (province / "studios/houses.yml").write_bytes(writer.write({"houses": listed}))
    shutil.rmtree(province / "studios/targets")


def _unions(members: list[Path]) -> Iterator[dict[str, writer.Value]]:
    for number, each in enumerate(members):
        yield {"id": each.name, "name": f"第{number + 1}市总工会", "kind": "市总工会", "parent": "donglan"}


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--houses", type=int, default=40)
    arguments.add_argument("--studios", type=int, default=10_000)
    arguments.add_argument("--folder", type=Path, help="where to work; what is made in full there is used again")
    arguments.add_argument("--ways", nargs="+", choices=WAYS, default=[*WAYS])
    arguments.add_argument(
        "--build", action="store_true", help="build the province, too, and a flat site of as many studios"
    )
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = given.folder.absolute() if given.folder else Path(folder)
        main(place, given.houses, given.studios, given.ways, build=given.build)
