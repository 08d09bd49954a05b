"""`--lang en` says nothing in Chinese but what it quotes."""

import re
from pathlib import Path

import pytest

from tests.cli.command import laomo
from tests.conftest import edit

CASES = sorted((Path(__file__).parents[1] / "checks" / "cases").glob("*.yml"))
QUOTED = re.compile(r"“[^“”]*”|`[^`]*`|\"[^\"]*\"")
CHINESE = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")


@pytest.mark.parametrize("case", CASES, ids=[case.stem for case in CASES])
def test_a_check_quotes_chinese_and_says_none(case: Path, site: Path) -> None:
    text = case.read_text(encoding="utf-8")
    target = site / text.split("\n", 1)[0].removeprefix("# path: ")
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")
    run = laomo("--lang", "en", "check", "--root", site)
    lines = [QUOTED.sub("", line) for line in run.stdout.splitlines()]
    assert lines
    assert [line for line in lines if CHINESE.search(line)] == []


def test_a_report_quotes_chinese_and_says_none(site: Path) -> None:
    edit(site / "studios/north/weld/studio.yml", "founded: 2012", "founded: 2012-03")
    run = laomo("--lang", "en", "report", "--root", site, "--year", "2013")
    lines = run.stdout.splitlines()
    assert lines[0] == "Annual reports of 2013 (internal, not for publication; data as of 2025-12-31)"
    assert "  no annual record for 2013 (1)" in lines
    assert "    “北区焊接技能大师工作室” (north/weld): “有制度”, “有项目”" in lines
    assert [line for line in lines if CHINESE.search(QUOTED.sub("", line))] == []
