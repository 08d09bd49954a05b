/* Where faults can be made in scripts: node scripts.cjs FOLDER-OF-TYPESCRIPT FILE…; prints, for each file, [start, end, after, kind] in
   units of UTF-16. The parser is that of the scripts' type checker. A regular expression has the kind "pattern": its faults are found elsewhere. */

const fs = require("node:fs");
const ts = require(process.argv[2]);

const FLIPPED = { "===": ["!=="], "!==": ["==="], "==": ["!="], "!=": ["=="], "<": ["<=", ">="], "<=": ["<", ">"], ">": [">=", "<="], ">=": [">", "<"], "&&": ["||"], "||": ["&&"], "??": ["&&"], "-": ["+"], "*": ["/"], "/": ["*"], "|": ["&"], "&": ["|"] };
const CALLED = { min: "max", max: "min", some: "every", every: "some", add: "remove", remove: "add", next: "previous", floor: "ceil", ceil: "floor", startsWith: "endsWith", endsWith: "startsWith" };
const DROPPED = new Set(["trim", "trimStart", "trimEnd", "toLowerCase", "toUpperCase", "normalize", "sort", "reverse", "filter", "slice", "concat"]);
const LARGE = 1000;

function found(name) {
  const file = ts.createSourceFile(name, fs.readFileSync(name, "utf8"), ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
  const changes = [], text = (node) => node.getText(file);
  const put = (node, after, kind) => changes.push([node.getStart(file), node.end, after, kind]);
  const without = (items, kind) => items.length > 1 && items.forEach((item, i) => {
    const [start, end] = i + 1 < items.length ? [item.getStart(file), items[i + 1].getStart(file)] : [items[i - 1].end, item.end];
    changes.push([start, end, "", kind]);
  });
  const branch = (test, parts) => {
    put(test, `!(${text(test)})`, "condition negated");
    for (const [sign, value, kind] of parts) put(test, `((${text(test)}) ${sign} ${value})`, kind);
  };
  const visit = (node) => {
    if (ts.isIfStatement(node) || ts.isConditionalExpression(node)) branch(node.expression ?? node.condition, [["&&", false, "branch lost"], ["||", true, "condition lost"]]);
    else if (ts.isWhileStatement(node)) branch(node.expression, []);
    else if (ts.isBinaryExpression(node)) {
      const number = [node.left, node.right].some(ts.isNumericLiteral), sign = text(node.operatorToken);
      for (const other of FLIPPED[sign] ?? (sign === "+" && number ? ["-"] : [])) put(node.operatorToken, other, "operator flipped");
    } else if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) put(node, `(${text(node.operand)})`, "not removed");
    else if (ts.isExpressionStatement(node) && !ts.isStringLiteral(node.expression)) put(node, ";", "statement dropped");
    else if (ts.isReturnStatement(node) && node.expression) put(node.expression, "null", "return null");
    else if (ts.isBreakStatement(node)) put(node, "continue;", "loop goes on");
    else if (ts.isContinueStatement(node)) put(node, "break;", "loop ends");
    else if (ts.isNumericLiteral(node)) for (const other of Number(node.text) >= LARGE ? [node.text * 2, node.text / 2] : [+node.text + 1, +node.text - 1]) put(node, `(${other})`, "constant changed");
    else if (ts.isStringLiteral(node) && !ts.isExpressionStatement(node.parent) && !/[。，；！？]|(\S+\s+){3}/.test(node.text)) {
      for (const other of new Set(["", `${node.text}X`])) if (other !== node.text) put(node, JSON.stringify(other), "text changed");
    } else if (node.kind === ts.SyntaxKind.TrueKeyword) put(node, "false", "constant changed");
    else if (node.kind === ts.SyntaxKind.FalseKeyword) put(node, "true", "constant changed");
    else if (ts.isRegularExpressionLiteral(node)) put(node, text(node), "pattern");
    else if (ts.isArrayLiteralExpression(node)) without(node.elements, "member dropped");
    else if (ts.isObjectLiteralExpression(node)) without(node.properties, "member dropped");
    else if (ts.isCallExpression(node)) call(node);
    else if (ts.isArrowFunction(node) && !ts.isBlock(node.body)) put(node.body, "null", "return null");
    ts.forEachChild(node, visit);
  };
  const call = (node) => {
    node.arguments.slice(1).forEach((right, i) => {
      const left = node.arguments[i], between = file.text.slice(left.end, right.getStart(file));
      if (text(left) !== text(right)) changes.push([left.getStart(file), right.end, text(right) + between + text(left), "arguments swapped"]);
    });
    if (!ts.isPropertyAccessExpression(node.expression)) return;
    const name = node.expression.name.text;
    if (Object.hasOwn(CALLED, name)) put(node.expression.name, CALLED[name], "call exchanged");
    if (DROPPED.has(name)) put(node, text(node.expression.expression), "call dropped");
  };
  visit(file);
  return changes;
}

process.stdout.write(JSON.stringify(process.argv.slice(3).map(found)));
