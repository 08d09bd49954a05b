"""No two pages share an address: an achievement's id is neither a year, whose page is the annual report, nor a page of every studio.

Passes: `id: quick-clamp` at /studios/crane/quick-clamp/, beside the annual report at /studios/crane/2024/.
Fails: `id: 2024`, even while there is no 2024.yml: it may come. `id: sheet`, where the exhibition sheet stands.
"""

import re
from collections.abc import Iterator

from laomo import urls
from laomo.diagnostics import Problem
from laomo.load import shown
from laomo.registry import Registry


def check(registry: Registry) -> Iterator[Problem]:
    for studio in registry.studios:
        for year in studio.years:
            for n, achievement in enumerate(year.record.achievements):
                loc = ("achievements", n, "id")
                if achievement.id in urls.OF_EVERY_STUDIO:
                    yield Problem(shown(year.path), "achievement-id-taken", loc, {"value": achievement.id})
                if re.fullmatch(r"\d{4}", achievement.id):
                    yield Problem(shown(year.path), "achievement-id-year", loc, {"value": achievement.id})
