"""What stands twice, or looks as if it did: ids, names, leaders, achievements, patents, numbers of documents."""

import pytest

from laomo.checks import document_numbers, documents, duplicates, lookalikes, uniqueness
from tests.checks.told import told


def test_ids_that_stand_twice_and_where_they_stand_first() -> None:
    texts = {
        "unions": "unions: [{id: city, name: 示例市总工会, kind: 市总工会}, {id: north, name: 北区工会, kind: 区工会}, {id: south, name: 南区工会, kind: 区工会}, {id: city, name: 某工会, kind: 区工会}]",
        "targets/2013": "{title: 表, issuer: 甲, total: {created: 1, qualified: 1}, rows: [{union: north, created: 1, qualified: 1}, {union: south, created: 0, qualified: 0}, {union: north, created: 1, qualified: 1}]}",
        "targets/2014": "{title: 表, issuer: 甲, total: {created: 1, qualified: 1}, rows: [{union: north, created: 1, qualified: 1}]}",
        "north/crane": "{}",
        "north/crane/2013": "achievements: [{id: a}, {id: b}, {id: a}]",
        "north/crane/2014": "achievements: [{id: c}, {id: b}, {id: a}]",
        "south/crane": "{}",
        "south/nurse": "{}",
        "south/nurse/2013": "achievements: [{id: a}]",
    }
    assert told(uniqueness.check, texts) == [
        "south/crane/studio.yml : error duplicate-studio: other='studios/north/crane/studio.yml', value='crane'",
        "unions.yml unions.3.id: error duplicate-union: other='studios/unions.yml', value='city'",
        "targets/2013.yml rows.2.union: error duplicate-target: other='studios/targets/2013.yml', value='north'",
        "north/crane/2013.yml achievements.2.id: error duplicate-achievement: other='studios/north/crane/2013.yml', value='a'",
        "north/crane/2014.yml achievements.1.id: error duplicate-achievement: other='studios/north/crane/2013.yml', value='b'",
        "north/crane/2014.yml achievements.2.id: error duplicate-achievement: other='studios/north/crane/2013.yml', value='a'",
    ]


def test_one_leader_of_two_studios_in_one_unit() -> None:
    texts = {
        "north/a": "{units: [一厂, 二厂], leaders: [{name: 甲某某}, {name: 江一舟}]}",
        "north/b": "{units: [三厂, 二厂, 一厂], leaders: [{name: 江一舟}, {name: 乙某某}]}",
        "north/c": "{units: [一厂], leaders: [{name: 江一舟, end: 2013}, {name: 甲某某, withdrawn: 2013}]}",
        "north/d": "{units: [四厂], leaders: [{name: 江一舟}]}",
        "north/e": "{units: [一厂], leaders: [{name: 江一舟}], status: 撤销}",
        "north/f": "{units: [一厂], category: 技能大师, leaders: [{name: 江一舟}]}",
        "north/g": "{units: [一厂], name: 江一舟电工技能大师工作室, leaders: [{name: 江一舟}]}",
        "north/h": "{units: [一厂], name: 技能大师江一舟工坊, leaders: [{name: 江一舟}]}",
        "south/i": "{units: [一厂, 五厂], leaders: [{name: 江一舟}, {name: 江一舟}]}",
    }
    assert told(duplicates.check, texts) == [
        "north/b/studio.yml leaders.0.name: warning duplicate-leader: other='studios/north/a/studio.yml', studio='northa工作室', value='江一舟，二厂'",
        "north/g/studio.yml leaders.0.name: warning duplicate-leader: other='studios/north/f/studio.yml', studio='northf工作室', value='江一舟，一厂'",
        "north/h/studio.yml leaders.0.name: warning duplicate-leader: other='studios/north/f/studio.yml', studio='northf工作室', value='江一舟，一厂'",
        "south/i/studio.yml leaders.0.name: warning duplicate-leader: other='studios/north/a/studio.yml', studio='northa工作室', value='江一舟，一厂'",
        "south/i/studio.yml leaders.1.name: warning duplicate-leader: other='studios/north/a/studio.yml', studio='northa工作室', value='江一舟，一厂'",
    ]


