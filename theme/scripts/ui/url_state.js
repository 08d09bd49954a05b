"use strict";
/* 问句、筛选、排序、样子都在网址里：能后退，能发给别人。 */

const LaomoUrlState = (() => {
  const OF_STUDIOS = ["industry", "district", "area", "benefit", "kind", "union", "type", "category", "level", "year", "offers"];
  const OF_ACHIEVEMENTS = ["kind", "benefit", "result", "year", "recogniser", "union"];
  const OF_PAGES = ["page"];
  const CONDITIONS = [...new Set([...OF_STUDIOS, ...OF_ACHIEVEMENTS, ...OF_PAGES])];
  let run = () => {}, meant = { address: "", means: "" };
  const state = () => new URLSearchParams(location.search);
  /** What the address means, with the conditions that its question states in words. */
  const full = () => (meant.address === location.search ? new URLSearchParams(meant.means) : state());
  /** @param {URLSearchParams} params what the address means */
  const mean = (params) => (meant = { address: location.search, means: String(params) });

  /** @param {(params: URLSearchParams) => void} change @param {boolean} [quietly] @param {URLSearchParams} [params] what is changed */
  function go(change, quietly, params = full()) {
    change(params);
    history[quietly ? "replaceState" : "pushState"](null, "", location.pathname + `?${params}`.replace(/^\?$/, ""));
    run();
  }

  /** @param {string} name @param {string} value nothing takes the name away @param {boolean} [quietly] */
  const put = (name, value, quietly) => go((params) => (value ? params.set(name, value) : params.delete(name)), quietly, name === "q" ? state() : full());

  const clear = () => go((params) => [...CONDITIONS, "show"].forEach((name) => params.delete(name)));

  /** @param {() => void} act now and whenever the address changes */
  function follow(act) {
    run = act;
    addEventListener("popstate", act);
    act();
  }

  return { OF_STUDIOS, OF_ACHIEVEMENTS, OF_PAGES, CONDITIONS, state, full, mean, go, put, clear, follow };
})();
