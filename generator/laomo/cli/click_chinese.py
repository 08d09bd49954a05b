"""The words of click itself in the language of the reader: headings of the help, what was typed wrongly.

click hands every sentence to gettext under the name `_`. A catalogue for gettext would have to be compiled into files and
chosen by the environment, which git and other programs inherit; so `_` itself is told our words.
"""

from collections.abc import Mapping

import click
from rich.cells import cell_len

from laomo.cli.click_phrases import COMMAND, OPTIONS, STANDS_FOR, USAGE
from laomo.problems.messages import Language

_SPEAKING = (
    click.core,
    click.decorators,
    click.exceptions,
    click.formatting,
    click.parser,
    click.termui,
    click.types,
)


def speak(language: Language) -> None:
    """Let click speak a language from now on."""
    words: Mapping[str, str] = USAGE if language == "zh" else {}

    def one(text: str) -> str:
        return words.get(text, text)

    def several(single: str, plural: str, count: int) -> str:
        return words.get(plural, words.get(single, single if count == 1 else plural))

    for module in _SPEAKING:
        vars(module).update({name: told for name, told in (("_", one), ("ngettext", several)) if name in vars(module)})


def name_in_chinese(command: click.Command) -> None:
    """Say in Chinese what stands behind each option, as all help is Chinese; below a command of commands too."""
    vars(click.formatting)["term_len"] = cell_len  # a Chinese character is two columns wide
    command.options_metavar = OPTIONS
    if help_option := command.get_help_option(click.Context(command, help_option_names=["-h", "--help"])):
        help_option.help = USAGE["Show this message and exit."]  # click keeps the first, in whatever language that was
    for parameter in command.params:
        told = STANDS_FOR.get(parameter.type.name)
        if parameter.metavar is None and told and not getattr(parameter, "is_flag", False):
            parameter.metavar = _shown(parameter, told) if isinstance(parameter, click.Argument) else told
    if isinstance(command, click.Group):
        command.subcommand_metavar = COMMAND
        for each in command.commands.values():
            name_in_chinese(each)


def _shown(argument: click.Argument, told: str) -> str:
    shown = told if argument.required else f"[{told}]"
    return shown if argument.nargs == 1 else f"{shown}…"
