"""The form that clerks fill in with a browser: one HTML file, handed out or on the site. May import what `pages` may.

`schemas` says which fields it has, `page` puts it together from `theme/forms/`. What it saves is read by `tools/forms`.
"""
