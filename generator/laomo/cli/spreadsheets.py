"""Commands for Excel ledgers: template, import, export."""

import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from laomo.cli import listing, options
from laomo.cli.change_lines import change_line
from laomo.cli.forms import import_form
from laomo.cli.phrases import line
from laomo.problems import formats
from laomo.problems.messages import Language
from laomo.problems.problem import Problem
from laomo.project import Project
from laomo.tools import spreadsheets

_out = click.option(
    "--xlsx",
    "file",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="工作簿写到哪里，如 台账.xlsx。",
)


@click.command()
@_out
@click.pass_obj
def template(language: Language, file: Path) -> None:
    """写一个空的 Excel 台账模板，表头、说明和下拉选项齐全。"""
    spreadsheets.template(_new_file(language, file))
    click.echo(line("ledger-template", language, file=str(file)))


@click.command()
@_out
@options.root
@click.pass_obj
def export(language: Language, file: Path, root: Path) -> None:
    """把全部档案写成 Excel 台账；改好后用 laomo import 读回来，只有改过的地方会变。"""
    archive = _archive(Project(root))
    rows = spreadsheets.export(archive, _new_file(language, file))
    click.echo(
        line("ledger-exported", language, rows=f"{rows:,}", studios=f"{len(archive.profiles):,}", file=str(file))
    )
    if broken := [problem for problems in archive.broken.values() for problem in problems]:
        listing.show(broken, language)
        sys.exit(1)


@click.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--union", default=None, help="新的工作室归哪个工会：编号或名称。表里写明了的以表为准。")
@click.option("--dry-run", is_flag=True, help="只说会改什么，一个字也不写。")
@options.root
@click.pass_obj
def import_(language: Language, file: Path, union: str | None, dry_run: bool, root: Path) -> None:
    """读 Excel、CSV 名单、Word 申报表或填报表存下的压缩包：新的工作室建档，已有的只改不同的地方；读不懂的格子逐一列出。"""
    if file.suffix.lower() == ".zip":
        import_form(language, file, union, root, dry_run=dry_run)
        return
    project = Project(root)
    archive = _archive(project)
    known = archive.union(union) if union else None
    if union and known is None:
        raise click.UsageError(line("ledger-unknown-union", language, union=union))
    try:
        plan = spreadsheets.plan(file, archive, known)
    except spreadsheets.UnreadableFile as reason:
        listing.show([Problem(str(file), reason.code, facts=reason.facts)], language)
        sys.exit(1)
    for change in plan.changes:
        click.echo(change_line(change, language))
    for path, picture in plan.pictures:
        source = os.path.relpath(picture, file.resolve().parent)
        click.echo(line("ledger-picture", language, path=f"studios/{path}", source=source))
    problems = [*plan.notices, *plan.problems, *plan.reminders]
    for remark in spreadsheets.grouped(problems):
        click.echo(_remark_line(remark, language))
    listing.read_on(problems, language, project.root, err=False)
    if not dry_run:
        plan.write(project.studios)
    errors = sum(problem.severity == "error" for problem in problems)
    counted = {
        "rows": f"{plan.rows:,}",
        "new": f"{sum(change.new for change in plan.changes):,}",
        "changed": f"{sum(not change.new for change in plan.changes):,}",
        "errors": f"{errors:,}",
        "warnings": f"{sum(problem.severity == 'warning' for problem in problems):,}",
    }
    click.echo(line("ledger-planned" if dry_run else "ledger-imported", language, **counted))
    for each in _next_steps(plan, dry_run=dry_run, errors=errors):
        click.echo(line(each, language, count=f"{len(plan.dependent):,}", sheets=_by_sheet(plan.dependent)))
    if errors:
        sys.exit(1)


def _remark_line(remark: spreadsheets.Remark, language: Language) -> str:
    """A remark, and how many more cells are of its kind."""
    others = line("ledger-others", language, count=remark.others) if remark.others else ""
    return formats.text(remark.problem, language) + others


def _next_steps(plan: spreadsheets.ImportPlan, *, dry_run: bool, errors: int) -> Iterator[str]:
    """What the user should do now, as codes of phrases, the first thing first."""
    if plan.dependent:
        yield "ledger-dependent"
    if errors:
        yield "ledger-next-correct"
    elif dry_run and plan.changes:
        yield "ledger-next-write"
    elif plan.changes:
        yield "ledger-next-look"
    elif not plan.problems:
        yield "ledger-next-nothing"


def _by_sheet(addresses: Sequence[str]) -> tuple[str, ...]:
    """How many of some cells lie in each sheet: 成果 3."""
    counts = Counter(address.rpartition("!")[0] for address in addresses)
    return tuple(f"{sheet} {count:,}" for sheet, count in counts.items())


def _archive(project: Project) -> spreadsheets.Archive:
    project.refuse_links()
    return spreadsheets.Archive.read(project.studios, project.cache_folder / "records.trees")


def _new_file(language: Language, file: Path) -> Path:
    """The file. Raises UsageError if it exists, because it may contain somebody's work."""
    if file.exists():
        raise click.UsageError(line("ledger-exists", language, file=str(file)))
    return file
