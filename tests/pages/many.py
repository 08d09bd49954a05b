"""A site with more of everything than a page shows: of each of its lists, which entries stand in which order, and where they lead."""

import re
from collections.abc import Iterable
from datetime import date
from html import unescape
from itertools import groupby

from laomo.pages.context import Context
from laomo.pages.handwritten.stories import Story
from laomo.pages.templates import Templates
from laomo.records.models import vocabulary
from laomo.registry.registry import Registry
from laomo.system.output import Output
from tests.registry.joined import joined

_STUDIOS = 100
_ENTRY = re.compile(
    r'(?:href|id)="([^"]*)"|<(?:h[1-3]|b)[^>]*>([^<]+)<|<(?:span|small)[^>]*>([^<]{1,20})<|<updated>(.*?)<'
)
WITHOUT_LISTS = {"search", "form", "open_data", "scripts", "help_checks", "help_problems", "embeds", "exhibition_sheet"}
"""Emitters without lists of records, or with files that are approved elsewhere."""
OF_SOME_STUDIOS = {"annual_reports-of-studios": ("s06", "s12"), "exhibition_sheet-of-studios": ("s01", "s12", "s20")}


def of_many() -> Context:
    """A hundred studios, and stories about some of them."""
    registry = _registry()
    about = [registry.studio_by_id["s01"], registry.studio_by_id["s06"].achievements[0], *[None] * 5]
    themes = [("劳模精神",), ("匠心", "乙主题"), ("甲主题",), ("工匠精神", "劳模精神"), (), ("匠心",), ("劳动精神",)]
    stories = tuple(
        Story(
            f"stories/t{n}/",
            f"故事{n}",
            "" if n % 2 else f"第{n}个",
            themes[n],
            f"---\ntitle: t\n---\n\n# 故事{n}\n正文。\n",
            each,
        )
        for n, each in enumerate(about)
    )
    return Context(
        registry,
        {},
        Templates(),
        frozenset({"about/index.md"}),
        stories,
        today=date(2025, 3, 1),
        address="https://many.example.org/",
        cards={"s01": "cards/s01.png"},
    )


def entries(outputs: Iterable[Output]) -> str:
    """What leads where on each page, one line each."""
    kept = [output for output in outputs if output.path.suffix in {".md", ".xml", ".html"}]
    assert len({output.path for output in kept}) == len(kept)
    return "".join(f"{output.path}\n{_entries(output.data.decode())}" for output in kept)


def _entries(page: str) -> str:
    found = (unescape(next(filter(None, each), "")).strip() for each in _ENTRY.findall(page))
    return "".join(f"  {each}\n" for each, _ in groupby(found))


