"use strict";
// Loads the page again when the server shows another version than this one. Only a tab that is seen listens: a browser
// opens no more than six connections to a server.
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
      // a browser tries again by itself, unless it was refused
      if (stream?.readyState === EventSource.CLOSED) setTimeout(listen, 3000);
    };
  };

  document.addEventListener("visibilitychange", listen);
  listen();
})();
