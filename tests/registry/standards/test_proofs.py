"""What each check of a standard finds: its proofs, whether they are enough, and what the tally makes of them."""

import pytest

from laomo.records.models.standard import StandardRecord
from laomo.registry.registry import Registry
from laomo.registry.standards import evidence, fields
from laomo.registry.standards.evidence import Evidence
from laomo.registry.studio import Studio
from tests.registry.joined import joined

A = (
    "{founded: 2012-05, plaque: 2013, category: 劳模, intro: 简介, methods: 工作法, kinds: [技术攻关], place: {host: 现场, equipment: [甲, 乙]}, rules: [{name: 甲, year: 2012}, {name: 乙}, {name: 丙, year: 2014}], "
    "ledger: 无, funding: {sources: [工会经费]}, team: {total: 9, frontline: 3, female: 0}, "
    "leaders: [{name: 甲一, end: 2012, honours: [{name: 劳模, year: 2010}]}, {name: 乙一, start: 2013-05, honours: [{name: 省五一劳动奖章, level: 省级, year: 2012}, {name: 市劳模, level: 市级, year: 2013}, {name: 区劳模, level: 区级, year: 2014}]}, "
    "{name: 丙一, start: 2014, honours: [{name: 国劳模, level: 全国, year: 2010}]}, {name: 丁一, end: 2013, honours: [{name: 行业能手, level: 行业, year: 2012}, {name: 旧, status: 撤销}]}]}"
)
A_2013 = (
    "{summary: 小结, plan_next: 再做, projects: [{title: 甲, goal: 快}, {title: 乙}, {title: 丙, plan: 月度}], trainings: [{topic: 甲, sessions: 3}, {topic: 乙}, {topic: 丙, sessions: 0}], honours: [{name: 年岗}, {name: 旧, status: 撤销}], "
    "achievements: [{id: a, title: 成果甲, kind: 获奖}, {id: b, title: 成果乙, recognised_by: [{award: 一等奖}, {body: 甲}]}, {id: c, title: 成果丙, recognised_by: [{body: 甲}]}, {id: d, title: 成果丁, kind: 获奖, disclosure: 不公开, recognised_by: [{award: 一等奖}]}], "
    "exchanges: [{topic: 甲}], mentoring: {apprentices: 0}, members_promoted: 0, suggestions: {proposed: 5}}"
)
TEXTS = {
    "north/a": A,
    "north/a/2013": A_2013,
    "north/a/2014": "{projects: [{title: 丁}]}",
    "north/b": "{ledger: 有}",
    "north/b/2013": "achievements: [{id: s, title: 共同成果, shared_with: [a]}]",
    "decisions/2013-01": "{result: 表彰, title: 表彰甲, date: 2013-04, studios: [{studio: a}]}",
    "decisions/2013-02": "{result: 表彰, title: 表彰乙, date: 2014-04, studios: [{studio: a}]}",
    "decisions/2013-03": "{result: 表彰, title: 表彰丙, date: 2015-04, studios: [{studio: a}]}",
}


def registry(items: str, texts: dict[str, str] = TEXTS, period: str = "valid_from: 2010") -> Registry:
    return joined({**texts, "standards/six": f"{{name: 标准, short: 六有, issuer: 甲, {period}, items: [{items}]}}"})


def examined(check: str, year: int = 2013, studio: str = "a") -> Evidence:
    found = registry(f"{{id: one, label: 甲, text: 甲, check: [{check}]}}")
    return evidence.examine("six", found.standards[0][1], found.studio_by_id[studio], year)


