"""All records joined: what belongs to whom, in which order, and what is in none of the lists."""

from pathlib import PurePosixPath

from laomo.records import models
from laomo.records.loader import Loaded
from laomo.records.models import vocabulary
from laomo.registry.registry import Registry
from tests.registry.joined import joined

UNIONS = (
    "unions: [{id: south, name: 南区工会, kind: 区工会, parent: city, other_names: [南区总工会, 南工]}, {id: city, name: 示例市总工会, kind: 市总工会, parent: all}, "
    "{id: north, name: 北区工会, kind: 区工会, parent: city, co_studios: [nurse, gone]}, {id: all, name: 总工会, kind: 省总工会}, {id: odd, name: 另一家, kind: 区工会, parent: lost}]"
)


def test_without_a_site_or_its_unions_there_is_no_registry() -> None:
    whole = joined({})
    for missing in ("site.yml", "unions.yml"):
        records = {path: record for path, record in whole.records.items() if str(path) != missing}
        assert Registry.of(Loaded(records, frozenset(), (), frozenset(), {}, {})) is None
    unions = whole.records[PurePosixPath("unions.yml")]
    records = {PurePosixPath("site.yml"): unions, PurePosixPath("unions.yml"): unions}
    assert Registry.of(Loaded(records, frozenset(), (), frozenset(), {}, {})) is None


def test_what_was_loaded_is_kept() -> None:
    found = joined({"north/a": "{}"}, broken=["north/b/studio.yml"], pictures=["north/a/photos/a.png"])
    assert found.pictures == {PurePosixPath("north/a/photos/a.png")}
    assert found.broken == {PurePosixPath("north/b/studio.yml")}
    assert found.vocabulary == models.VocabularyRecord()
    assert found.alliances == ()


def test_studios_stand_in_the_order_of_their_unions_then_of_their_folders() -> None:
    texts = {
        "unions": UNIONS,
        "north/b": "{}",
        "north/a": "{}",
        "south/z": "{}",
        "lost/c": "{}",
        "city/d": "{}",
        "south/m": "{status: 撤销}",
    }
    found = joined(texts)
    assert [studio.id for studio in found.studios] == ["m", "z", "d", "a", "b"]
    assert [studio.id for studio in found.active_studios] == ["z", "d", "a", "b"]
    assert [(studio.union.id, str(studio.path)) for studio in found.studios[:2]] == [
        ("south", "south/m/studio.yml"),
        ("south", "south/z/studio.yml"),
    ]
    assert [studio.id for studio in found.studios_of("south")] == ["m", "z"]
    assert found.studios_of("lost") == ()
    assert list(found.studio_by_id) == ["m", "z", "d", "a", "b"]


def test_unions_by_id_by_name_below_and_above() -> None:
    found = joined({"unions": UNIONS})
    assert list(found.union_by_id) == ["south", "city", "north", "all", "odd"]
    assert {name: union.id for name, union in found.union_by_name.items()} == {
        "南区工会": "south",
        "南区总工会": "south",
        "南工": "south",
        "示例市总工会": "city",
        "北区工会": "north",
        "总工会": "all",
        "另一家": "odd",
    }
    assert [union.id for union in found.host_unions] == ["south", "city", "north", "odd"]
    assert [union.id for union in found.children_of("city")] == ["south", "north"]
    assert [union.id for union in found.children_of(None)] == ["all"]
    assert {union.id: [each.id for each in found.above(union)] for union in found.unions} == {
        "south": ["south", "city", "all"],
        "city": ["city", "all"],
        "north": ["north", "city", "all"],
        "all": ["all"],
        "odd": ["odd"],
    }


def test_guests_of_a_union_are_active_and_on_its_list() -> None:
    texts = {
        "unions": UNIONS,
        "south/nurse": "{co_unions: [north, city]}",
        "south/gone": "{co_unions: [north], status: 撤销}",
        "south/shy": "{co_unions: [north]}",
        "north/own": "{co_unions: [north]}",
        "south/silent": "{}",
    }
    found = joined(texts)
    assert {union.id: [studio.id for studio in found.guests_of(union)] for union in found.unions} == {
        "south": [],
        "city": [],
        "north": ["nurse", "own"],
        "all": [],
        "odd": [],
    }


