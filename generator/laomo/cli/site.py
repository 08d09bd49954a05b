"""Commands for a site as a whole: report, serve, demo."""

import sys
from pathlib import Path

import click

from laomo import generate
from laomo.cli import listing, options, report_formats, stated_unions
from laomo.cli.phrases import line
from laomo.problems.errors import BuildFailed
from laomo.problems.messages import Language
from laomo.problems.problem import Problem
from laomo.project import Project
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
@click.option(
    "--address",
    default="127.0.0.1:8000",
    show_default=True,
    help="在哪个地址预览；被别的程序占着时换一个，如 127.0.0.1:8001。",
)
@click.pass_obj
def serve(language: Language, root: Path, address: str) -> None:
    """边改边看：改了档案，浏览器里的网页随即更新；有问题的档案保留上一次的样子。"""
    from laomo.render.preview.server import Preview  # noqa: PLC0415 (importing MkDocs takes half a second)

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
