"""What goes wrong with a form in an office: photos that are none, a browser that keeps nothing, two windows, the way back. Nothing is lost, and a sentence says what to do."""

import io
import re
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page
from tests.conftest import ROOT
from tests.tools.forms.opened import Open, forms_in, said
from tests.tools.forms.zips import picture, record, zipped

from laomo.tools.forms import archive

SMALL = ROOT / "tests" / "sites" / "small"
SLOGAN = "[id='root[slogan]']"


@pytest.fixture
def open_form(tmp_path: Path, browser: Browser, form_libraries: Path) -> Iterator[Open]:
    assert form_libraries
    with forms_in(browser, tmp_path) as opened:
        yield opened


def begun(open_form: Open, name: str = "示例电焊劳模创新工作室") -> Page:
    """A form with a profile that has just been begun."""
    form = open_form(SMALL)
    form.fill("#studio-name", name)
    form.click("#add")
    said(form, "请填写“工作室档案”")
    form.locator("#editor summary", has_text="其他").first.click()
    return form


def kept(form: Page, pattern: str = "草稿已存在") -> str:
    form.locator("#kept").filter(has_text=re.compile(pattern)).wait_for(timeout=20_000)
    return form.inner_text("#kept")


def _png() -> bytes:
    made = io.BytesIO()
    image = Image.new("RGBA", (400, 300), (0, 0, 0, 0))
    image.paste("#a12a1e", (0, 0, 200, 300))
    image.save(made, "PNG")
    return made.getvalue()


NO_PHOTOS: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "cut off before its pixels": ("甲.jpg", lambda: picture()[:40], "打不开"),
    "a text called a photo": ("乙.jpg", lambda: "工作室名称".encode() * 100, "不是照片"),
    "empty": ("丙.jpg", lambda: b"", "是空的"),
    "HEIC": ("IMG_0001.HEIC", lambda: b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 400, "另存为 JPG"),
    "HEIC called JPG": ("IMG_0002.JPG", lambda: b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic" + b"\0" * 400, "另存为 JPG"),
    "too large": ("丁.jpg", lambda: picture() + b"\0" * 25_000_000, "最多 24 MB"),
}


def test_photos_that_cannot_be_taken_and_those_that_can(open_form: Open, tmp_path: Path) -> None:
    form = begun(open_form)
    form.locator("#editor summary", has_text="图片").click()
    form.get_by_role("button", name="添一项：图片").click()
    chooser, told = "[id='root[photos][0][file]-file']", form.locator(".photo p")
    for name, make, sentence in NO_PHOTOS.values():
        (tmp_path / name).write_bytes(make())
        form.set_input_files(chooser, tmp_path / name)
        told.filter(has_text=sentence).wait_for()
        assert not form.locator(".photo img").is_visible(), name
    for name, data in (("大.jpg", picture() + b"\0" * 20_000_000), ("透明.png", _png())):
        (tmp_path / name).write_bytes(data)
        form.set_input_files(chooser, tmp_path / name)
        told.filter(has_text="已选好").wait_for()
        form.fill("[id='root[photos][0][caption]']", name)
    kept(form)
    form.click("#save")
    with form.expect_download() as download:
        form.click("#save-anyway")
    download.value.save_as(tmp_path / "来件.zip")
    (data,) = archive.read(tmp_path / "来件.zip").photos.values()
    with Image.open(io.BytesIO(data)) as made:
        assert made.format == "JPEG"
        assert made.convert("L").crop((250, 50, 350, 250)).getextrema()[0] > 250, "what is transparent is white"
    form.click("#forget")


REFUSED = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('', 'SecurityError'); } })"
FULL = "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); }"


@pytest.mark.parametrize("prepare", [REFUSED, FULL], ids=["refused", "full"])
def test_a_browser_that_keeps_nothing_asks_before_it_is_closed(
    prepare: str, browser: Browser, tmp_path: Path, form_libraries: Path
) -> None:
    assert form_libraries
    with forms_in(browser, tmp_path, prepare=prepare) as open_form:
        form = begun(open_form)
        form.click(SLOGAN)
        form.keyboard.type("又一句")
        assert "请按“保存”" in kept(form, "存不下草稿")
        with form.expect_event("dialog") as asked:
            form.close(run_before_unload=True)
        assert asked.value.type == "beforeunload"
        assert not form.is_closed()
        assert form.input_value(SLOGAN) == "又一句"


def test_what_is_being_typed_is_there_after_the_way_back(open_form: Open) -> None:
    form = begun(open_form)
    form.click(SLOGAN)
    form.keyboard.type("正在写的一句")
    form.goto("about:blank")
    form.go_back()
    form.wait_for_selector("#bar:not([hidden])")
    if form.get_by_role("button", name="接着填").is_visible():
        form.get_by_role("button", name="接着填").click()
        said(form, "接着上次的填")
    assert form.input_value(SLOGAN) == "正在写的一句"


_SLOGANS = """Object.keys(localStorage).filter((key) => key.startsWith("laomo-form-draft"))
  .map((key) => JSON.parse(localStorage[key]).form.records[0].record.slogan).sort()"""


def _drafts(form: Page, wanted: list[str]) -> None:
    """Wait until the drafts of this device have these slogans."""
    end = time.monotonic() + 30
    while (found := form.evaluate(_SLOGANS)) != wanted:
        assert time.monotonic() < end, found
        form.wait_for_timeout(50)


def test_two_windows_with_one_draft_become_two(open_form: Open) -> None:
    first = begun(open_form)
    first.fill(SLOGAN, "先写的一句")
    _drafts(first, ["先写的一句"])
    second = first.context.new_page()
    second.on("dialog", lambda dialog: dialog.accept())
    second.goto(first.url)
    second.get_by_role("button", name="接着填").click()
    second.locator("#editor summary", has_text="其他").first.click()
    second.fill(SLOGAN, "第二个窗口写的")
    _drafts(second, ["先写的一句", "第二个窗口写的"])
    warned = [form for form in (first, second) if "另一个窗口也在填" in form.inner_text("#said")]
    assert len(warned) == 1, "whichever window wrote later has told the other"
    first.fill(SLOGAN, "第一个窗口写的")
    _drafts(first, ["第一个窗口写的", "第二个窗口写的"])
    third = first.context.new_page()
    third.goto(first.url)
    assert third.get_by_role("button", name="接着填").count() == 2


def test_zips_of_other_versions_say_which_side_to_renew(open_form: Open, tmp_path: Path) -> None:
    form = open_form(SMALL)
    for version, sentence in (("laomo-forms/99", "是更新的填报表存的"), ("laomo-forms/0", "另一个版本")):
        zipped(tmp_path / "来件.zip", record("studio", {"name": "甲"}), format=version)
        form.set_input_files("#open", tmp_path / "来件.zip")
        assert "请向管理员要一份新的填报表" in said(form, sentence)
    with zipfile.ZipFile(tmp_path / "空.zip", "w"):
        pass
    form.set_input_files("#open", tmp_path / "空.zip")
    said(form, "这不是填报表的压缩包")
