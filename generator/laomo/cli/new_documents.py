"""Commands that create what an upper union issues, one question after another: decisions, notices, tables of targets, and many unions at once."""

import re
import sys
from pathlib import Path

import click

from laomo.cli import answered, listing, options, stated_unions
from laomo.cli import spreadsheets as ledgers
from laomo.cli.phrases import line
from laomo.cli.prompts import Answers
from laomo.problems.messages import Language
from laomo.problems.problem import Problem
from laomo.project import Project
from laomo.records.models import vocabulary
from laomo.system.clock import today
from laomo.tools import spreadsheets
from laomo.tools.spreadsheets import round_sheets, year_round


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
    answers, archive = Answers(language, given), ledgers.read_archive(Project(root))
    result = answers.get("result", "ask-result", choices=tuple(vocabulary.DECISION_RESULTS))
    sheet = next(each for each in round_sheets.DECISIONS if result in each.results)
    head = {"title": None, "date": None, "doc_no": "", "bodies": year_round.top_name(archive) or None, "level": None}
    once = answered.cells(answers, sheet, {**head, "designation": ""})
    each = answered.cells(answers, sheet, {"support": "", "granted": ""})
    if len(sheet.results) > 1:
        each[round_sheets.OUTCOME] = result
    names = answered.split(answers.get("studios", "ask-studios"))
    answered.take(language, root, archive, sheet.title, answered.rows(names, once, each))


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
    answers, archive = Answers(language, given), ledgers.read_archive(Project(root))
    head = {"kind": None, "title": None, "date": None, "issuer": year_round.top_name(archive) or None, "doc_no": ""}
    row = answered.cells(answers, round_sheets.NOTICES, head, date="ask-notice-date", kind="ask-notice-kind")
    if "公示" in row.values():
        period = {"start": None, "end": None, "objection": None, "union": ""}
        row |= answered.cells(answers, round_sheets.NOTICES, period, union="ask-handled-by")
    row |= answered.cells(answers, round_sheets.NOTICES, {"body": None, "studios": ""}, studios="ask-notice-studios")
    row[round_sheets.STUDIOS_NAMED] = "、".join(answered.split(row[round_sheets.STUDIOS_NAMED]))
    answered.take(language, root, archive, round_sheets.NOTICES.title, [row])


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
    answers, archive = Answers(language, given), ledgers.read_archive(Project(root))
    head = {"年度": answers.get("year", "ask-year", default=str(today().year))}
    asked = {"title": None, "issuer": year_round.top_name(archive) or None, "doc_no": ""}
    head |= answered.cells(answers, round_sheets.TARGETS, asked, title="ask-table-title")
    rows: list[dict[str, str]] = []
    for part in answered.split(answers.get("rows", "ask-target-rows")):
        name, counts = _counts(part)
        rows.append({"工会": name, **counts, **(head if not rows else {})})
    if total := answers.get("total", "ask-total", ""):
        rows.append({"工会": "合计", **_counts(f"合计 {total}")[1]})
    answered.take(language, root, archive, round_sheets.TARGETS.title, rows)


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--parent", help="名单里没有写上级工会的，都归这一家：名称或编号。")
@click.option("--dry-run", is_flag=True, help="只说会加哪些，一个字也不写。")
@options.root
@click.pass_obj
def unions(language: Language, file: Path, parent: str | None, dry_run: bool, root: Path) -> None:
    """从 Excel 或 CSV 名单一次加许多家工会：上级工会写名称，类别照名称推知。"""
    archive = ledgers.read_archive(Project(root))
    above = stated_unions.known(language, archive.called, parent) if parent else ""
    try:
        found = spreadsheets.UnionList.read(spreadsheets.read(file), archive, above)
    except spreadsheets.UnreadableFile as reason:
        listing.show([Problem(str(file), reason.code, facts=reason.facts)], language)
        sys.exit(1)
    for each in found.new:
        facts = {name: str(each.get(name, "")) for name in ("name", "id", "kind", "parent")}
        click.echo(line("union-listed", language, **facts))
    ledgers.show(found.problems, language, root)
    if found.new and not dry_run:
        found.write()
    errors = sum(problem.severity == "error" for problem in found.problems)
    counted = {"new": f"{len(found.new):,}", "known": f"{found.known:,}", "errors": f"{errors:,}"}
    click.echo(line("unions-planned" if dry_run else "unions-added", language, **counted))
    if errors:
        sys.exit(1)


def _counts(part: str) -> tuple[str, dict[str, str]]:
    """The name and the two numbers of 思明区 8/4."""
    found = re.search(r"(?<![\s:：=])[\s:：=]*+(?<!\d)(\d++)\s*+[/／]\s*+(\d++)\Z", part)
    if not found:
        return part, {"创建": "", "达标": ""}
    return part[: found.start()], {"创建": found[1], "达标": found[2]}
