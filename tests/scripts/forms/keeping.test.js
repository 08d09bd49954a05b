/* What the form keeps: drafts on the device, pictures, and the zip that is saved and opened again. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { plain } from "../page.js";
import { drawing, facts, Form, picture } from "./form.js";

const DRAFT = "laomo-form-draft", PHOTO = "laomo-form-photo:";
const record = (kind, saved = {}, base = {}, more = {}) => ({ kind, name: "", base, record: saved, ...more });
const form = (...records) => ({ union: "north", studio: "crane", name: "甲", records });
const stored = ({ window }) => Object.keys(window.localStorage).sort();
const bytes = (page, ...numbers) => page.window.Uint8Array.from(numbers);

test("each form that is begun has a draft of its own name", () => {
  const { LaomoDrafts } = new Form().modules();
  const [one, two] = [LaomoDrafts.begin(), LaomoDrafts.begin()];
  assert.notEqual(one, two);
  for (const name of [one, two]) assert.match(name, /^:[0-9a-z]{8}[0-9a-z]{1,6}$/);
});

test("a draft is kept with its photos, and comes back", () => {
  const page = new Form(), { LaomoDrafts } = page.modules();
  const whole = form(record("year", { photos: [{ file: "a.jpg" }, { file: "b.jpg" }] }));
  const told = LaomoDrafts.keep(":1", whole, { "a.jpg": bytes(page, 0, 255, 128), "b.jpg": bytes(page, 7) });
  assert.deepEqual(plain(told), { whole: true, told: "草稿已存在这台设备里。" });
  assert.deepEqual(stored(page), [`${DRAFT}:1`, `${PHOTO}a.jpg`, `${PHOTO}b.jpg`]);
  const one = LaomoDrafts.one(":1");
  assert.deepEqual([one.id, plain(one.form), typeof one.when, Math.abs(one.time - Date.now()) < 60_000], [":1", whole, "string", true]);
  assert.deepEqual(Object.entries(LaomoDrafts.photos()).map(([name, data]) => [name, [...data]]), [["a.jpg", [0, 255, 128]], ["b.jpg", [7]]]);
  LaomoDrafts.keep(":2", form(record("year", { photos: [{ file: "b.jpg" }] })), { "b.jpg": bytes(page, 9) });
  assert.deepEqual([...LaomoDrafts.photos()["b.jpg"]], [7], "kept once");
  LaomoDrafts.keep(":1", form(record("year")), {});
  assert.deepEqual(stored(page), [`${DRAFT}:1`, `${DRAFT}:2`, `${PHOTO}b.jpg`], "a photo goes with the last draft that names it");
  LaomoDrafts.forget(":2");
  assert.deepEqual(stored(page), [`${DRAFT}:1`]);
});

test("drafts come the latest first; what is none is passed over", () => {
  const draft = (time) => JSON.stringify({ form: form(), when: `at ${time}`, time });
  const kept = { [`${DRAFT}:a`]: draft(1), [`${DRAFT}:b`]: draft(3), [`${DRAFT}:c`]: draft(2), [`${DRAFT}:d`]: JSON.stringify({ form: form() }) };
  const strange = { [`${DRAFT}:x`]: "{", [`${DRAFT}:y`]: "null", [`${DRAFT}:z`]: '{"form": {"records": 1}}', other: draft(9), [`x${DRAFT}`]: draft(9) };
  const page = new Form({ stored: { ...kept, ...strange } }), { LaomoDrafts } = page.modules();
  assert.deepEqual(plain(LaomoDrafts.all()).map(({ id, when, time }) => [id, when, time]), [[":b", "at 3", 3], [":c", "at 2", 2], [":a", "at 1", 1], [":d", "undefined", 0]]);
  assert.equal(LaomoDrafts.one(":none"), null);
  LaomoDrafts.forget();
  assert.deepEqual(stored(page), ["other", `x${DRAFT}`]);
});

test("a browser that keeps nothing, or not all, says so", () => {
  const page = new Form(), { LaomoDrafts } = page.modules();
  page.full(PHOTO);
  const keep = () => plain(LaomoDrafts.keep(":1", form(record("year", { file: "a.jpg" })), { "a.jpg": bytes(page, 1) }));
  assert.deepEqual(keep(), { whole: false, told: "文字的草稿存好了，照片太多，存不下。关掉网页以前，请按“保存”。" });
  page.full(DRAFT);
  assert.deepEqual(keep(), { whole: false, told: "这台设备存不下草稿。关掉网页以前，请按“保存”。" });
  Object.defineProperty(page.window, "localStorage", { get() { throw new Error("forbidden"); } });
  assert.deepEqual([plain(LaomoDrafts.all()), LaomoDrafts.one(":1"), plain(LaomoDrafts.photos()), LaomoDrafts.forget()], [[], null, {}, undefined]);
});

test("a damaged photo is asked for again", () => {
  const { LaomoDrafts } = new Form({ stored: { [`${PHOTO}a.jpg`]: "%%" } }).modules();
  assert.deepEqual(plain(LaomoDrafts.photos()), {});
});

test("another window that writes the same draft is noticed, and no other", () => {
  const page = new Form(), { LaomoDrafts } = page.modules();
  let calls = 0;
  LaomoDrafts.watch(() => ":1", () => { calls += 1; });
  const tell = (key, newValue) => page.window.dispatchEvent(Object.assign(new page.window.Event("storage"), { key, newValue }));
  for (const [key, value] of [[`${DRAFT}:2`, "x"], [`${DRAFT}:1`, null], ["", "x"]]) tell(key, value);
  assert.equal(calls, 0);
  tell(`${DRAFT}:1`, "x");
  assert.equal(calls, 1);
});

// --- pictures ---

async function taken(page, photos, file) {
  const promise = photos.take(file).catch((error) => `! ${error.message}`);
  for (let n = 0; n < 20; n++) await page.pass(20);
  return promise;
}

for (const [width, height, small, high] of [[4000, 1000, 2000, 500], [1000, 4000, 500, 2000], [2000, 2000, 2000, 2000], [2001, 1, 2000, 1], [10000, 1, 2000, 1], [1, 10000, 1, 2000], [300, 200, 300, 200]]) {
  test(`a picture of ${width} × ${height} becomes one of ${small} × ${high}`, async () => {
    const page = new Form(), { LaomoPhotos } = page.modules(), drawn = drawing(page, { width, height });
    const name = await taken(page, LaomoPhotos, picture(page));
    assert.deepEqual(drawn, [["fill", "#fff", 0, 0, small, high], ["data:image/jpeg;base64", 0, 0, small, high], [small, high, "image/jpeg", 0.86]]);
    assert.deepEqual(Object.entries(LaomoPhotos.all()).map(([key, data]) => [key, Buffer.from(data).toString()]), [[name, "small picture"]]);
    assert.equal(LaomoPhotos.address(name), `data:image/jpeg;base64,${Buffer.from("small picture").toString("base64")}`);
  });
}

/** A content whose FNV-1a begins with zeros. */
const ZEROS = "picture 293";
/** FNV-1a, by its definition. */
function fnv(data) {
  let hash = 2166136261n;
  for (const byte of Buffer.from(data)) hash = ((hash ^ BigInt(byte)) * 16777619n) & 0xffffffffn;
  return hash.toString(16).padStart(8, "0");
}

