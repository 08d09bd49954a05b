"""Commands that create what makes studios known, and inspections, one question after another."""

from pathlib import Path

import click

from laomo.cli import answered, options
from laomo.cli import spreadsheets as ledgers
from laomo.cli.prompts import Answers
from laomo.problems.messages import Language
from laomo.project import Project
from laomo.records.models import vocabulary
from laomo.tools.spreadsheets import round_sheets


@click.command()
@options.root
@click.option("--kind", type=click.Choice(list(vocabulary.EVENT_KINDS)), help="类别。")
@click.option("--title", help="活动或报道的题目。")
@click.option("--date", help="日期；报道写刊出的日期。")
@click.option("--end", help="结束日期，一天的不写。")
@click.option("--place", help="地点，不写门牌号。")
@click.option("--organiser", help="谁办的；报道写报纸、电视台等的名称。")
@click.option("--address", help="报道或介绍的网址，以 https:// 开头。")
@click.option("--summary", help="一句话：讲了什么、展出了什么。")
@click.option("--union", help="组织的工会，平时怎么写都行。")
@click.option("--studios", help="参加或报道的工作室，几家用顿号隔开。")
@click.pass_obj
def event(language: Language, /, root: Path, **given: str | None) -> None:
    """登记一场活动或一篇报道：事迹报告、成果展示、技术交流、带头人培训、媒体报道。"""
    answers, archive = Answers(language, given), ledgers.read_archive(Project(root))
    asked = {"kind": None, "title": None, "date": None, "end": "", "place": "", "organiser": "", "address": ""}
    labels = {"kind": "ask-event-kind", "date": "ask-event-date", "end": "ask-end-date", "place": "ask-event-place"}
    labels |= {"union": "ask-event-union", "studios": "ask-notice-studios"}
    row = answered.cells(answers, round_sheets.EVENTS, {**asked, "summary": "", "union": "", "studios": ""}, **labels)
    row[round_sheets.STUDIOS_NAMED] = "、".join(answered.split(row[round_sheets.STUDIOS_NAMED]))
    answered.take(language, root, archive, round_sheets.EVENTS.title, [row])


@click.command()
@options.root
@click.option("--kind", type=click.Choice(list(vocabulary.INSPECTION_KINDS)), help="类别。")
@click.option("--title", help="标题，如 2026年度互查。")
@click.option("--date", help="开始日期。")
@click.option("--end", help="结束日期，一天的不写。")
@click.option("--bodies", help="检查单位，几个用顿号隔开；互查的写双方。")
@click.option("--studios", help="工作室，平时怎么写都行，几家用顿号隔开。")
@click.option("--finding", help="检查情况，各家都一样的才写；不公开。")
@click.option("--advice", help="处理意见，各家都一样的才写；不公开。")
@click.pass_obj
def inspection(language: Language, /, root: Path, **given: str | None) -> None:
    """登记一次检查或互查：内部档案，不会登出。"""
    answers, archive = Answers(language, given), ledgers.read_archive(Project(root))
    sheet = round_sheets.INSPECTIONS
    labels = {"kind": "ask-inspection-kind", "date": "ask-inspection-date", "end": "ask-end-date"}
    head = {"kind": None, "title": None, "date": None, "end": "", "bodies": ""}
    once = answered.cells(answers, sheet, head, **labels, bodies="ask-inspection-bodies")
    names = answered.split(answers.get("studios", "ask-studios"))
    each = answered.cells(answers, sheet, {"finding": "", "advice": ""})
    answered.take(language, root, archive, sheet.title, answered.rows(names, once, each))
