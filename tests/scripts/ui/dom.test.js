/* Pieces of pages: what they are made of, and what stands where something is missing. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { modules } from "../modules.js";

const { LaomoDom, LaomoCovers, page } = modules("city");
const html = (element) => element.outerHTML;
const CARD = { kind: "成果", title: "题目", leaders: [], sign: "", badge: "", level: "", sample: false };

test("elements, links and buttons", () => {
  assert.equal(html(LaomoDom.part("p", "a b", "x<", LaomoDom.part("b", "", "y"))), '<p class="a b">x&lt;<b>y</b></p>');
  assert.equal(html(LaomoDom.link("/a/", "x")), '<a href="/a/">x</a>');
  const pressed = [];
  const [again, chip] = [LaomoDom.button("x", () => pressed.push(1)), LaomoDom.button("y", () => pressed.push(2), "chip")];
  assert.deepEqual([again, chip].map(html), ['<button class="again" type="button">x</button>', '<button class="chip" type="button">y</button>']);
  [again, chip].forEach((each) => each.click());
  assert.deepEqual(pressed, [1, 2]);
});

test("the sign of its kind, or the first sign that there is", () => {
  page.find("article").innerHTML = '<i data-sign="甲" data-tint="4"><u><q></q></u><s></s></i><i data-sign="乙"><b></b></i>';
  const picture = (more) => html(LaomoCovers.picture({ ...CARD, ...more }, "p"));
  assert.equal(picture({ sign: "乙" }), '<div class="p"><span class="found__sign" data-tint="0" aria-hidden="true"><b></b></span></div>');
  assert.equal(picture({ sign: "丙" }), '<div class="p"><span class="found__sign" data-tint="4" aria-hidden="true"><u><q></q></u><s></s></span></div>');
  assert.equal(page.all("[data-sign] *").length, 4, "the signs stay where they are");
});

for (const [leaders, columns, longest, more, flat] of [
  [["罗海平"], ["罗海平"], 3],
  [["罗海", "钱二海"], ["罗海", "钱二海"], 3],
  [["阿依古丽·买买提"], ["阿依古丽·", "买买提"], 5],
  [["甲一", "乙二", "丙三", "丁四", "戊五"], ["甲一", "乙二", "丙三"], 2, "等5人"],
  [["John Smith"], ["John Smith"], 9, undefined, true],
  [["钱𱍐"], ["钱𱍐"], 2],
  [[], ["岸桥操作"], 4],
]) {
  test(`the names of ${leaders.join("、") || "nobody"}, upright`, () => {
    const cover = LaomoCovers.picture({ ...CARD, kind: "工作室", title: "岸桥操作劳模创新工作室", leaders, sign: "甲" }, "p").firstChild, names = cover.firstChild;
    assert.deepEqual([cover.className, cover.dataset.tint, names.className], ["name-cover", "4", flat ? "names names--flat" : "names"]);
    assert.deepEqual([...names.querySelectorAll("b")].map((each) => each.textContent), columns);
    assert.deepEqual([names.dataset.columns, names.dataset.longest], [String(columns.length), String(longest)]);
    assert.equal(names.querySelector("small")?.textContent, more);
  });
}

test("a figure before and after", () => {
  assert.equal(html(LaomoCovers.change(["用时", "18", "11", "秒"])), '<span class="change"><span class="change__name">用时</span> <b>18<span aria-hidden="true">→</span><span class="unseen">变为</span>11</b><small>秒</small></span>');
  assert.equal(LaomoCovers.change(["用时", "18", "11", ""]).querySelector("small"), null);
});

test("the foot of a card", () => {
  const foot = (more) => html(LaomoDom.foot({ ...CARD, ...more }, "x"));
  assert.equal(foot({}), '<p class="card__foot"><span>x</span></p>');
  assert.equal(foot({ badge: "省级命名", level: "province", sample: true }), '<p class="card__foot"><span>x</span><span class="badge badge--province">省级命名</span><span class="badge badge--sample">示例</span></p>');
});

test("a note is hidden when it says nothing", () => {
  const note = LaomoDom.part("p", "");
  LaomoDom.say(note, "a", LaomoDom.part("b", "", "c"));
  assert.deepEqual([note.innerHTML, note.hidden], ["a<b>c</b>", false]);
  LaomoDom.say(note);
  assert.deepEqual([note.innerHTML, note.hidden], ["", true]);
});
