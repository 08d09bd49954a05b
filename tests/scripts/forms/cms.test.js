/* The CMS's own reading and writing of records, its language, and how it is started. That it works with all this is tried in a browser. */

import assert from "node:assert/strict";
import fs from "node:fs";
import { test } from "node:test";
import vm from "node:vm";
import { fixture } from "../page.js";

const { fromFile, toFile } = await import(fixture("cms/format.js"));
const words = (length) => "字".repeat(length);

for (const [text, record] of [
  ["a: 007\nb: 是\nc: 2013-06-01\nd: null\ne: ~\nf: true\ng: 1.50\n", { a: "007", b: "是", c: "2013-06-01", d: "null", e: "~", f: "true", g: "1.50" }],
  ["a:\nb: [x, {c: y}]\n", { a: "", b: ["x", { c: "y" }] }],
  ["a: >\n  x\n  y\n", { a: "x y\n" }],
  ["- a\n- b\n", {}], ["x\n", {}], ["", {}], ["# 说明\n", {}],
]) {
  test(`a record is read: ${JSON.stringify(text)}`, () => assert.deepEqual(fromFile(text), { ...record, "(原文)": text }));
}

test("what is no YAML is refused with the first that is wrong", () => {
  for (const [text, code, line] of [["a: 1\na: 2\n", "DUPLICATE_KEY", 2], ["a: }\nb: ]\n", "UNEXPECTED_TOKEN", 1], ["a: [\n", "BAD_INDENT", 2]]) {
    assert.throws(() => fromFile(text), (error) => error.code === code && error.linePos[0].line === line, text);
  }
});

for (const [record, text] of [
  [{}, "{}\n"],
  [{ a: "1", b: ["x", "y"], c: [{ n: "1" }], d: { e: "f" }, g: "一\n二" }, "a: 1\nb: [x, y]\nc:\n  - n: 1\nd:\n  e: f\ng: |\n  一\n  二\n"],
  [{ a: 5, b: true, c: 0, d: "  ", e: ["", null, "x"], f: null, g: [], h: { i: "" } }, "a: 5\nb: true\nc: 0\ne: [x]\n"],
  [{ a: `${words(100)} ${words(50)}` }, `a: ${words(100)} ${words(50)}\n`],
  [{ a: [words(72)] }, `a: [${words(72)}]\n`],
  [{ a: [words(73)] }, `a:\n  - ${words(73)}\n`],
  [{ a: [words(35), words(35)] }, `a: [${words(35)}, ${words(35)}]\n`],
  [{ a: [words(35), words(36)] }, `a:\n  - ${words(35)}\n  - ${words(36)}\n`],
  [{ a: ["x\ny", "z"] }, "a:\n  - |\n    x\n    y\n  - z\n"],
  [{ a: ["x", { b: "y" }] }, "a:\n  - x\n  - b: y\n"],
  [{ a: "NULL", b: "~x", c: "nullx", d: "x~", e: "x  ", f: "xnull", g: "~" }, 'a: "NULL"\nb: "~x"\nc: nullx\nd: x~\ne: x\nf: xnull\ng: "~"\n'],
]) {
  test(`a new record is written: ${JSON.stringify(text.slice(0, 40))}`, () => {
    assert.equal(toFile(record), text);
    assert.equal(toFile({ ...record, "(原文)": "" }), text);
  });
}

