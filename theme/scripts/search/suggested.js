"use strict";
/* 一句话 → 提示里要摆的：各类的前几条，和按条件看的路。 */

/** @typedef {{found: Found, counts: number[], order: number[], cards: Card[][], ways: Way[]}} Suggested 各类的条数；各类的次序；各类的卡片 */

const LaomoSuggested = (() => {
  /** The most rows of each kind; of one character few, because every row costs a file and the next character changes it. */
  const MOST = [3, 2, 2, 1, 2], BEGUN = [1, 1, 1, 1, 0];
  /** From so many studios on, a way to all of them, and to those of a region, is worth a row. */
  const MANY = 6;

  /** Null if that takes the meanings of words, and `wide` does not ask for them: who writes on would load them for half a word. @param {string} query @param {boolean} wide @returns {Promise<Suggested | null>} */
  async function of(query, wide) {
    const found = await LaomoEngine.search(query, wide);
    if (found.partial) return null;
    const groups = LaomoResults.groups(await LaomoShards.index(), found, found.hits);
    const long = [...query].length > 1, most = long ? MOST : BEGUN, counts = groups.map((hits) => hits.length);
    const [ways, ...cards] = await Promise.all([
      long || found.asked.length ? several(found, counts) : [],
      ...groups.map(async (hits, n) => (await LaomoResults.settled(found, hits.slice(0, most[n] + (n ? 0 : 2)))).slice(0, most[n])),
    ]);
    const best = groups.map((hits) => hits[0]?.score ?? -1); // what the question most likely means comes first
    const order = [0, 1, 2, 3, 4].filter((n) => counts[n]).sort((a, b) => best[b] - best[a] || a - b);
    return { found, counts, order, cards, ways };
  }

  /** @param {Found} found @param {number[]} counts @returns {Promise<Way[]>} */
  async function several(found, counts) {
    const { LaomoWays } = await LaomoShards.late("ways", { LaomoShards, LaomoDocumentNumbers, LaomoTokenize });
    if (found.hits.length) return LaomoWays.of(found, counts, counts[0] >= MANY && found.sure);
    const named = await LaomoWays.of(found, counts, false);
    return named.length ? named : (await LaomoWays.instead(found.query)).map(({ ways: [way] }) => way);
  }

  return { of };
})();
