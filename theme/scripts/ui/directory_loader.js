"use strict";
/* 名录上点的第一下：条件、次序和样子写进网址，再取脚本照网址排。脚本取不到，各项的链接照常能用。 */
(() => {
  const browse = /** @type {HTMLElement} */ (document.querySelector(".browse"));
  const base = new URL("../../", /** @type {HTMLScriptElement} */ (document.currentScript).src).href;
  const here = "live" in browse.dataset;
  let asked = false;

  function load() {
    asked = true;
    document.documentElement.dataset.base = base;
    const script = document.createElement("script");
    script.src = `${base}assets/javascripts/search-directory.js`;
    script.onerror = () => {
      asked = false;
      const note = /** @type {HTMLElement} */ (browse.querySelector("[role=note]"));
      Object.assign(note, { hidden: false, textContent: "筛选要用的脚本没有取到，可能断网了。请连上网络后刷新。" });
    };
    document.head.append(script);
  }

  /** @param {MouseEvent | Event} event */
  function choose(event) {
    const at = /** @type {HTMLElement} */ (event.target);
    const chosen = event.type === "change" ? /** @type {HTMLSelectElement} */ (at) : /** @type {HTMLElement | null} */ (at.closest("[data-name]"))?.dataset;
    if (asked || !chosen?.name || !chosen.value || (event instanceof MouseEvent && (event.ctrlKey || event.metaKey || event.shiftKey))) return;
    event.preventDefault();
    const params = new URLSearchParams(here ? location.search : "");
    params.append(chosen.name, chosen.value);
    if (here) {
      history.pushState(null, "", `?${params}`);
      load();
    } else {
      location.assign(`${base}${browse.dataset.home}${location.protocol === "file:" ? "index.html" : ""}?${params}`);
    }
  }

  browse.addEventListener("click", choose);
  browse.addEventListener("change", choose);
  if (here && location.search) load();
})();
