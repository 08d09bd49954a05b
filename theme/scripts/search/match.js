"use strict";
/* 问句的一段 → 一字不差地符合它的编号和分数。 */

/** @typedef {{run: string, scores: Map<number, number>, fields: Hits, meant?: boolean, need?: boolean, studios?: number, parts?: Set<number>[], missing?: string[], apart?: string[]}} Unit 问句的一段与它的结果；meant：是它的意思；need：说的是毛病或用途；studios、parts：见 evidence.js；missing：这一段里哪儿都没有的词；apart：没有哪条和它一起说到的东西 */

const LaomoMatch = (() => {
  const { pairs, isHan } = LaomoTokenize, { lookup, beginning } = LaomoPostings;
  /** Fields and what a hit in them is worth, best first. */
  const TEXT = 128;
  const WORTH = [[1, 100], [2, 70], [4, 60], [32, 50], [8, 45], [16, 35], [64, 30], [TEXT, 8], [256, 2]];

  /** @param {number} fields */
  const worth = (fields) => WORTH.find(([field]) => fields & field)?.[1] ?? 0;

  /** @param {string} run @returns {Unit} */
  const unit = (run) => ({ run, scores: new Map(), fields: new Map() });
  /** Add hits at a share of their worth, keeping what is better already. @param {Unit} to @param {Hits} hits @param {number} share */
  function add(to, hits, share = 1) {
    for (const [doc, fields] of hits) {
      const score = worth(fields) * share;
      if (score <= (to.scores.get(doc) ?? 0)) continue;
      to.scores.set(doc, score);
      to.fields.set(doc, fields);
    }
    return to;
  }

  /** Documents that hold every pair of a run in one field, of a long question every second pair or fewer. @param {string} run @param {number} step @returns {Promise<Unit | null>} null: all pairs are in nearly everything */
  async function han(run, step) {
    const { stopped } = await LaomoShards.index();
    const signs = [...run], stops = new Set(stopped.match(/../gu));
    const asked = pairs(run).filter((pair, n) => !stops.has(pair) && n % step === 0);
    if (!asked.length) return null;
    const ends = asked.length > 2 ? [asked[0], asked[asked.length - 1]] : asked; // what lacks the ends is nowhere: the middle need not be loaded
    const [whole, ...outer] = await Promise.all([signs.length > 2 ? lookup(run) : new Map(), ...ends.map(lookup)]);
    const found = add(unit(run), whole);
    if (signs.length > 1 && outer.some(({ size, common }) => !size && !common)) return found;
    const each = [...outer, ...await Promise.all((asked.length > 2 ? asked.slice(1, -1) : []).map(lookup))];
    if (signs.length === 1) add(found, await beginning(run), 0.4);
    each.sort((a, b) => Number(Boolean(a.common)) - Number(Boolean(b.common)) || a.size - b.size);
    /** @type {Hits} */
    const both = new Map();
    for (const [doc, fields] of each[0]) {
      const shared = each.reduce((mask, hits) => mask & (hits.get(doc) ?? (hits.common ? TEXT : 0)), fields);
      if (shared) both.set(doc, shared);
    }
    add(found, both);
    return each[0].common && !found.scores.size ? null : found;
  }

  /** @param {string} run @returns {Promise<Unit>} */
  async function word(run) {
    const found = add(unit(run), await lookup(run));
    if (run.length > 1) add(found, await beginning(run), 0.7);
    const ends = /\d{4}$/.test(run) && !(found.scores.size && /^(?:19|20)\d\d$/.test(run));
    return ends ? add(found, await beginning(`<${[...run].reverse().join("")}`), 0.9) : found; // the last digits of a number
  }

  /** Puts first what has a run in a field. @param {Unit} found @param {number} field */
  function prefer({ scores, fields }, field) {
    for (const [doc, score] of scores) if ((fields.get(doc) ?? 0) & field && score < 100) scores.set(doc, score + 40);
  }

  return { exact: (/** @type {string} */ run, step = 1) => (isHan(run) ? han(run, step) : word(run)), word, unit, add, prefer, worth };
})();
