"""All that commands print, sentence by sentence and help by help, as approved.

After a change run `make approve`, and read each line of the difference as the clerk would who meets it for the first time.
"""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from laomo.cli import doctor
from laomo.cli.phrases import line
from laomo.problems.messages import Language
from laomo.tools.doctor import Diagnosis
from tests.cli.command import laomo
from tests.cli.test_commands import CODES, OPTIONS
from tests.cli.test_doctor_words import OTHERWISE
from tests.conftest import some
from tests.problems.test_catalogue import NEVER

APPROVED = Path(__file__).parent / "words.json"
LANGUAGES: tuple[Language, ...] = ("zh", "en")
NAMES = """
address after author before changed changes count counted day expected errors file files folder format heading host id label lines
name names new number numbers oldest option ours out pages path pictures place port problems program python record repository reported
robots rows schemas seconds server sheets since size source standard studio studios text union unreadable url value version warnings what year
last line note reason date as_of items unions advice amount title house added gone changed site kind parent known
"""
FACTS: dict[str, Any] = {
    **{name: f"<{name}>" for name in NAMES.split()},
    "reason": "disk-full",
    "date": "2025-06-30",
    "as_of": "2025-12",
    "items": ("甲", "乙"),
    "followed": ("关于限期整改的通知",),
    "unions": ("north", "北区工会", "city", "市总工会"),
}
MAY_BE_EMPTY = {
    "disk": "place",
    "report-studio": "note",
    "report-ordered": "number",
    "report-granted": "amount",
    "report-advice": "followed",
}


def approved(part: str, found: dict[str, list[str]]) -> dict[str, list[str]]:
    """The approved words of a part of the file; those that were found become them on `make approve`."""
    everything = json.loads(APPROVED.read_text("utf-8")) if APPROVED.exists() else {}
    if os.environ.get("LAOMO_APPROVE"):
        everything[part] = found
        APPROVED.write_text(json.dumps(everything, ensure_ascii=False, indent=1) + "\n", "utf-8")
    words: dict[str, list[str]] = everything[part]
    return words


def test_every_sentence_is_as_approved() -> None:
    found = {code: [line(code, language, **FACTS) for language in LANGUAGES] for code in CODES.split()}
    for code, name in MAY_BE_EMPTY.items():
        found[code] += [line(code, language, **{**FACTS, name: ""}) for language in LANGUAGES]
    assert found == approved("sentences", found)


def test_every_sentence_of_the_doctor_is_as_approved() -> None:
    found = {
        code: [doctor._sentence(Diagnosis(code, "missing", FACTS), language) for language in LANGUAGES]
        for code in OTHERWISE.split()
    }
    assert found == approved("doctor", found)


def test_every_help_is_as_approved(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("TERMINAL_WIDTH", raising=False)
    found = {
        name: laomo(*name.removeprefix("laomo").split(), "--help", lang="zh_CN.UTF-8").stdout.splitlines()
        for name in OPTIONS
    }
    assert found == approved("helps", found)


def test_no_command_uses_words_of_programs() -> None:
    said = [line(code, "zh", **FACTS) for code in CODES.split()]
    said += [doctor._sentence(Diagnosis(code, "missing", FACTS), "zh") for code in OTHERWISE.split()]
    assert [each for each in some(said) if NEVER.search(each) and "（档案的另一份）" not in each] == []
