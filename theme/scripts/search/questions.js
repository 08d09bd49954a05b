"use strict";
/* 问句里说的条件（年份、级别、成果类别、去向）和问话的字（谁会、怎么、请问），与要找的词分开。 */

/** @typedef {{words: string, asked: [string, string][], sort: string, below: string}} Question 要找的词；条件：筛选的名称和值；只要哪一种；网页下面的哪一页 */

const LaomoQuestions = (() => {
  const YEAR = "((?:19|20)\\d\\d)", SPACE = "(^|[^\\d])";
  /** @type {Record<string, string>} */
  const LEVELS = { 国家级: "全国", 全国级: "全国", 省级: "省级", 市级: "市级", 区县级: "区级", 区级: "区级", 县级: "区级", 企业级: "企业级", 公司级: "企业级" };
  /** @type {Record<string, string[]>} */
  const RESULTS = { 专利: ["发明专利", "实用新型专利", "外观设计专利"], 实用新型: ["实用新型专利"], 软著: ["软件著作权"], 操作法: ["先进操作法"], qc: ["QC成果"], 五小: ["五小成果"] };
  const VAGUE = ["标准", "其他", "获奖"];
  const NAMED = "(?:被|获|获得|新)?(?:命名|认定|授牌|挂牌|成立|创建)";
  const POLITE = /(?:是)?(?:干|做)(?:什么|啥|嘛)(?:用)?的|请问|你好|您好|麻烦|谢谢|(?:我|我们)?(?:想|要|需要)(?:问|找|查|看|知道|了解|咨询)(?:一下|个|下)?|帮(?:我|忙)?(?:找|查|看)?(?:一下|下)?|有没有|有哪些|有什么|有谁|是不是|能不能|可不可以|可以吗|(?:在)?(?:哪里|哪儿|哪)(?:能|可以|有|会|家|个|些|位)?|谁(?:会|能|懂|在|来|可以)?|(?:是)?什么(?:是|叫|时候)?|(?:是)?(?:怎么(?:样|办)?|怎样|如何|咋(?:办|样|个|整|弄)?)|多少|几个|为(?:什么|啥)|(?:是)?(?:干|做)(?:什么|啥|嘛)(?:用)?的?|吗|呢|啊|呀|吧|一下|关于|最近|近期|最新/g;

  /** @param {string} words */
  const tidy = (words) => words.replace(/\s+/g, " ").trim();

  /** Whose it is, which everything here is: 市总工会经费、全市的焊工. */
  const OURS = /(^|\s)(?:[本全我][省市区县]|[省市区县]总?工会)的?(?=[\u4e00-\u9fff]{2})/g;
  /** What nearly every name here ends with: 巾帼工作室. */
  const STUDIO = /((?!劳模|创新|工匠|大师|技能)[\u4e00-\u9fff]{2})工作室(?=\s|$)/g;

  /** 请问谁会修电梯？ → 修电梯. @param {string} words */
  const plain = (words) => tidy(words.normalize("NFKC").replace(POLITE, " ").replace(OURS, " ").replace(STUDIO, "$1 ").replace(/的(?=\s|$)|(^|\s)(?:的|会|能|在|有|找|查|算|叫做?)(?=[\u4e00-\u9fff]{2})/g, " ").replace(/[?!,.;:，。！？、；：]/g, " "));

  /** Whether somebody asks what something is, which a page explains: 什么叫五小、怎样算达标. @param {string} text */
  const explained = (text) => /^(?:请问)?(?:什么|啥)(?:叫做?|是)|(?:是|叫)(?:什么|啥)(?:意思)?[?？]?$|什么(?:意思|条件)|是(?:干|做)(?:什么|啥|嘛)(?:用)?的?[?？]?$|怎(?:样|么)(?:才)?(?:算|能评|申报|申请|评)/.test(text);

  /** @param {string} number 三, 10, 几 */
  const span = (number) => Number(number) || "〇一二三四五六七八九十".indexOf(number === "几" ? "三" : number === "两" ? "二" : number);

  /** @param {string} text @param {{year: number, results: string[]}} index @returns {Question} */
  function read(text, { year, results }) {
    let words = text.normalize("NFKC");
    /** @type {Question} */
    const found = { words: text, asked: [], sort: "", below: "" };
    /** Take out what a pattern finds. @param {string} pattern @param {(...groups: string[]) => void} act */
    const take = (pattern, act) => {
      words = words.replace(new RegExp(pattern, "i"), (_, ...groups) => {
        act(...groups.slice(0, -2));
        return " ";
      });
    };
    /** @param {number} from @param {number} to */
    const years = (from, to) => {
      for (let each = Math.min(to, year); each >= from && each > to - 30; each -= 1) found.asked.push(["year", String(each)]);
    };
    const count = () => found.asked.length;
    take(`${YEAR}\\s*年?度?(?:年度)?(?:工作)?(?:报告|年报|总结)`, (each) => (found.below = `${each}/`));
    take("(?:^|\\s)(?:年度(?:工作)?报告|年报)(?=\\s|$)", () => (found.below = found.below || "latest/"));
    take("(?:^|\\s)(?:展板|海报)(?:[:：]|(?=\\s|$))", () => (found.below = "sheet/"));
    if (!found.below) {
      take(`${YEAR}\\s*年?\\s*[-–—~至到]\\s*${YEAR}\\s*年?`, (from, to) => years(Number(from), Number(to)));
      if (!count()) take(`${YEAR}\\s*年?(?:以来|以后|之后|起|至今)`, (from) => years(Number(from), year));
      if (!count()) take("(?:最近|近|过去|这)\\s*([一二两三四五六七八九十几]|\\d{1,2})\\s*年(?:来|内|间)?", (number) => years(year - span(number) + 1, year));
      if (!count()) take("(今|去|前)年", (which) => years(year - "今去前".indexOf(which), year - "今去前".indexOf(which)));
      while (new RegExp(`${YEAR}\\s*年`).test(words)) take(`${YEAR}\\s*年度?`, (each) => found.asked.push(["year", each]));
      if (!count() && !/[\da-z]/i.test(words.replace(new RegExp(YEAR), "")) && new RegExp(`${NAMED}|成果|${Object.keys(RESULTS).join("|")}|${results.join("|")}`).test(words)) {
        take(`${SPACE}${YEAR}(?!\\d)`, (_, each) => found.asked.push(["year", each]));
      }
    }
    if (count()) take(`${NAMED}(?:的)?`, () => (found.sort = "studio"));
    words = plain(words);
    let level = "";
    take(`(${Object.keys(LEVELS).join("|")})`, (each) => (level = each));
    take("(?:已经?|被)(撤销|摘牌|合并|迁出)(?:称号)?(?:的)?", (how) => {
      found.asked.push(["page", how === "摘牌" ? "已撤销" : `已${how}`]);
      found.sort = "page";
    });
    const kinds = [...Object.keys(RESULTS), ...results.filter((each) => !VAGUE.includes(each))].sort((a, b) => b.length - a.length);
    take(`(${kinds.join("|")})(?=\\s|的|$)`, (kind) => {
      const labels = RESULTS[kind.toLowerCase()] ?? [kind];
      for (const each of labels) if (results.includes(each)) found.asked.push(["result", each]);
      found.sort = "achievement";
    });
    if (count() || level) {
      take("(?:创新)?成果(?=\\s|$)", () => (found.sort = "achievement"));
      take("(?:的)?(?:劳模)?(?:创新)?工作室(?=\\s|$)", () => (found.sort = found.sort || "studio"));
    }
    if (level) {
      found.asked.push([found.sort === "achievement" ? "recogniser" : "level", LEVELS[level]]);
      found.sort = found.sort || "studio";
    }
    if (count() || found.below) found.words = tidy(words);
    return found;
  }

  /** 罗海平的故事 → 罗海平 故事. @param {string} words */
  const parted = (words) => words.replace(/([\u4e00-\u9fff]{2})的([\u4e00-\u9fff]{2})/g, "$1 $2");

  return { read, plain, parted, explained };
})();
