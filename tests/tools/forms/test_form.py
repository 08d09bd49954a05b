"""The form itself in real Chromium, on a phone's screen, opened from a folder: record → form → zip → import, and nothing asked of any network."""

import json
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.cli.command import laomo
from tests.conftest import ROOT
from tests.tools.forms.opened import Open, forms_in, said, saved
from tests.tools.forms.zips import known

from laomo.pages.form import page
from laomo.pages.form.page import FORMAT
from laomo.pages.form.schemas import KINDS
from laomo.records import layout
from laomo.tools.forms import archive, handing_out, merging


@pytest.fixture
def open_form(tmp_path: Path, browser: Browser, form_libraries: Path) -> Iterator[Open]:
    """Opens a site's form in Chromium."""
    assert form_libraries
    with forms_in(browser, tmp_path) as opened:
        yield opened


def pick(kind: str, most: int) -> list[archive.FormRecord]:
    """Records of the sample city of one kind that together have as many of its fields as can be."""
    city = known(ROOT)
    paths = [path for path in city.trees if layout.kind_of(path) == kind]
    paths.sort(key=lambda path: -len(json.dumps(city.trees[path], ensure_ascii=False)))
    taken, seen = list[archive.FormRecord](), set[str]()
    for number, path in enumerate(paths):
        (record,) = handing_out.packed_record(city, kind, path).records
        fields = set(re.findall(r'"(\w+)":', json.dumps(record.record)))
        if len(taken) < most and fields - seen:
            seen |= fields
            taken.append(replace(record, name=f"{1950 + number}" if kind == "year" else record.name))
    return taken


def test_every_kind_of_record_comes_back_as_it_was(open_form: Open, tmp_path: Path) -> None:
    records = [record for kind in KINDS for record in pick(kind, 1 if kind == "studio" else 3)]
    assert {each.kind for each in records} == set(KINDS)
    file = tmp_path / "city.zip"
    with file.open("wb") as packed:
        archive.write(archive.FormArchive("", "some-studio", "示例", tuple(records)), packed)
    form = open_form(ROOT)
    form.set_input_files("#open", file)
    assert said(form, "打开").startswith("打开了"), form.inner_text("#said")
    for sent, got in zip(records, saved(form, tmp_path / "back.zip"), strict=True):
        assert got.base == sent.base
        assert merging.merged(got.base, got.record, sent.base).record == sent.base, (sent.kind, sent.name)


def test_what_the_form_cannot_read_is_said_in_a_sentence(open_form: Open, site: Path, tmp_path: Path) -> None:
    form = open_form(site)
    (tmp_path / "x.zip").write_bytes(b"no zip")
    form.set_input_files("#open", tmp_path / "x.zip")
    assert "请选填报表保存的" in said(form, "打不开")
    with zipfile.ZipFile(tmp_path / "old.zip", "w") as made:
        made.writestr("form.json", '{"format": "laomo-forms/0", "records": []}')
    form.set_input_files("#open", tmp_path / "old.zip")
    assert "向管理员要一份新的填报表" in said(form, "另一个版本")
    for number, damage in enumerate(({"records": 5}, {"records": [{"kind": "constructor"}]}, {"name": []})):
        with zipfile.ZipFile(tmp_path / f"{number}.zip", "w") as made:
            contents = {"format": FORMAT, "union": "", "studio": "", "name": "", "records": [], **damage}
            made.writestr("form.json", json.dumps(contents))
        form.set_input_files("#open", tmp_path / f"{number}.zip")
        said(form, "内容坏了")
        form.evaluate("document.getElementById('said').textContent = ''")
    strange = archive.FormRecord(
        "studio", "", {"name": "甲工作室", "units": ["乙"], "x": "丙"}, {"name": "甲工作室", "units": ["乙"], "x": "丙"}
    )
    with (tmp_path / "new.zip").open("wb") as packed:
        archive.write(archive.FormArchive("north", "", "", (strange,)), packed)
    form.set_input_files("#open", tmp_path / "new.zip")
    assert "填不了的内容" in said(form, "没有打开")


def test_a_checkout_without_the_libraries_names_the_command(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "theme" / "forms").mkdir(parents=True)
    monkeypatch.setattr("laomo.pages.theme.folder", lambda: tmp_path / "theme")
    run = laomo("forms", tmp_path / "填报", "--root", site)
    assert run.returncode == 1
    assert "请先运行 make forms" in run.stderr
    assert not (tmp_path / "填报").exists()


def test_the_command_writes_the_form_and_the_records_that_go_with_it(
    site: Path, tmp_path: Path, form_libraries: Path
) -> None:
    assert form_libraries
    run = laomo("forms", tmp_path / "填报", "--studio", "crane", "--root", site)
    assert run.returncode == 0, run.stdout + run.stderr
    assert sorted(path.name for path in (tmp_path / "填报").iterdir()) == ["crane.zip", page.FILE]
    text = (tmp_path / "填报" / page.FILE).read_text("utf-8")
    assert "江一舟" not in text
    assert laomo("forms", tmp_path / "填报", "--studio", "none", "--root", site).returncode == 2
