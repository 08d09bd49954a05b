"""先有成果，后有认可：认定年份不早于成果所在的年度。

Passes: 2013年的成果，认定年份 2014。
Fails: 2013年的成果，认定年份 2012。
"""

from collections.abc import Iterator

from laomo.problems.problem import Facts, Problem
from laomo.records.layout import shown
from laomo.registry.registry import Registry


def check(registry: Registry) -> Iterator[Problem]:
    for studio in registry.studios:
        for year in studio.years:
            for a, achievement in enumerate(year.unredacted.achievements):
                for r, recognition in enumerate(achievement.recognised_by):
                    if recognition.year and recognition.year < year.year:
                        facts: Facts = {"value": recognition.year, "year": year.year, "title": achievement.title}
                        loc = ("achievements", a, "recognised_by", r, "year")
                        yield Problem(shown(year.path), "recognition-before-achievement", loc, facts)
