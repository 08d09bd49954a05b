"""Commands that create a site and migrate it to a new version: init, upgrade."""

import sys
from pathlib import Path

import click

from laomo import __version__, generate
from laomo.cli import options
from laomo.cli.phrases import line
from laomo.cli.prompts import Answers
from laomo.problems.messages import Language
from laomo.project import Project
from laomo.records import json_schema, layout, models
from laomo.records.models import vocabulary
from laomo.system.clock import today
from laomo.tools import starter


@click.command()
@click.option("--name", help="网站名称。")
@click.option("--place", help="地区，如“云屿市”。")
@click.option("--union", help="主办的工会。")
@click.option(
    "--kind",
    type=click.Choice([*vocabulary.UNION_KINDS, *vocabulary.FORMER_UNION_KINDS]),
    help="主办工会的类别，不写就看名称，如“市总工会”。",
)
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.pass_obj
def init(language: Language, /, folder: Path, kind: str | None, **given: str | None) -> None:
    """建一个工会自己的新网站：档案、网页、外观、编辑器设置和自动检查的脚本，马上就能生成。"""
    if folder.exists() and any(entry.name != ".git" for entry in folder.iterdir()):
        raise click.UsageError(line("not-empty", language, folder=str(folder)))
    answers = Answers(language, given)
    name = answers.get("name", "ask-site-name", default="劳模创新工作室网上展馆")
    place, union = answers.get("place", "ask-place"), answers.get("union", "ask-first-union")
    kind = vocabulary.FORMER_UNION_KINDS.get(kind, kind) if kind else _kind(union)
    site = starter.NewSite(name, place, union, kind, today())
    try:
        count = starter.write(folder, site)
    except starter.NoWheel as reason:
        raise click.ClickException(line(reason.code, language, **reason.facts)) from reason
    click.echo(line("initialised", language, files=str(count), folder=str(folder)))
    click.echo(line("init-owners", language))
    click.echo(line("init-drafts", language))


def _kind(union: str) -> str:
    """The kind of a union, from the end of its name: 屿心区工会 is a 区总工会, 某某机床厂工会 a 基层工会."""
    kinds = (
        {kind: kind for kind in vocabulary.UNION_KINDS} | vocabulary.FORMER_UNION_KINDS | {"工委": "系统（区域）工委"}
    )
    return next((kind for end, kind in kinds.items() if union.endswith(end)), "基层工会")


@click.command()
@click.option("--scripts", is_flag=True, help="连自动检查、发布的脚本也换成这个版本的；自己改过的会被换掉。")
@options.root
@click.pass_obj
def upgrade(language: Language, root: Path, *, scripts: bool) -> None:
    """换了新版本以后运行：vendor 里的程序、requirements.txt、编辑器的提示和没有改过的帮助换成新的，该迁移的档案迁移好，并说明做了什么。"""
    registry = generate.check(Project(root)).registry
    if registry is None:
        raise click.ClickException(line("site-problems", language))
    if registry.site.format > models.FORMAT:
        click.echo(line("format-newer", language, format=str(registry.site.format), ours=str(models.FORMAT)), err=True)
        sys.exit(1)
    folder = root / json_schema.FOLDER
    changed = str(json_schema.write(folder))
    renewed = line("schemas", language, files=str(len(layout.KINDS)), changed=changed, folder=str(folder))
    click.echo(line("up-to-date", language, format=str(models.FORMAT), schemas=renewed))
    pages = starter.outdated_pages(root)
    try:
        if starter.renew_program(root):
            click.echo(line("program-renewed", language, version=__version__))
    except starter.NoWheel as reason:
        raise click.ClickException(line(reason.code, language, **reason.facts)) from reason
    if not (root / starter.VENDOR).is_dir():
        return
    pages.write(root)
    if pages.new:
        click.echo(line("pages-renewed", language, count=len(pages.new)))
    if pages.own:
        click.echo(line("pages-own", language, names=tuple(map(str, pages.own))))
    if outdated := tuple(map(str, starter.outdated_scripts(root))):
        if scripts:
            starter.renew_scripts(root)
        click.echo(line("scripts-renewed" if scripts else "scripts-differ", language, names=outdated))
