"""What readers see uses the terms of unions (`vocabulary.TERMS`), and none of the words that they replace."""

import re
from pathlib import Path

import pytest

from laomo.records.models import vocabulary
from laomo.records.models.year import AchievementRecord, BenefitRecord
from laomo.registry.honour_kinds import best_honour
from tests.conftest import ROOT
from tests.registry.joined import joined

SHOWN = [
    *(ROOT / "theme/templates").rglob("*.*"),
    *(ROOT / "theme/scripts").rglob("*.js"),
    *(ROOT / "content").rglob("*.md"),
    ROOT / "mkdocs.yml",
    ROOT / "README.zh-CN.md",
]
AVOIDED = [word for _, words in vocabulary.TERMS.values() for word in words if len(word) > 1]
STUDIOS_BY_ANOTHER_WORD = re.compile(r"[\d}一两几每各这那]\s*[间所](?:创新)?工作室|(?:b>|}})\s*间")


def _lines(words: re.Pattern[str]) -> list[str]:
    return [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:80]}"
        for path in SHOWN
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if words.search(line)
    ]


@pytest.mark.parametrize("word", AVOIDED)
def test_no_page_uses_a_word_that_a_term_replaces(word: str) -> None:
    assert _lines(re.compile(word)) == []


def test_studios_are_counted_with_one_word() -> None:
    assert _lines(STUDIOS_BY_ANOTHER_WORD) == []
    for text in ("100间工作室", "<b>3</b> 间", "{{ total }} 间", "一所工作室"):
        assert STUDIOS_BY_ANOTHER_WORD.search(text), text


def _result(kind: str, state: str) -> AchievementRecord:
    return AchievementRecord.model_validate(
        {"id": "a", "title": "甲", "kind": kind, "disclosure": "可公开", "ip": {"state": state}}
    )


@pytest.mark.parametrize(
    ("kind", "state", "shown"),
    [
        ("软件著作权", "授权", "登记"),
        ("软件著作权", "登记", "登记"),
        ("软件著作权", "申请", "申请"),
        ("发明专利", "授权", "授权"),
        ("外观设计专利", "失效", "失效"),
    ],
)
def test_the_copyright_of_software_is_registered(kind: str, state: str, shown: str) -> None:
    assert _result(kind, state).ip_state == shown


@pytest.mark.parametrize(
    ("amount", "is_money"),
    [("12万元", True), ("800余万元", True), ("数千万元", True), ("3元/件", True), ("1200小时", False), (None, False)],
)
def test_only_money_is_called_an_economic_benefit(amount: str | None, is_money: bool) -> None:
    said = {"kind": "成本", **({"amount": amount} if amount else {})}
    assert BenefitRecord.model_validate(said).is_money is is_money


@pytest.mark.parametrize(
    ("honours", "best"),
    [
        ("{name: 全国技术能手, level: 全国}, {name: 甲市劳动模范, level: 市级}", "甲市劳动模范"),
        ("{name: 甲省五一劳动奖章, level: 省级}, {name: 甲省先进工作者, level: 省级}", "甲省先进工作者"),
        ("{name: 甲省五一劳动奖章, level: 省级}, {name: 甲市劳动模范, level: 市级}", "甲省五一劳动奖章"),
        ("{name: 甲厂劳动模范, level: 企业级}, {name: 甲市技术能手, level: 市级}", "甲市技术能手"),
        ("{name: 甲市技术能手, level: 市级}, {name: 乙市工匠, level: 市级}", "甲市技术能手"),
    ],
)
def test_a_model_worker_is_introduced_as_one_first(honours: str, best: str) -> None:
    (studio,) = joined({"north/a": f"leaders: [{{name: 甲一, honours: [{honours}]}}]"}).studios
    assert best_honour(studio.leaders[0]) == best


def test_the_page_names_the_source_of_the_spirit() -> None:
    spirit = Path(ROOT / "content/spirit/index.md").read_text(encoding="utf-8")
    assert "、".join(vocabulary.MODEL_WORKER_SPIRIT) in spirit
    assert vocabulary.SPIRIT_SOURCE in spirit
