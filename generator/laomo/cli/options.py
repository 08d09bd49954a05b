"""Options shared by several commands."""

from functools import partial
from pathlib import Path

import click

from laomo.cli.phrases import line


def _site_folder(context: click.Context, _: click.Parameter, folder: Path) -> Path:
    """Raises UsageError if the folder contains no records; users often start a command in the wrong folder."""
    if not (folder / "studios").is_dir():
        raise click.UsageError(line("no-site-here", context.obj or "zh", folder=str(folder.absolute())))
    return folder


_folder = partial(
    click.option,
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    help="网站所在的文件夹，默认当前文件夹。",
)
root = _folder(callback=_site_folder)
anywhere = _folder()
"""Like `root`, but the folder need not contain records: for commands that use git, or only write files."""
strict = click.option("--strict", is_flag=True, help="提醒也算问题。")


def within(file: Path, paths: tuple[Path, ...]) -> bool:
    """Whether a file is one of the paths given on the command line or below one; always true if none was given."""
    absolute = file.absolute()
    return not paths or any(absolute.is_relative_to(path.absolute()) for path in paths)
