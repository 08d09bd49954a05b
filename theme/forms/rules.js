"use strict";
/** What is missing or wrong in a record, in our own sentences: `[{path, words, message}]`. */
const LaomoRules = (() => {
  const { isEmpty } = LaomoRecords;

  function faults(schema, value, path = ["root"], words = []) {
    if (schema.options && schema.options.hidden) return [];
    if (schema.type === "object") return ofRecord(schema, value || {}, path, words);
    if (schema.type === "array") return ofList(schema, value || [], path, words);
    const message = typeof value === "string" && value.trim() ? ofText(schema, value.trim()) : "";
    return message ? [{ path, words, message }] : [];
  }

  function ofRecord(schema, value, path, words) {
    return Object.entries(schema.properties).flatMap(([name, field]) => {
      const [below, said] = [[...path, name], [...words, field.title]];
      if (!isEmpty(value[name])) return faults(field, value[name], below, said);
      return schema.required.includes(name) ? [{ path: below, words: said, message: missing(field) }] : [];
    });
  }

  function ofList(schema, value, path, words) {
    if (value.length > schema.rule.most) return [{ path, words, message: `“${words[words.length - 1]}”最多 ${schema.rule.most} 项` }];
    const before = words.slice(0, -1), own = words[words.length - 1];
    return value.flatMap((each, n) => (isEmpty(each) ? [] : faults(schema.items, each, [...path, n], [...before, `${own} ${n + 1}`])));
  }

  function missing(field) {
    if (field.type === "array") return `请至少填一项“${field.title}”`;
    return field.enum ? `请选“${field.title}”` : `请填写“${field.title}”`;
  }

  function ofText(schema, text) {
    const rule = schema.rule || {};
    if (rule.maxLength && text.length > rule.maxLength) return `这里最多写 ${rule.maxLength} 个字，现在有 ${text.length} 个`;
    if (rule.pattern && !new RegExp(rule.pattern).test(text)) return rule.message;
    const number = Number(text);
    return number < rule.minimum || number > rule.maximum ? rule.message : "";
  }

  return { faults };
})();
