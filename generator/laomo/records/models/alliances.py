"""Alliances of studios (alliances.yml) and notices about them (notices/<年>-<序>.yml)."""

from typing import Annotated

from pydantic import Field

from laomo.records.models import vocabulary
from laomo.records.models.base import Date, LongText, Name, OneOf, Record, Slug, Text, YesNo


class Alliance(Record):
    """An alliance of studios (创新工作室联盟) of a region, an industry or an enterprise (河南省总工会 2015-02-06 二: 集群效应)."""

    id: Slug = Field(title="编号", description="小写英文、数字和短横线，定了就不再改。")
    sample: YesNo = Field(False, title="示例", description="虚构的演示数据写“是”。")
    name: Name = Field(title="联盟名称")
    kind: Annotated[str, OneOf(vocabulary.ALLIANCE_KINDS)] = Field(title="类别")
    founded: Date | None = Field(None, title="成立时间")
    lead: Name = Field(title="牵头单位", description="工作室编号或单位名称。")
    members: tuple[Name, ...] = Field(min_length=1, title="成员", description="工作室编号；馆外的单位写名称。")
    charter: LongText | None = Field(None, title="章程概要", description="用自己的话概括，空一行分段。")
    projects: tuple[Text, ...] = Field((), title="联合攻关")
    results: tuple[Text, ...] = Field((), title="共享成果")


class AlliancesRecord(Record):
    """联盟名录（alliances.yml），次序即文件中的次序。"""

    alliances: tuple[Alliance, ...] = Field(min_length=1, title="联盟")


class NoticeRecord(Record):
    """公示与通知（notices/<年>-<序>.yml）."""

    sample: YesNo = Field(False, title="示例", description="虚构的演示数据写“是”。")
    title: Name = Field(title="标题")
    kind: Annotated[str, OneOf(vocabulary.NOTICE_KINDS)] = Field(title="类别")
    date: Date = Field(title="发布日期")
    issuer: Name = Field(title="发布单位")
    start: Date | None = Field(None, title="公示起")
    end: Date | None = Field(None, title="公示止", description="过了这一天，网页上标“已结束”。")
    deadline: Date | None = Field(None, title="截止日期", description="申报、报送等最后一天；登在日历订阅里。")
    objection: Text | None = Field(
        None, title="异议办法", description="写清向谁、怎样反映；电话不写在这里，由受理工会的座机带出。"
    )
    union: Slug | None = Field(None, title="受理工会", description="工会编号；它在 unions.yml 里的座机会印出来。")
    doc_no: Text | None = Field(None, title="文号")
    body: LongText = Field(title="正文", description="空一行分段。")
    studios: tuple[Slug, ...] = Field((), title="涉及的工作室", description="工作室编号。")
