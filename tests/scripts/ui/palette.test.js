/* Light and dark: as the reader chose, else as the system has it, before the page is painted. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { open } from "../page.js";

const OPTIONS = [["light", "laomo"], ["dark", "laomo-dark"]].map(([media, scheme]) => ({ media: `(prefers-color-scheme: ${media})`, scheme, primary: "indigo", accent: "indigo" }));
const input = ({ media, scheme }, n) => `<input type="radio" name="__palette" id="__palette_${n}" data-md-color-media="${media}" data-md-color-scheme="${scheme}" data-md-color-primary="indigo" data-md-color-accent="indigo"><label for="__palette_${1 - n}" hidden></label>`;

/** A page of a site with both, on a system that is light or dark. */
const page = (system, kept, more = "") => open("about/", { before: (page) => {
  if (kept) page.window.localStorage.setItem("laomo-palette", kept);
  page.window.matchMedia = (query) => ({ matches: query.includes(system) });
  page.find("script[src*=reading]").dataset.palette = JSON.stringify(OPTIONS);
  page.find(".md-header").insertAdjacentHTML("beforeend", `<form data-md-component="palette">${OPTIONS.map(input).join("")}</form>${more}`);
} });
const state = (page) => [page.document.body.getAttribute("data-md-color-scheme"), ...page.all("[name=__palette] + label").map((label) => !label.hidden)];

for (const [system, kept, ...expected] of [
  ["light", "", "laomo", true, false],
  ["dark", "", "laomo-dark", false, true],
  ["dark", "laomo", "laomo", true, false],
  ["light", "laomo-dark", "laomo-dark", false, true],
  ["dark", "gone", "laomo-dark", false, true],
]) {
  test(`${system} system, ${kept || "nothing"} chosen: ${expected[0]}`, async () => {
    assert.deepEqual(state(await page(system, kept)), expected);
  });
}

test("a choice is used and kept at once; the key does the same", async () => {
  const at = await page("light", ""), [light, dark] = at.all("[name=__palette]");
  dark.click();
  assert.deepEqual([...state(at), at.window.localStorage.getItem("laomo-palette")], ["laomo-dark", false, true, "laomo-dark"]);
  at.key("Enter", { at: dark });
  assert.deepEqual([...state(at), at.window.localStorage.getItem("laomo-palette"), at.document.activeElement === light], ["laomo", true, false, "laomo", true]);
});

test("nothing is kept that nobody chose, and Material's script has its own way", async () => {
  assert.equal((await page("dark", "")).window.localStorage.getItem("laomo-palette"), null);
  assert.deepEqual(state(await page("light", "", `<script id=__config type="application/json">{}</script>`)).slice(1), [false, false]);
});
