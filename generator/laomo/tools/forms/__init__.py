"""What goes out to clerks who fill in the form (`pages/form`), and what it saves. May import what `tools` may.

Out: `handing_out` has the form made, and packs a studio's records for it.
In: `archive` reads what the form saved, `merging` lays it over the records as they are, and `plan` has the outcome.
"""
