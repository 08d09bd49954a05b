"""Which kind of picture a measure gets, by its unit, and which amounts of it are round.

The numerator of the unit decides (次/月 counts 次). A unit that is not listed here gets plain bars.
"""

from typing import Final, Literal

Kind = Literal["ticks", "squares", "areas", "dots", "share", "bars"]

_TIME: Final[dict[str, tuple[tuple[float, str], ...]]] = {
    "毫秒": (),
    "秒": ((15, "15秒"), (30, "30秒"), (60, "一分钟"), (300, "5分钟"), (600, "10分钟")),
    "分钟": ((1 / 6, "10秒"), (0.5, "30秒"), (15, "15分钟"), (30, "30分钟"), (60, "一小时"), (120, "2小时")),
    "小时": ((1 / 6, "10分钟"), (0.25, "15分钟"), (0.5, "30分钟"), (4, "4小时"), (12, "12小时"), (24, "一天")),
    "工时": ((4, "4工时"), (8, "8工时")),
    "天": ((0.5, "半天"), (7, "7天"), (30, "30天")),
    "工作日": ((0.5, "半个工作日"),),
    "周": (),
    "月": ((6, "半年"), (12, "一年")),
    "年": (),
}
"""Units of time, and amounts of each that are round besides 1, 2, 5, 10 and so on."""
_TIME_NAMES: Final = {
    "ms": "毫秒",
    "s": "秒",
    "秒钟": "秒",
    "分": "分钟",
    "min": "分钟",
    "时": "小时",
    "个小时": "小时",
    "h": "小时",
    "个工时": "工时",
    "日": "天",
    "d": "天",
    "个工作日": "工作日",
    "星期": "周",
    "个星期": "周",
    "个月": "月",
    "个年度": "年",
}
_MEASURE_WORD: Final = {"月": "个月", "工作日": "个工作日"}
"""How a unit of time reads after a number, where that is not the unit itself."""

_COUNTED: Final = (
    "次 件 人 起 个 项 处 单 例 条 笔 户 套 台 份 辆 张 只 根 株 棵 行 片 册 本 桌 罐 瓶 箱 车 批 趟 遍 道 步 位 名 家 宗 桩 块 支 把 "
    "枚 颗 页 种 类 班 队 组 节 环 间 幅 封 部 架 艘 列 头 尾 座 段 层 袋 盒 包 托 模 针 "
    "人次 件次 册次 车次 台次 例次 户次 班次 架次 批次 单次 标准箱 自然箱 工序 工位 岗位"
)
_COUNTS: Final = frozenset(_COUNTED.split())
_ENERGIES: Final = (
    "千瓦时 kwh kw·h 兆瓦时 mwh 焦耳 焦 千焦 kj 兆焦 mj 吉焦 gj 千克标准煤 公斤标准煤 吨标准煤 克标准煤 kgce tce"
)
_ENERGY: Final = frozenset(_ENERGIES.split())
_SCALED: Final = "十百千万亿"
_RATES: Final = {"%": 100, "％": 100, "‰": 1000, "百分比": 100}
_SHARES: Final = ("率", "比例", "占比", "比重")
_NOT_SHARES: Final = ("增", "减", "降", "升", "提高", "节约", "节省", "效率", "斜率", "速率", "功率", "频率", "倍率")
_MOST_OCCURRING: Final = 20
"""Per cent. A rate up to this is shown as dots of a hundred or a thousand; more of them can no longer be taken in."""
_LEAST_SHARE: Final = 10
"""Per cent. Below this a bar of 100 % shows next to nothing."""


def kind(unit: str, indicator: str, values: tuple[float, float]) -> Kind:
    """The kind of picture for two values of a unit. `indicator` tells a rate of occurrence from other percentages."""
    if min(values) < 0:
        return "bars"
    if rate(unit):
        return _kind_of_rate(indicator, max(values) * 100 / rate(unit))
    counted = _numerator(unit)
    if time(unit):
        return "ticks"
    if counted.endswith("元") or _is_energy(counted, indicator):
        return "areas"
    return "squares" if counted in _COUNTS or counted.startswith("个") else "bars"


def rate(unit: str) -> int:
    """Of how many a unit counts: 100 for %, 1000 for ‰; 0 if it is no rate."""
    return _RATES.get(unit.strip(), 0)


def time(unit: str) -> str | None:
    """The unit of time by its usual name (个月 → 月); None if the unit is not time."""
    counted = _numerator(unit)
    counted = _TIME_NAMES.get(counted, counted)
    return counted if counted in _TIME else None


def round_amounts(unit: str, smallest: float) -> list[tuple[float, str]]:
    """Round amounts of a unit, from 1 up to well over `smallest`, and those below 1 that have a name, each with its text (5分钟)."""
    named = dict(_TIME.get(time(unit) or "", ()))
    word = _word(unit)
    amounts = {1.0: f"一{word}"}
    power = 1
    while power <= smallest * 10:
        amounts |= {
            float(step * power): f"{step * power:,}{word}".replace(",", "") for step in (1, 2, 5) if step * power > 1
        }
        power *= 10
    return sorted((amounts | named).items())


def _word(unit: str) -> str:
    name = time(unit)
    return _MEASURE_WORD.get(name, name) if name else _numerator(unit)


def _numerator(unit: str) -> str:
    return unit.replace("／", "/").partition("/")[0].strip()


def _is_energy(counted: str, indicator: str) -> bool:
    """Whether a unit is one of energy. 度 is an angle and a temperature as well: there the indicator says which."""
    if counted.lstrip(_SCALED) == "度":
        return any(word in indicator for word in ("电", "能耗", "用能"))
    names = (counted.casefold()[start:] for start in range(len(counted)) if set(counted[:start]) <= set(_SCALED))
    return any(name in _ENERGY for name in names)


def _kind_of_rate(indicator: str, per_cent: float) -> Kind:
    is_share = any(word in indicator for word in _SHARES) and not any(word in indicator for word in _NOT_SHARES)
    if is_share and per_cent <= _MOST_OCCURRING:
        return "dots"
    return "share" if _LEAST_SHARE <= per_cent <= 100 else "bars"
