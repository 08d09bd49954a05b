/* 字号、高对比、大字屏幕、大指针、简约版、朗读: kept, used before the page is painted, and stopped when they should. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { open } from "./page.js";

const root = (page) => page.document.documentElement.dataset;
const panel = (page) => page.find("details.reading");
const kept = (page) => page.window.localStorage.getItem("laomo-reading");
const keeping = (value) => (page) => page.window.localStorage.setItem("laomo-reading", value);
const size = (page, value) => page.find(`.reading input[name=size][value="${value}"]`);

function choose(page, input, checked = true) {
  input.checked = checked;
  input.dispatchEvent(new page.window.Event("change", { bubbles: true }));
}

test("a reader who has chosen nothing gets the usual look, and the panel", async () => {
  const page = await open("about/");
  assert.deepEqual([root(page).size, root(page).contrast, panel(page).hidden, size(page, "").checked, page.find("[name=contrast]").checked], ["", "", false, true, false]);
});

test("what was chosen is used before the page is there, and shown in the panel", async () => {
  const page = await open("about/", { before: keeping('{"size": "largest", "contrast": "high"}') });
  assert.deepEqual([root(page).size, root(page).contrast, size(page, "largest").checked, page.find("[name=contrast]").checked], ["largest", "high", true, true]);
});

test("a choice is used and kept at once", async () => {
  const page = await open("about/");
  choose(page, size(page, "large"));
  assert.deepEqual([root(page).size, root(page).contrast, kept(page)], ["large", "", '{"size":"large","contrast":""}']);
  choose(page, page.find("[name=contrast]"));
  assert.deepEqual([root(page).contrast, kept(page)], ["high", '{"size":"large","contrast":"high"}']);
  choose(page, page.find("[name=contrast]"), false);
  choose(page, size(page, ""));
  assert.deepEqual([root(page).size, root(page).contrast, kept(page)], ["", "", '{"size":"","contrast":""}']);
});

test("what helps besides is kept when it is on, and forgotten when it is off", async () => {
  const page = await open("about/");
  for (const [name, value] of [["strip", "on"], ["pointer", "large"], ["plain", "on"]]) {
    const box = page.find(`.reading input[name=${name}]`);
    choose(page, box);
    assert.deepEqual([root(page)[name], kept(page)], [value, `{"size":"","contrast":"","${name}":"${value}"}`]);
    choose(page, box, false);
    assert.deepEqual([root(page)[name], kept(page)], ["", '{"size":"","contrast":""}']);
  }
});

for (const [system, choice, expected] of [["more", "{}", "high"], ["no-preference", "{}", ""], ["more", '{"contrast": ""}', ""], ["no-preference", '{"contrast": "high"}', "high"]]) {
  test(`the system wants ${system} contrast, the reader chose ${choice}: ${expected || "usual"}`, async () => {
    const page = await open("about/", { before: (page) => {
      page.window.matchMedia = (query) => ({ matches: query === "(prefers-contrast: more)" && system === "more" });
      keeping(choice)(page);
    } });
    assert.deepEqual([root(page).contrast, page.find("[name=contrast]").checked], [expected, expected === "high"]);
  });
}

for (const [name, before] of [
  ["damaged", keeping("{")],
  ["forbidden", (page) => Object.defineProperty(page.window, "localStorage", { get() { throw new Error("SecurityError"); } })],
]) {
  test(`where the memory is ${name} a choice holds for this page`, async () => {
    const page = await open("about/", { before });
    assert.equal(root(page).size, "");
    choose(page, size(page, "large"));
    assert.equal(root(page).size, "large");
  });
}

test("the panel closes on a click elsewhere and on escape, which gives the focus back", async () => {
  const page = await open("about/");
  panel(page).open = true;
  page.click(page.find(".reading label"));
  assert.equal(panel(page).open, true);
  page.click(page.find("article p"));
  assert.equal(panel(page).open, false);
  panel(page).open = true;
  page.key("a", { at: size(page, "large") });
  assert.equal(panel(page).open, true);
  page.key("Escape", { at: size(page, "large") });
  assert.deepEqual([panel(page).open, page.document.activeElement], [false, panel(page).querySelector("summary")]);
  page.document.activeElement.blur();
  page.key("Escape", { at: panel(page) });
  assert.notEqual(page.document.activeElement, panel(page).querySelector("summary"));
});

test("a page without the panel is left alone", async () => {
  for (const part of ["details.reading", ".reading form"]) assert.equal(root(await open("about/", { before: (page) => page.find(part).remove() })).size, "");
});

/** A voice that says nothing and remembers. */
function voice(page) {
  const spoken = [];
  page.window.speechSynthesis = { speak: (speech) => spoken.push(speech), cancel: () => spoken.push("cancelled") };
  page.window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  page.spoken = spoken;
}
const MARKUP = "<nav><p>导航</p></nav><h2>题目</h2><p>一段</p><ul><li><p>里面的</p></li></ul><p hidden>藏着</p><table><tr><td><p>表里</p></td></tr></table>"
  + '<p lang="en">In English</p><p lang="zh">中文</p><svg><p>图</p></svg><form><p>表单</p></form><dl><dt>词</dt><dd>释</dd></dl><figure><figcaption>说明</figcaption></figure>';

