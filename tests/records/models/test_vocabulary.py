"""The word lists as the sources have them. A word's slug is in addresses, so that neither may change; a word may only be added here too."""

from typing import Annotated

import pytest
from pydantic import TypeAdapter, ValidationError

from laomo.records.models import standard, vocabulary
from laomo.records.models.base import OneOf

# fmt: off
WORDS = {
    "ADOPTIONS": "新技术=new-technology 引进消化吸收=absorbed-technology 新材料=new-material 发明成果=applied-invention",
    "AGE_BANDS": "35岁及以下=up-to-35 36至45岁=36-45 46至55岁=46-55 56岁及以上=from-56",
    "ALLIANCE_KINDS": "区域=region 行业=industry 企业=enterprise",
    "AUDIENCES": "本单位=unit 社会=public",
    "BENEFIT_KINDS": "效率=efficiency 工艺=process 质量=quality 节能减排=energy-saving 安全=safety 成本=cost 增收=revenue 服务=service",
    "CATEGORIES": "劳模=model-worker 工匠=craftsman 劳模和工匠人才=model-worker-and-craftsman 技能人才=skilled-worker 职工=worker 技能大师=skill-master 巾帼=women 传统工艺=traditional-craft 其他=other",
    "COMMENDATION_GROUNDS": "组织健全=organisation 活动正常=activity 制度完善=rules 创新成果显著=results",
    "DECISION_RESULTS": "达标=qualified 命名=named 示范=demonstration 复核合格=reconfirmed 表彰=commended 限期整改=rectification 摘牌=delisted 撤销=revoked 受理申报=applied 评选入围=shortlisted",
    "DIRECTIONS": "越低越好=lower 越高越好=higher",
    "DISCLOSURES": "可公开=public 专利已申请=patent-filed 已通过保密审查=secrecy-reviewed 不公开=withheld",
    "EDUCATIONS": "研究生=postgraduate 本科=bachelor 大专=college 中专高中及以下=secondary",
    "EVENT_KINDS": "事迹报告=report 成果展示=exhibition 技术交流=exchange 带头人培训=training 媒体报道=press",
    "INSPECTION_KINDS": "检查=inspection 互查=mutual-inspection",
    "FUNDING_SOURCES": "单位行政拨款=unit 工会经费=union 上级工会补助=subsidy 项目经费=project 其他=other",
    "HONOUR_KINDS": "劳动模范=model-worker 五一劳动奖章=may-day-medal 五一劳动奖状=may-day-certificate 工人先锋号=worker-pioneer 工匠=craftsman 技术能手=technical-expert 巾帼荣誉=women 竞赛与集体荣誉=contest 其他荣誉=other",
    "HONOUR_STATES": "有效=valid 撤销=revoked",
    "HOST_PLACES": "办公室=office 实验室=laboratory 工作室=studio 车间=workshop 现场=field",
    "INDUSTRIES": "装备制造=equipment 电子信息=electronics 电力能源=energy 化工材料=chemicals 建筑工程=construction 港口航运=port 交通运输=transport 邮政快递=postal 商贸服务=commerce 金融服务=finance 食品加工=food 轻工纺织=light-industry 医疗卫生=health 教育=education 科研技术服务=research 软件信息=software 文化体育=culture 园林环卫=landscaping 公用事业=utilities 公共服务=public-service 农业渔业=agriculture 酒店旅游=hospitality",
    "INNOVATION_KINDS": "技术攻关=technical-breakthrough 技术改造=technical-renovation 技术协作=technical-cooperation 技术创新=technical-innovation 产品创新=product-innovation 管理创新=management-innovation 服务创新=service-innovation 经营创新=operations-innovation 业务创新=business-innovation 难点攻关=bottleneck-breakthrough 科学研究=scientific-research 发明创造=invention 科技创新=science-and-technology",
    "LEADER_KINDS": "劳动模范=model-worker 技能人才=skilled-worker 工匠=craftsman",
    "LEADER_ROLES": "领衔人=leader 共同领衔人=co-leader 带头人=head",
    "LEVELS": "全国=national 行业=industry 省级=province 市级=city 区级=district 企业级=enterprise",
    "LINK_KINDS": "视频=video 全景=panorama",
    "NOTICE_KINDS": "公示=publicity 通知=announcement",
    "PATENT_STATES": "申请=filed 受理=accepted 授权=granted 登记=registered 失效=lapsed",
    "PERIODS": "年度=year 累计=cumulative 年均=per-year 自应用以来=since 时点=point",
    "PROBLEM_AREAS": "技术开发=technology 产品研发=product 工艺改造=process 安全生产=safety 管理体制=management 其他=other",
    "PROJECT_SOURCES": "一线发现=shop-floor 上级下达=assigned 合理化建议=suggestion 揭榜=open-call",
    "PROJECT_STATES": "计划=planned 在研=running 完成=done 终止=stopped",
    "PROMOTION_SCOPES": "班组=team 本单位=unit 本系统=system 本地=local 行业=industry 全国=national",
    "RELATIONS": "上级工作室=sub_studio_of 孵化工作室=incubated_by 前身=successor_of 牵头工作室=member_of 下设工作室=parent_of 孵化出的工作室=incubator_of 后续工作室=predecessor_of 成员工作室=lead_of",
    "RESULT_KINDS": "发明专利=invention-patent 实用新型专利=utility-model 外观设计专利=design-patent 软件著作权=software-copyright 标准=standard 工法=construction-method 先进操作法=work-method QC成果=quality-circle 论文=paper 技术革新=technical-improvement 五小成果=five-small 新产品=new-product 管理成果=management 获奖=award 其他=other",
    "SKILL_GRADES": "首席技师=chief-technician 特级技师=special-technician 高级技师=senior-technician 技师=technician 高级工=senior-worker 中级工=intermediate-worker 初级工=junior-worker 学徒工=apprentice-worker",
    "STORY_THEMES": "奉献=dedication 创新责任=responsibility 奋发向上=aspiration",
    "STUDIO_STATES": "正常=active 暂停=paused 撤销=closed 合并=merged 迁出=moved",
    "STUDIO_TYPES": "培训服务=training 技术攻关=tackling 技能传授=teaching 综合=comprehensive",
    "UNION_KINDS": "省总工会=province 市总工会=city 县总工会=county 区总工会=district 系统（区域）工委=industry-committee 产业工会=industry-union 直属工会=direct 基层工会=grassroots",
}
# fmt: on
"""List → its words with their slugs, in order. The sources are named in `vocabulary`."""


