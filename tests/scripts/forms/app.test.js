/* The form as a clerk fills it in: begin, add, write, see what is wrong, save, open again, go on with a draft. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { plain } from "../page.js";
import { chooser, DRAFT, draft, drafts, faults, kept, NOTICE, pressed, receive, record, saved, TARGET } from "./clerk.js";
import { drawing, facts, Form, picture } from "./form.js";

test("it opens with the site's name, unions and kinds, and nothing to fill in", async () => {
  const form = await Form.open();
  assert.deepEqual(["opening", "form", "bar", "union-field", "year-field", "filling", "faults", "drafts"].map((id) => form.at(id).hidden), [true, false, false, false, true, true, true, true]);
  assert.deepEqual(form.texts("#site-name"), [facts.site]);
  assert.deepEqual([...form.at("union").options].map(({ value, text }) => [value, text]), [["", "（请选择）"], ...Object.entries(facts.unions)]);
  assert.deepEqual([...form.at("kind").options].map(({ value, text }) => [value, text]), Object.entries(facts.schemas).map(([kind, { title }]) => [kind, title]));
  assert.deepEqual([form.at("union").value, form.said, form.saved], ["", "", []]);
});

test("a site with one union need not be asked for it", async () => {
  const form = await Form.open({ before: ({ document }) => { document.getElementById("facts").textContent = JSON.stringify({ ...facts, unions: { one: "一会" } }); } });
  assert.deepEqual([form.at("union-field").hidden, form.at("union").value], [true, "one"]);
});

test("on a browser that is too old nothing happens", async () => {
  const form = await Form.open({ before: ({ window }) => { window.Object.entries = undefined; delete window.Object.entries; } });
  assert.deepEqual([form.at("form").hidden, form.at("opening").hidden], [true, false]);
});

test("records are added, shown by turns, and taken away", async () => {
  const form = await Form.open();
  await form.press("save");
  assert.equal(form.said, "还没有可以保存的：请先在“二、填哪些”里添一份。");
  await form.add("notice");
  assert.equal(form.said, "请填写“公示与通知”。");
  assert.deepEqual([form.at("filling").hidden, form.texts("#filling-title"), pressed(form)], [false, ["公示与通知"], [["公示与通知", "true"]]]);
  form.write(form.field("title"), "第一份");
  await form.add("notice");
  assert.deepEqual(pressed(form), [["公示与通知", "false"], ["公示与通知", "true"]]);
  await form.add("alliances");
  await form.add("alliances");
  assert.deepEqual(pressed(form), [["公示与通知", "false"], ["公示与通知", "false"], ["联盟名录", "true"]], "there is one list of alliances");
  await form.press(form.document.querySelector("#records button"));
  assert.deepEqual([form.field("title").value, pressed(form)[0]], ["第一份", ["公示与通知", "true"]]);
  form.agrees = false;
  await form.press("remove");
  assert.equal(pressed(form).length, 3);
  form.agrees = true;
  await form.press("remove");
  assert.deepEqual(form.asked, Array(2).fill("确定从表单里删去“公示与通知”吗？网站上已有的档案不会因此删掉。"));
  assert.deepEqual([pressed(form), form.field("title").value], [[["公示与通知", "true"], ["联盟名录", "false"]], ""]);
  await form.press("remove");
  await form.press("remove");
  assert.deepEqual([pressed(form), form.at("filling").hidden], [[], true]);
});

test("there is one profile; and one record is drawn, however fast a clerk goes from one to the next", async () => {
  const form = await Form.open();
  for (const kind of ["studio", "studio", "notice"]) await form.add(kind);
  assert.deepEqual(pressed(form), [["工作室概况", "false"], ["公示与通知", "true"]].map(([kind, on], n) => [n ? kind : facts.schemas.studio.title, on]));
  const [profile, notice] = form.document.querySelectorAll("#records button");
  for (const clicks of [[notice, profile], [profile, notice, profile], [profile, profile]]) {
    clicks.forEach((each) => each.click());
    await form.settled();
    assert.deepEqual([form.document.querySelectorAll("#editor [data-schemapath=root]").length, form.field("slogan") !== null, form.field("body")], [1, true, null]);
  }
});

test("a record of a year needs its year", async () => {
  const form = await Form.open();
  for (const [kind, hidden] of [["year", false], ["notice", true], ["target", false], ["studio", true]]) {
    form.choose("kind", kind);
    assert.equal(form.at("year-field").hidden, hidden, kind);
  }
  for (const year of ["", "26", "20260", "1899", "2100", "x2026", "二〇"]) {
    await form.add("target", year);
    assert.deepEqual([form.said, pressed(form)], ["请写四位数的年份，如 2026。", []], year);
  }
  for (const year of ["1999", " 2026 ", "2026"]) await form.add("target", year);
  assert.deepEqual([form.said, pressed(form)], ["请填写“任务分解表 2026”。", [["任务分解表 1999", "false"], ["任务分解表 2026", "true"]]]);
});

test("the studio's profile begins with the name on the page, and says at its folds what is filled in", async () => {
  const form = await Form.open();
  form.write(form.at("studio-name"), " 示例工作室 ");
  await form.add("studio");
  assert.equal(form.field("name").value, "示例工作室");
  const folds = () => [...form.document.querySelectorAll("#editor > div > details, #editor details")].map((fold) => [...fold.querySelectorAll(":scope > summary > span")].map((each) => each.textContent).join("|"));
  assert.equal(folds()[0], "其他（可不填）|");
  assert.ok(folds().includes("场地设施|"));
  form.write(form.field("slogan"), "一句");
  await form.pass(500);
  assert.equal(folds()[0], "其他（可不填）|已填");
  assert.deepEqual(folds().filter((each) => each.endsWith("已填")), ["其他（可不填）|已填"]);
  assert.deepEqual(plain(kept(form)), { union: "", studio: "", name: "示例工作室", records: [record("studio", { name: "示例工作室", slogan: "一句" })] });
});

test("what is typed is kept after half a second, and when the page is put away", async () => {
  const form = await Form.open();
  await form.add("notice");
  await form.pass(500);
  const typing = (value) => {
    const field = form.field("title");
    field.value = value;
    field.dispatchEvent(new form.window.Event("input", { bubbles: true }));
  };
  typing("一");
  await form.pass(499);
  assert.deepEqual(plain(kept(form).records), [record("notice")]);
  await form.pass(1);
  assert.deepEqual([plain(kept(form).records), form.texts("#kept")], [[record("notice", { title: "一" })], ["草稿已存在这台设备里。"]]);
  typing("一二");
  form.window.dispatchEvent(new form.window.Event("pagehide"));
  assert.equal(kept(form).records[0].record.title, "一二");
  typing("一二三");
  form.document.dispatchEvent(new form.window.Event("visibilitychange"));
  assert.equal(kept(form).records[0].record.title, "一二", "it can still be seen");
  Object.defineProperty(form.document, "hidden", { value: true });
  form.document.dispatchEvent(new form.window.Event("visibilitychange"));
  assert.equal(kept(form).records[0].record.title, "一二三");
  form.choose("union", "north");
  form.at("union").dispatchEvent(new form.window.Event("input"));
  await form.pass(500);
  assert.deepEqual([kept(form).union, drafts(form).length], ["north", 1]);
});

test("nothing is kept anew that is the same", async () => {
  const form = await Form.open();
  await form.add("notice");
  await form.pass(500);
  form.window.localStorage.removeItem(drafts(form)[0]);
  form.write(form.field("title"), "");
  await form.pass(500);
  assert.deepEqual(drafts(form), []);
});

test("whoever leaves is asked only if something is not kept", async () => {
  const form = await Form.open();
  const leave = () => {
    const event = new form.window.Event("beforeunload", { cancelable: true });
    form.window.dispatchEvent(event);
    return event.defaultPrevented;
  };
  await form.add("alliances");
  assert.equal(leave(), false);
  form.full(DRAFT);
  form.write(form.at("studio-name"), "甲");
  assert.deepEqual([leave(), form.texts("#kept")], [true, ["这台设备存不下草稿。关掉网页以前，请按“保存”。"]]);
  await form.press("save-anyway");
  assert.equal(leave(), false, "what is saved need not be kept");
});

test("what is wrong is listed, said at its field, and led to; then it can be saved anyway", async () => {
  const form = await Form.open();
  form.choose("union", "north");
  await form.add("alliances");
  await form.add("notice");
  await form.press("save");
  assert.deepEqual([form.said, form.texts("#faults-title"), form.at("faults").hidden, form.saved], ["还有 6 处要改，没有保存。", ["还有 6 处要改"], false, []]);
  assert.deepEqual([form.scrolled[0], form.scrolled.at(-1)], [["filling", "start"], ["faults", "center"]]);
  assert.deepEqual(faults(form), ["联盟名录 › 联盟：请至少填一项“联盟”", ...["标题：请填写“标题”", "类别：请选“类别”", "发布日期：请填写“发布日期”", "发布单位：请填写“发布单位”", "正文：请填写“正文”"].map((each) => `公示与通知 › ${each}`)]);
  assert.deepEqual(form.texts(".fault").length, 5, "those of the record that is open");
  form.write(form.field("title"), "公示");
  await form.pass(500);
  assert.deepEqual([form.texts("#faults-title"), form.texts(".fault").length], [["还有 5 处要改"], 4]);
  await form.press(form.button("公示与通知 › 发布日期：请填写“发布日期”"));
  assert.equal(form.document.activeElement, form.field("date"));
  await form.press(form.button("联盟名录 › 联盟：请至少填一项“联盟”"));
  assert.deepEqual([pressed(form), form.texts(".fault")], [[["联盟名录", "true"], ["公示与通知", "false"]], ["请至少填一项“联盟”"]]);
  await form.press("save-anyway");
  const day = new Date(), two = (number) => String(number).padStart(2, "0");
  const name = `联盟名录-${day.getFullYear()}${two(day.getMonth() + 1)}${two(day.getDate())}.zip`;
  assert.equal(form.said, `已保存：${name}。请到“下载”里找到它，发给管理员；不用解开。`);
  assert.deepEqual(await saved(form), { format: facts.format, union: "north", studio: "", name: "", records: [record("alliances"), record("notice", { title: "公示" })], photos: [] });
});

test("the file is called as the studio is", async () => {
  for (const [name, file] of [["示例 “甲”/A1室", "示例甲A1室"], ["\u{20000}室", "\u{20000}室"], ["《》", "填报表"]]) {
    const form = await Form.open();
    form.write(form.at("studio-name"), name);
    await form.add("alliances");
    await form.press("save-anyway");
    assert.match(form.said, new RegExp(`^已保存：${file}-\\d{8}\\.zip。`, "u"));
  }
});

test("what was received is opened and comes back with what was changed", async () => {
  const form = await Form.open();
  const sent = record("notice", NOTICE, { base: NOTICE });
  await receive(form, { union: "north", studio: "crane", name: "甲", records: [sent, record("target", TARGET, { name: "2026", base: TARGET })] });
  assert.deepEqual([form.said, form.at("open").value, form.at("drafts").hidden], ["打开了。改好以后，请按“保存”。", "", true]);
  assert.deepEqual([pressed(form), form.at("union").value, form.at("studio-name").value], [[["公示与通知", "true"], ["任务分解表 2026", "false"]], "north", "甲"]);
  assert.equal(form.field("body").value, "一段");
  form.write(form.field("title"), "通知");
  await form.press("save");
  assert.deepEqual(faults(form), []);
  assert.match(form.said, /^已保存：甲-/);
  const found = await saved(form);
  assert.deepEqual(found.records, [record("notice", { ...NOTICE, title: "通知" }, { base: NOTICE }), record("target", TARGET, { name: "2026", base: TARGET })]);
  await form.press("save");
  assert.deepEqual((await saved(form)).records[0].sent, [{ ...NOTICE, title: "通知" }], "what was saved before is remembered");
});

test("what cannot be opened leaves the form as it is", async () => {
  const form = await Form.open();
  await form.add("notice");
  form.write(form.field("title"), "第一份");
  const UNKNOWN = "压缩包里有这张填报表不认识的档案。请向管理员要一份新的填报表。";
  const strange = record("alliances", { alliances: [{ name: "甲" }], more: "x" });
  for (const [contents, said] of [
    ["no zip", "这个文件打不开。请选填报表保存的、或管理员发来的压缩包（.zip），不要解开。"],
    [{ records: [] }, UNKNOWN],
    [{ records: [record("notice"), record("constructor")] }, UNKNOWN],
    [{ records: [record("notice"), strange] }, "“联盟名录”里有这张填报表填不了的内容，没有打开。请向管理员要一份新的填报表；还是不行，请管理员直接改档案。"],
  ]) {
    await receive(form, contents);
    assert.equal(form.said, said);
    assert.deepEqual([pressed(form), form.field("title").value], [[["公示与通知", "true"]], "第一份"]);
  }
});

test("drafts of other times are offered, gone on with, and deleted", async () => {
  const stored = { [`${DRAFT}:1`]: draft([record("notice", NOTICE)], { name: "甲" }), [`${DRAFT}:2`]: draft([record("unknown", {}, { name: "x" })]), [`${DRAFT}:3`]: draft([]) };
  const form = await Form.open({ stored });
  const offered = () => [...form.document.querySelectorAll("#drafts-list li")].map((each) => each.firstChild.textContent);
  assert.deepEqual([form.at("drafts").hidden, offered()], [false, ["甲，公示与通知，昨天", "别的档案 x，昨天"]]);
  form.agrees = false;
  await form.press(form.button("删除", form.document.querySelectorAll("#drafts-list li")[1]));
  assert.equal(offered().length, 2);
  form.agrees = true;
  await form.press(form.button("删除", form.document.querySelectorAll("#drafts-list li")[1]));
  assert.deepEqual([offered(), drafts(form)], [["甲，公示与通知，昨天"], [`${DRAFT}:1`, `${DRAFT}:3`]]);
  await form.press(form.button("接着填"));
  assert.deepEqual([form.said, form.at("drafts").hidden, form.field("title").value, form.at("studio-name").value], ["接着上次的填。", true, "公示", "甲"]);
  form.write(form.field("title"), "接着写");
  await form.pass(500);
  assert.equal(JSON.parse(form.window.localStorage.getItem(`${DRAFT}:1`)).form.records[0].record.title, "接着写", "in the same draft");
  assert.equal(drafts(form).length, 2);
});

test("a draft that is gone on with is not kept anew while it says the same", async () => {
  const other = Object.fromEntries(Object.entries(NOTICE).reverse()), form = await Form.open({ stored: { [`${DRAFT}:1`]: draft([record("notice", other)]) } });
  await form.press(form.button("接着填"));
  await form.pass(1000);
  assert.deepEqual([drafts(form), JSON.parse(form.window.localStorage.getItem(`${DRAFT}:1`)).when], [[`${DRAFT}:1`], "昨天"]);
});

test("all drafts are deleted, with what is on the screen", async () => {
  const form = await Form.open({ stored: { [`${DRAFT}:1`]: draft([record("notice", NOTICE)]) } });
  form.write(form.at("studio-name"), "甲");
  await form.add("alliances");
  await form.pass(500);
  form.agrees = false;
  await form.press("forget");
  assert.deepEqual([drafts(form).length, pressed(form).length], [2, 1]);
  form.agrees = true;
  await form.press("forget");
  await form.pass(1000);
  assert.deepEqual([drafts(form), pressed(form), form.at("studio-name").value, form.at("filling").hidden, form.texts("#kept"), form.said, form.at("drafts").hidden], [[], [], "", true, [""], "草稿已删除。", true]);
});

test("a second window that fills in the same draft leads to two drafts", async () => {
  const form = await Form.open({ stored: { [`${DRAFT}:1`]: draft([record("notice", NOTICE)]) } });
  await form.press(form.button("接着填"));
  form.window.dispatchEvent(Object.assign(new form.window.Event("storage"), { key: `${DRAFT}:1`, newValue: "{}" }));
  assert.match(form.said, /^另一个窗口也在填这一份。/);
  const [own] = drafts(form).filter((key) => key !== `${DRAFT}:1`);
  assert.equal(JSON.parse(form.window.localStorage.getItem(own)).form.records[0].record.title, "公示");
});

test("the library's words are ours, and a picture's field says what it has", async () => {
  const form = await Form.open();
  const { languages } = form.window.JSONEditor.defaults;
  assert.deepEqual(Object.keys(languages.zh).sort(), Object.keys(languages.en).sort());
  const own = Object.entries(languages.zh).filter(([, words]) => words !== "请检查这一项");
  assert.deepEqual(Object.fromEntries(own), {
    button_add_row_title: "添一项：{{0}}", button_delete_row_title: "删去", button_delete_row_title_short: "删去", button_move_up_title: "上移", button_move_down_title: "下移",
    button_delete_node_warning: "确定删去这一项吗？", button_collapse: "收起", button_expand: "展开", button_save: "保存", button_cancel: "取消", button_copy: "复制", button_add: "添上",
    button_properties: "项目", button_object_properties: "项目", button_edit_json: "编辑", default_array_item_title: "一项",
  });
  await receive(form, { records: [record("studio", { name: "甲", units: ["乙"], photos: [{ file: "old.jpg", caption: "图" }] })] });
  const box = form.document.querySelector(".photo");
  assert.deepEqual([box.querySelector("p").textContent, box.querySelector("img").hidden, box.querySelector("img").alt, box.querySelector("label").textContent], ["已在网站里：old.jpg", true, "选好的照片", "选照片"]);
  const chooser = box.querySelector("input");
  assert.deepEqual([chooser.type, chooser.accept, chooser.className, chooser.id === box.querySelector("label").htmlFor], ["file", "image/*", "away", true]);
  const choose = async (...files) => {
    Object.defineProperty(chooser, "files", { configurable: true, value: files });
    chooser.dispatchEvent(new form.window.Event("change"));
    for (let n = 0; n < 6; n++) await form.pass(10);
  };
  await choose();
  assert.equal(box.querySelector("p").textContent, "已在网站里：old.jpg");
  await choose(new form.window.File([], "a.jpg"));
  assert.match(box.querySelector("p").textContent, /^这张照片是空的/);
  assert.ok(box.parentElement.querySelector("input").classList.contains("away"));
  const choices = form.document.querySelectorAll(".choices");
  assert.ok(choices.length && [...choices].every((each) => each.children.length && each.parentElement.classList.contains("form-control")));
  assert.deepEqual([...form.document.querySelectorAll(".items")].length > 5, true);
  assert.deepEqual([...form.document.querySelectorAll("#editor details details > summary > span:first-child")].map((each) => each.textContent).filter((each, n, all) => all.indexOf(each) === n), ["更多（可不填）"]);
});

test("a picture that is chosen is shown, kept, saved, and there again when its draft is gone on with", async () => {
  const form = await Form.open();
  drawing(form);
  await receive(form, { records: [record("studio", { name: "甲", units: ["乙"], photos: [{ file: "old.jpg", caption: "图" }] })] });
  await chooser(form).choose(picture(form, "first"));
  const { said, image } = chooser(form), address = `data:image/jpeg;base64,${Buffer.from("small picture").toString("base64")}`;
  assert.deepEqual([said(), image.hidden, image.src], ["已选好。", false, address]);
  await form.pass(500);
  const [{ file, caption }] = kept(form).records[0].record.photos;
  assert.match(file, /^photo-[0-9a-f]+\.jpg$/);
  assert.deepEqual([caption, form.window.localStorage.getItem(`laomo-form-photo:${file}`)], ["图", address.split(",")[1]]);
  await form.press("save-anyway");
  assert.deepEqual((await saved(form)).photos, [`photos/${file}`]);
  const again = await Form.open({ stored: Object.fromEntries(Object.entries(form.window.localStorage)) });
  await again.press(again.button("接着填"));
  assert.deepEqual([chooser(again).said(), chooser(again).image.src], ["已选好。", address]);
  await again.press(again.button("删去", again.document.querySelector(".photo").closest("[data-schematype=array]")));
  await again.press("save-anyway");
  assert.deepEqual([again.asked, (await saved(again)).photos], [["确定删去这一项吗？"], []], "what no record names is not saved");
});

test("the library draws with our looks and nothing of its own in the way", async () => {
  const form = await Form.open();
  await form.add("notice");
  const fold = form.document.querySelector("#editor details"), [editor] = fold.laomo;
  const asked = { theme: "laomo", show_errors: "never", disable_collapse: true, disable_edit_json: true, disable_properties: true, disable_array_delete_all_rows: true,
    disable_array_delete_last_row: true, no_additional_properties: true, prompt_before_delete: true, use_name_attributes: false, remove_empty_properties: false };
  assert.deepEqual(Object.fromEntries(Object.keys(asked).map((name) => [name, editor.jsoneditor.options[name]])), asked);
  assert.equal(form.window.JSONEditor.defaults.language, "zh");
  assert.deepEqual(plain(editor.jsoneditor.schema), facts.schemas.notice);
  assert.deepEqual([fold.className, fold.children.length, fold.lastElementChild.className, [...fold.laomo].map(({ key }) => key)], ["", 2, "folded", ["start", "end", "deadline", "objection", "union", "doc_no"]]);
  assert.deepEqual([...form.document.querySelectorAll("#editor > div details.hall > summary > span:first-child")].map((each) => each.textContent), [facts.schemas.notice.properties.studios.title]);
  const folded = [...fold.laomo];
  const short = folded.filter(({ container }) => container.classList.contains("short")).map(({ key }) => key);
  assert.deepEqual(short, folded.filter(({ schema }) => schema.type === "string" && !schema.format).map(({ key }) => key));
  assert.ok(folded.every(({ container }) => container.parentElement === fold.lastElementChild));
  assert.equal(form.field("sample")?.closest("details") ?? null, null);
  assert.equal(form.button("添一项：涉及的工作室").title, "添一项：涉及的工作室");
});

test("a list says whether it must have something", async () => {
  const form = await Form.open();
  await form.add("decision");
  const headers = [...form.document.querySelectorAll(".items")].map((rows) => rows.closest("[data-schematype=array]")).filter(Boolean);
  const required = headers.map((each) => [each.dataset.schemapath, each.querySelector(".required") !== null && each.querySelector(".required").closest("[data-schematype=array]") === each]);
  assert.deepEqual(Object.fromEntries(required.filter(([path]) => path.split(".").length === 2)), { "root.bodies": true, "root.studios": true });
});

test("what the library knows already is not said to it twice", async () => {
  const form = await Form.open();
  await form.add("notice");
  const field = form.field("title"), changes = [];
  form.write(field, "一");
  field.addEventListener("change", () => changes.push(field.value));
  await form.press("save-anyway");
  assert.deepEqual(changes, []);
  field.value = "二";
  field.dispatchEvent(new form.window.Event("input", { bubbles: true }));
  await form.press("save-anyway");
  await form.press("save-anyway");
  assert.deepEqual(changes, ["二"]);
});
