"""Personal numbers stop the build, however they are spaced; look-alikes do not; and no message prints one."""

from pathlib import Path

import pytest

from laomo import diagnostics, personal, pipeline
from laomo.pipeline import Project

# an identity number of nobody: an unused region of a province, a check digit that fits
IDENTITY = next(n for n in (f"11019919000101001{digit}" for digit in "0123456789X") if personal.is_identity_number(n))
OTHER = IDENTITY[:-1] + ("1" if IDENTITY[-1] != "1" else "2")
CARD = "6222020000000000000"
CARD = next(CARD[:-1] + str(d) for d in range(10) if personal.luhn(CARD[:-1] + str(d)))

CAUGHT = [
    (IDENTITY, "personal-identity"),
    (f"{IDENTITY[:6]} {IDENTITY[6:14]} {IDENTITY[14:]}", "personal-identity"),
    ("-".join([IDENTITY[:6], IDENTITY[6:14], IDENTITY[14:]]), "personal-identity"),
    (IDENTITY.translate(str.maketrans("0123456789", "０１２３４５６７８９")), "personal-identity"),
    ("\u200b".join(IDENTITY), "personal-identity"),
    (f"身份证号：{IDENTITY}。", "personal-identity"),
    ("13800138000", "personal-mobile"),
    ("138 0013 8000", "personal-mobile"),
    ("电话138-0013-8000转", "personal-mobile"),
    (CARD, "personal-card"),
    (" ".join(CARD[i : i + 4] for i in range(0, 19, 4)), "personal-card"),
    ("someone@example.org", "personal-mail"),
    ("someone＠example．org", "personal-mail"),
]
HARMLESS = [
    "ZL201310123456.7",
    "示例专利2024-0017",
    "91350200MA2XN0YK1A",
    "0592-5881234",
    "12351",
    "2013-06-01 至 2013-12-31",
    "厦工办〔2013〕6号",
    OTHER,
    "1101**********0014",
    "共 100 间、66 间、458 项",
    "20131224083015001",
]


@pytest.mark.parametrize(("text", "code"), CAUGHT)
def test_personal_numbers_are_found(text: str, code: str) -> None:
    assert [fault.code for fault in personal.find(f"第一行\n备注 {text}")] == [code]


@pytest.mark.parametrize("text", HARMLESS)
def test_look_alikes_are_not(text: str) -> None:
    assert list(personal.find(text)) == []


@pytest.mark.parametrize("place", ["studios/north/weld/studio.yml", "content/about/index.md"])
@pytest.mark.parametrize("comment", ["", "# "])
def test_one_in_a_record_or_a_page_stops_the_build_and_is_never_printed(site: Path, place: str, comment: str) -> None:
    file = site / place
    text = file.read_text(encoding="utf-8")
    addition = f"{comment}slogan: 联系 13800138000" if place.endswith("yml") else f"{comment}联系 13800138000"
    file.write_text(f"{text}\n{addition}\n", encoding="utf-8")
    checked = pipeline.check(Project(site))
    assert not checked.sound
    (problem,) = checked.problems
    assert (problem.path, problem.line, problem.code) == (place, text.count("\n") + 2, "personal-mobile")
    for shape in diagnostics.FORMATS.values():
        assert "13800138000" not in shape([problem], "zh")
