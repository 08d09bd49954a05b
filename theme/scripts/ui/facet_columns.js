"use strict";
/* 筛选用的各列和各种次序。写法见 generator/laomo/pages/search/facet_columns.py。 */

/** @typedef {{title: string, labels: string[], of: (doc: number) => number[]}} Column */

const LaomoFacetColumns = (() => {
  const { studioOf, place } = LaomoDocumentNumbers;
  /** Orders that are made of columns: labels stand in their order, the newest year and the highest level first. @type {Record<string, string[]>} */
  const ORDERS = { listed: ["union"], change: ["measured", "year"], year: ["year", "union"], updated: ["updated", "union"] };

  /** @param {string} name @returns {Promise<Column>} */
  async function column(name) {
    const index = await LaomoShards.index(), [studios, achievements] = index.counts;
    const [title, labels, sets, values] = await LaomoShards.shard(`f-${name}`, (each) => each.f[name]);
    const first = name === "page" ? studios + achievements + index.counts[2] : 0;
    return { title, labels, of: (doc) => {
      if (first ? doc < first : doc >= studios + achievements) return [];
      const code = values.charCodeAt(doc - first < values.length ? doc - first : studioOf(index, doc)) - 0x23;
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

  return { column, sorted };
})();
