"use strict";
// Reloads the page when the server has another version of the site than this page. Only a visible tab listens, because a
// browser opens at most six connections to a server.
(() => {
  const { version } = document.currentScript.dataset;
  let stream;

  const listen = () => {
    stream?.close();
    stream = undefined;
    if (document.visibilityState !== "visible") return;
    stream = new EventSource("/_preview/events");
    stream.onmessage = ({ data }) => {
      if (data !== version) location.reload();
    };
    stream.onerror = () => {
      // the browser reconnects by itself, unless the server refused it
      if (stream?.readyState === EventSource.CLOSED) setTimeout(listen, 3000);
    };
  };

  document.addEventListener("visibilitychange", listen);
  listen();
})();
