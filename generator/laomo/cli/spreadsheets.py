"""Commands for Excel ledgers: template, import, export."""

import os
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from laomo.cli import listing, options, stated_unions
from laomo.cli.change_lines import change_line
from laomo.cli.forms import import_form
from laomo.cli.phrases import line
from laomo.problems import formats
from laomo.problems.messages import Language
from laomo.problems.problem import Problem
from laomo.project import Project
from laomo.system.clock import today
from laomo.tools import spreadsheets

_out = click.option(
    "--xlsx",
    "file",
    type=click.Path(dir_okay=False, path_type=Path),
    help="工作簿写到哪里，如 台账.xlsx。",
)
_year = click.option(
    "--year",
    is_flag=False,
    flag_value="",
    help="哪一年；只写 --year 是今年。不写 --union 的，是市总工会的《年度工作》工作簿。",
)
_union = click.option("--union", help="只要一家工会的：编号或名称。")


@click.command()
@_out
@_year
@_union
@options.root
@click.pass_obj
def template(language: Language, file: Path | None, year: str | None, union: str | None, root: Path) -> None:
    """写一个 Excel 模板：台账，一家工会的台账（--union），或市总工会的《年度工作》（--year）；工会、工作室的名称已经填好。"""
    if year is None and union is None:
        file = _named_file(language, file)
        spreadsheets.template(file)
        click.echo(line("ledger-template", language, file=str(file)))
        return
    of_year, archive = _of_year(language, year) or today().year, read_archive(Project(root))
    if union is None:
        file = _named_file(language, file, f"年度工作{of_year}.xlsx")
        spreadsheets.year_round.template(archive, file, of_year)
        click.echo(line("ledger-template-year", language, file=str(file), year=of_year))
        return
    home = stated_unions.known(language, archive.called, union)
    file = _named_file(language, file, f"{archive.union_name(home)}{of_year}.xlsx")
    count = spreadsheets.prepared(archive, file, home, of_year)
    click.echo(line("ledger-template-union", language, file=str(file), year=of_year, studios=f"{count:,}"))


@click.command()
@_out
@_year
@_union
@options.root
@click.pass_obj
def export(language: Language, file: Path | None, year: str | None, union: str | None, root: Path) -> None:
    """把档案写成 Excel：全部台账，一家工会的（--union，可加 --year），或市总工会的《年度工作》（--year）；改好后用 laomo import 读回来，只有改过的地方会变。"""
    of_year, archive = _of_year(language, year), read_archive(Project(root))
    if union is None and of_year:
        file = _named_file(language, file, f"年度工作{of_year}.xlsx")
        rows, home = spreadsheets.year_round.export(archive, file, of_year), ""
    else:
        home = stated_unions.known(language, archive.called, union) if union else ""
        file = _named_file(language, file, f"{archive.union_name(home)}{of_year or ''}.xlsx" if home else None)
        rows = spreadsheets.export(archive, file, home, of_year)
    studios = sum(not union or path.parts[0] == home for path in archive.profiles.values())
    click.echo(line("ledger-exported", language, rows=f"{rows:,}", studios=f"{studios:,}", file=str(file)))
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
    archive = read_archive(project)
    known = stated_unions.known(language, archive.called, union) if union else None
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
    show(problems, language, project.root, err=False)
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


def show(problems: Sequence[Problem], language: Language, root: Path, *, err: bool = True) -> None:
    """Print what sheets or answers get wrong, one line for each kind and how many more cells are of it; then where to read on."""
    for remark in spreadsheets.grouped(problems):
        click.echo(_remark_line(remark, language))
    listing.read_on(problems, language, root, err=err)


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


def read_archive(project: Project) -> spreadsheets.Archive:
    """The records of a site, for what sheets and answers say. Raises BuildFailed if its cache is reached through a link."""
    project.refuse_links()
    return spreadsheets.Archive.read(project.studios, project.cache_folder / "records.trees")


def _of_year(language: Language, text: str | None) -> int | None:
    """The year of an option, this year if it has no value; None without the option. Raises UsageError."""
    if text is None:
        return None
    if text and not re.fullmatch(r"19[5-9]\d|20\d\d", text):
        raise click.UsageError(line("bad-year", language, year=text))
    return int(text or today().year)


def _named_file(language: Language, file: Path | None, otherwise: str | None = None) -> Path:
    """The file, or one in this folder. Raises UsageError if it exists, because it may contain somebody's work."""
    if file is None and otherwise is None:
        raise click.MissingParameter(param_type="option", param_hint="'--xlsx'")
    file = file or Path(otherwise or "")
    if file.exists():
        raise click.UsageError(line("ledger-exists", language, file=str(file)))
    return file
