// 工作室的网页：导览条跟着读者走；网址指到折起来的地方，就打开它。
"use strict";

const opened = () => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const fold = target && target.closest("details");
  if (!target || !fold) return;
  fold.open = true;
  target.scrollIntoView();
};
window.addEventListener("hashchange", opened);
opened();

/** @type {NodeListOf<HTMLAnchorElement>} */
const ways = document.querySelectorAll(".halls a");

/** Mark the part that is read, and bring its link into view; only the bar moves, never the page. @param {string} id */
const reading = (id) => {
  for (const way of ways) {
    const here = way.hash === `#${id}`;
    if (here === (way.getAttribute("aria-current") === "true")) continue;
    if (!here) way.removeAttribute("aria-current");
    else {
      way.setAttribute("aria-current", "true");
      const bar = way.closest("ul");
      if (bar) bar.scrollLeft = way.offsetLeft - (bar.clientWidth - way.offsetWidth) / 2;
    }
  }
};

if ("IntersectionObserver" in window) {
  const watch = new IntersectionObserver((entries) => {
    for (const entry of entries) if (entry.isIntersecting) reading(String(entry.target.getAttribute("aria-labelledby")));
  }, { rootMargin: "-30% 0px -65% 0px" });
  for (const hall of document.querySelectorAll(".hall")) watch.observe(hall);
}
