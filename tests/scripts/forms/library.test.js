/* How the fields of each kind of record are drawn: what must be filled in in sight, the rest folded, nothing lost. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { plain } from "../page.js";
import { NOTICE, receive, record } from "./clerk.js";
import { facts, Form } from "./form.js";

const isHidden = ({ options }) => Boolean(options?.hidden);
const isLarge = ({ type, format }) => type === "object" || (type === "array" && format !== "checkbox");
const shown = (schema) => Object.entries(schema.properties).filter(([, each]) => !isHidden(each));
const optional = (schema) => shown(schema).filter(([key]) => !schema.required.includes(key));
const folds = (within) => [...within.querySelectorAll(":scope > details")];
const title = (fold) => fold.querySelector(":scope > summary > span").textContent;

/** The editors of the record that is open, by their paths. */
const editors = (form) => form.document.querySelector("#editor details").laomo[0].jsoneditor.editors;

for (const [kind, schema] of Object.entries(facts.schemas)) {
  if (!optional(schema).length) continue;
  test(`the fields of ${kind}: what is required in sight, the rest folded in order`, async () => {
    const form = await Form.open();
    await form.add(kind, "2026");
    const { root } = editors(form), grid = root.row_container.firstChild;
    const plainOnes = optional(schema).filter(([, each]) => !isLarge(each)), large = optional(schema).filter(([, each]) => isLarge(each));
    const expected = [...(plainOnes.length ? [["其他（可不填）", "", plainOnes.map(([key]) => key)]] : []), ...large.map(([key, each]) => [each.title, "hall", [key]])];
    assert.deepEqual(folds(grid).map((fold) => [title(fold), fold.className, [...fold.laomo].map(({ key }) => key)]), expected);
    for (const [key] of shown(schema)) {
      const { container } = root.editors[key], fold = container.closest("details");
      assert.equal(fold === null, schema.required.includes(key), key);
      if (fold) assert.equal(container.parentElement.className, "folded", key);
    }
    assert.deepEqual(folds(grid).map((fold) => [fold.firstChild.localName, fold.firstChild.lastChild.className, fold.firstChild.lastChild.textContent]), expected.map(() => ["summary", "filled", ""]));
  });
}

test("inside a record's parts only those with required and other fields have a fold", async () => {
  const form = await Form.open();
  const profile = { name: "甲", units: ["乙"], leaders: [{ name: "丙" }], photos: [{ file: "a.jpg", caption: "丁" }], honours: [{ name: "戊" }], links: [{ title: "己" }], place: { area: "3" } };
  await receive(form, { records: [record("studio", profile)] });
  assert.match(form.said, /^打开了。/);
  const parts = Object.values(editors(form)).filter((each) => each?.schema.type === "object" && each.path !== "root");
  const folded = parts.map(({ path, schema, row_container }) => [path, folds(row_container.firstChild).map((fold) => [title(fold), fold.className, [...fold.laomo].map(({ key }) => key)])
    .concat(shown(schema).length === optional(schema).length || !optional(schema).length ? ["none"] : [])]);
  const expected = parts.map(({ path, schema }) => [path, optional(schema).length && optional(schema).length < shown(schema).length ? [["更多（可不填）", "", optional(schema).map(([key]) => key)]] : ["none"]]);
  assert.deepEqual(folded, expected);
  assert.deepEqual([true, false].map((some) => expected.some(([, [first]]) => (first === "none") === some)), [true, true]);
});

test("every field stays on the page though the record says nothing of it, and folds say what they hold at once", async () => {
  const form = await Form.open();
  await receive(form, { records: [record("studio", { name: "甲", units: ["乙"], slogan: "一句", place: { area: "3" } })] });
  const { root } = editors(form), { properties } = facts.schemas.studio;
  assert.deepEqual(Object.keys(root.editors).sort(), Object.keys(properties).sort());
  assert.deepEqual(Object.keys(root.editors.place.editors).sort(), Object.keys(properties.place.properties).sort());
  assert.deepEqual(plain([root.editors.types.getValue(), root.editors.founded.getValue(), root.editors.leaders.getValue()]), [[], "", []]);
  const filled = folds(root.row_container.firstChild).filter((fold) => fold.querySelector(".filled").textContent === "已填").map(title);
  assert.deepEqual(filled, ["其他（可不填）", properties.place.title]);
  assert.deepEqual(form.texts(".fault"), []);
});

test("each picture has a chooser of its own", async () => {
  const form = await Form.open();
  await receive(form, { records: [record("studio", { name: "甲", units: ["乙"], photos: [{ file: "a.jpg" }, { file: "b.jpg" }] }), record("notice", NOTICE)] });
  const boxes = [...form.document.querySelectorAll(".photo")], labels = boxes.map((box) => box.querySelector("label"));
  assert.equal(boxes.length, 2);
  assert.deepEqual(labels.map(({ className, htmlFor }) => [className, form.at(htmlFor).parentElement]), boxes.map((box) => ["button", box]));
  assert.notEqual(labels[0].htmlFor, labels[1].htmlFor);
});
