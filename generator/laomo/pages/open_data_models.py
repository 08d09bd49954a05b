"""The open data: pydantic models of what each collection contains, which `open_data_formats` writes as CSV and JSON.

The models define the JSON files, their JSON Schema, the headings of the CSV files and the page that documents them. A field that
is not defined here is not published. People who have withdrawn and revoked honours are removed before (`registry/publication.py`).
"""

from typing import ClassVar

from pydantic import Field

from laomo.pages.open_data_base import DocumentNumber, Page, Public, Sample, StudioId, StudioIds
from laomo.pages.open_data_round import (
    OpenDataAlliance,
    OpenDataChange,
    OpenDataDecision,
    OpenDataEvent,
    OpenDataNotice,
    OpenDataTarget,
    OpenDataUnionProfile,
)

VERSION = 1
"""Increased when a field is removed or changes its meaning. It is part of the schema's file name."""


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
    sample: Sample = False
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
    adopted: tuple[str, ...] = Field((), title="用上的新东西")
    applied_at: tuple[str, ...] = Field((), title="应用单位")
    page: Page


class OpenDataDesignation(Public):
    """称号：一家工作室得到的一个称号，收回的不在内。"""

    label: ClassVar = "称号"
    studio: StudioId
    sample: Sample = False
    title: str = Field(title="称号")
    result: str = Field(title="结果")
    level: str = Field(title="级别")
    bodies: tuple[str, ...] = Field(title="授予单位")
    date: str = Field(title="日期", description="已知到年、月或日，如 2013-12。")
    valid_to: str | None = Field(None, title="有效期至")
    doc_no: DocumentNumber = None


class OpenDataStudio(Public):
    """工作室：基本情况。成果、称号另有文件；单家工作室的 JSON 里都有。"""

    label: ClassVar = "工作室"
    id: str = Field(title="编号", description="永远不变。")
    sample: Sample = False
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
    page: Page


class OpenDataPerson(Public):
    """领衔人：现在领衔工作室的人，每人一行。"""

    label: ClassVar = "领衔人"
    name: str = Field(title="姓名")
    sample: Sample = False
    kind: str | None = Field(None, title="人才类别")
    job: str | None = Field(None, title="工种职务")
    skill_grade: str | None = Field(None, title="技能等级")
    specialities: tuple[str, ...] = Field((), title="专长")
    honours: tuple[OpenDataHonour, ...] = Field((), title="个人荣誉")
    studios: StudioIds


class OpenDataProject(Public):
    """攻关项目：一个项目一行，几年都报的取最近一年。"""

    label: ClassVar = "攻关项目"
    studio: StudioId
    sample: Sample = False
    year: int = Field(title="年份")
    title: str = Field(title="项目名称")
    area: str | None = Field(None, title="问题领域")
    problem: str | None = Field(None, title="问题")
    goal: str | None = Field(None, title="目标")
    status: str | None = Field(None, title="进度")
    results: tuple[str, ...] = Field((), title="形成成果", description="成果编号。")
    page: Page


class OpenDataYear(Public):
    """年度数字：一家工作室一年一行，取自年度报告。空着的是没有写，不是零；有一次培训没有写数目的，那一年不合计。"""

    label: ClassVar = "年度数字"
    studio: StudioId
    sample: Sample = False
    year: int = Field(title="年份")
    projects: int = Field(title="攻关项目", description="登记的项目数。")
    achievements: int = Field(title="创新成果", description="公开的成果数，和别的工作室共同完成的也算。")
    sessions: int | None = Field(None, title="培训场次")
    attendances: int | None = Field(None, title="培训人次")
    apprentices: int | None = Field(None, title="带徒人数")
    members_promoted: int | None = Field(None, title="成员晋级人数")
    exchanges: int = Field(title="技术交流", description="登记的次数。")
    assistance: int = Field(title="技术协作", description="登记的次数。")
    suggestions_proposed: int | None = Field(None, title="合理化建议提出")
    suggestions_adopted: int | None = Field(None, title="合理化建议采纳")
    suggestions_implemented: int | None = Field(None, title="合理化建议实施")
    benefits: tuple[OpenDataBenefit, ...] = Field(
        (), title="经济效益", description="这一年各项成果的，照原文，不合计。"
    )
    page: Page


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
    years: tuple[OpenDataYear, ...] | None = Field(None, title=OpenDataYear.label)
    decisions: tuple[OpenDataDecision, ...] | None = Field(None, title=OpenDataDecision.label)
    notices: tuple[OpenDataNotice, ...] | None = Field(None, title=OpenDataNotice.label)
    alliances: tuple[OpenDataAlliance, ...] | None = Field(None, title=OpenDataAlliance.label)
    unions: tuple[OpenDataUnionProfile, ...] | None = Field(None, title=OpenDataUnionProfile.label)
    events: tuple[OpenDataEvent, ...] | None = Field(None, title=OpenDataEvent.label)
    changes: tuple[OpenDataChange, ...] | None = Field(None, title=OpenDataChange.label)
    studio: OpenDataStudio | None = Field(None, title="这家工作室")
