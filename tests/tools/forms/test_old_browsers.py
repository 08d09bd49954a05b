"""The form in browsers of 2017, which many offices still have; an older one says in a sentence what to do."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext
from tests.conftest import ROOT
from tests.tools.forms.zips import known

from laomo.tools.forms import handing_out

SOURCES = ROOT / "theme" / "forms"
HERE = Path(__file__).parent


def test_the_scripts_keep_their_types_and_call_nothing_newer(npm_packages: Path) -> None:
    run = subprocess.run([npm_packages / ".bin/tsc", "-p", HERE], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout


def newer(npm_packages: Path, *files: str) -> str:
    script, typescript = HERE / "newer_syntax.cjs", npm_packages / "typescript"
    run = subprocess.run(["node", script, typescript, *files], capture_output=True, text=True, check=True)
    return run.stdout


def test_the_scripts_are_written_as_those_browsers_read_them(npm_packages: Path, tmp_path: Path) -> None:
    files = list(SOURCES.glob("*.js"))
    targets = {"guard": "ES5"}
    assert newer(npm_packages, *(f"{file}:{targets.get(file.stem, 'ES2017')}" for file in files)) == ""
    assert not [file.name for file in files if re.search(r"\\p\{|\(\?<", file.read_text("utf-8"))], "newer patterns"
    slips = {"a?.b;": "ES2017", "const a = {...b};": "ES2017", "const a = () => 1;": "ES5"}
    for number, source in enumerate(slips):
        (tmp_path / f"{number}.js").write_text(source, encoding="utf-8")
    found = newer(npm_packages, *(f"{tmp_path / str(n)}.js:{each}" for n, each in enumerate(slips.values())))
    assert len(found.splitlines()) == len(slips), found


@pytest.fixture(scope="module")
def form_file(form_libraries: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    assert form_libraries
    file = tmp_path_factory.mktemp("old") / "form.html"
    file.write_bytes(handing_out.form(known(ROOT / "tests/sites/small")))
    return file


@pytest.fixture(scope="module")
def phone(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    yield context
    context.close()


MISSING = {
    "files": "delete window.FileReader",
    "promises": "delete window.Promise",
    "pictures": "delete HTMLCanvasElement.prototype.toBlob",
    "mappings": "delete Object.entries",
    "what nobody thought of": "document.createElement = null",
}


@pytest.mark.parametrize("case", MISSING)
def test_an_older_browser_says_what_to_do(case: str, phone: BrowserContext, form_file: Path) -> None:
    tab = phone.new_page()
    tab.add_init_script(MISSING[case])
    tab.goto(form_file.as_uri())
    said = tab.inner_text("body")
    tab.close()
    assert "浏览器太旧" in said
    assert "请换一个新的浏览器" in said
    assert "Excel 模板" in said
    assert "填哪些" not in said


def test_a_browser_without_scripts_says_what_to_do(browser: Browser, form_file: Path) -> None:
    tab = browser.new_page(java_script_enabled=False)
    tab.goto(form_file.as_uri())
    said = tab.inner_text("body")
    tab.close()
    assert "换一个新的浏览器" in said
    assert "填哪些" not in said
