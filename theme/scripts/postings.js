"use strict";
/* 词 → 有它的编号。写法见 generator/laomo/search/postings.py。 */

/** @typedef {Map<number, number>} Hits 编号 → 所在的栏（Field） */

const LaomoPostings = (() => {
  const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-*/=<>~abcdefghijklmnopqrstuvwxyz!$%&()[]{}|;:,.?@^";
  const BASE = 44;
  const TEXT = 128;

  /** @param {string} line @returns {Hits} */
  function decode(line) {
    /** @type {Hits} */
    const hits = new Map();
    let fields = TEXT, doc = -1, step = 0, place = 1;
    for (let at = 0; at < line.length; at += 1) {
      if (line[at] === "#") {
        fields = parseInt(line.slice(at + 1, at + 3), 16);
        doc = -1;
        at += 2;
        continue;
      }
      const digit = DIGITS.indexOf(line[at]);
      step += (digit % BASE) * place;
      place *= BASE;
      if (digit < BASE) {
        doc += step + 1;
        hits.set(doc, fields);
        step = 0;
        place = 1;
      }
    }
    return hits;
  }

  /** The chunk that would hold a token. @param {string[]} firsts @param {string} token */
  function chunkOf(firsts, token) {
    let low = 0, high = firsts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (firsts[middle] <= token) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** @param {number} n @returns {Promise<string>} */
  const chunk = (n) => LaomoShards.shard(`p${n}`, (index) => index.p[n]);

  /** @param {string} token @returns {Promise<Hits>} */
  async function lookup(token) {
    const { firsts } = await LaomoShards.index();
    if (!firsts.length) return new Map();
    const text = await chunk(chunkOf(firsts, token));
    const start = text.indexOf(`\n${token} `);
    if (start < 0) return new Map();
    const from = start + token.length + 2, to = text.indexOf("\n", from);
    return decode(text.slice(from, to < 0 ? undefined : to));
  }

  /** Documents with a token that begins so; looks into two chunks at most. @param {string} prefix @returns {Promise<Hits>} */
  async function beginning(prefix) {
    const { firsts } = await LaomoShards.index();
    /** @type {Hits} */
    const all = new Map();
    if (!firsts.length) return all;
    const first = chunkOf(firsts, prefix);
    for (let n = first; n < Math.min(first + 2, firsts.length) && (n === first || firsts[n].startsWith(prefix)); n += 1) {
      const text = `${await chunk(n)}\n`;
      for (let at = text.indexOf(`\n${prefix}`); at >= 0 && text.startsWith(prefix, at + 1);) {
        const from = text.indexOf(" ", at), to = text.indexOf("\n", from);
        for (const [doc, fields] of decode(text.slice(from + 1, to))) all.set(doc, (all.get(doc) ?? 0) | fields);
        at = to;
      }
    }
    return all;
  }

  return { lookup, beginning };
})();
