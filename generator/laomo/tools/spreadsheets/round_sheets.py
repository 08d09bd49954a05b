"""The sheets of 年度工作, the workbook of an upper union's year: what it asks of the unions, decides, announces and receives.

A decision or a table stands in several rows and says its date, its title and its number once, in the first of them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Annotated, Any

from pydantic import Field, create_model

from laomo.records.models import (
    DecisionRecord,
    EventRecord,
    InspectionRecord,
    NoticeRecord,
    Record,
    TargetRecord,
    UnionRecord,
    YearRecord,
    vocabulary,
)
from laomo.records.models.base import OneOf
from laomo.records.models.decisions import DecisionStudio, TargetRow
from laomo.records.models.events import InspectedStudio
from laomo.tools.spreadsheets.columns import Column, of_model
from laomo.tools.spreadsheets.sheets import DOCUMENT, ID, NAME, TASKED, UNION, YEAR, Paper, Sheet

COVER = "年度工作"
"""The first sheet: what holds for the whole workbook."""
OF_UNION = "工会编号"
"""Of a workbook with the studios of one union."""
BODIES, LEVEL = "作出决定的单位", "级别"
"""Headings of decisions that the cover may state for all of them."""
ISSUER, TITLE, DATE = "发文单位", "表名", "日期"
STUDIOS_NAMED = "涉及的工作室"
"""The column of notices and events that holds studios' names in the place of ids."""
OUTCOME = "结果"
_GRANT = ("support", "granted")


def _joined(name: str, *models: type[Record], without: frozenset[str], **fields: Any) -> type[Record]:
    """One record type with the fields of several, for the rows of one sheet; `fields` replace theirs."""
    fields = {
        field: fields.get(field, (info.rebuild_annotation(), info))
        for model in models
        for field, info in model.model_fields.items()
        if field not in without
    }
    return create_model(name, __base__=Record, **fields)


TargetTableRow = _joined(
    "TargetTableRow", TargetRow, TargetRecord, without=frozenset({"sample", "rows", "total", "union"})
)
"""One union in a table of targets, with what the table says."""


def _columns(model: type[Record], names: Iterable[str], headers: Mapping[str, str] | None = None) -> tuple[Column, ...]:
    """The columns of some fields in the order of `names`."""
    found = {column.path[0]: column for column in of_model(model, without=frozenset())}
    renamed = {path: replace(found[path], header=header) for path, header in (headers or {}).items()}
    return tuple({**found, **renamed}[name] for name in names)


_HEADS = ("date", "title", "doc_no", "designation", "level", "bodies", "batch", "valid_to")
"""The fields of a decision in the order in which a sheet asks for them."""


def _decisions(title: str, *results: str, fields: Iterable[str] = _HEADS, grant: bool = True) -> Sheet:
    """A sheet of decisions with some results: a row for each studio, with what its decision says."""
    words = {result: vocabulary.DECISION_RESULTS[result] for result in results}
    model = _joined(
        "DecisionRow",
        DecisionRecord,
        DecisionStudio,
        without=frozenset({"sample", "studios", "studio"}),
        result=(Annotated[str, OneOf(words)], Field(title=OUTCOME)),
    )
    names = (*(("result",) if len(results) > 1 else ()), *fields, *(_GRANT if grant else ()))
    paper = Paper("decisions", DecisionRecord, DecisionStudio)
    keys = (ID, NAME, UNION, DOCUMENT)
    return Sheet(title, model, _columns(model, names), keys, "studios", results=results, paper=paper)


TARGETS = Sheet(
    "任务分解",
    TargetTableRow,
    _columns(
        TargetTableRow,
        ("created", "qualified", "title", "issuer", "doc_no"),
        {"created": "创建", "qualified": "达标"},
    ),
    (TASKED, YEAR),
    "rows",
    anchors=frozenset({TASKED}),
    whole=True,
)
DECISIONS = (
    _decisions("申报与评选", "受理申报", "评选入围", fields=(*_HEADS[:3], *_HEADS[4:-1]), grant=False),
    _decisions("验收达标", "达标"),
    _decisions("命名", "命名"),
    _decisions("示范", "示范"),
    _decisions("复核", "复核合格", "限期整改", fields=(*_HEADS[:3], *_HEADS[4:]), grant=False),
    _decisions("摘牌与撤销", "摘牌", "撤销", fields=_HEADS[:-1], grant=False),
    _decisions("表彰", "表彰", fields=(*_HEADS[:-1], "grounds")),
)
GRANTS = Sheet("补助", DecisionStudio, _columns(DecisionStudio, _GRANT), (ID, NAME, UNION, DOCUMENT), "studios")


def _papers(title: str, folder: str, model: type[Record]) -> Sheet:
    """A sheet with a row for each notice or event; its studios stand in one cell, or one by one in the rows below."""
    columns = tuple(
        replace(column, header=STUDIOS_NAMED) if column.path == ("studios",) else column
        for column in of_model(model, without=frozenset({"sample"}))
    )
    anchors, paper = frozenset({"标题"}), Paper(folder, model)
    return Sheet(title, model, columns, (DOCUMENT,), anchors=anchors, many=False, paper=paper)


NOTICES = _papers("公示与通知", "notices", NoticeRecord)
EVENTS = _papers("宣传展示", "events", EventRecord)
_InspectionRow = _joined(
    "InspectionRow", InspectionRecord, InspectedStudio, without=frozenset({"sample", "studios", "studio"})
)
INSPECTIONS = Sheet(
    "检查与互查",
    _InspectionRow,
    _columns(
        _InspectionRow,
        ("date", "title", "kind", "end", "bodies", "decisions", "finding", "advice"),
        {"date": DATE},
    ),
    (ID, NAME, UNION, DOCUMENT),
    "studios",
    paper=Paper("inspections", InspectionRecord, InspectedStudio),
)
"""Internal: of what it says nothing is published."""
REPORTS = Sheet(
    "报送登记",
    YearRecord,
    tuple(
        replace(column, header="报送日期")
        for column in of_model(YearRecord, without=frozenset(YearRecord.model_fields.keys() - {"report"}))
        if column.path[-1] == "submitted"
    ),
    (ID, NAME, UNION, YEAR),
    many=False,
)
UNIONS = Sheet(
    "工会名录",
    UnionRecord,
    of_model(UnionRecord, without=frozenset({"intro", "co_studios", "commends"})),
    (),
    anchors=frozenset({"工会名称"}),
    least=1,
)
"""A list of unions, which `laomo new unions` takes."""
ROUND = (TARGETS, *DECISIONS, GRANTS, NOTICES, EVENTS, INSPECTIONS, REPORTS)
"""The sheets in the order of the year."""
PER_ROW = frozenset({"created", "qualified", "result", "support", "granted", "finding", "advice"})
"""Fields that each row says for itself; all others are said once for the rows of a document."""


def union_column(sheet: Sheet) -> str:
    """The heading of the column of notices or events that holds a union's name in the place of an id."""
    return next(column.header for column in sheet.columns if column.path == ("union",))


def heads(sheet: Sheet) -> tuple[Column, ...]:
    """The columns of a sheet whose cells are said once for the rows below."""
    several = sheet is TARGETS or (sheet.paper is not None and sheet.paper.named is not None)
    return tuple(column for column in sheet.columns if several and column.path[0] not in PER_ROW)
