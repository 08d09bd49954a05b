/** The CMS speaks Chinese, whatever the browser's language is: of its languages only this one and English are here. */
const KEY = "sveltia-cms.prefs";
try {
  const chosen = JSON.parse(localStorage.getItem(KEY) ?? "{}");
  if (!["zh-CN", "en-US"].includes(chosen.locale)) localStorage.setItem(KEY, JSON.stringify({ ...chosen, locale: "zh-CN" }));
} catch {
  // A browser that keeps nothing follows its own language.
}
