/* Tables, code and folds of an article, back to the top: what Material's script does elsewhere. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { open } from "../page.js";

const content = (page) => page.find("[data-md-component=content]");
const scroll = (page, to) => {
  Object.defineProperty(page.window, "scrollY", { value: to, configurable: true });
  page.window.dispatchEvent(new page.window.Event("scroll"));
};
const holding = (html) => (page) => content(page).insertAdjacentHTML("beforeend", html);

test("a table without a class scrolls in a frame of its own; one with a class stays", async () => {
  const page = await open("about/", { before: holding("<table id=a></table><table id=b class=sheet></table>") });
  const [frame, inner] = [".md-typeset__scrollwrap", ".md-typeset__table"].map((name) => page.find("#a").closest(name));
  assert.deepEqual([inner.parentElement === frame, page.find("#b").closest(".md-typeset__scrollwrap")], [true, null]);
});

test("code that is wider than its frame can be reached by the keyboard, while it is", async () => {
  const page = await open("about/", { before: holding("<pre><code id=a></code></pre><code id=b></code>") });
  const code = page.find("#a");
  Object.defineProperty(code, "scrollWidth", { value: 900, configurable: true });
  page.window.dispatchEvent(new page.window.Event("resize"));
  assert.deepEqual([code.getAttribute("tabindex"), page.find("#b").getAttribute("tabindex")], ["0", null]);
  Object.defineProperty(code, "scrollWidth", { value: 0 });
  page.window.dispatchEvent(new page.window.Event("resize"));
  assert.equal(code.getAttribute("tabindex"), null);
});

const FOLDS = "<details id=a><p id=in></p></details><details id=b></details><details id=c open></details>";

test("an address that leads into a fold opens it", async () => {
  const page = await open("about/#in", { before: holding(FOLDS) });
  assert.deepEqual(["a", "b", "c"].map((id) => page.find(`#${id}`).open), [true, false, true]);
  page.window.location.hash = "#b";
  page.window.dispatchEvent(new page.window.Event("hashchange"));
  assert.equal(page.find("#b").open, true);
});

test("all folds are open on paper, and as before afterwards", async () => {
  const page = await open("about/", { before: holding(FOLDS) }), state = () => ["a", "b", "c"].map((id) => page.find(`#${id}`).open);
  page.window.dispatchEvent(new page.window.Event("beforeprint"));
  assert.deepEqual(state(), [true, true, true]);
  page.window.dispatchEvent(new page.window.Event("afterprint"));
  assert.deepEqual(state(), [false, false, true]);
});

test("the way to the top is there while somebody scrolls up, and nowhere else", async () => {
  const page = await open("about/", { before: (page) => page.document.body.insertAdjacentHTML("beforeend", "<button class=md-top hidden></button>") });
  const up = page.find(".md-top"), seen = [];
  for (const at of [0, 300, 200, 200, 100, 150, 50, 0]) {
    scroll(page, at);
    seen.push(!up.hidden);
  }
  assert.deepEqual(seen, [false, false, true, true, true, false, true, false]);
  assert.equal(up.getAttribute("tabindex"), "-1");
  let top = -1;
  page.window.scrollTo = (to) => { ({ top } = to); };
  page.click(up);
  assert.equal(top, 0);
});

test("where Material's own script is, it does all that", async () => {
  const page = await open("about/", { before: holding(`${FOLDS}<table id=t></table><script id=__config type="application/json">{}</script>`) });
  page.window.dispatchEvent(new page.window.Event("beforeprint"));
  assert.deepEqual([page.find("#t").closest(".md-typeset__scrollwrap"), page.find("#a").open], [null, false]);
});
