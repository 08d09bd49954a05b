"""What records say of studios, unions, achievements and industries: that they are there, are others, and stand once."""

from laomo.checks import agreements, links, references
from laomo.records.models import vocabulary
from tests.checks.told import told

_UNIONS = (
    "unions: [{id: city, name: 示例市总工会, kind: 市总工会}, {id: north, name: 北区工会, kind: 区工会, parent: ctiy, co_studios: [crane, cranes]}, "
    "{id: south, name: 南区工会, kind: 区工会, parent: city, commends: [weld, wled]}]"
)


def test_studios_that_are_not_there_and_the_likely_ones() -> None:
    texts = {
        "unions": _UNIONS,
        "alliances": "alliances: [{id: a, name: 联盟, kind: 区域, lead: crain, members: [crane, weldd, 甲厂, 甲-weld, Crain]}, {id: b, name: 联盟, kind: 区域, lead: 甲, members: [xyz]}]",
        "notices/2013-01": "{title: 通知, kind: 通知, date: 2013, issuer: 甲, body: 正文, union: suoth, studios: [weld, unread, unred]}",
        "notices/2013-02": "{title: 通知, kind: 通知, date: 2013, issuer: 甲, body: 正文, union: south}",
        "north/crane": "{status: 合并, merged_into: nurze, relations: [{kind: 前身, studio: weld}, {kind: 孵化工作室, studio: welt}], took_part_in: [weld/a, wedl/a], "
        "leaders: [{name: 江一舟}, {name: 甲一, also_leads: [nurse, nurs]}]}",
        "north/crane/2013": "achievements: [{id: a}, {id: b, shared_with: [weld, zzz]}]",
        "north/weld": "{}",
        "south/nurse": "{}",
    }
    assert told(links.check, texts, broken=("north/unread/studio.yml", "north/part/2013.yml")) == [
        "alliances.yml alliances.0.lead: error unknown-studio: field='alliance-member', suggestion='crane', value='crain'",
        "alliances.yml alliances.0.members.1: error unknown-studio: field='alliance-member', suggestion='weld', value='weldd'",
        "alliances.yml alliances.1.members.0: error unknown-studio: field='alliance-member', suggestion='', value='xyz'",
        "north/crane/2013.yml achievements.1.shared_with.1: error unknown-studio: field='partner', suggestion='', value='zzz'",
        "north/crane/2013.yml achievements.1.shared_with: warning shared-but-ended: partner='northweld工作室', studio='northcrane工作室', title='成果'",
        "north/crane/studio.yml merged_into: error unknown-studio: field='merged-into', suggestion='nurse', value='nurze'",
        "north/crane/studio.yml relations.1.studio: error unknown-studio: field='孵化工作室', suggestion='weld', value='welt'",
        "north/crane/studio.yml took_part_in.1: error unknown-studio: field='took-part', suggestion='weld', value='wedl'",
        "north/crane/studio.yml leaders.1.also_leads.1: error unknown-studio: field='leader', suggestion='nurse', value='nurs'",
        "notices/2013-01.yml studios.2: error unknown-studio: field='studio', suggestion='unread', value='unred'",
        "notices/2013-01.yml union: error unknown-union: field='union-for-objections', suggestion='', value='suoth'",
        "unions.yml unions.1.co_studios.1: error unknown-studio: field='co-studio', suggestion='crane', value='cranes'",
        "unions.yml unions.2.commends.1: error unknown-studio: field='studio', suggestion='weld', value='wled'",
    ]


def test_how_a_studio_ended_and_where_it_went() -> None:
    texts = {
        "north/a": "{status: 合并}",
        "north/b": "{status: 迁出}",
        "north/c": "{status: 合并, merged_into: a, moved_to: 邻市}",
        "north/d": "{merged_into: a}",
        "north/e": "{status: 迁出, moved_to: 邻市}",
        "north/f": "{status: 撤销, moved_to: 邻市}",
        "north/g": "{status: 合并, merged_into: g, relations: [{kind: 前身, studio: a}, {kind: 牵头工作室, studio: g}]}",
    }
    assert told(links.check, texts) == [
        "north/a/studio.yml status: error ending-untold: example='some-studio', field='merged-into', key='merged_into', status='合并'",
        "north/b/studio.yml status: error ending-untold: example='some-union', field='moved-to', key='moved_to', status='迁出'",
        "north/c/studio.yml moved_to: error ending-unmeant: field='moved-to', key='moved_to', now='合并', status='迁出'",
        "north/d/studio.yml merged_into: error ending-unmeant: field='merged-into', key='merged_into', now='正常', status='合并'",
        "north/f/studio.yml moved_to: error ending-unmeant: field='moved-to', key='moved_to', now='撤销', status='迁出'",
        "north/g/studio.yml merged_into: error tied-to-itself: field='merged-into', value='g'",
        "north/g/studio.yml relations.1.studio: error tied-to-itself: field='牵头工作室', value='g'",
    ]


