"use strict";
/* 筛选用的各列和各种次序。写法见 generator/laomo/search/columns.py。 */

/** @typedef {{title: string, labels: string[], of: (doc: number) => number[]}} Column */

const LaomoColumns = (() => {
  /** Orders that are made of columns: labels stand in their order, the newest year and the highest level first. @type {Record<string, string[]>} */
  const ORDERS = { listed: ["union"], change: ["measured", "year"], year: ["year", "union"], updated: ["updated", "union"] };
  /** The studio of a document that is a studio or an achievement. @param {Index} index @param {number} doc */
  const studioOf = ({ counts }, doc) => doc % counts[0];

  /** All documents of a group: the numbers of achievements have gaps. @param {number} group @returns {Promise<{doc: number, score: number}[]>} */
  async function all(group) {
    const { counts } = await LaomoShards.index(), start = counts.slice(0, group).reduce((sum, count) => sum + count, 0);
    /** @type {number[] | undefined} */
    const owned = group === 1 ? await LaomoShards.shard("owned", (index) => index.owned) : undefined;
    const there = (/** @type {number} */ n) => !owned || n / counts[0] < owned[n % counts[0]];
    return Array.from({ length: counts[group] }, (_, n) => n).filter(there).map((n) => ({ doc: start + n, score: 0 }));
  }

  /** The group of a document (studios, achievements, unions, pages) and its place there. @param {Index} index @param {number} doc */
  function place({ counts }, doc) {
    let group = 0;
    while (doc >= counts[group]) doc -= counts[group++];
    return [group, doc];
  }

  /** @param {string} name @returns {Promise<Column>} */
  async function column(name) {
    const index = await LaomoShards.index(), [studios, achievements] = index.counts;
    const [title, labels, sets, values] = await LaomoShards.shard(`f-${name}`, (each) => each.f[name]);
    return { title, labels, of: (doc) => {
      if (doc >= studios + achievements) return [];
      const code = values.charCodeAt(doc < values.length ? doc : studioOf(index, doc)) - 0x23;
      return sets[code < 0x39 ? code : code - 1];
    } };
  }

  /** Hits in an order: one of `ORDERS`, or `pinyin` or `strokes`. @template {{doc: number}} T @param {T[]} hits @param {string} order */
  async function sorted(hits, order) {
    const index = await LaomoShards.index();
    /** @type {((doc: number) => number)[]} */
    let keys;
    if (order in ORDERS) {
      const columns = await Promise.all(ORDERS[order].map(column));
      keys = columns.map(({ of }) => (doc) => of(doc)[0] ?? 1e5);
    } else {
      /** @type {string[]} */
      const ranks = [];
      for (const group of new Set(hits.map(({ doc }) => place(index, doc)[0]))) {
        ranks[group] = await LaomoShards.shard(`o-${order}-${group}`, (each) => each.o[order][group]);
      }
      keys = [(doc) => {
        const [group, at] = place(index, doc);
        return ranks[group].charCodeAt(at * 2) * 4000 + ranks[group].charCodeAt(at * 2 + 1);
      }];
    }
    /** Else in the order of the studios, and the achievements of each in theirs. @param {number} doc */
    const listed = (doc) => {
      const [group, at] = place(index, doc), [studios, slots] = index.counts;
      return group === 1 ? studios + (at % studios) * (slots / studios) + Math.floor(at / studios) : doc;
    };
    return [...hits].sort((a, b) => keys.reduce((less, key) => less || key(a.doc) - key(b.doc), 0) || listed(a.doc) - listed(b.doc));
  }

  return { studioOf, all, place, column, sorted };
})();
