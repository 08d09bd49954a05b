/* A 公示 opens and closes by the reader's day, in China's time, whatever the page said when it was made. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { open } from "./page.js";

const BADGE = '<span class="badge" data-open="2026-04-08 2026-04-15">公示中</span><span class="badge badge--over" data-open="">通知</span>';

for (const [moment, state] of [
  ["2026-04-07T15:59:59Z", "未开始"],
  ["2026-04-07T16:00:00Z", "公示中"],
  ["2026-04-15T15:59:59Z", "公示中"],
  ["2026-04-15T16:00:00Z", "已结束"],
]) {
  test(`at ${moment} it says ${state}, and asks for nothing`, async () => {
    const page = await open("studios/crane/", { scripts: ["assets/javascripts/notices.js"], before: (page) => {
      page.find("article").innerHTML = BADGE;
      page.window.Date = class extends Date { static now = () => Date.parse(moment); };
    } });
    assert.deepEqual(page.texts("[data-open]"), [state, "通知"]);
    assert.equal(page.find("[data-open]").classList.contains("badge--over"), state === "已结束");
    assert.deepEqual(page.sent.filter((each) => /notice/.test(each)), []);
  });
}
