"""Spreadsheets of studios → records, and back. May import what `tools` may.

Import: `plan` has the outcome. `workbook`, `csv_lists` or `docx_forms` reads a file into grids (`grid`), `tables` makes tables of them with
`table_columns`, `headers` and `table_rows`; `forms`, `member_lists`, `joined_cells`, `placeholder_cells` and `regions` know what lists do in other
ways. A `draft` collects what the rows change in the records (`record_files`): `studio_rows` with `studio_match`, `copied_ids`, `new_studios`,
`row_unions`, `leader_names` and `unstated`, `designation_rows` with `decision_match`, `item_rows` with `row_placement` and `item_matching`.
`row_cells` lays the cells of a row over a record; `cells` reads each of them. `would_be` checks the records before they are written, `faults` says
what a second draft leaves out, `removed_rows` what a workbook no longer has, and `remarks` makes one line of the same remark about many cells.
The upper union's year: `round_sheets` are its sheets, which `round_export` writes; `round_heads` says in each row what its document says once, and
`round_decisions` (inspections too; with `round_match` and `round_ended`), `round_grants`, `round_targets` and `round_papers` (notices and events) lay the rows over the records; `stated_names` knows studios and unions as
people write them, `round_typed` makes rows of answers at a terminal, and `union_list` reads a list of unions.
Export: `export` fills the sheets that `sheets` and `columns` generate from the record models; `export_marks` shows a later import what has changed.
"""

from laomo.tools.spreadsheets import round_export as year_round
from laomo.tools.spreadsheets.export import export, prepared, template
from laomo.tools.spreadsheets.grid import UnreadableFile
from laomo.tools.spreadsheets.plan import Change, ImportPlan, plan, plan_grids, read
from laomo.tools.spreadsheets.record_files import Archive
from laomo.tools.spreadsheets.remarks import Remark, grouped
from laomo.tools.spreadsheets.round_typed import asked, typed
from laomo.tools.spreadsheets.union_list import UnionList

__all__ = [
    "Archive",
    "Change",
    "ImportPlan",
    "Remark",
    "UnionList",
    "UnreadableFile",
    "asked",
    "export",
    "grouped",
    "plan",
    "plan_grids",
    "prepared",
    "read",
    "template",
    "typed",
    "year_round",
]
