/* Going from one record to another, from one form to another, and away: nothing that was written gets lost, nothing that was left comes back. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { plain } from "../page.js";
import { chooser, DRAFT, draft, drafts, faults, kept, NOTICE, pressed, receive, record, saved } from "./clerk.js";
import { drawing, facts, Form, picture } from "./form.js";

/** Write into a field as a keyboard does; it is not left yet. */
const type = (form, field, value) => {
  field.value = value;
  field.dispatchEvent(new form.window.Event("input", { bubbles: true }));
};
const leave = (form) => {
  const event = new form.window.Event("beforeunload", { cancelable: true });
  form.window.dispatchEvent(event);
  return event.defaultPrevented;
};

test("what is written in one record is there when the clerk comes back to it", async () => {
  const form = await Form.open();
  for (const kind of ["notice", "decision"]) await form.add(kind);
  const record_ = (n) => form.document.querySelectorAll("#records button")[n];
  await form.press(record_(0));
  type(form, form.field("title"), "第一份");
  await form.press(record_(1));
  type(form, form.field("title"), "第二份");
  await form.press(record_(0));
  assert.equal(form.field("title").value, "第一份");
  await form.pass(500);
  assert.deepEqual(kept(form).records.map((each) => each.record.title), ["第一份", "第二份"]);
  await form.press("save");
  type(form, form.field("title"), "改过");
  await form.press(form.button("决定 › 日期：请填写“日期”"));
  await form.pass(500);
  assert.deepEqual(kept(form).records.map((each) => each.record.title), ["改过", "第二份"], "an entry that leads elsewhere loses nothing either");
});

test("two fields that were written one after the other are both kept", async () => {
  const form = await Form.open();
  await form.add("notice");
  type(form, form.field("title"), "题目");
  type(form, form.field("body"), "正文");
  await form.pass(500);
  assert.deepEqual([plain(kept(form).records[0].record), form.at("faults").hidden], [{ title: "题目", body: "正文" }, true]);
});

test("the library hears of a change as from a browser", async () => {
  const form = await Form.open(), heard = [];
  await form.add("notice");
  form.field("title").addEventListener("change", ({ bubbles }) => heard.push(bubbles));
  type(form, form.field("title"), "题目");
  await form.press("save-anyway");
  assert.deepEqual(heard, [true]);
});

test("a record that is taken away takes what was being written with it, and the draft knows", async () => {
  const form = await Form.open();
  await form.add("notice");
  await form.pass(500);
  type(form, form.field("title"), "题目");
  await form.press("remove");
  await form.pass(500);
  assert.deepEqual([plain(kept(form).records), form.at("filling").hidden, form.document.querySelectorAll("#editor *").length], [[], true, 0]);
});

test("a form that is opened leaves the draft of the one before, and forgets what was wrong there", async () => {
  const form = await Form.open();
  form.choose("union", "north");
  await form.add("notice");
  await form.press("save");
  assert.equal(form.at("faults").hidden, false);
  type(form, form.field("title"), "先前的");
  await receive(form, { name: "甲", records: [record("notice", { title: "收到的" })] });
  assert.deepEqual([form.at("union").value, form.at("studio-name").value, form.at("faults").hidden, form.texts(".fault")], ["", "甲", true, []]);
  assert.deepEqual(kept(form).records.map((each) => each.record.title), ["先前的"]);
  type(form, form.field("title"), "改过的");
  await form.pass(500);
  assert.deepEqual([form.at("faults").hidden, drafts(form).length], [true, 2]);
  const titles = drafts(form).map((key) => JSON.parse(form.window.localStorage.getItem(key)).form.records[0].record.title);
  assert.deepEqual(titles.sort(), ["先前的", "改过的"].sort());
});

test("what cannot be opened leaves an empty form empty, and the pictures that were chosen", async () => {
  const form = await Form.open(), strange = record("alliances", { alliances: [{ name: "甲" }], more: "x" });
  await receive(form, { records: [strange] });
  assert.deepEqual([pressed(form), form.at("filling").hidden], [[], true]);
  drawing(form);
  await receive(form, { records: [record("studio", { name: "甲", units: ["乙"], photos: [{ file: "old.jpg" }] })] });
  await chooser(form).choose(picture(form));
  await receive(form, { records: [strange] });
  await form.press("save-anyway");
  assert.equal((await saved(form)).photos.length, 1);
});

test("no file chosen, nothing opened", async () => {
  const form = await Form.open();
  Object.defineProperty(form.at("open"), "files", { configurable: true, value: [] });
  form.at("open").dispatchEvent(new form.window.Event("change"));
  await form.pass(20);
  assert.deepEqual([form.said, pressed(form)], ["", []]);
});

test("what is deleted does not come back when the page is left, and need not be kept", async () => {
  const form = await Form.open();
  form.choose("union", "north");
  await form.add("notice");
  form.full(DRAFT);
  type(form, form.field("title"), "题目");
  await form.press("forget");
  form.full("nothing is called so");
  assert.equal(leave(form), false);
  form.window.dispatchEvent(new form.window.Event("pagehide"));
  assert.deepEqual([drafts(form), form.at("union").value], [[], ""]);
  await form.add("notice");
  assert.equal(form.field("title").value, "");
});

test("pictures are deleted with the drafts", async () => {
  const form = await Form.open();
  drawing(form);
  const profile = record("studio", { name: "甲", units: ["乙"], photos: [{ file: "old.jpg" }] });
  await receive(form, { records: [profile] });
  await chooser(form).choose(picture(form));
  await form.pass(500);
  const { file } = kept(form).records[0].record.photos[0];
  await form.press("forget");
  await receive(form, { records: [record("studio", { ...profile.record, photos: [{ file }] })] });
  assert.equal(chooser(form).said(), `已在网站里：${file}`);
});

test("a form's own draft is not offered to it", async () => {
  const form = await Form.open({ stored: { [`${DRAFT}:1`]: draft([record("notice", NOTICE)]), [`${DRAFT}:2`]: draft([record("notice", NOTICE)], { name: "乙" }) } });
  await form.add("alliances");
  await form.pass(500);
  await form.press(form.button("删除", form.document.querySelectorAll("#drafts-list li")[0]));
  assert.deepEqual([drafts(form).length, form.document.querySelectorAll("#drafts-list li").length], [2, 1]);
});

test("what the page itself asks is said at its fields, and led to", async () => {
  const form = await Form.open();
  await form.add("studio");
  await form.press("save");
  assert.deepEqual(faults(form).slice(0, 2), ["工作室名称：请填写“工作室名称”", "主管工会：请选“主管工会”"]);
  for (const id of ["studio-name", "union"]) assert.equal(form.at(id).parentElement.querySelectorAll(".fault").length, 1, id);
  await form.press(form.button("工作室名称：请填写“工作室名称”"));
  assert.equal(form.document.activeElement, form.at("studio-name"));
});

test("the file is called as the profile says, on the day that it is", async () => {
  const form = await Form.open();
  const { Date } = globalThis;
  form.window.Date = class extends Date { constructor() { super(2026, 0, 5); } };
  await form.add("studio");
  form.write(form.field("name"), "概况里的");
  form.write(form.at("studio-name"), "页上的");
  await form.press("save-anyway");
  assert.match(form.said, /^已保存：概况里的-20260105\.zip。/);
});

test("of two unions one is to be chosen", async () => {
  const form = await Form.open({ before: ({ document }) => { document.getElementById("facts").textContent = JSON.stringify({ ...facts, unions: { one: "一会", two: "二会" } }); } });
  assert.deepEqual([form.at("union-field").hidden, form.at("union").value], [false, ""]);
});
