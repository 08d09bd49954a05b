/* The first touch of a directory: written into the address, then the script is fetched. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { open } from "../page.js";

const link = (page, name = "union", value = "南区工会") => page.find(`a[data-name=${name}][data-value="${value}"]`);

test("a condition, an order and a view: each goes into the address as a step of its own", async () => {
  for (const [touch, address] of [
    [(page) => page.click(link(page)), "studios/?union=南区工会"],
    [(page) => page.choose(page.find("select"), "pinyin"), "studios/?sort=pinyin"],
    [(page) => page.click(page.find("[data-value=table] span")), "studios/?view=table"],
  ]) {
    const page = await open("studios/"), before = page.window.history.length;
    touch(page);
    await page.settled();
    assert.deepEqual([page.address, page.window.history.length - before, page.sent[0]], [address, 1, "assets/javascripts/search-directory.js"]);
    assert.equal(page.find(".browse__made").hidden, true);
    await page.back();
    assert.deepEqual([page.address, page.find(".browse__made").hidden], ["studios/", false]);
  }
});

test("what the address said already is kept", async () => {
  const page = await open("studios/", { before: (page) => page.window.history.replaceState(null, "", "?utm=1") });
  assert.deepEqual(page.sent[0], "assets/javascripts/search-directory.js");
});

test("nothing is done for a touch elsewhere, of a value that is empty, or with a key that opens a new window", async () => {
  const page = await open("studios/");
  for (const more of [{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }]) assert.equal(page.click(link(page), more), true);
  assert.equal(page.click(page.find(".browse__made h3 a")), true);
  assert.equal(page.click(page.find("[data-name=view][data-value='']")), true);
  page.choose(page.find("select"), "");
  await page.settled();
  assert.deepEqual([page.sent, page.find(".browse__made").hidden], [[], false]);
});

test("a click is taken over once", async () => {
  const page = await open("studios/"), release = page.hold(/search-directory/);
  assert.equal(page.click(link(page)), false);
  assert.equal(page.click(link(page, "union", "北区工会")), true);
  release();
  await page.settled();
});

test("a script that does not arrive is told, and the next touch asks for it again", async () => {
  const page = await open("studios/");
  page.fail(/search-directory/, "missing");
  page.click(link(page));
  await page.settled();
  assert.deepEqual([page.text(".browse__note"), page.find(".browse__note").hidden], ["筛选要用的脚本没有取到，可能断网了。请连上网络后刷新。", false]);
  page.fail();
  page.click(link(page));
  await page.settled();
  assert.equal(page.text(".browse__found h3"), "顾三春护理巾帼创新工作室");
  assert.equal(page.find(".browse__found").hidden, false);
});

test("conditions of the address whose script did not arrive stay beside the one that is chosen then", async () => {
  const page = await open("studios/?district=南区&sort=pinyin", { before: (page) => page.fail(/search-directory/, "missing") });
  page.fail();
  page.click(link(page));
  await page.settled();
  assert.equal(page.address, "studios/?district=南区&sort=pinyin&union=南区工会");
});

test("a further page of the list leads to the first one with the condition, online and offline", async () => {
  const away = (page) => page.find(".browse").removeAttribute("data-live");
  const online = await open("studios/", { before: away }), offline = await open("studios/index.html?x=1", { offline: true, before: away });
  for (const page of [online, offline]) assert.equal(page.click(link(page)), false);
  assert.deepEqual([online.address, offline.address], ["studios/?union=南区工会", "studios/index.html?union=南区工会"]);
  assert.deepEqual([online.sent, offline.sent], [[], []]);
});

test("an address with conditions is answered at once; offline too", async () => {
  for (const offline of [false, true]) {
    const page = await open(`studios/${offline ? "index.html" : ""}?union=南区工会`, { offline });
    assert.equal(page.find(".browse__found").hidden, false);
    assert.equal(page.find(".browse__found h3 a").href, offline ? "file:///media/stick/exhibition/studios/nurse/index.html" : "https://showcase.test/studios/nurse/");
  }
});
