"""The records of a site as a whole: its name and settings, its unions, who may change what, and its local vocabulary."""

from typing import Annotated

from pydantic import AfterValidator, Field

from laomo.records.models import vocabulary
from laomo.records.models.base import (
    SITE_CODE,
    Account,
    Date,
    Host,
    LongText,
    Name,
    OneOf,
    PersonName,
    Record,
    Slug,
    Text,
    VerificationCode,
    Whole,
    YesNo,
    refusal,
)
from laomo.records.models.shared import Level, Year

FORMAT = 1
"""The version of the record format. It is raised when older records would be misread; `laomo upgrade` then converts them."""


class Footer(Record):
    """页脚. Every line is optional; an empty one is not shown at all."""

    host: Text | None = Field(None, title="主办单位")
    operator: Text | None = Field(None, title="承办单位")
    address: Text | None = Field(None, title="地址")
    hotline: Text | None = Field(None, title="职工热线", description="如“12351”。")
    mailbox: Text | None = Field(
        None, title="联系邮箱", description="办公用的公共邮箱，各页的“纠错”写给它；不写私人邮箱。"
    )
    icp: Text | None = Field(None, title="ICP备案号")
    police: Text | None = Field(None, title="公安备案号")
    note: Text | None = Field(None, title="说明")


class PioneerTotal(Record):
    """How many 工人先锋号 a union awarded in a year. Studios should receive a share of them (河南省总工会 2015-02-06 五·二)."""

    year: Year = Field(title="年份")
    level: Level = Field(title="级别")
    total: Whole = Field(title="授予总数", description="当年这一级授予的工人先锋号总数，单位：个。")
    doc_no: Text | None = Field(None, title="文号", description="如“云工〔2013〕6号”。")


class RegionCell(Record):
    """Where a region stands on the home page's map, a grid of equal cells: south of another in a row below, east of it in a column further right."""

    region: Name = Field(title="地区", description="与工作室档案里写的一致。")
    column: Annotated[Whole, Field(ge=1, le=7)] = Field(title="列", description="从西往东数，最西的一列是1，最多7列。")
    row: Annotated[Whole, Field(ge=1, le=20)] = Field(title="行", description="从北往南数，最北的一行是1。")


class Goal(Record):
    """How many studios the host wants to have by a year, as a document says it (compare 河南省总工会 2015-02-06 二)."""

    studios: Whole = Field(title="家数", description="到那一年底的累计家数，单位：家。")
    year: Year = Field(title="到哪一年", description="四位数字。")
    title: Name | None = Field(None, title="说法", description="如“三年左右力争100家以上”。")
    document: Name | None = Field(None, title="依据文件")
    doc_no: Text | None = Field(None, title="文号")


class WithdrawnPerson(Record):
    """Somebody whom the host takes off every union's pages; a studio's own record does so only for its own union."""

    name: PersonName = Field(title="姓名")
    unit: Name = Field(title="所在单位", description="与工作室档案里写的一致，好与同名的人分开。")


class Verification(Record):
    """搜索引擎的网站验证：在它们的站长平台上领到的一串字符，只填 content 里的值。"""

    baidu: VerificationCode | None = Field(None, title="百度")
    so360: VerificationCode | None = Field(None, title="360搜索")
    sogou: VerificationCode | None = Field(None, title="搜狗")
    bing: VerificationCode | None = Field(None, title="必应")
    google: VerificationCode | None = Field(None, title="谷歌")


SiteCode = Annotated[str, Field(pattern=SITE_CODE)]


class Government(Record):
    """政府网站的网页标签（国办发〔2017〕47号《政府网站发展指引》附件）. Only sites that have to carry them state this."""

    name: Name | None = Field(None, title="网站名称", description="SiteName；不写的用网站名称。")
    domain: Host | None = Field(None, title="域名", description="SiteDomain；不写的用 mkdocs.yml 里 site_url 的域名。")
    code: SiteCode | None = Field(None, title="网站标识码", description="SiteIDCode，政府网站标识码，十位数字。")
    columns: dict[Name, Name] = Field(
        default_factory=dict, title="栏目类别", description="ColumnType，栏目名称: 类别，如“公示与通知: 工作动态”。"
    )


