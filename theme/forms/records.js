"use strict";
/** What a record of the form is: texts, lists and mappings, empty ones left out. */

/** @typedef {any} Tree A text, or a list or a mapping of such. */
/** @typedef {Record<string, any>} Item A mapping. */
/** @typedef {{least?: number, most?: number, maxLength?: number, pattern?: string, minimum?: number, maximum?: number, message?: string}} Rule */
/**
 * @typedef {{type: string, title: string, properties: Record<string, Schema>, items: Schema, required: string[], rule: Rule,
 *   enum?: string[], format?: string, options?: {hidden?: boolean}}} Schema
 */
/** @typedef {{kind: string, name: string, base: Item, record: Item, sent: Item[]}} FormRecord */
/** @typedef {{union: string, studio: string, name: string, records: FormRecord[]}} Form */
/** @typedef {Record<string, Uint8Array>} Photos By the names of their files. */
/** @typedef {{format: string, site: string, unions: Record<string, string>, schemas: Record<string, Schema>}} Facts */

const LaomoRecords = (() => {
  const YES = ["是", "有", "true"], NO = ["否", "无", "false"];

  /** Whether a value says nothing. @param {Tree} value @returns {boolean} */
  function isEmpty(value) {
    if (value === undefined || value === null) return true;
    if (typeof value === "string") return value.trim() === "";
    return Object.values(value).every(isEmpty);
  }

  /**
   * The mapping with other values, those without one left out.
   * @param {Item} item @param {(value: Tree, key: string) => Tree} change @returns {Item}
   */
  function mapped(item, change) {
    /** @type {Item} */
    const made = {};
    Object.keys(item).forEach((key) => {
      const value = change(item[key], key);
      if (value !== undefined) made[key] = value;
    });
    return made;
  }

  /** The value without what says nothing; undefined if nothing is left. @param {Tree} value @returns {Tree} */
  function pruned(value) {
    if (isEmpty(value)) return undefined;
    if (typeof value === "string") return value;
    if (Array.isArray(value)) return value.filter((each) => !isEmpty(each)).map(pruned);
    return mapped(value, pruned);
  }

  /** The record as the fields take it: 是 or 有, 否 or 无 as the field offers them. @param {Schema} schema @param {Tree} value @returns {Tree} */
  function forFields(schema, value) {
    if (value === undefined) return value;
    if (schema.type === "object") return mapped(value, (each, key) => (schema.properties[key] ? forFields(schema.properties[key], each) : each));
    if (schema.type === "array") return value.map((/** @type {Tree} */ each) => forFields(schema.items, each));
    if (!schema.enum || schema.enum.includes(value)) return value;
    const alike = [YES, NO].find((words) => words.includes(value)) || [];
    return schema.enum.find((word) => alike.includes(word)) || value;
  }

  /** The ticked words in the order in which they were before; new ones after them. @param {Schema} schema @param {Tree} value @param {Tree} before @returns {Tree} */
  function inOrder(schema, value, before) {
    if (value === undefined || before === undefined) return value;
    if (schema.type === "object") return mapped(value, (each, key) => inOrder(schema.properties[key], each, before[key]));
    if (schema.format === "checkbox") {
      const old = /** @type {string[]} */ (before), ticked = /** @type {string[]} */ (value);
      return [...old.filter((each) => ticked.includes(each)), ...ticked.filter((each) => !old.includes(each))];
    }
    if (schema.type === "array") return value.map((/** @type {Tree} */ each, /** @type {number} */ n) => inOrder(schema.items, each, before[n]));
    return value;
  }

  /** Whether two records say the same, blanks and line breaks aside. @param {Tree} one @param {Tree} other @returns {boolean} */
  function same(one, other) {
    if (isEmpty(one) || isEmpty(other)) return isEmpty(one) && isEmpty(other);
    if (typeof one === "string" || typeof other === "string") return said(one) === said(other);
    return [...new Set([...Object.keys(one), ...Object.keys(other)])].every((key) => same(one[key], other[key]));
  }

  /** @param {Tree} value @returns {string | null} */
  function said(value) {
    if (typeof value !== "string") return null;
    const [word] = [YES, NO].find((words) => words.includes(value)) || [value];
    return word.split(/\s+/).filter(Boolean).join(" ");
  }

  /** Every text of a field of this name, such as the file names of pictures. @param {Tree} value @param {string} name @returns {string[]} */
  function texts(value, name) {
    if (!value || typeof value !== "object") return [];
    /** @type {string[][]} */
    const found = Object.keys(value).map((key) => (key === name && typeof value[key] === "string" ? [value[key]] : texts(value[key], name)));
    return /** @type {string[]} */ ([]).concat(...found);
  }

  /** A copy that shares nothing. @param {Tree} value @returns {Tree} */
  function copy(value) {
    return JSON.parse(JSON.stringify(value));
  }

  return { copy, forFields, inOrder, isEmpty, pruned, same, texts };
})();
