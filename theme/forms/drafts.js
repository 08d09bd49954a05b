"use strict";
/** What is not finished yet, kept by this browser on this device alone. */
const LaomoDrafts = (() => {
  const KEY = "laomo-form-draft", PHOTO = "laomo-form-photo:";

  /** Keeps a draft; gives what to tell the clerk. */
  function keep(form, photos) {
    try {
      localStorage.setItem(KEY, JSON.stringify({ form, when: new Date().toLocaleString("zh-CN") }));
    } catch {
      return "这台设备存不下草稿，请随时按“保存”。";
    }
    try {
      names().filter((name) => !photos[name]).forEach((name) => localStorage.removeItem(PHOTO + name));
      Object.entries(photos).filter(([name]) => !localStorage.getItem(PHOTO + name)).forEach(([name, bytes]) => {
        localStorage.setItem(PHOTO + name, text(bytes));
      });
    } catch {
      return "文字的草稿存好了；照片太多，草稿里存不下，请随时按“保存”。";
    }
    return "草稿已存在这台设备里。";
  }

  function names() {
    return Object.keys(localStorage).filter((key) => key.startsWith(PHOTO)).map((key) => key.slice(PHOTO.length));
  }

  function text(bytes) {
    let made = "";
    for (let at = 0; at < bytes.length; at += 8192) made += String.fromCharCode(...bytes.subarray(at, at + 8192));
    return btoa(made);
  }

  /** The draft `{form, when, photos}`; null without one. */
  function read() {
    try {
      const found = JSON.parse(localStorage.getItem(KEY) || "null");
      if (!found || !Array.isArray(found.form.records)) return null;
      const photos = Object.fromEntries(names().map((name) => [name, Uint8Array.from(atob(localStorage.getItem(PHOTO + name)), (c) => c.charCodeAt(0))]));
      return { ...found, photos };
    } catch {
      return null;
    }
  }

  function forget() {
    try {
      names().forEach((name) => localStorage.removeItem(PHOTO + name));
      localStorage.removeItem(KEY);
    } catch {
      // a browser that keeps nothing has nothing to forget
    }
  }

  return { forget, keep, read };
})();
