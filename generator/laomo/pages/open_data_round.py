"""The open data of what unions issue and organise: decisions, notices, events, tables of targets, alliances; and what changed lately."""

from typing import ClassVar

from pydantic import Field

from laomo.pages.open_data_base import DocumentNumber, House, Page, Public, Sample, StudioIds


class OpenDataDecision(Public):
    """决定：一份文件。每家工作室因此得到的称号，见“称号”。"""

    label: ClassVar = "验收、命名、复核文件"
    id: str = Field(title="编号")
    sample: Sample = False
    title: str = Field(title="标题")
    result: str = Field(title="结果")
    designation: str | None = Field(None, title="称号")
    level: str = Field(title="级别")
    bodies: tuple[str, ...] = Field(title="作出决定的单位")
    date: str = Field(title="日期")
    valid_to: str | None = Field(None, title="有效期至")
    doc_no: DocumentNumber = None
    batch: str | None = Field(None, title="批次")
    grounds: tuple[str, ...] = Field((), title="表彰依据")
    studios: StudioIds
    page: Page


class OpenDataNotice(Public):
    """公示与通知：一份文件；正文见网页。"""

    label: ClassVar = "公示与通知"
    id: str = Field(title="编号")
    sample: Sample = False
    title: str = Field(title="标题")
    kind: str = Field(title="类别")
    date: str = Field(title="发布日期")
    issuer: str = Field(title="发布单位")
    start: str | None = Field(None, title="公示起")
    end: str | None = Field(None, title="公示止")
    deadline: str | None = Field(None, title="截止日期")
    union: str | None = Field(None, title="受理工会编号")
    doc_no: DocumentNumber = None
    studios: StudioIds = ()
    house: House = None
    page: Page


class OpenDataEvent(Public):
    """宣传展示：一场活动或一篇报道。"""

    label: ClassVar = "宣传展示"
    id: str = Field(title="编号")
    sample: Sample = False
    title: str = Field(title="标题")
    kind: str = Field(title="类别")
    date: str = Field(title="日期")
    end: str | None = Field(None, title="结束日期")
    place: str | None = Field(None, title="地点")
    organiser: str | None = Field(None, title="主办或刊出单位")
    address: str | None = Field(None, title="网址")
    summary: str | None = Field(None, title="一句话")
    studios: StudioIds = ()
    union: str | None = Field(None, title="工会编号")
    house: House = None
    page: Page


class OpenDataAlliance(Public):
    """工作室联盟：成员是工作室的写编号，馆外的单位写名称。"""

    label: ClassVar = "工作室联盟"
    id: str = Field(title="编号")
    sample: Sample = False
    name: str = Field(title="联盟名称")
    kind: str = Field(title="类别")
    founded: str | None = Field(None, title="成立时间")
    lead: str = Field(title="牵头单位")
    members: tuple[str, ...] = Field(title="成员")
    page: Page


class OpenDataUnionProfile(Public):
    """工会：名录里的一家。"""

    label: ClassVar = "工会名录"
    id: str = Field(title="编号")
    name: str = Field(title="工会名称")
    kind: str = Field(title="类别")
    parent: str | None = Field(None, title="上级工会编号")
    landline: str | None = Field(None, title="联系座机")
    page: Page


class OpenDataTarget(Public):
    """任务：一个工会一年的任务和档案里的实际。实际为空的是没有档案，不是零。"""

    label: ClassVar = "任务与进展"
    year: int = Field(title="年份")
    union: str = Field(title="工会编号")
    union_name: str = Field(title="工会")
    sample: Sample = False
    created_target: int = Field(title="累计创建任务")
    created: int | None = Field(None, title="累计创建实际")
    qualified_target: int = Field(title="累计达标任务")
    qualified: int | None = Field(None, title="累计达标实际")


class OpenDataChange(Public):
    """最近更新：一年之内，档案里写明日期的一件事。"""

    label: ClassVar = "最近更新"
    date: str = Field(title="日期")
    kind: str = Field(title="事项")
    title: str = Field(title="标题")
    sample: Sample = False
    page: Page
