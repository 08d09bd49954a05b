/* Every token of the index gives the documents that the generator collected, however its files are cut. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { modules } from "../modules.js";
import { plain, truth } from "../page.js";

const TEXT = 128;
const entries = (hits) => plain([...hits]).sort(([a], [b]) => a - b);

/** What the index says of a token that may be too common to be listed. */
const listed = (token, hits) => (hits.common ? truth.tokens[token].filter(([, fields]) => fields !== TEXT) : truth.tokens[token]);

for (const name of ["city", "chunks", "nation"]) {
  test(`every token gives its documents and fields: ${name}`, async () => {
    const { LaomoPostings, LaomoShards } = modules(name);
    const stopped = new Set((await LaomoShards.index()).stopped.match(/../gu));
    let common = 0;
    for (const token of Object.keys(truth.tokens)) {
      const hits = await LaomoPostings.lookup(token);
      if (hits.common) common += 1;
      assert.deepEqual(entries(hits), stopped.has(token) ? [] : listed(token, hits), token);
    }
    assert.equal(common > 0, name === "nation");
    assert.equal(stopped.size > 10, name === "nation");
    for (const token of ["", "a", "zzzz", "鼍鼍", "\uffff", "岸", "*"]) assert.equal((await LaomoPostings.lookup(token)).size, 0, token);
  });
}

/** The union of the fields of all tokens that begin so. */
function begun(prefix) {
  const all = new Map();
  for (const [token, found] of Object.entries(truth.tokens)) {
    if (token.startsWith(prefix)) for (const [doc, fields] of found) all.set(doc, (all.get(doc) ?? 0) | fields);
  }
  return entries(all);
}

const inCity = modules("city").LaomoPostings;
for (const prefix of ["luo", "l", "罗", "劳", "劳模", "~", "2013", "岸", "zzz", "𱍐", "钱", "*海"]) {
  test(`what begins with “${prefix}”, in two chunks too`, async () => {
    assert.deepEqual(entries(await inCity.beginning(prefix)), begun(prefix));
  });
}

test("at most four chunks are read for a beginning, and only those that can hold it", async () => {
  const { LaomoPostings, page } = modules("chunks");
  const read = async (prefix) => {
    const before = page.sent.length;
    const found = await LaomoPostings.beginning(prefix);
    return [page.sent.slice(before).filter((name) => /p\d/.test(name) && !/tp/.test(name)).length, found.size > 0];
  };
  assert.deepEqual(await read("~"), [4, true]);
  assert.deepEqual(await read("sunjianguo"), [1, true]);
  assert.deepEqual(await read("细"), [1, true]);
});

test("numbers of one, two and three signs", async () => {
  const { LaomoPostings } = modules("large");
  assert.deepEqual(entries(await LaomoPostings.lookup("远")), truth.large.map((doc) => [doc, TEXT]));
  assert.deepEqual(entries(await LaomoPostings.lookup("近")), truth.large.map((doc) => [doc, 1 + (doc % 255)]));
});

test("an index of nothing finds nothing", async () => {
  const { LaomoPostings } = modules("nothing");
  assert.equal((await LaomoPostings.lookup("岸桥")).size, 0);
  assert.equal((await LaomoPostings.beginning("岸")).size, 0);
});
