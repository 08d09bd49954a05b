/* The row below a page: copy, the system's own sharing, print; each only where the browser can. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { open } from "./page.js";

const ROW = "<button data-print hidden>打印</button><button data-copy hidden><i></i><span>复制链接</span></button><button data-share hidden>分享</button>"
  + '<button data-copy="https://badge.test/" hidden>徽章</button><textarea id="code">一段代码</textarea><button data-copy-from="code" hidden><span>复制代码</span></button><button data-copy-from="none" hidden>无</button><svg id="drawing" data-print></svg>';

/** @param {{clipboard?: object | null, share?: Function, canonical?: boolean}} can */
async function shared({ clipboard, share, canonical = false } = {}) {
  const page = await open("studios/crane/#leaders", { scripts: ["assets/javascripts/share.js"], before: (page) => {
    page.all("script[src*=share]").forEach((each) => each.remove());
    page.find("article").innerHTML = ROW;
    page.all("link[rel=canonical]").forEach((each) => each.remove());
    if (canonical) page.document.head.insertAdjacentHTML("beforeend", '<link rel="canonical" href="https://canonical.test/studios/crane/">');
    Object.defineProperty(page.window.navigator, "clipboard", { value: clipboard, configurable: true });
    Object.defineProperty(page.window.navigator, "share", { value: share, configurable: true });
    page.window.print = () => page.sent.push("printed");
  } });
  const click = async (selector) => {
    page.click(page.find(selector));
    await page.settled();
  };
  return { page, click };
}

const remembering = () => {
  const copied = [];
  return { copied, clipboard: { writeText: async (text) => void copied.push(text) } };
};
const refusing = { writeText: async () => { throw new Error("NotAllowedError"); } };

test("a browser that can do neither offers printing and the codes, which are selected", async () => {
  const { page, click } = await shared();
  assert.deepEqual(page.all("article button").filter((each) => !each.hidden).map((each) => each.textContent), ["打印", "复制代码", "无"]);
  await click("[data-print]");
  assert.deepEqual(page.sent, ["printed"]);
  await click("[data-copy-from=code]");
  const area = page.find("#code");
  assert.deepEqual([page.text("[data-copy-from=code]"), area.selectionStart, area.selectionEnd], ["已选中，请按 Ctrl+C", 0, 4]);
  await click("[data-copy-from=none]");
  assert.equal(page.text("[data-copy-from=none]"), "无");
});

test("copied: the page's address without its place, the canonical one where there is one, or what a button holds", async () => {
  for (const [canonical, address] of [[false, "https://showcase.test/studios/crane/"], [true, "https://canonical.test/studios/crane/"]]) {
    const { copied, clipboard } = remembering(), { page, click } = await shared({ clipboard, canonical });
    await click("[data-copy='']");
    await click("[data-copy='https://badge.test/']");
    await click("[data-copy-from=code]");
    assert.deepEqual(copied, [address, "https://badge.test/", "一段代码"]);
    assert.deepEqual([page.text("[data-copy='']"), page.text("[data-copy='https://badge.test/']"), page.text("[data-copy-from=code]")], ["已复制", "已复制", "已复制"]);
  }
});

test("the words come back after two seconds", async () => {
  const { page, click } = await shared({ clipboard: remembering().clipboard });
  await click("[data-copy='']");
  await page.pass(1999);
  assert.equal(page.text("[data-copy=''] span"), "已复制");
  await page.pass(1);
  assert.equal(page.text("[data-copy=''] span"), "复制链接");
});

test("a clipboard that refuses is told", async () => {
  const { page, click } = await shared({ clipboard: refusing });
  await click("[data-copy='']");
  assert.equal(page.text("[data-copy='']"), "没有复制成，请手动复制");
});

test("the system's own sharing gets title and address; a reader who changes their mind is no fault", async () => {
  const given = [];
  const { page, click } = await shared({ share: async (what) => void given.push({ ...what }) });
  assert.equal(page.find("[data-share]").hidden, false);
  await click("[data-share]");
  assert.deepEqual(given, [{ title: page.document.title, url: "https://showcase.test/studios/crane/" }]);
  const away = await shared({ share: async () => { throw new Error("AbortError"); } });
  await away.click("[data-share]");
  assert.equal(away.page.text("[data-share]"), "分享");
});

test("a drawing is no button", async () => {
  const { page, click } = await shared();
  await click("#drawing");
  assert.ok(!page.sent.includes("printed"));
  await click("[data-print]");
  assert.ok(page.sent.includes("printed"));
});
