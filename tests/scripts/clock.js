/** A page's time: it stands until it is told to pass. */
export class Clock {
  now = 0;
  #next = 1;
  /** @type {Map<number, {at: number, every: number, act: () => void}>} */
  #timers = new Map();

  /** Take over the timers of a window. */
  rule(window) {
    const timer = (every) => (act, after = 0, ...args) => {
      this.#timers.set(this.#next, { at: this.now + Number(after), every: every && Number(after), act: () => act(...args) });
      return this.#next++;
    };
    const clear = (id) => void this.#timers.delete(id);
    const own = { setTimeout: timer(0), setInterval: timer(1), clearTimeout: clear, clearInterval: clear, performance: { now: () => this.now } };
    for (const [name, value] of Object.entries(own)) Object.defineProperty(window, name, { configurable: true, writable: true, value });
  }

  async pass(milliseconds) {
    const end = this.now + milliseconds;
    for (;;) {
      const [id, due] = [...this.#timers].filter(([, each]) => each.at <= end).sort(([, a], [, b]) => a.at - b.at)[0] ?? [];
      if (!due) break;
      this.now = Math.max(this.now, due.at);
      if (due.every) due.at += due.every;
      else this.#timers.delete(id);
      due.act();
      await Promise.resolve();
    }
    this.now = end;
  }
}
