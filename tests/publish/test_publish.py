"""Kills, full disks and concurrent builds: readers always see the old site or the new one, and the next run succeeds."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from laomo import pipeline
from laomo.cli import laomo
from laomo.project import Project
from laomo.publish import releases, swap
from laomo.system import edition
from laomo.system.lock import exclusive_lock
from tests.conftest import ROOT, edit, tree
from tests.publish.watching import watched
from tests.security.fence import fenced
from tests.security.table import Score

LAOMO = Path(sys.executable).with_name("laomo")
KILLS = int(os.environ.get("LAOMO_KILLS", "12"))
"""Number of kills; `make attack` sets fifty. Each takes a second."""


def test_a_build_killed_at_any_moment_leaves_a_whole_site(site: Path, score: Score, say: Callable[[str], None]) -> None:
    command = [sys.executable, "-m", "tests.publish.killing", str(site), str(KILLS)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=100 + 20 * KILLS)
    assert run.returncode == 0, run.stderr
    survived, helped = map(int, run.stdout.split())
    score("kills at random moments", KILLS, KILLS - survived)
    say(f"kills survived {survived}/{KILLS}")
    assert (survived, helped) == (KILLS, 0)


def folders(place: Path) -> tuple[Path, Path]:
    for name in ("a", "b"):
        (place / name).mkdir()
        (place / name / "index.html").write_text(name, encoding="utf-8")
    return place / "a", place / "b"


@pytest.mark.parametrize(
    ("way", "page", "turns"), [(swap.publish, "index.html", 500), (releases.release, "current/index.html", 200)]
)
def test_there_is_no_moment_without_a_site(
    tmp_path: Path, score: Score, way: Callable[[Path, Path], object], page: str, turns: int
) -> None:
    one, other = folders(tmp_path)
    out = tmp_path / "site"
    way(one, out)
    with watched(out / page, tmp_path) as reader:
        for turn in range(turns):
            way(other if turn % 2 == 0 else one, out)
            reader.wait_for_reader()
    score("swaps watched by a reader", turns, reader.missed)
    assert (reader.missed, reader.seen > turns) == (0, True)


def test_of_the_site_before_only_what_is_still_shown_stays(tmp_path: Path) -> None:
    one, other = folders(tmp_path)
    for folder in (one, other):
        (folder / "news").mkdir()
    (one / "news/shared.html").write_text("shared", encoding="utf-8")
    (one / "news/gone.html").write_text("gone", encoding="utf-8")
    (other / "news/shared.html").hardlink_to(one / "news/shared.html")
    swap.publish(one, tmp_path / "site")
    swap.publish(other, tmp_path / "site")
    assert tree(tmp_path / "site") == tree(other)
    assert tree(tmp_path / ".site.old") == {"news/shared.html": b"shared"}


def test_the_site_before_the_last_becomes_the_next(tmp_path: Path) -> None:
    one, other = folders(tmp_path)
    (one / "kept.txt").write_text("kept", encoding="utf-8")
    (other / "index.html").rename(other / "kept.txt")  # one file that changes, and one that is deleted
    (other / "news").mkdir()
    (other / "news/index.html").write_text("news", encoding="utf-8")
    for finished in (one, other, other, one, one, other):
        swap.publish(finished, tmp_path / "site")
        assert tree(tmp_path / "site") == tree(finished)
        assert (tmp_path / "site/kept.txt").samefile(finished / "kept.txt")
    assert {path.name for path in tmp_path.iterdir()} == {"a", "b", "site", ".site.old", ".site.lock"}


def _half_way(place: Path, _: Path) -> None:
    (place / "index.html").mkdir(parents=True)
    (place / "index.html/stray.txt").write_text("stray", encoding="utf-8")
    (place / "pages").write_text("a file where a folder belongs", encoding="utf-8")


def _link(place: Path, elsewhere: Path) -> None:
    place.symlink_to(elsewhere, target_is_directory=True)


def _file(place: Path, _: Path) -> None:
    place.write_text("a file", encoding="utf-8")


@pytest.mark.parametrize("left", [_half_way, _link, _file])
def test_what_a_stopped_build_left_does_no_harm(tmp_path: Path, left: Callable[[Path, Path], None]) -> None:
    one, elsewhere = folders(tmp_path)
    (one / "pages").mkdir()
    (one / "pages/index.html").write_text("page", encoding="utf-8")
    for name in (".site.new", ".site.old"):
        left(tmp_path / name, elsewhere)
    swap.publish(one, tmp_path / "site")
    assert tree(tmp_path / "site") == tree(one)
    assert tree(elsewhere) == {"index.html": b"b"}


@pytest.fixture(params=["small disk", "room"])
def full(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[tuple[Path, str]]:
    """A real disk of 3 MB, nearly full, if this user may mount one; else a limit at which the kernel reports a full disk."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", place]
    if request.param == "room" or subprocess.run(mount, capture_output=True, check=False).returncode:
        yield place, "room"
        return
    (place / "filler").write_bytes(bytes(2_500_000))
    yield place, "nothing"
    subprocess.run(["umount", place], check=True)


