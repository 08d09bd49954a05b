"""What binds studios, people and unions to each other: who is one person, who stands beside whom, and who agrees."""

from laomo.registry.claims import claims
from laomo.registry.people import gather
from laomo.registry.relations import Relations
from tests.registry.joined import joined

AGREED = (
    "unions: [{id: city, name: 示例市总工会, kind: 市总工会}, {id: north, name: 北区工会, kind: 区工会, parent: city}, "
    "{id: south, name: 南区工会, kind: 区工会, parent: city, other_names: [南工], co_studios: [b], commends: [b]}]"
)


def test_every_claim_with_its_place_its_page_and_its_agreement() -> None:
    texts = {
        "unions": AGREED,
        "north/a": "{name: 甲室, co_unions: [lost, north, south], relations: [{kind: 前身, studio: b}, {kind: 前身, studio: lost}, {kind: 上级工作室, studio: n, since: 2013}], "
        "honours: [{name: 市岗, body: 示例市总工会}, {name: 南岗, body: 南工}, {name: 旧岗, body: 南工, status: 撤销}, {name: 别岗, body: 某局}, {name: 散岗}], "
        "leaders: [{name: 丁一, withdrawn: 2020}, {name: 甲一, also_leads: [x, n]}, {name: 乙一}]}",
        "north/a/2013": "{achievements: [{id: h, disclosure: 不公开, shared_with: [n]}, {id: p, title: 成果, shared_with: [b, n, m]}], honours: [{name: 年岗, body: 南区工会}]}",
        "north/b": "{co_unions: [south], honours: [{name: 南岗, body: 南区工会}]}",
        "north/c": "{status: 撤销, co_unions: [south], relations: [{kind: 牵头工作室, studio: n}], honours: [{name: 南岗, body: 南区工会}], leaders: [{name: 甲一}]}",
        "north/c/2013": "achievements: [{id: p, shared_with: [n]}]",
        "south/m": "{status: 迁出, moved_to: 邻市}",
        "south/n": "{took_part_in: [a/p], relations: [{kind: 下设工作室, studio: a}], units: [northa厂], leaders: [{name: 甲一, also_leads: [a]}, {name: 乙一}, {name: 丙一}]}",
    }
    found = [
        f"{each.kind} {each.by.id} {each.path} {'.'.join(map(str, each.loc))} → {each.page.id}: {each.what}, {type(each.content).__name__}, {each.agreed}, {each.file}, {each.entry}"
        for each in claims(joined(texts))
    ]
    assert found == [
        "relation a north/a/studio.yml relations.2.studio → n: 下设工作室, Relation, True, south/n/studio.yml, relations: [{kind: 下设工作室, studio: a}]",
        "shared a north/a/2013.yml achievements.1.shared_with.1 → n: 成果, AchievementRecord, True, south/n/studio.yml, took_part_in: [a/p]",
        "co-union a north/a/studio.yml co_unions.2 → south: 甲室, NoneType, False, unions.yml, co_studios: [a]",
        "commendation a north/a/studio.yml honours.1.body → south: 南岗, Honour, False, unions.yml, commends: [a]",
        "commendation a north/a/2013.yml honours.0.body → south: 年岗, Honour, False, unions.yml, commends: [a]",
        "co-union b north/b/studio.yml co_unions.0 → south: northb工作室, NoneType, True, unions.yml, co_studios: [b]",
        "commendation b north/b/studio.yml honours.0.body → south: 南岗, Honour, True, unions.yml, commends: [b]",
        "relation c north/c/studio.yml relations.0.studio → n: 成员工作室, Relation, False, south/n/studio.yml, relations: [{kind: 成员工作室, studio: c}]",
        "relation n south/n/studio.yml relations.0.studio → a: 上级工作室, Relation, True, north/a/studio.yml, relations: [{kind: 上级工作室, studio: n}]",
        "leader a north/a/studio.yml leaders.1.also_leads.1 → n: 甲一, Leader, True, south/n/studio.yml, also_leads: [a]",
        "leader n south/n/studio.yml leaders.0.also_leads.0 → a: 甲一, Leader, True, north/a/studio.yml, also_leads: [n]",
        "likeness a north/a/studio.yml leaders.2.name → n: 乙一, Leader, False, south/n/studio.yml, also_leads: [a]",
        "likeness n south/n/studio.yml leaders.1.name → a: 乙一, Leader, False, north/a/studio.yml, also_leads: [n]",
    ]


