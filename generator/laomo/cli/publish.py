"""The command publish: puts a built site into a web server's folder, on this machine or over ssh."""

import sys
from pathlib import Path

import click

from laomo.cli import listing, options
from laomo.cli.phrases import line
from laomo.pages import theme
from laomo.problems.messages import Language
from laomo.problems.problem import Problem
from laomo.project import Project, site_around
from laomo.publish import bucket, destination, releases, store
from laomo.publish import ssh as over_ssh
from laomo.publish.destination import PlaceUnclear
from laomo.publish.target import TargetRefused, check_apart
from laomo.system import disk
from laomo.system.lock import Locked


@click.command()
@click.argument("place", metavar="位置")
@options.anywhere
@click.option(
    "--site", type=click.Path(file_okay=False, path_type=Path), default=None, help="生成好的网站，默认 site。"
)
@click.option("--rollback", is_flag=True, help="退回上一个版本。")
@click.option("--endpoint", default=None, metavar="网址", help="对象存储的地址，位置写“s3://桶/文件夹”时用。")
@click.option("--ssh", default=over_ssh.SSH, help="连接服务器用的命令，例如“ssh -p 2222 -i 密钥文件”。")
@click.pass_obj
def publish(  # noqa: PLR0913, PLR0917 (one argument per option)
    language: Language, place: str, root: Path, site: Path | None, rollback: bool, endpoint: str | None, ssh: str
) -> None:
    """把生成好的网站放到网站服务器：一步换上，读者看到的不是旧版就是新版；保留前几版，随时可以退回。

    位置是本机的文件夹，或者“用户@主机:文件夹”（用 ssh 和 rsync），网站服务器的根目录指向里面的 current；
    或者“s3://桶/文件夹”，云上的对象存储（要装 laomo[s3]，密钥照 boto3 的规矩放）。
    """
    try:
        target = destination.parse(place, ssh, endpoint)
        released = _rollback(target) if rollback else _release(site or root / "site", root, target)
    except (releases.NoRelease, releases.PlaceTaken, PlaceUnclear) as error:
        raise click.UsageError(line(error.code, language, **error.facts)) from error
    except TargetRefused as error:
        listing.show([Problem(place, error.code, facts=error.facts)], language, err=True)
        sys.exit(1)
    except over_ssh.PublishFailed as error:
        click.echo(line(error.code, language, **error.facts), err=True)
        sys.exit(1)
    except Locked:
        click.echo(line("publishing-already", language, place=place), err=True)
        sys.exit(1)
    except OSError as error:
        click.echo(line("not-published", language, place=place, reason=disk.reason(error)), err=True)
        sys.exit(1)
    code = "rolled-back" if rollback else "published"
    shown = str(target) if isinstance(target, store.Bucket) else f"{place.rstrip('/')}/current"
    click.echo(line(code, language, place=shown, number=released.number))
    if released.purged:
        click.echo(line("releases-purged", language, numbers=tuple(released.purged)))


def _release(site: Path, root: Path, target: store.Bucket | over_ssh.RemoteFolder | Path) -> releases.Released:
    if isinstance(target, store.Bucket):
        return bucket.release(site, target)
    if isinstance(target, over_ssh.RemoteFolder):
        return over_ssh.release(site, target)
    _check_apart(target, root, site)
    return releases.release(site, target)


def _check_apart(place: Path, root: Path, site: Path) -> None:
    """Raises TargetRefused for a place in the folder of a site, or around one: git would keep what lies there, withdrawn people too."""
    folders = {site_around(each.resolve()) for each in (root, site, place)}
    for folder in filter(None, folders):
        check_apart(place, (folder, *Project(folder).sources))
    check_apart(place, (theme.folder(),))


def _rollback(target: store.Bucket | over_ssh.RemoteFolder | Path) -> releases.Released:
    if isinstance(target, store.Bucket):
        return bucket.rollback(target)
    return over_ssh.rollback(target) if isinstance(target, over_ssh.RemoteFolder) else releases.rollback(target)