test("a picture's name is made of what it shows", async () => {
  const page = new Form(), { LaomoPhotos } = page.modules();
  for (const content of ["small picture", ZEROS]) {
    drawing(page, { content });
    assert.equal(await taken(page, LaomoPhotos, picture(page)), `photo-${fnv(content)}${content.length.toString(16)}.jpg`);
  }
});

const REFUSED = [
  ["", {}, "这张照片是空的，没有传完整。请换一张，或者在手机上把它重新存一次，再选。"],
  ["picture", { broken: true }, "这张照片打不开，可能没有传完整，或者不是照片。请换一张，或者在手机上把它重新存一次，再选。"],
  ["picture", { pen: false }, "照片缩不小：这台设备的内存不够了。请关掉别的网页，再选一次。"],
  ["picture", { blob: false }, "这张照片太大，缩不小。请换一张，或先在手机上裁小一些。"],
];
for (const [content, how, said] of REFUSED) {
  test(`a picture is refused: ${said.slice(0, 12)}`, async () => {
    const page = new Form(), { LaomoPhotos } = page.modules();
    drawing(page, how);
    assert.equal(await taken(page, LaomoPhotos, picture(page, content)), `! ${said}`);
    assert.deepEqual(plain(LaomoPhotos.all()), {});
  });
}

