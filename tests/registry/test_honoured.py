"""Honours, commendations, mentors and what is withdrawn: who holds what, grouped, in order, and what is left out."""

import pytest

from laomo.records.models import vocabulary
from laomo.registry import mentoring
from laomo.registry.commendations import by_union
from laomo.registry.honour_kinds import kind_of, ranked
from laomo.registry.honours import held_honours
from laomo.registry.mentoring import LineageNode
from tests.registry.joined import joined


def test_held_honours_once_each_of_active_studios() -> None:
    leader = "leaders: [{{name: 甲一, {}honours: [{{name: 劳模, year: 2011}}, {{name: 劳模, year: 2012}}, {{name: 旧, status: 撤销}}]}}, {{name: 乙一, honours: [{{name: 劳模, year: 2011}}]}}]"
    texts = {
        "north/a": f"{{{leader.format('also_leads: [n], ')}, honours: [{{name: 岗, level: 区级}}, {{name: 岗, level: 市级}}, {{name: 岗, year: 2014}}]}}",
        "north/a/2013": "honours: [{name: 岗}, {name: 号, year: 2013}, {name: 旧, status: 撤销}]",
        "north/a/2014": "honours: [{name: 号, year: 2013}]",
        "north/b": f"{{{leader.format('')}, honours: [{{name: 岗}}]}}",
        "north/c": "{status: 撤销, honours: [{name: 岗}], leaders: [{name: 丙一, honours: [{name: 劳模}]}]}",
        "south/n": f"{{{leader.format('also_leads: [a], ')}}}",
        "south/o": f"{{{leader.format('also_leads: [b], ')}}}",
    }
    assert [
        f"{each.studio.id} {each.person or '-'} {each.honour.name} {each.honour.year} {each.honour.level}"
        for each in held_honours(joined(texts))
    ] == [
        "a 甲一 劳模 2011 市级",
        "a 甲一 劳模 2012 市级",
        "a 乙一 劳模 2011 市级",
        "a - 岗 2013 区级",
        "a - 岗 2014 市级",
        "a - 号 2013 市级",
        "b - 岗 2013 市级",
        "n 乙一 劳模 2011 市级",
        "o 甲一 劳模 2011 市级",
        "o 甲一 劳模 2012 市级",
    ]


WORDS = {
    "劳动模范": ("全国劳动模范", "市劳模", "先进工作者"),
    "五一劳动奖章": ("省五一劳动奖章",),
    "五一劳动奖状": ("省五一劳动奖状",),
    "工人先锋号": ("工人先锋号",),
    "工匠": ("鹭岛工匠",),
    "技术能手": ("技术能手", "技能能手", "首席技师", "技能大师"),
    "巾帼荣誉": ("巾帼文明岗", "三八红旗手", "五一巾帼标兵"),
    "竞赛与集体荣誉": ("技能竞赛第一", "大比武", "先进集体", "优胜奖"),
    "其他荣誉": ("荣誉证书", "劳动者", "五一劳动奖", "先进", "劳模创新工作室", "技能", "八三"),
}


def test_medals_stand_before_professional_titles_and_the_higher_level_first() -> None:
    given = (
        "{name: 全国技术能手, level: 全国, year: 2020}, {name: 市五一劳动奖章, level: 市级, year: 2009}, {name: 市劳动模范, level: 市级, year: 2008}, "
        "{name: 厂劳动模范, level: 企业级, year: 2001}, {name: 省五一劳动奖章, level: 省级, year: 2012}, {name: 首席技师, level: 企业级, year: 2015}, "
        "{name: 省技术能手, level: 省级, year: 2016}, {name: 省技术能手, level: 省级, year: 2018}, {name: 区劳动模范, level: 区级, year: 2021}"
    )
    registry = joined({"north/a": f"leaders: [{{name: 甲一, honours: [{given}]}}]"})
    (leader,) = registry.studio_by_id["a"].leaders
    assert [f"{each.name} {each.year}" for each in ranked(leader.honours)] == [
        "省五一劳动奖章 2012",
        "市劳动模范 2008",
        "市五一劳动奖章 2009",
        "区劳动模范 2021",
        "全国技术能手 2020",
        "省技术能手 2018",
        "省技术能手 2016",
        "首席技师 2015",
        "厂劳动模范 2001",
    ]


