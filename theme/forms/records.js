"use strict";
/** What a record of the form is: texts, lists and mappings, empty ones left out. */
const LaomoRecords = (() => {
  const YES = ["是", "有", "true"], NO = ["否", "无", "false"];

  /** Whether a value says nothing. */
  function isEmpty(value) {
    if (value === undefined || value === null) return true;
    if (typeof value === "string") return value.trim() === "";
    return Object.values(value).every(isEmpty);
  }

  /** The value without what says nothing; undefined if nothing is left. */
  function pruned(value) {
    if (isEmpty(value)) return undefined;
    if (typeof value === "string") return value;
    if (Array.isArray(value)) return value.filter((each) => !isEmpty(each)).map(pruned);
    return Object.fromEntries(Object.entries(value).filter(([, each]) => !isEmpty(each)).map(([key, each]) => [key, pruned(each)]));
  }

  /** The record as the fields take it: 是 or 有, 否 or 无 as the field offers them. */
  function forFields(schema, value) {
    if (value === undefined) return value;
    if (schema.type === "object") {
      return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, schema.properties[key] ? forFields(schema.properties[key], each) : each]));
    }
    if (schema.type === "array") return value.map((each) => forFields(schema.items, each));
    if (!schema.enum || schema.enum.includes(value)) return value;
    const alike = [YES, NO].find((words) => words.includes(value)) || [];
    return schema.enum.find((/** @type {string} */ word) => alike.includes(word)) || value;
  }

  /** The ticked words in the order in which they were before; new ones after them. */
  function inOrder(schema, value, before) {
    if (value === undefined || before === undefined) return value;
    if (schema.type === "object") {
      return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, inOrder(schema.properties[key], each, before[key])]));
    }
    if (schema.format === "checkbox") {
      return [...before.filter((each) => value.includes(each)), ...value.filter((each) => !before.includes(each))];
    }
    if (schema.type === "array") return value.map((each, n) => inOrder(schema.items, each, before[n]));
    return value;
  }

  /** Whether two records say the same, blanks and line breaks aside. */
  function same(one, other) {
    if (isEmpty(one) || isEmpty(other)) return isEmpty(one) && isEmpty(other);
    if (typeof one === "string" || typeof other === "string") {
      const said = (/** @type {any} */ value) => {
        if (typeof value !== "string") return null;
        const [word] = [YES, NO].find((words) => words.includes(value)) || [value];
        return word.split(/\s+/).filter(Boolean).join(" ");
      };
      return said(one) === said(other);
    }
    return [...new Set([...Object.keys(one), ...Object.keys(other)])].every((key) => same(one[key], other[key]));
  }

  /** Every text of a field of this name, such as the file names of pictures. */
  function texts(value, name) {
    if (!value || typeof value !== "object") return [];
    return Object.entries(value).flatMap(([key, each]) => (key === name && typeof each === "string" ? [each] : texts(each, name)));
  }

  return { forFields, inOrder, isEmpty, pruned, same, texts };
})();
