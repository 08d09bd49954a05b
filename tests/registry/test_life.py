"""The life of one studio: titles, endings, counts by year, its timeline, its people and its pictures."""

import pytest

from laomo.registry import timeline
from laomo.registry.honour_kinds import best_honour
from laomo.registry.studio import Studio
from tests.registry.joined import joined

LEVELS = ("全国", "行业", "省级", "市级", "区级", "企业级")


def studio(profile: str = "{}", *decisions: str, years: dict[str, str] | None = None) -> Studio:
    """The studio `a` with these decisions of January, February …, each `result, level, more`."""
    texts = {"north/a": profile, **{f"north/a/{year}": text for year, text in (years or {}).items()}}
    for n, each in enumerate(decisions, 1):
        result, level, *more = each.split("，")
        date = "" if any(part.startswith("date:") for part in more) else f"date: 2013-{n:02}, "
        texts[f"decisions/2013-{n:02}"] = (
            f"{{{date}result: {result}, level: {level}, title: 第{n}号, studios: [{{studio: a}}]{''.join(f', {part}' for part in more)}}}"
        )
    (found,) = joined(texts).studios
    return found


def titles(found: Studio) -> list[list[str]]:
    """Titles held, valid ones, past ones, commendations."""
    groups = (found.titles, found.valid_designations, found.past_designations, found.commendations)
    return [[each.title for each in group] for group in groups]


LIVES = [
    # decisions; held, valid, past, commendations; ending, level, qualified
    ((), [[], [], [], []], None, None, None),
    (("达标，市级",), [["第1号"], ["第1号"], [], []], None, "市级", "2013-01"),
    (("命名，市级，designation: 称号",), [["称号"], ["称号"], [], []], None, "市级", None),
    (
        ("命名，市级", "示范，省级", "达标，市级", "命名，全国"),
        [["第1号", "第2号", "第3号", "第4号"], ["第4号", "第2号", "第3号", "第1号"], [], []],
        None,
        "全国",
        "2013-03",
    ),
    (("达标，市级", "达标，省级"), [["第1号", "第2号"], ["第2号", "第1号"], [], []], None, "省级", "2013-01"),
    (
        ("命名，市级，valid_to: 2024", "示范，省级，valid_to: 2023", "示范，区级"),
        [["第1号", "第2号", "第3号"], ["第3号"], ["第2号", "第1号"], []],
        None,
        "区级",
        None,
    ),
    (("命名，市级", "摘牌，市级"), [[], [], [], []], "摘牌", None, None),
    (("达标，市级", "撤销，市级"), [[], [], [], []], "撤销", None, None),
    (("达标，市级", "命名，省级", "撤销，市级"), [["第2号"], ["第2号"], [], []], None, "省级", None),
    (("命名，市级", "摘牌，市级", "命名，市级"), [["第3号"], ["第3号"], [], []], None, "市级", None),
    (("命名，市级", "摘牌，市级", "表彰，市级"), [[], [], [], ["第3号"]], None, None, None),
    (
        ("表彰，市级", "复核合格，市级", "表彰，省级", "限期整改，市级"),
        [[], [], [], ["第3号", "第1号"]],
        None,
        None,
        None,
    ),
]


@pytest.mark.parametrize(("decisions", "expected", "ending", "level", "qualified"), LIVES)
def test_titles_after_all_decisions(
    decisions: tuple[str, ...], expected: list[list[str]], ending: str | None, level: str | None, qualified: str | None
) -> None:
    found = studio("{}", *decisions)
    assert titles(found) == expected
    assert (found.ending, found.ended, found.level) == (ending, ending is not None, level)
    assert (found.qualified.iso if found.qualified else None) == qualified


@pytest.mark.parametrize(
    ("status", "ends"), [("正常", False), ("暂停", False), ("撤销", True), ("合并", True), ("迁出", True)]
)
def test_a_state_of_the_profile_ends_a_studio_with_all_its_titles(status: str, *, ends: bool) -> None:
    found = studio(f"{{status: {status}}}", "达标，市级", "命名，市级，valid_to: 2014", "表彰，市级")
    assert (found.ending, found.ended) == ((status, True) if ends else (None, False))
    assert titles(found) == [["第1号", "第2号"], [] if ends else ["第1号"], [] if ends else ["第2号"], ["第3号"]]
    assert (found.level, found.qualified is None) == (None if ends else "市级", ends)


@pytest.mark.parametrize("rank", range(6))
def test_titles_stand_by_their_level_then_the_newest_first(rank: int) -> None:
    found = studio("{}", *(f"命名，{level}" for level in (*LEVELS[rank:], *LEVELS[:rank])), f"示范，{LEVELS[rank]}")
    assert [each.decision.level for each in found.valid_designations] == [
        each for level in LEVELS for each in [level] * (1 + (level == LEVELS[rank]))
    ]
    assert [each.title for each in found.valid_designations if each.decision.level == LEVELS[rank]] == [
        "第7号",
        "第1号",
    ]


