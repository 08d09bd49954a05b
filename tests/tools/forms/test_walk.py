"""A clerk's whole year for one studio in real Chromium and real Firefox, on a phone: typed into the form, saved, imported, built, on the page."""

import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page
from tests.cli.command import laomo
from tests.tools.forms import opened
from tests.tools.forms.opened import said, saved

from laomo.tools.forms import archive

BROWSERS = ("browser", "firefox_browser")
ACHIEVEMENTS = (("示例焊接法", "先进操作法"), ("示例夹具", "五小成果"))


@pytest.mark.usefixtures("form_libraries")
@pytest.mark.parametrize("name", BROWSERS)
def test_a_year_of_a_new_studio_from_a_blank_form_to_its_page(
    name: str,
    request: pytest.FixtureRequest,
    built: Path,
    tmp_path: Path,
    serve: Callable[[Path], str],
) -> None:
    browser: Browser = request.getfixturevalue(name)
    with opened.forms_in(browser, tmp_path) as open_form:
        form = open_form(built)
        form.select_option("#union", label="北区工会")
        form.fill("#studio-name", "示例电焊劳模创新工作室")
        _fill_profile(form, tmp_path)
        _fill_year(form)
        _fits_a_phone_and_is_chinese(form)
        form.reload()  # the telephone was put away
        form.get_by_role("button", name="接着填").click()
        said(form, "接着上次的填")
        assert [each.kind for each in saved(form, tmp_path / "来件.zip")] == ["studio", "year"]
        _photo_is_small_and_bare(tmp_path / "来件.zip")
        run = laomo("import", tmp_path / "来件.zip", "--root", built)
        assert run.returncode == 0, run.stdout + run.stderr
        _goes_on_after_the_import(form, built, tmp_path)
    run = laomo("build", "--root", built)
    assert run.returncode == 0, run.stdout + run.stderr
    _is_on_the_page(browser, serve(built / "site"), built)


def _fill_profile(form: Page, tmp_path: Path) -> None:
    form.click("#add")
    said(form, "请填写“工作室档案”")
    assert form.input_value("[id='root[name]']") == "示例电焊劳模创新工作室"
    form.click("#save")
    assert said(form, "处要改") == "还有 1 处要改，没有保存。"
    assert form.inner_text("#editor .fault") == "请至少填一项“所在单位”"
    form.fill("[id='root[units][0]']", "示例船厂")
    form.press("[id='root[units][0]']", "Tab")
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
    form.locator("#editor summary", has_text="其他").first.click()
    form.fill("[id='root[summary]']", "这一年焊好了两条船。")
    form.locator("#editor summary", has_text="创新成果").click()
    for number, (title, kind) in enumerate(ACHIEVEMENTS):
        form.get_by_role("button", name="添一项：创新成果").click()
        form.fill(f"[id='root[achievements][{number}][title]']", title)
        form.select_option(f"[id='root[achievements][{number}][kind]']", kind)
        form.select_option(f"[id='root[achievements][{number}][disclosure]']", "可公开")
    form.locator("#kept").filter(has_text="草稿已存在").wait_for()


def _large_photo() -> bytes:
    made, notes = io.BytesIO(), Image.Exif()
    notes[0x9286] = notes[0x010E] = "tel 13800138000"
    Image.new("RGB", (3000, 1500), "#a12a1e").save(made, "JPEG", exif=notes)
    return made.getvalue()


def _photo_is_small_and_bare(file: Path) -> None:
    ((_, data),) = archive.read(file).photos.items()
    with Image.open(io.BytesIO(data)) as made:
        assert (made.size, dict(made.getexif())) == ((2000, 1000), {})
    assert b"13800138000" not in data


def _fits_a_phone_and_is_chinese(form: Page) -> None:
    assert form.evaluate("document.documentElement.scrollWidth") <= 390
    texts = "[...document.querySelectorAll('button, label, summary')].map((each) => each.textContent).join('')"
    assert not re.search(r"[A-Za-z]{2}", form.evaluate(texts))
    low = "[...document.querySelectorAll('button, select, summary')].filter((each) => each.offsetHeight && each.offsetHeight < 44)"
    assert form.evaluate(f"{low}.length") == 0


def _goes_on_after_the_import(form: Page, root: Path, tmp_path: Path) -> None:
    form.locator("#editor summary", has_text="其他").first.click()
    form.fill("[id='root[slogan]']", "又一句。")
    form.press("[id='root[slogan]']", "Tab")
    form.locator("#kept").filter(has_text="草稿").wait_for()
    saved(form, tmp_path / "再来.zip")
    run = laomo("import", tmp_path / "再来.zip", "--root", root)
    assert (run.returncode, "又一句。" in run.stdout) == (0, True), run.stdout + run.stderr
    form.click("#forget")
    said(form, "草稿已删除")
    assert form.evaluate("localStorage.length") == 0


def _is_on_the_page(browser: Browser, site: str, root: Path) -> None:
    (folder,) = (path.parent for path in (root / "studios").glob("*/shili*/studio.yml"))
    tab = browser.new_page()
    tab.goto(f"{site}studios/{folder.name}/")
    text = tab.inner_text("main")
    for shown in ("示例电焊劳模创新工作室", "示例船厂", "又一句。", *(title for title, _ in ACHIEVEMENTS)):
        assert shown in text, shown
    picture = tab.locator("img[alt=一名焊工在焊接]").first
    picture.scroll_into_view_if_needed()
    tab.wait_for_function("(image) => image.naturalWidth > 0", arg=picture.element_handle())
    tab.close()
