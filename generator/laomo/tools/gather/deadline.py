"""Ends a connection when its time is up, whatever the other side does: who sends a header a byte a minute is never late for a read."""

import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPResponse, HTTPSConnection
from typing import Any
from urllib.request import HTTPHandler, HTTPSHandler, Request


@dataclass(slots=True)
class Deadline:
    """The open sockets of one source, and whether they were closed because the time was up."""

    sockets: list[socket.socket] = field(default_factory=list)
    over: bool = False

    @contextmanager
    def within(self, seconds: float) -> Iterator[None]:
        """Close all sockets that are opened in the context when so many seconds are over."""
        self.over = False
        timer = threading.Timer(seconds, self._end)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()
            self.sockets.clear()

    def _end(self) -> None:
        self.over = True
        for each in self.sockets:
            with suppress(OSError):
                socket.socket.shutdown(each, socket.SHUT_RDWR)  # not that of TLS, which would wait for the other side

    def handlers(self) -> tuple[HTTPHandler, HTTPSHandler]:
        """Handlers of urllib whose sockets this one knows."""
        return _Http(self), _Https(self)


class _Http(HTTPHandler):
    def __init__(self, deadline: Deadline) -> None:
        super().__init__()
        self._deadline = deadline

    def http_open(self, req: Request) -> HTTPResponse:
        return self.do_open(_known(HTTPConnection, self._deadline), req)


class _Https(HTTPSHandler):
    def __init__(self, deadline: Deadline) -> None:
        super().__init__()
        self._deadline = deadline

    def https_open(self, req: Request) -> HTTPResponse:
        return self.do_open(_known(HTTPSConnection, self._deadline), req, context=ssl.create_default_context())


def _known(kind: type[HTTPConnection], deadline: Deadline) -> Any:
    """This kind of connection; the deadline knows its socket."""

    class Known(kind):  # type: ignore[misc, valid-type]  # one of two
        def connect(self) -> None:
            super().connect()
            deadline.sockets.append(self.sock)

    return Known
