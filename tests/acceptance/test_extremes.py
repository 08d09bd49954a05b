"""Extreme records: very long texts, very many items, almost no data, pictures of odd shapes. All of them render well."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from playwright.sync_api import Browser, Page, expect

from laomo import generate
from laomo.project import Project
from laomo.render import incremental
from tests.conftest import SMALL, edit

LONG_NAME = "示例省示例市北区港口机械装卸工艺与大型起重设备智能运维劳动模范和工匠人才跨企业跨行业联合攻关暨新型学徒培养示范性职工劳模创新工作室"
"""Sixty-two characters, as on real plaques."""
HONOURS = "".join(
    f"      - {{name: 示例省第{n}届港口航运系统优秀技能人才暨技术创新先进个人标兵, level: 省级, year: {2000 + n}, body: 示例省人力资源和社会保障厅、示例省总工会}}\n"
    for n in range(1, 15)
)
MANY = """sample: 是
achievements:
""" + "".join(
    f"  - {{id: item-{n:02}, title: 第{n}项：桥吊大车行走机构防风锚定装置快速检修与状态监测办法, kind: {kind}, disclosure: 可公开,"
    f" problem: 检修一次要停四小时。, solution: 换用快拆销轴。, effect: 一小时做完。}}\n"
    for n in range(1, 81)
    for kind in [("五小成果", "技术革新", "先进操作法", "QC成果")[n % 4]]
)
UNBROKEN = """sample: 是
achievements:
  - id: unbroken
    title: 基于ZPMC-ROS-2024-XJ-00017-REV.C/Supervisory_Control_And_Data_Acquisition平台的远程点检
    kind: 软件著作权
    disclosure: 可公开
    measures:
      - {indicator: 每班人工点检并逐项填报纸质记录表所需要的平均时间（含往返路程）, before: 1234567.89, after: 0.00000123, unit: 分钟每台每班次}
      - {indicator: 数, before: 近300, after: 3, unit: 次}
    story: 一句话。
"""
PALETTE = """  font: false
  palette:
    - {media: "(prefers-color-scheme: light)", scheme: laomo, toggle: {icon: material/weather-night, name: 切换到深色}}
    - {media: "(prefers-color-scheme: dark)", scheme: laomo-dark, toggle: {icon: material/weather-sunny, name: 切换到浅色}}
"""
STUDIOS = ("long", "honoured", "line", "many", "panorama", "portrait", "missing", "unbroken")
PAGES = [
    "",
    "studios/",
    "people/",
    "achievements/",
    "unions/north/",
    *(f"studios/{studio}/" for studio in STUDIOS),
    "studios/long/sheet/",
    "studios/honoured/sheet/",
    "studios/long/card/",
    "studios/unbroken/unbroken/",
    "search/?q=示例",
]


def write(
    site: Path, studio: str, more: str = "", *, name: str = "", year: str = "", photo: tuple[int, int] | None = None
) -> None:
    folder = site / "studios/north" / studio
    folder.mkdir()
    leader = (
        f"leaders:\n  - name: 江一舟\n    honours:\n{HONOURS}"
        if studio == "honoured"
        else "leaders: [{name: 江一舟}]\n"
    )
    record = f"sample: 是\nname: {name or f'{studio}劳模创新工作室'}\ncategory: 劳模\n{leader}units: [北港码头]\nregion: 北区\n{more}"
    if photo or studio == "missing":
        record += "photos:\n  - {file: cover.png, caption: 吊具下放, alt: 一台岸桥把集装箱放到船上}\n"
    (folder / "studio.yml").write_text(record, encoding="utf-8")
    if year:
        (folder / "2024.yml").write_text(year, encoding="utf-8")
    if photo:
        (folder / "photos").mkdir()
        taken = Image.new("RGB", photo, "#23605f")
        ImageDraw.Draw(taken).ellipse((0, 0, *photo), fill="#c9993b")
        taken.save(folder / "photos/cover.png")


@pytest.fixture(scope="module")
def extremes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site with all extreme records, rendered as in the preview, which a missing picture does not stop."""
    site = Path(shutil.copytree(SMALL, tmp_path_factory.mktemp("extremes") / "site"))
    edit(site / "mkdocs.yml", "  font: false\n", PALETTE)
    edit(site / "mkdocs.yml", "docs_dir: content\n", "docs_dir: content\nsite_url: https://showcase.example.org/\n")
    long = f"industry: 科研技术服务\nslogan: {'稳' * 60}\nformer_names: [{LONG_NAME}]\n"
    write(site, "long", long, name=LONG_NAME, year=UNBROKEN.replace("unbroken", "unbroken-long"))
    write(site, "honoured")
    write(site, "line")
    write(site, "many", year=MANY)
    write(site, "panorama", photo=(8000, 600))
    write(site, "portrait", photo=(900, 3000))
    write(site, "missing")
    write(
        site,
        "unbroken",
        "intro: https-www-example-org-a-very-long-word-that-nobody-ever-broke-into-two-pieces-at-all\n",
        year=UNBROKEN,
    )
    project = Project(site)
    checked = generate.check(project)
    assert {problem.code for problem in checked.problems if problem.severity == "error"} == {"missing-picture"}
    assert checked.registry
    return incremental.render(project, checked.registry, generate.generate(project, checked.registry)).folder