def test_links_partners_and_alliances_that_stand_twice() -> None:
    texts = {
        "alliances": "alliances: [{id: a, name: 甲, kind: 区域, lead: 甲, members: [乙]}, {id: b, name: 乙, kind: 区域, lead: 甲, members: [乙]}, {id: a, name: 丙, kind: 区域, lead: 甲, members: [乙]}]",
        "north/crane": "links: [{title: 甲, kind: 视频, address: 'https://a.example.org/1'}, {title: 甲, kind: 视频, address: 'https://a.example.org/2'}, {title: 乙, kind: 视频, address: 'https://a.example.org/1'}]",
        "north/crane/2013": "achievements: [{id: a}, {id: b, shared_with: [weld, crane, nurse, weld]}]",
        "north/weld": "{}",
        "south/nurse": "{}",
    }
    assert told(links.check, texts) == [
        "alliances.yml alliances.2.id: error duplicate-alliance: value='a'",
        "north/crane/2013.yml achievements.1.shared_with.1: error tied-to-itself: field='partner', value='crane'",
        "north/crane/2013.yml achievements.1.shared_with.3: error duplicate-partner: value='weld'",
        "north/crane/studio.yml links.2.address: error duplicate-link: value='https://a.example.org/1'",
    ]


def test_a_partner_of_a_studio_that_has_ended_is_told_once() -> None:
    texts = {
        "north/crane": "{name: 岸桥工作室, status: 撤销}",
        "north/crane/2013": "achievements: [{id: a, shared_with: [gone]}, {id: b, title: 成果乙, shared_with: [gone, weld, nurse]}]",
        "north/gone": "{status: 撤销}",
        "north/gone/2013": "achievements: [{id: c}]",
        "north/weld": "{name: 焊接工作室}",
        "south/nurse": "{}",
    }
    assert told(links.check, texts) == [
        "north/crane/2013.yml achievements.1.shared_with: warning shared-but-ended: partner='焊接工作室', studio='岸桥工作室', title='成果乙'"
    ]


def test_unions_studios_results_and_industries_that_are_not_there() -> None:
    texts = {
        "unions": _UNIONS,
        "site": "{name: 小馆, place: 示例市, as_of: 2025, featured: [crane, unread, weldd]}",
        "vocabulary": "industries: {焊接: welding}",
        "targets/2013": "{title: 表, issuer: 甲, total: {created: 1, qualified: 1}, rows: [{union: north, created: 1, qualified: 1}, {union: nroth, created: 0, qualified: 0}]}",
        "decisions/2013-01": "studios: [{studio: crane}, {studio: unread}, {studio: carne}, {studio: 'zz'}]",
        "nrth/lost": "{co_unions: [north]}",
        "north/crane": "{industry: 港口航运, co_unions: [south, sout]}",
        "north/crane/2013": "{projects: [{title: 甲, results: [a, b]}, {title: 乙, results: [later, latr]}], achievements: [{id: a}, {id: hidden, disclosure: 不公开}]}",
        "north/crane/2014": "{projects: [{title: 甲, results: [a, hidden, zzzzzz]}], achievements: [{id: later}]}",
        "north/part": "{industry: 港口}",
        "north/part/2013": "projects: [{title: 甲, results: [a]}]",
        "north/weld": "{industry: 焊接}",
        "north/weld/2013": "projects: [{title: 甲, results: [a]}]",
    }
    broken = ("north/unread/studio.yml", "north/part/2014.yml", "north/only/2013.yml")
    found = told(references.check, texts, broken=broken)
    choices = (*vocabulary.INDUSTRIES, "焊接")
    industry = f"north/part/studio.yml industry: error unknown-industry: choices={choices}, value='港口'"
    assert found.pop(-2) == industry
    assert found == [
        "north/crane/studio.yml co_unions.1: error unknown-union: field='union', suggestion='south', value='sout'",
        "nrth/lost/studio.yml : error unknown-union: field='folder', suggestion='north', value='nrth'",
        "targets/2013.yml rows.1.union: error unknown-union: field='union', suggestion='north', value='nroth'",
        "unions.yml unions.1.parent: error unknown-union: field='union', suggestion='city', value='ctiy'",
        "decisions/2013-01.yml studios.2.studio: error unknown-studio: field='studio', suggestion='crane', value='carne'",
        "decisions/2013-01.yml studios.3.studio: error unknown-studio: field='studio', suggestion='', value='zz'",
        "site.yml featured.2: error unknown-studio: field='featured-studio', suggestion='weld', value='weldd'",
        "north/crane/2013.yml projects.0.results.1: error unknown-result: suggestion='', value='b'",
        "north/crane/2013.yml projects.1.results.1: error unknown-result: suggestion='later', value='latr'",
        "north/crane/2014.yml projects.0.results.2: error unknown-result: suggestion='', value='zzzzzz'",
        "north/weld/2013.yml projects.0.results.0: error unknown-result: suggestion='', value='a'",
    ]
    assert told(references.check, texts, broken=(*broken, "vocabulary.yml")) == found


