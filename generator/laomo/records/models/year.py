"""One year of a studio (`<year>.yml`): its annual report (厦工办〔2013〕6号 四·4) and the source of its achievements."""

from typing import Annotated

from pydantic import Field

from laomo.records.models import vocabulary
from laomo.records.models.base import (
    MOST_ITEMS,
    Amount,
    Date,
    LongText,
    Name,
    OneOf,
    PersonName,
    Record,
    Sign,
    Slug,
    Text,
    Whole,
    YesNo,
)
from laomo.records.models.shared import Honour, Level, Photo, Year

Grade = Annotated[str, OneOf(vocabulary.SKILL_GRADES)]
Kind = Annotated[str, OneOf(vocabulary.INNOVATION_KINDS)]


class ProjectRecord(Record):
    """攻关项目. At least one a year is required, two are recommended (厦工办〔2013〕6号 三·4)."""

    title: Name = Field(title="项目名称")
    problem: Text | None = Field(None, title="问题", description="一线遇到了什么难题。")
    area: Annotated[str, OneOf(vocabulary.PROBLEM_AREAS)] | None = Field(None, title="问题领域")
    kinds: tuple[Kind, ...] = Field((), max_length=MOST_ITEMS, title="创新方向")
    goal: Text | None = Field(None, title="目标")
    plan: Text | None = Field(None, title="计划安排")
    start: Date | None = Field(None, title="开始时间")
    end: Date | None = Field(None, title="完成时间")
    status: Annotated[str, OneOf(vocabulary.PROJECT_STATES)] | None = Field(None, title="进度")
    source: Annotated[str, OneOf(vocabulary.PROJECT_SOURCES)] | None = Field(None, title="课题来源")
    partners: tuple[Name, ...] = Field((), max_length=MOST_ITEMS, title="合作单位")
    results: tuple[Slug, ...] = Field((), max_length=MOST_ITEMS, title="形成成果", description="成果编号。")


class IntellectualProperty(Record):
    """知识产权. An application is not a grant, and the two are never counted together."""

    state: Annotated[str, OneOf(vocabulary.PATENT_STATES)] = Field(title="状态")
    number: Text | None = Field(None, title="专利号或登记号")
    date: Date | None = Field(None, title="日期")
    owner: Name | None = Field(None, title="权利人")


class Recognition(Record):
    """Who recognised the result (厦工办〔2013〕6号 三·7)."""

    body: Name = Field(title="认定单位")
    level: Level = Field(title="级别")
    year: Year | None = Field(None, title="认定年份")
    award: Text | None = Field(None, title="奖项等次", description="如“职工技术创新成果一等奖”。")
    doc_no: Text | None = Field(None, title="文号")


class MeasureRecord(Record):
    """One figure before and after an improvement."""

    indicator: Name = Field(title="指标")
    before: Amount = Field(title="改进前", description="只写数字，单位另填。")
    after: Amount = Field(title="改进后", description="只写数字，单位另填。")
    unit: Sign = Field(title="单位", description="如“分钟”“%”“次/月”。")
    says: Name | None = Field(
        None, title="一句话", description="大白话说改的是什么，如“落一只箱”；网页接着写“从18秒到11秒”。"
    )
    direction: Annotated[str, OneOf(vocabulary.DIRECTIONS)] | None = Field(
        None, title="方向", description="数字越低越好还是越高越好；不写，网页就不说。"
    )


class BenefitRecord(Record):
    """经济效益, as certified."""

    kind: Annotated[str, OneOf(vocabulary.BENEFIT_KINDS)] = Field(title="效益类别")
    amount: Amount | None = Field(None, title="数额", description="照原文写，如“800余万元”。")
    period: Annotated[str, OneOf(vocabulary.PERIODS)] | None = Field(None, title="时段")
    as_of: Date | None = Field(None, title="截至")
    source: Text | None = Field(None, title="依据", description="谁核定的，如“单位财务部门核定”。")
    note: Text | None = Field(None, title="说明")

    @property
    def is_money(self) -> bool:
        """Whether it states an amount of money. Only that is called 经济效益; whatever else was achieved is 应用成效."""
        return self.amount is not None and "元" in self.amount.unit


class Promotion(Record):
    """推广应用."""

    place: Name = Field(title="应用单位")
    scope: Annotated[str, OneOf(vocabulary.PROMOTION_SCOPES)] | None = Field(None, title="范围")
    year: Year | None = Field(None, title="年份")
    count: Amount | None = Field(None, title="数量", description="如“12台”。")


