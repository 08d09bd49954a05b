"""Who runs a command: has typed some answers on the command line, and may be asked the others at a terminal."""

import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import click

from laomo.cli.phrases import line
from laomo.problems.messages import Language
from laomo.records.models import base


@dataclass(frozen=True, slots=True)
class Clerk:
    """The answers of one run, by the names of the options."""

    language: Language
    given: Mapping[str, str | None]

    def says(self, option: str, label: str, default: str | None = None, choices: tuple[str, ...] = ()) -> str:
        """The answer; without a terminal the default, if there is one."""
        if (value := self.given[option]) is not None:
            return value
        if sys.stdin.isatty():
            kind: Any = click.Choice(choices) if choices else str
            shown = default != ""
            return str(click.prompt(line(label, self.language), default=default, show_default=shown, type=kind))
        if default is None:
            sentence = line("needed", self.language, option=f"--{option}", label=line(label, self.language))
            raise click.UsageError(sentence)
        return default

    def chooses_id(self, proposed: str) -> str:
        """An id that can be one."""
        wanted = self.says("id", "ask-id", default=proposed)
        if not re.fullmatch(base.SLUG.strip("^$"), wanted):
            raise click.UsageError(line("bad-id", self.language, id=wanted))
        return wanted
