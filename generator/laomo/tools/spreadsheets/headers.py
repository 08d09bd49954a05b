"""The headers that unions write above the columns of their spreadsheets, and which columns must never be read."""

import re
import unicodedata
from functools import cache, lru_cache

from laomo.tools.spreadsheets.round_sheets import ROUND, UNIONS
from laomo.tools.spreadsheets.sheets import (
    ID,
    LEADERS,
    NAME,
    NAMING,
    SHEETS,
    STUDIOS,
    TASKED,
    UNION,
    UNITS,
    YEAR,
    Sheet,
)

PROVINCE, CITY = "地区·省", "地区·市"
"""Headings of columns that hold a part of the region; `regions` joins them. The district has the heading of the region itself."""

JOINED = "＋"
"""Between the two headings of a column that holds two things in each cell."""
STUDIO_WORDS = {
    NAME: (
        "名称",
        "工作室",
        "创新工作室",
        "创新工作室名称",
        "劳模创新工作室",
        "劳模创新工作室名称",
        "劳模工作室名称",
        "工作室全称",
        "室名",
    ),
    UNION: (
        *("工会", "工会名称", "所属工会", "所在工会", "推荐工会", "推荐单位", "申报工会", "上级工会", "上报单位"),
        *(
            "主管单位",
            "区工会",
            "县区工会",
            "区县工会",
            "产业工会",
            "归口工会",
            "推荐工会名称",
            "主管工会名称",
            "推荐单位名称",
        ),
    ),
    PROVINCE: ("省", "省份", "所在省", "所属省", "省区市"),
    CITY: ("市", "城市", "地市", "设区市", "市州", "地级市", "所在市", "所属市", "所在城市"),
    "类别": ("工作室类别", "工作室类型", "类型", "命名类别"),
    "领衔人·姓名": (
        *(
            "领衔人",
            "领衔人姓名",
            "领办人",
            "领办人姓名",
            "负责人",
            "负责人姓名",
            "带头人",
            "带头人姓名",
            "领军人",
            "领军人物",
        ),
        *("领头人", "牵头人", "主持人", "姓名", "领衔劳模", "劳模姓名", "工作室负责人", "工作室领衔人"),
    ),
    "领衔人·工种职务": ("工种", "职务", "工种职务", "岗位", "领衔人职务", "职业工种", "职业"),
    "领衔人·技能等级": ("技能等级", "职业技能等级", "技术等级"),
    "领衔人·职称": ("职称", "技术职称", "专业技术职称"),
    "领衔人·专长": ("专长", "技术专长", "特长"),
    "领衔人·人才类别": ("人才类别", "领衔人类别"),
    "所在单位": (
        *(
            "单位",
            "单位名称",
            "企业",
            "企业名称",
            "所属单位",
            "所属企业",
            "工作单位",
            "申报单位",
            "创建单位",
            "依托单位",
        ),
        *("领衔人单位", "所在企业", "所在单位名称", "领衔人所在单位", "挂牌单位"),
    ),
    "地区": (
        "所在地区",
        "所属地区",
        "所属区",
        "所在区",
        "所属区县",
        "区县",
        "所在区县",
        "行政区",
        "行政区划",
        "区",
        "县",
        "县区",
        "市区",
        "县市区",
        "市县",
        "区市县",
        "所属县区",
        "所在县区",
        "所属市区",
        "城区",
        "属地",
        "区域",
        "所在地",
    ),
    "行业": ("所属行业", "行业类别", "所在行业", "产业"),
    "功能类型": ("工作室功能", "功能"),
    "创新方向": ("方向", "攻关方向", "创新领域"),
    "成立时间": ("创建时间", "建立时间", "组建时间", "成立年份", "成立日期", "创建日期", "创建年份", "建室时间"),
    "挂牌时间": ("授牌时间", "挂牌日期", "授牌日期", "挂牌年份"),
    "简介": ("工作室简介", "基本情况", "工作室介绍"),
    "创新团队·团队人数": ("团队人数", "成员人数", "成员数", "人数", "工作室人数"),
    "场地设施·场地面积": ("场地面积", "面积", "工作室面积"),
    "工作经费·年度经费": ("年度经费",),
    "命名时间": ("命名日期", "命名年份", "命名年度", "命名年月", "认定时间", "认定日期", "认定年份", "年度", "年份"),
    "命名单位": ("命名机关", "命名部门", "认定单位", "发文单位"),
    "命名级别": ("级别", "工作室级别", "认定级别"),
    "命名称号": ("称号全称", "工作室称号", "命名名称", "认定称号"),
    "命名文件标题": ("命名文件", "命名文件名称", "文件名称", "文件标题"),
    "命名文号": ("文号", "文件号", "发文字号", "认定文号"),
    "命名批次": ("批次", "认定批次"),
}
_FORMER = ("认可认定·", "成果认定·")
"""How ledgers of earlier versions begin some headings, and how they begin today."""
_ITEM_WORDS = {
    ID: (),
    NAME: ("工作室", "所属工作室", "创新工作室", "创新工作室名称", "申报工作室", "完成工作室"),
    YEAR: ("年", "所属年度", "统计年度"),
    "成果名称": ("名称", "创新成果", "创新成果名称", "成果", "项目名称"),
    "成果类别": ("类别", "类型", "成果类型"),
    "成果认定·认定单位": ("认定单位", "授奖单位", "颁奖单位"),
    "项目名称": ("名称", "项目", "攻关项目", "攻关项目名称", "课题名称", "课题"),
    "主题": ("培训主题", "培训内容", "培训名称", "名称"),
    "时间": ("培训时间", "日期", "培训日期"),
    "人次": ("培训人次", "参加人次"),
    "场次": ("培训场次", "期数"),
    "对象": ("培训对象",),
    "带徒人数": ("徒弟人数", "徒弟数"),
    "提出": ("提出数", "提出条数"),
    "采纳": ("采纳数", "采纳条数"),
    "实施": ("实施数", "实施条数"),
    "荣誉名称": ("名称", "荣誉", "荣誉称号", "称号"),
    "授予单位": ("颁发单位", "颁奖单位", "授奖单位"),
    "年份": ("授予年份", "获奖年份", "获得年份"),
}
_ROUND_WORDS = {
    NAME: _ITEM_WORDS[NAME],
    YEAR: _ITEM_WORDS[YEAR],
    UNION: STUDIO_WORDS[UNION],
    TASKED: (
        *STUDIO_WORDS[UNION],
        "单位",
        "单位名称",
        "区、产业工会",
        "区产业工会",
        "区/产业工会",
        "区/产业",
        "区、产业",
        "工会（系统）",
        "各工会",
        "责任单位",
    ),
    "创建": (
        "累计创建任务数",
        "累计创建任务",
        "累计创建数",
        "累计创建",
        "创建任务数",
        "创建任务",
        "创建数",
        "创建家数",
        "创建指标",
    ),
    "达标": (
        "累计达标任务数",
        "累计达标任务",
        "累计达标数",
        "累计达标",
        "达标任务数",
        "达标任务",
        "达标数",
        "达标家数",
        "达标指标",
    ),
    "工会名称": ("工会", "名称", "单位", "单位名称", "工会全称", "全称", "基层工会", "基层工会名称"),
    "上级工会": ("上级", "主管工会", "所属工会", "隶属工会", "上级单位", "隶属", "上级工会名称"),
    "标题": ("文件标题", "文件名称", "决定标题", "名称"),
    "表名": ("标题", "文件标题", "文件名称"),
    "日期": ("发文日期", "决定日期", "文件日期", "时间", "作出决定的日期"),
    "文号": ("发文字号", "文件号"),
    "作出决定的单位": ("发文单位", "发文机关", "决定单位"),
    "称号全称": ("称号", "称号名称"),
    "补助": ("补助金额", "补助资金", "补助经费"),
    "补助日期": ("补助时间", "拨付日期", "拨付时间", "发放日期"),
    "结果": ("复核结果", "复核结论", "处理结果"),
    "报送日期": ("报送时间", "收到日期", "上报日期", "报送年报日期"),
    "发布日期": ("日期", "发布时间"),
    "涉及的工作室": (NAME, "工作室", "公示的工作室", "名单"),
}
"""In the workbook of an upper union's year, and in a list of unions."""
_PRIVATE = re.compile(
    r"身份证|证件号|护照|手机|电话|联系人|联系方式|通讯方式|邮箱|邮件|e-?mail|微信|qq|住址|地址|家庭|出生|生日|民族|籍贯|政治面貌|宗教|"
    r"健康|病|婚姻|银行|账号|帐号|开户|工资|薪|社保",
    re.IGNORECASE,
)
_USUAL = {
    NAME: re.compile(r"(?!所属|所在|申报|推荐).{0,20}工作室(名称|全称|名)"),
    LEADERS: re.compile(
        r"(工作室|主要)?(领衔|领办|牵头|带头|领军|领头|负责|主持|创办|主理)(人|者|人员|人物|劳模|工匠|劳模工匠|职工)(姓名|名单|名字)?"
        r"|(劳模|工匠|劳模工匠|劳动模范|大师|技师|首席技师|技能大师|职工)(姓名|名字)"
    ),
    UNITS: re.compile(
        r"(工作室|领衔人|劳模|负责人)?(所在|所属|工作|申报|创建|依托|挂牌|建设|承建)?(企事业单位|单位|企业|公司)(名称|全称)"
    ),
}
"""What unions usually write, in words that are put together in many ways."""
_TOGETHER = re.compile(r"以及|[及和与、/\\\n+&(（)）\[\]【】]")
_NAMED = re.compile(r"命名|授予时间|称号|荣誉|达标|验收")
_IGNORED = frozenset({"领衔人", "序号", "序", "编号", "no", "no.", "行号", "排序", "备注", "说明", ""})


