"""Every figure of the statistics from a few records: its lines in their order, their links, and how many studios supplied it."""

import pytest

from laomo.records.models import vocabulary
from laomo.registry import statistics
from laomo.registry.statistics import Figure, Share
from laomo.registry.statistics.figures import Coverage, by_year, discreet, linked, percent, share, tally
from laomo.registry.statistics.suppression import CrossCell, cells, part
from laomo.registry.targets import Progress
from tests.registry.joined import joined

A = (
    "{region: 东区, category: 工匠, types: [综合, 培训服务, 综合], kinds: [技术创新, 技术攻关, 技术攻关], industry: 港口航运, founded: 2012, plaque: 2013, "
    "team: {total: 20, frontline: 12, female: 8, by_grade: {技师: 9, 其他: 11}, by_age: {36至45岁: 20}, by_education: {本科: 13, 研究生: 7}}, "
    "leaders: [{name: 甲一, honours: [{name: 市劳模}, {name: 省劳模, level: 省级}]}, {name: 乙一, honours: [{name: 市劳模}]}], honours: [{name: 工人先锋号}]}"
)
BENEFITS = (
    "[{kind: 增收, amount: 40万元, period: 年度}, {kind: 效率, amount: 300工时, period: 年度}, {kind: 效率, amount: 800余万元, period: 年度}, {kind: 效率}, {kind: 质量, amount: 5000元, period: 年度}, "
    "{kind: 质量, amount: 40万元, period: 累计}, {kind: 质量, amount: 约3万元, period: 年度}, {kind: 质量, amount: 数万元, period: 年度}, {kind: 质量, amount: 3万元}, {kind: 质量, amount: 5吨, period: 年度}]"
)
TEXTS = {
    "site": "{name: 小馆, place: 示例市, as_of: 2016, regions: [西区, 东区], pioneers: [{year: 2013, level: 市级, total: 10}, {year: 2013, level: 省级, total: 10}, {year: 2014, level: 市级, total: 4}]}",
    "unions": "unions: [{id: city, name: 示例市总工会, kind: 市总工会}, {id: north, name: 北区工会, short: 北区, kind: 区工会, parent: city}, {id: south, name: 南区工会, kind: 区工会, parent: city}, {id: empty, name: 空工会, kind: 区工会}]",
    "decisions/2013-01": "{result: 命名, level: 区级, date: 2013, studios: [{studio: a}, {studio: b}, {studio: gone}]}",
    "decisions/2013-02": "{result: 命名, level: 省级, date: 2014, studios: [{studio: a}, {studio: c}]}",
    "decisions/2013-03": "{result: 达标, level: 市级, date: 2014, studios: [{studio: a}, {studio: gone}]}",
    "north/a": A,
    "north/a/2013": "{achievements: [{id: a, kind: 发明专利, innovation: [技术攻关, 产品创新, 技术攻关], ip: {state: 授权}, benefits: "
    + BENEFITS
    + "}, {id: b, kind: 发明专利, ip: {state: 失效}}, {id: c, kind: 发明专利}, {id: d, kind: 其他, ip: {state: 授权}}, {id: e, kind: 软件著作权, disclosure: 不公开, ip: {state: 授权}}], "
    "trainings: [{topic: 甲, sessions: 3, attendances: 90}, {topic: 乙}, {topic: 丙, sessions: 2}], mentoring: {apprentices: 4, outcomes: [{kind: 甲, count: 3}, {kind: 乙, count: 2}]}, members_promoted: 0, suggestions: {proposed: 9, implemented: 3}, honours: [{name: 工人先锋号}, {name: 竞赛优胜, level: 区级, year: 2014}]}",
    "north/a/2015": "{achievements: [{id: f, kind: 软件著作权, ip: {state: 申请}, benefits: [{kind: 效率, amount: 20工时, period: 年度}, {kind: 效率, amount: 1.5亿元, period: 年度}]}], members_promoted: 2}",
    "north/b": "{region: 西区, category: 劳模, industry: 教育, types: [综合], plaque: 2014-05, team: {total: 10, frontline: 9, by_grade: {技师: 3, 高级技师: 7}}, honours: [{name: 工人先锋号}, {name: 工人先锋号, year: 2014}]}",
    "north/b/2013": "{achievements: [{id: g, kind: 论文, benefits: [{kind: 安全, amount: 10万元, period: 年度}]}], trainings: [{topic: 甲, sessions: 1}], suggestions: {proposed: 1, adopted: 1}, mentoring: {apprentices: 2}, members_promoted: 1}",
    "south/c": "{industry: 焊接, region: 远区}",
    "vocabulary": "{industries: {焊接: welding}, regions: {远区: far}}",
    "south/gone": "{status: 撤销, ended_on: 2015, founded: 2011, region: 西区, category: 劳模, types: [综合], kinds: [技术攻关], industry: 教育, team: {total: 30, frontline: 20, female: 10, by_grade: {技师: 30}}, honours: [{name: 工人先锋号}]}",
    "south/gone/2013": "{achievements: [{id: z, kind: 论文, benefits: "
    + BENEFITS
    + "}], trainings: [{topic: 甲, sessions: 1}], members_promoted: 1}",
}
REGISTRY = joined(TEXTS)


