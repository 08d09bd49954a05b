// Pagefind as shipped: its module, the first ten results with their fragments.
let ready;
async function ask(text) {
  ready ??= import("./pagefind/pagefind.js");
  const { results } = await (await ready).search(text);
  const hits = await Promise.all(results.slice(0, 10).map((result) => result.data()));
  return hits.map((hit) => hit.url);
}
