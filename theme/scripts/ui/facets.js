"use strict";
/* 筛选：网址里的条件、各项的数目、已选的标签。几项可以同时选，没有结果的不列。 */

/** @typedef {{columns: Record<string, Column>, wanted: Map<string, Set<number>>, notes: string[], fits: (doc: number, but?: string) => boolean}} Asked */

const LaomoFacets = (() => {
  const { part, button, fill } = LaomoDom, { OF_STUDIOS, CONDITIONS, go, clear } = LaomoUrlState;

  /** The conditions in a URL; those that do not exist are left out, with a note. @param {URLSearchParams} params @returns {Promise<Asked>} */
  async function read(params) {
    /** @type {Asked} */
    const asked = { columns: {}, wanted: new Map(), notes: [], fits: (doc, but) =>
      [...asked.wanted].every(([name, labels]) => name === but || asked.columns[name].of(doc).some((label) => labels.has(label))) };
    const names = CONDITIONS.filter((name) => params.has(name)), columns = await Promise.all(names.map(LaomoFacetColumns.column));
    names.forEach((name, n) => (asked.columns[name] = columns[n])); // in this order, whichever came first
    for (const [name, { labels, title }] of Object.entries(asked.columns)) {
      const values = [...new Set(params.getAll(name))], unknown = values.filter((label) => !labels.includes(label));
      if (unknown.length) asked.notes.push(`“${title}”里没有“${unknown.join("”“").slice(0, 40)}”，已略去。`);
      if (unknown.length < values.length) asked.wanted.set(name, new Set(values.map((label) => labels.indexOf(label))));
    }
    return asked;
  }

  /** Choose a value or let it go. @param {string} name @param {string} label @param {boolean} on @param {string[]} labels */
  const choose = (name, label, on, labels) => go((params) => {
    const rest = params.getAll(name).filter((each) => each !== label && labels.includes(each));
    params.delete(name);
    for (const each of on ? [...rest, label] : rest) params.append(name, each);
  });

  /** The panel and the chips, drawn anew; the focus stays. @param {HTMLElement} root @param {Asked} asked @param {{doc: number}[]} hits @param {string[]} names @param {string} unit */
  async function draw(root, asked, hits, names, unit) {
    const [panel, chosen, summary] = [".shelf__facets", ".chosen", ".shelf > summary"].map((each) => /** @type {HTMLElement} */ (root.querySelector(each)));
    const columns = await Promise.all(names.map(LaomoFacetColumns.column));
    const close = () => {
      /** @type {HTMLDetailsElement} */ (summary.parentElement).open = false;
      summary.focus();
      root.scrollIntoView();
    };
    return () => {
      const focused = /** @type {HTMLInputElement} */ (document.activeElement), chip = chosen.contains(focused);
      const { name: called, value: worth } = focused.dataset.name ? focused.dataset : focused;
      const before = new Map([.../** @type {NodeListOf<HTMLDetailsElement>} */ (panel.querySelectorAll("details"))].map((each) => [each.dataset.name, each.open]));
      const count = hits.filter(({ doc }) => asked.fits(doc)).length;
      let first = !before.size;
      fill(panel, ...columns.flatMap(({ title, labels, of }, n) => {
        const name = names[n], on = asked.wanted.get(name), counts = labels.map(() => 0);
        for (const { doc } of hits) if (asked.fits(doc, name)) for (const label of of(doc)) counts[label] += 1;
        const rows = labels.flatMap((label, at) => {
          if (!counts[at] && !on?.has(at)) return [];
          const box = Object.assign(document.createElement("input"), { type: "checkbox", name, value: label, checked: on?.has(at) ?? false });
          box.onchange = () => choose(name, label, box.checked, labels);
          const texts = [part("span", "", label), part("small", "", String(counts[at]))];
          texts.forEach((each, n) => { each.id = `facet-${name}-${at}-${n}`; });
          box.setAttribute("aria-labelledby", texts.map((each) => each.id).join(" "));   // said once: Orca repeats a label's text that nothing refers to
          return [part("li", "", part("label", "", box, ...texts))];
        });
        if (rows.length < 2 && !on) return [];
        const group = /** @type {HTMLDetailsElement} */ (part("details", "facet", part("summary", "", name === "year" && names === OF_STUDIOS ? "命名年份" : title), part("ul", "", ...rows)));
        group.dataset.name = name;
        group.open = before.get(name) || Boolean(on) || first;
        first = false;
        return [group];
      }));
      if (asked.wanted.size) panel.append(button(`看 ${count} ${unit}`, close, "button button--primary shelf__see"));
      fill(chosen, ...[...asked.wanted].flatMap(([name, values]) => {
        const { labels, title } = asked.columns[name];
        return [...values].filter((at) => at >= 0).map((at) => {
          const chip = button(labels[at], () => choose(name, labels[at], false, labels), "chip");
          chip.setAttribute("aria-label", `去掉${title}：${labels[at]}`);
          return chip;
        });
      }));
      if (chosen.childElementCount > 1) chosen.append(button("全部去掉", clear));
      summary.textContent = asked.wanted.size ? `筛选（${asked.wanted.size}）` : "筛选";
      if (focused.isConnected) return;
      const same = [...panel.querySelectorAll("input")].find(({ name, value }) => name === called && value === worth);
      (same ?? (chip ? chosen.querySelector("button") ?? panel.querySelector("summary") : undefined))?.focus();
    };
  }

  return { read, draw };
})();
