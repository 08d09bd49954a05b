// 分享一排：没有脚本时都是普通的链接；有脚本，再添上复制、系统分享和打印的按钮。
"use strict";

/** @param {string} selector @param {(button: HTMLElement) => void} act */
const offer = (selector, act) => {
  for (const button of document.querySelectorAll(selector)) {
    if (!(button instanceof HTMLElement)) continue;
    button.hidden = false;
    button.addEventListener("click", () => act(button));
  }
};

/** The address to hand on: the canonical one where the site has one. @returns {string} */
const address = () => {
  const link = document.querySelector("link[rel=canonical]");
  return link instanceof HTMLLinkElement ? link.href : location.href.split("#")[0];
};

/** @param {HTMLElement} button @param {string} words */
const say = (button, words) => {
  const label = button.querySelector("span") ?? button;
  const before = label.textContent;
  label.textContent = words;
  setTimeout(() => { label.textContent = before; }, 2000);
};

offer("[data-print]", () => window.print());

if (navigator.clipboard) {
  offer("[data-copy]", async (button) => {
    try {
      await navigator.clipboard.writeText(button.dataset.copy || address());
      say(button, "已复制");
    } catch {
      say(button, "没有复制成，请手动复制");
    }
  });
}

// 没有剪贴板可用（网页不是 https、浏览器不许）时，也已经替读者选好了。
offer("[data-copy-from]", async (button) => {
  const area = document.getElementById(button.dataset.copyFrom ?? "");
  if (!(area instanceof HTMLTextAreaElement)) return;
  area.select();
  try {
    await navigator.clipboard.writeText(area.value);
    say(button, "已复制");
  } catch {
    say(button, "已选中，请按 Ctrl+C");
  }
});

if (typeof navigator.share === "function") {
  offer("[data-share]", async () => {
    try {
      await navigator.share({ title: document.title, url: address() });
    } catch { /* the reader changed their mind */ }
  });
}