def test_the_honours_of_a_studio_stand_in_one_list() -> None:
    studio = joined(
        {
            "north/a": "honours: [{name: 先进集体, level: 省级, year: 2012}, {name: 工人先锋号, level: 市级, year: 2013}]",
            "north/a/2014": "honours: [{name: 五一劳动奖状, level: 市级, year: 2014}]",
        }
    ).studio_by_id["a"]
    assert [each.name for each in studio.honours] == ["五一劳动奖状", "工人先锋号", "先进集体"]


@pytest.mark.parametrize(("kind", "name"), [(kind, name) for kind, names in WORDS.items() for name in names])
def test_kinds_of_honours_by_their_words(kind: str, name: str) -> None:
    assert kind_of(name) == kind
    assert kind_of(f"{name}（劳模创新工作室）") == kind


def test_the_first_kind_that_matches_counts() -> None:
    assert list(vocabulary.HONOUR_MARKS) == list(WORDS)[:-1]
    assert [
        kind_of(name) for name in ("劳模工匠", "工匠技能大师", "巾帼技术能手", "巾帼竞赛", "劳模创新工作室工匠")
    ] == ["劳动模范", "工匠", "技术能手", "巾帼荣誉", "工匠"]


UNIONS = (
    "unions: [{id: city, name: 示例市总工会, kind: 市总工会}, {id: north, name: 北区工会, kind: 区工会, parent: city, other_names: [北区总工会]}, "
    "{id: south, name: 南区工会, kind: 区工会, parent: city, commends: [b]}]"
)


def test_commendations_by_union_newest_first() -> None:
    texts = {
        "unions": UNIONS,
        "decisions/2013-01": "{title: 决定甲, designation: 称号甲, result: 表彰, level: 区级, doc_no: 甲1号, grounds: [活动正常], bodies: [北区总工会, 某某产业工会, 某局], date: 2013-04, sample: 是, studios: [{studio: b}, {studio: gone}, {studio: a}, {studio: b}, {studio: lost}]}",
        "decisions/2013-02": "{title: 决定乙, result: 表彰, level: 市级, bodies: [北区工会], date: 2014-04, studios: [{studio: a}]}",
        "decisions/2013-03": "{title: 决定丙, result: 表彰, bodies: [北区工会], studios: [{studio: gone}]}",
        "decisions/2013-04": "{title: 决定丁, result: 命名, bodies: [北区工会], studios: [{studio: a}]}",
        "north/a": "{sample: 是, honours: [{name: 岗, year: 2012, body: 北区工会, doc_no: 岗1号}, {name: 岗, year: 2012, body: 北区工会}, {name: 市岗, body: 示例市总工会}, {name: 南岗, body: 南区工会}, {name: 旧, body: 北区工会, status: 撤销}, {name: 散岗}]}",
        "north/a/2014": "honours: [{name: 年岗, year: 2014, level: 区级, body: 另一产业工会}, {name: 局岗, year: 2014, body: 某局}]",
        "north/b": "{honours: [{name: 岗, year: 2012, body: 北区工会, doc_no: 岗1号}, {name: 南岗, body: 南区工会}, {name: 岗, level: 区级, year: 2012, body: 北区工会, doc_no: 岗1号}]}",
        "north/gone": "{status: 撤销, honours: [{name: 岗, year: 2012, body: 北区工会}]}",
        "south/n": "{honours: [{name: 北岗, body: 北区工会}, {name: 南岗, body: 南区工会}]}",
    }
    found = by_union(joined(texts))
    assert [(each.name, each.union and each.union.id, each.section, each.url) for each in found] == [
        ("示例市总工会", "city", "honours/unions/city", "honours/unions/city/"),
        ("北区工会", "north", "honours/unions/north", "honours/unions/north/"),
        ("南区工会", "south", "honours/unions/south", "honours/unions/south/"),
        ("某某产业工会", None, "honours/unions/moumouchanyegonghui", "honours/unions/moumouchanyegonghui/"),
        ("另一产业工会", None, "honours/unions/lingyichanyegonghui", "honours/unions/lingyichanyegonghui/"),
    ]
    lines = [
        f"{each.name}: {item.title} {item.date.iso} {item.level} {item.doc_no} {'、'.join(item.grounds)} {[studio.id for studio in item.studios]} {item.sample}"
        for each in found
        for item in each.items
    ]
    assert lines == [
        "示例市总工会: 市岗 2013 市级 None  ['a'] True",
        "北区工会: 决定乙 2014-04 市级 None  ['a'] False",
        "北区工会: 称号甲 2013-04 区级 甲1号 活动正常 ['b', 'a'] True",
        "北区工会: 岗 2012 市级 岗1号  ['a', 'b'] True",
        "北区工会: 岗 2012 市级 None  ['a'] True",
        "北区工会: 岗 2012 区级 岗1号  ['b'] False",
        "南区工会: 南岗 2013 市级 None  ['b', 'n'] False",
        "某某产业工会: 称号甲 2013-04 区级 甲1号 活动正常 ['b', 'a'] True",
        "另一产业工会: 年岗 2014 区级 None  ['a'] True",
    ]


