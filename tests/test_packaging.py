"""The package itself: its rooms, its names, what the wheel carries; templates cannot forget to be safe, every field speaks Chinese."""

import ast
import json
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from laomo import checks
from laomo.pages.templates import Templates
from laomo.pages.theme import folder
from laomo.records import models, validation
from laomo.records.models import Record
from tests.conftest import ROOT, some


def _records(kind: type[Record] = Record) -> Iterator[type[Record]]:
    for record in kind.__subclasses__():
        if record.__module__.startswith("laomo.records.models."):  # demo's own tables are nobody's forms
            yield record
        yield from _records(record)


@pytest.mark.parametrize("record", sorted(set(_records()), key=lambda record: record.__name__))
def test_every_field_has_its_chinese_title(record: type[Record]) -> None:
    for name, field in some(record.model_fields.items()):
        assert re.search(r"[\u4e00-\u9fff]", field.title or ""), f"{record.__name__}.{name}"


def test_titles_are_found_inside_lists() -> None:
    assert validation.title(models.StudioRecord, ("leaders", 0, "honours", 1, "level")) == ("级别", "level")
    assert validation.title(models.StudioRecord, ("units",)) == ("所在单位", "units")


@pytest.mark.parametrize(
    "template",
    sorted(folder().glob("templates/**/*.*")),
    ids=lambda path: path.relative_to(folder() / "templates").as_posix(),
)
def test_no_template_goes_around_the_inert_text(template: Path) -> None:
    text = template.read_text(encoding="utf-8")
    assert not re.search(r"\|\s*safe|Markup|autoescape|\|\s*(?:e|escape|urlize|xmlattr|tojson)\b", text)
    assert not re.search(r"(?:parts\.\w+\([^)]*\)|icon\([^)]*\))\s*~|~\s*(?:parts\.|icon\()", text), (
        "markup joined to text"
    )


def test_a_template_cannot_print_a_value_raw(tmp_path: Path) -> None:
    (tmp_path / "x.md").write_text(
        '{% macro m(v) %}<b>{{ v }}</b>{% endmacro %}{{ m(v) }} {{ v }} {{ [v, v]|join("、") }}', encoding="utf-8"
    )
    made = Templates(tmp_path).render("x.md", "", v="<i>*a*").decode()
    inert = "&#60;i&#62;&#42;a&#42;"
    assert made == f"<b>{inert}</b> {inert} {inert}、{inert}"


def test_every_check_shows_what_passes_and_what_fails() -> None:
    for check in checks.CHECKS:
        doc = sys.modules[check.__module__].__doc__ or ""
        assert "Passes:" in doc, check.__module__
        assert "Fails:" in doc, check.__module__


