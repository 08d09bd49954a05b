"use strict";
/* 英文的词 → 它们的意思：welding、nurse。 */

const LaomoEnglish = (() => {
  const { unit } = LaomoMatch, { alsoSaid, merged } = LaomoEvidence, { meaning, strong } = LaomoSenses;
  /** The weight of a word that says something by itself. */
  const TELLING = 0.5;
  /** English words for anybody and any work, which many trades have in their names. */
  const ANYBODY = /^(?:work(?:s|ers?|ing|shops?)?|people|persons?|m[ae]n|masters?)$/;

  /** Words that say nothing beside one that means something; alone they may be syllables of a name. */
  const BETWEEN = /^(?:the|an?|i[nst]|on|off?|at|to|for|from|with|by|and|or|are|was|be|do(?:es)?|how|what|where|who|which|why|when|can|i|my|me|you|your|we|our|that|this|no|not)$/;

  /** What English words mean; the words that mean nothing are left as they are. @param {Unit[]} units @returns {Promise<Unit[]>} */
  async function meant(units) {
    /** @type {string} */
    const text = await LaomoShards.shard("english", (index) => index.english), trades = new Set(), needs = new Set();
    const meanings = text.split("\n").map((line) => line.split(" ")), names = meanings.map(([first]) => `=${first.slice(1)}`);
    meanings.forEach(([first], n) => (first[0] === "-" ? trades : first[0] === "+" ? needs : new Set()).add(names[n]));
    const known = { words: new Map(), ofTrades: new Map(), lines: new Map(), trades, needs, plain: new Set() };
    /** The meanings of a word. @param {string} word */
    const of = (word) => {
      const same = meanings.flatMap((each, n) => (each.includes(word, 1) ? n : []));
      return same.length ? same : meanings.flatMap((each, n) => (each.some((one, at) => at && alike(one, word)) ? n : []));
    };
    const saying = units.filter(({ run }) => !BETWEEN.test(run)), said = saying.some(({ run }) => of(run).length) ? saying : units;
    const telling = said.filter(({ run }) => !ANYBODY.test(run)), left = new Map((telling.length ? telling : said).map((each) => [each, of(each.run)]));
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
      const means = await meaning(run, best.map((n) => names[n]), known), found = merged(alsoSaid(means, { ...formal ?? unit(run), run }), means);
      made.push(covered.length > 1 ? found : merged(alsoSaid(found, covered[0]), found));
      for (const each of covered) left.delete(each);
    }
    const others = [...left.keys()];
    if (made.length) return [...made.filter(({ scores }) => scores.size), ...others.filter((each) => strong(each))];
    return others.length < 2 || others.every((each) => strong(each)) ? others : [unit(others.map(({ run }) => run).join(""))]; // dian ti
  }

  /** welder, welders, welding. @param {string} one @param {string} other */
  const alike = (one, other) => Math.min(one.length, other.length) > 3 && Math.abs(one.length - other.length) < 4 && (one.startsWith(other) || other.startsWith(one));

  return { meant };
})();
