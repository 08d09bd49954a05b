"""Which rows below a header hold data: section titles, notes and totals do not, and the parts of a merged row belong together."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from laomo.tools.spreadsheets import headers
from laomo.tools.spreadsheets.grid import Cell, Row
from laomo.tools.spreadsheets.sheets import HELP_MARK, NAME

_TOTAL = re.compile(
    r"(本页|全市|全省|全区|各区)?((合|总|小|共|累)\s*计|总\s*数|以上共?|共)\s*([:：（(\d].*|[一二三四五六七八九十百两]+[家个间].*)?"
)
_NOTE = re.compile(r"(注|备注|说明|填表|填报|制表|审核|统计|联系人|单位.{0,4}盖章|[（(]盖章|报送)")
_SIGNED = re.compile(
    r"(填\s*报|填\s*表|制\s*表|制作|经\s*办|审\s*核|审\s*批|复\s*核|负责|联\s*系|报送|主管|分管|单位|工会|部门|领导|日\s*期|时间|签\s*[字名]|"
    r"盖\s*章|附\s*[注件]|备\s*注|注|说明)[^:：]{0,12}[:：].*",
    re.DOTALL,
)
_STAMP = re.compile(
    r".{0,12}[（(]?(盖\s*章|公\s*章|签\s*章|签\s*字)[)）]?.{0,6}|(\d{4}|[〇○零一二三四五六七八九]{4})?\s*年\s*\d{0,2}\s*月(\s*\d{0,2}\s*日)?|第?\s*\d+\s*页.*"
)
_NUMBERED = re.compile(r"(第?[一二三四五六七八九十]{1,3}[、.．)）]|[（(][一二三四五六七八九十\d]{1,3}[)）])")
_COUNTED = re.compile(
    r"[（(]?(?<!\s)\s*(?:共\s*)?(?<![\d一二三四五六七八九十百])(\d+|[一二三四五六七八九十百]+)\s*[个家间户]\s*[)）]?$"
)


def section_name(text: str) -> str:
    """A section title without its number and its count: 一、湖里区（2个） → 湖里区."""
    return _COUNTED.sub("", _NUMBERED.sub("", text.strip())).strip(" \t\u3000:：—-")


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row of data: its cells by our headings, and the section title above it, such as a union's name, if any."""

    number: int
    cells: dict[str, Cell]
    section: Cell | None
    address: str
    """Of the cell with the studio's name; of the first cell when the table has no column of names."""

    def text(self, heading: str) -> str:
        """The text below a heading; empty when the table has no such column."""
        cell = self.cells.get(heading)
        return cell.text.strip() if cell else ""

    def at(self, heading: str) -> str:
        """The address of the cell below a heading; the row's own address when the table has no such column."""
        return self.cells[heading].address if heading in self.cells else self.address


def read_rows(
    rows: Iterable[Row], columns: dict[int, str], known: Collection[str] = (), anchors: Collection[str] = (NAME,)
) -> tuple[list[SheetRow], list[Row]]:
    """The visible rows of data, and the hidden rows, which are left out.

    `columns`: column index → heading. `known`: the texts of the header and of the titles above it, which a sheet repeats on every page.
    `anchors`: the headings of the column by which a row is known.
    """
    repeated = frozenset(map(headers.plain, known))
    content = [row for row in rows if not row.blank and not _is_aside(row) and not _is_repeated(row, repeated)]
    visible = [row for row in content if not row.hidden]
    return _data_rows(visible, columns, anchors), [row for row in content if row.hidden]


def _is_repeated(row: Row, known: frozenset[str]) -> bool:
    """Whether a row only says again what stands above the table."""
    return {headers.plain(cell.text) for cell in row.cells if cell.text.strip()} <= known


def total_row(rows: Iterable[Row], columns: dict[int, str]) -> SheetRow | None:
    """The visible row of totals below a header; None without one."""
    for row in rows:
        texts = [text for cell in row.cells if (text := cell.text.strip())]
        if not row.hidden and any(_TOTAL.fullmatch(text) for text in texts[:2]):
            cells = {heading: _cell(row, index) for index, heading in columns.items()}
            return SheetRow(row.number, cells, None, row.cells[0].address)
    return None


def _data_rows(rows: list[Row], columns: dict[int, str], anchors: Collection[str]) -> list[SheetRow]:
    names = (index for index, heading in columns.items() if not {*heading.split(headers.JOINED)}.isdisjoint(anchors))
    name_index = next(names, -1)
    found: list[SheetRow] = []
    section = None
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
        or any(_TOTAL.fullmatch(text) for text in texts[:2])
        or (len(set(texts)) == 1 and bool(_NOTE.match(texts[0])))
        or all(_SIGNED.fullmatch(text) or _STAMP.fullmatch(text) for text in set(texts))
        or _is_signed(texts)
    )


def _is_signed(texts: list[str]) -> bool:
    """Whether a row is for signatures: its labels end in a colon, and what follows each may have a cell of its own."""
    return bool(_SIGNED.fullmatch(texts[0])) and not any(text.endswith(("工作室", "创新站")) for text in texts)


def _section_title(row: Row, name_index: int) -> Cell | None:
    """The cell of a row that holds nothing else, merged over several columns or left of the names; None for a row of data."""
    filled = [(index, cell) for index, cell in enumerate(row.cells) if cell.text.strip() and not cell.joined]
    texts = {cell.text.strip() for _, cell in filled}
    if len(texts) != 1 or any(cell.fault for cell in row.cells):
        return None
    index, first = filled[0]
    return first if len(filled) > 1 or index < name_index or _is_numbered_title(first.text) else None


def _is_numbered_title(text: str) -> bool:
    """Whether a text is a title wherever it stands: 一、湖里区, 湖里区（2个）."""
    return bool(_NUMBERED.match(text.strip()) or _COUNTED.search(text.strip())) and "工作室" not in text


def _continued(entry: SheetRow, cells: dict[str, Cell]) -> SheetRow:
    """A studio over several rows whose name is merged: what each further row adds becomes another line of the cell."""
    joined = dict(entry.cells)
    for heading, cell in cells.items():
        if cell.text and not cell.joined:
            before = joined[heading].text
            joined[heading] = replace(joined[heading], value=f"{before}\n{cell.text}" if before else cell.text)
    return replace(entry, cells=joined)
