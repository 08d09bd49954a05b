"use strict";
/* Answers questions with the site's own scripts and without a browser: node node_search.js <theme/scripts/search> <site/search> question…
   The shards are read from the folder; everything else is what a reader's browser runs. Prints one JSON list of the studios that each question finds. */

const fs = require("node:fs"), path = require("node:path"), vm = require("node:vm");
const [scripts, folder, ...questions] = process.argv.slice(2);

const read = (file) => {
  let data;
  vm.runInNewContext(fs.readFileSync(path.join(folder, file), "utf8"), { laomoSearch: (_, found) => (data = found) });
  return data;
};
const index = read("index.js");
const modules = ["tokenize", "document_numbers", "postings", "match", "fuzzy", "engine"];
const sources = modules.map((name) => fs.readFileSync(path.join(scripts, `${name}.js`), "utf8"));
const context = vm.createContext({ questions });
context.LaomoShards = {
  index: async () => index,
  shard: async (name, hash) => read(`${name}-${await hash(index)}.js`),
  late: async () => ({ LaomoFuzzy: vm.runInContext("LaomoFuzzy", context) }),
};
vm.runInContext(sources.join("\n"), context);
vm.runInContext("Promise.all(questions.map((each) => LaomoEngine.search(each)))", context).then((all) => {
  const names = index.s.flatMap((hash, n) => read(`s${n}-${hash}.js`)).map((card) => card[1]);
  console.log(JSON.stringify(all.map(({ hits }) => hits.filter(({ doc }) => doc < index.counts[0]).map(({ doc }) => names[doc]))));
});
