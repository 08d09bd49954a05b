"""The house itself: the wheel carries all it needs, templates cannot forget to be safe, every field speaks Chinese."""

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
from tests.conftest import ROOT


def _records(kind: type[Record] = Record) -> Iterator[type[Record]]:
    for record in kind.__subclasses__():
        if record.__module__.startswith("laomo.records.models."):  # demo's own tables are nobody's forms
            yield record
        yield from _records(record)


@pytest.mark.parametrize("record", sorted(set(_records()), key=lambda record: record.__name__))
def test_every_field_has_its_chinese_title(record: type[Record]) -> None:
    for name, field in record.model_fields.items():
        assert re.search(r"[\u4e00-\u9fff]", field.title or ""), f"{record.__name__}.{name}"


def test_titles_are_found_inside_lists() -> None:
    assert validation.title(models.StudioRecord, ("leaders", 0, "honours", 1, "level")) == "“级别”（level）"
    assert validation.title(models.StudioRecord, ("units",)) == "“所在单位”（units）"


@pytest.mark.parametrize("template", sorted(folder().glob("pages/*.*")), ids=lambda path: path.name)
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


def test_the_wheel_carries_theme_templates_and_trades(tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        "-w",
        tmp_path,
        ROOT,
    ]
    subprocess.run(command, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("laomo-*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {
        "laomo/theme/pages/studio.md",
        "laomo/theme/overrides/main.html",
        "laomo/tools/demo/city/unions.yml",
    } <= names
    assert any(name.startswith("laomo/tools/demo/trades/") for name in names)
    assert any(name.startswith("laomo/theme/overrides/assets/stylesheets/") for name in names)
    assert not any("tests" in name for name in names)


def test_locks_carry_hashes_and_no_addresses() -> None:
    for lock in ROOT.glob("requirements*.txt"):
        text = lock.read_text(encoding="utf-8")
        assert "--hash=sha256:" in text
        assert not re.search(r"https?://|file://|--index-url|--find-links", text)
    for lock in (ROOT / "tests/package-lock.json", ROOT / "benchmarks/peers/package-lock.json"):
        text = lock.read_text(encoding="utf-8")
        packages = {name: each for name, each in json.loads(text)["packages"].items() if name}
        assert packages
        assert all(each["integrity"].startswith("sha512-") for each in packages.values())
        assert not re.search(r"https?://|file:|\"resolved\"", text)
