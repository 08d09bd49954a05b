"""The form on the site itself and in the offline edition, each as readers open it: from a server with the site's policy, and from a folder."""

import functools
import http.server
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from tests.browser.page_errors import on_page_error
from tests.cli.command import laomo
from tests.conftest import edit, some
from tests.tools.forms.opened import said, saved
from tests.tools.forms.zips import known, picture

from laomo.pages import csp
from laomo.pages.form import page
from laomo.tools.forms import handing_out

Visit = Callable[[str], Page]
SETTING = "form: 是\n"


@pytest.fixture
def with_form(built: Path, form_libraries: Path) -> Path:
    """The small site with the form, built anew, and its offline edition in `usb`."""
    assert form_libraries
    file = built / "studios/site.yml"
    file.write_text(file.read_text("utf-8") + SETTING, encoding="utf-8")
    run = laomo("build", "--root", built, "--offline", built / "usb", "--forms")
    assert run.returncode == 0, run.stdout + run.stderr
    return built


class _AsPublished(http.server.SimpleHTTPRequestHandler):
    """Sends the policy that `laomo server` writes for web servers."""

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", csp.header("'self'"))
        super().end_headers()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def served(with_form: Path) -> Iterator[str]:
    handler = functools.partial(_AsPublished, directory=str(with_form / "site"))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def test_the_form_on_the_site_and_on_a_stick(with_form: Path, served: str, browser: Browser, tmp_path: Path) -> None:
    asked: list[str] = []
    complaints: list[str] = []
    context = browser.new_context(viewport={"width": 390, "height": 844}, accept_downloads=True)
    tab = context.new_page()
    tab.on("console", lambda message: complaints.append(message.text))
    on_page_error(tab, complaints.append)
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(served)
    tab.locator("footer").get_by_role("link", name="填报表").click()
    assert tab.url == f"{served}form/"
    asked.clear()
    for address in (tab.url, (with_form / "usb/form/index.html").as_uri()):
        if tab.url != address:
            tab.goto(address)
        _fill(tab, tmp_path)
        (record,) = saved(tab, tmp_path / "来件.zip")
        assert record.record["photos"], address
        tab.evaluate("localStorage.clear()")
    assert [each for each in some(asked) if not each.startswith(("blob:", "data:", "file:"))] == []
    assert complaints == []
    tab.get_by_role("link", name="返回网站").click()
    assert tab.url == (with_form / "usb/index.html").as_uri()
    context.close()
    assert (with_form / "usb" / page.FILE).read_bytes() == handing_out.form(known(with_form))
    assert not (with_form / "site" / page.FILE).exists()


def _fill(form: Page, tmp_path: Path) -> None:
    form.wait_for_selector("#bar:not([hidden])")
    form.select_option("#union", label="北区工会")
    form.fill("#studio-name", "示例电焊劳模创新工作室")
    form.click("#add")
    said(form, "请填写“工作室档案”")
    form.fill("[id='root[units][0]']", "示例船厂")
    form.locator("#editor summary", has_text="图片").click()
    form.get_by_role("button", name="添一项：图片").click()
    (tmp_path / "照片.jpg").write_bytes(picture())
    form.set_input_files("[id='root[photos][0][file]-file']", tmp_path / "照片.jpg")
    form.locator(".photo p", has_text="已选好").wait_for()
    form.fill("[id='root[photos][0][caption]']", "焊接")
    form.fill("[id='root[photos][0][alt]']", "一名焊工在焊接")


def test_a_site_has_no_form_unless_its_host_wants_one(built: Path) -> None:
    assert not (built / "site/form").exists()
    assert "form/" not in (built / "site/index.html").read_text("utf-8")
    assert laomo("build", "--root", built, "--forms").returncode == 2


def test_a_checkout_without_the_libraries_is_told_at_the_setting(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(site / "studios/site.yml", "name:", f"{SETTING}name:")
    monkeypatch.setattr("laomo.pages.theme.folder", lambda: tmp_path)
    run = laomo("check", "--root", site)
    assert run.returncode == 1
    assert "studios/site.yml:1:7: 错误：" in run.stdout, run.stdout
    assert "make forms" in run.stdout
