"use strict";
/** The zip that is saved and opened again; `laomo import` reads the same. */
const LaomoPackageFile = (() => {
  const zip = /** @type {any} */ (window)["fflate"];
  const CONTENTS = "form.json", FOLDER = "photos/", MOST = 200e6;

  /** The bytes of a zip. Pictures are packed as they are: they cannot be made smaller. @param {string} format @param {Form} form @param {Photos} photos */
  function write(format, form, photos) {
    const contents = zip.strToU8(JSON.stringify(Object.assign({ format }, form), null, 1));
    /** @type {Record<string, [Uint8Array, {level: number}]>} */
    const files = { [CONTENTS]: [contents, { level: 6 }] };
    Object.keys(photos).forEach((name) => { files[FOLDER + name] = [photos[name], { level: 0 }]; });
    return /** @type {Uint8Array} */ (zip.zipSync(files));
  }

  /** What a zip holds. Rejects with a sentence. @param {string} format @param {File} file @returns {Promise<{form: Form, photos: Photos}>} */
  async function read(format, file) {
    if (file.size > MOST) throw new Error("这个文件太大，不是填报表的压缩包。");
    const files = unpacked(new Uint8Array(/** @type {ArrayBuffer} */ (await LaomoPhotos.read(file, (reader) => reader.readAsArrayBuffer(file)))));
    const form = contents(files[CONTENTS]);
    if (!form || form.format !== format) throw new Error(otherVersion(form, format));
    if (!isForm(form)) throw new Error("压缩包里的内容坏了。请向管理员再要一份，或者打开另一次保存的。");
    form.records.forEach(remember);
    /** @type {Photos} */
    const photos = {};
    Object.keys(files).filter((name) => name !== CONTENTS).forEach((name) => { photos[name.slice(FOLDER.length)] = files[name]; });
    return { form: { union: form.union, studio: form.studio, name: form.name, records: form.records }, photos };
  }

  /** @param {Uint8Array} bytes @returns {Record<string, Uint8Array>} */
  function unpacked(bytes) {
    try {
      return zip.unzipSync(bytes, { filter: (/** @type {{name: string}} */ each) => each.name === CONTENTS || /^photos\/[^/\\]+$/.test(each.name) });
    } catch (_) {
      throw new Error("这个文件打不开。请选填报表保存的、或管理员发来的压缩包（.zip），不要解开。");
    }
  }

  /** @param {Uint8Array} bytes @returns {any} */
  function contents(bytes) {
    try {
      return JSON.parse(zip.strFromU8(bytes));
    } catch (_) {
      throw new Error("这不是填报表的压缩包。请选填报表保存的、或管理员发来的那一个。");
    }
  }

  /** @param {any} form @param {string} ours */
  function otherVersion(form, ours) {
    const number = (/** @type {any} */ format) => Number(String(format).replace("laomo-forms/", ""));
    if (form && number(form.format) > number(ours)) return "这个压缩包是更新的填报表存的，这张表旧了，打不开它。请向管理员要一份新的填报表，在新表里打开。";
    return "这个压缩包是另一个版本的填报表存的，这张表打不开它。请向管理员要一份新的填报表和新的压缩包。";
  }

  /** Remembers what was saved: if it is imported meanwhile, the next import knows where it came from. @param {FormRecord} record */
  function remember(record) {
    const sent = (record.sent || []).slice(-19);
    record.sent = LaomoRecords.same(record.record, record.base) ? sent : [...sent, LaomoRecords.copy(record.record)];
  }

  /** Whether it has the shape of a form: whoever made the zip, the page must not stumble over it. @param {any} form */
  function isForm(form) {
    const isItem = (/** @type {any} */ value) => Boolean(value) && typeof value === "object" && !Array.isArray(value);
    const isRecord = (/** @type {any} */ each) => isItem(each) && [each.kind, each.name].every((text) => typeof text === "string") && isItem(each.base) && isItem(each.record) && (each.sent === undefined || (Array.isArray(each.sent) && each.sent.every(isItem)));
    return ["union", "studio", "name"].every((key) => typeof form[key] === "string") && Array.isArray(form.records) && form.records.every(isRecord);
  }

  /** Hands a zip to the browser, which puts it where it puts downloads. @param {Uint8Array} bytes @param {string} name */
  function save(bytes, name) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([/** @type {any} */ (bytes)], { type: "application/zip" }));
    link.download = name;
    document.body.appendChild(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  }

  return { read, remember, save, write };
})();
