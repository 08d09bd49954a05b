"""What every browser engine must show. The work is done by `engines.js` inside the page: one call for each, whoever drives the browser."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

from tests.browser.test_browser import KINDS_OF_PAGE

SCRIPT = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")
WIDTHS = (1440, 820, 390, 320)
PAGES = (*KINDS_OF_PAGE, "404.html", "search/?q=岸桥", "studios/?view=table", "help/", "en/", "en/studios/")
LARGEST = ("", "studios/", "studios/port-crane/", "targets/2013/", "people/", "stories/", "statistics/")
"""Pages that are also tried in the largest size of text."""


class Tab(Protocol):
    """A window of a browser."""

    def goto(self, address: str) -> None:
        """Open a page, and wait until it is loaded."""

    def run(self, script: str, *arguments: object) -> Any:
        """What an async function of JavaScript returns, given its text and its arguments."""


def ask(tab: Tab, function: str, *arguments: object) -> Any:
    """What a function of `engines.js` returns."""
    return tab.run(f"async (...given) => {{ {SCRIPT}; return {function}(...given); }}", *arguments)


def nothing_sticks_out(tab: Tab, site: str, widths: Sequence[int] = WIDTHS) -> None:
    """Every kind of page in these widths, and some in the largest size of text in the two narrowest."""
    tab.goto(f"{site}robots.txt")
    assert [fault for page in PAGES for fault in ask(tab, "sticksOut", page, widths, "")] == []
    assert [fault for page in LARGEST for fault in ask(tab, "sticksOut", page, widths[-2:], "largest")] == []


def search_suggests(tab: Tab, page: str, results: str) -> None:
    """Suggestions on a page, and the page of results."""
    tab.goto(page)
    name, address = ask(tab, "suggested", "luohaiping")
    assert "罗海平" in name
    assert "studios/port-crane/" in address
    tab.goto(f"{results}?q=岸桥")
    assert "罗海平岸桥操作" in ask(tab, "results")


def facets_go_back(tab: Tab, directory: str) -> None:
    """Two conditions in the directory, and the way back."""
    tab.goto(directory)
    both, one, search = ask(tab, "facets", "澜口区", "交建工委")
    assert sorted(both) == ["交建工委", "澜口区"]
    assert one == ["澜口区"]
    assert "district" in search


def settings_stay(tab: Tab, page: str, other: str) -> None:
    """The largest size of text, kept on the next page."""
    tab.goto(page)
    grown, fits = ask(tab, "largest")
    assert round(grown, 2) == 1.4
    assert fits
    tab.goto(other)
    assert ask(tab, "forgottenSize") == "largest"
