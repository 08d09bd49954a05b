"""Requests → answers: the files of one site and nothing else, to the browsers of this machine's user."""

import logging
import socket
import time
from collections.abc import Iterable
from contextlib import suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from io import BytesIO
from pathlib import PurePosixPath
from urllib.parse import quote

from laomo.render.preview import addresses, media_types, reload
from laomo.render.preview.listener import Listener

log = logging.getLogger(__name__)

_LONGEST_HEAD = 16 * 1024
"""Bytes of a request line with its headers."""
_TIME_TO_ASK, _TIME_TO_TAKE = 5.0, 30.0
"""Seconds in which a request must be through, and its answer taken."""

_ALWAYS = (
    ("Cache-Control", "no-store"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Referrer-Policy", "no-referrer"),
    ("X-Content-Type-Options", "nosniff"),
)


class Handler(BaseHTTPRequestHandler):
    """One request. Its connection ends with the answer; a body is not read."""

    server: Listener
    connection: socket.socket
    command = requestline = ""
    default_request_version = request_version = "HTTP/1.0"

    def handle(self) -> None:
        with suppress(OSError):  # the browser has left, or takes too long
            head = self._read_head()
            self.server.has_asked(self.connection)
            self.connection.settimeout(_TIME_TO_TAKE)
            if head is None:
                self.send_error(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE)
                return
            self.rfile = BytesIO(head)
            self.raw_requestline = self.rfile.readline()
            if self.parse_request():
                self._answer()

    def _read_head(self) -> bytes | None:
        """Request line and headers; None if they are too long. Raises OSError if they do not come in time."""
        deadline, read = time.monotonic() + _TIME_TO_ASK, b""
        while b"\r\n\r\n" not in read:
            if len(read) == _LONGEST_HEAD:
                return None
            self.connection.settimeout(max(deadline - time.monotonic(), 0.001))
            more = self.connection.recv(_LONGEST_HEAD - len(read))
            if not more:
                raise ConnectionError
            read += more
        return read.partition(b"\r\n\r\n")[0] + b"\r\n\r\n"

    def _answer(self) -> None:
        hosts = self.headers.get_all("Host", [])
        reached = str(self.connection.getsockname()[0]).removeprefix("::ffff:")  # IPv4 as a socket of IPv6 shows it
        if not addresses.is_own(hosts, self.server.port, self.server.host, reached):
            self.send_error(HTTPStatus.MISDIRECTED_REQUEST)
        elif any(origin.lower() != f"http://{hosts[0]}".lower() for origin in self.headers.get_all("Origin", [])):
            self.send_error(HTTPStatus.FORBIDDEN)
        elif self.command not in {"GET", "HEAD"}:
            self._send(HTTPStatus.METHOD_NOT_ALLOWED, b"GET, HEAD\n", headers=[("Allow", "GET, HEAD")])
        else:
            self._find(addresses.path(self.requestline.split()[1]))

    def _find(self, path: str | None) -> None:
        if path == reload.EVENTS:
            self._listen()
        elif path == reload.SCRIPT:
            self._send(HTTPStatus.OK, reload.script(), media_types.of(".js"))
        else:
            try:
                status, name, data = self._look_up(path)
            except Exception:
                log.exception("%s", path)
                self.send_error(HTTPStatus.INTERNAL_SERVER_ERROR)
                return
            if status == HTTPStatus.FOUND:
                self._send(status, data, headers=[("Location", quote(name))])
            else:
                kind = media_types.of(PurePosixPath(name).suffix)
                self._send(status, data, kind)

    def _look_up(self, path: str | None) -> tuple[HTTPStatus, str, bytes]:
        """What answers a path: the status, the file's name (of a redirect the other path), the bytes."""
        mount, find = self.server.site.mount, self.server.site.find
        if path in {"/", mount[:-1]} - {mount}:
            return HTTPStatus.FOUND, mount, b""
        if path and path.startswith(mount):
            name = path.removeprefix(mount) + ("index.html" if path.endswith("/") else "")
            data = find(name)
            if data is not None:
                return HTTPStatus.OK, name, data
            if not path.endswith("/") and find(f"{name}/index.html") is not None:
                return HTTPStatus.FOUND, f"{path}/", b""
        return HTTPStatus.NOT_FOUND, "404.html", find("404.html") or b""

    def _listen(self) -> None:
        if self.headers.get("Sec-Fetch-Site", "none") not in {"same-origin", "none"}:
            self.send_error(HTTPStatus.FORBIDDEN)
            return
        self._head(HTTPStatus.OK, [("Content-Type", "text/event-stream")])
        if self.command == "GET":
            self.wfile.write(b"retry: 1000\n\n")
            self.server.site.reloads.join(self.connection)

    def _send(
        self, status: HTTPStatus, body: bytes, kind: str = media_types.TEXT, headers: Iterable[tuple[str, str]] = ()
    ) -> None:
        self._head(status, [("Content-Type", kind), ("Content-Length", str(len(body))), *headers])
        if self.command != "HEAD":
            self.wfile.write(body)

    def _head(self, status: HTTPStatus, headers: Iterable[tuple[str, str]]) -> None:
        self.send_response(status)
        for name, value in (*headers, *_ALWAYS):
            self.send_header(name, value)
        self.end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:  # noqa: ARG002 (an answer repeats nothing of its request)
        """A status as a short plain text; `http.server` sends its own through here, too."""
        self._send(HTTPStatus(code), f"{code} {HTTPStatus(code).phrase}\n".encode())

    def version_string(self) -> str:
        return "laomo"

    def log_message(self, *_: object) -> None:
        """Requests are not logged."""
