/* The preview's script: a page loads again when the server has another version of the site. Only a visible tab listens. */

import assert from "node:assert/strict";
import fs from "node:fs";
import { test } from "node:test";
import vm from "node:vm";

const SCRIPT = fs.readFileSync(new URL("../../generator/laomo/render/preview/reload.js", import.meta.url), "utf8");
const CLOSED = 2;

/** A tab that shows version 1-2, and what its script does. */
function tab(visibilityState) {
  const streams = [], waiting = [], reloads = [];
  const shown = new EventTarget();
  const document = Object.assign(shown, { visibilityState, currentScript: { dataset: { version: "1-2" } } });
  class EventSource {
    static CLOSED = CLOSED;
    constructor(address) {
      this.address = address;
      this.readyState = 0;
      streams.push(this);
    }
    close() {
      this.readyState = CLOSED;
    }
  }
  const setTimeout = (act, milliseconds) => waiting.push({ act, milliseconds });
  vm.runInNewContext(SCRIPT, { document, EventSource, setTimeout, location: { reload: () => reloads.push(1) } });
  const turn = (state) => {
    document.visibilityState = state;
    document.dispatchEvent(new Event("visibilitychange"));
  };
  return { streams, waiting, reloads, turn, open: () => streams.filter((each) => each.readyState !== CLOSED) };
}

test("another version loads the page again, the same does not", () => {
  const { streams, reloads } = tab("visible");
  assert.deepEqual(streams.map((each) => each.address), ["/_preview/events"]);
  streams[0].onmessage({ data: "1-2" });
  assert.equal(reloads.length, 0);
  streams[0].onmessage({ data: "1-3" });
  assert.equal(reloads.length, 1);
});

test("a hidden tab listens to nothing until it is shown", () => {
  const { streams, open, turn } = tab("hidden");
  assert.equal(streams.length, 0);
  turn("visible");
  assert.equal(open().length, 1);
  turn("hidden");
  assert.equal(open().length, 0);
  turn("hidden");
  turn("visible");
  turn("visible");
  assert.deepEqual([streams.length, open().length], [3, 1]);
});

test("a stream that the server refused is tried again in three seconds, one that only broke off is the browser's", () => {
  const { streams, waiting, open, turn } = tab("visible");
  streams[0].onerror();
  assert.equal(waiting.length, 0);
  streams[0].readyState = CLOSED;
  streams[0].onerror();
  assert.deepEqual(waiting.map((each) => each.milliseconds), [3000]);
  waiting[0].act();
  assert.deepEqual([streams.length, open().length], [2, 1]);
  turn("hidden");
  streams[1].onerror();
  assert.equal(waiting.length, 1, "nobody looks");
});
