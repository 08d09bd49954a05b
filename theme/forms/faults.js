"use strict";
/** What must be changed before a form is saved: found in all its records, listed, and said at each field. */

/** @typedef {Wrong & {record: number, at?: string}} Fault Of which record of the form; of none (-1), then `at` is the id of a field of the page. */

const LaomoFaults = (() => {
  const OF_STUDIO = ["studio", "year"];

  /** @param {Form} form @param {Record<string, Schema>} schemas @returns {Fault[]} */
  function all(form, schemas) {
    const found = LaomoRules.joined(form.records.map((each, n) => LaomoRules.faults(schemas[each.kind], each.record).map((fault) => Object.assign({ record: n }, fault))));
    return [...ofThePage(form), ...found];
  }

  /** @param {Form} form @returns {Fault[]} */
  function ofThePage(form) {
    if (form.studio || !form.records.some((each) => OF_STUDIO.includes(each.kind))) return [];
    const named = form.name || form.records.some((each) => each.record.name);
    return [
      ...(named ? [] : [{ at: "studio-name", path: [], words: ["工作室名称"], message: "请填写“工作室名称”", record: -1 }]),
      ...(form.union ? [] : [{ at: "union", path: [], words: ["主管工会"], message: "请选“主管工会”", record: -1 }]),
    ];
  }

  /** Entries of a list, each of which leads to its field. @param {Fault[]} found @param {(n: number) => string} title @param {(fault: Fault) => void} lead */
  function entries(found, title, lead) {
    return found.map((fault) => {
      const where = [...(fault.record < 0 ? [] : [title(fault.record)]), ...fault.words].join(" › ");
      const item = document.createElement("li");
      item.appendChild(LaomoParts.button(`${where}：${fault.message}`, () => lead(fault)));
      return item;
    });
  }

  /** Says what is wrong at a field. @param {HTMLElement | null} field @param {string} message */
  function tell(field, message) {
    if (!field) return;
    const told = field.appendChild(document.createElement("p"));
    told.className = "fault";
    told.setAttribute("role", "alert");
    told.textContent = message;
  }

  function clear() {
    document.querySelectorAll(".fault").forEach((each) => each.remove());
  }

  /** Opens the folds around a field, and puts the cursor into it. @param {HTMLElement | null} field */
  function focus(field) {
    if (!field) return;
    for (let above = /** @type {HTMLElement | null} */ (field); above; above = above.parentElement) {
      if (above.tagName === "DETAILS") /** @type {HTMLDetailsElement} */ (above).open = true;
    }
    field.scrollIntoView({ block: "center" });
    const input = /** @type {HTMLElement | null} */ (field.querySelector("input:not(.away), select, textarea, button"));
    if (input) input.focus({ preventScroll: true });
  }

  return { all, clear, entries, focus, tell };
})();
