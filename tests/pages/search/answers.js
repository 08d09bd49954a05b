/* Answers questions with the site's own scripts, without a browser: {folder, questions, each} in, a list of {urls, notes, files} out.
   The shards are read from the folder `search/`; all else is what a reader's browser runs. `each` first hits are settled with their cards. */

import fs from "node:fs";
import path from "node:path";
import vm from "node:vm";

const { folder, questions, each } = JSON.parse(fs.readFileSync(0, "utf8"));
const scripts = path.join(import.meta.dirname, "../../../theme/scripts");
const MODULES = ["search/tokenize", "search/document_numbers", "search/postings", "search/match", "search/forms", "search/vocabulary", "search/evidence", "search/senses", "search/english", "search/words", "search/fuzzy", "search/combine", "search/relax", "search/questions", "ui/facet_columns", "search/meaning", "search/engine", "ui/result_cards", "search/results"];

const known = new Map();
let files = new Set();
function read(file) {
  files.add(file);
  if (!known.has(file)) {
    vm.runInNewContext(fs.readFileSync(path.join(folder, file), "utf8"), { laomoSearch: (_, data) => known.set(file, data) });
  }
  return known.get(file);
}

const context = vm.createContext({ document: { documentElement: { dataset: { base: "" } } }, location: { protocol: "https:" }, TextEncoder, TextDecoder });
const shard = async (name, hash) => read(`${name}-${await hash(read("index.js"))}.js`);
context.LaomoShards = {
  index: async () => read("index.js"),
  shard,
  one: (kind, n) => shard(`${kind}${n}`, async ({ table, [kind]: hashes }) => {
    if (!table) return hashes[n];
    const at = Math.floor(n / table);
    return (await shard(`t${kind}${at}`, (index) => index[kind][at]))[n % table];
  }),
  late: async (name) => {
    files.add(`../assets/javascripts/search/${name}.js`);
    return { LaomoMeaning: vm.runInContext("LaomoMeaning", context) };
  },
};
vm.runInContext(MODULES.map((name) => fs.readFileSync(path.join(scripts, `${name}.js`), "utf8")).join("\n"), context);
const { LaomoEngine, LaomoResults } = vm.runInContext("({ LaomoEngine, LaomoResults })", context);

const answers = [];
for (const question of questions) {
  files = new Set();
  const found = await LaomoEngine.search(question);
  const cards = await LaomoResults.settled(found, found.hits.slice(0, each));
  answers.push({ urls: cards.map(({ url }) => url), titles: cards.map(({ title }) => title), notes: found.notes, files: [...files] });
}
console.log(JSON.stringify(answers));
