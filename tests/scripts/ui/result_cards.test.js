/* What a card says, of each kind of document, online and in the offline edition. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { modules, numbered } from "../modules.js";
import { plain } from "../page.js";

const online = modules("city"), nation = modules("nation"), offline = modules("city", { offline: true });
const base = "https://showcase.test/", folder = "file:///media/stick/exhibition/";
const NOTHING = { kind: "", url: "", title: "", over: "", text: "", foot: "", badge: "", level: "", sign: "", leaders: [], sample: false, cells: [], change: [], home: "", breaks: "" };

const CARDS = {
  gantry: {
    kind: "工作室", url: `${base}studios/gantry/`, title: "罗海平岸桥劳模创新工作室", breaks: "3222", over: "北区工会 · 港口航运", text: "一钩一钩省下来",
    foot: "领衔人 罗海平 · 屿澜港务 · 曾用名、前任：岸桥练功房", badge: "省级命名", level: "province", sign: "港口航运", leaders: ["罗海平"], change: ["单箱时间", "2.8", "2.1", "分钟"],
    cells: ["罗海平", "屿澜港务", "北区工会", "港口航运", "省级命名", 2012],
  },
  two: {
    kind: "工作室", url: `${base}studios/two/`, title: "罗海测量职工创新工作室", breaks: "2222", over: "南区工会 · 建筑工程",
    foot: "领衔人 罗海、钱二海 · 沧海测绘 · 曾用名、前任：尉迟海平", badge: "市级命名", level: "city", sign: "建筑工程", leaders: ["罗海", "钱二海"], change: ["测一断面", "40", "15", "分钟"],
    cells: ["罗海、钱二海", "沧海测绘", "南区工会", "建筑工程", "市级命名", 2012],
  },
  markup: {
    kind: "工作室", url: `${base}studios/markup/`, title: "喷涂班组创新工作室", breaks: "222", over: "北区工会", text: "<script>alert(1)</script>喷得匀",
    foot: "领衔人 曾国良 · 群星喷涂厂", leaders: ["曾国良"], sample: true, cells: ["曾国良", "群星喷涂厂", "北区工会", "", "", ""],
  },
  crane: { kind: "工作室", sample: true },
  "no-sway": {
    kind: "成果", url: `${base}studios/gantry/2015/#achievement-no-sway`, title: "吊具防摇操作法", breaks: "22", over: "2015年 · 先进操作法",
    text: "单箱时间：2.8 → 2.1分钟", foot: "罗海平岸桥劳模创新工作室", sign: "先进操作法", change: ["单箱时间", "2.8", "2.1", "分钟"],
    home: `${base}studios/gantry/`, cells: ["先进操作法", 2015, "罗海平岸桥劳模创新工作室", "单箱时间：2.8 → 2.1分钟"],
  },
  "2015-02": {
    kind: "成果", url: `${base}studios/gantry/2015/#achievement-2015-02`, title: "岸桥钢丝绳点检卡", breaks: "23", over: "2015年 · 五小成果", text: "少停机。",
    foot: "罗海平岸桥劳模创新工作室", sign: "五小成果", home: `${base}studios/gantry/`, cells: ["五小成果", 2015, "罗海平岸桥劳模创新工作室", ""],
  },
  "2018-01": {
    kind: "成果", url: `${base}studios/gantry/2018/#achievement-2018-01`, title: "岸桥电缆护套", breaks: "22", over: "2018年 · 发明专利",
    foot: "罗海平岸桥劳模创新工作室", sign: "发明专利", home: `${base}studios/gantry/`, cells: ["发明专利", 2018, "罗海平岸桥劳模创新工作室", ""],
  },
  "anti-sway": { kind: "成果", url: `${base}studios/crane/anti-sway/`, sample: true },
  city: { kind: "工会", url: `${base}unions/city/`, title: "示例市总工会", breaks: "3", over: "市总工会", text: "3 家工作室", sign: "工会" },
  "policies/2013-6/": { kind: "政策", url: `${base}policies/2013-6/`, title: "厦工办〔2013〕6号", text: "关于创建的通知", sign: "故事" },
  "stories/crane/": { kind: "故事", url: `${base}stories/crane/`, title: "吊具不再荡秋千" },
  "spirit/": { kind: "劳模精神" },
  "help/privacy/": { kind: "帮助" },
  "about/": { kind: "关于", text: "劳模的手艺" },
  "news/": { kind: "本馆", title: "一条 <i>消息</i>" },
};
const WHOLE = ["gantry", "two", "markup", "no-sway", "2015-02", "2018-01", "city", "policies/2013-6/"];

for (const [id, expected] of Object.entries(CARDS)) {
  test(`the card of ${id}, from a city's index and from a nation's`, async () => {
    const card = plain(await online.LaomoResultCards.of(numbered(id)));
    const whole = WHOLE.includes(id) ? { ...NOTHING, ...expected, words: [card.title, card.over, card.text, card.foot].join("\n") } : { ...card, ...expected };
    assert.deepEqual(card, whole);
    assert.deepEqual(plain(await nation.LaomoResultCards.of(numbered(id))), card);
  });
}

test("a union without studios says nothing of their number", async () => {
  const { title, text } = await online.LaomoResultCards.of(numbered("west"));
  assert.deepEqual([title, text], ["西区工会", ""]);
});

test("the card of people: those who are called so, else all", async () => {
  const of = async (called) => plain(await online.LaomoResultCards.of(numbered("two"), called));
  const expected = { ...NOTHING, kind: "人物", url: `${base}studios/two/#leaders`, over: "领衔人", text: "罗海测量职工创新工作室", foot: "沧海测绘", sign: "建筑工程" };
  const card = (title) => ({ ...expected, title, leaders: title.split("、"), words: `${title}\n领衔人\n罗海测量职工创新工作室\n沧海测绘` });
  assert.deepEqual(await of((name) => name.includes("罗")), card("罗海"));
  assert.deepEqual(await of(() => true), card("罗海、钱二海"));
  assert.deepEqual(await of(() => false), card("罗海、钱二海"));
});

for (const [id, url] of Object.entries({
  gantry: "studios/gantry/index.html",
  "no-sway": "studios/gantry/2015/index.html#achievement-no-sway",
  "anti-sway": "studios/crane/anti-sway/index.html",
  city: "unions/city/index.html",
  "about/": "about/index.html",
})) {
  test(`offline, ${id} is a file: ${url}`, async () => assert.equal((await offline.LaomoResultCards.of(numbered(id))).url, folder + url));
}

test("offline, people and the studio of an achievement are files too", async () => {
  const { LaomoResultCards } = offline;
  assert.equal((await LaomoResultCards.of(numbered("two"), () => true)).url, `${folder}studios/two/index.html#leaders`);
  assert.equal((await LaomoResultCards.of(numbered("no-sway"))).home, `${folder}studios/gantry/index.html`);
});
