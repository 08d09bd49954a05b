"""The form for clerks: written by `laomo forms`; `laomo import` takes in what it saves."""

import io
import sys
from pathlib import Path, PurePosixPath
from typing import Any

import click

from laomo.cli import cms as cms_command
from laomo.cli import listing, options, stated_unions
from laomo.cli.change_lines import change_line
from laomo.cli.phrases import line
from laomo.pages.form import page
from laomo.pages.form.schemas import KINDS
from laomo.problems import formats
from laomo.problems.messages import Language
from laomo.problems.problem import Problem
from laomo.project import Project
from laomo.records import layout
from laomo.system.files import write_atomic
from laomo.tools.cms import config
from laomo.tools.cms import host as hosts
from laomo.tools.forms import archive, contents, handing_out
from laomo.tools.forms import plan as form_plan
from laomo.tools.spreadsheets import Archive


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--studio",
    "studios",
    multiple=True,
    help="连同这个工作室的档案，写它的编号；可以写几次。填表人在表单里打开它，接着改。",
)
@click.option(
    "--record",
    "records",
    multiple=True,
    help="连同这一份决定、公示与通知、宣传展示、检查、任务分解表或联盟名录，如 notices/2025-01.yml；可以写几次。",
)
@click.option("--cms", is_flag=True, help="改做在线填报的网页（用 Sveltia），档案放在 GitHub、GitLab 或 Gitea 上的用。")
@click.option(
    "--host", "kind", type=click.Choice(hosts.KINDS), help="在线填报：代码平台是哪一种；默认看 git 的 origin。"
)
@click.option("--server", default="", help="在线填报：代码平台的网址，自己架设的才要写，如 https://git.example.org。")
@click.option(
    "--repo",
    "repository",
    default="",
    help="在线填报：资料库的名字，如 shizonggonghui/zhanguan；默认看 git 的 origin。",
)
@click.option("--branch", default="", help="在线填报：存到哪个分支（档案的另一份，审过再并）；不写就存进正式档案。")
@click.option(
    "--app-id",
    default="",
    help="在线填报：GitLab、Gitea 上登记的应用编号，有了就能用账号登录；没有的用访问令牌登录。",
)
@click.option("--sign-in", default="", help="在线填报：登录服务的网址；GitHub 要有它才能用账号登录。")
@click.option(
    "--year",
    "years",
    multiple=True,
    type=click.IntRange(1900, 2999),
    help="在线填报：添上这一年，每个工作室都能开始填；可以写几次。",
)
@options.root
@click.pass_obj
def forms(  # noqa: PLR0913 (one for each option)
    language: Language,
    /,
    folder: Path,
    studios: tuple[str, ...],
    records: tuple[str, ...],
    root: Path,
    *,
    cms: bool,
    years: tuple[int, ...],
    **online: Any,
) -> None:
    """做一份填报表，放进这个文件夹：一个网页文件，不联网，手机、电脑上双击就能填；填好存下的压缩包用 laomo import 读回来。

    加上 --cms，改做在线填报的网页：放到网站服务器上，登录以后在浏览器里改档案。
    """
    known = form_archive(Project(root))
    if cms:
        if studios or records:
            raise click.UsageError(line("cms-no-studio", language))
        cms_command.refuse_inside(language, folder, Project(root))
        host = cms_command.host(language, root, hosts.HostOptions(**online))
        cms_command.make(language, folder, known, host, years)
        return
    if years or any(online.values()):
        raise click.UsageError(line("cms-needed", language))
    for studio in studios:
        if studio not in known.profiles:
            raise click.UsageError(line("unknown-studio-here", language, studio=studio))
    packed = {f"{studio}.zip": handing_out.packed(known, studio) for studio in studios}
    for each in records:
        path = PurePosixPath(each.replace("\\", "/").removeprefix("studios/"))
        kind = layout.kind_of(path)
        if path not in known.trees or kind not in KINDS or kind in ("studio", "year"):
            raise click.UsageError(line("unknown-record-here", language, record=each))
        packed[f"{'-'.join(path.with_suffix('').parts)}.zip"] = handing_out.packed_record(known, kind, path)
    made = made_form(known, language)
    folder.mkdir(parents=True, exist_ok=True)
    write_atomic(folder / page.FILE, made)
    click.echo(line("forms-made", language, file=str(folder / page.FILE)))
    for name, form in packed.items():
        data = io.BytesIO()
        archive.write(form, data)
        write_atomic(folder / name, data.getvalue())
        click.echo(line("forms-studio", language, file=str(folder / name)))


def made_form(known: Archive, language: Language) -> bytes:
    """The form of a site, one HTML file. Raises ClickException when its libraries are missing."""
    try:
        return handing_out.form(known)
    except page.NoLibraries as missing:
        raise click.ClickException(line(missing.code, language)) from None


def form_archive(project: Project) -> Archive:
    """The site's records of all kinds that the form and the CMS offer."""
    project.refuse_links()
    return Archive.read(project.studios, project.cache_folder / "records.trees", also=frozenset(config.KINDS))


def import_form(language: Language, file: Path, union: str | None, root: Path, *, dry_run: bool) -> None:
    """Take in a zip that the form has saved, and say what has changed. With an error nothing is written."""
    project = Project(root)
    known = form_archive(project)
    within = stated_unions.known(language, known.called, union) if union else None
    try:
        plan = form_plan.plan(file, known, within)
    except contents.FormRefused as reason:
        listing.show([Problem(str(file), reason.code, facts=reason.facts)], language)
        sys.exit(1)
    for change in plan.changes if plan.sound else ():
        click.echo(change_line(change, language))
    for path, _ in plan.pictures if plan.sound else ():
        click.echo(line("forms-picture", language, path=f"studios/{path}"))
    click.echo(formats.as_text(plan.problems, language), nl=False)
    listing.read_on(plan.problems, language, project.root, err=False)
    if plan.sound and not dry_run:
        plan.write(project.studios)
    errors = sum(problem.severity == "error" for problem in plan.problems)
    counted = {
        "new": f"{sum(change.new for change in plan.changes):,}",
        "changed": f"{sum(not change.new for change in plan.changes):,}",
        "pictures": f"{len(plan.pictures):,}",
        "errors": f"{errors:,}",
    }
    click.echo(
        line("forms-refused" if errors else "forms-planned" if dry_run else "forms-imported", language, **counted)
    )
    if errors:
        sys.exit(1)
    if not plan.changes:
        click.echo(line("ledger-next-nothing", language))
    elif not dry_run:
        click.echo(line("ledger-next-look", language))
