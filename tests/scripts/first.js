/* A reporter that ends at the first test that fails, for whoever asks only whether one does: `make mutants`. */

import fs from "node:fs";

export default async function* first(source) {
  let passed = 0;
  for await (const { type, data } of source) {
    if (type === "test:fail") {
      fs.writeSync(1, `failing tests: ${data.name}\n`);
      process.exit(1);
    }
    passed += type === "test:pass";
  }
  yield `ℹ pass ${passed}\n`;
}