def said(figure: Figure | Share) -> str:
    """The key, the coverage, and each line: label, number, studios, address, words."""
    coverage = f"{figure.key} {figure.coverage.supplied}/{figure.coverage.of}"
    if isinstance(figure, Share):
        return f"{coverage}: {figure.part} {figure.whole} {figure.percent}"
    return f"{coverage}: {', '.join(' '.join(str(part) for part in (count.label, count.number, count.studios, count.url, count.words) if part is not None and part != '') for count in figure.counts)}"


FIGURES = {
    statistics.studios: (
        "by_level",
        "by_category",
        "by_type",
        "by_kind",
        "by_industry",
        "by_region",
        "by_union",
        "by_founding",
        "by_naming",
    ),
    statistics.achievements: ("by_result", "by_innovation", "per_year", "rights", "by_state"),
    statistics.benefits: ("by_kind",),
    statistics.people: (
        "by_grade",
        "by_age",
        "by_education",
        "frontline",
        "women",
        "sessions",
        "attendances",
        "apprentices",
        "outcomes",
        "promoted",
        "honours",
        "leader_honours",
        "studio_honours",
    ),
}


def test_every_figure() -> None:
    found = {
        f"{module.__name__.rpartition('.')[2]}.{name}": said(getattr(module, name)(REGISTRY))
        for module, names in FIGURES.items()
        for name in names
    }
    assert found == {
        "studios.by_level": "level 3/3: 省级 2, 区级 1",
        "studios.by_category": "category 2/3: 劳模 1, 工匠 1",
        "studios.by_type": "type 2/3: 培训服务 1 studios/types/training/, 综合 2 studios/types/comprehensive/",
        "studios.by_kind": "kind 1/3: 技术攻关 1 studios/kinds/technical-breakthrough/, 技术创新 1 studios/kinds/technical-innovation/",
        "studios.by_industry": "industry 3/3: 港口航运 1 industries/port/, 教育 1 industries/education/, 焊接 1 industries/welding/",
        "studios.by_region": "region 3/3: 西区 1 regions/xiqu/, 东区 1 regions/dongqu/, 远区 1 regions/far/",
        "studios.by_union": "union 3/3: 北区 2 unions/north/, 南区工会 1 unions/south/",
        "studios.by_founding": "founded 2/3: 2012年 1, 2014年 1",
        "studios.by_naming": "named 3/3: 2013年 2, 2014年 1",
        "achievements.by_result": "result 2/3: 发明专利 3 achievements/invention-patent/, 软件著作权 1 achievements/software-copyright/, 论文 1 achievements/paper/, 其他 1 achievements/other/",
        "achievements.by_innovation": "innovation 1/3: 技术攻关 1, 产品创新 1",
        "achievements.per_year": "year 2/3: 2013年 5 2 achievements/2013/, 2015年 1 1 achievements/2015/",
        "achievements.rights": "rights 1/3: 发明专利 授权 1, 发明专利 失效 1, 软件著作权 申请 1",
        "achievements.by_state": "states 1/3: 授权 1, 申请 1, 失效 1",
        "benefits.by_kind": "benefit 2/3: 效率 5, 质量 6, 安全 1, 增收 1",
        "people.by_grade": "grade 2/3: 高级技师 7, 技师 12, 其他 11",
        "people.by_age": "age 1/3: 36至45岁 20",
        "people.by_education": "education 1/3: 研究生 7, 本科 13",
        "people.frontline": "frontline 2/3: 21 30 70",
        "people.women": "women 1/3: 8 20 40",
        "people.sessions": "sessions 2/3: 2013年 6 2",
        "people.attendances": "attendances 1/3: 2013年 90 1",
        "people.apprentices": "apprentices 2/3: 2013年 6 2",
        "people.outcomes": "outcomes 1/3: 2013年 5 1",
        "people.promoted": "promoted 2/3: 2013年 1 2, 2015年 2 1",
        "people.honours": "honours-kind 2/3: 劳动模范 3 honours/model-worker/, 工人先锋号 3 honours/worker-pioneer/, 竞赛与集体荣誉 1 honours/contest/",
        "people.leader_honours": "leader-honours 1/3: 省级劳动模范 1, 市级劳动模范 2",
        "people.studio_honours": "studio-honours 2/3: 市级工人先锋号 3, 区级竞赛与集体荣誉 1",
    }
    assert [said(figure) for figure in statistics.people.suggestions(REGISTRY)] == [
        "proposed 2/3: 2013年 10 2",
        "adopted 1/3: 2013年 1 1",
        "implemented 1/3: 2013年 3 1",
    ]


