"""The sheets of our spreadsheet: which of them holds which part of the records."""

from dataclasses import dataclass, replace
from typing import get_args, get_origin

from laomo.records import validation
from laomo.records.models import DecisionRecord, Honour, Photo, Record, StudioRecord, YearRecord
from laomo.tools.spreadsheets.columns import Column, of_model
from laomo.tools.spreadsheets.grid import Heading, Page

PRIVATE, CHOICES = "仅供内部", "选项"
IGNORED_SHEETS = frozenset({PRIVATE, CHOICES})
"""Sheets that are never read: a union's own notes, and the choices of our drop-down lists."""
HELP_MARK = "填表说明"
"""The start of the help row, by which it is recognized."""
ID, NAME, UNION, YEAR, PLACE = "工作室编号", "工作室名称", "主管工会", "年度", "项次"
"""The columns that say where a row belongs."""
LEADERS, UNITS, CATEGORY, REGION, LEADER_KIND = "领衔人·姓名", "所在单位", "类别", "地区", "领衔人·人才类别"
"""Columns of the studios, by which a studio is known again or which need not be filled in."""
GROUP, HOLDER = "荣誉类别", "获得者"
"""Two more columns of the honours: which list of honours, and whose."""
ACTIVITY, RESULT = "活动类别", "成果编号"
TASKED, DOCUMENT = "工会", "文件编号"
"""The column of the table of targets that names a union."""
"""The column of the upper union's sheets that names a decision or a notice on record."""
"""A column of the exchanges: which of a year's three lists. A column of the pictures: the achievement in the picture."""
MARKS = "导出记号"
"""The hidden column with the marks of an exported row (`export_marks`)."""
PROFILE_HONOURS, LEADER_HONOURS, YEAR_HONOURS = (
    str(StudioRecord.model_fields["honours"].title),
    "个人荣誉",
    str(YearRecord.model_fields["honours"].title),
)

STUDIOS_TITLE = "工作室"
ACTIVITIES = {
    str(YearRecord.model_fields[field].title): field for field in ("exchanges", "assistance", "leader_trainings")
}
"""Label → field of the lists of a year that hold exchanges."""

_KEY_HELP = {
    ID: "英文编号，由程序拟定，请不要改；新的一行留空。",
    NAME: "与牌匾一致。",
    UNION: "工会名录里的名称、简称或编号。",
    YEAR: "四位数字，如 2024。",
    PLACE: "档案里的第几项，由程序填写，请不要改；新的一行留空。",
    GROUP: "个人荣誉填获得者；集体荣誉记在工作室名下；年度荣誉记在当年。",
    HOLDER: "领衔人的姓名，只有个人荣誉才填。",
    ACTIVITY: "带头人外出培训也写在这里。",
    RESULT: "成果的图片才填，并写明年度；工作室的图片两格都空着。",
    TASKED: "工会名录里的名称或简称，平时怎么写都行。",
    DOCUMENT: "由程序填写，请不要改；新的一行留空。",
}
_KEY_CHOICES = {GROUP: (LEADER_HONOURS, PROFILE_HONOURS, YEAR_HONOURS), ACTIVITY: tuple(ACTIVITIES)}


