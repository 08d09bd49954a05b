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
