"""地区方位图上一个地区一格、一格一个地区；有工作室的地区都在图上，首页才按方位排。

Passes: 东区在第2列第1行，西区在第1列第1行，工作室都在这两个区。
Fails: 东区和西区都在第1列第1行；有一家工作室在北区，图上没有北区（提醒）。
"""

from collections.abc import Iterator

from laomo.problems.problem import Facts, Problem
from laomo.registry.registry import Registry

_FILE = "studios/site.yml"


def check(registry: Registry) -> Iterator[Problem]:
    cells: dict[tuple[int, int], str] = {}
    drawn: set[str] = set()
    for n, cell in enumerate(registry.site.region_map):
        other = cell.region if cell.region in drawn else cells.get((cell.column, cell.row))
        if other:
            facts: Facts = {"value": cell.region, "column": cell.column, "row": cell.row, "other": other}
            yield Problem(_FILE, "region-cell-taken", ("region_map", n), facts)
        cells.setdefault((cell.column, cell.row), cell.region)
        drawn.add(cell.region)
    if drawn:
        for name in registry.regions:
            if name not in drawn:
                yield Problem(_FILE, "region-not-on-map", ("region_map",), {"value": name}, severity="warning")
