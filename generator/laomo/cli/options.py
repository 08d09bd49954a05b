"""Options that several commands share."""

from functools import partial
from pathlib import Path

import click

from laomo.cli.phrases import line


def _is_site(context: click.Context, _: click.Parameter, folder: Path) -> Path:
    """The folder, where it holds records: a clerk's terminal often stands elsewhere."""
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
root = _folder(callback=_is_site)
anywhere = _folder()
"""For commands that ask git, or only want to know where to write."""
strict = click.option("--strict", is_flag=True, help="提醒也算问题。")


def within(file: Path, paths: tuple[Path, ...]) -> bool:
    """Whether a file lies at or below one of the paths that a command was given; with none given, every file does."""
    place = file.absolute()
    return not paths or any(place.is_relative_to(path.absolute()) for path in paths)
