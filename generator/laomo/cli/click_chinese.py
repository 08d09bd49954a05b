"""click's own words in the language of the reader, and a help that fits Chinese text.

click looks up each of its sentences with gettext. Its Chinese ones stand in `locale/zh_CN/LC_MESSAGES/click.po`; gettext
reads the `.mo` file beside it, which `make phrases` compiles.
"""

import gettext
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import click
from rich.cells import cell_len, set_cell_size

from laomo.problems.messages import Language

_CATALOGUES: Final = Path(__file__).parent / "locale"
_DOMAIN: Final = "click"
_LOCALES: Final[dict[Language, str]] = {"zh": "zh_CN", "en": "en"}
_PLACEHOLDERS: Final = {
    "text": "文字",
    "file": "文件",
    "directory": "文件夹",
    "path": "路径",
    "integer": "数字",
    "integer range": "数字",
}
"""What the help shows in place of a value, by the name of the value's type."""


def speak(language: Language) -> None:
    """Let click speak a language from now on, and with it the programs started from here, such as git and ssh."""
    os.environ["LANGUAGE"] = _LOCALES[language]  # gettext asks this variable before those of the locale
    gettext.bindtextdomain(_DOMAIN, str(_CATALOGUES))
    gettext.textdomain(_DOMAIN)


def name_in_chinese(command: click.Command) -> None:
    """Give a command, and those below it, Chinese placeholders and a help aligned for Chinese: the help is always Chinese."""
    command.context_class = _Context
    command.options_metavar = "[选项]"
    if help_option := command.get_help_option(click.Context(command, help_option_names=["-h", "--help"])):
        help_option.help = "显示这份说明。"  # click made the option, in whatever language it spoke then
    for parameter in command.params:
        placeholder = _PLACEHOLDERS.get(parameter.type.name)
        if parameter.metavar is None and placeholder and not getattr(parameter, "is_flag", False):
            parameter.metavar = (
                _argument(parameter, placeholder) if isinstance(parameter, click.Argument) else placeholder
            )
    if isinstance(command, click.Group):
        command.subcommand_metavar = "命令 [选项]…"
        for each in command.commands.values():
            name_in_chinese(each)


def _argument(argument: click.Argument, placeholder: str) -> str:
    shown = placeholder if argument.required else f"[{placeholder}]"
    return shown if argument.nargs == 1 else f"{shown}…"


class _Formatter(click.HelpFormatter):
    """Aligns by the columns of a terminal, where a Chinese character takes two; click counts characters."""

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """A list of terms, each with its explanation in a second column, or below it if the term is long."""
        rows = list(rows)
        start = min(max(cell_len(term) for term, _ in rows), col_max) + col_spacing
        margin, indent = " " * self.current_indent, " " * (self.current_indent + start)
        for term, explanation in rows:
            width = max(self.width - start - 2, 10)
            lines = click.wrap_text(explanation, width, preserve_paragraphs=True).splitlines()
            if lines and cell_len(term) <= start - col_spacing:
                self.write(f"{margin}{set_cell_size(term, start)}{lines.pop(0)}\n")
            else:
                self.write(f"{margin}{term}\n")
            self.write("".join(f"{indent}{line}\n" for line in lines))


class _Context(click.Context):
    formatter_class = _Formatter
