"""Answers to a command's questions: from options on the command line, or else asked for at a terminal."""

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
class Answers:
    """The answers of one run. `given` maps option names to the values on the command line."""

    language: Language
    given: Mapping[str, str | None]

    def get(self, option: str, label: str, default: str | None = None, choices: tuple[str, ...] = ()) -> str:
        """The value of an option; if it was not given, the answer at the terminal. `label` is the code of the question.

        Without a terminal the default is returned. Raises UsageError if there is none.
        """
        if (value := self.given[option]) is not None:
            return value
        if sys.stdin.isatty():
            optional = default == ""
            kind: Any = click.Choice((*choices, "") if optional else choices) if choices else str
            words = f" ({', '.join(choices)})" if choices else ""
            question = line(label, self.language) + words
            return str(
                click.prompt(question, default=default, show_default=not optional, show_choices=False, type=kind)
            )
        if default is None:
            sentence = line("needed", self.language, option=f"--{option}", label=line(label, self.language))
            raise click.UsageError(sentence)
        return default

    def get_id(self, proposed: str) -> str:
        """The answer to `--id`, with `proposed` as the default. Raises UsageError if it is not a valid id."""
        wanted = self.get("id", "ask-id", default=proposed)
        if not re.fullmatch(base.SLUG.strip("^$"), wanted):
            raise click.UsageError(line("bad-id", self.language, id=wanted))
        return wanted
