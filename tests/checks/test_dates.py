"""Dates: in reason, in order, not in the future; and what is said of each in full."""

import re
from collections.abc import Callable, Iterable

import pytest

from laomo.checks import bounds, chronology, patent_dates, recognition, report_years, spans
from laomo.problems.problem import Problem
from laomo.registry.registry import Registry
from tests.checks.told import told

_SITE = "{name: 小馆, place: 示例市, as_of: 2020-06-15}"


@pytest.fixture(autouse=True)
def day(monkeypatch: pytest.MonkeyPatch) -> None:
    """The checks go by the day, or by the date of the data if that is later."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1592193600")


def test_years_before_1949_and_events_still_to_come() -> None:
    texts = {
        "site": "{name: 小馆, place: 示例市, as_of: 2020-06-15}",
        "alliances": "alliances: [{id: a, name: 联盟, kind: 区域, lead: 甲, members: [乙], founded: 2020-06-16}]",
        "decisions/2013-01": "{date: 1948-12-31, valid_to: 2031, studios: [{studio: crane}]}",
        "notices/2013-01": "{title: 通知, kind: 通知, date: 2031, issuer: 甲, body: 正文, start: 1948}",
        "standards/six": "{name: 六有, short: 六有, issuer: 甲, valid_from: 2031, valid_to: 1948, items: [{id: a, label: 一, text: 一}]}",
        "north/crane": "{founded: 1948, plaque: 2031, updated: 2020-07, ended_on: 2020, leaders: [{name: 江一舟, start: 2020-06-15, end: 2021, honours: [{name: 甲, year: 2031}]}], "
        "rules: [{name: 甲, year: 1949}, {name: 乙, year: 2020}, {name: 丙, year: 2021}], honours: [{name: 甲, year: 2031}], relations: [{kind: 前身, studio: weld, since: 1948-12}], photos: [{file: a.png, caption: 甲, alt: 甲, date: 2020-06-16}]}",
        "north/crane/2020": "{projects: [{title: 甲, start: 2031, end: 1948}], report: {submitted: 2031}, honours: [{name: 甲, year: 2031}], "
        "mentoring: {apprentices: 1, pairs: [{mentor: 甲一, apprentice: 乙一, consent: 2020-05, start: 2020-12}]}, trainings: [{topic: 甲, date: 2020-06}, {topic: 乙, date: 2020-07}], "
        "achievements: [{id: a, recognised_by: [{year: 2021}], ip: {state: 授权, date: 2020-06-16}, promotion: [{place: 甲, year: 2031}, {place: 乙, year: 1949}], benefits: [{kind: 效率, as_of: 1913}]}]}",
    }
    assert told(bounds.check, texts) == [
        "alliances.yml alliances.0.founded: warning future-date: earliest=1949, field=('成立时间', 'founded'), present='2020-06-15', value='2020-06-16'",
        "decisions/2013-01.yml date: error year-too-early: earliest=1949, field=('日期', 'date'), present='2020-06-15', value='1948-12-31'",
        "north/crane/2020.yml projects.0.end: error year-too-early: earliest=1949, field=('完成时间', 'end'), present='2020-06-15', value='1948'",
        "north/crane/2020.yml achievements.0.benefits.0.as_of: error year-too-early: earliest=1949, field=('截至', 'as_of'), present='2020-06-15', value='1913'",
        "north/crane/2020.yml achievements.0.recognised_by.0.year: error future-date: earliest=1949, field=('认定年份', 'year'), present='2020-06-15', value=2021",
        "north/crane/2020.yml achievements.0.ip.date: warning future-date: earliest=1949, field=('日期', 'date'), present='2020-06-15', value='2020-06-16'",
        "north/crane/2020.yml achievements.0.promotion.0.year: error future-date: earliest=1949, field=('年份', 'year'), present='2020-06-15', value=2031",
        "north/crane/2020.yml trainings.1.date: warning future-date: earliest=1949, field=('时间', 'date'), present='2020-06-15', value='2020-07'",
        "north/crane/2020.yml mentoring.pairs.0.start: warning future-date: earliest=1949, field=('结对时间', 'start'), present='2020-06-15', value='2020-12'",
        "north/crane/studio.yml leaders.0.end: error future-date: earliest=1949, field=('任职止', 'end'), present='2020-06-15', value='2021'",
        "north/crane/studio.yml founded: error year-too-early: earliest=1949, field=('成立时间', 'founded'), present='2020-06-15', value='1948'",
        "north/crane/studio.yml relations.0.since: error year-too-early: earliest=1949, field=('起始时间', 'since'), present='2020-06-15', value='1948-12'",
        "north/crane/studio.yml rules.2.year: error future-date: earliest=1949, field=('制定年份', 'year'), present='2020-06-15', value=2021",
        "north/crane/studio.yml photos.0.date: warning future-date: earliest=1949, field=('拍摄时间', 'date'), present='2020-06-15', value='2020-06-16'",
        "north/crane/studio.yml updated: warning future-date: earliest=1949, field=('更新日期', 'updated'), present='2020-06-15', value='2020-07'",
        "notices/2013-01.yml start: error year-too-early: earliest=1949, field=('公示起', 'start'), present='2020-06-15', value='1948'",
        "standards/six.yml valid_to: error year-too-early: earliest=1949, field=('对照止', 'valid_to'), present='2020-06-15', value='1948'",
    ]


def test_founding_plaque_honours_years_and_decisions_still_to_come() -> None:
    texts = {
        "site": _SITE,
        "decisions/2020-01": "{date: 2020-06-15, studios: [{studio: crane, granted: 2020-06}, {studio: crane, granted: 2020-06-15}, {studio: weld}, {studio: weld, granted: 2020-06-14}]}",
        "decisions/2020-02": "{date: 2020-06-16, studios: [{studio: crane}]}",
        "decisions/2020-03": "{date: 2020-06, studios: [{studio: crane}]}",
        "north/crane": "{founded: 2020-06-16, plaque: 2020-06-15, honours: [{name: 甲, year: 2020}, {name: 乙, year: 2021}], "
        "leaders: [{name: 江一舟}, {name: 甲某某, withdrawn: 2020, honours: [{name: 甲, year: 2020}, {name: 乙, year: 2022, status: 撤销}]}]}",
        "north/crane/2020": "honours: [{name: 甲, year: 2020}, {name: 乙, year: 2020}, {name: 丙, year: 2021, status: 撤销}]",
        "north/crane/2021": "{}",
        "north/weld": "{founded: 2012-05, plaque: 2012}",
        "south/nurse": "{plaque: 2021}",
        "south/old": "{founded: 2012-05, plaque: 2012-04}",
    }
    assert told(chronology.check, texts) == [
        "north/crane/studio.yml plaque: error plaque-before-founding: founded='2020-06-16', plaque='2020-06-15'",
        "north/crane/studio.yml founded: warning future-date: field='founding-date', present='2020-06-15', value='2020-06-16'",
        "north/crane/studio.yml honours.1.year: error future-date: field='honour-year', present='2020-06-15', value=2021",
        "north/crane/studio.yml leaders.1.honours.1.year: error future-date: field='honour-year', present='2020-06-15', value=2022",
        "north/crane/2020.yml honours.2.year: error future-date: field='honour-year', present='2020-06-15', value=2021",
        "north/crane/2021.yml : error future-date: field='report-year', present='2020-06-15', value=2021",
        "south/nurse/studio.yml plaque: error future-date: field='plaque-date', present='2020-06-15', value='2021'",
        "south/old/studio.yml plaque: error plaque-before-founding: founded='2012-05', plaque='2012-04'",
        "decisions/2020-01.yml studios.3.granted: error grant-before-decision: date='2020-06-15', granted='2020-06-14'",
        "decisions/2020-02.yml date: warning future-date: field='decision-date', present='2020-06-15', value='2020-06-16'",
    ]


def test_an_end_before_its_start() -> None:
    texts = {
        "decisions/2013-01": "{date: 2013-05-02, valid_to: 2013-05-01, studios: [{studio: crane}]}",
        "decisions/2013-02": "{date: 2013-05-02, valid_to: 2013-05, studios: [{studio: crane}]}",
        "notices/2013-01": "{title: 公示, kind: 公示, date: 2031, issuer: 甲, body: 正文, start: 2013-05-02, end: 2013-05-01}",
        "notices/2013-02": "{title: 公示, kind: 公示, date: 2031, issuer: 甲, body: 正文, start: 2013-05-02, end: 2013-05-02}",
        "north/crane": "{founded: 2012, ended_on: 2011-12, leaders: [{name: 甲一, end: 2010}, {name: 乙一, start: 2012, end: 2012}, {name: 丙一, start: 2013-02, end: 2013-01}]}",
        "north/weld": "{founded: 2012, ended_on: 2012}",
        "north/crane/2013": "projects: [{title: 甲, start: 2013-02, end: 2013-03}, {title: 乙, start: 2013-02, end: 2012}]",
    }
    assert told(spans.check, texts) == [
        "decisions/2013-01.yml valid_to: error end-before-start: begin_field='issue-date', begun='2013-05-02', end_field='expiry-date', ended='2013-05-01'",
        "north/crane/2013.yml projects.1.end: error end-before-start: begin_field='project-start', begun='2013-02', end_field='project-end', ended='2012'",
        "north/crane/studio.yml leaders.2.end: error end-before-start: begin_field='term-start', begun='2013-02', end_field='term-end', ended='2013-01'",
        "north/crane/studio.yml ended_on: error end-before-start: begin_field='founding-date', begun='2012', end_field='closing-date', ended='2011-12'",
        "notices/2013-01.yml end: error end-before-start: begin_field='notice-start', begun='2013-05-02', end_field='notice-end', ended='2013-05-01'",
    ]


def test_a_recognition_before_the_year_of_the_achievement() -> None:
    texts = {
        "north/crane": "{}",
        "north/crane/2013": "achievements: [{id: a, title: 甲, recognised_by: [{year: 2013}, {year: 2014}, {body: 甲}]}, "
        "{id: b, title: 乙, disclosure: 不公开, recognised_by: [{year: 2014}, {year: 2012}]}]",
    }
    assert told(recognition.check, texts) == [
        "north/crane/2013.yml achievements.1.recognised_by.1.year: error recognition-before-achievement: title='乙', value=2012, year=2013"
    ]


DECEMBER = {
    "site": "{name: 小馆, place: 示例市, as_of: 2019-11-30}",
    "decisions/2020-01": "{date: 2020-06-14, studios: [{studio: crane, granted: 2020-06-15}]}",
    "north/crane": "{founded: 2020-01, plaque: 2020-06, updated: 2020-06-15, honours: [{name: 甲, year: 2020}]}",
    "north/crane/2020": "{trainings: [{topic: 甲, date: 2020-06-15}], report: {submitted: 2020-06-15}, honours: [{name: 甲, year: 2020}], "
    "achievements: [{id: a, recognised_by: [{year: 2020}], ip: {state: 授权, date: 2020-06-15, number: ZL202010601862.3}}]}",
}


@pytest.mark.parametrize("check", [bounds.check, chronology.check, report_years.check, patent_dates.check])
def test_the_date_of_the_data_refuses_no_record_of_the_current_year(
    check: Callable[[Registry], Iterable[Problem]],
) -> None:
    assert not re.search(r"error|future-date", "\n".join(told(check, DECEMBER)))