FOUND = {
    # check: state, whether what is recommended was reached, proofs
    "{kind: projects-in-year}": "有材料 False 甲@studios/a/2013/#project-1 乙@studios/a/2013/#project-2 丙@studios/a/2013/#project-3",
    "{kind: projects-in-year, minimum: 3, recommended: 4}": "有材料 False 甲@studios/a/2013/#project-1 乙@studios/a/2013/#project-2 丙@studios/a/2013/#project-3",
    "{kind: projects-in-year, minimum: 4}": "未见材料 False 甲@studios/a/2013/#project-1 乙@studios/a/2013/#project-2 丙@studios/a/2013/#project-3",
    "{kind: projects-in-year, minimum: 0}": "有材料 False 甲@studios/a/2013/#project-1 乙@studios/a/2013/#project-2 丙@studios/a/2013/#project-3",
    "{kind: achievements-in-year, minimum: 4, recommended: 4}": "有材料 True 成果甲@studios/a/2013/#achievement-a 成果乙@studios/a/2013/#achievement-b 成果丙@studios/a/2013/#achievement-c 共同成果@studios/b/2013/#achievement-s",
    "{kind: achievements-in-year, minimum: 5, recommended: 4}": "未见材料 False 成果甲@studios/a/2013/#achievement-a 成果乙@studios/a/2013/#achievement-b 成果丙@studios/a/2013/#achievement-c 共同成果@studios/b/2013/#achievement-s",
    "{kind: recognised-achievements-in-year, minimum: 2}": "有材料 False 成果乙@studios/a/2013/#achievement-b 成果丙@studios/a/2013/#achievement-c",
    "{kind: awards-in-year, minimum: 4}": "有材料 False 成果甲@studios/a/2013/#achievement-a 成果乙@studios/a/2013/#achievement-b 年岗@studios/a/2013/#honours 表彰甲@studios/a/2013/#honours",
    "{kind: goals-in-year, minimum: 2}": "有材料 False 甲@studios/a/2013/#project-1 丙@studios/a/2013/#project-3",
    "{kind: goals-in-year, minimum: 3}": "未见材料 False 甲@studios/a/2013/#project-1 丙@studios/a/2013/#project-3",
    "{kind: trainings-in-year, minimum: 4}": "有材料 False 培训 4 场@studios/a/2013/#trainings",
    "{kind: trainings-in-year, minimum: 5}": "未见材料 False 培训 4 场@studios/a/2013/#trainings",
    "{kind: leader-honour}": "有材料 False 乙一：省五一劳动奖章@studios/a/#leaders 乙一：市劳模@studios/a/#leaders 丁一：行业能手@studios/a/#leaders",
    "{kind: leader-honour, level: 市级}": "有材料 False 乙一：省五一劳动奖章@studios/a/#leaders 乙一：市劳模@studios/a/#leaders 丁一：行业能手@studios/a/#leaders",
    "{kind: leader-honour, level: 省级}": "有材料 False 乙一：省五一劳动奖章@studios/a/#leaders 丁一：行业能手@studios/a/#leaders",
    "{kind: leader-honour, level: 行业}": "有材料 False 丁一：行业能手@studios/a/#leaders",
    "{kind: leader-honour, level: 全国}": "未见材料 False",
    "{kind: leader-honour, names: [劳模, 奖章]}": "有材料 False 乙一：省五一劳动奖章@studios/a/#leaders 乙一：市劳模@studios/a/#leaders",
    "{kind: leader-honour, names: [首席]}": "未见材料 False",
    "{kind: plaque}": "有材料 False 2013年挂牌@studios/a/#timeline",
    "{kind: frontline-member, minimum: 3}": "有材料 False 一线职工 3 人@studios/a/#team",
    "{kind: frontline-member, minimum: 4}": "未见材料 False 一线职工 3 人@studios/a/#team",
    "{kind: manual}": "待核 False",
    "{kind: manual}, {kind: plaque}": "待核 False 2013年挂牌@studios/a/#timeline",
    "{kind: plaque}, {kind: plaque}": "有材料 False 2013年挂牌@studios/a/#timeline",
    "{kind: projects-in-year, recommended: 3}, {kind: goals-in-year, recommended: 3}": "有材料 False 甲@studios/a/2013/#project-1 乙@studios/a/2013/#project-2 丙@studios/a/2013/#project-3",
    "{kind: projects-in-year, recommended: 3}, {kind: goals-in-year, recommended: 2}": "有材料 True 甲@studios/a/2013/#project-1 乙@studios/a/2013/#project-2 丙@studios/a/2013/#project-3",
    "{kind: projects-in-year, recommended: 3}, {kind: plaque}": "有材料 True 甲@studios/a/2013/#project-1 乙@studios/a/2013/#project-2 丙@studios/a/2013/#project-3 2013年挂牌@studios/a/#timeline",
    "{kind: fields-present, all_of: [rules, intro, place.host, team.frontline]}": "有材料 False 工作制度 2 项@studios/a/#place 简介@studios/a/#intro 依托场所@studios/a/#place 一线职工人数@studios/a/#team",
    "{kind: fields-present, all_of: [place.equipment, ledger]}": "未见材料 False 主要设备 2 项@studios/a/#place",
    "{kind: fields-present, all_of: [intro], any_of: [ledger, funding.sources]}": "有材料 False 简介@studios/a/#intro 经费来源 1 项@studios/a/#place",
    "{kind: fields-present, all_of: [intro], any_of: [ledger, team.female]}": "未见材料 False 简介@studios/a/#intro",
    "{kind: fields-present, any_of: [ledger, kinds, kinds]}": "有材料 False 创新方向 1 项@studios/a/#intro",
    "{kind: fields-present, any_of: [ledger]}": "未见材料 False",
    "{kind: fields-present}": "未见材料 False",
    "{kind: fields-present, all_of: [founded, plaque, methods]}": "有材料 False 成立时间@studios/a/#timeline 挂牌时间@studios/a/#timeline 工作法@studios/a/#intro",
    "{kind: fields-present, all_of: [positioning]}": "未见材料 False",
    "{kind: fields-present, all_of: [year.summary, year.plan_next, year.exchanges, year.suggestions.proposed, year.trainings]}": "有材料 False 年度小结@studios/a/2013/#summary 下年计划@studios/a/2013/#plan-next 技术交流 1 项@studios/a/2013/#exchanges 提出@studios/a/2013/#suggestions 培训 3 项@studios/a/2013/#trainings",
    "{kind: fields-present, any_of: [year.members_promoted, year.suggestions.adopted, year.assistance, leaders, year.report]}": "未见材料 False",
}