_LONGEST = 120
"""No header has so many characters."""


def plain(header: str) -> str:
    """A header without spaces, line breaks, marks and text in brackets: “领 衔 人*（姓名）” → 领衔人."""
    text = re.sub(r"[\s*＊:：]", "", unicodedata.normalize("NFKC", header))
    return re.sub(r"[(\[【][^)\]】]{0,200}[)\]】]", "", text) or text


def known(header: str, sheet: Sheet) -> str | None:
    """Our heading for a header of a spreadsheet; None when there is none."""
    return _known(header, sheet.title) if len(header) < _LONGEST else None


@cache
def _titles(sheet: str) -> list[str]:
    """Our headings for a sheet, by its title."""
    found = [heading.title for each in (*SHEETS, *ROUND, UNIONS) if each.title == sheet for heading in each.headings]
    return found + [column.header for column in NAMING.columns] if sheet == STUDIOS.title else found


@lru_cache(1 << 12)
def _known(header: str, sheet: str) -> str | None:
    header = header.replace(*_FORMER)
    exact, short, titles = header.strip(), plain(header), _titles(sheet)
    for word in (exact, short):
        if word in titles:
            return word
    if sheet != STUDIOS.title:
        words = _ITEM_WORDS if any(each.title == sheet for each in SHEETS) else _ROUND_WORDS
        return next((title for title in titles if short in words.get(title, ())), None)
    said = next((title for title in [*titles, PROVINCE, CITY] if short in STUDIO_WORDS.get(title, ())), None)
    return said or next((title for title, usual in _USUAL.items() if usual.fullmatch(short)), None)


def joined(header: str, sheet: Sheet) -> tuple[str, str] | None:
    """The two headings of a column that holds two things in each cell, in their order: “工作室名称（领衔人）”; None for any other column."""
    parts = [part for part in _TOGETHER.split(unicodedata.normalize("NFKC", header)) if part.strip(" *:")]
    if sheet is not STUDIOS or len(parts) != 2:
        return None
    first, second = (known(part, sheet) for part in parts)
    if first and second and first != second and {first, second} <= {NAME, LEADERS, UNITS}:
        return first, second
    return None


def private(header: str) -> bool:
    """Whether a column holds data that must never be published, judged by its header."""
    return bool(_PRIVATE.search(plain(header)))


def of_decision(header: str) -> bool:
    """Whether a column is about a decision or an honour, which a studio's own record does not hold."""
    return bool(_NAMED.search(plain(header)))


def ignored(header: str) -> bool:
    """Whether a column only numbers the rows or holds remarks."""
    return plain(header).lower() in _IGNORED
