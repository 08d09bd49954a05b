"""The command that hands a built site to a web server's folder."""

import sys
from pathlib import Path

import click

from laomo import releases
from laomo.alone import Busy
from laomo.cli import options
from laomo.messages import Language, line


@click.command()
@click.argument("place", type=click.Path(file_okay=False, path_type=Path))
@options.root
@click.option(
    "--site", type=click.Path(file_okay=False, path_type=Path), default=None, help="生成好的网站，默认 site。"
)
@click.option("--rollback", is_flag=True, help="退回上一个版本。")
@click.pass_obj
def publish(language: Language, place: Path, root: Path, site: Path | None, rollback: bool) -> None:
    """把生成好的网站放到网站服务器的文件夹：一步换上，读者看到的不是旧版就是新版；保留前几版，随时可以退回。"""
    try:
        number = releases.rollback(place) if rollback else releases.release(site or root / "site", place)
    except releases.NoRelease as error:
        raise click.UsageError(
            line("no-earlier-release" if rollback else "no-site", language, place=str(error))
        ) from error
    except Busy:
        click.echo(line("publishing-already", language, place=str(place)), err=True)
        sys.exit(1)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        click.echo(line("not-published", language, place=str(place), reason=reason), err=True)
        sys.exit(1)
    told = "rolled-back" if rollback else "published"
    click.echo(line(told, language, place=str(place / "current"), number=number))
