"""Commands that create what an upper union issues, one question after another: decisions, notices, tables of targets, and many unions at once."""

import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from laomo.cli import listing, options
from laomo.cli.change_lines import change_line
from laomo.cli.phrases import line
from laomo.cli.prompts import Answers
from laomo.problems import formats
from laomo.problems.messages import Language
from laomo.problems.problem import Problem
from laomo.project import Project
from laomo.records.models import vocabulary
from laomo.system.clock import today
from laomo.tools import spreadsheets
from laomo.tools.spreadsheets import round_sheets, year_round

_PER_STUDIO = ("support", "granted")
_NAMES = re.compile(r"[、；;，,\n]")


@click.command()
@options.root
@click.option("--result", type=click.Choice(list(vocabulary.DECISION_RESULTS)), help="结果。")
@click.option("--title", help="文件的标题，照原文。")
@click.option("--date", help="作出决定的日期，如 2026-04-26。")
@click.option("--doc-no", "doc_no", help="文号，照原文。")
@click.option("--bodies", help="作出决定的单位，几个用顿号隔开。")
@click.option("--level", type=click.Choice(list(vocabulary.LEVELS)), help="级别。")
@click.option("--designation", help="称号全称，与牌匾一致。")
@click.option("--studios", help="工作室，平时怎么写都行，几家用顿号隔开。")
@click.option("--support", help="每家的补助，如 2万元。")
@click.option("--granted", help="补助日期。")
@click.pass_obj
def decision(language: Language, /, root: Path, **given: str | None) -> None:
    """登记一份决定：验收达标、命名、示范、复核、表彰、摘牌、撤销。"""
    answers, archive = Answers(language, given), _archive(root)
    result = answers.get("result", "ask-result", choices=tuple(vocabulary.DECISION_RESULTS))
    sheet = next(each for each in round_sheets.DECISIONS if result in each.results)
    fields = {"title": None, "date": None, "doc_no": "", "bodies": year_round.top_name(archive) or None, "level": None}
    optional = {"designation": "", "support": "", "granted": ""}
    headings = {column.path[0]: column.header for column in sheet.columns}
    said = {
        "title": "ask-title",
        "date": "ask-date",
        "doc_no": "ask-doc-no",
        "bodies": "ask-bodies",
        "level": "ask-level",
    }
    said |= {"designation": "ask-designation", "support": "ask-support", "granted": "ask-granted"}
    levels = tuple(vocabulary.LEVELS)
    head = {
        headings[name]: answers.get(name, said[name], default, choices=levels if name == "level" else ())
        for name, default in (fields | optional).items()
        if name in headings
    }
    names = _split(answers.get("studios", "ask-studios"))
    once = {heading: text for heading, text in head.items() if heading not in {headings.get(n) for n in _PER_STUDIO}}
    each = {heading: text for heading, text in head.items() if heading not in once}
    each |= {headings["result"]: result} if "result" in headings else {}
    rows = [{"工作室名称": name, **(once if n == 0 else {}), **each} for n, name in enumerate(names)]
    _take(language, root, archive, sheet.title, rows)


@click.command()
@options.root
@click.option("--kind", type=click.Choice(list(vocabulary.NOTICE_KINDS)), help="类别。")
@click.option("--title", help="标题，照原文。")
@click.option("--date", help="发布日期。")
@click.option("--issuer", help="发布单位。")
@click.option("--doc-no", "doc_no", help="文号，照原文。")
@click.option("--start", help="公示的第一天。")
@click.option("--end", help="公示的最后一天。")
@click.option("--objection", help="异议办法；电话由受理工会的座机带出。")
@click.option("--union", help="受理工会，平时怎么写都行。")
@click.option("--body", help="正文。")
@click.option("--studios", help="涉及的工作室，几家用顿号隔开。")
@click.pass_obj
def notice(language: Language, /, root: Path, **given: str | None) -> None:
    """登记一份公示或通知。"""
    answers, archive = Answers(language, given), _archive(root)
    top = year_round.top_name(archive)
    kind = answers.get("kind", "ask-notice-kind", choices=tuple(vocabulary.NOTICE_KINDS))
    headings = {column.path[0]: column.header for column in round_sheets.NOTICES.columns}
    row = {headings["kind"]: kind}
    row[headings["title"]] = answers.get("title", "ask-title")
    row[headings["date"]] = answers.get("date", "ask-notice-date")
    row[headings["issuer"]] = answers.get("issuer", "ask-issuer", top or None)
    row[headings["doc_no"]] = answers.get("doc_no", "ask-doc-no", "")
    if kind == "公示":
        row[headings["start"]] = answers.get("start", "ask-start")
        row[headings["end"]] = answers.get("end", "ask-end")
        row[headings["objection"]] = answers.get("objection", "ask-objection")
        row[headings["union"]] = answers.get("union", "ask-handled-by", "")
    row[headings["body"]] = answers.get("body", "ask-body")
    row[headings["studios"]] = "、".join(_split(answers.get("studios", "ask-notice-studios", "")))
    _take(language, root, archive, round_sheets.NOTICES.title, [row])


