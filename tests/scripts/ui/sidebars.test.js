/* The lists beside a long article: where the reader is, and keys that unfold. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { open } from "../page.js";

/** A page whose bar has links to three headings at these heights of the window. */
const page = (tops, more = "") => open("about/", { before: (page) => {
  page.all(".md-sidebar").forEach((bar) => bar.remove());
  const links = tops.map((_, n) => `<li><a class="md-nav__link" href="#part-${n}">${n}</a></li>`).join("");
  page.find(".md-main").insertAdjacentHTML("afterbegin", `<div class="md-sidebar"><div class="md-sidebar__scrollwrap"><ul data-md-component="toc">${links}</ul>
    <div><label id="l" tabindex="0" for="t"></label><input type="checkbox" id="t"><nav aria-expanded="false"></nav></div></div></div>${more}`);
  page.tops = tops;
  tops.forEach((_, n) => {
    page.find(".md-main").insertAdjacentHTML("beforeend", `<h2 id="part-${n}"></h2>`);
    page.find(`#part-${n}`).getBoundingClientRect = () => ({ top: page.tops[n] });
  });
  page.window.requestAnimationFrame = (act) => act();
  Object.defineProperty(page.document.body, "offsetHeight", { value: 9000 });
} });
const classes = (page) => page.all(".md-sidebar .md-nav__link").map((link) => ["passed", "active"].filter((name) => link.classList.contains(`md-nav__link--${name}`)).join(" "));

test("headings above the line are passed, the last of them is here", async () => {
  const at = await page([500, 900, 1400]);
  assert.deepEqual(classes(at), ["", "", ""]);
  at.tops = [-400, -1, 500];
  at.window.dispatchEvent(new at.window.Event("scroll"));
  assert.deepEqual(classes(at), ["passed", "passed active", ""]);
  at.tops = [-1, 400, 900];
  at.window.dispatchEvent(new at.window.Event("scroll"));
  assert.deepEqual(classes(at), ["passed active", "", ""]);
});

test("at the end of the page the last part is here", async () => {
  const at = await page([300, 500, 700]);
  Object.defineProperty(at.window, "scrollY", { value: 9000 });
  at.window.dispatchEvent(new at.window.Event("scroll"));
  assert.deepEqual(classes(at), ["passed", "passed", "passed active"]);
});

test("a key unfolds a group, and says so", async () => {
  const at = await page([1]), label = at.find("#l");
  at.key("Enter", { at: label });
  await at.pass(1);
  assert.deepEqual([at.find("#t").checked, at.find(".md-sidebar nav").getAttribute("aria-expanded")], [true, "true"]);
});

test("Material's script has its own way", async () => {
  const at = await page([-1], `<script id=__config type="application/json">{}</script>`);
  assert.deepEqual(classes(at), [""]);
});
