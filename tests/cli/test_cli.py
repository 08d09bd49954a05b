"""The command as a clerk meets it: exit codes, formats, languages, and that a stop half-way does no harm."""

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from laomo import cli, generate
from tests.cli.command import LAOMO, laomo, process
from tests.conftest import edit, tree


def test_clean_records_exit_0(site: Path) -> None:
    run = process("check", "--root", site)
    assert (run.returncode, run.stdout) == (0, "")
    assert "检查了 9 份档案，0 个问题" in run.stderr


@pytest.mark.parametrize(
    "command",
    [
        ["forms", "{}"],
        ["demo", "--studios", "1", "{}"],
        ["init", "{}", "--name", "甲", "--place", "乙", "--union", "乙市总工会"],
        ["export", "--xlsx", "{}.xlsx"],
    ],
)
def test_what_cannot_be_written_is_said_in_a_sentence(site: Path, tmp_path: Path, command: list[str]) -> None:
    (tmp_path / "文件").write_text("这里不是文件夹", encoding="utf-8")
    before = tree(tmp_path)
    root = [] if command[0] in {"demo", "init"} else ["--root", str(site)]
    run = laomo(*(each.replace("{}", str(tmp_path / "文件" / "子")) for each in command), *root)
    assert run.returncode == 1, run.stderr
    assert "Traceback" not in run.stderr
    assert "文件" in run.stderr
    assert tree(tmp_path) == before


def test_problems_exit_1_each_on_its_line(site: Path) -> None:
    edit(site / "studios/north/weld/studio.yml", "category: 技能大师", "category: 大师")
    edit(site / "studios/north/crane/2013.yml", "disclosure: 可公开", "disclosure: 公开")
    run = laomo("check", "--root", site)
    assert run.returncode == 1
    lines = run.stdout.splitlines()
    assert [line.split(": ")[0] for line in lines] == [
        "studios/north/crane/2013.yml:13:17",
        "studios/north/weld/studio.yml:3:11",
    ]
    assert all("错误：" in line and "；应为" in line and line.endswith("［unknown-word］") for line in lines)


def test_a_warning_is_told_and_fails_only_when_strict(site: Path) -> None:
    edit(site / "studios/decisions/2013-01.yml", "示例〔2013〕1号", "示例2013-1")
    for command in ("check", "build"):
        run = laomo(command, "--root", site)
        assert run.returncode == 0
        assert "studios/decisions/2013-01.yml:8:9: 提醒：" in run.stdout + run.stderr
        assert laomo(command, "--root", site, "--strict").returncode == 1


def test_only_the_problems_of_the_named_folder(site: Path) -> None:
    edit(site / "studios/north/weld/studio.yml", "category: 技能大师", "category: 大师")
    edit(site / "studios/south/nurse/studio.yml", "category: 巾帼", "category: 妇女")
    run = laomo("check", "--root", site, site / "studios/south")
    assert run.stdout.count("\n") == 1
    assert "south/nurse" in run.stdout
    assert laomo("check", "--root", site, site / "studios/north/crane").returncode == 0


def test_english_for_those_who_ask(site: Path) -> None:
    edit(site / "studios/north/weld/studio.yml", "category: 技能大师", "category: 大师")
    asked = laomo("--lang", "en", "check", "--root", site)
    assert ": error: " in asked.stdout
    assert asked.stdout.rstrip().endswith("[unknown-word]")
    assert laomo("check", "--root", site, lang="en_GB.UTF-8").stdout == asked.stdout


def test_machines_get_their_formats(site: Path) -> None:
    edit(site / "studios/north/weld/studio.yml", "category: 技能大师", "category: 大师")
    (found,) = json.loads(laomo("check", "--root", site, "--format", "json").stdout)
    assert (found["path"], found["line"], found["column"]) == ("studios/north/weld/studio.yml", 3, 11)
    assert found["remedy"].startswith("应为劳模、")
    github = laomo("check", "--root", site, "--format", "github").stdout
    assert github.startswith("::error file=studios/north/weld/studio.yml,line=3,col=11,title=unknown-word::")
    (gitlab,) = json.loads(laomo("check", "--root", site, "--format", "gitlab").stdout)
    assert gitlab["location"] == {"path": "studios/north/weld/studio.yml", "lines": {"begin": 3}}


