"""撤回公开的人不留名：档案里写了 withdrawn，或个人荣誉全部撤销的，名字还留在工作室名称、故事、小结等文字里，就提醒改写。

Passes: 领衔人写了 withdrawn，全站别处没有这个名字。
Fails: 领衔人写了 withdrawn，而年度小结里还写着他的名字。
"""

from collections.abc import Iterator

from laomo.checks.leaves import leaves
from laomo.problems.problem import Loc, Problem
from laomo.records import models
from laomo.records.layout import shown
from laomo.registry.registry import Registry


def check(registry: Registry) -> Iterator[Problem]:
    names = registry.withdrawn
    if not names:
        return
    names_by_folder = {
        studio.path.parent: names - {leader.name for leader in studio.record.leaders} for studio in registry.studios
    }
    for path, record in registry.records.items():
        hidden = names_by_folder.get(path.parent, frozenset())
        for loc, value in leaves(record, frozenset(), str):
            if not _is_redacted(record, loc, hidden):
                for name in sorted(name for name in names if name in value):
                    code = "withdrawn-in-name" if loc[0] in ("name", "former_names") else "withdrawn-in-text"
                    yield Problem(shown(path), code, loc, {"name": name}, severity="warning")


def _is_redacted(record: models.Record, loc: Loc, hidden: frozenset[str]) -> bool:
    """Whether pages never show this place: an entry or a pair of a withdrawn person, or the internal part of a year."""
    if isinstance(record, models.StudioRecord) and loc[0] == "leaders":
        return record.leaders[int(loc[1])].name in hidden or loc[2] == "name"
    if isinstance(record, models.YearRecord) and record.mentoring and loc[:2] == ("mentoring", "pairs"):
        pair = record.mentoring.pairs[int(loc[2])]
        return bool(hidden & {pair.mentor, pair.apprentice})
    return loc[0] == "report"
