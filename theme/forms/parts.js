"use strict";
/** Small pieces of the page. */
const LaomoParts = (() => {
  /** An element of the page by its id. @param {string} id @returns {any} */
  function at(id) {
    return document.getElementById(id);
  }

  /** Puts these into a place, and nothing else. @param {Element} place @param {Element[]} children */
  function fill(place, children) {
    place.textContent = "";
    children.forEach((each) => place.appendChild(each));
  }

  /** @param {string} text @param {() => void} press @param {string} [look] */
  function button(text, press, look) {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = text;
    if (look) made.className = look;
    made.addEventListener("click", press);
    return made;
  }

  /** The choices of a field: their values and what each is called. @param {HTMLSelectElement} select @param {[string, string][]} entries */
  function options(select, entries) {
    fill(select, entries.map(([value, label]) => Object.assign(document.createElement("option"), { value, textContent: label })));
  }

  /**
   * A draft in the list of those that can be gone on with.
   * @param {Draft} draft @param {(record: FormRecord) => string} title @param {() => void} resume @param {() => void} remove
   */
  function draft({ form, when }, title, resume, remove) {
    const item = document.createElement("li"), buttons = document.createElement("span");
    const profile = form.records.find((each) => each.kind === "studio");
    item.textContent = [(profile && profile.record.name) || form.name, form.records.map(title).join("、"), when].filter(Boolean).join("，");
    buttons.className = "buttons";
    fill(buttons, [button("接着填", resume), button("删除", remove, "quiet")]);
    item.appendChild(buttons);
    return item;
  }

  return { at, button, draft, fill, options };
})();
