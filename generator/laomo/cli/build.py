"""The command build. What a build is made with is imported only if something has changed since the last one."""

import sys
import time
from contextlib import nullcontext
from pathlib import Path

import click

from laomo.cli import listing, options
from laomo.cli.build_gate import BuildGate
from laomo.cli.phrases import line
from laomo.problems.errors import BuildFailed
from laomo.problems.messages import Language
from laomo.problems.problem import Problem
from laomo.project import Project
from laomo.system import cluster


@click.command()
@options.root
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), default=None, help="网站放到哪里，默认 site。")
@options.offline
@click.option("--forms", is_flag=True, help="离线版里放一份填报表（laomo forms 做的那一个）。")
@click.option(
    "--pages",
    "listed",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    default=None,
    help="离线版里只放这个文件列出的网页（laomo changes --pages 写的）和它们链接的。",
)
@options.strict
@options.compress
@options.scheduler
@click.option("--clean", is_flag=True, help="忘掉上次的结果，全部重做。")
@click.pass_obj
def build(  # noqa: PLR0913, PLR0917 (one argument per option)
    language: Language,
    root: Path,
    out: Path | None,
    offline: Path | None,
    forms: bool,
    listed: Path | None,
    strict: bool,
    compress: bool,
    scheduler: str | None,
    clean: bool,
) -> None:
    """生成、核对并发布整个网站；有问题时一个字也不改。"""
    project, out = Project(root.absolute()), (out or root / "site").absolute()
    offline = offline and offline.absolute()
    if forms and not offline:
        raise click.UsageError(line("needed", language, option="--offline", label="--forms"))
    if listed and not offline:
        raise click.UsageError(line("needed", language, option="--offline", label="--pages"))
    pages = frozenset(listed.read_text(encoding="utf-8").splitlines()) if listed else None
    more = _form(project, language) if forms else {}
    if clean:
        project.forget()
    start = time.monotonic()
    gate = None if offline else BuildGate(project, out, strict=strict, compress=compress)
    try:
        if gate and (kept := gate.unchanged()):
            _built(language, out, kept.pages, 0, start, kept.warnings)
            return
        from rich.console import Console  # noqa: PLC0415 (only a build that begins needs it)

        from laomo import pipeline  # noqa: PLC0415 (importing MkDocs and the models takes a second)

        machines = cluster.machines(scheduler, project.root) if scheduler else nullcontext()
        with Console(stderr=True).status(line("building", language)), machines:
            rendered = pipeline.build(
                project, out, strict=strict, without_server=offline, more=more, pages=pages, compress=compress
            )
    except (BuildFailed, cluster.ClusterUnavailable) as fault:
        problems = fault.problems if isinstance(fault, BuildFailed) else (listing.unavailable(fault),)
        listing.show(problems, language, project.root)
        click.echo(line("not-built", language, problems=str(len(problems)), out=str(out)), err=True)
        sys.exit(1)
    if gate:
        gate.remember(rendered)
    _built(language, out, rendered.pages, len(rendered.changed), start, rendered.warnings)
    if offline:
        click.echo(line("offline", language, out=str(offline)))


def _built(  # noqa: PLR0913, PLR0917 (what there is to say)
    language: Language, out: Path, pages: int, changed: int, start: float, warnings: tuple[Problem, ...]
) -> None:
    listing.show(warnings, language, err=True)
    facts = {"pages": f"{pages:,}", "changed": f"{changed:,}", "seconds": f"{time.monotonic() - start:.1f}"}
    click.echo(line("built", language, **facts, out=str(out / "index.html")))


def _form(project: Project, language: Language) -> dict[str, bytes]:
    """The form for clerks, as a file of the offline edition."""
    from laomo.cli.forms import form_archive, made_form  # noqa: PLC0415 (few builds need it, and what reads spreadsheets)
    from laomo.pages.form.page import FILE  # noqa: PLC0415 (as above)

    return {FILE: made_form(form_archive(project), language)}
