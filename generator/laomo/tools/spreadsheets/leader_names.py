"""Which words are people's names, so that a leader can be taken out of a studio's name: 张三劳模创新工作室 → 张三."""

import re

from laomo.text import person_names, pinyin, surnames

_RARELY_SURNAMES = frozenset("双谷山车水商都能满步党包管容农全通古空强费应计机年别如有相从库展门晋信本")
"""Surnames that are much more often the beginning of another word."""
_WORDS = frozenset(
    "压属油全工谐圆头纺装桥控代规谨器接源播机铁分焰量化能馨市钢电务理护品质修造学校车路港航运技术新合动力行者家园队组项目时高速度产卡板料材温备线网农"
    "焊钳铣磨炉铸锻轧管械药疗教研测检验计算数据软件硬智绿色环节牧渔茶酒食烹饪绣雕漆瓷陶织染印刷纸箱包桶罐塔桩隧筑施设监造价城乡村镇社区街邮递客货厅柜窗台站"
)
"""Characters of trades and things: where one follows a surname, the word may be no name."""
_ORDINARY = frozenset(
    re.findall(
        "..",
        "安康平安安心成功成长文明文艺文化明天明珠师傅温馨温暖常青常规常态时代严谨严密易安关爱关心金山金星金石金色金穗金盾金牛江海江山江河江北江东江西白云白鹭华夏华东华南华北华中方圆方正方舟"
        "方寸万里万家万众马上马达花样花卉花海石化石材石头高山高原高峰高空高新高分高精高能龙江龙泉龙山龙头海洋乐享乐活乐业于心向阳阳光尚德尚美尚善尚贤祝福祝融和美康复康乐康养鲁班田园田野林业"
        "林海林草毛巾毛衣雷达雷锋雷霆甘泉甘露武术武夷戴河黄金黄河黄海黄山黄埔蓝天蓝海蓝图青年青春青蓝青松星火红星红岩红旗夏日秋实冬青童心童声童趣艾草苏绣湘绣祖国国风国画国粹国药国医东方东风"
        "东海西门南山南海南宫梅花梅山柳编柳琴杨梅桂花桂林桃李松柏竹编荣誉荣光荣耀辛勤勤学勤思景泰景德钟楼钟声鼓楼玉石玉雕贝雕贝壳解放解忧单位单体司法司机司仪左右连心连云言传闻道闻声匡正聂耳"
        "曲艺曲线曲阜宋锦宋韵唐风汉服秦岭秦腔楚风吴韵越剧沪剧晋剧豫剧燕山燕京齐心齐鲁鲁菜川菜粤菜苏菜徽菜湘菜闽菜",
    )
)
"""Words of two characters that begin like a name and that no dictionary of ours has."""
_TAIL = re.compile(
    r"(示范性?|五一|[省市区县]级|优秀|名师|同志|劳模|劳动模范|先进工作者|大国|工匠|职工|巾帼|高?技能人才|技能大师|大师|首席技师|高级技师|特级技师|技师|人才|[\s（()）、和与及]){0,20}+"
    r"(技术|技能|科技)?(创新)?(示范)?(工作室|工作站|创新站)$"
)


def is_person(text: str) -> bool:
    """Whether a word can hardly be anything but a person's name."""
    name = person_names.tidy(text)
    if not person_names.is_full(name) or person_names.doubt(name):
        return False
    if person_names.DOT in name:  # 买买提·艾力焊接 is more than a name
        return person_names.is_transliterated(name) or not person_names.has_han(name)
    family, given = surnames.split(name)
    return not ({*given} & _WORDS or family in _RARELY_SURNAMES or name in _ORDINARY or pinyin.is_phrase(name))


def in_studio(name: str) -> str | None:
    """The person whom a studio's name names and nothing else: 张三劳模创新工作室 → 张三; None when its own part may be another word."""
    own, ended = _TAIL.subn("", name.strip())
    return own if ended and is_person(own) else None
