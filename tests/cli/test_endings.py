"""How a command ends: its exit code, what is said, in which language, and to which of the two outputs."""

import errno
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import click
import pytest
from click.testing import CliRunner

from laomo import __version__, cli, generate
from laomo.cli.prompts import Answers
from laomo.problems.errors import BuildFailed
from laomo.problems.problem import Problem
from tests.cli.command import laomo

PROBLEMS = (Problem("studios/a.yml", "no-address"), Problem("mkdocs.yml", "no-address"))


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch, site: Path) -> Callable[..., tuple[int, str, str]]:
    """Runs `laomo report` where the check of the records raises an error: exit code, output, errors."""

    def run(error: BaseException, lang: str = "C.UTF-8") -> tuple[int, str, str]:
        def fail(_: object) -> NoReturn:
            raise error

        monkeypatch.setattr(generate, "check", fail)
        done = laomo("report", "--root", site, lang=lang)
        return done.returncode, done.stdout, done.stderr

    return run


@pytest.mark.parametrize("error", [KeyboardInterrupt(), click.Abort()])
def test_an_interrupt(failing: Callable[..., tuple[int, str, str]], error: BaseException) -> None:
    for language, words in (("C.UTF-8", "已中断，网站保持原样。"), ("en_US", "Interrupted; the site was not changed.")):
        code, said, complained = failing(error, language)
        assert (code, said, complained.lstrip("\n")) == (130, "", f"{words}\n"), "a line of its own, below ^C"


def test_problems_of_the_site(failing: Callable[..., tuple[int, str, str]]) -> None:
    code, said, complained = failing(BuildFailed(PROBLEMS))
    assert (code, complained) == (1, "")
    places = [line.partition(": ")[0] for line in said.split("\n")]
    assert places == ["studios/a.yml:1:1", "mkdocs.yml:1:1", ""]


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(errno.ENOSPC, "x"), "磁盘满了"),
        (OSError(errno.ENOSPC, "x", "/a"), "/a：磁盘满了"),
        (OSError(errno.ENOSPC, "x", "/a", None, "/b"), "/b：磁盘满了"),
        (OSError(errno.EROFS, "x", "/a"), "/a："),
    ],
)
def test_a_disk(failing: Callable[..., tuple[int, str, str]], error: OSError, said: str) -> None:
    code, output, complained = failing(error)
    assert (code, output, complained.startswith(said), complained.count("\n")) == (1, "", True, 1), complained


@pytest.mark.parametrize("error", [OSError(errno.EBADF, "x"), ValueError("x"), FileNotFoundError(errno.ENOENT, "x")])
def test_a_fault_of_the_program(failing: Callable[..., tuple[int, str, str]], error: Exception) -> None:
    chinese = (
        f"这是程序的错，您的档案没有错。请把上面的文字连同版本号 {__version__} 发给管理员，由管理员报告给程序的维护者。"
    )
    english = f"This is a bug in the program, not a fault of the records. Please report the text above with the version {__version__}."
    for language, words in (("C.UTF-8", chinese), ("en_GB.UTF-8", english)):
        code, output, complained = failing(error, language)
        first, *_, last = complained.splitlines()
        assert (code, output, first, last) == (3, "", "Traceback (most recent call last):", words)


@pytest.mark.parametrize(
    ("environment", "chinese"),
    [
        ({}, True),
        ({"LANG": "en_US.UTF-8"}, False),
        ({"LANG": "zh_CN.UTF-8"}, True),
        ({"LANG": "de_DE.UTF-8"}, True),
        ({"LANG": "C.UTF-8"}, True),
        ({"LC_MESSAGES": "en_GB.UTF-8", "LANG": "zh_CN.UTF-8"}, False),
        ({"LC_MESSAGES": "zh_CN.UTF-8", "LANG": "en_GB.UTF-8"}, True),
        ({"LC_ALL": "en", "LC_MESSAGES": "zh_CN.UTF-8", "LANG": "zh_CN.UTF-8"}, False),
        ({"LC_ALL": "zh_CN.UTF-8", "LC_MESSAGES": "en_GB.UTF-8", "LANG": "en_GB.UTF-8"}, True),
        ({"LC_ALL": "", "LC_MESSAGES": "", "LANG": "en_GB.UTF-8"}, False),
        ({"LANG": "zh_CN.UTF-8", "LAOMO_LANG": "en"}, False),
        ({"LANG": "en_US.UTF-8", "LAOMO_LANG": "zh"}, True),
    ],
)
def test_the_language_is_that_of_the_system(tmp_path: Path, environment: dict[str, str], *, chinese: bool) -> None:
    names = ("LC_ALL", "LC_MESSAGES", "LANG", "LAOMO_LANG")
    told = CliRunner(env={name: environment.get(name) for name in names}).invoke(
        cli.laomo, ["check", "--root", str(tmp_path)]
    )
    assert (told.exit_code, "这里没有展馆的档案" in told.stderr, "no site here" in told.stderr) == (
        2,
        chinese,
        not chinese,
    )


