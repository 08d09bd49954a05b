"""Names of people, those who withdrew, pictures, notices, and what is not stated."""

import pytest

from laomo.checks import formats, notices, person_names, pictures, unstated, withdrawals
from tests.checks.told import told


def test_names_that_are_not_one_persons() -> None:
    long = "王" + "一" * 100
    texts = {
        "north/a": f"leaders: [{{name: 江一舟}}, {{name: 王芳3}}, {{name: 王, withdrawn: 2020}}, {{name: {long}3}}]",
        "north/a/2013": "mentoring: {apprentices: 3, pairs: [{mentor: 江一舟, apprentice: 乙某某}, {mentor: 王1, apprentice: 丙某某}, {mentor: 王某, apprentice: 李四等}]}",
        "north/a/2014": "mentoring: {apprentices: 3}",
        "north/b/2014": "{}",
        "north/b": "{}",
    }
    assert told(person_names.check, texts) == [
        "north/a/studio.yml leaders.1.name: warning name-unlikely: reason='digits', value='王芳3'",
        "north/a/studio.yml leaders.2.name: warning name-unlikely: reason='single', value='王'",
        "north/a/studio.yml leaders.3.name: warning name-unlikely: reason='digits', value='王一一一一一一一一一一一一一一一一一一一一一一一一一一一一一一一一一一一一一一一一一一一一一一一一一一一一一一一一一一一'",
        "north/a/2013.yml mentoring.pairs.1.mentor: warning name-unlikely: reason='digits', value='王1'",
        "north/a/2013.yml mentoring.pairs.2.apprentice: warning name-unlikely: reason='and-others', value='李四等'",
    ]


def test_pictures_that_are_not_there_not_named_or_alike() -> None:
    photos = "photos: [{{file: {}, caption: 图, alt: 图}}, {{file: {}, caption: 图, alt: 图}}]"
    texts = {
        "north/a": photos.format("a.png", "covr.png"),
        "north/a/2013": f"achievements: [{{id: x}}, {{id: y, disclosure: 不公开, {photos.format('b.png', 'zzzzzz.png')}}}]",
        "north/b": photos.format("c.png", "C.PNG"),
        "north/part": "{}",
        "north/whole": "{}",
    }
    folder = "north/a/photos/"
    filed = [f"{folder}{name}" for name in ("a.png", "b.png", "cover.png", "other.png", "another.png")]
    filed += [
        f"north/b/photos/{name}" for name in ("c.png", "C.PNG", "e\u0301.png", "é.png", "Straße.png", "STRASSE.png")
    ]
    filed += [
        "north/part/photos/a.png",
        "north/part/photos/A.png",
        "north/whole/photos/only.png",
        "north/lost/photos/a.png",
    ]
    assert told(pictures.check, texts, broken=("north/part/2013.yml",), pictures=tuple(filed)) == [
        "north/a/studio.yml photos.1.file: error missing-picture: suggestion='cover.png', value='covr.png'",
        "north/a/2013.yml achievements.1.photos.1.file: error missing-picture: suggestion='', value='zzzzzz.png'",
        "north/a/photos/another.png : warning unnamed-picture: more=1, value='another.png'",
        "north/b/photos/STRASSE.png : warning unnamed-picture: more=3, value='STRASSE.png'",
        "north/b/photos/Straße.png : error same-picture-name: other='STRASSE.png', value='Straße.png'",
        "north/b/photos/c.png : error same-picture-name: other='C.PNG', value='c.png'",
        "north/b/photos/é.png : error same-picture-name: other='é.png', value='é.png'",
        "north/part/photos/a.png : error same-picture-name: other='A.png', value='a.png'",
        "north/whole/photos/only.png : warning unnamed-picture: more=0, value='only.png'",
    ]


NOTICE = "title: 公示, date: 2013, issuer: 甲, body: 正文"


