"use strict";
/* 卡片的封面和数字：与模板 parts.md 里的 name_cover、change 一样。 */

const LaomoCovers = (() => {
  const { part } = LaomoDom;
  const UPRIGHT = /^[\u3007\u3400-\u9fff\u{20000}-\u{3ffff}·]{1,12}$/u;

  /** A studio's name breaks before what it is. @param {string} name @returns {[string, string]} */
  function nameParts(name) {
    const at = name.search(/(劳模|技能人才|工匠|职工|巾帼)[^室]*(创新)?工作室$/);
    return at > 0 ? [name.slice(0, at), name.slice(at)] : [name, ""];
  }

  /** The leaders' names upright; the same as `name_cover` in the templates. @param {Card} card */
  function nameCover(card) {
    const some = card.leaders.slice(0, 3), more = card.leaders.length - some.length, dot = some.length === 1 ? some[0].indexOf("·") + 1 : 0;
    const columns = dot ? [some[0].slice(0, dot), some[0].slice(dot)] : some.length ? some : [nameParts(card.title)[0]];
    const names = part("span", columns.every((each) => UPRIGHT.test(each)) ? "names" : "names names--flat", ...columns.map((each) => part("b", "", each)));
    if (more) names.append(part("small", "", `等${card.leaders.length}人`));
    names.dataset.columns = String(columns.length);
    names.dataset.longest = String(Math.min(9, Math.max(...columns.map((each) => [...each].length))));
    return part("span", "name-cover", names);
  }

  /** What a card shows beside its words: the leaders' names, or the sign of its kind. @param {Card} card @param {string} name */
  function picture(card, name) {
    const signs = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-sign]")]);
    const sign = signs.find((each) => each.dataset.sign === card.sign) || signs[0], named = LaomoResultCards.KINDS.indexOf(card.kind);
    const cover = named === 0 || named === 1 ? nameCover(card) : part("span", "found__sign", ...[...sign.children].map((each) => each.cloneNode(true)));
    cover.dataset.tint = sign.dataset.tint || "0";
    // Read aloud only if nothing else on the card names the people. A found studio says who leads it.
    const said = name === "found__picture" ? `${card.title}${card.foot}` : card.title;
    if ([...cover.querySelectorAll(".names b")].every((each) => said.includes(each.textContent || ""))) cover.setAttribute("aria-hidden", "true");
    return part("div", name, cover);
  }

  /** A figure before and after in one line. @param {string[]} change indicator, before, after, unit */
  function change([name, before, after, unit]) {
    const arrow = part("span", "", "→");
    arrow.setAttribute("aria-hidden", "true");
    const line = part("span", "change", part("span", "change__name", name), " ", part("b", "", before, arrow, part("span", "unseen", "变为"), after));
    if (unit) line.append(part("small", "", unit));
    return line;
  }

  return { picture, change };
})();
