"""Lists with a row for each member of a team: who leads is read if the row says so, and no member is."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from laomo.problems.problem import Fact, Problem
from laomo.text.compared import same
from laomo.text.person_names import LEADS
from laomo.tools.spreadsheets import headers
from laomo.tools.spreadsheets.grid import Cell, Row
from laomo.tools.spreadsheets.sheets import LEADERS, NAME, UNITS

_MORE = r"(?:[、，,；;/／（(兼].*)?"
_LEADER = re.compile(rf"(?:现|现任|工作室|室|第[一二三]|总)*(?:{LEADS.pattern}){_MORE}")
_LEADER_BESIDE = re.compile(rf"[（(](?:{LEADS.pattern})[)）]")
_MEMBER = re.compile(
    r"[^、，,；;/／（(]*(?:成员|组员|队员|室员|骨干|核心|助手|助理|秘书|联络员|顾问|学员|徒弟|参与人?|副?(?:组长|队长)|(?:副|原|前任?)(?:领衔人|带头人|负责人))(?:[、，,；;/／（(].*)?"
)
_MEMBER_HEADER = re.compile(r"姓名|.*(?:成员|组员|人员|骨干|团队).*|名字")
_MEMBER_TITLE = re.compile(r"成员|花名册|人员名单|人员名册|团队名单|骨干名单")
_PEOPLE = frozenset(
    {
        "姓名",
        "成员",
        "成员姓名",
        "团队成员",
        "人员",
        "人员姓名",
        "工作室成员",
        "骨干成员",
        "团队成员姓名",
        "工作室成员姓名",
    }
)
_SHOWN_ROLES = frozenset({"共同领衔人", "带头人"})
"""Roles that the record of a leader tells from 领衔人."""
_ENOUGH = 200
"""Cells of a column by which it is known."""
_PAIR = 2
"""A name that stands twice is rather a slip than a team."""
_OF_LEADERS = LEADERS.split("·", maxsplit=1)[0]
"""The beginning of the headings of a leader's columns."""


@dataclass(slots=True)
class _Team:
    """The rows of one studio, and its place among all rows."""

    place: int
    rows: list[Row] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class MemberList:
    """Where a list has the names of studios, of people, and what each of these is; `role` is None when it does not say.

    `lead` is the column of the leaders where a list has one beside that of its people.
    """

    name: int
    person: int
    role: int | None
    teams: tuple[_Team, ...]
    lead: int | None = None

    def leaders(self, team: _Team) -> list[Row]:
        """The rows of a team that say that somebody leads."""
        if self.lead is not None:
            return [row for row in team.rows if _text(row, self.lead)][:1]
        if self.role is None:
            return [row for row in team.rows if _LEADER_BESIDE.search(_text(row, self.person))]
        return [row for row in team.rows if _LEADER.fullmatch(_text(row, self.role))]

    def problem(self, header: Sequence[Cell]) -> Problem:
        """The one question about the list, at the header of the people."""
        lead = sum(len(self.leaders(team)) for team in self.teams)
        members = sum(len(team.rows) for team in self.teams) - (lead if self.lead is None else 0)
        facts: dict[str, Fact] = {"members": members, "leaders": str(lead or "")}
        return Problem(header[self.person].address, "ledger-member-list", facts=facts, severity="warning")

    def columns(self, columns: dict[int, str]) -> dict[int, str]:
        """Column index → heading: the people as leaders, and without the column that says who they are."""
        kept = {index: heading for index, heading in columns.items() if index != self.role}
        return kept if self.lead is not None else {**kept, self.person: LEADERS}

    def unread(self, header: Sequence[Cell]) -> set[str]:
        """The addresses of the headers that the one question speaks of."""
        return {header[index].address for index in (self.person, self.role) if index is not None}

    def rows(self, rows: Sequence[Row], columns: dict[int, str]) -> list[Row]:
        """The rows with one for each studio in place of those of its members. `columns`: column index → heading."""
        of_members = {id(row) for team in self.teams for row in team.rows}
        first = {team.place: self._row_of(team, columns) for team in self.teams}
        return [first.get(place, row) for place, row in enumerate(rows) if place in first or id(row) not in of_members]

    def _row_of(self, team: _Team, columns: dict[int, str]) -> Row:
        """The row of a studio: what its leaders' rows say, and for the rest its first row."""
        lead, first = self.leaders(team), team.rows[0]
        cells = []
        for index, cell in enumerate(first.cells):
            of_leader = index == self.person or columns.get(index, "").startswith(_OF_LEADERS)
            said = [row.cells[index] for row in lead if index < len(row.cells)]
            if of_leader:
                lines = [self._line(row, index) for row in lead]
                joined = "\n".join(lines) if any(lines) else None
                cells.append(replace(said[0] if said else cell, value=joined, joined=False))
            else:
                cells.append(replace(next((each for each in said if each.text), cell), joined=False))
        return replace(first, cells=tuple(cells))

    def _line(self, row: Row, index: int) -> str:
        """A leader's line in a cell of the studio, with the role behind the name where it tells something."""
        text = row.cells[index].text.replace("\n", " ") if index < len(row.cells) else ""
        role = _text(row, self.role) if self.role is not None else ""
        return f"{text}（{role}）" if index == self.person and role in _SHOWN_ROLES else text


