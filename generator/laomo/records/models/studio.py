"""The profile of a studio (`studio.yml`). Its fields follow domain notes §5; only those without a default are required.

A field that no source states is None or empty, and pages show nothing for it: no default may state a fact about a studio or a person.
"""

from collections.abc import Mapping
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import Field

from laomo.records.models import vocabulary
from laomo.records.models.base import (
    MOST_ITEMS,
    PICTURE_NAME,
    Address,
    Amount,
    Date,
    LongText,
    Name,
    OneOf,
    PersonName,
    Record,
    ResultId,
    Slug,
    Text,
    Whole,
    YesNo,
)
from laomo.records.models.shared import Honour, Photo, Year


class Portrait(Record):
    """A portrait of a leader in the studio's `photos/` folder. It is shown only with the date of the person's consent (民法典 2020 第一千零一十九条)."""

    file: Annotated[str, Field(pattern=rf"^{PICTURE_NAME}$")] = Field(
        title="文件名", description="photos 文件夹里的文件名，限 jpg、png、webp。"
    )
    alt: Text = Field(title="替代文字", description="读给看不见图片的人听，如“罗海平在岸桥司机室里”。")
    consent: Date | None = Field(
        None, title="本人同意日期", description="本人书面同意公开肖像的日期；没有写，肖像不登。"
    )


class Leader(Record):
    """A present or former leader of the studio, published under the name in the naming document."""

    name: PersonName = Field(title="姓名")
    role: Annotated[str, OneOf(vocabulary.LEADER_ROLES)] = Field("领衔人", title="角色")
    kind: Annotated[str, OneOf(vocabulary.LEADER_KINDS)] | None = Field(
        None, title="人才类别", description="命名文件或证书写明的才填；不填就不显示。"
    )
    start: Date | None = Field(None, title="任职起", description="开始领衔的时间。")
    end: Date | None = Field(None, title="任职止", description="不再领衔的时间；现任不填。")
    job: Text | None = Field(None, title="工种职务", description="如“电焊工”“护士长”。")
    skill_grade: Annotated[str, OneOf(vocabulary.SKILL_GRADES)] | None = Field(None, title="技能等级")
    title: Text | None = Field(None, title="职称")
    specialities: tuple[Text, ...] = Field((), max_length=MOST_ITEMS, title="专长")
    frontline: YesNo | None = Field(None, title="一线职工", description="是或否。")
    honours: tuple[Honour, ...] = Field((), max_length=MOST_ITEMS, title="个人荣誉")
    also_leads: tuple[Slug, ...] = Field(
        (),
        max_length=MOST_ITEMS,
        title="兼任领衔",
        description="同一个人在别的工会还领衔的工作室的编号；两边的档案都写了，才并成一个人。",
    )
    bio: LongText | None = Field(None, title="人物简介", description="空一行分段。")
    portrait: Portrait | None = Field(None, title="肖像", description="领衔人的照片，本人书面同意公开的才填。")
    withdrawn: Date | None = Field(
        None,
        title="撤回公开日期",
        description="本人不再同意公开，或称号被撤销：写上日期，这个人就从本工会的每一页消失，档案仍留在工会。",
    )

    @property
    def published(self) -> bool:
        """Whether the site may show this person: they have not withdrawn, and not all their honours were revoked."""
        return self.withdrawn is None and (not self.honours or any(each.status == "有效" for each in self.honours))


class Place(Record):
    """The premises of the studio. Required by: 七有之场地设施, 六有之固定场所."""

    host: Annotated[str, OneOf(vocabulary.HOST_PLACES)] | None = Field(None, title="依托场所")
    area: Amount | None = Field(None, title="场地面积", description="如“约120平方米”。")
    equipment: tuple[Text, ...] = Field((), max_length=MOST_ITEMS, title="主要设备")


class Rule(Record):
    """A written rule of the studio."""

    name: Name = Field(title="制度名称")
    year: Year | None = Field(None, title="制定年份")


class Funding(Record):
    """How the work is funded. Amounts are recorded only if the unit agrees."""

    sources: tuple[Annotated[str, OneOf(vocabulary.FUNDING_SOURCES)], ...] = Field(
        min_length=1, max_length=MOST_ITEMS, title="经费来源"
    )
    amount: Amount | None = Field(None, title="年度经费", description="单位同意公开时填写，如“约15万元”。")


Grade = Annotated[str, OneOf({**vocabulary.SKILL_GRADES, "其他": "other"})]
AgeBand = Annotated[str, OneOf(vocabulary.AGE_BANDS)]


class TeamCell(Record):
    """How many of the team have this grade and this age (河南省总工会 2015-02-06 三·一: 技术等级和年龄梯次结构)."""

    grade: Grade = Field(title="技能等级")
    age: AgeBand = Field(title="年龄段")
    count: Whole = Field(title="人数")


class Team(Record):
    """The team in numbers, without names. The parts of each breakdown add up to `total`."""

    total: Whole = Field(title="团队人数", description="含领衔人。")
    frontline: Whole | None = Field(None, title="一线职工人数")
    female: Whole | None = Field(None, title="女职工人数")
    by_grade: Mapping[Grade, Whole] | None = Field(None, title="技能等级结构")
    by_age: Mapping[AgeBand, Whole] | None = Field(None, title="年龄结构")
    by_grade_and_age: tuple[TeamCell, ...] = Field(
        (),
        max_length=MOST_ITEMS,
        title="等级与年龄梯次",
        description="每个等级、每个年龄段几人；只并入全馆合计，本工作室的网页不印。",
    )
    by_education: Mapping[Annotated[str, OneOf(vocabulary.EDUCATIONS)], Whole] | None = Field(None, title="学历结构")


