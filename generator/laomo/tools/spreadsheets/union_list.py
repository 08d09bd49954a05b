"""A list of unions → unions.yml: the union above by its name, the kind from the name where the list does not say it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from laomo.problems.problem import Fact, Problem
from laomo.records import layout, scaffold
from laomo.records.models import UnionRecord, vocabulary
from laomo.records.yaml import editor, writer
from laomo.records.yaml.reader import Tree
from laomo.system import files
from laomo.text import union_names
from laomo.text.compared import same
from laomo.tools.spreadsheets import cells, table_columns, table_rows
from laomo.tools.spreadsheets.columns import Item
from laomo.tools.spreadsheets.grid import Grid
from laomo.tools.spreadsheets.record_files import Archive, names_of
from laomo.tools.spreadsheets.round_sheets import UNIONS
from laomo.tools.spreadsheets.table_rows import SheetRow

_NAME, _PARENT, _KIND = "工会名称", "上级工会", "类别"
_ZONE = re.compile(r"(开发|高新|保税|工业园|园|自贸|新)区")
_TRADES = (
    "教育|教科文卫体|科教文卫体|科文卫体|科教|文教|卫生|医卫|医药|邮电|通信|电力|能源|交通|海员|铁路|建设|建筑|建材|机械|冶金|化工|石化|石油|"
    "煤炭|地质|纺织|轻工|财贸|金融|农林|农林水|水利|林业|国防|民航|烟草|公路|港口|电子|信息|机电|商贸|旅游|文化|体育|城建|市政|环卫|物流|快递|货运"
)
_KINDS = (
    (re.compile(r"(省|自治区)总工会$"), "省总工会"),
    (re.compile(r"(镇|乡|街道|村|社区|公司|集团|厂|矿|院|校|大学|中学|小学|银行|局|站|所|中心|店|队|港|部)(总)?工会(委员会|联合会)?$"), "基层工会"),
    (re.compile(r"(工委|工作委员会)$"), "系统（区域）工委"),
    (re.compile(r"(直属|市直|省直|直管|机关).{0,6}工会"), "直属工会"),
    (re.compile(r"(市|州|盟)总工会$"), "市总工会"),
    (re.compile(r"(县|旗)(总)?工会$"), "县总工会"),
    (re.compile(r"区(总)?工会$"), "区总工会"),
    (re.compile(rf"(产业|系统|{_TRADES})(总)?工会(委员会)?$"), "产业工会"),
)  # fmt: skip
"""What a name says of the kind; the first that fits counts. A zone has a committee, not a district's union."""


