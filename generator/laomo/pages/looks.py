"""The tints of industries and the icons of kinds of achievements, for covers and cards.

They belong to the presentation, so they are kept here and not with the vocabulary of the records. An industry that a site has
added to the vocabulary gets a tint derived from its name.
"""

from typing import Final

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
"""The icon of a studio."""
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
INDUSTRIES: Final = tuple(industry for industries in _TINTS for industry in industries)
_TINT_OF: Final = {industry: number for number, industries in enumerate(_TINTS) for industry in industries}


def industry_tint(industry: str | None) -> int:
    """The tint of a studio in this industry, 0 to 5."""
    return _TINT_OF.get(industry or "", tint(industry or ""))


def result_icon(kind: str) -> str:
    """The name of the icon of an achievement of this kind."""
    return RESULT_ICONS.get(kind, _RESULT_ICON)


def tint(label: str) -> int:
    """A tint, 0 to 5, that depends only on the label."""
    return sum(label.encode()) % len(_TINTS)
