"use strict";
/* 网页上的零件：元素、画面、提示。文字只作文字放进去，从不当网页代码。 */

const LaomoDom = (() => {
  /** @param {string} tag @param {string} name @param {(Node | string)[]} inside */
  function part(tag, name, ...inside) {
    const element = document.createElement(tag);
    if (name) element.className = name;
    element.append(...inside);
    return element;
  }

  /** @param {string} url @param {(Node | string)[]} inside */
  function link(url, ...inside) {
    const element = /** @type {HTMLAnchorElement} */ (part("a", "", ...inside));
    element.href = url;
    return element;
  }

  /** A page of the site with conditions in its address. @param {string} home @param {[string, string][]} params */
  const address = (home, params) => `${document.documentElement.dataset.base}${home}${location.protocol === "file:" ? "index.html" : ""}?${new URLSearchParams(params)}`;

  /** @param {string} label @param {() => void} act */
  function button(label, act, name = "again") {
    const element = part("button", name, label);
    element.setAttribute("type", "button");
    element.onclick = act;
    return element;
  }

  /** The foot of a card. @param {Card} card @param {Node | string} words */
  function foot(card, words) {
    const line = part("p", "card__foot", part("span", "", words));
    if (card.badge) line.append(part("span", `badge badge--${card.level}`, card.badge));
    if (card.sample) line.append(part("span", "badge badge--sample", "示例"));
    return line;
  }

  /** Put these in place of what is inside. @param {Element} element @param {(Node | string)[]} inside */
  function fill(element, ...inside) {
    element.textContent = "";
    element.append(...inside);
  }

  /** Say something in a note, or nothing. @param {HTMLElement} note @param {(Node | string)[]} words */
  function say(note, ...words) {
    fill(note, ...words);
    note.hidden = !note.textContent;
  }

  /** The button for the rest says how many there are. @param {HTMLElement} more @param {number} left @param {number} next @param {string} unit */
  function rest(more, left, next, unit) {
    more.hidden = left <= 0;
    more.textContent = left > next ? `再看 ${next} ${unit}，还有 ${left} ${unit}` : `再看其余 ${left} ${unit}`;
  }

  /** @param {HTMLElement} note @param {() => void} again */
  const lost = (note, again) => say(note, "索引没有全部取到，可能断网了，或者网站刚刚更新。请连上网络后", button("再试一次", again), "，或从下面的名录里找。");

  return { part, link, address, button, foot, fill, say, rest, lost };
})();
