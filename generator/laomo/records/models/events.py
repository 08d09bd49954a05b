"""What makes studios known: report meetings, exhibitions, exchanges, trainings for leaders, the press (events/<年>-<序>.yml); and inspections.

Inspections (inspections/<年>-<序>.yml) are internal: nothing of them is published. What follows from one is a decision of its own.
"""

from typing import Annotated
from urllib.parse import urlsplit

from pydantic import Field

from laomo.records.models import vocabulary
from laomo.records.models.base import Address, Date, DecisionId, LongText, Name, OneOf, Record, Slug, Text, YesNo


class EventRecord(Record):
    """宣传展示（events/<年>-<序>.yml）：事迹报告会、成果展示、技术交流、带头人培训班和媒体报道。"""

    sample: YesNo = Field(False, title="示例", description="虚构的演示数据写“是”。")
    title: Name = Field(title="标题", description="活动或报道的题目。")
    kind: Annotated[str, OneOf(vocabulary.EVENT_KINDS)] = Field(title="类别")
    date: Date = Field(title="日期", description="开始的日期；报道写刊出的日期。")
    end: Date | None = Field(None, title="结束日期", description="一天的不填。")
    place: Name | None = Field(None, title="地点", description="如“市工人文化宫”，不写门牌号。")
    organiser: Name | None = Field(None, title="主办或刊出单位", description="谁办的；报道写报纸、电视台等的名称。")
    address: Address | None = Field(
        None, title="网址", description="报道或介绍的网址，以 https:// 开头；网页上只给链接。"
    )
    summary: Text | None = Field(None, title="一句话", description="讲了什么、展出了什么。")
    studios: tuple[Slug, ...] = Field((), title="参加或报道的工作室", description="工作室编号。")
    union: Slug | None = Field(None, title="组织的工会", description="工会编号；写了，也登在这家工会的网页上。")

    @property
    def host(self) -> str:
        """The host of the address: news.example.org; empty without one."""
        return urlsplit(self.address or "").netloc


class InspectedStudio(Record):
    """One studio that was visited."""

    studio: Slug = Field(title="工作室编号")
    finding: LongText | None = Field(None, title="检查情况", description="看了什么、有什么问题。不公开。")
    advice: Text | None = Field(None, title="处理意见", description="如“限期三个月补齐台账”。不公开。")


class InspectionRecord(Record):
    """检查与互查（inspections/<年>-<序>.yml）。内部档案，不会登出；作出的决定另写在 decisions/ 里。"""

    sample: YesNo = Field(False, title="示例", description="虚构的演示数据写“是”。")
    title: Name = Field(title="标题")
    kind: Annotated[str, OneOf(vocabulary.INSPECTION_KINDS)] = Field(title="类别")
    date: Date = Field(title="开始日期")
    end: Date | None = Field(None, title="结束日期")
    bodies: tuple[Name, ...] = Field((), title="检查单位", description="组织检查的工会；互查的写双方。")
    studios: tuple[InspectedStudio, ...] = Field(min_length=1, title="工作室")
    decisions: tuple[DecisionId, ...] = Field(
        (), title="据此作出的决定", description="decisions 文件夹里的文件名，不带 .yml，如 2026-03。"
    )
