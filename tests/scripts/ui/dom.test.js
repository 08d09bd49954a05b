/* Pieces of pages: what they are made of, and what stands where something is missing. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { modules } from "../modules.js";

const { LaomoDom, page } = modules("city");
const html = (element) => element.outerHTML;
const CARD = { kind: "成果", picture: "", sign: "", scene: 3, badge: "", level: "", sample: false };

test("elements, links and buttons", () => {
  assert.equal(html(LaomoDom.part("p", "a b", "x<", LaomoDom.part("b", "", "y"))), '<p class="a b">x&lt;<b>y</b></p>');
  assert.equal(html(LaomoDom.link("/a/", "x")), '<a href="/a/">x</a>');
  const pressed = [];
  const [again, chip] = [LaomoDom.button("x", () => pressed.push(1)), LaomoDom.button("y", () => pressed.push(2), "chip")];
  assert.deepEqual([again, chip].map(html), ['<button class="again" type="button">x</button>', '<button class="chip" type="button">y</button>']);
  [again, chip].forEach((each) => each.click());
  assert.deepEqual(pressed, [1, 2]);
});

test("a picture, or the sign of its kind, or the first sign that there is", () => {
  page.find("article").innerHTML = '<i data-sign="甲" data-tint="4"><u><q></q></u><s></s></i><i data-sign="乙"><b></b></i>';
  const picture = (more) => html(LaomoDom.picture({ ...CARD, ...more }, "p"));
  assert.equal(picture({ picture: "/a.webp", sign: "甲" }), '<div class="p"><img src="/a.webp" alt="" loading="lazy" width="640" height="360"></div>');
  assert.equal(picture({ sign: "乙" }), '<div class="p"><span class="found__sign" data-tint="0" data-scene="3"><b></b></span></div>');
  assert.equal(picture({ sign: "丙", kind: "工作室" }), '<div class="p"><span class="drawn-cover" data-tint="4" data-scene="3"><u><q></q></u><s></s></span></div>');
  assert.equal(page.all("[data-sign] *").length, 4, "the signs stay where they are");
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
