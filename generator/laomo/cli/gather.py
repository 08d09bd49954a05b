"""The command gather: takes what member houses publish into the records of the union above, and titles from above into those of a member."""

import sys
from contextlib import nullcontext
from pathlib import Path, PurePosixPath

import click

from laomo import generate
from laomo.cli import listing, options
from laomo.cli.phrases import line
from laomo.problems.messages import Language
from laomo.problems.problem import Problem
from laomo.project import Project
from laomo.records.loader import faults_of, read_one
from laomo.records.models import HousesRecord
from laomo.records.models.houses import MemberHouse
from laomo.system import cluster
from laomo.system.lock import Locked
from laomo.tools.gather import from_above, urgent
from laomo.tools.gather.attempt import HOUSES, HouseOutcome
from laomo.tools.gather.gathering import Gathering
from laomo.tools.gather.refusal import HouseRefused


@click.command()
@click.argument("houses", nargs=-1, metavar="[馆编号]…")
@options.root
@click.option("--urgent", "only_withdrawals", is_flag=True, help="只办撤回：各馆撤回公开的人，立刻从这里的档案里去掉。")
@click.option("--from-above", "titles", is_flag=True, help="接上级馆授予的称号，写进 above.yml。")
@options.scheduler
@click.pass_obj
def gather(  # noqa: PLR0913 (one argument per option)
    language: Language,
    houses: tuple[str, ...],
    root: Path,
    *,
    only_withdrawals: bool,
    titles: bool,
    scheduler: str | None,
) -> None:
    """从成员馆收档案：照 houses.yml 的名单，收各馆公开的那一版，查过才换上；收不到的沿用上一次的，不耽误别的馆。"""
    project = Project(root.absolute())
    record = read_one(project.studios, HOUSES, HousesRecord)
    if record is None and (faults := faults_of(project.studios, HOUSES)):
        listing.show(generate.located(project, faults), language)
        sys.exit(1)
    if record is None or not (record.above if titles else record.houses):
        raise click.UsageError(line("gather-no-houses", language, file=f"studios/{HOUSES}"))
    chosen = [house for house in record.houses if not houses or house.id in houses]
    if unknown := sorted({*houses} - {house.id for house in chosen}):
        raise click.UsageError(line("gather-unknown-house", language, house=unknown[0]))
    try:
        if titles:
            problems = _titles(project, record, language)
        elif only_withdrawals:
            problems = _withdraw(project, record, chosen, language)
        else:
            with cluster.machines(scheduler, project.root) if scheduler else nullcontext():
                problems = _gather(project, record, chosen, language)
    except Locked as error:
        raise click.ClickException(line("gather-busy", language)) from error
    except cluster.ClusterUnavailable as fault:
        problems = [listing.unavailable(fault)]
    listing.show(generate.located(project, problems), language)
    if any(problem.severity == "error" for problem in problems):
        sys.exit(1)


def _gather(project: Project, record: HousesRecord, chosen: list[MemberHouse], language: Language) -> list[Problem]:
    outcomes = Gathering(project, record).run(chosen)
    for each in outcomes:
        click.echo(_said(each, language))
    return [problem for each in outcomes for problem in each.problems]


def _said(outcome: HouseOutcome, language: Language) -> str:
    facts = {"house": outcome.house.id, "as_of": outcome.as_of}
    if outcome.unchanged:
        return line("gather-unchanged", language, **facts)
    if not outcome.studios:
        return line("gather-kept" if outcome.as_of else "gather-nothing", language, **facts)
    numbers = {"studios": outcome.studios, "added": outcome.added, "gone": outcome.gone}
    return line("gather-taken", language, **facts, **numbers)


def _withdraw(project: Project, record: HousesRecord, chosen: list[MemberHouse], language: Language) -> list[Problem]:
    done = urgent.withdraw(project, record, chosen)
    click.echo(line("gather-withdrawn", language, changed=len(done.changed), gone=len(done.gone)))
    if done.papers:
        click.echo(line("gather-withdrawn-papers", language, count=len(done.papers)))
    return list(done.problems)


def _titles(project: Project, record: HousesRecord, language: Language) -> list[Problem]:
    if record.above is None:
        return []
    try:
        above, changed = from_above.fetch(project, record.above)
    except HouseRefused as refused:
        return [Problem(f"studios/{PurePosixPath('above.yml')}", refused.code, facts=refused.facts)]
    code = "gather-titles" if changed else "gather-titles-same"
    click.echo(line(code, language, site=above.site, count=len(above.decisions)))
    return []
