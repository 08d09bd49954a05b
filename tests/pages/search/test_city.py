"""A table of questions to the sample city, answered by the site's own scripts."""

from pathlib import Path

from tests.pages.search.answers import ask

LINES = (Path(__file__).parent / "city.txt").read_text(encoding="utf-8").splitlines()
TABLE = [tuple(line.split(" → ")) for line in LINES if line and not line.startswith("#")]


def test_the_table_is_answered(city_site: Path) -> None:
    assert len(TABLE) >= 150
    assert sum(line.startswith("## ") for line in LINES) >= 13
    answers = ask(city_site / "search", [text for text, _ in TABLE])
    wrong = [
        f"{text} → {expected}, but {answer.urls[:1]} ({''.join(answer.notes)})"
        for (text, expected), answer in zip(TABLE, answers, strict=True)
        if not answer.urls or not answer.urls[0].startswith(expected)
    ]
    assert wrong == []
