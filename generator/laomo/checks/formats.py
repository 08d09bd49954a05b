"""档案格式不比程序新：旧程序读新档案，会把意思读错。

Passes: site.yml 里 format 写 1，程序用的也是 1。
Fails: format 写 99；请先升级程序。
"""

from collections.abc import Iterator

from laomo.problems.problem import Problem
from laomo.records import models
from laomo.registry.registry import Registry


def check(registry: Registry) -> Iterator[Problem]:
    if registry.site.format > models.FORMAT:
        facts = {"format": registry.site.format, "ours": models.FORMAT}
        yield Problem("studios/site.yml", "format-newer", ("format",), facts)
