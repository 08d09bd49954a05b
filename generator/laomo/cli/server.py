"""The command server: prints ready settings for a web server."""

from pathlib import Path
from urllib.parse import urlsplit

import click

from laomo.cli import options
from laomo.cli.phrases import line
from laomo.problems.messages import Language
from laomo.project import Project
from laomo.publish import destination
from laomo.publish.ssh import RemoteFolder
from laomo.tools import server as settings


@click.command()
@click.argument("program", metavar="程序", type=click.Choice(list(settings.SERVERS)))
@click.argument("place", metavar="[位置]", default="/srv/laomo")
@options.anywhere
@click.option("--name", default=None, help="网站的域名，默认取自 mkdocs.yml 的 site_url。")
@click.option(
    "--moved",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    default=None,
    help="旧网站的网址转到哪里：CSV，一行一个，旧网址,新网址。",
)
@click.pass_obj
def server(  # noqa: PLR0913, PLR0917 (one argument per option)
    language: Language, program: str, place: str, root: Path, name: str | None, moved: Path | None
) -> None:
    """打印一份现成的网站服务器设置：响应头、缓存、压缩、404、旧网址，存成文件就能用。

    程序写 nginx、caddy 或 apache；位置和 laomo publish 的一样，默认 /srv/laomo。
    """
    address = urlsplit(Project(root).address or "")
    try:
        old = settings.moved(moved.read_bytes()) if moved else {}
        found = settings.ServedFolder(
            _folder(place),
            address.netloc if name is None else name,
            address.path or "/",
            old,
        )
    except (settings.SettingRefused, destination.PlaceUnclear) as error:
        raise click.UsageError(line(error.code, language, **error.facts)) from error
    click.echo(settings.settings(program, found), nl=False)


def _folder(place: str) -> str:
    """The folder on the server that a place of `laomo publish` names. Raises PlaceUnclear, and SettingRefused for a store."""
    target = destination.parse(place)
    if isinstance(target, RemoteFolder):
        return target.folder
    if isinstance(target, Path):
        return str(target.absolute())
    raise settings.SettingRefused("server-folder", folder=place)