@pytest.mark.parametrize(
    ("decisions", "expected"),
    [
        ((), None),
        (("限期整改，市级",), "第1号"),
        (("限期整改，市级", "表彰，市级"), "第1号"),
        (("限期整改，市级", "复核合格，市级"), None),
        (("复核合格，市级", "限期整改，市级"), "第2号"),
        (("限期整改，市级", "限期整改，省级"), "第2号"),
        (("表彰，市级",), None),
    ],
)
def test_what_is_to_be_put_right(decisions: tuple[str, ...], expected: str | None) -> None:
    found = studio("{}", *decisions).rectification
    assert (found and found.title) == expected


@pytest.mark.parametrize(
    ("profile", "decisions", "created", "qualified"),
    [
        # years of 2010 to 2016 at whose end it existed, and held an acceptance
        ("{}", ("达标，市级",), [], [2013, 2014, 2015, 2016]),
        ("{founded: 2012-12}", (), [2012, 2013, 2014, 2015, 2016], []),
        ("{founded: 2014, plaque: 2011}", (), [2014, 2015, 2016], []),
        ("{plaque: 2011}", (), [2011, 2012, 2013, 2014, 2015, 2016], []),
        ("{founded: 2012, status: 撤销, ended_on: 2015-01}", ("达标，市级",), [2012, 2013, 2014], [2013, 2014]),
        ("{founded: 2012, status: 撤销}", ("达标，市级",), [], []),
        ("{founded: 2012}", ("达标，市级", "撤销，市级，date: 2015-03"), [2012, 2013, 2014], [2013, 2014]),
        ("{founded: 2012}", ("命名，市级", "撤销，市级，date: 2015-03"), [2012, 2013, 2014], []),
        ("{founded: 2012, ended_on: 2014}", ("达标，市级", "摘牌，市级，date: 2015-03"), [2012, 2013], [2013]),
        ("{founded: 2012, status: 撤销}", ("达标，市级", "表彰，市级，date: 2015-03"), [], []),
        (
            "{founded: 2012}",
            ("达标，市级", "命名，省级", "撤销，市级，date: 2015-03"),
            [2012, 2013, 2014, 2015, 2016],
            [2013, 2014],
        ),
    ],
)
def test_years_at_whose_end_it_existed(
    profile: str, decisions: tuple[str, ...], created: list[int], qualified: list[int]
) -> None:
    found = studio(profile, *decisions)
    years = range(2010, 2017)
    assert [year for year in years if found.created_by(year)] == created
    assert [year for year in years if found.qualified_by(year)] == qualified


def test_the_timeline_is_in_order_of_time_without_what_is_internal() -> None:
    profile = (
        "{founded: 2012, plaque: 2012-03, leaders: [{name: 甲一, end: 2014-03}, {name: 乙一, start: 2014-03}, {name: 丙一, start: 2013, role: 共同领衔人}, {name: 丁一, start: 2012}, {name: 戊一, start: 2011}, "
        "{name: 己一, start: 2015, withdrawn: 2020}]}"
    )
    decisions = (
        "达标，市级，designation: 称号，doc_no: 甲〔2013〕1号，bodies: [甲局, 乙会]，valid_to: 2020-05",
        "限期整改，市级",
        "摘牌，省级，date: 2012-01",
        "命名，区级，valid_to: 2026",
        "表彰，区级，valid_to: 2014，bodies: [丙会]",
        "命名，企业级，valid_to: 2018",
        "撤销，企业级，date: 2019",
    )
    found = studio(profile, *decisions)
    assert [(date.iso, label, text) for date, label, text in timeline.steps(found)] == [
        ("2012", "成立", ""),
        ("2012-01", "摘牌", "第3号（示例市总工会）"),
        ("2012-03", "挂牌", ""),
        ("2013", "增加领衔人", "丙一任共同领衔人"),
        ("2013-01", "达标", "称号（甲局，乙会，甲〔2013〕1号）"),
        ("2013-04", "命名", "第4号（示例市总工会）"),
        ("2013-05", "表彰", "第5号（丙会）"),
        ("2013-06", "命名", "第6号（示例市总工会）"),
        ("2014-03", "变更领衔人", "乙一接任领衔人"),
        ("2019", "撤销", "第7号（示例市总工会）"),
        ("2020-05", "称号到期", "称号"),
    ]


def test_on_one_day_a_studio_is_accepted_then_named_then_reviewed() -> None:
    results = ("复核合格", "示范", "命名", "达标")
    found = studio("{founded: 2012}", *(f"{result}，市级，date: 2013-06" for result in results))
    assert [label for _, label, _ in timeline.steps(found)] == ["成立", *reversed(results)]


@pytest.mark.parametrize(
    ("profile", "expected"),
    [
        ("{status: 合并, ended_on: 2015, merged_into: b}", [("2015", "合并", "")]),
        ("{status: 迁出, ended_on: 2015, moved_to: 邻市}", [("2015", "迁出", "邻市")]),
        ("{status: 撤销, ended_on: 2015}", []),
        ("{status: 迁出, moved_to: 邻市}", []),
        ("{ended_on: 2015}", []),
        ("{status: 合并, founded: 2012, leaders: [{name: 甲一, start: 2014}]}", [("2012", "成立", "")]),
    ],
)
def test_how_its_timeline_ends(profile: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(date.iso, label, text) for date, label, text in timeline.steps(studio(profile))] == expected