def test_one_achievement_or_patent_of_two_studios() -> None:
    measures = "measures: [{indicator: 时间, before: 2, after: 1, unit: 分钟}]"
    texts = {
        "north/a": "{units: [一厂, 二厂]}",
        "north/a/2013": f"achievements: [{{id: x}}, {{id: a, title: 气囊 堵}}, {{id: b, title: 快换夹具, solution: 换, {measures}}}, {{id: c, title: 护栏, solution: 换}}, {{id: d, title: 护板, {measures}}}, "
        "{id: e, title: 专利甲, kind: 发明专利, ip: {state: 授权, number: ZL201710601862.3}}, {id: f, title: 专利乙, ip: {state: 授权}}]",
        "north/b": "{units: [二厂, 一厂]}",
        "north/b/2014": "achievements: [{id: a, title: 气囊堵}]",
        "north/c": "{units: [三厂]}",
        "north/c/2014": f"achievements: [{{id: a, title: 气囊堵}}, {{id: b, title: 快换夹具, solution: 换, {measures}}}, {{id: c, title: 护栏, solution: 换}}, {{id: d, title: 护板, {measures}}}, "
        "{id: e, title: 专利丙, kind: 发明专利, disclosure: 不公开, ip: {state: 授权, number: ZL201710601862.3}}, {id: f, title: 专利丁, ip: {state: 授权}}]",
        "north/d": "{units: [一厂], status: 撤销}",
        "north/d/2014": "achievements: [{id: a, title: 气囊堵, ip: {state: 授权, number: ZL201710601862.3}}]",
        "north/e": "{units: [六厂]}",
        "north/e/2014": f"achievements: [{{id: a, title: 快换夹具, solution: 别的, {measures}}}, {{id: b, title: 快换夹具, solution: 换, measures: [{{indicator: 时间, before: 3, after: 1, unit: 分钟}}]}}]",
        "north/f": "{units: [七厂]}",
        "north/f/2014": "achievements: [{id: a, title: 焊枪架}, {id: b, title: 焊枪架, disclosure: 不公开}]",
        "north/g": "{units: [七厂]}",
        "north/g/2014": "achievements: [{id: a, title: 焊枪架, disclosure: 不公开}]",
    }
    assert told(duplicates.check, texts) == [
        "north/b/2014.yml achievements.0.title: warning duplicate-claim: other='studios/north/a/2013.yml', studio='northa工作室', value='气囊堵'",
        "north/c/2014.yml achievements.1.title: warning duplicate-claim: other='studios/north/a/2013.yml', studio='northa工作室', value='快换夹具'",
        "north/g/2014.yml achievements.0.title: warning duplicate-claim: other='studios/north/f/2014.yml', studio='northf工作室', value='焊枪架'",
        "north/c/2014.yml achievements.4.ip.number: warning duplicate-patent: other='studios/north/a/2013.yml', studio='northa工作室', value='ZL201710601862.3'",
    ]


def test_names_that_look_alike() -> None:
    texts = {
        "unions": "unions: [{id: north, name: 北区工会, kind: 区工会}, {id: south, name: 南区工会, kind: 区工会}, {id: a, name: 一０工会, kind: 区工会, parent: north}, {id: b, name: 一o工会, kind: 区工会, parent: north}, "
        "{id: c, name: 北区工会, kind: 区工会, parent: south}, {id: d, name: 南区工会, kind: 区工会}]",
        "north/a": "{name: 数控A组工作室}",
        "north/b": "{name: 数控Ａ组⼯作室}",
        "north/c": "{name: 数控A组工作室}",
        "south/d": "{name: 数控A组工作室}",
        "south/e": "{name: 数控B组工作室}",
        "south/f": "{name: 数控 a 组工作室}",
    }
    assert told(lookalikes.check, texts) == [
        "north/b/studio.yml name: warning name-lookalike: other='数控A组工作室', value='数控Ａ组⼯作室'",
        "north/c/studio.yml name: warning name-lookalike: other='数控A组工作室', value='数控A组工作室'",
        "south/f/studio.yml name: warning name-lookalike: other='数控A组工作室', value='数控 a 组工作室'",
        "unions.yml unions.3.name: warning name-lookalike: other='一０工会', value='一o工会'",
        "unions.yml unions.5.name: warning name-lookalike: other='南区工会', value='南区工会'",
    ]


