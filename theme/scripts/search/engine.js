"use strict";
/* 一句话 → 按次序排好的编号。 */

/**
 * @typedef {{runs: string[], hits: {doc: number, score: number}[], units: Unit[], notes: string[], sure: boolean}} Answer
 * @typedef {Answer & {query: string, words: string, all: {doc: number, score: number}[], asked: [string, string][], sort: string, below: string, whole: Set<number>, partial?: boolean}} Found
 *   hits：合于条件的；all：不问条件的；whole：题目就是这句话、或专门回答这句话的网页
 */

const LaomoEngine = (() => {
  const { fold, clean, split, isHan } = LaomoTokenize, { exact, word } = LaomoMatch, { every } = LaomoCombine;
  const LONGEST = 48;
  /** The most pairs that are looked up of one question. */
  const PAIRS = 12;
  const NAME = 1, LEADER = 2, TITLE = 4, UNIT = 8, SKILL = 16;
  const shown = NAME | LEADER | TITLE | UNIT;
  /** What a hit in a title is worth, and one in a facet. */
  const STRONG = 45, MORE = 30;
  /** What the whole name is worth. */
  const WHOLE = 100;
  const PLACE = /(?:公司|集团|单位|[厂局院所校店站港])$/;
  /** What may be a condition in words, or a page below a studio's. */
  const STATED = /(?:19|20)\d\d|[今去前几一二两三四五六七八九十\d]年|级|已|被|成果|专利|软著|操作法|qc|五小/i, BELOW = /报告|年报|展板|海报/;

  /** @type {Answer & {common: string[]}} */
  const NOTHING = { runs: [], hits: [], units: [], notes: [], sure: true, common: [] };

  /**
   * Whether a name, or titles and trades of studios and achievements hold all words. Two or three characters that are no name may only
   * lie across two words: 修车，机修车间. @param {Unit[]} units @param {number} before
   */
  function isPlain(units, before) {
    const held = (/** @type {Unit} */ { run, fields }) => !(isHan(run) || /^[a-z]+$/.test(run)) ||
      [...fields].some(([doc, each]) => doc < before && each & (isHan(run) && [...run].length < 4 ? LEADER : shown | SKILL));
    return units.some(({ scores }) => [...scores.values()].some((score) => score >= WHOLE)) || units.every(held);
  }

  /** What the best hit is worth, for each word. @param {Answer} answer */
  const strength = ({ hits, units }) => (hits.length && units.length ? hits[0].score / units.length : 0);

  /** What holds these words, to the letter; `wide`: or what they mean. @param {string} text @param {string[]} notes @param {boolean} [wide] @returns {Promise<Answer & {common: string[]}>} */
  async function literally(text, notes, wide = true) {
    const index = await LaomoShards.index();
    let runs = split(text);
    const joined = runs.length > 2 && runs[0] === runs.slice(1).join("") ? runs.shift() : undefined;
    if (joined) { // “luo hai ping”、“ZL 2013 1 …”：先当一个词
      const whole = await word(joined);
      if (whole.scores.size) return { runs: [joined], hits: every([whole], index), units: [whole], notes, sure: true, common: [] };
    }
    const step = Math.ceil(runs.reduce((sum, run) => sum + Math.max(1, [...run].length - 1), 0) / PAIRS) || 1;
    const answers = await Promise.all(runs.map(async (run) => ({ run, unit: await exact(run, step) })));
    const common = answers.filter(({ unit }) => !unit).map(({ run }) => run), units = answers.flatMap(({ unit }) => unit ?? []);
    runs = runs.filter((run) => !common.includes(run) || common.length === runs.length);
    for (const each of units) if (PLACE.test(each.run)) LaomoMatch.prefer(each, UNIT);
    return { runs, hits: every(units, index), units, notes, sure: true, common };
  }

  /** Pages whose whole title the question is, or that answer just this question. @param {string} text */
  async function called(text) {
    const index = await LaomoShards.index(), runs = split(text), first = index.counts.slice(0, 3).reduce((sum, count) => sum + count, 0);
    const name = runs.length > 1 && runs[0] === runs.slice(1).join("") ? runs[0] : runs.join("");
    const hits = name ? await LaomoPostings.lookup(name) : new Map();
    return new Set([...hits].filter(([doc, fields]) => doc >= first && fields & NAME).map(([doc]) => doc));
  }

  /**
   * What is found. Without `wide`, only what holds the words to the letter, and `partial` if their meanings have not been asked.
   * @param {string} typed @param {boolean} [wide] @returns {Promise<Found>}
   */
  async function search(typed, wide = true) {
    return answer(clean(typed), wide);
  }

  /** @param {string} query @param {boolean} wide @returns {Promise<Found>} */
  async function answer(query, wide) {
    const index = await LaomoShards.index(), signs = [...query], text = signs.slice(0, LONGEST).join("");
    const notes = signs.length > LONGEST ? [`问句太长，只用了前 ${LONGEST} 个字。`] : [], whole = await called(text);
    /** @param {Answer} answer @param {Partial<Found>} [how] @returns {Found} */
    const found = (answer, how) => {
      const rest = (/** @type {{doc: number, score: number}[]} */ hits) => [...[...whole].map((doc) => ({ doc, score: 400 })), ...hits.filter(({ doc }) => !whole.has(doc))];
      return { ...answer, query, words: text, asked: [], sort: "", below: "", whole, ...how, all: rest(how?.all ?? answer.hits), hits: rest(how?.hits ?? answer.hits) };
    };
    const long = notes.length > 0 && !whole.size, typed = long ? { ...NOTHING, notes } : await literally(text, notes), strong = strength(typed);
    if (typed.common.length) {
      const left = typed.units.length ? "已略去。" : "请再加一个词，或按条件筛选。";
      typed.notes.push(`“${typed.common.join("”“")}”几乎处处都有，${left}`);
      if (!typed.units.length) return found({ ...typed, hits: whole.size ? [] : await everything(), notes: whole.size ? [] : typed.notes });
    }
    const stated = BELOW.test(text) || (strong < STRONG && (STATED.test(text) || index.results.some((each) => text.includes(each))));
    if (!text || (strong >= MORE && !stated && isPlain(typed.units, index.counts[0] + index.counts[1]))) return found(typed);
    if (!wide) return found(typed, { partial: true });
    const { LaomoMeaning } = await LaomoShards.late("meaning", { LaomoShards, LaomoTokenize, LaomoPostings, LaomoMatch, LaomoCombine, LaomoDocumentNumbers, LaomoResultCards });
    const meant = await LaomoMeaning.of(query, text, typed, { literally, called, strength, everything, whole });
    return found(meant.answer, meant.how);
  }

  const everything = async () => (await Promise.all([0, 1].map(LaomoDocumentNumbers.all))).flat();

  /**
   * With the cards at hand: pairs that lie far apart are no phrase, and a title that is the question itself comes first.
   * @param {Found} found @param {number} doc @param {string} title @param {string} words all that the card shows
   */
  function settle(found, doc, title, words) {
    const folded = fold(words), name = fold(title), query = fold(found.query).replace(/\s+/g, "");
    const lies = found.units.some(({ run, fields }) => {
      const where = fields.get(doc) ?? 0;
      return isHan(run) && where && !(where & ~shown) && !(where & NAME) && !folded.includes(run);
    });
    if (lies && found.sure) return -200;
    return name === query ? 40 : name.startsWith(query) ? 2 : 0;
  }

  return { search, everything, settle, NAME, LEADER };
})();
