"use strict";
/* 编号 → 一张卡片要写的话。各项的位置见 generator/laomo/pages/search/documents.py。 */

/**
 * @typedef {{kind: string, url: string, title: string, over: string, text: string, foot: string, badge: string, level: string,
 *   sign: string, leaders: string[], sample: boolean, words: string, cells: string[], change: string[], home: string, breaks: string}} Card
 */

const LaomoResultCards = (() => {
  const KINDS = ["工作室", "人物", "成果", "工会", "文章和网页"];
  const base = String(document.documentElement.dataset.base);
  const offline = location.protocol === "file:";

  /** @param {string} path */
  const url = (path) => base + (offline ? path.replace(/\/($|#)/, "/index.html$1") : path);

  /** The kind of a document. @param {Index} index @param {number} doc */
  const kind = (index, doc) => [0, 2, 3, 4][LaomoDocumentNumbers.place(index, doc)[0]];

  /** @param {number} studio @returns {Promise<any[]>} */
  async function studioRow(studio) {
    const { size } = await LaomoShards.index(), n = Math.floor(studio / size);
    return (await LaomoShards.one("s", n))[studio % size];
  }

  /** @param {Partial<Card>} some @returns {Card} */
  const card = (some) => {
    const full = { kind: "", url: "", title: "", over: "", text: "", foot: "", badge: "", level: "", sign: "", leaders: [], sample: false, words: "", cells: [], change: [], home: "", breaks: "", ...some };
    full.words = full.words || [full.title, full.over, full.text, full.foot].join("\n");
    return full;
  };

  /**
   * The card of a document; of the leaders that are `called` so, when people are asked for; of the page below that of a studio, if it has one.
   * @param {number} doc @param {(leader: string) => boolean} [called] @param {string} [below] "2024/" or "sheet/" @returns {Promise<Card>}
   */
  async function of(doc, called, below = "") {
    const index = await LaomoShards.index(), at = kind(index, doc);
    const [studios, achievements, unions] = index.counts;
    if (at === 0) {
      const [id, name, leaders, units, union, industry, line, badge, level, year, change, sample, former, breaks, years] = await studioRow(doc);
      const all = leaders ? leaders.split("、") : [], shared = { sign: industry, sample: Boolean(sample) };
      if (called) {
        const some = all.filter(called), shown = some.length ? some : all;
        return card({ ...shared, kind: KINDS[1], url: url(`studios/${id}/#leaders`), title: shown.join("、"), leaders: shown, over: "领衔人", text: name, foot: units });
      }
      const over = [union, industry].filter(Boolean).join(" · ");
      const foot = `领衔人 ${leaders} · ${units}` + (former && ` · 曾用名、前任：${former}`);
      const last = below === "latest/" && years.length ? `${years[years.length - 1]}/` : below;
      const there = last === "sheet/" || years.includes(parseInt(last, 10)) ? last : "";
      if (there) return card({ ...shared, kind: "年度报告", ...(there === "sheet/" ? { kind: "展板" } : {}), url: url(`studios/${id}/${there}`), title: there === "sheet/" ? `展板：${name}` : `${parseInt(there, 10)}年度报告 ${name}`, over: union, text: line, leaders: all });
      return card({ ...shared, kind: KINDS[0], url: url(`studios/${id}/`), title: name, breaks, over, text: line, foot, badge, level, leaders: all, change: change || [], cells: [leaders, units, union, industry, badge, year || ""] });
    }
    if (at === 2) {
      const studio = LaomoDocumentNumbers.studioOf(index, doc), n = Math.floor(studio / index.size);
      const [home, ...rows] = (await LaomoShards.one("a", n))[studio % index.size];
      const [id, own, title, result, other, line, breaks] = rows[Math.floor(doc / studios) - 1];
      const sort = index.results[result], year = other || parseInt(id, 10);
      const path = `studios/${home[0]}/` + (own === 1 ? `${id}/` : (own ? "" : `${year}/`) + `#achievement-${id}`);
      const change = Array.isArray(line) ? line : [], text = change.length ? `${change[0]}：${change[1]} → ${change[2]}${change[3]}` : line;
      return card({ kind: KINDS[2], url: url(path), title, breaks, over: `${year}年 · ${sort}`, text, foot: home[1], sign: sort, sample: Boolean(home[2]), change, home: url(`studios/${home[0]}/`), cells: [sort, year, home[1], change.length ? text : ""] });
    }
    if (at === 3) {
      const [id, name, sort, count, breaks] = (await LaomoShards.shard("u0", (each) => each.u[0]))[doc - studios - achievements];
      return card({ kind: KINDS[3], url: url(`unions/${id}/`), title: name, breaks, over: sort, text: count ? `${count} 家工作室` : "", sign: "工会" });
    }
    const place = doc - studios - achievements - unions, n = Math.floor(place / index.pages);
    const [path, title, line, breaks, sort] = (await LaomoShards.shard(`g${n}`, (each) => each.g[n]))[place % index.pages];
    return card({ kind: sort, url: url(path), title, breaks, text: line, sign: "故事" });
  }

  return { KINDS, kind, of };
})();
