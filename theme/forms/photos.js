"use strict";
/** Pictures: made small, and made anew from their pixels, so that neither place nor camera nor comment is left in them. */
const LaomoPhotos = (() => {
  const LONGEST = 2000;
  /** @type {Record<string, Uint8Array>} */
  let kept = {};

  /** Takes a picture in; gives it a name made of what it shows, so no two are mixed up. Rejects with a sentence. */
  async function take(/** @type {File} */ file) {
    const address = URL.createObjectURL(file);
    try {
      const bytes = await smaller(await loaded(address));
      const name = `photo-${digest(bytes)}.jpg`;
      kept[name] = bytes;
      return name;
    } finally {
      URL.revokeObjectURL(address);
    }
  }

  function loaded(/** @type {string} */ address) {
    return new Promise((resolve, reject) => {
      const image = new Image();
      image.onload = () => resolve(image);
      image.onerror = () => reject(new Error("这张照片浏览器打不开。请在手机上把它另存为 JPG（苹果手机：设置、相机、格式、兼容性最佳），再选一次。"));
      image.src = address;
    });
  }

  function smaller(/** @type {HTMLImageElement} */ image) {
    const scale = Math.min(1, LONGEST / Math.max(image.naturalWidth, image.naturalHeight));
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.round(image.naturalWidth * scale));
    canvas.height = Math.max(1, Math.round(image.naturalHeight * scale));
    const pen = canvas.getContext("2d");
    pen.fillStyle = "#fff";
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(image, 0, 0, canvas.width, canvas.height);
    return new Promise((resolve, reject) => {
      canvas.toBlob((blob) => {
        if (!blob) return reject(new Error("这张照片太大，缩不小。请换一张，或先在手机上裁小一些。"));
        const reader = new FileReader();
        reader.onload = () => resolve(new Uint8Array(/** @type {ArrayBuffer} */ (reader.result)));
        reader.readAsArrayBuffer(blob);
      }, "image/jpeg", 0.86);
    });
  }

  /** FNV-1a of all bytes, and their number: enough to tell one clerk's pictures apart. */
  function digest(/** @type {Uint8Array} */ bytes) {
    let hash = 0x811c9dc5;
    for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
    return `${hash.toString(16).padStart(8, "0")}${bytes.length.toString(16)}`;
  }

  /** An address under which the page can show a picture; empty for one that the form does not hold. */
  function address(/** @type {string} */ name) {
    return kept[name] ? URL.createObjectURL(new Blob([/** @type {any} */ (kept[name])], { type: "image/jpeg" })) : "";
  }

  return { address, all: () => kept, replace: (/** @type {any} */ photos) => { kept = photos; }, take };
})();
