"use strict";
/* 问句的写法：繁体字 → 简体字（见 generator/laomo/pages/search/variants.py）；张X杰。 */

const LaomoForms = (() => {
  const { isHan } = LaomoTokenize;

  /** The simplified characters of GB 2312. @type {Set<string> | undefined} */
  let simple;
  function common() {
    if (simple) return simple;
    const decoder = new TextDecoder("gb18030");
    simple = new Set();
    for (let row = 0xb0; row < 0xf8; row += 1) for (let cell = 0xa1; cell < 0xff; cell += 1) simple.add(decoder.decode(new Uint8Array([row, cell])));
    return simple;
  }

  /** The question in simplified characters. @param {string} text */
  async function simplified(text) {
    if (![...text].some((sign) => isHan(sign) && !common().has(sign))) return text;
    /** @type {string} */
    const lines = await LaomoShards.shard("variants", (index) => index.variants);
    const forms = new Map(lines.split("\n").flatMap((line) => [...line].slice(1).map((form) => [form, line[0]])));
    return [...text].map((sign) => forms.get(sign) ?? sign).join("");
  }

  /** 张X杰、张什么杰 → the token for a surname and a last character. @param {string} text */
  const pattern = (text) => {
    const [, first = "", last = ""] = /^([\u4e00-\u9fff])(?:[xX*?？某×○〇_]|什么)([\u4e00-\u9fff])$/u.exec(text.normalize("NFKC").trim()) ?? [];
    return first && `${first}*${last}`;
  };

  /** Pinyin without its tones: diàn tī. @param {string} text */
  const bare = (text) => text.normalize("NFD").replace(/([a-z])\p{Mn}+/giu, "$1").normalize("NFC");

  /** A surname by itself: 姓吴的水压调度、水压调度的吴师傅、吴师傅 水压调度. @param {string} text */
  const surnamed = (text) => text.replace(/姓([\u4e00-\u9fff])的/u, "$1 ").replace(/(^|\s|的)([\u4e00-\u9fff])(?:老?师傅|工程师)(?=\s|$)/u, " $2 ").trim();

  return { simplified, pattern, bare, surnamed };
})();
