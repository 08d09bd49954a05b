"""`make bench-houses`: what it costs to gather a province out of its houses and to build it, beside one flat site of the same size.

Prints a table and writes it to `benchmarks/results/houses.md`. Processor seconds are those of the whole process tree. The flat site is a demo of as many studios; it has a page for each
annual report, which the province leaves to the houses (`full` asks for them, so that the same pages are compared).
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from measure import Cost, run

HERE = Path(__file__).parent
LAOMO = Path(sys.executable).with_name("laomo")
GIVE = """import sys
from pathlib import Path
from laomo import generate
from laomo.project import Project
for root in map(Path, sys.argv[1:]):
    checked = generate.check(Project(root))
    generate.generate(Project(root), checked.registry)
"""
"""Makes what a house publishes for its upper one, without rendering its pages."""


def main(place: Path, houses: int, studios: int, *, full: bool) -> None:
    """Measure one size."""
    run([LAOMO, "demo", "--houses", str(houses), "--studios", str(studios), place / "houses"], place)
    run([LAOMO, "demo", "--studios", str(studios), place / "flat"], place)
    settings = place / "flat/mkdocs.yml"
    settings.write_text(f"site_url: https://flat.example.org/\n{settings.read_text('utf-8')}", "utf-8")
    cities = sorted(path for path in (place / "houses").iterdir() if path.name != "province")
    for city in cities:
        if full:
            with (city / "studios/upward.yml").open("a", encoding="utf-8") as upward:
                upward.write("full_pages: 是\n")
    run([sys.executable, "-c", GIVE, *cities], place)
    province = place / "houses/province"
    listed = province / "studios/houses.yml"
    listed.write_text(listed.read_text("utf-8").replace("/site", "/.build/pages"), "utf-8")
    costs = {"gather": run([LAOMO, "gather"], province), "gather again": run([LAOMO, "gather"], province)}
    costs["first build"] = run([LAOMO, "build"], province)
    run([LAOMO, "build"], place / "flat")
    costs["full build"] = run([LAOMO, "build", "--clean"], province)
    costs["flat site: full build"] = run(
        [LAOMO, "build", "--clean"], place / "flat"
    )  # at once: on a busy machine the caches are another's
    print(costs, flush=True)
    profile = min(cities[0].glob("studios/*/*/studio.yml"))
    profile.write_text(profile.read_text("utf-8").replace("slogan: ", "slogan: 再进一步，"), "utf-8")
    run([sys.executable, "-c", GIVE, cities[0]], place)
    costs["one house changed: gather"] = run([LAOMO, "gather"], province)
    costs["one house changed: build"] = run([LAOMO, "build"], province)
    recall = [sys.executable, "-m", "benchmarks.search.province", province, place / "flat"]
    found = subprocess.run(recall, cwd=HERE.parent, capture_output=True, text=True, check=True).stdout
    table = "\n".join([_head(houses, studios, full=full), *(_row(name, cost) for name, cost in costs.items())])
    ratio = costs["full build"].processor / costs["flat site: full build"].processor
    said = f"{table}\n\nFull build of the province: {ratio:.2f} times the processor time of the flat site.\n\n{found}"
    print(said)
    result = HERE / "results/houses.md"
    result.write_text(f"# A province out of its houses\n\nMade by `make bench-houses`.\n\n{said}", "utf-8")


def _head(houses: int, studios: int, *, full: bool) -> str:
    pages = "full pages" if full else "short pages"
    return f"{studios:,} studios in {houses} houses, {pages}:\n\n| job | seconds | processor | megabytes |\n| --- | --- | --- | --- |"


def _row(name: str, cost: Cost) -> str:
    return f"| {name} | {cost.wall:.1f} | {cost.processor:.1f} | {cost.memory:.0f} |"


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--houses", type=int, default=18)
    arguments.add_argument("--studios", type=int, default=2_500)
    arguments.add_argument("--folder", type=Path, help="where to work, and to leave the sites")
    arguments.add_argument("--full", action="store_true", help="members ask for full pages")
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        main(given.folder or Path(folder), given.houses, given.studios, full=given.full)
