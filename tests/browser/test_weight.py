"""The download size of a page on a phone, before the reader does anything."""

import gzip
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Request

from tests.conftest import some

PAGES = ("", "studios/port-crane/", "studios/", "search/", "statistics/")
PACKED = (".html", ".css", ".js", ".svg", "/")
SHIFTS = """
window.shifted = 0;
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) shifted += entry.value;
}).observe({type: "layout-shift", buffered: true});
"""


def as_sent(request: Request) -> int:
    """The bytes of an answer as a server sends them: pictures as they are, the rest compressed."""
    answer = request.response()
    assert answer
    return len(gzip.compress(answer.body(), 6) if request.url.endswith(PACKED) else answer.body())


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
    names = [request.url for request in sent]
    weight = sum(as_sent(request) for request in sent)
    assert len(sent) <= 10, names
    assert weight <= 120_000, (weight, names)
    assert {request.resource_type for request in sent} >= {"document", "stylesheet", "script"}
    assert not [name for name in some(names) if "bundle" in name], "Material's script is not needed"
    tab.mouse.wheel(0, 3000)
    tab.wait_for_timeout(300)
    assert tab.evaluate("shifted") < 0.05
    tab.close()
