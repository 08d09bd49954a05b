"use strict";
/** Pictures: made small, and made anew from their pixels, so that neither place nor camera nor comment is left in them. */
const LaomoPhotos = (() => {
  const LONGEST = 2000, MOST = 24e6;
  const ANOTHER = "请换一张，或者在手机上把它重新存一次，再选。";
  /** @type {Photos} */
  let kept = {};

  /**
   * Takes a picture in; gives it a name made of what it shows, so no two are mixed up. Rejects with a sentence.
   * @param {File} file @returns {Promise<string>}
   */
  async function take(file) {
    if (file.size > MOST) throw new Error(`这张照片有 ${Math.ceil(file.size / 1e6)} MB，太大了，最多 ${MOST / 1e6} MB。请先在手机上裁小或者压缩，再选一次。`);
    if (!file.size) throw new Error(`这张照片是空的，没有传完整。${ANOTHER}`);
    const bytes = await smaller(await loaded(file));
    const name = `photo-${digest(bytes)}.jpg`;
    kept[name] = bytes;
    return name;
  }

  /**
   * The picture, drawn by the browser. It is read as a data: address: a site's policy allows those, and not blob:.
   * @param {File} file @returns {Promise<HTMLImageElement>}
   */
  async function loaded(file) {
    const address = await read(file, (reader) => reader.readAsDataURL(file));
    return new Promise((resolve, reject) => {
      const image = new Image();
      image.onload = () => resolve(image);
      image.onerror = () => reject(new Error(unreadable(file, String(address))));
      image.src = String(address);
    });
  }

  /** @param {File} file @param {string} address */
  function unreadable(file, address) {
    const head = atob(address.slice(address.indexOf(",") + 1, address.indexOf(",") + 33));
    if (/^....ftyp(hei|hev|mif|msf)/.test(head) || /\.hei[cf]$/i.test(file.name)) {
      return "这是苹果手机的 HEIC 照片，这个浏览器打不开。请在手机上把它另存为 JPG（以后拍照：设置、相机、格式、兼容性最佳），再选一次。";
    }
    return `这张照片打不开，可能没有传完整，或者不是照片。${ANOTHER}`;
  }

  /** @param {HTMLImageElement} image @returns {Promise<Uint8Array>} */
  async function smaller(image) {
    const scale = Math.min(1, LONGEST / Math.max(image.naturalWidth, image.naturalHeight));
    const canvas = document.createElement("canvas"), pen = canvas.getContext("2d");
    canvas.width = Math.max(1, Math.round(image.naturalWidth * scale));
    canvas.height = Math.max(1, Math.round(image.naturalHeight * scale));
    if (!pen) throw new Error("照片缩不小：这台设备的内存不够了。请关掉别的网页，再选一次。");
    pen.fillStyle = "#fff"; // what is transparent would become black
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(image, 0, 0, canvas.width, canvas.height);
    /** @type {Blob | null} */
    const blob = await new Promise((resolve) => { canvas.toBlob(resolve, "image/jpeg", 0.86); });
    if (!blob) throw new Error("这张照片太大，缩不小。请换一张，或先在手机上裁小一些。");
    return new Uint8Array(/** @type {ArrayBuffer} */ (await read(blob, (reader) => reader.readAsArrayBuffer(blob))));
  }

  /**
   * What a reader of files reads. Rejects with a sentence, as for a file that was moved meanwhile.
   * @param {Blob} file @param {(reader: FileReader) => void} start @returns {Promise<string | ArrayBuffer | null>}
   */
  function read(file, start) {
    return new Promise((resolve, reject) => {
      const reader = new FileReader();
      reader.onload = () => resolve(reader.result);
      reader.onerror = () => reject(new Error(`这个文件读不出来，可能已经删掉或换了地方。${file.type.startsWith("image/") ? ANOTHER : "请重新选一次。"}`));
      start(reader);
    });
  }

  /** FNV-1a of all bytes, and their number: enough to tell one clerk's pictures apart. @param {Uint8Array} bytes */
  function digest(bytes) {
    let hash = 0x811c9dc5;
    for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
    return `${hash.toString(16).padStart(8, "0")}${bytes.length.toString(16)}`;
  }

  /** @param {Uint8Array} bytes */
  function base64(bytes) {
    let made = "";
    for (let at = 0; at < bytes.length; at += 8192) made += String.fromCharCode(...bytes.subarray(at, at + 8192));
    return btoa(made);
  }

  /** An address under which the page can show a picture; empty for one that the form does not hold. @param {string} name */
  function address(name) {
    return kept[name] ? `data:image/jpeg;base64,${base64(kept[name])}` : "";
  }

  return { address, all: () => kept, base64, read, replace: (/** @type {Photos} */ photos) => { kept = photos; }, take };
})();
