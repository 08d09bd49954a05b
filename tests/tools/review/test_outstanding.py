"""What is outstanding: each list of the report, at its limits."""

import pytest
from tests.registry.joined import joined

from laomo.tools.review.report import OfUnion, last_year, report

SITE = "{{name: 小馆, place: 示例市, as_of: {}}}"
STANDARDS = {
    name: f"{{name: 标准, short: {name}, issuer: 甲, {period}, items: [{{id: a, label: 甲, text: 甲, check: [{{kind: plaque}}]}}, {{id: b, label: 乙, text: 乙}}]}}"
    for name, period in (("standards/now", "valid_from: 2013"), ("standards/old", "valid_from: 2010, valid_to: 2012"))
}
TEXTS = {
    **STANDARDS,
    "site": SITE.format("2015"),
    "decisions/2013-01": "{result: 限期整改, studios: [{studio: sent}, {studio: gone}, {studio: paused}]}",
    "decisions/2013-02": "{result: 命名, studios: [{studio: late}]}",
    "north/broken": "{founded: 2013}",
    "north/gone": "{founded: 2010, status: 撤销}",
    "north/late": "{founded: 2014, plaque: 2014}",
    "north/none": "{founded: 2012}",
    "north/paused": "{plaque: 2012, status: 暂停}",
    "north/sent": "{founded: 2010, plaque: 2010}",
    "north/sent/2013": "report: {submitted: 2013-12-28}",
    "north/sent/2014": "report: {inspection: 无记录}",
    "north/unsent": "{plaque: 2012}",
    "north/unsent/2012": "report: {submitted: 2012}",
    "north/unsent/2013": "{}",
    "south/merged": "{status: 合并, merged_into: none}",
    "south/odd": "{}",
}


def of(union: OfUnion) -> dict[str, object]:
    groups = {
        name: [studio.id for studio in getattr(union, name)]
        for name in ("missing", "unsubmitted", "stale", "rectifying")
    }
    gaps = [
        (gap.studio.id, gap.evidence.standard, gap.evidence.year, [item.id for item in gap.evidence.missing()])
        for gap in union.gaps
    ]
    return {"expected": union.expected, "reported": union.reported, **groups, "gaps": gaps}


def test_all_that_is_outstanding_in_2013() -> None:
    found = report(joined(TEXTS, broken=("north/broken/2013.yml",)), 2013)
    assert (found.year, found.as_of.iso) == (2013, "2015")
    assert {union.union.id: of(union) for union in found.unions} == {
        "north": {
            "expected": 5,
            "reported": 2,
            "missing": ["none", "paused"],
            "unsubmitted": ["unsent"],
            "stale": ["none", "paused"],
            "rectifying": ["paused", "sent"],
            "gaps": [("broken", "now", 2013, ["a"]), ("none", "now", 2013, ["a"])],
        },
        "south": {
            "expected": 1,
            "reported": 0,
            "missing": ["odd"],
            "unsubmitted": [],
            "stale": ["odd"],
            "rectifying": [],
            "gaps": [],
        },
    }


@pytest.mark.parametrize(
    ("profile", "year", "outstanding"),
    [
        ("{founded: 2014, plaque: 2014}", None, False),
        ("{founded: 2013, plaque: 2013}", None, True),
        ("{founded: 2013, plaque: 2013}", "report: {submitted: 2014}", False),
        ("{founded: 2013, plaque: 2013}", "{}", True),
        ("{founded: 2013}", "report: {submitted: 2014}", True),
    ],
)
def test_whether_anything_is_outstanding(profile: str, year: str | None, *, outstanding: bool) -> None:
    texts = {**STANDARDS, "site": SITE.format("2014"), "north/a": profile, **({"north/a/2013": year} if year else {})}
    (union,) = report(joined(texts), 2013).unions
    assert union.outstanding is outstanding


def test_each_list_alone_is_outstanding() -> None:
    stale = {"site": SITE.format("2016"), "north/a": "{founded: 2014, plaque: 2014}"}
    judged = {
        "site": SITE.format("2014"),
        "north/a": "{founded: 2014}",
        "decisions/2013-01": "{result: 限期整改, studios: [{studio: a}]}",
    }
    assert [union.outstanding for texts in (stale, judged) for union in report(joined(texts), 2013).unions] == [
        False,
        True,
    ]
    (union,) = report(joined({**stale, "site": SITE.format("2017")}), 2013).unions
    assert union.outstanding


@pytest.mark.parametrize(
    ("as_of", "year"),
    [("2015", 2015), ("2015-12", 2015), ("2015-12-01", 2015), ("2015-11-30", 2014), ("2015-01", 2014)],
)
def test_the_year_that_is_asked_for_by_default(as_of: str, year: int) -> None:
    assert report(joined({"site": SITE.format(as_of), "north/a": "{}"})).year == year


@pytest.mark.parametrize(
    ("profile", "last", "stale"),
    [
        ("{}", "2013", False),
        ("{}", "2012", True),
        ("{founded: 2013}", None, False),
        ("{founded: 2012}", None, True),
        ("{}", None, True),
        ("{founded: 2015}", "2012", True),
    ],
)
def test_two_years_without_a_record_are_not_too_many_and_three_are(
    profile: str, last: str | None, *, stale: bool
) -> None:
    texts = {
        "site": SITE.format("2015-06"),
        "north/a": profile,
        **({f"north/a/{last}": "{}", "north/a/2010": "{}"} if last else {}),
    }
    registry = joined(texts)
    (union,) = report(registry).unions
    assert [studio.id for studio in union.stale] == (["a"] if stale else [])
    assert last_year(registry.studios[0]) == (int(last) if last else None)
