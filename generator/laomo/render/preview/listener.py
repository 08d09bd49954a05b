"""Listens at one address, with a bounded number of threads: slow and many connections keep nobody else waiting."""

import os
import socket
import socketserver
from collections.abc import Callable
from dataclasses import dataclass
from threading import BoundedSemaphore
from typing import Any
from urllib.parse import quote

from laomo.render.preview.addresses import bracketed
from laomo.render.preview.connections import Connections
from laomo.render.preview.reload import Reloads

_MOST_SILENT, _MOST_ASKING, _MOST_THREADS = 64, 48, 128
"""Connections that have not asked yet, and that are being answered; a few more threads, for those that are ending."""


@dataclass(frozen=True, slots=True)
class Site:
    """What is served."""

    mount: str
    """The path of its root, with a slash at both ends."""
    find: Callable[[str], bytes | None]
    """A path below the root → the file's bytes, None where there is no file."""
    reloads: Reloads


class Listener(socketserver.ThreadingTCPServer):
    """Gives each connection to a handler in a thread of its own."""

    daemon_threads = True
    request_queue_size = 128
    allow_reuse_address = os.name != "nt"  # Windows would give one address to two programs

    def __init__(self, host: str, port: int, site: Site, handler: type[socketserver.BaseRequestHandler]) -> None:
        """Raises OSError when the address is none, or taken."""
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self.host, self.site = host, site
        self._silent, self._asking = Connections(_MOST_SILENT), Connections(_MOST_ASKING)
        self._free_threads = BoundedSemaphore(_MOST_THREADS)
        super().__init__((host, port), handler)

    @property
    def port(self) -> int:
        return int(self.server_address[1])

    @property
    def url(self) -> str:
        """Where the home page stands."""
        return f"http://{bracketed(self.host)}:{self.port}{quote(self.site.mount)}"

    def has_asked(self, connection: socket.socket) -> None:
        """A handler has read its request, so silent connections no longer displace it."""
        self._silent.remove(connection)
        self._asking.add(connection)

    def process_request(self, request: Any, client_address: Any) -> None:
        self._silent.add(request)
        if self._free_threads.acquire(timeout=1):
            super().process_request(request, client_address)
        else:
            self.shutdown_request(request)

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        try:
            super().process_request_thread(request, client_address)
        finally:
            self._free_threads.release()

    def shutdown_request(self, request: Any) -> None:
        self._silent.remove(request)
        self._asking.remove(request)
        if not self.site.reloads.keeps(request):
            super().shutdown_request(request)
