"use strict";
/* 词 → 有它的编号。写法见 generator/laomo/search/postings.py。 */

/** @typedef {Map<number, number> & {common?: boolean}} Hits 编号 → 所在的栏（Field）；common：正文里处处都有，不一一列出 */

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
      if (line[at] === "_") {
        hits.common = true;
        continue;
      }
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

  /** The row that would hold a token, by the first tokens of all. @param {[string, string][]} rows @param {string} token */
  function rowOf(rows, token) {
    let low = 0, high = rows.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (rows[middle][0] <= token) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** The rows among which a token is, and the number of their first chunk. @param {string} token @returns {Promise<{rows: [string, string][], start: number}>} */
  async function rowsOf(token) {
    const { p, table } = await LaomoShards.index();
    if (!table) return { rows: p, start: 0 };
    const n = rowOf(p, token);
    return { rows: await LaomoShards.shard(`tp${n}`, (index) => index.p[n][1]), start: n * table };
  }

  /** @param {{rows: [string, string][], start: number}} among @param {number} at @returns {Promise<string>} */
  const chunk = ({ rows, start }, at) => LaomoShards.shard(`p${start + at}`, async () => (await rowsOf(rows[at][0])).rows[at][1]);

  /** @param {string} token @returns {Promise<Hits>} */
  async function lookup(token) {
    const among = await rowsOf(token);
    if (!among.rows.length) return new Map();
    const text = await chunk(among, rowOf(among.rows, token));
    const start = text.indexOf(`\n${token} `);
    if (start < 0) return new Map();
    const from = start + token.length + 2, to = text.indexOf("\n", from);
    return decode(text.slice(from, to < 0 ? undefined : to));
  }

  /** Documents with a token that begins so; looks into two chunks at most. @param {string} prefix @returns {Promise<Hits>} */
  async function beginning(prefix) {
    const among = await rowsOf(prefix), { rows } = among;
    /** @type {Hits} */
    const all = new Map();
    if (!rows.length) return all;
    const first = rowOf(rows, prefix);
    for (let n = first; n < Math.min(first + 2, rows.length) && (n === first || rows[n][0].startsWith(prefix)); n += 1) {
      const text = `${await chunk(among, n)}\n`;
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
