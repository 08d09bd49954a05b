"""Spreadsheets of studios → records, and back. May import what `tools` may.

Import: `plan` has the outcome. `workbook`, `csv_lists` or `docx_forms` reads a file into grids (`grid`), `tables` makes tables of them with
`table_columns`, `headers` and `table_rows`; `forms`, `member_lists`, `joined_cells`, `placeholder_cells` and `regions` know what lists do in other
ways. A `draft` collects what the rows change in the records (`record_files`): `studio_rows` with `studio_match`, `copied_ids`, `new_studios`,
`row_unions`, `leader_names` and `unstated`, `designation_rows` with `decision_match`, `item_rows` with `row_placement` and `item_matching`.
`row_cells` lays the cells of a row over a record; `cells` reads each of them. `would_be` checks the records before they are written, `faults` says
what a second draft leaves out, `removed_rows` what a workbook no longer has, and `remarks` makes one line of the same remark about many cells.
Export: `export` fills the sheets that `sheets` and `columns` generate from the record models; `export_marks` shows a later import what has changed.
"""

from laomo.tools.spreadsheets.export import export, template
from laomo.tools.spreadsheets.grid import UnreadableFile
from laomo.tools.spreadsheets.plan import Change, ImportPlan, plan
from laomo.tools.spreadsheets.record_files import Archive
from laomo.tools.spreadsheets.remarks import Remark, grouped

__all__ = ["Archive", "Change", "ImportPlan", "Remark", "UnreadableFile", "export", "grouped", "plan", "template"]
