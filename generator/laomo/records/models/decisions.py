"""What unions decide: the table of targets, and decisions on studios."""

from typing import Annotated

from pydantic import Field

from laomo.records.models import vocabulary
from laomo.records.models.base import Amount, Date, Name, OneOf, Record, Slug, Text, Whole, YesNo
from laomo.records.models.shared import Level


class TargetRow(Record):
    """One union's row of the table."""

    union: Slug = Field(title="工会")
    created: Whole = Field(title="累计创建任务数")
    qualified: Whole = Field(title="累计达标数")


class TargetTotal(Record):
    """The totals as the document states them; they must agree with the rows."""

    created: Whole = Field(title="累计创建任务数")
    qualified: Whole = Field(title="累计达标数")


class TargetRecord(Record):
    """任务分解表（targets/<年>.yml）."""

    sample: YesNo = Field(False, title="示例")
    title: Name = Field(title="表名")
    issuer: Name = Field(title="发文单位")
    doc_no: Text | None = Field(None, title="文号")
    rows: tuple[TargetRow, ...] = Field(min_length=1, title="各工会任务")
    total: TargetTotal = Field(title="合计")


class DecisionStudio(Record):
    """One studio named in a decision."""

    studio: Slug = Field(title="工作室编号")
    support: Amount | None = Field(None, title="补助", description="如“2万元”。")
    granted: Date | None = Field(None, title="补助日期", description="不早于验收。")


class DecisionRecord(Record):
    """决定（decisions/<年>-<序>.yml）：验收达标、命名、示范、复核、表彰、摘牌 …"""

    sample: YesNo = Field(False, title="示例")
    title: Name = Field(title="标题")
    result: Annotated[str, OneOf(vocabulary.DECISION_RESULTS)] = Field(title="结果")
    designation: Name | None = Field(None, title="称号全称", description="如“云屿市劳模创新工作室”。")
    level: Level = Field(title="级别")
    bodies: tuple[Name, ...] = Field(min_length=1, title="作出决定的单位")
    date: Date = Field(title="日期")
    valid_to: Date | None = Field(None, title="有效期至", description="称号有期限的才填；过期的称号作为曾获称号显示。")
    doc_no: Text | None = Field(None, title="文号")
    batch: Text | None = Field(None, title="批次")
    grounds: tuple[Annotated[str, OneOf(vocabulary.COMMENDATION_GROUNDS)], ...] = Field(
        (), title="表彰依据", description="结果写“表彰”时填，可以几项。"
    )
    studios: tuple[DecisionStudio, ...] = Field(min_length=1, title="工作室")
