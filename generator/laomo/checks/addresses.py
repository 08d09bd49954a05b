"""No two pages share an address: an achievement's id never looks like a year, whose page is the annual report.

Passes: `id: quick-clamp` at /studios/crane/quick-clamp/, beside the annual report at /studios/crane/2024/.
Fails: `id: 2024`, even while there is no 2024.yml: it may come.
"""

import re
from collections.abc import Iterator

from laomo.diagnostics import Problem
from laomo.load import shown
from laomo.registry import Registry


def check(registry: Registry) -> Iterator[Problem]:
    for studio in registry.studios:
        for year in studio.years:
            for n, achievement in enumerate(year.record.achievements):
                if re.fullmatch(r"\d{4}", achievement.id):
                    loc = ("achievements", n, "id")
                    yield Problem(shown(year.path), "achievement-id-year", loc, {"value": achievement.id})
