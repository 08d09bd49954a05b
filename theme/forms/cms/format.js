/**
 * Records as the CMS reads and writes them: every value is text, and a saved file differs from the one that was opened only in what was changed.
 *
 * The CMS knows a record as a plain object. The text of its file goes with it under SOURCE, a name that no field has, and comes back when it is saved.
 */
import { Document, Scalar, isMap, isScalar, isSeq, parseDocument, visit } from "./yaml/index.js";

const SOURCE = "(原文)";
const OPTIONS = /** @type {const} */ ({ schema: "failsafe" }); // neither 2013 nor 007 nor 是 is anything but text
const LAYOUT = { lineWidth: 0, flowCollectionPadding: false };
const LONGEST_LINE = 72; // of a list of words that is written on one line, as in tools/…/writer.py
const FLUSH_LIST = /^( *)[^\s#-].*: *(#.*)?\n\1- /m;
const QUOTED = /^(null|~.*)$/i;

/** The record that a file holds. Throws what is wrong with its YAML. */
export function fromFile(text) {
  const document = parseDocument(text, OPTIONS);
  if (document.errors.length) throw document.errors[0];
  const record = document.toJS();
  return { ...(isRecord(record) ? record : {}), [SOURCE]: text };
}

/** The file of a record: the one that was opened, with the changes. */
export function toFile(content) {
  const { [SOURCE]: source, ...record } = content;
  const wanted = pruned(record) ?? {};
  const document = parseDocument(source ?? "", OPTIONS);
  if (!isMap(document.contents)) document.contents = /** @type {any} */ (document.createNode({}));
  changeMap(document, document.contents, wanted);
  const text = document.toString({ ...LAYOUT, indentSeq: !FLUSH_LIST.test(source ?? "") });
  const found = [spacedAs(source ?? "", text), text].find((each) => says(each, wanted));
  if (found !== undefined) return found;
  const anew = new Document({}, OPTIONS); // rather lose comments than a value
  changeMap(anew, anew.contents, wanted);
  return anew.toString(LAYOUT);
}

/** Whether a text is YAML of just this record. */
function says(text, wanted) {
  const document = parseDocument(text, OPTIONS);
  return !document.errors.length && same(pruned(document.toJS()) ?? {}, wanted);
}

/** A text with the spaces of another one in the lines that are alike, in their order: what stands before a comment, say. */
function spacedAs(source, text) {
  const bare = (line) => line.split(/\s+/).join(" ").trim();
  const lines = source.split("\n"), known = lines.map(bare);
  let from = 0;
  const spaced = text.split("\n").map((line) => {
    const place = line.trim() ? known.indexOf(bare(line), from) : -1;
    if (place < 0) return line;
    from = place + 1;
    return lines[place];
  });
  return spaced.join("\n");
}

const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** A value without what is empty; undefined when nothing is left. A field that nobody filled in is not written. */
function pruned(value) {
  if (Array.isArray(value)) {
    const items = value.map(pruned).filter((each) => each !== undefined);
    return items.length ? items : undefined;
  }
  if (isRecord(value)) {
    const fields = Object.entries(value).map(([name, each]) => [name, pruned(each)]).filter(([, each]) => each !== undefined);
    return fields.length ? Object.fromEntries(fields) : undefined;
  }
  const text = value === undefined || value === null ? "" : String(value);
  return text.trim() ? text : undefined;
}

/** Whether two values say the same. The order of fields says nothing, nor does the end of line after a text. */
function same(one, other) {
  if (Array.isArray(one) && Array.isArray(other)) return one.length === other.length && one.every((each, n) => same(each, other[n]));
  if (isRecord(one) && isRecord(other)) {
    const names = Object.keys(one);
    return names.length === Object.keys(other).length && names.every((name) => name in other && same(one[name], other[name]));
  }
  return typeof one === "string" && typeof other === "string" && one.trimEnd() === other.trimEnd();
}

const plain = (node) => pruned(node && typeof node.toJSON === "function" ? node.toJSON() : node);

function changeMap(document, map, wanted) {
  const nameOf = (pair) => String(isScalar(pair.key) ? pair.key.value : pair.key);
  map.items = map.items.filter((pair) => nameOf(pair) in wanted || plain(pair.value) === undefined);
  let after = -1;
  for (const [name, value] of Object.entries(wanted)) {
    const place = map.items.findIndex((pair) => nameOf(pair) === name);
    if (place < 0) map.items.splice(++after, 0, document.createPair(name, made(document, value)));
    else {
      map.items[place].value = changed(document, map.items[place].value, value);
      after = place;
    }
  }
}

/** Lists are compared from both ends, so that an item that is put in or taken out leaves the others as they are. */
function changeList(document, list, wanted) {
  const before = list.items.map(plain);
  let start = 0, end = 0;
  const shorter = Math.min(before.length, wanted.length);
  while (start < shorter && same(before[start], wanted[start])) start++;
  while (end < shorter - start && same(before[before.length - 1 - end], wanted[wanted.length - 1 - end])) end++;
  const old = list.items.slice(start, before.length - end);
  const values = wanted.slice(start, wanted.length - end);
  const items = values.map((value, n) => (n < old.length ? changed(document, old[n], value) : made(document, value)));
  list.items.splice(start, old.length, ...items);
}

/** The node of a value, which is the old one as far as possible. */
function changed(document, node, value) {
  if (same(plain(node), value)) return node;
  if (isMap(node) && isRecord(value)) changeMap(document, node, value);
  else if (isSeq(node) && Array.isArray(value)) changeList(document, node, value);
  else if (isScalar(node) && typeof value === "string") write(node, value);
  else return made(document, value);
  return node;
}

function made(document, value) {
  const node = document.createNode(value);
  visit(node, {
    Scalar: (_, scalar) => write(scalar, String(scalar.value)),
    Seq: (_, list) => {
      const words = list.items.every(isScalar) && list.items.map((each) => each.value).join(", ");
      list.flow = words !== false && words.length <= LONGEST_LINE && !words.includes("\n");
    },
  });
  return node;
}

/** Texts of several lines stand below their name, all others beside it. */
function write(scalar, text) {
  const lines = text.trimEnd().includes("\n");
  scalar.value = lines ? `${text.trimEnd()}\n` : text.trimEnd();
  if (lines) scalar.type = Scalar.BLOCK_LITERAL;
  else if (QUOTED.test(text)) scalar.type = Scalar.QUOTE_DOUBLE;
  else if (scalar.type === Scalar.BLOCK_LITERAL || scalar.type === Scalar.BLOCK_FOLDED) scalar.type = Scalar.PLAIN;
}