def test_every_figure_of_an_empty_site_is_empty() -> None:
    empty = joined({})
    figures = [getattr(module, name)(empty) for module, names in FIGURES.items() for name in names]
    assert [figure.key for figure in figures if figure] == []
    assert {(figure.coverage.supplied, figure.coverage.of) for figure in figures} == {(0, 0)}
    assert statistics.studios.growth(empty).years == ()
    assert statistics.people.pioneers(empty) == ()


def test_growth_year_by_year() -> None:
    growth = statistics.studios.growth(REGISTRY)
    assert growth.years == ((2011, 1, 0), (2012, 2, 0), (2013, 2, 0), (2014, 3, 2), (2015, 2, 1), (2016, 2, 1))
    assert (growth.undated, growth.coverage) == (1, Coverage(2, 3))


def test_shares_of_the_pioneers() -> None:
    assert [
        (each.record.year, each.record.level, each.studios, each.percent)
        for each in statistics.people.pioneers(REGISTRY)
    ] == [(2013, "市级", 2, 20), (2014, "市级", 1, None)]


def test_benefits_by_year_and_unit_and_what_is_left_out() -> None:
    found = statistics.benefits.benefits(REGISTRY)

    def lines(kind: str) -> list[str]:
        return [
            f"{line.year} {line.unit}: {line.exact and (str(line.exact.value), line.exact.items)} {line.floor and (str(line.floor.value), line.floor.items)}"
            for line in getattr(found, kind)
        ]

    assert lines("money") == ["2013 万元: ('50.5', 3) ('800', 1)", "2015 万元: ('15000', 1) None"]
    assert lines("others") == ["2013 吨: ('5', 1) None", "2013 工时: ('300', 1) None", "2015 工时: ('20', 1) None"]
    assert said(found.left_out) == "benefits-left-out 1/3: 累计 1, 未写时段 1, 约数 1, 概数 1, 未写数额 1"
    assert found.coverage == Coverage(2, 3)
    assert [(year, str(value)) for year, value in found.years] == [(2013, "50.5"), (2015, "15000")]


def test_orders_of_the_lines_are_those_of_the_word_lists() -> None:
    all_kinds = ", ".join(
        f"{{id: a{n}, kind: {kind}, innovation: [{', '.join(reversed(vocabulary.INNOVATION_KINDS))}], ip: {{state: {state}}}}}"
        for n, (kind, state) in enumerate(
            (kind, state) for kind in reversed(vocabulary.RESULT_KINDS) for state in reversed(vocabulary.PATENT_STATES)
        )
    )
    registry = joined({"north/a": "{}", "north/a/2013": f"achievements: [{all_kinds}]"})
    assert [label for label, _ in statistics.achievements.by_result(registry).known] == list(vocabulary.RESULT_KINDS)
    assert [label for label, _ in statistics.achievements.by_innovation(registry).known] == list(
        vocabulary.INNOVATION_KINDS
    )
    states = ("授权", "登记", "受理", "申请", "失效")
    patents = [f"{kind} {state}" for kind in ("发明专利", "实用新型专利", "外观设计专利") for state in states]
    software = (("软件著作权 登记", 2), *((f"软件著作权 {state}", 1) for state in states[2:]))
    assert statistics.achievements.rights(registry).known == (*((label, 1) for label in patents), *software)
    assert statistics.achievements.by_state(registry).known == (("授权", 3), ("登记", 5), *((s, 4) for s in states[2:]))


def figure(*numbers: int | None) -> Figure:
    return Figure("x", tuple(statistics.Count(f"行{n}", number) for n, number in enumerate(numbers)), Coverage(1, 1))


@pytest.mark.parametrize(
    ("numbers", "total", "leading", "true"),
    [
        ((), 0, (), False),
        ((None,), None, (), False),
        ((3, None, 5), None, ((("行2",), 5), (("行0",), 3)), True),
        ((3, 5, 5, 1), 14, ((("行1", "行2"), 5), (("行0",), 3)), True),
        ((4,), 4, ((("行0",), 4),), True),
        ((0,), 0, ((("行0",), 0),), True),
    ],
)
def test_what_a_figure_says_of_itself(
    numbers: tuple[int | None, ...], total: int | None, leading: object, *, true: bool
) -> None:
    found = figure(*numbers)
    assert (found.total, found.leading, bool(found)) == (total, leading, true)
    if true:
        known = [number for number in numbers if number is not None]
        assert (found.smallest, found.largest) == (min(known), max(known))


