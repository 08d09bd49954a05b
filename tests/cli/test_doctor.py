"""`laomo doctor`, and commands from any folder inside a site."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from laomo.cli import doctor
from laomo.system import heic
from tests.cli.command import laomo
from tests.conftest import some


def without_font(_: Path, patch: pytest.MonkeyPatch) -> None:
    patch.setenv("LAOMO_CARD_FONT", "")


def without_heic(_: Path, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(heic, "readable", lambda: False)


def without_programs(site: Path, patch: pytest.MonkeyPatch) -> None:
    patch.setenv("PATH", str(site))


def old_git(site: Path, patch: pytest.MonkeyPatch) -> None:
    program = site / "git"
    program.write_text("#!/bin/sh\necho git version 2.30.2\n", encoding="utf-8")
    program.chmod(0o755)
    patch.setenv("PATH", str(site))


def of_another_user(site: Path, patch: pytest.MonkeyPatch) -> None:
    subprocess.run(["git", "init", "--quiet", site], check=True)
    patch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")


def without_address(site: Path, _: pytest.MonkeyPatch) -> None:
    (site / "mkdocs.yml").write_text("site_name: x\n", encoding="utf-8")


def slow_clock(site: Path, _: pytest.MonkeyPatch) -> None:
    later = site.stat().st_mtime + 10 * 86_400
    os.utime(site / "studios/site.yml", (later, later))


def other_libraries(site: Path, _: pytest.MonkeyPatch) -> None:
    (site / "requirements.txt").write_text("click==1.0 \\\n    --hash=sha256:00\n", encoding="utf-8")


def other_program(site: Path, _: pytest.MonkeyPatch) -> None:
    (site / "vendor").mkdir()


@pytest.mark.parametrize(
    ("lack", "said", "code"),
    [
        (without_font, "– 没有中文字体", 0),
        (without_heic, "– 没有装读 HEIC 照片的部件", 0),
        (without_programs, "– 没有 git（", 0),
        (without_programs, "– 没有 rsync（", 0),
        (without_programs, "– 没有 ssh（", 0),
        (old_git, "– git 2.30.2 太旧", 0),
        (of_another_user, "✗ git 不肯读这个文件夹", 1),
        (without_address, "– 没有写网址", 0),
        (slow_clock, "✗ 电脑的时钟是", 1),
        (other_libraries, "– 程序用的 1 个部件和 requirements.txt 写的版本不同（要的是 click 1.0）", 0),
        (other_program, "– vendor 里的程序不是现在运行的", 0),
    ],
)
def test_what_is_missing_is_named_with_its_cost_and_a_command(
    site: Path, monkeypatch: pytest.MonkeyPatch, lack: Callable[[Path, pytest.MonkeyPatch], None], said: str, code: int
) -> None:
    monkeypatch.delenv("LAOMO_CARD_FONT", raising=False)
    (site / "mkdocs.yml").write_text("site_name: x\nsite_url: https://example.org/\n", encoding="utf-8")
    lack(site, monkeypatch)
    run = laomo("doctor", "--root", site)
    assert (run.returncode, said in run.stdout) == (code, True), run.stdout + run.stderr


def test_where_nothing_is_missing_nothing_is_said_to_be(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LAOMO_CARD_FONT", raising=False)
    (site / "mkdocs.yml").write_text("site_name: x\nsite_url: https://example.org/\n", encoding="utf-8")
    subprocess.run(["git", "init", "--quiet", site], check=True)
    run = laomo("doctor", "--root", site)
    assert run.returncode == 0
    assert [line for line in some(run.stdout.splitlines()) if not line.startswith("✓ ")] == []


def test_every_sentence_of_the_doctor_is_in_both_languages() -> None:
    for table in (doctor._FINE, doctor._OTHERWISE):
        for chinese, english in table.values():
            assert not any("\u4e00" <= character <= "\u9fff" for character in english)
            assert chinese


@pytest.mark.parametrize("inside", [".", "studios", "studios/north/crane", "content"])
def test_commands_find_the_site_around_the_current_folder(
    site: Path, monkeypatch: pytest.MonkeyPatch, inside: str
) -> None:
    monkeypatch.chdir(site / inside)
    assert "个问题" in laomo("check").stderr
    assert laomo("fmt", "--check").returncode in (0, 1)


def test_outside_of_every_site_it_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    run = laomo("check")
    assert run.returncode == 2
    assert "这里没有展馆的档案" in run.stderr


def test_as_a_module_and_without_colours(site: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "laomo", "--lang", "zh", "doctor", "--root", site],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "NO_COLOR": "1"},
    )
    assert "✓ Laomo" in run.stdout
    assert "\x1b" not in run.stdout
