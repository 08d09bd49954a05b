"""The form itself: one HTML file that needs no other and asks no network for anything.

Telephones open a file that was sent to them by itself, without those beside it, and browsers load no module from a folder: so everything
stands in the page. Its policy allows exactly the scripts that are in it, and no request of any kind.
"""

import base64
import json
import re
from hashlib import sha256
from pathlib import Path

from laomo.pages import theme
from laomo.problems.errors import CodedError
from laomo.records import layout
from laomo.tools.forms import schemas
from laomo.tools.forms.archive import FORMAT
from laomo.tools.spreadsheets.record_files import Archive

FILE = "填报表.html"
_SCRIPTS = ("records", "rules", "photos", "library", "drafts", "package_file", "app")
"""Modules of `theme/forms/` in the order in which they need each other."""
_LIBRARIES = ("fflate.js", "jsoneditor.js", "LICENSES.txt")
_FIELD = re.compile(r"\{\{(\w+)\}\}")
_POLICY = (
    "default-src 'none'",
    "style-src 'unsafe-inline'",  # the library sets styles as it draws; nothing can be loaded through them
    "img-src data: blob:",  # pictures that the clerk has chosen
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
)


class NoLibraries(CodedError):
    """The form's libraries are not there: this is a checkout in which `make forms` has not run."""


def page(known: Archive) -> bytes:
    """The form of a site. Raises NoLibraries."""
    folder = theme.folder() / "forms"
    zip_library, editor, licences = _libraries(folder)
    script = "\n".join(
        (folder / f"{name}.js").read_text("utf-8").replace('"use strict";\n', "", 1) for name in _SCRIPTS
    )
    scripts = {"zip": zip_library, "editor": editor, "script": f'(() => {{"use strict";\n{script}}})();'}
    colours = theme.folder() / "overrides" / "assets" / "stylesheets" / "10-tokens.css"
    parts = {
        "policy": "; ".join((f"script-src {' '.join(map(_hash, scripts.values()))}", *_POLICY)),
        "style": colours.read_text("utf-8") + (folder / "form.css").read_text("utf-8"),
        "facts": json.dumps(_facts(known), ensure_ascii=False).replace("<", "\\u003c"),
        "licences": licences.replace("<", "("),
        **scripts,
    }
    text = (folder / "form.html").read_text("utf-8")
    return _FIELD.sub(lambda found: parts[found[1]], text).encode()


def _libraries(folder: Path) -> list[str]:
    try:
        texts = [(folder / "libraries" / name).read_text("utf-8") for name in _LIBRARIES]
    except FileNotFoundError:
        raise NoLibraries("forms-not-made") from None
    return [text.replace("</script", "<\\/script").replace("\r\n", "\n") for text in texts]


def _hash(script: str) -> str:
    return f"'sha256-{base64.b64encode(sha256(script.encode()).digest()).decode()}'"


def _facts(known: Archive) -> dict[str, object]:
    """What the form must know of the site: its name, its unions and industries, and the fields of each record. No record is in it."""
    unions = {str(each.get("id")): str(each.get("name", each.get("id"))) for each in known.unions}
    site = known.trees.get(next(path for path in layout.NEEDED if path.name == "site.yml"), {})
    return {
        "format": FORMAT,
        "site": str(site.get("name", "")),
        "unions": unions,
        "schemas": schemas.schemas(unions, known.industries),
    }
