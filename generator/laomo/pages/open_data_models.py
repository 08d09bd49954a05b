"""The open data: pydantic models of what each collection contains, written as CSV and JSON.

The models define the JSON files, their JSON Schema, the headings of the CSV files and the page that documents them. A field that
is not defined here is not published. People who have withdrawn and revoked honours are removed before (`registry/publication.py`).
"""

import csv
import io
import json
from collections.abc import Iterable
from functools import cache
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field

VERSION = 1
"""Increased when a field is removed or changes its meaning. It is part of the schema's file name."""
_STARTS_A_FORMULA = tuple("=+-@\t\r＝＋－＠")


class Public(BaseModel):
    """An item of the open data."""

    label: ClassVar[str]
    model_config = ConfigDict(frozen=True, extra="forbid")


class OpenDataUnion(Public):
    id: str = Field(title="编号")
    name: str = Field(title="名称")

    def __str__(self) -> str:
        return self.name


class OpenDataHonour(Public):
    name: str = Field(title="荣誉名称")
    level: str = Field(title="级别")
    year: int = Field(title="年份")

    def __str__(self) -> str:
        return f"{self.name}（{self.year}）"


class OpenDataLeader(Public):
    name: str = Field(title="姓名")
    role: str = Field(title="角色")
    kind: str | None = Field(None, title="人才类别")
    job: str | None = Field(None, title="工种职务")
    honours: tuple[OpenDataHonour, ...] = Field((), title="个人荣誉")

    def __str__(self) -> str:
        return self.name


class OpenDataMeasure(Public):
    indicator: str = Field(title="指标")
    before: str = Field(title="改进前")
    after: str = Field(title="改进后")
    unit: str = Field(title="单位")
    says: str | None = Field(None, title="一句话")
    direction: str | None = Field(None, title="方向", description="越低越好或越高越好；没有写明的不填。")

    def __str__(self) -> str:
        return f"{self.indicator}：{self.before}→{self.after}（{self.unit}）"


class OpenDataBenefit(Public):
    kind: str = Field(title="效益类别")
    amount: str | None = Field(None, title="数额", description="照原文，如“800余万元”。")
    period: str | None = Field(None, title="时段")

    def __str__(self) -> str:
        return f"{self.kind}{self.amount or ''}{self.period or ''}"


class OpenDataRecognition(Public):
    body: str = Field(title="认定单位")
    level: str = Field(title="级别")
    year: int | None = Field(None, title="认定年份")
    award: str | None = Field(None, title="奖项等次")

    def __str__(self) -> str:
        return self.body + (self.award or "")


class OpenDataAchievement(Public):
    """成果：一项公开的创新成果。"""

    label: ClassVar = "创新成果"
    id: str = Field(title="编号", description="在一家工作室内唯一。")
    sample: bool = Field(False, title="示例", description="“是”为虚构的演示数据。")
    studios: tuple[str, ...] = Field(title="工作室编号", description="报送的在前。")
    year: int = Field(title="年份")
    title: str = Field(title="成果名称")
    kind: str = Field(title="成果类别")
    innovation: tuple[str, ...] = Field((), title="创新方向")
    problem: str | None = Field(None, title="问题")
    solution: str | None = Field(None, title="办法")
    effect: str | None = Field(None, title="效果")
    measures: tuple[OpenDataMeasure, ...] = Field((), title="前后对比")
    benefits: tuple[OpenDataBenefit, ...] = Field((), title="经济效益")
    social_benefit: str | None = Field(None, title="社会效益")
    recognised_by: tuple[OpenDataRecognition, ...] = Field((), title="成果认定")
    patent_state: str | None = Field(None, title="知识产权状态")
    patent_number: str | None = Field(None, title="专利号或登记号")
    applied_at: tuple[str, ...] = Field((), title="应用单位")
    page: str = Field(title="网页")


