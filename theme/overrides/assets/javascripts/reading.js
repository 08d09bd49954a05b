"use strict";
/* 在网页画出来之前就要做的两件事。
 * 阅读设置：字号、高对比、大字屏幕、大指针、简约版、朗读。选好的记在浏览器里，换一页也在；所以不闪。
 * 名字从卡片移到工作室的页首：浏览器会的才做（20-base.css 里的 @view-transition），别的照常换页。 */
(() => {
  const root = document.documentElement, script = /** @type {HTMLScriptElement} */ (document.currentScript), here = script.src;
  root.classList.remove("no-js");
  root.classList.add("js");
  const SWITCHES = ["contrast", "strip", "pointer", "plain"];
  /** @type {Record<string, string>} */
  let chosen = {};
  try {
    chosen = JSON.parse(localStorage.getItem("laomo-reading") ?? "{}");
  } catch {
    /* 浏览器不让记，只在这一页有效 */
  }
  chosen.contrast = chosen.contrast ?? (matchMedia("(prefers-contrast: more)").matches ? "high" : "");

  const apply = () => {
    root.dataset.size = chosen.size ?? "";
    for (const name of SWITCHES) root.dataset[name] = chosen[name] ?? "";
  };

  /** 大字屏幕另有一份脚本，选了才取。 */
  const strip = () => {
    if (!chosen.strip || document.querySelector(".large-text-script")) return;
    const script = Object.assign(document.createElement("script"), { className: "large-text-script", src: new URL("large-text.js", here).href });
    document.head.append(script);
  };

  /** 要读的段落：题目和正文，不读按钮、表格和隐藏的字。 */
  const passages = () =>
    [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(
      "h1, h2, h3, h4, p, li, dt, dd, figcaption"))].filter(
      (each) => each.getClientRects().length && each.closest("article") && !each.querySelector("p, li, dd, h4") && !each.closest("nav, table, form, svg, details:not([open]) > :not(summary)"),
    );

  /** @param {HTMLButtonElement} button */
  function aloud(button) {
    const label = /** @type {HTMLElement} */ (button.querySelector("span"));
    const read = label.textContent;
    /** @type {HTMLElement | undefined} */
    let reading;
    let turn = 0;

    /** @param {HTMLElement} [passage] */
    const mark = (passage) => {
      reading?.classList.remove("being-read");
      reading = passage;
      passage?.classList.add("being-read");
      passage?.scrollIntoView({ block: "nearest" });
    };
    const stop = () => {
      turn++;
      speechSynthesis.cancel();
      mark();
      label.textContent = read;
      button.removeAttribute("aria-pressed");
    };
    const start = () => {
      const mine = ++turn;
      const queue = passages();
      const next = () => {
        const passage = queue.shift();
        if (mine !== turn) return;
        if (!passage) return stop();
        const speech = new SpeechSynthesisUtterance(passage.innerText);
        speech.lang = passage.closest("[lang]")?.getAttribute("lang") === "en" ? "en" : "zh-CN";
        speech.onend = next;
        speech.onerror = () => mine === turn && stop();
        mark(passage);
        speechSynthesis.speak(speech);
      };
      label.textContent = button.dataset.stop ?? "";
      button.setAttribute("aria-pressed", "true");
      next();
    };
    button.addEventListener("click", () => (button.hasAttribute("aria-pressed") ? stop() : start()));
    addEventListener("pagehide", stop);
    button.hidden = false;
  }

  /** 明暗：选过的照选的，没选过的照系统的；body 一出现就写上。换的按钮在 palette.js。 */
  const dress = () => {
    /** @type {{media: string, scheme: string, primary: string, accent: string}[]} */
    const options = JSON.parse(script.dataset.palette ?? "[]");
    let kept = "";
    try {
      kept = localStorage.getItem("laomo-palette") ?? "";
    } catch {
      /* 同上 */
    }
    const option = options.find(({ scheme }) => scheme === kept) ?? options.find(({ media }) => matchMedia(media).matches);
    if (!option) return;
    const put = () => {
      if (!document.body) return;
      watch.disconnect();
      for (const [name, value] of Object.entries(option)) document.body.setAttribute(`data-md-color-${name}`, value);
    };
    const watch = new MutationObserver(put);
    watch.observe(root, { childList: true });
    put();
  };

  /** A sheet of the header goes at a click beside it, and by Escape; then its button has the focus again. @param {HTMLDetailsElement} sheet */
  function closes(sheet) {
    document.addEventListener("click", (event) => {
      if (!sheet.contains(/** @type {Node} */ (event.target))) sheet.open = false;
    });
    sheet.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !sheet.open) return;
      sheet.open = false;
      sheet.querySelector("summary")?.focus();
    });
  }

  apply();
  dress();
  addEventListener("DOMContentLoaded", () => {
    const panel = /** @type {HTMLDetailsElement | null} */ (document.querySelector(".reading"));
    const form = panel?.querySelector("form");
    if (!panel || !form) return;
    const size = /** @type {RadioNodeList} */ (form.elements.namedItem("size"));
    const boxes = SWITCHES.map((name) => /** @type {HTMLInputElement} */ (form.elements.namedItem(name)));
    size.value = chosen.size ?? "";
    for (const box of boxes) box.checked = chosen[box.name] === box.value;
    strip();
    form.addEventListener("change", () => {
      chosen = { size: size.value, contrast: "" };
      for (const box of boxes) if (box.checked) chosen[box.name] = box.value;
      apply();
      strip();
      try {
        localStorage.setItem("laomo-reading", JSON.stringify(chosen));
      } catch {
        /* 同上 */
      }
    });
    if ("speechSynthesis" in window) aloud(/** @type {HTMLButtonElement} */ (form.querySelector("button")));
    for (const each of /** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll(".md-header details"))) closes(each);
    panel.hidden = false;
  });
})();

(() => {
  const HEAD = ".studio-head .names", CARDS = ".card, .people li, .hero, .today";

  /** The leader's name beside the link to a page, on a card or a list. @param {string} address @returns {HTMLElement | null} */
  function onCard(address) {
    const path = new URL(address).pathname;
    const links = /** @type {HTMLAnchorElement[]} */ ([...document.querySelectorAll("article a[href]")]);
    for (const link of links.filter((each) => each.pathname === path)) {
      const names = /** @type {HTMLElement | null | undefined} */ (link.closest(CARDS)?.querySelector(".names, .people b"));
      if (names && names.getClientRects().length) return names;
    }
    return null;
  }

  /** The name at the head of a studio's page; further down, if the address leads to its leaders. */
  const atHead = () => /** @type {HTMLElement | null} */ (document.querySelector(location.hash === "#leaders" ? ".leader h3" : HEAD));

  /** Let one name move; without one, the page changes as ever. @param {any} transition @param {HTMLElement | null} names */
  function move(transition, names) {
    // Rejected when we or the browser skip it, as on the way to a page without transitions: the page changes all the same.
    for (const each of [transition.ready, transition.updateCallbackDone, transition.finished]) each.catch(() => undefined);
    if (!names) return transition.skipTransition();
    names.style.setProperty("view-transition-name", "leader");
    const clear = () => names.style.removeProperty("view-transition-name");
    transition.finished.then(clear, clear);
  }

  addEventListener("pageswap", (/** @type {any} */ { viewTransition, activation }) => {
    // A sheet has no transitions, and Chromium reports an error there if one is under way.
    const led = activation && !activation.entry.url.includes("/sheet/");
    if (viewTransition) move(viewTransition, led ? onCard(activation.entry.url) || atHead() : null);
  });
  addEventListener("pagereveal", (/** @type {any} */ { viewTransition }) => {
    if (!viewTransition) return;
    const { activation } = /** @type {any} */ (window).navigation;
    move(viewTransition, atHead() || (activation && activation.from && onCard(activation.from.url)));
  });
})();
