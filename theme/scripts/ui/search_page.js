"use strict";
/* 查找页：问句、筛选、排序都在网址里；结果是卡片，字里标出问的词。 */
(() => {
  const { part, link, button, fill, say } = LaomoDom, { CONDITIONS, OF_STUDIOS, OF_ACHIEVEMENTS, OF_PAGES, state, full, mean, put, clear, follow } = LaomoUrlState;
  const { KINDS } = LaomoResultCards, { marked, groups, together, settled } = LaomoResults;
  const page = /** @type {HTMLElement} */ (document.getElementById("search-page"));
  /** @template {HTMLElement} T @param {string} name @returns {T} */
  const find = (name) => /** @type {T} */ (page.querySelector(name));
  const form = find("form"), sorting = /** @type {HTMLSelectElement} */ (find("select"));
  const input = /** @type {HTMLInputElement} */ (find("input"));
  const [status, note, kinds, list, start, body, more, instead, ways] = ["status", "note", "kinds", "hits", "start", "body", "more", "instead", "ways"].map((name) => find(`.search-page__${name}`));
  const SHOW = ["studio", "person", "achievement", "union", "page"];
  const ORDERS = [...sorting.options].map(({ value }) => value);
  const FIRST = 10, NEXT = 20;
  /** @type {Asked} */
  const ANYTHING = { columns: {}, wanted: new Map(), notes: [], fits: () => true };
  const facets = () => LaomoShards.late("facets", { LaomoShards, LaomoDocumentNumbers, LaomoDom, LaomoUrlState });
  let turn = 0;

  async function run() {
    const mine = (turn += 1), query = LaomoTokenize.clean(state().get("q") ?? "");
    if (document.activeElement !== input) input.value = query;
    sorting.value = ORDERS.find((each) => each === state().get("sort")) ?? "";
    if (!query && !SHOW.includes(state().get("show") ?? "") && !CONDITIONS.some((name) => state().has(name))) return blank("");
    page.setAttribute("aria-busy", "true");
    instead.hidden = true;
    try {
      const order = sorting.value, found = query ? await LaomoEngine.search(query) : await everything(SHOW.indexOf(state().get("show") ?? ""));
      if (mine !== turn) return undefined;
      mean(understood(found));
      const params = full(), show = SHOW.indexOf(params.get("show") ?? "");
      const asked = CONDITIONS.some((name) => params.has(name)) ? await (await facets()).LaomoFacets.read(params) : ANYTHING;
      const notes = [...found.notes, ...asked.notes], all = groups(await LaomoShards.index(), found, found.all);
      /** @param {{doc: number}} hit */
      const fits = ({ doc }) => asked.fits(doc) || (found.whole.has(doc) && show < 0);
      const shown = show < 0 ? together(found, found.all, all[1]) : all[show];
      let hits = shown.filter(fits);
      if (order) hits = await (await facets()).LaomoFacetColumns.sorted(hits, order);
      if (mine !== turn) return undefined;
      if (!hits.length) {
        blank(query || "这些条件", notes, asked.wanted.size || show >= 0);
        return await offer(query, () => mine === turn);
      }
      let done = Math.max(FIRST, Number(history.state?.open) || 0);
      const cards = await settled(found, hits.slice(0, done), !order);
      if (mine !== turn) return undefined;
      fill(list, ...cards.map((card) => item(card, found.runs)));
      say(note, ...notes);
      status.textContent = (query && `“${[...query].slice(0, 30).join("")}”`) + `共 ${hits.length} 条`;
      body.hidden = false;
      start.hidden = true;
      LaomoDom.rest(more, hits.length - done, NEXT, "条");
      more.onclick = async () => {
        const next = await settled(found, hits.slice(done, (done += NEXT)), !order).catch(lost);
        const fresh = (next ?? []).map((card) => item(card, found.runs));
        list.append(...fresh);
        history.replaceState({ open: done }, "");
        LaomoDom.rest(more, hits.length - done, NEXT, "条");
        fresh[0]?.querySelector("a")?.focus();
      };
      const counts = all.map((group) => group.filter(fits).length);
      tabs(counts, counts.reduce((sum, count) => sum + count, 0), show);
      page.removeAttribute("aria-busy"); // the answer stands; the filters come after it
      const draw = await (await facets()).LaomoFacets.draw(page, asked, shown, show === 4 ? OF_PAGES : show === 2 ? OF_ACHIEVEMENTS : OF_STUDIOS, "条");
      if (mine === turn) draw();
    } catch {
      if (mine === turn) lost();
    } finally {
      if (mine === turn) page.removeAttribute("aria-busy");
    }
    return undefined;
  }

  /** Nothing asked: all studios and achievements, or all unions or pages. @param {number} show @returns {Promise<Found>} */
  async function everything(show) {
    const all = await (show > 2 ? LaomoDocumentNumbers.all(show - 1) : LaomoEngine.everything());
    return { query: "", words: "", runs: [], units: [], notes: [], sure: true, asked: [], sort: "", below: "", whole: new Set(), all, hits: all };
  }

  /** The address with the conditions that the question states in words: 2024年焊接专利 is 焊接, the year and the kinds. @param {Found} found */
  function understood({ words, asked, sort }) {
    const params = state();
    if (!asked.length) return params;
    if (words) params.set("q", words);
    else params.delete("q");
    for (const [name, label] of asked) if (!params.getAll(name).includes(label)) params.append(name, label);
    if (sort && !params.has("show")) params.set("show", sort);
    return params;
  }

  function lost() {
    LaomoDom.lost(note, () => void run());
    status.textContent = "没有取到索引。";
    start.hidden = false;
  }

  /** Nothing asked, or nothing found. @param {string} about @param {string[]} notes @param {unknown} [filtered] */
  function blank(about, notes = [], filtered) {
    page.removeAttribute("aria-busy");
    fill(list);
    fill(kinds);
    body.hidden = true;
    start.hidden = false;
    instead.hidden = true;
    status.textContent = about ? `没有找到“${[...about].slice(0, 30).join("")}”。` : "";
    say(note, ...notes, ...(filtered ? [button("去掉全部筛选", clear)] : []));
  }

  /** Ways to go on when nothing is found: trades, unions and regions. @param {string} query @param {() => boolean} current */
  async function offer(query, current) {
    const { LaomoWays } = await LaomoShards.late("ways", { LaomoShards, LaomoDocumentNumbers, LaomoTokenize }), groups = await LaomoWays.instead(query);
    if (!current()) return;
    fill(ways, ...groups.map(({ title, ways: several }) => {
      const chips = part("nav", "chips", part("span", "", `按${title}看`), ...several.map((way) => link(LaomoDom.address(way.home, way.params), way.title, part("small", "", String(way.size)))));
      chips.setAttribute("aria-label", `按${title}看`);
      return chips;
    }));
    instead.hidden = false;
  }

  /** @param {number[]} counts @param {number} total @param {number} show */
  function tabs(counts, total, show) {
    fill(kinds, ...["全部", ...KINDS].map((label, n) => {
      const params = full(), value = n ? SHOW[n - 1] : "";
      if (value) params.set("show", value);
      else params.delete("show");
      const tab = link(`?${params}`, label, part("small", "", String(n ? counts[n - 1] : total)));
      if (show === n - 1) tab.setAttribute("aria-current", "page");
      tab.onclick = (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        put("show", value);
      };
      tab.hidden = n > 0 && !counts[n - 1] && show !== n - 1;
      return tab;
    }));
  }

  /** @param {Card} card @param {string[]} runs */
  function item(card, runs) {
    const words = part("div", "found__body", part("p", "card__over", part("span", "found__kind", card.kind), marked(card.over, runs)), part("h2", "card__title", LaomoTitles(link(card.url, marked(card.title, runs)), card.breaks)));
    if (card.text) words.append(part("p", "card__text", marked(card.text, runs)));
    const foot = LaomoDom.foot(card, marked(card.foot, runs));
    if (foot.textContent) words.append(foot);
    return part("li", "card found", LaomoCovers.picture(card, "found__picture"), words);
  }

  let timer = 0;
  const ask = (quietly = false) => {
    clearTimeout(timer);
    put("q", input.value.trim(), quietly);
  };
  const typed = () => {
    clearTimeout(timer);
    timer = window.setTimeout(ask, 120, true);
  };
  input.addEventListener("input", (event) => {
    if (!(/** @type {InputEvent} */ (event).isComposing)) typed();
  });
  input.addEventListener("compositionend", typed);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask();
  });
  sorting.addEventListener("change", () => put("sort", sorting.value));
  addEventListener("popstate", () => input.blur());
  Object.assign(window, { LaomoEngine, LaomoResults }); // for the tests and whoever looks with the console
  follow(() => void run());
})();
