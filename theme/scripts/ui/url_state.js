"use strict";
/* 问句、筛选、排序、样子都在网址里：能后退，能发给别人。 */

const LaomoUrlState = (() => {
  const OF_STUDIOS = ["district", "union", "industry", "type", "category", "level", "year", "kind", "offers"];
  const OF_ACHIEVEMENTS = ["kind", "result", "benefit", "year", "recogniser", "union"];
  const CONDITIONS = [...new Set([...OF_STUDIOS, ...OF_ACHIEVEMENTS])];
  let run = () => {};
  const state = () => new URLSearchParams(location.search);

  /** @param {(params: URLSearchParams) => void} change @param {boolean} [quietly] */
  function go(change, quietly) {
    const params = state();
    change(params);
    history[quietly ? "replaceState" : "pushState"](null, "", location.pathname + `?${params}`.replace(/^\?$/, ""));
    run();
  }

  /** @param {string} name @param {string} value nothing takes the name away @param {boolean} [quietly] */
  const put = (name, value, quietly) => go((params) => (value ? params.set(name, value) : params.delete(name)), quietly);

  const clear = () => go((params) => [...CONDITIONS, "show"].forEach((name) => params.delete(name)));

  /** @param {() => void} act now and whenever the address changes */
  function follow(act) {
    run = act;
    addEventListener("popstate", act);
    act();
  }

  return { OF_STUDIOS, OF_ACHIEVEMENTS, CONDITIONS, state, go, put, clear, follow };
})();
