"""Markdown → HTML by MkDocs or its successor ProperDocs: the plugin, the incremental renderer, the preview.

Imports from `generate`, `pages` and the rooms below them; never from `publish`.
"""

import os
from importlib import import_module
from importlib.util import find_spec

VARIABLE = "LAOMO_MKDOCS"
"""Environment variable: `properdocs` renders with ProperDocs although MkDocs is installed too."""

if os.environ.get(VARIABLE) == "properdocs" or not find_spec("mkdocs"):
    # From here on, `import mkdocs.…` finds ProperDocs' module of that name: MkDocs 1.6.1 was the last (see DESIGN.md).
    import_module("properdocs.replacement")
