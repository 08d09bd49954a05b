"use strict";
/** The zip that is saved and opened again; `laomo import` reads the same. */
const LaomoPackageFile = (() => {
  const zip = /** @type {any} */ (window)["fflate"];
  const CONTENTS = "form.json", MOST = 200e6;

  /** The bytes of a zip. Pictures are packed as they are: they cannot be made smaller. */
  function write(format, form, photos) {
    const contents = zip.strToU8(JSON.stringify({ format, ...form }, null, 1));
    const files = Object.fromEntries(Object.entries(photos).map(([name, bytes]) => [`photos/${name}`, [bytes, { level: 0 }]]));
    return zip.zipSync({ [CONTENTS]: [contents, { level: 6 }], ...files });
  }

  /** What a zip holds: `{form, photos}`. Rejects with a sentence. */
  async function read(format, file) {
    if (file.size > MOST) throw new Error("这个文件太大，不是填报表的压缩包。");
    let files;
    try {
      files = zip.unzipSync(new Uint8Array(await file.arrayBuffer()), { filter: (each) => each.name === CONTENTS || /^photos\/[^/\\]+$/.test(each.name) });
    } catch {
      throw new Error("这个文件打不开。请选填报表保存的、或管理员发来的压缩包（.zip），不要解开。");
    }
    let form;
    try {
      form = JSON.parse(zip.strFromU8(files[CONTENTS]));
    } catch {
      throw new Error("这不是填报表的压缩包。请选填报表保存的、或管理员发来的那一个。");
    }
    if (!form || form.format !== format) throw new Error("这个压缩包是另一个版本的填报表存的。请向管理员要一份新的填报表，在新表里打开。");
    if (!isForm(form)) throw new Error("压缩包里的内容坏了。请向管理员再要一份，或者打开另一次保存的。");
    form.records.forEach(remember);
    const photos = Object.fromEntries(Object.entries(files).filter(([name]) => name !== CONTENTS).map(([name, bytes]) => [name.slice(7), bytes]));
    return { form: { union: form.union, studio: form.studio, name: form.name, records: form.records }, photos };
  }

  /** Remembers what was saved: if it is imported meanwhile, the next import knows where it came from. */
  function remember(record) {
    const sent = (record.sent || []).slice(-19);
    if (LaomoRecords.same(record.record, record.base)) record.sent = sent;
    else record.sent = [...sent, JSON.parse(JSON.stringify(record.record))];
  }

  /** Whether it has the shape of a form: whoever made the zip, the page must not stumble over it. */
  function isForm(form) {
    const isRecord = (/** @type {any} */ value) => Boolean(value) && typeof value === "object" && !Array.isArray(value);
    return ["union", "studio", "name"].every((key) => typeof form[key] === "string") && Array.isArray(form.records) && form.records.every((/** @type {any} */ each) => {
      return isRecord(each) && typeof each.kind === "string" && typeof each.name === "string" && isRecord(each.base) && isRecord(each.record) && (each.sent === undefined || (Array.isArray(each.sent) && each.sent.every(isRecord)));
    });
  }

  /** Hands a zip to the browser, which puts it where it puts downloads. */
  function save(bytes, name) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([bytes], { type: "application/zip" }));
    link.download = name;
    document.body.appendChild(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  }

  return { read, remember, save, write };
})();
