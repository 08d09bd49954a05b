"""Tells browsers that the site has changed, by Server-Sent Events; a page's script (`reload.js`) then loads it again."""

import socket
import time
from importlib import resources
from threading import Lock

from laomo.render.preview.connections import Connections, hang_up

EVENTS = "/_preview/events"
SCRIPT = "/_preview/reload.js"
_MOST_STREAMS = 32


def script() -> bytes:
    """The script that every page of the preview loads."""
    return resources.files("laomo.render.preview").joinpath("reload.js").read_bytes()


def with_script(page: bytes, version: str) -> bytes:
    """A page that loads the script, and says which version of the site it shows."""
    before, end, after = page.rpartition(b"</body>")
    tag = f'<script src="{SCRIPT}" data-version="{version}"></script>'.encode()
    return before + tag + end + after if end else after + tag


class Reloads:
    """The version of the site that readers see, and the browsers that wait for the next one. A stream is only a socket, without a thread."""

    def __init__(self) -> None:
        self._started, self._number = time.time_ns(), 0
        self._streams = Connections(_MOST_STREAMS)
        self._lock = Lock()

    @property
    def version(self) -> str:
        """Differs from every other version of this server, and of those that stood at its address before."""
        return f"{self._started}-{self._number}"

    def announce(self) -> None:
        """Begin a new version, and tell it to the browsers."""
        with self._lock:
            self._number += 1
            for stream in self._streams.all():
                self._tell(stream)

    def join(self, stream: socket.socket) -> None:
        """Tell a browser of this version and of those to come. The head of its answer has been sent."""
        with self._lock:
            for oldest in self._streams.add(stream):
                oldest.close()
            self._tell(stream)

    def keeps(self, connection: socket.socket) -> bool:
        """Whether a connection is a stream, to be left open."""
        return connection in self._streams.all()

    def close(self) -> None:
        """End all streams."""
        with self._lock:
            for stream in self._streams.all():
                self._end(stream)

    def _tell(self, stream: socket.socket) -> None:
        try:
            stream.setblocking(False)
            stream.sendall(f"data: {self.version}\n\n".encode())
        except OSError:  # the browser has left, or takes nothing
            self._end(stream)

    def _end(self, stream: socket.socket) -> None:
        self._streams.remove(stream)
        hang_up(stream)
        stream.close()
