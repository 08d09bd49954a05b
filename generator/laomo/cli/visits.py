"""The command visits: page views of each studio from a web server's logs."""

import sys
from pathlib import Path
from urllib.parse import urlsplit

import click

from laomo import generate
from laomo.cli import listing, options
from laomo.cli.phrases import line
from laomo.problems.messages import Language
from laomo.project import Project
from laomo.system import disk


@click.command()
@click.argument(
    "logs", metavar="日志…", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@options.root
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    default=None,
    help="写到这个文件：.xlsx 是表格，.csv 也行；不写就打印出来。",
)
@click.pass_obj
def visits(language: Language, logs: tuple[Path, ...], root: Path, out: Path | None) -> None:
    """从网站服务器的日志数出每个工作室每个月的浏览次数，供工会写总结；不记录、不输出任何读者的信息。

    日志是 nginx、Apache 默认的 combined 格式，压缩的（.gz）也行。数的是打开网页的次数，按北京时间分月；
    搜索引擎等程序的、图片和样式的不算。想看更多（来路、浏览器），用 GoAccess，地址也先抹掉：

    \b
      zcat -f access.log* | goaccess - --log-format=COMBINED --anonymize-ip --anonymize-level=3
        --ignore-crawlers --no-query-string --tz=Asia/Shanghai --ignore-panel=HOSTS -o report.html
    """
    from laomo.tools.visits import log, table  # noqa: PLC0415 (only this command needs them)

    if out and out.suffix.lower() not in {".csv", ".xlsx"}:
        raise click.UsageError(line("visits-ending", language, file=str(out)))
    if out and out.exists():
        raise click.UsageError(line("ledger-exists", language, file=str(out)))
    project = Project(root)
    checked = generate.check(project)
    if checked.registry is None:
        listing.show(checked.problems, language, root, err=True)
        sys.exit(1)
    try:
        seen = log.read(list(logs), urlsplit(project.address or "/").path)
        rows = table.table(seen, checked.registry.studios)
        if out:
            table.write(rows, out)
        else:
            click.echo(table.as_csv(rows), nl=False)
    except OSError as error:
        raise click.UsageError(
            line("visits-failed", language, file=str(error.filename or out), reason=disk.reason(error))
        ) from error
    counted = f"{seen.pages.total():,}"
    facts = {"lines": f"{seen.lines:,}", "robots": f"{seen.robots:,}", "unreadable": f"{seen.unreadable:,}"}
    click.echo(line("visits-counted", language, counted=counted, **facts), err=True)
    if out:
        click.echo(line("visits-written", language, file=str(out)), err=True)
    for file in seen.damaged:
        click.echo(line("visits-damaged", language, file=str(file)), err=True)
    if seen.damaged or (seen.lines and seen.unreadable == seen.lines):
        sys.exit(1)
