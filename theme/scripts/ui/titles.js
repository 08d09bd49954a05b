"use strict";
/* 题目：只在词与词之间换行。 */

/** The words of a title, whose lines may break where the index says: after parts of these lengths. @param {Node} words @param {string} breaks */
function LaomoTitles(words, breaks) {
  const texts = document.createNodeIterator(words, NodeFilter.SHOW_TEXT), lengths = [...breaks];
  for (let left = 0, text; (text = /** @type {Text | null} */ (texts.nextNode())); left -= text.length) {
    left = left || parseInt(lengths.shift() ?? "", 36);
    if (text.length >= left) text.splitText(left).before(document.createElement("wbr"));
  }
  return words;
}
