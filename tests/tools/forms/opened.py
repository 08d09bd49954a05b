"""A site's form in a real browser, on a phone's screen, opened from a folder."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page
from tests.browser.page_errors import on_page_error
from tests.tools.forms.zips import known

from laomo.pages.form import page
from laomo.tools.forms import archive, contents, handing_out

Open = Callable[[Path], Page]
"""A site's folder → its form."""


@contextmanager
def forms_in(browser: Browser, folder: Path, **options: Any) -> Iterator[Open]:
    """Opens forms that lie in a folder of their own. Whatever one asks for besides itself, or complains of, fails the test.

    A clerk who is asked whether to leave stays; whatever else is asked is answered with yes.
    `prepare` is a script that runs before each form's own; the other options are those of a browser's context.
    """
    asked: list[str] = []
    complaints: list[str] = []
    prepare = options.pop("prepare", None)
    options = {"viewport": {"width": 390, "height": 844}, "accept_downloads": True, **options}
    context = browser.new_context(**options)
    if prepare:
        context.add_init_script(prepare)
    file = folder / "填报" / page.FILE

    def opened(root: Path) -> Page:
        file.parent.mkdir(exist_ok=True)
        file.unlink(missing_ok=True)
        file.write_bytes(handing_out.form(known(root)))
        file.chmod(0o444)  # as from a stick that cannot be written to
        shown = context.new_page()
        shown.on("request", lambda request: asked.append(request.url))
        shown.on("console", lambda message: complaints.append(message.text))
        on_page_error(shown, complaints.append)
        shown.on("dialog", lambda dialog: dialog.dismiss() if dialog.type == "beforeunload" else dialog.accept())
        shown.goto(file.as_uri())
        shown.wait_for_selector("#bar:not([hidden])")
        return shown

    yield opened
    context.close()
    assert [each for each in asked if each != file.as_uri() and not each.startswith(("blob:", "data:"))] == []
    assert complaints == []


def said(form: Page, pattern: str) -> str:
    """What the form says, once it matches."""
    form.locator("#said").filter(has_text=re.compile(pattern)).wait_for(timeout=30_000)
    return form.inner_text("#said")


def saved(form: Page, to: Path) -> list[contents.FormRecord]:
    """Press 保存, and read what was saved."""
    with form.expect_download(timeout=30_000) as download:
        form.click("#save")
    assert re.fullmatch(r"\w+-\d{8}(\(\d\))?\.zip", download.value.suggested_filename)
    download.value.save_as(to)
    return list(archive.read(to).records)
