"""Figures before and after in English: numbers, units and direction. What a figure is of stands in the record in Chinese alone."""

import re
from dataclasses import dataclass

from laomo.pages.english_terms import DIRECTIONS
from laomo.pages.measures import picture
from laomo.records.models.quantity import Quantity
from laomo.records.models.year import MeasureRecord


def _table(text: str) -> dict[str, str]:
    return dict(pair.split("=") for line in text.strip().splitlines() for pair in line.split(", "))


_SYMBOLS = _table("""
%=%, ％=%, ‰=‰, ℃=°C, 摄氏度=°C, 分贝=dB, GB=GB, MB=MB, 标准箱=TEU
毫秒=ms, 微米=µm, 毫米=mm, 厘米=cm, 米=m, 千米=km, 公里=km, 平方毫米=mm², 平方厘米=cm², 平方米=m², 公顷=ha
立方厘米=cm³, 立方米=m³, 毫升=mL, 升=L, 微克=µg, 毫克=mg, 克=g, 千克=kg, 公斤=kg, 吨=t
千瓦=kW, 千瓦时=kWh, 兆瓦时=MWh, 伏=V, 千伏=kV, 安=A, 帕=Pa, 千帕=kPa, 兆帕=MPa, 赫兹=Hz, 千焦=kJ, 兆焦=MJ
""")
_WORDS = _table("""
秒=seconds, 秒钟=seconds, 分钟=minutes, 分=minutes, 小时=hours, 时=hours, 工时=working hours, 天=days, 日=days
工作日=working days, 周=weeks, 星期=weeks, 月=months, 季=quarters, 季度=quarters, 学期=terms, 年=years, 班=shifts
元=yuan, 次=times, 人=people, 人次=attendances, 件=pieces, 件次=pieces, 台=machines, 套=sets, 起=incidents, 例=cases
例次=cases, 项=items, 条=items, 处=places, 单=orders, 笔=transactions, 户=households, 份=copies, 册=volumes, 册次=loans
桌=tables, 批=batches, 箱=boxes, 自然箱=containers, 瓶=bottles, 罐=cans, 根=pieces, 只=pieces, 片=pieces, 株=plants
行=lines, 车=vehicles, 辆=vehicles, 步=steps, 道=steps, 点=points, 模=shots, 个=, 千克标准煤=kg of coal equivalent
""")
_SINGULARS = _table("people=person, copies=copy, boxes=box, batches=batch")
_SCALES = {"十": "ten", "百": "hundred", "千": "thousand", "万": "ten thousand", "亿": "hundred million"}
_NUMBER = re.compile(r"[<>≤≥±~-]?\d[\d,.]*")


@dataclass(frozen=True, slots=True)
class EnglishMeasure:
    """A figure before and after. `unit` is empty for mere numbers, `direction` where the record does not state it."""

    before: str
    after: str
    unit: str
    direction: str
    scale: str
    """What a block, a dot or an area of the picture means; empty where that needs no word."""


def of(measure: MeasureRecord) -> EnglishMeasure | None:
    """A measure in English; None if a number is vague or its unit has no English."""
    name, before, after = unit(measure.unit), *(_number(each, measure.unit) for each in (measure.before, measure.after))
    if name is None or not before or not after:
        return None
    drawn = picture.of(measure)
    return EnglishMeasure(
        before, after, name, DIRECTIONS.get(measure.direction or "", ""), _scale(drawn) if drawn else ""
    )


def unit(text: str) -> str | None:
    """A unit in English: 秒 → seconds, 次/月 → times per month, 毫克/立方米 → mg/m³, 万元 → ten thousand yuan; None if it has none."""
    counted, slash, per = text.replace("／", "/").replace(" ", "").partition("/")
    name = _counted(counted)
    if name is None or not slash:
        return name
    if counted in _SYMBOLS and per in _SYMBOLS:
        return f"{name}/{_SYMBOLS[per]}"
    whole = _per(per)
    return f"{name} per {whole}".strip() if whole else None


def _counted(text: str) -> str | None:
    text = text.removeprefix("个") or text
    known = {**_WORDS, **_SYMBOLS}.get(text)
    if known is not None:
        return known
    scale = _SCALES.get(text[:1])
    rest = _counted(text[1:]) if scale and text[1:] else None
    return f"{scale} {rest}" if rest else None


def _per(text: str) -> str | None:
    """What a rate is of: month, shift, kWh, thousand copies."""
    if text in _SYMBOLS:
        return _SYMBOLS[text]
    name = _counted(text)
    if not name:
        return None
    return name if text[:1] in _SCALES else _SINGULARS.get(name, name.removesuffix("s"))


def _scale(drawn: picture.Drawing) -> str:
    if drawn.lit:
        before, after = (text.replace("约", "about ") for text in drawn.lit)
        return f"Of a {drawn.kind} dots, {before} are lit before and {after} after."
    found = re.fullmatch(r"(一|半|\d+)(.+)", drawn.block)
    name = _counted(found[2]) if found else None
    if not found or not name:
        return {"areas": "Areas are to scale.", "share": "The whole bar is 100%."}.get(drawn.kind, "")
    one = name if name in _SYMBOLS.values() else _SINGULARS.get(name, name.removesuffix("s"))
    return f"One block: {'1 ' + one if found[1] == '一' else 'half a ' + one if found[1] == '半' else f'{found[1]} {name}'}."


def _number(amount: Quantity, name: str) -> str:
    """The number of an amount in the measure's unit; empty if it has more to say than that."""
    text = str(amount).strip().removesuffix(name).strip()
    return text if _NUMBER.fullmatch(text) else ""
