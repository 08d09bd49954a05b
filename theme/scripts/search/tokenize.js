"use strict";
/* 字和词：折叠、切分、读音的模糊写法。与 generator/laomo/pages/search/tokens.py 一致。 */

const LaomoTokenize = (() => {
  const HAN = "\\u3007\\u3400-\\u4dbf\\u4e00-\\u9fff\\u{20000}-\\u{323af}";
  const RUNS = new RegExp(`[${HAN}]+|(?:(?![${HAN}])[\\p{L}\\p{N}])+`, "gu");
  const SPACED = new RegExp(`(^|\\s)([${HAN}](?:\\s+[${HAN}])+)(?=\\s|$)`, "gu");
  const NUMBERED = /^(?:专利|软著|证书|登记|文件|编)?号?码?$/;
  const IS_HAN = new RegExp(`^[${HAN}]`, "u");
  const DROPPED = /[·•・‧⋅∙.\p{VS}‐–—'’‘"“”-]/gu;

  /** @param {string} text */
  const fold = (text) => text.normalize("NFKC").toLowerCase().replace(DROPPED, "");
  /** What is typed, in one line, without signs that nobody sees: those that turn the direction of writing, and those that control. @param {string} typed */
  const clean = (typed) => typed.replace(/\s+/gu, " ").replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, "").trim();
  /** @param {string} run */
  const pairs = (run) => {
    const signs = [...run];
    return signs.length < 2 ? signs : signs.slice(1).map((sign, n) => signs[n] + sign);
  };
  /** @param {string} letters */
  const fuzzy = (letters) => letters.replace(/([zcs])h/g, "$1").replace(/ng+|l/g, "n").replace(/y?[uüv]/g, "u");

  /** @param {string} query @returns {string[]} */
  function split(query) {
    const spaced = query.replace(SPACED, (_, before, signs) => before + signs.replace(/\s+/g, "")); // 电 工
    const folded = fold(spaced).replace(/\bzl\s*(?=\d)/g, ""); // a patent number without its letters
    /** @type {string[]} */
    let runs = folded.match(RUNS) ?? [];
    if (/\d{5}/.test(folded)) runs = runs.filter((run) => !NUMBERED.test(run)); // 专利号 2024…
    const together = folded.replace(/\s+/g, "");
    if (runs.length > 1 && /^[a-z\d]+$/.test(together)) return [together, ...runs];
    return [...new Set(runs)];
  }

  return { fold, clean, pairs, fuzzy, split, isHan: (/** @type {string} */ run) => IS_HAN.test(run) };
})();
