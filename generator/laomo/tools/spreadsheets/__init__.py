"""Excel ledgers: the way from a clerk's list to the records, and back.

`sheets` says which ledgers there are, generated from the models by `columns`. In: `workbook`, `commas` or `forms` read a file into a `grid`,
`tables` finds out what its columns mean, `studios`, `namings` and `items` hold the rows against the `archive`, `values` turns cells into
text, and `plan` has the outcome. Out: `outgoing`.
"""

from laomo.tools.spreadsheets.export import export, template
from laomo.tools.spreadsheets.grid import UnreadableFile
from laomo.tools.spreadsheets.plan import Change, ImportPlan, plan
from laomo.tools.spreadsheets.record_files import Archive

__all__ = ["Archive", "Change", "ImportPlan", "UnreadableFile", "export", "plan", "template"]
