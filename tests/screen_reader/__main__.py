"""`make transcript`: Orca reads a studio, an achievement and the page of search results; the transcripts are committed.

Ends with 1 if a word of the page's text is not said, is said twice, or is said in another language. `python -m tests.screen_reader PAGE …`
reads other pages and writes nothing.
"""

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.conftest import CHROMIUM, CHROMIUM_FLAGS, ROOT, serving
from tests.screen_reader import accessible_text, orca
from tests.screen_reader.completeness import not_said, said_beside

FOLDER = Path(__file__).parent
TRANSCRIPTS = {
    "studio": "studios/port-crane/",
    "achievement": "studios/port-crane/anti-sway-method/",
    "search": "search/?q=岸桥",
}
NAMES = """main => [...main.querySelectorAll("[aria-label], figcaption, option, input, [aria-labelledby]")].flatMap((each) => [
  each.getAttribute("aria-label"), each.placeholder, each.title, /^(search|text)$/.test(each.type) && each.value, each.closest("figure, option") && each.textContent,
  ...(each.getAttribute("aria-labelledby") || "").split(" ").map((id) => document.getElementById(id)?.textContent)]).filter((name) => typeof name === "string" && name)"""
MAIN = "[role=main], main"


def main(pages: list[str]) -> int:
    if absent := orca.missing():
        sys.exit(f"apt-get install {' '.join(absent)}")
    if not (ROOT / "site" / "index.html").is_file():
        sys.exit("先运行 make site")
    wanted = dict.fromkeys(pages) or TRANSCRIPTS
    with serving(ROOT / "site") as address, sync_playwright() as playwright:
        program = next(filter(None, map(shutil.which, CHROMIUM)))
        browser = playwright.chromium.launch(executable_path=program, args=CHROMIUM_FLAGS)
        page = browser.new_page(viewport={"width": orca.WINDOW[0], "height": orca.WINDOW[1]}, locale="zh-CN")
        wrong = [name for name, url in wanted.items() if not _read(page, address, url or name, name if url else "")]
        browser.close()
    return 1 if wrong else 0


def _read(page: Page, address: str, url: str, name: str) -> bool:
    """Read one page, compare, keep the transcript under its name if it has one; whether nothing is missing."""
    lines = _spoken(address + url)
    page.goto(address + url, wait_until="networkidle")
    text, names = page.locator(MAIN).evaluate(accessible_text.SCRIPT)["said"], page.locator(MAIN).evaluate(NAMES)
    start, end = lines.index("主内容") + 1, lines.index("正在离开主内容。")
    found = [f"not said: {each}" for each in not_said(text, lines[start:end])]
    found += [f"said beside the text: {each}" for each in said_beside(text, lines[start:end], names)]
    print(f"/{url}: {len(text)} pieces of text, {len(found)} faults", *found, sep="\n  ")
    if name:
        (FOLDER / "transcripts" / f"{name}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return not found


def _spoken(address: str) -> list[str]:
    """What Orca says, at the second try if the machine was too busy for the first."""
    for last in (False, True):
        with tempfile.TemporaryDirectory() as folder:
            try:
                return orca.spoken(address, Path(folder))
            except TimeoutError:
                if last:
                    raise
    return []


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
