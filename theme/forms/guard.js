"use strict";
/** Says in one sentence what to do when this browser cannot show the form. Runs first, and keeps to ES5 (checked), so that the oldest can read it. */
(function () {
  var page = document.documentElement, opening = document.getElementById("opening"), form = document.getElementById("form");
  var canvas = document.createElement("canvas"), link = document.createElement("a");

  function old() {
    if (!opening || !form || !form.hidden) return;
    opening.textContent = "这个浏览器太旧，打不开填报表。请换一个新的浏览器（如 Edge、Chrome、Firefox 或手机自带的浏览器）再打开；实在不行，请向管理员要 Excel 模板来填。";
    page.setAttribute("data-old", "");
  }

  function has(/** @type {any} */ holder, /** @type {string[]} */ names) {
    for (var n = 0; n < names.length; n++) if (!(names[n] in holder)) return false;
    return true;
  }

  window.onerror = old;
  if (!has(window, ["Promise", "Set", "Blob", "File", "FileReader", "Uint8Array", "URL", "btoa", "JSON"])) return old();
  if (!has(Object, ["entries", "values", "assign"]) || !has(String.prototype, ["padStart", "includes"])) return old();
  if (!has(window.URL, ["createObjectURL"]) || !has(canvas, ["toBlob"]) || !has(link, ["download"])) old();
})();
