"""What houses give each other: an upper union's list of member houses (houses.yml), what is gathered from them (house.yml, home.yml), what
a house gives upwards (upward.yml), and the titles that came down to it (above.yml)."""

from typing import Annotated

from pydantic import Field

from laomo.records.models import vocabulary
from laomo.records.models.base import Date, Name, OneOf, Record, Slug, Text, Whole, YesNo
from laomo.records.models.decisions import DecisionRecord
from laomo.records.models.shared import Level

PARTS = {"年度档案": "years", "图片": "pictures", "称号": "titles", "宣传展示": "events", "公示与通知": "notices"}
"""What an upper union may leave with the member: label → key of a unit's file, or the folder of what lies beside the studios."""
PAPERS = ("events", "notices")
"""The folders of what a house gives beside its studios."""

SHA256 = r"^[a-p]{64}$"
WEB_ADDRESS = r"^https?://[A-Za-z0-9.:\[\]-]{1,255}(/[!-;=?-~]{0,500})?$"
Sha256 = Annotated[str, Field(pattern=SHA256)]
"""A digest in letters (`registry.houses.lettered`)."""
WebAddress = Annotated[str, Field(pattern=WEB_ADDRESS)]
"""The address of a page as the house's own edition gives it. Unlike `Address` it may be plain http: many unions' sites are. No name or password stands before the host: it would seem to be another's."""


class MemberHouse(Record):
    """A member union's own exhibition, from which the upper one is gathered."""

    id: Slug = Field(
        title="馆编号", description="这家工会在 unions.yml 里的编号；收来的档案都放在这个文件夹里，别处不动。"
    )
    source: Text = Field(
        title="来处",
        description="那个馆的网址；没有网络的写它网站的文件夹、压缩包，或 git 资料库（git+网址，# 后面写分支）。",
    )
    key: Text | None = Field(
        None,
        title="签名公钥",
        description="那个馆用来签名的公钥，一行，如“ssh-ed25519 AAAA…”；写了，没有签名或签名不对的不收。",
    )
    without: tuple[Annotated[str, OneOf(PARTS)], ...] = Field(
        (), title="不收的", description="年度档案、图片、称号、宣传展示、公示与通知里不收的。"
    )


class SameStudio(Record):
    """Two houses that show one studio: it is shown as the first one shows it."""

    shown: Text = Field(title="登的", description="馆编号/工作室编号。")
    left_out: tuple[Text, ...] = Field(min_length=1, title="不登的", description="馆编号/工作室编号，可以几个。")


class UpperHouse(Record):
    """The exhibition of the union above, whose titles come down."""

    source: Text = Field(title="来处", description="上级工会网上展馆的网址；没有网络的写文件夹或压缩包。")
    id: Slug = Field(title="馆编号", description="本馆在上级那里的编号。")


class HousesRecord(Record):
    """成员馆（houses.yml）：从哪些馆收档案，从哪个上级馆接称号。"""

    houses: tuple[MemberHouse, ...] = Field((), title="成员馆")
    same: tuple[SameStudio, ...] = Field((), title="同一个工作室", description="两个馆都登了的，写明登哪一个。")
    above: UpperHouse | None = Field(None, title="上级馆")


class HouseRecord(Record):
    """一个成员馆收来的这一版（<馆>/house.yml），由 laomo gather 写，不用改。"""

    site: Name = Field(title="网站名称")
    address: WebAddress | None = Field(None, title="网址")
    as_of: Date = Field(title="数据截至")
    licence: Text | None = Field(None, title="数据许可")
    landline: Text | None = Field(None, title="联系座机")
    full_pages: YesNo | None = Field(
        None, title="登全文", description="那个馆要求在上级馆也登全文；不写的登短页，全文看原页。"
    )
    edition: Sha256 = Field(title="版本", description="那个馆 edition.json 的 SHA-256。")
    withdrawals: tuple[Sha256, ...] = Field(
        (),
        title="撤回公开的人",
        description="由姓名和单位算出的 SHA-256；数据截至没有更晚的一版，即使又写了这个人，也不登。",
    )
    terms: Sha256 | None = Field(
        None,
        title="收法",
        description="收这一版时 houses.yml 里关于这个馆的写法的 SHA-256；写法改了，或者有没收下的，下一次重新收。",
    )


class HomeTitle(Record):
    """A title that the studio was given at home, or that was taken back there."""

    title: Name = Field(title="标题")
    result: Annotated[str, OneOf(vocabulary.DECISION_RESULTS)] = Field(title="结果")
    designation: Name | None = Field(None, title="称号全称")
    level: Level = Field(title="级别")
    bodies: tuple[Name, ...] = Field(min_length=1, title="作出决定的单位")
    date: Date = Field(title="日期")
    valid_to: Date | None = Field(None, title="有效期至")
    doc_no: Text | None = Field(None, title="文号")


class HomeRecord(Record):
    """一个收来的工作室在它自己馆里的网页、主管工会和称号（<馆>/<工作室>/home.yml），由 laomo gather 写，不用改。"""

    id: Slug = Field(title="原编号", description="在它自己馆里的编号。")
    page: WebAddress | None = Field(None, title="原页")
    union: Name | None = Field(None, title="主管工会")
    region: Name | None = Field(None, title="区县", description="它自己馆里写的地区；这里的地区是那个馆所在的市。")
    titles: tuple[HomeTitle, ...] = Field((), title="称号")


class UpwardRecord(Record):
    """上送（upward.yml）：本馆给上级馆的是什么。没有这份档案，就什么也不给。"""

    id: Slug = Field(title="馆编号", description="与上级约定的本馆编号。")
    landline: Text | None = Field(None, title="联系座机", description="公开的办公电话，印在上级馆的网页上。")
    full_pages: YesNo | None = Field(
        None, title="登全文", description="“是”：上级馆也登全文；不写的登短页，全文看本馆原页。"
    )
    studios_without: tuple[Slug, ...] = Field((), title="不上送的工作室", description="工作室编号。")
    fields_without: tuple[Text, ...] = Field(
        (),
        title="不上送的项目",
        description="如 intro、leaders.bio、year.summary；年度档案、宣传展示、公示的项目前面写 year. 、event. 、notice. ，"
        "只写 event 或 notice 的，整类不送。",
    )
    papers_without: tuple[Text, ...] = Field(
        (), title="不上送的活动和公示", description="文件夹和编号，如 events/2025-01、notices/2025-02。"
    )


class AboveRecord(Record):
    """上级授予的称号（above.yml），由 laomo gather --from-above 写，不用改。"""

    site: Name = Field(title="网站名称")
    as_of: Date = Field(title="数据截至")
    decisions: tuple[DecisionRecord, ...] = Field((), title="决定")


HOUSE_FORMAT: Whole = 1
"""The version of what houses give each other. It is raised when older programs would misread it."""
