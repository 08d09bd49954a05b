/* A page of the site as a reader opens it, without a browser: the site's own HTML, its own scripts in their own order, the files
   of the index as they arrive (or do not), and a clock that stands until a test moves it. */

import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { afterEach } from "node:test";
import vm from "node:vm";
import { HTMLScriptElement, PropertySymbol, Window } from "happy-dom";
import { Clock } from "./clock.js";

const FIXTURE = process.env.LAOMO_SCRIPTS;
export const fixture = (...names) => path.join(FIXTURE, ...names);
export const truth = JSON.parse(fs.readFileSync(fixture("truth.json"), "utf8"));

const SERVER = "https://showcase.test/";
const FOLDER = "file:///media/stick/exhibition/";
const connected = PropertySymbol.connectedToDocument;
/** @type {Map<object, Page>} */
const pageOf = new Map();
/** @type {Map<string, vm.Script>} */
const compiled = new Map();
/** Pages that a test leaves behind, and those of the modules, which stay. */
let opened = [], lasting = [];

// A script that enters a document is loaded by its page, later, as in a browser; those of the HTML itself by `open`.
HTMLScriptElement.prototype[connected] = function () {
  Object.getPrototypeOf(HTMLScriptElement.prototype)[connected].call(this);
  if (this.hasAttribute("src")) pageOf.get(this.ownerDocument)?.load(this);
};

afterEach(() => {
  const complaints = [...opened, ...lasting].flatMap((page) => page.complaints.splice(0));
  for (const page of opened) page.close();
  opened = [];
  assert.deepEqual(complaints, []);
});

export class Page {
  complaints = [];
  /** Files that scripts asked for, in order, without their hashes. */
  sent = [];
  clock = new Clock();
  #failing = [];
  #held = [];
  #pending = 0;