def test_a_disk_that_fills_up_leaves_the_site_and_room_to_try_again(site: Path, full: tuple[Path, str]) -> None:
    place, fence = full
    out = place / "site"
    out.mkdir()
    (out / "index.html").write_text("old", encoding="utf-8")
    edition.mark(out, "")
    run = fenced(fence, LAOMO, "--lang", "zh", "build", "--root", site, "--out", out)
    assert run.returncode == 1, run.stderr
    assert "写不进去" in run.stdout
    assert "磁盘满了" in run.stdout
    assert ".site.new" in run.stdout, "the folder that was to become the site"
    assert tree(out) == {"index.html": b"old"}
    assert not (place / ".site.new").exists()


def test_nothing_is_swapped_in_that_the_disk_does_not_have(site: Path, tmp_path: Path, score: Score) -> None:
    """After a power cut, readers see the old site or the new one, never one with empty files."""
    out = tmp_path / "out"
    pipeline.build(Project(site), out)
    assert releases.release(out, tmp_path / "www").number == "0001"
    before, released = tree(out), tree(tmp_path / "www")
    edit(site / "studios/site.yml", "演示数据", "演示站")
    (tmp_path / "new").mkdir()
    (tmp_path / "new/index.html").write_text("new", encoding="utf-8")
    commands = (["build", "--root", site, "--out", out], ["publish", tmp_path / "www", "--site", tmp_path / "new"])
    for command in commands:
        run = fenced("flush", LAOMO, "--lang", "zh", *command)
        assert run.returncode == 1, run.stderr
        assert "写不进" in run.stdout + run.stderr
    harmed = int(tree(out) != before) + int(tree(tmp_path / "www") != released)
    score("sites swapped in that the disk does not have", 2, harmed)
    assert harmed == 0


def published(*arguments: str | Path) -> Result:
    """Run the command in this process."""
    return CliRunner().invoke(laomo, ["--lang", "zh", "publish", *map(str, arguments)])


def test_releases_follow_one_another_and_can_be_gone_back_to(site: Path, tmp_path: Path) -> None:
    place = tmp_path / "www"
    assert published(place, "--root", site).exit_code == 2
    assert published(place, "--rollback").exit_code == 2
    assert not place.exists()
    pipeline.build(Project(site), site / "site")
    first = tree(site / "site")
    assert published(place, "--root", site).exit_code == 0
    edit(site / "studios/site.yml", "演示数据", "演示站")
    pipeline.build(Project(site), site / "site")
    second = tree(site / "site")
    run = published(place, "--root", site)
    assert "第 0002 版" in run.stdout
    assert (place / "current").readlink() == Path("releases/0002")
    assert tree(place / "current") == second != first
    assert "第 0001 版" in published(place, "--rollback").stdout
    assert tree(place / "current") == first
    assert "没有更早的版本" in published(place, "--rollback").stderr
    assert tree(place / "current") == first


def test_of_two_that_publish_to_one_place_the_second_is_told(tmp_path: Path) -> None:
    one, _ = folders(tmp_path)
    with exclusive_lock(tmp_path / "www/.lock"):  # a process is not blocked by its own lock
        command = [LAOMO, "--lang", "zh", "publish", tmp_path / "www", "--site", one]
        run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 1
    assert "另一个程序正在往" in run.stderr
    assert not (tmp_path / "www/current").exists()


def test_what_a_killed_release_left_is_no_release(site: Path, tmp_path: Path) -> None:
    (site / "site").mkdir()
    (site / "site/index.html").write_text("whole", encoding="utf-8")
    place = tmp_path / "www"
    (place / "releases/.new").mkdir(parents=True)
    (place / "releases/.new/half").write_text("half", encoding="utf-8")
    (place / ".current.new").symlink_to("releases/nowhere")
    for number in range(1, 9):
        assert releases.release(site / "site", place).number == f"{number:04d}"
        assert tree(place / "current") == {"index.html": b"whole"}
        assert (place / "current").readlink() == Path(f"releases/{number:04d}")
    assert sorted(path.name for path in (place / "releases").iterdir()) == ["0004", "0005", "0006", "0007", "0008"]
