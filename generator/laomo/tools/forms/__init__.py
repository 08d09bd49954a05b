"""What goes out to clerks who fill in the form (`pages/form`), and what it saves. May import what `tools` may.

Out: `handing_out` has the form made, and packs a studio's records for it.
In: `archive` reads the zip that the form saved, `contents` the records in it, `merging` lays it over the records as they are, and `plan` has the outcome.
"""