def lists() -> dict[str, dict[str, str]]:
    found = {
        name: value
        for name, value in vars(vocabulary).items()
        if name.isupper() and isinstance(value, dict) and name[0] != "_"
    }
    return {
        name: value
        for name, value in found.items()
        if name not in _NO_SLUGS and all(isinstance(each, str) for each in value.values())
    }


_NO_SLUGS = {"STANDARD_CHECKS", "RELATIONS_BACK", "FORMER_UNION_KINDS", "KIND_NOTES"}
"""Words with a meaning or another word beside them, not a slug."""


@pytest.mark.parametrize("name", sorted(lists()))
def test_words_and_slugs_stay(name: str) -> None:
    wanted = [tuple(pair.split("=")) for pair in WORDS[name].split()]
    assert [*lists()[name].items()] == wanted
    slugs = [slug for _, slug in wanted]
    assert len(set(slugs)) == len(slugs)


def test_no_list_is_gone() -> None:
    assert WORDS.keys() == lists().keys()


@pytest.mark.parametrize("name", sorted(WORDS))
def test_a_field_takes_each_word_and_no_other(name: str) -> None:
    words = [pair.partition("=")[0] for pair in WORDS[name].split()]
    adapter: TypeAdapter[str] = TypeAdapter(Annotated[str, OneOf(lists()[name])])
    assert [adapter.validate_python(word) for word in words] == words
    for other in (f"{words[0]}类", "", words[0][:-1], lists()[name][words[0]]):
        with pytest.raises(ValidationError) as refused:
            adapter.validate_python(other)
        (error,) = refused.value.errors()
        assert (error["type"], error["ctx"]["choices"]) == ("unknown-word", tuple(words))


def test_what_earlier_records_call_a_union_is_still_read() -> None:
    adapter: TypeAdapter[str] = TypeAdapter(
        Annotated[str, OneOf(vocabulary.UNION_KINDS, vocabulary.FORMER_UNION_KINDS)]
    )
    assert [adapter.validate_python(word) for word in ("区工会", "产业工委")] == ["区总工会", "系统（区域）工委"]


def test_relations_go_back() -> None:
    back = vocabulary.RELATIONS_BACK
    assert {kind: back[back[kind]] for kind in vocabulary.RELATIONS} == {kind: kind for kind in vocabulary.RELATIONS}
    assert [back[kind] for kind in ("上级工作室", "孵化工作室", "前身", "牵头工作室")] == [
        "下设工作室",
        "孵化出的工作室",
        "后续工作室",
        "成员工作室",
    ]


def test_marks_of_honours() -> None:
    assert vocabulary.HONOUR_MARKS == {
        "劳动模范": ("劳动模范", "劳模", "先进工作者"),
        "五一劳动奖章": ("五一劳动奖章",),
        "五一劳动奖状": ("五一劳动奖状",),
        "工人先锋号": ("工人先锋号",),
        "工匠": ("工匠",),
        "技术能手": ("技术能手", "技能能手", "首席技师", "技能大师"),
        "巾帼荣誉": ("巾帼", "三八", "五一巾帼"),
        "竞赛与集体荣誉": ("竞赛", "比武", "先进集体", "优胜"),
    }
    assert [*vocabulary.HONOUR_KINDS] == [*vocabulary.HONOUR_MARKS, "其他荣誉"]


def test_what_checks_of_a_standard_take() -> None:
    counted = ("minimum", "recommended")
    assert {
        **dict.fromkeys(("projects-in-year", "achievements-in-year", "recognised-achievements-in-year"), counted),
        **dict.fromkeys(("awards-in-year", "goals-in-year", "trainings-in-year", "frontline-member"), counted),
        "leader-honour": ("level", "names"),
        "fields-present": ("all_of", "any_of"),
        "plaque": (),
        "manual": (),
    } == standard.PARAMETERS
    assert standard.PARAMETERS.keys() == vocabulary.STANDARD_CHECKS.keys()
    assert {name for name, taken in standard.PARAMETERS.items() if taken == counted} == standard.COUNTED
