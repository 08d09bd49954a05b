"""`laomo init`: a union's own site, ready to build: records, first pages, theme, editor settings and CI scripts."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath

from laomo import __version__
from laomo.records import json_schema, scaffold
from laomo.records.yaml import writer
from laomo.system.files import write_atomic
from laomo.tools.demo.data import STARTER

_FILES = Path(__file__).parent / "files"


@dataclass(frozen=True, slots=True)
class NewSite:
    """The facts needed to create a site: its name and place, the union that runs it and that union's kind, and the date of the data."""

    name: str
    place: str
    union: str
    kind: str
    as_of: date


def files(site: NewSite) -> Iterator[tuple[PurePosixPath, bytes, bool]]:
    """Yield each file of the site: its path, its content, and whether it is executable."""
    for source in sorted(path for path in _FILES.rglob("*") if path.is_file()):
        path = PurePosixPath(source.relative_to(_FILES).as_posix())
        text = source.read_text(encoding="utf-8")
        if path.name in ("README.md", "requirements.txt"):
            text = text.replace("{name}", site.name).replace("{version}", __version__)
        yield path, text.encode(), path.parts[0] == "ci"
    yield PurePosixPath("mkdocs.yml"), _configuration(site.name), False
    about = {"name": site.name, "place": site.place, "as_of": site.as_of.isoformat()}
    yield PurePosixPath("studios/site.yml"), scaffold.site(about), False
    union = {"id": scaffold.union_id(site.union, ()), "name": site.union, "kind": site.kind}
    yield PurePosixPath("studios/unions.yml"), scaffold.unions(union), False
    yield PurePosixPath("studios/owners.yml"), scaffold.owners(), False
    for name, data in json_schema.files():
        yield PurePosixPath(json_schema.FOLDER, name), data, False


def write(folder: Path, site: NewSite) -> int:
    """Write the files into an empty folder; returns their number."""
    count = 0
    for path, data, executable in files(site):
        write_atomic(folder / path, data)
        if executable:
            (folder / path).chmod(0o755)
        count += 1
    return count


def _configuration(name: str) -> bytes:
    """The demo site's mkdocs.yml without the targets of 2013, with the site's own name and its own theme folder."""
    text = (STARTER / "mkdocs.yml").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if "targets/2013/" not in line]
    replacements = {
        "site_name: ": f"site_name: {writer.scalar(name)}",
        "  name: material": "  name: material\n  custom_dir: theme/overrides",
    }
    return "\n".join(
        [*(next((new for start, new in replacements.items() if line.startswith(start)), line) for line in lines), ""]
    ).encode()
