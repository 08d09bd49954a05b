"""What a clerk types wrongly is answered in Chinese to the last word, and so is every help; in English for those who ask."""

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po
from rich.cells import cell_len

from laomo import cli
from tests.conftest import ROOT

WRONG = {
    "frobnicate": "没有“frobnicate”这个命令。",
    "chek": "是不是其中之一：'check', 'schema'？",
    "template": "还要写上选项 '--xlsx'",
    "template --xls x": "没有“--xls”这个选项。",
    "build --out": "选项“--out”后面要写上内容。",
    "build --clean=1": "选项“--clean”后面不写内容。",
    "check nosuchplace": "没有找到“nosuchplace”。",
    "check --root mkdocs.yml": "“mkdocs.yml”是文件，应为文件夹。",
    "import tests": "“tests”是文件夹，应为文件。",
    "check --format x": "“x”应为其中之一：",
    "report --year 1": "1 不在范围 1949<=x<=2100 之内。",
    "report --year x": "“x”不是数字。",
    "publish": "还要写上 '位置'",
    "fmt --check=x": "后面不写内容。",
    "schema a": "多写了：a。",
}
TYPED = {"laomo", "json", "text", "github", "gitlab", "xlsx", "mkdocs", "yml", "nosuchplace", "tests", "schema"}


def told(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, typed: str) -> tuple[int, str]:
    monkeypatch.setattr("sys.argv", ["laomo", *typed.split()])
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    with pytest.raises(SystemExit) as stop:
        cli.main()
    return int(str(stop.value.code)), capsys.readouterr().err


@pytest.mark.parametrize("typed", WRONG)
def test_wrong_usage_is_answered_in_chinese(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    code, answer = told(capsys, monkeypatch, typed)
    assert code == 2
    assert WRONG[typed] in answer
    english = set(re.findall(r"(?<![-\w])[A-Za-z]{2,}", answer))
    assert english <= {*TYPED, *re.findall(r"[a-z]+", typed), "check"}


def test_english_for_those_who_ask(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    assert "No such command 'frobnicate'." in told(capsys, monkeypatch, "--lang en frobnicate")[1]


def commands(command: click.Command, path: str) -> Iterator[tuple[str, click.Command]]:
    yield path, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            assert inner
            yield from commands(inner, f"{path} {name}")


ALL = dict(commands(cli.laomo, "laomo"))


@pytest.mark.parametrize("path", ALL)
def test_help_has_no_english_word_of_the_library(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    told(capsys, monkeypatch, "frobnicate")  # from here on click speaks Chinese
    text = ALL[path].get_help(click.Context(ALL[path], info_name=path))
    assert text.startswith(f"用法： {path} [选项]")
    assert "--help" in text
    assert "..." not in text  # nor is a sentence cut where an English one would have a space
    words = re.findall(r"(?<![-\w./])[A-Z][A-Z]+\b|Usage|Options|Commands|Show|default|required", text)
    assert set(words) <= {"JSON", "CSV", "CODEOWNERS", "HEAD", "COMBINED", "HOSTS"}


def test_explanations_stand_in_one_column_of_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    cli.laomo(["report", "--help"], standalone_mode=False)
    options = re.findall(r"^( +-.*?  )\S", capsys.readouterr().out, re.MULTILINE)
    assert any(re.search(r"[\u4e00-\u9fff]", option) for option in options)
    assert len(options) > 2
    assert len({cell_len(option) for option in options}) == 1


def test_the_compiled_catalogue_says_what_is_written() -> None:
    folder = Path(cli.__file__).parent / "locale/zh_CN/LC_MESSAGES"
    with (folder / "click.po").open("rb") as written, (folder / "click.mo").open("rb") as compiled:
        assert sentences(read_mo(compiled)) == sentences(read_po(written)), "run make phrases"


def sentences(catalogue: Catalog) -> set[str]:
    """Each with its translation; a plural's forms are a list or a tuple, by the kind of file."""
    return {f"{[*message.id]} {[*message.string]}" for message in catalogue if message.id}


@pytest.mark.parametrize(
    "typed", ["check", "build", "report", "import {list}", "export --xlsx {new}", "new studio", "fmt", "upgrade"]
)
def test_a_terminal_in_the_wrong_folder_is_told_so(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, typed: str
) -> None:
    monkeypatch.chdir(tmp_path)
    names = {"list": str(ROOT / "pyproject.toml"), "new": "台账.xlsx"}
    code, answer = told(capsys, monkeypatch, typed.format(**names))
    assert code == 2
    assert f"{tmp_path} 里没有 studios 文件夹" in answer
    assert list(tmp_path.iterdir()) == []
