"""Numbers that must agree, addresses, patents and standards; and what is said of each in full."""

import pytest

from laomo.checks import addresses, counts, patents, region_map, standards, target_totals, volume
from tests.checks.told import told


def test_parts_of_a_team_suggestions_and_outcomes() -> None:
    texts = {
        "north/a": "team: {total: 12, frontline: 12, female: 0, by_grade: {技师: 12}, by_age: {35岁及以下: 5, 36至45岁: 7}, by_education: {本科: 12}}",
        "north/b": "team: {total: 12, frontline: 13, female: 14, by_grade: {技师: 11}, by_age: {35岁及以下: 6, 36至45岁: 7}, by_education: {本科: 1}}",
        "north/c": "team: {total: 3}",
        "north/d": "{}",
        "north/d/2013": "{suggestions: {proposed: 9, adopted: 9, implemented: 9}, mentoring: {apprentices: 3, outcomes: [{kind: 甲, count: 3}, {kind: 乙, count: 4}]}}",
        "north/d/2014": "{suggestions: {proposed: 5, adopted: 6, implemented: 7}, mentoring: {apprentices: 0}}",
        "north/d/2015": "suggestions: {proposed: 5, implemented: 7}",
        "north/d/2016": "suggestions: {adopted: 5, implemented: 4}",
        "north/d/2017": "suggestions: {implemented: 4}",
        "north/d/2018": "{}",
    }
    assert told(counts.check, texts) == [
        "north/b/studio.yml team.by_grade: error team-parts: field='技能等级结构', sum=11, total=12",
        "north/b/studio.yml team.by_age: error team-parts: field='年龄结构', sum=13, total=12",
        "north/b/studio.yml team.by_education: error team-parts: field='学历结构', sum=1, total=12",
        "north/b/studio.yml team.frontline: error more-than-team: field='一线职工人数', total=12, value=13",
        "north/b/studio.yml team.female: error more-than-team: field='女职工人数', total=12, value=14",
        "north/d/2013.yml mentoring.outcomes.1.count: error outcomes-over-apprentices: apprentices=3, count=4, value='乙'",
        "north/d/2014.yml suggestions.adopted: error suggestions-order: earlier='提出', later='采纳', less=5, more=6",
        "north/d/2014.yml suggestions.implemented: error suggestions-order: earlier='采纳', later='实施', less=6, more=7",
        "north/d/2015.yml suggestions.implemented: error suggestions-order: earlier='提出', later='实施', less=5, more=7",
    ]


SITE = "{{name: 小馆, place: 示例市, as_of: 2025-12-31, regions: [东区, 西区, 北区], region_map: [{}]}}"


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ("", []),
        ("{region: 东区, column: 2, row: 1}, {region: 西区, column: 1, row: 1}, {region: 北区, column: 2, row: 4}", []),
        (
            "{region: 东区, column: 1, row: 1}, {region: 西区, column: 1, row: 1}, {region: 北区, column: 2, row: 1}",
            ["site.yml region_map.1: error region-cell-taken: column=1, other='东区', row=1, value='西区'"],
        ),
        (
            "{region: 东区, column: 1, row: 1}, {region: 西区, column: 1, row: 2}, {region: 东区, column: 2, row: 1}",
            [
                "site.yml region_map.2: error region-cell-taken: column=2, other='东区', row=1, value='东区'",
                "site.yml region_map: warning region-not-on-map: value='北区'",
            ],
        ),
    ],
)
def test_every_region_has_a_cell_of_the_map(cells: str, expected: list[str]) -> None:
    assert told(region_map.check, {"site": SITE.format(cells)}) == expected


def test_totals_of_a_table_of_targets() -> None:
    rows = "rows: [{union: north, created: 8, qualified: 5}, {union: south, created: 7, qualified: 4}]"
    texts = {
        "targets/2013": f"{{title: 表, issuer: 甲, total: {{created: 15, qualified: 9}}, {rows}}}",
        "targets/2014": f"{{title: 表, issuer: 甲, total: {{created: 16, qualified: 8}}, {rows}}}",
    }
    assert told(target_totals.check, texts) == [
        "targets/2014.yml total.created: error target-total: field='target-created', stated=16, sum=15",
        "targets/2014.yml total.qualified: error target-total: field='target-qualified', stated=8, sum=9",
    ]


def test_names_of_achievements_that_are_pages_already() -> None:
    texts = {
        "north/a": "{}",
        "north/a/2013": "achievements: [{id: sheet}, {id: card}, {id: sheets}, {id: '2015'}, {id: '20155'}, {id: '201'}, {id: 2015-hook}]",
        "north/a/2014": "achievements: [{id: fine}, {id: con}, {id: page-2}, {id: '404'}, {id: page-x}]",
    }
    assert told(addresses.check, texts) == [
        "north/a/2013.yml achievements.0.id: error achievement-id-taken: value='sheet'",
        "north/a/2013.yml achievements.1.id: error achievement-id-taken: value='card'",
        "north/a/2013.yml achievements.3.id: error achievement-id-year: value='2015'",
        "north/a/2014.yml achievements.1.id: error reserved-name: name='con'",
        "north/a/2014.yml achievements.2.id: error reserved-name: name='page-2'",
        "north/a/2014.yml achievements.3.id: error reserved-name: name='404'",
    ]


