/* Every test of the scripts in one process, those of single modules before those of whole pages: node tests/scripts/all.js, or with part of a file's name to run some. LAOMO_SCRIPTS names the folder that `test_scripts.py` fills. */

import fs from "node:fs";

const names = fs.readdirSync(import.meta.dirname, { recursive: true }).filter((name) => name.endsWith(".test.js") && name.includes(process.argv[2] ?? ""));
const isOfPages = (name) => Number(/^ui|app|kiosk|notices|reading|share/.test(name));
for (const name of names.sort((a, b) => isOfPages(a) - isOfPages(b) || (a < b ? -1 : 1))) await import(`./${name}`);
