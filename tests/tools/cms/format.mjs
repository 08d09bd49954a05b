// Records through the CMS's own reading and writing: `node format.mjs FORMAT.js <WHAT`. What is wrong is thrown.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const { fromFile, toFile } = await import(pathToFileURL(process.argv[2]));
const { same, edited, texts, changes } = JSON.parse(readFileSync(0, "utf8"));
const read = (file) => readFileSync(file, "utf8");

/** Every place of a record that holds a text. */
function* places(value, path = []) {
  if (typeof value === "string") yield path;
  else for (const [key, each] of Object.entries(value)) yield* places(each, [...path, key]);
}

const said = ({ "(原文)": _, ...record }) => JSON.stringify(record).replace(/\\n"/g, '"'); // the end of a text's last line says nothing

for (const file of same) assert.equal(toFile(fromFile(read(file))), read(file), `${file} is not written as it was read`);

let n = 0;
for (const file of edited) {
  for (const path of places(fromFile(read(file)))) {
    if (path[0] === "(原文)") continue;
    const record = fromFile(read(file));
    const parent = path.slice(0, -1).reduce((inner, key) => inner[key], record);
    parent[path.at(-1)] = texts[n++ % texts.length];
    assert.equal(said(fromFile(toFile(record))), said(record), `${file}: ${path}`);
  }
}

for (const [before, change, after] of changes) assert.equal(toFile({ ...fromFile(before), ...change }), after);
