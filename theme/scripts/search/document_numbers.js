"use strict";
/* 编号：工作室、成果、工会、文章依次编号，见 generator/laomo/pages/search/documents.py。 */

const LaomoDocumentNumbers = (() => {
  /** The studio of a document that is a studio or an achievement. @param {Index} index @param {number} doc */
  const studioOf = ({ counts }, doc) => doc % counts[0];

  /** All documents of a group: the numbers of achievements have gaps. @param {number} group @returns {Promise<{doc: number, score: number}[]>} */
  async function all(group) {
    const { counts } = await LaomoShards.index(), start = counts.slice(0, group).reduce((sum, count) => sum + count, 0);
    /** @type {number[] | undefined} */
    const owned = group === 1 ? await LaomoShards.shard("owned", (index) => index.owned) : undefined;
    const there = (/** @type {number} */ n) => !owned || n / counts[0] < owned[n % counts[0]];
    return Array.from({ length: counts[group] }, (_, n) => n).filter(there).map((n) => ({ doc: start + n, score: 0 }));
  }

  /** The group of a document (studios, achievements, unions, pages) and its place there. @param {Index} index @param {number} doc */
  function place({ counts }, doc) {
    let group = 0;
    while (doc >= counts[group]) doc -= counts[group++];
    return [group, doc];
  }

  return { studioOf, all, place };
})();