@click.command()
@options.root
@click.option("--year", help="哪一年的任务。")
@click.option("--title", help="表名，照原文。")
@click.option("--issuer", help="发文单位。")
@click.option("--doc-no", "doc_no", help="文号，照原文。")
@click.option("--rows", help="各工会的任务，如 思明区 8/4、湖里区 7/4（创建/达标）。")
@click.option("--total", help="表上的合计，如 15/8；不写的照各行相加。")
@click.pass_obj
def target(language: Language, /, root: Path, **given: str | None) -> None:
    """登记一张任务分解表。"""
    answers, archive = Answers(language, given), _archive(root)
    year = answers.get("year", "ask-year", default=str(today().year))
    head = {"年度": year, "表名": answers.get("title", "ask-table-title")}
    head["发文单位"] = answers.get("issuer", "ask-issuer", year_round.top_name(archive) or None)
    head["文号"] = answers.get("doc_no", "ask-doc-no", "")
    rows: list[dict[str, str]] = []
    for part in _split(answers.get("rows", "ask-target-rows")):
        name, counts = _counts(part)
        rows.append({"工会": name, **counts, **(head if not rows else {})})
    if total := answers.get("total", "ask-total", ""):
        rows.append({"工会": "合计", **_counts(f"合计 {total}")[1]})
    _take(language, root, archive, round_sheets.TARGETS.title, rows)


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--parent", help="名单里没有写上级工会的，都归这一家：名称或编号。")
@click.option("--dry-run", is_flag=True, help="只说会加哪些，一个字也不写。")
@options.root
@click.pass_obj
def unions(language: Language, file: Path, parent: str | None, dry_run: bool, root: Path) -> None:
    """从 Excel 或 CSV 名单一次加许多家工会：上级工会写名称，类别照名称推知。"""
    archive = _archive(root)
    above = spreadsheets.unions_meant(archive, parent) if parent else [""]
    if len(above) != 1:
        raise click.UsageError(line("ledger-unknown-union", language, union=parent or ""))
    try:
        found = spreadsheets.UnionList.read(spreadsheets.read(file), archive, above[0])
    except spreadsheets.UnreadableFile as reason:
        listing.show([Problem(str(file), reason.code, facts=reason.facts)], language)
        sys.exit(1)
    for each in found.new:
        facts = {name: str(each.get(name, "")) for name in ("name", "id", "kind", "parent")}
        click.echo(line("union-listed", language, **facts))
    for remark in spreadsheets.grouped(found.problems):
        click.echo(formats.text(remark.problem, language))
    listing.read_on(found.problems, language, root)
    if found.new and not dry_run:
        found.write()
    errors = sum(problem.severity == "error" for problem in found.problems)
    counted = {"new": f"{len(found.new):,}", "known": f"{found.known:,}", "errors": f"{errors:,}"}
    click.echo(line("unions-planned" if dry_run else "unions-added", language, **counted))
    if errors:
        sys.exit(1)


def _take(
    language: Language, root: Path, archive: spreadsheets.Archive, title: str, rows: Sequence[Mapping[str, str]]
) -> None:
    """Write what the answers say, if nothing is wrong with them; else print what is, and exit with 1."""
    grid = spreadsheets.typed(title, rows)
    plan = spreadsheets.plan_grids([grid], archive, None, root)
    problems = [spreadsheets.asked(each, grid) for each in (*plan.problems, *plan.reminders)]
    for remark in spreadsheets.grouped(problems):
        click.echo(formats.text(remark.problem, language))
    listing.read_on(problems, language, root)
    errors = sum(problem.severity == "error" for problem in problems)
    if errors:
        click.echo(line("not-created", language, problems=str(errors)), err=True)
        sys.exit(1)
    if not plan.changes:
        click.echo(line("ledger-next-nothing", language))
    plan.write(Project(root).studios)
    for change in plan.changes:
        click.echo(change_line(change, language))


def _split(text: str) -> list[str]:
    return [part.strip() for part in _NAMES.split(text) if part.strip()]


def _counts(part: str) -> tuple[str, dict[str, str]]:
    """The name and the two numbers of 思明区 8/4."""
    found = re.search(r"(?<![\s:：=])[\s:：=]*+(?<!\d)(\d++)\s*+[/／]\s*+(\d++)\Z", part)
    if not found:
        return part, {"创建": "", "达标": ""}
    return part[: found.start()], {"创建": found[1], "达标": found[2]}


def _archive(root: Path) -> spreadsheets.Archive:
    project = Project(root)
    project.refuse_links()
    return spreadsheets.Archive.read(project.studios, project.cache_folder / "records.trees")