  /** @param {string} address below the site's root @param {{index?: string, offline?: boolean, before?: (page: Page) => void, scripts?: string[], stays?: boolean}} [how] */
  constructor(address, { index = "city", offline = false, before, scripts = [], stays = false } = {}) {
    this.root = offline ? FOLDER : SERVER;
    this.index = index;
    const settings = { navigation: { disableMainFrameNavigation: true } };
    this.window = new Window({ url: this.root + address, settings });
    this.window.addEventListener("error", ({ error }) => error && this.complaints.push(error.stack));
    this.document = this.window.document;
    this.clock.rule(this.window);
    completed(this.window);
    const place = address.split(/[?#]/)[0].replace(/(^|\/)$/, "$1index.html");
    this.document.write(markup(fixture("site", place)));
    before?.(this);
    const own = [...this.document.querySelectorAll("script[src]")].filter((each) => !/bundle\.|lunr/.test(each.src));
    const more = scripts.map((src) => Object.assign(this.document.createElement("script"), { src: this.root + src }));
    pageOf.set(this.document, this);
    for (const element of [...own, ...more]) this.#run(element);
    this.document.dispatchEvent(new this.window.Event("DOMContentLoaded", { bubbles: true }));
    (stays ? lasting : opened).push(this);
  }

  find = (selector) => this.document.querySelector(selector);
  all = (selector) => [...this.document.querySelectorAll(selector)];
  text = (selector) => this.find(selector)?.textContent ?? null;
  texts = (selector) => this.all(selector).map((each) => each.textContent);
  /** What follows the site's root, readable. */
  get address() {
    return decodeURI(this.window.location.href).slice(this.root.length);
  }

  /** From now on files of this name fail: "missing", "cut short" or "empty". Nothing given: none fail. */
  fail(name, how) {
    this.#failing = name ? [...this.#failing, [name, how]] : [];
  }

  /** Files of this name wait; gives what lets them come. @param {RegExp} name */
  hold(name) {
    const held = { name, waiting: [] };
    this.#held.push(held);
    return () => {
      this.#held.splice(this.#held.indexOf(held), 1);
      held.waiting.forEach((come) => come());
    };
  }

  load(element) {
    const name = element.src.slice(this.root.length);
    this.sent.push(name.replace(/-[a-z2-7]{5}(?=\.js)/, ""));
    this.#pending += 1;
    const come = () => setImmediate(() => {
      this.#pending -= 1;
      if (pageOf.has(this.document)) this.#deliver(element, this.#failing.find(([each]) => each.test(name))?.[1]);
    });
    const held = this.#held.find((each) => each.name.test(name));
    if (!held) return come();
    this.#pending -= 1;
    return held.waiting.push(() => { this.#pending += 1; come(); });
  }

  #deliver(element, failure) {
    const { Event, ErrorEvent } = this.window;
    if (failure === "missing" || !fs.existsSync(this.#file(element.src))) return element.dispatchEvent(new Event("error"));
    if (failure === "cut short") {
      const told = this.window.dispatchEvent(new ErrorEvent("error", { filename: element.src, message: "Unexpected end of input", cancelable: true }));
      if (told) this.complaints.push(`cut short: ${element.src}`);
    } else if (failure !== "empty") this.#run(element);
    return element.dispatchEvent(new Event("load"));
  }

  #file(src) {
    const name = decodeURI(new URL(src).href.split(/[?#]/)[0]).slice(this.root.length);
    return name.startsWith("search/") ? fixture(this.index, name) : fixture("site", name);
  }

  #run(element) {
    const file = this.#file(element.src);
    if (!compiled.has(file)) compiled.set(file, new vm.Script(fs.readFileSync(file, "utf8"), { filename: file }));
    this.document[PropertySymbol.currentScript] = element;
    try {
      compiled.get(file).runInContext(this.window);
    } catch (error) {
      this.complaints.push(String(error?.stack ?? error));
    } finally {
      this.document[PropertySymbol.currentScript] = null;
    }
  }

  /** Until all that was begun has ended. */
  async settled() {
    for (let quiet = 0; quiet < 4; ) {
      await new Promise(setImmediate);
      quiet = this.#pending ? 0 : quiet + 1;
    }
    return this;
  }

  /** Let so many milliseconds pass, and what they start end. */
  async pass(milliseconds) {
    await this.clock.pass(milliseconds);
    return this.settled();
  }

  /** Write into a field as a keyboard does, or as an input method does that has not ended yet. */
  type(field, value, isComposing = false) {
    field.focus();
    field.value = value;
    field.dispatchEvent(new this.window.InputEvent("input", { bubbles: true, isComposing }));
  }

  /** @returns {boolean} whether the page left the key to the browser */
  key(key, { at = this.document.activeElement, ...more } = {}) {
    return at.dispatchEvent(new this.window.KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more }));
  }

  /** @returns {boolean} whether the page left the click to the browser */
  click(element, more = {}) {
    let left = true;
    const look = (event) => { left = !event.defaultPrevented; };
    this.window.addEventListener("click", look);
    element.dispatchEvent(new this.window.MouseEvent("click", { bubbles: true, cancelable: true, ...more }));
    this.window.removeEventListener("click", look);
    return left;
  }

  choose(select, value) {
    select.value = value;
    select.dispatchEvent(new this.window.Event("change", { bubbles: true }));
  }

  back() {
    this.window.history.back();
    return this.settled();
  }

  close() {
    pageOf.delete(this.document);
    this.window.happyDOM.close();
  }
}

/** @type {Map<string, string>} */
const read = new Map();
/** The HTML of a page, without what no script looks at: drawings, the head's links, white space. It is parsed hundreds of times. */
function markup(file) {
  if (!read.has(file)) {
    const whole = fs.readFileSync(file, "utf8");
    read.set(file, whole.replace(/<svg[^]*?<\/svg>/g, "<svg></svg>").replace(/<(link|meta)[^>]*>|<script>[^]*?<\/script>|<footer[^]*?<\/footer>/g, "").replace(/>\s+</g, "><").replace(/(data-sign="([^"]*)"[^>]*>)<svg>/g, '$1<svg class="$2">'));
  }
  return read.get(file);
}

/** What happy-dom lacks and our scripts use. */
function completed(window) {
  const mirrored = (name, attribute) => Object.defineProperty(window.Element.prototype, name, {
    configurable: true,
    get() { return this.getAttribute(attribute); },
    set(value) { this.setAttribute(attribute, value); },
  });
  mirrored("ariaPressed", "aria-pressed");
  mirrored("ariaHidden", "aria-hidden");
  Object.defineProperty(window.HTMLElement.prototype, "isContentEditable", { configurable: true, get() { return this.closest("[contenteditable]") !== null; } });
  Object.defineProperty(window.RadioNodeList.prototype, "value", {
    configurable: true,
    get() { return [...this].find((each) => each.checked)?.value ?? ""; },
    set(value) { for (const each of this) each.checked = each.value === value; },
  });
}

/** A value of a page's scripts, as one of ours: arrays of two windows are never equal. */
export const plain = structuredClone;

/** A page at rest. */
export const open = async (address, how) => new Page(address, how).settled();
