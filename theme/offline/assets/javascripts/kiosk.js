"use strict";
/* 展厅大屏：用 index.html?kiosk 打开，一路都算（?kiosk=30 是三十秒，?kiosk=off 不再是）。没有人用了就回首页，
   首页上的人和数一屏一屏地走，碰一下就停；清掉上一位留下的查找和阅读设置；通到馆外的链接只写网址。没有 ?kiosk，这里什么也不做。只在离线版里有。 */
(() => {
  const KEY = "laomo-kiosk", USUAL = 90, LAST = 10, REST = 20, EACH = 12;
  /** 填报的人用的，不是参观的人用的。 */
  const FOR_PUBLISHERS = ["help/", "form/", "data/"], SHEET = /\/sheet\/index\.html$/;
  const root = new URL("../../", /** @type {HTMLScriptElement} */ (document.currentScript).src).href;
  const home = `${root}index.html`, atHome = location.href.split(/[?#]/)[0] === home;
  const asked = new URLSearchParams(location.search).get("kiosk");
  if (asked !== null) begin(asked);
  const limit = Number(sessionStorage.getItem(KEY));
  if (!limit) return;

  const last = Math.min(LAST, limit / 2);
  const countdown = document.createElement("p"), spoken = document.createElement("p");
  /** 首页没有人碰过，就没有什么可回的。 */
  let used = !atHome, since = performance.now();
  /** 一屏一屏走的，只做一次：走一个星期也不多占内存。 @type {HTMLElement | undefined} */
  let slides;

  document.documentElement.dataset.kiosk = "";
  document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: `${root}assets/stylesheets/kiosk.css` }));
  for (const event of ["pointerdown", "pointermove", "keydown", "wheel", "touchmove", "scroll"]) {
    addEventListener(event, use, { capture: true, passive: true });
  }
  addEventListener("pageshow", () => (since = performance.now()));
  addEventListener("contextmenu", (event) => event.preventDefault());
  addEventListener("click", (event) => {
    const link = /** @type {Element} */ (event.target).closest?.("a");
    if (link?.href && !stays(link)) event.preventDefault();
  }, true);
  addEventListener("DOMContentLoaded", () => {
    for (const link of document.querySelectorAll("a")) if (link.href) settle(link);
    for (const link of document.querySelectorAll("article a")) if (alone(link)) link.classList.add("kiosk-tap");
    countdown.className = "kiosk-countdown";
    countdown.hidden = true;
    countdown.setAttribute("aria-hidden", "true"); // the seconds are for the eye; the ear is told once
    spoken.className = "kiosk-spoken";
    spoken.setAttribute("role", "status");
    countdown.lang = spoken.lang = "zh";
    document.body.append(countdown, spoken);
  });
  const clock = setInterval(tick, 250);

  /** @param {string} seconds */
  function begin(seconds) {
    if (seconds === "off") return sessionStorage.removeItem(KEY);
    forget();
    return sessionStorage.setItem(KEY, String(Number(seconds) >= 1 ? Number(seconds) : USUAL));
  }

  /** 上一位的字号、高对比和明暗。 */
  function forget() {
    const scope = `${new URL(root).pathname}.`;
    for (const key of Object.keys(localStorage)) {
      if (key === "laomo-reading" || key === "laomo-palette" || key.startsWith(scope)) localStorage.removeItem(key);
    }
  }

  /** @param {Event} event */
  function use(event) {
    if (event instanceof PointerEvent && event.type === "pointermove" && !event.movementX && !event.movementY) return; // the page moved, not the hand
    since = performance.now();
    used = true;
    if (slides) slides.hidden = true;
    tick();
  }

  /** 没有人用的时候。 @param {number} seconds */
  function rest(seconds) {
    const turn = Math.floor((seconds - REST) / EACH);
    if (turn < 0) return;
    slides = slides || made();
    const all = [...slides.children];
    all.forEach((slide, n) => { /** @type {HTMLElement} */ (slide).hidden = n !== turn % all.length; });
    slides.hidden = !all.length;
  }

  /** 首页的人、改进前后的数、师徒的线，各一屏。 */
  function made() {
    const box = document.createElement("div");
    box.className = "kiosk-slides md-typeset";
    box.setAttribute("aria-hidden", "true");
    for (const part of document.querySelectorAll(".hero.wall-head, .walk__stop, .generations")) {
      const slide = document.createElement("section");
      slide.className = part.matches(".walk__stop") ? "kiosk-slide walk" : "kiosk-slide";
      slide.append(part.cloneNode(true));
      for (const each of slide.querySelectorAll("[id]")) each.removeAttribute("id");
      box.append(slide);
    }
    document.body.append(box);
    return box;
  }

  function tick() {
    if (window.speechSynthesis?.speaking) since = performance.now(); // somebody listens
    const idle = (performance.now() - since) / 1000, left = limit - idle;
    if (!used) return rest(idle);
    if (left <= 0) {
      clearInterval(clock);
      forget();
      location.replace(home);
      return;
    }
    const near = left <= last, seconds = Math.ceil(left);
    if (near) countdown.textContent = `还有 ${seconds} 秒回到首页，碰一下屏幕就留在这里`;
    if (near && !spoken.textContent) spoken.textContent = `${seconds} 秒后回到首页。碰一下屏幕，或者按任意键，就留在这一页。`;
    if (!near) spoken.textContent = "";
    countdown.hidden = !near;
  }

  /** 是不是馆内的一页。 @param {HTMLAnchorElement} link */
  function stays(link) {
    return link.href.startsWith(root) && link.pathname.endsWith(".html") && !link.hasAttribute("download");
  }

  /** 自成一行的链接，不是一句话里的：要高得手指好点。盖住整张卡片的已经够高。 @param {Element} link */
  function alone(link) {
    const over = getComputedStyle(link, "::after"), parent = /** @type {Element} */ (link.parentElement);
    if (getComputedStyle(link).display !== "inline" || (over.content !== "none" && over.position === "absolute")) return false;
    const beside = [...parent.childNodes].filter((each) => each !== link && !(each instanceof Element && (each.localName === "a" || !/^inline/.test(getComputedStyle(each).display))));
    return /^(TD|TH|H\d)$/.test(parent.tagName) || !beside.some((each) => /[\p{L}\p{N}]/u.test(each.textContent || ""));
  }

  /** 馆内的照常；要下载的收起来；通到馆外的写成字。 @param {HTMLAnchorElement} link */
  function settle(link) {
    link.removeAttribute("target");
    if (SHEET.test(link.pathname)) link.hidden = true; // to be printed
    if (FOR_PUBLISHERS.some((part) => link.href.startsWith(root + part)) && link.closest("header, footer, nav, .doors")) link.hidden = true;
    if (stays(link)) return;
    if (link.href.startsWith(root)) {
      link.hidden = true;
      return;
    }
    const words = document.createElement("span"), told = link.textContent ?? "";
    words.className = "kiosk-outside";
    words.append(...link.childNodes);
    if (/^https?:$/.test(link.protocol) && !told.includes(link.host)) {
      words.append(Object.assign(document.createElement("small"), { textContent: link.href }));
    }
    link.replaceWith(words);
  }
})();