class OpenDataDesignation(Public):
    """称号：一家工作室得到的一个称号，收回的不在内。"""

    label: ClassVar = "称号"
    studio: str = Field(title="工作室编号")
    sample: bool = Field(False, title="示例", description="“是”为虚构的演示数据。")
    title: str = Field(title="称号")
    result: str = Field(title="结果")
    level: str = Field(title="级别")
    bodies: tuple[str, ...] = Field(title="授予单位")
    date: str = Field(title="日期", description="已知到年、月或日，如 2013-12。")
    valid_to: str | None = Field(None, title="有效期至")
    doc_no: str | None = Field(None, title="文号")


class OpenDataStudio(Public):
    """工作室：基本情况。成果、称号另有文件；单家工作室的 JSON 里都有。"""

    label: ClassVar = "工作室"
    id: str = Field(title="编号", description="永远不变。")
    sample: bool = Field(False, title="示例", description="“是”为虚构的演示数据。")
    name: str = Field(title="工作室名称")
    category: str | None = Field(None, title="类别")
    types: tuple[str, ...] = Field((), title="功能类型")
    kinds: tuple[str, ...] = Field((), title="创新方向")
    industry: str | None = Field(None, title="行业")
    region: str | None = Field(None, title="地区")
    union: OpenDataUnion = Field(title="主管工会")
    units: tuple[str, ...] = Field(title="所在单位")
    leaders: tuple[OpenDataLeader, ...] = Field((), title="领衔人")
    founded: str | None = Field(None, title="成立时间")
    plaque: str | None = Field(None, title="挂牌时间")
    level: str | None = Field(None, title="现有最高级别")
    team: int | None = Field(None, title="团队人数")
    slogan: str | None = Field(None, title="一句话介绍")
    intro: str | None = Field(None, title="简介")
    honours: tuple[OpenDataHonour, ...] = Field((), title="集体荣誉")
    updated: str | None = Field(None, title="更新日期")
    page: str = Field(title="网页")


class OpenDataPerson(Public):
    """领衔人：现在领衔工作室的人，每人一行。"""

    label: ClassVar = "领衔人"
    name: str = Field(title="姓名")
    sample: bool = Field(False, title="示例", description="“是”为虚构的演示数据。")
    kind: str | None = Field(None, title="人才类别")
    job: str | None = Field(None, title="工种职务")
    skill_grade: str | None = Field(None, title="技能等级")
    specialities: tuple[str, ...] = Field((), title="专长")
    honours: tuple[OpenDataHonour, ...] = Field((), title="个人荣誉")
    studios: tuple[str, ...] = Field(title="工作室编号")


class OpenDataProject(Public):
    """攻关项目：一个项目一行，几年都报的取最近一年。"""

    label: ClassVar = "攻关项目"
    studio: str = Field(title="工作室编号")
    sample: bool = Field(False, title="示例", description="“是”为虚构的演示数据。")
    year: int = Field(title="年份")
    title: str = Field(title="项目名称")
    area: str | None = Field(None, title="问题领域")
    problem: str | None = Field(None, title="问题")
    goal: str | None = Field(None, title="目标")
    status: str | None = Field(None, title="进度")
    results: tuple[str, ...] = Field((), title="形成成果", description="成果编号。")
    page: str = Field(title="网页")


class OpenDataEvent(Public):
    """宣传展示：一场活动或一篇报道。"""

    label: ClassVar = "宣传展示"
    id: str = Field(title="编号")
    sample: bool = Field(False, title="示例", description="“是”为虚构的演示数据。")
    title: str = Field(title="标题")
    kind: str = Field(title="类别")
    date: str = Field(title="日期")
    end: str | None = Field(None, title="结束日期")
    place: str | None = Field(None, title="地点")
    organiser: str | None = Field(None, title="主办或刊出单位")
    address: str | None = Field(None, title="网址")
    summary: str | None = Field(None, title="一句话")
    studios: tuple[str, ...] = Field((), title="工作室编号")
    union: str | None = Field(None, title="工会编号")
    page: str = Field(title="网页")


class OpenDataChange(Public):
    """最近更新：一年之内，档案里写明日期的一件事。"""

    label: ClassVar = "最近更新"
    date: str = Field(title="日期")
    kind: str = Field(title="事项")
    title: str = Field(title="标题")
    sample: bool = Field(False, title="示例", description="“是”为虚构的演示数据。")
    page: str = Field(title="网页")