@pytest.mark.parametrize(
    ("profile", "expected"),
    [
        ("{leaders: [{name: 甲一, start: 2014}]}", []),
        ("{leaders: [{name: 甲一, start: 2014}, {name: 乙一, start: 2015}]}", ["增加领衔人 乙一任领衔人"]),
        (
            "{leaders: [{name: 甲一, start: 2014, end: 2015}, {name: 乙一, start: 2015, role: 带头人}]}",
            ["变更领衔人 乙一接任领衔人"],
        ),
        (
            "{leaders: [{name: 甲一, start: 2014, end: 2016}, {name: 乙一, start: 2015, role: 带头人}]}",
            ["增加领衔人 乙一任带头人"],
        ),
        (
            "{founded: 2012, leaders: [{name: 甲一, withdrawn: 2020, end: 2013}, {name: 乙一, start: 2014}]}",
            ["变更领衔人 乙一接任领衔人"],
        ),
        ("{founded: 2014, leaders: [{name: 甲一, start: 2014-05}, {name: 乙一}]}", []),
        (
            "{leaders: [{name: 乙一, start: 2015}, {name: 甲一, withdrawn: 2020, start: 2014}]}",
            ["增加领衔人 乙一任领衔人"],
        ),
    ],
)
def test_who_succeeded_and_who_joined(profile: str, expected: list[str]) -> None:
    found = [f"{label} {text}" for _, label, text in timeline.steps(studio(profile)) if label != "成立"]
    assert found == expected


def test_present_leaders_or_else_all_former_ones() -> None:
    honours = "honours: [{name: 区, level: 区级}, {name: 省一, level: 省级}, {name: 省二, level: 省级}, {name: 国, level: 全国, status: 撤销}]"
    found = studio(
        f"{{leaders: [{{name: 甲一, end: 2013}}, {{name: 乙一, {honours}}}, {{name: 丙一}}, {{name: 丁一, withdrawn: 2013}}]}}"
    )
    assert found.leaders_with_honour == (("乙一", "省一"), ("丙一", None))
    assert [best_honour(leader) for leader in found.record.leaders] == [None, "省一", None]
    former = studio("{leaders: [{name: 甲一, end: 2013}, {name: 乙一, end: 2012}]}")
    assert [leader.name for leader in former.leaders] == ["甲一", "乙一"]


def test_honours_of_profile_and_years_newest_first_in_a_rank() -> None:
    years = {
        "2014": "honours: [{name: 丙, year: 2014}, {name: 丁, year: 2013}]",
        "2015": "honours: [{name: 戊, year: 2014}, {name: 己, status: 撤销}]",
    }
    found = studio("{honours: [{name: 甲, year: 2016}, {name: 乙, year: 2014}]}", years=years)
    assert [honour.name for honour in found.honours] == ["甲", "乙", "丙", "戊", "丁"]


def test_pictures_with_their_places_and_those_that_are_published() -> None:
    photo = "{{file: {}.png, caption: 图, alt: 图}}"
    years = {
        "2013": f"achievements: [{{id: a}}, {{id: b, photos: [{photo.format('c')}]}}]",
        "2014": f"achievements: [{{id: c, disclosure: 不公开, photos: [{photo.format('d')}]}}, {{id: d, photos: [{photo.format('e')}, {photo.format('f')}]}}]",
    }
    found = studio(f"{{photos: [{photo.format('a')}, {photo.format('b')}]}}", years=years)
    assert [each.file for each in found.photos] == ["a.png", "b.png", "e.png", "f.png", "c.png"]
    assert [(str(path), loc, each.file) for path, loc, each in found.places_of_photos] == [
        ("north/a/studio.yml", ("photos", 0), "a.png"),
        ("north/a/studio.yml", ("photos", 1), "b.png"),
        ("north/a/2013.yml", ("achievements", 1, "photos", 0), "c.png"),
        ("north/a/2014.yml", ("achievements", 0, "photos", 0), "d.png"),
        ("north/a/2014.yml", ("achievements", 1, "photos", 0), "e.png"),
        ("north/a/2014.yml", ("achievements", 1, "photos", 1), "f.png"),
    ]
    assert str(found.picture_path(next(found.photos))) == "north/a/photos/a.png"


def test_addresses_of_a_studio_and_its_achievements() -> None:
    photo = "photos: [{file: a.png, caption: 图, alt: 图}]"
    found = studio(
        "{name: 江一舟岸桥劳模创新工作室}",
        years={"2013": f"achievements: [{{id: a}}, {{id: b, story: 故事}}, {{id: c, {photo}}}]"},
    )
    assert found.url == "studios/a/"
    assert [(item.url, item.has_page) for item in found.achievements] == [
        ("studios/a/2013/#achievement-a", False),
        ("studios/a/b/", True),
        ("studios/a/c/", True),
    ]
    assert (found.name, found.name_parts.own, found.name_parts.kind) == (
        "江一舟岸桥劳模创新工作室",
        "江一舟岸桥",
        "劳模创新工作室",
    )
