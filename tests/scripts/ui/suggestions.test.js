/* Suggestions while somebody writes: groups, keys, an input method, and answers that come late or not at all. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { open } from "../page.js";

const input = (page) => page.find("#search-input");
const note = (page) => (page.find(".search-panel__note").hidden ? "" : page.text(".search-panel__note"));
const status = (page) => page.text(".search-field [aria-live]");
const groups = (page) => Object.fromEntries(page.all(".search-panel__group").map((each) => [each.getAttribute("aria-label"), [...each.querySelectorAll("b")].map((name) => name.textContent)]));
const chosen = (page) => page.all("[role=option]").findIndex((each) => each.getAttribute("aria-selected") === "true");
const shown = (page) => !page.find(".search-panel").hidden;

async function asked(query, address = "about/", how) {
  const page = await open(address, how);
  input(page).focus();
  await page.settled();
  await typed(page, query);
  return page;
}

/** Somebody writes this, and rests. */
async function typed(page, query) {
  page.type(input(page), query);
  await page.pass(60);
  await page.pass(400);
}

test("the field says what it is to a screen reader", async () => {
  const page = await asked("");
  const said = ["role", "aria-autocomplete", "aria-expanded", "aria-controls"].map((name) => input(page).getAttribute(name));
  assert.deepEqual([said, page.find(".search-panel__list").getAttribute("role")], [["combobox", "list", "false", page.find(".search-panel__list").id], "listbox"]);
  assert.equal(shown(page), false);
});

test("by groups, a few of each, with the words marked, and all of them behind a link", async () => {
  const page = await asked("岸桥");
  assert.deepEqual(groups(page), {
    工作室: ["岸桥", "江一舟岸桥劳模创新工作室", "罗海平岸桥劳模创新工作室"],
    人物: ["高岸桥"],
    成果: ["岸桥电缆护套", "岸桥钢丝绳点检卡"],
    文章和网页: ["吊具不再荡秋千"],
  });
  assert.deepEqual(page.texts(".search-panel__kind"), ["工作室", "人物", "成果", "文章和网页"]);
  const [first, person, result] = [0, 3, 4].map((n) => page.all("[role=option]")[n]);
  assert.equal(first.innerHTML, "<b><mark>岸桥</mark></b><small>北区工会</small>");
  assert.equal(person.innerHTML, "<b>高<mark>岸桥</mark></b><small><mark>岸桥</mark></small>");
  assert.equal(result.querySelector("small").textContent, "罗海平岸桥劳模创新工作室");
  assert.equal(page.all("[role=option]")[6].querySelector("small").textContent, "故事");
  assert.deepEqual([first.className, first.tabIndex, first.getAttribute("role"), first.href], ["search-panel__option", -1, "option", "https://showcase.test/studios/name-is-all/"]);
  const all = page.all("[role=option]").at(-1);
  assert.deepEqual([all.textContent, all.href], ["查看全部 9 条结果", "https://showcase.test/search/?q=%E5%B2%B8%E6%A1%A5"]);
  assert.equal(status(page), "共 9 条：工作室 5，人物 1，成果 2，文章和网页 1。用上下键选择。");
  assert.deepEqual(page.all("[role=option]").map((each) => each.id), Array.from({ length: 8 }, (_, n) => `search-option-${n}`));
  assert.deepEqual([shown(page), input(page).getAttribute("aria-expanded"), note(page), page.find(".search-panel__group").getAttribute("role")], [true, "true", "", "group"]);
});

test("no more of a kind than fit: three studios, two people, two achievements, one union, two pages; of one character fewer", async () => {
  const some = groups(await asked("海平")), unions = groups(await asked("工会")), pages = groups(await asked("厦工办"));
  assert.deepEqual([some.工作室.length, some.人物.length, unions.工会.length, pages.文章和网页.length], [3, 2, 1, 2]);
  assert.deepEqual([groups(await asked("吊具")).成果?.length, groups(await asked("吊")).成果?.length], [2, 1]);
});

test("the two of a kind that rank next may come first once their titles are known", async () => {
  assert.equal(groups(await asked("罗海"))["工作室"][0], "罗海测量职工创新工作室");
  const page = await asked("纺织", "about/", { index: "names" }); // so the fifth and the sixth are called
  assert.deepEqual(groups(page), { 工作室: ["纺织", "张三劳模工作室", "纺纱技能人才工作室"], 按条件看: ["轻工纺织", "“纺织”的工作室"] });
});

test("ways to more than one document: by region, by the conditions of the question; what it most likely means comes first", async () => {
  const many = await asked("创新"), filtered = await asked("2018 专利"), achievement = await asked("防摇");
  assert.ok(many.all("[role=option]").some((each) => /“创新” · [东西南北]区/.test(each.textContent)), many.texts("[role=option]").join());
  assert.deepEqual(Object.entries(groups(filtered))[0], ["按条件看", ["2018 专利"]]);
  const way = filtered.all("[role=option]")[0];
  assert.deepEqual([way.textContent, way.href.split("?")[1]], ["2018 专利按条件筛选，1 条", "year=2018&result=%E5%8F%91%E6%98%8E%E4%B8%93%E5%88%A9&result=%E5%AE%9E%E7%94%A8%E6%96%B0%E5%9E%8B%E4%B8%93%E5%88%A9&result=%E5%A4%96%E8%A7%82%E8%AE%BE%E8%AE%A1%E4%B8%93%E5%88%A9&show=achievement"]);
  assert.deepEqual(Object.keys(groups(achievement)), ["成果", "工作室"]);
});

