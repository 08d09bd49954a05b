"""Spreadsheets of studios → records, and back. May import what `tools` may.

Import: `plan` has the outcome. `xlsx`, `csv_lists` or `docx_forms` reads a file into grids (`grid`), `tables` makes tables of them with
`table_columns`, `headers` and `table_rows`, and a `draft` collects what their rows change in the records (`record_files`): `studio_rows` with
`studio_match`, `new_studios` and `studio_defaults`, `designation_rows` with `decision_match`, `item_rows` with `row_placement` and `item_matching`.
`row_cells` lays the cells of a row over a record; `cells` reads each of them.
Export: `export` fills the sheets that `sheets` and `columns` generate from the record models; `export_marks` shows a later import what has changed.
"""

from laomo.tools.spreadsheets.export import export, template
from laomo.tools.spreadsheets.grid import UnreadableFile
from laomo.tools.spreadsheets.plan import Change, ImportPlan, plan
from laomo.tools.spreadsheets.record_files import Archive
from laomo.tools.spreadsheets.remarks import Remark, grouped

__all__ = ["Archive", "Change", "ImportPlan", "Remark", "UnreadableFile", "export", "grouped", "plan", "template"]