def test_years_and_achievements_in_their_order() -> None:
    texts = {
        "north/b": "{}",
        "north/b/2015": "achievements: [{id: c}, {id: b, disclosure: 不公开}, {id: a, disclosure: 专利已申请}]",
        "north/b/2013": "achievements: [{id: d}]",
        "north/b/2014": "{}",
        "north/a": "{}",
        "north/a/2014": "achievements: [{id: x, disclosure: 已通过保密审查}]",
        "south/n": "{}",
        "south/n/2015": "achievements: [{id: y}]",
        "south/o": "{status: 撤销}",
        "south/o/2015": "achievements: [{id: z}]",
        "lost/p/2015": "achievements: [{id: z}]",
    }
    found = joined(texts)
    assert [[year.year for year in studio.years] for studio in found.studios] == [
        [2014],
        [2013, 2014, 2015],
        [2015],
        [2015],
    ]
    assert [(item.studio.id, item.year, item.record.id) for item in found.achievements] == [
        ("b", 2015, "c"),
        ("b", 2015, "a"),
        ("n", 2015, "y"),
        ("a", 2014, "x"),
        ("b", 2013, "d"),
    ]
    assert [item.record.id for item in found.studio_by_id["b"].achievements] == ["c", "a", "d"]
    assert [str(item.path) for item in found.studio_by_id["b"].achievements] == [
        "north/b/2015.yml",
        "north/b/2015.yml",
        "north/b/2013.yml",
    ]
    year = found.studio_by_id["b"].years[2]
    assert (len(year.unredacted.achievements), str(year.path)) == (3, "north/b/2015.yml")


def test_the_order_in_which_files_were_read_changes_nothing() -> None:
    texts = {
        f"{union}/{studio}": "{}"
        for union in ("north", "south", "city")
        for studio in (f"{union}-a", f"{union}-b", f"{union}-c")
    }
    texts |= {f"north/north-a/{year}": f"achievements: [{{id: a{year}}}]" for year in (2012, 2013, 2014, 2015)}
    texts |= {f"decisions/2013-0{n}": "studios: [{studio: north-a}]" for n in range(1, 6)}
    texts |= {f"notices/2013-0{n}": "{title: 甲, kind: 通知, date: 2013, issuer: 甲, body: 正文}" for n in range(1, 5)}
    records = joined(texts).records
    backwards = {path: records[path] for path in reversed(records)}
    found = Registry.of(Loaded(backwards, frozenset(), (), frozenset(), {}, {}))
    assert found
    assert [studio.id for studio in found.studios] == [
        f"{union}-{letter}" for union in ("city", "north", "south") for letter in "abc"
    ]
    assert [year.year for year in found.studio_by_id["north-a"].years] == [2012, 2013, 2014, 2015]
    assert [item.record.id for item in found.achievements] == ["a2015", "a2014", "a2013", "a2012"]
    assert [path.stem for path, _ in found.decisions] == [f"2013-0{n}" for n in range(1, 6)]
    assert [each.path.stem for each in found.studio_by_id["north-a"].designations] == [
        f"2013-0{n}" for n in range(1, 6)
    ]
    assert [name for name, _ in found.notices] == [f"2013-0{n}" for n in range(4, 0, -1)]


def test_shared_achievements_go_to_those_who_agree() -> None:
    texts = {
        "north/a": "{}",
        "north/a/2014": "achievements: [{id: x, shared_with: [b, a, n, b, o, gone, lost]}, {id: w, disclosure: 不公开, shared_with: [b]}]",
        "north/b": "{}",
        "north/b/2013": "achievements: [{id: v, shared_with: [a]}, {id: u, shared_with: [c]}]",
        "north/b/2015": "achievements: [{id: t, shared_with: [c]}]",
        "north/c": "{}",
        "north/c/2014": "achievements: [{id: own}]",
        "north/gone": "{status: 撤销}",
        "north/gone/2014": "achievements: [{id: s, shared_with: [a]}]",
        "south/n": "{took_part_in: [a/x]}",
        "south/o": "{took_part_in: [a/y]}",
    }
    found = joined(texts).studio_by_id
    (item,) = found["a"].achievements
    assert [studio.id for studio in item.partners] == ["b", "n"]
    assert [studio.id for studio in item.named] == ["b", "n", "o"]
    assert [studio.id for studio in item.studios] == ["a", "b", "n"]
    seen = {each: [studio.id for studio in item.partners_on_page_of(found[each])] for each in ("a", "b", "n")}
    assert seen == {"a": ["b", "n", "o"], "b": ["a", "n", "o"], "n": ["a", "b"]}
    assert {each: [shared.record.id for shared in studio.shared] for each, studio in found.items()} == {
        "a": ["v"],
        "b": ["x"],
        "c": ["t", "u"],
        "gone": [],
        "n": ["x"],
        "o": [],
    }
    by_year = {year: [each.record.id for each in items] for year, items in found["c"].achievements_by_year.items()}
    assert list(by_year.items()) == [(2015, ["t"]), (2014, ["own"]), (2013, ["u"])]


