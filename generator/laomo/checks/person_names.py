"""姓名一栏只写一个人的姓名：没有数字、括号、标点，不带职务、职称和“等”字，也不是一个字、一家单位或两个人。

Passes: 领衔人“买买提·艾力”“欧阳娜”“李一〇八”“John Smith”。
Fails: 领衔人“王芳（女）”“王超等3人”“王健高级工程师”“王”。
"""

from collections.abc import Iterator

from laomo.problems.problem import Loc, Problem
from laomo.records.layout import shown
from laomo.registry.registry import Registry
from laomo.text import person_names

_Named = tuple[str, str, Loc]
"""A name, and the path and place where it is written."""


def check(registry: Registry) -> Iterator[Problem]:
    for name, path, loc in _names(registry):
        if reason := person_names.doubt(name):
            yield Problem(path, "name-unlikely", loc, {"value": name[:60], "reason": reason}, severity="warning")


def _names(registry: Registry) -> Iterator[_Named]:
    for studio in registry.studios:
        for n, leader in enumerate(studio.unredacted.leaders):
            yield leader.name, shown(studio.path), ("leaders", n, "name")
        for year in studio.years:
            pairs = year.unredacted.mentoring.pairs if year.unredacted.mentoring else ()
            for n, pair in enumerate(pairs):
                for field in ("mentor", "apprentice"):
                    yield getattr(pair, field), shown(year.path), ("mentoring", "pairs", n, field)
