/** Prints what a browser of a given year would not read: for each FILE:TARGET, a line if TypeScript must change it for that target. */
const { readFileSync } = require("node:fs");
const ts = require(process.argv[2]);

function made(source, target) {
  const compilerOptions = { target, allowJs: true, downlevelIteration: true, ignoreDeprecations: "6.0" };
  return ts.transpileModule(source, { compilerOptions, fileName: "a.js", reportDiagnostics: true });
}

for (const each of process.argv.slice(3)) {
  const [file, target] = each.split(":");
  const source = readFileSync(file, "utf8");
  const old = made(source, ts.ScriptTarget[target]), now = made(source, ts.ScriptTarget.ESNext);
  const wrong = old.diagnostics.map((fault) => ts.flattenDiagnosticMessageText(fault.messageText, " ")).filter((text) => !/deprecated|ignoreDeprecations/.test(text));
  const lines = now.outputText.split("\n"), differs = old.outputText === now.outputText ? [] : [`not ${target}`];
  if (wrong.length || differs.length) console.log(`${file}: ${[...wrong, ...differs].join("; ")} ${lines.find((line, n) => line !== old.outputText.split("\n")[n]) || ""}`);
}
