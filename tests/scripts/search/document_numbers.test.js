/* A document's number says what it is, and whose. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { called, modules, numbered } from "../modules.js";
import { plain, truth } from "../page.js";

const { LaomoDocumentNumbers, LaomoShards } = modules("city");
const [studios, achievements, unions, pages] = truth.groups;

test("all of a kind are those of the records, without the gaps", async () => {
  const all = await Promise.all([0, 1, 2, 3].map(LaomoDocumentNumbers.all));
  assert.deepEqual(plain(all).map((group) => group.map(({ doc }) => called(doc))), [studios, achievements.filter(Boolean), unions, pages]);
  assert.ok(all.flat().every(({ score }) => score === 0));
});

test("a number's kind and place", async () => {
  const index = await LaomoShards.index();
  const places = [["gantry", 0, studios], ["no-sway", 1, achievements], ["city", 2, unions], ["about/", 3, pages]];
  for (const [id, group, among] of places) assert.deepEqual([...LaomoDocumentNumbers.place(index, numbered(id))], [group, among.indexOf(id)], id);
  const ends = [0, 51, 52, 207, 208, 211, 212, 218];
  assert.deepEqual(ends.map((doc) => [...LaomoDocumentNumbers.place(index, doc)]), [[0, 0], [0, 51], [1, 0], [1, 155], [2, 0], [2, 3], [3, 0], [3, 6]]);
});

test("an achievement's studio", async () => {
  const index = await LaomoShards.index();
  const owners = { "no-sway": "gantry", "2018-01": "gantry", "2017-01": "ship", "2019-01": "nurses", gantry: "gantry" };
  for (const [id, owner] of Object.entries(owners)) assert.equal(called(LaomoDocumentNumbers.studioOf(index, numbered(id))), owner, id);
});