def test_notices_that_lack_something_or_hold_a_number() -> None:
    texts = {
        "north/a": "{}",
        "notices/2013-01": f"{{kind: 公示, {NOTICE}}}",
        "notices/2013-02": f"{{kind: 通知, {NOTICE}}}",
        "notices/2013-03": f"{{kind: 公示, {NOTICE}, start: 2013, objection: 打给工会}}",
        "notices/2013-04": f"{{kind: 公示, {NOTICE}, start: 2013, end: 2013, objection: 请打 1234567}}",
    }
    assert told(notices.check, texts) == [
        "notices/2013-01.yml : warning notice-incomplete: field='公示起', key='start'",
        "notices/2013-01.yml : warning notice-incomplete: field='公示止', key='end'",
        "notices/2013-01.yml : warning notice-incomplete: field='异议办法', key='objection'",
        "notices/2013-03.yml : warning notice-incomplete: field='公示止', key='end'",
        "notices/2013-04.yml objection: error phone-in-notice: ",
    ]


@pytest.mark.parametrize(
    ("objection", "is_number"),
    [
        ("1234567", True),
        ("0592-1234567", True),
        ("0592 123 4567", True),
        ("12 - 45 7", True),
        ("123456", False),
        ("12345 -", False),
        ("2013年5月1日", False),
        ("- 123456", False),
        ("共3项，4间", False),
    ],
)
def test_what_is_a_number_in_a_notice(objection: str, *, is_number: bool) -> None:
    texts = {"notices/2013-01": f"{{kind: 通知, {NOTICE}, objection: '{objection}'}}"}
    expected = ["notices/2013-01.yml objection: error phone-in-notice: "] if is_number else []
    assert told(notices.check, texts) == expected


@pytest.mark.parametrize("count", [0, 1, 3, 4])
def test_what_profiles_leave_out_is_said_once(count: int) -> None:
    whole = "{category: 劳模, region: 北区, leaders: [{name: 江一舟}]}"
    texts = {"north/whole": whole, "north/ended": "{status: 撤销}"}
    texts |= {f"north/x{n}": "{category: 劳模, leaders: [{name: 江一舟, withdrawn: 2020}]}" for n in range(count)}
    names = tuple(f"northx{n}工作室" for n in range(min(count, 3)))
    facts = f"count={count}, field=('地区', 'region'), more={int(count == 4)}, names={names}"
    expected = [f"north/x0/studio.yml : notice unstated: {facts}"] if count else []
    assert told(unstated.check, texts) == expected


def test_a_studio_without_a_leader_or_a_category() -> None:
    texts = {
        "north/a": "{region: 北区, category: 劳模, leaders: [{name: 江一舟}]}",
        "north/b": "{region: 北区}",
        "north/c": "{status: 撤销}",
    }
    assert told(unstated.check, texts) == [
        "north/b/studio.yml : warning no-leader: ",
        "north/b/studio.yml : notice unstated: count=1, field=('类别', 'category'), more=0, names=('northb工作室',)",
    ]


@pytest.mark.parametrize(("form", "newer"), [(1, False), (2, True), (99, True)])
def test_records_of_a_newer_program(form: int, *, newer: bool) -> None:
    texts = {"site": f"{{name: 小馆, place: 示例市, as_of: 2020, format: {form}}}"}
    expected = [f"site.yml format: error format-newer: format={form}, ours=1"] if newer else []
    assert told(formats.check, texts) == expected


