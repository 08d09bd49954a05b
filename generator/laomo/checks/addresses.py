"""网址不相重：成果编号不用年份，那是年度报告的网址；也不用每家工作室都有的网页的名字。

Passes: 成果编号 quick-clamp，网址是 /studios/crane/quick-clamp/，年度报告在 /studios/crane/2024/。
Fails: 成果编号 2024，没有 2024.yml 也不行，以后会有；成果编号 sheet，那是展板。
"""

import re
from collections.abc import Iterator

from laomo.problems.problem import Problem
from laomo.records import layout
from laomo.records.layout import shown
from laomo.registry.registry import Registry


def check(registry: Registry) -> Iterator[Problem]:
    for studio in registry.studios:
        for year in studio.years:
            for n, achievement in enumerate(year.record.achievements):
                loc = ("achievements", n, "id")
                if achievement.id in layout.OF_EVERY_STUDIO:
                    yield Problem(shown(year.path), "achievement-id-taken", loc, {"value": achievement.id})
                elif layout.is_reserved(achievement.id):
                    yield Problem(shown(year.path), "reserved-name", loc, {"name": achievement.id})
                if re.fullmatch(r"\d{4}", achievement.id):
                    yield Problem(shown(year.path), "achievement-id-year", loc, {"value": achievement.id})
