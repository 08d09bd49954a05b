/* 各级题目和标语在哪里换了行：每一处换行，前后是什么字，可不可以换。 Where the lines of titles break. Evaluated in the page by `test_line_breaks.py`. */
(words) => {
  const TITLES = "h1, h2, h3, h4, .card__title, .studio-head__slogan, .measure__name, .told__says";
  const CLOSING = "，。、；：？！）》”’…—％％%℃〕】,.;:?!)", OPENING = "（《“‘〔【(";
  const known = new RegExp(words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|"), "g");
  const faults = [];
  let lines = 0;

  /** The characters of a title with their places, and between them "" or why a line may end there. */
  function read(title) {
    const signs = [], walk = document.createTreeWalker(title, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT), range = document.createRange();
    let between = "", box = title;
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      if (node.nodeType === Node.ELEMENT_NODE) {
        if (node.tagName === "WBR") between = "wbr";
        continue;
      }
      const own = node.parentElement.closest("svg") ? null : boxOf(node.parentElement, title);
      if (!own) continue;
      if (own !== box) between = "box";
      box = own;
      for (let at = 0; at < node.length; at += 1) {
        if (/\s/.test(node.data[at])) {
          between = getComputedStyle(node.parentElement).whiteSpace === "nowrap" ? between : between || "space";
          continue;
        }
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const place = range.getClientRects()[0];
        if (place && place.width) signs.push({ sign: node.data[at], top: place.top, bottom: place.bottom, left: place.left, between });
        between = "";
      }
    }
    return signs;
  }

  /** The element that makes the lines of a text: its nearest ancestor that is not inline. */
  function boxOf(element, title) {
    while (element !== title && getComputedStyle(element).display === "inline") element = element.parentElement;
    return element;
  }

  for (const title of document.querySelectorAll(TITLES)) {
    const style = getComputedStyle(title);
    if (!title.checkVisibility() || title.closest(".unseen, details:not([open])") || title.offsetHeight < 1.6 * parseFloat(style.fontSize)) continue;
    const signs = read(title), text = signs.map(({ sign }) => sign).join("");
    const ends = [];
    for (let at = 1; at < signs.length; at += 1) {
      const [before, after] = [signs[at - 1], signs[at]];
      if (after.top < before.bottom - 1 || after.left > before.left) continue;
      if (after.between !== "box") ends.push(at);
    }
    lines += ends.length + 1;
    const inside = new Set();
    for (const found of text.matchAll(known)) for (let at = found.index + 1; at < found.index + found[0].length; at += 1) inside.add(at);
    for (const at of ends) {
      const before = text[at - 1], after = text[at], why = [];
      if (!signs[at].between && !CLOSING.includes(before) && !"（《".includes(after)) why.push("torn");
      if (inside.has(at)) why.push("word");
      if (CLOSING.includes(after)) why.push("begins with a sign");
      if (OPENING.includes(before)) why.push("ends with a sign");
      if (/\d/.test(before) && /[\p{Script=Han}\d℃%]/u.test(after) && !"到与和或及".includes(after)) why.push("number");
      if (why.length) faults.push(`${text.slice(0, at)}／${text.slice(at)}：${why.join(", ")}`);
    }
  }
  return { lines, faults, wide: document.documentElement.scrollWidth - innerWidth };
}
