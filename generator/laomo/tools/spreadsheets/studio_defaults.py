"""What a spreadsheet need not say of a new studio: its category, its region and what kind of people lead it."""

from laomo.records.models import Leader, StudioRecord
from laomo.tools.spreadsheets import cells
from laomo.tools.spreadsheets.columns import Item, items, with_field
from laomo.tools.spreadsheets.draft import Draft
from laomo.tools.spreadsheets.sheets import CATEGORY, LEADERS, REGION
from laomo.tools.spreadsheets.table_rows import SheetRow
from laomo.tools.spreadsheets.tables import Table

_LEADER_KINDS = {"劳模": "劳动模范", "工匠": "工匠", "技能人才": "技能人才", "技能大师": "技能人才"}
"""A studio's category → the kind of its leaders; the other categories do not tell it."""


class StudioDefaults:
    """Fills in the profiles of new studios; each assumption is reported."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self._reported: set[str] = set()
        """The unions that gave a studio its region, reported once each."""

    def filled(self, table: Table, entry: SheetRow, item: Item, union: str | None) -> Item:
        """The profile with what can be known: the category by the name, the region by the union, the leaders' kind by the category."""
        if "category" not in item and not self.draft.refused(entry, CATEGORY):
            category = cells.category(str(item["name"])) or cells.category(table.title)
            item = with_field(StudioRecord, item, ("category",), category)
        if union and "region" not in item and not self.draft.refused(entry, REGION):
            item = self._with_region(entry, item, union)
        return self._with_leader_kinds(entry, item)

    def _with_region(self, entry: SheetRow, item: Item, union: str) -> Item:
        draft = self.draft
        region = draft.archive.region_of(union)
        if REGION in entry.cells:
            draft.tell(entry.at(REGION), "ledger-region-known", "warning", region=region or "")
        elif union not in self._reported:
            self._reported.add(union)
            named = draft.archive.union_name(union)
            draft.tell(entry.address, "ledger-no-regions", "warning", region=region or "", union=named)
        return with_field(StudioRecord, item, ("region",), region)

    def _with_leader_kinds(self, entry: SheetRow, item: Item) -> Item:
        kind = _LEADER_KINDS.get(str(item.get("category", "")))
        leaders = items(item.get("leaders"))
        if kind and leaders:
            filled = [leader if "kind" in leader else with_field(Leader, leader, ("kind",), kind) for leader in leaders]
            return with_field(StudioRecord, item, ("leaders",), [*filled])
        if any("kind" not in leader for leader in leaders):
            self.draft.tell(entry.at(LEADERS), "ledger-leader-kind", "warning")
        return item
