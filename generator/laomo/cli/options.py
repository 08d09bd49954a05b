"""Options that several commands share."""

from pathlib import Path

import click

root = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    help="网站所在的文件夹，默认当前文件夹。",
)
strict = click.option("--strict", is_flag=True, help="提醒也算问题。")


def within(file: Path, paths: tuple[Path, ...]) -> bool:
    """Whether a file lies at or below one of the paths that a command was given; with none given, every file does."""
    place = file.absolute()
    return not paths or any(place.is_relative_to(path.absolute()) for path in paths)
