"""Parts that several record types share: honours, pictures."""

from typing import Annotated

from pydantic import Field

from laomo.records.models import vocabulary
from laomo.records.models.base import PICTURE_NAME, Date, Name, OneOf, Record, Text, Whole

Level = Annotated[str, OneOf(vocabulary.LEVELS)]
Year = Annotated[Whole, Field(ge=1949, le=2100)]


class Honour(Record):
    """An honour of a person or a studio: 劳动模范, 五一劳动奖章, 工人先锋号 …"""

    name: Name = Field(title="荣誉名称", description="按证书全称填写，如“云屿市劳动模范”。")
    level: Level = Field(title="级别", description="授予单位的级别。")
    year: Year = Field(title="年份", description="授予年份，四位数字。")
    body: Name | None = Field(None, title="授予单位")
    doc_no: Text | None = Field(None, title="文号", description="如“云工〔2013〕6号”。")
    status: Annotated[str, OneOf(vocabulary.HONOUR_STATES)] = Field(
        "有效", title="状态", description="被撤销的荣誉写“撤销”。"
    )


class Photo(Record):
    """A picture in the studio's `photos/` folder."""

    file: Annotated[str, Field(pattern=rf"^{PICTURE_NAME}$")] = Field(
        title="文件名",
        description="photos 文件夹里的文件名，手机、微信起的名字都行，限 jpg、png、webp；装了读 HEIC 照片的部件的，heic 也行。",
    )
    caption: Text = Field(title="图说", description="印在图下的一句话。")
    alt: Text = Field(title="替代文字", description="读给看不见图片的人听：图上有什么。")
    date: Date | None = Field(None, title="拍摄时间")
    source: Text | None = Field(None, title="来源", description="拍摄或绘制者。")
