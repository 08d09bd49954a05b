/* What a clerk has and does: records, drafts, zips that are saved and received, pictures that are chosen. */

import { facts } from "./form.js";

export const DRAFT = "laomo-form-draft";
export const draft = (records, more = {}) => JSON.stringify({ form: { union: "", studio: "", name: "", records, ...more }, when: "昨天", time: 1 });
export const record = (kind, saved = {}, more = {}) => ({ kind, name: "", base: {}, record: saved, sent: [], ...more });
export const drafts = ({ window }) => Object.keys(window.localStorage).filter((key) => key.startsWith(DRAFT)).sort();
export const kept = (form) => JSON.parse(form.window.localStorage.getItem(drafts(form)[0])).form;
export const pressed = (form) => [...form.document.querySelectorAll("#records button")].map((each) => [each.textContent, each.getAttribute("aria-pressed")]);
export const faults = (form) => form.texts("#faults-list button");
export const NOTICE = { title: "公示", kind: "公示", date: "2025", issuer: "工会", body: "一段" };
export const TARGET = { title: "分解表", issuer: "工会", rows: [{ union: "north", created: "1", qualified: "0" }], total: { created: "1", qualified: "0" } };

/** The contents of the zip that was saved last. */
export async function saved(form) {
  const { unzipSync, strFromU8 } = form.window.fflate;
  const files = unzipSync(form.window.Uint8Array.from(new Uint8Array(await form.saved.at(-1).blob.arrayBuffer())));
  return { ...JSON.parse(strFromU8(files["form.json"])), photos: Object.keys(files).filter((name) => name !== "form.json") };
}
export async function receive(form, contents, name = "a.zip") {
  const { zipSync, strToU8 } = form.window.fflate;
  const data = typeof contents === "string" ? Buffer.from(contents) : zipSync({ "form.json": strToU8(JSON.stringify({ format: facts.format, union: "", studio: "", name: "", ...contents })) });
  Object.defineProperty(form.at("open"), "files", { configurable: true, value: [new form.window.File([Buffer.from(data)], name)] });
  form.at("open").dispatchEvent(new form.window.Event("change"));
  for (let n = 0; n < 12; n++) await form.pass(10);
}

/** The box of a picture, and what chooses files for it. */
export function chooser(form) {
  const box = form.document.querySelector(".photo");
  return { said: () => box.querySelector("p").textContent, image: box.querySelector("img"), choose: async (...files) => {
    Object.defineProperty(box.querySelector("input"), "files", { configurable: true, value: files });
    box.querySelector("input").dispatchEvent(new form.window.Event("change"));
    for (let n = 0; n < 12; n++) await form.pass(10);
  } };
}
