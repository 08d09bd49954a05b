"""The exhibition sheet on real paper: one A3 page whatever a studio has, and QR codes that lead to its address."""

import io
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import segno
import zxingcpp
from lxml import etree, html
from PIL import Image
from playwright.sync_api import Browser
from pypdf import PdfReader

from laomo import pipeline
from laomo.assets import qr_codes
from laomo.problems.formats import text
from laomo.project import Project
from tests.conftest import SMALL, edit, some, tree

ADDRESS = "https://showcase.example.org/"
MANY = "\n".join(
    f"  - {{id: piece-{n}, title: 第{n}项改进：把一道工序做稳做细不返工, kind: 技术革新, disclosure: 可公开, effect: {'少走弯路。' * 30}}}"
    for n in range(80)
)
LONG_NAME = "北区重工业集团有限责任公司" * 4 + "劳模创新工作室"
NAMES = {
    "one": ["甲"],
    "two": ["李白"],
    "eight": ["阿依古丽·买买提明"],
    "twenty": ["Alexander Montgomery"],
    "three": ["罗海平", "郭梦怡", "吴艺敏"],
    "six": ["罗海平", "郭梦怡", "吴艺敏", "周孝松", "何庆堂", "李艺珍"],
    "nobody": [],
}
"""Leaders of one studio each, with a slogan of 60 characters; the first has a short one, and a rate in dots."""
STUDIOS = {
    "one line": "nurse",
    "everything": "crane",
    "80 achievements, 59 characters": "weld",
    **{f"{name} as a name": name for name in NAMES},
}
PRINTED = ("crane", "weld", "three")
"""Which of them are printed; of the others the page is measured, which takes a tenth of the time."""
SMALLEST = 18 / 72 * 96
"""18 points in CSS pixels."""
SMALL_WORDS = """(smallest) => [...document.querySelectorAll(".panel *")].filter((each) => !each.closest(".unseen")
    && [...each.childNodes].some((part) => part.nodeType === Node.TEXT_NODE && part.textContent.trim())
    && parseFloat(getComputedStyle(each).fontSize) < smallest).map((each) => each.textContent)"""