def test_names_of_those_who_withdrew_wherever_they_still_stand() -> None:
    texts = {
        "site": "{name: 小馆, place: 示例市, as_of: 2025, lead: 感谢丁某某, withdrawn: [{name: 丁某某, unit: 丁厂}, {name: 子某某, unit: 丁厂}, {name: 丑某某, unit: 丁厂}, {name: 寅某某, unit: 丁厂}]}",
        "decisions/2013-01": "{title: 表彰甲一舟和丁某某, studios: [{studio: a}]}",
        "north/a": "{name: 甲一舟工作室, former_names: [甲一舟小组], intro: 甲一舟和乙一舟, leaders: [{name: 甲一舟, withdrawn: 2020, bio: 甲一舟}, {name: 丙一舟, job: 甲一舟的徒弟}, {name: 乙一舟, honours: [{name: 奖, status: 撤销}]}]}",
        "north/a/2013": "{summary: 甲一舟, report: {inspection: 甲一舟}, projects: [{title: 甲, problem: 乙一舟}], mentoring: {apprentices: 3, outcomes: [{kind: 甲一舟出师, count: 1}], pairs: [{mentor: 甲一舟, apprentice: 丙一舟}, {mentor: 丙一舟, apprentice: 丁某某}, {mentor: 丙一舟, apprentice: 戊一舟, outcome: 谢甲一舟}]}}",
        "north/b": "{units: [northa厂], leaders: [{name: 甲一舟}], slogan: 寅某某和甲一舟、丁某某、子某某、乙一舟、丑某某}",
        "north/c": "{units: [别的厂], leaders: [{name: 甲一舟}, {name: 己一舟, bio: 甲一舟}]}",
        "north/c/2013": "mentoring: {apprentices: 1, pairs: [{mentor: 甲一舟, apprentice: 丙一舟}]}",
        "south/d": "{units: [northa厂], leaders: [{name: 己一舟}, {name: 甲一舟, bio: 甲一舟}]}",
        "south/d/2013": "{summary: 这一年, mentoring: {apprentices: 1, pairs: [{mentor: 己一舟, apprentice: 甲一舟}]}}",
    }
    assert told(withdrawals.check, texts) == [
        "south/d/studio.yml leaders.1.name: warning withdrawn-elsewhere: name='甲一舟', other='北区工会', union='南区工会'",
        "decisions/2013-01.yml title: warning withdrawn-in-text: name='丁某某'",
        "decisions/2013-01.yml title: warning withdrawn-in-text: name='甲一舟'",
        "north/a/2013.yml summary: warning withdrawn-in-text: name='甲一舟'",
        "north/a/2013.yml projects.0.problem: warning withdrawn-in-text: name='乙一舟'",
        "north/a/2013.yml mentoring.outcomes.0.kind: warning withdrawn-in-text: name='甲一舟'",
        "north/a/2013.yml mentoring.pairs.2.outcome: warning withdrawn-in-text: name='甲一舟'",
        "north/a/studio.yml name: warning withdrawn-in-name: name='甲一舟'",
        "north/a/studio.yml leaders.1.job: warning withdrawn-in-text: name='甲一舟'",
        "north/a/studio.yml former_names.0: warning withdrawn-in-name: name='甲一舟'",
        "north/a/studio.yml intro: warning withdrawn-in-text: name='乙一舟'",
        "north/a/studio.yml intro: warning withdrawn-in-text: name='甲一舟'",
        "north/b/studio.yml slogan: warning withdrawn-in-text: name='丁某某'",
        "north/b/studio.yml slogan: warning withdrawn-in-text: name='丑某某'",
        "north/b/studio.yml slogan: warning withdrawn-in-text: name='乙一舟'",
        "north/b/studio.yml slogan: warning withdrawn-in-text: name='子某某'",
        "north/b/studio.yml slogan: warning withdrawn-in-text: name='寅某某'",
        "north/b/studio.yml slogan: warning withdrawn-in-text: name='甲一舟'",
        "north/c/2013.yml mentoring.pairs.0.mentor: warning withdrawn-in-text: name='甲一舟'",
        "north/c/studio.yml leaders.1.bio: warning withdrawn-in-text: name='甲一舟'",
        "site.yml lead: warning withdrawn-in-text: name='丁某某'",
        "south/d/2013.yml mentoring.pairs.0.apprentice: warning withdrawn-in-text: name='甲一舟'",
        "south/d/studio.yml leaders.1.bio: warning withdrawn-in-text: name='甲一舟'",
    ]


def test_where_nobody_withdrew_nothing_is_said() -> None:
    assert told(withdrawals.check, {"north/a": "{name: 甲一舟工作室, leaders: [{name: 甲一舟}]}"}) == []
