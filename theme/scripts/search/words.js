"use strict";
/* 平常的叫法：烧焊、漏油、welding → 档案里写的词。词表见 vocabulary.js。 */

const LaomoWords = (() => {
  const { table, cut, LONGEST } = LaomoVocabulary, { isHan, fuzzy } = LaomoTokenize, { lookup } = LaomoPostings, { unit, add } = LaomoMatch, { SAID_TOO, addNew, anyOf, alsoSaid, merged } = LaomoEvidence, { meaning, strong } = LaomoSenses;
  const LEADER_NAME = 1, UNIT = 8, PLACED = 1 | 2 | UNIT | 64, TEXT = 128 | 256;
  /** What puts a hit before the best one, whatever kind of document it is. */
  const AHEAD = 5;
  /** What it adds that a document is written as the question is, and the most characters of a question of which that is asked. */
  const ALIKE = 30, ALIKE_UP_TO = 8;
  /** The most things that are looked up, what one adds to a hit, and what it is worth alone: less than a problem, unless so many times as many documents tell of that. */
  const THINGS = 2, NAMED = 30, ALONE = 0.95, RARE = 1.1, TIMES = 4;
  /** So many characters that nothing holds say more than a single one that means something. */
  const SAYS_MORE = 4;
  /** The most words of records that are looked up because the question has their characters. */
  const SPELLED = 2;
  /** What says how something is, not what: 老漏、漏了. */
  const SAYING = /[老太很总好怕治防除了不没会要能着过得都也还就的在]/;
  const PLACE = /(?:公司|集团|单位|[厂局院所校店站港])$/;
  /** Two or three characters that begin with a surname may be a name, in which a single one means nothing: 周潇松. */
  const NAMELIKE = 3, NAMED_SO = /^[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严武戴莫孔向汤欧庄洪柯施连童游翁涂阮饶纪傅单解仇易]/u;

  const CALLED = /^(?:的|老?师傅?|大师|劳模|先生|女士|同志|医生|大夫|工程师|院士|主任|班长|团队|工作室|是谁|在哪里?|哪里|[工总姐哥])*$/;
  const BEFORE = /^(?:采访|拜访|联系|关于|拜|找|跟着?|请|见|叫|问)/;

  /** The leader of whom a run says nothing but the name: 王小明老师、采访王小明. @param {string} run */
  async function leader(run) {
    const signs = [...run.replace(BEFORE, "")];
    if (!NAMED_SO.test(signs[0] ?? "")) return null;
    for (const length of [3, 2]) {
      if (signs.length === length && signs.length === [...run].length) continue;
      const name = signs.slice(0, length).join(""), hits = [...await lookup(name)].filter(([, fields]) => fields & LEADER_NAME);
      if (hits.length) return CALLED.test(signs.slice(length).join("")) ? add(unit(name), new Map(hits)) : null; // 罗海平联系电话：问的不只是他
    }
    return null;
  }

  /** What a run of Chinese characters means: itself, its meaning, or the words in it. @param {Unit} found @param {number} pages the first number of what is no studio and no achievement @param {string} question @returns {Promise<Unit[]>} */
  async function meant(found, pages, question) {
    const named = [...found.run].length > NAMELIKE && !strong(found) ? await leader(found.run) : null;
    if (named) return [named];
    const whole = await table(found.run, question), ofTrades = { ...whole, words: whole.ofTrades, lines: new Map() }, first = cut(found.run, ofTrades, LONGEST);
    const places = first.whole || first.short ? [] : await Promise.all(first.rest.map((piece) => LaomoMatch.exact(piece))); // 北区 修电梯
    const settled = first.whole || (places.length > 0 && places.every((each) => each && strong(each, Infinity, PLACED))), known = settled ? ofTrades : whole, tokens = known.words.get(found.run);
    if (tokens) {
      const made = await meaning(found.run, tokens, known);
      return [merged(alsoSaid(made, found), made, pages)];
    }
    if (strong(found, pages)) return [found];
    const { units, rest } = await inside(found.run, known, LONGEST);
    const single = units.every(({ run }) => run.split("”“").every((word) => [...word].length === 1));
    if (!units.length || (single && [...found.run].length === NAMELIKE && await LaomoFuzzy.isName(found.run))) return [found]; // 松秀敏，听来是宋秀敏
    if (PLACE.test(found.run)) units.forEach((each) => LaomoMatch.prefer(each, UNIT)); // 模具厂、地铁公司
    const others = (await Promise.all(rest.map((piece) => LaomoMatch.exact(piece)))).flatMap((each) => each ?? []);
    const plain = others.filter((each) => !strong(each));
    for (const { scores } of plain) { // 只在正文里说的，在前
      for (const each of units) for (const [doc, score] of each.scores) each.scores.set(doc, score + (scores.get(doc) ?? 0));
    }
    units[0].missing = plain.filter(({ scores }) => !scores.size).map(({ run }) => run);
    if (single && units[0].missing.some((piece) => [...piece].length >= SAYS_MORE)) return [found]; // 荔枝龙眼运到发黑：黑字说得少
    for (const each of plain.filter(({ scores }) => scores.size && units[0].need)) asWell(units[0], each, ALONE);
    const all = [...units, ...others.filter((each) => strong(each))];
    // 意思一样的工作室和成果，用字更像的在前
    const likeness = [...question].length <= ALIKE_UP_TO ? await LaomoFuzzy.likeness(found.run) : new Map();
    for (const { scores } of all) for (const [doc, score] of scores) if (doc < pages) scores.set(doc, score + ALIKE * (likeness.get(doc) ?? 0));
    // 一段话一字不差地写着它的，在前
    const said = [...found.run].length > 3 ? [...found.fields.keys()].filter((doc) => doc < pages) : [];
    for (const each of said.length ? all : []) {
      const first = [...each.scores.values()].reduce((most, score) => Math.max(most, score), 0) + AHEAD;
      for (const doc of said) {
        each.scores.set(doc, first + (each.scores.get(doc) ?? 0) / 100);
        each.fields.set(doc, each.fields.get(doc) ?? TEXT);
      }
    }
    return all;
  }

  /** The words in a run that something means, and what lies between them. @param {string} run @param {Table} known @param {number} longest @returns {Promise<{units: Unit[], rest: string[]}>} */
  async function inside(run, known, longest) {
    const { words, needs, trades } = known, { found, rest, covered } = cut(run, known, longest);
    const has = (/** @type {Set<string>} */ some) => (/** @type {string} */ word) => (words.get(word) ?? []).some((token) => some.has(token));
    const whole = found.filter((word) => [...word].length > 1 && (has(needs)(word) || has(trades)(word)));
    const each = await Promise.all(whole.map(async (word) => {
      const made = await meaning(word, words.get(word) ?? [], known);
      if (made.scores.size) return [merged(alsoSaid(made, await LaomoMatch.exact(word) ?? unit(word)), made)];
      return (await inside(word, known, [...word].length - 1)).units; // 打针肿：没有外渗，有打针
    }));
    const units = each.flat().filter(({ scores }) => scores.size), wanted = units.filter(({ need }) => need);
    const single = found.filter((word) => [...word].length === 1 && (has(needs)(word) || (!whole.length && has(trades)(word))));
    const core = run.replace(/^[老太很总好怕治防除]|了$/gu, ""), outer = (/** @type {string} */ sign) => !NAMED_SO.test(run) && (core.startsWith(sign) || core.endsWith(sign));
    const behind = NAMED_SO.test(run) ? [...run].slice(NAMELIKE) : [...run]; // 陈金松工作室在哪：松是名字里的
    const telling = covered ? single : single.filter([...run].length > NAMELIKE ? (sign) => behind.includes(sign) : outer);
    wanted.push(...await Promise.all([...new Set(telling)].map((sign) => meaning(sign, words.get(sign) ?? [], known))));
    await Promise.all(wanted.map((each) => spelledOut(each, run, known).then(() => writtenAround(each, run, known))));
    const wrong = anyOf(wanted.filter(({ scores }) => scores.size)), isThing = (/** @type {string} */ word) => (words.get(word) ?? []).some((token) => !needs.has(token) && !trades.has(token));
    const others = units.filter(({ need, run }) => !need && !(wrong.scores.size && isThing(run))); // 路灯坏了：不是照明的行当
    const within = whole.filter((word) => has(needs)(word) && [...word].length > 2).flatMap((word) => cut(word, known, [...word].length - 1).found).filter((word) => [...word].length > 1); // 轴承烧：缺油，说的也是轴承
    const things = [...new Set([...found, ...within])].filter((word) => !has(needs)(word) && isThing(word) && !others.some(({ run }) => run === word));
    return { units: await together([...others, wrong].filter(({ scores }) => scores.size), things, known), rest };
  }

  /** Before others what says a word of records in the characters of the question: 分错了 → 错分；晃 → 晃动. @param {Unit} meant @param {string} run @param {Table} known */
  async function spelledOut(meant, run, { words, lines }) {
    const [sign, ...more] = meant.run, others = (words.get(meant.run) ?? []).flatMap((token) => lines.get(token) ?? [])
      .filter((word) => [...word].length === 2 && !run.includes(word) && (more.length ? [...word].every((each) => run.includes(each)) : word.startsWith(sign)));
    for (const written of await Promise.all(others.slice(0, SPELLED).map((word) => LaomoMatch.exact(word)))) {
      if (written) for (const [doc] of written.scores) if (meant.scores.has(doc)) meant.scores.set(doc, (meant.scores.get(doc) ?? 0) + SAID_TOO);
    }
  }

  /** Before others what has a single character with its neighbour in the question: 屏幕漏光 is no leak, 机器吞卡 no jam. @param {Unit} meant @param {string} run @param {Table} known */
  async function writtenAround(meant, run, { words, plain }) {
    const signs = [...run], at = signs.indexOf(meant.run);
    const pairs = at < 0 ? [] : [signs.slice(Math.max(at - 1, 0), at + 1), signs.slice(at, at + 2)].map((each) => each.join("")).filter((pair) => [...pair].length === 2 && !SAYING.test(pair) && !words.has(pair) && !plain.has(pair));
    const first = [...meant.scores.values()].reduce((most, score) => Math.max(most, score), 0) + AHEAD, { counts: [studios, achievements] } = await LaomoShards.index();
    for (const written of await Promise.all(pairs.map((pair) => LaomoMatch.exact(pair)))) {
      for (const [doc, score] of written?.scores ?? []) {
        if (doc < studios || doc >= studios + achievements) continue;
        meant.scores.set(doc, first + score / 100);
        meant.fields.set(doc, (meant.fields.get(doc) ?? 0) | (written?.fields.get(doc) ?? 0));
      }
    }
  }

  /** Units in which what tells of one of the things comes first; without any units, the things. @param {Unit[]} units @param {string[]} things @param {Table} known */
  async function together(units, things, known) {
    const named = await Promise.all(things.slice(0, THINGS).map(async (word) => {
      const thing = await meaning(word, known.words.get(word) ?? [], known);
      return [...word].length > 1 ? merged(alsoSaid(thing, await LaomoMatch.exact(word) ?? unit(word)), thing) : thing;
    }));
    if (!units.length) return named.filter(({ run, scores }) => scores.size && [...run].length > 1);
    const wanted = units.some(({ need }) => need) ? units.filter(({ need }) => need) : units;
    for (const each of wanted) {
      const own = new Set(each.fields.keys());
      for (const thing of named) {
        for (const [doc, score] of each.scores) if (doc >= (each.studios ?? 0) && thing.fields.has(doc)) each.scores.set(doc, score + NAMED);
        if (each.need) asWell(each, thing, thing.scores.size * TIMES < own.size ? RARE : ALONE, own);
      }
    }
    return units;
  }

  /** What tells of a thing is found with what tells of the problem, at a share of its worth. @param {Unit} problem @param {Unit} thing @param {number} share @param {Set<number>} [own] what tells of the problem itself */
  function asWell(problem, thing, share, own = new Set(problem.fields.keys())) {
    addNew(problem, thing, share, problem.studios);
    problem.parts = [...problem.parts ?? [own], new Set(thing.fields.keys())];
    if ([...thing.run].length > 1 && ![...thing.fields.keys()].some((doc) => own.has(doc))) problem.apart = [...problem.apart ?? [], thing.run];
  }

  /** Units with what their words mean besides. @param {Unit[]} units @returns {Promise<Unit[]>} */
  async function widened(units) {
    const { counts } = await LaomoShards.index(), pages = counts[0] + counts[1];
    const question = units.filter(({ run }) => isHan(run)).map(({ run }) => run).join("");
    const letters = units.filter(({ run }) => /^[a-z]+$/.test(run));
    const foreign = letters.length && !letters.every((each) => strong(each)) ? await LaomoEnglish.meant(letters) : letters;
    const others = await Promise.all(units.filter((each) => !letters.includes(each)).map((each) => (isHan(each.run) ? meant(each, pages, question) : [each])));
    return [...others.flat(), ...foreign];
  }

  /** Adds what words mean that sound like one of the keys, in any reading: mújù 模具. @param {Unit} found @param {Set<string>} keys @param {(word: string) => string[]} spellings */
  async function sounding(found, keys, spellings) {
    const known = await table(), { words } = known, lengths = [...keys].map(({ length }) => length), longest = Math.max(...lengths);
    for (const [word, tokens] of words) {
      const signs = [...word].length; // 一个音至少一个字母，至多六个
      if (signs <= longest && lengths.some((length) => length <= signs * 6) && spellings(word).some((sounds) => keys.has(sounds))) merged(found, await meaning(word, tokens, known, 0.8));
    }
    return found;
  }

  return { widened, sounding };
})();
