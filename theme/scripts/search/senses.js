"use strict";
/* 一个词的意思 → 说到它的编号：记号见 vocabulary.js。 */

const LaomoSenses = (() => {
  const { lookup } = LaomoPostings, { unit, add } = LaomoMatch;
  const SKILL = 16, FACET = 64, TEXT = 128 | 256;
  /** What a hit of a meaning is worth beside the word itself, and one of a trade in an achievement. */
  const SHARE = 0.9, BELOW = 0.5;

  /** Documents that mean it. @param {string} run @param {string[]} tokens @param {Table} known @param {number} share */
  async function meaning(run, tokens, { trades, needs }, share = SHARE) {
    const found = unit(run), { counts: [studios] } = await LaomoShards.index();
    found.meant = true;
    found.studios = studios;
    found.need = tokens.some((token) => needs.has(token));
    await Promise.all(tokens.map(async (token) => {
      const hits = [...await lookup(token)].map(([doc, fields]) => /** @type {[number, number]} */ ([doc, fields | (fields & ~(FACET | TEXT) ? SKILL : 0)]));
      add(found, new Map(hits.filter(([doc]) => doc < studios)), needs.has(token) ? share * BELOW : share);
      add(found, new Map(hits.filter(([doc]) => doc >= studios)), trades.has(token) ? share * BELOW : share); // 问行当的，先看工作室
    }));
    return found;
  }

  /** Whether a unit has a hit outside running text. @param {Unit} found @param {number} [before] only documents before this one @param {number} [where] only in these fields */
  const strong = ({ fields }, before = Infinity, where = ~TEXT) => [...fields].some(([doc, each]) => doc < before && each & where);

  return { meaning, strong };
})();