def found_in_2013(check: str) -> str:
    (item,) = examined(check).items
    return f"{item.state} {item.recommended} {' '.join(f'{proof.label}@{proof.url}' for proof in item.proofs)}".rstrip()


@pytest.mark.parametrize(("check", "expected"), FOUND.items())
def test_what_each_check_finds_in_2013(check: str, expected: str) -> None:
    assert found_in_2013(check) == expected


@pytest.mark.parametrize(
    ("check", "year", "expected"),
    [
        ("{kind: plaque}", 2012, "未见材料 []"),
        ("{kind: plaque}", 2014, "有材料 ['2013年挂牌']"),
        ("{kind: goals-in-year}", 2014, "有材料 ['2013年写下的计划']"),
        ("{kind: awards-in-year}", 2014, "有材料 ['表彰乙']"),
        ("{kind: awards-in-year}", 2015, "未见材料 []"),
        ("{kind: fields-present, all_of: [rules]}", 2014, "有材料 ['工作制度 3 项']"),
        ("{kind: fields-present, all_of: [founded]}", 2012, "有材料 ['成立时间']"),
        ("{kind: fields-present, all_of: [plaque]}", 2012, "未见材料 []"),
        ("{kind: trainings-in-year}", 2014, "未见材料 []"),
        ("{kind: projects-in-year}", 2012, "未见材料 []"),
        ("{kind: projects-in-year}", 2011, "不适用 []"),
        ("{kind: leader-honour, level: 全国}", 2014, "有材料 ['丙一：国劳模']"),
    ],
)
def test_what_was_so_by_that_year(check: str, year: int, expected: str) -> None:
    (item,) = examined(check, year).items
    assert f"{item.state} {[proof.label for proof in item.proofs]}" == expected


