"use strict";
/** What is not finished yet, kept by this browser on this device alone. Each form that is open has a draft of its own. */

/** @typedef {{id: string, when: string, time: number, form: Form}} Draft */

const LaomoDrafts = (() => {
  const KEY = "laomo-form-draft", PHOTO = "laomo-form-photo:";

  /** A name for the draft of a form that has just begun. */
  function begin() {
    return `:${Date.now().toString(36)}${Math.random().toString(36).slice(2, 8)}`;
  }

  /**
   * Keeps a draft: whether all of it is kept, and what to tell the clerk.
   * @param {string} id @param {Form} form @param {Photos} photos @returns {{whole: boolean, told: string}}
   */
  function keep(id, form, photos) {
    const now = new Date();
    try {
      localStorage.setItem(KEY + id, JSON.stringify({ form, when: now.toLocaleString("zh-CN"), time: now.getTime() }));
    } catch (_) {
      return { whole: false, told: "这台设备存不下草稿。关掉网页以前，请按“保存”。" };
    }
    try {
      drop();
      Object.keys(photos).filter((name) => !localStorage.getItem(PHOTO + name)).forEach((name) => {
        localStorage.setItem(PHOTO + name, LaomoPhotos.base64(photos[name]));
      });
    } catch (_) {
      return { whole: false, told: "文字的草稿存好了，照片太多，存不下。关掉网页以前，请按“保存”。" };
    }
    return { whole: true, told: "草稿已存在这台设备里。" };
  }

  /** @param {string} prefix @returns {string[]} */
  function under(prefix) {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
  }

  /** Every draft, the latest first; none where the browser keeps nothing. @returns {Draft[]} */
  function all() {
    try {
      const found = under(KEY).map(one).filter((each) => each);
      return /** @type {Draft[]} */ (found).sort((a, b) => b.time - a.time);
    } catch (_) {
      return [];
    }
  }

  /** The draft of a form; null without one. @param {string} id @returns {Draft | null} */
  function one(id) {
    try {
      const found = JSON.parse(localStorage.getItem(KEY + id) || "null");
      return Array.isArray(found.form.records) ? { id, when: String(found.when), time: Number(found.time) || 0, form: found.form } : null;
    } catch (_) {
      return null;
    }
  }

  /** The photos of all drafts. @returns {Photos} */
  function photos() {
    /** @type {Photos} */
    const found = {};
    try {
      under(PHOTO).forEach((name) => {
        found[name] = Uint8Array.from(atob(localStorage.getItem(PHOTO + name) || ""), (character) => character.charCodeAt(0));
      });
    } catch (_) {
      // one that is damaged is asked for again: the field says that no photo is chosen
    }
    return found;
  }

  /** Deletes the photos that no draft names. */
  function drop() {
    const named = new Set(LaomoRecords.texts(all().map((draft) => draft.form), "file"));
    under(PHOTO).filter((name) => !named.has(name)).forEach((name) => localStorage.removeItem(PHOTO + name));
  }

  /** Deletes one draft, or all. @param {string} [id] */
  function forget(id) {
    try {
      (id === undefined ? under(KEY) : [id]).forEach((each) => localStorage.removeItem(KEY + each));
      drop();
    } catch (_) {
      // a browser that keeps nothing has nothing to forget
    }
  }

  /** Calls when another window has changed the draft that `own` gives. @param {() => string} own @param {() => void} call */
  function watch(own, call) {
    window.addEventListener("storage", (event) => { if (event.key === KEY + own() && event.newValue) call(); });
  }

  return { all, begin, forget, keep, one, photos, watch };
})();
