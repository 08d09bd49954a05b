"""The CMS: `laomo forms FOLDER --cms`."""

from pathlib import Path

import click

from laomo.cli.phrases import line
from laomo.pages.form.page import NoLibraries
from laomo.problems.messages import Language
from laomo.project import Project
from laomo.publish.target import TargetRefused, check_apart
from laomo.system import git
from laomo.system.files import write_atomic
from laomo.tools.cms import host as hosts
from laomo.tools.cms import page
from laomo.tools.cms.host import Host, HostOptions
from laomo.tools.spreadsheets import Archive


def refuse_inside(language: Language, folder: Path, project: Project) -> None:
    """Raises UsageError for a folder that is published with the site, or holds its sources: tokens are safe at an address of their own."""
    try:
        check_apart(folder, (*project.sources, project.root / "site"))
    except TargetRefused:
        raise click.UsageError(line("cms-inside", language, folder=str(folder))) from None


def host(language: Language, root: Path, said: HostOptions) -> Host:
    """Where the records of a site lie, by what is said and by its git repository. Raises UsageError if that is not enough."""
    for option, address in (("--server", said.server), ("--sign-in", said.sign_in)):
        if address and not hosts.SERVER.fullmatch(address.rstrip("/")):
            raise click.UsageError(line("cms-address", language, option=option))
    try:
        return hosts.host(git.Repository(root).origin, said)
    except hosts.UnknownHost as unknown:
        raise click.UsageError(line(unknown.code, language)) from None


def make(language: Language, folder: Path, known: Archive, host: Host, years: tuple[int, ...]) -> None:
    """Write the folder of the CMS. Raises ClickException without its libraries."""
    try:
        made = list(page.files(known, host, tuple(map(str, years))))
    except NoLibraries as missing:
        raise click.ClickException(line(missing.code, language)) from None
    for path, data in made:
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        write_atomic(file, data)
    where = {"folder": str(folder), "server": host.server, "repository": host.repository}
    click.echo(line("cms-made", language, **where))
    click.echo(line("cms-reviewed" if host.reviewed else "cms-direct", language))
    click.echo(line("cms-left-out", language))