test("the pictures of an iPhone are named as what they are", async () => {
  const page = new Form(), { LaomoPhotos } = page.modules();
  drawing(page, { broken: true });
  const heic = (content, name) => taken(page, LaomoPhotos, picture(page, content, name));
  const box = (brand) => `\0\0\0\x18ftyp${brand}`;
  for (const brand of ["heic", "hevc", "mif1", "msf1", `heic${"x".repeat(60)}`]) assert.match(await heic(box(brand), "a.jpg"), /^! 这是苹果手机的 HEIC 照片/, brand);
  for (const name of ["a.heic", "A.HEIF"]) assert.match(await heic("picture", name), /^! 这是苹果手机的 HEIC 照片/, name);
  for (const [content, name] of [[box("avif"), "a.jpg"], ["xx" + box("heic"), "a.jpg"], ["picture", "a.heic.jpg"], ["picture", "heif"]]) assert.match(await heic(content, name), /^! 这张照片打不开/, name);
});

test("a picture of more than 24 MB is too large", async () => {
  const page = new Form(), { LaomoPhotos } = page.modules();
  drawing(page);
  const large = (size) => Object.defineProperty(picture(page), "size", { value: size });
  assert.equal(await taken(page, LaomoPhotos, large(24e6 + 1)), "! 这张照片有 25 MB，太大了，最多 24 MB。请先在手机上裁小或者压缩，再选一次。");
  assert.match(await taken(page, LaomoPhotos, large(24e6)), /^photo-/);
});

test("a file that has gone meanwhile is said", async () => {
  const page = new Form(), { LaomoPhotos } = page.modules();
  const read = (type) => LaomoPhotos.read({ type }, (reader) => reader.onerror()).catch((error) => error.message);
  assert.equal(await read("image/png"), "这个文件读不出来，可能已经删掉或换了地方。请换一张，或者在手机上把它重新存一次，再选。");
  assert.equal(await read("application/zip"), "这个文件读不出来，可能已经删掉或换了地方。请重新选一次。");
});

test("bytes are written as text in pieces, and other pictures can be put in their place", () => {
  const page = new Form(), { LaomoPhotos } = page.modules();
  const data = page.window.Uint8Array.from({ length: 8192 * 2 + 5 }, (_, n) => (n * 7) % 256);
  assert.equal(LaomoPhotos.base64(data), Buffer.from(data).toString("base64"));
  assert.equal(LaomoPhotos.base64(bytes(page)), "");
  const photos = { "a.jpg": bytes(page, 1) };
  LaomoPhotos.replace(photos);
  assert.equal(LaomoPhotos.all(), photos);
  assert.deepEqual([LaomoPhotos.address("a.jpg"), LaomoPhotos.address("b.jpg")], ["data:image/jpeg;base64,AQ==", ""]);
});

// --- the zip ---

const zipped = (page, files) => page.window.fflate.zipSync(Object.fromEntries(Object.entries(files).map(([name, data]) => [name, typeof data === "string" ? page.window.fflate.strToU8(data) : data])));
const asFile = (page, data, size) => {
  const file = new page.window.File([Buffer.from(data)], "a.zip", { type: "application/zip" });
  return size ? Object.defineProperty(file, "size", { value: size }) : file;
};
async function read(page, { LaomoPackageFile }, data, size) {
  const promise = LaomoPackageFile.read(facts.format, asFile(page, data, size)).catch((error) => `! ${error.message}`);
  for (let n = 0; n < 10; n++) await page.pass(20);
  return promise;
}

