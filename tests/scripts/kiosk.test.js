/* The kiosk: home when nobody is there, what the last visitor left is gone, and no way outside. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { open } from "./page.js";

const HOME = "index.html", PAGE = "studios/crane/index.html";
const LINKS = '<a id="in" href="../nurse/index.html" target="_blank">馆内</a><a id="file" href="../../data/studios.json">数据</a><a id="down" href="../nurse/index.html" download>存下</a>'
  + '<a id="out" href="https://video.example.org/a"><b>影片</b></a><a id="named" href="https://video.example.org/">video.example.org</a><a id="mail" href="mailto:a@example.org">写信</a><a id="anchor">无址</a>'
  + '<a id="page" href="http://old.example.org/index.html">旧站</a><a id="odd" href="web+http://example.org/">别的</a>';

/** A page of the offline edition with the kiosk's script. @param {string} address @param {{session?: string, local?: Record<string, string>, markup?: string, heard?: (type: string, how: any) => void}} [how] */
const kiosk = (address, { session, local = {}, markup, heard } = {}) => open(address, {
  offline: true,
  scripts: ["assets/javascripts/kiosk.js"],
  before: (page) => {
    const { sessionStorage, localStorage, PointerEvent } = page.window;
    if (session) sessionStorage.setItem("laomo-kiosk", session);
    for (const [key, value] of Object.entries(local)) localStorage.setItem(key, value);
    if (markup) page.find("article").innerHTML = markup;
    page.window.PointerEvent = PointerEvent;
    const { addEventListener } = page.window;
    if (heard) page.window.addEventListener = (type, act, how) => { heard(type, how); addEventListener.call(page.window, type, act, how); };
    page.gone = [];
    page.window.location.replace = (url) => page.gone.push(url.slice(page.root.length));
  },
});
const limit = (page) => page.window.sessionStorage.getItem("laomo-kiosk");
const countdown = (page) => (page.find(".kiosk-countdown").hidden ? "" : page.text(".kiosk-countdown"));
const spoken = (page) => page.text(".kiosk-spoken");
const move = (page, movementX = 0, movementY = 0) => page.document.body.dispatchEvent(new page.window.PointerEvent("pointermove", { bubbles: true, movementX, movementY }));
const touch = (page, name = "keydown") => page.document.body.dispatchEvent(new page.window.Event(name, { bubbles: true }));

test("without ?kiosk it does nothing", async () => {
  const page = await kiosk(PAGE, { markup: LINKS });
  assert.deepEqual([limit(page), page.find(".kiosk-countdown"), page.all("article a").length, page.document.documentElement.dataset.kiosk], [null, null, 9, undefined]);
  await page.pass(1e6);
  assert.deepEqual(page.gone, []);
});

for (const [asked, seconds] of [["?kiosk", "90"], ["?kiosk=30", "30"], ["?kiosk=1", "1"], ["?kiosk=0.5", "90"], ["?kiosk=0", "90"], ["?kiosk=-5", "90"], ["?kiosk=soon", "90"], ["?kiosk=off", null]]) {
  test(`${asked}: ${seconds ?? "no kiosk"}`, async () => {
    const page = await kiosk(HOME + asked, { session: "45" });
    assert.deepEqual([limit(page), page.find(".kiosk-countdown") !== null, page.document.documentElement.dataset.kiosk], [seconds, seconds !== null, seconds === null ? undefined : ""]);
  });
}

test("once asked for, it holds from page to page", async () => {
  const page = await kiosk(PAGE, { session: "30" });
  assert.equal(limit(page), "30");
  assert.deepEqual(["rel", "href"].map((name) => page.find("link[href$='kiosk.css']").getAttribute(name)), ["stylesheet", `${page.root}assets/stylesheets/kiosk.css`]);
  assert.deepEqual(["kiosk-countdown", "kiosk-spoken"].map((name) => page.find(`.${name}`).lang), ["zh", "zh"]);
  assert.deepEqual([page.find(".kiosk-countdown").getAttribute("aria-hidden"), page.find(".kiosk-spoken").getAttribute("role")], ["true", "status"]);
});

