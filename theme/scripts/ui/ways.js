"use strict";
/* 提示里的路：按条件、按地区、按种类看一批，而不只是一篇一篇的网页。 */

/** @typedef {{title: string, under: string, params: [string, string][]}} Way 查找页的网址里要写的条件 */

const LaomoWays = (() => {
  const REGIONS = 2;

  /** The ways to more than one document. @param {Found} found @param {number[]} counts of the kinds @returns {Promise<Way[]>} */
  async function of(found, counts) {
    const { words, asked, sort } = found;
    /** @type {[string, string][]} */
    const params = [...(words ? [/** @type {[string, string]} */ (["q", words])] : []), ...asked, ...(sort ? [/** @type {[string, string]} */ (["show", sort])] : [])];
    if (asked.length) {
      return [{ title: found.query.trim(), under: `按条件筛选，${found.hits.length} 条`, params }];
    }
    const ways = [{ title: `“${words}”的工作室`, under: `${counts[0]} 家`, params: [...params, /** @type {[string, string]} */ (["show", "studio"])] }];
    const { labels, of: district } = await LaomoFacetColumns.column("district"), index = await LaomoShards.index();
    const sizes = labels.map(() => 0);
    for (const { doc } of found.hits) if (doc < index.counts[0]) for (const label of district(doc)) sizes[label] += 1;
    const most = sizes.map((size, n) => ({ size, n })).filter(({ size }) => size > 1 && size < counts[0]).sort((a, b) => b.size - a.size || a.n - b.n);
    return [...ways, ...most.slice(0, REGIONS).map(({ size, n }) => ({ title: `“${words}” · ${labels[n]}`, under: `${size} 家`, params: /** @type {[string, string][]} */ ([...params, ["show", "studio"], ["district", labels[n]]]) }))];
  }

  return { of };
})();
