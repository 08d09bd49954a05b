"use strict";
/** What is missing or wrong in a record, in our own sentences. */

/** @typedef {{path: (string | number)[], words: string[], message: string}} Wrong A field, the titles of the fields on the way to it, and what is wrong. */

const LaomoRules = (() => {
  const { isEmpty } = LaomoRecords;

  /** @param {Schema} schema @param {Tree} value @param {(string | number)[]} path @param {string[]} words @returns {Wrong[]} */
  function faults(schema, value, path = ["root"], words = []) {
    if (schema.options && schema.options.hidden) return [];
    if (schema.type === "object") return ofRecord(schema, value || {}, path, words);
    if (schema.type === "array") return ofList(schema, value || [], path, words);
    const message = typeof value === "string" && value.trim() ? ofText(schema, value.trim()) : "";
    return message ? [{ path, words, message }] : [];
  }

  /** @param {Schema} schema @param {Item} value @param {(string | number)[]} path @param {string[]} words @returns {Wrong[]} */
  function ofRecord(schema, value, path, words) {
    return joined(Object.entries(schema.properties).map(([name, field]) => {
      const [below, said] = [[...path, name], [...words, field.title]];
      if (!isEmpty(value[name])) return faults(field, value[name], below, said);
      return schema.required.includes(name) ? [{ path: below, words: said, message: missing(field) }] : [];
    }));
  }

  /** @param {Schema} schema @param {Tree[]} value @param {(string | number)[]} path @param {string[]} words @returns {Wrong[]} */
  function ofList(schema, value, path, words) {
    const before = words.slice(0, -1), own = words[words.length - 1], most = schema.rule.most || Infinity;
    if (value.length > most) return [{ path, words, message: `“${own}”最多 ${most} 项` }];
    return joined(value.map((each, n) => (isEmpty(each) ? [] : faults(schema.items, each, [...path, n], [...before, `${own} ${n + 1}`]))));
  }

  /** @param {Schema} field */
  function missing(field) {
    if (field.type === "array") return `请至少填一项“${field.title}”`;
    return field.enum ? `请选“${field.title}”` : `请填写“${field.title}”`;
  }

  /** @param {Schema} schema @param {string} text */
  function ofText(schema, text) {
    const rule = schema.rule || {}, number = Number(text), wrong = rule.message || "这里写得不对";
    if (rule.maxLength && text.length > rule.maxLength) return `这里最多写 ${rule.maxLength} 个字，现在有 ${text.length} 个`;
    if (rule.pattern && !new RegExp(rule.pattern).test(text)) return wrong;
    return (rule.minimum !== undefined && number < rule.minimum) || (rule.maximum !== undefined && number > rule.maximum) ? wrong : "";
  }

  /** @template T @param {T[][]} lists @returns {T[]} */
  function joined(lists) {
    return /** @type {T[]} */ ([]).concat(...lists);
  }

  return { faults, joined };
})();