@pytest.fixture(scope="module")
def address(extremes: Path, serve: Callable[[Path], str]) -> str:
    return serve(extremes)


SCREENS = ((390, "light"), (820, "light"), (1440, "dark"))


@pytest.fixture(params=SCREENS, ids=lambda each: f"{each[0]}-{each[1]}")
def page(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Page]:
    width, scheme = request.param
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, base_url=address)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def light_and_dark(browser: Browser, address: str) -> Iterator[dict[str, Page]]:
    """A browser page in each look, shared by all tests that leave it unchanged."""
    looks = ("light", "dark")
    contexts = {look: browser.new_context(color_scheme=look, base_url=address) for look in looks}  # type: ignore[arg-type]
    yield {look: context.new_page() for look, context in contexts.items()}
    for context in contexts.values():
        context.close()


FAULTS = """() => {
  const faults = [], wide = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > wide) faults.push(`the page is ${document.documentElement.scrollWidth} wide`);
  const shown = each => each.checkVisibility({visibilityProperty: true}) && !each.closest('.unseen, .skip, svg, .md-top, [aria-hidden=true]');
  const scrolls = each => { for (let e = each; e && e !== document.body; e = e.parentElement) if (/auto|scroll/.test(getComputedStyle(e).overflowX)) return true; };
  for (const each of document.querySelectorAll('body *')) {
    if (!shown(each) || scrolls(each)) continue;
    const box = each.getBoundingClientRect(), style = getComputedStyle(each), told = `${each.localName}.${each.className} “${each.innerText?.slice(0, 20)}”`;
    if (!box.width || !box.height || style.clipPath === 'inset(50%)') continue;
    if (box.right > wide + 1 && !each.closest('.hero, .today')) faults.push(`${told} reaches ${Math.round(box.right)} of ${wide}`);
    const card = each.closest('.card, .achievement, .leader, .set, .found, .measure, .plate > div, .panel, .badge')?.getBoundingClientRect();
    if (card && (box.right > card.right + 1 || box.left < card.left - 1)) faults.push(`${told} sticks out of its card`);
    const text = [...each.childNodes].some(node => node.nodeType === 3 && node.data.trim());
    if (text && /hidden|clip/.test(style.overflowX + style.overflowY) && style.textOverflow !== 'ellipsis' && style.webkitLineClamp === 'none' && (each.scrollWidth > each.clientWidth + 1 || each.scrollHeight > each.clientHeight + 2)) faults.push(`${told} is cut off`);
  }
  return [...new Set(faults)];
}"""


@pytest.mark.parametrize("url", PAGES)
def test_nothing_sticks_out_and_nothing_is_cut_off(light_and_dark: dict[str, Page], url: str) -> None:
    """Load the page once in each look, and only resize it where another width has the same look."""
    last = ""
    for width, look in SCREENS:
        page = light_and_dark[look]
        page.set_viewport_size({"width": width, "height": 900})
        if look != last:
            page.goto(url, wait_until="load")
        last = look
        if "search" in url:
            expect(page.locator(".found").first).to_be_visible()
        assert page.evaluate("window.innerWidth") == width
        assert page.evaluate(FAULTS) == [], f"{width} {look}"
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        _stands_below_its_header(page)


def _stands_below_its_header(page: Page) -> None:
    header = page.locator("header.md-header, .desk, main").first.bounding_box()
    assert header
    assert header["y"] >= 0
    bars = page.locator(".md-header__inner")
    if bars.count():
        box, parts = (
            bars.bounding_box(),
            [each.bounding_box() for each in bars.locator("> *").filter(visible=True).all()],
        )
        assert box
        assert all(
            part and part["y"] >= box["y"] - 1 and part["y"] + part["height"] <= box["y"] + box["height"] + 1
            for part in parts
        )
        assert box["height"] <= 80


def test_very_many_achievements_are_folded(page: Page) -> None:
    page.goto("studios/many/")
    expect(page.locator(".results li")).to_have_count(80)
    expect(page.locator(".results li:visible")).to_have_count(3)
    assert page.evaluate("document.documentElement.scrollHeight") <= 6 * 900, "six screens"
    page.goto("studios/many/#achievement-item-70")
    expect(page.locator("#achievement-item-70")).to_be_in_viewport()
    page.locator("#achievement-item-70 a").click()
    expect(page.locator("#achievement-item-70")).to_contain_text("换用快拆销轴。")


def test_a_picture_of_any_shape_keeps_its_frame(page: Page) -> None:
    for studio in ("panorama", "portrait"):
        page.goto(f"studios/{studio}/")
        box = page.locator("#intro ~ .hall__body .picture img").bounding_box()
        assert box
        assert box["height"] < 900, "no taller than the window"
        assert box["width"] / box["height"] < 14, "a strip, not a thread"
    page.goto("studios/missing/")
    expect(page.locator(".picture")).to_have_count(0)
