"use strict";
/* 查到的编号 → 分好类、排定次序、标出问的词的卡片。 */

const LaomoResults = (() => {
  /** Text with its hits as <mark>. @param {string} text @param {string[]} runs @returns {DocumentFragment} */
  function marked(text, runs) {
    const out = document.createDocumentFragment(), signs = [...text];
    let folded = "";
    /** @type {number[]} */
    const from = [];
    signs.forEach((sign, n) => {
      for (const one of LaomoTokenize.fold(sign)) {
        folded += one;
        for (let unit = 0; unit < one.length; unit += 1) from.push(n);
      }
    });
    /** @type {boolean[]} */
    const lit = new Array(signs.length).fill(false);
    for (const run of runs) {
      for (let at = folded.indexOf(run); run && at >= 0; at = folded.indexOf(run, at + 1)) lit.fill(true, from[at], from[at + run.length - 1] + 1);
    }
    for (let at = 0; at < signs.length;) {
      let end = at;
      while (end < signs.length && lit[end] === lit[at]) end += 1;
      const piece = signs.slice(at, end).join("");
      if (lit[at]) out.append(Object.assign(document.createElement("mark"), { textContent: piece }));
      else out.append(piece);
      at = end;
    }
    return out;
  }

  /** @typedef {{doc: number, score: number, person?: boolean}} Hit */

  /** The hits by kind; people are studios that were found by a leader's name, and all of them when nothing is asked. @param {Index} index @param {Found} found @param {{doc: number, score: number}[]} hits */
  function groups(index, found, hits) {
    /** @type {Hit[][]} */
    const all = LaomoResultCards.KINDS.map(() => []);
    for (const hit of hits) {
      const at = LaomoResultCards.kind(index, hit.doc);
      all[at].push(hit);
      if (!at && (!found.runs.length || isPerson(found, hit.doc))) all[1].push({ ...hit, person: true });
    }
    return all;
  }

  /** @param {Found} found @param {number} doc */
  const isPerson = ({ units }, doc) => units.some(({ fields }) => (fields.get(doc) ?? 0) & (LaomoEngine.NAME | LaomoEngine.LEADER));

  /** Hits of all kinds: people stand behind the studios that are found by their names. @param {Found} found @param {Hit[]} hits @param {Hit[]} people */
  function together(found, hits, people) {
    const at = found.runs.length ? hits.findIndex(({ doc }) => !isPerson(found, doc)) : -1, before = at < 0 ? hits.length : at;
    return [...hits.slice(0, before), ...people, ...hits.slice(before)];
  }

  /** The cards of hits in their final order. @param {Found} found @param {Hit[]} hits @param {boolean} [sorted] */
  async function settled(found, hits, sorted = true) {
    const called = (/** @type {string} */ name) => found.runs.some((run) => LaomoTokenize.fold(name).includes(run)), people = hits.every(({ person }) => person);
    const cards = await Promise.all(hits.map(async ({ doc, score, person }) => {
      const card = await LaomoResultCards.of(doc, person ? called : undefined, found.below);
      return { card, score: score + (person && !people ? 0 : LaomoEngine.settle(found, doc, card.title, card.words)) };
    }));
    return (sorted ? cards.sort((a, b) => b.score - a.score) : cards).map(({ card }) => card);
  }

  return { marked, groups, together, settled };
})();
