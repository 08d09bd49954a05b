// Material's search as its theme uses it: a worker that gets the whole index and answers in groups by page.
let ready;
async function ask(text) {
  ready ??= (async () => {
    const [index, source] = await Promise.all([
      fetch("search/search_index.json").then((response) => response.json()),
      fetch("worker.txt").then((response) => response.text()),
    ]);
    const worker = new Worker(source.trim());
    const next = (type) => new Promise((resolve) => worker.addEventListener("message", function heard({ data }) {
      if (data.type !== type) return;
      worker.removeEventListener("message", heard);
      resolve(data.data);
    }));
    const set = next(1);
    worker.postMessage({ type: 0, data: { config: index.config, docs: index.docs, options: { suggest: false } } });
    await set;
    return { worker, next };
  })();
  const { worker, next } = await ready;
  const answer = next(3);
  worker.postMessage({ type: 2, data: text });
  return (await answer).items.slice(0, 10).map(([section]) => section.location);
}