def test_the_content_of_a_claim_is_what_is_shown() -> None:
    texts = {
        "north/a": "{co_unions: [south], relations: [{kind: 前身, studio: n}], honours: [{name: 南岗, body: 南区工会}], leaders: [{name: 甲一, also_leads: [n]}]}",
        "north/a/2013": "achievements: [{id: p, shared_with: [n]}]",
        "south/n": "{}",
    }
    registry = joined(texts)
    (a, _) = registry.studios
    contents = {each.kind: each.content for each in claims(registry)}
    assert contents == {
        "relation": a.record.relations[0],
        "shared": a.achievements[0].record,
        "co-union": None,
        "commendation": a.record.honours[0],
    }


def test_leaders_of_three_studios_are_compared_in_pairs() -> None:
    texts = {
        "north/a": "{leaders: [{name: 甲·一, also_leads: [n]}]}",
        "north/b": "{leaders: [{name: 甲•一}]}",
        "south/n": "{leaders: [{name: 甲·一}]}",
        "city/c": "{units: [southn厂], leaders: [{name: 甲·一}]}",
    }
    found = [(each.kind, each.by.id, each.page.id, each.agreed) for each in claims(joined(texts))]
    assert found == [("likeness", "c", "n", False), ("likeness", "n", "c", False), ("leader", "a", "n", False)]


def test_one_person_by_unit_or_honour_in_a_union_and_by_both_records_in_two() -> None:
    honour = "honours: [{{name: 劳模, year: {}}}]"
    texts = {
        "city/h": "{units: [甲厂], leaders: [{name: 甲一}]}",
        "north/a": f"{{units: [甲厂], leaders: [{{name: 甲一, kind: 工匠, {honour.format(2011)}, also_leads: [n]}}, {{name: 乙一}}]}}",
        "north/b": f"{{units: [乙厂], leaders: [{{name: 甲一, kind: 劳动模范, {honour.format(2011)}, also_leads: [n]}}]}}",
        "north/c": f"{{units: [丙厂], leaders: [{{name: 甲一, {honour.format(2012)}}}]}}",
        "north/d": "{units: [丁厂, 乙厂], leaders: [{name: 甲一, also_leads: [n]}, {name: 乙一}]}",
        "south/n": "{units: [南厂], leaders: [{name: 甲一, kind: 工匠, also_leads: [a, b, d]}, {name: 丙一}]}",
        "south/o": "{units: [甲厂], leaders: [{name: 甲一, also_leads: [a, b, d]}]}",
        "south/p": "{units: [另厂], leaders: [{name: 甲一, also_leads: [a, b]}]}",
    }
    people = joined(texts).persons
    assert [(person.name, [studio.id for studio in person.studios], sorted(person.kinds)) for person in people] == [
        ("甲一", ["h"], []),
        ("甲一", ["a", "b", "d", "n"], ["劳动模范", "工匠"]),
        ("甲一", ["c"], []),
        ("甲一", ["o"], []),
        ("甲一", ["p"], []),
        ("乙一", ["a"], []),
        ("乙一", ["d"], []),
        ("丙一", ["n"], []),
    ]
    assert [person.best_honour for person in people[:4]] == [None, "劳模", "劳模", None]


def test_nobody_is_nobody() -> None:
    assert gather([]) == ()


