"""今日一室: another studio every day, the same one all day."""

import html
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from laomo import pipeline


def of_today(root: Path, monkeypatch: pytest.MonkeyPatch, moment: str) -> tuple[str, str]:
    """Date and address of the studio of the day, on a site built at a moment (UTC)."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(datetime.fromisoformat(moment).replace(tzinfo=UTC).timestamp())))
    project = pipeline.Project(root)
    registry = pipeline.check(project).registry
    assert registry
    (home,) = (each for each in pipeline.generate(project, registry) if str(each.path) == "index.md")
    found = re.search(r'datetime="(.+?)".*?<h2 id="today"><a href="(.+?)"', home.data.decode(), re.DOTALL)
    assert found
    return html.unescape(found[1]), found[2]


def test_all_day_in_china_the_same_and_all_studios_in_their_turn(
    city_root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    morning = of_today(city_root, monkeypatch, "2026-03-01T16:00")
    assert morning[0] == "2026-03-02"
    assert of_today(city_root, monkeypatch, "2026-03-02T15:59") == morning
    assert of_today(city_root, monkeypatch, "2026-03-02T16:00")[0] == "2026-03-03"
    week = {of_today(city_root, monkeypatch, f"2026-03-{day:02}T08:00")[1] for day in range(1, 8)}
    assert len(week) >= 5
