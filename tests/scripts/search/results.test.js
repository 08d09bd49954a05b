/* Hits by kind, in their final order, with the words that were asked for marked. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { called, modules } from "../modules.js";
import { plain } from "../page.js";

const { LaomoEngine, LaomoResults, LaomoShards, LaomoResultCards, page } = modules("city");
const marked = (text, runs) => [...LaomoResults.marked(text, runs).childNodes].map((each) => (each.localName === "mark" ? `[${each.textContent}]` : each.textContent)).join("");

for (const [text, runs, expected] of [
  ["罗海平的岸桥", ["岸桥"], "罗海平的[岸桥]"],
  ["岸桥岸桥", ["岸桥"], "[岸桥岸桥]"],
  ["岸桥，岸桥。", ["岸桥"], "[岸桥]，[岸桥]。"],
  ["海平海", ["海平", "平海"], "[海平海]"],
  ["哈哈哈", ["哈哈"], "[哈哈哈]"],
  ["买买提·艾力", ["提艾"], "买买[提·艾]力"],
  ["ＰＬＣ 与plc", ["plc"], "[ＰＬＣ] 与[plc]"],
  ["½秒", ["2秒"], "[½秒]"],
  ["钱𱍐工", ["𱍐"], "钱[𱍐]工"],
  ["钱𱍐工", ["工"], "钱𱍐[工]"],
  ["没有", ["岸桥"], "没有"],
  ["岸桥", [""], "岸桥"],
  ["", ["岸桥"], ""],
  ["<b>岸桥</b>", ["岸桥"], "<b>[岸桥]</b>"],
  ["<b>", ["b"], "<[b]>"],
]) {
  test(`“${text}” marked for “${runs}”`, () => assert.equal(marked(text, runs), expected));
}

/** @returns {Promise<string[][]>} what stands in each group */
async function grouped(query) {
  const found = await LaomoEngine.search(query);
  return plain(LaomoResults.groups(await LaomoShards.index(), found, found.hits)).map((hits) => hits.map(({ doc }) => called(doc)));
}

for (const [query, expected] of [
  ["罗海平", [["gantry", "shared-name", "two", "mentions"], ["gantry", "shared-name", "two"], [], [], ["stories/crane/"]]],
  ["luohaiping", [["gantry", "shared-name"], ["gantry", "shared-name"], [], [], []]],
  ["罗", [["two", "gantry", "shared-name", "mentions"], ["two", "gantry", "shared-name"], [], [], ["stories/crane/"]]],
  ["萝海平", [["gantry", "shared-name", "two", "ship"], ["gantry", "shared-name", "two", "ship"], [], [], []]],
  ["屿澜", [["gantry", "ship"], [], [], [], []]],
  ["测量", [["two"], [], ["2016-01"], [], []]],
  ["防摇", [["crane", "gantry"], [], ["anti-sway", "no-sway"], [], []]],
  ["南区工会", [null, [], [], ["south"], []]],
  ["精神", [[], [], [], [], ["spirit/"]]],
]) {
  test(`the groups of “${query}”`, async () => {
    const groups = await grouped(query);
    assert.deepEqual(groups.map((group, n) => (expected[n] === null ? null : group)), expected);
  });
}

test("the kinds are named in their order", () => assert.deepEqual(plain(LaomoResultCards.KINDS), ["工作室", "人物", "成果", "工会", "文章和网页"]));

const titles = (cards) => plain(cards).map(({ title }) => title);

test("cards in their final order: by score and by what their titles say, unless another order is asked", async () => {
  const found = await LaomoEngine.search("岸桥"), last = [...found.hits].reverse();
  const order = ["岸桥", "江一舟岸桥劳模创新工作室", "罗海平岸桥劳模创新工作室", "岸桥电缆护套", "岸桥钢丝绳点检卡", "吊装创新工作室", "林海平船舶劳模创新工作室", "吊具不再荡秋千"];
  assert.deepEqual(titles(await LaomoResults.settled(found, found.hits)), order);
  assert.deepEqual(titles(await LaomoResults.settled(found, last)).slice(0, 1), ["岸桥"]);
  const as = await Promise.all(last.map(({ doc }) => LaomoResultCards.of(doc)));
  assert.deepEqual(titles(await LaomoResults.settled(found, last, false)), titles(as));
});

test("people are named whom the question means, else all of the studio", async () => {
  const people = async (query) => {
    const found = await LaomoEngine.search(query);
    return titles(await LaomoResults.settled(found, LaomoResults.groups(await LaomoShards.index(), found, found.hits)[1]));
  };
  assert.deepEqual(await people("钱二"), ["钱二海"]);
  assert.deepEqual(await people("罗海"), ["罗海", "罗海平", "罗海平"]);
  assert.deepEqual(await people("qianerhai"), ["罗海、钱二海"]);
  assert.deepEqual(await people("买买提艾力"), ["买买提·艾力"]);
  assert.equal(page.complaints.length, 0);
});
