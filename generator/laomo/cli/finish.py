"""The command finish: what is done after rendering, for pages that another program has rendered."""

import sys
from pathlib import Path

import click

from laomo.cli import listing, options
from laomo.cli.phrases import line
from laomo.problems.errors import BuildFailed
from laomo.problems.messages import Language
from laomo.project import Project
from laomo.publish import finishing


@click.command()
@click.argument("rendered", metavar="文件夹", type=click.Path(exists=True, file_okay=False, path_type=Path))
@options.root
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), default=None, help="网站放到哪里，默认 site。")
@options.offline
@options.compress
@click.pass_obj
def finish(  # noqa: PLR0913, PLR0917 (one argument per option)
    language: Language, rendered: Path, root: Path, out: Path | None, offline: Path | None, compress: bool
) -> None:
    """把别的程序（MkDocs、ProperDocs、Zensical）做出的网页收尾：合并样式，写上安全规则、站点地图，核对链接，然后一步换上。"""
    project, out = Project(root.absolute()), (out or root / "site").absolute()
    try:
        finished = finishing.finish(
            project, rendered.absolute(), out, without_server=offline and offline.absolute(), compress=compress
        )
    except BuildFailed as fault:
        listing.show(fault.problems, language, root)
        click.echo(line("not-built", language, problems=str(len(fault.problems)), out=str(out)), err=True)
        sys.exit(1)
    listing.show(finished.warnings, language, root, err=True)
    click.echo(line("finished", language, pages=f"{finished.pages:,}", out=str(out / "index.html")))
    if offline:
        click.echo(line("offline", language, out=str(offline)))
