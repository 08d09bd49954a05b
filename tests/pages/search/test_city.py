"""A table of questions to the sample city, asked as visitors ask: in the field of the search page."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page

from tests.pages.search.conftest import Site

LINES = (Path(__file__).parent / "city.txt").read_text(encoding="utf-8").splitlines()
TABLE = [tuple(line.split(" → ")) for line in LINES if line and not line.startswith("#")]
TYPE = """async (text) => {
  const input = document.querySelector("#search-page-input");
  const list = document.querySelector(".search-page__hits"), status = document.querySelector(".search-page__status");
  const changed = new Promise((done) => new MutationObserver(done).observe(status, {childList: true}));
  status.textContent = "";
  await new Promise((done) => setTimeout(done));
  input.value = text;
  input.form.requestSubmit();
  await changed;
  while (!status.textContent || document.querySelector("[aria-busy]")) await new Promise((done) => setTimeout(done, 5));
  return [list.querySelector("a")?.href ?? "", status.textContent];
}"""


def test_the_table_is_answered(city: Site, reader: Callable[[Site], Page]) -> None:
    assert len(TABLE) >= 150
    assert sum(line.startswith("## ") for line in LINES) >= 13
    page = reader(city)
    wrong = []
    for text, expected in TABLE:
        href, said = page.evaluate(TYPE, text)
        if not href.removeprefix(city.address).startswith(expected):
            wrong.append(f"{text} → {expected}, but {href.removeprefix(city.address)} ({said})")
    assert wrong == []