WEIGHTED = [
    ("ZL201710601862.3", "发明专利", None),
    ("CN201710601862.3", "发明专利", None),
    ("zl 2017 1060 1862.3", "发明专利", None),
    ("201710601862.3", "发明专利", None),
    ("ZL97101765.4", "发明专利", None),
    ("ZL201710601862.4", "发明专利", "patent-check-digit: right='201710601862.3', "),
    ("ZL97101765.5", "发明专利", "patent-check-digit: right='97101765.4', "),
    ("ZL201710601862.3", "实用新型专利", "patent-kind: digit='1', kind='实用新型专利', meant='发明专利', "),
    ("ZL97101765.4", "外观设计专利", "patent-kind: digit='1', kind='外观设计专利', meant='发明专利', "),
    ("ZL2017106018.3", "发明专利", "patent-number: "),
    ("ZL201740601862.3", "发明专利", "patent-number: "),
    ("ZL201710601862", "发明专利", "patent-number: "),
    ("DE201710601862.3", "发明专利", "patent-number: "),
    ("ZL201710601862.33", "发明专利", "patent-number: "),
    ("ZL201710601862-3", "发明专利", "patent-number: "),
    ("示例专利2024-0152", "发明专利", None),
    ("专利示例2024-0152", "发明专利", "patent-number: "),
    ("2024SR0000001", "软件著作权", None),
    ("乱写", "其他", None),
]


def _digit(digits: str) -> str:
    """The check digit by the table of ZC 0006, written out."""
    weights = (2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5)
    return "0123456789X"[sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=False)) % 11]


KIND_DIGITS = {"1": "发明专利", "2": "实用新型专利", "3": "外观设计专利", "8": "发明专利", "9": "实用新型专利"}
for _digits, _kind in KIND_DIGITS.items():
    for _number in (f"2017{_digits}0601862", f"2018{_digits}0000004", f"97{_digits}01765"):
        for _claimed in ("发明专利", "实用新型专利", "外观设计专利"):
            wrong = f"patent-kind: digit='{_digits}', kind='{_claimed}', meant='{_kind}', "
            WEIGHTED.append((f"ZL{_number}.{_digit(_number)}", _claimed, None if _claimed == _kind else wrong))


@pytest.mark.parametrize(("number", "kind", "fault"), WEIGHTED)
def test_numbers_of_patents(number: str, kind: str, fault: str | None) -> None:
    year = f"achievements: [{{id: a, kind: 发明专利}}, {{id: b, kind: 发明专利, ip: {{state: 申请}}}}, {{id: c, kind: {kind}, ip: {{state: 授权, number: {number}}}}}]"
    expected = [f"north/a/2017.yml achievements.2.ip.number: error {fault}value='{number}'"] if fault else []
    assert told(patents.check, {"north/a": "{}", "north/a/2017": year}) == expected


def test_a_check_digit_of_ten_is_x() -> None:
    numbers = [f"20071000000{n}" for n in range(10)]
    assert [patents.check_digit(number) for number in numbers] == [_digit(number) for number in numbers]
    assert [patents.check_digit(number) for number in numbers].count("X") == 1


