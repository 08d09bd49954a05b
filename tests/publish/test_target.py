"""Where a site may be published, and what is kept: no foreign file is deleted, and nothing of withdrawn people is kept."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from laomo import pipeline
from laomo.problems.errors import BuildFailed
from laomo.project import Project
from laomo.publish import releases, swap
from tests.cli.command import LAOMO, laomo
from tests.conftest import edit, tree

ROUNDS = int(os.environ.get("LAOMO_KILLS", "12"))
"""Number of rounds; `make attack` sets fifty."""


def refused(site: Path, out: Path) -> str:
    with pytest.raises(BuildFailed) as caught:
        pipeline.build(Project(site), out)
    (problem,) = caught.value.problems
    assert problem.path == str(out)
    return problem.code


@pytest.mark.parametrize(
    "place",
    [
        "",
        "..",
        "studios",
        "studios/north",
        "studios/new",
        "content",
        "content/about",
        "theme",
        ".build",
        ".git",
        "schemas/x",
    ],
)
def test_a_site_is_not_put_where_it_comes_from(site: Path, place: str) -> None:
    (site / ".git").mkdir()
    before = tree(site)
    assert refused(site, site / place) == "target-source"
    assert tree(site) == before


def test_a_link_to_where_it_comes_from_is_no_way_in(site: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(site / "studios")
    before = tree(site)
    assert refused(site, tmp_path / "link") == "target-source"
    assert refused(site, tmp_path / "link/north") == "target-source"
    assert tree(site) == before


def test_a_web_root_with_other_things_in_it_is_left_alone(site: Path, tmp_path: Path) -> None:
    root = tmp_path / "html"
    (root / "photos").mkdir(parents=True)
    (root / "photos/1.jpg").write_bytes(b"1")
    (root / "index.html").write_text("somebody's", encoding="utf-8")
    assert refused(site, root) == "target-taken"
    run = laomo("build", "--root", site, "--out", root)
    assert run.returncode == 1
    assert "index.html、photos/1.jpg" in run.stdout
    assert tree(root) == {"photos/1.jpg": b"1", "index.html": b"somebody's"}
    assert list(tmp_path.glob(".html*")) == []


def test_what_somebody_adds_to_a_published_site_stays(built: Path) -> None:
    out = built / "site"
    (out / "verification.txt").write_text("mine", encoding="utf-8")
    assert refused(built, out) == "target-taken"
    assert (out / "verification.txt").read_text(encoding="utf-8") == "mine"
    (out / "verification.txt").unlink()
    pipeline.build(Project(built), out)


def test_an_empty_folder_is_taken_and_a_copy_of_an_edition_too(built: Path, tmp_path: Path) -> None:
    out = tmp_path / "public"
    out.mkdir()
    pipeline.build(Project(built), out)
    shutil.copytree(out, tmp_path / "copy")
    pipeline.build(Project(built), tmp_path / "copy")
    assert tree(out) == tree(tmp_path / "copy")


def test_a_link_stays_and_the_folder_behind_it_changes(site: Path, tmp_path: Path) -> None:
    live, out = tmp_path / "live", tmp_path / "www"
    out.symlink_to(live)
    pipeline.build(Project(site), out)
    before = tree(live)
    edit(site / "studios/site.yml", "演示数据", "演示站")
    pipeline.build(Project(site), out)
    assert out.is_symlink()
    assert tree(live) == tree(out) != before


MIXED = """
import sys
from pathlib import Path
from laomo.publish import swap, target
finished, out, rounds = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
for _ in range(rounds):
    try:
        swap.publish(finished, out)
    except target.TargetRefused as busy:
        assert busy.code == "target-busy", busy.code
"""


def test_two_clones_that_publish_to_one_place_never_mix(tmp_path: Path) -> None:
    editions = {}
    for name in ("a", "b"):
        (tmp_path / name / "pages").mkdir(parents=True)
        for number in range(60):
            (tmp_path / name / "pages" / f"{number % 50 if name == 'a' else number}.html").write_text(
                name, encoding="utf-8"
            )
        editions[name] = tree(tmp_path / name)
    for _ in range(ROUNDS):
        commands = [
            [sys.executable, "-c", MIXED, str(tmp_path / name), str(tmp_path / "out"), "20"] for name in editions
        ]
        both = [subprocess.Popen(command, stderr=subprocess.PIPE, text=True) for command in commands]
        assert [(run.communicate()[1], run.returncode) for run in both] == [("", 0), ("", 0)]
        assert tree(tmp_path / "out") in editions.values()


@pytest.fixture
def strict_umask() -> Iterator[None]:
    before = os.umask(0o077)
    yield
    os.umask(before)


@pytest.mark.usefixtures("strict_umask")
def test_a_web_server_may_read_what_is_published(site: Path, tmp_path: Path) -> None:
    pipeline.build(Project(site), site / "site")
    releases.release(site / "site", tmp_path / "www")
    for place in (site / "site", tmp_path / "www/current"):
        for path in [place.resolve(), *place.resolve().rglob("*")]:
            assert path.stat().st_mode & 0o777 == (0o755 if path.is_dir() else 0o644), path


def bearing(folder: Path, text: str) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file() and text.encode() in path.read_bytes()]


def withdraw(site: Path) -> str:
    """Let the leader of the welders withdraw. Returns the name that must disappear."""
    edit(site / "studios/north/weld/studio.yml", "{name: 方二铁,", "{name: 方二铁, withdrawn: 2025-05-01,")
    return "方二铁"


def test_after_a_withdrawal_no_copy_with_the_name_stays(site: Path, tmp_path: Path) -> None:
    www = tmp_path / "www"
    for turn in ("演示数据", "演示站", "演示站点"):
        edit(site / "studios/site.yml", "演示", turn.removesuffix("数据"))
        pipeline.build(Project(site), site / "site", without_server=site.parent / "stick")
        assert laomo("publish", www, "--root", site).returncode == 0
    name = withdraw(site)
    assert bearing(site / "site", name)
    pipeline.build(Project(site), site / "site", without_server=site.parent / "stick")
    run = laomo("publish", www, "--root", site)
    assert "已删除旧版 0001、0002、0003" in run.stdout
    for folder in (site / "site", site / ".site.old", site.parent / "stick", site.parent / ".stick.old", www):
        assert bearing(folder, name) == []
    run = laomo("publish", www, "--rollback")
    assert run.returncode == 2
    assert "没有更早的版本" in run.stderr


def test_releases_of_another_program_are_left_alone(site: Path, tmp_path: Path) -> None:
    place = tmp_path / "www"
    for number in range(8):
        (place / f"releases/2026010{number}").mkdir(parents=True)
        (place / f"releases/2026010{number}/app.rb").write_text("app", encoding="utf-8")
    before = tree(place)
    (site / "site").mkdir()
    (site / "site/index.html").write_text("site", encoding="utf-8")
    run = laomo("publish", place, "--root", site)
    assert run.returncode == 2
    assert "别的程序的 releases" in run.stderr
    assert tree(place) == before


def test_a_site_is_not_published_into_itself(site: Path) -> None:
    (site / "site").mkdir()
    (site / "site/index.html").write_text("site", encoding="utf-8")
    for place in (site / "site", site / "site/www"):
        run = subprocess.run(
            [LAOMO, "--lang", "zh", "publish", place, "--root", site], capture_output=True, text=True, check=False
        )
        assert run.returncode == 1
        assert "网站不能放在这里" in run.stderr
    assert tree(site / "site") == {"index.html": b"site"}
    swap.publish(site / "site", site / "out")
