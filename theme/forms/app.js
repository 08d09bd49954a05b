"use strict";
/** The form: whose records, which, their fields, what is wrong, the draft, and the zip. */
(() => {
  if (document.documentElement.hasAttribute("data-old")) return; // the guard has said what to do
  const { at, button, fill, options } = LaomoParts;
  /** @type {Facts} */
  const facts = JSON.parse(at("facts").textContent);
  const { copy, forFields, inOrder, isEmpty, pruned, same, texts } = LaomoRecords;
  const OF_A_YEAR = ["year", "target"], ALONE = ["studio", "alliances"];

  let form = blank(), current = -1, checked = false, waiting = 0;
  /** The form's draft, the form as it stands in it, and whether all that is on the screen is kept or saved. */
  let draft = LaomoDrafts.begin(), stored = "", secure = true;
  /** @type {any} */
  let editor = null;
  /** @type {Element | null} A field in which something was typed that the library does not know yet. */
  let typed = null;

  /** @returns {Form} */
  function blank() {
    const unions = Object.keys(facts.unions);
    return { union: unions.length === 1 ? unions[0] : "", studio: "", name: "", records: [] };
  }

  /** @param {FormRecord} each */
  const title = (each) => `${facts.schemas[each.kind] ? facts.schemas[each.kind].title : "别的档案"}${each.name && ` ${each.name}`}`;
  /** @param {string} text */
  const say = (text) => { at("said").textContent = text; };

  // --- the records of the form ---

  /** Gives the library what is being typed. It would take it when the field is left; a telephone may be put away before. */
  function flush() {
    const field = typed;
    typed = null;
    if (field && document.contains(field)) field.dispatchEvent(new Event("change", { bubbles: true }));
  }

  function collect() {
    flush();
    if (editor && current >= 0) {
      const record = form.records[current];
      record.record = inOrder(facts.schemas[record.kind], pruned(editor.getValue()), record.base) || {};
    }
    form.union = at("union").value;
    form.name = at("studio-name").value.trim();
  }

  function list() {
    fill(at("records"), form.records.map((each, n) => {
      const made = button(title(each), () => { collect(); show(n); });
      made.setAttribute("aria-pressed", String(n === current));
      return made;
    }));
  }

  /** Draws the fields of a record; gives whether they can hold all that it says. @param {number} n */
  async function show(n) {
    if (editor) editor.destroy();
    editor = null;
    current = n;
    const record = form.records[n];
    at("filling").hidden = !record;
    list();
    if (!record) return true;
    const schema = facts.schemas[record.kind];
    at("filling-title").textContent = title(record);
    const place = document.createElement("div"), drawn = await LaomoLibrary.draw(place, schema); // aside: whatever is taken away empties its place
    if (current !== n || form.records[n] !== record || editor) {
      drawn.destroy();
      return true;
    }
    editor = drawn;
    fill(at("editor"), Array.from(place.children));
    editor.setValue(forFields(schema, record.record));
    const whole = same(pruned(editor.getValue()), record.record);
    mark();
    editor.on("change", changed);
    return whole;
  }

  function changed() {
    clearTimeout(waiting);
    waiting = setTimeout(settle, 500);
  }

  function settle() {
    clearTimeout(waiting);
    waiting = 0;
    collect();
    mark();
    if (checked) point(LaomoFaults.all(form, facts.schemas));
    const now = JSON.stringify(form);
    if (now === stored) return;
    const kept = LaomoDrafts.keep(draft, form, named());
    secure = kept.whole;
    stored = secure ? now : "";
    at("kept").textContent = kept.told;
  }

  /** Says at each fold whether something is in it. */
  function mark() {
    document.querySelectorAll("#editor details").forEach((fold) => {
      const filled = /** @type {any} */ (fold).laomo.some((/** @type {any} */ each) => !isEmpty(each.getValue()));
      const sign = fold.querySelector(":scope > summary > .filled");
      if (sign) sign.textContent = filled ? "已填" : "";
    });
  }

  // --- what is wrong ---

  /** @param {Fault} fault @returns {HTMLElement | null} */
  function field(fault) {
    if (fault.at) return at(fault.at).parentElement;
    const found = editor && editor.getEditor(fault.path.join("."));
    return found ? found.container : null;
  }

  /** Says each fault at its field, and all of them in a list. @param {Fault[]} found */
  function point(found) {
    LaomoFaults.clear();
    at("faults").hidden = !found.length;
    at("faults-title").textContent = `还有 ${found.length} 处要改`;
    fill(at("faults-list"), LaomoFaults.entries(found, (n) => title(form.records[n]), lead));
    found.filter((fault) => fault.at || fault.record === current).forEach((fault) => LaomoFaults.tell(field(fault), fault.message));
  }

  /** @param {Fault} fault */
  async function lead(fault) {
    if (!fault.at && fault.record !== current) {
      collect();
      await show(fault.record);
      point(LaomoFaults.all(form, facts.schemas));
    }
    LaomoFaults.focus(field(fault));
  }

  // --- saving and opening ---

  /** The photos that the records name. */
  function named() {
    const all = LaomoPhotos.all();
    /** @type {Photos} */
    const found = {};
    texts(form.records.map((each) => each.record), "file").filter((name) => all[name]).forEach((name) => { found[name] = all[name]; });
    return found;
  }

  /** @param {boolean} anyway */
  function save(anyway) {
    collect();
    if (!form.records.length) return say("还没有可以保存的：请先在“二、填哪些”里添一份。");
    const found = LaomoFaults.all(form, facts.schemas);
    checked = true;
    point(found);
    if (found.length && !anyway) {
      at("faults").scrollIntoView({ block: "center" });
      return say(`还有 ${found.length} 处要改，没有保存。`);
    }
    const now = new Date(), two = (/** @type {number} */ n) => String(n).padStart(2, "0");
    const day = `${now.getFullYear()}${two(now.getMonth() + 1)}${two(now.getDate())}`;
    const profile = form.records.find((each) => each.kind === "studio");
    const whose = (profile && profile.record.name) || form.name || title(form.records[0]);
    const name = `${whose.replace(/[^0-9A-Za-z\u3400-\u9fff\ud800-\udfff]+/g, "") || "填报表"}-${day}.zip`;
    LaomoPackageFile.save(LaomoPackageFile.write(facts.format, form, named()), name);
    form.records.forEach(LaomoPackageFile.remember);
    secure = true;
    say(`已保存：${name}。请到“下载”里找到它，发给管理员；不用解开。`);
  }

  /** Puts a form in the place of the one that is open. Throws if the fields cannot hold it. @param {Form} opened @param {Photos} photos */
  async function take(opened, photos) {
    const kinds = Object.keys(facts.schemas);
    if (!opened.records.length || !opened.records.every((each) => kinds.includes(each.kind))) throw new Error("压缩包里有这张填报表不认识的档案。请向管理员要一份新的填报表。");
    const before = { form, photos: LaomoPhotos.all() };
    form = opened;
    LaomoPhotos.replace(photos);
    for (let n = 0; n < form.records.length; n++) {
      if (await show(n)) continue;
      const what = title(form.records[n]);
      form = before.form;
      LaomoPhotos.replace(before.photos);
      await show(form.records.length ? 0 : -1);
      throw new Error(`“${what}”里有这张填报表填不了的内容，没有打开。请向管理员要一份新的填报表；还是不行，请管理员直接改档案。`);
    }
    at("union").value = form.union;
    at("studio-name").value = form.name;
    checked = false;
    point([]);
    await show(0);
    at("drafts").hidden = true;
  }

  /** Opens a form in the place of the one on the screen, whose draft stays. @param {() => Promise<{form: Form, photos: Photos}>} read @param {string} id @param {string} done */
  async function open(read, id, done) {
    if (waiting) settle();
    try {
      const found = await read();
      await take(found.form, found.photos);
      collect();
      stored = LaomoDrafts.one(id) ? JSON.stringify(form) : "";
      draft = id;
      say(done);
    } catch (error) {
      say(/** @type {Error} */ (error).message);
    }
  }

  async function add() {
    const kind = at("kind").value, name = OF_A_YEAR.includes(kind) ? at("year").value.trim() : "";
    if (OF_A_YEAR.includes(kind) && !/^(19|20)\d\d$/.test(name)) return say("请写四位数的年份，如 2026。");
    collect();
    const known = form.records.findIndex((each) => each.kind === kind && each.name === name && (name || ALONE.includes(kind)));
    if (known < 0) form.records.push({ kind, name, base: {}, sent: [], record: kind === "studio" && form.name ? { name: form.name } : {} });
    await show(known < 0 ? form.records.length - 1 : known);
    say(`请填写“${title(form.records[current])}”。`);
    at("filling").scrollIntoView({ block: "start" });
    changed();
  }

  function remove() {
    if (!window.confirm(`确定从表单里删去“${title(form.records[current])}”吗？网站上已有的档案不会因此删掉。`)) return;
    form.records.splice(current, 1);
    if (editor) editor.destroy();
    editor = null;
    show(form.records.length ? 0 : -1);
    changed();
  }

  function forget() {
    if (!window.confirm("确定删除这台设备里的所有草稿吗？屏幕上填的也会清空。没有保存的内容就找不回来了。")) return;
    LaomoDrafts.forget();
    LaomoPhotos.replace({});
    form = blank();
    draft = LaomoDrafts.begin();
    stored = "";
    typed = null;
    secure = true;
    show(-1);
    start();
    clearTimeout(waiting);
    waiting = 0;
    at("kept").textContent = "";
    say("草稿已删除。");
  }

  // --- the page ---

  function start() {
    at("union").value = form.union;
    at("studio-name").value = form.name;
    offer();
    point([]);
  }

  /** Offers the drafts of other times and other windows. */
  function offer() {
    const found = LaomoDrafts.all().filter((each) => each.id !== draft && each.form.records.length);
    at("drafts").hidden = !found.length;
    fill(at("drafts-list"), found.map((each) => LaomoParts.draft(each, title, () => {
      open(async () => ({ form: copy(each.form), photos: LaomoDrafts.photos() }), each.id, "接着上次的填。");
    }, () => {
      if (!window.confirm("确定删除这份草稿吗？没有保存的内容就找不回来了。")) return;
      LaomoDrafts.forget(each.id);
      offer();
    })));
  }

  options(at("union"), [["", "（请选择）"], ...Object.entries(facts.unions)]);
  at("union-field").hidden = Object.keys(facts.unions).length < 2;
  options(at("kind"), Object.entries(facts.schemas).map(([kind, schema]) => [kind, schema.title]));
  at("site-name").textContent = facts.site;
  at("kind").addEventListener("change", () => { at("year-field").hidden = !OF_A_YEAR.includes(at("kind").value); });
  at("add").addEventListener("click", add);
  at("remove").addEventListener("click", remove);
  at("save").addEventListener("click", () => save(false));
  at("save-anyway").addEventListener("click", () => save(true));
  at("forget").addEventListener("click", forget);
  at("open").addEventListener("change", () => {
    const [file] = at("open").files;
    if (file) open(() => LaomoPackageFile.read(facts.format, file), LaomoDrafts.begin(), "打开了。改好以后，请按“保存”。");
    at("open").value = "";
  });
  ["union", "studio-name"].forEach((id) => at(id).addEventListener("input", changed));
  at("editor").addEventListener("input", (/** @type {Event} */ event) => {
    const field = /** @type {Element} */ (event.target);
    if (!field.matches("textarea, [type=text]")) return;
    if (typed !== field) flush();
    typed = field;
    changed();
  });
  at("editor").addEventListener("change", (/** @type {Event} */ event) => { if (typed === event.target) typed = null; }, true);
  window.addEventListener("pagehide", () => { if (waiting) settle(); });
  document.addEventListener("visibilitychange", () => { if (waiting && document.hidden) settle(); });
  window.addEventListener("beforeunload", (event) => {
    if (waiting) settle();
    if (!secure) event.preventDefault();
    if (!secure) event.returnValue = "";
  });
  LaomoDrafts.watch(() => draft, () => {
    draft = LaomoDrafts.begin();
    stored = "";
    settle();
    say("另一个窗口也在填这一份。两边都存着，各是一份草稿；填好以后，请比一比，只发一份。");
  });
  start();
  at("opening").hidden = true;
  at("form").hidden = at("bar").hidden = false;
})();