class AchievementRecord(Record):
    """一项成果：问题、办法、效果，和它的证明。"""

    id: Slug = Field(title="编号", description="小写英文、数字和短横线，定了就不再改。")
    title: Name = Field(title="成果名称")
    kind: Annotated[str, OneOf(vocabulary.RESULT_KINDS)] = Field(
        title="成果类别", description="“五小”指小发明、小革新、小改造、小设计、小建议。"
    )
    disclosure: Annotated[str, OneOf(vocabulary.DISCLOSURES)] = Field(
        title="公开意见", description="不公开的成果不会出现在网站上。"
    )
    innovation: tuple[Kind, ...] = Field((), max_length=MOST_ITEMS, title="创新方向")
    adopted: tuple[Annotated[str, OneOf(vocabulary.ADOPTIONS)], ...] = Field(
        (),
        max_length=MOST_ITEMS,
        title="用上的新东西",
        description="用了新技术、新材料，引进消化吸收了同行的技术，或者用上了别人的发明成果，才选。",
    )
    problem: LongText | None = Field(None, title="问题")
    solution: LongText | None = Field(None, title="办法")
    effect: LongText | None = Field(None, title="效果")
    measures: tuple[MeasureRecord, ...] = Field((), max_length=MOST_ITEMS, title="前后对比")
    benefits: tuple[BenefitRecord, ...] = Field((), max_length=MOST_ITEMS, title="经济效益")
    social_benefit: Text | None = Field(None, title="社会效益")
    recognised_by: tuple[Recognition, ...] = Field((), max_length=MOST_ITEMS, title="成果认定")
    ip: IntellectualProperty | None = Field(None, title="知识产权")
    promotion: tuple[Promotion, ...] = Field((), max_length=MOST_ITEMS, title="推广应用")
    story: LongText | None = Field(None, title="故事", description="写了故事或配了图片的成果有自己的网页。")
    photos: tuple[Photo, ...] = Field((), max_length=MOST_ITEMS, title="图片")
    shared_with: tuple[Slug, ...] = Field(
        (),
        max_length=MOST_ITEMS,
        title="共同完成",
        description="一起完成这项成果的其他工作室的编号；成果由一家填报，全站只算一次。别的工会的工作室，要在它的档案里写上 took_part_in。",
    )

    @property
    def ip_state(self) -> str | None:
        """The state of its intellectual property; None if not stated. The copyright of software is registered, never granted."""
        if self.ip is None:
            return None
        return "登记" if (self.kind, self.ip.state) == ("软件著作权", "授权") else self.ip.state


class Training(Record):
    """培训. Sessions (场) and attendances (人次) are counted separately."""

    topic: Name = Field(title="主题")
    date: Date | None = Field(None, title="时间")
    sessions: Whole | None = Field(None, title="场次", description="单位：场。")
    attendances: Whole | None = Field(None, title="人次")
    audience: Annotated[str, OneOf(vocabulary.AUDIENCES)] | None = Field(None, title="对象")


class Outcome(Record):
    """What apprentices achieved."""

    kind: Name = Field(title="成效", description="如“晋升技师”“市级竞赛获奖”“出师”。")
    count: Whole = Field(title="人数")
    before: Grade | None = Field(None, title="原等级", description="晋级以前的技能等级，如“中级工”。")
    after: Grade | None = Field(None, title="新等级", description="晋级以后的技能等级，如“高级工”。")


class Pair(Record):
    """A mentor and an apprentice by name; only with the apprentice's consent."""

    mentor: PersonName = Field(title="师傅")
    apprentice: PersonName = Field(title="徒弟")
    consent: Date = Field(title="同意公开日期", description="徒弟本人同意公开姓名的日期。")
    start: Date | None = Field(None, title="结对时间")
    outcome: Text | None = Field(None, title="成效")


class Mentoring(Record):
    """名师带徒: number of apprentices and outcomes (河南省总工会 2015-02-06 三·一)."""

    apprentices: Whole = Field(title="带徒人数")
    outcomes: tuple[Outcome, ...] = Field((), max_length=MOST_ITEMS, title="带徒成效")
    assessment: Text | None = Field(
        None, title="带徒考评", description="怎样考、考得怎样，如“年底技能比武，8人合格”；不写个人的分数。"
    )
    incentive: Text | None = Field(
        None, title="带徒激励", description="带得好的怎样激励，如“每带出一名高级工，奖励师傅一次疗休养”。"
    )
    pairs: tuple[Pair, ...] = Field((), max_length=MOST_ITEMS, title="师徒结对")


class Event(Record):
    """交流、技术协作、带头人培训."""

    topic: Name = Field(title="主题")
    date: Date | None = Field(None, title="时间")
    partner: Name | None = Field(None, title="对方单位")
    note: Text | None = Field(None, title="说明")


class Suggestions(Record):
    """合理化建议. No number may exceed the one before it."""

    proposed: Whole | None = Field(None, title="提出", description="单位：条。")
    adopted: Whole | None = Field(None, title="采纳")
    implemented: Whole | None = Field(None, title="实施")
    benefit: Amount | None = Field(None, title="效益")


class ReportRecord(Record):
    """Internal: when the annual report reached the union. Never published."""

    submitted: Date | None = Field(None, title="报送日期")
    inspection: LongText | None = Field(None, title="检查记录")


class YearRecord(Record):
    """年度档案：工作室一年的工作。"""

    sample: YesNo = Field(False, title="示例", description="虚构的演示数据写“是”。")
    summary: LongText | None = Field(None, title="年度小结", description="空一行分段。")
    projects: tuple[ProjectRecord, ...] = Field((), max_length=MOST_ITEMS, title="攻关项目")
    achievements: tuple[AchievementRecord, ...] = Field((), max_length=MOST_ITEMS, title="创新成果")
    trainings: tuple[Training, ...] = Field((), max_length=MOST_ITEMS, title="培训")
    mentoring: Mentoring | None = Field(None, title="名师带徒")
    exchanges: tuple[Event, ...] = Field((), max_length=MOST_ITEMS, title="技术交流")
    assistance: tuple[Event, ...] = Field((), max_length=MOST_ITEMS, title="技术协作")
    leader_trainings: tuple[Event, ...] = Field((), max_length=MOST_ITEMS, title="带头人培训")
    suggestions: Suggestions | None = Field(None, title="合理化建议")
    honours: tuple[Honour, ...] = Field((), max_length=MOST_ITEMS, title="年度荣誉")
    members_promoted: Whole | None = Field(None, title="成员晋级人数")
    plan_next: LongText | None = Field(None, title="下年计划")
    report: ReportRecord | None = Field(None, title="报送（内部）")

    @property
    def only_registers(self) -> bool:
        """Whether it says when the year's report came in, and nothing of the year itself."""
        fields = (name for name in type(self).model_fields if name not in ("sample", "report"))
        return self.report is not None and not any(getattr(self, name) for name in fields)
