"""The demonstration reads like the reports of many people: no two achievements in nearly the same words, no phrase in every record."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import pytest
import yaml
from tests.tools.demo import wording

from laomo.tools import demo

STUDIOS, SEED = 400, 2013
MOST_ALIKE = 0.6
MOST_RECORDS = 0.02


class Records(NamedTuple):
    """The sample's records as they are written."""

    profiles: Sequence[Mapping[str, Any]]
    years: Sequence[Mapping[str, Any]]


@pytest.fixture(scope="module")
def records() -> Records:
    files = [(path.name, content) for path, content in demo.generate(STUDIOS, SEED) if len(path.parts) == 4]
    read = [(name, yaml.load(content, yaml.CBaseLoader)) for name, content in files]  # noqa: S506 (strings only)
    return Records([r for name, r in read if name == "studio.yml"], [r for name, r in read if name != "studio.yml"])


def test_no_achievement_is_worded_like_another(records: Records) -> None:
    texts = [wording.wording(achievement) for year in records.years for achievement in year.get("achievements", ())]
    assert len(texts) > 3 * STUDIOS
    pairs = wording.alike([*texts, texts[0]], MOST_ALIKE)  # the first and its copy, and no others
    assert [(texts[each.one], texts[each.other % len(texts)]) for each in pairs] == [(texts[0], texts[0])]


@pytest.mark.parametrize("kind", Records._fields)
def test_no_phrase_stands_in_many_records(records: Records, kind: str) -> None:
    of_kind = getattr(records, kind)
    common = {p: n for p, n in wording.phrases(of_kind).items() if n > MOST_RECORDS * len(of_kind)}
    assert common == {}


def test_measure_of_likeness() -> None:
    one, other = "关门时有细沙卡住地坎，换了带刷的滑块", "关门时有细沙卡住地坎，改在门口铺垫子吸沙"
    far = "调度员按地图派单，先到的人先开门"
    assert wording.alike([one, one, far], 0.6) == [(1.0, 0, 1)]
    assert wording.alike([one, other, far], 0.6) == []
    assert [pair[1:] for pair in wording.alike([one, other, far], 0.5)] == [(0, 1)]
    assert wording.wording({"title": "甲", "effect": "由43小时到6.5小时"}) == "甲由0小时到0小时"


def test_measure_of_phrases() -> None:
    told = [
        {"title": "甲", "effect": "用时由43小时降到6小时，装置在泊川大厦试用", "owner": "泊川大厦"},
        {"title": "乙", "effect": "故障由18次降到2.5次"},
    ]
    counts = wording.phrases(told)
    assert counts["由某数降到某"] == 2
    assert not [phrase for phrase in counts if "泊川" in phrase]
    assert wording.phrases([{"name": "王敏劳模创新工作室", "kind": "实用新型专利", "title": "实用新型专利三项"}]) == {}
