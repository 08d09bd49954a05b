"""The command check. The checks are imported only if something has changed since the last run."""

import sys
from pathlib import Path

import click

from laomo.cli import check_cache, listing, options
from laomo.cli.check_cache import CheckResult
from laomo.cli.phrases import line
from laomo.problems import formats
from laomo.problems.messages import Language
from laomo.project import Project


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@options.root
@options.strict
@options.shape
@click.pass_obj
def check(language: Language, paths: tuple[Path, ...], root: Path, strict: bool, shape: str) -> None:
    """检查全部档案，列出每一个问题和改法；给出路径时只列这些路径下的问题。"""
    found = check_cache.cached_check(root, lambda: _run_checks(root))
    problems = [problem for problem in found.problems if options.within(root / problem.path, paths)]
    click.echo(formats.FORMATS[shape](problems, language), nl=False)
    if shape == "text":
        listing.read_on(problems, language, root)
        click.echo(line("checked", language, files=f"{found.records:,}", problems=f"{len(problems):,}"), err=True)
    if any(problem.severity in (("error", "warning") if strict else ("error",)) for problem in problems):
        sys.exit(1)


def _run_checks(root: Path) -> CheckResult:
    from laomo import generate  # noqa: PLC0415 (importing it takes half a second)

    checked = generate.check(Project(root))
    return CheckResult(len(checked.loaded.records), checked.problems)
