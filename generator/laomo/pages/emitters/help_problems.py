"""The help page about problem codes, made from the message catalogue."""

from collections.abc import Iterator
from dataclasses import dataclass

from laomo.pages import breadcrumbs
from laomo.pages.context import Context
from laomo.problems.messages import (
    attachments,
    files,
    forms,
    houses,
    impossible,
    in_general,
    personal,
    records,
    site,
    spreadsheet_round,
    spreadsheet_rows,
    spreadsheet_tables,
    spreadsheets,
    values,
)
from laomo.system.output import Output

_GROUPS = (
    ("files", "文件和文字", files.MESSAGES),
    ("values", "填写的内容", values.MESSAGES),
    ("personal", "个人信息", personal.MESSAGES),
    ("records", "前后不一致", records.MESSAGES | impossible.MESSAGES),
    ("attachments", "网页旁边的附件", attachments.MESSAGES),
    (
        "ledger",
        "Excel名单和台账",
        spreadsheets.MESSAGES | spreadsheet_rows.MESSAGES | spreadsheet_tables.MESSAGES | spreadsheet_round.MESSAGES,
    ),
    ("forms", "填报表", forms.MESSAGES),
    ("houses", "成员馆和上级馆", houses.MESSAGES),
    ("site", "标准、网页和生成", site.MESSAGES),
)


@dataclass(frozen=True, slots=True)
class Meaning:
    """A code, with the sentences that say what was found and what would be right."""

    code: str
    found: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Group:
    """The problem codes of one part of the catalogue."""

    id: str
    title: str
    problems: tuple[Meaning, ...]


def emit(context: Context) -> Iterator[Output]:
    shown = groups()
    count = sum(len(group.problems) for group in shown)
    trail = breadcrumbs.to(*context.existing(breadcrumbs.HELP), ("提示说明", "help/problems/"))
    yield context.page("problems.md", "help/problems/", trail=trail, groups=shown, count=count)


def groups() -> list[Group]:
    """All problem codes with their meanings, by the parts of the catalogue."""
    return [
        Group(name, title, tuple(Meaning(code, *in_general(code)) for code in sorted(messages)))
        for name, title, messages in _GROUPS
    ]
