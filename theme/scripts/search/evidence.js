"use strict";
/* 一段话的几样意思合成一个结果：说得多的在前，少见的要紧，写着这个词的更准。Unit 的 studios：工作室有多少；parts：说到其中每一样的编号。 */

const LaomoEvidence = (() => {
  const { unit } = LaomoMatch, HELP = 256;
  /** What it adds that a document says the word itself, and the share of what else it is found by. */
  const SAID_TOO = 25, MORE = 0.8;
  /** How much more a rare word tells than a common one: four times as many documents are worth three quarters. */
  const RARER = 0.2;

  /** What holds one of several units; before others what holds more of them. @param {Unit[]} several @returns {Unit} */
  function anyOf(several) {
    if (several.length === 1) return several[0];
    const found = unit(several.map(({ run }) => run).join("”“")), few = Math.min(...several.map(({ scores }) => scores.size));
    for (const { scores, fields } of several) {
      const telling = (few / scores.size) ** RARER;
      for (const [doc, plain] of scores) {
        const score = plain * telling, before = found.scores.get(doc) ?? 0;
        found.scores.set(doc, Math.max(before, score) + Math.min(before, score) * MORE);
        found.fields.set(doc, (found.fields.get(doc) ?? 0) | (fields.get(doc) ?? 0));
      }
    }
    return { ...found, meant: true, need: several.some(({ need }) => need), studios: several[0]?.studios, parts: several.map(({ fields }) => new Set(fields.keys())) };
  }

  /** The word as it is written, worth more where that is what is meant: of a trade in studios, of a problem in achievements. @param {Unit} meant @param {Unit} written */
  function alsoSaid({ scores, need, studios = 0 }, written) {
    for (const [doc, score] of scores) {
      if (written.scores.has(doc) && need === doc >= studios) written.scores.set(doc, Math.max(score, written.scores.get(doc) ?? 0) + SAID_TOO);
    }
    return written;
  }

  /** @param {Unit} to @param {Unit} from @param {number} [pages] what stands before it and means something else is worth less */
  function merged(to, from, pages = 0) {
    if (from.scores.size) for (const [doc, score] of to.scores) if (doc < pages && !from.scores.has(doc)) to.scores.set(doc, score / 2);
    to.meant = to.meant || from.meant;
    to.need = to.need || from.need;
    for (const [doc, score] of from.scores) {
      if (score <= (to.scores.get(doc) ?? 0)) continue;
      to.scores.set(doc, score);
      to.fields.set(doc, (to.fields.get(doc) ?? 0) | (from.fields.get(doc) ?? 0));
    }
    return to;
  }

  /** Add what another unit finds and this one does not, at a share of its scores, from a document on; no help for publishers that names it. @param {Unit} to @param {Unit} from @param {number} share @param {number} [first] */
  function addNew(to, from, share, first = 0) {
    for (const [doc, score] of from.scores) {
      if (to.scores.has(doc) || doc < first || from.fields.get(doc) === HELP) continue;
      to.scores.set(doc, score * share);
      to.fields.set(doc, from.fields.get(doc) ?? 0);
    }
  }

  return { SAID_TOO, addNew, anyOf, alsoSaid, merged };
})();