def _registry() -> Registry:
    industries, regions = [*vocabulary.INDUSTRIES][:4], ["东区", "西区"]
    surnames = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许"
    records: dict[str, str] = {
        "site": "{name: 大馆, place: 示例市, as_of: 2025-06-30, statement: 手艺传下去, regions: [西区], pioneers: [{year: 2011, level: 市级, total: 9}], footer: {host: 示例市总工会}}",
        "unions": "unions: [{id: city, name: 示例市总工会, kind: 市总工会}, {id: south, name: 南区工会, kind: 区工会, parent: city}, "
        "{id: north, name: 北区工会, kind: 区工会, parent: city}, {id: street, name: 长街工会, kind: 区工会, parent: north}, "
        "{id: empty, name: 东区工会, kind: 区工会, parent: city}]",
        "standards/new": "{name: 新标准, short: 新, issuer: 示例市总工会, document: 意见, valid_from: 2019, items: "
        "[{id: rules, label: 有制度, text: 写成制度。, check: [{kind: fields-present, all_of: [rules]}]}]}",
        "standards/old": "{name: 老标准, short: 老, issuer: 示例市总工会, document: 意见, valid_from: 2013, valid_to: 2018, items: "
        "[{id: rules, label: 有制度, text: 写成制度。, check: [{kind: fields-present, all_of: [rules]}]}]}",
        "targets/2013": _targets("2013"),
        "targets/2019": _targets("2019"),
    }
    for n in range(_STUDIOS):
        union = ("north", "south", "street")[n % 3]
        leader = f"name: {surnames[n % 20]}{'一二三四五'[n // 20]}, kind: {(*vocabulary.LEADER_KINDS,)[n % 3]}"
        award = f", honours: [{{name: {('示例市劳动模范', '工人先锋号', '示例奖')[n % 3]}, level: 市级, year: {1990 + n % 30}}}]"
        lines = [
            f"leaders: [{{{leader}{award if n % 4 == 0 else ''}}}]" if n % 25 else "leaders: []",
            f"industry: {industries[n % 4]}" if n % 5 else "",
            f"region: {regions[n % 2]}" if n % 3 else "",
            f"category: {(*vocabulary.CATEGORIES,)[n % 9]}",
            f"intro: 第{n}间。" if n % 2 else "",
            "status: 撤销" if n % 17 == 3 else "",
            "rules: [{name: 例会制度}]" if n % 2 else "",
            f"founded: {2010 + n % 9}" if n % 7 else "",
            f"honours: [{{name: 先进集体, year: {2000 + n % 20}}}]" if n % 8 == 0 else "",
            "co_unions: [city]" if n % 10 == 0 else "",
        ]
        records[f"{union}/s{n:02}"] = "\n".join(filter(None, lines))
        if n % 2 == 0:
            records[f"{union}/s{n:02}/{2012 + n % 10}"] = _year(n)
        if n % 6 == 0:
            records[f"{union}/s{n:02}/2023"] = (
                f"achievements: [{{id: late, title: 后来的{n}, effect: 好}}]\nsummary: 一年。"
            )
    for n in range(56):
        records[f"notices/{1970 + n}-01"] = (
            f"{{title: 通知{n}, kind: {('公示', '通知')[n % 2]}, date: {1970 + n}-05-01, issuer: 示例市总工会, body: 正文, "
            f"{'end: 2025-06-29, ' if n % 3 else 'end: 2025-06-30, '}studios: [s01, none]}}"
        )
        result = (*vocabulary.DECISION_RESULTS,)[n % len(vocabulary.DECISION_RESULTS)]
        body = ("[示例市总工会]", "[北区工会, 南区工会]")[n % 2]
        named = ", ".join(f"{{studio: s{m:02}}}" for m in range(n, _STUDIOS, 7) if m % 17 != 3)
        records[f"decisions/{1970 + n}-01"] = (
            f"{{title: 决定{n}, result: {result}, date: {1970 + n}-03-01, bodies: {body}, level: {(*vocabulary.LEVELS,)[n % 6]}, studios: [{named}]}}"
        )
    kind = (*vocabulary.ALLIANCE_KINDS,)[0]
    alliances = ", ".join(
        f"{{id: l{n}, name: 联盟{n}, kind: {kind}, lead: {('s01', '示例集团')[n % 2]}, members: [s{n:02}, 示例大学]}}"
        for n in range(49)
    )
    records["alliances"] = f"alliances: [{alliances}]"
    return joined(records)


def _targets(year: str) -> str:
    rows = "{union: north, created: 2, qualified: 1}, {union: south, created: 1, qualified: 1}"
    return f"{{title: {year}年任务分解表, issuer: 示例市总工会, rows: [{rows}], total: {{created: 3, qualified: 2}}}}"


def _year(n: int) -> str:
    kinds = [*vocabulary.RESULT_KINDS]
    story = ", story: 那一夜起了风" if n % 12 == 0 else ""
    measured = ", measures: [{indicator: 用时, before: 20, after: 10, unit: 秒}]" if n % 4 == 0 else ""
    award = f", recognised_by: [{{body: 示例市总工会, level: {('市级', '省级')[n % 8 // 4]}}}]" if n % 6 == 0 else ""
    return (
        f"achievements: [{{id: own, title: 成果{n}, kind: {kinds[n % 15]}, benefits: [{{kind: 效率}}]{story}{measured}{award}}}, "
        f"{{id: two, title: 又一项{n}, innovation: [技术攻关, 管理创新]}}]\n"
        f"mentoring: {{apprentices: {n % 5}}}\nsuggestions: {{proposed: 9, adopted: {n % 4}}}\n"
        f"trainings: [{{topic: 课, sessions: 2, attendances: {n}}}, {{topic: 又一课{', sessions: 1' if n % 4 else ''}}}]"
    )