def test_what_waits_for_another_union() -> None:
    texts = {
        "north/crane": "{name: 岸桥工作室, co_unions: [city, south], relations: [{kind: 前身, studio: weld}, {kind: 孵化工作室, studio: nurse}], honours: [{name: 南区先锋岗, body: 南区工会}, {name: 市先锋岗, body: 示例市总工会}], "
        "leaders: [{name: 江一舟, also_leads: [nurse]}, {name: 顾三春}, {name: 丙三春}]}",
        "north/crane/2013": "{achievements: [{id: a}, {id: b, title: 成果乙, shared_with: [weld, nurse]}], honours: [{name: 北区先锋岗, body: 北区工会}, {name: 南区岗, body: 南区工会}]}",
        "north/weld": "{}",
        "south/nurse": "{name: 护理工作室, units: [northcrane厂], leaders: [{name: 江一舟}, {name: 顾三春}, {name: 丙三春}]}",
    }
    assert told(agreements.check, texts) == [
        "north/crane/studio.yml relations.1.studio: notice not-yet-agreed: entry='relations: [{kind: 孵化出的工作室, studio: crane}]', field='relation', file='studios/south/nurse/studio.yml', other='护理工作室', own='also_leads: [nurse]', union='南区工会', value='孵化出的工作室'",
        "north/crane/2013.yml achievements.1.shared_with.1: notice not-yet-agreed: entry='took_part_in: [crane/b]', field='shared', file='studios/south/nurse/studio.yml', other='护理工作室', own='also_leads: [nurse]', union='南区工会', value='成果乙'",
        "north/crane/studio.yml co_unions.0: notice not-yet-agreed: entry='co_studios: [crane]', field='co-union', file='studios/unions.yml', other='示例市总工会', own='also_leads: [city]', union='示例市总工会', value='岸桥工作室'",
        "north/crane/studio.yml co_unions.1: notice not-yet-agreed: entry='co_studios: [crane]', field='co-union', file='studios/unions.yml', other='南区工会', own='also_leads: [south]', union='南区工会', value='岸桥工作室'",
        "north/crane/studio.yml honours.0.body: notice not-yet-agreed: entry='commends: [crane]', field='commendation', file='studios/unions.yml', other='南区工会', own='also_leads: [south]', union='南区工会', value='南区先锋岗'",
        "north/crane/2013.yml honours.1.body: notice not-yet-agreed: entry='commends: [crane]', field='commendation', file='studios/unions.yml', other='南区工会', own='also_leads: [south]', union='南区工会', value='南区岗'",
        "north/crane/studio.yml leaders.0.also_leads.0: notice not-yet-agreed: entry='also_leads: [crane]', field='leader', file='studios/south/nurse/studio.yml', other='护理工作室', own='also_leads: [nurse]', union='南区工会', value='江一舟'",
        "north/crane/studio.yml leaders.1.name: notice maybe-one-person: entry='also_leads: [crane]', field='likeness', file='studios/south/nurse/studio.yml', other='护理工作室', own='also_leads: [nurse]', union='南区工会', value='顾三春'",
        "north/crane/studio.yml leaders.2.name: notice maybe-one-person: entry='also_leads: [crane]', field='likeness', file='studios/south/nurse/studio.yml', other='护理工作室', own='also_leads: [nurse]', union='南区工会', value='丙三春'",
    ]