def test_the_version() -> None:
    run = laomo("--version")
    assert (run.returncode, run.stdout, run.stderr) == (0, f"laomo {__version__}\n", "")


def test_options_from_the_environment(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LAOMO_REPORT_YEAR", "1")
    run = laomo("report", "--root", site)
    assert (run.returncode, "1949<=x<=2100" in run.stderr) == (2, True)


def test_help_by_its_short_name() -> None:
    assert laomo("check", "-h").stdout == laomo("check", "--help").stdout != ""


def test_colours_may_be_refused(site: Path) -> None:
    shown = [
        CliRunner(env={"NO_COLOR": refused}).invoke(cli.laomo, ["doctor", "--root", str(site)], color=True).stdout
        for refused in ("", "1")
    ]
    assert ["\x1b[32m✓\x1b[0m Laomo" in each for each in shown] == [True, False]
    assert "\x1b" not in shown[1]


class _Terminal:
    """What stands for the standard input of a terminal, or of a pipe."""

    def __init__(self, *, terminal: bool) -> None:
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal


def test_without_a_terminal_the_default_is_taken_and_a_missing_answer_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", _Terminal(terminal=False))
    answers = Answers("zh", {"name": None, "id": None})
    assert (answers.get("name", "ask-name", default=""), answers.get("name", "ask-name", default="甲")) == ("", "甲")
    assert answers.get_id("weld-2") == "weld-2"
    for language, words in (("zh", "没有写 --name：类别"), ("en", "--name is needed (Kind)")):
        with pytest.raises(click.UsageError) as refused:
            Answers(language, {"name": None}).get("name", "ask-union-kind", choices=("甲", "乙"))  # type: ignore[arg-type]
        assert refused.value.message == words


@click.command()
@click.pass_context
def _asked(context: click.Context) -> None:
    answers, default, choices = context.obj
    click.echo(f"[{answers.get('name', 'ask-union-kind', default=default, choices=choices)}]")


@pytest.mark.parametrize(
    ("default", "choices", "typed", "shown"),
    [
        (None, (), "丙\n", "类别: 丙\n[丙]\n"),
        ("丁", (), "\n", "类别 [丁]: \n[丁]\n"),
        ("", (), "\n", "类别: \n[]\n"),
        (None, ("甲", "乙"), "乙\n", "类别 (甲, 乙): 乙\n[乙]\n"),
        ("甲", ("甲", "乙"), "\n", "类别 (甲, 乙) [甲]: \n[甲]\n"),
        ("", ("甲", "乙"), "\n", "类别 (甲, 乙): \n[]\n"),
        ("", ("甲", "乙"), "乙\n", "类别 (甲, 乙): 乙\n[乙]\n"),
    ],
)
def test_a_terminal_is_asked(
    monkeypatch: pytest.MonkeyPatch, default: str | None, choices: tuple[str, ...], typed: str, shown: str
) -> None:
    runner = CliRunner()
    monkeypatch.setattr("click.testing._NamedTextIOWrapper.isatty", lambda _: True)
    told = runner.invoke(_asked, input=typed, obj=(Answers("zh", {"name": None}), default, choices))
    assert (told.exit_code, told.output) == (0, shown)


def test_a_terminal_is_asked_again_for_what_is_no_choice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("click.testing._NamedTextIOWrapper.isatty", lambda _: True)
    for default, wrong in ((None, "丙\n\n甲\n"), ("", "丙\n甲\n")):
        told = CliRunner().invoke(_asked, input=wrong, obj=(Answers("zh", {"name": None}), default, ("甲", "乙")))
        assert told.output.endswith("[甲]\n"), told.output
        assert told.output.count("类别") == wrong.count("\n")
