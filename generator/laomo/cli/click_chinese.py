"""click's own messages in the user's language, and help texts aligned for Chinese.

click translates its messages with gettext. The Chinese translations are in `locale/zh_CN/LC_MESSAGES/click.po`; gettext reads
the `.mo` file beside it, which `make phrases` compiles.
"""

import gettext
import os
import re
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
"""The name of an option's type → the placeholder of its value in the help."""


def set_language(language: Language) -> None:
    """Set the language of click's messages, and of programs that this process starts, such as git and ssh."""
    os.environ["LANGUAGE"] = _LOCALES[language]  # gettext prefers this variable to LANG and LC_*
    gettext.bindtextdomain(_DOMAIN, str(_CATALOGUES))
    gettext.textdomain(_DOMAIN)


def name_in_chinese(command: click.Command) -> None:
    """Give a command and its subcommands Chinese placeholders and an aligned help. The help is Chinese in both languages."""
    command.context_class = _Context
    command.options_metavar = "[选项]"
    if command.help and not command.short_help:  # click's own ends at a space, and Chinese has few
        command.short_help = re.split(r"；|(?<=。)", command.help.strip(), maxsplit=1)[0].rstrip("。") + "。"
    if help_option := command.get_help_option(click.Context(command, help_option_names=["-h", "--help"])):
        help_option.help = "显示这份说明。"  # click translated this text before the language was set
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
    """Aligns by terminal columns, of which a Chinese character takes two. click counts characters."""

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Write a list of terms, with explanations in a second column, or on the next line if the term is long."""
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