def test_decisions_by_date_then_name_and_those_for_the_public_newest_first() -> None:
    texts = {
        "north/a": "{}",
        "decisions/2013-09": "{date: 2013-05, studios: [{studio: a}, {studio: lost}]}",
        "decisions/2013-01": "{date: 2014-05, result: 达标, studios: [{studio: a}]}",
        "decisions/2013-02": "{date: 2013-05, result: 限期整改, studios: [{studio: a}]}",
        "decisions/2013-03": "{date: 2013, valid_to: 2025-12-30, studios: [{studio: a}]}",
        "decisions/2013-04": "{date: 2012, valid_to: 2025-12-31, studios: [{studio: a}]}",
    }
    found = joined(texts)
    assert [path.stem for path, _ in found.decisions] == ["2013-04", "2013-03", "2013-02", "2013-09", "2013-01"]
    assert [path.stem for path, _ in found.announced] == ["2013-01", "2013-09", "2013-03", "2013-04"]
    (studio,) = found.studios
    assert [(each.path.stem, each.expired) for each in studio.designations] == [
        ("2013-04", False),
        ("2013-03", True),
        ("2013-02", False),
        ("2013-09", False),
        ("2013-01", False),
    ]
    assert found.qualified == (studio,)


def test_notices_targets_and_standards() -> None:
    notice = "{{title: 甲, kind: 通知, issuer: 甲, body: 正文, date: {}}}"
    table = "{title: 表, issuer: 甲, total: {created: 1, qualified: 1}, rows: [{union: south, created: 3, qualified: 2}, {union: lost, created: 9, qualified: 9}, {union: north, created: 1, qualified: 1}, {union: city, created: 4, qualified: 2}]}"
    texts = {
        **{
            f"notices/2013-0{n}": notice.format(date)
            for n, date in enumerate(("2013-05", "2014", "2013-05", "2012"), 1)
        },
        **dict.fromkeys(("targets/2013", "targets/2015", "targets/2014"), table),
        "standards/seven": "{name: 七有标准, short: 七有, issuer: 甲, valid_from: 2013, items: [{id: a, label: 甲, text: 甲}]}",
        "north/a": "{founded: 2014}",
        "north/b": "{}",
        "south/c": "{founded: 2013, plaque: 2015}",
        "south/d": "{plaque: 2015}",
        "south/e": "{founded: 2013, status: 撤销, ended_on: 2014-05}",
        "decisions/2014-01": "{date: 2014-05, result: 达标, studios: [{studio: a}, {studio: c}]}",
    }
    found = joined(texts)
    assert [name for name, _ in found.notices] == ["2013-02", "2013-03", "2013-01", "2013-04"]
    assert [name for name, _ in found.standards] == ["seven"]
    assert [
        (table.year, table.undated, [(row.union.id, row.created, row.qualified, row.recorded) for row in table.rows])
        for table in found.targets
    ] == [
        (2015, 1, [("south", 2, 1, True), ("north", 1, 1, True), ("city", 0, 0, False)]),
        (2014, 1, [("south", 1, 1, True), ("north", 1, 1, True), ("city", 0, 0, False)]),
        (2013, 1, [("south", 2, 0, True), ("north", 0, 0, True), ("city", 0, 0, False)]),
    ]
    newest = found.targets[0]
    assert (newest.created, newest.qualified) == (3, 2)
    assert [(name, [(each.done, each.target) for each in both]) for name, both in newest.lines] == [
        ("南区工会", [(2, 3), (1, 2)]),
        ("北区工会", [(1, 1), (1, 1)]),
        ("示例市总工会", [(None, 4), (None, 2)]),
        ("合计", [(3, 1), (2, 1)]),
    ]


