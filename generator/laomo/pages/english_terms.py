"""English translations of the field's terms, one for each (domain notes §4.3), and personal names in pinyin.

There is no official glossary. Records are not translated; the English pages use these terms to lead readers to them.
"""

from laomo.text import surnames
from laomo.text.collation import reading

TERMS = {
    "劳模工匠创新工作室": "Model Worker and Craftsman Innovation Studio",
    "领衔人": "lead worker (studio leader)",
    "劳动模范": "model worker",
    "先进工作者": "advanced worker",
    "工匠": "craftsman",
    "技能人才": "skilled worker",
    "劳模精神": "the spirit of model workers: love of one’s work, striving for the best, hard work, innovation, indifference to fame and gain, dedication",
    "劳动精神": "the spirit of hard work",
    "工匠精神": "the spirit of craftsmanship",
    "名师带徒": "mentoring: a master and an apprentice",
    "合理化建议": "improvement proposals",
    "应用成效": "results in use: effects that are not stated in money",
    "成果认定": "recognition of an achievement by a body other than the studio",
    "先进操作法": "advanced working method",
    "五小成果": "“Five Minor” innovations: small inventions, innovations, improvements, designs and proposals",
    "达标": "qualified: accepted by a union against its standard",
    "命名": "named: a title awarded by a union",
    "复核": "review: a named studio is examined again",
    "示范": "demonstration studio",
    "五一劳动奖章": "May 1st Labor Medal",
    "五一劳动奖状": "May 1st Labor Certificate",
    "工人先锋号": "Worker Pioneer title",
    "创新工作室联盟": "Innovation Studio Alliance",
    "总工会": "federation of trade unions",
    "区总工会": "district federation of trade unions",
    "系统（区域）工委": "trade union committee of a sector or an area",
    "产业工会": "industrial union",
    "中华全国总工会": "All-China Federation of Trade Unions (ACFTU)",
    "六有": "“six haves”: a standard with six requirements, such as that of Henan, 2015",
    "七有": "“seven haves”: a standard with seven requirements, such as that of Xiamen, 2013",
}
"""In the order in which a newcomer meets them."""

CATEGORIES = {
    "劳模": "Model worker",
    "工匠": "Craftsman",
    "劳模和工匠人才": "Model worker and craftsman",
    "技能人才": "Skilled worker",
    "职工": "Workers",
    "技能大师": "Master of skills",
    "巾帼": "Women",
    "传统工艺": "Traditional craft",
    "其他": "Other",
}
LEVELS = {
    "全国": "National",
    "行业": "Industry",
    "省级": "Provincial",
    "市级": "Municipal",
    "区级": "District",
    "企业级": "Enterprise",
}
INDUSTRIES = {
    "装备制造": "Machinery",
    "电子信息": "Electronics",
    "电力能源": "Power and energy",
    "化工材料": "Chemicals and materials",
    "建筑工程": "Construction",
    "港口航运": "Ports and shipping",
    "交通运输": "Transport",
    "邮政快递": "Post and couriers",
    "商贸服务": "Commerce",
    "金融服务": "Finance",
    "食品加工": "Food",
    "轻工纺织": "Light industry and textiles",
    "医疗卫生": "Health",
    "教育": "Education",
    "科研技术服务": "Research and technical services",
    "软件信息": "Software",
    "文化体育": "Culture and sports",
    "园林环卫": "Parks and sanitation",
    "公用事业": "Utilities",
    "公共服务": "Public services",
    "农业渔业": "Farming and fishing",
    "酒店旅游": "Hotels and travel",
}


def letters(name: str) -> str:
    """A person's name in pinyin, surname first (GB/T 28039): 罗海平 → Luo Haiping. Empty if a character is not Chinese."""
    if not all("一" <= character <= "鿿" for character in name):
        return ""
    syllables = [syllable.rstrip("12345").replace("v", "ü") for syllable in reading(name)]
    surname = len(surnames.split(name)[0])
    return " ".join("".join(part).capitalize() for part in (syllables[:surname], syllables[surname:]) if part)
