/* Every test of the scripts in one process: node tests/scripts/all.js, or with part of a file's name to run some. LAOMO_SCRIPTS names the folder that `test_scripts.py` fills. */

import fs from "node:fs";

const names = fs.readdirSync(import.meta.dirname, { recursive: true }).filter((name) => name.endsWith(".test.js") && name.includes(process.argv[2] ?? ""));
await Promise.all(names.sort().map((name) => import(`./${name}`)));
