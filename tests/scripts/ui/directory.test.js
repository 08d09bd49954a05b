/* The directories: conditions together, orders, cards and tables, the address, and what may go wrong. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { modules } from "../modules.js";
import { open } from "../page.js";

const names = (page) => page.texts(".browse__found h3, .browse__found tbody th");
const labels = (page) => Object.fromEntries(page.all(".facet").map((facet) => [facet.dataset.name, facet.textContent]));
const state = (page) => ["made", "found", "more", "note"].filter((name) => !page.find(`.browse__${name}`).hidden);
const box = (page, name, value) => page.find(`.facet input[name=${name}][value="${value}"]`);
const tick = async (page, name, value) => {
  const input = box(page, name, value);
  input.focus();
  page.click(input);
  return page.settled();
};
const buttonSaying = (page, words) => page.all("button").find((each) => each.textContent === words || each.getAttribute("aria-label") === words);

test("without conditions the page is as it was made, and loads nothing", async () => {
  const page = await open("studios/");
  assert.deepEqual([state(page), page.sent], [["made"], []]);
});

for (const home of ["studios/", "achievements/"]) {
  test(`${home}: with scripts and without the same values, numbers and order`, async () => {
    const made = await open(home), drawn = await open(`${home}?view=table`, { index: "site" });
    const panel = (page) => page.all(".facet").map((facet) => [facet.dataset.name, ...[...facet.querySelectorAll("summary, span, small")].map((each) => each.textContent)]);
    assert.ok(panel(made).length > 0);
    assert.deepEqual(panel(drawn), panel(made));
    assert.deepEqual(names(drawn), made.texts(".browse__made h3"));
  });
}

test("conditions combine: one of each facet, any of one facet; the address holds them; chips take them away", async () => {
  const page = await open("studios/?district=南区");
  assert.deepEqual([page.text(".browse__status"), page.texts(".chosen button"), page.text(".shelf > summary")], ["共 3 家，排名不分先后。", ["南区"], "筛选（1）"]);
  assert.deepEqual(labels(page), {
    industry: "行业建筑工程1港口航运1",
    district: "地区东区39北区9南区3西区1",
    category: "类别劳模1职工1巾帼1",
  }); // one value alone is no choice
  const see = page.find(".shelf__see"), shelf = page.find(".shelf");
  shelf.open = true;
  assert.equal(see.textContent, "看 3 家");
  page.window.HTMLElement.prototype.scrollIntoView = () => {};
  page.click(see);
  assert.deepEqual([shelf.open, page.document.activeElement === page.find(".shelf > summary")], [false, true]);
  await tick(page, "industry", "建筑工程");
  assert.equal(page.address, "studios/?district=南区&industry=建筑工程");
  assert.deepEqual([names(page), page.texts(".chosen button"), page.text(".shelf > summary")], [["罗海测量职工创新工作室"], ["建筑工程", "南区", "全部去掉"], "筛选（2）"]);
  assert.equal(page.find(".chosen button").getAttribute("aria-label"), "去掉行业：建筑工程");
  await tick(page, "industry", "港口航运");
  assert.deepEqual(names(page), ["罗海测量职工创新工作室", "林海平船舶劳模创新工作室"]);
  await tick(page, "district", "北区");
  assert.equal(page.address, "studios/?district=南区&district=北区&industry=建筑工程&industry=港口航运".replace(/district=南区&district=北区&(.*)/, "$1&district=南区&district=北区"));
  assert.equal(names(page).length, 4);
  await page.back();
  assert.equal(names(page).length, 2);
  await tick(page, "industry", "建筑工程");
  assert.deepEqual(names(page), ["林海平船舶劳模创新工作室"]);
  page.click(buttonSaying(page, "去掉行业：港口航运"));
  await page.settled();
  assert.equal(page.address, "studios/?district=南区");
  page.click(buttonSaying(page, "去掉地区：南区"));
  await page.settled();
  assert.deepEqual([page.address, state(page), page.text(".shelf > summary"), page.texts(".chosen button")], ["studios/", ["made"], "筛选", []]);
  assert.equal(page.text(".browse__status"), "共 52 家，排名不分先后。");
});

test("all conditions go at once; the order stays", async () => {
  const page = await open("studios/?district=南区&union=南区工会&sort=pinyin");
  page.click(buttonSaying(page, "全部去掉"));
  await page.settled();
  assert.equal(page.address, "studios/?sort=pinyin");
});

test("a chosen value stays in the panel though others leave it nothing", async () => {
  const page = await open("studios/?district=西区&union=南区工会");
  assert.deepEqual([names(page), page.text(".browse__note"), state(page)], [[], "没有同时符合这些条件的。去掉全部筛选", ["found", "note"]]);
  assert.deepEqual([labels(page).district, labels(page).union], ["地区东区19南区3西区0", "主管工会北区工会1南区工会0"]);
  assert.deepEqual(page.all(".facet input").filter((each) => each.checked).map((each) => each.value), ["西区", "南区工会"]);
  page.click(buttonSaying(page, "去掉全部筛选"));
  await page.settled();
  assert.deepEqual([page.address, state(page)], ["studios/", ["made"]]);
});

test("folds stay as they were; what is chosen is open", async () => {
  const page = await open("studios/?industry=港口航运&level=省级");
  const open_ = () => page.all(".facet").filter((each) => each.open).map((each) => each.dataset.name);
  assert.deepEqual(open_(), ["industry", "level"]);
  page.find(".facet[data-name=industry]").open = true;
  await tick(page, "level", "省级");
  assert.deepEqual(open_(), ["industry", "level"]);
});

test("the chips stand in the order of the facets, whichever column comes first", async () => {
  const chips = [];
  for (const late of [/f-district/, /f-union/]) {
    let release;
    const page = await open("studios/?level=市级&union=南区工会&district=南区", { before: (page) => { release = page.hold(late); } });
    release();
    chips.push((await page.settled()).texts(".chosen button"));
  }
  assert.deepEqual(chips, Array(2).fill(["南区", "南区工会", "市级", "全部去掉"]));
});

test("the focus stays where it was, or goes to the next chip, or to the panel", async () => {
  const page = await open("studios/?district=南区&industry=港口航运");
  await tick(page, "district", "北区");
  assert.deepEqual([page.document.activeElement.name, page.document.activeElement.value, page.document.activeElement.isConnected], ["district", "北区", true]);
  const chip = buttonSaying(page, "去掉地区：北区");
  chip.focus();
  page.click(chip);
  await page.settled();
  assert.equal(page.document.activeElement.getAttribute("aria-label"), "去掉行业：港口航运");
  for (const label of ["去掉地区：南区", "去掉行业：港口航运"]) {
    buttonSaying(page, label).focus();
    page.click(buttonSaying(page, label));
    await page.settled();
  }
  assert.equal(page.document.activeElement, page.find(".shelf__facets summary"));
});

test("a link of the made panel that was clicked gives its focus to the box of the same value", async () => {
  const page = await open("studios/");
  const link = page.find(".facet[data-name=union] a[data-value=南区工会]");
  link.focus();
  page.click(link);
  await page.settled();
  assert.equal(page.document.activeElement, box(page, "union", "南区工会"));
});

for (const [order, first, said] of [
  ["pinyin", ["岸桥", "北区焊接技能大师工作室", "陈国建纺织创新工作室"], "共 52 家，按名称拼音，排名不分先后。"],
  ["strokes", ["卫兰秀纺织创新工作室", "卫强兰纺织创新工作室", "王国梅纺织创新工作室"], "共 52 家，按名称笔画，排名不分先后。"],
  ["year", ["古丽努尔护理巾帼创新工作室", "江一舟岸桥劳模创新工作室", "罗海平岸桥劳模创新工作室", "罗海测量职工创新工作室", "钳工技能人才创新工作室"], "共 52 家，命名年份新的在前，排名不分先后。"],
  ["updated", ["江一舟岸桥劳模创新工作室", "罗海平岸桥劳模创新工作室", "林海平船舶劳模创新工作室", "古丽努尔护理巾帼创新工作室", "罗海测量职工创新工作室"], "共 52 家，最近更新的在前，排名不分先后。"],
]) {
  test(`the order ${order}, chosen in its list; those without a date come last, in the order of unions`, async () => {
    const page = await open("studios/?view=table");
    page.choose(page.find("select"), order);
    await page.settled();
    assert.equal(page.address, `studios/?view=table&sort=${order}`);
    assert.deepEqual([names(page).slice(0, first.length), page.text(".browse__status"), page.find("select").value], [first, said, order]);
    page.choose(page.find("select"), "");
    await page.settled();
    assert.equal(page.address, "studios/?view=table");
  });
}

test("unsorted, studios stand by unions, achievements with figures first and then the newest", async () => {
  const studios = await open("studios/?view=table"), achievements = await open("achievements/?view=table");
  assert.deepEqual(names(studios).slice(0, 4), ["钳工技能人才创新工作室", "铆工创新工作室", "焊接工匠创新工作室", "北区焊接技能大师工作室"]);
  assert.deepEqual(names(achievements), ["隧道断面测量法", "吊具防摇操作法", "吊具防摇操作法", "吊具消毒架", "岸桥电缆护套", "船坞墩木调平法", "岸桥钢丝绳点检卡", "制动器点检卡"]);
  const dated = await open("achievements/?view=table&sort=year");
  assert.deepEqual(names(dated), ["吊具消毒架", "岸桥电缆护套", "船坞墩木调平法", "隧道断面测量法", "吊具防摇操作法", "岸桥钢丝绳点检卡", "吊具防摇操作法", "制动器点检卡"]);
  assert.equal(dated.text(".browse__status"), "共 8 项，新的在前。");
});

test("more are shown by twelve and then by twenty-four, and the focus goes to the first of them", async () => {
  const page = await open("studios/?sort=pinyin"), more = page.find(".browse__more");
  assert.deepEqual([names(page).length, more.hidden], [12, false]);
  page.click(more);
  await page.settled();
  assert.deepEqual([names(page).length, more.hidden], [36, false]);
  assert.equal(page.document.activeElement, page.all(".browse__found h3 a")[12]);
  page.click(more);
  await page.settled();
  assert.deepEqual([names(page).length, more.hidden], [52, true]);
  assert.deepEqual(new Set(names(page)).size, 52);
});

test("exactly twelve need no more", async () => {
  const page = await open("studios/?type=技能传授&industry=轻工纺织");
  assert.deepEqual([names(page).length, page.find(".browse__more").hidden], [12, true]);
});

test("the table: heads, rows, labels for phones", async () => {
  const page = await open("studios/?industry=港口航运&level=省级");
  page.click(page.find("[data-name=view][data-value=table]"));
  await page.settled();
  assert.equal(page.address, "studios/?industry=港口航运&level=省级&view=table");
  assert.deepEqual(page.all("[data-name=view]").map((each) => each.getAttribute("aria-pressed")), ["false", "true"]);
  assert.deepEqual(page.texts(".sheet thead th"), ["工作室", "领衔人", "所在单位", "主管工会", "行业", "级别", "命名年"]);
  assert.deepEqual(page.texts(".sheet tbody th, .sheet tbody td"), ["罗海平岸桥劳模创新工作室", "罗海平", "屿澜港务", "北区工会", "港口航运", "省级命名", "2012"]);
  assert.deepEqual(page.all(".sheet tbody td").map((each) => each.dataset.label), ["领衔人", "所在单位", "主管工会", "行业", "级别", "命名年"]);
  assert.equal(page.find(".sheet tbody th").getAttribute("scope"), "row");
  assert.equal(page.find(".sheet tbody a").getAttribute("href"), "https://showcase.test/studios/gantry/");
  page.click(page.find("[data-name=view][data-value='']"));
  await page.settled();
  assert.deepEqual([page.address, page.all(".sheet").length], ["studios/?industry=港口航运&level=省级", 0]);
  const none = await open("studios/?district=西区&union=南区工会&view=table");
  assert.equal(none.all(".sheet").length, 0);
});

test("the table of achievements", async () => {
  const page = await open("achievements/?view=table&result=工法");
  assert.deepEqual(page.texts(".sheet thead th"), ["成果", "类别", "年份", "工作室", "改进前 → 改进后"]);
  assert.deepEqual(page.texts(".sheet tbody tr:first-child > *"), ["隧道断面测量法", "工法", "2016", "罗海测量职工创新工作室", "测一断面：40 → 15分钟"]);
  assert.deepEqual(page.texts(".sheet tbody tr:last-child > *"), ["船坞墩木调平法", "工法", "2017", "林海平船舶劳模创新工作室", ""]);
  assert.deepEqual([page.text(".browse__status"), page.texts(".facet[data-name=year] > summary")], ["共 2 项。", ["年份"]]);
});

test("all facets of achievements, each of which narrows them", async () => {
  const page = await open("achievements/?view=table");
  assert.deepEqual(page.all(".facet").map((each) => each.dataset.name), ["result", "year", "union"]);
  for (const [query, found] of [["kind=产品创新", "岸桥电缆护套"], ["benefit=效率", "吊具防摇操作法"], ["recogniser=省级", "吊具消毒架"], ["year=2018", "岸桥电缆护套"]]) {
    assert.ok(names(await open(`achievements/?${query}`)).includes(found), query);
  }
});

test("a studio's card", async () => {
  const page = await open("studios/?industry=港口航运&level=省级"), card = page.find(".browse__found article");
  assert.equal(card.className, "card card--studio");
  assert.equal(card.querySelector("h3").className, "card__title card__title--name");
  assert.equal(card.querySelector("h3 a").innerHTML, "罗海平<wbr>岸桥<wbr>劳模<wbr>创新<wbr>工作室");
  assert.deepEqual([card.querySelector(".card__over").textContent, card.querySelector(".card__says").textContent], ["屿澜港务", "一钩一钩省下来"]);
  assert.equal(card.querySelector(".card__change").textContent, "单箱时间 2.8→变为2.1分钟");
  assert.deepEqual([...card.querySelectorAll(".card__foot > span")].map((each) => [each.className, each.textContent]), [["", "北区工会 · 港口航运"], ["badge badge--province", "省级命名"]]);
  const cover = card.querySelector(".card__picture > span");
  assert.deepEqual([cover.className, cover.dataset.tint, cover.textContent], ["name-cover", page.find("[data-sign=港口航运]").dataset.tint, "罗海平"]);
});

test("titles break where the index says, with words marked or not", async () => {
  const page = await open("studios/?sort=pinyin&view=table");
  const broken = Object.fromEntries(page.all(".sheet tbody th a").map((each) => [each.textContent, each.innerHTML]));
  assert.equal(broken["北区焊接技能大师工作室"], "北区<wbr>焊接<wbr>技能<wbr>大师<wbr>工作室");
  assert.equal(broken["古丽努尔护理巾帼创新工作室"], "古丽努尔<wbr>护理<wbr>巾帼<wbr>创新<wbr>工作室");
  assert.equal(broken["岸桥"], "岸桥");
  const { LaomoTitles: unbroken, page: blank } = modules("city"), words = () => Object.assign(blank.document.createElement("b"), { innerHTML: "吊<mark>具防</mark>摇<mark>法</mark>" });
  for (const [breaks, html] of Object.entries({
    "": "吊<mark>具防</mark>摇<mark>法</mark>",
    2: "吊<mark>具<wbr>防</mark>摇<mark>法</mark>",
    22: "吊<mark>具<wbr>防</mark>摇<wbr><mark>法</mark>",
    13: "吊<wbr><mark>具防</mark>摇<wbr><mark>法</mark>",
    z: "吊<mark>具防</mark>摇<mark>法</mark>",
  })) assert.equal(unbroken(words(), breaks).innerHTML, html, breaks);
});

test("a card without words, industry or badge; a sample", async () => {
  const page = await open("studios/?category=技能人才"), card = page.find(".browse__found article");
  assert.deepEqual([card.querySelector(".card__says"), card.querySelectorAll(".card__foot > span").length, card.querySelector(".card__foot").textContent], [null, 1, "示例市总工会"]);
  assert.equal(card.querySelector(".name-cover").dataset.tint, page.find("[data-sign]").dataset.tint || "0");
  const samples = await open("studios/?category=劳模&district=北区");
  const sample = samples.all(".browse__found article").find((each) => each.textContent.includes("喷涂班组"));
  assert.deepEqual([...sample.querySelectorAll(".badge")].map((each) => [each.className, each.textContent]), [["badge badge--sample", "示例"]]);
  assert.equal(sample.querySelector(".card__says").textContent, "<script>alert(1)</script>喷得匀");
  assert.equal(sample.querySelector("script"), null);
});

test("an achievement's card: figures in place of a picture and of words", async () => {
  const page = await open("achievements/?result=工法"), [measured, plain] = page.all(".browse__found article");
  assert.equal(measured.className, "card card--achievement");
  assert.equal(measured.querySelector(".measure").outerHTML, '<div class="measure"><p class="measure__name">测一断面</p><p class="measure__figures">'
    + '<span class="measure__before"><span class="measure__label">改进前</span><b>40</b></span><span class="measure__arrow" aria-hidden="true">→</span>'
    + '<span class="measure__after"><span class="measure__label">改进后</span><b>15</b></span><span class="measure__unit">分钟</span></p></div>');
  assert.equal(measured.firstChild.className, "card__picture card__picture--measure");
  assert.equal(measured.querySelector(".card__text"), null);
  assert.equal(measured.querySelector(".card__foot a").href, "https://showcase.test/studios/two/");
  assert.equal(plain.querySelector(".card__text").textContent, "<u>平</u>得快");
  assert.equal(plain.querySelector(".card__picture > span").className, "found__sign");
  assert.equal(plain.querySelector("h3").className, "card__title");
  assert.equal(plain.querySelector("h3 a").innerHTML, "船坞<wbr>墩木调平法");
});

for (const [address, note, first] of [
  ["?district=火星区", "“地区”里没有“火星区”，已略去。", "共 52 家，排名不分先后。"],
  ["?district=火星区&district=金星区&district=南区", "“地区”里没有“火星区”“金星区”，已略去。", "共 3 家，排名不分先后。"],
  [`?district=${"岸".repeat(2000)}`, `“地区”里没有“${"岸".repeat(40)}”，已略去。`, "共 52 家，排名不分先后。"],
  ["?sort=moon", "没有“moon”这种次序，已照常排列。", "共 52 家，排名不分先后。"],
  [`?sort=${"m".repeat(50)}`, `没有“${"m".repeat(20)}”这种次序，已照常排列。`, "共 52 家，排名不分先后。"],
  ["?view=moon", "没有“moon”这种显示方式，已用卡片。", "共 52 家，排名不分先后。"],
  [`?view=${"m".repeat(50)}`, `没有“${"m".repeat(20)}”这种显示方式，已用卡片。`, "共 52 家，排名不分先后。"],
  ["?sort=moon&view=moon&union=月宫", "“主管工会”里没有“月宫”，已略去。没有“moon”这种次序，已照常排列。没有“moon”这种显示方式，已用卡片。", "共 52 家，排名不分先后。"],
  ["?district=南区&district=南区", "", "共 3 家，排名不分先后。"],
  ["?utm_source=x&colour=red", "", "共 52 家，排名不分先后。"],
  ["?district=", "“地区”里没有“”，已略去。", "共 52 家，排名不分先后。"],
]) {
  test(`a faulty address is told in words: ${address.slice(0, 50)}`, async () => {
    const page = await open(`studios/${address}`);
    assert.deepEqual([page.text(".browse__note"), page.find(".browse__note").hidden, page.text(".browse__status")], [note, !note, first]);
    assert.equal(page.find("select").selectedIndex, 0);
  });
}

test("an unknown value goes when another is chosen", async () => {
  const page = await open("studios/?district=火星区");
  await tick(page, "district", "南区");
  assert.equal(page.address, "studios/?district=南区");
});

for (const failing of [/search\/index\.js/, /search\/s\d/, /search\/f-/, /search\/o-/]) {
  for (const how of ["missing", "cut short", "empty"]) {
    test(`${failing} ${how}: the made list stays, and asking again helps`, async () => {
      const page = await open("studios/?district=南区&sort=strokes", { before: (page) => page.fail(failing, how) });
      assert.deepEqual([state(page), page.text(".browse__status")], [["made", "note"], "没有取到索引。"]);
      assert.equal(page.text(".browse__note"), "索引没有全部取到，可能断网了，或者网站刚刚更新。请连上网络后再试一次，或从下面的名录里找。");
      assert.equal(page.find(".browse").getAttribute("aria-busy"), null);
      page.fail();
      page.click(buttonSaying(page, "再试一次"));
      await page.settled();
      assert.deepEqual([state(page), names(page).length], [["found"], 3]);
    });
  }
}

test("cards that do not arrive when more are asked for", async () => {
  const page = await open("studios/?view=table");
  page.fail(/search\/s\d/, "missing");
  page.click(page.find(".browse__more"));
  await page.settled();
  assert.equal(page.text(".browse__status"), "没有取到索引。");
  assert.ok(state(page).includes("made"));
});

test("busy while it reads, and an older answer that comes late does not overwrite a newer one", async () => {
  const page = await open("studios/?district=南区"), release = page.hold(/f-level|o-pinyin/);
  page.choose(page.find("select"), "pinyin");
  await page.settled();
  assert.equal(page.find(".browse").getAttribute("aria-busy"), "true");
  page.choose(page.find("select"), "year");
  await page.settled();
  const newer = page.text(".browse__status");
  release();
  await page.settled();
  assert.deepEqual([newer, page.text(".browse__status")], ["共 3 家，命名年份新的在前，排名不分先后。", "共 3 家，命名年份新的在前，排名不分先后。"]);
  assert.equal(page.find(".browse").getAttribute("aria-busy"), null);
});

test("an older question that fails late says nothing", async () => {
  const page = await open("studios/?district=南区"), release = page.hold(/o-pinyin/);
  page.choose(page.find("select"), "pinyin");
  await page.settled();
  page.fail(/o-pinyin/, "missing");
  page.choose(page.find("select"), "year");
  await page.settled();
  release();
  await page.settled();
  assert.deepEqual([page.text(".browse__note"), names(page).length], ["", 3]);
});
