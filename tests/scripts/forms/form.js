/* The form for clerks without a browser: the page as it is handed out with its own scripts and libraries, or its modules one by one. */

import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { afterEach } from "node:test";
import vm from "node:vm";
import { Window } from "happy-dom";
import { Clock } from "../clock.js";
import { fixture } from "../page.js";

const SOURCES = path.join(import.meta.dirname, "../../../theme/forms");
const html = fs.readFileSync(fixture("form.html"), "utf8");
const [guard, zip, library, bundle] = [...html.matchAll(/<script>([^]*?)<\/script>/g)].map(([, code]) => new vm.Script(code));
const markup = html.replace(/<script>[^]*?<\/script>|<style>[^]*?<\/style>|<meta http-equiv[^>]*>/g, "");
const MODULES = ["records", "rules", "parts", "faults", "photos", "drafts", "package_file"];
const named = (module) => `Laomo${module.replace(/(^|_)(\w)/g, (_, __, letter) => letter.toUpperCase())}`;
/** What the page is told of its site: unions and schemas. */
export const facts = JSON.parse(/id="facts">([^]*?)<\/script>/.exec(html)[1]);

/** Under such names the device has no room. */
let noRoom = null;
const sample = new Window(), { Storage } = sample, { setItem } = Storage.prototype; // which all windows share
/** How lists are walked: the form's library brings ways of its own, which see less than happy-dom's lists have. */
const shared = Object.getOwnPropertyNames(sample).map((name) => /^[A-Z]/.test(name) && sample[name]?.prototype).filter(Boolean);
const walks = [...shared, Object.getPrototypeOf(sample.document.body.classList)]
  .map((prototype) => [prototype, ["forEach", "keys", "values", "entries", Symbol.iterator, Symbol.toStringTag].map((key) => [key, Object.getOwnPropertyDescriptor(prototype, key)])]);

function restored() {
  for (const [prototype, keys] of walks) {
    for (const [key, before] of keys) {
      if (before) Object.defineProperty(prototype, key, before);
      else if (Object.hasOwn(prototype, key)) delete prototype[key];
    }
  }
}

Storage.prototype.setItem = function (key, value) {
  if (noRoom && key.startsWith(noRoom)) throw new Error("full");
  return setItem.call(this, key, value);
};

let opened = [];
afterEach(() => {
  noRoom = null;
  const complaints = opened.flatMap((form) => form.complaints);
  for (const form of opened) form.window.happyDOM.close();
  opened = [];
  assert.deepEqual(complaints, []);
});

export class Form {
  complaints = [];
  clock = new Clock();
  /** What the clerk is asked, and what they answer. */
  asked = [];
  agrees = true;
  /** Names and bytes of what was saved. */
  saved = [];
  /** What was brought into sight, and to which place of the window. */
  scrolled = [];

  /** @param {{stored?: Record<string, string>, before?: (form: Form) => void}} [how] */
  constructor({ stored = {}, before } = {}) {
    this.window = new Window({ url: "https://showcase.test/form/", settings: { navigation: { disableMainFrameNavigation: true } } });
    this.document = this.window.document;
    this.window.addEventListener("error", ({ error }) => error && this.complaints.push(error.stack));
    this.clock.rule(this.window);
    Object.entries(stored).forEach(([key, value]) => this.window.localStorage.setItem(key, value));
    this.window.confirm = (question) => {
      this.asked.push(question);
      return this.agrees;
    };
    const { scrolled } = this;
    this.window.HTMLElement.prototype.scrollIntoView = function ({ block }) { scrolled.push([this.id || this.localName, block]); };
    this.window.URL.createObjectURL = (blob) => {
      this.saved.push({ blob });
      return "blob:saved";
    };
    this.window.URL.revokeObjectURL = () => {};
    this.window.atob = atob; // which refuses what browsers refuse
    this.document.write(markup);
    before?.(this);
    opened.push(this);
  }

  /** From now on the device has no room for what is kept under such a name. @param {string} prefix */
  full(prefix) {
    noRoom = prefix;
  }

  /** The page with all its scripts. */
  static async open(how) {
    const form = new Form(how);
    for (const script of [guard, zip, library]) script.runInContext(form.window);
    restored();
    bundle.runInContext(form.window);
    return form.settled();
  }

  /** The modules, without the library that draws fields. @returns {Record<string, any>} */
  modules() {
    zip.runInContext(this.window);
    const sources = MODULES.map((name) => fs.readFileSync(path.join(SOURCES, `${name}.js`), "utf8"));
    return new vm.Script(`(() => {${sources.join("\n")}\nreturn {${MODULES.map(named)}};})()`).runInContext(this.window);
  }

  guard() {
    return guard.runInContext(this.window);
  }

  at = (id) => this.document.getElementById(id);
  texts = (selector) => [...this.document.querySelectorAll(selector)].map((each) => each.textContent);
  get said() {
    return this.at("said").textContent;
  }

  async settled() {
    for (let n = 0; n < 6; n++) {
      await new Promise(setImmediate);
      await this.clock.pass(0);
    }
    return this;
  }

  async pass(milliseconds) {
    await this.clock.pass(milliseconds);
    return this.settled();
  }

  press(id) {
    (typeof id === "string" ? this.at(id) : id).click();
    return this.settled();
  }

  button = (text, within = this.document) => [...within.querySelectorAll("button")].find((each) => each.textContent === text);

  write(field, value) {
    field.value = value;
    for (const name of ["input", "change"]) field.dispatchEvent(new this.window.Event(name, { bubbles: true }));
  }

  choose(id, value) {
    this.at(id).value = value;
    this.at(id).dispatchEvent(new this.window.Event("change", { bubbles: true }));
  }

  /** Add a record of a kind. */
  async add(kind, year = "") {
    this.choose("kind", kind);
    this.at("year").value = year;
    await this.press("add");
  }

  field = (path) => this.document.querySelector(`[name="root[${path}]"], [id="root[${path}]"]`);
}

/** A browser's image and canvas, which draw nothing but note what they are asked. @param {{width?: number, height?: number, broken?: boolean, pen?: boolean, blob?: boolean, content?: string}} [how] */
export function drawing(page, { width = 4000, height = 1000, broken = false, pen = true, blob = true, content = "small picture" } = {}) {
  const { window } = page, drawn = [];
  window.Image = class {
    naturalWidth = width;
    naturalHeight = height;
    set src(address) { this.address = address; window.setTimeout(() => (broken ? this.onerror() : this.onload())); }
  };
  const { prototype } = window.HTMLCanvasElement;
  const noted = { fillRect: (...rest) => drawn.push(["fill", noted.fillStyle, ...rest]), drawImage: (image, ...rest) => drawn.push([image.address.slice(0, 22), ...rest]) };
  prototype.getContext = (kind) => (pen && kind === "2d" ? noted : null);
  prototype.toBlob = function (call, ...how) {
    drawn.push([this.width, this.height, ...how]);
    call(blob ? new window.Blob([Buffer.from(content)], { type: how[0] }) : null);
  };
  return drawn;
}
/** A file as it is chosen. */
export const picture = (page, content = "picture", name = "a.jpg", type = "image/jpeg") => new page.window.File([Buffer.from(content, "latin1")], name, { type });
