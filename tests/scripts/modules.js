/* The modules of the search by themselves, in the order in which a bundle holds them, on a page that asks for nothing itself. */

import fs from "node:fs";
import path from "node:path";
import vm from "node:vm";
import { Page, truth } from "./page.js";

const SCRIPTS = path.join(import.meta.dirname, "../../theme/scripts");
const ORDER = ["search/shards", "search/document_numbers", "ui/result_cards", "ui/dom", "ui/covers", "ui/titles", "search/tokenize", "search/postings", "search/match", "search/combine", "search/engine", "search/results", "search/forms", "search/vocabulary", "search/evidence", "search/senses", "search/english", "search/words", "search/fuzzy", "search/relax", "search/questions", "ui/facet_columns", "search/meaning", "ui/url_state", "ui/facets"];
const named = (module) => `Laomo${path.basename(module).replace(/(^|_)(\w)/g, (_, __, letter) => letter.toUpperCase())}`;

/** @param {string} index "city" or another one that `test_scripts.py` lays @param {object} [how] see `Page` @returns {Record<string, any>} the constants by name, and the page */
export function modules(index, how = {}) {
  const page = new Page("about/", { stays: true, ...how, index });
  page.document.documentElement.dataset.base = page.root;
  const sources = ORDER.map((name) => fs.readFileSync(path.join(SCRIPTS, `${name}.js`), "utf8"));
  const found = new vm.Script(`(() => {${sources.join("\n")}\nreturn {${ORDER.map(named)}};})()`).runInContext(page.window);
  return { ...found, page };
}

const ids = truth.groups.flat();
/** What a document is called in the records: the id of a studio, an achievement or a union, the address of a page. @param {number} doc */
export const called = (doc) => ids[doc];
export const numbered = (id) => ids.indexOf(id);