@pytest.fixture(scope="module")
def hung(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site with an address; one of its studios has a very long name and 80 achievements. Only to be read."""
    site = Path(shutil.copytree(SMALL, tmp_path_factory.mktemp("hung") / "site"))
    edit(site / "mkdocs.yml", "docs_dir:", f"site_url: {ADDRESS}\ndocs_dir:")
    weld = site / "studios/north/weld/studio.yml"
    weld.write_text(re.sub("name: .*创新工作室", f"name: {LONG_NAME}", weld.read_text("utf-8"), count=1), "utf-8")
    (weld.parent / "2014.yml").write_text(f"achievements:\n{MANY}\n", "utf-8")
    for name, leaders in NAMES.items():
        hang(site, name, leaders)
    pipeline.build(Project(site), site / "site")
    return site / "site"


def hang(site: Path, name: str, leaders: list[str]) -> None:
    """A studio with these leaders, a figure and a slogan."""
    folder = site / "studios/north" / name
    folder.mkdir()
    unit, slogan = ("'%'", "稳一点。") if name == "one" else ("件", "稳" * 30 + "，" + "准" * 29)
    people = "".join(f"  - {{name: {each}, job: 岸桥司机}}\n" for each in leaders)
    (folder / "studio.yml").write_text(
        f"sample: 是\nname: {name}号劳模创新工作室\ncategory: 劳模\nunits: [北港码头]\nregion: 北区\nslogan: {slogan}\n"
        + (f"leaders:\n{people}" if people else ""),
        "utf-8",
    )
    (folder / "2024.yml").write_text(
        f"achievements:\n  - {{id: {name}-piece, title: {name}号减速稳钩办法, kind: 先进操作法, disclosure: 可公开,"
        f" measures: [{{indicator: 每月发生率, before: 2.36, after: 0.64, unit: {unit}}}]}}\n",
        "utf-8",
    )


def test_a_sheet_is_one_page_and_nothing_is_cut_off(hung: Path, browser: Browser, serve: Callable[[Path], str]) -> None:
    root = serve(hung)
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    for case, studio in STUDIOS.items():
        page.goto(f"{root}studios/{studio}/sheet/")
        page.emulate_media(media="print")
        if studio in PRINTED:
            (printed,) = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
            assert [round(side / 72 * 25.4) for side in printed.mediabox[2:]] == [297, 420], "A3"
        assert page.evaluate(SMALL_WORDS, SMALLEST) == [], case
        assert page.evaluate("(p => p.scrollHeight - p.clientHeight)(document.querySelector('.panel'))") <= 1, case
        low, bottom = page.evaluate(
            "[document.querySelector('.panel footer'), document.querySelector('.panel')]"
            ".map(part => part.getBoundingClientRect().bottom)"
        )
        assert low <= bottom, case
    page.close()


def test_every_sheet_of_the_city_fits(city_site: Path, browser: Browser, serve: Callable[[Path], str]) -> None:
    root = serve(city_site)
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.emulate_media(media="print")
    sheets = sorted(city_site.glob("studios/*/sheet/index.html"))
    assert len(sheets) == 100
    for sheet in some(sheets[::10]):
        page.goto(f"{root}{sheet.parent.relative_to(city_site).as_posix()}/")
        assert page.evaluate("(p => p.scrollHeight - p.clientHeight)(document.querySelector('.panel'))") <= 1, sheet
    page.close()


def test_on_a_phone_it_reads_without_pulling_sideways(
    hung: Path, browser: Browser, serve: Callable[[Path], str]
) -> None:
    root = serve(hung)
    page = browser.new_page(viewport={"width": 390, "height": 844})
    for studio in STUDIOS.values():
        page.goto(f"{root}studios/{studio}/sheet/")
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), studio
    page.close()


def test_the_codes_lead_to_the_studio(hung: Path, browser: Browser, serve: Callable[[Path], str]) -> None:
    address = f"{ADDRESS}studios/crane/"
    assert read((hung / "studios/crane/qr.png").read_bytes()) == address
    page = browser.new_page(viewport={"width": 900, "height": 900})
    root = serve(hung)
    page.goto(f"{root}studios/crane/sheet/")
    page.emulate_media(media="print")
    assert read(page.locator(".qr").screenshot()) == address, "on the printed sheet"
    page.goto(f"{root}studios/crane/qr.svg")
    assert read(page.screenshot()) == address, "the door plate as SVG"
    page.close()


@pytest.mark.parametrize("length", [1, 9, 40, 120])
def test_the_picture_of_a_code_shows_what_segno_draws(length: int) -> None:
    address, stream = f"{ADDRESS}studios/{'c' * length}/", io.BytesIO()
    segno.make(address, error="m", micro=False).save(stream, kind="png", border=4, scale=20)
    picture = qr_codes.draw(address, "png")
    assert read(picture) == address
    drawn, expected = Image.open(io.BytesIO(picture)), Image.open(stream)
    assert (drawn.mode, drawn.size) == (expected.mode, expected.size)
    assert drawn.tobytes() == expected.tobytes()


def test_without_an_address_there_is_no_code_and_a_line_says_why(site: Path) -> None:
    built = pipeline.build(Project(site), site / "site", strict=True)
    told = [text(notice) for notice in built.warnings]
    assert any("mkdocs.yml" in line and "说明" in line and "site_url" in line for line in told)
    sheet = html.parse(str(site / "site/studios/crane/sheet/index.html"))
    assert not sheet.xpath("//img[@class='qr'] | //a[contains(@href, 'qr.')] | //link[@rel='canonical']")
    assert not [name for name in some(tree(site / "site")) if "/qr." in name]


@pytest.mark.parametrize(
    "told", ["showcase.example.org", "[a, b]", "!ENV SITE", "ftp://x.org/", "https://x.org/?q=1", "'"]
)
def test_an_address_that_is_none_is_not_printed(site: Path, told: str) -> None:
    edit(site / "mkdocs.yml", "docs_dir:", f"site_url: {told}\ndocs_dir:")
    assert Project(site).address is None


def test_a_button_copies_the_code_or_at_least_selects_it(
    hung: Path, browser: Browser, serve: Callable[[Path], str]
) -> None:
    root = serve(hung)
    for allowed in (True, False):
        context = browser.new_context(permissions=["clipboard-read", "clipboard-write"] if allowed else [])
        page = context.new_page()
        if not allowed:  # as on a site without https
            page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
        page.goto(f"{root}studios/crane/sheet/")
        page.click("[data-copy-from=embed-card]")
        code = page.input_value("#embed-card")
        assert f'src="{ADDRESS}studios/crane/card/"' in code
        assert page.evaluate("document.getSelection().toString()") == code
        page.wait_for_selector(f"text={'已复制' if allowed else '已选中，请按 Ctrl+C'}")
        if allowed:
            assert page.evaluate("navigator.clipboard.readText()") == code
        context.close()


def test_hostile_text_stays_text(site: Path) -> None:
    edit(site / "studios/north/crane/studio.yml", "slogan: 吊得稳，放得准", "slogan: '<img src=x onerror=alert(1)>\"&'")
    pipeline.build(Project(site), site / "site")
    sheet = html.parse(str(site / "site/studios/crane/sheet/index.html"))
    assert sheet.xpath("string(//p[@class='panel__slogan'])") == '<img src=x onerror=alert(1)>"&'
    assert not sheet.xpath("//*[@onerror]")


def read(picture: bytes) -> str:
    """What the one QR code of a picture says."""
    (code,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(picture)).convert("L"))
    return str(code.text)


def test_the_door_plate_is_a_proper_drawing(hung: Path) -> None:
    drawing = etree.fromstring((hung / "studios/crane/qr.svg").read_bytes())
    assert drawing.tag == "{http://www.w3.org/2000/svg}svg"
