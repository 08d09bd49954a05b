/* What `test_access.py` asks of everything that can be focused on a page, from inside it. */

const FOCUSABLE = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]:not([tabindex='-1'])";
const shown = (each) => each.checkVisibility({ visibilityProperty: true }) && !each.disabled && each.tabIndex >= 0 && !each.closest("[inert]");
const brief = (each) => `${each.outerHTML.replace(/\s+/g, " ").slice(0, 110)} in ${each.parentElement?.localName} ${each.parentElement?.className}`;
/** All that the Tab key goes to. Of radio buttons it is the one that is chosen. */
const all = (within = document) => [...within.querySelectorAll(FOCUSABLE)].filter((each) => shown(each) && (each.type !== "radio" || each.checked));

/** What is touched when an element is: of a link that covers its card the card, of a field its label. */
function touched(each) {
  const labels = each.labels && [...each.labels].filter((label) => label.checkVisibility());
  if (labels && labels.length && (!each.getClientRects().length || each.getBoundingClientRect().width < 44)) return labels[0];
  if (each.type === "radio" && !each.getClientRects().length) return each.nextElementSibling;   // Material's switch of colours
  const over = getComputedStyle(each, "::after");
  if (over.content !== "none" && over.position === "absolute" && over.top === "0px" && over.left === "0px") {
    for (let at = each; at; at = at.parentElement) if (getComputedStyle(at).position !== "static") return at;
  }
  return each;
}

/** How everything looks that can show that an element is focused. */
function looks(each) {
  const around = [each, touched(each), each.parentElement, each.nextElementSibling, each.closest(".search-field__box, .search-page__form")];
  return around.filter(Boolean).flatMap((one) => ["", "::before", "::after"].map((part) => {
    const { outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor, backgroundColor, textDecorationColor, clipPath, transform, opacity } = getComputedStyle(one, part);
    return outlineStyle === "none" ? [boxShadow, borderColor, backgroundColor, textDecorationColor, clipPath, transform, opacity] : [outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor, backgroundColor, textDecorationColor, clipPath, transform, opacity];
  })).join();
}

/** Whether a point of an element is seen in the window. */
function seen(each) {
  const inside = ({ left, right, top, bottom }) => ({ left: Math.max(left, 0), right: Math.min(right, innerWidth), top: Math.max(top, 0), bottom: Math.min(bottom, innerHeight) });
  return [each, touched(each)].some((box) => [...box.getClientRects()].map(inside).some(({ left, right, top, bottom }) => right > left && bottom > top &&
    [[(left + right) / 2, (top + bottom) / 2], [left + 4, top + 4], [right - 4, top + 4], [left + 4, bottom - 4], [right - 4, bottom - 4]].some(([x, y]) => {
      const on = document.elementFromPoint(x, y);
      return on && (box.contains(on) || on.contains(box) && on.localName === "label");
    })));
}

/** Each is focused in turn: it takes the focus, shows it, and is in the window, at the latest when scripts have answered to the scrolling. */
async function focusing(within) {
  const faults = [];
  for (const each of all(within)) {
    if (document.activeElement) document.activeElement.blur();
    const before = looks(each);
    each.focus();
    if (document.activeElement !== each) { faults.push(`takes no focus: ${brief(each)}`); continue; }
    if (looks(each) === before) faults.push(`no focus ring: ${brief(each)}`);
    if (!seen(each)) await new Promise((on) => setTimeout(on, 60));
    if (!seen(each)) faults.push(`out of sight: ${brief(each)}`);
    if (each.tabIndex > 0) faults.push(`out of order: ${brief(each)}`);
  }
  scrollTo(0, 0);
  return faults;
}

/** What is smaller than a fingertip. Links in running text are excepted, as in WCAG 2.5.8. */
function small(least) {
  const inText = (each) => getComputedStyle(each).display === "inline" && ((/^(b|strong|em|small|span)$/.test(each.parentElement.localName) && inText(each.parentElement)) || [...each.parentElement.childNodes].some((node) => node !== each &&
    (node.nodeType === Node.TEXT_NODE ? /[\p{L}\p{N}]/u.test(node.textContent) : node.nodeType === Node.ELEMENT_NODE && node.checkVisibility() && !node.matches("a, button") && getComputedStyle(node).display.startsWith("inline") && /[\p{L}\p{N}]/u.test(node.textContent))));
  return all().filter((each) => each.getClientRects().length && each.type !== "radio").flatMap((each) => {
    const { width, height } = touched(each).getBoundingClientRect(), around = getComputedStyle(each, "::before");
    const [wide, high] = around.content !== "none" && around.position === "absolute" ? [Math.max(width, parseFloat(around.width)), Math.max(height, parseFloat(around.height))] : [width, height];
    return Math.min(wide, high) < least - 0.5 && !inText(each) ? [`${Math.round(wide)}×${Math.round(high)}: ${brief(each)}`] : [];
  });
}

/** How much of the window's height is covered by what does not scroll, in the middle of the page. */
function covered() {
  scrollTo(0, document.documentElement.scrollHeight / 2);
  const stuck = [...document.body.querySelectorAll("*")].filter((each) => /^(fixed|sticky)$/.test(getComputedStyle(each).position) && each.checkVisibility({ visibilityProperty: true, opacityProperty: true }));
  const rows = new Set();
  for (const { top, bottom, width } of stuck.map((each) => each.getBoundingClientRect())) {
    if (width > innerWidth / 2) for (let y = Math.max(0, Math.round(top)); y < Math.min(innerHeight, bottom); y += 1) rows.add(y);
  }
  scrollTo(0, 0);
  return rows.size / innerHeight;
}

/** Names and hints in neither the language of the page nor that of their part of it. */
function misnamed() {
  return [...document.querySelectorAll("[aria-label], [title], [alt], [placeholder], [aria-roledescription]")].flatMap((each) => {
    const languages = [document.documentElement, each.closest("[lang]")].map((part) => part.lang.startsWith("en"));
    return ["aria-label", "title", "alt", "placeholder", "aria-roledescription"].map((name) => each.getAttribute(name)).filter((text) => text && /[\p{L}]{3}|\p{Script=Han}/u.test(text) &&
      !languages.includes(!/\p{Script=Han}/u.test(text))).map((text) => `${text}: ${brief(each)}`);
  });
}

/** What has a frame and words that stand at its very edge: `small` finds what is too small to touch, this what a wider rule took the margins of. */
const pressed = () => [...document.querySelectorAll("a[href], button")].filter((each) => {
  const { borderLeftStyle, borderLeftWidth, borderLeftColor, display } = getComputedStyle(each);
  const framed = borderLeftStyle !== "none" && parseFloat(borderLeftWidth) && borderLeftColor !== "rgba(0, 0, 0, 0)";
  if (!framed || display === "inline" || !each.checkVisibility() || !each.textContent.trim()) return false;
  const box = each.getBoundingClientRect(), inner = document.createRange();
  inner.selectNodeContents(each);
  const words = [...inner.getClientRects()].filter(({ width }) => width);
  return words.some(({ left, right }) => left - box.left < 6 || box.right - right < 6);
}).map(brief);
