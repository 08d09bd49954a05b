"""The form that clerks fill in with a browser, and what it saves. May import what `tools` may.

Out: `page` makes the form, one HTML file, from `theme/forms/` and the schemas of `schemas`; `handing_out` packs a studio's records for it.
In: `archive` reads what the form saved, `merging` lays it over the records as they are, and `plan` has the outcome.
"""
