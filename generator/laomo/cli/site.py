"""Commands for a site as a whole: report, build, serve, demo."""

import sys
import time
from contextlib import nullcontext
from pathlib import Path

import click
from rich.console import Console

from laomo import generate
from laomo.cli import listing, options, report_formats, stated_unions
from laomo.cli.build_gate import BuildGate
from laomo.cli.phrases import line
from laomo.problems.errors import BuildFailed
from laomo.problems.messages import Language
from laomo.problems.problem import Problem
from laomo.project import Project
from laomo.system import cluster
from laomo.tools.review import report as reporting


@click.command()
@options.root
@click.option("--year", type=click.IntRange(1949, 2100), default=None, help="哪一年，默认最近一个到了年末的年份。")
@click.option(
    "--format",
    "shape",
    type=click.Choice(list(report_formats.FORMATS)),
    default="text",
    help="怎样列出：text 给人看，json 给程序用。",
)
@click.option("--union", default=None, help="只列哪个工会和它下面的：编号或名称。")
@click.option(
    "--xlsx",
    "file",
    type=click.Path(dir_okay=False, path_type=Path),
    default=None,
    help="写成 Excel 工作簿，如 催报.xlsx：一样一张表，另有评选用的证据矩阵。",
)
@click.pass_obj
def report(  # noqa: PLR0913, PLR0917 (one argument per option)
    language: Language, root: Path, year: int | None, shape: str, union: str | None, file: Path | None
) -> None:
    """列出没有年报、久未更新、缺少材料、限期整改、补助未发的工作室，供工会内部使用，不会出现在网站上。"""
    if file and file.exists():
        raise click.UsageError(line("ledger-exists", language, file=str(file)))
    project = Project(root)
    checked = generate.check(project)
    errors = [problem for problem in checked.problems if problem.severity == "error"]
    if checked.registry:
        registry = checked.registry
        only = registry.union_by_id[stated_unions.known(language, registry.unions_called, union)] if union else None
        found = reporting.report(registry, year, only)
        if file:
            from laomo.tools.review import report_workbook  # noqa: PLC0415 (openpyxl takes a while, and only this option needs it)

            report_workbook.write(found, project.address, file)
            click.echo(line("report-written", language, file=str(file), year=found.year))
        else:
            click.echo(report_formats.FORMATS[shape](found, language), nl=False)
    if errors:
        click.echo(line("report-problems", language, problems=f"{len(errors):,}"), err=True)
        sys.exit(1)


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
    console = Console(stderr=True)
    try:
        if gate and (kept := gate.unchanged()):
            _built(language, out, kept.pages, 0, start, kept.warnings)
            return
        from laomo import pipeline  # noqa: PLC0415 (importing MkDocs takes half a second)

        machines = cluster.machines(scheduler, project.root) if scheduler else nullcontext()
        with console.status(line("building", language)), machines:
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


@click.command()
@options.root
@click.option(
    "--address",
    default="127.0.0.1:8000",
    show_default=True,
    help="在哪个地址预览；被别的程序占着时换一个，如 127.0.0.1:8001。",
)
@click.pass_obj
def serve(language: Language, root: Path, address: str) -> None:
    """边改边看：改了档案，浏览器里的网页随即更新；有问题的档案保留上一次的样子。"""
    from laomo.render.preview.server import Preview  # noqa: PLC0415 (as above)

    def report(problems: tuple[Problem, ...]) -> None:
        listing.show(problems, language, root, err=True)

    def ready(url: str) -> None:
        click.echo(line("serving", language, url=url))

    host, _, port = address.rpartition(":")
    try:
        Preview(Project(root.absolute()), host.strip("[]"), int(port), report, ready).run()
    except BuildFailed as fault:
        report(fault.problems)
        sys.exit(1)
    except (OSError, ValueError, OverflowError) as error:
        raise click.UsageError(line("no-address-to-serve", language, address=address, reason=str(error))) from error


@click.command()
@click.option("--studios", type=click.IntRange(1, 200_000), default=100, show_default=True, help="工作室的数目。")
@click.option("--houses", type=click.IntRange(1, 1_000), help="做一个省：这么多个市，各有自己的馆，和收它们的省馆。")
@click.option("--seed", type=int, default=2013, show_default=True, help="随便一个数；数相同，做出的档案也相同。")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.pass_obj
def demo(language: Language, studios: int, houses: int | None, seed: int, folder: Path) -> None:
    """做一个演示站：虚构的、标明示例的档案，要多大有多大。"""
    from laomo.tools import demo  # noqa: PLC0415 (only this command needs it)
    from laomo.tools.demo import province  # noqa: PLC0415 (as above)

    if folder.exists() and any(folder.iterdir()):
        raise click.UsageError(line("not-empty", language, folder=str(folder)))
    files = province.generate(houses, studios, seed) if houses else demo.generate(studios, seed)
    count = demo.write(folder, files)
    click.echo(line("demo", language, files=f"{count:,}", folder=str(folder)))


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
