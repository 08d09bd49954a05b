// 分享一排：没有脚本时都是普通的链接；有脚本，再添上复制、系统分享和打印三个按钮。
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

if (typeof navigator.share === "function") {
  offer("[data-share]", async () => {
    try {
      await navigator.share({ title: document.title, url: address() });
    } catch { /* the reader changed their mind */ }
  });
}
