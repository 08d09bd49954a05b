/* What a question finds, in which order, and what is said about it. Scores are asserted where an order follows from them. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { called, modules } from "../modules.js";
import { plain } from "../page.js";

const { city, nation } = { city: modules("city").LaomoEngine, nation: modules("nation").LaomoEngine };
const scored = ({ hits }, unit = 1000) => plain(hits).map(({ doc, score }) => [called(doc), Math.round(score * unit) / unit]);
const names = ({ hits }) => plain(hits).map(({ doc }) => called(doc));

for (const [query, expected] of Object.entries({
  // a whole name beats part of one, that a title, that a unit, that a skill, that a facet, that running text
  罗海平: [["gantry", 103], ["shared-name", 103], ["two", 73], ["mentions", 11], ["stories/crane/", 9]],
  海平: [["two", 73], ["gantry", 73], ["ship", 73], ["shared-name", 73], ["mentions", 11], ["stories/crane/", 9]],
  // somebody is called so: nothing is added to what holds the word, see 谁会岸桥 below
  岸桥: [["name-is-all", 73], ["crane", 63], ["gantry", 63], ["2018-01", 60], ["2015-02", 60], ["mentions", 11], ["ship", 11], ["stories/crane/", 9]],
  屿澜: [["gantry", 48], ["ship", 48]],
  港口航运: [["crane", 38], ["gantry", 38], ["ship", 38]],
  省级: [["gantry", 0]],
  全国: [["nurses", 33]],
  练功: [["gantry", 63]],
  "钱𱍐": [["rare", 103]],
  "钱𱍑": [["rarer", 103]],
  "买买提·艾力": [["uighur", 103]],
  古丽努尔: [["nurses", 103]],
  // a heading of an article, its title, its text
  一夜北风: [["stories/crane/", 51]],
  哪些能公开: [["help/privacy/", 400]],
  个人: [["help/privacy/", 9]],
  // one character: alone in the text, or at the beginning of a word
  罗: [["two", 73], ["gantry", 73], ["shared-name", 73], ["mentions", 6.2], ["stories/crane/", 4.2]],
  // letters: whole words, and beginnings of at least two
  lhp: [["gantry", 103], ["ship", 103], ["shared-name", 103]],
  haiping: [["gantry", 103], ["ship", 103], ["shared-name", 103]],
  luohai: [["two", 103], ["gantry", 73], ["shared-name", 73]],
  lu: [["two", 73], ["gantry", 73], ["shared-name", 73]],
  l: [],
  q: [],
  plc: [["mentions", 11]],
  "plc s7": [["mentions", 16.6]],
  // numbers, without the letters, in part, with spaces
  "ZL 2013 1 0123456.2": [["2018-01", 50], ["gantry", 20.5]],
  "2013 1 0123456": [["2018-01", 45], ["gantry", 18.75]],
  "〔2013〕6号": [["policies/2013-6/", 181]],
  "2013 6号": [["policies/2013-6/", 181]],
  "〔2013〕16号": [["policies/2013-16/", 181]],
  "厦工办〔2013〕6号": [["policies/2013-6/", 400]],
  // several words: all of them, by a studio and its achievements together
  "罗海平 防摇": [["no-sway", 130], ["gantry", 124]],
  "岸桥 屿澜": [["gantry", 133], ["ship", 104.5], ["2018-01", 91.5], ["2015-02", 91.5]],
  "南区 岸桥": [["ship", 89.5]],
  防摇: [["anti-sway", 60], ["no-sway", 60], ["crane", 24], ["gantry", 24]],
  先进操作法: [["anti-sway", 0], ["no-sway", 0]],
  提前收速: [["gantry", 11], ["anti-sway", 8]],
  南区工会: [["south", 64]],
  // pairs that meet in no field are no hit
  罗海平岸桥: [["gantry", 63]],
  "luo hai ping": [["gantry", 103], ["shared-name", 103]],
  "鼍鼍": [],
  "": [],
})) {
  test(`“${query}” finds ${expected.map(([id]) => id).join(", ") || "nothing"}`, async () => {
    const found = await city.search(query);
    assert.deepEqual(scored(found).slice(0, query === "南区工会" ? 1 : undefined), expected);
    assert.deepEqual([...found.notes], []);
  });
}

for (const [query, notes, first] of [
  ["罗海萍", ["没有“罗海萍”，下面是读音或写法相近的。"], [["gantry", 83], ["shared-name", 83], ["two", 22]]],
  ["萝海平", ["没有“萝海平”，下面是读音或写法相近的。"], [["gantry", 83], ["shared-name", 83], ["two", 19], ["ship", 19]]],
  ["古利努尔", ["没有“古利努尔”，下面是读音或写法相近的。"], [["nurses", 83]]],
  ["骆海", ["没有“骆海”，下面是读音或写法相近的。"], [["two", 83]]],
  ["曾郭良", ["没有“曾郭良”，下面是读音或写法相近的。"], [["markup", 83]]],
  ["zenguoliang", ["没有“zenguoliang”，下面是读音相近的。"], [["markup", 83]]],
  ["古丽怒儿", ["没有“古丽怒儿”，下面是读音或写法相近的。"], [["nurses", 83]]],
  ["nuohaiping", ["没有“nuohaiping”，下面是读音相近的。"], [["gantry", 83], ["shared-name", 83]]],
  ["尉迟海萍", ["没有完全包含“尉迟海萍”的，下面是最接近的。"], [["two", 44]]],
  ["孙吊装", [], null],
  ["岸桥岸桥", [], null],
  // a word is let go, and the note says which; a number is not
  ["岸桥 鼍鼍", ["没有同时含“岸桥”“鼍鼍”的，以下不含“鼍鼍”。"], [["name-is-all", 98], ["crane", 88], ["gantry", 88], ["2018-01", 60], ["2015-02", 60], ["mentions", 82], ["ship", 60], ["stories/crane/", 9]]],
  ["罗海平 护理", ["没有同时含“罗海平”“护理”的，以下不含“护理”。"], [["gantry", 103], ["shared-name", 103], ["two", 73], ["mentions", 11], ["stories/crane/", 9]]],
  ["岸桥 护理 防摇", ["没有同时含“岸桥”“护理”“防摇”的，以下不含“护理”。"], null],
  ["岸桥 987654", ["没有号码“987654”。"], []],
  ["罗海平 987654 护理", ["没有号码“987654”。"], []],
  // question words are not asked for; what only stands in a text is joined by what has a like name
  ["请问谁会修岸桥？", [], null],
  ["哪里有岸桥的师傅吗", [], null],
  ["谁会岸桥？", [], [["name-is-all", 105], ["crane", 95], ["gantry", 95], ["mentions", 89], ["2018-01", 67], ["2015-02", 67], ["ship", 66], ["stories/crane/", 9]]],
  ["细纱机", ["“细纱机”只在正文里提到，后面是名称相近的。"], [["spinning", 11], ["rarer", 0]]],
  ["的 吗 呢", ["“的 吗 呢”里没有可以查找的词，请写上要找的人、工种或单位。"], []],
  // a place with a facility, a surname, signs that nobody sees; what nothing holds is said
  ["火星焊接", ["没有“火星”，下面是“焊接”的。"], [["weld", 97], ["latin", 97]]],
  ["火星港", ["没有“火星”，下面是“港”的。"], null],
  ["焊缝裂", [], null],
  ["姓罗的岸桥", [], null],
  ["\u202e岸\u200b桥\u0000", [], [["name-is-all", 73], ["crane", 63], ["gantry", 63], ["2018-01", 60], ["2015-02", 60], ["mentions", 11], ["ship", 11], ["stories/crane/", 9]]],
  // conditions in words
  ["2012年命名", [], [["two", 0], ["gantry", 0]]],
  ["2012年命名的工作室有哪些？", [], [["two", 0], ["gantry", 0]]],
  ["2018 专利", [], [["2018-01", 0]]],
  ["近十年的岸桥成果", [], null],
  ["国家级工作室", [], [["nurses", 0]]],
  ["2031年命名", ["没有符合“2031”的工作室。"], []],
  ["2031年 岸桥", ["没有符合“2031”的，下面的不限这个条件。"], null],
  ["𱍐", ["没有完全包含“𱍐”的，下面是最接近的。"], [["rare", 40]]],
  ["xyzzy", [], []],
]) {
  test(`“${query}” is answered by what is like it`, async () => {
    const found = await city.search(query);
    assert.deepEqual([...found.notes], notes);
    if (first) assert.deepEqual(scored(found, 1), first);
    else assert.ok(found.hits.length > 0);
  });
}

test("a character of somebody's name is no problem", async () => {
  assert.ok(names(await city.search("吊具老摇")).includes("no-sway"));
  for (const query of ["陆之摇工作室在哪", "陆摇的事迹"]) assert.ok(!names(await city.search(query)).includes("no-sway"), query);
});

test("what nearly all say is left out of a question, or asks for more", async () => {
  const alone = await nation.search("创新"), together = await nation.search("创新 岸桥"), two = await nation.search("创新 群星 岸桥");
  assert.deepEqual([...alone.notes], ["“创新”几乎处处都有，请再加一个词，或按条件筛选。"]);
  assert.deepEqual(names(alone), names({ hits: await nation.everything() }));
  assert.deepEqual([...together.notes], ["“创新”几乎处处都有，已略去。"]);
  assert.deepEqual(scored(together), scored(await city.search("岸桥")));
  assert.deepEqual([...together.runs], ["岸桥"]);
  assert.deepEqual([...two.notes], ["“创新”“群星”几乎处处都有，已略去。"]);
});

test("a nation's index answers as a city's does", async () => {
  for (const query of ["罗海平", "海平", "岸桥", "lhp", "罗海萍", "罗海平 防摇", "〔2013〕6号", "罗", "买买提·艾力"]) assert.deepEqual(scored(await nation.search(query)), scored(await city.search(query)), query);
});

test("a pair that nearly all running texts hold counts beside a rarer one, and where it is more than text", async () => {
  assert.deepEqual(scored(await nation.search("细纱")), [["rarer", 63]]);
    assert.deepEqual(scored(await nation.search("细纱机"))[0], ["spinning", 11]);
  assert.deepEqual(scored(await nation.search("细纱练习")), [["rarer", 63]]);
  const only = await nation.search("接头又快");
  assert.deepEqual([...only.notes], ["“接头又快”几乎处处都有，请再加一个词，或按条件筛选。"]);
});

test("a question is cut after 48 characters, and that is said", async () => {
  const just = await city.search("岸桥".padEnd(48, " 岸桥")), long = await city.search("岸桥".repeat(25));
  assert.deepEqual([...just.notes], []);
  assert.equal(long.notes[0], "问句太长，只用了前 48 个字。");
  assert.deepEqual([...long.runs], ["岸桥".repeat(24)]);
  const signs = await city.search(`${" ".repeat(60)}${"𱍐".repeat(48)}`);
  assert.ok(!signs.notes.includes("问句太长，只用了前 48 个字。"));
});

test("a name in letters is one word first, then its parts", async () => {
  assert.deepEqual([...(await city.search("luo hai ping")).runs], ["luohaiping"]);
  const parts = await city.search("plc s7");
  assert.deepEqual([...parts.runs], ["plc", "s7"]);
  assert.deepEqual([...(await city.search("john smith")).runs], ["johnsmith"]);
});

test("everything: all studios, then all achievements", async () => {
  const all = names({ hits: await city.everything() });
  assert.equal(all.length, 52 + 8);
  assert.deepEqual([all.indexOf("gantry") < 52, all.indexOf("no-sway") >= 52], [true, true]);
});

test("with the card at hand: whose title is the question comes first, pairs that lie apart come last", async () => {
  const settle = async (query, id, title, words = title) => {
    const found = await city.search(query);
    return city.settle(found, found.hits.find(({ doc }) => called(doc) === id).doc, title, words);
  };
  assert.equal(await settle("岸桥", "name-is-all", "岸桥"), 40);
  assert.equal(await settle("罗海 测量", "two", "罗海·测量"), 40);
  assert.equal(await settle("岸桥", "2018-01", "岸桥电缆护套"), 2);
  assert.equal(await settle("岸桥", "gantry", "罗海平岸桥劳模创新工作室"), 0);
  assert.equal(await settle("岸桥", "gantry", "罗海平", "罗海平，岸边的桥"), -200);
  assert.equal(await settle("岸桥", "mentions", "吊装创新工作室"), 0);
  assert.equal(await settle("罗海平", "gantry", "岸", "岸"), 0);
  assert.equal(await settle("plc", "mentions", "吊装"), 0);
  assert.equal(await settle("岸桥 鼍鼍", "gantry", "罗海平"), 0);
  assert.equal(await settle("港口航运", "gantry", "罗海平"), 0);
});