test("the start page that nobody touched stays; once touched it is reset too", async () => {
  const page = await kiosk(`${HOME}?kiosk=30`);
  await page.pass(100_000);
  assert.deepEqual([page.gone, page.find(".kiosk-countdown").hidden], [[], true]);
  touch(page);
  await page.pass(30_000);
  assert.deepEqual(page.gone, ["index.html"]);
});

test("at rest the people and figures of the home page go by, a screen each, until somebody touches it", async () => {
  const page = await kiosk(`${HOME}?kiosk=90`), slides = () => page.all(".kiosk-slide"), shown = () => slides().findIndex((each) => !each.hidden);
  const parts = page.all(".hero.wall-head, .walk__stop, .generations").length;
  assert.ok(parts >= 2);
  await page.pass(19_500);
  assert.equal(page.find(".kiosk-slides"), null);
  await page.pass(1_000);
  assert.deepEqual([slides().length, shown(), page.find(".kiosk-slides").getAttribute("aria-hidden")], [parts, 0, "true"]);
  await page.pass(12_000);
  assert.equal(shown(), 1);
  await page.pass(12_000 * (parts - 1));
  assert.equal(shown(), 0, "round again");
  await page.pass(2_000 * 12_000);
  assert.deepEqual([page.all(".kiosk-slides").length, slides().length], [1, parts], "nothing grows");
  assert.equal(page.all(".kiosk-slide [id]").length, 0);
  touch(page, "pointerdown");
  assert.equal(page.find(".kiosk-slides").hidden, true);
  await page.pass(60_000);
  assert.equal(page.find(".kiosk-slides").hidden, true, "somebody is there");
});

test("what is for publishers is not offered in a hall", async () => {
  const page = await kiosk(PAGE, { session: "30", markup: '<nav><a id="help" href="../../help/index.html">填报指南</a><a id="in" href="../nurse/index.html">馆内</a></nav><p><a id="words" href="../../help/index.html">说明</a></p>' });
  assert.deepEqual(["help", "in", "words"].map((id) => page.find(`#${id}`).hidden), [true, false, false]);
});

test("elsewhere: the last ten seconds are counted for the eye, told once to the ear, then home, once", async () => {
  const page = await kiosk(PAGE, { session: "30" });
  await page.pass(19_750);
  assert.deepEqual([page.text(".kiosk-countdown"), spoken(page)], ["", ""]);
  await page.pass(250);
  assert.deepEqual([countdown(page), spoken(page)], ["还有 10 秒回到首页，碰一下屏幕就留在这里", "10 秒后回到首页。碰一下屏幕，或者按任意键，就留在这一页。"]);
  await page.pass(5_500);
  assert.deepEqual([countdown(page), spoken(page)], ["还有 5 秒回到首页，碰一下屏幕就留在这里", "10 秒后回到首页。碰一下屏幕，或者按任意键，就留在这一页。"]);
  await page.pass(4_250);
  assert.deepEqual([countdown(page).slice(0, 6), page.gone], ["还有 1 秒", []]);
  await page.pass(5_000);
  assert.deepEqual(page.gone, ["index.html"]);
});

test("of a short patience the last half is counted", async () => {
  const page = await kiosk(PAGE, { session: "8" });
  await page.pass(3_750);
  assert.equal(countdown(page), "");
  await page.pass(250);
  assert.equal(countdown(page).slice(0, 6), "还有 4 秒");
});

for (const name of ["pointerdown", "keydown", "wheel", "touchmove", "scroll"]) {
  test(`${name} keeps the page, and takes the countdown away at once`, async () => {
    const page = await kiosk(PAGE, { session: "30" });
    await page.pass(25_000);
    touch(page, name);
    assert.deepEqual([countdown(page), spoken(page)], ["", ""]);
    await page.pass(19_750);
    assert.deepEqual([countdown(page), page.gone], ["", []]);
    await page.pass(10_250);
    assert.deepEqual(page.gone, ["index.html"]);
  });
}

