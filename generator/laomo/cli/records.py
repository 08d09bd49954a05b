"""Commands that create or format records: new, fmt, schema."""

import re
import sys
from pathlib import Path, PurePosixPath

import click

from laomo import generate
from laomo.cli import listing, new_documents, new_events, options, stated_unions
from laomo.cli.phrases import line
from laomo.cli.prompts import Answers
from laomo.problems.messages import Language
from laomo.problems.problem import Problem
from laomo.project import Project
from laomo.records import json_schema, layout, scaffold
from laomo.records.models import vocabulary
from laomo.records.yaml import formatter as tidying
from laomo.records.yaml import writer
from laomo.records.yaml.writer import Value
from laomo.registry.registry import Registry
from laomo.system.clock import today
from laomo.system.files import write_atomic
from laomo.tools.spreadsheets import categories

UNIONS = PurePosixPath("studios/unions.yml")


@click.group()
def new() -> None:
    """新建工会、工作室、年度档案、决定、公示、活动和报道、检查、任务表；在终端里会一项一项地问，也可以全写在命令里。"""


@new.command()
@options.root
@click.option("--name", help="工会名称。")
@click.option("--kind", type=click.Choice([*vocabulary.UNION_KINDS, *vocabulary.FORMER_UNION_KINDS]), help="类别。")
@click.option("--parent", help="上级工会的编号。")
@click.option("--id", help="编号，默认用名称的拼音。")
@click.pass_obj
def union(language: Language, /, root: Path, **given: str | None) -> None:
    """在 unions.yml 末尾加一家工会。"""
    registry, answers = _registry(root, language), Answers(language, given)
    name = answers.get("name", "ask-union-name")
    kind = answers.get("kind", "ask-union-kind", choices=tuple(vocabulary.UNION_KINDS))
    kind = vocabulary.FORMER_UNION_KINDS.get(kind, kind)
    parent = answers.get("parent", "ask-parent", default="")
    proposed = scaffold.union_id(name, registry.union_by_id.keys() | layout.RESERVED)
    entry = {"id": answers.get_id(proposed), "name": name, "kind": kind, "parent": parent}
    data = scaffold.with_union((root / UNIONS).read_bytes(), entry)
    if data is None:
        lines = "\n".join(writer.list_item(entry))
        raise click.ClickException(line("union-not-added", language, path=str(UNIONS), text=lines))
    _write_checked(root, UNIONS, data, language)
    click.echo(line("union-added", language, path=str(UNIONS), name=name, id=entry["id"]))


@new.command()
@options.root
@click.option("--union", help="主管工会的编号或名称。")
@click.option("--name", help="工作室名称，与牌匾一致。")
@click.option("--category", type=click.Choice(list(vocabulary.CATEGORIES)), help="类别。")
@click.option("--leader", help="领衔人姓名。")
@click.option("--unit", help="所在单位。")
@click.option("--region", help="地区，写到区县。")
@click.option("--id", help="编号，默认用名称里有特点的几个字的拼音。")
@click.pass_obj
def studio(language: Language, /, root: Path, **given: str | None) -> None:
    """新建一个工作室的档案，其余各项带着说明列在下面，想填就填。"""
    registry, answers = _registry(root, language), Answers(language, given)
    home = _union(answers.get("union", "ask-union"), registry, language)
    name = answers.get("name", "ask-name")
    named = categories.stated(name) or ""
    category = answers.get("category", "ask-category", default=named, choices=tuple(vocabulary.CATEGORIES))
    leader = answers.get("leader", "ask-leader", default="")
    unit = answers.get("unit", "ask-unit")
    region = answers.get("region", "ask-region", default="")
    taken = registry.studio_by_id.keys() | layout.RESERVED
    chosen = answers.get_id(scaffold.studio_id(name, leader, unit, taken))
    leaders: list[Value] = [{"name": leader}] if leader else []
    data = scaffold.studio({"name": name, "category": category, "leaders": leaders, "units": [unit], "region": region})
    _create(root, PurePosixPath("studios", home, chosen, "studio.yml"), data, language)