class SiteRecord(Record):
    """站点：名称、地区、页脚和数据截至日期（site.yml）。"""

    format: Annotated[Whole, Field(ge=1)] = Field(
        FORMAT, title="档案格式", description="由 laomo init 和 laomo upgrade 填写，不用改。"
    )
    name: Name = Field(title="网站名称")
    place: Name = Field(title="地区", description="如“云屿市”。")
    statement: Text | None = Field(None, title="首页主题句")
    lead: LongText | None = Field(None, title="首页导语")
    as_of: Date = Field(title="数据截至")
    sample_banner: Text | None = Field(
        None, title="示例提示", description="演示站在每页上方显示的一句话；正式网站不填。"
    )
    noindex: YesNo | None = Field(
        None,
        title="不让搜索引擎收录",
        description="“是”或“否”；不写的，工作室档案全是示例时不收录，正式网站收录。",
    )
    regions: tuple[Name, ...] = Field((), title="地区次序")
    region_map: tuple[RegionCell, ...] = Field(
        (),
        title="地区方位图",
        description="每个地区一格，上北下南；有工作室的地区都写了，首页就按方位排，不写的照地区次序排。",
    )
    featured: tuple[Slug, ...] = Field((), title="首页推荐", description="工作室编号。")
    pioneers: tuple[PioneerTotal, ...] = Field(
        (), title="工人先锋号总数", description="填了总数，才算其中工作室所占的份额。"
    )
    goals: tuple[Goal, ...] = Field((), title="创建目标", description="本地文件定的总目标；写了，才有“创建目标”一页。")
    licence: Text | None = Field(
        None, title="数据许可", description="公开数据可以怎样使用，印在开放数据页和下载的文件里。"
    )
    withdrawn: tuple[WithdrawnPerson, ...] = Field(
        (),
        title="全站撤回公开的人",
        description="写在这里的人，从每一家工会的网页消失；只撤自己工会的，写在工作室档案里。",
    )
    form: YesNo = Field(
        False, title="网上填报表", description="写“是”，网站上放一份填报表，页脚有链接；填的内容不会发到网站上。"
    )
    verification: Verification | None = Field(
        None, title="网站验证", description="各搜索引擎站长平台给的验证码，写在首页上。"
    )
    government: Government | None = Field(
        None, title="政府网站标签", description="写了，每页带上政府网站的网页标签；发布日期和来源只取自档案。"
    )
    footer: Footer = Field(Footer(), title="页脚")


class UnionRecord(Record):
    """One union of the tree. Its id is the name of the folder with its studios."""

    id: Slug = Field(title="编号")
    name: Name = Field(title="工会名称")
    kind: Annotated[str, OneOf(vocabulary.UNION_KINDS, vocabulary.FORMER_UNION_KINDS)] = Field(title="类别")
    parent: Slug | None = Field(None, title="上级工会")
    short: Name | None = Field(None, title="简称")
    other_names: tuple[Name, ...] = Field(
        (), title="其他名称", description="文件和证书上对它的其他叫法，如“屿心区总工会”；表彰按这些名称归到它名下。"
    )
    intro: LongText | None = Field(None, title="简介")
    landline: Text | None = Field(None, title="联系座机")
    co_studios: tuple[Slug, ...] = Field(
        (), title="共建的工作室", description="同意登在这家工会网页上的、由别的工会主管的工作室的编号。"
    )
    commends: tuple[Slug, ...] = Field(
        (),
        title="表彰的工作室",
        description="由别的工会主管、荣誉确由这家工会授予的工作室的编号；写了，那些荣誉才登在这家工会的网页上。",
    )


DEEPEST_UNION = 8
"""Unions above one another: from the state to a workshop there are fewer."""


def _rooted(unions: tuple[UnionRecord, ...]) -> tuple[UnionRecord, ...]:
    """Refuse unions that stand above themselves: whoever goes up or down from one would never come to an end."""
    above = {union.id: union.parent for union in unions}
    for union in unions:
        steps, place = 0, union.parent
        while place and steps < DEEPEST_UNION:
            steps, place = steps + 1, above.get(place)
        if place:
            raise refusal("union-cycle", value=union.id, limit=DEEPEST_UNION)
    return unions


class UnionsRecord(Record):
    """工会名录（unions.yml），次序即文件中的次序。"""

    unions: Annotated[tuple[UnionRecord, ...], AfterValidator(_rooted)] = Field(min_length=1, title="工会")


class OwnersRecord(Record):
    """谁可以改什么（owners.yml）：代码平台上的账号。不会登出；`laomo ownership` 用合并以前的那一份。"""

    stewards: tuple[Account, ...] = Field((), title="管理员", description="可以改整个网站的账号；写账号，不写姓名。")
    unions: dict[Slug, tuple[Account, ...]] = Field(
        default_factory=dict, title="各工会", description="工会编号: [账号, 账号]；只能改自己工会文件夹里的档案。"
    )


class VocabularyRecord(Record):
    """本地词表（vocabulary.yml）：在内置词表之外增加的行业，地区的编号，和当地的叫法。"""

    industries: dict[Name, Slug] = Field(default_factory=dict, title="行业", description="名称: 编号。")
    regions: dict[Name, Slug] = Field(
        default_factory=dict, title="地区", description="名称: 编号；不写的用拼音，如 yuxinqu。"
    )
    also_called: dict[Name, tuple[Name, ...]] = Field(
        default_factory=dict,
        title="又叫",
        description="档案里写的词: [平常的叫法, 叫法]，如 焊接: [烧焊]；读者用后面的词也搜得到。常见的叫法已经内置。",
    )


__all__ = [
    "FORMAT",
    "Footer",
    "OwnersRecord",
    "PioneerTotal",
    "RegionCell",
    "SiteRecord",
    "UnionRecord",
    "UnionsRecord",
    "VocabularyRecord",
    "WithdrawnPerson",
    "Year",
]
