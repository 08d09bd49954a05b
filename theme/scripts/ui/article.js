"use strict";
/* 正文里的表格、代码和折叠，回到顶部，浏览器的颜色。Material 的脚本在的网页（有 __config）由它管。 */
(() => {
  if (document.getElementById("__config")) return;
  const article = document.querySelector("[data-md-component=content]");
  const header = /** @type {HTMLElement | null} */ (document.querySelector(".md-header"));
  const up = /** @type {HTMLElement | null} */ (document.querySelector(".md-top"));

  /** @param {string} selector */
  const inArticle = (selector) => /** @type {HTMLElement[]} */ (article ? [...article.querySelectorAll(selector)] : []);

  // 宽的表格在自己的框里横着滚，不撑宽网页。
  for (const table of inArticle("table:not([class])")) {
    const frame = document.createElement("div"), inner = document.createElement("div");
    frame.className = "md-typeset__scrollwrap";
    inner.className = "md-typeset__table";
    table.replaceWith(frame);
    frame.append(inner);
    inner.append(table);
  }

  // 比框宽的代码用键盘也能滚。
  const codes = inArticle("pre > code");
  const reach = () => {
    const wide = codes.map((code) => code.scrollWidth > code.clientWidth);
    codes.forEach((code, n) => (wide[n] ? code.setAttribute("tabindex", "0") : code.removeAttribute("tabindex")));
  };
  if (codes.length) {
    addEventListener("load", reach);
    addEventListener("resize", reach);
    document.addEventListener("toggle", reach, true);   // in a fold nothing has a width until it opens
  }

  // 网址指到折起来的地方，就打开它；打印时全打开，打完照原样。
  const folds = /** @type {HTMLDetailsElement[]} */ (inArticle("details"));
  const aim = () => {
    const target = document.getElementById(location.hash.slice(1));
    const fold = target && folds.find((each) => each.contains(target) && !each.open);
    if (!fold) return;
    fold.open = true;
    fold.scrollIntoView();
  };
  /** @type {HTMLDetailsElement[]} */
  let folded = [];
  addEventListener("hashchange", aim);
  addEventListener("beforeprint", () => {
    folded = folds.filter((each) => !each.open);
    for (const each of folded) each.open = true;
  });
  addEventListener("afterprint", () => {
    for (const each of folded) each.open = false;
  });
  aim();

  // 往回翻时才有“回到顶部”。
  if (up && header) {
    let before = scrollY;
    addEventListener("scroll", () => {
      const now = scrollY;
      if (now === before) return;
      const shown = now < before && now > 0;
      before = now;
      if (shown === !up.hidden) return;
      up.hidden = !shown;
      if (shown) {
        up.style.top = `${header.offsetHeight + 16}px`;
        up.removeAttribute("tabindex");
      } else {
        up.setAttribute("tabindex", "-1");
        up.blur();
      }
    }, { passive: true });
    up.setAttribute("tabindex", "-1");
    up.addEventListener("click", () => scrollTo({ top: 0 }));
  }

  // 手机浏览器的上边与网页一个颜色。
  const [tint, scheme] = ["theme-color", "color-scheme"].map((name) => {
    const meta = document.createElement("meta");
    meta.name = name;
    document.head.append(meta);
    return meta;
  });
  const colour = () => {
    const style = getComputedStyle(document.body);
    tint.content = style.getPropertyValue("--l-paper").trim();
    scheme.content = style.colorScheme;
  };
  document.querySelector("[data-md-component=palette]")?.addEventListener("change", colour);
  addEventListener("load", colour);
})();
