"""Rows of a list of studios: each finds its studio, or becomes a new one."""

from pathlib import PurePosixPath

from laomo.records import layout, scaffold
from laomo.records.models import Leader, StudioRecord
from laomo.tools.spreadsheets import cells
from laomo.tools.spreadsheets import record_files as records
from laomo.tools.spreadsheets.columns import Item, items, with_field
from laomo.tools.spreadsheets.draft import Draft
from laomo.tools.spreadsheets.export_marks import ExportMarks
from laomo.tools.spreadsheets.record_files import same
from laomo.tools.spreadsheets.sheets import ID, NAME, NAME_COLUMN, STUDIOS, UNION
from laomo.tools.spreadsheets.tables import SheetRow, Table

_LEADERS, _UNITS, _CATEGORY, _REGION = "领衔人·姓名", "所在单位", "类别", "地区"
_LEADER_KINDS = {"劳模": "劳动模范", "工匠": "工匠", "技能人才": "技能人才", "技能大师": "技能人才"}
"""Who leads a studio of a category; of the others nobody knows."""


class Studios:
    """Takes lists of studios into a draft."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.seen: dict[str, str] = {}
        """Studio id → the address of the row that told of it."""
        self.regions_told: set[str] = set()
        """The unions whose studios got their region of them, each told once."""
        self.unions_told: set[str] = set()
        """The lists that name no unions, by the cell above their names, each told once."""
        folders = (folder.name for folder in draft.archive.folder.glob("*/*/") if folder.is_dir())
        self.taken = {*draft.studios, *folders, *layout.RESERVED}

    def take(self, table: Table) -> list[tuple[SheetRow, str]]:
        """All rows of one list: those that were taken, each with its studio."""
        rows = [(entry, self._row(table, entry)) for entry in table.entries]
        return [(entry, studio) for entry, studio in rows if studio]

    def _row(self, table: Table, entry: SheetRow) -> str | None:
        name = cells.read(entry.cells[NAME], NAME_COLUMN) if NAME in entry.cells else cells.CellReading("")
        self.draft.report(*name.problems)
        if name.text is None:
            return None
        if not name.text:
            self.draft.tell(entry.address, "ledger-missing", field=NAME)
            return None
        told = entry.text(ID)
        found = [told] if told in self.draft.studios else [] if told else self._find(entry, name.text)
        if found is None:
            return None
        if len(found) > 1:
            self.draft.tell(entry.address, "ledger-ambiguous", name=name.text, studios="、".join(sorted(found)))
        elif not found:
            return self._create(table, entry, name.text)
        elif found[0] in self.seen:
            self.draft.tell(entry.address, "ledger-duplicate", name=name.text, first=self.seen[found[0]])
        else:
            self.seen[found[0]] = entry.address
            self._change(table, entry, found[0], name.text)
            return found[0]
        return None

    def _find(self, entry: SheetRow, name: str) -> list[str] | None:
        """The studios that a row can mean: those of its name, the more of leader and unit they share the better; else one
        of its leader and unit, which then has a new name. None when a name is all they share: that may be another studio."""
        leaders, units = cells.names(entry.text(_LEADERS)), same(entry.text(_UNITS))
        led = set(self.draft.led_by(leaders))

        def shared(studio: str) -> int:
            filed = records.units(self.draft.now(self.draft.studios[studio]))
            return (studio in led) + any(same(each) in units for each in filed)

        named = self.draft.named(name)
        if named and leaders and units and not any(map(shared, named)):
            others = [studio for studio in named if studio not in self.seen]
            if others:
                self.draft.tell(entry.address, "ledger-same-name", name=name, studios="、".join(sorted(others)))
            return None if others else []
        if named:
            return [studio for studio in named if shared(studio) == max(map(shared, named))]
        other = [studio for studio in led if shared(studio) == 2 and studio not in self.seen]
        if len(other) == 1:
            before = NAME_COLUMN.read(self.draft.now(self.draft.studios[other[0]]))
            self.draft.tell(entry.address, "ledger-renamed", "warning", before=before, after=name)
            return other
        return []

    def _change(self, table: Table, entry: SheetRow, studio: str, name: str) -> None:
        path = self.draft.studios[studio]
        union = self.draft.archive.union(entry.text(UNION))
        if union and union != path.parts[0]:
            filed = self.draft.archive.union_name(path.parts[0])
            self.draft.tell(entry.at(UNION), "ledger-union-moved", union=filed)
        before = self.draft.now(path)
        marks = ExportMarks.of(STUDIOS, entry)
        as_exported = marks is not None and marks.unchanged(NAME_COLUMN, name)
        item = before if as_exported or NAME_COLUMN.read(before) == entry.text(NAME) else NAME_COLUMN.put(before, name)
        item = self.draft.with_cells(table, entry, item, STUDIOS, filed=True)
        if item != before and self.draft.valid(STUDIOS, entry, item):
            self.draft.wanted[path] = item
            self.draft.note(path, before, item, (NAME_COLUMN, *STUDIOS.columns))

    def _create(self, table: Table, entry: SheetRow, name: str) -> str | None:
        draft, union = self.draft, self._union(table, entry)
        if union and (draft.archive.folder / union).is_symlink():
            draft.tell(f"studios/{union}", "symlink")
            return None
        if broken := next((path for path in draft.archive.broken if path.name == "studio.yml"), None):
            draft.tell(entry.address, "ledger-broken-record", path=f"studios/{broken}")  # it may be this very studio
            return None
        item = draft.with_cells(table, entry, {"name": name}, STUDIOS, filed=False)
        item = item if entry.text(ID) else self._known(table, entry, item, union)
        missing = [column.header for column in STUDIOS.columns if column.required and not column.read(item)]
        for heading in missing:
            told = draft.refused(entry, heading) or (union is None and heading == _REGION)
            if not told:
                draft.tell(entry.at(heading), "ledger-missing", field=table.called(heading))
        if missing or union is None or not draft.valid(STUDIOS, entry, item):
            return None
        said, leader = entry.text(ID), records.leaders(item)[0]
        if said and not records.is_id(said):
            draft.tell(entry.at(ID), "slug-malformed", field=f"“{ID}”", value=said[:60])
            return None
        studio = said or scaffold.studio_id(name, leader, records.units(item)[0], self.taken)
        self.taken.add(studio)
        self.seen[studio] = entry.address
        draft.add(studio, PurePosixPath(union, studio, "studio.yml"), ordered(item))
        return studio

    def _union(self, table: Table, entry: SheetRow) -> str | None:
        """The union of a new studio: of its row, of the line above it, of the command, the only one, or of the list's title."""
        archive, said = self.draft.archive, entry.text(UNION)
        ids = [str(each.get("id")) for each in archive.unions]
        found = (
            archive.union(said)
            or archive.union(entry.section)
            or self.draft.union
            or (ids[0] if len(ids) == 1 else archive.union(table.title))
        )
        if found is None and (UNION in table.headings or entry.section):
            self.draft.tell(entry.at(UNION), "ledger-no-union", said=f"“{said}”" if said else "没有写")
        elif found is None and (at := table.headings[NAME].address) not in self.unions_told:
            self.unions_told.add(at)
            self.draft.tell(at, "ledger-no-unions")
        return found

    def _known(self, table: Table, entry: SheetRow, item: Item, union: str | None) -> Item:
        """What need not be asked: the category from the name, the region from the union, a leader's kind from the category."""
        draft = self.draft
        if "category" not in item and not draft.refused(entry, _CATEGORY):
            known = cells.category(str(item["name"])) or cells.category(table.title)
            item = with_field(StudioRecord, item, ("category",), known)
        if "region" not in item and not draft.refused(entry, _REGION) and union:
            region = draft.archive.region_of(union)
            item = with_field(StudioRecord, item, ("region",), region)
            if _REGION in entry.cells:
                draft.tell(entry.at(_REGION), "ledger-region-known", "warning", region=region or "")
            elif union not in self.regions_told:
                self.regions_told.add(union)
                named = draft.archive.union_name(union)
                draft.tell(entry.address, "ledger-no-regions", "warning", region=region or "", union=named)
        kind = _LEADER_KINDS.get(str(item.get("category", "")))
        leaders = items(item.get("leaders"))
        if kind and leaders:
            told = [each if "kind" in each else with_field(Leader, each, ("kind",), kind) for each in leaders]
            return with_field(StudioRecord, item, ("leaders",), [*told])
        if any("kind" not in each for each in leaders):
            draft.tell(entry.at(_LEADERS), "ledger-leader-kind", "warning")
        return item


def ordered(item: Item) -> Item:
    """Fields in the order of the model, as a careful clerk types them."""
    return {name: item[name] for name in StudioRecord.model_fields if name in item}