def find(rows: Sequence[Row], header: Sequence[Cell], columns: dict[int, str], title: str) -> MemberList | None:
    """The list of members that some rows below a header are; None when they are a list of studios."""
    name, person = _column(columns, NAME), _column(columns, LEADERS)
    if person is None:
        person = next((n for n, cell in enumerate(header) if headers.plain(cell.text) in _PEOPLE), None)
    if name is None or person is None:
        return None
    others = [
        n for n, cell in enumerate(header) if n != person and n not in columns and headers.plain(cell.text) in _PEOPLE
    ]
    if others and (found := _beside_leaders(rows, name, person, others[0])):
        return found
    role = _role(rows, [index for index in range(len(header)) if index not in (name, person)])
    teams = _teams(rows, name, person, _column(columns, UNITS) if role is None else None)
    sizes = [len({same(_text(row, person)) for row in team.rows}) for team in teams]
    if role is not None:
        texts = {_text(row, role) for row in rows}
        members = max(sizes, default=0) > 1 or any(map(_MEMBER.fullmatch, texts))
    else:
        of_people = _MEMBER_HEADER.fullmatch(headers.plain(header[person].text)) or _MEMBER_TITLE.search(title)
        members = bool(of_people) and (sum(size > 1 for size in sizes) > 1 or max(sizes, default=0) > _PAIR)
    return MemberList(name, person, role, tuple(teams)) if members else None


def _beside_leaders(rows: Sequence[Row], name: int, lead: int, person: int) -> MemberList | None:
    """The list whose rows have a member each, and beside them the leader of the whole studio."""
    teams = _teams(rows, name, person, None)
    one_leader = all(len({same(text) for row in team.rows if (text := _text(row, lead))}) == 1 for team in teams)
    several = any(len({same(_text(row, person)) for row in team.rows}) > 1 for team in teams)
    return MemberList(name, person, None, tuple(teams), lead) if one_leader and several else None


def _column(columns: dict[int, str], heading: str) -> int | None:
    return next((index for index, each in columns.items() if each == heading), None)


def _role(rows: Sequence[Row], candidates: Iterable[int]) -> int | None:
    """The column that says who leads and who is a member: at least half of its first cells do."""
    for index in candidates:
        texts = [*islice(filter(None, (_text(row, index) for row in rows)), _ENOUGH)]
        known = [text for text in texts if _LEADER.fullmatch(text) or _MEMBER.fullmatch(text)]
        if known and 2 * len(known) >= len(texts):
            return index
    return None


def _teams(rows: Sequence[Row], name: int, person: int, unit: int | None) -> list[_Team]:
    """The rows with a person by the studio that they name; a row without a name belongs to the studio above.

    With `unit`, its column, the same name in another unit is another studio.
    """
    found: dict[tuple[str, str], _Team] = {}
    current = ("", "")
    for place, row in enumerate(rows):
        named, people = same(_text(row, name)), _text(row, person)
        if not people or row.hidden or people == _text(row, name):
            current = ("", "")
            continue
        if named and not row.cells[name].joined:
            current = (named, _text(row, unit) if unit is not None else "")
        if current[0]:
            found.setdefault(current, _Team(place)).rows.append(row)
    return list(found.values())


def _text(row: Row, index: int) -> str:
    return "".join(row.cells[index].text.split()) if index < len(row.cells) else ""
