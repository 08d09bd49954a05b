/* What a record of the form says, in which order, and what is wrong with it. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { plain } from "../page.js";
import { Form } from "./form.js";

const modules = () => new Form().modules();
const text = (title, more = {}) => ({ type: "string", title, ...more });
const object = (title, properties, required = []) => ({ type: "object", title, properties, required });
const list = (title, items, rule = {}) => ({ type: "array", title, items, rule });

test("a value is empty if none of its texts says anything", () => {
  const { isEmpty } = modules().LaomoRecords;
  const empty = [undefined, null, "", " \n", [], {}, [""], [[], {}], { a: "" }, { a: [{ b: " " }] }];
  const full = ["a", "0", ["", "a"], { a: "", b: "b" }, [{ a: ["x"] }]];
  assert.deepEqual([empty.map(isEmpty), full.map(isEmpty)], [empty.map(() => true), full.map(() => false)]);
});

test("what says nothing is left out, and nothing else", () => {
  const { pruned } = modules().LaomoRecords;
  const cases = [["", undefined], [" a ", " a "], [["a", "", "b"], ["a", "b"]], [{ a: "", b: { c: [{ d: "" }, { d: "e" }] } }, { b: { c: [{ d: "e" }] } }], [[[]], undefined]];
  for (const [value, left] of cases) assert.deepEqual(plain(pruned(value)), left);
});

test("yes and no are said as the field offers them", () => {
  const { forFields } = modules().LaomoRecords;
  const of = (...words) => ({ enum: ["", ...words] });
  const cases = [["是", of("有", "无"), "有"], ["true", of("是", "否"), "是"], ["有", of("true", "false"), "true"], ["否", of("有", "无"), "无"], ["无", of("是", "否"), "否"],
    ["false", of("有", "无"), "无"], ["有", of("有", "是"), "有"], ["别的", of("是", "否"), "别的"], ["是", of("甲", "乙"), "是"], ["是", {}, "是"], [undefined, of("是"), undefined]];
  for (const [value, schema, shown] of cases) assert.equal(forFields({ type: "string", ...schema }, value), shown, `${value}`);
  const schema = object("", { a: text("", of("有", "无")), b: list("", object("", { c: text("", of("是", "否")) })) });
  assert.deepEqual(plain(forFields(schema, { a: "是", b: [{ c: "有" }, { c: "无" }], more: "是", none: undefined })), { a: "有", b: [{ c: "是" }, { c: "否" }], more: "是" });
});

test("ticked words keep their order, new ones follow", () => {
  const { inOrder } = modules().LaomoRecords;
  const ticks = { type: "array", format: "checkbox", items: text("") };
  const cases = [[["a", "b", "c"], ["c", "a"], ["c", "a", "b"]], [["a"], ["c", "b"], ["a"]], [["b", "a"], undefined, ["b", "a"]], [undefined, ["a"], undefined]];
  for (const [value, before, after] of cases) assert.deepEqual(plain(inOrder(ticks, value, before)), after);
  const schema = object("", { a: ticks, b: list("", object("", { c: ticks })), d: text("") });
  const made = inOrder(schema, { a: ["x", "y"], b: [{ c: ["1", "2"] }, { c: ["1", "2"] }], d: "new" }, { a: ["y", "x"], b: [{ c: ["2", "1"] }], d: "old" });
  assert.deepEqual(plain(made), { a: ["y", "x"], b: [{ c: ["2", "1"] }, { c: ["1", "2"] }], d: "new" });
});

test("two records say the same, blanks and line breaks aside", () => {
  const { same } = modules().LaomoRecords;
  const alike = [["a b", " a\n b "], ["", undefined], [{}, null], [{ a: "" }, {}], ["是", "有"], ["true", "是"], ["否", "无"], ["false", "无"], [["a", "b"], ["a", "b"]], [{ a: "1", b: [] }, { a: "1" }]];
  const other = [["a", "b"], ["a b", "ab"], ["", "a"], ["a", undefined], ["是", "否"], [["a", "b"], ["b", "a"]], [["a"], ["a", "b"]], [{ a: "1" }, { b: "1" }], ["a", ["a"]], [{ a: "x" }, "x"], [["x"], "x"]];
  for (const [one, two] of alike) assert.deepEqual([same(one, two), same(two, one)], [true, true], JSON.stringify([one, two]));
  for (const [one, two] of other) assert.deepEqual([same(one, two), same(two, one)], [false, false], JSON.stringify([one, two]));
});

test("texts of a name are found wherever they stand; a copy shares nothing", () => {
  const { texts, copy } = modules().LaomoRecords;
  assert.deepEqual(plain(texts({ file: "1", a: [{ file: "2", files: "no" }, { b: { file: "3" } }], c: { file: { file: "4" } } }, "file")), ["1", "2", "3", "4"]);
  for (const nothing of [null, undefined, "file", "", []]) assert.deepEqual(plain(texts(nothing, "file")), []);
  const one = { a: ["b"] }, two = copy(one);
  two.a.push("c");
  assert.deepEqual([one, plain(two)], [{ a: ["b"] }, { a: ["b", "c"] }]);
});

const SCHEMA = object("", {
  name: text("名称", { rule: { maxLength: 4, pattern: "^[^<]*$", message: "不要写 <" } }),
  level: text("级别", { enum: ["", "省级"] }),
  count: text("件数", { rule: { pattern: "^\\d+$", minimum: 1, maximum: 3, message: "1 到 3" } }),
  bare: text("没有规则"),
  odd: text("没有话", { rule: { pattern: "^a" } }),
  people: list("领衔人", object("", { name: text("姓名", { rule: { maxLength: 2 } }), age: text("年龄") }, ["name"]), { most: 2 }),
  place: object("场地", { area: text("面积") }, ["area"]),
  secret: text("藏着", { rule: { pattern: "^x" }, options: { hidden: true } }),
}, ["name", "level", "people"]);
const WRONG = [
  [{}, [["root.name", "名称", "请填写“名称”"], ["root.level", "级别", "请选“级别”"], ["root.people", "领衔人", "请至少填一项“领衔人”"]]],
  [{ name: " 甲乙丙丁 ", level: "省级", people: [{ name: "甲" }] }, []],
  [{ name: "甲乙丙丁戊", level: "省级", people: [{ name: "甲" }] }, [["root.name", "名称", "这里最多写 4 个字，现在有 5 个"]]],
  [{ name: "<", level: "省级", people: [{ name: "甲" }] }, [["root.name", "名称", "不要写 <"]]],
  [{ name: "甲", level: "省级", people: [{ name: "甲" }], count: "0", odd: "b", bare: "<", secret: "y" }, [["root.count", "件数", "1 到 3"], ["root.odd", "没有话", "这里写得不对"]]],
  ...["1", "3"].map((count) => [{ name: "甲", level: "省级", people: [{ name: "甲" }], count }, []]),
  ...["4", "x"].map((count) => [{ name: "甲", level: "省级", people: [{ name: "甲" }], count }, [["root.count", "件数", "1 到 3"]]]),
  [{ name: "甲", level: "省级", people: [{}, { name: "" }, { age: "1" }] }, [["root.people", "领衔人", "“领衔人”最多 2 项"]]],
  [{ name: "甲", level: "省级", people: [{ name: "甲乙丙" }, { age: "1" }] }, [["root.people.0.name", "领衔人 1 › 姓名", "这里最多写 2 个字，现在有 3 个"], ["root.people.1.name", "领衔人 2 › 姓名", "请填写“姓名”"]]],
  [{ name: "甲", level: "省级", people: [{}, { name: "甲" }], place: { area: " " } }, []],
  [{ name: "甲", level: "省级", people: [{ name: "甲" }], place: { more: "x" } }, [["root.place.area", "场地 › 面积", "请填写“面积”"]]],
];
for (const [record, wrong] of WRONG) {
  test(`what is wrong with ${JSON.stringify(record)}`, () => {
    const { faults } = modules().LaomoRules;
    assert.deepEqual(plain(faults(SCHEMA, record)).map(({ path, words, message }) => [path.join("."), words.join(" › "), message]), wrong);
  });
}

test("a list without a limit may be long; a record of nothing lacks what it must have", () => {
  const { faults, joined } = modules().LaomoRules;
  assert.deepEqual(plain(faults(list("", text("")), Array(500).fill("a"), ["root"], ["名单"])), []);
  assert.equal(faults(SCHEMA, undefined).length, 3);
  assert.deepEqual(plain(joined([[1], [], [2, 3]])), [1, 2, 3]);
});

const SCHEMAS = { studio: object("", { name: text("名称") }, ["name"]), year: object("", {}), notice: object("", { title: text("标题") }, ["title"]) };
const record = (kind, saved = {}) => ({ kind, name: "", base: {}, record: saved, sent: [] });
const PAGE = { name: ["studio-name", "工作室名称", "请填写“工作室名称”"], union: ["union", "主管工会", "请选“主管工会”"] };
for (const [form, expected] of [
  [{ records: [record("year")] }, [PAGE.name, PAGE.union]],
  [{ records: [record("year")], name: "甲" }, [PAGE.union]],
  [{ records: [record("year")], union: "north" }, [PAGE.name]],
  [{ records: [record("notice", { title: "a" }), record("studio", { name: "甲" })] }, [PAGE.union]],
  [{ records: [record("year")], studio: "crane" }, []],
  [{ records: [record("notice", { title: "a" })] }, []],
  [{ records: [record("notice"), record("studio")], union: "north", name: "甲" }, [[0, "标题", "请填写“标题”"], [1, "名称", "请填写“名称”"]]],
]) {
  test(`what is wrong with a form: ${JSON.stringify(form)}`, () => {
    const found = modules().LaomoFaults.all({ union: "", studio: "", name: "", ...form }, SCHEMAS);
    assert.deepEqual(plain(found).map(({ at, record, words, message }) => [record < 0 ? at : record, words.join(" › "), message]), expected);
    assert.ok(found.every(({ at, record }) => (record === -1) === Boolean(at)));
  });
}

test("each fault is an entry that leads to its field, and is said there", () => {
  const form = new Form(), { LaomoFaults, LaomoParts } = form.modules(), led = [];
  const faults = [{ record: -1, at: "union", words: ["主管工会"], message: "请选" }, { record: 1, words: ["甲", "乙"], message: "请写" }];
  const entries = LaomoFaults.entries(faults, (n) => `第 ${n} 份`, (fault) => led.push(fault));
  LaomoParts.fill(form.at("faults-list"), entries);
  assert.deepEqual(form.texts("#faults-list li > button"), ["主管工会：请选", "第 1 份 › 甲 › 乙：请写"]);
  entries[1].querySelector("button").click();
  assert.deepEqual(led, [faults[1]]);
  LaomoFaults.tell(form.at("union-field"), "请选");
  LaomoFaults.tell(null, "nobody hears it");
  const told = form.document.querySelector("#union-field > p");
  assert.deepEqual([told.className, told.getAttribute("role"), told.textContent], ["fault", "alert", "请选"]);
  LaomoFaults.clear();
  assert.deepEqual(form.texts(".fault"), []);
});

test("whoever is led to a field finds its folds open and the cursor in it", () => {
  const form = new Form(), { LaomoFaults } = form.modules();
  form.at("form").hidden = false;
  form.at("editor").innerHTML = '<details id="a"><details id="b"><div id="c"><input class="away"><textarea id="d"></textarea></div></details></details><details id="e"></details>';
  form.at("d").focus = function (how) {
    form.window.HTMLElement.prototype.focus.call(this);
    assert.deepEqual(plain(how), { preventScroll: true }, "else the page would jump twice");
  };
  LaomoFaults.focus(form.at("c"));
  assert.deepEqual(form.scrolled, [["c", "center"]]);
  assert.deepEqual([..."abe"].map((id) => form.at(id).open), [true, true, false]);
  assert.equal(form.document.activeElement.id, "d");
  LaomoFaults.focus(form.at("e"));
  LaomoFaults.focus(null);
  assert.deepEqual([form.at("e").open, form.document.activeElement.id], [true, "d"]);
});

test("small pieces: choices, buttons, and a draft with its name, its records and its time", () => {
  const form = new Form(), { LaomoParts } = form.modules(), pressed = [];
  LaomoParts.options(form.at("union"), [["", "（请选择）"], ["north", "北区"]]);
  LaomoParts.options(form.at("union"), [["south", "南区"]]);
  assert.deepEqual([...form.at("union").options].map(({ value, text }) => [value, text]), [["south", "南区"]]);
  const button = LaomoParts.button("按", () => pressed.push(1));
  assert.deepEqual([button.type, button.className, button.textContent], ["button", "", "按"]);
  assert.equal(LaomoParts.button("按", () => {}, "quiet").className, "quiet");
  const draft = (saved, name) => ({ form: { name, records: saved }, when: "昨天" });
  const item = (...given) => LaomoParts.draft(draft(...given), ({ kind }) => kind, () => pressed.push("resume"), () => pressed.push("remove"));
  const words = (...given) => item(...given).firstChild.textContent;
  assert.equal(words([record("year"), record("studio", { name: "甲" })], "乙"), "甲，year、studio，昨天");
  assert.equal(words([record("studio")], "乙"), "乙，studio，昨天");
  assert.equal(words([record("year", { name: "不是" })], ""), "year，昨天");
  const shown = item([record("year")], "乙");
  const buttons = [...shown.querySelectorAll(".buttons > button")];
  assert.deepEqual(buttons.map((each) => [each.textContent, each.className]), [["接着填", ""], ["删除", "quiet"]]);
  buttons.forEach((each) => each.click());
  button.click();
  assert.deepEqual(pressed, ["resume", "remove", 1]);
});