@dataclass(frozen=True, slots=True)
class Paper:
    """A kind of record that lies in a folder for the whole site, named after its year."""

    folder: str
    record: type[Record]
    named: type[Record] | None = None
    """What it says of each of its studios, a row for each; None if it is one row that only names them."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet. `field` is the field of a file that holds its rows; empty for the record itself."""

    title: str
    model: type[Record]
    columns: tuple[Column, ...]
    keys: tuple[str, ...] = (ID, NAME, YEAR, PLACE)
    field: str = ""
    many: bool = True
    """Whether a year has several rows."""
    names: tuple[str, ...] = ()
    """The fields by which an item is recognized."""
    anchors: frozenset[str] = frozenset({NAME, ID})
    """The headings of which a header has at least one."""
    least: int = 2
    """So many headings make a header."""
    results: tuple[str, ...] = ()
    """Of a sheet of decisions: their results. With one only, the rows do not say it."""
    paper: "Paper | None" = None
    """What it holds that unions issue or do: decisions, notices, events, inspections."""
    whole: bool = False
    """Whether all its rows are taken or none, as of a table with a total."""

    @property
    def needed(self) -> tuple[str, ...]:
        """The keys without which a row cannot be placed."""
        optional = {HOLDER, RESULT, ID, PLACE, DOCUMENT}
        optional |= {YEAR} if {GROUP, RESULT} & {*self.keys} else set()
        optional |= {UNION} if NAME in self.keys and self.title != STUDIOS_TITLE else set()
        return tuple(key for key in self.keys if key not in optional)

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The columns as they are written."""
        keys = (
            Heading(
                key,
                _KEY_HELP[key],
                _KEY_CHOICES.get(key, ()),
                single=True,
                required=key in self.needed,
                width=28 if key == NAME else 14,
            )
            for key in self.keys
        )
        fields = (_heading(column) for column in self.columns)
        return (*keys, *fields, Heading(MARKS, "由程序填写，请不要改。", hidden=True))


def _heading(column: Column) -> Heading:
    """The heading of one field. An id is not required, as the import makes one."""
    proposed = column.path == ("id",)
    help_text = _KEY_HELP[ID] if proposed else column.help
    required = column.required and not proposed
    width = 48 if column.long else 28 if len(help_text) > 40 or (required and not column.choices) else 18
    return Heading(column.header, help_text, column.choices, single=column.single, required=required, width=width)


def _year_sheet(title: str, field: str, *names: str, without: frozenset[str] = frozenset()) -> Sheet:
    model, many = _part(YearRecord, field)
    keys = (ID, NAME, YEAR, PLACE) if many else (ID, NAME, YEAR)
    return Sheet(title, model, of_model(model, without=without), keys, field, many, names)


def _profile_sheet(title: str, field: str, *names: str) -> Sheet:
    model, _ = _part(StudioRecord, field)
    return Sheet(title, model, of_model(model, without=frozenset()), (ID, NAME, PLACE), field, names=names)


def _part(owner: type[Record], field: str) -> tuple[type[Record], bool]:
    """The record type in a field, and whether the field is a list of them. Raises TypeError for a field without a record."""
    annotation = owner.model_fields[field].annotation
    model = validation.record_within(annotation)
    if model is None:
        raise TypeError(field)
    return model, get_origin(annotation) is tuple or any(get_origin(each) is tuple for each in get_args(annotation))


STUDIOS = Sheet(
    STUDIOS_TITLE,
    StudioRecord,
    tuple(
        sorted(  # by what a studio is known comes first, and what only samples need last
            of_model(StudioRecord, without=frozenset({"name", "honours", "photos", "links", "relations"})),
            key=lambda column: (column.path == ("sample",), column.header not in (CATEGORY, LEADERS, UNITS, REGION)),
        )
    ),
    keys=(ID, NAME, UNION),
    many=False,
)
NAME_COLUMN = next(column for column in of_model(StudioRecord, without=frozenset()) if column.path == ("name",))
HONOURS = Sheet(
    "荣誉",
    Honour,
    of_model(Honour, without=frozenset()),
    (ID, NAME, GROUP, HOLDER, YEAR, PLACE),
    "honours",
    names=("name", "year"),
)
YEARS = Sheet(
    "年度小结",
    YearRecord,
    of_model(
        YearRecord, without=frozenset(YearRecord.model_fields.keys() - {"summary", "members_promoted", "plan_next"})
    ),
    (ID, NAME, YEAR),
    many=False,
)
EXCHANGES = Sheet(
    "交流协作",
    _part(YearRecord, "exchanges")[0],
    of_model(_part(YearRecord, "exchanges")[0], without=frozenset()),
    (ID, NAME, YEAR, ACTIVITY, PLACE),
    "exchanges",
    names=("topic", "date"),
)
PICTURES = Sheet(
    "图片",
    Photo,
    of_model(Photo, without=frozenset()),
    (ID, NAME, YEAR, RESULT, PLACE),
    "photos",
    names=("file",),
)
RELATIONS = _profile_sheet("工作室关系", "relations", "studio", "kind")
OTHER = "对方工作室编号"
"""The column of RELATIONS that names the other studio."""
SHEETS = (
    STUDIOS,
    _year_sheet("成果", "achievements", "id", "title", without=frozenset({"photos"})),
    _year_sheet("项目", "projects", "title"),
    _year_sheet("带徒", "mentoring"),
    _year_sheet("培训", "trainings", "topic", "date"),
    _year_sheet("合理化建议", "suggestions"),
    HONOURS,
    YEARS,
    EXCHANGES,
    PICTURES,
    _profile_sheet("视频与全景", "links", "address"),
    RELATIONS,
)

_NAMING = {
    "date": "命名时间",
    "bodies": "命名单位",
    "level": "命名级别",
    "designation": "命名称号",
    "title": "命名文件标题",
    "doc_no": "命名文号",
    "batch": "命名批次",
}
NAMING = Sheet(
    "命名",
    DecisionRecord,
    tuple(
        replace(column, header=_NAMING[column.path[0]])
        for column in of_model(DecisionRecord, without=frozenset(DecisionRecord.model_fields.keys() - _NAMING))
    ),
)
"""The columns on namings that a spreadsheet of studios may have. Ours has no such sheet: a decision names many studios of many unions."""


def private_page() -> Page:
    """The sheet for a union's own notes, which is never read."""
    notice = "这一页留给工会自己用：联系人、电话、经办记录写在这里。程序从不读这一页，公开前也请勿把它发给别人。"
    notes = Heading("内部备注（不会导入）", notice, width=40)
    return Page(PRIVATE, (notes, *(Heading(title, "", width=18) for title in ("联系人", "联系电话", "经办人", "记录"))))