class OpenDataTarget(Public):
    """任务：一个工会一年的任务和档案里的实际。实际为空的是没有档案，不是零。"""

    label: ClassVar = "任务与进展"
    year: int = Field(title="年份")
    union: str = Field(title="工会编号")
    union_name: str = Field(title="工会")
    sample: bool = Field(False, title="示例", description="“是”为虚构的演示数据。")
    created_target: int = Field(title="累计创建任务")
    created: int | None = Field(None, title="累计创建实际")
    qualified_target: int = Field(title="累计达标任务")
    qualified: int | None = Field(None, title="累计达标实际")


class Terms(Public):
    """The metadata in every file."""

    version: int = Field(VERSION, title="格式版本")
    site: str = Field(title="网站")
    sample: bool = Field(False, title="示例", description="“是”的，全部内容都是虚构的演示数据。")
    as_of: str = Field(title="数据截至")
    licence: str | None = Field(None, title="数据许可")


class Catalogue(Terms):
    """全部公开数据；每个文件只有其中一项。"""

    studios: tuple[OpenDataStudio, ...] | None = Field(None, title=OpenDataStudio.label)
    achievements: tuple[OpenDataAchievement, ...] | None = Field(None, title=OpenDataAchievement.label)
    people: tuple[OpenDataPerson, ...] | None = Field(None, title=OpenDataPerson.label)
    designations: tuple[OpenDataDesignation, ...] | None = Field(None, title=OpenDataDesignation.label)
    targets: tuple[OpenDataTarget, ...] | None = Field(None, title=OpenDataTarget.label)
    projects: tuple[OpenDataProject, ...] | None = Field(None, title=OpenDataProject.label)
    events: tuple[OpenDataEvent, ...] | None = Field(None, title=OpenDataEvent.label)
    changes: tuple[OpenDataChange, ...] | None = Field(None, title=OpenDataChange.label)
    studio: OpenDataStudio | None = Field(None, title="这家工作室")


@cache
def schema() -> bytes:
    """The JSON Schema that all JSON files follow."""
    content = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **Catalogue.model_json_schema(mode="serialization"),
    }
    text = json.dumps(content, ensure_ascii=False, indent=1).replace("OpenData", "")  # published names lack the prefix
    return f"{text}\n".encode()


def as_json(catalogue: Catalogue) -> bytes:
    """The catalogue as JSON; unknown values are left out."""
    return f"{_json(catalogue)}\n".encode()


def collection_as_json(terms: Terms, name: str, rows: Iterable[Public]) -> bytes:
    """The JSON of a catalogue with one collection, serialized row by row: a national collection would not fit in memory as models."""
    items = ",".join("\n  " + _json(row).replace("\n", "\n  ") for row in rows)
    head = _json(terms).removesuffix("\n}")
    return f'{head},\n "{name}": [{items}{chr(10) + " " if items else ""}]\n}}\n'.encode()


def as_csv(kind: type[Public], rows: Iterable[Public]) -> bytes:
    """The rows as CSV: in UTF-8 with a byte order mark, so that Excel shows Chinese, and without cells that Excel would run as formulas."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(field.title for field in kind.model_fields.values())
    for row in rows:
        writer.writerow(escape_formula(_cell(getattr(row, name))) for name in kind.model_fields)
    return stream.getvalue().encode("utf-8-sig")


def _cell(value: Any) -> str:
    if isinstance(value, tuple):
        return "；".join(map(str, value))
    if isinstance(value, bool):
        return "是" if value else "否"
    return "" if value is None else str(value)


def escape_formula(text: str) -> str:
    """The text, after an apostrophe if a spreadsheet might take it for a formula (CSV injection)."""
    return f"'{text}" if text.startswith(_STARTS_A_FORMULA) else text


def _json(value: Public | Terms) -> str:
    return value.model_dump_json(exclude_none=True, indent=1)
