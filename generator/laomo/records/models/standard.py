"""A standard (`standards/<id>.yml`): 六有, 七有 … as data with a period of validity, never as code.

Each item states a requirement in our own words, and names the checks that find its evidence in the records.
"""

from typing import Annotated

from pydantic import Field

from laomo.records.models import vocabulary
from laomo.records.models.base import Date, LongText, Name, OneOf, Record, Slug, Text, Whole, YesNo
from laomo.records.models.shared import Level

COUNTED = frozenset(name for name in vocabulary.STANDARD_CHECKS if name.endswith("-in-year")) | {"frontline-member"}
"""Checks that count something, and so may set a minimum."""

PARAMETERS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(COUNTED, ("minimum", "recommended")),
    "leader-honour": ("level", "names"),
    "fields-present": ("all_of", "any_of"),
    "plaque": (),
    "manual": (),
}
"""Which parameters each check takes."""


class ItemCheck(Record):
    """One check of the records. What it finds is evidence, never a verdict."""

    kind: Annotated[str, OneOf(vocabulary.STANDARD_CHECKS)] = Field(title="核对方式")
    minimum: Whole | None = Field(None, title="最少", description="数到这个数就算有材料，不填就是 1。")
    recommended: Whole | None = Field(None, title="推荐", description="如“每年一至两个”的两个。")
    level: Level | None = Field(None, title="级别", description="荣誉不低于这个级别。")
    names: tuple[Text, ...] = Field((), title="荣誉名称", description="名称里有其中一个词的荣誉才算，不填就都算。")
    all_of: tuple[Text, ...] = Field((), title="都要有的项", description="如 place.host；年度档案的项写 year.summary。")
    any_of: tuple[Text, ...] = Field((), title="有一项就行", description="如 place.area、place.equipment。")


class StandardItem(Record):
    """One requirement (有) of a standard."""

    id: Slug = Field(title="编号")
    label: Name = Field(title="名称", description="如“劳模领衔”。")
    text: Text = Field(title="要求", description="用自己的话概括。")
    categories: tuple[Annotated[str, OneOf(vocabulary.CATEGORIES)], ...] = Field(
        (), title="适用类别", description="只对这些类别的工作室提出；不填就都适用。"
    )
    check: tuple[ItemCheck, ...] = Field(
        (), title="核对", description="到档案的哪里找材料，几条都要有；不填就由工会核定。"
    )


class StandardRecord(Record):
    """创建标准（standards/<编号>.yml）：六有、七有 …，是数据，不是程序。"""

    sample: YesNo = Field(False, title="示例", description="虚构的演示数据写“是”。")
    name: Name = Field(title="名称")
    short: Name = Field(title="简称", description="如“七有”。")
    issuer: Name = Field(title="发文单位")
    document: Text | None = Field(None, title="文件")
    doc_no: Text | None = Field(None, title="文号")
    valid_from: Date = Field(title="对照起")
    valid_to: Date | None = Field(None, title="对照止", description="对照的最后一年；还在对照的不填。")
    intro: LongText | None = Field(None, title="说明")
    items: tuple[StandardItem, ...] = Field(min_length=1, title="条目")