def test_relations_from_both_sides_each_once() -> None:
    texts = {
        "north/a": "{relations: [{kind: 前身, studio: b, since: 2013}, {kind: 上级工作室, studio: n}, {kind: 前身, studio: lost}, {kind: 牵头工作室, studio: b}]}",
        "north/b": "{relations: [{kind: 后续工作室, studio: a, since: 2014}, {kind: 孵化工作室, studio: m}]}",
        "south/m": "{relations: [{kind: 孵化出的工作室, studio: b, since: 2015}]}",
        "south/n": "{}",
    }
    registry = joined(texts)
    relations = Relations(registry)
    found = {
        studio.id: [(each.kind, each.studio.id, each.since and each.since.iso) for each in relations.relations(studio)]
        for studio in registry.studios
    }
    assert found == {
        "a": [("前身", "b", "2013"), ("上级工作室", "n", None), ("牵头工作室", "b", None)],
        "b": [("后续工作室", "a", "2013"), ("成员工作室", "a", None), ("孵化工作室", "m", None)],
        "m": [("孵化出的工作室", "b", None)],
        "n": [],
    }


def test_members_of_alliances_and_the_alliances_of_each() -> None:
    texts = {
        "alliances": "alliances: [{id: x, name: 甲盟, kind: 区域, lead: b, members: [a, 某厂, b, a]}, {id: y, name: 乙盟, kind: 行业, lead: 某厂, members: [c, b]}]",
        "north/a": "{name: 甲室}",
        "north/b": "{name: 乙室}",
        "north/c": "{status: 撤销}",
    }
    registry = joined(texts)
    relations = Relations(registry)
    assert [
        [(member.name, member.studio and member.studio.id) for member in relations.members(each)]
        for each in registry.alliances
    ] == [[("乙室", "b"), ("甲室", "a"), ("某厂", None)], [("某厂", None), ("northc工作室", "c"), ("乙室", "b")]]
    assert {studio.id: [each.id for each in relations.alliances(studio)] for studio in registry.studios} == {
        "a": ["x"],
        "b": ["x", "y"],
        "c": ["y"],
    }


def neighbours(texts: dict[str, str]) -> dict[str, list[str]]:
    registry = joined(texts)
    relations = Relations(registry)
    return {
        studio.id: [f"{other.id} {tie}" for other, tie in relations.neighbours(studio)]
        for studio in registry.active_studios
    }


def test_neighbours_by_unit_then_alliance_then_industry() -> None:
    texts = {
        "alliances": "alliances: [{id: x, name: 甲盟, kind: 区域, lead: a, members: [d, e, b]}]",
        "north/a": "{units: [甲厂, 乙厂], industry: 教育, relations: [{kind: 前身, studio: c}]}",
        "north/b": "{units: [乙厂], industry: 教育}",
        "north/c": "{units: [甲厂], industry: 教育}",
        "north/d": "{units: [甲厂], industry: 金融服务}",
        "north/e": "{units: [丁厂]}",
        "north/f": "{units: [甲厂], status: 撤销}",
        "north/g": "{units: [戊厂], industry: 教育}",
        "north/i": "{units: [己厂]}",
        "south/h": "{units: [甲厂], industry: 教育}",
    }
    assert neighbours(texts) == {
        "a": ["d 同单位", "b 同单位", "e 同联盟", "g 同行业", "h 同行业"],
        "b": ["a 同单位", "d 同联盟", "e 同联盟", "c 同行业", "g 同行业", "h 同行业"],
        "c": ["d 同单位", "g 同行业", "h 同行业", "b 同行业"],
        "d": ["a 同单位", "c 同单位", "e 同联盟", "b 同联盟"],
        "e": ["a 同联盟", "b 同联盟", "d 同联盟"],
        "g": ["h 同行业", "a 同行业", "b 同行业", "c 同行业"],
        "i": [],
        "h": ["a 同行业", "b 同行业", "c 同行业", "g 同行业"],
    }


def test_six_neighbours_at_most_that_follow_in_the_directory_round_and_round() -> None:
    texts = {f"north/s{n}": "{units: [甲厂]}" for n in range(9)}
    found = neighbours(texts)
    assert {name: [each[1] for each in others] for name, others in found.items()} == {
        f"s{n}": [str((n + k) % 9) for k in range(1, 7)] for n in range(9)
    }
    seven = neighbours({f"north/s{n}": "{units: [甲厂]}" for n in range(7)})
    assert {len(others) for others in seven.values()} == {6}
