"""The icon and the tint of each industry and of each kind of achievement: how cards and drawn covers look.

They are looks and no facts, so they stand here and not beside the word lists: records know no icon of Material.
An industry of the site's own vocabulary has the common icon, and a tint by its name.
"""

from typing import Final

INDUSTRY_ICONS: Final = {
    "装备制造": "material/cog-transfer",
    "电子信息": "material/chip",
    "电力能源": "material/transmission-tower",
    "化工材料": "material/flask",
    "建筑工程": "material/bridge",
    "港口航运": "material/ferry",
    "交通运输": "material/bus",
    "邮政快递": "material/email-fast",
    "商贸服务": "material/storefront",
    "金融服务": "material/bank",
    "食品加工": "material/food-apple",
    "轻工纺织": "material/tshirt-crew",
    "医疗卫生": "material/heart-pulse",
    "教育": "material/school",
    "科研技术服务": "material/microscope",
    "软件信息": "material/code-tags",
    "文化体育": "material/book-open-page-variant",
    "园林环卫": "material/tree",
    "公用事业": "material/water-pump",
    "公共服务": "material/account-group",
    "农业渔业": "material/fish",
    "酒店旅游": "material/silverware-fork-knife",
}

RESULT_ICONS: Final = {
    "发明专利": "material/lightbulb-on-outline",
    "实用新型专利": "material/cog-outline",
    "外观设计专利": "material/palette-outline",
    "软件著作权": "material/code-braces",
    "标准": "material/ruler-square",
    "工法": "material/crane",
    "先进操作法": "material/gesture-tap",
    "QC成果": "material/chart-line",
    "论文": "material/file-document-outline",
    "技术革新": "material/wrench-cog-outline",
    "五小成果": "material/puzzle-outline",
    "新产品": "material/package-variant",
    "管理成果": "material/sitemap-outline",
    "获奖": "material/trophy-outline",
}

STUDIO_ICON: Final = "material/hammer-wrench"
"""Of a studio whose industry has no icon of its own."""
_RESULT_ICON: Final = "material/star-four-points"

_TINTS: Final = (
    ("医疗卫生", "港口航运", "农业渔业", "公用事业"),
    ("装备制造", "电子信息", "软件信息", "金融服务"),
    ("食品加工", "文化体育", "邮政快递", "酒店旅游"),
    ("电力能源", "建筑工程", "交通运输", "商贸服务"),
    ("园林环卫", "轻工纺织"),
    ("教育", "化工材料", "科研技术服务", "公共服务"),
)
"""Industries by tint: its number is the place in this tuple, and the `data-tint` of the stylesheet."""
_TINT_OF: Final = {industry: number for number, industries in enumerate(_TINTS) for industry in industries}


def industry_icon(industry: str | None) -> str:
    """The name of the icon of a studio in this industry."""
    return INDUSTRY_ICONS.get(industry or "", STUDIO_ICON)


def industry_tint(industry: str | None) -> int:
    """The tint of a studio in this industry, 0 to 5."""
    return _TINT_OF.get(industry or "", tint(industry or ""))


def result_icon(kind: str) -> str:
    """The name of the icon of an achievement of this kind."""
    return RESULT_ICONS.get(kind, _RESULT_ICON)


def tint(label: str) -> int:
    """One of the six tints, always the same for the same words."""
    return sum(label.encode()) % len(_TINTS)
