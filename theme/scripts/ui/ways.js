"use strict";
/* 路：按行业、按地区、按工会、按条件看一批，而不只是一篇一篇的网页。提示里用，什么都没有找到时也用。 */

/** @typedef {{title: string, under: string, size: number, home: string, params: [string, string][]}} Way 名录或查找页（home）的网址里要写的条件，有几间或几条 */

const LaomoWays = (() => {
  const REGIONS = 2, FILTERS = 2, INSTEAD = 4;
  /** What a question may name: the columns of studios that are small. */
  const NAMED = ["industry", "district"], OTHERS = ["industry", "union", "district"];
  /** Columns whose values all say one of these. @type {[string, RegExp][]} */
  const SAID = [["union", /会|委/], ["offers", /带徒|推广|跨单位/], ["level", /级|全国|行业/]];
  const ENDS = /(?:总工会|工会|工委|创新工作室|工作室|[区县市局级业])$/;
  const { fold, pairs } = LaomoTokenize;

  /** A column with the number of studios that have each label. @param {string} name */
  async function counted(name) {
    const { title, labels, of } = await LaomoFacetColumns.column(name), { counts: [studios] } = await LaomoShards.index();
    const sizes = labels.map(() => 0);
    for (let doc = 0; doc < studios; doc += 1) for (const label of of(doc)) sizes[label] += 1;
    return labels.flatMap((label, n) => (sizes[n] ? [{ name, title, label, size: sizes[n], said: fold(label).replace(/\s+/g, "") }] : []));
  }

  /** @param {{name: string, title: string, label: string, size: number}} value @returns {Way} */
  const directory = ({ name, title, label, size }) => ({ title: label, under: `${title}，${size} 家工作室`, size, home: "studios/", params: [[name, label]] });

  /** The filters that a question names: 澜口、焊接 澜口区、带徒. @param {string} query @returns {Promise<Way[]>} */
  async function filters(query) {
    const asked = fold(query).replace(/\s+/g, ""), names = [...NAMED, ...SAID.flatMap(([name, said]) => (said.test(asked) ? [name] : []))];
    const values = (await Promise.all(names.map(counted))).flat();
    /** How well a question names a label: 澜口区、澜口、澜口区的焊工、澜口的焊工、澜. @param {string} said */
    const rank = (said) => {
      const core = said.replace(ENDS, ""), ways = [asked.length > 1 && said.includes(asked), core.length > 1 && asked.includes(core), asked.includes(said), core === asked, said === asked];
      return ways.lastIndexOf(true) + 1;
    };
    return values.map((value) => ({ value, fit: rank(value.said) })).filter(({ fit }) => fit)
      .sort((a, b) => b.fit - a.fit || b.value.size - a.value.size).slice(0, FILTERS).map(({ value }) => directory(value));
  }

  /** The ways to more than one document. @param {Found} found @param {number[]} counts of the kinds @param {boolean} many whether what is found is worth ways of its own @returns {Promise<Way[]>} */
  async function of(found, counts, many) {
    const { words, asked, sort } = found, home = "search/";
    /** @type {[string, string][]} */
    const params = [...(words ? [/** @type {[string, string]} */ (["q", words])] : []), ...asked, ...(sort ? [/** @type {[string, string]} */ (["show", sort])] : [])];
    if (asked.length && found.hits.length) return [{ title: found.query.trim(), under: `按条件筛选，${found.hits.length} 条`, size: found.hits.length, home, params }];
    const named = await filters(found.query);
    if (!many) return named;
    const { labels, of: district } = await LaomoFacetColumns.column("district"), index = await LaomoShards.index();
    const sizes = labels.map(() => 0);
    for (const { doc } of found.hits) if (doc < index.counts[0]) for (const label of district(doc)) sizes[label] += 1;
    const most = sizes.map((size, n) => ({ size, n })).filter(({ size, n }) => size > 1 && size < counts[0] && !named.some(({ title }) => title === labels[n])).sort((a, b) => b.size - a.size || a.n - b.n);
    /** @type {[string, string]} */
    const studios = ["show", "studio"];
    return [
      ...named,
      { title: `“${words}”的工作室`, under: `${counts[0]} 家`, size: counts[0], home, params: [...params, studios] },
      ...most.slice(0, REGIONS).map(({ size, n }) => ({ title: `“${words}” · ${labels[n]}`, under: `${size} 家`, size, home, params: /** @type {[string, string][]} */ ([...params, studios, ["district", labels[n]]]) })),
    ];
  }

  /** Where to look when nothing is found: trades, unions, regions; those that the question resembles, then the largest. @param {string} query @returns {Promise<{title: string, ways: Way[]}[]>} */
  async function instead(query) {
    const asked = new Set(pairs(fold(query).replace(/\s+/g, "")));
    const groups = await Promise.all(OTHERS.map(async (name) => {
      const values = (await counted(name)).map((value) => ({ value, shared: pairs(value.said).filter((pair) => asked.has(pair)).length }));
      const best = values.sort((a, b) => b.shared - a.shared || b.value.size - a.value.size).slice(0, INSTEAD);
      return { title: values.length ? values[0].value.title : "", ways: best.map(({ value }) => directory(value)) };
    }));
    return groups.filter(({ ways }) => ways.length);
  }

  return { of, instead };
})();
