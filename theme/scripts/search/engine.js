"use strict";
/* 一句话 → 按次序排好的编号。 */

/** @typedef {{query: string, runs: string[], hits: {doc: number, score: number}[], units: Unit[], notes: string[]}} Found */

const LaomoEngine = (() => {
  const { fold, split, isHan } = LaomoTokenize, { exact, word } = LaomoMatch;
  const LONGEST = 48;
  const NAME = 1, LEADER = 2, TITLE = 4, UNIT = 8;
  const shown = NAME | LEADER | TITLE | UNIT;

  /**
   * Scores of documents over all units. An achievement answers for what its studio says, a studio for what its achievements
   * are called: “罗海平 防摇” finds both. @param {Unit[]} units @param {Index} index @param {boolean} every
   */
  function combine(units, index, every) {
    const [studios, achievements] = index.counts, of = (/** @type {number} */ doc) => LaomoDocumentNumbers.studioOf(index, doc);
    const child = units.map(({ scores }) => {
      /** @type {Map<number, number>} */
      const best = new Map();
      for (const [doc, score] of scores) {
        const at = doc - studios;
        if (at >= 0 && at < achievements && score >= 30) best.set(of(doc), Math.max(best.get(of(doc)) ?? 0, score * 0.35));
      }
      return best;
    });
    const candidates = new Set(units.flatMap(({ scores }, n) => [...scores.keys(), ...child[n].keys()]));
    /** @type {{doc: number, score: number}[]} */
    const hits = [];
    for (const doc of candidates) {
      const at = doc - studios, part = at >= 0 && at < achievements;
      let score = at < 0 ? 3 : part ? 0 : at < achievements + index.counts[2] ? 4 : 1, met = 0, own = 0;
      units.forEach(({ scores }, n) => {
        const mine = scores.get(doc) ?? 0;
        const inherited = part ? (scores.get(of(doc)) ?? 0) * 0.7 : child[n].get(doc) ?? 0;
        if (mine || inherited) met += 1;
        if (mine) own += 1;
        score += Math.max(mine, inherited);
      });
      if ((every ? met === units.length : met) && (own || !part)) hits.push({ doc, score: every ? score : score + met * 100 });
    }
    return hits.sort((a, b) => b.score - a.score || a.doc - b.doc);
  }

  /** @param {string} query @returns {Promise<Found>} */
  async function search(query) {
    const index = await LaomoShards.index(), notes = [];
    const signs = [...query.trim()];
    if (signs.length > LONGEST) notes.push(`问句太长，只用了前 ${LONGEST} 个字。`);
    let runs = split(signs.slice(0, LONGEST).join(""));
    const joined = runs.length > 2 && runs[0] === runs.slice(1).join("") ? runs.shift() : undefined;
    if (joined) { // “luo hai ping”、“ZL 2013 1 …”：先当一个词
      const whole = await word(joined);
      if (whole.scores.size) return { query, runs: [joined], hits: combine([whole], index, true), units: [whole], notes };
    }
    const answers = await Promise.all(runs.map(async (run) => ({ run, unit: await exact(run) })));
    const common = answers.filter(({ unit: found }) => !found).map(({ run }) => run);
    /** @type {Unit[]} */
    const units = [];
    for (const { run, unit: exact } of answers) {
      if (!exact) continue;
      let found = exact;
      if (!found.scores.size) {
        const { LaomoFuzzy } = await LaomoShards.late("likeness", { LaomoShards, LaomoTokenize, LaomoPostings, LaomoMatch });
        found = await LaomoFuzzy.sound(run);
        const others = await LaomoFuzzy.near(run), sounds = found.scores.size > 0;
        for (const [doc, score] of others.scores) {
          if (found.scores.has(doc)) continue;
          found.scores.set(doc, sounds ? score * 0.5 : score);
          found.fields.set(doc, others.fields.get(doc) ?? 0);
        }
        if (sounds) notes.push(`没有“${run}”，下面是读音${others.scores.size ? "或写法" : ""}相近的。`);
        else if (found.scores.size) notes.push(`没有完全包含“${run}”的，下面是最接近的。`);
        else if (answers.length > 1) notes.push(`没有“${run}”，已略去。`);
      }
      units.push(found);
    }
    if (common.length) notes.push(`“${common.join("”“")}”几乎处处都有，${units.length ? "已略去。" : "请再加一个词，或按条件筛选。"}`);
    if (common.length && !units.length) return { query, runs, hits: await everything(), units, notes };
    runs = runs.filter((run) => !common.includes(run));
    let hits = combine(units, index, true);
    if (!hits.length && units.some(({ scores }) => scores.size)) {
      hits = combine(units, index, false);
      if (units.every(({ scores }) => scores.size)) notes.push("没有同时符合各个词的，下面是符合一部分的。");
    }
    return { query, runs, hits, units, notes };
  }

  const everything = async () => (await Promise.all([0, 1].map(LaomoDocumentNumbers.all))).flat();

  /**
   * With the cards at hand: pairs that lie far apart are no phrase, and a title that is the question itself comes first.
   * @param {Found} found @param {number} doc @param {string} title @param {string} words all that the card shows
   */
  function settle(found, doc, title, words) {
    const folded = fold(words), name = fold(title), query = fold(found.query).replace(/\s+/g, "");
    const lies = found.units.some(({ run, fields }) => {
      const where = fields.get(doc) ?? 0;
      return isHan(run) && where && !(where & ~shown) && !(where & NAME) && !folded.includes(run);
    });
    if (lies && !found.notes.length) return -200;
    return name === query ? 40 : name.startsWith(query) ? 2 : 0;
  }

  return { search, everything, settle, NAME, LEADER };
})();
