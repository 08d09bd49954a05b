"""The W3C's checker (vnu) finds no errors on any kind of page, except the two that come from Material itself."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.browser.test_access import MORE_PAGES
from tests.browser.test_browser import KINDS_OF_PAGE

OF_MATERIAL = (
    "Attribute “autocomplete” is only allowed when the input type is",
    "Bad value “” for attribute “tabindex”",
)

QUICK = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
"""A run of seconds is over before Java's second compiler has paid for itself."""


def errors(jar: Path, pages: list[Path]) -> list[str]:
    if shutil.which("java") is None:
        pytest.fail("没有 Java：apt-get install default-jre-headless（测试用，网站本身不用）")
    command = ["java", *QUICK, "-Xss8m", "-jar", str(jar), "--errors-only", "--format", "json", *map(str, pages)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    found = json.loads(run.stderr)["messages"]
    return [
        f"{each['url']}:{each.get('lastLine')} {each['message']}"
        for each in found
        if not each["message"].startswith(OF_MATERIAL)
    ]


@pytest.fixture(scope="module")
def jar(npm_packages: Path) -> Path:
    return npm_packages / "vnu-jar/build/dist/vnu.jar"


def test_no_errors_on_any_kind_of_page(jar: Path, city_site: Path) -> None:
    urls = {url.partition("?")[0] for url in (*KINDS_OF_PAGE, *MORE_PAGES)}
    pages = [city_site / (url if url.endswith(".html") else f"{url}index.html") for url in sorted(urls)]
    assert all(page.is_file() for page in pages)
    assert errors(jar, pages) == []


def test_an_error_would_be_seen(jar: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<!doctype html><html lang=zh><title>示例</title><p id=a><p id=a>", encoding="utf-8")
    (error,) = errors(jar, [page])
    assert "Duplicate ID" in error
