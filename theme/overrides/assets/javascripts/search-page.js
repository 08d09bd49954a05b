"use strict";
/* 查找页：问句、筛选、排序都在网址里；结果是卡片，筛选各项带数目，没有结果的不列。 */
(() => {
  const page = /** @type {HTMLElement} */ (document.getElementById("search-page"));
  /** @template {HTMLElement} T @param {string} name @returns {T} */
  const find = (name) => /** @type {T} */ (page.querySelector(name));
  const form = /** @type {HTMLFormElement} */ (find("form"));
  const input = /** @type {HTMLInputElement} */ (find("input"));
  const sorting = /** @type {HTMLSelectElement} */ (find("select"));
  const [status, note, kinds, facets, list, start, body] = ["status", "note", "kinds", "facets", "hits", "start", "body"].map((name) => find(`.search-page__${name}`));
  const more = /** @type {HTMLButtonElement} */ (find(".search-page__more"));
  const toggle = /** @type {HTMLButtonElement} */ (find(".search-page__toggle"));
  const FACETS = ["district", "union", "industry", "type", "category", "level", "kind", "year"];
  const SHOW = ["studio", "person", "achievement", "union", "page"];
  const FIRST = 10, NEXT = 20;
  let turn = 0;

  /** @typedef {{title: string, labels: string[], of: (doc: number) => number[]}} Column */
  /** @param {string} name @returns {Promise<Column>} */
  async function column(name) {
    const index = await LaomoShards.index(), owner = LaomoEngine.owner(index), [studios, achievements] = index.counts;
    const [title, labels, sets, values] = await LaomoShards.shard(`f-${name}`, (each) => each.f[name]);
    return { title, labels, of: (doc) => {
      if (doc >= studios + achievements) return [];
      const code = values.charCodeAt(doc < values.length ? doc : owner[doc - studios]) - 0x23;
      return sets[code < 0x39 ? code : code - 1];
    } };
  }

  const state = () => new URLSearchParams(location.search);
  /** @param {(params: URLSearchParams) => void} change @param {boolean} [quietly] */
  function go(change, quietly) {
    const params = state();
    change(params);
    history[quietly ? "replaceState" : "pushState"](null, "", `${location.pathname}${params.size ? `?${params}` : ""}`);
    void run();
  }

  /** @param {string} tag @param {string} name @param {(Node | string)[]} inside */
  function part(tag, name, ...inside) {
    const element = document.createElement(tag);
    if (name) element.className = name;
    element.append(...inside);
    return element;
  }

  async function run() {
    const mine = (turn += 1), params = state(), query = params.get("q")?.trim() ?? "";
    const chosen = FACETS.filter((name) => params.has(name));
    const show = SHOW.indexOf(params.get("show") ?? "");
    if (document.activeElement !== input) input.value = query;
    sorting.value = ["year", "pinyin"].find((each) => each === params.get("sort")) ?? "";
    if (!query && !chosen.length && show < 0) return blank("");
    page.setAttribute("aria-busy", "true");
    try {
      const index = await LaomoShards.index();
      const found = query ? await LaomoEngine.search(query) : { query, runs: [], hits: LaomoEngine.everything(index), units: [], notes: [] };
      const columns = Object.fromEntries(await Promise.all(chosen.map(async (name) => [name, await column(name)])));
      const notes = [...found.notes];
      /** @type {Map<string, Set<number>>} */
      const wanted = new Map();
      for (const name of chosen) {
        const asked = params.getAll(name), { labels, title } = columns[name];
        const unknown = asked.filter((label) => !labels.includes(label));
        if (unknown.length) notes.push(`“${title}”里没有“${unknown.join("”“")}”，已略去。`);
        if (unknown.length < asked.length) wanted.set(name, new Set(asked.map((label) => labels.indexOf(label))));
      }
      /** @param {number} doc @param {string} [but] */
      const fits = (doc, but) => [...wanted].every(([name, labels]) => name === but || columns[name].of(doc).some((/** @type {number} */ label) => labels.has(label)));
      if (!query && show > 2) found.hits = from(index, show === 3 ? 2 : 3);
      const all = LaomoCards.groups(index, found);
      if (!query) all[1] = all[0];
      const shown = (show < 0 ? found.hits : all[show]);
      let hits = shown.filter(({ doc }) => fits(doc));
      if (sorting.value === "year") {
        const { labels, of } = await column("year");
        hits = by(hits, (doc) => -(Number(labels[of(doc)[0]]) || 0));
      } else if (sorting.value) {
        const ranks = await LaomoShards.shard("pinyin", (each) => each.pinyin);
        hits = by(hits, (doc) => ranks.charCodeAt(doc * 2) * 4000 + ranks.charCodeAt(doc * 2 + 1));
      }
      if (mine !== turn) return undefined;
      if (!hits.length) return blank(query || "这些条件", notes, wanted.size || show >= 0);
      const cards = await LaomoCards.settled(found, hits.slice(0, FIRST), show === 1, !sorting.value);
      if (mine !== turn) return undefined;
      list.replaceChildren(...cards.map((card) => item(card, found.runs)));
      say(notes);
      status.textContent = `${query ? `“${query.slice(0, 30)}”` : ""}共 ${hits.length} 条`;
      body.hidden = false;
      start.hidden = true;
      let done = FIRST;
      more.hidden = hits.length <= done;
      more.onclick = async () => {
        const next = await LaomoCards.settled(found, hits.slice(done, (done += NEXT)), show === 1, !sorting.value).catch(lost);
        const fresh = (next ?? []).map((card) => item(card, found.runs));
        list.append(...fresh);
        more.hidden = hits.length <= done;
        fresh[0]?.querySelector("a")?.focus();
      };
      tabs(all.map((group) => group.filter(({ doc }) => fits(doc)).length), found.hits.filter(({ doc }) => fits(doc)).length, show);
      const every = await Promise.all(FACETS.map(async (name) => ({ name, ...(await column(name)) })));
      if (mine === turn) facetList(every, (name) => shown.filter(({ doc }) => fits(doc, name)), wanted);
    } catch {
      if (mine === turn) lost();
    } finally {
      if (mine === turn) page.removeAttribute("aria-busy");
    }
    return undefined;
  }

  /** All of a group of documents. @param {Index} index @param {number} group */
  const from = ({ counts }, group) => Array.from({ length: counts[group] }, (_, n) => ({ doc: counts.slice(0, group).reduce((sum, count) => sum + count, n), score: 0 }));
  /** @template {{doc: number}} T @param {T[]} hits @param {(doc: number) => number} key */
  const by = (hits, key) => [...hits].sort((a, b) => key(a.doc) - key(b.doc) || a.doc - b.doc);

  /** @param {string[]} notes */
  function say(notes) {
    note.textContent = notes.join("");
    note.hidden = !notes.length;
  }

  function lost() {
    say(["索引没有全部取到，可能断网了，或者网站刚刚更新。请连上网络后"]);
    const again = part("button", "search-page__again", "再试一次");
    again.onclick = () => void run();
    note.append(again, "，或从下面的名录里找。");
    status.textContent = "没有取到索引。";
    start.hidden = false;
  }

  /** Nothing asked, or nothing found. @param {string} about @param {string[]} notes @param {unknown} [filtered] */
  function blank(about, notes = [], filtered) {
    page.removeAttribute("aria-busy");
    list.replaceChildren();
    kinds.replaceChildren();
    body.hidden = true;
    start.hidden = false;
    status.textContent = about ? `没有找到“${about.slice(0, 30)}”。` : "";
    say(notes);
    if (!filtered) return;
    const clear = part("button", "search-page__again", "去掉全部筛选");
    clear.onclick = () => go((params) => [...FACETS, "show"].forEach((name) => params.delete(name)));
    note.append(clear);
    note.hidden = false;
  }

  /** @param {number[]} counts @param {number} total @param {number} show */
  function tabs(counts, total, show) {
    kinds.replaceChildren(...["全部", ...LaomoCards.KINDS].map((label, n) => {
      const params = state();
      if (n) params.set("show", SHOW[n - 1]);
      else params.delete("show");
      const link = /** @type {HTMLAnchorElement} */ (part("a", "", label, part("small", "", String(n ? counts[n - 1] : total))));
      link.href = `?${params}`;
      if (show === n - 1) link.setAttribute("aria-current", "page");
      link.onclick = (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        go((each) => (n ? each.set("show", SHOW[n - 1]) : each.delete("show")));
      };
      link.hidden = n > 0 && !counts[n - 1] && show !== n - 1;
      return link;
    }));
  }

  /** @param {(Column & {name: string})[]} columns @param {(name: string) => {doc: number}[]} under @param {Map<string, Set<number>>} wanted */
  function facetList(columns, under, wanted) {
    const focused = /** @type {HTMLInputElement | null} */ (facets.contains(document.activeElement) ? document.activeElement : null);
    const open = new Set([...facets.querySelectorAll("details[open]")].map((each) => /** @type {HTMLElement} */ (each).dataset.name));
    const first = !facets.childElementCount;
    facets.replaceChildren(...columns.flatMap(({ name, title, labels, of }, n) => {
      const counts = new Array(labels.length).fill(0);
      for (const { doc } of under(name)) for (const label of of(doc)) counts[label] += 1;
      const rows = labels.flatMap((label, at) => {
        const on = wanted.get(name)?.has(at) ?? false;
        if (!counts[at] && !on) return [];
        const box = Object.assign(document.createElement("input"), { type: "checkbox", name, value: label, checked: on });
        box.onchange = () => go((params) => {
          const rest = params.getAll(name).filter((each) => each !== label && labels.includes(each));
          params.delete(name);
          for (const each of box.checked ? [...rest, label] : rest) params.append(name, each);
        });
        return [part("li", "", part("label", "", box, part("span", "", label), part("small", "", String(counts[at]))))];
      });
      if (!rows.length) return [];
      const group = /** @type {HTMLDetailsElement} */ (part("details", "facet", part("summary", "", title), part("ul", "", ...rows)));
      group.dataset.name = name;
      group.open = first ? n < 2 || wanted.has(name) : open.has(name);
      return [group];
    }));
    const same = focused && [...facets.querySelectorAll("input")].find((box) => box.name === focused.name && box.value === focused.value);
    same?.focus();
    toggle.textContent = wanted.size ? `筛选（${wanted.size}）` : "筛选";
  }

  /** @param {Card} card @param {string[]} runs */
  function item(card, runs) {
    const link = /** @type {HTMLAnchorElement} */ (part("a", "", LaomoCards.marked(card.title, runs)));
    link.href = card.url;
    const words = part("div", "found__body", part("p", "card__over", part("span", "found__kind", card.kind), LaomoCards.marked(card.over, runs)), part("h2", "card__title", link));
    if (card.text) words.append(part("p", "card__text", LaomoCards.marked(card.text, runs)));
    const foot = part("p", "card__foot", part("span", "", LaomoCards.marked(card.foot, runs)));
    if (card.badge) foot.append(part("span", `badge badge--${card.level}`, card.badge));
    if (card.sample) foot.append(part("span", "badge badge--sample", "示例"));
    if (foot.textContent) words.append(foot);
    return part("li", "card found", picture(card), words);
  }

  /** @param {Card} card */
  function picture(card) {
    if (card.picture) {
      const image = Object.assign(document.createElement("img"), { src: card.picture, alt: "", loading: "lazy", width: 640, height: 360 });
      return part("div", "found__picture", image);
    }
    if (card.kind === LaomoCards.KINDS[1]) return part("div", "found__picture found__picture--name", [...card.title][0]);
    const signs = /** @type {HTMLElement[]} */ ([...page.querySelectorAll("[data-sign]")]);
    const sign = signs.find((each) => each.dataset.sign === card.sign) ?? signs[0];
    const cover = part("span", card.kind === LaomoCards.KINDS[0] ? "drawn-cover" : "found__sign", ...[...sign.children].map((each) => each.cloneNode(true)));
    cover.dataset.tint = sign.dataset.tint ?? "0";
    cover.dataset.scene = String(card.scene);
    return part("div", "found__picture", cover);
  }

  let timer = 0;
  const typed = () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => go((params) => (input.value.trim() ? params.set("q", input.value.trim()) : params.delete("q")), true), 120);
  };
  input.addEventListener("input", (event) => {
    if (!(/** @type {InputEvent} */ (event).isComposing)) typed();
  });
  input.addEventListener("compositionend", typed);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    go((params) => (input.value.trim() ? params.set("q", input.value.trim()) : params.delete("q")));
  });
  sorting.addEventListener("change", () => go((params) => (sorting.value ? params.set("sort", sorting.value) : params.delete("sort"))));
  toggle.addEventListener("click", () => {
    const open = toggle.getAttribute("aria-expanded") !== "true";
    toggle.setAttribute("aria-expanded", String(open));
    facets.classList.toggle("search-page__facets--open", open);
  });
  window.addEventListener("popstate", () => {
    input.blur();
    void run();
  });
  void run();
})();