def test_regions_industries_and_alliances() -> None:
    texts = {
        "site": "{name: 小馆, place: 示例市, as_of: 2025, regions: [西区, 北区]}",
        "vocabulary": "{industries: {焊接: welding, 教育: schools}, regions: {北区: northern}}",
        "alliances": "alliances: [{id: b, name: 乙, kind: 区域, lead: 甲, members: [乙]}, {id: a, name: 甲, kind: 区域, lead: 甲, members: [乙]}]",
        "north/a": "{region: 东区}",
        "north/b": "{region: 北区}",
        "north/c": "{}",
        "north/d": "{region: 远区, status: 撤销}",
        "south/e": "{region: 南区}",
    }
    found = joined(texts)
    assert list(found.regions.items()) == [
        ("西区", "xiqu"),
        ("北区", "northern"),
        ("东区", "dongqu"),
        ("南区", "nanqu"),
    ]
    assert found.industries == {**vocabulary.INDUSTRIES, "焊接": "welding", "教育": "schools"}
    assert [alliance.id for alliance in found.alliances] == ["b", "a"]


def test_files_that_could_not_be_read_the_profile_first() -> None:
    broken = [
        *(f"north/a/{year}.yml" for year in range(2020, 2010, -1)),
        "north/a/studio.yml",
        "north/b/2013.yml",
        "decisions/a.yml",
        "targets/2013.yml",
    ]
    found = joined({}, broken=broken)
    assert [str(path) for path in found.unreadable("a")] == [
        "north/a/studio.yml",
        *(f"north/a/{year}.yml" for year in range(2011, 2021)),
    ]
    assert [str(path) for path in found.unreadable("b")] == ["north/b/2013.yml"]
    assert found.unreadable("a.yml") == []


LEADERS = "{{leaders: [{{name: 江一舟{one}}}, {{name: 顾三春{two}}}]}}"


def test_people_who_lead_and_names_that_are_hidden() -> None:
    texts = {
        "site": "{name: 小馆, place: 示例市, as_of: 2025, withdrawn: [{name: 丁某某, unit: 丁厂}]}",
        "north/a": "{leaders: [{name: 甲一}, {name: 乙一, end: 2013}, {name: 丙一, withdrawn: 2014}]}",
        "north/b": "{leaders: [{name: 戊一, end: 2013}, {name: 己一, end: 2014}]}",
        "south/c": "{leaders: [{name: 庚一}], status: 撤销}",
    }
    found = joined(texts)
    assert [(leader.name, studio.id) for leader, studio in found.people] == [
        ("甲一", "a"),
        ("戊一", "b"),
        ("己一", "b"),
    ]
    assert [person.name for person in found.persons] == ["甲一", "戊一", "己一"]
    assert found.withdrawn == {"丙一", "丁某某"}


def test_the_mark_of_withdrawals_changes_with_each_and_names_nobody() -> None:
    def mark(one: str = "", two: str = "", site: str = "", folder: str = "a") -> str:
        texts = {
            f"north/{folder}": LEADERS.format(one=one, two=two),
            "site": f"{{name: 小馆, place: 示例市, as_of: 2025{site}}}",
        }
        return joined(texts).withdrawal_mark

    marks = [
        mark(),
        mark(", withdrawn: 2020-05"),
        mark(", withdrawn: 2020-06"),
        mark("", ", withdrawn: 2020-05"),
        mark(", withdrawn: 2020-05", folder="b"),
        mark(", withdrawn: 2020-05", ", withdrawn: 2019"),
        mark(", honours: [{name: 奖, status: 撤销}]"),
        mark(site=", withdrawn: [{name: 丁一, unit: 甲}]"),
        mark(site=", withdrawn: [{name: 丁一, unit: 乙}]"),
        mark(site=", withdrawn: [{name: 戊一, unit: 甲}]"),
    ]
    assert [each[:-5] for each in marks] == [
        "0 -",
        "1 2020-05",
        "1 2020-06",
        "1 2020-05",
        "1 2020-05",
        "2 2020-05",
        "1 -",
        "1 -",
        "1 -",
        "1 -",
    ]
    assert len({each[-4:] for each in marks}) == len(marks)
    assert {len(each.split()[-1]) for each in marks} == {4}
    assert mark() == mark()


def test_a_year_that_only_registers_its_report_is_on_file_and_not_shown() -> None:
    registry = joined({"north/crane": "{}", "north/crane/2024": "{report: {submitted: 2024-12-20}}", "north/crane/2025": "{summary: 一年, report: {submitted: 2025-12-20}}"})  # fmt: skip
    crane = registry.studio_by_id["crane"]
    assert [[year.year for year in years] for years in (crane.filed_years, crane.years)] == [[2024, 2025], [2025]]