const LIST = "a:\n  - 1 # a\n  - 2 # b\n  - 3 # c\n";
for (const [before, change, after] of [
  // lists lie as deep as they lay, whatever looks like a flush one
  ["a:\n  # note:\n  - x\nb: 1\n", { b: "2" }, "a:\n  # note:\n  - x\nb: 2\n"],
  ["a:\n  - b:\n  - c: 1\nd: 2\n", { d: "3" }, "a:\n  - b:\n  - c: 1\nd: 3\n"],
  ["a: # c\n- x\nb: 1\n", { b: "2" }, "a:\n# c\n- x\nb: 2\n"],
  ["a: #\n- x\nb: 1\n", { b: "2" }, "a:\n#\n- x\nb: 2\n"],
  ["a: #  x:\n  - y\nb: 1\n", { b: "2" }, "a:\n  #  x:\n  - y\nb: 2\n"],
  ["name:\n- x\nb: 1\n", { b: "2" }, "name:\n- x\nb: 2\n"],
  ["a:   \n- x\nb: 1\n", { b: "2" }, "a:   \n- x\nb: 2\n"],
  ["a:\n  b:\n  - x\nc: 1\n", { c: "2" }, "a:\n  b:\n  - x\nc: 2\n"],
  ["a:\n  - x\nb: 1\n", { b: "2" }, "a:\n  - x\nb: 2\n"],
  ["a:\n- x\nb:\n  - y\nc: 1\n", { c: "2" }, "a:\n- x\nb:\n  - y\nc: 2\n"],
  // spaces stay where a line says the same, but never against the text
  ["a: 1   # x\n\nb: 2   # y\n", { b: "3" }, "a: 1   # x\n\nb: 3 # y\n"],
  ["a: 1\n   \nb: 2\nc: 3   # z\n", { b: "3" }, "a: 1\n\nb: 3\nc: 3   # z\n"],
  ["a: 1  # x\nb:\n  a: 1    # x\nc: 1\n", { c: "2" }, "a: 1  # x\nb:\n  a: 1    # x\nc: 2\n"],
  ["a: |\n  一  二\n  三\nb: 1\n", { a: "一 二\n四" }, "a: |\n  一 二\n  四\nb: 1\n"],
  ["a: [ x, y ]\nb: 1\n", { b: "2" }, "a: [x, y]\nb: 2\n"],
  [`a: ${words(60)} ${words(60)}\nb: 1\n`, { b: "2" }, `a: ${words(60)} ${words(60)}\nb: 2\n`],
  // rather lose what YAML can say besides than a value
  ["a: &x 1\nb: *x\n", { a: "2" }, "a: &x 2\nb: 1\n"],
  // fields: gone, new ones in their order, empty ones as they were
  ["a: 1 # x\nb: 2 # y\n", { a: undefined }, "b: 2 # y\n"],
  ["a: 1\nb: # nothing\nc: []\nd: {}\n", { a: "2" }, "a: 2\nb: # nothing\nc: []\nd: {}\n"],
  ["b: 2\na: 1\n", { c: "3" }, "b: 2\na: 1\nc: 3\n"],
  ["a: {b: 1, c: 2} # x\nd: 1\n", { a: { b: "1" } }, "a: {b: 1} # x\nd: 1\n"],
  ["a: {b: 1}\n", { a: { b: "1", c: "2" } }, "a: {b: 1, c: 2}\n"],
  ["a: {b: 1, c: 2}\n", { a: { c: "3", b: "1" } }, "a: {b: 1, c: 3}\n"],
  ["a: {b: 1, d: 2}\n", { a: { b: "1", c: "3", d: "2" } }, "a: {b: 1, c: 3, d: 2}\n"],
  ["a: {b: 1}\n", { a: { z: "3", b: "1" } }, "a: {z: 3, b: 1}\n"],
  // lists: what is put in or taken out leaves the others with their comments
  [LIST, { a: ["1", "3"] }, "a:\n  - 1 # a\n  - 3 # c\n"],
  [LIST, { a: ["1", "9", "3"] }, "a:\n  - 1 # a\n  - 9 # b\n  - 3 # c\n"],
  [LIST, { a: ["1", "2", "9", "3"] }, "a:\n  - 1 # a\n  - 2 # b\n  - 9\n  - 3 # c\n"],
  [LIST, { a: ["0", "1", "2", "3"] }, "a:\n  - 0\n  - 1 # a\n  - 2 # b\n  - 3 # c\n"],
  [LIST, { a: ["1", "2", "3", "4"] }, "a:\n  - 1 # a\n  - 2 # b\n  - 3 # c\n  - 4\n"],
  [LIST, { a: ["7", "8"] }, "a:\n  - 7 # a\n  - 8 # b\n"],
  [LIST, { a: ["2", "3"] }, "a:\n  - 2 # b\n  - 3 # c\n"],
  [LIST, { a: ["1", "2"] }, "a:\n  - 1 # a\n  - 2 # b\n"],
  ["a:\n  - x # 1\n  - x # 2\n", { a: ["x"] }, "a:\n  - x # 1\n"],
  ["a:\n  - x # 1\n", { a: ["x", "x"] }, "a:\n  - x # 1\n  - x\n"],
  ["a:\n  - {b: 1, c: 2} # x\n  - {b: 3}\n", { a: [{ b: "1", c: "4" }, { b: "3" }] }, "a:\n  - {b: 1, c: 4} # x\n  - {b: 3}\n"],
  // values: of another kind, in the same quotes, on one line or several
  ["a: 1 # x\nb: [x]\nc: {d: e}\n", { a: { b: "2" }, b: "y", c: ["z"] }, "a:\n  b: 2\nb: y\nc: [z]\n"],
  ["a: 'x'\nb: \"y\"\n", { a: "z", b: "w" }, "a: 'z'\nb: \"w\"\n"],
  ["a: >\n  x\n  y\n", { a: "z" }, "a: z\n"],
  ["a: |\n  x\n  y\n", { a: "z" }, "a: z\n"],
  ["a: >\n  x\n\n  y\n", { a: "z\nw" }, "a: |\n  z\n  w\n"],
  ["a: x\n", { a: "x\ny  \n\n" }, "a: |\n  x\n  y\n"],
  ["a: |\n  x\n  y\nb: 1\n", { a: "x\ny", b: "2" }, "a: |\n  x\n  y\nb: 2\n"],
  ["a: |+\n  x\n  y\n\nb: 1\n", { b: "2" }, "a: |+\n  x\n  y\n\nb: 2\n"],
  ["a: x\n", { a: "null" }, 'a: "null"\n'],
]) {
  test(`only what was changed is written anew: ${JSON.stringify(before.slice(0, 40))} with ${JSON.stringify(change).slice(0, 40)}`, () => {
    assert.equal(toFile({ ...fromFile(before), ...change }), after);
  });
}

