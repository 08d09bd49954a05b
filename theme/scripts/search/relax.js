"use strict";
/* 没有都含的：去掉一个词，并说明去掉了哪个；只是相近的，只列不多的几条。 */

const LaomoRelax = (() => {
  const { candidates, count } = LaomoCombine;
  const MOST = 20;
  /** How many of the first hits are of different trades, and what share of all studios lies between them. */
  const VARIED = 3, APART = 1 / 16;
  /** What a word is worth, on the average, that more than running text says. */
  const FIRM = 20;
  /** A word in a title that so many times fewer documents hold than what a problem means says more. */
  const RARER = 20, TITLED = 1 | 4;
  /** Names and titles, units, trades: the order of what is only like the question. */
  const CLASSES = [1 | 2 | 4, 8, 16];

  /** A number of five or more digits says exactly what is meant. @param {Unit} unit */
  const exact = ({ run }) => /\d{5}/.test(run);

  /**
   * Documents that hold all words; else those that hold the most of them, few, and the note about the words that were let go.
   * @param {Unit[]} units @param {Index} index @returns {{hits: Candidate[], note: string}}
   */
  function combined(units, index) {
    const all = candidates(units, index), whole = all.filter((each) => count(each) === units.length);
    // 各处正文里碰巧都有，不如行当说得准：码头、工人
    const firm = !units.some(({ meant }) => meant) || whole.some(({ score }) => score >= FIRM * units.length);
    if (units.length < 2 || (whole.length && firm)) return { hits: whole, note: "" };
    const named = all.filter(({ met }) => units.every((unit, n) => met[n] || !exact(unit)));
    // 行当和毛病，比地方和别的话要紧；毛病和用途，又比行当要紧
    const holding = (/** @type {"meant" | "need"} */ what) => named.filter(({ met }) => units.every((unit, n) => met[n] || !unit[what]));
    // 题目里写着、又少有的词（地契），比到处都有的毛病（烂了）说得准
    const most = Math.min(...units.filter(({ meant }) => meant).map(({ scores }) => scores.size));
    const rare = units.map(({ meant, scores, fields }) => !meant && scores.size > 0 && scores.size * RARER < most && [...fields.values()].some((where) => where & TITLED));
    const telling = rare.includes(true) ? named.filter(({ met }) => rare.every((each, n) => met[n] || !each)) : [];
    const kept = [telling, holding("meant"), holding("need"), named].find(({ length }) => length) ?? [];
    const best = whole.length ? kept[0] : kept.reduce((a, b) => (!a || count(b) > count(a) ? b : a), /** @type {Candidate | undefined} */ (undefined));
    if (!best) return { hits: [], note: "" };
    if (count(best) === units.length) return { hits: whole, note: "" };
    const words = (/** @type {boolean} */ met) => units.flatMap(({ run }, n) => (best.met[n] === met ? [`“${run}”`] : [])).join("");
    const hits = kept.filter(({ met }) => met.every((each, n) => each || !best.met[n]));
    const other = units.length === 2 && units.every(({ meant }) => meant) ? all.filter(({ doc }) => !hits.some((each) => each.doc === doc)) : [];
    if (other.length) return { hits: inTurn(nearest(hits, units), nearest(other, units)), note: `没有同时说到${units.map(({ run }) => `“${run}”`).join("")}的，以下只说到其中一样，或意思相近。` };
    return { hits: nearest(hits, units), note: `没有同时含${units.map(({ run }) => `“${run}”`).join("")}的，以下不含${words(false)}。` };
  }

  /** The first of one list, the first of the other, the second of one, … with scores in that order. @param {Candidate[]} one @param {Candidate[]} other */
  function inTurn(one, other) {
    const all = one.flatMap((each, n) => [each, ...other.slice(n, n + 1)]), rest = other.slice(one.length);
    return [...all, ...rest].slice(0, MOST).map((each, n) => ({ ...each, score: MOST - n }));
  }

  /** The first of those that are only like the question: by names, units, trades. @param {Candidate[]} hits @param {Unit[]} units */
  function nearest(hits, units) {
    const rank = new Map(hits.map(({ doc }) => [doc, Math.min(...units.map(({ fields }) => {
      const at = CLASSES.findIndex((mask) => (fields.get(doc) ?? 0) & mask);
      return at < 0 ? CLASSES.length : at;
    }))]));
    return [...hits].sort((a, b) => (rank.get(a.doc) ?? 0) - (rank.get(b.doc) ?? 0) || b.score - a.score || a.doc - b.doc).slice(0, MOST);
  }

  /**
   * Whoever names a problem sees among the first what tells of each thing that he says, and several trades, if they are worth half as
   * much as the best: studios of one trade have neighbouring numbers. @param {Candidate[]} hits best first @param {Unit[]} units @param {Index} index
   */
  function varied(hits, units, index) {
    const need = units.find((each) => each.need);
    if (!need || !hits.length) return hits;
    const [studios, achievements] = index.counts, [best] = hits, some = hits.filter(({ doc, score }) => doc < studios + achievements && score >= best.score / 2);
    const near = (/** @type {number} */ one, /** @type {number} */ other) => Math.abs(LaomoDocumentNumbers.studioOf(index, one) - LaomoDocumentNumbers.studioOf(index, other)) < studios * APART;
    const first = [best];
    /** @param {Candidate | undefined} hit */
    const take = (hit) => hit && first.length < VARIED && first.push(hit);
    for (const part of need.parts ?? []) if (!first.some(({ doc }) => part.has(doc))) take((need.apart?.length ? hits : some).find(({ doc }) => part.has(doc)));
    if (units.length < 2) while (take(some.find((each) => !first.some(({ doc }) => near(doc, each.doc)))));
    return [...first.map((each, n) => ({ ...each, score: best.score + first.length - n })), ...hits.filter((each) => !first.includes(each))];
  }

  return { MOST, combined, nearest, varied };
})();
