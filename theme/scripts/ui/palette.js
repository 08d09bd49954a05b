"use strict";
/* 明暗的按钮；选好的记在浏览器里，reading.js 下次先用上。Material 的脚本在的网页（有 __config）由它管。 */
(() => {
  const options = [.../** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll("[name=__palette]"))];
  if (!options.length || document.getElementById("__config")) return;
  const scheme = "data-md-color-scheme";

  /** The button of an option names the other one. @param {string | null} name */
  const show = (name) => {
    for (const option of options) {
      const button = option.nextElementSibling;
      if (button instanceof HTMLLabelElement) button.hidden = option.getAttribute(scheme) !== name;
    }
  };

  options.forEach((option, n) => {
    option.addEventListener("change", () => {
      for (const name of ["media", "scheme", "primary", "accent"]) {
        document.body.setAttribute(`data-md-color-${name}`, option.getAttribute(`data-md-color-${name}`) ?? "");
      }
      show(option.getAttribute(scheme));
      try {
        localStorage.setItem("laomo-palette", option.getAttribute(scheme) ?? "");
      } catch {
        /* 浏览器不让记，只在这一页有效 */
      }
    });
    option.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      const next = options[(n + 1) % options.length];
      next.click();
      next.focus();
    });
  });
  show(document.body.getAttribute(scheme));
})();
