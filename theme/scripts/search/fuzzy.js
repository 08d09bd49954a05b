"use strict";
/* 一字不差的没有时：读音相近的、写法相近的。 */

const LaomoFuzzy = (() => {
  const { pairs, fuzzy, isHan } = LaomoTokenize, { lookup, beginning } = LaomoPostings, { unit, add, worth } = LaomoMatch;

  const NAME = 1, HELP = 256, LEAST = 0.2;

  /** The fuzzy syllables of each character. @type {Map<string, string[]> | undefined} */
  let syllables;
  async function sounds() {
    if (syllables) return syllables;
    /** @type {string} */
    const table = await LaomoShards.shard("sounds", (index) => index.sounds);
    const found = new Map();
    for (const line of table.split("\n")) {
      const syllable = line.replace(/[^a-z]+/g, "");
      for (const sign of line.slice(syllable.length)) found.set(sign, [...(found.get(sign) ?? []), syllable]);
    }
    return (syllables = found);
  }

  /** How a run of two to four characters may be spelled. @param {string} run */
  async function spelled(run) {
    const signs = [...run];
    return signs.length < 2 || signs.length > 4 ? [] : spellings(signs, await sounds());
  }

  /** @param {string[]} signs @param {Map<string, string[]>} table */
  const spellings = (signs, table) => signs.reduce((keys, sign) => keys.flatMap((key) => (table.get(sign) ?? []).map((way) => key + way)).slice(0, 8), [""]).map(fuzzy);

  /** What only sounds like it. @param {string} run @returns {Promise<Unit>} */
  async function sound(run) {
    const found = unit(run);
    const keys = isHan(run) ? await spelled(run) : [fuzzy(run)];
    for (const key of keys) add(found, await lookup(`~${key}`), 0.8);
    if (!isHan(run) && run.length > 2) add(found, await beginning(`~${fuzzy(run)}`), 0.5);
    if (run.length < 4 && !isHan(run)) return found;
    const table = await sounds();
    return LaomoWords.sounding(found, new Set(keys), (word) => spellings([...word], table));
  }

  /** Whether somebody's whole name sounds like a run of characters. @param {string} run */
  async function isName(run) {
    const hits = await Promise.all((await spelled(run)).map((key) => lookup(`~${key}`)));
    return hits.some((each) => [...each.values()].some((fields) => fields & NAME));
  }

  /** The documents of each pair of a run, and of other tokens, with the share of its rarity in that of all pairs. @param {string} run @param {string[]} others */
  async function weighed(run, others) {
    const { counts } = await LaomoShards.index(), total = counts.reduce((sum, count) => sum + count, 1), own = pairs(run);
    const all = await Promise.all([...own, ...others].map(lookup)), rare = all.map((hits) => (hits.common ? 0 : Math.log(total / (hits.size || 1))));
    const most = rare.slice(0, own.length).reduce((sum, each) => sum + each, 1);
    return all.map((hits, n) => ({ hits, rarity: rare[n] / most }));
  }

  /** How much of a run each document shares, from nothing to 1. @param {string} run @returns {Promise<Map<number, number>>} */
  async function likeness(run) {
    const found = new Map();
    for (const { hits, rarity } of await weighed(run, [])) for (const [doc] of hits) found.set(doc, (found.get(doc) ?? 0) + rarity);
    return found;
  }

  /** What shares the most with it, rare pairs first. @param {string} run @returns {Promise<Unit>} */
  async function near(run) {
    const found = unit(run);
    if (!isHan(run)) return found;
    const signs = [...run], last = signs[signs.length - 1];
    const marks = signs.length < 5 ? [signs[0], `*${last}`, `${signs[0]}*${last}`] : [];
    /** How much of the question a document shares: of pairs that many documents have, little. @type {Map<number, number>} */
    const shares = new Map();
    for (const { hits, rarity } of await weighed(run, marks)) {
      for (const [doc, fields] of hits) {
        if (fields === HELP) continue;
        found.scores.set(doc, (found.scores.get(doc) ?? 0) + rarity * (20 + worth(fields) / 3));
        found.fields.set(doc, fields);
        shares.set(doc, (shares.get(doc) ?? 0) + rarity);
      }
    }
    const least = Math.max(...found.scores.values(), 0) * 0.45;
    for (const [doc, score] of found.scores) if (score < least || (shares.get(doc) ?? 0) < LEAST) found.scores.delete(doc);
    return found;
  }

  return { sound, isName, near, likeness };
})();
