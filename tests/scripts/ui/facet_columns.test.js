/* Columns of values and orders, where there are more of them than signs on a keyboard. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { called, modules } from "../modules.js";
import { plain } from "../page.js";

const MANY = 1200;
const { LaomoFacetColumns } = modules("large");

test("each of many studios has its own value, its achievements have the same, all else has none", async () => {
  const { title, labels, of } = await LaomoFacetColumns.column("many");
  assert.deepEqual([title, labels.length], ["各有", MANY - 1]);
  const value = (doc) => of(doc).map((label) => labels[label]).join();
  for (let doc = 0; doc < MANY; doc += 1) assert.equal(value(doc), doc ? `第 ${doc - 1}` : "", `${doc}`);
  assert.deepEqual([MANY, MANY + 7, 2 * MANY + 7, 3 * MANY - 1, 3 * MANY, 3 * MANY + 1].map(value), ["", "第 6", "第 6", `第 ${MANY - 2}`, "", ""]);
});

test("an order goes by ranks over thousands, through all groups", async () => {
  const docs = [0, 1, 199, 200, 999, 1000, 1199, 1200, 2399, 3599], hits = docs.map((doc) => ({ doc }));
  const sorted = plain(await LaomoFacetColumns.sorted(hits, "back")).map(({ doc }) => doc);
  assert.deepEqual(sorted, [...docs].reverse());
  assert.deepEqual(hits.map(({ doc }) => doc), docs, "the hits themselves stay as they were");
});

test("what has the same date stands in the order of the studios, with the achievements of each together", async () => {
  const { LaomoFacetColumns: city, LaomoDocumentNumbers } = modules("city");
  const names = async (group, order) => plain(await city.sorted([...(await LaomoDocumentNumbers.all(group))].reverse(), order)).map(({ doc }) => called(doc));
  assert.deepEqual((await names(0, "listed")).slice(0, 3), ["rare", "rarer", "latin"]);
  assert.deepEqual(await names(1, "listed"), ["2019-01", "anti-sway", "brake-check", "2018-01", "no-sway", "2015-02", "2016-01", "2017-01"]);
});
