// Ours: the modules of the search field, and the ten cards that a reader sees first.
let ready;
async function ask(text) {
  ready ??= new Promise((resolve, reject) => {
    document.head.append(Object.assign(document.createElement("script"), { src: "search-client.js", onload: resolve, onerror: reject }));
  });
  await ready;
  const found = await LaomoEngine.search(text);
  globalThis.notes = found.notes;
  const cards = await LaomoResults.settled(found, found.hits.slice(0, 10));
  return cards.map((card) => new URL(card.url, document.baseURI).pathname);
}