def test_without_commendations_there_are_no_unions() -> None:
    assert by_union(joined({"north/a": "{honours: [{name: 岗, body: 某局}]}"})) == ()


def outline(nodes: tuple[LineageNode, ...], depth: int = 0) -> list[str]:
    found = []
    for each in nodes:
        outcomes = " ".join(f"{outcome.year}{outcome.text}" for outcome in each.outcomes)
        found.append(
            f"{'-' * depth}{each.name} {each.role} {each.since.iso if each.since else None} {outcomes}".rstrip()
        )
        found += outline(each.apprentices, depth + 1)
    return found


def test_trees_of_mentors() -> None:
    years = {
        "2013": "mentoring: {apprentices: 1, pairs: [{mentor: 庚一, apprentice: 辛一}, {mentor: 乙一, apprentice: 丙一, start: 2013-05, outcome: 出师}, {mentor: 甲一, apprentice: 乙一, outcome: 晋级}]}",
        "2014": "mentoring: {apprentices: 1, pairs: [{mentor: 甲一, apprentice: 丁一}, {mentor: 甲一, apprentice: 戊一, start: 2014}, {mentor: 甲一, apprentice: 乙一, start: 2012, outcome: 获奖}, {mentor: 己一, apprentice: 丙一}]}",
        "2015": "{}",
    }
    texts = {
        "north/a": "{leaders: [{name: 甲一}, {name: 乙一, role: 带头人}]}",
        **{f"north/a/{year}": text for year, text in years.items()},
    }
    (studio,) = joined(texts).studios
    assert outline(mentoring.trees(studio)) == [
        "甲一 领衔人 None",
        "-乙一 带头人 2012 2014获奖 2013晋级",
        "--丙一 None 2013-05 2013出师",
        "-戊一 None 2014",
        "-丁一 None None",
        "己一 None None",
        "-丙一 None None",
        "庚一 None None",
        "-辛一 None None",
    ]


def test_a_tree_has_six_generations() -> None:
    pairs = ", ".join(f"{{mentor: 人{n}, apprentice: 人{n + 1}}}" for n in range(1, 10))
    (studio,) = joined({"north/a": "{}", "north/a/2013": f"mentoring: {{apprentices: 1, pairs: [{pairs}]}}"}).studios
    assert outline(mentoring.trees(studio)) == [
        "人1 None None",
        "-人2 None None",
        "--人3 None None",
        "---人4 None None",
        "----人5 None None",
        "-----人6 None None",
        "人6 None None",
        "-人7 None None",
        "--人8 None None",
        "---人9 None None",
        "----人10 None None",
    ]