def test_the_wheel_carries_theme_templates_trades_and_catalogue(dist: Path) -> None:
    (wheel,) = dist.glob("laomo-*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    files = {path.relative_to(ROOT).as_posix() for path in folder().rglob("*") if path.is_file()}
    assert "theme/templates/parts/parts.md" in files
    assert {f"laomo/{file}" for file in files} <= names
    assert "laomo/tools/demo/city/unions.yml" in names
    assert "laomo/tools/server/nginx.conf" in names
    assert "laomo/cli/locale/zh_CN/LC_MESSAGES/click.mo" in names
    assert any(name.startswith("laomo/tools/demo/trades/") for name in names)
    assert not any("tests" in name for name in names)


def test_locks_carry_hashes_and_no_addresses() -> None:
    for lock in some(ROOT.glob("requirements*.txt")):
        text = lock.read_text(encoding="utf-8")
        assert "--hash=sha256:" in text
        assert not re.search(r"https?://|file://|--index-url|--find-links", text)
    for place in ("tests", "benchmarks/peers", "theme/forms"):
        lock = ROOT / place / "package-lock.json"
        text = lock.read_text(encoding="utf-8")
        packages = {name: each for name, each in json.loads(text)["packages"].items() if name}
        assert packages
        fetched = [each for each in packages.values() if not each.get("inBundle")]  # the rest is inside those
        assert all(each["integrity"].startswith("sha512-") for each in fetched)
        assert not re.search(r"https?://|file:|\"resolved\"", text)


def _tracked() -> list[str]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    return [path for path in listed.decode().split("\0") if path and (ROOT / path).is_file()]


def _is_module(name: str) -> bool:
    place = ROOT.joinpath("generator", *name.split("."))
    return place.with_suffix(".py").is_file() or (place / "__init__.py").is_file()


_MODULE = re.compile(r"(?<![\w/.-])laomo(?:\.[a-z_][a-z0-9_]*)+")
_PLACE = re.compile(r"(?<![\w/.-])(?:generator/laomo|tests|theme|benchmarks)/[\w./-]*\w")
_PYTHON_FILE = re.compile(r"`((?:[a-z_0-9]+/)*[a-z_0-9]+\.py)`")
_MADE_ELSEWHERE = ("91-union.css", "theme/forms/libraries", "tests/node_modules/.installed")
"""What a site of its own has, and what `make forms` and `make test` make."""
_WITHOUT_NAMES = {".png", ".jpg", ".webp", ".ico", ".xlsx", ".lock", ".json"}


def _names(path: str) -> Iterator[str]:
    """What a file says of modules and places of this house that is not, or no longer, so."""
    text = (ROOT / path).read_text(encoding="utf-8", errors="replace")
    for name in {found[0] for found in _MODULE.finditer(text)} - {"laomo.yml", "laomo.__file__", "laomo.__path__"}:
        parents = [name.rsplit(".", n)[0] for n in range(min(3, name.count(".")))]
        if not any(map(_is_module, parents)):  # a module, or what is called so in one, or a method of that
            yield name
    if not path.startswith("tests/"):  # tests write files of such names into sites of their own
        for place in {found[0] for found in _PLACE.finditer(text)}:
            if not (ROOT / place).exists() and not place.endswith(_MADE_ELSEWHERE):
                yield place
    if path.endswith(".md"):
        for name in {found[1] for found in _PYTHON_FILE.finditer(text)}:
            if "<" not in name and not any((ROOT / root / name).is_file() for root in ("", "generator/laomo")):
                yield name


def test_what_files_say_of_modules_and_places_is_so() -> None:
    """A module that was moved is named in strings, templates, workflows, help pages and comments too."""
    paths = [path for path in _tracked() if Path(path).suffix not in _WITHOUT_NAMES and path != "CHANGELOG.md"]
    assert len(paths) > 500
    assert {path: names for path in paths if (names := sorted(_names(path)))} == {}


def test_a_class_name_means_one_thing() -> None:
    places: dict[str, list[str]] = {}
    for file in sorted((ROOT / "generator/laomo").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                places.setdefault(node.name, []).append(file.relative_to(ROOT).as_posix())
    assert len(places) > 150
    assert {name: found for name, found in places.items() if len(found) > 1} == {}


_CHANGES = {
    "Archive",
    "Decisions",
    "DigitRun",
    "Document",
    "Draft",
    "Gathering",
    "_Counted",
    "Deadline",
    "Fetched",
    "Kept",
    "Marks",
    "Names",
    "OoxmlDocument",
    "PairCounts",
    "ParseCache",
    "PeopleCell",
    "RenderCache",
    "Seen",
    "StagedHouse",
    "Studio",
    "Told",
    "UnionList",
    "UnitNames",
    "WouldBe",
    "_Budget",
    "_PaperRows",
    "_Matching",
    "_Planner",
    "_Run",
    "_Sheet",
    "_Team",
}
"""Classes of data that are filled step by step. All others are values, which nobody changes."""


def test_data_are_values() -> None:
    found = set()
    for file in sorted((ROOT / "generator/laomo").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef):
                marks = [ast.unparse(each) for each in node.decorator_list]
                if any(mark.startswith("dataclass") and "frozen=True" not in mark for mark in marks):
                    found.add(node.name)
    assert found == _CHANGES


def test_the_package_is_its_rooms() -> None:
    """Three modules, the entry of `python -m`, and twelve rooms; what a room is for, and what it may import, stands in its docstring."""
    package = ROOT / "generator/laomo"
    modules = {"__init__", "__main__", "generate", "pipeline", "project"}
    assert {path.stem for path in package.glob("*.py")} == modules
    rooms = {path.parent for path in package.glob("*/__init__.py")}
    assert len(rooms) == 12
    for room in rooms:
        doc = ast.get_docstring(ast.parse((room / "__init__.py").read_text(encoding="utf-8"))) or ""
        assert doc.count("\n\n") >= 1, room.name
        assert "mports" in doc, room.name
