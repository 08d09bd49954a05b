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

  /** @param {string} label @param {() => void} act */
  function button(label, act, name = "again") {
    const element = part("button", name, label);
    element.setAttribute("type", "button");
    element.onclick = act;
    return element;
  }

  /** What a card shows above its words: a photograph, or the sign of its industry or kind. @param {Card} card @param {string} name */
  function picture(card, name) {
    if (card.picture) return part("div", name, Object.assign(document.createElement("img"), { src: card.picture, alt: "", loading: "lazy", width: 640, height: 360 }));
    const signs = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-sign]")]);
    const sign = signs.find((each) => each.dataset.sign === card.sign) ?? signs[0];
    const cover = part("span", card.kind === LaomoResultCards.KINDS[0] ? "drawn-cover" : "found__sign", ...[...sign.children].map((each) => each.cloneNode(true)));
    cover.dataset.tint = sign.dataset.tint ?? "0";
    cover.dataset.scene = String(card.scene);
    return part("div", name, cover);
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

  /** @param {HTMLElement} note @param {() => void} again */
  const lost = (note, again) => say(note, "索引没有全部取到，可能断网了，或者网站刚刚更新。请连上网络后", button("再试一次", again), "，或从下面的名录里找。");

  return { part, link, button, picture, foot, fill, say, lost };
})();
