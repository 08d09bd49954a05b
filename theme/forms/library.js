"use strict";
/** The library that draws the fields, taught our language, our looks, what to fold, and pictures. */
const LaomoLibrary = (() => {
  const library = /** @type {any} */ (window)["JSONEditor"];
  const { defaults } = library;

  defaults.languages.zh = Object.assign({}, defaults.languages.en);
  Object.keys(defaults.languages.zh).forEach((key) => { defaults.languages.zh[key] = "请检查这一项"; });
  Object.assign(defaults.languages.zh, {
    button_add_row_title: "添一项：{{0}}",
    button_delete_row_title: "删去",
    button_delete_row_title_short: "删去",
    button_move_up_title: "上移",
    button_move_down_title: "下移",
    button_delete_node_warning: "确定删去这一项吗？",
    button_collapse: "收起",
    button_expand: "展开",
    button_save: "保存",
    button_cancel: "取消",
    button_copy: "复制",
    button_add: "添上",
    button_properties: "项目",
    button_object_properties: "项目",
    button_edit_json: "编辑",
    default_array_item_title: "一项",
  });
  defaults.language = "zh";

  defaults.themes.laomo = class extends defaults.themes.html {
    /** A button says what it does; the library would show the name of the field. */
    setButtonText(/** @type {HTMLElement} */ button, /** @type {string} */ text, /** @type {any} */ _, /** @type {string} */ title) {
      super.setButtonText(button, title || text, null, title || text);
    }

    getMultiCheckboxHolder(/** @type {Record<string, HTMLElement>} */ controls, /** @type {any[]} */ ...rest) {
      const holder = super.getMultiCheckboxHolder(controls, ...rest);
      const choices = document.createElement("div");
      choices.className = "choices";
      Object.values(controls).forEach((each) => choices.appendChild(each));
      holder.appendChild(choices);
      holder.classList.add("form-control");
      return holder;
    }
  };

  /** A record with its required fields in sight, and the others folded; at the top each list has a fold of its own. */
  defaults.editors.object = class extends defaults.editors.object {
    /** Every field stays on the page; the library would take away those of which a record says nothing. */
    setValue(/** @type {Item} */ value, /** @type {boolean} */ initial) {
      /** @type {Item} */
      const whole = {}, fields = this.schema.properties;
      Object.keys(fields).forEach((key) => { whole[key] = fields[key].type === "array" ? [] : fields[key].type === "object" ? {} : ""; });
      super.setValue(Object.assign(whole, value), initial);
    }

    layoutEditors() {
      super.layoutEditors();
      const grid = this.row_container && this.row_container.firstChild;
      if (!grid) return;
      /** @type {any[]} */
      const shown = this.property_order.map((/** @type {string} */ key) => this.editors[key]).filter((/** @type {any} */ each) => !each.options.hidden);
      const optional = shown.filter((each) => !this.schema.required.includes(each.key));
      if (this.path !== "root") {
        if (optional.length < shown.length && optional.length) this.fold(grid, "更多（可不填）", optional, "");
        return;
      }
      const large = (/** @type {any} */ each) => each.schema.type === "object" || (each.schema.type === "array" && each.schema.format !== "checkbox");
      const plain = optional.filter((each) => !large(each));
      if (plain.length) this.fold(grid, "其他（可不填）", plain, "");
      optional.filter(large).forEach((each) => this.fold(grid, each.schema.title, [each], "hall"));
    }

    fold(/** @type {HTMLElement} */ grid, /** @type {string} */ title, /** @type {any[]} */ editors, /** @type {string} */ name) {
      const fold = document.createElement("details");
      const summary = fold.appendChild(document.createElement("summary"));
      summary.appendChild(document.createElement("span")).textContent = title;
      summary.appendChild(document.createElement("span")).className = "filled";
      const inside = fold.appendChild(document.createElement("div"));
      fold.className = name;
      inside.className = "folded";
      editors.forEach((each) => {
        inside.appendChild(each.container);
        if (each.schema.type === "string" && !each.schema.format) each.container.classList.add("short");
      });
      grid.appendChild(fold);
      /** @type {any} */ (fold).laomo = editors;
    }
  };

  /** A list whose items stand apart, and which says whether it must have one. */
  defaults.editors.array = class extends defaults.editors.array {
    build() {
      super.build();
      this.row_holder.classList.add("items");
      if (this.isRequired()) this.header.classList.add("required");
    }
  };

  /** A picture: chosen, made small, shown. The field holds the name of its file. */
  defaults.editors.photo = class extends defaults.editors.string {
    build() {
      super.build();
      this.input.classList.add("away");
      const box = document.createElement("div");
      box.className = "photo";
      this.picture = /** @type {any} */ (box.appendChild(document.createElement("img")));
      this.picture.alt = "选好的照片";
      this.told = /** @type {any} */ (box.appendChild(document.createElement("p")));
      this.chooser = /** @type {any} */ (document.createElement("input"));
      this.chooser.type = "file";
      this.chooser.accept = "image/*";
      this.chooser.className = "away";
      this.chooser.id = `${this.formname}-file`;
      const label = document.createElement("label");
      label.className = "button";
      label.htmlFor = this.chooser.id;
      label.textContent = "选照片";
      box.append(label, this.chooser);
      this.control.appendChild(box);
      this.chooser.addEventListener("change", () => this.choose());
      this.show();
    }

    async choose() {
      const [file] = this.chooser.files;
      if (!file) return;
      try {
        const name = await LaomoPhotos.take(file);
        this.is_dirty = true;
        this.setValue(name);
        this.onChange(true);
        this.show();
      } catch (error) {
        this.told.textContent = /** @type {Error} */ (error).message;
      }
      this.chooser.value = "";
    }

    setValue(/** @type {any[]} */ ...given) {
      const result = super.setValue(...given);
      if (this.picture) this.show();
      return result;
    }

    show() {
      const name = this.input.value, address = LaomoPhotos.address(name);
      this.picture.hidden = !address;
      if (address) this.picture.src = address;
      this.told.textContent = !name ? "还没有选。照片会自动缩小，并去掉拍摄地点等拍摄信息。" : address ? "已选好。" : `已在网站里：${name}`;
    }
  };
  defaults.resolvers.unshift((/** @type {any} */ schema) => (schema.format === "photo" ? "photo" : undefined));

  /** The fields of a record below an element, once they are drawn. @param {HTMLElement} element @param {Schema} schema @returns {Promise<any>} */
  function draw(element, schema) {
    const editor = new library(element, {
      schema: JSON.parse(JSON.stringify(schema)),
      theme: "laomo",
      show_errors: "never",
      disable_collapse: true,
      disable_edit_json: true,
      disable_properties: true,
      disable_array_delete_all_rows: true,
      disable_array_delete_last_row: true,
      no_additional_properties: true,
      prompt_before_delete: true,
      use_name_attributes: false,
      remove_empty_properties: false,
    });
    return new Promise((resolve) => editor.on("ready", () => resolve(editor)));
  }

  return { draw };
})();
