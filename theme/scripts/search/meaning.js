"use strict";
/* 问句不能一字不差地找到时，或者说了条件时：它是什么意思，什么和它相近。 */

/**
 * @typedef {{literally: (text: string, notes: string[]) => Promise<Answer & {common: string[]}>, called: (text: string) => Promise<Set<number>>,
 *   strength: (answer: Answer) => number, everything: () => Promise<{doc: number, score: number}[]>, whole: Set<number>}} Ways of the engine
 */

const LaomoMeaning = (() => {
  const { fold, isHan } = LaomoTokenize, { word } = LaomoMatch, { MOST, combined, nearest, varied } = LaomoRelax;
  const NAME = 1, TEXT = 128 | 256, PAGE = 2000;
  /** The most names that are looked up of a pasted text. */
  const NAMES = 8;
  /** What a hit in a facet is worth, and one in a title. */
  const MORE = 30, STRONG = 45;
  /** What the whole name is worth. */
  const WHOLE = 100;
  /** What a page is worth beside studios and achievements when it explains what is asked. */
  const EXPLAINS = 200;
  const SORTS = ["studio", "person", "achievement", "union", "page"];
  /** @type {Record<string, string>} */
  const SORTED = { studio: "工作室", achievement: "成果" };

  /** What is like a word that nothing holds; a number has nothing like it. @param {Unit} unit @param {string[]} notes @returns {Promise<Unit>} */
  async function like(unit, notes) {
    const { run } = unit;
    if (/^\d+$/.test(run)) return unit;
    const { sound, near } = LaomoFuzzy, found = await sound(run), others = await near(run), sounds = found.scores.size > 0;
    for (const [doc, score] of others.scores) {
      if (found.scores.has(doc)) continue;
      found.scores.set(doc, sounds ? score * 0.5 : score);
      found.fields.set(doc, others.fields.get(doc) ?? 0);
    }
    if (sounds) notes.push(`没有“${run}”，下面是读音${others.scores.size ? "或写法" : ""}相近的。`);
    else if (found.scores.size) notes.push(`没有完全包含“${run}”的，下面是最接近的。`);
    return found;
  }

  /** What is nearest to words that nothing holds together. @param {Answer} answer @returns {Promise<Answer>} */
  async function nearly(answer) {
    const index = await LaomoShards.index(), notes = [...answer.notes];
    const units = await Promise.all(answer.units.map((unit) => (unit.scores.size ? unit : like(unit, notes))));
    const { hits, note } = combined(units, index), alike = notes.length > answer.notes.length;
    const number = units.find(({ run, scores }) => /\d{5}/.test(run) && !scores.size);
    if (!hits.length) return { ...answer, hits, units, notes: number ? [`没有号码“${number.run}”。`] : answer.notes };
    return { ...answer, hits: alike ? nearest(hits, units) : hits, units, notes: note ? [...notes, note] : notes, sure: false };
  }

  /** What holds the words, or what they mean. @template {Answer} T @param {T} answer @returns {Promise<T>} */
  async function widely(answer) {
    if (!answer.units.length || answer.units.some(({ scores }) => [...scores.values()].some((score) => score >= WHOLE))) return answer;
    const index = await LaomoShards.index(), units = await LaomoWords.widened(answer.units), { hits, note } = combined(units, index);
    const missing = units.flatMap((unit) => unit.missing ?? []), found = units.map(({ run }) => run);
    const apart = units.flatMap((unit) => (unit.apart ?? []).map((thing) => `没有同时说到“${thing}”“${unit.run}”的，以下只说到其中一样，或意思相近。`)).slice(0, 1);
    const notes = missing.length && hits.length && !note ? [`没有“${missing.join("”“")}”，下面是“${found.join("”“")}”的。`] : hits.length && !note ? apart : [];
    const best = varied(hits, units, index);
    return { ...answer, units, notes: [...answer.notes, ...notes], hits: note ? [] : apart.length ? best.slice(0, MOST) : best };
  }

  /** What only running texts say is joined by what has a like name, unit or trade. @param {Answer} answer @returns {Promise<Answer>} */
  async function joinedByNames(answer) {
    const [unit] = answer.units;
    if (answer.units.length > 1 || !isHan(unit.run) || [...unit.run].length < 3 || [...unit.fields.values()].some((fields) => fields & ~TEXT)) return answer;
    const others = await LaomoFuzzy.near(unit.run), index = await LaomoShards.index();
    for (const [doc, fields] of others.fields) if (!(fields & ~TEXT) || unit.scores.has(doc)) others.scores.delete(doc);
    const more = nearest(combined([others], index).hits, [others]).map(({ doc, score }) => ({ doc, score: score / 100 }));
    return more.length ? { ...answer, hits: [...answer.hits, ...more], notes: [...answer.notes, `“${unit.run}”只在正文里提到，后面是名称相近的。`] } : answer;
  }

  /** Whether a document is of the kind and has the values that a question states. @param {Question} question */
  async function fitting({ asked, sort }) {
    const index = await LaomoShards.index(), names = [...new Set(asked.map(([name]) => name))];
    const columns = await Promise.all(names.map(LaomoFacetColumns.column));
    const wanted = names.map((name, n) => asked.filter(([each]) => each === name).map(([, label]) => columns[n].labels.indexOf(label)));
    const kind = SORTS.indexOf(sort);
    return (/** @type {number} */ doc) => (kind < 0 || LaomoResultCards.kind(index, doc) === kind) &&
      wanted.every((labels, n) => columns[n].of(doc).some((label) => labels.includes(label)));
  }

  /** @param {Question} question @param {Ways} ways @returns {Promise<Answer>} */
  async function answered({ words, sort }, { literally, everything }) {
    if (words) {
      const answer = await widely(await literally(words, []));
      return answer.hits.length || answer.common.length ? answer : nearly(answer);
    }
    const hits = sort === "page" ? await LaomoDocumentNumbers.all(3) : await everything();
    return { runs: [], hits, units: [], notes: [], sure: true };
  }

  /** The leaders, and pages by their titles, that a pasted text begins with or names by themselves. @param {string} text @returns {Promise<Answer>} */
  async function namesIn(text) {
    const index = await LaomoShards.index();
    const runs = (text.slice(0, PAGE).normalize("NFKC").match(/[\u4e00-\u9fff·]{2,}|[A-Za-z]*\d[\dA-Za-z.]{6,}/g) ?? []).map((run) => fold(run)).filter(Boolean);
    const names = [...new Set([...runs.filter((run) => !isHan(run) || [...run].length < 5), ...runs.map((run) => [...run].slice(0, 3).join(""))])].slice(0, NAMES);
    const units = (await Promise.all(names.map((name) => (isHan(name) ? LaomoPostings.lookup(name).then((hits) => LaomoMatch.add(LaomoMatch.unit(name), new Map([...hits].filter(([, fields]) => fields & NAME)))) : word(name)))))
      .filter(({ scores }) => scores.size);
    const hits = nearest(combined([units.reduce((all, each) => LaomoMatch.add(all, each.fields), LaomoMatch.unit(""))], index).hits, units);
    const found = units.map(({ run }) => run);
    return { runs: found, hits, units, notes: [`问句很长，只找了其中的“${found.join("”“")}”。`], sure: false };
  }

  /** What a page explains comes first when somebody asks what it is. @template {Answer} T @param {string} text @param {T} answer @returns {Promise<T>} */
  async function explained(text, answer) {
    if (!LaomoQuestions.explained(text)) return answer;
    const { counts } = await LaomoShards.index(), first = counts[0] + counts[1] + counts[2];
    const tells = (/** @type {number} */ doc) => doc >= first && answer.units.every(({ fields }) => fields.has(doc));
    const hits = answer.hits.map(({ doc, score }) => ({ doc, score: tells(doc) ? score + EXPLAINS : score }));
    return { ...answer, hits: hits.sort((a, b) => b.score - a.score || a.doc - b.doc) };
  }

  /** @param {string} query @param {string} text what is used of it @param {Answer & {common: string[]}} typed @param {Ways} ways @returns {Promise<{answer: Answer, how?: Partial<Found>}>} */
  async function of(query, text, typed, ways) {
    const { literally, called, strength, whole } = ways;
    if (query.trim() !== text && !whole.size) {
      const named = await namesIn(query);
      if (named.hits.length) return { answer: named };
      typed = await literally(text, typed.notes);
    }
    const pattern = LaomoForms.pattern(text), leaders = pattern ? await LaomoPostings.lookup(pattern) : new Map();
    if (leaders.size) { // 罗X平
      const units = [LaomoMatch.add(LaomoMatch.unit(text), leaders)], { hits } = combined(units, await LaomoShards.index());
      return { answer: { runs: [...pattern].filter((sign) => sign !== "*"), hits, units, notes: typed.notes, sure: false } };
    }
    const simple = LaomoForms.surnamed(await LaomoForms.simplified(LaomoForms.bare(text)));
    if (simple !== text) {
      text = simple;
      for (const doc of await called(text)) whole.add(doc);
      typed = await literally(text, typed.notes);
    }
    const asked = LaomoQuestions.read(text, await LaomoShards.index());
    if ((asked.asked.length && strength(typed) < STRONG && !LaomoQuestions.explained(text)) || asked.below) {
      const answer = await answered(asked, ways), fits = await fitting(asked), hits = answer.hits.filter(({ doc }) => fits(doc));
      if (hits.length) return { answer, how: { ...asked, all: answer.hits, hits } };
      const said = `没有符合“${asked.asked.map(([, label]) => label).join("”“")}”的`;
      if (!asked.words && strength(typed) < MORE) return { answer: { ...answer, hits: [], notes: [`${said}${SORTED[asked.sort] ?? ""}。`] } };
      if (!typed.hits.length && answer.hits.length) return { answer: { ...answer, notes: [...answer.notes, `${said}，下面的不限这个条件。`] } };
    }
    typed = await widely(typed);
    const bare = LaomoQuestions.plain(text), weak = strength(typed) < MORE;
    if (!bare && !whole.size && weak) return { answer: { ...typed, hits: [], notes: [`“${text}”里没有可以查找的词，请写上要找的人、工种或单位。`] } };
    let answer = typed;
    if (bare && bare !== text && weak) {
      const short = await widely(await literally(bare, typed.notes));
      for (const doc of await called(bare)) whole.add(doc);
      if (!typed.hits.length || (short.hits.length && strength(short) > strength(typed))) answer = short;
    }
    if (!answer.hits.length && !whole.size) {
      const words = bare || text, parted = LaomoQuestions.parted(words);
      if (/^[a-z]+(?: [a-z]+)+$/i.test(words)) { // huan wei：分开是姓名里的字，连起来是环卫
        const joined = await nearly(await literally(words.replace(/ /g, ""), []));
        if (joined.hits.length) return { answer: joined };
      }
      const apart = parted === words ? answer : await widely(await literally(parted, typed.notes));
      return { answer: await explained(text, apart.hits.length ? await joinedByNames(apart) : await nearly(answer)) };
    }
    return { answer: await explained(text, answer.hits.length ? await joinedByNames(answer) : answer) };
  }

  return { of };
})();
