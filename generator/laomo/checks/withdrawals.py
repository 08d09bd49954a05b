"""撤回公开的人不留名：档案里写了 withdrawn，或个人荣誉全部撤销的，名字还留在工作室名称、故事、小结等文字里，就提醒改写；别的工会还在公开同一个人，也提醒那家工会。

Passes: 领衔人写了 withdrawn，全站别处没有这个名字。
Fails: 领衔人写了 withdrawn，而年度小结里还写着他的名字。
"""

from collections.abc import Iterator

from laomo.checks.leaves import leaves
from laomo.problems.problem import Loc, Problem
from laomo.records import models
from laomo.records.layout import shown
from laomo.registry.registry import Registry
from laomo.text.person_names import key, stands_in


def check(registry: Registry) -> Iterator[Problem]:
    names, view = registry.withdrawn, registry.public_view
    if not names:
        return
    names_by_folder = {
        studio.path.parent: view.names(studio.union.id) - {key(leader.name) for leader in studio.record.leaders}
        for studio in registry.studios
    }
    yield from _elsewhere(registry)
    for path, record in registry.records.items():
        hidden = names_by_folder.get(path.parent, set())
        for loc, value in leaves(record, frozenset(), str):
            if not _is_redacted(record, loc, hidden):
                for name in sorted(name for name in names if stands_in(name, value)):
                    code = "withdrawn-in-name" if loc[0] in ("name", "former_names") else "withdrawn-in-text"
                    yield Problem(shown(path), code, loc, {"name": name}, severity="warning")


def _elsewhere(registry: Registry) -> Iterator[Problem]:
    """Leaders whom one union shows and who have withdrawn in the records of another."""
    for studio in registry.studios:
        for n, leader in enumerate(studio.unredacted.leaders):
            for other in registry.public_view.elsewhere(leader, studio.unredacted, studio.union.id):
                unions = {"union": studio.union.name, "other": registry.union_by_id[other].name}
                place = (shown(studio.path), "withdrawn-elsewhere", ("leaders", n, "name"))
                yield Problem(*place, {"name": leader.name, **unions}, severity="warning")


def _is_redacted(record: models.Record, loc: Loc, hidden: set[str]) -> bool:
    """Whether pages never show this place: an entry or a pair of a withdrawn person, the host's own list, or the internal part of a year."""
    if isinstance(record, models.SiteRecord):
        return loc[0] == "withdrawn"
    if isinstance(record, models.StudioRecord) and loc[0] == "leaders":
        return key(record.leaders[int(loc[1])].name) in hidden or loc[2] == "name"
    if isinstance(record, models.YearRecord) and record.mentoring and loc[:2] == ("mentoring", "pairs"):
        pair = record.mentoring.pairs[int(loc[2])]
        return bool(hidden & {key(pair.mentor), key(pair.apprentice)})
    return loc[0] == "report"
