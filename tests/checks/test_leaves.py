"""Values of a record by field or type, with their places."""

from laomo.checks.leaves import leaves
from laomo.records import models
from laomo.records.models import PartialDate
from tests.registry.joined import joined


def test_values_by_type_by_field_and_by_both() -> None:
    texts = {
        "north/a": "{founded: 2012, name: 甲, rules: [{name: 乙}, {name: 丙, year: 2013}], team: {total: 3, by_grade: {技师: 3}}, leaders: [{name: 丁一, honours: [{name: 奖}], end: 2013-05}]}",
    }
    (studio,) = joined(texts).studios
    record = studio.unredacted
    assert leaves(record, frozenset({"year"})) == [
        (("leaders", 0, "honours", 0, "year"), 2013),
        (("rules", 1, "year"), 2013),
    ]
    assert leaves(record, frozenset(), PartialDate) == [
        (("leaders", 0, "end"), PartialDate(2013, 5)),
        (("founded",), PartialDate(2012)),
    ]
    assert leaves(record, frozenset({"year", "total"}), PartialDate) == [
        (("leaders", 0, "end"), PartialDate(year=2013, month=5, day=0)),
        (("leaders", 0, "honours", 0, "year"), 2013),
        (("founded",), PartialDate(year=2012, month=0, day=0)),
        (("rules", 1, "year"), 2013),
        (("team", "total"), 3),
    ]
    assert leaves(record.team, frozenset(), int) == [(("total",), 3), (("by_grade", "技师"), 3)]
    assert leaves(record, frozenset({"rules"})) == []
    assert leaves(
        models.UnionsRecord(unions=(models.UnionRecord(id="a", name="甲", kind="区工会"),)), frozenset({"parent", "id"})
    ) == [(("unions", 0, "id"), "a")]