for (const [query, first, address] of [
  ["南区", "南区", "studios/?district=南区"],
  ["港口航运", "港口航运", "studios/?industry=港口航运"],
  ["南区工会", null, "studios/?union=南区工会"],
  ["电缆 南区", null, "studios/?district=南区"],
]) {
  test(`a filter that ${query} names is a way into the directory`, async () => {
    const page = await asked(query), all = page.all("[role=option]"), ways = all.map((each) => decodeURI(each.href)).filter((each) => each.includes("/studios/?"));
    assert.ok(ways.includes(`https://showcase.test/${address}`), ways.join(" ") || page.texts("[role=option]").join());
    if (first) assert.deepEqual([Object.keys(groups(page))[0], all[0].querySelector("b").textContent], ["按条件看", first]);
  });
}

test("what is only like it is said; what is nowhere too", async () => {
  const like = await asked("罗海萍"), none = await asked("鼍鼍"), some = await asked("岸桥 鼍鼍");
  assert.equal(note(like), "没有“罗海萍”，下面是读音或写法相近的。");
  assert.ok(status(like).startsWith("没有“罗海萍”，下面是读音或写法相近的。共 6 条：工作室 3，人物 3。"), status(like));
  assert.deepEqual([note(none), status(none), Object.keys(groups(none)), shown(none)], ["没有找到“鼍鼍”。换个说法，或只写两个字。", "没有找到“鼍鼍”。", ["可以看看"], true]);
  assert.deepEqual(groups(none).可以看看.length, 3, "a trade, a union, a region");
  assert.equal(note(some), "没有同时含“岸桥”“鼍鼍”的，以下不含“鼍鼍”。");
  assert.equal(note(await asked("罗海萍 鼍鼍")), "没有“罗海萍”，下面是读音或写法相近的。没有同时含“罗海萍”“鼍鼍”的，以下不含“鼍鼍”。");
});

test("keys: down and up go round through the field itself, enter follows, escape closes", async () => {
  const page = await asked("屿澜"); // two studios and the link to all
  const steps = [], sight = [];
  page.window.HTMLElement.prototype.scrollIntoView = function ({ block }) { sight.push([this.id, block]); };
  for (const key of ["ArrowDown", "ArrowDown", "ArrowDown", "ArrowDown", "ArrowUp", "ArrowUp"]) {
    assert.equal(page.key(key, { at: input(page) }), false);
    steps.push([chosen(page), input(page).getAttribute("aria-activedescendant")]);
  }
  assert.deepEqual(steps, [[0, "search-option-0"], [1, "search-option-1"], [2, "search-option-2"], [-1, null], [2, "search-option-2"], [1, "search-option-1"]]);
  assert.deepEqual(sight, [0, 1, 2, 2, 1].map((n) => [`search-option-${n}`, "nearest"]));
  page.key("ArrowUp", { at: input(page) });
  page.key("ArrowUp", { at: input(page) });
  assert.equal(chosen(page), -1);
  assert.equal(page.key("Escape", { at: input(page) }), false);
  assert.deepEqual([shown(page), input(page).getAttribute("aria-expanded"), input(page).getAttribute("aria-activedescendant")], [false, "false", null]);
  assert.equal(page.key("Escape", { at: input(page) }), true);
  assert.equal(page.key("ArrowUp", { at: input(page) }), true);
  assert.equal(page.key("Enter", { at: input(page) }), true);
  assert.equal(page.key("ArrowDown", { at: input(page) }), false);
  await page.settled();
  assert.deepEqual([shown(page), chosen(page)], [true, -1]);
  assert.equal(page.key("Enter", { at: input(page) }), true);
  assert.equal(page.key("a", { at: input(page) }), true);
  page.key("ArrowDown", { at: input(page) });
  assert.equal(page.key("Enter", { at: input(page) }), false);
  assert.equal(page.address, "studios/gantry/");
});

test("a choice is forgotten when the list is closed or made anew", async () => {
  const page = await asked("屿澜");
  page.key("ArrowDown", { at: input(page) });
  page.key("Escape", { at: input(page) });
  page.key("ArrowDown", { at: input(page) });
  await page.settled();
  page.key("ArrowDown", { at: input(page) });
  assert.equal(chosen(page), 0);
  page.type(input(page), "屿澜港");
  await page.pass(60);
  assert.deepEqual([chosen(page), page.key("Enter", { at: input(page) })], [-1, true]);
});

