"""The CMS: `laomo forms FOLDER --cms`."""

from pathlib import Path

import click

from laomo.cli.phrases import line
from laomo.pages.form.page import NoLibraries
from laomo.problems.messages import Language
from laomo.system import git
from laomo.system.files import write_atomic
from laomo.tools.cms import host as hosts
from laomo.tools.cms import page
from laomo.tools.cms.host import Host, HostOptions
from laomo.tools.spreadsheets import Archive


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
    where = {"folder": str(folder), "server": host.server, "repository": host.repository, "branch": host.branch}
    click.echo(line("cms-made", language, **where))
    click.echo(line("cms-reviewed" if host.reviewed else "cms-direct", language, **where))
    click.echo(line("cms-left-out", language))