test("what is saved can be opened again, pictures and all", async () => {
  const page = new Form(), all = page.modules();
  const sent = form(record("year", { summary: "一" }, { summary: "一" }), record("notice", { title: "二" }, {}, { sent: [{ title: "零" }] }));
  const data = all.LaomoPackageFile.write(facts.format, sent, { "a.jpg": bytes(page, 1, 2, 3) });
  const files = page.window.fflate.unzipSync(data);
  assert.deepEqual(Object.keys(files), ["form.json", "photos/a.jpg"]);
  assert.equal(page.window.fflate.strFromU8(files["form.json"]), JSON.stringify({ format: facts.format, ...sent }, null, 1));
  const found = await read(page, all, data);
  assert.deepEqual(plain(found.form), form({ ...sent.records[0], sent: [] }, { ...sent.records[1], sent: [{ title: "零" }, { title: "二" }] }));
  assert.deepEqual(Object.entries(found.photos).map(([name, each]) => [name, [...each]]), [["a.jpg", [1, 2, 3]]]);
});

test("pictures are packed as they are, words made small", () => {
  const page = new Form(), { LaomoPackageFile } = page.modules();
  const { zipSync } = page.window.fflate, levels = {};
  page.window.fflate.zipSync = (files) => {
    for (const [name, [, { level }]] of Object.entries(files)) levels[name] = level;
    return zipSync(files);
  };
  const data = LaomoPackageFile.write(facts.format, form(record("year", { summary: "一".repeat(5000) })), { "a.jpg": new page.window.Uint8Array(5000) });
  const sizes = [];
  page.window.fflate.unzipSync(data, { filter: ({ name, size, originalSize }) => { sizes.push([name, size < originalSize]); return false; } });
  assert.deepEqual(sizes, [["form.json", true], ["photos/a.jpg", false]]);
  assert.deepEqual(levels, { "form.json": 6, "photos/a.jpg": 0 });
});

test("only the form's own files are unpacked", async () => {
  const page = new Form(), all = page.modules();
  const said = JSON.stringify({ format: facts.format, ...form() });
  const names = ["photos/a.jpg", "photos/b/c.jpg", "photos/", "photos/a\\b.jpg", "other.txt", "x/photos/d.jpg", "form.json.txt"];
  const found = await read(page, all, zipped(page, { "form.json": said, ...Object.fromEntries(names.map((name) => [name, "x"])) }));
  assert.deepEqual([Object.keys(found.photos), plain(found.form)], [["a.jpg"], form()]);
});

const OTHER = "这个压缩包是另一个版本的填报表存的，这张表打不开它。请向管理员要一份新的填报表和新的压缩包。";
const NEWER = "这个压缩包是更新的填报表存的，这张表旧了，打不开它。请向管理员要一份新的填报表，在新表里打开。";
const SPOILT = "压缩包里的内容坏了。请向管理员再要一份，或者打开另一次保存的。";
const NONE = "这不是填报表的压缩包。请选填报表保存的、或管理员发来的那一个。";
const contents = (more) => ({ "form.json": JSON.stringify({ format: facts.format, ...form(), ...more }) });
const damaged = (more) => contents({ records: [{ ...record("year"), ...more }] });
const WRONG = [
  [{ "other.json": "{}" }, NONE], [{ "form.json": "{" }, NONE], [{ "form.json": "null" }, OTHER], [{ "form.json": "1" }, OTHER],
  [contents({ format: "laomo-forms/0" }), OTHER], [contents({ format: "x" }), OTHER], [contents({ format: "laomo-forms/2" }), NEWER], [contents({ format: undefined }), OTHER],
  ...["union", "studio", "name"].map((key) => [contents({ [key]: 1 }), SPOILT]), [contents({ records: {} }), SPOILT], [contents({ records: [null] }), SPOILT], [contents({ records: [[]] }), SPOILT],
  ...["kind", "name"].map((key) => [damaged({ [key]: 1 }), SPOILT]), ...["base", "record"].flatMap((key) => [null, [], "x"].map((value) => [damaged({ [key]: value }), SPOILT])),
  [damaged({ sent: {} }), SPOILT], [damaged({ sent: ["x"] }), SPOILT], [damaged({ sent: [[]] }), SPOILT],
];
test("what is no form is refused in a sentence", async () => {
  const page = new Form(), all = page.modules();
  for (const [files, said] of WRONG) assert.equal(await read(page, all, zipped(page, files)), `! ${said}`, JSON.stringify(files));
  assert.equal(await read(page, all, "no zip"), "! 这个文件打不开。请选填报表保存的、或管理员发来的压缩包（.zip），不要解开。");
  assert.equal(await read(page, all, zipped(page, contents({})), 200e6 + 1), "! 这个文件太大，不是填报表的压缩包。");
  assert.deepEqual(plain((await read(page, all, zipped(page, contents({})), 200e6)).form), form());
  assert.deepEqual(plain((await read(page, all, zipped(page, damaged({ sent: [{}] })))).form.records), [record("year", {}, {}, { sent: [{}] })]);
});

