"""The form itself in real Chromium, on a phone's screen, opened from a folder: record → form → zip → import, and nothing asked of any network."""

import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page
from tests.cli.command import laomo
from tests.conftest import ROOT
from tests.tools.forms.zips import known

from laomo.records import layout
from laomo.tools.forms import archive, handing_out, merging, page

Open = Callable[[Path], Page]
"""A site's folder → its form, opened from a folder of its own."""


@pytest.fixture
def open_form(tmp_path: Path, browser: Browser, form_libraries: Path) -> Iterator[Open]:
    """Whatever a form asks for besides itself, or complains of, fails the test."""
    assert form_libraries
    asked: list[str] = []
    complaints: list[str] = []
    context = browser.new_context(viewport={"width": 390, "height": 844}, accept_downloads=True)
    file = tmp_path / "填报" / page.FILE

    def opened(root: Path) -> Page:
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(page.page(known(root)))
        shown = context.new_page()
        shown.on("request", lambda request: asked.append(request.url))
        shown.on("console", lambda message: complaints.append(message.text))
        shown.on("pageerror", lambda error: complaints.append(str(error)))
        shown.on("dialog", lambda dialog: dialog.accept())
        shown.goto(file.as_uri())
        shown.wait_for_selector("#bar:not([hidden])")
        return shown

    yield opened
    context.close()
    assert [each for each in asked if each != file.as_uri() and not each.startswith(("blob:", "data:"))] == []
    assert complaints == []


def said(form: Page, pattern: str) -> str:
    form.locator("#said").filter(has_text=re.compile(pattern)).wait_for(timeout=20_000)
    return form.inner_text("#said")


def saved(form: Page, to: Path) -> list[archive.FormRecord]:
    with form.expect_download(timeout=10_000) as download:
        form.click("#save")
    assert re.fullmatch(r"\w+-\d{8}\.zip", download.value.suggested_filename)
    download.value.save_as(to)
    return list(archive.read(to).records)


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
    records = [record for kind in archive.KINDS for record in pick(kind, 1 if kind == "studio" else 3)]
    assert {each.kind for each in records} == set(archive.KINDS)
    file = tmp_path / "city.zip"
    with file.open("wb") as packed:
        archive.write(archive.FormArchive("", "some-studio", "示例", tuple(records)), packed)
    form = open_form(ROOT)
    form.set_input_files("#open", file)
    assert said(form, "打开").startswith("打开了"), form.inner_text("#said")
    for sent, got in zip(records, saved(form, tmp_path / "back.zip"), strict=True):
        assert got.base == sent.base
        assert merging.merged(got.base, got.record, sent.base).record == sent.base, (sent.kind, sent.name)


def test_a_year_of_a_new_studio_from_a_blank_form_to_the_records(open_form: Open, site: Path, tmp_path: Path) -> None:
    form = open_form(site)
    form.select_option("#union", label="北区工会")
    form.fill("#studio-name", "示例电焊劳模创新工作室")
    _fill_profile(form, tmp_path)
    _fill_year(form)
    assert form.evaluate("document.documentElement.scrollWidth") <= 390
    shown = form.evaluate(
        "[...document.querySelectorAll('button, label, summary')].map((each) => each.textContent).join('')"
    )
    assert not re.search(r"[A-Za-z]{2}", shown), shown
    low = form.evaluate(
        "[...document.querySelectorAll('button, select, summary')].filter((each) => each.offsetHeight && each.offsetHeight < 44).length"
    )
    assert low == 0
    form.reload()  # the telephone was put away
    form.click("#draft-resume")
    said(form, "接着上次的填")
    records = saved(form, tmp_path / "来件.zip")
    assert [each.kind for each in records] == ["studio", "year"]
    ((name, data),) = archive.read(tmp_path / "来件.zip").photos.items()
    with Image.open(io.BytesIO(data)) as made:
        assert (made.size, dict(made.getexif())) == ((2000, 1000), {})
    assert b"13800138000" not in data
    run = laomo("import", tmp_path / "来件.zip", "--root", site)
    assert run.returncode == 0, run.stdout + run.stderr
    (folder,) = {path.parent for path in (site / "studios").glob("*/shili*/*.yml")}
    assert f"file: {name}" in (folder / "studio.yml").read_text("utf-8")
    assert "id: shilihanjiefa" in (folder / "2025.yml").read_text("utf-8")
    form.locator("#editor summary", has_text="其他").first.click()
    form.fill("[id='root[slogan]']", "又一句。")
    form.locator("#studio-name").focus()
    form.locator("#kept").filter(has_text="草稿").wait_for()
    saved(form, tmp_path / "再来.zip")
    run = laomo("import", tmp_path / "再来.zip", "--root", site)
    assert (run.returncode, "又一句。" in run.stdout) == (0, True), run.stdout + run.stderr
    form.click("#forget")
    said(form, "草稿已删除")
    assert form.evaluate("localStorage.length") == 0


def _fill_profile(form: Page, tmp_path: Path) -> None:
    form.click("#add")
    said(form, "请填写“工作室档案”")
    assert form.input_value("[id='root[name]']") == "示例电焊劳模创新工作室"
    form.click("#save")
    assert said(form, "处要改") == "还有 1 处要改，没有保存。"
    assert form.inner_text("#editor .fault") == "请至少填一项“所在单位”"
    form.fill("[id='root[units][0]']", "示例船厂")
    form.locator("#studio-name").focus()
    form.locator(".fault").first.wait_for(state="detached")
    form.locator("#editor summary", has_text="图片").click()
    form.get_by_role("button", name="添一项：图片").click()
    photo = tmp_path / "IMG_0001.JPG"
    photo.write_bytes(_large_photo())
    form.set_input_files("[id='root[photos][0][file]-file']", photo)
    form.locator(".photo p", has_text="已选好").wait_for()
    form.fill("[id='root[photos][0][caption]']", "焊接")
    form.fill("[id='root[photos][0][alt]']", "一名焊工在焊接")


def _fill_year(form: Page) -> None:
    form.select_option("#kind", label="年度档案")
    form.fill("#year", "2025")
    form.click("#add")
    said(form, "请填写“年度档案 2025”")
    form.locator("#editor summary", has_text="创新成果").click()
    form.get_by_role("button", name="添一项：创新成果").click()
    form.fill("[id='root[achievements][0][title]']", "示例焊接法")
    form.select_option("[id='root[achievements][0][kind]']", "五小成果")
    form.select_option("[id='root[achievements][0][disclosure]']", "可公开")
    form.locator("#kept").filter(has_text="草稿已存在").wait_for()


def _large_photo() -> bytes:
    made, notes = io.BytesIO(), Image.Exif()
    notes[0x9286] = notes[0x010E] = "tel 13800138000"
    Image.new("RGB", (3000, 1500), "#a12a1e").save(made, "JPEG", exif=notes)
    return made.getvalue()


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
            contents = {"format": archive.FORMAT, "union": "", "studio": "", "name": "", "records": [], **damage}
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


def test_the_offline_edition_has_the_form_if_the_host_wants(site: Path, tmp_path: Path, form_libraries: Path) -> None:
    assert form_libraries
    for _ in range(2):  # the second replaces the first, which is no foreign folder
        run = laomo("build", "--root", site, "--offline", tmp_path / "展厅", "--forms")
        assert run.returncode == 0, run.stdout + run.stderr
    assert (tmp_path / "展厅" / page.FILE).read_bytes() == page.page(known(site))
    assert not (site / "site" / page.FILE).exists()
    assert laomo("build", "--root", site, "--forms").returncode == 2
