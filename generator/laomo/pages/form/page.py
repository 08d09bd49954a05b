"""The form itself: one HTML file that needs no other and asks no network for anything.

Telephones open a file that was sent to them by itself, without those beside it, and browsers load no module from a folder: so everything
stands in the page. Its policy allows exactly the scripts that are in it, and no request of any kind.
"""

import base64
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from laomo.pages import theme
from laomo.pages.form import schemas
from laomo.problems.errors import CodedError

FILE = "填报表.html"
"""Its name when it is handed out."""
FORMAT = "laomo-forms/1"
"""Of the zip that it saves. It is raised when an older form's zip can no longer be read."""
_SCRIPTS = ("records", "rules", "parts", "faults", "photos", "library", "drafts", "package_file", "app")
"""Modules of `theme/forms/` in the order in which they need each other."""
_LIBRARIES = ("fflate.js", "jsoneditor.js", "LICENSES.txt")
FIELD = re.compile(r"\{\{(\w+)\}\}")
"""What a page of `theme/forms/` leaves open."""
_DARK = re.compile(r'\[data-md-color-scheme="laomo-dark"\] \{(.*?)\}', re.DOTALL)
_POLICY = (
    "default-src 'none'",
    "style-src 'unsafe-inline'",  # the library sets styles as it draws; nothing can be loaded through them
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
)


class NoLibraries(CodedError):
    """The form's libraries are not there: this is a checkout in which `make forms` has not run."""


@dataclass(frozen=True, slots=True)
class FormFacts:
    """What a form must know of its site. No record is in it."""

    site: str
    """Its name."""
    unions: Mapping[str, str]
    """Id → name."""
    industries: Iterable[str]


def are_libraries_there() -> bool:
    """Whether a form can be made: in a checkout, `make forms` has to run first."""
    folder = theme.folder() / "forms" / "libraries"
    return all((folder / name).is_file() for name in _LIBRARIES)


def page(facts: FormFacts, home: str = "") -> bytes:
    """The form of a site; `home` is where its link to the site leads, if it lies on one. Raises NoLibraries."""
    folder = theme.folder() / "forms"
    zip_library, editor, licences = _libraries(folder)
    script = "\n".join(
        (folder / f"{name}.js").read_text("utf-8").replace('"use strict";\n', "", 1) for name in _SCRIPTS
    )
    guard = (folder / "guard.js").read_text("utf-8")
    ours = f'(() => {{"use strict";\n{script}}})();'
    scripts = {"guard": guard, "zip": zip_library, "editor": editor, "script": ours}
    own = "'self' " if home else ""
    images = f"img-src {own}data:"  # pictures that the clerk has chosen, and the site's icon
    parts = {
        "policy": "; ".join((f"script-src {' '.join(map(_hash, scripts.values()))}", images, *_POLICY)),
        "icon": f"{home}assets/images/favicon.svg" if home else "data:,",
        "style": _colours() + (folder / "form.css").read_text("utf-8"),
        "facts": json.dumps(_as_json(facts), ensure_ascii=False).replace("<", "\\u003c"),
        "home": f'<p class="home"><a href="{home}">返回网站</a></p>' if home else "",
        "licences": licences.replace("<", "("),
        **scripts,
    }
    text = (folder / "form.html").read_text("utf-8")
    return FIELD.sub(lambda found: parts[found[1]], text).encode()


def _colours() -> str:
    """The site's colours; the dark ones where the device is set to them, because the form has no switch."""
    colours = (theme.folder() / "overrides" / "assets" / "stylesheets" / "10-tokens.css").read_text("utf-8")
    return _DARK.sub(r'@media (prefers-color-scheme: dark) { [data-md-color-scheme="laomo"] {\1} }', colours)


def _libraries(folder: Path) -> list[str]:
    try:
        texts = [(folder / "libraries" / name).read_text("utf-8") for name in _LIBRARIES]
    except FileNotFoundError:
        raise NoLibraries("forms-not-made") from None
    return [text.replace("</script", "<\\/script").replace("\r\n", "\n") for text in texts]


def _hash(script: str) -> str:
    return f"'sha256-{base64.b64encode(sha256(script.encode()).digest()).decode()}'"


def _as_json(facts: FormFacts) -> dict[str, object]:
    return {
        "format": FORMAT,
        "site": facts.site,
        "unions": dict(facts.unions),
        "schemas": schemas.schemas(facts.unions, facts.industries),
    }