async function aloud() {
  const page = await open("about/", { before: (page) => {
    voice(page);
    page.find("article").innerHTML = MARKUP;
    page.window.HTMLElement.prototype.getClientRects = function () { return this.hidden ? [] : [{}]; };
    page.window.HTMLElement.prototype.scrollIntoView = function ({ block } = {}) { page.sight = [this.textContent, block]; };
  } });
  const button = page.find(".reading__aloud");
  page.click(button);
  return { page, button, label: () => button.textContent.trim(), marked: () => page.texts(".being-read") };
}

test("reading aloud goes from passage to passage: headings and texts, not navigation, tables, forms and what is hidden", async () => {
  const { page, button, label, marked } = await aloud();
  assert.deepEqual([label(), button.getAttribute("aria-pressed"), button.hidden], ["停止朗读", "true", false]);
  const heard = [];
  while (typeof page.spoken.at(-1) === "object") {
    const speech = page.spoken.at(-1);
    heard.push([speech.text, speech.lang, marked().join()]);
    assert.deepEqual(page.sight, [speech.text, "nearest"], "what is read is in sight");
    speech.onend();
  }
  assert.deepEqual(heard, [["题目", "zh-CN", "题目"], ["一段", "zh-CN", "一段"], ["里面的", "zh-CN", "里面的"], ["In English", "en", "In English"], ["中文", "zh-CN", "中文"], ["词", "zh-CN", "词"], ["释", "zh-CN", "释"], ["说明", "zh-CN", "说明"]]);
  assert.deepEqual([label(), button.getAttribute("aria-pressed"), marked(), page.spoken.at(-1)], ["朗读本页", null, [], "cancelled"]);
});

test("a second click stops; what ends afterwards goes nowhere", async () => {
  const { page, button, label, marked } = await aloud(), [first] = page.spoken;
  page.click(button);
  assert.deepEqual([label(), button.getAttribute("aria-pressed"), marked(), page.spoken.at(-1)], ["朗读本页", null, [], "cancelled"]);
  first.onend();
  first.onerror();
  assert.equal(page.spoken.length, 2);
  page.click(button);
  assert.deepEqual([page.spoken.at(-1).text, label()], ["题目", "停止朗读"]);
  first.onend();
  assert.equal(page.spoken.length, 3);
});

test("a voice that fails stops, and so does leaving the page", async () => {
  for (const act of [({ page }) => page.spoken[0].onerror(), ({ page }) => page.window.dispatchEvent(new page.window.Event("pagehide"))]) {
    const reading = await aloud();
    act(reading);
    assert.deepEqual([reading.label(), reading.marked()], ["朗读本页", []]);
  }
});

test("where there is no voice there is no button", async () => {
  assert.equal((await open("about/")).find(".reading__aloud").hidden, true);
});