def test_build_says_where_to_look(site: Path) -> None:
    run = process("build", "--root", site)
    assert run.returncode == 0
    assert f"{site}/site/index.html" in run.stdout
    assert (site / "site/index.html").is_file()


def test_build_with_problems_exits_1_and_touches_nothing(built: Path) -> None:
    before = tree(built / "site")
    edit(built / "studios/north/weld/studio.yml", "category: 技能大师", "category: 大师")
    run = laomo("build", "--root", built)
    assert run.returncode == 1
    assert "studios/north/weld/studio.yml:3:11: 错误：" in run.stdout
    assert "保持原样" in run.stderr
    assert tree(built / "site") == before


def test_another_place_for_the_site(site: Path, tmp_path: Path) -> None:
    assert laomo("build", "--root", site, "--out", tmp_path / "web/root").returncode == 0
    assert (tmp_path / "web/root/index.html").is_file()
    assert not (site / "site").exists()


@pytest.mark.parametrize(
    "arguments",
    [["build", "--nonsense"], ["check", "--format", "xml"], ["nothing"], ["demo"], ["check", "nosuchplace"]],
)
def test_wrong_usage_exits_2(arguments: list[str]) -> None:
    assert laomo(*arguments).returncode == 2


def test_demo_never_writes_over_anything(tmp_path: Path) -> None:
    (tmp_path / "kept.txt").write_text("x", encoding="utf-8")
    assert laomo("demo", tmp_path).returncode == 2
    assert [path.name for path in tmp_path.iterdir()] == ["kept.txt"]


def test_a_new_site_never_writes_over_anything(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "kept.txt").write_text("x", encoding="utf-8")
    run = laomo("init", tmp_path, "--place", "乙", "--union", "乙市总工会")
    assert (run.returncode, "不是空文件夹" in run.stderr) == (2, True)
    assert sorted(path.name for path in tmp_path.iterdir()) == [".git", "kept.txt"]


def test_a_demo_site_builds(tmp_path: Path) -> None:
    assert laomo("demo", "--studios", "20", "--seed", "7", tmp_path / "city").returncode == 0
    run = laomo("build", "--root", tmp_path / "city")
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.parametrize(
    "text", [None, "theme: nosuchtheme\n", "site_name: [\n", "nonsense: 1\nsite_name: x\nplugins: [laomo]\n"]
)
def test_a_faulty_configuration_is_a_problem_too(site: Path, text: str | None) -> None:
    (site / "mkdocs.yml").unlink()
    if text:
        (site / "mkdocs.yml").write_text(text, encoding="utf-8")
    run = laomo("build", "--root", site)
    assert run.returncode == 1
    assert run.stdout.startswith("mkdocs.yml:1:1: 错误：")


def test_a_fault_of_ours_exits_3_and_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(generate, "check", lambda _: 1 / 0)
    monkeypatch.setattr(sys, "argv", ["laomo", "check"])
    with pytest.raises(SystemExit) as stop:
        cli.main()
    assert stop.value.code == 3
    assert "ZeroDivisionError" in capsys.readouterr().err


@pytest.mark.parametrize("seconds", [0.2, 0.6, 0.9, 1.2, 1.6])
def test_an_interrupted_build_leaves_the_old_site_or_the_new_one_whole(built: Path, seconds: float) -> None:
    before = tree(built / "site")
    edit(built / "studios/site.yml", "演示数据", "另一句提示")
    begun = subprocess.Popen([LAOMO, "build", "--root", built], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    time.sleep(seconds)
    begun.send_signal(signal.SIGINT)
    begun.communicate(timeout=30)
    after = tree(built / "site")
    assert begun.returncode in (0, 130, -signal.SIGINT)
    laomo("build", "--root", built)
    finished = tree(built / "site")
    assert any(after == whole for whole in (before, finished)), "a mixture"
    assert begun.returncode != 0 or after.keys() == finished.keys()
    assert "另一句提示" in (built / "site/index.html").read_text(encoding="utf-8")
