"""`make help-pictures`: the pictures of `content/help/`, of what a clerk sees: real runs in a terminal, real pages of the sample city.

They are committed, so that a site builds without a browser. Renew them when the looks or the words of the program change.
"""

import html
import os
import pty
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

import openpyxl
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from laomo import pipeline
from laomo.project import Project
from tests.conftest import CHROMIUM_FLAGS, ROOT, edit, serving

FOLDER = ROOT / "content/help/pictures"
MOST_BYTES = 100_000
SHARPNESS = 1.5
"""Pixels of the picture for each pixel of the page."""
PHONE, DESKTOP = (390, 780), (1280, 840)
PAGES = {
    "first-studio-phone": ("studios/shilifengzhi/", PHONE),
    "first-studio-desktop": ("studios/shilifengzhi/", DESKTOP),
    "photos-phone": ("studios/port-crane/#intro", PHONE),
    "year-end-desktop": ("studios/port-crane/2024/", DESKTOP),
    "withdraw-phone": ("studios/han-qinghuang-government-service/", PHONE),
}
"""Picture → page and window."""
ANSWERS = ("屿心区工会", "示例缝制劳模创新工作室", "", "示例甲", "示例服饰有限公司", "屿心区", "")
LIST = (
    ("工作室名称", "领办人", "企业", "所在区", "成立时间", "联系电话"),
    ("示例钳工劳模创新工作室", "示例乙", "示例机床厂", "屿北区", "2016.5", "0592-0000000"),
    ("示例护理巾帼创新工作室", "示例丙", "示例医院", "屿北区", "去年", "0592-0000000"),
    ("示例电气工匠创新工作室", "示例丁", "示例电厂", "屿北区", "2019", "0592-0000000"),
)
_TERMINAL = """<!doctype html><meta charset="utf-8"><style>
body { margin: 0; width: 540px; }
div { background: #1d2328; color: #e8e6e1; }
p { margin: 0; padding: 7px 14px; background: #343b42; font: 13px "Noto Sans CJK SC"; color: #c9c6bf; }
pre { margin: 0; padding: 14px 16px 18px; white-space: pre-wrap; overflow-wrap: anywhere; font: 14px/1.65 "Noto Sans Mono CJK SC"; }
</style><div><p>终端</p><pre>%s</pre></div>"""


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        program = shutil.which("chromium") or shutil.which("chromium-browser")
        browser = playwright.chromium.launch(executable_path=program, args=CHROMIUM_FLAGS)
        city = Path(shutil.copytree(ROOT, Path(folder) / "资料库", ignore=_only_the_site))
        for name, said in _runs(city):
            _save(name, _of_text(browser, said))
        pipeline.build(Project(city), city / "site")
        with serving(city / "site") as address:
            for name, (page, window) in PAGES.items():
                _save(name, _of_page(browser, address + page, window))
        browser.close()


def _only_the_site(folder: str, names: list[str]) -> set[str]:
    return set(names) - {"content", "studios", "theme", "mkdocs.yml"} if Path(folder) == ROOT else set()


def _runs(city: Path) -> Iterator[tuple[str, str]]:
    """Each run in the terminal with what it said; the city is changed as the help tells."""
    yield "first-studio-terminal", _typed(city, ["new", "studio"], ANSWERS)
    record = city / "studios/yuxin/shilifengzhi/studio.yml"
    edit(record, "#founded:", "founded: 2013年13月")
    edit(record, "category: 劳模", "category: 劳动模范")
    yield "check-terminal", _typed(city, ["check", "studios/yuxin/shilifengzhi"])
    edit(record, "category: 劳动模范", "category: 劳模")
    edit(record, "founded: 2013年13月", "founded: 2013-06")
    book = openpyxl.Workbook()
    for row in LIST:
        book.worksheets[0].append(row)
    book.save(city / "名单.xlsx")
    yield "excel-terminal", _typed(city, ["import", "名单.xlsx", "--union", "yubei", "--dry-run"])


def _typed(folder: Path, arguments: Sequence[str], answers: Sequence[str] = ()) -> str:
    """What a terminal shows of a command and of what is answered to its questions."""
    leader, follower = pty.openpty()
    command = [sys.executable, "-c", "from laomo.cli import main; main()", *arguments]
    environment = {**os.environ, "LC_ALL": "zh_CN.UTF-8", "PYTHONIOENCODING": "utf-8", "COLUMNS": "80"}
    process = subprocess.Popen(command, cwd=folder, env=environment, stdin=follower, stdout=follower, stderr=follower)
    os.close(follower)
    waiting, shown = list(answers), b""
    while piece := _piece(leader):
        shown += piece
        if waiting and shown.rstrip(b" ").endswith(b":"):
            os.write(leader, f"{waiting.pop(0)}\n".encode())
    process.wait()
    return f"$ laomo {' '.join(arguments)}\n{shown.decode().replace(chr(13), '')}".rstrip()


def _piece(terminal: int) -> bytes:
    try:
        return os.read(terminal, 4096)
    except OSError:  # what a terminal answers when the last program has left it
        return b""


def _of_text(browser: Browser, text: str) -> bytes:
    with _window(browser, (540, 200)) as context:
        page = context.new_page()
        page.set_content(_TERMINAL % html.escape(text))
        return page.locator("div").screenshot()


def _of_page(browser: Browser, address: str, window: tuple[int, int]) -> bytes:
    with _window(browser, window) as context:
        page = context.new_page()
        page.goto(address, wait_until="networkidle")
        return page.screenshot()


@contextmanager
def _window(browser: Browser, size: tuple[int, int]) -> Iterator[BrowserContext]:
    width, height = size
    context = browser.new_context(
        viewport={"width": width, "height": height}, device_scale_factor=SHARPNESS, color_scheme="light", locale="zh-CN"
    )
    yield context
    context.close()


def _save(name: str, png: bytes) -> None:
    """A PNG, which every browser shows, of as many colours as its size allows."""
    with Image.open(BytesIO(png)) as taken:
        for colours in (256, 128, 64, 32, 16):
            made = BytesIO()
            drawn = taken.convert("RGB").quantize(colours, Image.Quantize.MAXCOVERAGE, 3, dither=Image.Dither.NONE)
            drawn.save(made, "PNG", optimize=True)
            if made.tell() < MOST_BYTES:
                break
        (FOLDER / f"{name}.png").write_bytes(made.getvalue())
        print(f"{name}.png {taken.width}×{taken.height} {colours} colours {made.tell():,} B")


if __name__ == "__main__":
    main()
