"""Commands for reviewing a change: ownership, changes."""

import html
import sys
from pathlib import Path

import click

from laomo import generate
from laomo.cli import listing, options
from laomo.cli.phrases import line
from laomo.problems import formats
from laomo.problems.messages import Language
from laomo.project import Project
from laomo.records import models
from laomo.system import git
from laomo.system.files import write_atomic
from laomo.tools.review import changes as comparing
from laomo.tools.review import ownership

_base = click.option("--base", required=True, help="正式档案：要合并到的分支或提交，如 origin/main。")
_head = click.option("--head", default="HEAD", show_default=True, help="这次的改动：要合并的分支或提交。")


@click.command(name="ownership")
@options.anywhere
@click.option("--base", help="正式档案：要合并到的分支或提交，如 origin/main。")
@_head
@click.option("--author", help="提交人在代码平台上的账号。")
@click.option("--codeowners", is_flag=True, help="照 owners.yml 写出 CODEOWNERS，供认得它的平台用。")
@options.shape
@click.pass_obj
def ownership_command(language: Language, /, root: Path, shape: str, *, codeowners: bool, **given: str | None) -> None:
    """查一次提交是不是只改了提交人自己工会的档案；只看资料库（git）里的记录，不打开任何文件。"""
    if codeowners:
        _write_code_owners(root, language)
        return
    base, head, author = (given[name] for name in ("base", "head", "author"))
    if not (base and head and author):
        needed = ("--base", "--author")
        raise click.UsageError(line("needed", language, option=needed, label=needed))
    try:
        problems = ownership.check(git.Repository(root), base, head, author)
    except git.UnknownCommit as error:
        raise click.UsageError(line(error.code, language, **error.facts)) from error
    click.echo(formats.FORMATS[shape](problems, language), nl=False)
    if problems:
        if shape == "text":
            listing.read_on(problems, language, root)
        click.echo(line("not-owned", language, problems=str(len(problems))), err=True)
        sys.exit(1)
    click.echo(line("owned", language, author=author), err=True)


@click.command(name="changes")
@options.anywhere
@_base
@_head
@click.option("--address", help="预览的网址；给了它，每一条都带上链接。")
@click.option(
    "--pages",
    "listed",
    type=click.Path(dir_okay=False, path_type=Path),
    default=None,
    help="把改到的网页的网址写进这个文件，一行一个，给 laomo build --pages 用。",
)
@click.option(
    "--format",
    "shape",
    type=click.Choice(["markdown", "text"]),
    default="markdown",
    help="怎样写：markdown 贴到代码平台上，text 在终端里看。",
)
@click.pass_obj
def changes_command(  # noqa: PLR0913, PLR0917 (one argument per option)
    language: Language, root: Path, base: str, head: str, address: str | None, listed: Path | None, shape: str
) -> None:
    """用平常话写出一次提交会让读者看到什么：新的、改了的每一项，原来是什么、现在是什么，谁不再公开。"""
    try:
        found = comparing.compare(git.Repository(root), base, head)
    except git.UnknownCommit as error:
        raise click.UsageError(line(error.code, language, **error.facts)) from error
    if found is None:
        raise click.ClickException(line("site-problems", language))
    if listed:
        write_atomic(listed, "".join(f"{page}\n" for page in sorted(found.addresses)).encode())
    told = comparing.markdown(found, address.rstrip("/") + "/" if address else None)
    click.echo(html.unescape(told) if shape == "text" else told, nl=False)


def _write_code_owners(root: Path, language: Language) -> None:
    registry = generate.check(Project(root)).registry
    record = (
        next((each for each in registry.records.values() if isinstance(each, models.OwnersRecord)), None)
        if registry
        else None
    )
    if registry is None or record is None:
        raise click.ClickException(line("site-problems", language))
    write_atomic(root / "CODEOWNERS", ownership.code_owners(record, registry.unions).encode())
    click.echo(line("code-owners", language, path=str(root / "CODEOWNERS")))
