/* What is like a question: by its sound, and by the pairs that it shares, weighed as they are rare. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { called, modules } from "../modules.js";
import { plain, truth } from "../page.js";

const WORTH = [[1, 100], [2, 70], [4, 60], [32, 50], [8, 45], [16, 35], [64, 30], [128, 8], [256, 2]];
const worth = (fields) => WORTH.find(([field]) => fields & field)[1];
const rounded = (scores) => plain([...scores]).map(([doc, score]) => [called(doc), Math.round(score * 1e6) / 1e6]).sort();

/** What `near` is to give, from the records themselves. @param {Set<string>} common tokens that are not listed */
function expected(run, total, common) {
  const signs = [...run], pairs = signs.slice(1).map((sign, n) => signs[n] + sign), [first, last] = [signs[0], signs.at(-1)];
  const asked = signs.length < 2 ? signs : pairs;
  const tokens = [...asked, ...(signs.length < 5 ? [first, `*${last}`, `${first}*${last}`] : [])];
  const listed = (token) => (truth.tokens[token] ?? []).filter(([, fields]) => !common.has(token) || fields !== 128);
  const rare = (token) => (common.has(token) ? 0 : Math.log(total / (listed(token).length || 1)));
  const most = asked.reduce((sum, token) => sum + rare(token), 1), scores = new Map(), shares = new Map();
  for (const token of tokens) for (const [doc, fields] of listed(token)) {
    scores.set(doc, (scores.get(doc) ?? 0) + (rare(token) / most) * (20 + worth(fields) / 3));
    shares.set(doc, (shares.get(doc) ?? 0) + rare(token) / most);
  }
  const least = Math.max(0, ...scores.values()) * 0.45;
  return rounded([...scores].filter(([doc, score]) => score >= least && shares.get(doc) >= 0.2));
}

for (const name of ["city", "nation"]) {
  test(`pairs that are shared weigh as they are rare: ${name}`, async () => {
    const { LaomoFuzzy, LaomoPostings, LaomoShards } = modules(name);
    const { counts } = await LaomoShards.index(), total = counts.reduce((sum, count) => sum + count) + 1;
    for (const run of ["尉迟海萍", "孙吊装", "岸桥岸桥", "罗海萍", "买买提爱力", "细纱快布", "接头又快牢", "钱", "罗平", "鼍鼍"]) {
      const common = new Set();
      for (const token of Object.keys(truth.tokens)) if ([...run].some((sign) => token.includes(sign)) && (await LaomoPostings.lookup(token)).common) common.add(token);
      assert.deepEqual(rounded((await LaomoFuzzy.near(run)).scores), expected(run, total, common), run);
    }
    assert.deepEqual(rounded((await LaomoFuzzy.near("luo")).scores), []);
  });
}

test("by sound: names of two to four characters, letters as they are mixed up, beginnings of three letters", async () => {
  const { sound } = modules("city").LaomoFuzzy;
  const heard = {
    罗: [], 骆海: [["two", 80]], 萝海平: [["gantry", 80], ["shared-name", 80]], 古利努尔: [["nurses", 80]], 买买提爱力: [], 鼍鼍: [],
    zenguoliang: [["markup", 80]], zenguol: [["markup", 50]], nu: [], nuo: [["gantry", 50], ["shared-name", 50], ["two", 50]], xyz: [],
  };
  for (const [run, found] of Object.entries(heard)) assert.deepEqual(rounded((await sound(run)).scores), found, run);
});