TWINS = (
    *zip("エカタトニハロ〇ー—–−―", "工力夕卜二八口o-----", strict=True),
    *zip("авекмнорстухіјѕ", "abekmhopctyxljs", strict=True),
    *zip("αβεζηικμνορτυχ", "abezhlkmnoptyx", strict=True),
    *zip("АВЕКМНОРСТУХІЅΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "abekmhopctyxlsabezhlkmnoptyx", strict=True),
    *(("0", "o"), ("1", "l"), ("i", "l"), ("I", "1"), ("Ａ", "a"), ("⼯", "工"), ("ﬁ", "fi"), ("Ⅱ", "ii")),
)  # fmt: skip


@pytest.mark.parametrize(("one", "other"), TWINS)
def test_each_pair_of_signs_that_look_alike(one: str, other: str) -> None:
    found = told(lookalikes.check, {"north/a": f"{{name: 数控{other}组}}", "north/b": f"{{name: 数控{one}组}}"})
    assert found == [f"north/b/studio.yml name: warning name-lookalike: other='数控{other}组', value='数控{one}组'"]


@pytest.mark.parametrize(("one", "other"), ["AB", "工土", "08", "二三", "oq", "lj", "己已", "未末", "ши"])
def test_signs_that_readers_tell_apart(one: str, other: str) -> None:
    assert told(lookalikes.check, {"north/a": f"{{name: 数控{other}组}}", "north/b": f"{{name: 数控{one}组}}"}) == []


NUMBERS = [
    ("厦工办〔2013〕6号", None),
    ("厦工办〔2013〕第6号", None),
    ("厦工办［2013］6号", "厦工办〔2013〕6号"),
    ("厦工办[2013]6号", "厦工办〔2013〕6号"),
    ("厦工办（2013）6号", "厦工办〔2013〕6号"),
    ("厦工办(2013)6号", "厦工办〔2013〕6号"),
    ("厦工办【2013】6号", "厦工办〔2013〕6号"),
    ("厦工办「2013」6号", "厦工办〔2013〕6号"),
    ("厦工办〖2013〗第 16 号", "厦工办〔2013〕第16号"),
    ("厦工办 〔2013〕 6 号", "厦工办〔2013〕6号"),
    ("厦 工办〔2013〕6号", "厦工办〔2013〕6号"),
    ("厦工办〔2013〕6号 ", None),
    ("〔2013〕6号", ""),
    ("[2013]6号", ""),
    ("厦工办〔13〕6号", ""),
    ("厦工办〔20130〕6号", ""),
    ("厦工办〔2013〕号", ""),
    ("厦工办〔2013〕6", ""),
    ("厦工办〔2013〕第第6号", ""),
    ("厦工办〔2013〕6号文", ""),
    ("厦〔工〕办〔2013〕6号", ""),
    ("厦工办{2013}6号", ""),
    ("厦工办2013-6", ""),
]


@pytest.mark.parametrize(("number", "right"), NUMBERS)
def test_the_form_of_a_document_number(number: str, right: str | None) -> None:
    found = told(document_numbers.check, {"north/crane": f"honours: [{{name: 甲}}, {{name: 乙, doc_no: '{number}'}}]"})
    place = "north/crane/studio.yml honours.1.doc_no"
    if right is None:
        assert found == []
    elif right:
        assert found == [f"{place}: error doc-no-brackets: right='{right}', value='{number}'"]
    else:
        assert found == [f"{place}: warning doc-no-malformed: value='{number}'"]


def test_one_number_of_documents_that_differ() -> None:
    texts = {
        "unions": "unions: [{id: city, name: 示例市总工会, kind: 市总工会, other_names: [示例市工会]}, {id: north, name: 北区工会, kind: 区总工会, parent: city}]",
        "north/crane": "{honours: [{name: 甲, doc_no: 甲〔2013〕1号, body: 示例市工会}, {name: 乙, doc_no: 甲〔2013〕1号, body: 某局}, {name: 丙, doc_no: 甲〔2013〕1号}, {name: 丁, doc_no: 丁〔2013〕1号, body: 某局}], "
        "leaders: [{name: 江一舟, honours: [{name: 丁, doc_no: 丁〔2013〕1号, body: 某厅}]}]}",
        "north/crane/2013": "achievements: [{id: a, recognised_by: [{body: 某局, doc_no: 丁〔2013〕1号}, {body: 某厅, doc_no: '甲(2013)1号'}]}]",
        "decisions/2013-01": "{title: 甲, doc_no: 甲〔2013〕1号, date: 2013-01-05, studios: [{studio: crane}]}",
        "decisions/2013-02": "{title: 甲, doc_no: '甲 [2013]1号', date: 2013-02, bodies: [示例市总工会, 某厅], studios: [{studio: crane}]}",
        "decisions/2013-03": "{title: 甲, doc_no: 甲〔2013〕1号, date: 2013-01, bodies: [某局], studios: [{studio: crane}]}",
        "decisions/2013-04": "{date: 2013-04, studios: [{studio: crane}]}",
        "decisions/2013-05": "{date: 2013-05, studios: [{studio: crane}]}",
        "decisions/2013-06": "{doc_no: 甲〔2013〕2号, date: 2013-06, studios: [{studio: crane}]}",
        "decisions/2013-07": "{title: 甲 , doc_no: 甲〔2013〕1号, date: 2013-01-05, result: 示范, studios: [{studio: crane}]}",
        "notices/2013-01": "{title: 乙, kind: 通知, doc_no: 甲〔2013〕1号, date: 2013, issuer: 示例市总工会, body: 正文}",
        "standards/six": "{name: 六有, short: 六有, issuer: 示例市工会, doc_no: 甲〔2013〕1号, document: 意见, valid_from: 2013, items: [{id: a, label: 一, text: 一}]}",
        "standards/seven": "{name: 七有, short: 七有, issuer: 示例市总工会办公室, doc_no: 甲〔2013〕1号, document: 办法, valid_from: 2013, items: [{id: a, label: 一, text: 一}]}",
        "targets/2013": "{title: 表, issuer: 示例市总工会, doc_no: 甲〔2013〕1号, total: {created: 1, qualified: 1}, rows: [{union: north, created: 1, qualified: 1}]}",
    }
    assert told(documents.check, texts) == [
        "decisions/2013-02.yml doc_no: warning duplicate-doc-no: field='document-date', other='studios/decisions/2013-01.yml', value='甲 [2013]1号'",
        "decisions/2013-03.yml doc_no: warning duplicate-doc-no: field='document-issuer', other='studios/decisions/2013-01.yml', value='甲〔2013〕1号'",
        "notices/2013-01.yml doc_no: warning duplicate-doc-no: field='document-title', other='studios/decisions/2013-01.yml', value='甲〔2013〕1号'",
        "standards/six.yml doc_no: warning duplicate-doc-no: field='document-title', other='studios/standards/seven.yml', value='甲〔2013〕1号'",
        "north/crane/studio.yml honours.1.doc_no: warning duplicate-doc-no: field='document-issuer', other='studios/decisions/2013-01.yml', value='甲〔2013〕1号'",
        "north/crane/2013.yml achievements.0.recognised_by.1.doc_no: warning duplicate-doc-no: field='document-issuer', other='studios/decisions/2013-01.yml', value='甲(2013)1号'",
    ]