def test_a_studio_without_a_team_has_no_front_line() -> None:
    (item,) = examined("{kind: frontline-member}", studio="b").items
    assert (item.state, item.proofs) == ("未见材料", ())


def test_a_ledger_that_is_there_is_a_proof() -> None:
    (item,) = examined("{kind: fields-present, all_of: [ledger]}", studio="b").items
    assert (item.state, [proof.url for proof in item.proofs]) == ("有材料", ["studios/b/#place"])


FIELDS = (
    "place",
    "rules",
    "ledger",
    "funding",
    "intro",
    "positioning",
    "methods",
    "kinds",
    "founded",
    "plaque",
    "team",
)
YEAR_FIELDS = (
    "assistance",
    "exchanges",
    "leader_trainings",
    "members_promoted",
    "mentoring",
    "plan_next",
    "suggestions",
    "summary",
    "trainings",
)


def test_fields_that_a_standard_may_ask_for() -> None:
    assert fields.known_paths() == [*FIELDS, *(f"year.{name}" for name in YEAR_FIELDS)]
    paths = [
        *fields.known_paths(),
        "place.host",
        "place.equipment",
        "team.by_grade",
        "year.suggestions.adopted",
        "year.mentoring.pairs",
    ]
    assert [path for path in paths if not fields.known_path(path)] == []
    others = (
        "",
        "year",
        "year.",
        "leaders",
        "honours",
        "name",
        "summary",
        "year.place",
        "year.report",
        "year.report.submitted",
        "year.achievements",
        "place.hots",
        "place.host.x",
        "rules.name",
        "team.by_grade.技师",
        "intro.x",
        "year.trainings.topic",
    )
    assert [path for path in others if fields.known_path(path)] == []


def test_a_field_that_no_standard_may_ask_for_proves_nothing() -> None:
    (a, _) = registry("{id: one, label: 甲, text: 甲}").studios
    assert fields.find("leaders", a, 2013) is None
    assert fields.find("year.report", a, 2013) is None


@pytest.mark.parametrize(
    ("period", "years"),
    [
        ("valid_from: 2013-12-31", [2013, 2014, 2015]),
        ("valid_from: 2014-01", [2014, 2015]),
        ("valid_from: 2012, valid_to: 2014-12-30", [2012, 2013]),
        ("valid_from: 2012, valid_to: 2014-12-31", [2012, 2013, 2014]),
        ("valid_from: 2012, valid_to: 2014", [2012, 2013, 2014]),
    ],
)
def test_years_in_which_a_standard_is_in_force(period: str, years: list[int]) -> None:
    ((_, record),) = registry("{id: one, label: 甲, text: 甲}", period=period).standards
    assert [year for year in range(2011, 2016) if evidence.valid_in(record, year)] == years


EXISTING = {
    "north/full": "{founded: 2010, plaque: 2011, category: 劳模, rules: [{name: 甲}]}",
    "north/full/2013": "{projects: [{title: 甲}, {title: 乙}], summary: 小结}",
    "north/half": "{plaque: 2013, rules: [{name: 甲}]}",
    "north/half/2012": "{}",
    "north/judged": "{founded: 2013}",
    "north/judged/2014": "{projects: [{title: 甲}]}",
    "north/later": "{founded: 2014}",
    "north/unknown": "{}",
    "north/bare": "{plaque: 2010}",
    "north/bare/2013": "projects: [{title: 甲}]",
}
ITEMS = (
    "{id: plaque, label: 牌, text: 牌, check: [{kind: plaque}, {kind: manual}]}, {id: projects, label: 项目, text: 项目, check: [{kind: projects-in-year, minimum: 1, recommended: 2}]}, "
    "{id: own, label: 劳模, text: 劳模, categories: [工匠, 劳模], check: [{kind: fields-present, all_of: [rules]}]}, {id: spirit, label: 风气, text: 风气}"
)