def test_withdrawn_people_are_in_no_public_record_of_their_union() -> None:
    pairs = "mentoring: {apprentices: 9, pairs: [{mentor: 甲一, apprentice: 一一}, {mentor: 二一, apprentice: 甲一}, {mentor: 乙一, apprentice: 三一}, {mentor: 丙一, apprentice: 四一}, {mentor: 四一, apprentice: 五一}]}"
    texts = {
        "site": "{name: 小馆, place: 示例市, as_of: 2025, withdrawn: [{name: 乙一, unit: 乙厂}]}",
        "north/a": "{units: [甲厂, 它厂], leaders: [{name: 甲一, withdrawn: 2020, honours: [{name: 劳模}]}, {name: 乙一}, {name: 丙一, honours: [{name: 劳模, status: 撤销}]}, {name: 丁一, honours: [{name: 劳模, status: 撤销}, {name: 工匠}]}], honours: [{name: 岗}, {name: 旧, status: 撤销}]}",
        "north/a/2013": f"{{honours: [{{name: 岗}}, {{name: 旧, status: 撤销}}], {pairs}}}",
        "north/b": "{units: [乙厂, 甲厂], leaders: [{name: 甲一}, {name: 乙一}]}",
        "north/c": "{units: [丙厂], leaders: [{name: 甲一, honours: [{name: 劳模}]}, {name: 丁一}]}",
        "north/d": "{units: [丁厂], leaders: [{name: 甲一, honours: [{name: 劳模, year: 2014}]}]}",
        "north/d/2013": pairs,
        "north/e": "{leaders: [{name: 戊一}]}",
        "north/e/2013": pairs,
        "south/n": "{units: [甲厂], leaders: [{name: 甲一}, {name: 丙一}]}",
        "south/n/2013": pairs,
    }
    registry = joined(texts)
    shown = {studio.id: [leader.name for leader in studio.record.leaders] for studio in registry.studios}
    assert shown == {"a": ["乙一", "丁一"], "b": [], "c": ["丁一"], "d": ["甲一"], "e": ["戊一"], "n": ["甲一", "丙一"]}
    years = {
        studio.id: [f"{pair.mentor}{pair.apprentice}" for pair in year.record.mentoring.pairs]
        for studio in registry.studios
        for year in studio.years
        if year.record.mentoring and year.record.mentoring.apprentices == 9
    }
    assert years == {
        "a": ["乙一三一", "四一五一"],
        "d": ["甲一一一", "二一甲一", "四一五一"],
        "e": ["四一五一"],
        "n": ["甲一一一", "二一甲一", "丙一四一", "四一五一"],
    }
    (a,) = (studio for studio in registry.studios if studio.id == "a")
    assert [
        honour.name for honour in (*a.record.honours, *a.years[0].record.honours, *a.record.leaders[1].honours)
    ] == ["岗", "岗", "工匠"]
    view = registry.public_view
    elsewhere = {
        studio.id: [view.elsewhere(leader, studio.unredacted, studio.union.id) for leader in studio.unredacted.leaders]
        for studio in registry.studios
    }
    assert elsewhere == {
        "a": [[], [], [], []],
        "b": [[], []],
        "c": [[], []],
        "d": [[]],
        "e": [[]],
        "n": [["north"], ["north"]],
    }
    assert {union: sorted(view.names(union)) for union in ("city", "north", "south")} == {
        "city": ["乙一"],
        "north": ["丙一", "乙一", "甲一"],
        "south": ["乙一"],
    }
    assert (
        next(studio for studio in registry.studios if studio.id == "e").record
        is next(studio for studio in registry.studios if studio.id == "e").unredacted
    )
