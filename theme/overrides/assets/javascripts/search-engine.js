"use strict";
/* 一句话 → 按次序排好的编号。切分与 generator/laomo/search/tokens.py 一致。 */

/**
 * @typedef {Map<number, number>} Hits 编号 → 所在的栏（Field）
 * @typedef {{run: string, scores: Map<number, number>, fields: Hits}} Unit 问句的一段与它的结果
 * @typedef {{query: string, runs: string[], hits: {doc: number, score: number}[], units: Unit[], notes: string[]}} Found
 */

const LaomoEngine = (() => {
  const HAN = "\\u3007\\u3400-\\u4dbf\\u4e00-\\u9fff\\u{20000}-\\u{3134f}";
  const RUNS = new RegExp(`[${HAN}]+|(?:(?![${HAN}])[\\p{L}\\p{N}])+`, "gu");
  const IS_HAN = new RegExp(`^[${HAN}]`, "u");
  const DROPPED = /[·•・.\-‐‑–—'’‘"“”]/g;
  const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-*/=<>~abcdefghijklmnopqrstuvwxyz!$%&()[]{}|;:,.?@^";
  const BASE = 44;
  const LONGEST = 48;
  const NAME = 1, LEADER = 2, TITLE = 4, UNIT = 8, TEXT = 128;
  /** Fields and what a hit in them is worth, best first. */
  const WORTH = [[NAME, 100], [LEADER, 70], [TITLE, 60], [32, 50], [UNIT, 45], [16, 35], [64, 30], [TEXT, 8]];
  const shown = NAME | LEADER | TITLE | UNIT;

  /** @param {string} text */
  const fold = (text) => text.normalize("NFKC").toLowerCase().replace(DROPPED, "");
  /** @param {string} run */
  const pairs = (run) => {
    const signs = [...run];
    return signs.length < 2 ? signs : signs.slice(1).map((sign, n) => signs[n] + sign);
  };
  /** @param {string} letters */
  const fuzzy = (letters) => [["zh", "z"], ["ch", "c"], ["sh", "s"], ["ng", "n"], ["l", "n"], ["ü", "u"], ["v", "u"], ["yu", "u"]]
    .reduce((word, [from, to]) => word.replaceAll(from, to), letters);
  /** @param {number} fields */
  const worth = (fields) => WORTH.find(([field]) => fields & field)?.[1] ?? 0;

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

  /** @param {string} run @returns {Unit} */
  const unit = (run) => ({ run, scores: new Map(), fields: new Map() });
  /** Add hits at a share of their worth, keeping what is better already. @param {Unit} to @param {Hits} hits @param {number} share */
  function add(to, hits, share = 1) {
    for (const [doc, fields] of hits) {
      const score = worth(fields) * share;
      if (score <= (to.scores.get(doc) ?? 0)) continue;
      to.scores.set(doc, score);
      to.fields.set(doc, fields);
    }
    return to;
  }

  /** Documents that hold every pair of a run in one field. @param {string} run @returns {Promise<Unit | null>} null: all pairs are in nearly everything */
  async function han(run) {
    const { stopped } = await LaomoShards.index();
    const signs = [...run], stops = new Set(stopped.match(/../gu));
    const asked = pairs(run).filter((pair) => !stops.has(pair));
    if (!asked.length) return null;
    const [whole, ...each] = await Promise.all([signs.length > 2 && signs.length < 6 ? lookup(run) : new Map(), ...asked.map(lookup)]);
    const found = add(unit(run), whole);
    if (signs.length === 1) add(found, await beginning(run), 0.4);
    each.sort((a, b) => a.size - b.size);
    /** @type {Hits} */
    const both = new Map();
    for (const [doc, fields] of each[0]) {
      const common = each.reduce((mask, hits) => mask & (hits.get(doc) ?? 0), fields);
      if (common) both.set(doc, common);
    }
    return add(found, both);
  }

  /** @param {string} run @returns {Promise<Unit>} */
  async function word(run) {
    const found = add(unit(run), await lookup(run));
    return run.length > 1 ? add(found, await beginning(run), 0.7) : found;
  }

  /** What only sounds like it. @param {string} run @returns {Promise<Unit>} */
  async function sound(run) {
    const found = unit(run);
    let keys = [run];
    if (IS_HAN.test(run)) {
      const signs = [...run];
      if (signs.length < 2 || signs.length > 4) return found;
      /** @type {string} */
      const table = await LaomoShards.shard("sounds", (index) => index.sounds);
      const lines = table.split("\n");
      keys = [""];
      for (const sign of signs) {
        const ways = lines.filter((line) => line.includes(sign)).map((line) => line.replace(/[^a-z]+/g, ""));
        keys = keys.flatMap((key) => ways.map((way) => key + way)).slice(0, 8);
      }
    }
    for (const key of keys) add(found, await lookup(`~${fuzzy(key)}`), 0.8);
    if (!IS_HAN.test(run) && run.length > 2) add(found, await beginning(`~${fuzzy(run)}`), 0.5);
    return found;
  }

  /** What shares the most with it, rare pairs first. @param {string} run @returns {Promise<Unit>} */
  async function near(run) {
    const found = unit(run), { counts } = await LaomoShards.index();
    if (!IS_HAN.test(run)) return found;
    const signs = [...run], last = signs[signs.length - 1];
    const marks = signs.length < 5 ? [signs[0], `*${last}`, `${signs[0]}*${last}`] : [];
    const tokens = [...pairs(run), ...marks];
    const total = counts.reduce((sum, count) => sum + count, 1);
    const all = await Promise.all(tokens.map(lookup));
    const most = all.reduce((sum, hits, n) => sum + (n < pairs(run).length ? Math.log(total / (hits.size || 1)) : 0), 1);
    for (const hits of all) {
      const rarity = Math.log(total / (hits.size || 1));
      for (const [doc, fields] of hits) {
        const score = (rarity / most) * (20 + worth(fields) / 3);
        found.scores.set(doc, (found.scores.get(doc) ?? 0) + score);
        found.fields.set(doc, fields);
      }
    }
    const least = Math.max(...found.scores.values(), 0) * 0.45;
    for (const [doc, score] of found.scores) if (score < least) found.scores.delete(doc);
    return found;
  }

  /** Which studio an achievement belongs to, by number. @type {Int32Array | undefined} */
  let owners;
  /** @param {Index} index */
  function owner(index) {
    if (owners) return owners;
    owners = new Int32Array(index.counts[1]);
    let at = 0;
    index.owned.forEach((count, studio) => owners?.fill(studio, at, (at += count)));
    return owners;
  }

  /**
   * Scores of documents over all units. An achievement answers for what its studio says, a studio for what its achievements
   * are called: “罗海平 防摇” finds both. @param {Unit[]} units @param {Index} index @param {boolean} every
   */
  function combine(units, index, every) {
    const [studios, achievements] = index.counts, of = owner(index);
    const child = units.map(({ scores }) => {
      /** @type {Map<number, number>} */
      const best = new Map();
      for (const [doc, score] of scores) {
        const at = doc - studios;
        if (at >= 0 && at < achievements && score >= 30) best.set(of[at], Math.max(best.get(of[at]) ?? 0, score * 0.35));
      }
      return best;
    });
    const candidates = new Set(units.flatMap(({ scores }, n) => [...scores.keys(), ...child[n].keys()]));
    /** @type {{doc: number, score: number}[]} */
    const hits = [];
    for (const doc of candidates) {
      const at = doc - studios, part = at >= 0 && at < achievements;
      let score = at < 0 ? 3 : part ? 0 : at < achievements + index.counts[2] ? 4 : 1, met = 0, own = 0;
      units.forEach(({ scores }, n) => {
        const mine = scores.get(doc) ?? 0;
        const inherited = part ? (scores.get(of[at]) ?? 0) * 0.7 : child[n].get(doc) ?? 0;
        if (mine || inherited) met += 1;
        if (mine) own += 1;
        score += Math.max(mine, inherited);
      });
      if ((every ? met === units.length : met) && (own || !part)) hits.push({ doc, score: every ? score : score + met * 100 });
    }
    return hits.sort((a, b) => b.score - a.score || a.doc - b.doc);
  }

  /** @param {string} query @returns {string[]} */
  function split(query) {
    const folded = fold(query), runs = folded.match(RUNS) ?? [];
    const together = folded.replace(/\s+/g, "");
    if (runs.length > 1 && /^[a-z\d]+$/.test(together)) return [together, ...runs];
    return [...new Set(runs)];
  }

  /** @param {string} query @returns {Promise<Found>} */
  async function search(query) {
    const index = await LaomoShards.index(), notes = [];
    const cut = [...query.trim()];
    let text = cut.join("");
    if (cut.length > LONGEST) {
      text = cut.slice(0, LONGEST).join("");
      notes.push(`问句太长，只用了前 ${LONGEST} 个字。`);
    }
    let runs = split(text);
    const joined = runs.length > 2 && runs[0] === runs.slice(1).join("") ? runs.shift() : undefined;
    if (joined) { // “luo hai ping”、“ZL 2013 1 …”：先当一个词
      const whole = await word(joined);
      if (whole.scores.size) return { query, runs: [joined], hits: combine([whole], index, true), units: [whole], notes };
    }
    const answers = await Promise.all(runs.map(async (run) => ({ run, unit: await (IS_HAN.test(run) ? han(run) : word(run)) })));
    const common = answers.filter(({ unit: found }) => !found).map(({ run }) => run);
    /** @type {Unit[]} */
    const units = [];
    for (const { run, unit: exact } of answers) {
      if (!exact) continue;
      let found = exact;
      if (!found.scores.size) {
        found = await sound(run);
        const others = await near(run), sounds = found.scores.size > 0;
        for (const [doc, score] of others.scores) {
          if (found.scores.has(doc)) continue;
          found.scores.set(doc, sounds ? score * 0.5 : score);
          found.fields.set(doc, others.fields.get(doc) ?? 0);
        }
        if (sounds) notes.push(`没有“${run}”，下面是读音相近的${others.scores.size ? "和写法相近的" : ""}。`);
        else if (found.scores.size) notes.push(`没有完全包含“${run}”的，下面是最接近的。`);
        else if (answers.length > 1) notes.push(`没有“${run}”，已略去。`);
      }
      units.push(found);
    }
    if (common.length) notes.push(`“${common.join("”“")}”几乎处处都有，${units.length ? "已略去。" : "请再加一个词，或按条件筛选。"}`);
    if (common.length && !units.length) return { query, runs, hits: everything(index), units, notes };
    runs = runs.filter((run) => !common.includes(run));
    let hits = combine(units, index, true);
    if (!hits.length && units.some(({ scores }) => scores.size)) {
      hits = combine(units, index, false);
      if (units.every(({ scores }) => scores.size)) notes.push("没有同时符合各个词的，下面是符合一部分的。");
    }
    return { query, runs, hits, units, notes };
  }

  /** @param {Index} index */
  const everything = (index) => Array.from({ length: index.counts[0] + index.counts[1] }, (_, doc) => ({ doc, score: 0 }));

  /**
   * With the cards at hand: pairs that lie far apart are no phrase, and a title that is the question itself comes first.
   * @param {Found} found @param {number} doc @param {string} title @param {string} words all that the card shows
   */
  function settle(found, doc, title, words) {
    const folded = fold(words), name = fold(title), query = fold(found.query).replace(/\s+/g, "");
    const lies = found.units.some(({ run, fields }) => {
      const where = fields.get(doc) ?? 0;
      return IS_HAN.test(run) && where && !(where & ~shown) && !(where & NAME) && !folded.includes(run);
    });
    if (lies && !found.notes.length) return -200;
    return name === query ? 40 : name.startsWith(query) ? 2 : 0;
  }

  return { search, everything, settle, fold, owner, isHan: (/** @type {string} */ run) => IS_HAN.test(run), NAME, LEADER, TEXT };
})();
