"""A province whose houses are on the web: one of them is down, one hostile, one behind. The others are gathered, built and found."""

import re
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from tests.cli.command import laomo
from tests.conftest import edit
from tests.pages.search.answers import ask
from tests.tools.gather.province import edit_edition, edit_unit, publish, tree
from tests.tools.gather.test_ways import serving

from laomo import pipeline
from laomo.project import Project

HOUSES = 7
DOWN, HOSTILE, BEHIND, CHANGED = "yunyu", "lanzhu", "tingyu", "hangchuan"


@pytest.fixture
def province(tmp_path: Path) -> Iterator[Path]:
    """The province of an invented demonstration, and beside it its cities, each on a server of its own."""
    assert laomo("demo", tmp_path / "all", "--houses", str(HOUSES), "--studios", str(2 * HOUSES)).returncode == 0
    listed = tmp_path / "all/province/studios/houses.yml"
    with ExitStack() as servers:
        for city in (folder for folder in sorted((tmp_path / "all").iterdir()) if folder.name != "province"):
            address, _ = servers.enter_context(serving(publish(city), "dated"))
            edit(listed, f"../{city.name}/site", address)
        yield tmp_path / "all/province"


def test_houses_that_fail_leave_the_province_whole(province: Path) -> None:
    cities, site = province.parent, province / "site"
    assert gathered(province).count("收下 2 个工作室") == HOUSES
    before = tree(province / "studios")
    pipeline.build(Project(province), site)
    published = tree(site)

    shutil.rmtree(cities / DOWN / ".build/pages")
    hostile = cities / HOSTILE / ".build/pages"
    unit = min(path.stem for path in (hostile / "data/house").glob("*.json"))
    edit_unit(hostile, unit, lambda facts: facts["studio"].update(name="<script>alert(1)</script>"))
    edit_edition(cities / BEHIND / ".build/pages", lambda facts: facts.update(as_of="2019-12-31"))
    profile = min((cities / CHANGED / "studios").rglob("studio.yml"))
    profile.write_text(re.sub("(?m)^slogan: .*", "slogan: 听一听潮声再下钩", profile.read_text("utf-8")), "utf-8")
    publish(cities / CHANGED)
    said = gathered(province)
    for house, code in {DOWN: "house-answer", HOSTILE: "house-malformed", BEHIND: "house-older"}.items():
        assert f"［{code}］" in said, house
    assert tree(site) == published, "only a build changes what readers see"
    after = tree(province / "studios")
    studio = f"{CHANGED}-{profile.parent.name}"
    assert {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)} == {
        f"{CHANGED}/house.yml",
        f"{CHANGED}/{studio}/studio.yml",
        f"{HOSTILE}/house.yml",
    }

    rendered = pipeline.build(Project(province), site).changed
    assert {url for url in rendered if re.match("studios/[a-z]+-[a-z-]+/$", url)} == {f"studios/{studio}/"}
    (found,) = ask(site / "search", ["听一听潮声"])
    assert found.urls[0] == f"studios/{studio}/"


def gathered(province: Path) -> str:
    return laomo("gather", "--root", province).stdout
