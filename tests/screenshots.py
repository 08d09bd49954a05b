"""`make screenshots`: every kind of page in every width and look, and one contact sheet for each look, in `.build/screenshots/`."""

import json
import shutil
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from tests.browser.test_access import LOOKS, MORE_PAGES
from tests.browser.test_browser import KINDS_OF_PAGE
from tests.conftest import CHROMIUM_FLAGS, ROOT, serving

WIDTHS = (390, 820, 1440)
TALLEST = 2400
"""Pixels of a page that its picture shows."""
OUT = ROOT / ".build" / "screenshots"


def main() -> None:
    if not (ROOT / "site" / "index.html").is_file():
        sys.exit("先运行 make site")
    with serving(ROOT / "site") as address, sync_playwright() as playwright:
        program = shutil.which("chromium") or shutil.which("chromium-browser")
        browser = playwright.chromium.launch(executable_path=program, args=CHROMIUM_FLAGS)
        for look in LOOKS:
            folder = OUT / look.replace(", ", "-").replace(" ", "-")
            folder.mkdir(parents=True, exist_ok=True)
            for width in WIDTHS:
                _take(browser, address, look, width, folder)
            print(_sheet(folder))
        browser.close()


def _take(browser: Browser, address: str, look: str, width: int, folder: Path) -> None:
    scheme, reading = LOOKS[look]
    context = browser.new_context(
        viewport={"width": width, "height": 1000},
        color_scheme=scheme,  # type: ignore[arg-type]
        base_url=address,
    )
    context.add_init_script(f"localStorage.setItem('laomo-reading', {json.dumps(reading)})")
    page = context.new_page()
    for url in (*KINDS_OF_PAGE, *MORE_PAGES):
        page.goto(url, wait_until="networkidle")
        page.evaluate("document.querySelectorAll('img[loading=lazy]').forEach(image => image.loading = 'eager')")
        page.wait_for_load_state("networkidle")
        height = min(int(page.evaluate("document.documentElement.scrollHeight")), TALLEST)
        name = "".join(each if each.isalnum() else "_" for each in url) or "home"
        area = {"x": 0, "y": 0, "width": width, "height": height}
        page.screenshot(path=folder / f"{name}-{width}.png", full_page=True, clip=area)  # type: ignore[arg-type]
    context.close()


def _sheet(folder: Path) -> Path:
    """All pictures of a look beside one another, a third of their size, a row for each kind of page."""
    kinds = sorted({file.stem.rpartition("-")[0] for file in folder.glob("*-*.png")})
    row = TALLEST // 3 + 12
    sheet = Image.new("RGB", (sum(WIDTHS) // 3 + 12 * len(WIDTHS), row * len(kinds)), "#808080")
    for number, kind in enumerate(kinds):
        left = 0
        for width in WIDTHS:
            with Image.open(folder / f"{kind}-{width}.png") as taken:
                sheet.paste(taken.convert("RGB").resize((taken.width // 3, taken.height // 3)), (left, number * row))
            left += width // 3 + 12
    target = folder.with_suffix(".jpg")
    sheet.save(target, quality=80)
    return target


if __name__ == "__main__":
    main()
