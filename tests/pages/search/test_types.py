"""The theme's scripts are typed, small, and ask nothing of the page that a strict policy would refuse."""

import gzip
import json
import re
import subprocess
from pathlib import Path

import pytest

from laomo.pages.emitters.scripts import FILES, LATE, bundle
from tests.conftest import ROOT

TESTS = ROOT / "tests"
SOURCES = ROOT / "theme/scripts"
SCRIPTS = sorted(SOURCES.glob("*/*.js"))
OTHERS = sorted((ROOT / "theme").glob("o*/assets/javascripts/*.js"))


@pytest.fixture(scope="module")
def tsc(npm_packages: Path) -> list[str]:
    return [str(npm_packages / ".bin/tsc")]


def test_the_scripts_keep_their_types(tsc: list[str]) -> None:
    run = subprocess.run([*tsc, "-p", TESTS], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout


def test_the_check_would_see_a_slip(tsc: list[str], tmp_path: Path) -> None:
    options = json.loads((TESTS / "tsconfig.json").read_text(encoding="utf-8"))
    (tmp_path / "a.js").write_text('/** @param {number} n */\nconst twice = (n) => n * 2;\ntwice("x");\n')
    (tmp_path / "tsconfig.json").write_text(json.dumps({**options, "lib": ["ES2022"], "include": ["a.js"]}))
    assert subprocess.run([*tsc, "-p", tmp_path], capture_output=True, check=False).returncode != 0


def test_what_a_use_loads_is_small() -> None:
    sizes = {name: len(gzip.compress(bundle(name).encode(), 6)) for name in (*FILES, *LATE)}
    every = sizes["site"]
    assert every < 2_700, "what every page loads"
    # in both 500 bytes tell what is said plainly, which needs no meanings, from what is sought by everyday words;
    # 400 bytes offer ways into the directory, and let half a word load no meanings; 50 keep equal hits in few files;
    # 50 keep a problem that a studio mentions from all its achievements
    assert every + sizes["search-suggest"] < 12_400, sizes
    assert every + sizes["search-browse"] + sizes["search-directory"] < 11_200, sizes
    assert every + sizes["search-page"] < 13_950, sizes
    # 1,200 bytes rank what is meant by things, rarity and trades, and load a part of the words; 120 let a long question load one
    # file of words, and know by a title (老师) whether only a name is asked for; 600 say which thing and problem no record tells of
    # together, and let words of the hall itself (全市, 工作室) hide no other; 400 read trades in every
    # reading of theirs, by syllables too, and put first what has a character of the question with its neighbour (漏光);
    # 80 let a rare word of a title stand before a problem of which everybody tells (花蛤坏了); 200 pass over English words that say
    # nothing (stuck in the lift), and keep help for publishers from what is only like the question
    assert sizes["search/meaning"] < 13_660, (
        "more, when nothing is found word for word, or a question states conditions"
    )
    assert sizes["search/ways"] < 2_100, "more, for the conditions that are meant, and when nothing is found"
    assert sizes["search/facets"] < 2_400, "more, beside the first results"


def test_every_module_is_used_and_none_is_long() -> None:
    assert {module for modules in [*FILES.values(), *LATE.values()] for module in modules} == {
        script.relative_to(SOURCES).with_suffix("").as_posix() for script in SCRIPTS
    }
    assert [script.name for script in SCRIPTS if script.read_text(encoding="utf-8").count("\n") > 200] == []


@pytest.mark.parametrize("script", [*SCRIPTS, *OTHERS], ids=lambda script: script.name)
def test_no_markup_is_made_of_text(script: Path) -> None:
    source = script.read_text(encoding="utf-8")
    assert not re.search(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|https?://", source
    )


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_no_template_stands_within_a_template(script: Path) -> None:
    """The minifier takes the inner one for the end of the outer one, and drops spaces that readers see."""
    assert not re.search(r"\$\{[^}`]*`", script.read_text(encoding="utf-8"))


def test_the_lock_names_no_place() -> None:
    lock = (TESTS / "package-lock.json").read_text(encoding="utf-8")
    assert "resolved" not in lock
    assert "://" not in lock
