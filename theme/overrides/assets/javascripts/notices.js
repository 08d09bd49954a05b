// 公示是不是还开着，照读者的这一天说：网页生成以后，日子还在往前走。起止日期就在网页里，什么也不取。
"use strict";

{
  const CHINA = 8 * 60 * 60 * 1000;
  const today = new Date(Date.now() + CHINA).toISOString().slice(0, 10);
  for (const badge of document.querySelectorAll("[data-open]")) {
    const [first, last] = (badge.getAttribute("data-open") ?? "").split(" ");
    if (!last) continue;
    const over = today > last;
    badge.textContent = today < first ? "未开始" : over ? "已结束" : "公示中";
    badge.classList.toggle("badge--over", over);
  }
}