test("of what was saved the last twenty are remembered, but not what is as it was", () => {
  const { LaomoPackageFile } = new Form().modules();
  const sent = Array.from({ length: 25 }, (_, n) => ({ n: `${n}` }));
  const changed = record("year", { a: "b" }, { a: "a" }, { sent });
  LaomoPackageFile.remember(changed);
  assert.deepEqual(plain(changed.sent), [...sent.slice(-19), { a: "b" }]);
  const unchanged = record("year", { a: " b" }, { a: "b" });
  LaomoPackageFile.remember(unchanged);
  assert.deepEqual(plain(unchanged.sent), []);
});

test("a zip is handed to the browser under its name, and its address given back after a minute", async () => {
  const page = new Form(), { LaomoPackageFile } = page.modules(), clicked = [], revoked = [];
  page.window.URL.revokeObjectURL = (address) => revoked.push(address);
  page.document.addEventListener("click", ({ target }) => clicked.push([target.download, target.href, page.document.body.contains(target)]));
  LaomoPackageFile.save(bytes(page, 1, 2), "a.zip");
  assert.deepEqual([clicked, page.document.querySelector("a[download]")], [[["a.zip", "blob:saved", true]], null]);
  assert.deepEqual([page.saved[0].blob.type, [...new Uint8Array(await page.saved[0].blob.arrayBuffer())]], ["application/zip", [1, 2]]);
  await page.pass(59_999);
  assert.deepEqual(revoked, []);
  await page.pass(1);
  assert.deepEqual(revoked, ["blob:saved"]);
});

// --- old browsers ---

/** Take a name away from these objects and from all that they inherit from; gives what puts it back. */
function without(name, ...holders) {
  const taken = [];
  for (const holder of holders) {
    for (let each = holder; each; each = Object.getPrototypeOf(each)) {
      if (Object.hasOwn(each, name)) taken.push([each, Object.getOwnPropertyDescriptor(each, name)]);
      delete each[name];
    }
  }
  return () => taken.forEach(([each, before]) => Object.defineProperty(each, name, before));
}

test("a browser that lacks what the form needs says what to do", () => {
  const lacking = [..."Promise Set Blob File FileReader Uint8Array URL btoa JSON".split(" ").map((name) => ["window", name]), ...["entries", "values", "assign"].map((name) => ["Object", name]),
    ["String.prototype", "padStart"], ["String.prototype", "includes"], ["URL", "createObjectURL"], ["HTMLCanvasElement.prototype", "toBlob"], ["HTMLAnchorElement.prototype", "download"]];
  for (const [holder, name] of [["window", "nothing"], ...lacking]) {
    const page = new Form();
    page.window.HTMLCanvasElement.prototype.toBlob ??= () => {};
    const restore = without(name, page.window.eval(holder), ...(holder === "window" ? [page.window] : [])); // whose own names its global hides
    page.guard();
    restore();
    const old = name !== "nothing";
    assert.deepEqual([page.document.documentElement.getAttribute("data-old") === "", page.at("opening").textContent.startsWith("这个浏览器太旧，打不开填报表。")], [old, old], name);
  }
});

test("a script that fails while the form opens says so, and later no more", () => {
  const page = new Form();
  page.guard();
  page.at("form").hidden = false;
  page.window.onerror();
  assert.equal(page.document.documentElement.hasAttribute("data-old"), false);
  page.at("form").hidden = true;
  page.window.onerror();
  assert.equal(page.document.documentElement.hasAttribute("data-old"), true);
});
