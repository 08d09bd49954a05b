"use strict";
/* 每页上的查找框：只管打开、聚焦、提交；第一次用到时才取其余的脚本和索引。 */
(() => {
  const form = /** @type {HTMLFormElement | null} */ (document.querySelector(".search-field"));
  if (!form) return;
  const input = /** @type {HTMLInputElement} */ (form.querySelector("input"));
  const open = /** @type {HTMLAnchorElement} */ (form.querySelector(".search-field__open"));
  const page = document.getElementById("search-page");
  const base = `${form.dataset.base}/`.replace(/\/+$/, "/");
  let asked = false;

  /** 取一份脚本；取不到，表单照常提交到查找页。 */
  function load() {
    if (asked) return;
    asked = true;
    document.documentElement.dataset.base = base;
    const script = document.createElement("script");
    script.src = `${base}assets/javascripts/search-${page ? "page" : "suggest"}.js`;
    document.head.append(script);
  }

  /** @param {boolean} on 手机上：框盖住页眉 */
  const show = (on) => {
    form.classList.toggle("search-field--open", on);
    if (on) input.focus();
  };

  if (location.protocol === "file:") open.href = form.action += "index.html";
  input.addEventListener("focus", load);
  open.addEventListener("click", (event) => {
    if (page) return;
    event.preventDefault();
    show(true);
  });
  form.querySelector("button")?.addEventListener("click", () => {
    show(false);
    open.focus();
  });
  form.addEventListener("submit", (event) => {
    if (!input.value.trim()) event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    const at = /** @type {HTMLElement} */ (event.target);
    const typing = at.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName);
    const called = (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) ||
      (event.key?.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey);
    if (!called || event.isComposing) return;
    event.preventDefault();
    if (page) /** @type {HTMLElement} */ (page.querySelector("input")).focus();
    else show(true);
    input.select();
  });
  if (page) load();
})();
