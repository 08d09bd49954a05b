"""The download size of a page on a phone, before the reader does anything."""

import gzip
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Request

PAGES = ("", "studios/port-crane/", "studios/", "statistics/", "people/")
SHIFTS = """
window.shifted = 0;
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) shifted += entry.value;
}).observe({type: "layout-shift", buffered: true});
"""


@pytest.mark.parametrize("url", PAGES)
@pytest.mark.parametrize("width", [390, 1440])
def test_few_requests_few_bytes_and_nothing_moves(
    browser: Browser, city_site: Path, serve: Callable[[Path], str], url: str, width: int
) -> None:
    tab = browser.new_page(viewport={"width": width, "height": 844}, base_url=serve(city_site))
    sent: list[Request] = []
    tab.on("requestfinished", lambda request: sent.append(request))  # noqa: PLW0108 (a bare method will not do)
    tab.add_init_script(SHIFTS)
    tab.goto(url, wait_until="networkidle")
    bodies = [request.response().body() for request in sent if request.resource_type != "image"]  # type: ignore[union-attr]
    assert len(bodies) <= 12
    assert sum(len(gzip.compress(body)) for body in bodies) <= 150_000, "as a server sends them, compressed"
    tab.mouse.wheel(0, 3000)
    tab.wait_for_timeout(300)
    assert tab.evaluate("shifted") < 0.05
    tab.close()
