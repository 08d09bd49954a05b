"use strict";
/* 索引的文件（写法见 generator/laomo/pages/search/index.py）：要用哪一片才取哪一片，离线从文件夹打开也行。 */

/**
 * @typedef {{counts: number[], size: number, pages: number, year: number, table?: number, stopped: string, results: string[], owned: string, p: [string, string][],
 *   s: string[], a: string[], u: string[], g: string[], f: Record<string, string>, o: Record<string, string[]>, sounds: string, words: string, w: string[], english: string, variants: string}} Index
 * @typedef {{facets: {LaomoFacetColumns: typeof LaomoFacetColumns, LaomoFacets: typeof LaomoFacets}, meaning: {LaomoMeaning: typeof LaomoMeaning}, ways: {LaomoWays: typeof LaomoWays}}} Late
 */

const LaomoShards = (() => {
  const folder = `${document.documentElement.dataset.base}search/`;
  /** @type {Map<string, Promise<any>>} */
  const kept = new Map();

  // A shard hands its data to the element that loads it: so two readers on one page never take each other's.
  Object.assign(window, {
    /** @param {string} _ @param {unknown} data */
    laomoSearch: (_, data) => document.currentScript && Object.assign(document.currentScript, { data }),
  });
  // A shard that arrives cut short is a syntax error: the reader gets a sentence about it, the console nothing.
  window.addEventListener("error", (event) => {
    if (event.filename?.includes("/search/")) event.preventDefault();
  });

  /** @param {string} file @returns {Promise<any>} */
  const script = (file) => new Promise((resolve, reject) => {
    const element = /** @type {HTMLScriptElement & {data?: any}} */ (document.createElement("script"));
    element.onload = element.onerror = () => {
      element.remove();
      if ("data" in element) resolve(element.data);
      else reject(new Error(file));
    };
    element.src = folder + file;
    document.head.append(element);
  });

  /** @param {string} again @returns {Promise<Index>} */
  const index = (again = "") => keep("index", () => script(`index.js${again}`));

  /** @param {string} name @param {() => Promise<any>} make */
  function keep(name, make) {
    let found = kept.get(name);
    if (!found) {
      found = make();
      found.catch(() => kept.delete(name));
      kept.set(name, found);
    }
    return found;
  }

  /** @param {string} name @param {(index: Index) => string | Promise<string>} hash */
  async function shard(name, hash) {
    const file = async () => `${name}-${await hash(await index())}.js`;
    return keep(name, () => file().then((first) => script(first).catch(async () => {
      kept.clear(); // perhaps the site was published anew meanwhile: ask for its list once more
      await index(`?${Date.now()}`);
      return script(await file());
    })));
  }

  /** File n of a kind; in a large site the index names tables of hashes. @param {"s" | "a"} kind @param {number} n */
  const one = (kind, n) => shard(`${kind}${n}`, async ({ table, [kind]: hashes }) => {
    if (!table) return hashes[n];
    const at = Math.floor(n / table);
    return (await shard(`t${kind}${at}`, (index) => index[kind][at]))[n % table];
  });

  /**
   * Modules that only some readers need, in a script that is loaded like a shard and receives the modules that it names.
   * @template {keyof Late} Name @param {Name} name @param {object} modules @returns {Promise<Late[Name]>}
   */
  const late = (name, modules) => keep(`late ${name}`, async () => (await script(`../assets/javascripts/search/${name}.js`))(modules));

  return { index: () => index(), shard, one, late };
})();