@new.command()
@options.root
@click.argument("studio", metavar="[工作室编号]", required=False)
@click.option("--year", help="哪一年。")
@click.option("--project", help="一个攻关项目的名称。")
@click.pass_obj
def year(language: Language, /, root: Path, **given: str | None) -> None:
    """新建一个工作室的年度档案。"""
    registry, answers = _registry(root, language), Answers(language, given)
    found = registry.studio_by_id.get(requested := answers.get("studio", "ask-studio"))
    if found is None:
        raise click.UsageError(line("unknown-studio-here", language, studio=requested))
    chosen = answers.get("year", "ask-year", default=str(today().year))
    if not re.fullmatch(r"19[5-9]\d|20\d\d", chosen):
        raise click.UsageError(line("bad-year", language, year=chosen))
    project = answers.get("project", "ask-project", default="")
    projects: list[Value] = [{"title": project}] if project else []
    path = PurePosixPath("studios") / found.path.parent / f"{chosen}.yml"
    _create(root, path, scaffold.year({"projects": projects}), language)


for _command in (
    new_documents.decision,
    new_documents.notice,
    new_events.event,
    new_events.inspection,
    new_documents.target,
    new_documents.unions,
):
    new.add_command(_command)


@click.command()
@options.root
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--check", "only_check", is_flag=True, help="只说哪些还没有整理，不改动。")
@click.pass_obj
def fmt(language: Language, root: Path, paths: tuple[Path, ...], only_check: bool) -> None:
    """整理档案的空格、空行和换行，不改内容，备注都在；有错误的档案不动。"""
    files = [
        path
        for path, fault in layout.files(root / "studios").items()
        if not fault and layout.model_of(path) and options.within(root / layout.shown(path), paths)
    ]
    changed, problems = 0, list[Problem]()
    for path in files:
        file = root / layout.shown(path)
        before = file.read_bytes()
        tidied, found = tidying.tidy(before, layout.shown(path))
        problems += found
        if tidied != before:
            changed += 1
            click.echo(line("untidy" if only_check else "tidied", language, path=layout.shown(path)))
            if not only_check:
                write_atomic(file, tidied)
    listing.show(problems, language)
    code = "untidy-count" if only_check else "tidied-count"
    click.echo(line(code, language, files=f"{len(files):,}", changed=f"{changed:,}"), err=True)
    if problems or (only_check and changed):
        sys.exit(1)


@click.command("schema")
@options.anywhere
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="放到哪里，默认 schemas。")
@click.pass_obj
def schema_command(language: Language, root: Path, out: Path | None) -> None:
    """写出各种档案的填写规则（JSON Schema），编辑器照它提示和检查。"""
    folder = out or root / json_schema.FOLDER
    click.echo(
        line(
            "schemas",
            language,
            files=str(len(layout.KINDS)),
            changed=str(json_schema.write(folder)),
            folder=str(folder),
        )
    )


def _registry(root: Path, language: Language) -> Registry:
    registry = generate.check(Project(root)).registry
    if registry is None:
        raise click.ClickException(line("site-problems", language))
    return registry


def _union(requested: str, registry: Registry, language: Language) -> str:
    if found := stated_unions.meant(language, registry.unions_called, requested):
        return found
    all_unions = tuple(part for each in registry.unions for part in (each.id, each.name))
    raise click.UsageError(line("unknown-union-here", language, union=requested, unions=all_unions))


def _create(root: Path, path: PurePosixPath, data: bytes, language: Language) -> None:
    if (root / path).exists():
        raise click.UsageError(line("exists", language, path=str(path)))
    _write_checked(root, path, data, language)
    click.echo(line("created", language, path=str(path)))


def _write_checked(root: Path, path: PurePosixPath, data: bytes, language: Language) -> None:
    """Write a record and check it. If it has errors, restore the folder, print the problems and exit with 1."""
    file, before = root / path, (root / path).read_bytes() if (root / path).exists() else None
    write_atomic(file, data)
    problems = [problem for problem in generate.check(Project(root)).problems if problem.path == str(path)]
    if not any(problem.severity == "error" for problem in problems):
        return
    if before is None:
        file.unlink()
        for folder in file.parents[: len(path.parts) - 2]:
            if not any(folder.iterdir()):
                folder.rmdir()
    else:
        write_atomic(file, before)
    listing.show(problems, language)
    listing.not_created(len(problems), language)