def marked() -> tuple[StandardRecord, list[tuple[Studio, str]]]:
    found = registry(ITEMS, EXISTING)
    ((_, record),) = found.standards
    return record, [(studio, evidence.marks(record, studio, 2013)) for studio in found.studios]


def test_marks_of_each_item_and_what_they_add_up_to() -> None:
    record, marks = marked()
    assert {studio.id: signs for studio, signs in marks} == {
        "bare": "?=x.",
        "full": "?+=.",
        "half": "?-x.",
        "judged": "--x.",
        "later": "",
        "unknown": "",
    }
    tally = evidence.tally(record, 2013, marks)
    assert (tally.year, tally.studios, tally.reported, [studio.id for studio in tally.complete]) == (
        2013,
        4,
        2,
        ["bare", "full"],
    )
    assert [(each.item.id, each.met, each.recommended, each.pending, each.applicable) for each in tally.items] == [
        ("plaque", 0, 0, 3, 4),
        ("projects", 2, 1, 0, 4),
        ("own", 1, 0, 0, 1),
        ("spirit", 0, 0, 0, 4),
    ]


def test_first_years_of_studios() -> None:
    assert {studio.id: evidence.since(studio) for studio in registry(ITEMS, EXISTING).studios} == {
        "bare": 2010,
        "full": 2010,
        "half": 2012,
        "judged": 2013,
        "later": 2014,
        "unknown": None,
    }


def test_years_with_a_report_or_a_verdict_newest_first_and_the_standards_of_each() -> None:
    texts = {
        **EXISTING,
        "north/full/2015": "{}",
        "decisions/2013-01": "{result: 达标, title: 达标甲, date: 2012-04, studios: [{studio: full}]}",
        "decisions/2013-02": "{result: 复核合格, title: 复核乙, date: 2015-04, studios: [{studio: full}]}",
        "decisions/2013-03": "{result: 命名, title: 命名丙, date: 2016-04, studios: [{studio: full}]}",
        "standards/aaa": "{name: 标准, short: 新, issuer: 甲, valid_from: 2013, items: [{id: a, label: 甲, text: 甲}]}",
        "standards/zzz": "{name: 标准, short: 新二, issuer: 甲, valid_from: 2013-05, items: [{id: a, label: 甲, text: 甲}]}",
        "standards/old": "{name: 标准, short: 旧, issuer: 甲, valid_from: 2010, valid_to: 2013, items: [{id: a, label: 甲, text: 甲}]}",
    }
    found = registry(ITEMS, texts)
    years = evidence.by_year(found.studio_by_id["full"], found.standards)
    assert [
        (
            each.year,
            each.reported,
            [title.title for title in each.verdicts],
            [(one.standard, one.year) for one in each.standards],
        )
        for each in years
    ] == [
        (2015, True, ["复核乙"], [("aaa", 2015), ("zzz", 2015), ("six", 2015)]),
        (2013, True, [], [("aaa", 2013), ("zzz", 2013), ("old", 2013), ("six", 2013)]),
        (2012, False, ["达标甲"], []),
    ]


def test_what_of_the_evidence_is_shown_and_what_is_missing() -> None:
    found = registry(ITEMS, EXISTING)
    ((name, record),) = found.standards
    shown, missing = {}, {}
    for studio in found.studios:
        examined = evidence.examine(name, record, studio, 2013)
        shown[studio.id] = [(each.item.id, each.state) for each in examined.shown]
        missing[studio.id] = [each.id for each in examined.missing()]
    assert shown == {
        "bare": [("plaque", "待核"), ("projects", "有材料")],
        "full": [("plaque", "待核"), ("projects", "有材料"), ("own", "有材料")],
        "half": [("plaque", "待核")],
        "judged": [],
        "later": [],
        "unknown": [],
    }
    assert missing == {
        "bare": [],
        "full": [],
        "half": ["projects"],
        "judged": ["plaque", "projects"],
        "later": [],
        "unknown": [],
    }
