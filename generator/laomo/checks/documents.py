"""一个文号只是一份文件：决定、公示和通知、标准、任务分解表写同一个文号的，发文单位、日期和标题相同；荣誉和成果认定引用它的，授予单位就是它的发文单位。

Passes: 同一份命名文件，15家工作室都引用它的文号；一份文件既有标准，又附任务分解表。
Fails: 两份决定日期不同，文号相同；荣誉的授予单位写甲，引用的却是乙的文号。
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from laomo.checks.document_numbers import normalised
from laomo.problems.problem import Facts, Loc, Problem
from laomo.records import models
from laomo.records.layout import shown
from laomo.records.models import Honour, PartialDate
from laomo.records.models.year import Recognition
from laomo.registry.registry import Registry


@dataclass(frozen=True, slots=True)
class _Document:
    """What one place says of a document; None for what it does not say."""

    path: str
    loc: Loc
    number: str
    issuers: tuple[str, ...]
    date: PartialDate | None = None
    title: str | None = None
    kind: type[models.Record] | None = None
    """Titles are compared within one kind: a document with a standard may have a table of targets with a title of its own."""


def check(registry: Registry) -> Iterator[Problem]:
    known: dict[str, list[_Document]] = defaultdict(list)
    ids = {name: union.id for name, union in registry.union_by_name.items()}
    for document in _documents(registry):
        same = known[normalised(document.number)]
        if contradiction := _contradiction(document, same, ids):
            yield contradiction
        else:
            same.append(document)
    for cited in _cited(registry):
        # citations are not compared with each other: of a joint document each may name another body
        if contradiction := _contradiction(cited, known.get(normalised(cited.number), []), ids):
            yield contradiction


def _contradiction(document: _Document, same: list[_Document], ids: Mapping[str, str]) -> Problem | None:
    for other in same:
        if term := _differs(document, other, ids):
            facts: Facts = {"value": document.number, "other": other.path, "field": term}
            return Problem(document.path, "duplicate-doc-no", document.loc, facts, severity="warning")
    return None


def _differs(one: _Document, other: _Document, ids: Mapping[str, str]) -> str | None:
    """The message term for what cannot be true of one document; None if both can describe the same."""
    if not any(_same_body(a, b, ids) for a in one.issuers for b in other.issuers):
        return "document-issuer"
    if one.date and other.date and (one.date.surely_before(other.date) or other.date.surely_before(one.date)):
        return "document-date"
    titles = {"".join(title.split()) for title in (one.title, other.title) if title}
    return "document-title" if one.kind is other.kind and len(titles) > 1 else None


def _same_body(one: str, other: str, ids: Mapping[str, str]) -> bool:
    """Whether two names mean one body: a union has several, and its office or committee writes for it."""
    if one in other or other in one:
        return True
    mine, theirs = ({union for name, union in ids.items() if name in body} for body in (one, other))
    return bool(mine & theirs)


def _documents(registry: Registry) -> Iterator[_Document]:
    """Documents that have a record of their own; decisions and notices are of one kind."""
    for path, record in registry.records.items():
        place = (shown(path), ("doc_no",))
        match record:
            case models.DecisionRecord(doc_no=str(number)):
                yield _Document(*place, number, record.bodies, record.date, record.title, models.DecisionRecord)
            case models.NoticeRecord(doc_no=str(number)):
                yield _Document(*place, number, (record.issuer,), record.date, record.title, models.DecisionRecord)
            case models.TargetRecord(doc_no=str(number)):
                yield _Document(*place, number, (record.issuer,), None, record.title, models.TargetRecord)
            case models.StandardRecord(doc_no=str(number)):
                yield _Document(*place, number, (record.issuer,), None, record.document, models.StandardRecord)
            case _:
                pass


def _cited(registry: Registry) -> Iterator[_Document]:
    """Documents as honours and recognitions name them."""
    for studio in registry.studios:
        yield from _of_honours(shown(studio.path), ("honours",), studio.unredacted.honours)
        for n, leader in enumerate(studio.unredacted.leaders):
            yield from _of_honours(shown(studio.path), ("leaders", n, "honours"), leader.honours)
        for year in studio.years:
            if year.unredacted.honours:
                yield from _of_honours(shown(year.path), ("honours",), year.unredacted.honours)
            for n, achievement in enumerate(year.unredacted.achievements):
                if any(each.doc_no for each in achievement.recognised_by):
                    loc = ("achievements", n, "recognised_by")
                    yield from _of_honours(shown(year.path), loc, achievement.recognised_by)


def _of_honours(path: str, loc: Loc, honours: tuple[Honour | Recognition, ...]) -> Iterator[_Document]:
    for n, honour in enumerate(honours):
        if honour.doc_no and honour.body:
            yield _Document(path, (*loc, n, "doc_no"), honour.doc_no, (honour.body,))