test("a pointer under which the page moved is nobody; one that moves is somebody", async () => {
  const page = await kiosk(PAGE, { session: "30" });
  await page.pass(25_000);
  move(page);
  assert.notEqual(countdown(page), "");
  move(page, 0, 1);
  assert.equal(countdown(page), "");
  await page.pass(25_000);
  move(page, 1, 0);
  assert.equal(countdown(page), "");
});

test("a pointer that goes down is somebody, and so is what a page keeps to itself; nobody waits for the kiosk to scroll", async () => {
  const listened = new Map();
  const page = await kiosk(PAGE, { session: "30", heard: (type, how) => listened.set(type, how) });
  await page.pass(25_000);
  page.document.body.dispatchEvent(new page.window.PointerEvent("pointerdown", { bubbles: true }));
  assert.equal(countdown(page), "");
  await page.pass(25_000);
  page.find("article").dispatchEvent(new page.window.Event("scroll"));
  assert.equal(countdown(page), "");
  assert.ok(["wheel", "touchmove", "scroll"].every((type) => listened.get(type).passive));
});

test("while the page is read aloud, and when it comes back from the memory, the time begins anew", async () => {
  const page = await kiosk(PAGE, { session: "30" });
  page.window.speechSynthesis = { speaking: true };
  await page.pass(60_000);
  assert.deepEqual([page.gone, countdown(page)], [[], ""]);
  page.window.speechSynthesis.speaking = false;
  await page.pass(25_000);
  page.window.dispatchEvent(new page.window.Event("pageshow"));
  await page.pass(10_000);
  assert.deepEqual(page.gone, []);
});

test("what the last visitor chose is forgotten, at home and at the start; what is not ours stays", async () => {
  const local = { "laomo-reading": "{}", "laomo-palette": "laomo-dark", "/media/stick/exhibition/.__palette": "{}", "/other/.__palette": "{}", other: "1" };
  const left = (page) => Object.keys(page.window.localStorage).sort();
  const page = await kiosk(PAGE, { session: "30", local });
  assert.equal(left(page).length, 5);
  await page.pass(31_000);
  assert.deepEqual(left(page), ["/other/.__palette", "other"]);
  assert.deepEqual(left(await kiosk(`${PAGE}?kiosk`, { local })), ["/other/.__palette", "other"]);
  assert.equal(left(await kiosk(`${PAGE}?kiosk=off`, { local })).length, 5);
});

test("links: inside as ever, but in the same window; downloads are put away; outside ones are words with their address", async () => {
  const page = await kiosk(PAGE, { session: "30", markup: LINKS });
  const link = (id) => page.find(`#${id}`);
  assert.deepEqual([link("in").hasAttribute("target"), link("in").hidden, link("file").hidden, link("down").hidden, link("anchor") !== null], [false, false, true, true, true]);
  assert.deepEqual(["out", "named", "mail", "page", "odd"].map(link), Array(5).fill(null));
  assert.deepEqual(page.all(".kiosk-outside").map((each) => each.innerHTML), ["<b>影片</b><small>https://video.example.org/a</small>", "video.example.org", "写信", "旧站<small>http://old.example.org/index.html</small>", "别的"]);
});

test("a link that comes later leads nowhere outside either", async () => {
  const page = await kiosk(PAGE, { session: "30" });
  page.find("article").innerHTML = LINKS;
  const left = (id) => page.click(page.find(`#${id}`));
  assert.deepEqual(["out", "file", "down", "mail", "page", "odd"].map(left), Array(6).fill(false));
  page.find("#page").addEventListener("click", (event) => event.stopPropagation());
  assert.equal(page.find("#page").dispatchEvent(new page.window.MouseEvent("click", { bubbles: true, cancelable: true })), false, "whatever else listens");
  assert.equal(page.click(page.find("#out b")), false);
  page.find("#in").addEventListener("click", (event) => page.window.setTimeout(() => event.preventDefault()));
  assert.equal(left("in"), true);
  assert.equal(page.click(page.find("#anchor")), true);
  assert.equal(page.click(page.document), true);
});

test("there is no menu of the browser's", async () => {
  const page = await kiosk(PAGE, { session: "30" });
  assert.equal(page.document.body.dispatchEvent(new page.window.Event("contextmenu", { bubbles: true, cancelable: true })), false);
});
