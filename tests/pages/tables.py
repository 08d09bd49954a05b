"""Tables and drawings of which no small site shows every row: written out as text, so that they are approved like its pages."""

import json
from collections.abc import Callable, Iterable, Iterator

from laomo.pages import charts, english_terms, facets, looks
from laomo.pages.emitters import scripts
from laomo.pages.form import schemas
from laomo.pages.measures import picture, sentence
from laomo.records.models import vocabulary
from laomo.registry.registry import Registry
from tests.pages.measures.given import measure

_UNIONS = {"north": "北区工会", "south": "南区工会"}


def _lines(rows: Iterable[object]) -> str:
    return "".join(f"{row}\n" for row in rows)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1, default=list) + "\n"


def _looks() -> Iterator[tuple[str | None, str | None, int]]:
    for industry in (*vocabulary.INDUSTRIES, "海洋观测", None):
        yield industry, None, looks.industry_tint(industry)
    for kind in (*vocabulary.RESULT_KINDS, "没有的"):
        yield kind, looks.result_icon(kind), looks.tint(kind)


def _english() -> Iterator[tuple[str, str]]:
    for table in (english_terms.TERMS, english_terms.CATEGORIES, english_terms.LEVELS, english_terms.INDUSTRIES):
        yield from table.items()


def _facets(registry: Registry) -> Iterator[object]:
    for facet in (*facets.of_studios(registry), *facets.of_achievements(registry)):
        yield facet.name, facet.title, facet.home
        yield from facet.sections.items()


def _charts() -> Iterator[str]:
    yield charts.bars("<甲>", [("乙和丙 & Ding", 3), ("戊", 12), ("己", 0)])
    yield charts.bars("少", [("很长很长的一个名称 ABC", 0), ("短", 0)])
    yield charts.bars("多", [("一", 1234567), ("二", 80)])


def _measures() -> Iterator[str]:
    for before, after, unit, indicator in (
        ("18", "11", "秒", "落箱用时"),
        ("6.3", "0.9", "小时", "停机"),
        ("40", "39.5", "天", "周期"),
        ("0", "3", "分钟", "巡检"),
        *((str(most), "1", "次", "告警") for most in (2, 7, 11, 20, 30, 40, 400)),
        ("25", "7", "元", "费用"),
        ("7", "25", "千瓦时", "发电"),
        ("4", "1", "%", "返工率"),
        ("2.36", "6.4", "%", "发生率"),
        ("91.2", "98.5", "%", "通过率"),
        ("13", "4", "毫米", "偏差"),
        ("-18", "4", "℃", "库温"),
        ("约1.2 万", "800余", "件", "存量"),
        ("数十", "3", "件", "存量"),
    ):
        record = measure(before, after, unit, indicator)
        drawn = picture.of(record)
        yield f"{sentence.of(record)} {drawn.scale if drawn else ''}"
        if drawn:
            yield f"  {drawn.kind} {drawn.width} × {drawn.height}{' beside' * drawn.beside}"
            yield from (f"  {part}: {path}" for part, path in drawn.paths.items() if path)


TABLES: dict[str, Callable[[Registry], str]] = {
    "looks": lambda _: _lines(_looks()),
    "english": lambda _: _lines(_english()),
    "facets": lambda registry: _lines(_facets(registry)),
    "scripts": lambda _: _lines([*scripts.FILES.items(), *scripts.LATE.items()]),
    "charts": lambda _: _lines(_charts()),
    "measures": lambda _: _lines(_measures()),
    "form": lambda _: _json(schemas.schemas(_UNIONS, ["教育", "医疗卫生"], schemas._HIDDEN)),
}
