"use strict";
/* 平常的叫法的词表，和一段话里有哪些词。见 generator/laomo/pages/search/everyday.py；写的词不够时才取。 */

/**
 * Word → the tokens of its meanings, all and those of trades; token → its words; the tokens of trades, and of problems and purposes;
 * words that mean nothing. @typedef {{words: Map<string, string[]>, ofTrades: Map<string, string[]>, lines: Map<string, string[]>, trades: Set<string>, needs: Set<string>, plain: Set<string>}} Table
 */

const LaomoVocabulary = (() => {
  const LONGEST = 8;
  /** What stands beside a trade for who does it, where, or that it is done: 盖房 子、模具 厂、通 下水道. */
  const DOING = /^[子儿工员人厂车队店站师匠班活家修做开造搞当送卖建治防通装管]$/u;
  const ASKING = /(?:什么|怎么|怎样|如何|哪里|哪儿|哪个|哪家|哪些|哪位|有没有|有人|谁会|谁能|谁做|谁来|谁在|谁|我们|我家|我想|我要|想学|想找|想|找|学|师傅|工人|人员|的人|家里|半夜|夜里|晚上|经常|总是|容易|有点|一点|厉害|严重|情况|现象|时候|附近|这里|东西|起来|的|了|吗|呢|会|做过|搞过|解决过|过|问题|工作室|请问|我市|本市|全市|我省|本省|全省|降低|提高|减少|解决|防止|改善|老是|老|太|在|有|是|和|与|跟|做|最|好|能|来|哪)/g;

  /** The files of words by their beginnings, and the most characters of a question for which they are better than the one with all words. */
  const BEGINNINGS = 64, MOST = 8;
  /** What is asked in words that begin no trade and no problem, and need not be looked up. */
  const IDLE = /什么|怎么|怎样|如何|哪里|哪儿|哪个|哪家|哪些|有没有|谁会|谁能|问题|工作室/g;

  /** What may be in a run: the words that begin with one of its characters. Without a run, and in a long question, all. @param {string} [run] @param {string} [question] @returns {Promise<Table>} */
  async function table(run = "", question = run) {
    const parts = new Set([...run.replace(IDLE, "")].map((sign) => (sign.codePointAt(0) ?? 0) % BEGINNINGS));
    /** @type {string[]} */
    const texts = !run || [...question].length > MOST ? [await LaomoShards.shard("words", (index) => index.words)]
      : await Promise.all([...parts].map((n) => LaomoShards.shard(`w${n}`, (index) => index.w[n])));
    /** @type {Map<string, string[]>} */
    const words = new Map(), lines = new Map(), ofTrades = new Map();
    const trades = new Set(), needs = new Set(), plain = new Set();
    for (const [meaningless, ...sections] of texts.map((text) => text.split("\n\n"))) {
      for (const word of meaningless.split(" ")) plain.add(word);
      sections.forEach((section, n) => section.split("\n").filter(Boolean).forEach((line) => {
        const [first, ...others] = line.split(" "), elsewhere = first.startsWith("-"), token = `=${first.slice(Number(elsewhere))}`;
        const each = elsewhere ? others : [first, ...others];
        if (n < 2) (n ? needs : trades).add(token);
        lines.set(token, [...(lines.get(token) ?? []), ...each]);
        for (const word of each) for (const known of n ? [words] : [words, ofTrades]) known.set(word, [...(known.get(word) ?? []), token]);
      }));
    }
    return { words, ofTrades, lines, trades, needs, plain };
  }

  /** The words in a run that cover the most of it, long ones before several short ones. @param {string} run @param {Table} known @param {number} longest @returns {{found: string[], rest: string[], whole: boolean, short: boolean, covered: boolean}} whole: nothing is left that may mean something; short: a single character is; covered: nothing is left at all */
  function cut(run, { words, plain }, longest) {
    const signs = [...run];
    /** The best words up to each place. @type {{worth: number, from: number, word: string}[]} */
    const best = [{ worth: 0, from: 0, word: "" }];
    for (let end = 1; end <= signs.length; end += 1) {
      best[end] = { worth: best[end - 1].worth, from: end - 1, word: "" };
      for (let from = Math.max(0, end - LONGEST); from < end; from += 1) {
        const word = signs.slice(from, end).join(""), worth = best[from].worth + (end - from) ** 2;
        if (worth <= best[end].worth || !(plain.has(word) || (end - from <= longest && words.has(word)))) continue;
        if (end - from === 2 && /[省市区县]/.test(signs[from]) && words.has(signs.slice(from + 1, from + 3).join(""))) continue; // 省 电力公司
        best[end] = { worth, from, word };
      }
    }
    /** @type {string[]} */
    const found = [], rest = [""];
    for (let end = signs.length; end > 0; end = best[end].from) {
      const { word } = best[end];
      if (!word) rest[0] = signs[end - 1] + rest[0];
      else {
        rest.unshift("");
        if (words.has(word)) found.unshift(word);
      }
    }
    const pieces = rest.flatMap((piece) => piece.replace(ASKING, " ").replace(/[修做开造搞当送卖建治防]$/, "").split(" "));
    return { found, rest: pieces.filter((piece) => [...piece].length > 1), whole: found.length > 0 && !pieces.some((piece) => piece && !DOING.test(piece)), covered: !rest.some(Boolean), short: !found.length || pieces.some((piece) => [...piece].length === 1 && !DOING.test(piece)) };
  }

  return { table, cut, LONGEST };
})();
