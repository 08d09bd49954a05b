"use strict";
/* 各个词的结果合在一起：几个词都有的。 */

/** @typedef {{doc: number, score: number, met: boolean[]}} Candidate */

const LaomoCombine = (() => {
  /** What it is worth at least that a studio has a trade by more than its running text. */
  const SAID = 10;

  /**
   * Scores of documents over all units. An achievement answers for what its studio says, a studio for what its achievements
   * are called: “罗海平 防摇” finds both. @param {Unit[]} units @param {Index} index @returns {Candidate[]}
   */
  function candidates(units, index) {
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
    /** @type {Candidate[]} */
    const found = [];
    for (const doc of new Set(units.flatMap(({ scores }, n) => [...scores.keys(), ...child[n].keys()]))) {
      const at = doc - studios, part = at >= 0 && at < achievements;
      let score = at < 0 ? 3 : part ? 0 : at < achievements + index.counts[2] ? 4 : 1, own = !part;
      const met = units.map(({ scores, need, meant }, n) => {
        const mine = scores.get(doc) ?? 0, above = part ? scores.get(of(doc)) ?? 0 : 0; // 工作室说的毛病、正文里提到的行当，不是它每一项成果的
        const inherited = part ? (need || (meant && above < SAID) ? 0 : above * 0.7) : child[n].get(doc) ?? 0;
        own = own || mine > 0;
        score += Math.max(mine, inherited);
        return mine > 0 || inherited > 0;
      });
      if (own && met.includes(true)) found.push({ doc, score, met });
    }
    // What is worth the same stands together by the files of its cards, so that few are loaded.
    const block = (/** @type {Candidate} */ { doc }) => (doc < studios + achievements ? Math.floor(of(doc) / index.size) : doc);
    return found.sort((a, b) => b.score - a.score || block(a) - block(b) || a.doc - b.doc);
  }

  /** @param {Candidate} candidate */
  const count = ({ met }) => met.filter(Boolean).length;

  /** Documents that hold all words. @param {Unit[]} units @param {Index} index */
  const every = (units, index) => candidates(units, index).filter((each) => count(each) === units.length);

  return { candidates, count, every };
})();
