"use strict";
/* 大字屏幕：手指、鼠标指到的，键盘走到的，那一段用大字显示在屏幕下方。读者选了才取这一份。 */
(() => {
  const NAMED = "[aria-label], img[alt], input, select, textarea";
  const SAID = `${NAMED}, a, button, label, summary, h1, h2, h3, h4, p, li, dt, dd, th, td, figcaption, caption, legend`;
  const LONGEST = 160;
  const strip = document.createElement("p");
  strip.className = "large-text";
  strip.setAttribute("aria-hidden", "true"); // 读屏软件已经读了原来的

  /** @param {Element} each */
  const words = (each) => {
    if (each instanceof HTMLImageElement) return each.alt;
    const label = each.getAttribute("aria-label") ?? each.getAttribute("placeholder");
    if (each.matches("input, textarea")) return /** @type {HTMLInputElement} */ (each).value || label || "";
    if (each instanceof HTMLSelectElement) return each.options[each.selectedIndex].text;
    return label ?? /** @type {HTMLElement} */ (each).innerText;
  };

  /** @param {EventTarget | null} at */
  function show(at) {
    const each = at instanceof Element ? at.closest(SAID) : null;
    const said = each ? words(each).trim().replace(/\s+/g, " ") : "";
    if (said) strip.textContent = said.length > LONGEST ? `${said.slice(0, LONGEST)}…` : said;
  }

  /** @param {TouchEvent} event */
  const touched = ({ touches: [finger] }) => show(document.elementFromPoint(finger.clientX, finger.clientY));
  document.addEventListener("mouseover", ({ target }) => show(target));
  document.addEventListener("focusin", ({ target }) => show(target));
  document.addEventListener("touchstart", touched, { passive: true });
  document.addEventListener("touchmove", touched, { passive: true });
  document.body.append(strip);
  show(document.querySelector("h1"));
})();
