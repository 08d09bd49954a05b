"""`laomo init`: a union's own site, ready to build: records, first pages, theme, editor settings, CI scripts, and the program itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath

from laomo.records import json_schema, scaffold
from laomo.records.yaml import writer
from laomo.system.files import write_all, write_atomic
from laomo.tools.demo.data import STARTER
from laomo.tools.starter import wheel
from laomo.tools.starter.renewal import Renewal
from laomo.tools.starter.wheel import NoWheel

__all__ = [
    "VENDOR",
    "NewSite",
    "NoWheel",
    "files",
    "outdated_pages",
    "outdated_scripts",
    "program",
    "renew_program",
    "renew_scripts",
    "write",
]

_FILES = Path(__file__).parent / "files"
_HELP = PurePosixPath("content/help")
"""The help for clerks: in the installed package among the files, in a checkout the pages of its own site."""
_PAGES = ("content/help", "drafts")
"""What follows the program's version as long as the site has not changed it."""
_LOCKED = Path(__file__).parent / "locked.txt"
"""Every library that the program needs, with its version and the hashes of its files; `make lock` writes it."""
VENDOR = "vendor"
"""The folder of a site that contains the program's wheel."""
_REQUIREMENTS = """\
# laomo init、laomo upgrade 写的，不要手改。程序在 vendor/ 里，别的库从索引安装，版本和内容都已锁定。
--find-links vendor
laomo=={version} --hash=sha256:{digest}
"""
_SCRIPTS = ("ci", ".github", ".gitlab-ci.yml", ".gitattributes", ".gitignore", ".pre-commit-config.yaml")
"""What a site runs and ignores: files that follow the program's version, unless an admin has changed them."""


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
    for path, source in _sources():
        data = source.read_bytes()
        if path.name == "README.md":
            data = data.decode().replace("{name}", site.name).encode()
        yield path, data, _is_executable(path)
    for path, data in program():
        yield path, data, False
    yield PurePosixPath("mkdocs.yml"), _configuration(site.name), False
    about = {"name": site.name, "place": site.place, "as_of": site.as_of.isoformat()}
    yield PurePosixPath("studios/site.yml"), scaffold.site(about), False
    union = {"id": scaffold.union_id(site.union, ()), "name": site.union, "kind": site.kind}
    yield PurePosixPath("studios/unions.yml"), scaffold.unions(union), False
    yield PurePosixPath("studios/owners.yml"), scaffold.owners(), False
    for name, data in json_schema.files():
        yield PurePosixPath(json_schema.FOLDER, name), data, False


def _sources() -> Iterator[tuple[PurePosixPath, Path]]:
    """Each file that a new site has as it is, by its path there."""
    folders = {PurePosixPath(): _FILES}
    if not (_FILES / _HELP).is_dir():
        folders[_HELP] = _FILES.parents[4] / _HELP
    for at, folder in folders.items():
        for source in sorted(path for path in folder.rglob("*") if path.is_file()):
            yield at / source.relative_to(folder).as_posix(), source


def write(folder: Path, site: NewSite) -> int:
    """Write the files into an empty folder, all or none; returns their number. Raises NoWheel before anything is written; OSError."""
    made = list(files(site))
    write_all({folder / path: data for path, data, _ in made})
    for path, _, executable in made:
        if executable:
            (folder / path).chmod(0o755)
    return len(made)


def program() -> Iterator[tuple[PurePosixPath, bytes]]:
    """The running program's wheel, and the requirements that install it and nothing unknown. Raises NoWheel."""
    made = wheel.running()
    version = made.name.split("-")[1]
    yield PurePosixPath(VENDOR, made.name), made.data
    head = _REQUIREMENTS.format(version=version, digest=made.digest)
    yield PurePosixPath("requirements.txt"), head.encode() + _LOCKED.read_bytes()


def renew_program(folder: Path) -> bool:
    """Replace the wheel and the requirements of a site by those of the running program; whether anything changed.

    A folder whose requirements name no program was not made by `init`: nothing is written there. Raises NoWheel, OSError.
    """
    requirements = folder / "requirements.txt"
    if not requirements.is_file() or "\nlaomo==" not in "\n" + requirements.read_text("utf-8", "replace"):
        return False
    wanted = {folder / path: data for path, data in program()}
    others = [file for file in (folder / VENDOR).glob("laomo-*.whl") if file not in wanted]
    changed = [file for file, data in wanted.items() if not file.is_file() or file.read_bytes() != data]
    write_all({file: wanted[file] for file in changed})
    for file in others:
        file.unlink()
    return bool(changed or others)


def outdated_scripts(folder: Path) -> dict[PurePosixPath, bytes]:
    """The scripts and settings of a site that differ from this version's, or are missing, with this version's content."""
    found = {}
    for source in sorted(path for name in _SCRIPTS for path in _below(_FILES / name)):
        path = PurePosixPath(source.relative_to(_FILES).as_posix())
        ours = source.read_bytes()
        if not (folder / path).is_file() or (folder / path).read_bytes() != ours:
            found[path] = ours
    return found


def renew_scripts(folder: Path) -> None:
    """Replace those files by this version's. Raises OSError."""
    for path, data in outdated_scripts(folder).items():
        _write(folder / path, data, executable=_is_executable(path))


def outdated_pages(folder: Path) -> Renewal:
    """The help pages and drafts of a site that differ from this version's. To be asked before its program is renewed, to be written after it."""
    ours = ((path, source) for path, source in _sources() if str(path).startswith(_PAGES))
    return Renewal.of(folder, ours, VENDOR)


def _below(place: Path) -> list[Path]:
    return [path for path in place.rglob("*") if path.is_file()] if place.is_dir() else [place]


def _is_executable(path: PurePosixPath) -> bool:
    return path.parts[0] == "ci"


def _write(file: Path, data: bytes, *, executable: bool) -> None:
    write_atomic(file, data)
    if executable:
        file.chmod(0o755)


def _configuration(name: str) -> bytes:
    """The demo site's mkdocs.yml without the targets, with the site's own name and its own theme folder."""
    text = (STARTER / "mkdocs.yml").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if "targets/" not in line]
    replacements = {
        "site_name: ": f"site_name: {writer.scalar(name)}",
        "  name: material": "  name: material\n  custom_dir: theme/overrides",
        "  /help/checks/": "  /help/*",
        "  - 关于本馆": "  - 关于:\n      - 关于本馆: about/index.md\n      - 填报指南: help/index.md",
        "  - 开放数据": "      - 开放数据: data/index.md",
    }
    return "\n".join(
        [*(next((new for start, new in replacements.items() if line.startswith(start)), line) for line in lines), ""]
    ).encode()
