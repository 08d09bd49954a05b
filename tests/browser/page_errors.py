"""Errors of scripts in a page, as Chromium reports them."""

from collections.abc import Callable

from playwright.sync_api import Page

GIVEN_UP = "Transition was aborted because of invalid state. "
"""Chromium rejects its own promise if a page is shown before the transition to it is ready, even before a script of the page runs, or if
the next page has none."""


def on_page_error(page: Page, say: Callable[[str], object]) -> None:
    """Call `say` with the message of each error that no script of the page caught."""
    page.on("pageerror", lambda error: None if str(error).startswith(GIVEN_UP) else say(str(error)))
