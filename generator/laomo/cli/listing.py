"""Problems as a list on the terminal, and one line below it that says where each is explained."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import click

from laomo.cli.phrases import line
from laomo.problems import formats
from laomo.problems.messages import Language
from laomo.problems.problem import Problem
from laomo.project import Project
from laomo.system.cluster import ClusterUnavailable


def show(problems: Sequence[Problem], language: Language, root: Path | None = None, *, err: bool = False) -> None:
    """Print one line for each problem, and where to read on to stderr: the list stays one line for each."""
    click.echo(formats.as_text(problems, language), nl=False, err=err)
    read_on(problems, language, root)


def read_on(problems: Sequence[Problem], language: Language, root: Path | None = None, *, err: bool = True) -> None:
    """Print where problems are explained, with the first as the example; nothing if there is none.

    `root` is the site's folder; if it has an address, the line names it.
    """
    if problems:
        address = (Project(root).address if root else None) or "/"
        place = address + formats.help_page(problems[0].code).lstrip("/")
        click.echo(line("read-on", language, place=place), err=err)


def unavailable(fault: ClusterUnavailable) -> Problem:
    """A fault of machines as a problem whose path is the address of the scheduler or machine."""
    return Problem(str(fault.facts["place"]), fault.code, facts=fault.facts)


def not_created(problems: int, language: Language) -> NoReturn:
    """Print that nothing was written because of that many problems, and exit with 1."""
    click.echo(line("not-created", language, problems=str(problems)), err=True)
    sys.exit(1)
