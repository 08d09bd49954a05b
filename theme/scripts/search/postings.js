"use strict";
/* 词 → 有它的编号。写法见 generator/laomo/pages/search/postings.py。 */

/** @typedef {Map<number, number> & {common?: boolean}} Hits 编号 → 所在的栏（Field）；common：正文里处处都有，不一一列出 */

const LaomoPostings = (() => {
  const LAST = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  const SIGNS = "+-*/=<>~!$%&()[]{}|;:,.?@^";
  const TEXT = 128;

  /** The number that begins at a place of a line, and the place after it. @param {string} line @param {number} at */
  function number(line, at) {
    let high = 0, sign = SIGNS.indexOf(line[at]);
    while (sign >= 0) {
      high = high * SIGNS.length + sign + 1;
      sign = SIGNS.indexOf(line[(at += 1)]);
    }
    return [high * LAST.length + LAST.indexOf(line[at]) + 1, at + 1];
  }

  /** @param {string} postings @returns {Hits} */
  function decode(postings) {
    /** @type {Hits} */
    const hits = new Map();
    let fields = TEXT, doc = -1, step = 0;
    for (let at = 0; at < postings.length;) {
      if (postings[at] === "_") {
        hits.common = true;
        at += 1;
      } else if (postings[at] === "#") {
        [fields, at] = number(postings, at + 1);
        doc = -1;
      } else {
        [step, at] = number(postings, at);
        hits.set((doc += step), fields);
      }
    }
    return hits;
  }

  /** The tokens of a chunk in their order, each with its postings. @param {string} chunk @returns {Generator<[string, string]>} */
  function* lines(chunk) {
    let token = "";
    for (const line of chunk.split(/(?=[ '])/)) {
      let from = line.indexOf("`") + 1, step = 0;
      if (from) token = line.slice(1, from - 1);
      else {
        [step, from] = number(line, 1);
        const last = token.length - 1;
        token = token.slice(0, last) + String.fromCharCode(token.charCodeAt(last) + step);
      }
      yield [token, line.slice(from)];
    }
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
    for (const [each, postings] of lines(await chunk(among, rowOf(among.rows, token)))) if (each === token) return decode(postings);
    return new Map();
  }

  /** Documents with a token that begins so; looks into four chunks at most. @param {string} prefix @returns {Promise<Hits>} */
  async function beginning(prefix) {
    const among = await rowsOf(prefix), { rows } = among;
    /** @type {Hits} */
    const all = new Map();
    if (!rows.length) return all;
    const first = rowOf(rows, prefix);
    for (let n = first; n < Math.min(first + 4, rows.length) && (n === first || rows[n][0].startsWith(prefix)); n += 1) {
      for (const [token, postings] of lines(await chunk(among, n))) {
        if (token.startsWith(prefix)) for (const [doc, fields] of decode(postings)) all.set(doc, (all.get(doc) ?? 0) | fields);
      }
    }
    return all;
  }

  return { lookup, beginning };
})();
