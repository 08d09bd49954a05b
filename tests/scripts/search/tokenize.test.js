/* Text is folded and cut as the generator cut it, or nothing is found. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { modules } from "../modules.js";
import { plain, truth } from "../page.js";

const { LaomoTokenize } = modules("city");
const { fold, split, pairs, fuzzy, isHan } = LaomoTokenize;

test("every text is cut as the generator cuts it", () => {
  assert.ok(Object.keys(truth.split).length > 30);
  for (const [text, expected] of Object.entries(truth.split)) {
    const found = new Set(split(text).flatMap((run) => (isHan(run) ? pairs(run) : [run])));
    assert.deepEqual([...found].sort(), [...expected].sort(), text);
  }
});

for (const [query, expected] of [
  ["罗海平", ["罗海平"]],
  ["罗海平 防摇", ["罗海平", "防摇"]],
  ["岸桥 岸桥", ["岸桥"]],
  ["岸桥PLC控制", ["岸桥", "plc", "控制"]],
  ["luo hai ping", ["luohaiping", "luo", "hai", "ping"]],
  ["s7 1200", ["s71200", "s7", "1200"]],
  ["luo", ["luo"]],
  ["luo 海", ["luo", "海"]],
  ["müller hans", ["müller", "hans"]],
  ["ZL 2013 1 0123456.2", ["2013101234562", "2013", "1", "01234562"]],
  ["zl2013", ["2013"]],
  ["zl", ["zl"]],
  ["zl2013 zl2014", ["20132014", "2013", "2014"]],
  ["zlx 5", ["zlx5", "zlx", "5"]],
  ["azl2013", ["azl2013"]],
  ["O’Neil", ["oneil"]],
  ["", []],
  ["，。！", []],
]) {
  test(`“${query}” is asked as ${expected.join(" | ") || "nothing"}`, () => assert.deepEqual(plain(split(query)), expected));
}

for (const [text, expected] of [["ＱＣ", "qc"], ["ABC", "abc"], ["買·买", "買买"], ["“零”—停", "零停"], ["2025-01.X", "202501x"], ["a b", "a b"]]) {
  test(`“${text}” is folded to “${expected}”`, () => assert.equal(fold(text), expected));
}

test("pairs overlap, and one character is itself", () => {
  assert.deepEqual(plain(["", "罗", "罗海", "罗海平", "钱𱍐工"].map(pairs)), [[], ["罗"], ["罗海"], ["罗海", "海平"], ["钱𱍐", "𱍐工"]]);
});

test("sounds that people mix up are one", () => {
  const sounds = { zhang: "zan", chen: "cen", shi: "si", liang: "nian", nü: "nu", lv: "nu", yuan: "uan", ping: "pin", zhzh: "zz", zengguo: "zenuo", zenguo: "zenuo" };
  assert.deepEqual(Object.keys(sounds).map(fuzzy), Object.values(sounds));
});

test("a run is Chinese by its first character", () => {
  const runs = { 罗: true, "〇": true, "𱍐": true, 罗a: true, a罗: false, X: false, "1": false, "": false };
  assert.deepEqual(Object.keys(runs).map(isHan), Object.keys(runs).map((run) => runs[run]));
});