test("what is not changed is written as it was read", () => {
  for (const text of ["a:   1 # x\n\nb:\n- x\n", "a: 'x'\n", "a: {b: 1,   c: 2}\n"]) assert.equal(toFile(fromFile(text)), text);
});

const PREFERENCES = "sveltia-cms.prefs";
const remembering = (stored) => {
  const kept = new Map(stored === undefined ? [] : [[PREFERENCES, stored]]);
  return { kept, getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) };
};

for (const [stored, left] of [
  [undefined, '{"locale":"zh-CN"}'],
  ['{"theme":"dark"}', '{"theme":"dark","locale":"zh-CN"}'],
  ['{"locale":"ja-JP","theme":"dark"}', '{"locale":"zh-CN","theme":"dark"}'],
  ['{ "locale": "en-US" }', '{ "locale": "en-US" }'],
  ['{ "locale": "zh-CN" }', '{ "locale": "zh-CN" }'],
  ["{", "{"],
]) {
  test(`the CMS speaks Chinese, or what its reader chose of two languages: ${stored}`, () => {
    const localStorage = remembering(stored);
    vm.runInNewContext(fs.readFileSync(fixture("cms/language.js"), "utf8"), { localStorage });
    assert.deepEqual([...localStorage.kept], [[PREFERENCES, left]]);
  });
}

test("a browser that keeps nothing does not hinder the CMS", () => {
  vm.runInNewContext(fs.readFileSync(fixture("cms/language.js"), "utf8"), { get localStorage() { throw new Error("SecurityError"); } });
});

test("the CMS knows its language before it begins, then our format, then it starts", async () => {
  globalThis.localStorage = remembering();
  try {
    await import(fixture("cms/start.js"));
    const { default: cms } = await import(fixture("cms/sveltia/npm/index.js"));
    assert.deepEqual(cms.told, ['{"locale":"zh-CN"}', ["laomo", "yml", { fromFile, toFile }], "started"]);
  } finally {
    delete globalThis.localStorage;
  }
});
