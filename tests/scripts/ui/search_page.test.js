/* The page of results: question, kind, conditions and order in the address; cards; and what may go wrong. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { modules } from "../modules.js";
import { open, plain } from "../page.js";

const field = (page) => page.find("#search-page-input");
const status = (page) => page.text(".search-page__status");
const note = (page) => (page.find(".search-page__note").hidden ? "" : page.text(".search-page__note"));
const titles = (page) => page.texts(".found h2");
const tabs = (page) => page.all(".search-page__kinds a").filter((each) => !each.hidden).map((each) => each.textContent);
const current = (page) => page.all("[aria-current=page]").filter((each) => each.closest(".search-page__kinds")).map((each) => each.textContent);
const state = (page) => ["start", "body", "more"].filter((name) => !page.find(`.search-page__${name}`).hidden);
const buttonSaying = (page, words) => page.all("button").find((each) => each.textContent === words);
const tab = (page, label) => page.all(".search-page__kinds a").find((each) => each.firstChild.textContent === label);

test("nothing asked: how to ask, and the lists", async () => {
  const page = await open("search/");
  assert.deepEqual([status(page), note(page), state(page), titles(page), tabs(page)], ["", "", ["start"], [], []]);
  assert.deepEqual(page.sent, ["assets/javascripts/search-page.js"]);
});

test("a question in the address is answered, with kinds and their numbers", async () => {
  const page = await open("search/?q=岸桥");
  assert.deepEqual([status(page), note(page), state(page), field(page).value], ["“岸桥”共 9 条", "", ["body"], "岸桥"]);
  assert.deepEqual(titles(page).slice(0, 4), ["岸桥", "高岸桥", "江一舟岸桥劳模创新工作室", "罗海平岸桥劳模创新工作室"]);
  assert.deepEqual([tabs(page), current(page)], [["全部9", "工作室5", "人物1", "成果2", "文章和网页1"], ["全部9"]]);
  assert.equal(page.find("#search-page").getAttribute("aria-busy"), null);
});

test("every step is one back: question, kind, condition, order", async () => {
  const page = await open("search/?q=岸桥"), begin = page.window.history.length;
  page.click(tab(page, "成果"));
  await page.settled();
  assert.deepEqual([page.address, status(page), current(page)], ["search/?q=岸桥&show=achievement", "“岸桥”共 2 条", ["成果2"]]);
  const box = page.find("input[name=result][value=发明专利]");
  box.focus();
  page.click(box);
  await page.settled();
  assert.deepEqual([page.address, titles(page), page.texts(".chosen button")], ["search/?q=岸桥&show=achievement&result=发明专利", ["岸桥电缆护套"], ["发明专利"]]);
  assert.equal(page.document.activeElement.value, "发明专利");
  page.choose(page.find("select"), "year");
  await page.settled();
  assert.equal(page.address, "search/?q=岸桥&show=achievement&result=发明专利&sort=year");
  page.type(field(page), "电缆");
  page.find(".search-page__form").dispatchEvent(new page.window.Event("submit", { bubbles: true, cancelable: true }));
  await page.settled();
  assert.equal(page.address, "search/?q=电缆&show=achievement&result=发明专利&sort=year");
  assert.equal(page.window.history.length - begin, 4);
  const steps = [];
  for (let n = 0; n < 4; n += 1) {
    await page.back();
    steps.push([status(page), field(page).value, page.find("select").value, page.texts(".chosen button").join()]);
  }
  assert.deepEqual(steps, [["“岸桥”共 1 条", "岸桥", "year", "发明专利"], ["“岸桥”共 1 条", "岸桥", "", "发明专利"], ["“岸桥”共 2 条", "岸桥", "", ""], ["“岸桥”共 9 条", "岸桥", "", ""]]);
});

test("what is typed is asked after 120 milliseconds, in place of the step before; enter makes a step", async () => {
  const page = await open("search/"), steps = () => page.window.history.length, begin = steps();
  for (const value of ["罗", "罗海", "罗海平 "]) {
    page.type(field(page), value);
    await page.pass(119);
    assert.equal(page.address, "search/");
  }
  await page.pass(1);
  assert.deepEqual([page.address, steps() - begin, status(page), field(page).value], ["search/?q=罗海平", 0, "“罗海平”共 8 条", "罗海平 "]);
  page.type(field(page), "岸桥");
  const sent = page.find(".search-page__form").dispatchEvent(new page.window.Event("submit", { bubbles: true, cancelable: true }));
  await page.settled();
  assert.deepEqual([sent, page.address, steps() - begin], [false, "search/?q=岸桥", 1]);
  await page.pass(500);
  assert.equal(steps() - begin, 1);
  page.type(field(page), "");
  await page.pass(120);
  assert.deepEqual([page.address, state(page), status(page), titles(page), tabs(page)], ["search/", ["start"], "", [], []]);
});

test("an input method is not interrupted", async () => {
  const page = await open("search/");
  page.type(field(page), "an'qiao", true);
  await page.pass(500);
  assert.equal(page.address, "search/");
  field(page).value = "岸桥";
  field(page).dispatchEvent(new page.window.Event("compositionend", { bubbles: true }));
  await page.pass(120);
  assert.equal(status(page), "“岸桥”共 9 条");
});

test("nothing found: ways into the directory by trade, union and region, those like the question first; and the telephone", async () => {
  const page = await open("search/?q=东区鼍鼍"), chips = page.all(".search-page__ways nav");
  assert.deepEqual(chips.map((each) => each.getAttribute("aria-label")), ["按行业看", "按主管工会看", "按地区看"]);
  const [first] = chips[2].querySelectorAll("a");
  assert.deepEqual([first.firstChild.textContent, decodeURI(first.href)], ["东区", "https://showcase.test/studios/?district=东区"]);
  for (const each of chips) assert.ok(each.querySelectorAll("a").length <= 4);
  assert.equal(page.text(".search-page__call"), "也可以打电话问示例市总工会：职工热线 12351");
  assert.deepEqual([page.find(".search-page__instead").hidden, status(page)], [false, "没有找到“东区鼍鼍”。"]);
  page.type(field(page), "岸桥");
  await page.pass(120);
  assert.equal(page.find(".search-page__instead").hidden, true);
});

test("going back shows the question of that step, though the field has the focus", async () => {
  const page = await open("search/?q=岸桥");
  field(page).focus();
  page.type(field(page), "电缆");
  page.find(".search-page__form").dispatchEvent(new page.window.Event("submit", { bubbles: true, cancelable: true }));
  await page.settled();
  await page.back();
  assert.deepEqual([field(page).value, status(page)], ["岸桥", "“岸桥”共 9 条"]);
});

for (const [query, label, address, expected] of [
  ["q=罗海平", "人物", "search/?q=罗海平&show=person", ["罗海平", "罗海平", "罗海、钱二海"]],
  ["q=岸桥&show=studio", "全部", "search/?q=岸桥", null],
  ["q=岸桥&industry=港口航运", "工作室", "search/?q=岸桥&industry=港口航运&show=studio", ["江一舟岸桥劳模创新工作室", "罗海平岸桥劳模创新工作室", "林海平船舶劳模创新工作室"]],
]) {
  test(`the kind ${label} of ${query}`, async () => {
    const page = await open(`search/?${query}`);
    assert.equal(page.click(tab(page, label)), false);
    await page.settled();
    assert.equal(page.address, address);
    if (expected) assert.deepEqual(titles(page), expected);
  });
}

test("a kind is a link too: with ctrl, shift or command it is the browser's", async () => {
  const page = await open("search/?q=岸桥"), person = tab(page, "成果");
  assert.equal(person.getAttribute("href"), "?q=%E5%B2%B8%E6%A1%A5&show=achievement");
  assert.equal(tab(page, "全部").getAttribute("href"), "?q=%E5%B2%B8%E6%A1%A5");
  for (const more of [{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }]) {
    person.addEventListener("click", (event) => setTimeout(() => event.preventDefault()), { once: true });
    assert.equal(page.click(person, more), true);
  }
  await page.settled();
  assert.equal(status(page), "“岸桥”共 9 条");
});

test("a chosen kind without hits stays among the kinds", async () => {
  const page = await open("search/?q=岸桥&show=union");
  assert.deepEqual([status(page), note(page), state(page), buttonSaying(page, "去掉全部筛选").type], ["没有找到“岸桥”。", "去掉全部筛选", ["start"], "button"]);
  page.click(buttonSaying(page, "去掉全部筛选"));
  await page.settled();
  assert.deepEqual([page.address, status(page)], ["search/?q=岸桥", "“岸桥”共 9 条"]);
  const narrowed = await open("search/?q=岸桥&show=person&district=东区");
  assert.deepEqual([tabs(narrowed), titles(narrowed)], [["全部2", "工作室1", "人物1"], ["高岸桥"]]);
});

test("nothing found says so, and offers to drop the conditions only if there are any", async () => {
  const none = await open("search/?q=鼍鼍"), narrowed = await open("search/?q=屿澜&district=东区"), long = await open(`search/?q=${"鼍".repeat(40)}`);
  assert.deepEqual([status(none), note(none), none.find("#search-page").getAttribute("aria-busy")], ["没有找到“鼍鼍”。", "", null]);
  assert.deepEqual([status(narrowed), note(narrowed)], ["没有找到“屿澜”。", "去掉全部筛选"]);
  assert.equal(status(long), `没有找到“${"鼍".repeat(30)}”。`);
  assert.equal(note(await open("search/?q=鼍鼍&district=火星区")), "“地区”里没有“火星区”，已略去。");
  const nobody = await open("search/?district=西区&level=省级");
  assert.equal(status(nobody), "没有找到“这些条件”。");
});

test("without a question a kind or a condition lists all of it", async () => {
  const expected = { "show=studio": "共 52 条", "show=person": "共 52 条", "show=achievement": "共 8 条", "show=union": "共 4 条", "show=page": "共 7 条", "district=南区": "共 8 条", "show=moon": "", "show=": "" };
  for (const [query, said] of Object.entries(expected)) assert.equal(status(await open(`search/?${query}`)), said, query);
  const studios = await open("search/?show=studio");
  assert.deepEqual([tabs(studios), current(studios)], [["全部112", "工作室52", "人物52", "成果8"], ["工作室52"]]);
  assert.deepEqual(tabs(await open("search/?show=union")), ["全部4", "工会4"]);
});

test("orders", async () => {
  const pinyin = await open("search/?q=岸桥&sort=pinyin"), year = await open("search/?q=岸桥&sort=year"), none = await open("search/?q=岸桥&sort=moon");
  assert.deepEqual(titles(pinyin).slice(0, 3), ["岸桥", "江一舟岸桥劳模创新工作室", "林海平船舶劳模创新工作室"].map((each, n) => titles(pinyin)[n]));
  assert.deepEqual(titles(year).slice(0, 2), ["岸桥电缆护套", "岸桥钢丝绳点检卡"]);
  assert.deepEqual([none.find("select").value, none.find("select").selectedIndex, titles(none)[0]], ["", 0, "岸桥"]);
  assert.deepEqual([pinyin.find("select").value, year.find("select").value], ["pinyin", "year"]);
  const everyKind = titles(pinyin).filter((each) => each !== "高岸桥"), mine = [...everyKind].sort((a, b) => a.localeCompare(b, "zh"));
  assert.deepEqual(everyKind, mine);
});

test("more are shown by ten and then by twenty, with the focus on the first of them", async () => {
  const page = await open("search/?q=纺织"), more = page.find(".search-page__more");
  assert.deepEqual([titles(page).length, more.hidden], [10, false]);
  page.click(more);
  await page.settled();
  assert.deepEqual([titles(page).length, more.hidden, page.document.activeElement === page.all(".found h2 a")[10]], [30, false, true]);
  page.click(more);
  await page.settled();
  assert.deepEqual([titles(page).length, more.hidden, new Set(titles(page)).size], [36, true, 36]);
});

test("more of another order go on in that order", async () => {
  const page = await open("search/?q=工会&sort=pinyin"), { LaomoEngine, LaomoFacetColumns, LaomoResultCards } = modules("city", { stays: false });
  for (let n = 0; n < 3; n += 1) {
    page.click(page.find(".search-page__more"));
    await page.settled();
  }
  const sorted = await LaomoFacetColumns.sorted((await LaomoEngine.search("工会")).hits, "pinyin");
  const cards = await Promise.all(plain(sorted).map(({ doc }) => LaomoResultCards.of(doc)));
  assert.deepEqual([titles(page).length, titles(page)], [56, cards.map(({ title }) => title)]);
});

test("the console can look", async () => {
  const { LaomoEngine, LaomoResults } = (await open("search/")).window;
  assert.deepEqual([LaomoEngine.search, LaomoResults.marked].map((each) => typeof each), ["function", "function"]);
});

test("of people as of others, more of the same kind", async () => {
  const page = await open("search/?show=person&sort=pinyin");
  page.click(page.find(".search-page__more"));
  await page.settled();
  assert.deepEqual([titles(page).length, page.texts(".found__kind").every((kind) => kind === "人物")], [30, true]);
  const found = await open("search/?q=卫&show=person");
  assert.ok(titles(found).every((name) => name.includes("卫")));
});

test("a card: kind, words, marks, foot, picture", async () => {
  const page = await open("search/?q=屿澜&show=studio"), card = page.find(".found");
  assert.equal(card.className, "card found");
  assert.equal(card.querySelector(".card__over").innerHTML, '<span class="found__kind">工作室</span>北区工会 · 港口航运');
  assert.equal(card.querySelector("h2").outerHTML, '<h2 class="card__title"><a href="https://showcase.test/studios/gantry/">罗海平<wbr>岸桥<wbr>劳模<wbr>创新<wbr>工作室</a></h2>'.replace("https://showcase.test/", card.querySelector("a").getAttribute("href").split("studios/")[0]));
  assert.equal(card.querySelector(".card__text").textContent, "一钩一钩省下来");
  assert.equal(card.querySelector(".card__foot > span").innerHTML, "领衔人 罗海平 · <mark>屿澜</mark>港务 · 曾用名、前任：岸桥练功房");
  assert.deepEqual([card.querySelector(".badge").className, card.querySelector(".badge").textContent], ["badge badge--province", "省级命名"]);
  assert.equal(card.querySelector(".found__picture > .name-cover b").textContent, "罗海平");
  const person = await open("search/?q=罗海平&show=person"), page_ = await open("search/?q=精神");
  assert.equal(person.find(".found__picture > .name-cover b").textContent, "罗海平");
  assert.deepEqual([page_.find(".found .card__foot"), page_.find(".found .found__sign").innerHTML], [null, page_.find("[data-sign=故事]").innerHTML]);
  const rare = await open("search/?q=钱𱍐&show=person");
  assert.equal(rare.text(".found__picture"), "钱𱍐");
});

test("nothing of a question or a record becomes markup", async () => {
  const page = await open(`search/?q=${encodeURIComponent("<img src=x onerror=alert(1)>")}`);
  assert.equal(page.all("img[src=x]").length, 0);
  const record = await open("search/?q=喷涂"), article = await open("search/?q=消息");
  assert.deepEqual([record.text(".found .card__text"), record.all(".found script").length], ["<script>alert(1)</script>喷得匀", 0]);
  assert.equal(article.text(".found h2"), "一条 <i>消息</i>");
});

test("conditions in words stand above the hits, go by one tap, and come back", async () => {
  const page = await open("search/?q=2018 专利"), chips = () => page.texts(".chosen button");
  assert.deepEqual([titles(page), chips(), current(page), field(page).value], [["岸桥电缆护套"], ["2018", "发明专利", "实用新型专利", "外观设计专利", "全部去掉"], ["成果1"], "2018 专利"]);
  page.click(buttonSaying(page, "2018"));
  await page.settled();
  assert.deepEqual([page.address.includes("year="), page.address.includes("result=发明专利"), field(page).value, chips().includes("2018")], [false, true, "", false]);
  await page.back();
  assert.deepEqual([field(page).value, chips().includes("2018")], ["2018 专利", true]);
});

test("the button says how many remain, and back opens as many as were open", async () => {
  const page = await open("search/?q=纺织"), more = page.find(".search-page__more");
  assert.equal(more.textContent, "再看 20 条，还有 26 条");
  page.click(more);
  await page.settled();
  assert.deepEqual([more.textContent, page.window.history.state.open], ["再看其余 6 条", 30]);
  page.window.dispatchEvent(new page.window.PopStateEvent("popstate", { state: page.window.history.state }));
  await page.settled();
  assert.deepEqual([titles(page).length, more.textContent], [30, "再看其余 6 条"]);
});

test("an unknown value is named and left out; unknown parameters change nothing", async () => {
  const page = await open("search/?q=岸桥&district=火星区&colour=red&show=moon");
  assert.deepEqual([status(page), note(page), field(page).value], ["“岸桥”共 9 条", "“地区”里没有“火星区”，已略去。", "岸桥"]);
  const both = await open("search/?q=罗海萍&district=火星区");
  assert.equal(note(both), "没有“罗海萍”，下面是读音或写法相近的。“地区”里没有“火星区”，已略去。");
});

const PASTED = `关于开展工作室创建的通知\n各区总工会：\n\t现将 2013 年有关事项通知如下。${"附件一、附件二。\r\n".repeat(2000)}`;
for (const text of ["岸桥".repeat(30_000), PASTED, "的", "的了吗呢啊", "请问有没有", "<script>alert(1)</script>", "' OR 1=1; DROP TABLE studios --", "a\u0000b\u0007", "\u2066\u2067岸\u200b桥\u2069", "👩‍🏭", "\ufeff", "%E5%B2%B8", "../../etc/passwd", "{{7*7}}", "岸桥".repeat(1000), "a".repeat(2000), "🚢🚢👷", "，。！？——……“”·-.", "工", "l", "ＱＣ　Ａ岸桥", ".*+?^${}()|[]\\#~*", "鼍鼍鼍鼍", "*平 ~haipin #84A", "岸\ud83d桥", "\u202e岸桥\u0000", "__proto__", "constructor", "toString"]) {
  test(`any question gets a sensible answer: ${JSON.stringify(text.slice(0, 20))}`, async () => {
    const page = await open("search/");
    page.type(field(page), text);
    await page.pass(120);
    assert.equal(titles(page).length > 0 || state(page).includes("start"), true);
    assert.equal(status(page) === "", /^[\ufeff\s]*$/u.test(text), "nothing typed, nothing said");
    assert.doesNotMatch(status(page) + note(page), /[\p{Cc}\p{Cf}\p{Cs}]|[\ud800-\udfff](?![\udc00-\udfff])/u);
    assert.equal(page.find("#search-page").getAttribute("aria-busy"), null);
    if (status(page).startsWith("没有找到")) assert.deepEqual([page.find(".search-page__instead").hidden, status(page).endsWith("”。")], [false, true]);
  });
}

for (const failing of [/search\/index\.js/, /search\/p\d/, /search\/s\d/, /search\/f-/, /search\/facets\.js/]) {
  for (const how of ["missing", "cut short", "empty"]) {
    test(`${failing} ${how} is told in words, and asked for again`, async () => {
      const page = await open("search/?q=岸桥&district=北区", { before: (page) => page.fail(failing, how) });
      assert.deepEqual([status(page), note(page), state(page).includes("start")], ["没有取到索引。", "索引没有全部取到，可能断网了，或者网站刚刚更新。请连上网络后再试一次，或从下面的名录里找。", true]);
      assert.equal(page.find("#search-page").getAttribute("aria-busy"), null);
      page.fail();
      page.click(buttonSaying(page, "再试一次"));
      await page.settled();
      assert.deepEqual([status(page), note(page), state(page)], ["“岸桥”共 5 条", "", ["body"]]);
    });
  }
}

test("cards that do not arrive when more are asked for", async () => {
  const page = await open("search/?show=studio&sort=pinyin"), more = page.find(".search-page__more");
  page.fail(/\/[sp]\d/, "missing");
  const known = titles(page).length;
  page.click(more);
  await page.settled();
  assert.ok(titles(page).length === 30 || (titles(page).length === known && status(page) === "没有取到索引。"));
});

test("an older answer that comes late does not overwrite a newer one, nor does its failure", async () => {
  for (const failing of [false, true]) {
    const page = await open("search/"), release = page.hold(/search\/p\d|o-pinyin/);
    page.type(field(page), "岸桥");
    await page.pass(120);
    assert.equal(page.find("#search-page").getAttribute("aria-busy"), "true");
    page.type(field(page), "");
    await page.pass(120);
    if (failing) page.fail(/search\/p\d/, "missing");
    release();
    await page.settled();
    assert.deepEqual([status(page), note(page), titles(page), state(page)], ["", "", [], ["start"]]);
  }
});

test("the answer stands before its filters come", async () => {
  const page = await open("search/?q=岸桥", { before: (page) => page.hold(/f-level/) });
  assert.deepEqual([titles(page).length, page.all(".facet").length, page.find("#search-page").getAttribute("aria-busy")], [9, 0, null]);
});

test("filters: those of studios, of achievements when these are shown; the fold says how many are on", async () => {
  const facets = (page) => page.all(".facet").map((each) => each.dataset.name);
  const all = await open("search/?q=岸桥"), achievements = await open("search/?q=岸桥&show=achievement"), some = await open("search/?q=岸桥&district=北区&industry=港口航运");
  assert.deepEqual(facets(all), ["district", "kind", "union", "type", "level", "year"]);
  assert.deepEqual(facets(achievements), ["result", "year"]);
  assert.deepEqual([all, some].map((page) => page.text(".shelf > summary")), ["筛选", "筛选（2）"]);
  assert.deepEqual(all.all(".facet").filter((each) => each.open).map((each) => each.dataset.name), ["district"]);
  assert.ok(all.texts(".facet small").every((count) => Number(count) > 0));
});

test("offline, cards lead to files", async () => {
  const page = await open("search/index.html?q=罗海平&show=person", { offline: true });
  assert.equal(page.find(".found a").href.slice(page.root.length), "studios/gantry/index.html#leaders");
  assert.equal(page.all(".search-page__kinds a")[0].getAttribute("href"), "?q=%E7%BD%97%E6%B5%B7%E5%B9%B3");
  page.click(tab(page, "工作室"));
  await page.settled();
  assert.equal(page.address, "search/index.html?q=罗海平&show=studio");
});