@dataclass(slots=True)
class UnionList:
    """The unions that a list adds, and the problems of the rows that it cannot."""

    archive: Archive
    parent: str = ""
    """The id of the union above those whose row names none."""
    new: list[Item] = field(default_factory=list)
    known: int = 0
    """How many rows are on record already."""
    problems: list[Problem] = field(default_factory=list)
    _refused: list[Item] = field(default_factory=list)
    """The unions whose rows are not taken: rows below them are left out without a word of their own."""

    @classmethod
    def read(cls, grids: list[Grid], archive: Archive, parent: str = "") -> "UnionList":
        """Read the first sheet that has names of unions."""
        found = cls(archive, parent)
        for grid in grids:
            header = table_columns.find_header(grid, UNIONS)
            if header and not grid.hidden:
                columns, problems = table_columns.read_columns(grid, UNIONS, header)
                said = [cell.text for row in grid.rows[: header.end] for cell in row.cells if cell.text]
                rows, _ = table_rows.read_rows(grid.rows[header.end :], columns, said, UNIONS.anchors)
                found.problems += problems
                found._take(rows)
                found.problems.sort(key=lambda each: _row(each.path))
                return found
        found.problems.append(Problem(f"{grids[0].name if grids else ''}!A1", "ledger-no-union-names"))
        return found

    def unions(self) -> list[Item]:
        """All unions, those on record first."""
        return [*self.archive.unions, *self.new]

    def write(self) -> None:
        """Write the new unions into unions.yml, behind those on record. Raises OSError and EditWouldLoseData."""
        path = PurePosixPath("unions.yml")
        wanted = {**self.archive.trees.get(path, {}), "unions": list[Tree](self.unions())}
        data = self.archive.data.get(path)
        files.write_atomic(self.archive.folder / path, editor.edit(data, wanted) if data else writer.write(wanted))

    def _take(self, rows: list[SheetRow]) -> None:
        """All names first, then who stands above whom: a list may have them in any order."""
        listed: list[tuple[SheetRow, Item]] = []
        for entry, name in self._named(rows):
            item = self._item(entry, name, {str(each[1]["id"]) for each in listed})
            if item is None:
                self._refused.append({"id": f"?{len(self._refused)}", "name": name})
            else:
                listed.append((entry, item))
        placed = [(entry, item, self._above(entry, item, listed)) for entry, item in listed]
        taken = {str(each["id"]) for each in self.archive.unions} | {""}
        while ready := [each for each in placed if each[2] in taken]:
            for each in ready:
                placed.remove(each)
                item = {**each[1], **({"parent": each[2]} if each[2] else {})}
                self.new.append({key: item[key] for key in UnionRecord.model_fields if key in item})
                taken.add(str(item["id"]))
        order = [str(item["id"]) for _, item in listed]
        self.new.sort(key=lambda each: order.index(str(each["id"])))

    def _named(self, rows: list[SheetRow]) -> Iterator[tuple[SheetRow, str]]:
        """The rows with the name of a union that is neither on record nor in a row above, nor seems to be."""
        known = {same(str(each.get("name"))) for each in self.archive.unions}
        called = [name for names in self.archive.called.values() for name in names[1:]]
        first: dict[str, str] = {}
        for entry in rows:
            name, at = cells.one_line(entry.text(_NAME)), entry.at(_NAME)
            if not name:
                self._tell(at, "ledger-missing", field=_NAME)
            elif same(name) in first:
                self._tell(at, "ledger-union-listed", name=name[:60], first=first[same(name)])
            elif same(name) in known:
                self.known += 1
            elif (twin := next((each for each in called if union_names.alike(each, name)), None)) and not entry.text(
                "编号"
            ):
                self._tell(at, "ledger-union-alike", name=name[:60], other=twin)
            else:
                yield entry, name
                called.append(name)
            first.setdefault(same(name), at)

    def _item(self, entry: SheetRow, name: str, taken: set[str]) -> Item | None:
        """The union of a row without the one above it; None, reported, when a cell cannot be taken."""
        kind = self._kind(entry, name)
        if kind is None:
            self._tell(entry.at(_KIND), "ledger-union-kind", name=name[:60], choices=tuple(vocabulary.UNION_KINDS))
            return None
        item: Item = {"name": name, "kind": kind}
        for column in UNIONS.columns:
            cell = entry.cells.get(column.header)
            if cell is None or column.path[0] in ("name", "kind", "parent"):
                continue
            reading = cells.read(cell, column)
            self.problems += reading.problems
            if reading.text is None:
                return None
            item = column.put(item, reading.text) if reading.text else item
        taken = taken | {str(each.get("id")) for each in self.archive.unions} | layout.RESERVED
        if str(item.get("id", "")) in taken:
            self._tell(entry.at("编号"), "ledger-union-id", value=str(item["id"])[:60])
            return None
        return {"id": scaffold.union_id(name, taken), **item}

    def _kind(self, entry: SheetRow, name: str) -> str | None:
        said = "".join(entry.text(_KIND).split())
        said = vocabulary.FORMER_UNION_KINDS.get(said, said)
        return (said if said in vocabulary.UNION_KINDS else None) if said else kind_of(name)

    def _above(self, entry: SheetRow, item: Item, listed: list[tuple[SheetRow, Item]]) -> str | None:
        """The id of the union above one, empty at the top; None when it is not certain, which is reported unless its own row was."""
        said, at = cells.one_line(entry.text(_PARENT)), entry.at(_PARENT)
        if not said:
            if not self.parent and item["kind"] != "省总工会":
                self._tell(at, "ledger-no-parent")
                return None
            return self.parent
        others = [*self.archive.unions, *(each for _, each in listed if each is not item), *self._refused]
        found = union_names.meant({str(each["id"]): names_of(each) for each in others}, said)
        names = {str(each["id"]): str(each["name"]) for each in others}
        if len(found) > 1:
            candidates = tuple(f"{names[each]} {each}" for each in found)
            self._tell(at, "ledger-which-union", name=said[:60], candidates=candidates)
        elif not found:
            self._tell(at, "ledger-union-unknown", name=said[:60])
        return found[0] if len(found) == 1 else None

    def _tell(self, address: str, code: str, **facts: Fact) -> None:
        self.problems.append(Problem(address, code, facts=facts))


def kind_of(name: str) -> str | None:
    """The kind of union that a name states; None when it states none."""
    name = "".join(name.split())
    if _ZONE.search(name) and re.search(r"区(总)?工会$", name):
        return "系统（区域）工委"
    return next((kind for pattern, kind in _KINDS if pattern.search(name)), None)


def _row(cell: str) -> int:
    """The number of the row at the end of a cell's address; 0 if there is none."""
    found = re.search(r"(?<!\d)\d++\Z", cell)
    return int(found[0]) if found else 0
