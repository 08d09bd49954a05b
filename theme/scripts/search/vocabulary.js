"use strict";
/* 平常的叫法的词表，和一段话里有哪些词。见 generator/laomo/pages/search/everyday.py；写的词不够时才取。 */

/**
 * Word → the tokens of its meanings; those of trades, and of problems and purposes; words that mean nothing.
 * @typedef {{words: Map<string, string[]>, trades: Set<string>, needs: Set<string>, plain: Set<string>}} Table
 */

const LaomoVocabulary = (() => {
  const LONGEST = 8;
  /** What stands beside a trade for who does it, where, or that it is done: 盖房 子、模具 厂、通 下水道. */
  const DOING = /^[子儿工员人厂车队店站师匠班活家修做开造搞当送卖建治防通装管]$/u;
  const ASKING = /(?:什么|怎么|怎样|如何|哪里|哪儿|哪个|哪家|哪些|哪位|有没有|有人|谁会|谁能|谁做|谁来|谁在|谁|我们|我家|我想|我要|想学|想找|想|找|学|师傅|工人|人员|的人|家里|半夜|夜里|晚上|经常|总是|容易|有点|一点|厉害|严重|情况|现象|时候|附近|这里|东西|起来|的|了|吗|呢|会|做过|搞过|解决过|过|问题|工作室|请问|降低|提高|减少|解决|防止|改善|老是|老|太|在|有|是|和|与|跟|做|最|好|能|来|哪)/g;

  /** @type {Map<boolean, Promise<Table>>} */
  const kept = new Map();
  /** The words for trades; with `all` also those for problems, purposes and things. @param {boolean} all @returns {Promise<Table>} */
  function table(all) {
    const found = kept.get(all) ?? read(all);
    found.catch(() => kept.delete(all));
    kept.set(all, found);
    return found;
  }

  /** @param {boolean} all @returns {Promise<Table>} */
  async function read(all) {
    /** @type {[string, string]} */
    const [first, second] = await Promise.all([LaomoShards.shard("words", (index) => index.words), all ? LaomoShards.shard("needs", (index) => index.needs) : ""]);
    const [plain, ...lines] = first.split("\n"), parts = [lines, ...second.split("\n\n").map((part) => part.split("\n"))];
    /** @type {Map<string, string[]>} */
    const words = new Map();
    const [trades, needs = []] = parts.map((part) => part.filter(Boolean).map((line) => {
      const each = line.split(" "), token = `=${each[0]}`;
      for (const word of each) words.set(word, [...(words.get(word) ?? []), token]);
      return token;
    }));
    return { words, trades: new Set(trades), needs: new Set(needs), plain: new Set(plain.split(" ")) };
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
