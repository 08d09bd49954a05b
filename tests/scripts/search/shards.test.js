/* Files of the index: asked for once, again after a failure, and by their new names when the site was published meanwhile. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { modules } from "../modules.js";
import { plain } from "../page.js";

const fresh = (index = "city") => modules(index, { stays: false });

test("a file is asked for once, also by two at a time", async () => {
  const { LaomoShards, page } = fresh();
  const sounds = () => LaomoShards.shard("sounds", (index) => index.sounds);
  const [one, other] = await Promise.all([sounds(), sounds()]);
  assert.equal(one, other);
  assert.equal(await sounds(), one);
  assert.deepEqual(page.sent, ["search/index.js", "search/sounds.js"]);
  assert.equal(page.all("head script[src*='/search/']").length, 0);
});

test("two files at a time never take each other's data, whichever comes first", async () => {
  const { LaomoShards, page } = fresh();
  const release = page.hold(/s0-/);
  const [studios, unions] = [LaomoShards.one("s", 0), LaomoShards.shard("u0", (index) => index.u[0])];
  assert.equal((await unions)[0].length, 6);
  release();
  assert.equal((await studios)[0].length, 15);
});

for (const how of ["missing", "cut short", "empty"]) {
  test(`a file that is ${how} is an error, and asked for again by the next who needs it`, async () => {
    const { LaomoShards, page } = fresh();
    page.fail(/u0-/, how);
    const unions = () => LaomoShards.shard("u0", (index) => index.u[0]);
    await assert.rejects(unions, /u0-/);
    page.fail();
    assert.equal((await unions()).length, 4);
  });

  test(`an index that is ${how} likewise`, async () => {
    const { LaomoShards, page } = fresh();
    page.fail(/index\.js/, how);
    await assert.rejects(() => LaomoShards.index(), /index\.js/);
    page.fail();
    assert.equal((await LaomoShards.index()).counts.length, 4);
  });
}

test("errors of other scripts are not kept from the console", () => {
  const { page } = fresh();
  const kept = (filename) => !page.window.dispatchEvent(new page.window.ErrorEvent("error", { filename, cancelable: true }));
  assert.deepEqual(["https://showcase.test/search/p0-abcde.js", "https://showcase.test/assets/other.js", ""].map(kept), [true, false, false]);
});

test("under a page that stayed open the site was published anew: the list is asked for again, past the cache", async () => {
  const { LaomoShards, page } = fresh("old");
  assert.equal((await LaomoShards.index()).u[0], "aaaaa");
  page.index = "city";
  page.fail(/index\.js$/, "missing"); // what a cache would give is of no use: only a new address gets the new list
  assert.equal((await LaomoShards.shard("u0", (index) => index.u[0])).length, 4);
  assert.deepEqual(page.sent.map((name) => name.replace(/\?\d+$/, "?now")), ["search/index.js", "search/u0.js", "search/index.js?now", "search/u0.js"]);
  assert.notEqual((await LaomoShards.index()).u[0], "aaaaa");
});

test("what the old list led to is forgotten with it", async () => {
  const { LaomoShards, page } = fresh("old");
  await LaomoShards.shard("sounds", (index) => index.sounds);
  page.index = "city";
  await LaomoShards.shard("u0", (index) => index.u[0]);
  page.sent.length = 0;
  await LaomoShards.shard("sounds", (index) => index.sounds);
  assert.deepEqual(page.sent, ["search/sounds.js"]);
});

test("gone for good is an error", async () => {
  const { LaomoShards } = fresh("old");
  await assert.rejects(() => LaomoShards.shard("u0", (index) => index.u[0]), /u0-aaaaa/);
});

for (const index of ["city", "nation"]) {
  test(`file n of a kind: ${index}`, async () => {
    const { LaomoShards } = modules(index, { stays: false });
    const { counts, size } = await LaomoShards.index();
    const rows = (await Promise.all(Array.from({ length: Math.ceil(counts[0] / size) }, (_, n) => LaomoShards.one("s", n)))).flat();
    assert.deepEqual([rows.length, new Set(plain(rows).map(([id]) => id)).size], [52, 52]);
    assert.equal((await LaomoShards.one("a", 0)).length, 12);
  });
}
