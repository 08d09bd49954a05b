/* The field on every page: opened, focused, submitted; nothing is fetched before somebody wants it. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { open } from "../page.js";

const isOpen = (page) => page.find(".search-field").classList.contains("search-field--open");
const SUGGEST = ["assets/javascripts/search-suggest.js"];

test("nothing is fetched until the field has the focus, and then once", async () => {
  const page = await open("about/"), input = page.find("#search-input");
  assert.deepEqual(page.sent, []);
  input.focus();
  input.blur();
  input.focus();
  await page.settled();
  assert.deepEqual(page.sent, SUGGEST);
  assert.equal(page.document.documentElement.dataset.base, "../");
});

for (const [key, more] of [["/", {}], ["/", { shiftKey: true }], ["k", { ctrlKey: true }], ["K", { metaKey: true, shiftKey: true }]]) {
  test(`${JSON.stringify(more)} ${key} leads into the field`, async () => {
    const page = await open("about/"), input = page.find("#search-input");
    input.value = "岸桥";
    assert.equal(page.key(key, { at: page.document.body, ...more }), false);
    assert.deepEqual([page.document.activeElement, isOpen(page), input.selectionStart, input.selectionEnd], [input, true, 0, 2]);
  });
}

for (const [key, more] of [["/", { ctrlKey: true }], ["/", { metaKey: true }], ["/", { altKey: true }], ["k", {}], ["k", { ctrlKey: true, altKey: true }], ["k", { altKey: true }], ["j", { ctrlKey: true }], ["/", { isComposing: true }], ["k", { ctrlKey: true, isComposing: true }]]) {
  test(`${JSON.stringify(more)} ${key} is the browser's`, async () => {
    const page = await open("about/");
    assert.equal(page.key(key, { at: page.document.body, ...more }), true);
    assert.deepEqual([isOpen(page), page.sent], [false, []]);
  });
}

for (const markup of ["<x-input></x-input>", "<select-x></select-x>"]) {
  test(`${markup} is no field: “/” leads into ours`, async () => {
    const page = await open("about/");
    page.find("article").insertAdjacentHTML("beforeend", markup);
    assert.equal(page.key("/", { at: page.find("article").lastElementChild }), false);
  });
}

for (const markup of ["<input>", "<textarea></textarea>", "<select><option>a</option></select>", "<p contenteditable>a</p>"]) {
  test(`“/” inside ${markup} is a sign, ctrl+k still leads into the field`, async () => {
    const page = await open("about/");
    page.find("article").insertAdjacentHTML("beforeend", markup);
    const at = page.find("article").lastElementChild;
    assert.equal(page.key("/", { at }), true);
    assert.equal(page.key("k", { at, ctrlKey: true }), false);
  });
}

test("a field that the browser fills in sends keys without a name: no fault", async () => {
  const page = await open("about/");
  assert.equal(page.document.body.dispatchEvent(new page.window.Event("keydown", { bubbles: true, cancelable: true })), true);
});

test("“/” on a link or a word leads into the field", async () => {
  const page = await open("about/");
  assert.equal(page.key("/", { at: page.find("article a") }), false);
});

test("on a phone the glass opens the field, and “取消” gives the focus back to it", async () => {
  const page = await open("about/"), glass = page.find(".search-field__open");
  assert.equal(page.click(glass), false);
  assert.deepEqual([isOpen(page), page.document.activeElement.id], [true, "search-input"]);
  page.click(page.find(".search-field__close"));
  assert.deepEqual([isOpen(page), page.document.activeElement], [false, glass]);
});

test("an empty question is not sent", async () => {
  const page = await open("about/"), form = page.find(".search-field");
  const sent = (value) => {
    page.find("#search-input").value = value;
    return form.dispatchEvent(new page.window.Event("submit", { bubbles: true, cancelable: true }));
  };
  assert.deepEqual(["", "  ", "　", "岸桥"].map(sent), [false, false, false, true]);
});

test("on the page of results its own field is the one, and its script is fetched at once", async () => {
  const page = await open("search/");
  assert.equal(page.sent[0], "assets/javascripts/search-page.js");
  assert.equal(page.click(page.find(".search-field__open")), true);
  page.key("/", { at: page.document.body });
  assert.deepEqual([page.document.activeElement.id, isOpen(page)], ["search-page-input", false]);
});

test("offline, form and glass lead to a file", async () => {
  const page = await open("about/index.html", { offline: true });
  assert.deepEqual([page.find(".search-field").action, page.find(".search-field__open").href].map((url) => url.slice(page.root.length)), ["search/index.html", "search/index.html"]);
  const online = await open("about/");
  assert.equal(online.find(".search-field").action, `${online.root}search/`);
});

test("the site's root is found from the front page and from far below", async () => {
  for (const [address, base, written] of [["", "./"], ["studios/crane/anti-sway/", "../../../"], ["about/", "../", "..//"], ["about/", "/", ""]]) {
    const page = await open(address, { before: (page) => { if (written !== undefined) page.find(".search-field").dataset.base = written; } });
    page.find("#search-input").focus();
    await page.settled();
    assert.deepEqual([page.document.documentElement.dataset.base, page.sent], [base, SUGGEST]);
  }
});

test("a page without the field is left alone", async () => {
  const page = await open("about/", { before: (page) => page.find(".search-field").remove() });
  assert.equal(page.key("/", { at: page.document.body }), true);
});
