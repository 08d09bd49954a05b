/* What `engines.py` asks of a page, from inside it. Each function is run by itself, in whatever browser. */

const until = async (found) => {
  for (let n = 0; n < 400; n += 1) {
    const one = found();
    if (one) return one;
    await new Promise((on) => setTimeout(on, 25));
  }
  throw new Error(`never: ${found}`);
};
const see = (selector) => until(() => document.querySelector(selector));

/** What is wider than a page in a frame that is made narrower and narrower. (No window of WebKitGTK is narrower than 447 pixels.) */
async function sticksOut(page, widths, size) {
  localStorage.setItem("laomo-reading", JSON.stringify({ size }));
  document.body.textContent = "";
  const frame = document.body.appendChild(document.createElement("iframe"));
  frame.style.cssText = "border: 0; height: 900px; width: 1440px";
  await new Promise((loaded) => { frame.onload = loaded; frame.src = `/${page}`; });
  localStorage.clear();
  const { document: shown } = frame.contentWindow, found = [];
  const inside = (each) => {
    for (let at = each.parentElement; at && at !== shown.body; at = at.parentElement) {
      if (/auto|scroll|hidden/.test(frame.contentWindow.getComputedStyle(at).overflowX) || at.matches("details:not([open])")) return true;
    }
    return false;
  };
  for (const width of widths) {
    frame.style.width = `${width}px`;
    if (shown.documentElement.scrollWidth > width) found.push(`${page} at ${width}: scrolls`);
    const first = [...shown.body.querySelectorAll("*")].find((each) => {
      const { right, height } = each.getBoundingClientRect();
      return right > width + 1 && height && !inside(each);
    });
    if (first) found.push(`${page} at ${width}: ${first.outerHTML.slice(0, 90)} ends at ${first.getBoundingClientRect().right}`);
  }
  return found;
}

/** The first suggestion for what is typed, chosen by the arrow key: its text and its address. */
async function suggested(typed) {
  const input = await see("#search-input"), open = await see(".search-field__open");
  if (open.offsetParent) open.click();
  input.focus();
  input.value = typed;
  input.dispatchEvent(new InputEvent("input"));
  await see(".search-panel [role=option]");
  input.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown" }));
  const chosen = await see(".search-panel [aria-selected=true]");
  if (input.getAttribute("aria-activedescendant") !== chosen.id) throw new Error("nothing is chosen");
  return [chosen.querySelector("b").textContent, chosen.href];
}

/** What the page of results shows. */
async function results() {
  await see(".search-page__hits .found");
  return document.querySelector(".search-page__hits").textContent;
}

/** A district is chosen, then a union, and the reader goes back: what is chosen before and after, and the address. */
async function facets(district, union) {
  const label = () => [...document.querySelectorAll(".shelf__facets label")].find((each) => each.textContent.includes(union));
  const chips = () => [...document.querySelectorAll(".chosen .chip")].map((each) => each.textContent);
  document.querySelector(`.facet[data-name=district] a[data-value="${district}"]`).click();
  await see(".browse__found .card");
  (await until(label)).click();
  const both = await until(() => chips().length === 2 && chips());
  history.back();
  const one = await until(() => chips().length === 1 && chips());
  return [both, one, location.search];
}

/** The largest size is chosen: how much the text grows, and whether the settings are inside the window. */
async function largest() {
  const panel = await see(".reading:not([hidden])");
  const size = () => parseFloat(getComputedStyle(document.querySelector("article p")).fontSize);
  const before = size();
  panel.open = true;
  panel.querySelector("input[value=largest]").click();
  const { left, right } = panel.querySelector("form").getBoundingClientRect();
  return [size() / before, left >= 0 && right <= innerWidth];
}

/** The size that is in force here; the reader's settings are forgotten. */
async function forgottenSize() {
  localStorage.clear();
  return document.documentElement.dataset.size;
}
