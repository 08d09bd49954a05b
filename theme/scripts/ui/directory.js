"use strict";
/* 名录和成果：筛选、排序、卡片或表格。网址里没有条件时，照旧是生成好的那一页。 */
(() => {
  const { part, link, say, button } = LaomoDom, { state, put, follow } = LaomoUrlState;
  const root = /** @type {HTMLElement} */ (document.querySelector(".browse"));
  /** @param {string} name */
  const find = (name) => /** @type {HTMLElement} */ (root.querySelector(name));
  const [status, note, made, found, more] = ["status", "note", "made", "found", "more"].map((name) => find(`.browse__${name}`));
  const sorting = /** @type {HTMLSelectElement} */ (find("select"));
  const views = /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-name=view]"));
  const group = root.dataset.home === "studios/" ? 0 : 1, unit = group ? "项" : "家";
  const HEADS = [["工作室", "领衔人", "所在单位", "主管工会", "行业", "级别", "命名年"], ["成果", "类别", "年份", "工作室", "改进前 → 改进后"]][group];
  const FIRST = 12, NEXT = 24;
  let turn = 0;

  async function run() {
    const mine = (turn += 1), params = state(), [order, view] = ["sort", "view"].map((name) => params.get(name) ?? "");
    const known = [...sorting.options].find(({ value }) => value === order), table = view === "table";
    sorting.value = known ? order : "";
    views.forEach((each) => each.setAttribute("aria-pressed", String((each.dataset.value === "table") === table)));
    root.setAttribute("aria-busy", "true");
    try {
      const asked = await LaomoFacets.read(params), all = await LaomoDocumentNumbers.all(group);
      if (!known) asked.notes.push(`没有“${order.slice(0, 20)}”这种次序，已照常排列。`);
      if (view && !table) asked.notes.push(`没有“${view.slice(0, 20)}”这种显示方式，已用卡片。`);
      const hits = await LaomoFacetColumns.sorted(all.filter(({ doc }) => asked.fits(doc)), sorting.value || sorting.dataset.neutral || "");
      const draw = await LaomoFacets.draw(root, asked, all, group ? LaomoUrlState.OF_ACHIEVEMENTS : LaomoUrlState.OF_STUDIOS, unit);
      const plain = !asked.wanted.size && !sorting.value && !table;
      let done = Math.max(FIRST, Number(history.state?.open) || 0);
      const cards = plain ? [] : await read(hits, 0, done);
      if (mine !== turn) return;
      draw();
      say(note, ...asked.notes, ...(hits.length ? [] : ["没有同时符合这些条件的。", button("去掉全部筛选", LaomoUrlState.clear)]));
      made.hidden = !plain;
      found.hidden = plain;
      status.textContent = [`共 ${hits.length} ${unit}`, ...(sorting.value ? [sorting.selectedOptions[0].text] : []), ...(group ? [] : ["排名不分先后"])].join("，") + "。";
      const rows = table ? part("tbody", "") : part("div", "cards");
      const add = (/** @type {Card[]} */ some) => rows.append(...some.map(table ? row : card));
      add(cards);
      LaomoDom.fill(found, table && hits.length ? sheet(rows) : rows);
      LaomoDom.rest(more, plain ? 0 : hits.length - done, NEXT, unit);
      more.onclick = async () => {
        const next = await read(hits, done, (done += NEXT)).catch(lost), last = rows.lastElementChild;
        add(next ?? []);
        history.replaceState({ open: done }, "");
        LaomoDom.rest(more, hits.length - done, NEXT, unit);
        last?.nextElementSibling?.querySelector("a")?.focus();
      };
    } catch {
      if (mine === turn) lost();
    } finally {
      if (mine === turn) root.removeAttribute("aria-busy");
    }
  }

  /** @param {{doc: number}[]} hits @param {number} from @param {number} to */
  const read = (hits, from, to) => Promise.all(hits.slice(from, to).map(({ doc }) => LaomoResultCards.of(doc)));

  function lost() {
    LaomoDom.lost(note, () => void run());
    status.textContent = "没有取到索引。";
    found.hidden = more.hidden = true;
    made.hidden = false;
  }

  const title = (/** @type {Card} */ one) => LaomoTitles(link(one.url, one.title), one.breaks);

  /** The card of a studio, as `parts/studio_card.md` has it. @param {Card} one */
  function studioCard(one) {
    const body = part("div", "card__body", part("p", "card__over", String(one.cells[1])), part("h3", "card__title card__title--name", title(one)));
    if (one.text) body.append(part("p", "card__says", one.text));
    if (one.change.length) body.append(part("p", "card__change", LaomoCovers.change(one.change)));
    body.append(LaomoDom.foot(one, one.over));
    return part("article", "card card--studio", LaomoCovers.picture(one, "card__picture"), body);
  }

  /** @param {Card} one */
  function card(one) {
    if (!group) return studioCard(one);
    const change = one.change.length ? part("div", "card__picture card__picture--measure", measure(one.change)) : undefined;
    const body = part("div", "card__body", part("p", "card__over", one.over), part("h3", "card__title", title(one)));
    if (one.text && !change) body.append(part("p", "card__text", one.text));
    body.append(LaomoDom.foot(one, link(one.home, one.foot)));
    return part("article", "card card--achievement", change ?? LaomoCovers.picture(one, "card__picture"), body);
  }

  /** @param {string[]} change indicator, before, after, unit */
  function measure([name, before, after, of]) {
    const side = (/** @type {string} */ which, /** @type {string} */ label, /** @type {string} */ value) => part("span", `measure__${which}`, part("span", "measure__label", label), part("b", "", value));
    const arrow = part("span", "measure__arrow", "→");
    arrow.setAttribute("aria-hidden", "true");
    return part("div", "measure", part("p", "measure__name", name), part("p", "measure__figures", side("before", "改进前", before), arrow, side("after", "改进后", after), part("span", "measure__unit", of)));
  }

  /** @param {Card} one */
  function row(one) {
    const head = part("th", "", title(one));
    head.setAttribute("scope", "row");
    return part("tr", "", head, ...one.cells.map((text, n) => {
      const cell = part("td", "", String(text));
      cell.dataset.label = HEADS[n + 1];
      return cell;
    }));
  }

  /** @param {HTMLElement} rows */
  const sheet = (rows) => part("table", "sheet", part("thead", "", part("tr", "", ...HEADS.map((head) => part("th", "", head)))), rows);

  sorting.addEventListener("change", () => put("sort", sorting.value));
  views.forEach((each) => each.addEventListener("click", () => put("view", each.dataset.value ?? "")));
  follow(() => void run());
})();
