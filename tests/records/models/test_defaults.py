"""What a record says where its file says nothing: never a fact about a studio or a person. And what records work out from their fields."""

from typing import Any

import pytest
from pydantic import ValidationError

from laomo.records import layout
from laomo.records.models import Footer, Honour, Leader, OwnersRecord, PartialDate, Record
from laomo.records.models.studio import Link
from tests.records.models.test_placeholders import models


def defaults() -> dict[tuple[str, str], Any]:
    """Every default that is neither None nor an empty list, by record and field."""
    known = {model for kind in layout.KINDS.values() for model in models(kind.model)}
    fields = ((model, name, info) for model in known for name, info in model.model_fields.items())
    optional = ((model, name, info) for model, name, info in fields if not info.is_required())
    said = (
        (model.__name__, name, info.get_default(call_default_factory=True, validated_data={}))
        for model, name, info in optional
    )
    return {(owner, name): value for owner, name, value in said if value is not None and value != ()}


def test_only_these_fields_say_something_by_default() -> None:
    kinds = ("Studio", "Year", "Decision", "Notice", "Target", "Standard", "Event", "Inspection")
    samples = [f"{name}Record" for name in kinds] + ["Alliance"]
    assert defaults() == {
        **{(owner, "sample"): False for owner in samples},
        ("SiteRecord", "form"): False,
        ("SiteRecord", "format"): 1,
        ("SiteRecord", "footer"): Footer(),
        ("Leader", "role"): "领衔人",
        ("StudioRecord", "status"): "正常",
        ("Honour", "status"): "有效",
        ("Government", "columns"): {},
        ("OwnersRecord", "unions"): {},
        ("VocabularyRecord", "industries"): {},
        ("VocabularyRecord", "regions"): {},
        ("VocabularyRecord", "also_called"): {},
    }
    assert {name: value for name, value in Footer() if value is not None} == {}


def test_a_record_stays_as_it_was_read() -> None:
    owners = OwnersRecord.model_validate({"stewards": [" a "]})
    assert owners.stewards == ("a",)
    with pytest.raises(ValidationError):
        owners.stewards = ("b",)  # type: ignore[misc]
    with pytest.raises(ValidationError):
        Record.model_validate({"x": "1"})
    assert owners.model_fields_set is Footer(host="x").model_fields_set
    assert owners.model_fields_set == set()


def honour(status: str) -> Honour:
    return Honour.model_validate({"name": "甲奖", "level": "市级", "year": "2013", "status": status})


@pytest.mark.parametrize(
    ("states", "withdrawn", "published"),
    [
        ([], None, True),
        (["有效"], None, True),
        (["撤销"], None, False),
        (["撤销", "有效"], None, True),
        (["撤销", "撤销"], None, False),
        (["有效"], "2013", False),
        ([], "2013", False),
    ],
)
def test_who_is_published(states: list[str], withdrawn: str | None, *, published: bool) -> None:
    leader = Leader.model_validate({"name": "甲某", "honours": map(honour, states), "withdrawn": withdrawn})
    assert leader.published is published


@pytest.mark.parametrize("address", ["https://v.example.org", "https://v.example.org/a?b#c", "https://v.example.org?b"])
def test_the_host_of_a_link(address: str) -> None:
    assert Link.model_validate({"title": "甲乙", "kind": "视频", "address": address}).host == "v.example.org"


DATES = [PartialDate(*parts) for parts in [(2012, 12, 31), (2013,), (2013, 5), (2013, 5, 31), (2013, 6), (2013, 6, 1)]]


def test_dates_sort_with_unknown_parts_first() -> None:
    assert sorted(DATES[3:] + DATES[:3]) == DATES


def test_which_dates_are_surely_before_which() -> None:
    before = [[DATES.index(other) for other in DATES if date.surely_before(other)] for date in DATES]
    assert before == [[1, 2, 3, 4, 5], [], [4, 5], [4, 5], [], []]
