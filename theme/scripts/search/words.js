"use strict";
/* 平常的叫法：烧焊、漏油、welding → 档案里写的词。词表见 generator/laomo/pages/search/everyday.py，写的词不够时才取。 */

const LaomoWords = (() => {
  const { isHan, fuzzy } = LaomoTokenize, { lookup } = LaomoPostings, { unit, add } = LaomoMatch;
  const UNIT = 8, SKILL = 16, FACET = 64, TEXT = 128 | 256;
  /** What a meaning's hit is worth beside the word itself, and the weight of an English word that says something by itself. */
  const SHARE = 0.9, TELLING = 0.5, BELOW = 0.5;
  const LONGEST = 8, SAID = 65;
  const SHORT = /^(?:治|防|除|去|消|减|怕|很|太|老|好)?[^]了?$/u;
  const PLACE = /(?:公司|集团|单位|[厂局院所校店站港])$/;
  /** What says in one character, behind a place or a thing, what is there or what happens: 厦门港、板子翘. Nobody is called so. */
  const LAST = /[港裂漏堵断翘崩卡抖锈歪爆糊臭吵烫晃脏乱挤痛塌淹撞摔坏掉偏渗弯钝]/u;
  const ASKING = /(?:什么|怎么|怎样|如何|哪里|哪儿|哪个|哪家|哪些|哪位|有没有|有人|谁会|谁能|谁做|谁来|谁在|谁|我们|我家|我想|我要|想学|想找|想|找|学|师傅|工人|人员|的人|家里|半夜|夜里|晚上|经常|总是|容易|有点|一点|厉害|严重|情况|现象|时候|附近|这里|东西|起来|的|了|吗|呢|会|做过|搞过|解决过|过|问题|工作室|请问|降低|提高|减少|解决|防止|改善|老是|老|太|在|有|是|和|与|跟|做|最|好|能|来|哪)/g;

  /** Word → the tokens of its meanings; the tokens of all, and of those that are trades. @type {Promise<{words: Map<string, string[]>, names: string[], trades: Set<string>}> | undefined} */
  let known;
  const table = () => (known = known || (async () => {
    /** @type {Map<string, string[]>} */
    const words = new Map(), names = [];
    /** @type {Set<string>} */
    let trades = new Set();
    /** @type {string} */
    const lines = await LaomoShards.shard("words", (index) => index.words);
    for (const line of lines.split("\n")) {
      if (!line) {
        trades = new Set(names);
        continue;
      }
      const each = line.split(" "), token = `=${each[0]}`;
      names.push(token);
      for (const word of each) words.set(word, [...(words.get(word) ?? []), token]);
    }
    return { words, names, trades };
  })().catch((error) => {
    known = undefined;
    throw error;
  }));

  /** Documents that mean it. @param {string} run @param {string[]} tokens @param {number} share */
  async function meaning(run, tokens, share = SHARE) {
    const found = unit(run), { counts: [studios] } = await LaomoShards.index(), { trades } = await table();
    found.meant = true;
    await Promise.all(tokens.map(async (token) => {
      const hits = [...await lookup(token)].map(([doc, fields]) => /** @type {[number, number]} */ ([doc, fields | (fields & ~(FACET | TEXT) ? SKILL : 0)]));
      add(found, new Map(hits.filter(([doc]) => doc < studios)), share);
      add(found, new Map(hits.filter(([doc]) => doc >= studios)), trades.has(token) ? share * BELOW : share); // 问行当的，先看工作室
    }));
    return found;
  }

  /** The words in a run, the longest first, and what lies between; of a short or a long run also words of one character: 太吵、桥怎么修. @param {string} run @param {Map<string, string[]>} words @param {number} longest */
  function cut(run, words, longest) {
    const signs = [...run], found = [], rest = [""], least = SHORT.test(run) || signs.length > 5 ? 1 : 2;
    for (let at = 0; at < signs.length;) {
      let length = Math.min(longest, signs.length - at);
      while (length > 1 && !words.has(signs.slice(at, at + length).join(""))) length -= 1;
      if (length === 2 && /[省市区县]/.test(signs[at]) && words.has(signs.slice(at + 1, at + 3).join(""))) length = 1; // 省 电力公司
      const word = signs.slice(at, at + length).join("");
      if (length > 1 || words.has(word)) {
        found.push(word);
        rest.push("");
      } else rest[rest.length - 1] += word;
      at += length;
    }
    const whole = found.filter((word, n) => [...word].length > 1 || (n === found.length - 1 && signs[signs.length - 1] === word && LAST.test(word)));
    const pieces = rest.flatMap((piece) => piece.replace(ASKING, " ").replace(/[修做开造搞当送卖建治防]$/, "").split(" "));
    return { found: whole.length || least > 1 ? whole : found, rest: pieces.filter((piece) => [...piece].length > 1) };
  }

  /** Whether a unit has a hit outside running text. @param {Unit} found @param {number} [before] only documents before this one */
  const strong = ({ fields }, before = Infinity) => [...fields].some(([doc, each]) => doc < before && each & ~TEXT);

  /** What a run of Chinese characters means: itself, its meaning, or the words in it. @param {Unit} found @param {number} pages the first number of what is no studio and no achievement @returns {Promise<Unit[]>} */
  async function meant(found, pages) {
    const { words } = await table(), tokens = words.get(found.run);
    if (tokens) return [merged(found, await meaning(found.run, tokens), pages)];
    if (strong(found, pages)) return [found];
    const { units, rest } = await inside(found.run, LONGEST);
    if (!units.length) return [found];
    // 一段话一字不差地写着它的，在前
    const said = [...found.run].length > 3 ? [...found.fields.keys()].filter((doc) => doc < pages) : [];
    for (const each of units) {
      for (const doc of said) {
        each.scores.set(doc, Math.max(each.scores.get(doc) ?? 0, SAID));
        each.fields.set(doc, each.fields.get(doc) ?? TEXT);
      }
    }
    if (PLACE.test(found.run)) units.forEach((each) => LaomoMatch.prefer(each, UNIT)); // 模具厂、地铁公司
    const others = (await Promise.all(rest.map((piece) => LaomoMatch.exact(piece)))).flatMap((each) => each ?? []);
    const plain = others.filter((each) => !strong(each));
    for (const { scores } of plain) { // 只在正文里说的，在前
      for (const each of units) for (const [doc, score] of each.scores) each.scores.set(doc, score + (scores.get(doc) ?? 0));
    }
    units[0].missing = plain.filter(({ scores }) => !scores.size).map(({ run }) => run);
    return [...units, ...others.filter((each) => strong(each))];
  }

  /** The words in a run that something means, and what lies between them. @param {string} run @param {number} longest @returns {Promise<{units: Unit[], rest: string[]}>} */
  async function inside(run, longest) {
    const { words } = await table(), { found, rest } = cut(run, words, longest);
    const each = await Promise.all(found.map(async (word) => {
      const made = await meaning(word, words.get(word) ?? []);
      if (made.scores.size) return [merged(await LaomoMatch.exact(word) ?? unit(word), made)];
      const length = [...word].length; // 打针肿：没有外渗，有打针
      return length > 2 ? (await inside(word, length - 1)).units : [];
    }));
    return { units: each.flat(), rest };
  }

  /** @param {Unit} to @param {Unit} from @param {number} [pages] what stands before it and means something else is worth less */
  function merged(to, from, pages = 0) {
    if (from.scores.size) for (const [doc, score] of to.scores) if (doc < pages && !from.scores.has(doc)) to.scores.set(doc, score / 2);
    to.meant = to.meant || from.meant;
    for (const [doc, score] of from.scores) {
      if (score <= (to.scores.get(doc) ?? 0)) continue;
      to.scores.set(doc, score);
      to.fields.set(doc, (to.fields.get(doc) ?? 0) | (from.fields.get(doc) ?? 0));
    }
    return to;
  }

  /** What English words mean; the words that mean nothing are left as they are. @param {Unit[]} units @returns {Promise<Unit[]>} */
  async function english(units) {
    /** @type {string} */
    const lines = await LaomoShards.shard("english", (index) => index.english);
    const meanings = lines.split("\n").map((line) => line.split(" ")), { names } = await table();
    /** The meanings of a word. @param {string} word */
    const of = (word) => {
      const same = meanings.flatMap((each, n) => (each.includes(word) ? n : []));
      return same.length ? same : meanings.flatMap((each, n) => (each.some((one) => alike(one, word)) ? n : []));
    };
    const left = new Map(units.map((each) => [each, of(each.run)]));
    const made = [];
    for (;;) {
      /** @type {Map<number, number>} */
      const weights = new Map();
      for (const found of left.values()) for (const n of found) weights.set(n, (weights.get(n) ?? 0) + 1 / found.length);
      const most = Math.max(...weights.values(), 0);
      if (most < (made.length ? TELLING : 0.01)) break;
      const best = [...weights].filter(([, weight]) => weight === most).map(([n]) => n);
      const covered = [...left].filter(([, found]) => best.some((n) => found.includes(n))).map(([each]) => each);
      const run = covered.map(({ run }) => run).join(" "), formal = await LaomoMatch.exact(names[best[0]].slice(1));
      const found = merged(formal ? { ...formal, run } : unit(run), await meaning(run, best.map((n) => names[n])));
      made.push(covered.length > 1 ? found : merged(found, covered[0]));
      for (const each of covered) left.delete(each);
    }
    const others = [...left.keys()];
    if (made.length) return [...made.filter(({ scores }) => scores.size), ...others.filter((each) => strong(each))];
    return others.length < 2 || others.every((each) => strong(each)) ? others : [unit(others.map(({ run }) => run).join(""))]; // dian ti
  }

  /** welder, welders, welding. @param {string} one @param {string} other */
  const alike = (one, other) => Math.min(one.length, other.length) > 3 && Math.abs(one.length - other.length) < 4 && (one.startsWith(other) || other.startsWith(one));

  /** Units with what their words mean besides. @param {Unit[]} units @returns {Promise<Unit[]>} */
  async function widened(units) {
    const { counts } = await LaomoShards.index(), pages = counts[0] + counts[1];
    const letters = units.filter(({ run }) => /^[a-z]+$/.test(run));
    const foreign = letters.length && !letters.every((each) => strong(each)) ? await english(letters) : letters;
    const others = await Promise.all(units.filter((each) => !letters.includes(each)).map((each) => (isHan(each.run) ? meant(each, pages) : [each])));
    return [...others.flat(), ...foreign];
  }

  /** Adds what words mean that sound like one of the keys. @param {Unit} found @param {Set<string>} keys @param {Map<string, string[]>} syllables */
  async function sounding(found, keys, syllables) {
    const { words } = await table(), lengths = new Set([...keys].map(({ length }) => length));
    for (const [word, tokens] of words) {
      const sounds = fuzzy([...word].map((sign) => syllables.get(sign)?.[0] ?? "").join(""));
      if (lengths.has(sounds.length) && keys.has(sounds)) merged(found, await meaning(word, tokens, 0.8));
    }
    return found;
  }

  return { widened, sounding };
})();