def test_tallies_sums_and_links() -> None:
    pairs = [("a", "丙"), ("b", "乙"), ("a", "甲"), ("a", "丙"), ("c", "丁")]
    assert said(tally("x", pairs, ["丙", "无", "甲"], 9)) == "x 3/9: 丙 2, 甲 1, 丁 1, 乙 1"
    assert (
        said(by_year("x", [("a", 2014, 3), ("b", 2013, 1), ("a", 2014, 2), ("b", 2014, 0)], 9))
        == "x 2/9: 2013年 1 1, 2014年 5 2"
    )
    assert said(linked(tally("x", pairs, [], 9), {"丙": "c/", "甲": "a/"})) == "x 3/9: 丁 1, 丙 2 c/, 乙 1, 甲 1 a/"
    assert said(by_year("x", [], 9)) == "x 0/9: "


@pytest.mark.parametrize(
    ("some", "whole", "expected"),
    [
        (None, 9, None),
        (9, None, None),
        (2, 4, None),
        (2, 5, 40),
        (0, 5, 0),
        (5, 5, 100),
        (1, 8, 13),
        (3, 200, 2),
        (1, 201, 0),
        (1, 200, 1),
    ],
)
def test_percents(some: int | None, whole: int | None, expected: int | None) -> None:
    assert percent(some, whole) == expected


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        ([], "x 0/9: None None None"),
        ([(5, 10), (3, 6)], "x 2/9: 8 16 50"),
        ([(2, 10)], "x 1/9: None None None"),
        ([(3, 10)], "x 1/9: 3 10 30"),
        ([(0, 10)], "x 1/9: 0 10 0"),
        ([(8, 10)], "x 1/9: None None None"),
        ([(7, 10)], "x 1/9: 7 10 70"),
        ([(10, 10)], "x 1/9: 10 10 100"),
        ([(4, 4)], "x 1/9: 4 4 None"),
    ],
)
def test_shares(pairs: list[tuple[int, int]], expected: str) -> None:
    assert said(share("x", pairs, 9)) == expected
    assert bool(share("x", pairs, 9)) is (": None" not in expected)


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ((5, 4, 3), [5, 4, 3]),
        ((0, 3), [0, 3]),
        ((9, 4, 2), [9, "不单列", "少于3人"]),
        ((9, 4, 4, 2), [9, "不单列", 4, "少于3人"]),
        ((9, 3, 4, 1), [9, 3, "不单列", "少于3人"]),
        ((9, 3, 2), [9, "不单列", "少于3人"]),
        ((9, 3, 1), ["不单列", 3, "少于3人"]),
        ((9, 1, 2), [9, "少于3人", "少于3人"]),
        ((9, 1, 1, 2), [9, "少于3人", "少于3人", "少于3人"]),
        ((3, 3, 1), []),
        ((2,), []),
        ((1, 1), []),
        ((4, 1), ["不单列", "少于3人"]),
        ((), []),
    ],
)  # fmt: skip
def test_small_groups_are_words(counts: tuple[int, ...], expected: list[int | str]) -> None:
    parts = {f"组{n}": count for n, count in enumerate(counts)}
    assert [cell.words or cell.count for cell in cells(parts)] == expected
    assert [cell.label for cell in cells(parts)] == (list(parts) if expected else [])
    assert discreet("x", parts, Coverage(1, 2)).counts == tuple(
        statistics.Count(cell.label, cell.count, words=cell.words) for cell in cells(parts)
    )


@pytest.mark.parametrize(
    ("count", "total", "expected"),
    [
        (None, 9, None),
        (0, 9, CrossCell("", 0)),
        (1, 9, CrossCell("", None, "少于3人")),
        (2, 9, CrossCell("", None, "少于3人")),
        (3, 9, CrossCell("", 3)),
        (6, 9, CrossCell("", 6)),
        (7, 9, None),
        (8, 9, None),
        (9, 9, CrossCell("", 9)),
        (2, 2, CrossCell("", None, "少于3人")),
    ],
)
def test_a_group_of_a_whole(count: int | None, total: int, expected: CrossCell | None) -> None:
    assert part(count, total) == expected


@pytest.mark.parametrize(
    ("done", "target", "gap", "beyond", "whole"),
    [
        (8, 8, 0, 0, 100),
        (9, 8, 0, 1, 112),
        (7, 8, 1, 0, 87),
        (0, 8, 8, 0, 0),
        (None, 8, None, 0, None),
        (2, 0, 0, 2, None),
        (0, 0, 0, 0, None),
        (1, 1, 0, 0, 100),
    ],
)
def test_gap_and_ratio(done: int | None, target: int, gap: int | None, beyond: int, whole: int | None) -> None:
    progress = Progress(done, target)
    assert (progress.gap, progress.beyond, progress.percent) == (gap, beyond, whole)