def test_what_both_sides_say_is_told_to_nobody() -> None:
    texts = {
        "unions": "unions: [{id: city, name: 示例市总工会, kind: 市总工会}, {id: north, name: 北区工会, kind: 区工会, parent: city}, "
        "{id: south, name: 南区工会, kind: 区工会, parent: city, co_studios: [crane], commends: [crane]}]",
        "north/crane": "{co_unions: [south], relations: [{kind: 孵化工作室, studio: nurse}], honours: [{name: 南区先锋岗, body: 南区工会}], leaders: [{name: 江一舟, also_leads: [nurse]}]}",
        "north/crane/2013": "achievements: [{id: b, shared_with: [nurse]}]",
        "south/nurse": "{relations: [{kind: 孵化出的工作室, studio: crane}], took_part_in: [crane/b], leaders: [{name: 江一舟, also_leads: [crane]}]}",
    }
    assert told(agreements.check, texts) == []


def test_agreements_to_what_nobody_says() -> None:
    texts = {
        "unions": "unions: [{id: city, name: 示例市总工会, kind: 市总工会}, {id: north, name: 北区工会, kind: 区工会, parent: city, co_studios: [nurse, care, lost, part]}, "
        "{id: south, name: 南区工会, kind: 区工会, parent: city, co_studios: [crane]}]",
        "north/crane": "{name: 岸桥工作室, took_part_in: [nurse/a, nurse/b, nurse/hidden, care/a, part/a, lost/a], co_unions: [south], leaders: [{name: 江一舟, also_leads: [nurse]}, "
        "{name: 甲某某, withdrawn: 2020, also_leads: [care]}, {name: 乙某某, also_leads: [nurse, care, part]}]}",
        "south/nurse": "{name: 护理工作室, leaders: [{name: 乙某某}]}",
        "south/nurse/2013": "achievements: [{id: a, shared_with: [crane]}, {id: b}, {id: hidden, disclosure: 不公开, shared_with: [crane]}]",
        "south/care": "{name: 康复工作室, co_unions: [nroth]}",
        "south/part": "{}",
    }
    assert told(agreements.check, texts, broken=("south/part/2013.yml",)) == [
        "north/crane/studio.yml leaders.2.also_leads.0: notice not-yet-agreed: entry='also_leads: [crane]', field='leader', file='studios/south/nurse/studio.yml', other='护理工作室', own='also_leads: [nurse]', union='南区工会', value='乙某某'",
        "north/crane/studio.yml took_part_in.1: notice nothing-to-agree: entry='id: b … shared_with: [crane]', field='took-part', file='studios/south/nurse', other='护理工作室', value='nurse/b'",
        "north/crane/studio.yml took_part_in.2: notice nothing-to-agree: entry='id: hidden … shared_with: [crane]', field='took-part', file='studios/south/nurse', other='护理工作室', value='nurse/hidden'",
        "north/crane/studio.yml took_part_in.3: notice nothing-to-agree: entry='id: a … shared_with: [crane]', field='took-part', file='studios/south/care', other='康复工作室', value='care/a'",
        "north/crane/studio.yml leaders.0.also_leads.0: notice nothing-to-agree: entry='name: 江一舟', field='leader', file='studios/south/nurse', other='护理工作室', value='nurse'",
        "north/crane/studio.yml leaders.2.also_leads.1: notice nothing-to-agree: entry='name: 乙某某', field='leader', file='studios/south/care', other='康复工作室', value='care'",
        "unions.yml unions.1.co_studios.0: notice nothing-to-agree: entry='co_unions: [north]', field='co-studio', file='studios/south/nurse', other='护理工作室', value='nurse'",
    ]


def test_events_and_inspections_name_what_is_there() -> None:
    texts = {
        "north/crane": "{}",
        "decisions/2013-01": "{result: 命名, date: 2013-05-01, studios: [{studio: crane}]}",
        "decisions/2013-02": "{result: 命名, date: 2013-09-01, studios: [{studio: crane}]}",
        "events/2013-01": "{title: 展览, kind: 成果展示, date: 2013-05, studios: [crane, cranes], union: suoth}",
        "inspections/2013-01": "{title: 互查, kind: 互查, date: 2013-06-01, studios: [{studio: crain}], decisions: [2013-01, 2013-02, 2013-03, 2013-04]}",
    }
    assert told(links.check, texts, broken=("decisions/2013-04.yml",)) == [
        "events/2013-01.yml studios.1: error unknown-studio: field='studio', suggestion='crane', value='cranes'",
        "events/2013-01.yml union: error unknown-union: field='union', suggestion='', value='suoth'",
        "inspections/2013-01.yml studios.0.studio: error unknown-studio: field='studio', suggestion='crane', value='crain'",
        "inspections/2013-01.yml decisions.0: error decision-before-inspection: begun='2013-06-01', date='2013-05-01', value='2013-01'",
        "inspections/2013-01.yml decisions.2: error unknown-decision: suggestion='2013-02', value='2013-03'",
    ]
