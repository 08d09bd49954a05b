"""What rows do not say of new studios: a category is taken from a name that states it; all else is left out and asked for once a table."""

from collections import defaultdict

from laomo.records.models import StudioRecord
from laomo.tools.spreadsheets import categories
from laomo.tools.spreadsheets.columns import Item, items, with_field
from laomo.tools.spreadsheets.draft import Draft
from laomo.tools.spreadsheets.sheets import CATEGORY, LEADER_KIND, LEADERS, NAME, REGION
from laomo.tools.spreadsheets.table_rows import SheetRow
from laomo.tools.spreadsheets.tables import Table


class Unstated:
    """Collects what the new studios of a table lack; no field is filled in that no cell states."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self._lacking: dict[str, int] = defaultdict(int)
        """Heading → how many new studios of the table lack it."""
        self._of_names: set[str] = set()
        """The categories that were taken from names of the table."""

    def settled(self, entry: SheetRow, item: Item) -> Item:
        """The profile with the category that its name states; what is still unknown is noted for `report`."""
        if "category" not in item and not self.draft.refused(entry, CATEGORY):
            category = categories.stated(str(item["name"]))
            item = with_field(StudioRecord, item, ("category",), category)
            self._of_names |= {category} if category else set()
        leaders = items(item.get("leaders"))
        if not any("name" in leader for leader in leaders):  # a job or a grade of nobody
            item, leaders = with_field(StudioRecord, item, ("leaders",), None), []
        if not leaders and LEADERS in entry.cells and not self.draft.refused(entry, LEADERS):
            self.draft.tell(entry.at(LEADERS), "ledger-without-leader", "warning")
        unknown = {
            CATEGORY: "category" not in item,
            REGION: "region" not in item,
            LEADERS: not leaders and LEADERS not in entry.cells,
            LEADER_KIND: any("kind" not in leader for leader in leaders),
        }
        for heading, lacking in unknown.items():
            self._lacking[heading] += lacking and not self.draft.refused(entry, heading)
        return item

    def report(self, table: Table) -> None:
        """Report what the new studios of a table lack, and the categories taken from names: one notice each."""
        at = table.headings[NAME].address
        if self._of_names:
            self.draft.tell(at, "ledger-category-of-name", "notice", categories=tuple(sorted(self._of_names)))
        if fields := tuple(heading for heading, count in self._lacking.items() if count):
            self.draft.tell(at, "ledger-unstated", "notice", fields=fields)
        self._lacking.clear()
        self._of_names.clear()
