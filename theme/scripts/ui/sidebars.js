"use strict";
/* 长文两边的栏：跟着屏幕走，目录标出读到哪里。Material 的脚本在的网页（有 __config）由它管。 */
(() => {
  const bars = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".md-sidebar:not([hidden])")]);
  const header = /** @type {HTMLElement} */ (document.querySelector(".md-header"));
  const main = /** @type {HTMLElement} */ (document.querySelector(".md-main"));
  if (!bars.length || document.getElementById("__config")) return;
  const wraps = bars.map((bar) => /** @type {HTMLElement} */ (bar.querySelector(".md-sidebar__scrollwrap")));
  const links = [.../** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("[data-md-component=toc] .md-nav__link[href*='#']"))];
  const parts = links.flatMap((link) => {
    const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    return target ? [{ link, target }] : [];
  });
  let passed = 0, follows = 0;

  /** Bring a link into the middle of its list. @param {HTMLElement} link @param {ScrollBehavior} [behavior] */
  function centre(link, behavior) {
    const wrap = wraps.find((each) => each.contains(link));
    if (wrap && link.offsetHeight) wrap.scrollTo({ top: link.offsetTop - wrap.offsetTop - wrap.clientHeight / 2, behavior });
  }

  function fit() {
    const covered = header.offsetHeight, top = main.offsetTop - scrollY, bottom = top + main.offsetHeight;
    const height = Math.min(innerHeight, bottom) - Math.max(top, covered);
    bars.forEach((bar, n) => {
      bar.style.top = `${covered}px`;
      wraps[n].style.height = `${Math.max(0, height - 2 * wraps[n].offsetTop)}px`;
    });
  }

  function mark() {
    const line = header.offsetHeight + 0.8 * (main.offsetTop - header.offsetHeight);
    const end = scrollY + innerHeight >= Math.floor(document.body.offsetHeight);
    const now = end ? parts.length : parts.filter(({ target }) => target.getBoundingClientRect().top < line).length;
    if (now === passed) return;
    passed = now;
    parts.forEach(({ link }, n) => {
      link.classList.toggle("md-nav__link--passed", n < now);
      link.classList.toggle("md-nav__link--active", n === now - 1);
    });
    if (!now) return;
    clearTimeout(follows);
    follows = window.setTimeout(() => centre(parts[now - 1].link, "smooth"), 250);
  }

  let asked = false;
  const look = () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      fit();
      mark();
    });
  };
  addEventListener("scroll", look, { passive: true });
  addEventListener("resize", look);
  addEventListener("load", look);
  fit();
  mark();
  for (const bar of bars) {
    const here = /** @type {HTMLElement[]} */ ([...bar.querySelectorAll(".md-nav__link--active[href]")]).find((each) => each.clientHeight);
    if (here) centre(here);
    for (const label of /** @type {NodeListOf<HTMLLabelElement>} */ (bar.querySelectorAll("label[tabindex]"))) {
      label.addEventListener("keydown", (event) => event.key === "Enter" && label.click());
      label.addEventListener("click", () => setTimeout(() => {
        const toggle = /** @type {HTMLInputElement | null} */ (document.getElementById(label.htmlFor));
        label.parentElement?.querySelector("nav")?.setAttribute("aria-expanded", String(toggle?.checked));
      }));
    }
  }
})();