def test_what_a_standard_may_ask() -> None:
    checks = (
        "{kind: plaque}, {kind: plaque, recommended: 1, names: [甲], minimum: 0, level: 市级, any_of: [rules], all_of: [rules]}, {kind: manual, names: [甲]}, {kind: leader-honour, level: 市级, names: [甲]}, {kind: leader-honour, minimum: 1}, {kind: fields-present, all_of: [rules, place.host, place.hots], any_of: [year.summary, year.sumary, zzz]}, "
        "{kind: fields-present}, {kind: projects-in-year}, {kind: projects-in-year, recommended: 0}, {kind: projects-in-year, recommended: 1}, {kind: goals-in-year, minimum: 2, recommended: 2}, {kind: awards-in-year, minimum: 3, recommended: 2}, {kind: frontline-member, minimum: 1, all_of: [rules]}"
    )
    items = f"items: [{{id: a, label: 甲, text: 甲}}, {{id: b, label: 乙, text: 乙, check: [{checks}]}}, {{id: a, label: 丙, text: 丙}}]"
    texts = {
        "standards/six": f"{{name: 标准, short: 六有, issuer: 甲, valid_from: 2013-02, valid_to: 2013-01, {items}}}"
    }
    assert told(standards.check, texts) == [
        "standards/six.yml valid_to: error standard-period: end='2013-01', start='2013-02'",
        "standards/six.yml items.1.check.1.all_of: error check-parameter: choices=(), kind='plaque', value='all_of'",
        "standards/six.yml items.1.check.1.any_of: error check-parameter: choices=(), kind='plaque', value='any_of'",
        "standards/six.yml items.1.check.1.level: error check-parameter: choices=(), kind='plaque', value='level'",
        "standards/six.yml items.1.check.1.minimum: error check-parameter: choices=(), kind='plaque', value='minimum'",
        "standards/six.yml items.1.check.1.names: error check-parameter: choices=(), kind='plaque', value='names'",
        "standards/six.yml items.1.check.1.recommended: error check-parameter: choices=(), kind='plaque', value='recommended'",
        "standards/six.yml items.1.check.2.names: error check-parameter: choices=(), kind='manual', value='names'",
        "standards/six.yml items.1.check.4.minimum: error check-parameter: choices=('level', 'names'), kind='leader-honour', value='minimum'",
        "standards/six.yml items.1.check.5.all_of.2: error unknown-path: suggestion='place', value='place.hots'",
        "standards/six.yml items.1.check.5.any_of.1: error unknown-path: suggestion='year.summary', value='year.sumary'",
        "standards/six.yml items.1.check.5.any_of.2: error unknown-path: suggestion='', value='zzz'",
        "standards/six.yml items.1.check.6: error check-without-fields: ",
        "standards/six.yml items.1.check.8.recommended: error recommended-below-minimum: minimum=1, recommended=0",
        "standards/six.yml items.1.check.11.recommended: error recommended-below-minimum: minimum=3, recommended=2",
        "standards/six.yml items.1.check.12.all_of: error check-parameter: choices=('minimum', 'recommended'), kind='frontline-member', value='all_of'",
        "standards/six.yml items.2.id: error duplicate-item: value='a'",
    ]


@pytest.mark.parametrize(
    ("older", "newer", "place"),
    [
        ("valid_from: 2013", "valid_from: 2019", "valid_from"),
        ("valid_from: 2013, valid_to: 2019", "valid_from: 2019", "valid_to"),
        ("valid_from: 2013, valid_to: 2018", "valid_from: 2019", None),
        ("valid_from: 2013, issuer: 乙", "valid_from: 2019", None),
        ("valid_from: 2013, short: 七有", "valid_from: 2019", None),
    ],
)
def test_one_standard_at_a_time(older: str, newer: str, place: str | None) -> None:
    items = "items: [{id: a, label: 甲, text: 甲}]"
    texts = {}
    for name, period in (("aa", newer), ("zz", older)):
        own = {"issuer": "甲", "short": "六有"}
        own |= dict(part.split(": ") for part in period.split(", "))
        fields = ", ".join(f"{key}: {value}" for key, value in own.items())
        texts[f"standards/{name}"] = f"{{name: 标准, {fields}, {items}}}"
    facts = "other='aa.yml', value='六有', year=2019"
    expected = [f"standards/zz.yml {place}: error standards-overlap: {facts}"] if place else []
    assert told(standards.check, texts) == expected


def test_long_lists_and_very_many_achievements_at_the_limit_and_one_beyond() -> None:
    def items(first: int, count: int) -> str:
        return ", ".join(f"{{id: a{n}}}" for n in range(first, first + count))

    rules = [", ".join(f"{{name: 制度{n}}}" for n in range(count)) for count in (200, 201)]
    texts = {
        "north/a": f"rules: [{rules[0]}]",
        "north/b": f"rules: [{rules[1]}]",
        "north/c": "{}",
        "north/d": "{}",
        "north/e": "{}",
        "north/f": f"units: [{', '.join(f'厂{n}' for n in range(201))}]",
    }
    for name, counted in (("c", (200, 200, 100)), ("d", (200, 200, 101)), ("e", (1000, 1000)), ("f", (1000, 1000, 1))):
        texts |= {
            f"north/{name}/{2010 + n}": f"achievements: [{items(n * 1000, count)}]" for n, count in enumerate(counted)
        }
    assert told(volume.check, texts) == [
        "north/b/studio.yml rules: warning very-long-list: count=201, field=('工作制度', 'rules'), limit=200",
        "north/d/studio.yml : warning very-many-achievements: count=501, limit=500",
        "north/e/2010.yml achievements: warning very-long-list: count=1000, field=('创新成果', 'achievements'), limit=200",
        "north/e/2011.yml achievements: warning very-long-list: count=1000, field=('创新成果', 'achievements'), limit=200",
        "north/e/studio.yml : warning very-many-achievements: count=2000, limit=500",
        "north/f/studio.yml units: warning very-long-list: count=201, field=('所在单位', 'units'), limit=200",
        "north/f/2010.yml achievements: warning very-long-list: count=1000, field=('创新成果', 'achievements'), limit=200",
        "north/f/2011.yml achievements: warning very-long-list: count=1000, field=('创新成果', 'achievements'), limit=200",
        "north/f/studio.yml : error too-many-achievements: count=2001, limit=2000",
    ]