class Relation(Record):
    """The relation of another studio to this one. Its page shows it too if it is of the same union, or if its own record says so."""

    kind: Annotated[str, OneOf(vocabulary.RELATIONS)] = Field(title="关系", description="对方是本工作室的什么。")
    studio: Slug = Field(title="对方工作室编号")
    since: Date | None = Field(None, title="起始时间")


class Link(Record):
    """A video or panorama on another site. Our pages link to it but never embed it (河南省总工会 2015-02-06 五·一)."""

    title: Name = Field(title="标题")
    kind: Annotated[str, OneOf(vocabulary.LINK_KINDS)] = Field(title="类型")
    address: Address = Field(title="网址", description="以 https:// 开头的完整网址。")
    provider: Name | None = Field(None, title="来源", description="谁拍的、放在哪个平台，如“单位宣传科”。")

    @property
    def host(self) -> str:
        """The host of the address: video.example.org."""
        return urlsplit(self.address).netloc


class Quote(Record):
    """What somebody of the studio said, as they said it."""

    text: Text = Field(title="原话", description="照本人说的写，不带引号，四十字以内为好。")
    speaker: PersonName = Field(title="说话人")
    occasion: Text | None = Field(None, title="场合", description="什么时候、对谁说的，如“带徒弟时常说”。")


class StudioRecord(Record):
    """工作室档案：一家劳模（技能人才、工匠）创新工作室的基本情况。"""

    sample: YesNo = Field(False, title="示例", description="虚构的演示数据写“是”。")
    name: Name = Field(title="工作室名称", description="与牌匾一致。")
    category: Annotated[str, OneOf(vocabulary.CATEGORIES)] | None = Field(None, title="类别")
    leaders: tuple[Leader, ...] = Field((), max_length=MOST_ITEMS, title="领衔人", description="名单上没有写的不填。")
    units: tuple[Name, ...] = Field(
        min_length=1, max_length=MOST_ITEMS, title="所在单位", description="第一个是挂牌单位；跨单位创建的依次列出。"
    )
    region: Name | None = Field(None, title="地区", description="写到区县即可，不写门牌号。")
    former_names: tuple[Name, ...] = Field((), max_length=MOST_ITEMS, title="曾用名")
    types: tuple[Annotated[str, OneOf(vocabulary.STUDIO_TYPES)], ...] = Field(
        (), max_length=MOST_ITEMS, title="功能类型"
    )
    kinds: tuple[Annotated[str, OneOf(vocabulary.INNOVATION_KINDS)], ...] = Field(
        (), max_length=MOST_ITEMS, title="创新方向"
    )
    industry: Name | None = Field(None, title="行业")
    co_unions: tuple[Slug, ...] = Field(
        (),
        max_length=MOST_ITEMS,
        title="共建工会",
        description="跨工会创建时填其他工会的编号；那家工会在 unions.yml 里也写了，才登在它的网页上。统计仍归主管工会。",
    )
    founded: Date | None = Field(None, title="成立时间", description="可以只写年或年月，如 2013-06。")
    plaque: Date | None = Field(None, title="挂牌时间")
    status: Annotated[str, OneOf(vocabulary.STUDIO_STATES)] = Field("正常", title="状态")
    ended_on: Date | None = Field(None, title="终止时间", description="合并、迁出或撤销的时间。")
    merged_into: Slug | None = Field(None, title="并入", description="合并后的工作室编号，状态写“合并”。")
    moved_to: Text | None = Field(None, title="迁往", description="迁到哪个地方、归哪个工会，状态写“迁出”。")
    relations: tuple[Relation, ...] = Field(
        (),
        max_length=MOST_ITEMS,
        title="关系",
        description="与其他工作室的关系。同一工会的，两边的网页都会显示；别的工会的，两边都写了，才在两边显示。",
    )
    took_part_in: tuple[ResultId, ...] = Field(
        (),
        max_length=MOST_ITEMS,
        title="参与完成",
        description="别的工会的工作室填报、本工作室一起完成的成果，写“工作室编号/成果编号”；写了，才在本工作室的网页上显示。",
    )
    slogan: Text | None = Field(None, title="一句话介绍", description="印在页首，四十字以内为好。")
    quote: Quote | None = Field(None, title="一句原话", description="印在页首；没有就印“一句话介绍”。")
    intro: LongText | None = Field(None, title="简介", description="三百字左右，空一行分段。")
    positioning: LongText | None = Field(None, title="定位")
    methods: LongText | None = Field(None, title="工作法")
    place: Place | None = Field(None, title="场地设施")
    rules: tuple[Rule, ...] = Field((), max_length=MOST_ITEMS, title="工作制度")
    ledger: YesNo | None = Field(None, title="台账", description="有或无。")
    funding: Funding | None = Field(None, title="工作经费")
    team: Team | None = Field(None, title="创新团队")
    honours: tuple[Honour, ...] = Field((), max_length=MOST_ITEMS, title="集体荣誉")
    photos: tuple[Photo, ...] = Field((), max_length=MOST_ITEMS, title="图片", description="第一张用作封面。")
    links: tuple[Link, ...] = Field(
        (), max_length=MOST_ITEMS, title="视频与全景", description="放在其他网站的视频和全景，网页上只给链接。"
    )
    landline: Text | None = Field(
        None, title="联系座机", description="可以公开的办公座机；不写的，网页上印主管工会的座机。"
    )
    updated: Date | None = Field(None, title="更新日期", description="这份档案最后核对的日期。")
