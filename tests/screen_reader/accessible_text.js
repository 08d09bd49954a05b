/* The text of a part of a page for who does not see it, piece by piece in reading order, and what is shown but hidden from them. */
(root) => {
  const said = [], hidden = [];
  const label = (each) => each.getAttribute("aria-label") || [...each.children].filter((child) => child.localName === "title").map((child) => child.textContent).join("");
  const walk = (node, silent) => {
    if (node.nodeType === Node.TEXT_NODE) {
      if (node.textContent.trim()) (silent ? hidden : said).push(node.textContent);
      return;
    }
    if (node.nodeType !== Node.ELEMENT_NODE || !node.checkVisibility({ visibilityProperty: true })) {
      // An element without a box of its own has children that are shown.
      if (node.nodeType !== Node.ELEMENT_NODE || getComputedStyle(node).display !== "contents") return;
    }
    if (/^(script|style|template|noscript|select|datalist|option)$/.test(node.localName)) return;
    const quiet = silent || node.getAttribute("aria-hidden") === "true";
    if (node.localName === "img") { if (node.alt && !quiet) said.push(node.alt); return; }
    if (node.getAttribute("role") === "img" || (node.localName === "svg" && label(node))) { if (!quiet) said.push(label(node)); return; }
    if (node.localName === "svg" || node.localName === "progress" || node.localName === "meter") return;
    for (const child of node.childNodes) walk(child, quiet);
  };
  walk(root, false);
  return { said, hidden };
}
