"use strict";
/* 问句的一段 → 符合它的编号和分数：一字不差的、读音相近的、写法相近的。 */

/** @typedef {{run: string, scores: Map<number, number>, fields: Hits}} Unit 问句的一段与它的结果 */

const LaomoMatches = (() => {
  const { pairs, fuzzy, isHan } = LaomoWords, { lookup, beginning } = LaomoPostings;
  /** Fields and what a hit in them is worth, best first. */
  const TEXT = 128;
  const WORTH = [[1, 100], [2, 70], [4, 60], [32, 50], [8, 45], [16, 35], [64, 30], [TEXT, 8]];

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

  /** Documents that hold every pair of a run in one field. @param {string} run @returns {Promise<Unit | null>} null: all pairs are in nearly everything */
  async function han(run) {
    const { stopped } = await LaomoShards.index();
    const signs = [...run], stops = new Set(stopped.match(/../gu));
    const asked = pairs(run).filter((pair) => !stops.has(pair));
    if (!asked.length) return null;
    const [whole, ...each] = await Promise.all([signs.length > 2 && signs.length < 6 ? lookup(run) : new Map(), ...asked.map(lookup)]);
    const found = add(unit(run), whole);
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
    return run.length > 1 ? add(found, await beginning(run), 0.7) : found;
  }

  /** What only sounds like it. @param {string} run @returns {Promise<Unit>} */
  async function sound(run) {
    const found = unit(run);
    let keys = [run];
    if (isHan(run)) {
      const signs = [...run];
      if (signs.length < 2 || signs.length > 4) return found;
      /** @type {string} */
      const table = await LaomoShards.shard("sounds", (index) => index.sounds);
      const lines = table.split("\n");
      keys = [""];
      for (const sign of signs) {
        const ways = lines.filter((line) => line.includes(sign)).map((line) => line.replace(/[^a-z]+/g, ""));
        keys = keys.flatMap((key) => ways.map((way) => key + way)).slice(0, 8);
      }
    }
    for (const key of keys) add(found, await lookup(`~${fuzzy(key)}`), 0.8);
    if (!isHan(run) && run.length > 2) add(found, await beginning(`~${fuzzy(run)}`), 0.5);
    return found;
  }

  /** What shares the most with it, rare pairs first. @param {string} run @returns {Promise<Unit>} */
  async function near(run) {
    const found = unit(run), { counts } = await LaomoShards.index();
    if (!isHan(run)) return found;
    const signs = [...run], last = signs[signs.length - 1];
    const marks = signs.length < 5 ? [signs[0], `*${last}`, `${signs[0]}*${last}`] : [];
    const tokens = [...pairs(run), ...marks];
    const total = counts.reduce((sum, count) => sum + count, 1);
    const all = await Promise.all(tokens.map(lookup));
    /** @param {Hits} hits */
    const rare = (hits) => (hits.common ? 0 : Math.log(total / (hits.size || 1)));
    const most = all.reduce((sum, hits, n) => sum + (n < pairs(run).length ? rare(hits) : 0), 1);
    for (const hits of all) {
      const rarity = rare(hits);
      for (const [doc, fields] of hits) {
        const score = (rarity / most) * (20 + worth(fields) / 3);
        found.scores.set(doc, (found.scores.get(doc) ?? 0) + score);
        found.fields.set(doc, fields);
      }
    }
    const least = Math.max(...found.scores.values(), 0) * 0.45;
    for (const [doc, score] of found.scores) if (score < least) found.scores.delete(doc);
    return found;
  }

  return { exact: (/** @type {string} */ run) => (isHan(run) ? han(run) : word(run)), word, sound, near };
})();
