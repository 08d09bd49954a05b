"""The icons and tints of industries and of kinds of achievements, for cards and drawn covers.

They belong to the presentation, so they are kept here and not with the vocabulary of the records. An industry that a site has
added to the vocabulary gets the default icon, and a tint derived from its name.
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
"""The icon of a studio whose industry has none."""
_RESULT_ICON: Final = "material/star-four-points"

_TINTS: Final = (
    ("医疗卫生", "港口航运", "农业渔业", "公用事业"),
    ("装备制造", "电子信息", "软件信息", "金融服务"),
    ("食品加工", "文化体育", "邮政快递", "酒店旅游"),
    ("电力能源", "建筑工程", "交通运输", "商贸服务"),
    ("园林环卫", "轻工纺织"),
    ("教育", "化工材料", "科研技术服务", "公共服务"),
)
"""Industries by tint. The index in this tuple is the tint's number, which the stylesheet knows as `data-tint`."""
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
    """A tint, 0 to 5, that depends only on the label."""
    return sum(label.encode()) % len(_TINTS)
