"use strict";
/** The form: whose records, which, their fields, what is wrong, and the zip. */
(() => {
  const at = (/** @type {string} */ id) => /** @type {any} */ (document.getElementById(id));
  const facts = JSON.parse(at("facts").textContent);
  const { isEmpty, pruned, same, forFields, inOrder, texts } = LaomoRecords;
  const OF_A_YEAR = ["year", "target"], OF_STUDIO = ["studio", "year"];

  let form = blank(), current = -1, editor = null, checked = false, waiting = 0;

  function blank() {
    const unions = Object.keys(facts.unions);
    return { union: unions.length === 1 ? unions[0] : "", studio: "", name: "", records: [] };
  }

  const title = (each) => `${facts.schemas[each.kind].title}${each.name && ` ${each.name}`}`;
  const say = (text) => { at("said").textContent = text; };

  // --- the records of the form ---

  function collect() {
    if (editor && current >= 0) {
      const record = form.records[current], schema = facts.schemas[record.kind];
      record.record = inOrder(schema, pruned(editor.getValue()), record.base) || {};
    }
    form.union = at("union").value;
    form.name = at("studio-name").value.trim();
  }

  function list() {
    at("records").replaceChildren(...form.records.map((each, n) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = title(each);
      button.setAttribute("aria-pressed", String(n === current));
      button.addEventListener("click", () => { collect(); show(n); });
      return button;
    }));
  }

  /** Draws the fields of a record; gives whether they can hold all that it says. */
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
    const drawn = await LaomoLibrary.draw(at("editor"), schema);
    if (current !== n || form.records[n] !== record || editor) {
      drawn.destroy();
      return true;
    }
    editor = drawn;
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
    if (checked) point(allFaults());
    at("kept").textContent = LaomoDrafts.keep(form, named());
  }

  /** Says at each fold whether something is in it. */
  function mark() {
    document.querySelectorAll("#editor details").forEach((fold) => {
      const filled = /** @type {any} */ (fold).laomo.some((each) => !isEmpty(each.getValue()));
      fold.querySelector(":scope > summary > .filled").textContent = filled ? "已填" : "";
    });
  }

  // --- what is wrong ---

  function allFaults() {
    const found = form.records.flatMap((each, n) => LaomoRules.faults(facts.schemas[each.kind], each.record).map((fault) => ({ ...fault, record: n })));
    const needy = form.records.findIndex((each) => OF_STUDIO.includes(each.kind));
    if (needy >= 0 && !form.studio && !form.union) found.unshift({ at: "union", words: ["主管工会"], message: "请选“主管工会”", record: -1 });
    if (needy >= 0 && !form.studio && !form.name && !form.records.some((each) => each.record.name)) {
      found.unshift({ at: "studio-name", words: ["工作室名称"], message: "请填写“工作室名称”", record: -1 });
    }
    return found;
  }

  function field(fault) {
    if (fault.at) return at(fault.at).parentElement;
    const found = editor.getEditor(fault.path.join("."));
    return found && found.container;
  }

  /** Says each fault at its field, and all of them in a list. */
  function point(found) {
    document.querySelectorAll(".fault").forEach((each) => each.remove());
    at("faults").hidden = !found.length;
    at("faults-title").textContent = `还有 ${found.length} 处要改`;
    at("faults-list").replaceChildren(...found.map((fault) => {
      const item = document.createElement("li"), button = item.appendChild(document.createElement("button"));
      button.type = "button";
      const where = [...(fault.record < 0 ? [] : [title(form.records[fault.record])]), ...fault.words].join(" › ");
      button.textContent = `${where}：${fault.message}`;
      button.addEventListener("click", () => lead(fault));
      return item;
    }));
    found.filter((fault) => fault.at || fault.record === current).forEach((fault) => {
      const place = field(fault);
      if (!place) return;
      const told = document.createElement("p");
      told.className = "fault";
      told.setAttribute("role", "alert");
      told.textContent = fault.message;
      place.appendChild(told);
    });
  }

  async function lead(fault) {
    if (!fault.at && fault.record !== current) {
      collect();
      await show(fault.record);
      point(allFaults());
    }
    const place = field(fault);
    if (!place) return;
    for (let above = place; above; above = above.parentElement) if (above.tagName === "DETAILS") above.open = true;
    place.scrollIntoView({ block: "center" });
    const input = place.querySelector("input:not(.away), select, textarea, button");
    if (input) input.focus({ preventScroll: true });
  }

  // --- saving and opening ---

  function named() {
    const names = new Set(texts(form.records.map((each) => each.record), "file"));
    return Object.fromEntries(Object.entries(LaomoPhotos.all()).filter(([name]) => names.has(name)));
  }

  function save(anyway) {
    collect();
    if (!form.records.length) return say("还没有可以保存的：请先在“二、填哪些”里添一份。");
    const found = allFaults();
    checked = true;
    point(found);
    if (found.length && !anyway) {
      at("faults").scrollIntoView({ block: "center" });
      return say(`还有 ${found.length} 处要改，没有保存。`);
    }
    const now = new Date(), two = (n) => String(n).padStart(2, "0");
    const day = `${now.getFullYear()}${two(now.getMonth() + 1)}${two(now.getDate())}`;
    const profile = form.records.find((each) => each.kind === "studio");
    const whose = (profile && profile.record.name) || form.name || title(form.records[0]);
    const name = `${whose.replace(/[^\p{L}\p{N}]+/gu, "")}-${day}.zip`;
    LaomoPackageFile.save(LaomoPackageFile.write(facts.format, form, named()), name);
    form.records.forEach(LaomoPackageFile.remember);
    say(`已保存：${name}。请到“下载”里找到它，发给管理员；不用解开。`);
  }

  /** Puts a form in the place of the one that is open. Throws if the fields cannot hold it. */
  async function take(opened, photos) {
    const kinds = Object.keys(facts.schemas);
    if (!opened.records.length || !opened.records.every((each) => kinds.includes(each.kind))) throw new Error("压缩包里有这张填报表不认识的档案。请向管理员要一份新的填报表。");
    const before = { form, photos: LaomoPhotos.all() };
    form = opened;
    LaomoPhotos.replace(photos);
    at("union").value = form.union;
    at("studio-name").value = form.name;
    for (let n = 0; n < form.records.length; n++) {
      if (await show(n)) continue;
      const what = title(form.records[n]);
      form = before.form;
      LaomoPhotos.replace(before.photos);
      await show(form.records.length ? 0 : -1);
      throw new Error(`“${what}”里有这张填报表填不了的内容，没有打开。请向管理员要一份新的填报表；还是不行，请管理员直接改档案。`);
    }
    checked = false;
    point([]);
    await show(0);
    at("draft").hidden = true;
  }

  async function open(file) {
    try {
      const { form: opened, photos } = await LaomoPackageFile.read(facts.format, file);
      await take(opened, photos);
      say("打开了。改好以后，请按“保存”。");
    } catch (error) {
      say(error.message);
    }
  }

  async function add() {
    const kind = at("kind").value, name = OF_A_YEAR.includes(kind) ? at("year").value.trim() : "";
    if (OF_A_YEAR.includes(kind) && !/^(19|20)\d\d$/.test(name)) return say("请写四位数的年份，如 2026。");
    collect();
    const known = form.records.findIndex((each) => each.kind === kind && each.name === name && (name || kind === "studio"));
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
    if (!window.confirm("确定删除这台设备里的草稿吗？屏幕上填的也会清空。没有保存的内容就找不回来了。")) return;
    LaomoDrafts.forget();
    LaomoPhotos.replace({});
    form = blank();
    show(-1);
    start();
    clearTimeout(waiting);
    waiting = 0;
    at("kept").textContent = "";
    say("草稿已删除。");
  }

  // --- the page ---

  function start() {
    const draft = LaomoDrafts.read();
    at("union").value = form.union;
    at("studio-name").value = form.name;
    at("draft").hidden = !draft;
    at("draft-when").textContent = draft ? draft.when : "";
    point([]);
  }

  function options(select, entries) {
    select.replaceChildren(...entries.map(([value, label]) => Object.assign(document.createElement("option"), { value, textContent: label })));
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
  at("draft-delete").addEventListener("click", forget);
  at("draft-resume").addEventListener("click", async () => {
    const draft = LaomoDrafts.read();
    try {
      if (draft) await take(draft.form, draft.photos);
      say("接着上次的填。");
    } catch (error) {
      say(error.message);
    }
  });
  at("open").addEventListener("change", () => { if (at("open").files[0]) open(at("open").files[0]); at("open").value = ""; });
  ["union", "studio-name"].forEach((id) => at(id).addEventListener("change", changed));
  window.addEventListener("pagehide", () => { if (waiting) settle(); });
  document.addEventListener("visibilitychange", () => { if (waiting && document.hidden) settle(); });
  start();
  at("opening").hidden = true;
  at("form").hidden = at("bar").hidden = false;
})();
