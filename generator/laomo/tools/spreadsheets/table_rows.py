"""Which rows below a header hold data: section titles, notes and totals do not, and the parts of a merged row belong together."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from laomo.tools.spreadsheets.grid import Cell, Row
from laomo.tools.spreadsheets.sheets import HELP_MARK, NAME

_TOTAL = re.compile(r"(合\s*计|总\s*计|小\s*计|共\s*计|总数)\s*[:：（(\d家个间]?")
_NOTE = re.compile(r"(注|备注|说明|填表|制表|审核|统计|联系人|单位.{0,4}盖章|[（(]盖章|报送)")


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row of data: its cells by our headings, and the section title above it, such as a union's name."""

    number: int
    cells: dict[str, Cell]
    section: str
    address: str
    """Of the cell with the studio's name; of the first cell when the table has no column of names."""

    def text(self, heading: str) -> str:
        """The text below a heading; empty when the table has no such column."""
        cell = self.cells.get(heading)
        return cell.text.strip() if cell else ""

    def at(self, heading: str) -> str:
        """The address of the cell below a heading; the row's own address when the table has no such column."""
        return self.cells[heading].address if heading in self.cells else self.address


def read_rows(rows: Iterable[Row], columns: dict[int, str]) -> tuple[list[SheetRow], list[Row]]:
    """The visible rows of data, and the hidden rows, which are left out. `columns`: column index → heading."""
    content = [row for row in rows if not row.blank and not _is_aside(row)]
    visible = [row for row in content if not row.hidden]
    return _data_rows(visible, columns), [row for row in content if row.hidden]


def _data_rows(rows: list[Row], columns: dict[int, str]) -> list[SheetRow]:
    name_index = next((index for index, heading in columns.items() if heading == NAME), -1)
    found: list[SheetRow] = []
    section = ""
    for row in rows:
        if (title := _section_title(row, name_index)) is not None:
            section = title
            continue
        cells = {heading: _cell(row, index) for index, heading in columns.items()}
        if found and NAME in cells and cells[NAME].joined:
            found[-1] = _continued(found[-1], cells)
        else:
            found.append(SheetRow(row.number, cells, section, _cell(row, max(name_index, 0)).address))
    return found


def _cell(row: Row, index: int) -> Cell:
    """A cell of a row that holds something; an empty one behind the last that is written down."""
    return row.cells[index] if index < len(row.cells) else Cell(row.cells[0].sheet, row.number, index + 1)


def _is_aside(row: Row) -> bool:
    """Whether a row only explains, adds up or is for signatures."""
    texts = [text for cell in row.cells if (text := cell.text.strip())]
    return bool(texts) and (
        texts[0].startswith(HELP_MARK)
        or any(_TOTAL.match(text) for text in texts[:2])
        or (len(set(texts)) == 1 and bool(_NOTE.match(texts[0])))
    )


def _section_title(row: Row, name_index: int) -> str | None:
    """The text of a row that holds nothing else, merged over several columns or left of the names; None for a row of data."""
    filled = [
        (index, cell.text.strip()) for index, cell in enumerate(row.cells) if cell.text.strip() and not cell.joined
    ]
    texts = {text for _, text in filled}
    if len(texts) != 1 or any(cell.fault for cell in row.cells):
        return None
    return texts.pop() if len(filled) > 1 or filled[0][0] < name_index else None


def _continued(entry: SheetRow, cells: dict[str, Cell]) -> SheetRow:
    """A studio over several rows whose name is merged: what each further row adds becomes another line of the cell."""
    joined = dict(entry.cells)
    for heading, cell in cells.items():
        if cell.text and not cell.joined:
            before = joined[heading].text
            joined[heading] = replace(joined[heading], value=f"{before}\n{cell.text}" if before else cell.text)
    return replace(entry, cells=joined)
