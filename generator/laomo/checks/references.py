"""档案里提到的都存在：工会、工作室、成果、行业。

Passes: 任务表里 union: yuxin，unions.yml 里有编号 yuxin。
Fails: 决定里 studio: port-crain，文件夹叫 port-crane。
"""

import difflib
from collections.abc import Collection, Iterator
from pathlib import PurePosixPath

from laomo.problems.problem import Facts, Loc, Problem
from laomo.records import models
from laomo.records.layout import shown
from laomo.registry.registry import Registry


def check(registry: Registry) -> Iterator[Problem]:
    yield from _unions(registry)
    yield from _studios(registry)
    for studio in registry.studios:
        yield from _industry(registry, studio.record, shown(studio.path))
        if registry.unreadable(studio.id):
            continue  # the results of its projects may be in the file that could not be read
        results = {item.id for year in studio.years for item in year.record.achievements}
        for year in studio.years:
            for p, project in enumerate(year.record.projects):
                for r, result in enumerate(project.results):
                    if result not in results:
                        facts = {"value": result, "suggestion": _closest(result, results)}
                        yield Problem(shown(year.path), "unknown-result", ("projects", p, "results", r), facts)


def _unions(registry: Registry) -> Iterator[Problem]:
    known = registry.union_by_id
    named: list[tuple[Loc, str | None]]
    for path, record in registry.records.items():
        if isinstance(record, models.UnionsRecord):
            named = [(("unions", n, "parent"), union.parent) for n, union in enumerate(record.unions)]
        elif isinstance(record, models.TargetRecord):
            named = [(("rows", n, "union"), row.union) for n, row in enumerate(record.rows)]
        elif isinstance(record, models.StudioRecord):
            named = [(("co_unions", n), union) for n, union in enumerate(record.co_unions)]
            if path.parts[0] not in known:
                facts = {"field": "folder", "value": path.parts[0], "suggestion": _closest(path.parts[0], known)}
                yield Problem(shown(path), "unknown-union", (), facts)
        else:
            continue
        for loc, union in named:
            if union is not None and union not in known:
                facts = {"field": "union", "value": union, "suggestion": _closest(union, known)}
                yield Problem(shown(path), "unknown-union", loc, facts)


def _studios(registry: Registry) -> Iterator[Problem]:
    known = {*registry.studio_by_id, *(path.parts[1] for path in registry.broken if path.name == "studio.yml")}
    for path, decision in registry.decisions:
        for n, named in enumerate(decision.studios):
            if named.studio not in known and registry.is_of_member(named.studio):
                loc: Loc = ("studios", n, "studio")
                yield Problem(shown(path), "house-studio-gone", loc, {"value": named.studio}, severity="warning")
            elif named.studio not in known:
                facts = {"field": "studio", "value": named.studio, "suggestion": _closest(named.studio, known)}
                yield Problem(shown(path), "unknown-studio", ("studios", n, "studio"), facts)
    for n, featured in enumerate(registry.site.featured):
        if featured not in known and registry.is_of_member(featured):
            loc = ("featured", n)
            yield Problem("studios/site.yml", "house-studio-gone", loc, {"value": featured}, severity="warning")
        elif featured not in known:
            facts = {"field": "featured-studio", "value": featured, "suggestion": _closest(featured, known)}
            yield Problem("studios/site.yml", "unknown-studio", ("featured", n), facts)


def _industry(registry: Registry, record: models.StudioRecord, path: str) -> Iterator[Problem]:
    unread = PurePosixPath("vocabulary.yml") in registry.broken  # it may name the industry
    if record.industry and not unread and record.industry not in registry.industries:
        facts: Facts = {"value": record.industry, "choices": tuple(registry.industries)}
        yield Problem(path, "unknown-industry", ("industry",), facts)


def _closest(value: str, known: Collection[str]) -> str:
    """The known name that was probably meant; empty if none is close."""
    return "".join(difflib.get_close_matches(value, known, 1, 0.6))