test("the meanings of words are asked when somebody rests, not at each character", async () => {
  const page = await asked(""), meant = () => page.sent.some((name) => name.includes("meaning"));
  for (const text of ["谁", "谁会", "谁会岸"]) {
    page.type(input(page), text);
    await page.pass(399);
  }
  page.type(input(page), "谁会岸桥");
  await page.pass(60);
  assert.deepEqual([meant(), page.texts("[role=option]")], [false, []]);
  await page.pass(400);
  assert.deepEqual([meant(), page.all("[role=option]").length > 3], [true, true]);
});

test("no suggestion in mid-pinyin: an input method's letters and keys are its own", async () => {
  const page = await asked("");
  for (const letters of ["a", "an", "an'q"]) {
    page.type(input(page), letters, true);
    await page.pass(500);
    assert.deepEqual([shown(page), page.sent.includes("search/index.js")], [false, false], letters);
  }
  input(page).value = "岸桥";
  input(page).dispatchEvent(new page.window.Event("compositionend", { bubbles: true }));
  await page.settled();
  assert.deepEqual([shown(page), page.all("[role=option]").length > 1], [true, true]);
  for (const key of ["ArrowDown", "ArrowUp", "Enter", "Escape"]) assert.equal(page.key(key, { at: input(page), isComposing: true }), true, key);
  assert.deepEqual([shown(page), chosen(page)], [true, -1]);
});

test("a fast writer is answered once, sixty milliseconds after the last letter", async () => {
  const page = await asked("");
  for (const value of ["罗", "罗海", "罗海平"]) {
    page.type(input(page), value);
    await page.pass(59);
    assert.equal(shown(page), false, value);
  }
  await page.pass(1);
  assert.equal(shown(page), true);
  assert.equal(groups(page).人物.join(), "罗海平,罗海平");
});

test("an emptied field has no suggestions", async () => {
  const page = await asked("岸桥");
  page.type(input(page), "  ");
  await page.pass(60);
  assert.equal(shown(page), false);
});

test("an older answer that comes late does not overwrite a newer one, nor does its failure", async () => {
  for (const failing of [false, true]) {
    const page = await asked(""), release = page.hold(/p\d/);
    page.type(input(page), "岸桥");
    await page.pass(60);
    page.type(input(page), "");
    await page.pass(60);
    if (failing) page.fail(/p\d/, "missing");
    release();
    await page.settled();
    assert.deepEqual([shown(page), note(page)], [false, ""]);
  }
});

for (const [failing, how] of [[/index\.js/, "missing"], [/p\d/, "cut short"], [/s\d/, "empty"], [/meaning/, "missing"]]) {
  test(`${failing} ${how} is said, and asked for again`, async () => {
    const page = await asked("", "about/", { before: (page) => page.fail(failing, how) });
    await typed(page, "罗海萍");
    assert.deepEqual([note(page), status(page), page.all("[role=option]").length, shown(page)], [...Array(2).fill("索引没有取到，可能断网了。按回车可以再试。"), 0, true]);
    page.fail();
    await typed(page, "罗海萍");
    assert.equal(page.all("[role=option]").length > 0, true);
  });
}

test("leaving the form closes the list, going from field to button does not; the mouse does not take the focus", async () => {
  const page = await asked("岸桥");
  page.find(".search-field__close").focus();
  assert.equal(shown(page), true);
  input(page).focus();
  const press = new page.window.MouseEvent("mousedown", { bubbles: true, cancelable: true });
  assert.equal(page.find("[role=option]").dispatchEvent(press), false);
  page.find("article a").focus();
  assert.equal(shown(page), false);
});

test("an answer that comes when the field was left does not open the list", async () => {
  const page = await asked(""), release = page.hold(/p\d/);
  page.type(input(page), "岸桥");
  await page.pass(60);
  page.find("article a").focus();
  release();
  await page.settled();
  assert.equal(shown(page), false);
});

test("what was written before the script came is answered at once", async () => {
  const page = await open("about/"), release = page.hold(/search-suggest/);
  page.type(input(page), "岸桥");
  release();
  await page.settled();
  assert.equal(shown(page), true);
});

test("nothing of a question or a record becomes markup", async () => {
  const page = await asked("<img>"), record = await asked("消息");
  assert.equal(note(page), "没有找到“<img>”。换个说法，或只写两个字。");
  assert.equal(page.all(".search-panel img").length + record.all(".search-panel i").length, 0);
  assert.equal(record.text("[role=option] b"), "一条 <i>消息</i>");
});

test("offline, suggestions lead to files, people to their place on the page", async () => {
  const page = await asked("罗海平", "about/index.html", { offline: true });
  assert.deepEqual(page.all("[role=option]").slice(0, 4).map((each) => each.href.slice(page.root.length)), ["studios/gantry/index.html", "studios/shared-name/index.html", "studios/mentions/index.html", "studios/gantry/index.html#leaders"]);
  assert.equal(page.all("[role=option]").at(-1).href.slice(page.root.length), "search/index.html?q=%E7%BD%97%E6%B5%B7%E5%B9%B3");
});
