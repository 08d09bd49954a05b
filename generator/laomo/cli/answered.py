"""Answers about what an upper union issues, as rows of a sheet of its workbook, so that they are read and checked as those are."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from laomo.cli import listing
from laomo.cli import spreadsheets as ledgers
from laomo.cli.change_lines import change_line
from laomo.cli.phrases import line
from laomo.cli.prompts import Answers
from laomo.problems.messages import Language
from laomo.project import Project
from laomo.tools import spreadsheets
from laomo.tools.spreadsheets.sheets import Sheet

_NAMES = re.compile(r"[、；;，,\n]")


def cells(answers: Answers, sheet: Sheet, defaults: Mapping[str, str | None], **labels: str) -> dict[str, str]:
    """The answers to the questions about some fields, by the headings of their columns; what has no column is not asked.

    `defaults` are as in `Answers.get`. `labels` are the codes of questions that are not called as their fields are.
    """
    columns = {column.path[0]: column for column in sheet.columns}
    return {
        columns[name].header: answers.get(
            name, labels.get(name, f"ask-{name.replace('_', '-')}"), default, columns[name].choices
        )
        for name, default in defaults.items()
        if name in columns
    }


def rows(studios: Sequence[str], once: Mapping[str, str], each: Mapping[str, str]) -> list[dict[str, str]]:
    """A row for each studio; what is said `once` stands in the first."""
    return [{"工作室名称": name, **(once if n == 0 else {}), **each} for n, name in enumerate(studios)]


def take(
    language: Language, root: Path, archive: spreadsheets.Archive, title: str, rows: Sequence[Mapping[str, str]]
) -> None:
    """Write what the answers say, if nothing is wrong with them; else print what is, and exit with 1."""
    grid = spreadsheets.typed(title, rows)
    plan = spreadsheets.plan_grids([grid], archive, None, root)
    problems = [spreadsheets.asked(each, grid) for each in (*plan.problems, *plan.reminders)]
    ledgers.show(problems, language, root)
    if errors := sum(problem.severity == "error" for problem in problems):
        listing.not_created(errors, language)
    if not plan.changes:
        click.echo(line("ledger-next-nothing", language))
    plan.write(Project(root).studios)
    for change in plan.changes:
        click.echo(change_line(change, language))


def split(text: str) -> list[str]:
    """The names in an answer that holds several."""
    return [part.strip() for part in _NAMES.split(text) if part.strip()]
