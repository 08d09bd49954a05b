"use strict";
/* 筛选用的各列和各种次序。写法见 generator/laomo/search/columns.py。 */

/** @typedef {{title: string, labels: string[], of: (doc: number) => number[]}} Column */

const LaomoColumns = (() => {
  /** Orders that are made of columns: labels stand in their order, the newest year and the highest level first. @type {Record<string, string[]>} */
  const ORDERS = { listed: ["union"], change: ["measured", "year"], year: ["year", "union"], updated: ["updated", "union"] };
  /** Which studio an achievement belongs to, by number. @type {Int32Array | undefined} */
  let owners;

  /** @param {Index} index */
  function owner(index) {
    if (owners) return owners;
    owners = new Int32Array(index.counts[1]);
    let at = 0;
    index.owned.forEach((count, studio) => owners?.fill(studio, at, (at += count)));
    return owners;
  }

  /** The group of a document (studios, achievements, unions, pages) and its place there. @param {Index} index @param {number} doc */
  function place({ counts }, doc) {
    let group = 0;
    while (doc >= counts[group]) doc -= counts[group++];
    return [group, doc];
  }

  /** @param {string} name @returns {Promise<Column>} */
  async function column(name) {
    const index = await LaomoShards.index(), of = owner(index), [studios, achievements] = index.counts;
    const [title, labels, sets, values] = await LaomoShards.shard(`f-${name}`, (each) => each.f[name]);
    return { title, labels, of: (doc) => {
      if (doc >= studios + achievements) return [];
      const code = values.charCodeAt(doc < values.length ? doc : of[doc - studios]) - 0x23;
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
    return [...hits].sort((a, b) => keys.reduce((less, key) => less || key(a.doc) - key(b.doc), 0) || a.doc - b.doc);
  }

  return { owner, place, column, sorted };
})();
