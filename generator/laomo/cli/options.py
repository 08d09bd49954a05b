"""Options shared by several commands."""

import os
from functools import partial
from pathlib import Path

import click

from laomo.cli.phrases import line
from laomo.problems import formats
from laomo.project import site_around


def _nearest(_: click.Context, __: click.Parameter, given: Path | None) -> Path:
    """The folder of the option; without it the site around the current folder, else the current folder itself."""
    if given is not None:
        return given
    here = Path.cwd()
    found = site_around(here) or here
    return Path() if found == here else Path(os.path.relpath(found))


def _site_folder(context: click.Context, parameter: click.Parameter, given: Path | None) -> Path:
    """Raises UsageError if the folder contains no records; users often start a command in the wrong folder."""
    folder = _nearest(context, parameter, given)
    if not (folder / "studios").is_dir():
        raise click.UsageError(line("no-site-here", context.obj or "zh", folder=str(folder.absolute())))
    return folder


_folder = partial(
    click.option,
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=None,
    help="网站所在的文件夹，默认当前文件夹，或它上面离得最近的网站。",
)
root = _folder(callback=_site_folder)
anywhere = _folder(callback=_nearest)
"""Like `root`, but the folder need not contain records: for commands that use git, or only write files."""
offline = click.option(
    "--offline",
    type=click.Path(file_okay=False, path_type=Path),
    default=None,
    help="另做一份离线版放到这里：不用服务器，拷到 U 盘、展厅电脑上就能看。",
)
compress = click.option("--compress", is_flag=True, help="给网站服务器另备压缩好的副本（.gz、.br），放在各个文件旁边。")
scheduler = click.option(
    "--scheduler",
    default=None,
    metavar="地址",
    help="把活分给几台机器：写分派活的那台（Dask）的地址，如 tcp://192.168.1.10:8786。",
)
strict = click.option("--strict", is_flag=True, help="有提醒也算不通过。")
shape = click.option(
    "--format",
    "shape",
    type=click.Choice(list(formats.FORMATS)),
    default="text",
    help="怎样列出：text 给人看，json 给程序用，github、gitlab 显示在代码平台上。",
)
"""One of `problems.formats.FORMATS`, for commands that list problems."""


def within(file: Path, paths: tuple[Path, ...]) -> bool:
    """Whether a file is one of the paths given on the command line or below one; always true if none was given."""
    absolute = file.absolute()
    return not paths or any(absolute.is_relative_to(path.absolute()) for path in paths)
