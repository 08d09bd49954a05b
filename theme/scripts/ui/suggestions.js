"use strict";
/* 边打边提示：分组的列表，上下键选、回车去（WAI-ARIA 的 combobox 写法）。 */
(() => {
  const form = /** @type {HTMLFormElement} */ (document.querySelector(".search-field"));
  const input = /** @type {HTMLInputElement} */ (form.querySelector("input"));
  const panel = /** @type {HTMLElement} */ (form.querySelector(".search-panel"));
  const list = /** @type {HTMLElement} */ (panel.querySelector(".search-panel__list"));
  const note = /** @type {HTMLElement} */ (panel.querySelector(".search-panel__note"));
  const status = /** @type {HTMLElement} */ (form.querySelector("[aria-live]"));
  const { part } = LaomoDom;
  const SOON = 60, RESTING = 400;
  let turn = 0, at = -1, timer = 0;

  list.setAttribute("role", "listbox");
  for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"], ["aria-controls", list.id]]) {
    input.setAttribute(name, value);
  }

  const options = () => /** @type {HTMLAnchorElement[]} */ ([...list.querySelectorAll("[role=option]")]);

  /** @param {boolean} open */
  function expand(open) {
    panel.hidden = !open;
    input.setAttribute("aria-expanded", String(open));
    if (!open) choose(-1);
  }

  /** @param {number} n */
  function choose(n) {
    at = n;
    input.removeAttribute("aria-activedescendant");
    options().forEach((option, place) => {
      option.setAttribute("aria-selected", String(place === n));
      if (place !== n) return;
      input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    });
  }

  /** @param {string} url @param {...(Node | string)} inside */
  const option = (url, ...inside) => {
    const link = LaomoDom.link(url, ...inside);
    Object.assign(link, { className: "search-panel__option", tabIndex: -1 });
    link.setAttribute("role", "option");
    return link;
  };

  /** @param {Way} one */
  const way = ({ title, under, home, params }) => option(LaomoDom.address(home, params), part("b", "", title), part("small", "", under));

  /** @param {string} label @param {HTMLElement[]} rows */
  const group = (label, rows) => {
    const all = part("div", "search-panel__group", part("p", "search-panel__kind", label), ...rows);
    all.setAttribute("role", "group");
    all.setAttribute("aria-label", label);
    return all;
  };

  /** @param {number} delay @param {boolean} [wide] see `LaomoSuggested.of` */
  function later(delay, wide) {
    clearTimeout(timer);
    timer = window.setTimeout(suggest, delay, wide);
  }

  async function suggest(wide = false) {
    const mine = (turn += 1), query = LaomoTokenize.clean(input.value);
    if (!query) return expand(false);
    try {
      const suggested = await LaomoSuggested.of(query, wide);
      if (mine !== turn) return undefined;
      if (!suggested) return later(RESTING, true);
      const { found, counts, order, cards, ways } = suggested;
      const kinds = order.map((n) => group(LaomoResultCards.KINDS[n], cards[n].map((card) => {
        const under = n === 1 ? card.text : n === 2 ? card.foot : card.over || card.kind;
        return option(card.url, part("b", "", LaomoResults.marked(card.title, found.runs)), part("small", "", LaomoResults.marked(under, found.runs)));
      })));
      const several = ways.length ? [group(found.hits.length ? "按条件看" : "可以看看", ways.map(way))] : [];
      const first = found.asked.length || ways[0]?.title === query ? 0 : 1; // 写的就是一个条件的，条件在前
      LaomoDom.fill(list, ...kinds.slice(0, first), ...several, ...kinds.slice(first));
      const total = counts.reduce((sum, count) => sum + count, 0);
      note.textContent = found.notes.join("");
      if (total) list.append(option(`${form.action}?q=${encodeURIComponent(query)}`, `查看全部 ${total} 条结果`));
      options().forEach((each, n) => (each.id = `search-option-${n}`));
      const shown = [...query].slice(0, 30).join("");
      const said = counts.map((count, n) => (count ? `${LaomoResultCards.KINDS[n]} ${count}` : "")).filter(Boolean);
      status.textContent = total ? `${note.textContent}共 ${total} 条：${said.join("，")}。用上下键选择。` : `没有找到“${shown}”。`;
      if (!total) note.textContent = `没有找到“${shown}”。换个说法，或只写两个字。`;
    } catch {
      if (mine !== turn) return undefined;
      LaomoDom.fill(list);
      note.textContent = status.textContent = "索引没有取到，可能断网了。按回车可以再试。";
    }
    note.hidden = !note.textContent;
    choose(-1);
    return expand(document.activeElement === input);
  }

  input.addEventListener("input", (event) => {
    if (/** @type {InputEvent} */ (event).isComposing) return;
    choose(-1);
    later(SOON);
  });
  input.addEventListener("compositionend", () => void suggest());
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const all = options(), open = !panel.hidden;
    if (event.key === "Escape" && open) expand(false);
    else if (event.key === "Enter" && open && at >= 0) all[at].click();
    else if (event.key === "ArrowDown" && !open) void suggest(true);
    else if (event.key === "ArrowDown") choose(at + 1 < all.length ? at + 1 : -1);
    else if (event.key === "ArrowUp" && open) choose(at < 0 ? all.length - 1 : at - 1);
    else return;
    event.preventDefault();
  });
  form.addEventListener("focusout", (event) => {
    if (!form.contains(/** @type {Node | null} */ (event.relatedTarget))) expand(false);
  });
  panel.addEventListener("mousedown", (event) => event.preventDefault());
  if (input.value.trim()) void suggest();
})();
