"""What the models of the open data share."""

from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict, Field

from laomo.records.models import PartialDate

Sample = Annotated[bool, Field(title="示例", description="“是”为虚构的演示数据。")]
Page = Annotated[str, Field(title="网页")]
StudioId = Annotated[str, Field(title="工作室编号")]
StudioIds = Annotated[tuple[str, ...], Field(title="工作室编号")]
DocumentNumber = Annotated[str | None, Field(title="文号")]
House = Annotated[
    str | None, Field(title="来自成员馆", description="从哪家工会的馆收来，写工会编号；不是收来的，空着。")
]


class Public(BaseModel):
    """An item of the open data."""

    label: ClassVar[str]
    model_config = ConfigDict(frozen=True, extra="forbid")


def iso(date: PartialDate | None) -> str | None:
    """A date as the data give it: 2013, 2013-12 or 2013-12-05. None without one."""
    return date.iso if date else None
